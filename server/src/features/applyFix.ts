import type { TextEdit } from 'vscode-languageserver-types';
import type { Fix, FixEdit, FixLine } from '../rules/rule';
import type { Dialect } from '../transcript/dialects/dialect';
import { lineLike } from '../transcript/peel';
import type { Said } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';

/**
 * A fix as text edits: lines are written in the file's own dialect, what stands around them and the line end copied from a
 * neighbour. Lines that are read as one stay together, or go together.
 */
export function editsOf(document: ParsedDocument, fix: Fix): TextEdit[] {
  const { dialect } = document.transcript.detection;
  return dialect === undefined ? [] : fix.edits.flatMap((edit) => toTextEdits(document, dialect, edit));
}

function toTextEdits(document: ParsedDocument, dialect: Dialect, edit: FixEdit): TextEdit[] {
  switch (edit.kind) {
    case 'insert':
      return [
        insertion(document, behindBroken(document, edit.before), written(document, dialect, edit.lines, edit.like)),
      ];
    case 'replace': {
      const { first, last } = document.wholeOf(edit.said.line);
      return [replacement(document, first, last, written(document, dialect, edit.lines, edit.said))];
    }
    case 'text':
      return [{ range: document.positions.range(edit.span), newText: edit.text }];
    case 'delete':
      return withRests(document, edit.lines).map((line) => deletion(document, line));
    case 'move': {
      const lines = withRests(document, edit.lines);
      const texts = lines.map((line) => document.lineText(line));
      const before = behindBroken(document, edit.before);
      return [insertion(document, before, texts), ...lines.map((line) => deletion(document, line))];
    }
    default:
      return edit satisfies never;
  }
}

/** The lines, and those on which they go on. */
function withRests(document: ParsedDocument, lines: readonly number[]): readonly number[] {
  const all = lines.flatMap((line) => {
    const { first, last } = document.wholeOf(line);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
  return [...new Set(all)];
}

/** A place before `line` that is not inside of what is read as one. */
function behindBroken(document: ParsedDocument, line: number): number {
  const { first, last } = document.wholeOf(line);
  return first === line ? line : last + 1;
}

function written(document: ParsedDocument, whole: Dialect, lines: readonly FixLine[], like: Said): string[] {
  const model = document.peeled(document.wholeOf(like.line).first);
  const { dialect = whole, peelers } = document.detectionAt(like.line);
  return lines.map(({ speaker, text }) => lineLike(model, peelers, dialect.write(speaker, text, model)));
}

function insertion(document: ParsedDocument, before: number, lines: readonly string[]): TextEdit {
  const eol = lineEnd(document);
  const { lineCount } = document.transcript;
  if (before >= lineCount && lineCount === document.content.lineCount && document.content.length > 0) {
    const last = lineCount - 1;
    const end = document.positions.position(last, document.lineText(last).length);
    return { range: { start: end, end }, newText: eol + lines.join(eol) };
  }
  const at = document.positions.position(before, 0);
  return { range: { start: at, end: at }, newText: lines.map((line) => line + eol).join('') };
}

function replacement(document: ParsedDocument, first: number, last: number, lines: readonly string[]): TextEdit {
  const start = document.positions.position(first, 0);
  const end = document.positions.position(last, document.lineText(last).length);
  return { range: { start, end }, newText: lines.join(lineEnd(document)) };
}

/** The line and its end; of the last line the end before it, so that no empty line stays. */
function deletion(document: ParsedDocument, line: number): TextEdit {
  const start = document.positions.position(line, 0);
  if (line + 1 < document.content.lineCount) {
    return { range: { start, end: document.positions.position(line + 1, 0) }, newText: '' };
  }
  const end = document.positions.position(line, document.lineText(line).length);
  if (line === 0) return { range: { start, end }, newText: '' };
  const before = document.positions.position(line - 1, document.lineText(line - 1).length);
  return { range: { start: before, end }, newText: '' };
}

function lineEnd(document: ParsedDocument): string {
  if (document.endsInCr) return '\r';
  return document.content.line(0)?.eol.endsWith('\r\n') ? '\r\n' : '\n';
}
