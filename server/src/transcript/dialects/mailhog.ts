/**
 * MailHog's log: `[SMTP 172.18.0.5:41832] Received 6 bytes: 'DATA\r\n'`, one packet of at most 1024 octets, which may end anywhere, and
 * `Sent 35 bytes: '220 …\r\n'`, one line. CR and LF alone are escaped. Between them it tells what it makes of each line.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened, without } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, tell, timeOfStamp } from './utter';
import { appendSource, cutLines, encodeUtf8, NO_TEXT, placeOf, type WireText } from './wireText';

interface State {
  readonly connections: Connections;
  /** By session, what was received and has no line end yet. */
  readonly rests: ReadonlyMap<string, WireText>;
}

export const mailhog: Dialect<State> = {
  id: 'mailhog',
  name: 'MailHog',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, rests: new Map() }),
  read,
  wire: true,
  // It says the words of a login in capitals, too, and the message as one string.
  dumps(text) {
    const command = / got command '([^']{0,1000})', args '/.exec(text)?.[1];
    return command === undefined ? PARSING.test(text) : !readsAsCommand(command);
  },
  write(speaker, text, like) {
    const head = (like === undefined ? undefined : HEAD.exec(like.text)?.[0]) ?? '[SMTP 192.0.2.1:1025] ';
    const count = encodeUtf8(text).length + 2;
    return `${head}${speaker === 'client' ? 'Received' : 'Sent'} ${count} bytes: '${text}\\r\\n'`;
  },
};

const HEAD = /^(?:(\d{4}\/\d\d\/\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?) )?\[SMTP (\S{1,64}:\d{1,5})\] /;
const PACKET = /^(Received|Sent) \d{1,9} bytes: '/;
const PARSING = /\] Parsing Content from string: '/;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  if (head === null) return 0;
  const rest = text.slice(head[0].length);
  const packet = PACKET.exec(rest);
  if (packet === null) return rest.startsWith('[PROTO: ') || rest === 'Starting session' ? 4 : 0;
  const said = rest.slice(packet[0].length);
  return looksLikeReply(said) || readsAsCommand(said.replace(/(?:\\r)?\\n'$/, '')) ? 12 : 3;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [{ length }, stamp, peer = ''] = head;
  const time = line.time ?? (stamp === undefined ? undefined : timeOfStamp(stamp.replaceAll('/', '-')));
  const timed = atTime(line, time);
  const packet = PACKET.exec(line.text.slice(length, length + 40));
  if (packet === null) return told(timed, length, peer, state, context);
  const from = length + packet[0].length;
  const sent = packet[1] === 'Sent';
  const greets = sent && line.text.startsWith('220', from);
  const now = state.connections.names.has(peer) ? state : begin(timed, peer, greets, state, context);
  return said(timed, from, peer, sent, now, context);
}

function said(line: PeeledLine, from: number, peer: string, sent: boolean, state: State, context: ReadContext): State {
  const session = state.connections.names.get(peer) as string;
  const time = line.time === undefined ? {} : { time: line.time };
  const shown = unescaped(line, from, (!sent && state.rests.get(session)) || NO_TEXT);
  let rest = NO_TEXT;
  for (const { text, pieces, place, wireEol } of cutLines(shown)) {
    if (wireEol === '' && !sent) rest = { text, pieces };
    else
      context.emit({
        session,
        speaker: sent ? 'server' : 'client',
        text,
        ...place,
        ...time,
        ...(wireEol !== undefined && { wireEol }),
      });
  }
  if (sent) return state;
  const rests = without(state.rests, session);
  return { ...state, rests: rest === NO_TEXT ? rests : new Map(rests).set(session, rest) };
}

/**
 * What stands between the quotes, the last of which ends the line, behind `before`. A backslash is no escape of its own: `\\n`
 * amid a line is what somebody wrote, unless the client knows no CR.
 */
function unescaped(line: PeeledLine, from: number, before: WireText): WireText {
  const end = line.text.endsWith("'") ? line.text.length - 1 : line.text.length;
  const packet = line.text.slice(from, end);
  const escapes = packet.includes('\\r') ? (before.text.endsWith('\r') ? REST_OF_END : LINE_ENDS) : LONE_ENDS;
  let wire = before;
  let at = 0;
  for (const { 0: found, index } of packet.matchAll(escapes)) {
    wire = appendSource(wire, packet.slice(at, index), line, from + at, from + index);
    at = index + found.length;
    wire = appendSource(wire, found.replace('\\r', '\r').replace('\\n', '\n'), line, from + index, from + at);
  }
  return appendSource(wire, packet.slice(at), line, from + at, end);
}

const LINE_ENDS = /\\r\\n|\\[rn]$/g;
const REST_OF_END = /^\\n|\\r\\n|\\[rn]$/g;
const LONE_ENDS = /\\n/g;

function told(line: PeeledLine, from: number, peer: string, state: State, context: ReadContext): State {
  const text = line.text.slice(from);
  if (text === 'Starting session') return begin(line, peer, true, state, context);
  const session = state.connections.names.get(peer);
  const event = eventOf(text);
  if (session === undefined || event === undefined) return state;
  const rest = state.rests.get(session);
  if (rest !== undefined)
    context.emit({ session, speaker: 'client', text: rest.text, wireEol: '', ...placeOf(rest.pieces) });
  tell(line, from, session, event, context);
  const connections = event.type === 'close' ? closed(state.connections, peer) : state.connections;
  return { connections, rests: without(state.rests, session) };
}

function eventOf(text: string): ToolEvent | undefined {
  if (text === 'Connection closed by remote host') return { type: 'close', by: 'client' };
  if (text === 'Session ended') return { type: 'close', by: 'server' };
  return text.startsWith('Error reading from socket: ') ? { type: 'error', about: 'lost', message: text } : undefined;
}

function begin(line: PeeledLine, peer: string, whole: boolean, state: State, context: ReadContext): State {
  const connections = opened(state.connections, peer);
  tell(line, 0, connections.names.get(peer) as string, { type: 'connect', whole }, context);
  return { ...state, connections };
}
