/** Mail transactions and what became of them. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Session } from '../../server/src/transcript/reader';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { transactionsOf } from '../../server/src/transcript/transactions';

const HELLO = `S: 220 mx
C: EHLO a
S: 250 mx
`;

function session(dialogue: string, head = HELLO): Session {
  const [first] = readTranscript(head + dialogue).sessions;
  assert.ok(first);
  return first;
}

/** `a → b 250, c 550: delivered 250` for each transaction. */
function inShort(dialogue: string, head = HELLO): string[] {
  return transactionsOf(session(dialogue, head)).map(({ from, recipients, outcome, code }) => {
    const to = recipients.map((recipient) => `${recipient.address} ${recipient.code ?? '-'}`).join(', ');
    return `${from} → ${to}: ${outcome} ${code ?? '-'}`;
  });
}

const MAIL = `C: MAIL FROM:<a>
S: 250 Ok
`;
const RCPT = `${MAIL}C: RCPT TO:<b>
S: 250 Ok
`;
const message = (answer: string) => `C: DATA
S: 354 Go
C: x
C: .
${answer}`;

describe('the outcome', () => {
  test('is delivered', () => assert.deepEqual(inShort(RCPT + message('S: 250 Ok\n')), ['a → b 250: delivered 250']));

  test('is partly delivered when a recipient was refused', () => {
    assert.deepEqual(inShort(`${RCPT}C: RCPT TO:<c>\nS: 550 no\n${message('S: 250 Ok\n')}`), [
      'a → b 250, c 550: partly-delivered 250',
    ]);
  });

  test('is refused or deferred by the answer to the message', () => {
    assert.deepEqual(inShort(RCPT + message('S: 554 no\n')), ['a → b 250: refused 554']);
    assert.deepEqual(inShort(RCPT + message('S: 451 later\n')), ['a → b 250: deferred 451']);
  });

  test('is refused or deferred by the answer to MAIL', () => {
    assert.deepEqual(inShort('C: MAIL FROM:<a>\nS: 550 no\n'), ['a → : refused 550']);
    assert.deepEqual(inShort('C: MAIL FROM:<a>\nS: 451 later\n'), ['a → : deferred 451']);
  });

  test('is refused when all recipients are, deferred when one may be tried again', () => {
    assert.deepEqual(inShort(`${MAIL}C: RCPT TO:<b>\nS: 550 no\nC: RSET\nS: 250 Ok\n`), ['a → b 550: refused 550']);
    assert.deepEqual(inShort(`${MAIL}C: RCPT TO:<b>\nS: 550 no\nC: RCPT TO:<c>\nS: 450 later\n`), [
      'a → b 550, c 450: deferred 550',
    ]);
  });

  test('is refused by the answer to DATA', () => {
    assert.deepEqual(inShort(`${RCPT}C: DATA\nS: 554 no\nC: QUIT\nS: 221 Bye\n`), ['a → b 250: refused 554']);
  });

  test('is given up with RSET', () =>
    assert.deepEqual(inShort(`${RCPT}C: RSET\nS: 250 Ok\n`), ['a → b 250: reset 250']));

  test('is unfinished when the session ends before it', () => {
    assert.deepEqual(inShort(`${RCPT}C: QUIT\nS: 221 Bye\n`), ['a → b 250: unfinished -']);
  });

  test('is unknown when the log does not show the answer', () => {
    assert.deepEqual(inShort(RCPT + message('')), ['a → b 250: unknown -']);
    assert.deepEqual(inShort('C: MAIL FROM:<a>\nC: RCPT TO:<b>\n', ''), ['a → b -: unknown -']);
  });

  test('is settled by BDAT LAST', () => {
    assert.deepEqual(
      inShort(`${RCPT}C: BDAT 3\nC: x\nS: 250 Ok\nC: BDAT 3 LAST\nC: y\nS: 250 queued\nC: QUIT\nS: 221 Bye\n`),
      ['a → b 250: delivered 250'],
    );
  });

  test('is settled for each recipient in LMTP', () => {
    const lhlo = HELLO.replace('EHLO', 'LHLO');
    const rcpts = `${MAIL}C: RCPT TO:<b>\nS: 250 Ok\nC: RCPT TO:<c>\nS: 550 no\nC: RCPT TO:<d>\nS: 250 Ok\n`;
    assert.deepEqual(inShort(rcpts + message('S: 250 Ok\nS: 452 full\n'), lhlo), [
      'a → b 250, c 550, d 452: partly-delivered 452',
    ]);
  });
});

describe('the boundaries', () => {
  test('are those of each message of a session', () => {
    assert.deepEqual(inShort(RCPT + message('S: 250 one\n') + RCPT.replace('<a>', '<>') + message('S: 250 two\n')), [
      'a → b 250: delivered 250',
      ' → b 250: delivered 250',
    ]);
  });

  test('are not moved by NOOP and VRFY, nor by a refused RSET', () => {
    assert.deepEqual(inShort(`${RCPT}C: NOOP\nS: 250 Ok\nC: RSET\nS: 500 no\n${message('S: 250 Ok\n')}`), [
      'a → b 250: delivered 250',
    ]);
  });

  test('are EHLO and STARTTLS, too', () => {
    assert.deepEqual(inShort(`${RCPT}C: EHLO a\nS: 250 mx\n`), ['a → b 250: unfinished -']);
  });

  test('leave a nested MAIL in the transaction that is open', () => {
    assert.deepEqual(inShort(`${RCPT}C: MAIL FROM:<c>\nS: 503 nested\n${message('S: 250 Ok\n')}`), [
      'a → b 250: delivered 250',
    ]);
  });

  test('give the lines of all that belongs to it', () => {
    const [first] = transactionsOf(session(RCPT + message('S: 250 Ok\n')));
    assert.deepEqual([first?.firstLine, first?.lastLine], [3, 11]);
    assert.deepEqual([first?.message?.data.firstLine, first?.message?.data.lastLine], [9, 10]);
  });

  test('take as many recipients as there are', () => {
    const refused = 'C: RCPT TO:<x>\nS: 550 No\n'.repeat(150_000);
    const [transaction] = transactionsOf(session(`${MAIL}${refused}C: QUIT\nS: 221 Bye\n`));
    assert.equal(transaction?.outcome, 'refused');
    assert.equal(transaction?.lastLine, 300_004);
  });

  test('begin with MAIL: without one there is no transaction', () => {
    assert.deepEqual(inShort('C: RCPT TO:<b>\nS: 503 no\nC: DATA\nS: 503 no\n'), []);
  });
});
