import type { Position, TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import { SourceText } from './transcript/sourceText';

/** One version of a document that is open in the editor. */
export interface OpenDocument {
  readonly uri: string;
  readonly version: number;
  readonly text: SourceText;
}

/** How documents follow the edits of the client. */
export const openDocuments: TextDocumentsConfiguration<OpenDocument> = {
  create: (uri, _languageId, version, text) => ({ uri, version, text: SourceText.of(text) }),
  update: ({ uri, text }, changes, version) => ({ uri, version, text: changes.reduce(changed, text) }),
};

function changed(text: SourceText, change: TextDocumentContentChangeEvent): SourceText {
  if (!('range' in change)) return SourceText.of(change.text);
  const offsetAt = text.plain
    ? (position: Position) => offsetIn(text, position)
    : (position: Position) => TextDocument.create('', '', 0, text.toString()).offsetAt(position);
  const [start, end] = [offsetAt(change.range.start), offsetAt(change.range.end)];
  return text.edited(Math.min(start, end), Math.max(start, end), change.text);
}

/** What lies behind a line or behind the text is at its end, as in the library. `text`: a plain one. */
function offsetIn(text: SourceText, { line, character }: Position): number {
  const start = text.startOf(line);
  if (start === undefined) return text.length;
  return start + Math.min(Math.max(0, character), text.line(line)?.text.length ?? 0);
}
