/**
 * Stalwart at level trace: `TRACE Raw SMTP input received (smtp.raw-input) …, remoteIp = 192.0.2.10, remotePort = 59010, size = 25,
 * contents = "EHLO …\r\n"`, before version 0.6 `smtp::inbound::session: event="read" data="EHLO …\r\n"`. What is read may end
 * anywhere in a line.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened, without } from './connections';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { behindLine, type FinalDots, isFinalDot, NO_DOTS } from './finalDots';
import { readQuoted } from './quoted';
import { say, tell } from './utter';
import { appendWire, cutLines, NO_TEXT, type WireText } from './wireText';

interface State {
  readonly connections: Connections;
  /** By connection and speaker: the start of a line that goes on in the speaker's next entry. */
  readonly tails: ReadonlyMap<string, WireText>;
  readonly dotted: FinalDots;
}

export const stalwart: Dialect<State> = {
  id: 'stalwart',
  name: 'Stalwart trace log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, tails: new Map(), dotted: NO_DOTS }),
  read,
  write(speaker, text, like) {
    const [input, words] = speaker === 'client' ? ['input', 'input received'] : ['output', 'output sent'];
    const entry = like === undefined ? undefined : entryOf(like.text);
    if (entry?.old === true && like !== undefined) {
      const head = like.text.slice(0, like.text.indexOf('event="'));
      return `${head}event="${speaker === 'client' ? 'read' : 'write'}" data="${escaped(text)}\\r\\n" size=${text.length + 2}`;
    }
    const stamp = like === undefined ? undefined : /^\S{20,40} {1,2}\w+ /.exec(like.text)?.[0];
    const peer = entry?.peer ?? 'remoteIp = 192.0.2.1, remotePort = 40000';
    const size = text.length + 2;
    return `${stamp ?? '1970-01-01T00:00:00Z TRACE '}Raw SMTP ${words} (smtp.raw-${input}) listenerId = "smtp", localPort = 25, ${peer}, size = ${size}, contents = "${escaped(text)}\\r\\n"`;
  },
};

interface Entry {
  /** Address and port as the log names them. */
  readonly peer: string;
  /** `raw-input`, `raw-output`, `read`, `write`, `connection-start`, … */
  readonly what: string;
  readonly old: boolean;
  /** Offset of the string with what was said. */
  readonly from: number;
}

const PEER = /\bremoteIp = [\da-fA-F.:]{2,45}, remotePort = \d{1,5}\b/;
const OLD =
  /session\{.{0,200}?(remote\.ip="?[\da-fA-F.:]{2,45}"? remote\.port=\d{1,5}).{0,200}?\}:? ?.{0,100}?\bevent="([\w-]{1,40})"(?: data=)?/;

function entryOf(text: string): Entry | undefined {
  const head = text.slice(0, 800);
  const event = /^.{0,120}? \((?:smtp|tls)\.([a-z-]{3,40})\) /.exec(head);
  const peer = event === null ? undefined : PEER.exec(head)?.[0];
  if (event !== null && peer !== undefined) {
    const contents = head.indexOf(' contents = "');
    return { peer, what: event[1] as string, old: false, from: contents < 0 ? -1 : contents + 12 };
  }
  const old = OLD.exec(head);
  if (old === null) return undefined;
  const [whole, address = '', what = ''] = old;
  return { peer: address, what, old: true, from: whole.endsWith(' data=') ? old.index + whole.length : -1 };
}

const SPEAKERS: Readonly<Record<string, Said['speaker']>> = {
  'raw-input': 'client',
  'raw-output': 'server',
  read: 'client',
  write: 'server',
};

function weight(line: PeeledLine): number {
  const entry = entryOf(line.text);
  if (entry === undefined) return 0;
  // Other entries stand also in a log that does not show the dialogue.
  if (SPEAKERS[entry.what] === undefined || entry.from < 0) return 0;
  const said = readQuoted(line, entry.from)?.text ?? '';
  return looksLikeReply(said) || readsAsCommand(said.trimEnd()) ? 20 : 3;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const entry = entryOf(line.text);
  if (entry === undefined) return state;
  const speaker = SPEAKERS[entry.what];
  if (speaker === undefined) return told(line, entry, state, context);
  const quoted = entry.from < 0 ? undefined : readQuoted(line, entry.from);
  if (quoted === undefined) return state;
  const { peer } = entry;
  const now = state.connections.names.has(peer)
    ? state
    : begin(line, entry, looksLikeReply(quoted.text), state, context);
  const key = `${speaker} ${peer}`;
  const session = now.connections.names.get(peer) as string;
  const octets = appendWire(now.tails.get(key) ?? NO_TEXT, { text: quoted.text, pieces: quoted.pieces });
  let tail: WireText | undefined;
  let ends = false;
  for (const { text, pieces, place, wireEol } of cutLines(octets)) {
    if (wireEol === '') {
      tail = { text, pieces };
      continue;
    }
    ends = isFinalDot(speaker, text, session, context);
    say(line, 0, session, speaker, context, { text, ...place, ...(wireEol !== undefined && { wireEol }) });
  }
  return {
    ...now,
    tails: tail === undefined ? without(now.tails, key) : new Map(now.tails).set(key, tail),
    dotted: behindLine(now.dotted, peer, ends),
  };
}

function begin(line: PeeledLine, { peer }: Entry, whole: boolean, state: State, context: ReadContext): State {
  const connections = opened(state.connections, peer);
  const host = /ip ?= ?"?([\da-fA-F.:]+)/i.exec(peer)?.[1] ?? '';
  const event = { type: 'connect', whole, tls: 'unknown', host } as const;
  tell(line, 0, connections.names.get(peer) as string, event, context);
  const tails = without(without(state.tails, `client ${peer}`), `server ${peer}`);
  return { connections, tails, dotted: behindLine(state.dotted, peer, false) };
}

function told(line: PeeledLine, entry: Entry, state: State, context: ReadContext): State {
  const { peer, what } = entry;
  if (what === 'connection-start') return begin(line, entry, true, state, context);
  const session = state.connections.names.get(peer);
  if (session === undefined) return state;
  if (what === 'handshake') tell(line, 0, session, { type: 'tls' }, context);
  if (what !== 'connection-end') return state;
  tellClose(line, 0, session, context, state.dotted.has(peer));
  return { ...state, connections: closed(state.connections, peer), dotted: behindLine(state.dotted, peer, false) };
}

function escaped(text: string): string {
  return text.replace(/["\\]/g, '\\$&');
}
