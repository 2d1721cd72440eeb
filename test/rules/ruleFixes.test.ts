/** What the fixes of the groups `reply`, `extension` and `syntax` write; that they mend, examples.test.ts says. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { fixed, greeted, summary } from '../helpers/near';

const mail = (argument: string, reply = '250 2.1.0 Ok') => `C: MAIL ${argument}\nS: ${reply}\n${QUIT}`;
const rcpt = (argument: string) =>
  `C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT ${argument}\nS: 250 2.1.5 Ok\n${QUIT}`;

const FIXES: readonly {
  readonly code: string;
  readonly before: string;
  readonly after: string;
  readonly offers?: readonly string[];
}[] = [
  { code: 'syntax.address', before: mail('FROM:<a@[::1]>', '501 5.1.7 No'), after: mail('FROM:<a@[IPv6:::1]>') },
  { code: 'syntax.address', before: mail('FROM:<a@example.com', '501 5.1.7 No'), after: mail('FROM:<a@example.com>') },
  {
    code: 'syntax.source-route',
    before: rcpt('TO:<@r.example:b@example.org> NOTIFY=NEVER'),
    after: rcpt('TO:<b@example.org> NOTIFY=NEVER'),
    offers: ['DSN'],
  },
  { code: 'syntax.unexpected-argument', before: 'C: QUIT now\nS: 501 5.5.4 No', after: 'C: QUIT\nS: 221 2.0.0 Bye' },
  {
    code: 'syntax.trailing-space',
    before: `C: NOOP x  \nS: 250 2.0.0 Ok\n${QUIT}`,
    after: `C: NOOP x\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
  {
    code: 'extension.parameter',
    before: mail('FROM:<a@example.com> SIZE=10k BODY=7BIT', '501 5.5.4 No'),
    after: mail('FROM:<a@example.com> BODY=7BIT'),
    offers: ['SIZE'],
  },
  {
    code: 'extension.parameter',
    before: mail('FROM:<a@example.com> SIZE=1 SIZE=2'),
    after: mail('FROM:<a@example.com> SIZE=1'),
    offers: ['SIZE'],
  },
  {
    code: 'extension.utf8-address',
    before: mail('FROM:<ü@example.com> SIZE=1', '553 5.6.7 No'),
    after: mail('FROM:<ü@example.com> SIZE=1 SMTPUTF8'),
    offers: ['SIZE', 'SMTPUTF8'],
  },
  {
    code: 'extension.eight-bit-data',
    before: `${delivered(undefined, undefined, ['Subject: ü'])}${QUIT}`,
    after: `${delivered('MAIL FROM:<alice@example.com> BODY=8BITMIME', undefined, ['Subject: ü'])}${QUIT}`,
  },
  {
    code: 'reply.enhanced-class',
    before: mail('FROM:<a@example.com>', '250 5.1.0 Ok'),
    after: mail('FROM:<a@example.com>'),
  },
  {
    code: 'reply.multiline',
    before: `C: HELP\nS: 214-2.0.0 a\nS: 250 2.0.0 b\n${QUIT}`,
    after: `C: HELP\nS: 214-2.0.0 a\nS: 214 2.0.0 b\n${QUIT}`,
  },
  { code: 'reply.after-closing', before: `${QUIT}S: 250 2.0.0 Ok\n`, after: QUIT },
];

for (const { code, before, after, offers = [] } of FIXES) {
  test(`${code}: ${after.split('\n', 1)[0]}`, () => {
    assert.equal(fixed(greeted(before, ...offers), code)?.trimEnd(), greeted(after, ...offers).trimEnd());
    assert.deepEqual(
      summary(greeted(after, ...offers)).filter((each) => each.includes(code)),
      [],
    );
  });
}

for (const [code, text] of [
  ['syntax.address', greeted(mail('FROM:<a..b@example.com>', '501 5.1.7 No'))],
  ['syntax.address', greeted(mail('FROM:<a@example.com BODY=8BITMIME', '501 5.1.7 No'))],
  ['extension.parameter', greeted(mail(`FROM:<a@example.com> ENVID=${'x'.repeat(101)}`), 'DSN')],
  ['extension.utf8-address', greeted(mail('FROM:<ü@example.com>', '501 5.1.7 No'))],
  ['syntax.hello-argument', `S: 220 mx.example.org\nC: EHLO MY_PC\nS: 501 No\n${QUIT}`],
] as const)
  test(`${code} offers no fix where the right text is not known: ${text.split('\n').at(-4)?.slice(0, 50)}`, () => {
    assert.equal(fixed(text, code), undefined);
    assert.ok(summary(text).some((each) => each.includes(code)));
  });
