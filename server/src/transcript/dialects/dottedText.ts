/**
 * A packet printed as one text in which a dot stands for each octet that cannot be printed, those of line ends among them
 * (ngrep without `-W byline`). Replies and commands are told apart by how they begin; where the lines of a message end
 * cannot be known, so of a message only its octets are told.
 */

import { readsAsCommand } from '../command';
import type { ModeName } from '../conversation';
import { looksLikeReply } from '../reply';
import type { Segment } from './packetSegments';
import { placeOf, verbatimPart, type WireText } from './wireText';

/** A line end and the beginning of the next reply line. */
const NEXT_REPLY = /\.\.(?=[2-5]\d\d[ -])/g;
/** A line end and the beginning of the next command. */
const NEXT_COMMAND =
  /\.\.(?=(?:(?:EHLO|HELO|LHLO|VRFY|EXPN|ETRN|XCLIENT|XFORWARD|AUTH) |MAIL FROM:|RCPT TO:|BDAT \d|(?:DATA|RSET|QUIT|STARTTLS)\.\.|(?:NOOP|HELP)(?: |\.\.)))/gi;

/** The lines of a server's packet. */
export function replyLines(packet: WireText): Segment[] {
  return linesAt(packet, 0, boundaries(packet.text, NEXT_REPLY, 0));
}

/**
 * The lines of a client's packet: commands, and messages of which only the octets are told. `chunk`: so many octets of a
 * chunk are still to come.
 */
export function clientLines(packet: WireText, mode: ModeName, chunk: number): Segment[] {
  const { text } = packet;
  if (mode === 'data') return [hiddenAt(packet, 0, text.length)];
  const segments: Segment[] = [];
  let from = Math.min(chunk, text.length);
  if (from > 0) segments.push(hiddenAt(packet, 0, from));
  while (from < text.length) {
    const ends = boundaries(text, NEXT_COMMAND, from);
    const lines = linesAt(packet, from, ends);
    const stop = lines.findIndex((line) => /^(?:BDAT \d{1,15}\b|DATA$)/i.test(inFull(line.text)));
    const opening = mode === 'undecided' && !readsAsCommand(lines[0]?.text ?? '') ? 0 : stop;
    if (opening < 0 || (opening === stop && lines[stop]?.ended === false && !text.includes('..', from))) {
      segments.push(...lines);
      break;
    }
    if (opening === 0 && opening !== stop) {
      segments.push(hiddenAt(packet, from, text.length));
      break;
    }
    // The octets of a message are right behind its command.
    const line = lines[stop] as Segment;
    const start = stop === 0 ? from : (ends[stop - 1] as number) + 2;
    const end = text.indexOf('..', start);
    segments.push(...lines.slice(0, stop), lineAt(packet, start, end < 0 ? text.length : end, end >= 0));
    if (end < 0) break;
    const octets = /^BDAT (\d{1,15})/i.exec(line.text)?.[1];
    const behind = end + 2;
    const until = octets === undefined ? text.length : Math.min(text.length, behind + Number(octets));
    const commands = octets === undefined && readsAsCommand(text.slice(behind));
    if (until > behind && !commands) segments.push(hiddenAt(packet, behind, until));
    from = commands ? behind : until;
  }
  return segments;
}

/** The commands that may follow the end of a message in the same packet: whether they do shows in what is answered. */
export function commandsBehind(packet: WireText): Segment[] {
  const end = /\.{5}(?=(?:(?:QUIT|RSET|NOOP)|MAIL FROM:[^\r\n]{1,500})\.\.$)/i.exec(packet.text);
  return end === null ? [] : linesAt(packet, end.index + 5, boundaries(packet.text, NEXT_COMMAND, end.index + 5));
}

/** Up to the dots of its line end. */
function inFull(text: string): string {
  const end = text.indexOf('..');
  return end < 0 ? text : text.slice(0, end);
}

function boundaries(text: string, next: RegExp, from: number): number[] {
  return [...text.matchAll(next)].map(({ index }) => index).filter((index) => index >= from);
}

function linesAt(packet: WireText, from: number, ends: readonly number[]): Segment[] {
  const { text } = packet;
  const starts = [from, ...ends.map((end) => end + 2)];
  return starts.flatMap((start, index) => {
    const end = ends[index];
    if (end !== undefined) return lineAt(packet, start, end, true);
    if (start >= text.length) return [];
    if (text.endsWith('..') && text.length - 2 >= start) return lineAt(packet, start, text.length - 2, true);
    // One dot is a line end of one octet when what stands before it is whole.
    const rest = text.slice(start, -1);
    const whole = text.endsWith('.') && (readsAsCommand(rest) || looksLikeReply(rest));
    return lineAt(packet, start, whole ? text.length - 1 : text.length, whole);
  });
}

function lineAt(packet: WireText, from: number, to: number, ended: boolean): Segment {
  const { text, pieces } = verbatimPart(packet, from, to);
  const place = pieces.length > 0 ? placeOf(pieces) : pointIn(packet, from);
  return { text, ended, ...place };
}

function hiddenAt(packet: WireText, from: number, to: number): Segment {
  return { ...lineAt(packet, from, to, true), text: '', octets: to - from };
}

function pointIn({ pieces }: WireText, at: number) {
  const piece = pieces.findLast((each) => each.at <= at) ?? pieces[0];
  const column = (piece?.column ?? 0) + at - (piece?.at ?? 0);
  return { line: piece?.line ?? 0, start: column, end: column };
}
