/**
 * One JSON object per line, as docker's json-file driver and structured loggers write it. The message is one string in
 * it: `log`, `msg`, `message` or journalctl's `MESSAGE`, of which the program and its process are told in fields of their own. Its escapes are undone with
 * their places kept.
 */
import type { PeeledLine, Piece } from '../transcript';
import { common, type Peeler, type PeelerFamily, type Told, timeIn } from './peeler';

export const JSON_LINE: Peeler = { id: 'json', peel };

export const JSON_LINES: PeelerFamily = common(JSON_LINE);

const MESSAGE = /"(?:log|msg|message|MESSAGE|textPayload)" ?: ?"/;
const TIME = /"(?:time|timestamp|@timestamp|ts)" ?: ?"([^"\\]{10,40})"/;

function peel(line: PeeledLine): PeeledLine | undefined {
  const { text } = line;
  if (text.charCodeAt(0) !== BRACE) return undefined;
  const key = MESSAGE.exec(text);
  if (key === null) return undefined;
  const start = key.index + key[0].length;
  const message = decode(line, start);
  if (message === undefined) return undefined;
  const told = key[0].startsWith('"MESSAGE"') ? journal(text) : stamp(text);
  return { ...line, ...told, ...message, from: line.from + start };
}

function stamp(text: string): Told {
  const time = TIME.exec(text)?.[1];
  return time === undefined ? {} : timeIn(time);
}

/** What `journalctl -o json` and gateways of the journal tell of the program; the microseconds are those of the clock. */
function journal(text: string): Told {
  const microseconds = /"__REALTIME_TIMESTAMP" ?: ?"(\d{14,17})"/.exec(text)?.[1];
  const host = /"_HOSTNAME" ?: ?"([^"\\]{1,255})"/.exec(text)?.[1];
  const process = /"SYSLOG_IDENTIFIER" ?: ?"([^"\\]{1,255})"/.exec(text)?.[1];
  const pid = (/"SYSLOG_PID" ?: ?"(\d{1,10})"/.exec(text) ?? /"_PID" ?: ?"(\d{1,10})"/.exec(text))?.[1];
  return {
    ...(microseconds === undefined ? stamp(text) : { time: Math.floor(Number(microseconds) / 1000) }),
    ...(host !== undefined && { host }),
    ...(process !== undefined && { process }),
    ...(pid !== undefined && { pid }),
  };
}

function decode(
  line: PeeledLine,
  start: number,
): { readonly text: string; readonly pieces: readonly Piece[] } | undefined {
  const raw = line.text;
  const { number } = line.line;
  const pieces: Piece[] = [];
  let text = '';
  for (let at = start; at < raw.length; ) {
    const code = raw.charCodeAt(at);
    if (code === QUOTE) return trimmed(text, pieces);
    if (code === BACKSLASH) {
      const found = /^\\(?:u([0-9a-fA-F]{4})|([bfnrt"\\/]))/.exec(raw.slice(at, at + 6));
      if (found === null) return undefined;
      pieces.push({ at: text.length, line: number, column: line.from + at, width: found[0].length });
      text +=
        found[1] === undefined
          ? (ESCAPES[found[2] as string] ?? (found[2] as string))
          : String.fromCharCode(Number.parseInt(found[1], 16));
      at += found[0].length;
      continue;
    }
    let end = at + 1;
    while (end < raw.length && raw.charCodeAt(end) !== QUOTE && raw.charCodeAt(end) !== BACKSLASH) end++;
    pieces.push({ at: text.length, line: number, column: line.from + at, width: end - at });
    text += raw.slice(at, end);
    at = end;
  }
  return undefined;
}

/** The line end that the program wrote is part of the string. */
function trimmed(text: string, pieces: readonly Piece[]): { readonly text: string; readonly pieces: readonly Piece[] } {
  let end = text.length;
  if (text.endsWith('\n')) end--;
  while (end > 0 && end < text.length && text.charCodeAt(end - 1) === CR) end--;
  return end === text.length
    ? { text, pieces }
    : { text: text.slice(0, end), pieces: pieces.filter(({ at }) => at < end) };
}

const ESCAPES: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t' };
const BRACE = 123;
const QUOTE = 34;
const BACKSLASH = 92;
const CR = 13;
