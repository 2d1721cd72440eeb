/** Events of a session as the canonical format has them (docs/format.md), and what stands for content that is not shown. */
import type { Elided, Said, ToolErrorKind, ToolEvent } from '../transcript';
import { readDelivery, writeDelivery } from './delivery';

// --- events -------------------------------------------------------------------------------------------------------

/** The event of a line, `* ` taken off. Anything that is not one of ours is the tool's own words. */
export function readEvent(text: string): ToolEvent {
  const words = text.split(' ');
  switch (words[0]) {
    case 'connected':
    case 'connected,':
      return readConnect(text) ?? readError(text);
    case 'tls':
      return readTls(words.slice(1));
    case 'closed':
      return { type: 'close', by: words[2] === 'server' ? 'server' : words[2] === 'client' ? 'client' : 'unknown' };
    case 'elided':
    case 'elided,':
    case 'cut':
      return text.endsWith(TLS_UNKNOWN) ? { type: 'gap', tls: 'unknown' } : { type: 'gap' };
    case 'delivery': {
      const delivery = readDelivery(text);
      return delivery === undefined ? { type: 'error', about: 'other', message: text } : { type: 'delivery', delivery };
    }
    default:
      return readError(text);
  }
}

/** The line of an event, `* ` included; undefined for one that the format takes for granted. */
export function writeEvent(event: ToolEvent): string | undefined {
  switch (event.type) {
    case 'connect':
      return writeConnect(event);
    case 'tls': {
      const protocol = event.protocol === undefined && event.cipher !== undefined ? '-' : event.protocol;
      const unseen = event.unseenStart ? 'unseen' : undefined;
      return ['* tls', unseen, protocol, event.cipher].filter((part) => part !== undefined && part !== '').join(' ');
    }
    case 'close':
      return event.by === 'unknown' ? '* closed' : `* closed by ${event.by}`;
    case 'error':
      return `* error ${event.about}: ${event.message.replace(/[\r\n]+/g, ' ')}`;
    case 'gap':
      return `* elided${event.tls === 'unknown' ? TLS_UNKNOWN : ''}`;
    case 'delivery':
      return `* ${writeDelivery(event.delivery)}`;
    default:
      return event satisfies never;
  }
}

type Connect = Extract<ToolEvent, { type: 'connect' }>;

const LATE = ', not from the start';
const TLS_UNKNOWN = ', tls unknown';

function readConnect(line: string): Connect | undefined {
  const late = line.includes(LATE);
  const unknown = line.includes(TLS_UNKNOWN);
  const text = line.replace(LATE, '').replace(TLS_UNKNOWN, '');
  const to = /^connected(?: to (?:\[([0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*)\]|(\S+?))(?: \[[^\]]*\])?(?::(\d{1,5}))?)?$/.exec(
    text,
  );
  if (to === null) return undefined;
  const host = to[1] ?? to[2];
  return {
    type: 'connect',
    whole: !late,
    ...(host !== undefined && { host }),
    ...(to[3] !== undefined && { port: Number(to[3]) }),
    ...(unknown && { tls: 'unknown' as const }),
  };
}

function writeConnect({ whole, host, port, tls }: Connect): string | undefined {
  const notes = `${whole ? '' : LATE}${tls === 'unknown' ? TLS_UNKNOWN : ''}`;
  if (host === undefined) return notes === '' ? undefined : `* connected${notes}`;
  const name = host.includes(':') ? `[${host}]` : host;
  return `* connected to ${name}${port === undefined ? '' : `:${port}`}${notes}`;
}

function readTls(words: readonly string[]): ToolEvent {
  const unseen = words[0] === 'unseen';
  const [protocol, cipher] = unseen ? words.slice(1) : words;
  return {
    type: 'tls',
    ...(protocol !== undefined && protocol !== '-' && { protocol }),
    ...(cipher !== undefined && { cipher }),
    ...(unseen && { unseenStart: true }),
  };
}

function readError(text: string): ToolEvent {
  const [word, kind] = text.split(' ', 2);
  const about = ERROR_KINDS.find((each) => word === 'error' && kind === `${each}:`) ?? 'other';
  return { type: 'error', about, message: text.replace(/^error (?:\w[\w-]*: ?)?/, '') };
}

const ERROR_KINDS: readonly ToolErrorKind[] = [
  'connect',
  'lost',
  'tls',
  'starttls-missing',
  'renegotiation',
  'timeout',
  'auth',
  'pipelining',
  'other',
];

// --- content that is not shown ------------------------------------------------------------------------------------

type NotShown = Required<Pick<Said, 'speaker' | 'elided'>>;

/** Whose content is missing, and what it is; undefined for a line that says nothing of that. */
export function readElided(text: string): NotShown | undefined {
  // The server's answers to a secret are left out with it.
  if (text === 'elided answer') return { speaker: 'server', elided: { what: 'secret' } };
  const match = /^elided (data|secret|lines)(?: (\d{1,12}) lines)?(?: (\d{1,15}) octets)?$/.exec(text);
  if (match === null) return undefined;
  const [, what, lines, octets] = match;
  const elided: Elided = {
    what: what as Elided['what'],
    ...(lines !== undefined && { lines: Number(lines) }),
    ...(octets !== undefined && { octets: Number(octets) }),
  };
  // Lines are left out of a reply, everything else of what the client sent.
  return { speaker: what === 'lines' ? 'server' : 'client', elided };
}

/** What stands for content that is not shown, without the `* `. */
export function writeElided({ speaker, elided: { what, lines, octets } }: NotShown): string {
  if (what === 'secret' && speaker === 'server') return 'elided answer';
  const counts = [lines === undefined ? '' : ` ${lines} lines`, octets === undefined ? '' : ` ${octets} octets`];
  return `elided ${what}${counts.join('')}`;
}

// --- time ---------------------------------------------------------------------------------------------------------

/**
 * A moment as a timestamp, in milliseconds. Where the log told no date its clock began on a day of its own, and of that
 * first day only the time is written. Undefined for what is no moment.
 */
export function writeTime(time: number): string | undefined {
  if (!(time >= 0 && time < YEAR_10000)) return undefined;
  const iso = new Date(time).toISOString();
  return time < DAY ? iso.slice(11, 23) : iso;
}

const DAY = 86_400_000;
const YEAR_10000 = Date.UTC(10_000, 0, 1);
