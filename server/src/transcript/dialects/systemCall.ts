/**
 * Lines of strace: `11560 14:48:29.96 write(4, "EHLO a.example\r\n", 16) = 16`, with `-xx` all of it in hexadecimal, with
 * `-yy` what the descriptor is; `<unfinished ...>` where another process came in between, `<... read resumed>` behind it.
 */

import type { PeeledLine } from '../transcript';
import { readOctets } from './quoted';
import { appendWire, NO_TEXT, verbatimPart, type WireText } from './wireText';

/** A call that moves octets, ends a connection or gives a descriptor. */
export interface Call {
  readonly name: string;
  readonly process: string;
  /** The descriptor; of a call that gives one, what it gave. */
  readonly descriptor: string;
  /** What the descriptor is, where that is told. */
  readonly what: string | undefined;
  readonly kind: 'in' | 'out' | 'close' | 'new';
  /** Where its further arguments begin. */
  readonly from: number;
  readonly unfinished: boolean;
  /** Milliseconds, since the epoch or since midnight. */
  readonly time: number | undefined;
}

/** A call that goes on. */
export interface Resumed {
  readonly name: string;
  readonly process: string;
  readonly from: number;
}

const PROCESS = String.raw`^ {0,12}(?:\[pid +(\d{1,10})\] +|(\d{1,10}) +)?`;
const TIME = String.raw`(?:(\d\d:\d\d:\d\d(?:\.\d{1,9})?|\d{1,10}\.\d{3,9}|\d{10}) +)?(?:\( *\+ *[\d.]{1,20}\) )?`;
/** What `-n` and `-i` tell. */
const NUMBERS = String.raw`(?:\[ *\d{1,4}\] )?(?:\[[\da-f]{8,16}\] )?`;
const HEAD = PROCESS + TIME + NUMBERS;
const MOVES = new RegExp(
  `${HEAD}(?:(read|readv|recv|recvfrom|recvmsg)|(write|writev|send|sendto|sendmsg)|(close))\\((\\d{1,7}|\\?)(?:<([^"]{0,200}?)>)?(?:, ?|(?=\\)|  ?<unf))`,
);
const GIVES = new RegExp(
  `${HEAD}(?:socket|accept4?|open|openat|dup|dup2|dup3|eventfd2?|epoll_create1?)\\(.{0,400}\\) += (\\d{1,7})(?:<[^"]{0,200}>)?(?: |$)`,
);
const RESUMED = new RegExp(`${HEAD}<\\.\\.\\. (\\w{1,20}) resumed> ?`);

/** The call that a line shows, or begins to show. */
export function callOf(text: string): Call | undefined {
  const moves = MOVES.exec(text.slice(0, LONGEST_HEAD));
  if (moves === null) return givenBy(text);
  const [head, bracketed, bare, time, reads, writes, closes, descriptor = '', what] = moves;
  return {
    name: reads ?? writes ?? closes ?? '',
    process: bracketed ?? bare ?? '',
    descriptor,
    what,
    kind: reads !== undefined ? 'in' : writes !== undefined ? 'out' : 'close',
    from: head.length,
    unfinished: text.endsWith(UNFINISHED),
    time: timeOf(time),
  };
}

const UNFINISHED = '<unfinished ...>';
const LONGEST_HEAD = 480;

function givenBy(text: string): Call | undefined {
  const [, bracketed, bare, time, descriptor] = GIVES.exec(text.slice(0, LONGEST_HEAD)) ?? [];
  if (descriptor === undefined) return undefined;
  const process = bracketed ?? bare ?? '';
  return {
    name: '',
    process,
    descriptor,
    what: undefined,
    kind: 'new',
    from: text.length,
    unfinished: false,
    time: timeOf(time),
  };
}

/** The call of this process that goes on here. */
export function resumedIn(text: string): Resumed | undefined {
  const [head, bracketed, bare, , name] = RESUMED.exec(text.slice(0, LONGEST_HEAD)) ?? [];
  return head === undefined || name === undefined
    ? undefined
    : { name, process: bracketed ?? bare ?? '', from: head.length };
}

/** With `-r` a time is that since the call before: it says nothing by itself. */
function timeOf(time: string | undefined): number | undefined {
  if (time === undefined) return undefined;
  if (/^\d{10}/.test(time)) return Math.round(Number(time) * 1000);
  const [, hours, minutes, seconds] = /^(\d\d):(\d\d):([\d.]+)$/.exec(time) ?? [];
  return hours === undefined
    ? undefined
    : Math.round((Number(hours) * 60 + Number(minutes)) * 60_000 + Number(seconds) * 1000);
}

/** What a call moved. */
export interface Moved {
  /** Each character an octet. */
  readonly octets: WireText;
  /** More was moved than is shown. */
  readonly cut: boolean;
  /** How much, as far as that is told. */
  readonly total: number | undefined;
}

/** What the arguments from offset `from` of the line show; undefined when nothing was moved, or only looked at. */
export function movedIn(line: PeeledLine, name: string, from: number): Moved | undefined {
  const { text } = line;
  const strings = /v$|msg$/.test(name) ? vectorAt(text, from) : text.charAt(from) === '"' ? [from] : [];
  let octets = NO_TEXT;
  let end = from;
  let cut = false;
  for (const at of strings) {
    // A string may hold what looks like the next one.
    if (at < end) continue;
    const quoted = readOctets(line, at);
    if (quoted === undefined) break;
    octets = appendWire(octets, quoted);
    end = quoted.end;
    cut ||= text.startsWith('...', end);
    if (cut) break;
  }
  const rest = text.slice(end);
  const result = /\) += (-?\d{1,12}|\?)/.exec(rest)?.[1];
  if (end === from || rest.includes('MSG_PEEK') || (result !== undefined && !(Number(result) > 0))) return undefined;
  const asked = /^(?:\.\.\.)?, ?(\d{1,12})(?:[,)]| <)/.exec(rest)?.[1];
  const total =
    result !== undefined ? Number(result) : name === 'write' || name.startsWith('send') ? Number(asked) : Number.NaN;
  const all = Number.isNaN(total) ? undefined : total;
  if (cut) return { octets, cut, total: all };
  // Less was taken than there was: the rest comes again.
  const shown = all !== undefined && all < octets.text.length ? verbatimPart(octets, 0, all) : octets;
  return { octets: shown, cut, total: shown.text.length };
}

/** Where the strings of a call with several buffers begin. */
function vectorAt(text: string, from: number): number[] {
  const places: number[] = [];
  for (const found of text.slice(from).matchAll(/\{(?:iov_base=)?"/g))
    places.push(from + found.index + found[0].length - 1);
  return places;
}

/** Nothing was read: the other side has hung up. */
export function isEndOfFile(text: string): boolean {
  return /"", \d{1,12}(?:, [^"]{0,60})?\) += 0(?: |$)/.test(text.slice(-120));
}

/** True for a call that moves octets, whatever it shows. */
export function isSystemCall(text: string): boolean {
  const call = callOf(text);
  return call !== undefined && (call.kind === 'in' || call.kind === 'out');
}
