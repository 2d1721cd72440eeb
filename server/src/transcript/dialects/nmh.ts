/**
 * nmh with `send -snoop`: `=> ` and `<= `, inside TLS with a word before it, and `b64<…>` in place of the base64 that it has
 * undone. The message is not shown, its dot is; TLS is told when it is up. `inc -snoop` writes POP3 in the same way.
 */
import { encodeBase64 } from '../base64';
import { readsAsCommand } from '../command';
import { speaksSmtp } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine, Piece, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  readonly host: string | undefined;
  /** The server has to answer. */
  readonly asked: boolean;
}

export const nmh: Dialect<State> = {
  id: 'nmh',
  name: 'nmh send -snoop',
  sequential: true,
  lossy: true,
  evidence,
  start: () => ({ count: 0, open: false, host: undefined, asked: false }),
  read,
  opening: ['Connecting to 127.0.0.1:25...'],
  write(speaker, text, like) {
    const inside = like !== undefined && /^\([a-z-]{0,20}crypted\) /.test(like.text);
    const mark = speaker === 'client' ? '=> ' : '<= ';
    return `${inside ? (speaker === 'client' ? '(tls-encrypted) ' : '(tls-decrypted) ') : ''}${mark}${text}`;
  },
};

/** Behind what it began to write of an address. */
const MARK = /^(?: {2}\S{1,64} at \S{1,255}: )?((?:\((?:[a-z]{2,8}-)?(?:en|de)crypted\) ?){0,2})(=>|<=) /;
const TRYING = /^Trying to connect to "([^"\s]{1,255})" \.\.\.$/;
const CONNECTING = /^Connecting to (\S{1,255}):(\d{1,5})\.\.\.$/;
const FAILED = /^Connection failed: (.{1,200})$/;
const TLS_UP = /^TLS negotiation successful: (\S{1,80}?)(?:\(\d{1,4}\))? (TLSv[\d.]{1,5}|SSLv\d)$/;

/** Others have the same arrows, and say nothing of TLS: what else nmh tells makes the difference. */
function evidence(sample: readonly PeeledLine[]): number {
  let sum = 0;
  let own = 0;
  let smtp = false;
  for (const { text } of sample) {
    const mark = MARK.exec(text);
    if (mark === null) {
      if (TRYING.test(text) || CONNECTING.test(text) || FAILED.test(text) || TLS_UP.test(text)) own += 10;
      continue;
    }
    const said = text.slice(mark[0].length);
    if (mark[1] !== '') own += 5;
    if (mark[2] === '=>' ? readsAsCommand(said) : looksLikeReply(said)) sum += 5;
    smtp ||= speaksSmtp(said) > 0 || /^(?:421|554)[ -]/.test(said);
    if (/^(?:\+OK|-ERR)/.test(said)) return 0;
  }
  return own > 0 && (smtp || sum === 0) ? sum + own : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const mark = MARK.exec(text);
  if (mark !== null) return dialogue(line, mark, state, context);
  const host = TRYING.exec(text)?.[1];
  if (host !== undefined) return { ...state, host };
  const [, address, port] = CONNECTING.exec(text) ?? [];
  // A host may have several addresses, which are tried in turn.
  if (address !== undefined) {
    const at = { host: state.host ?? address, port: Number(port) };
    return begin(line, { type: 'connect', whole: true, ...at }, state, context);
  }
  if (!state.open) return state;
  const event = eventOf(text, state);
  if (event === undefined) return state;
  tell(line, 0, String(state.count), event, context);
  return event.type === 'error' ? { ...state, open: false } : state;
}

function eventOf(text: string, { asked }: State): ToolEvent | undefined {
  const tls = TLS_UP.exec(text);
  if (tls !== null) return { type: 'tls', cipher: tls[1] as string, protocol: tls[2] as string };
  const failure = FAILED.exec(text)?.[1];
  if (failure !== undefined) return { type: 'error', about: 'connect', message: failure };
  if (/^TLS (?:negotiation|peer certificate).{0,40}\bfail/i.test(text))
    return { type: 'error', about: 'tls', message: text };
  const reason = /^\w{1,20}: .{1,100}; \[BHST\] (.{1,300})$/.exec(text)?.[1];
  if (reason === undefined) return undefined;
  if (/\btls\b|\bssl\b|certificate/i.test(reason)) return { type: 'error', about: 'tls', message: reason };
  if (asked && /\bEOF\b|reset|broken pipe/i.test(reason)) return { type: 'error', about: 'lost', message: reason };
  return undefined;
}

function begin(line: PeeledLine, event: ToolEvent, state: State, context: ReadContext): State {
  const count = state.count + 1;
  tell(line, 0, String(count), event, context);
  return { count, open: true, host: undefined, asked: false };
}

function dialogue(line: PeeledLine, mark: RegExpExecArray, before: State, context: ReadContext): State {
  const from = mark[0].length;
  const text = line.text.slice(from).trimEnd();
  const server = mark[2] === '<=';
  const whole = server && beginsAsGreeting(text);
  const state = before.open
    ? before
    : begin(line, { type: 'connect', whole, ...(mark[1] !== '' && { tls: 'unknown' }) }, before, context);
  const session = String(state.count);
  const more = encoded(line, from, text);
  if (server) {
    say(line, from, session, 'server', context, more);
    return { ...state, open: !text.startsWith('221 '), asked: text.charAt(3) === '-' };
  }
  if (text === '.' && context.modeOf(session) === 'data') {
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { text, kind: 'end-of-data' });
  } else say(line, from, session, 'client', context, more);
  return { ...state, asked: true };
}

/** What went over the wire where it shows what that stands for. */
function encoded(line: PeeledLine, from: number, text: string): Partial<Said> {
  const shown = /^(.{0,60}?)b64<(.{0,4000})>$/.exec(text);
  if (shown === null) return text.length === line.text.length - from ? {} : { text };
  const [, before = '', plain = ''] = shown;
  const octets = plain.replace(/\[0x([\dA-Fa-f]{2})\]/g, (_, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  );
  const at = before.length;
  const pieces: Piece[] = [];
  for (const [offset, start, end] of [
    [0, from, from + at],
    [at, from + at, from + text.length],
  ] as const) {
    if (end === start) continue;
    const place = within(line, start, end);
    pieces.push({ at: offset, line: place.line, column: place.start, width: place.end - place.start });
  }
  return { text: before + encodeBase64(octets), pieces };
}
