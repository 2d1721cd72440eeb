/**
 * Mutt and NeoMutt debug files (`-d 2` and above): `4> ` is sent and `4< ` received on socket 4, whatever the protocol.
 * The message is shown from level 5 on; where a dot was doubled it stands in a write, and so a record, of its own.
 */
import { readsAsCommand } from '../command';
import { cutPieces } from '../pieces';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { altered } from './utter';

interface Socket {
  readonly session: string;
  /** Announced and not used yet: only its first line tells whether it is SMTP. */
  readonly connect: PeeledLine | undefined;
  readonly smtp: boolean;
  /** Lines of the message have been shown. */
  readonly data: boolean;
}

interface State {
  readonly count: number;
  readonly sockets: ReadonlyMap<string, Socket>;
  /** The session that spoke last: failures are told without a socket. */
  readonly last: string | undefined;
}

export const mutt: Dialect<State> = {
  id: 'mutt',
  name: 'Mutt, NeoMutt',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, sockets: new Map(), last: undefined }),
  read,
  write(speaker, text, like) {
    const mark = like === undefined ? null : MARK.exec(like.text);
    const [whole = '4<', stamp = '', neomutt, socket = '4'] = mark ?? [];
    const where = neomutt === undefined ? '' : `<2> mutt_socket_${speaker === 'client' ? 'write_d' : 'readln_d'}() `;
    const before = neomutt !== undefined || whole.startsWith('[') ? stamp : '';
    return `${before}${where || (before === '' ? '' : ' ')}${socket}${speaker === 'client' ? '>' : '<'} ${text}`;
  },
};

/** Time, NeoMutt's level and function, socket, direction. */
const MARK = /^(\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\])?(?: |(<[0-9A-Z]> \w{1,60}\(\) ))?(\d{1,5})([<>])(?: |$)/;
const STAMP = /^\[\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\](?:<[0-9A-Z]>)? /;

function weight({ text }: PeeledLine): number {
  const mark = MARK.exec(text);
  if (mark === null) {
    if (!STAMP.test(text)) return 0;
    if (/Connected to \S{1,300}:(?:25|465|587) on fd=/.test(text.slice(0, 400))) return 3;
    return /\] (?:Neo)?Mutt[/-]\S{1,40}.{0,20} debugging at level \d/.test(text.slice(0, 120)) ? 3 : 0;
  }
  const said = text.slice(mark[0].length).trimEnd();
  const smtp = mark[4] === '<' ? looksLikeReply(said) : readsAsCommand(said);
  return smtp ? (mark[1] === undefined ? 3 : 10) : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const mark = MARK.exec(line.text);
  if (mark !== null) return dialogue(line, mark, state, context);
  const { text } = line;
  const connected = /Connected to (.{1,300}?):(\d{1,5}) on fd=(-?\d{1,5})$/.exec(text);
  if (connected !== null && STAMP.test(text)) return connect(line, connected, state, context);
  const event = state.last === undefined || !STAMP.test(text) ? undefined : eventOf(text);
  if (event === undefined || state.last === undefined) return state;
  const session = state.last;
  context.emit({ session, speaker: 'tool', text, event, ...within(line, 0), ...timeOf(line) });
  return state;
}

function connect(
  line: PeeledLine,
  [, host = '', port, fd = '']: RegExpExecArray,
  state: State,
  context: ReadContext,
): State {
  const count = state.count + 1;
  const session = `${fd}/${count}`;
  if (!fd.startsWith('-'))
    return withSocket({ ...state, count }, fd, { session, connect: line, smtp: false, data: false });
  // There is no connection.
  const message = `Could not connect to ${host}:${port}`;
  const place = { session, speaker: 'tool', text: line.text, ...within(line, 0), ...timeOf(line) } as const;
  context.emit({ event: { type: 'connect', whole: true, host, port: Number(port) }, ...place });
  context.emit({ event: { type: 'error', about: 'connect', message }, ...place });
  return { ...state, count, last: undefined };
}

function dialogue(line: PeeledLine, mark: RegExpExecArray, state: State, context: ReadContext): State {
  const { text } = line;
  const fd = mark[3] as string;
  const speaker = mark[4] === '>' ? 'client' : 'server';
  const from = mark[0].length;
  const end = text.endsWith('\r') ? text.length - 1 : text.length;
  const said = text.slice(from, end);
  const { state: now, socket } = socketFor(fd, said, speaker, state);
  if (!socket.smtp) return now;
  if (socket.connect !== undefined) announce(socket, context);
  const { session } = socket;
  const inData = speaker === 'client' && context.modeOf(session) === 'data';
  const next: Socket = { ...socket, connect: undefined, data: inData ? socket.data || said !== '.' : false };
  const place = { session, speaker, ...within(line, Math.min(from, end), end), ...timeOf(line) } as const;
  // At lower levels nothing is shown of the message but its end.
  if (inData && said === '.' && !socket.data)
    context.emit({ text: '', kind: 'data', elided: { what: 'data' }, ...place });
  context.emit(inData ? withDoubledDot({ text: said, ...place }) : { text: said, ...place });
  return withSocket({ ...now, last: session }, fd, next);
}

/** `4> .[2026-11-24 19:06:20] 4> .dot`: the dot that doubles another is written by itself, without a line end. */
function withDoubledDot(said: Said): Said {
  if (!said.text.startsWith('.[')) return said;
  const second = MARK.exec(said.text.slice(1));
  if (second === null) return said;
  const skipped = 1 + second[0].length;
  const whole = said.pieces ?? [{ at: 0, line: said.line, column: said.start, width: said.text.length }];
  const after = cutPieces(whole, said.text.length, skipped, said.text.length);
  const pieces = [
    ...cutPieces(whole, said.text.length, 0, 1),
    ...after.map((piece) => ({ ...piece, at: piece.at + 1 })),
  ];
  return altered(said, { text: `.${said.text.slice(skipped)}`, pieces });
}

/** The socket with the session that the line belongs to. A socket on which something else is spoken stays unread. */
function socketFor(fd: string, text: string, speaker: string, state: State): { state: State; socket: Socket } {
  const known = state.sockets.get(fd);
  if (known !== undefined && known.connect === undefined) return { state, socket: known };
  const smtp = speaker === 'server' ? looksLikeReply(text) : readsAsCommand(text);
  const count = known === undefined ? state.count + 1 : state.count;
  const fresh = known ?? { session: `${fd}/${count}`, connect: undefined, data: false };
  const socket: Socket = { ...fresh, smtp, ...(!smtp && { connect: undefined }) };
  return { state: withSocket({ ...state, count }, fd, socket), socket };
}

/** Whether TLS was there from the first octet is not told; on port 465 it was. */
function announce({ session, connect }: Socket, { emit }: ReadContext): void {
  if (connect === undefined) return;
  const [, host = '', port] = /Connected to (.{1,300}?):(\d{1,5}) on fd=/.exec(connect.text) ?? [];
  const place = { session, speaker: 'tool', text: connect.text, ...within(connect, 0), ...timeOf(connect) } as const;
  emit({ event: { type: 'connect', whole: true, host, port: Number(port), tls: 'unknown' }, ...place });
  if (port === '465') emit({ event: { type: 'tls' }, ...place });
}

function withSocket(state: State, fd: string, socket: Socket): State {
  return { ...state, sockets: new Map(state.sockets).set(fd, socket) };
}

function eventOf(text: string): ToolEvent | undefined {
  if (
    /mutt_socket_readchar\(\) Connection to .{1,300} closed$/.test(text) ||
    text.includes('Attempt to close closed connection')
  ) {
    return { type: 'error', about: 'lost', message: text.replace(STAMP, '') };
  }
  if (/(?:gnutls_handshake|SSL failed): /.test(text))
    return { type: 'error', about: 'tls', message: text.replace(STAMP, '') };
  return undefined;
}

/** Milliseconds of the machine's own clock, whose zone is not told. */
function timeOf({ text, time }: PeeledLine): { readonly time?: number } {
  if (text.charCodeAt(0) !== BRACKET) return time === undefined ? {} : { time };
  const at = Date.parse(`${text.slice(1, 11)}T${text.slice(12, 20)}Z`);
  return Number.isNaN(at) ? {} : { time: at };
}

const BRACKET = 91;
