/**
 * npm smtp-server with its `logger` on, and what is built on it. `[#id] S: ` marks only the first line of a reply; message
 * text is left out (`<320 bytes of DATA>`), and so are credentials (`/* secured *\/`). Given bunyan it writes JSON, a whole
 * reply in one object; given pino its objects come without what was said.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { jsonFields, jsonString, jsonTime, withStrings } from './json';
import { atTime, say, tell, timeOfStamp } from './utter';
import { cutLines, type WireText } from './wireText';

/** Connections whose last line was part of a reply that goes on. */
export type State = ReadonlySet<string>;

export const smtpServer: Dialect<State> = {
  id: 'smtp-server',
  name: 'npm smtp-server',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => new Set(),
  read,
  lossy: true,
  write(speaker, text, like) {
    const said = `${speaker === 'client' ? 'C' : 'S'}: ${text}`;
    const fields = like === undefined ? undefined : jsonFields(like.text);
    if (like !== undefined && fields !== undefined) {
      return withStrings(like.text, fields, { tnx: speaker === 'client' ? 'command' : 'send', msg: said });
    }
    const prefix = (like === undefined ? undefined : PREFIX.exec(like.text)?.[0]) ?? '[#session1] ';
    return prefix + said;
  },
};

/** `[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] `; another logger may give other things in front, but not the id. */
const PREFIX =
  /^(?:\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] )?(?:(?:TRACE|DEBUG|INFO|WARN|ERROR|FATAL) {1,2})?\[#([0-9a-z]{6,40})\] /;

function weight(line: PeeledLine): number {
  const { text } = line;
  if (text.charCodeAt(0) === BRACE) return recordOf(line) === undefined ? 0 : 12;
  const prefix = PREFIX.exec(text);
  if (prefix === null) return 0;
  const rest = text.slice(prefix[0].length);
  // Nodemailer's pool numbers its connections here, too, and names the connection after it.
  if (rest.startsWith('[')) return 0;
  if (/^[CS]: /.test(rest)) return 10;
  if (looksLikeReply(rest)) return 6;
  return /^(?:Connection (?:from|closed to|upgraded) |\w+ received "close" event from )/.test(rest) ? 6 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  if (line.text.charCodeAt(0) === BRACE) return readJson(line, state, context);
  const prefix = PREFIX.exec(line.text);
  if (prefix === null) return state;
  const [head, stamp, session = ''] = prefix;
  const time = line.time ?? (stamp === undefined ? undefined : timeOfStamp(stamp));
  return readText(atTime(line, time), head.length, session, state, context);
}

/** What stands in `line` from offset `from` on. */
function readText(line: PeeledLine, from: number, session: string, state: State, context: ReadContext): State {
  const rest = line.text.slice(from);
  if (rest.startsWith('S: ')) {
    say(line, from + 3, session, 'server', context);
    return goesOn(session, rest.slice(3), state);
  }
  if (state.has(session) && looksLikeReply(rest)) {
    say(line, from, session, 'server', context);
    return goesOn(session, rest, state);
  }
  if (rest.startsWith('C:')) clientSays(line, from + (rest.charAt(2) === ' ' ? 3 : 2), session, context);
  else event(line, from, rest, session, context);
  return goesOn(session, '', state);
}

function readJson(line: PeeledLine, before: State, context: ReadContext): State {
  const record = recordOf(line);
  return record === undefined ? before : told(line, record, before, context);
}

/** What a record says. It begins at `line`. */
export function told(line: PeeledLine, record: Record, before: State, context: ReadContext): State {
  const { session, text, time } = record;
  const timed = atTime(line, time);
  if (text.text === 'C:' || text.text === 'S:') {
    tell(timed, 0, session, { type: 'gap' }, context);
    return before;
  }
  let state = before;
  for (const each of cutLines(text)) state = readText({ ...timed, ...each, from: 0 }, 0, session, state, context);
  return state;
}

export interface Record {
  readonly session: string;
  readonly text: WireText;
  readonly time: number | undefined;
}

function recordOf(line: PeeledLine): Record | undefined {
  const fields = jsonFields(line.text);
  if (fields === undefined || jsonString(line, fields, 'component')?.text !== 'smtp-server') return undefined;
  const session = jsonString(line, fields, 'cid')?.text;
  const text = jsonString(line, fields, 'msg') ?? jsonString(line, fields, 'message');
  if (session === undefined || text === undefined) return undefined;
  return { session, text, time: jsonTime(line.text, fields) ?? line.time };
}

function goesOn(session: string, text: string, state: State): State {
  const more = text.charAt(3) === '-';
  if (more === state.has(session)) return state;
  const next = new Set(state);
  if (more) next.add(session);
  else next.delete(session);
  return next;
}

function clientSays(line: PeeledLine, from: number, session: string, context: ReadContext): void {
  const text = line.text.slice(from);
  const octets = /^<(\d{1,15}) bytes of DATA>$/.exec(text)?.[1];
  if (octets !== undefined) {
    if (context.modeOf(session) !== 'data') return;
    const elided = { what: 'data', octets: Number(octets) } as const;
    say(line, from, session, 'client', context, { text: '', elided });
    say(line, from, session, 'client', context, { text: '.', kind: 'end-of-data' });
  } else if (text === '/* secured */') say(line, from, session, 'client', context, { elided: { what: 'secret' } });
  else {
    const mode = context.modeOf(session);
    say(line, from, session, 'client', context, mode === 'data' || mode === 'bdat' ? { kind: 'command' } : undefined);
  }
}

function event(line: PeeledLine, from: number, text: string, session: string, context: ReadContext): void {
  if (text.startsWith('Connection from ')) {
    const host = text.slice('Connection from '.length).replace(/^\[|\]$/g, '');
    tell(line, from, session, { type: 'connect', whole: true, host }, context);
  } else if (text.startsWith('Connection upgraded to TLS')) {
    const cipher = /using (\S{1,80})$/.exec(text)?.[1];
    tell(line, from, session, { type: 'tls', ...(cipher !== undefined && { cipher }) }, context);
  } else if (text.startsWith('Connection closed to ')) {
    // The message is shown at its end.
    const message = text;
    if (context.modeOf(session) === 'data')
      tell(line, from, session, { type: 'error', about: 'lost', message }, context);
    tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  }
}

const BRACE = 123;
