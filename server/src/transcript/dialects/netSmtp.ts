/**
 * Perl's Net::SMTP with Debug, and what is built on it (git send-email `--smtp-debug`, Net::SMTP::SSL, Net::SMTPS):
 * `Net::SMTP=GLOB(0x5606cb694410)>>> ` client, `<<< ` server. Mail data is shown before its dots are doubled, so that a
 * dot alone ends the message only when the server speaks next.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { clientLine, endOfShownData, NO_DATA_SHOWN, type ShownData, serverSpeaks } from './shownData';

interface State {
  readonly count: number;
  /** The session that spoke last: messages about a connection do not say which. */
  readonly last: string | undefined;
  /** How often an address in memory was used again, for those whose connection broke. */
  readonly uses: ReadonlyMap<string, number>;
  readonly shown: ShownData;
}

export const netSmtp: Dialect<State> = {
  id: 'net-smtp',
  name: 'Perl Net::SMTP, git send-email --smtp-debug',
  dumps: (text) => DECODED.test(text),
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, last: undefined, uses: new Map(), shown: NO_DATA_SHOWN }),
  read,
  finish({ shown }, context) {
    endOfShownData(shown, context);
  },
  write(speaker, text, like) {
    const object = like === undefined ? null : PREFIX.exec(like.text);
    const name = object === null ? 'Net::SMTP=GLOB(0x55d0c0de0000)' : `${object[1]}=GLOB(${object[2]})`;
    // Data is shown as it is before its dots are doubled.
    return speaker === 'client' ? `${name}>>> ${text.startsWith('..') ? text.slice(1) : text}` : `${name}<<< ${text}`;
  },
};

/** The class, the address that Perl prints for the object, the direction. */
const PREFIX = /^([A-Za-z_][\w:]{0,80})=GLOB\((0x[0-9a-f]{1,16})\)(>>>|<<<)(?: |$)/;
/** What Net::SMTPS and Net::SMTP_auth tell of a login as if they said it. */
const NOTE = /^(?:\(decoded\) |AUTH-(?:my favorite|server off?err?ed|negotiated): )/;
/** A secret in plain text, beside the one that was said. */
const DECODED = /=GLOB\(0x[0-9a-f]{1,16}\)>>> \(decoded\) /;
/** Other protocols print their lines in the same way. */
const OTHERS = /FTP|POP3|NNTP|HTTP|IMAP/i;

function weight({ text }: PeeledLine): number {
  const object = PREFIX.exec(text);
  if (object === null) return /^Net::SMTP\w*>>> \s*[\w:]+\([\d._]+\)$/.test(text) ? 8 : unableToConnect(text) ? 5 : 0;
  const [prefix, name = '', , arrow] = object;
  if (OTHERS.test(name)) return 0;
  const said = text.slice(prefix.length).trimEnd();
  return (arrow === '<<<' ? looksLikeReply(said) : readsAsCommand(said)) ? 12 : name.includes('SMTP') ? 6 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const object = PREFIX.exec(line.text);
  if (object === null) return tool(line, state, context);
  const [prefix, name = '', address = '', arrow] = object;
  if (OTHERS.test(name)) return state;
  const end = line.text.endsWith('\r') ? line.text.length - 1 : line.text.length;
  const text = line.text.slice(prefix.length, end);
  const place = within(line, Math.min(prefix.length, end), end);
  if (arrow === '<<<') return server(place, text, name, address, line.time, state, context);
  return client(place, text, name, address, line.time, state, context);
}

function server(
  place: Located,
  text: string,
  name: string,
  address: string,
  time: number | undefined,
  state: State,
  context: ReadContext,
): State {
  const uses = state.uses.get(address);
  // A connection that broke is over; the address is free for another one.
  const again = uses !== undefined && text.startsWith('220') && state.last !== keyOf(address, uses);
  const now = again ? { ...state, uses: new Map(state.uses).set(address, uses + 1) } : state;
  const session = keyOf(address, now.uses.get(address));
  if (text.startsWith('(decoded) ')) return { ...now, last: session };
  const shown = serverSpeaks(session, now.shown, context);
  context.emit({ session, speaker: 'server', text, ...place, ...marks(name, text, time) });
  return { ...now, shown, last: session };
}

function client(
  place: Located,
  text: string,
  name: string,
  address: string,
  time: number | undefined,
  state: State,
  context: ReadContext,
): State {
  const session = keyOf(address, state.uses.get(address));
  if (NOTE.test(text) && context.modeOf(session) !== 'data') return { ...state, last: session };
  const said: Said = { session, speaker: 'client', text, ...place, ...marks(name, text, time) };
  return { ...state, shown: clientLine(said, state.shown, context), last: session };
}

/**
 * A class whose name ends in SSL is the connection after the handshake. Net::SMTPS does not tell whether TLS was there
 * from the first octet; it is taken to be up when credentials are sent.
 */
function marks(
  name: string,
  text: string,
  time: number | undefined,
): { readonly secure?: boolean; readonly time?: number } {
  const secure = name.endsWith('SSL') || (name.endsWith('SMTPS') && /^AUTH /i.test(text));
  return { ...(secure && { secure }), ...(time !== undefined && { time }) };
}

function keyOf(address: string, uses: number | undefined): string {
  return uses === undefined || uses === 0 ? address : `${address}/${uses + 1}`;
}

// --- what is said about the connection ----------------------------------------------------------------------------

function tool(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (unableToConnect(text)) {
    // The server refused service: what it said is in the log.
    if (state.last !== undefined) return state;
    const session = `connection ${state.count + 1}`;
    const place = { session, speaker: 'tool', text, ...within(line, 0) } as const;
    context.emit({ event: { type: 'connect', whole: true }, ...place });
    context.emit({ event: { type: 'error', about: 'connect', message: text }, ...place });
    return { ...state, count: state.count + 1 };
  }
  const event = state.last === undefined ? undefined : eventOf(text);
  if (event === undefined || state.last === undefined) return state;
  const session = state.last;
  const now = { ...state, shown: serverSpeaks(session, state.shown, context) };
  context.emit({ session, speaker: 'tool', text, event, ...within(line, 0) });
  if (event.type !== 'error' || event.about === 'starttls-missing') return now;
  const [address = '', use] = session.split('/');
  return { ...now, last: undefined, uses: new Map(now.uses).set(address, use === undefined ? 0 : Number(use) - 1) };
}

/** What git send-email says when there is no connection. */
function unableToConnect(text: string): boolean {
  return text.startsWith('Unable to initialize SMTP properly.');
}

function eventOf(text: string): ToolEvent | undefined {
  const broken = /^[A-Za-z_][\w:]{0,80}: (?:[\w:]{1,80}\(\): )?(timeout|[Uu]nexpected EOF on command channel)/.exec(
    text,
  );
  if (broken !== null) return { type: 'error', about: broken[1] === 'timeout' ? 'timeout' : 'lost', message: text };
  if (/^(?:Couldn't start TLS: |STARTTLS failed! )/.test(text)) return { type: 'error', about: 'tls', message: text };
  if (text.startsWith('Server does not support STARTTLS!')) {
    return { type: 'error', about: 'starttls-missing', message: text };
  }
  return undefined;
}
