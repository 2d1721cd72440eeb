import type { TextEdit } from 'vscode-languageserver-types';
import type { Fix, FixEdit, FixLine } from '../rules/rule';
import type { Dialect } from '../transcript/dialects/dialect';
import { lineLike } from '../transcript/peel';
import type { Said } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';

/** A fix as text edits: lines are written in the file's own dialect, what stands around them and the line end copied from a neighbour. */
export function editsOf(document: ParsedDocument, fix: Fix): TextEdit[] {
  const { dialect } = document.transcript.detection;
  return dialect === undefined ? [] : fix.edits.flatMap((edit) => toTextEdits(document, dialect, edit));
}

function toTextEdits(document: ParsedDocument, dialect: Dialect, edit: FixEdit): TextEdit[] {
  switch (edit.kind) {
    case 'insert':
      return [insertion(document, edit.before, written(document, dialect, edit.lines, edit.like))];
    case 'replace':
      return [replacement(document, edit.said.line, written(document, dialect, edit.lines, edit.said))];
    case 'text':
      return [{ range: document.positions.range(edit.span), newText: edit.text }];
    case 'delete':
      return edit.lines.map((line) => deletion(document, line));
    case 'move': {
      const texts = edit.lines.map((line) => document.lineText(line));
      return [insertion(document, edit.before, texts), ...edit.lines.map((line) => deletion(document, line))];
    }
    default:
      return edit satisfies never;
  }
}

function written(document: ParsedDocument, whole: Dialect, lines: readonly FixLine[], like: Said): string[] {
  const model = document.peeled(like.line);
  const { dialect = whole, peelers } = document.detectionAt(like.line);
  return lines.map(({ speaker, text }) => lineLike(model, peelers, dialect.write(speaker, text, model)));
}

function insertion(document: ParsedDocument, before: number, lines: readonly string[]): TextEdit {
  const eol = lineEnd(document);
  const { lineCount } = document.transcript;
  if (before >= lineCount && !document.text.endsWith('\n') && document.text !== '') {
    const last = lineCount - 1;
    const end = document.positions.position(last, document.lineText(last).length);
    return { range: { start: end, end }, newText: eol + lines.join(eol) };
  }
  const at = document.positions.position(before, 0);
  return { range: { start: at, end: at }, newText: lines.map((line) => line + eol).join('') };
}

function replacement(document: ParsedDocument, line: number, lines: readonly string[]): TextEdit {
  const range = document.positions.range({ line, start: 0, end: document.lineText(line).length });
  return { range, newText: lines.join(lineEnd(document)) };
}

/** The line and its end; of the last line the end before it, so that no empty line stays. */
function deletion(document: ParsedDocument, line: number): TextEdit {
  const start = document.positions.position(line, 0);
  const starts = document.lineStarts();
  if (starts[line + 1] !== undefined) {
    return { range: { start, end: document.positions.position(line + 1, 0) }, newText: '' };
  }
  const end = document.positions.position(line, document.lineText(line).length);
  if (line === 0) return { range: { start, end }, newText: '' };
  const before = document.positions.position(line - 1, document.lineText(line - 1).length);
  return { range: { start: before, end }, newText: '' };
}

function lineEnd(document: ParsedDocument): string {
  if (document.endsInCr) return '\r';
  const lf = document.text.indexOf('\n');
  return lf > 0 && document.text[lf - 1] === '\r' ? '\r\n' : '\n';
}
