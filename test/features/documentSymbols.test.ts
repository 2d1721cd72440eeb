import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { ParsedDocument } from '../../server/src/features/parsedDocument';

/** One session; `code`: the answer to RCPT. */
function session(number: number, code: number): string {
  return `--- session ${number} ---
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: ${code} here
C: RSET
S: 250 2.0.0 Ok
C: QUIT
S: 221 2.0.0 Bye
`;
}

const names = (text: string) =>
  documentSymbols(new ParsedDocument(text), 'en').map(({ children = [] }) =>
    children.map(({ name, children: inner }) => [name, inner?.map(({ name: command }) => command)]),
  );

const FULL = [
  ['Greeting', undefined],
  ['EHLO client.example.com', undefined],
  ['Message from <alice@example.com>', ['MAIL FROM:<alice@example.com>', 'RCPT TO:<bob@example.org>', 'RSET']],
  ['QUIT', undefined],
];

describe('the outline', () => {
  test('shows every command of a document of usual length', () => {
    assert.deepEqual(names(session(1, 250)), [FULL]);
  });

  test('shows the commands of sessions with findings only, in a document that nobody scrolls through', () => {
    const many = Array.from({ length: 2000 }, (_, n) => session(n, n === 7 ? 550 : 250)).join('');
    const outline = names(many);
    assert.equal(outline.length, 2000);
    assert.deepEqual(outline[6], [['Message from <alice@example.com>', undefined]]);
    assert.deepEqual(outline[7], FULL);
  });
});
