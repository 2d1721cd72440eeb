/** What is remembered of the connections of a capture. */
import type { Segment } from './packetSegments';

/** Which way a packet went, each end as the program writes it (`192.0.2.1.25`), and when. */
export interface Direction {
  readonly from: string;
  readonly to: string;
  readonly time?: number;
  /** The program does not show all that clients send: a reply without its question is no wonder. */
  readonly partial?: boolean;
  /** The program writes a dot for each octet that it cannot print, TAB among them. */
  readonly masks?: boolean;
}

/** One connection. */
export interface Flow {
  readonly session: string;
  readonly client: string | undefined;
  /** `new` until the first payload tells what it is; `tls` is not read any more; `foreign` is another protocol. */
  readonly kind: 'new' | 'smtp' | 'tls' | 'foreign';
  /** The capture has its first packet. */
  readonly whole: boolean;
  readonly startTls: boolean;
  /** Addresses may have letters outside ASCII. */
  readonly utf8: boolean;
  /** Per end, the line that its last packet left unfinished. */
  readonly tails: Readonly<Record<string, Segment>>;
  /** Ends that have closed their side. */
  readonly closed: readonly string[];
  /** Something of the client is missing: its lines are dropped up to one that reads as a command. */
  readonly blind: boolean;
  /** The go-ahead for a message was given, of which the capture does not show the DATA. */
  readonly unseenData: boolean;
  /** Octets of a chunk still to come. */
  readonly chunk: number;
  /** Replies that the server still owes, about: the greeting, then one for each command. */
  readonly owed: number;
  /** The client has sent a message and nothing since. */
  readonly sentData: boolean;
  /** What the server said last: a packet sent again says it again. */
  readonly recent: readonly string[];
  /** Per end, the sequence number that comes next, where the program shows them. */
  readonly next: Readonly<Record<string, number>>;
}

/** Every connection under way. An immutable value. */
export interface Flows {
  readonly count: number;
  readonly open: ReadonlyMap<string, Flow>;
}

export const NO_FLOWS: Flows = { count: 0, open: new Map() };

/** Connections under way at once; the one that came first is forgotten beyond it. */
const MOST_FLOWS = 200;

/** With a connection that begins, in place of what the two ends had before. */
export function withNew(flows: Flows, from: string, to: string, about: Pick<Flow, 'client' | 'whole'>): Flows {
  const count = flows.count + 1;
  const flow: Flow = {
    session: `${from}-${to}#${count}`,
    kind: 'new',
    startTls: false,
    utf8: false,
    blind: false,
    unseenData: false,
    chunk: 0,
    owed: 1,
    sentData: false,
    recent: [],
    tails: {},
    closed: [],
    next: {},
    ...about,
  };
  const now = withFlow({ ...flows, count }, from, to, flow);
  if (now.open.size <= MOST_FLOWS) return now;
  const open = new Map(now.open);
  open.delete(open.keys().next().value as string);
  return { ...now, open };
}

/** With what is known of the connection now. */
export function withFlow(flows: Flows, from: string, to: string, flow: Flow): Flows {
  return { ...flows, open: new Map(flows.open).set(pairOf(from, to), flow) };
}

/** Both directions have the same. */
export function pairOf(from: string, to: string): string {
  return from < to ? `${from} ${to}` : `${to} ${from}`;
}
