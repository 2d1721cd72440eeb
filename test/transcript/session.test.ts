/** What is in force, and what breaks the order: the pure state machine, no words. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { chainItems, type SessionState } from '../../server/src/transcript/session';
import { faultsOf, type Line, stepsOf } from '../helpers/talk';

const GREETING = 'S: 220 mx.example.org ESMTP';
const HELLO = [
  GREETING,
  'C: EHLO a',
  'S: 250-mx',
  'S: 250-PIPELINING',
  'S: 250-AUTH=LOGIN PLAIN',
  'S: 250-AUTH CRAM-MD5',
  'S: 250 SIZE 100',
];
const MAIL = [...HELLO, 'C: MAIL FROM:<a>', 'S: 250 Ok'];
const RCPT = [...MAIL, 'C: RCPT TO:<b>', 'S: 250 Ok'];

function stateAfter(...lines: readonly Line[]): SessionState {
  const last = stepsOf(true, ...lines, 'C: X-END').at(-1);
  assert.ok(last);
  return last.before;
}

const faults = (...lines: readonly Line[]) => faultsOf(true, ...lines);

describe('what takes effect', () => {
  test('the greeting', () => {
    assert.equal(stateAfter(GREETING).greeting.kind, 'given');
    assert.equal(stateAfter('S: 554 no').greeting.kind, 'refused');
  });

  test('EHLO with its offers, both ways to write AUTH joined', () => {
    const { hello, offers, protocol } = stateAfter(...HELLO);
    assert.deepEqual([hello.kind, protocol], ['ehlo', 'smtp']);
    assert.deepEqual(
      offers?.keywords().map((keyword) => [keyword, ...(offers.get(keyword)?.parameters ?? [])]),
      [['PIPELINING'], ['AUTH', 'LOGIN', 'PLAIN', 'CRAM-MD5'], ['SIZE', '100']],
    );
  });

  test('HELO offers nothing', () =>
    assert.deepEqual(stateAfter(GREETING, 'C: HELO a', 'S: 250 mx').offers?.keywords(), []));

  test('an EHLO whose reply is cut offers nobody knows what', () => {
    assert.equal(stateAfter(GREETING, 'C: EHLO a', 'S: 250-mx', { type: 'gap' }).offers, undefined);
  });

  test('a second EHLO replaces the first and ends the transaction', () => {
    const state = stateAfter(...MAIL, 'C: EHLO b', 'S: 250 mx');
    assert.deepEqual([state.transaction.kind, state.offers?.keywords()], ['none', []]);
  });

  test('a refused EHLO leaves everything as it was', () => {
    const state = stateAfter(...MAIL, 'C: EHLO b', 'S: 501 no');
    assert.deepEqual([state.transaction.kind, state.hello.kind], ['open', 'ehlo']);
  });

  test('MAIL and RCPT, taken and refused', () => {
    const { transaction } = stateAfter(...RCPT, 'C: RCPT TO:<c>', 'S: 550 no', 'C: RCPT TO:<d>', 'S: 251 Ok');
    assert.ok(transaction.kind === 'open');
    assert.deepEqual(
      chainItems(transaction.recipients).map(({ command }) => command.argument),
      ['TO:<b>', 'TO:<d>'],
    );
    assert.deepEqual(
      chainItems(transaction.refusedRecipients).map(({ command }) => command.argument),
      ['TO:<c>'],
    );
  });

  test('a command without a recorded answer counts as taken', () => {
    assert.equal(
      stateAfter(...HELLO, 'C: MAIL FROM:<a>', { type: 'error', about: 'timeout', message: '' }, 'C: DATA', 'S: 354 Go')
        .transaction.kind,
      'open',
    );
  });

  test('RSET, the end of the message and a refused message end the transaction', () => {
    assert.equal(stateAfter(...RCPT, 'C: RSET', 'S: 250 Ok').transaction.kind, 'none');
    assert.equal(stateAfter(...RCPT, 'C: DATA', 'S: 354 Go', 'C: .', 'S: 250 Ok').transaction.kind, 'none');
    assert.equal(stateAfter(...RCPT, 'C: DATA', 'S: 354 Go', 'C: .', 'S: 554 no').transaction.kind, 'none');
  });

  test('a refused DATA does not', () =>
    assert.equal(stateAfter(...RCPT, 'C: DATA', 'S: 451 no').transaction.kind, 'open'));

  test('NOOP, VRFY, HELP and unknown verbs change nothing', () => {
    const extra = ['C: NOOP', 'S: 250 Ok', 'C: VRFY x', 'S: 252 ?', 'C: HELP', 'S: 214 see', 'C: FOO', 'S: 500 ?'];
    assert.equal(stateAfter(...RCPT, ...extra).transaction.kind, 'open');
  });

  test('STARTTLS forgets hello, offers, transaction and AUTH', () => {
    const state = stateAfter(...HELLO, 'C: AUTH PLAIN x', 'S: 235 Ok', 'C: STARTTLS', 'S: 220 Go');
    assert.deepEqual(
      [state.tls, state.hello.kind, state.offers, state.auth.kind],
      ['active', 'none', undefined, 'none'],
    );
  });

  test('a refused STARTTLS forgets nothing', () => {
    const state = stateAfter(...HELLO, 'C: STARTTLS', 'S: 454 no');
    assert.deepEqual([state.tls, state.hello.kind], ['none', 'ehlo']);
  });

  test('AUTH takes effect with 235, not with the 334 before', () => {
    assert.equal(stateAfter(...HELLO, 'C: AUTH PLAIN', 'S: 334 ', 'C: eA==', 'S: 235 Ok').auth.kind, 'done');
    assert.equal(stateAfter(...HELLO, 'C: AUTH PLAIN', 'S: 334 ', 'C: eA==', 'S: 535 no').auth.kind, 'none');
  });

  test('LHLO makes it LMTP, EHLO makes it SMTP', () => {
    assert.equal(stateAfter(GREETING, 'C: LHLO a', 'S: 250 mx').protocol, 'lmtp');
    assert.equal(stateAfter(GREETING, 'C: LHLO a', 'S: 250 mx', 'C: EHLO a', 'S: 250 mx').protocol, 'smtp');
  });

  test('BDAT LAST ends the transaction, other chunks do not', () => {
    assert.equal(stateAfter(...RCPT, 'C: BDAT 3', 'C: x', 'S: 250 Ok').transaction.kind, 'open');
    assert.equal(stateAfter(...RCPT, 'C: BDAT 0 LAST', 'S: 250 Ok').transaction.kind, 'none');
    assert.equal(stateAfter(...RCPT, 'C: BDAT 3', 'C: x', 'S: 452 no').transaction.kind, 'none');
  });

  test('QUIT and 421 end the session', () => {
    assert.equal(stateAfter(...HELLO, 'C: QUIT', 'S: 221 Bye').ended?.by, 'quit');
    assert.equal(stateAfter(...HELLO, 'S: 421 bye').ended?.by, 'server');
    assert.equal(stateAfter(...HELLO, 'C: QUIT', 'S: 500 what').ended, undefined);
  });

  test('a line marked as sent inside TLS says that TLS is up', () => {
    const [, step] = stepsOf(true, GREETING, { speaker: 'client', text: 'EHLO a', secure: true });
    assert.equal(step?.before.tls, 'active');
  });

  test('TLS whose start was not shown comes with nothing known but that', () => {
    const [, step] = stepsOf(false, { type: 'tls', unseenStart: true }, 'C: EHLO a', 'S: 250 mx');
    assert.deepEqual([step?.before.tls, step?.before.hello.kind, step?.before.whole], ['active', 'none', false]);
  });

  test('after a gap nothing is known but TLS and the protocol', () => {
    const state = stateAfter(...RCPT, { type: 'gap' });
    assert.deepEqual(
      [state.hello.kind, state.transaction.kind, state.whole, state.tls, state.protocol],
      ['unknown', 'unknown', false, 'none', 'smtp'],
    );
  });

  test('a state that is kept does not change any more', () => {
    const steps = stepsOf(true, ...RCPT, 'C: RCPT TO:<c>', 'S: 250 Ok');
    const { transaction } = steps.at(-1)?.state ?? assert.fail();
    const before = steps.at(-2)?.state.transaction;
    assert.ok(transaction.kind === 'open' && before?.kind === 'open');
    assert.deepEqual([before.recipients?.length, transaction.recipients?.length], [1, 2]);
    assert.equal(transaction.recipients?.rest, before.recipients);
  });
});

describe('what is out of order', () => {
  const cases: readonly (readonly [name: string, lines: readonly Line[], expected: readonly string[]])[] = [
    ['a healthy session', [...RCPT, 'C: DATA', 'S: 354 Go', 'C: .', 'S: 250 Ok', 'C: QUIT', 'S: 221 Bye'], []],
    ['a command before the greeting', ['C: EHLO a', GREETING, 'S: 250 mx'], ['EHLO before-greeting']],
    [
      'a command after a refused greeting',
      ['S: 554 no', 'C: EHLO a', 'S: 503 no', 'C: QUIT', 'S: 221 Bye'],
      ['EHLO after-refused-greeting'],
    ],
    ['MAIL before hello', [GREETING, 'C: MAIL FROM:<a>', 'S: 503 no'], ['MAIL before-hello']],
    [
      'MAIL before hello though the server takes it',
      [GREETING, 'C: MAIL FROM:<a>', 'S: 250 Ok'],
      ['MAIL before-hello'],
    ],
    [
      'what follows from it',
      [GREETING, 'C: MAIL FROM:<a>', 'S: 503 no', 'C: RCPT TO:<b>', 'S: 503 no'],
      ['MAIL before-hello', 'RCPT consequence'],
    ],
    [
      'MAIL after a refused EHLO',
      [GREETING, 'C: EHLO a', 'S: 502 no', 'C: MAIL FROM:<a>', 'S: 503 no'],
      ['MAIL hello-refused'],
    ],
    [
      'MAIL after HELO in place of a refused EHLO',
      [GREETING, 'C: EHLO a', 'S: 502 no', 'C: HELO a', 'S: 250 mx', 'C: MAIL FROM:<a>', 'S: 250 Ok'],
      [],
    ],
    ['MAIL in a transaction', [...MAIL, 'C: MAIL FROM:<c>', 'S: 503 nested'], ['MAIL nested-mail']],
    ['RCPT without MAIL', [...HELLO, 'C: RCPT TO:<b>', 'S: 503 no'], ['RCPT rcpt-before-mail']],
    [
      'RCPT after a refused MAIL',
      [...HELLO, 'C: MAIL FROM:<a>', 'S: 550 no', 'C: RCPT TO:<b>', 'S: 503 no'],
      ['RCPT rcpt-before-mail'],
    ],
    ['DATA without MAIL', [...HELLO, 'C: DATA', 'S: 503 no'], ['DATA data-before-mail']],
    ['DATA without recipients', [...MAIL, 'C: DATA', 'S: 503 no'], ['DATA data-without-recipients']],
    [
      'DATA after refused recipients',
      [...MAIL, 'C: RCPT TO:<b>', 'S: 550 no', 'C: DATA', 'S: 554 no'],
      ['DATA data-without-recipients'],
    ],
    [
      'DATA pipelined behind refused recipients',
      [...MAIL, 'C: RCPT TO:<b>', 'C: DATA', 'S: 550 no', 'S: 554 no'],
      ['DATA data-without-recipients'],
    ],
    ['DATA pipelined behind a 421', [...MAIL, 'C: RCPT TO:<b>', 'C: DATA', 'S: 421 closing'], []],
    [
      'a second message without MAIL',
      [...RCPT, 'C: DATA', 'S: 354 Go', 'C: .', 'S: 250 Ok', 'C: DATA', 'S: 503 no'],
      ['DATA data-before-mail'],
    ],
    ['STARTTLS in TLS', [...HELLO, { type: 'tls' }, 'C: STARTTLS', 'S: 503 no'], ['STARTTLS starttls-in-tls']],
    ['STARTTLS in a transaction', [...MAIL, 'C: STARTTLS', 'S: 503 no'], ['STARTTLS starttls-in-transaction']],
    [
      'MAIL after STARTTLS without EHLO',
      [...HELLO, 'C: STARTTLS', 'S: 220 Go', { type: 'tls' }, 'C: MAIL FROM:<a>', 'S: 503 no'],
      ['MAIL no-ehlo-after-starttls'],
    ],
    [
      'AUTH after STARTTLS without EHLO',
      [...HELLO, 'C: STARTTLS', 'S: 220 Go', 'C: AUTH PLAIN x', 'S: 503 no'],
      ['AUTH no-ehlo-after-starttls'],
    ],
    ['AUTH before hello', [GREETING, 'C: AUTH PLAIN x', 'S: 503 no'], ['AUTH auth-before-hello']],
    ['AUTH in a transaction', [...MAIL, 'C: AUTH PLAIN x', 'S: 503 no'], ['AUTH auth-in-transaction']],
    [
      'AUTH after success',
      [...HELLO, 'C: AUTH PLAIN x', 'S: 235 Ok', 'C: AUTH PLAIN y', 'S: 503 no'],
      ['AUTH auth-twice'],
    ],
    ['AUTH after failure', [...HELLO, 'C: AUTH PLAIN x', 'S: 535 no', 'C: AUTH PLAIN y', 'S: 235 Ok'], []],
    [
      'a command after QUIT',
      [...HELLO, 'C: QUIT', 'S: 221 Bye', 'C: NOOP', 'C: NOOP'],
      ['NOOP after-quit', 'NOOP consequence'],
    ],
    ['a command after 421', [...HELLO, 'S: 421 bye', 'C: NOOP'], ['NOOP after-closing']],
    ['QUIT after 421', [...HELLO, 'S: 421 bye', 'C: QUIT'], []],
    ['RSET after 421, and QUIT', [...HELLO, 'C: NOOP', 'S: 421 bye', 'C: RSET', 'C: QUIT'], []],
    ['DATA after BDAT', [...RCPT, 'C: BDAT 3', 'C: x', 'S: 250 Ok', 'C: DATA', 'S: 503 no'], ['DATA bdat-mixed']],
    [
      'BDAT after LAST',
      [...RCPT, 'C: BDAT 3 LAST', 'C: x', 'S: 250 Ok', 'C: BDAT 3', 'C: x', 'S: 503 no'],
      ['BDAT bdat-after-last'],
    ],
    ['LHLO in SMTP', [GREETING, 'C: LHLO a', 'S: 500 no'], ['LHLO lhlo-in-smtp']],
    ['EHLO in LMTP', [GREETING, 'C: LHLO a', 'S: 250 mx', 'C: EHLO a', 'S: 500 no'], ['EHLO ehlo-in-lmtp']],
    [
      'mail data after a refused DATA',
      [...HELLO, 'C: DATA', 'S: 503 no', 'C: Hello', 'S: 500 ?', 'C: .', 'S: 500 ?'],
      ['DATA data-before-mail', 'HELLO data-after-refusal', '. consequence'],
    ],
    ['a command that never reached the server', [...HELLO, 'C: RCPT TO:<b>', { type: 'gap' }], []],
  ];

  for (const [name, lines, expected] of cases) test(name, () => assert.deepEqual(faults(...lines), expected));

  test('nothing is, where the beginning is not in the log', () => {
    for (const line of ['MAIL FROM:<a>', 'RCPT TO:<b>', 'DATA', 'AUTH PLAIN x', 'STARTTLS', 'BDAT 0 LAST']) {
      assert.deepEqual(faultsOf(false, `C: ${line}`, 'S: 250 Ok'), [], line);
      assert.deepEqual(faultsOf(false, `C: ${line}`), [], line);
    }
  });

  for (const [first, then] of [
    ['MAIL FROM:<a>', 'MAIL FROM:<b>'],
    ['RCPT TO:<c>', 'RCPT TO:<d>'],
    ['RSET', 'RCPT TO:<c>'],
    ['BDAT 0 LAST', 'RCPT TO:<c>'],
    ['EHLO a', 'RCPT TO:<c>'],
    ['STARTTLS', 'STARTTLS'],
    ['STARTTLS', 'MAIL FROM:<b>'],
    ['QUIT', 'NOOP'],
    ['NOOP', 'RCPT TO:<c>'],
  ] as const)
    test(`nothing is in ${then} after an answer to ${first} that cannot be read`, () => {
      const before = first.startsWith('MAIL') || first === 'STARTTLS' ? HELLO : RCPT;
      assert.deepEqual(faults(...before, `C: ${first}`, 'S: Ok', `C: ${then}`, 'S: 250 Ok'), []);
    });

  test('an AUTH whose answer cannot be read may have failed', () =>
    assert.deepEqual(
      faults(...HELLO, 'C: AUTH PLAIN eA==', 'S: Ok', 'C: AUTH PLAIN eA==', 'S: 235 Ok', 'C: AUTH PLAIN eA=='),
      ['AUTH auth-twice'],
    ));

  test('the server’s own 503 tells what a log without its beginning cannot', () => {
    assert.deepEqual(faultsOf(false, 'C: RCPT TO:<b>', 'S: 503 need MAIL'), ['RCPT rcpt-before-mail']);
    assert.deepEqual(faultsOf(false, 'C: MAIL FROM:<a>', 'S: 503 hello first'), ['MAIL before-hello']);
    const nested = ['C: MAIL FROM:<a>', 'S: 250 Ok', 'C: MAIL FROM:<b>', 'S: 503 nested'];
    assert.deepEqual(faultsOf(false, ...nested), ['MAIL nested-mail']);
    assert.deepEqual(faultsOf(false, ...nested.slice(2)), []);
  });

  test('a root is told once, until something fresh is accepted', () => {
    const wrong = ['C: RCPT TO:<b>', 'S: 503 no', 'C: DATA', 'S: 503 no'];
    assert.deepEqual(faults(...HELLO, ...wrong, 'C: RSET', 'S: 250 Ok', ...wrong), [
      'RCPT rcpt-before-mail',
      'DATA consequence',
      'RCPT rcpt-before-mail',
      'DATA consequence',
    ]);
  });
});

describe('what is not shown is unknown', () => {
  const left = (whole: boolean, ...lines: readonly Line[]) => stepsOf(whole, ...lines, 'C: X-END').at(-1)?.before;

  test('a reply without its command may have changed everything that is not yet so', () => {
    const state = left(true, GREETING, 'S: 250 Ok');
    assert.deepEqual(
      [state?.hello.kind, state?.tls, state?.auth.kind, state?.transaction.kind],
      ['unknown', 'unknown', 'unknown', 'unknown'],
    );
  });

  test('it takes nothing away from what is', () => {
    const state = left(true, ...HELLO, 'C: AUTH PLAIN x', 'S: 235 Ok', { type: 'tls' }, ...MAIL.slice(-2), 'S: 250 Ok');
    assert.deepEqual(
      [state?.hello.kind, state?.tls, state?.auth.kind, state?.transaction.kind],
      ['ehlo', 'active', 'done', 'open'],
    );
  });

  test('a refusal without its command changes nothing', () => {
    for (const code of [400, 450, 550]) assert.equal(left(true, GREETING, `S: ${code} no`)?.hello.kind, 'none');
    assert.equal(left(true, ...HELLO, 'S: 421 bye')?.ended?.by, 'server');
    assert.equal(left(true, ...HELLO, 'S: 550 no')?.ended, undefined);
  });

  test('a log that begins in the middle is whole from a greeting on', () => {
    const state = left(false, GREETING);
    assert.deepEqual([state?.whole, state?.tls, state?.hello.kind], [true, 'none', 'none']);
    assert.equal(left(false, { type: 'tls' }, GREETING)?.tls, 'active');
    assert.equal(left(true, 'S: 554 no')?.greeting.kind, 'refused');
    assert.equal(left(true, 'S: 421 no')?.ended?.by, 'server');
    assert.equal(left(true, GREETING)?.ended, undefined);
  });

  test('a connection that the tool tells of begins anew where nothing was known', () => {
    const connect = (whole: boolean, tls?: 'unknown') =>
      ({ type: 'connect', whole, ...(tls === undefined ? {} : { tls }) }) as Extract<Line, { type: 'connect' }>;
    assert.equal(left(false, connect(true))?.whole, true);
    assert.equal(left(false, connect(false))?.whole, false);
    assert.equal(left(true, connect(true))?.tls, 'none');
    assert.equal(left(true, connect(true, 'unknown'))?.tls, 'unknown');
    assert.equal(left(true, { type: 'tls' }, connect(true, 'unknown'))?.tls, 'active');
    assert.equal(left(true, ...MAIL, connect(true))?.transaction.kind, 'open');
  });

  test('STARTTLS on offer where TLS was unknown means that there is none', () => {
    assert.equal(left(false, 'C: EHLO a', 'S: 250-mx', 'S: 250 STARTTLS')?.tls, 'none');
    assert.equal(left(false, 'C: EHLO a', 'S: 250-mx', 'S: 250 SIZE')?.tls, 'unknown');
    assert.equal(left(false, 'C: EHLO a', 'S: 250-mx', { type: 'gap' })?.tls, 'unknown');
  });
});

describe('what ends, and what does not', () => {
  test('QUIT without an answer ends the session, unless the server did before', () => {
    assert.equal(stateAfter(...HELLO, 'C: QUIT').ended?.by, 'quit');
    const closed = stateAfter(...HELLO, 'C: NOOP', 'S: 421 bye', 'C: QUIT');
    assert.equal(closed.ended?.by, 'server');
    assert.equal(stateAfter(...HELLO, 'C: NOOP', 'S: 421 bye', 'C: QUIT', 'S: 221 bye').ended?.by, 'quit');
  });

  test('AUTH is done by 235, not by a challenge that is left open', () => {
    assert.equal(stateAfter(...HELLO, 'C: AUTH PLAIN x', 'S: 235 Ok').auth.kind, 'done');
    assert.equal(stateAfter(...HELLO, 'C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', { type: 'gap' }).auth.kind, 'unknown');
  });

  test('BDAT ends a transaction with LAST as its last word only', () => {
    const chunk = (argument: string) => stateAfter(...RCPT, `C: BDAT ${argument}`, 'S: 250 Ok').transaction.kind;
    assert.deepEqual(
      [chunk('0 LAST'), chunk('0 last '), chunk('0'), chunk('0 LASTING')],
      ['none', 'none', 'open', 'open'],
    );
  });

  test('a refused BDAT ends it when there were recipients', () => {
    assert.equal(stateAfter(...RCPT, 'C: BDAT 0', 'S: 503 no').transaction.kind, 'none');
    assert.equal(stateAfter(...MAIL, 'C: BDAT 0', 'S: 503 no').transaction.kind, 'open');
    assert.equal(stateAfter(...HELLO, 'C: BDAT 0', 'S: 503 no').transaction.kind, 'none');
  });

  test('a refused RCPT outside a transaction opens none', () => {
    assert.equal(stateAfter(...HELLO, 'C: RCPT TO:<b>', 'S: 503 no').transaction.kind, 'none');
    assert.equal(stateAfter(...HELLO, 'C: RCPT TO:<b>', 'S: 250 Ok').transaction.kind, 'none');
  });
});

describe('a fault is told again', () => {
  const early = ['C: MAIL FROM:<a>', 'S: 503 hello first'];

  for (const verb of ['EHLO', 'HELO', 'LHLO']) {
    test(`after an accepted ${verb}`, () => {
      const again = ['C: RCPT TO:<b>', 'S: 503 no'];
      const found = faults(GREETING, ...early, `C: ${verb} a`, 'S: 250 mx', ...again);
      assert.deepEqual(found, ['MAIL before-hello', 'RCPT rcpt-before-mail']);
    });
  }

  test('not after a refused one', () => {
    const found = faults(GREETING, ...early, 'C: EHLO a', 'S: 501 no', ...early);
    assert.deepEqual(found, ['MAIL before-hello', 'MAIL consequence']);
  });

  test('not after any other verb', () => {
    const found = faults(GREETING, ...early, 'C: NOOP', 'S: 250 Ok', ...early);
    assert.deepEqual(found, ['MAIL before-hello', 'MAIL consequence']);
  });
});

describe('sent in the clear behind STARTTLS', () => {
  const tls = [...HELLO, 'C: STARTTLS'];

  test('is no fault of order, sent after the go-ahead it is', () => {
    assert.deepEqual(faults(...tls, 'C: MAIL FROM:<a>', 'S: 220 go', { type: 'tls' }, 'S: 250 Ok'), []);
    assert.deepEqual(faults(...tls, 'S: 220 go', { type: 'tls' }, 'C: MAIL FROM:<a>', 'S: 503 no'), [
      'MAIL no-ehlo-after-starttls',
    ]);
  });
});
