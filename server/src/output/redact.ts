/** Takes out of a log what must not leave the house, and leaves it a log that reads the same. */
import { canonical } from '../transcript/dialects';
import { linesOf } from '../transcript/lines';
import { type Peeler, peel } from '../transcript/peel';
import { readTranscript, type Transcript } from '../transcript/readTranscript';
import { regionAt } from '../transcript/regions';
import type { Said, Span } from '../transcript/transcript';
import { convert } from './convert';
import { applied, overwrite, overwritten, type Replacement } from './overwrite';
import { Pseudonyms } from './pseudonyms';
import { Secrets, sentSecrets } from './secrets';
import { chunksOf, messagesOf, utterancesBySession } from './sessions';

export interface RedactOptions {
  /** Secrets of AUTH, the user names in them included. */
  readonly credentials: boolean;
  /** E-mail addresses become `user1@domain1.example`, the same one always the same. */
  readonly addresses: boolean;
  /** IP addresses become ones of the documentation ranges. */
  readonly ips: boolean;
  /** Letters and digits of messages become `x`; names of header fields stay. */
  readonly messages: boolean;
}

/** The text of the log with what the options name replaced. A search for any of it finds nothing more. */
export function redact(text: string, transcript: Transcript, options: RedactOptions): string {
  if (dumps(text, transcript)) {
    const written = convert(transcript, canonical);
    return redact(written, readTranscript(written, canonical), options);
  }
  const log = lookAt(transcript, options.messages);
  const lines = text.split('\n');
  const exact = countsOctets(transcript);
  const names = new Pseudonyms(text, exact);
  const amidOctets = (number: number) => countsAt(transcript, number);
  for (const [number, line] of lines.entries()) names.learn(unsaid(line, log.parts.get(number)), amidOctets(number));
  for (const { text: each } of log.wrapped) names.learn(each);
  const secrets = new Secrets();
  const replacements: Replacement[] = [];
  if (options.credentials) {
    for (const { said, start, end } of transcript.sessions.flatMap(sentSecrets)) {
      replacements.push(...overwrite(said, start, end, maskOf(end - start, exact)));
      secrets.addResponse(said.text.slice(start, end));
    }
    for (const [number, line] of lines.entries()) if (!log.said.has(number)) secrets.addFrom(line.slice(0, LONGEST));
  }
  if (options.messages) {
    for (const said of log.message) replacements.push(...maskLine(said));
    for (const copy of copies(lines, log, transcript.detection.peelers)) replacements.push(copy);
  }
  for (const said of log.wrapped) {
    for (const { start, end, name } of names.in(said.text, options))
      replacements.push(...overwrite(said, start, end, name));
  }
  for (const [line, parts] of log.parts) {
    // What else stands in such a line.
    const found = names.in(unsaid(lines[line] ?? '', parts), options, amidOctets(line));
    for (const { start, end, name } of found) replacements.push({ line, start, end, text: name });
  }
  return applied(text, replacements)
    .split('\n')
    .map((line, number) => {
      const hidden = options.credentials ? secrets.hideIn(line, (secret) => maskOf(secret.length, exact)) : line;
      if (log.parts.has(number)) return hidden;
      return overwritten(
        hidden,
        [...names.in(hidden, options, amidOctets(number))].map(({ name, ...place }) => ({ text: name, ...place })),
      );
    })
    .join('\n');
}

/** What is read stands there in octets, too, or cannot be told from what is not: such a log is written anew. */
export function dumps(text: string, { regions }: Transcript): boolean {
  const dialects = [...new Set(regions.map(({ detection }) => detection))].flatMap(({ dialect, peelers }) =>
    dialect?.dumps === undefined ? [] : [{ dialect, peelers }],
  );
  if (dialects.length === 0) return false;
  return linesOf(text).some((line) =>
    dialects.some(({ dialect, peelers }) => dialect.dumps?.(peel(line, peelers).text) === true),
  );
}

/** What stands where in a log. */
interface Log {
  /** Lines of the file on which somebody says something. */
  readonly said: ReadonlySet<number>;
  /** Lines of mail data. */
  readonly message: ReadonlySet<Said>;
  /** What a search by line would miss or mistake, and is no mail data that is masked. */
  readonly wrapped: readonly Said[];
  /** By line, where that and the mail data beside it stand. */
  readonly parts: ReadonlyMap<number, readonly Span[]>;
}

/** A line with blanks in place of what is looked at as it was said. */
function unsaid(line: string, parts: readonly Span[] = []): string {
  return overwritten(
    line,
    parts.map(({ start, end }) => ({ start, end, text: ' '.repeat(end - start) })),
  );
}

function lookAt(transcript: Transcript, masked: boolean): Log {
  const said = new Set<number>();
  const message = new Set<Said>();
  const wrapped: Said[] = [];
  const parts = new Map<number, Span[]>();
  for (const [session, utterances] of utterancesBySession(transcript)) {
    const shown = [...messagesOf(session, utterances), ...chunksOf(session, utterances)];
    for (const { lines } of shown) for (const line of lines) message.add(line);
    for (const each of utterances) {
      if (each.speaker === 'tool') continue;
      said.add(each.line);
      const isWrapped = each.pieces?.some(({ line }) => line !== each.line) ?? false;
      const counted = each.elided === undefined && countsAt(transcript, each.line);
      const isMasked = masked && message.has(each);
      if (isMasked ? !counted : !isWrapped && !counted) continue;
      if (!isMasked) wrapped.push(each);
      for (const { line, start, end } of spansOf(each)) {
        const known = parts.get(line);
        if (known === undefined) parts.set(line, [{ line, start, end }]);
        else known.push({ line, start, end });
      }
    }
  }
  return { said, message, wrapped, parts };
}

function spansOf({ pieces, line, start, end }: Said): readonly Span[] {
  return (
    pieces?.map((piece) => ({ line: piece.line, start: piece.column, end: piece.column + piece.width })) ?? [
      { line, start, end },
    ]
  );
}

/** In a capture, octets of headers stand before what is said: what looks like an address there may be none. */
function countsAt({ regions }: Transcript, line: number): boolean {
  return regionAt(regions, line)?.detection.dialect?.counts === true;
}

/** Lines of other lengths would read differently: in a capture that tells how long each packet is, and in BDAT chunks. */
function countsOctets(transcript: Transcript): boolean {
  if (transcript.regions.some(({ detection }) => detection.dialect?.counts)) return true;
  return transcript.sessions.some(({ steps }) =>
    steps.some(({ exchange }) => exchange.kind === 'command' && exchange.data?.first !== undefined),
  );
}

/** What stands in place of a secret; the canonical format reads it as one. */
function maskOf(length: number, exact: boolean): string {
  return exact ? '*'.repeat(length) : '****';
}

/** Characters of a tool's line that are looked at. */
const LONGEST = 4000;

// --- messages -----------------------------------------------------------------------------------------------------

/** One `x` for each character of a word. */
function maskLine(said: Said): Replacement[] {
  const { text } = said;
  const name = /^[A-Za-z][A-Za-z0-9-]{0,75}:(?=[ \t]|$)/.exec(text)?.[0].length ?? 0;
  return [...text.matchAll(WORD)]
    .filter(({ index }) => index >= name)
    .flatMap(({ index, 0: word }) => overwrite(said, index, index + word.length, masked(word)));
}

function masked(word: string): string {
  return 'x'.repeat(word.length);
}

const WORD = /[\p{L}\p{N}\p{M}]+/gu;

/** Tools print a message twice: as it was sent, and as they took it. */
function* copies(lines: readonly string[], { said, message }: Log, peelers: readonly Peeler[]): Generator<Replacement> {
  const bodies = new Set<string>();
  for (const { text } of message) {
    if (!/[\p{L}\p{N}]{3}/u.test(text)) continue;
    bodies.add(text.trim());
    if (text.startsWith('..')) bodies.add(text.slice(1).trim());
  }
  if (bodies.size === 0) return;
  for (const [number, line] of lines.entries()) {
    if (said.has(number) || line.length > LONGEST) continue;
    const { text, from, pieces } = peel({ number, text: line, eol: '\n' }, peelers);
    const start = copyIn(text, bodies);
    if (start === undefined) continue;
    const place = { line: number, start: from, end: from + text.length, text, ...(pieces !== undefined && { pieces }) };
    for (const { index, 0: word } of text.slice(start).matchAll(WORD)) {
      yield* overwrite(place, start + index, start + index + word.length, masked(word));
    }
  }
}

/** Where in the line one of the bodies begins that ends it: at its start, or behind some of its words. */
function copyIn(line: string, bodies: ReadonlySet<string>): number | undefined {
  const end = line.trimEnd();
  let from = end.length - end.trimStart().length;
  for (let words = 0; words < MOST_WORDS_BEFORE; words++) {
    if (bodies.has(end.slice(from))) return from;
    const next = /[\s"':.]+/g;
    next.lastIndex = from;
    const gap = next.exec(end);
    if (gap === null || next.lastIndex >= end.length) return undefined;
    from = next.lastIndex;
  }
  return undefined;
}

const MOST_WORDS_BEFORE = 30;
