import type { Position, TextEdit } from 'vscode-languageserver-types';
import type { ParsedDocument } from './parsedDocument';

/** Only our own format is ours to lay out. */
function isCanonical(document: ParsedDocument): boolean {
  return document.transcript.detection.dialect?.id === 'canonical';
}

/**
 * The canonical format laid out: `C:` and `S:` at the start of the line, one blank after them, no blanks at the end of
 * notes and separators. What was said is not touched.
 */
export function formatting(document: ParsedDocument): TextEdit[] {
  if (!isCanonical(document)) return [];
  const edits: TextEdit[] = [];
  for (let line = 0; line < document.content.lineCount; line++) {
    const text = document.lineText(line);
    const wanted = laidOut(text);
    if (wanted === text) continue;
    const range = document.positions.range({ line, start: 0, end: text.length });
    edits.push({ range, newText: wanted });
  }
  return edits;
}

function laidOut(text: string): string {
  const said = /^[ \t]{0,20}((?:\d[\dT:.Z+-]{7,35} )?[CS]:)(.*)$/.exec(text);
  if (said !== null) {
    const [, head = '', rest = ''] = said;
    return rest === '' || rest.startsWith(' ') ? head + rest : `${head} ${rest}`;
  }
  return text.startsWith('#') || text.startsWith('---') || text.startsWith('* ') ? text.trimEnd() : text;
}

/** After Enter the prefix of the side whose turn it is. */
export function onTypeFormatting(document: ParsedDocument, position: Position, typed: string): TextEdit[] {
  if (!isCanonical(document) || typed !== '\n' || position.line === 0) return [];
  const { line } = document.positions.place(position);
  if (document.lineText(line).trim() !== '') return [];
  const above = document.lineText(line - 1);
  const prefix = nextPrefix(document, above, line);
  return prefix === undefined
    ? []
    : [{ range: { start: { ...position, character: 0 }, end: position }, newText: prefix }];
}

function nextPrefix(document: ParsedDocument, above: string, line: number): string | undefined {
  const reply = /^S: ?(\d{3})([ -])?/.exec(above);
  if (reply !== null) return reply[2] === '-' ? `S: ${reply[1]}` : 'C: ';
  if (!above.startsWith('C:')) return undefined;
  return inMailData(document, line - 1) && above.slice(2).trim() !== '.' ? 'C: ' : 'S: ';
}

/** The line above is a client line that is no command and no response: it is mail data. */
function inMailData(document: ParsedDocument, line: number): boolean {
  const said = document.utterancesOn(line).find(({ speaker }) => speaker === 'client');
  return said !== undefined && document.contextOf(said) === undefined;
}
