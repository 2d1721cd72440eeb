/** What other analysers report, and the traffic that broke them: each anomaly has its rule, each edge case none. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { delivered, QUIT } from '../../server/src/rules/exampleSessions';
import { findingsIn, greeted, summary } from '../helpers/near';

const RCPT = 'C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\n';

/** Who reports it, as what; a transcript with it; our rule. */
const ANOMALIES: readonly (readonly [string, string, string])[] = [
  ['Zeek: reply code out of range', greeted(`C: NOOP\nS: 666 Ok\n${QUIT}`), 'reply.code'],
  [
    'Zeek: reply code does not match the continuing reply',
    greeted(`C: NOOP\nS: 250-a\nS: 251 b\n${QUIT}`),
    'reply.multiline',
  ],
  ['Zeek: unexpected reply', greeted(`C: NOOP\nS: 354 Go\n${QUIT}`), 'reply.out-of-place'],
  ['Zeek: unknown command', greeted(`C: FOO\nS: 500 5.5.2 No\n${QUIT}`), 'syntax.unknown-verb'],
  [
    'Zeek: max_path_length_exceeded',
    greeted(
      `C: MAIL FROM:<${'a'.repeat(60)}@${'b'.repeat(60)}.${'c'.repeat(60)}.${'d'.repeat(60)}.${'e'.repeat(20)}>\nS: 501 5.1.7 No\n${QUIT}`,
    ),
    'syntax.address-length',
  ],
  ['Suricata: invalid_reply', greeted(`C: NOOP\nS: 250Ok\n${QUIT}`), 'reply.code'],
  [
    'Suricata: max_command_line_len_exceeded',
    greeted(`C: VRFY ${'x'.repeat(600)}\nS: 252 2.1.5 Ok\n${QUIT}`),
    'syntax.line-too-long',
  ],
  [
    'Suricata: max_reply_line_len_exceeded',
    greeted(`C: NOOP\nS: 250 ${'x'.repeat(600)}\n${QUIT}`),
    'reply.line-too-long',
  ],
  [
    'Exim: BDAT command used when CHUNKING not advertised',
    greeted(`${RCPT}C: BDAT 0 LAST\nS: 503 5.5.1 No\n${QUIT}`),
    'extension.not-offered',
  ],
  [
    'Exim: STARTTLS command used when not advertised',
    greeted(`C: STARTTLS\nS: 503 5.5.1 No\n${QUIT}`),
    'extension.not-offered',
  ],
  [
    'Exim: AUTH command used when not advertised',
    greeted(`C: AUTH PLAIN ***\nS: 503 5.5.1 No\n${QUIT}`),
    'extension.not-offered',
  ],
  [
    'nobody: SIZE over the limit',
    greeted(`C: MAIL FROM:<a@example.com> SIZE=9\nS: 250 2.1.0 Ok\n${QUIT}`, 'SIZE 5'),
    'extension.size-exceeded',
  ],
  ['nobody: enhanced class against reply class', greeted(`C: NOOP\nS: 250 4.0.0 Ok\n${QUIT}`), 'reply.enhanced-class'],
];

describe('anomalies that others report', () => {
  for (const [name, text, code] of ANOMALIES)
    test(`${name}: ${code}`, () => {
      const codes = findingsIn(text).map(({ rule }) => rule.code);
      assert.ok(codes.includes(code), summary(text).join(', '));
    });
});

/** Right, though it derailed one analyser or another. */
const EDGES: Readonly<Record<string, string>> = {
  'BDAT 0 LAST ends a message in chunks': greeted(
    `${RCPT}C: BDAT 12\nC: Subject: x\nS: 250 2.0.0 Ok\nC: BDAT 0 LAST\nS: 250 2.0.0 Ok: queued\n${QUIT}`,
    'CHUNKING',
  ),
  'chunks pipelined with the next MAIL': greeted(
    `${RCPT}C: BDAT 12\nC: Subject: x\nC: BDAT 0 LAST\nC: MAIL FROM:<a@example.com>\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok: queued\nS: 250 2.1.0 Ok\nC: RSET\nS: 250 2.0.0 Ok\n${QUIT}`,
    'CHUNKING',
  ),
  'a chunk that looks like commands and replies': greeted(
    `${RCPT}C: BDAT 16 LAST\nC: 250 Ok\nC: QUIT x\nS: 250 2.0.0 Ok: queued\n${QUIT}`,
    'CHUNKING',
  ),
  'mail data that looks like replies and bad commands': greeted(
    `${delivered(undefined, undefined, ['Subject: x', '', '354 Go', '650 units', 'MAIL FROM: a b', 'RCPT TO:<>'])}${QUIT}`,
  ),
  'every extension at once': greeted(
    `${delivered('MAIL FROM:<a@example.com> SIZE=40 BODY=8BITMIME SMTPUTF8 RET=HDRS ENVID=x BY=120;R MT-PRIORITY=3', 'RCPT TO:<用户@例え.example> NOTIFY=FAILURE')}${QUIT}`,
    'SIZE 1000000',
    'SMTPUTF8',
    'DSN',
    'DELIVERBY',
    'MT-PRIORITY',
  ),
  'lower case throughout': greeted(
    `${delivered('mail from:<a@example.com> size=40 body=8bitmime', 'rcpt to:<b@example.org>')}${QUIT}`,
    'size 1000000',
  ),
};

describe('edge cases that broke others', () => {
  for (const [name, text] of Object.entries(EDGES))
    test(name, () =>
      assert.deepEqual(
        summary(text).filter((each) => / (?:reply|extension|syntax)\./.test(each) || / (?:error|warning) /.test(each)),
        [],
      ),
    );

  test('unreadable octets after STARTTLS are no reply and no command', () => {
    const noise = '\u0016\u0003\u0001\u0002';
    const text = greeted(`C: STARTTLS\nS: 220 2.0.0 Ready\nC: ${noise}\nS: ${noise}`, 'STARTTLS');
    assert.deepEqual(
      summary(text).filter((each) => / (?:reply|extension)\./.test(each)),
      [],
    );
  });
});
