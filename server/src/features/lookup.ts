/** What stands at a position: the line as said, its place in the session, the word under the cursor. */
import type { Position } from 'vscode-languageserver-types';
import { readPath } from '../transcript/command';
import { escaped } from '../transcript/escaped';
import { locate, type Piece, type Said, type Span } from '../transcript/transcript';
import type { ParsedDocument } from './parsedDocument';
import type { Context } from './stretch';

/** A said line under the cursor. `offset` is in its text. */
export interface SaidAt {
  readonly said: Said;
  readonly offset: number;
  readonly context: Context | undefined;
}

export function saidAt(document: ParsedDocument, position: Position): SaidAt | undefined {
  const { line, column } = document.positions.place(position);
  for (const utterance of document.utterancesThrough(line)) {
    if (utterance.speaker === 'tool' || !standsAt(utterance, line, column)) continue;
    return { said: utterance, offset: offsetOf(utterance, line, column), context: document.contextOf(utterance) };
  }
  return undefined;
}

function standsAt({ start, end, pieces }: Said, line: number, column: number): boolean {
  // Between its pieces on one line stand the escapes.
  if (pieces === undefined || pieces.every((each) => each.line === line)) return column >= start && column <= end;
  return pieces.some((each) => each.line === line && column >= each.column && column <= each.column + each.width);
}

/** The offset in a said text of a column of one of its lines. */
function offsetOf({ start, text, pieces }: Said, line: number, column: number): number {
  if (pieces === undefined) return Math.min(column - start, text.length);
  let found: Piece | undefined;
  for (const piece of pieces) if (piece.line === line && piece.column <= column) found = piece;
  return found === undefined ? 0 : Math.min(found.at + Math.min(column - found.column, found.width), text.length);
}

/** Something that can occur in many places and be looked for. */
export interface Name {
  readonly kind: 'address' | 'queue-id' | 'message-id' | 'host' | 'ip' | 'session';
  readonly text: string;
  readonly span: Span;
}

/** The address, identifier, host or IP under the cursor, in any line of the file; else the name of the line's session. */
export function nameAt(document: ParsedDocument, position: Position): Name | undefined {
  const { line, column } = document.positions.place(position);
  const isHere = ({ span }: Name) => span.start <= column && column <= span.end;
  return namesIn(document.lineText(line), line).find(isHere) ?? sessionNamesOn(document, line).find(isHere);
}

/** Where a line names the session that it belongs to: in the prefix that the tool wrote before what was said. */
function sessionNamesOn(document: ParsedDocument, line: number): Name[] {
  const text = document.lineText(line).slice(0, LONGEST);
  return document.utterancesOn(line).flatMap(({ session, speaker, start }) => {
    const head = speaker === 'tool' ? text : text.slice(0, start);
    // A name is what the tool wrote, with what tells connections of one process apart: `23706/2`.
    for (const written of session.split(/[/:@#]/)) {
      const at = written.length < 2 ? -1 : head.search(wordPattern(written));
      if (at >= 0) return [{ kind: 'session', text: session, span: { line, start: at, end: at + written.length } }];
    }
    return [];
  });
}

function wordPattern(name: string): RegExp {
  return new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w.])`);
}

/** All names in one line of the file. */
export function namesIn(text: string, line: number): Name[] {
  const names: Name[] = [];
  for (const match of text.slice(0, LONGEST).matchAll(NAME)) {
    const { messageId, address, ip, queue, exim, host } = match.groups ?? {};
    const value = messageId ?? address ?? ip ?? queue ?? exim ?? host;
    if (value === undefined) continue;
    const start = match.index + match[0].lastIndexOf(value);
    const span = { line, start, end: start + value.length };
    const kind =
      messageId !== undefined
        ? 'message-id'
        : address !== undefined
          ? 'address'
          : ip !== undefined
            ? 'ip'
            : host !== undefined
              ? 'host'
              : 'queue-id';
    names.push({ kind, text: value, span });
  }
  return names;
}

/** Longer lines are no dialogue; what they hold is not looked through. */
const LONGEST = 4000;

const NAME =
  /(?<=message-id:? ?[<=]<?)(?<messageId>[^\s<>]{3,250})(?=>)|(?<address>[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,250}[A-Za-z0-9])?)|(?<ip>\b\d{1,3}(?:\.\d{1,3}){3}\b)|(?:queued as |id=|queue id )(?<queue>[A-Za-z0-9-]{6,40})|\b(?<exim>[0-9A-F]{9,12}(?=: )|[A-Za-z0-9]{6}-[A-Za-z0-9]{6,11}-[A-Za-z0-9]{2,4})|\b(?<host>(?:[a-z0-9-]{1,63}\.){1,8}(?:example|test|invalid|localhost|[a-z]{2,24}))\b/gi;

/** Where the same name occurs in a document, in the order of the file. */
export function occurrences(document: ParsedDocument, name: Pick<Name, 'kind' | 'text'>): Span[] {
  if (name.kind === 'session') return sessionLines(document, name.text);
  const wanted = name.text.toLowerCase();
  const spans: Span[] = [];
  const lower = document.text.toLowerCase();
  let lastLine = -1;
  for (let at = lower.indexOf(wanted); at >= 0; at = lower.indexOf(wanted, at + wanted.length)) {
    const line = document.content.lineAt(at);
    if (line === lastLine) continue;
    lastLine = line;
    for (const found of namesIn(document.lineText(line), line)) {
      if (found.text.toLowerCase() === wanted) spans.push(found.span);
      else if (name.kind === 'host' && found.text.toLowerCase().endsWith(`@${wanted}`)) {
        spans.push({ ...found.span, start: found.span.end - wanted.length });
      }
    }
  }
  return spans;
}

function sessionLines(document: ParsedDocument, session: string): Span[] {
  const lines = new Set(
    document.transcript.utterances.filter((each) => each.session === session).map(({ line }) => line),
  );
  return [...lines].flatMap((line) =>
    sessionNamesOn(document, line)
      .filter(({ text }) => text === session)
      .slice(0, 1)
      .map(({ span }) => span),
  );
}

/** The spans of a command and of its replies, one span a line. */
export function pairOf({ step }: Context): { readonly command: Span | undefined; readonly replies: readonly Span[] } {
  const { exchange } = step;
  const said =
    exchange.kind === 'command' ? exchange.command.said : exchange.kind === 'message' ? exchange.data.last : undefined;
  const replies = 'replies' in exchange ? exchange.replies : [];
  return {
    command: said === undefined ? undefined : locate(said, 0, said.text.length),
    replies: replies.flatMap(({ lines }) => lines.map((each) => locate(each.said, 0, each.said.text.length))),
  };
}

/** The MAIL or RCPT parameter at an offset of a command. */
export function parameterAt(at: SaidAt) {
  const exchange = at.context?.step.exchange;
  if (exchange?.kind !== 'command' || at.context?.role !== 'command') return undefined;
  const { verb } = exchange.command;
  if (verb !== 'MAIL' && verb !== 'RCPT') return undefined;
  return readPath(exchange.command).parameters.find(({ start, end }) => start <= at.offset && at.offset <= end);
}
