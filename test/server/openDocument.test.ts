/** Documents follow the edits of the client as the library's own do. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import type { TextDocumentContentChangeEvent } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocuments } from '../../server/src/documents';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { openDocuments } from '../../server/src/openDocument';
import { CANONICAL, textOf } from '../bench/logs';

const URI = 'file:///a.smtp';

const position = fc.record({ line: fc.nat(8), character: fc.nat(12) });
const change = fc.oneof(
  fc.record({
    range: fc.record({ start: position, end: position }),
    text: fc.constantFrom('', 'a', '\n', '\r\n', '\r', 'S: 250 Ok\n'),
  }),
  fc.record({ text: fc.constantFrom('', 'one\ntwo\n', 'a\rb') }),
);
const changes = fc.array(change, { minLength: 1, maxLength: 3 });
const text = fc.string({ unit: fc.constantFrom('a', 'bcd', '\n', '\r\n', '\r'), maxLength: 20 });

/** Of a new document each time: one that is updated loses count of its lines when a range lies behind its end. */
function editedByLibrary(text: string, change: TextDocumentContentChangeEvent): string {
  if (!('range' in change)) return change.text;
  const edit = { range: change.range, newText: change.text };
  return TextDocument.applyEdits(TextDocument.create(URI, 'smtp', 0, text), [edit]);
}

describe('an open document', () => {
  test('has the text that the library has, whatever is edited', () => {
    fc.assert(
      fc.property(text, fc.array(changes, { maxLength: 3 }), (first, batches) => {
        let document = openDocuments.create(URI, 'smtp', 0, first);
        for (const [index, batch] of batches.entries()) {
          const wanted = batch.reduce(editedByLibrary, document.text.toString());
          document = openDocuments.update(document, batch, index + 1);
          assert.equal(document.text.toString(), wanted);
          assert.equal(document.version, index + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  test('is read after its edits as the whole text is', () => {
    const transcript = textOf(CANONICAL, 60_000);
    const place = fc.record({ line: fc.nat(2000), character: fc.nat(40) });
    const edit = fc.record({
      range: fc.record({ start: place, end: place }).map(({ start }) => ({ start, end: { ...start, character: 60 } })),
      text: fc.constantFrom('', 'a', '\n', 'S: 250 Ok\n', 'aaaa'),
    });
    fc.assert(
      fc.property(fc.array(fc.array(edit, { minLength: 1, maxLength: 3 }), { maxLength: 3 }), (batches) => {
        const documents = new ParsedDocuments();
        let document = openDocuments.create(URI, 'smtp', 0, transcript);
        documents.get(document);
        for (const [index, batch] of batches.entries()) {
          document = openDocuments.update(document, batch, index + 1);
          const { sessions } = documents.get(document).transcript;
          assert.deepEqual(sessions, new ParsedDocument(document.text.toString()).transcript.sessions);
        }
      }),
      { numRuns: 30 },
    );
  });
});
