/** What edits leave alone, as the server notes it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocuments } from '../../server/src/documents';
import { Edits } from '../../server/src/edits';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { CANONICAL, textOf } from '../bench/logs';

const URI = 'file:///a.smtp';

/** Offsets as the document stands when the change is made, counted round. */
interface Change {
  readonly from: number;
  readonly to: number;
  readonly text: string;
}

function apply(edits: Edits, document: TextDocument, changes: readonly Change[]): void {
  const after = { text: document.getText() };
  const events = changes.map(({ from, to, text }) => {
    const ends = [from % (after.text.length + 1), to % (after.text.length + 1)];
    const [start, end] = [Math.min(...ends), Math.max(...ends)];
    const before = edits.create(URI, 'smtp', 0, after.text);
    after.text = `${after.text.slice(0, start)}${text}${after.text.slice(end)}`;
    return { range: { start: before.positionAt(start), end: before.positionAt(end) }, text };
  });
  edits.update(document, events, document.version + 1);
  assert.equal(document.getText(), after.text);
}

const change = fc.record({ from: fc.nat(), to: fc.nat(), text: fc.constantFrom('', 'a', '\n', 'S: 250 Ok\n', 'aaaa') });
const changes = fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 });

describe('edits', () => {
  test('one leaves alone what stands before and behind it', () => {
    const edits = new Edits();
    const document = edits.create(URI, 'smtp', 7, 'one\ntwo\nthree\n');
    apply(edits, document, [{ from: 4, to: 7, text: '2' }]);
    assert.deepEqual(edits.since(7, document), { since: 7, head: 4, tail: 7 });
    assert.equal(edits.since(7, document), undefined);
    apply(edits, document, [{ from: 0, to: 1, text: 'O' }]);
    assert.equal(edits.since(7, document), undefined, 'nobody knows what changed between 7 and 8');
    edits.update(document, [{ text: 'one' }], 10);
    assert.deepEqual(edits.since(9, document), { since: 9, head: 0, tail: 0 });
  });

  test('several leave alone what none of them has touched', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('a', 'b', '\n'), maxLength: 20 }), changes, (text, batches) => {
        const edits = new Edits();
        const document = edits.create(URI, 'smtp', 0, text);
        for (const batch of batches) apply(edits, document, batch);
        const now = document.getText();
        const { head, tail } = edits.since(0, document) ?? assert.fail();
        assert.ok(head <= Math.min(text.length, now.length) && tail <= Math.min(text.length, now.length));
        assert.equal(now.slice(0, head), text.slice(0, head));
        assert.equal(now.slice(now.length - tail), text.slice(text.length - tail));
      }),
    );
  });

  test('what is read after them is what the text says', () => {
    const text = textOf(CANONICAL, 40_000);
    fc.assert(
      fc.property(changes, (batches) => {
        const edits = new Edits();
        const documents = new ParsedDocuments(edits);
        const document = edits.create(URI, 'smtp', 0, text);
        documents.get(document);
        for (const batch of batches) {
          apply(edits, document, batch);
          const { sessions } = documents.get(document).transcript;
          assert.deepEqual(sessions, new ParsedDocument(document.getText()).transcript.sessions);
        }
      }),
      { numRuns: 30 },
    );
  });
});
