/** An open document that was edited often holds one version of its text. */
import { ok } from 'node:assert/strict';
import { test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { DEFAULT_POLICY } from '../../server/src/rules/presets';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/** Octets in use. */
function held(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

test('what was read of an edited text does not keep that version of it', () => {
  const session = (n: number) =>
    `--- session ${n} ---\nS: 220 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250 mx.example.org\nC: QUIT\nS: 221 Bye\n`;
  const text = Array.from({ length: 4000 }, (_, n) => session(n)).join('');
  let document = new ParsedDocument(text);
  const before = held();
  const edits = 60;
  for (let n = 0; n < edits; n++) {
    const at = document.text.indexOf('ESMTP', Math.floor((text.length / edits) * n));
    const edited = `${document.text.slice(0, at)}the ${document.text.slice(at)}`;
    document = new ParsedDocument(edited, undefined, DEFAULT_POLICY, document);
  }
  ok(held() - before < 5 * text.length, `${held() - before} octets more, of a text of ${text.length}`);
  ok(document.text.length > text.length);
});
