/**
 * .NET Framework's System.Net tracing, as System.Net.Mail.SmtpClient leaves it: `Data from Socket#8916501::Send`, then hex
 * dumps of sixteen octets a line. After STARTTLS it dumps TLS records, which say nothing.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { appendSource, appendWire, cutLines, decodeUtf8, encodeUtf8, NO_TEXT, type WireText } from './wireText';

interface Socket {
  readonly session: string;
  readonly connect: PeeledLine | undefined;
  /** Undefined until the first octets tell. TLS hides what comes after. */
  readonly speaks: 'smtp' | 'other' | 'tls' | undefined;
  /** A line that was not complete where a block ended. */
  readonly rest?: { readonly speaker: 'client' | 'server'; readonly wire: WireText } | undefined;
}

interface State {
  readonly count: number;
  readonly sockets: ReadonlyMap<string, Socket>;
  /** What is being dumped: of one socket, in one direction; other threads' lines carry another number. */
  readonly dump: { readonly socket: string; readonly speaker: 'client' | 'server'; readonly left: number } | undefined;
  readonly open: WireText;
  /** The socket of the last block. */
  readonly last: string | undefined;
}

export const systemNet: Dialect<State> = {
  id: 'system-net',
  name: '.NET System.Net trace (SmtpClient)',
  dumps: (text) => DUMP.test(text.replace(HEAD, '')),
  evidence,
  start: () => ({ count: 0, sockets: new Map(), dump: undefined, open: NO_TEXT, last: undefined }),
  read,
  finish(state, context) {
    for (const { session, rest } of endDump(state, context).sockets.values()) {
      if (rest !== undefined) say(session, rest.speaker, rest.wire, true, context);
    }
  },
  write(speaker, text) {
    const head = 'System.Net.Sockets Verbose: 0 : [0000] ';
    const lines = [`${head}Data from Socket#${SAME}::${speaker === 'client' ? 'Send' : 'Receive'}`];
    const wire = `${encodeUtf8(text)}\r\n`;
    for (let at = 0; at < wire.length; at += 16) {
      const part = wire.slice(at, at + 16);
      const octets = [...part].map((char) => char.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0'));
      const hex = octets.map((octet, index) => octet + (index === 7 && octets.length > 8 ? '-' : ' ')).join('');
      const offset = at.toString(16).toUpperCase().padStart(8, '0');
      lines.push(`${head}${offset} : ${hex}: ${part.replace(/[^\x20-\x7e]/g, '.')}`);
    }
    return lines.join('\n');
  },
};

/** No socket has this number: what is written here stands for the one before. */
const SAME = '0';

/** Source and level, thread, milliseconds in the format of the first version. */
const HEAD =
  /^(?:System\.Net(?:\.Sockets)? (?:Verbose|Information|Error): \d{1,5} : )?\[\d{1,6}\](?: {1,3}\(\d{1,12}\))? {1,3}/;
const DATA = /^Data from Socket#(\d{1,10})::(\w{1,40})$/;
const DUMP = /^([0-9A-F]{8}) : ((?:[0-9A-F]{2}[ -]){1,16}) *: /;

function evidence(sample: readonly PeeledLine[]): number {
  const own = weigh(sample, ({ text }) => {
    const head = HEAD.exec(text)?.[0].length;
    if (head === undefined) return 0;
    const rest = text.slice(head);
    const shown = DUMP.exec(rest);
    if (shown === null || shown[1] !== '00000000') return /SmtpClient(?:#|::)|SmtpTransport#/.test(rest) ? 3 : 0;
    const said = rest.slice(shown[0].length).replace(/\.+$/, '');
    return looksLikeReply(said) || readsAsCommand(said) || /^(?:EHLO|HELO|MAIL FROM:|RCPT TO:)/.test(said) ? 10 : 0;
  });
  return own;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text)?.[0].length;
  if (head === undefined) return state;
  const rest = line.text.slice(head);
  const dumped = DUMP.exec(rest);
  if (dumped !== null) return state.dump === undefined ? state : octets(line, head, dumped, state, context);
  const printing = /^\(printing (\d{1,12}) out of (\d{1,12})\)$/.exec(rest);
  if (printing !== null && state.dump !== undefined) {
    return { ...state, dump: { ...state.dump, left: Number(printing[2]) - Number(printing[1]) } };
  }
  const data = DATA.exec(rest);
  const now = endDump(state, context);
  if (data !== null) return begin(data[1] as string, data[2] as string, now);
  return socketEvent(line, head, rest, now, context);
}

function begin(named: string, method: string, state: State): State {
  const socket = named === SAME ? (state.last ?? named) : named;
  const known = state.sockets.get(socket);
  const count = known === undefined ? state.count + 1 : state.count;
  const fresh: Socket = known ?? { session: `${socket}/${count}`, connect: undefined, speaks: undefined };
  const speaker = /Send/.test(method) ? 'client' : 'server';
  const sockets = known === undefined ? new Map(state.sockets).set(socket, fresh) : state.sockets;
  return { ...state, count, sockets, dump: { socket, speaker, left: 0 }, open: NO_TEXT, last: socket };
}

function octets(line: PeeledLine, head: number, dumped: RegExpExecArray, before: State, context: ReadContext): State {
  // A block that goes on and on is told in parts.
  const state = before.open.text.length < LONGEST ? before : { ...endDump(before, context), dump: before.dump };
  const from = head + dumped[0].length;
  let bytes = '';
  for (const octet of (dumped[2] as string).split(/[ -]/)) {
    if (octet !== '') bytes += String.fromCharCode(Number.parseInt(octet, 16));
  }
  return { ...state, open: appendSource(state.open, bytes, line, from, from + bytes.length) };
}

/** A block is shown: what it says is told line by line. */
function endDump(state: State, context: ReadContext): State {
  const { dump, open } = state;
  const socket = dump === undefined ? undefined : state.sockets.get(dump.socket);
  if (dump === undefined || socket === undefined || open.text === '')
    return { ...state, dump: undefined, open: NO_TEXT };
  const now = { ...state, dump: undefined, open: NO_TEXT };
  const next = classify(socket, dump.speaker, open.text);
  if (next.speaks === 'tls' && socket.speaks === 'smtp') {
    const [first] = open.pieces;
    const place = { line: first?.line ?? 0, start: first?.column ?? 0, end: first?.column ?? 0 };
    context.emit({ session: socket.session, speaker: 'tool', text: '', event: { type: 'gap' }, ...place });
  }
  if (next.speaks !== 'smtp') return withSocket(now, dump.socket, next);
  announce(next, context);
  const { speaker, left } = dump;
  const before = next.rest;
  if (before !== undefined && before.speaker !== speaker) say(next.session, before.speaker, before.wire, true, context);
  const whole = before?.speaker === speaker ? appendWire(before.wire, open) : open;
  const wire = say(next.session, speaker, whole, left > 0, context);
  if (left > 0 && speaker === 'client' && context.modeOf(next.session) === 'data') {
    const last = open.pieces.at(-1);
    const place = { line: last?.line ?? 0, start: last?.column ?? 0, end: last?.column ?? 0 };
    const elided = { what: 'data', octets: left } as const;
    context.emit({ session: next.session, speaker, text: '', kind: 'data', elided, ...place });
  }
  const rest = wire.text === '' ? undefined : { speaker, wire };
  return withSocket(now, dump.socket, { ...next, connect: undefined, rest });
}

/** Tells the lines, the last one only when it is complete or nothing more of it comes; returns what waits. */
function say(
  session: string,
  speaker: 'client' | 'server',
  whole: WireText,
  all: boolean,
  { emit }: ReadContext,
): WireText {
  for (const line of cutLines(whole)) {
    const { place, pieces, text, wireEol } = line;
    if (wireEol === '' && !all && text.length < LONGEST) return line;
    const shown = decodeUtf8({ text, pieces });
    emit({ session, speaker, text: shown.text, ...place, ...(wireEol !== undefined && { wireEol }) });
  }
  return NO_TEXT;
}

/** A line longer than this is cut: it must not be carried along for ever. */
const LONGEST = 16384;

function classify(socket: Socket, speaker: string, text: string): Socket {
  if (/^[\x14-\x17]\x03/.test(text)) return { ...socket, speaks: socket.speaks === 'other' ? 'other' : 'tls' };
  if (socket.speaks !== undefined) return socket;
  const first = text.split('\r\n', 1)[0] ?? '';
  const smtp = speaker === 'server' ? looksLikeReply(first) : readsAsCommand(first);
  return { ...socket, speaks: smtp ? 'smtp' : 'other' };
}

function announce({ session, connect }: Socket, { emit }: ReadContext): void {
  if (connect === undefined) return;
  const event: ToolEvent = { type: 'connect', whole: true };
  emit({ session, speaker: 'tool', text: connect.text, event, ...within(connect, 0) });
}

function socketEvent(line: PeeledLine, head: number, rest: string, state: State, context: ReadContext): State {
  const connect = /^Socket#(\d{1,10})(?:::(?:Connect|BeginConnect(?:Ex)?)\(| - (?:Creating|Created) connection )/.exec(
    rest,
  )?.[1];
  if (connect !== undefined) {
    const known = state.sockets.get(connect);
    if (known !== undefined && known.speaks === undefined) return state;
    const count = state.count + 1;
    return withSocket({ ...state, count }, connect, {
      session: `${connect}/${count}`,
      connect: line,
      speaks: undefined,
    });
  }
  const id = /Socket#(\d{1,10})/.exec(rest.slice(0, 200))?.[1];
  const socket = id === undefined ? undefined : state.sockets.get(id);
  if (id === undefined || socket === undefined) return state;
  const event = eventOf(rest);
  if (event === undefined || (socket.speaks !== 'smtp' && event.type === 'close')) return state;
  if (socket.speaks === 'other') return state;
  announce(socket, context);
  context.emit({ session: socket.session, speaker: 'tool', text: rest, event, ...within(line, head) });
  const next = withSocket(state, id, { ...socket, connect: undefined });
  if (event.type !== 'close') return next;
  const sockets = new Map(next.sockets);
  sockets.delete(id);
  return { ...next, sockets };
}

function eventOf(rest: string): ToolEvent | undefined {
  if (/::(?:Dispose|Close)\(\)/.test(rest) && !rest.startsWith('Exiting')) return { type: 'close', by: 'client' };
  if (!/UpdateStatusAfterSocketError|^Exception in /.test(rest)) return undefined;
  if (/ConnectionRefused|HostNotFound|HostUnreachable|actively refused/.test(rest))
    return { type: 'error', about: 'connect', message: rest };
  if (/TimedOut|did not properly respond/.test(rest)) return { type: 'error', about: 'timeout', message: rest };
  if (/ConnectionReset|ConnectionAborted|forcibly closed/.test(rest))
    return { type: 'error', about: 'lost', message: rest };
  return undefined;
}

function withSocket(state: State, id: string, socket: Socket): State {
  return { ...state, sockets: new Map(state.sockets).set(id, socket) };
}
