/**
 * chasquid's log with `-v=1`: `SMTP.Conn 192.0.2.1:56562: -> EHLO client`, where `->` is the client. A reply is one line,
 * code and text apart, its line ends as `\n`. The greeting, the answer to QUIT and message text are not logged.
 */
import type { PeeledLine, Piece } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { quoteText, readQuoted } from './quoted';
import { atTime, say, tell, timeOfStamp } from './utter';
import { cutLines } from './wireText';

export const chasquid: Dialect<Connections> = {
  id: 'chasquid',
  name: 'chasquid -v=1',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => NO_CONNECTIONS,
  read,
  lossy: true,
  writeReply(lines, like) {
    const [first = '', ...others] = lines;
    // What QUIT is answered with is not logged.
    if (first.startsWith('221')) return undefined;
    const texts = [first, ...others].map((line) => line.slice(4));
    return `${before(like)}<- ${first.slice(0, 3)}  ${quoteText(texts.join('\n'), '"').slice(1, -1)}`;
  },
  write(speaker, text, like) {
    const said = quoteText(text, '"').slice(1, -1);
    return speaker === 'client'
      ? `${before(like)}-> ${said}`
      : `${before(like)}<- ${said.slice(0, 3)}  ${said.slice(4)}`;
  },
};

/** What stands before the arrow. */
function before(like: PeeledLine | undefined): string {
  const head = like === undefined ? null : HEAD.exec(like.text.slice(0, LOGGING));
  return like === undefined || head === null
    ? 'SMTP.Conn 127.0.0.1:0: '
    : like.text.slice(0, head.index + head[0].length);
}

const HEAD = /\bSMTP\.Conn (\S{1,64}): /;
/** Time, level and place in the program stand before it. */
const LOGGING = 160;
const REPLY = /^<- (\d{3}) {2}/;
/** It answers what came in place of a handshake, not a command. */
const TLS_FAILED = /^<- 554 {2}5\.5\.0 Error in TLS handshake: /;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text.slice(0, LOGGING));
  if (head === null) return 0;
  const rest = text.slice(head.index + head[0].length);
  return rest.startsWith('-> ') || REPLY.test(rest) ? 10 : 4;
}

function read(line: PeeledLine, state: Connections, context: ReadContext): Connections {
  const head = HEAD.exec(line.text.slice(0, LOGGING));
  if (head === null) return state;
  const key = head[1] as string;
  const from = head.index + head[0].length;
  const rest = line.text.slice(from);
  const stamp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{1,9}/.exec(line.text)?.[0];
  const time = line.time ?? (stamp === undefined ? undefined : timeOfStamp(stamp));
  const timed = atTime(line, time);
  const starts = rest.startsWith('Connected, mode: ');
  const now = starts || !state.names.has(key) ? opened(state, key) : state;
  const session = now.names.get(key) as string;
  if (starts) {
    tell(timed, from, session, { type: 'connect', whole: true, host: key.replace(/:\d+$/, '') }, context);
    if (rest.includes('TLS')) tell(timed, from, session, { type: 'tls' }, context);
    return now;
  }
  if (rest.startsWith('-> ')) return clientSays(timed, from + 3, session, key, now, context);
  const code = REPLY.exec(rest)?.[1];
  if (TLS_FAILED.test(rest))
    tell(timed, from, session, { type: 'error', about: 'tls', message: rest.slice(8) }, context);
  else if (code !== undefined) reply(timed, from + 3, code, session, context);
  else if (/^<> \.\.\. {2}jump to TLS was successful/.test(rest)) tell(timed, from, session, { type: 'tls' }, context);
  else if (rest === 'client closed the connection') {
    tell(timed, from, session, { type: 'close', by: 'client' }, context);
    return closed(now, key);
  } else {
    const message = /^error: (error completing TLS handshake: .*|exiting with error: .*)/.exec(rest)?.[1];
    if (message === undefined) return now;
    const about = message.includes('TLS') ? 'tls' : message.includes('timeout') ? 'timeout' : 'lost';
    tell(timed, from, session, { type: 'error', about, message }, context);
  }
  return now;
}

function clientSays(
  line: PeeledLine,
  from: number,
  session: string,
  key: string,
  state: Connections,
  context: ReadContext,
): Connections {
  const text = line.text.slice(from).trimEnd();
  const octets = /^\.\.\. (\d{1,15}) bytes of data$/.exec(text)?.[1];
  if (octets !== undefined) {
    const elided = { what: 'data', octets: Number(octets) } as const;
    say(line, from, session, 'client', context, { text: '', elided });
    say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
    return state;
  }
  const quoted = unquoted(line, from);
  const mode = context.modeOf(session);
  const kind = mode === 'data' ? ({ kind: 'command' } as const) : {};
  const place = {
    ...within(line, from, from + text.length),
    ...(quoted.pieces.length > 1 && { pieces: quoted.pieces }),
  };
  say(line, from, session, 'client', context, { text: quoted.text.trimEnd(), ...place, ...kind });
  if (!/^QUIT$/i.test(text)) return state;
  tell(line, from, session, { type: 'close', by: 'server' }, context);
  return closed(state, key);
}

/** What Go's strconv.Quote escaped, without its quotes. */
function unquoted(line: PeeledLine, from: number): { readonly text: string; readonly pieces: readonly Piece[] } {
  const text = `${line.text.slice(0, from - 1)}"${line.text.slice(from)}`;
  return readQuoted({ ...line, text }, from - 1) ?? { text: '', pieces: [] };
}

/** The lines of `250  mx.example.org\nPIPELINING\nHELP\n` as they go over the wire: each with the code. */
function reply(line: PeeledLine, from: number, code: string, session: string, context: ReadContext): void {
  const lines = [...cutLines(unquoted(line, from + 5))];
  const number = line.line.number;
  const column = line.from + from;
  if (lines.length === 0)
    return say(line, from, session, 'server', context, { text: code, ...within(line, from, from + 3) });
  lines.forEach(({ text, pieces, place }, index) => {
    const mark = index < lines.length - 1 ? '-' : ' ';
    const codeAt: Piece[] =
      index === 0
        ? [
            { at: 0, line: number, column, width: 3 },
            { at: 3, line: number, column: column + 3, width: 2 },
          ]
        : [{ at: 0, line: number, column: place.start, width: 0 }];
    const rest = pieces.map((piece) => ({ ...piece, at: piece.at + 4 }));
    const start = index === 0 ? column : place.start;
    const whole = { line: number, start, end: place.end, pieces: [...codeAt, ...rest] };
    say(line, from, session, 'server', context, { text: `${code}${mark}${text}`, ...whole });
  });
}
