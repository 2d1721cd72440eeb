/** What curl says about its connection and puts before its lines, the same in `-v` and in every `--trace` form. */
import { speaksOther } from '../protocols';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type ReadContext, within } from './dialect';
import { tell } from './utter';

export interface CurlState {
  readonly session: number;
  readonly begun: boolean;
  readonly secure: boolean;
  /** The connection is closed; what curl says next is about it all the same, until it tries again. */
  readonly closed: boolean;
  /** The numbers of the connections that are open; '' where curl does not tell them. */
  readonly connected: readonly string[];
  /** Several have been open at a time since none was: nothing tells whose the lines are, and none is read. */
  readonly parallel: boolean;
}

export const NO_CONNECTION: CurlState = {
  session: 0,
  begun: false,
  secure: false,
  closed: false,
  connected: [],
  parallel: false,
};

/** What `--trace-time` and `--trace-ids` put before a line, and before that the progress meter, which ends in no line end. */
export interface CurlPrefix {
  /** Where the meter ends. */
  readonly meter: number;
  /** Where the rest of the line begins. */
  readonly from: number;
  /** Milliseconds since midnight. */
  readonly time?: number;
}

/** Reads `18:55:04.883416 ` and `[0-1] ` (transfer and connection; `x` where there is none) at the start of a line. */
export function curlPrefix(line: PeeledLine): CurlPrefix {
  const { text } = line;
  const meter = endOfMeter(text);
  const first = text.charCodeAt(meter);
  const stamp = first >= ZERO && first <= NINE ? STAMP.exec(meter === 0 ? text : text.slice(meter)) : null;
  const at = meter + (stamp?.[0].length ?? 0);
  const ids = text.charCodeAt(at) === BRACKET ? (IDS.exec(text.slice(at, at + 60))?.[0].length ?? 0) : 0;
  const time = stamp === null ? line.time : (Number(stamp[1]) * 3600 + Number(stamp[2]) * 60 + Number(stamp[3])) * 1000;
  return { meter, from: at + ids, ...(time !== undefined && { time }) };
}

const STAMP = /^(\d\d):(\d\d):(\d\d\.\d{1,6}) (?! )/;
/** Behind the last of them: curl draws it anew each second, over the one before. */
function endOfMeter(text: string): number {
  const first = text.charCodeAt(0);
  if (first !== CR && first !== SPACE && (first < ZERO || first > NINE)) return 0;
  return METER.exec(text)?.[0].length ?? 0;
}

/**
 * `  0     0    0     0    0     0      0      0 --:--:--  0:00:01 --:--:--     0`: eight numbers, three times, and the speed, five
 * or six characters wide, right behind which goes on what curl prints. A terminal's copy has no CR before it.
 */
const METER =
  /^(?:\r? {0,2}\d{1,3}(?: {1,8}\d[\d.]{0,5}[kMGTP]?){7}(?: {1,2}(?:--:--:--|\d{1,3}:\d\d:\d\d|\d{1,3}d \d\dh)){3} [ \d.kMGTP]{5,6}?(?=[*<>{}=[\r]|\d\d:\d\d:\d\d\.|curl: |$))+/;
const IDS = /^\[(?:\d{1,19}|x)-(?:\d{1,19}|x)\] /;

/** Reads an information line of curl; its text begins at offset `from`. */
export function curlEvent<S extends CurlState>(
  line: PeeledLine,
  from: number,
  state: S,
  context: ReadContext,
  time?: number,
): S {
  const text = line.text.slice(from);
  const trying = /^ *Trying (.{1,300}?)(?::(\d{1,5}))?\.\.\.$/.exec(text);
  if (trying !== null) {
    // curl tries one address after the other; only the first attempt opens a session.
    return state.begun && !state.closed ? state : newConnection(line, state, context, trying[1], trying[2]);
  }
  const noted = withConnected(text, line, state, context);
  if (noted !== state) return noted;
  const event = eventOf(text);
  if (event === undefined || state.parallel) return state;
  const now = state.begun ? state : newConnection(line, state, context, undefined);
  context.emit({
    session: String(now.session),
    speaker: 'tool',
    text,
    event,
    ...within(line, from),
    ...(time !== undefined && { time }),
  });
  if (event.type === 'tls') return { ...now, secure: true };
  return event.type === 'close' || event.type === 'gap' ? { ...now, closed: true, connected: [] } : now;
}

/** Notes which connections are open: of several (`--parallel`) the lines come as they may, without a name. */
function withConnected<S extends CurlState>(text: string, line: PeeledLine, state: S, context: ReadContext): S {
  const { connected, parallel } = state;
  if (text.startsWith('Connected to ')) {
    const number = /\(#(\d{1,10})\)$/.exec(text)?.[1] ?? '';
    // Another run of curl begins with the same number.
    const isSecond = connected.length > 0 && (number === '' || !connected.includes(number));
    if (isSecond && state.begun && !parallel) tell(line, 0, String(state.session), { type: 'gap' }, context);
    return { ...state, connected: isSecond ? [...connected, number] : [number], parallel: parallel || isSecond };
  }
  const left = parallel ? LEFT.exec(text) : null;
  if (left === null) return state;
  const known = connected.indexOf(left[1] ?? left[2] ?? '');
  const at = known < 0 ? connected.indexOf('') : known;
  const rest = connected.filter((_, index) => index !== at);
  return { ...state, connected: rest, parallel: rest.length > 0, begun: rest.length > 0 };
}

const LEFT = /^(?:Connection #(\d{1,10}) to host .* left intact|(?:[Cc]losing|shutting down) connection #?(\d{1,10}))/;

/** Begins a session; where curl does not tell what it connects to, the log was cut: only a greeting is its beginning. */
export function newConnection<S extends CurlState>(
  line: PeeledLine,
  state: S,
  { emit }: ReadContext,
  host: string | undefined,
  port?: string,
): S {
  const session = state.session + 1;
  emit({
    session: String(session),
    speaker: 'tool',
    text: line.text,
    event: { type: 'connect', whole: host !== undefined, ...(host && { host }), ...(port && { port: Number(port) }) },
    ...within(line, 0),
  });
  return { ...state, session, begun: true, secure: false, closed: false, connected: [] };
}

/** How much an information line speaks for curl. */
export function curlEventWeight(text: string): number {
  return KNOWN.test(text) ? 5 : 0;
}

const KNOWN =
  /^(?: {2}Trying |Connected to |Connection #|Closing connection|Established connection|Host .* was resolved)/;

/** What other protocols say through curl: such a log is not for this program, however much it is curl's. */
export function speaksOtherProtocol(text: string): boolean {
  return OTHER.test(text) || speaksOther(text);
}

const OTHER =
  /^(?:[A-Z]{3,20} \S{1,2000} HTTP\/\d|HTTP\/\d(?:\.\d)? \d{3}|(?:EPSV|PASV|EPRT|TYPE [AI]|LIST|MLSD|CWD \S{0,300}|(?:USER|PASS) \S{0,300})$|\+OK\b|[A-Z]\d{3} (?:CAPABILITY|LOGIN|OK|NO|BAD)\b|\* OK\b)/;

function eventOf(text: string): ToolEvent | undefined {
  const tls = TLS_UP.exec(text);
  if (tls !== null) {
    const cipher = tls[2] ?? tls[3];
    return { type: 'tls', ...(tls[1] !== undefined && { protocol: tls[1] }), ...(cipher !== undefined && { cipher }) };
  }
  if (/^(?:Closing connection|shutting down connection)/.test(text)) return { type: 'close', by: 'client' };
  // What curl does with the connection later, its QUIT for one, is not shown any more.
  if (/^Connection #\d+ to host .* left intact/.test(text)) return { type: 'gap' };
  if (/STARTTLS (?:not supported|denied)/i.test(text))
    return { type: 'error', about: 'starttls-missing', message: text };
  if (/^(?:response reading failed|Recv failure|Send failure|Connection died)/.test(text)) {
    return { type: 'error', about: 'lost', message: text };
  }
  // `connect to ::1 port 25 failed` is about one address of several; the last one is followed by this.
  if (/^(?:Failed to connect to |couldn't connect to host|Could not resolve host)/i.test(text)) {
    return { type: 'error', about: 'connect', message: text };
  }
  if (/(?:timed out|Operation too slow|^(?:server )?response timeout$)/.test(text))
    return { type: 'error', about: 'timeout', message: text };
  if (TLS_FAILED.test(text)) {
    return { type: 'error', about: 'tls', message: text };
  }
  return undefined;
}

/** As the TLS libraries that curl is built with say it: OpenSSL and GnuTLS, NSS, Secure Transport, mbedTLS, Schannel. */
const TLS_UP =
  /^(?:SSL connection using (?:(\S{1,20}) \/ )?(\S{1,80})|TLS 1\.\d connection using (\S{1,80})|mbedTLS: Handshake complete|schannel: SSL\/TLS connection with \S{1,300} port \d{1,5} \(step 3\/3\))/;

const TLS_FAILED =
  /^(?:SSL certificate problem|SSL certificate verification failed|SSL: |schannel: (?:failed|next InitializeSecurityContext failed|SNI or certificate check failed)|OpenSSL[/ ]|SSL peer|TLS connect error|gnutls_handshake\(\) failed|mbedTLS: .{0,80}failed)/;

const CR = 13;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const BRACKET = 91;
