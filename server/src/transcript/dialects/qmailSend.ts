/**
 * qmail-send's log (qmail, netqmail, notqmail, s/qmail) through multilog or syslog: `new msg`, `info msg 12345: bytes … from <a@b>`,
 * `starting delivery 2: msg 12345 to remote b@c`, then `delivery 2: failure: …` with `_` for a blank and `/` for a line end.
 */
import { lookUp, type PersistentMap, withoutValue, withValue } from '../persistentMap';
import type { Delivery, PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, nameIn, opened } from './connections';
import { deliver, known, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, tell } from './utter';

/** A delivery that has begun. */
interface Started {
  readonly message: string;
  readonly to: string;
}

interface State {
  /** By the message's number, which is used again. */
  readonly connections: Connections;
  readonly senders: PersistentMap<string>;
  readonly started: PersistentMap<Started>;
}

export const qmailSend: Dialect<State> = {
  id: 'qmail-send',
  name: 'qmail-send log',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ connections: NO_CONNECTIONS, senders: undefined, started: undefined }),
  read,
  write: (_speaker, text, like) => `${like === undefined ? '' : (STAMP.exec(like.text)?.[0] ?? '')}${text}`,
};

/** TAI64N of multilog, or seconds of splogger. */
const STAMP = /^(?:@([\da-f]{24}) |(\d{9,10})\.\d{1,6} )?/;
const STARTING = /^starting delivery (\d{1,12}): msg (\d{1,20}) to (?:local|remote) (\S{1,1000})$/;
const DELIVERY = /^delivery (\d{1,12}): (success|failure|deferral): /;
const INFO = /^info msg (\d{1,20}): bytes \d{1,15} from <([^>]{0,1000})> qp \d{1,10}/;

function weight({ text }: PeeledLine): number {
  const rest = text.slice(STAMP.exec(text)?.[0].length);
  if (STARTING.test(rest) || DELIVERY.test(rest) || INFO.test(rest)) return 10;
  if (/^status: local \d{1,6}\/\d{1,6} remote \d{1,6}\/\d{1,6}/.test(rest)) return 5;
  return /^(?:new|end|bounce) msg \d{1,20}(?: qp \d{1,10})?$/.test(rest) ? 3 : 0;
}

function read(peeled: PeeledLine, state: State, context: ReadContext): State {
  const stamp = STAMP.exec(peeled.text) ?? [''];
  const from = stamp[0].length;
  const line = peeled.time === undefined ? atTime(peeled, timeOf(stamp[1], stamp[2])) : peeled;
  const text = line.text.slice(from);
  const [, added] = /^new msg (\d{1,20})$/.exec(text) ?? [];
  if (added !== undefined) return { ...state, connections: opened(state.connections, added) };
  const [, message, sender] = INFO.exec(text) ?? [];
  if (message !== undefined && sender !== undefined) {
    const session = nameIn(state.connections, message);
    tell(line, from, session, { type: 'connect', whole: false }, context);
    deliver(line, from, session, { action: 'received', queueId: message, from: sender }, context);
    return { ...state, senders: withValue(state.senders, message, sender) };
  }
  const [, number, of, to] = STARTING.exec(text) ?? [];
  if (number !== undefined && of !== undefined && to !== undefined) {
    return { ...state, started: withValue(state.started, number, { message: of, to }) };
  }
  const [, done] = /^end msg (\d{1,20})$/.exec(text) ?? [];
  if (done !== undefined) return end(line, from, done, state, context);
  return outcome(line, from, text, state, context);
}

/** TAI is ten seconds and the leap seconds ahead of UTC; logs know them as ten. */
function timeOf(tai: string | undefined, seconds: string | undefined): number | undefined {
  if (seconds !== undefined) return Number(seconds) * 1000;
  if (tai === undefined) return undefined;
  const milliseconds = Math.floor(Number.parseInt(tai.slice(16), 16) / 1_000_000);
  return (Number.parseInt(tai.slice(8, 16), 16) - 10) * 1000 + milliseconds;
}

function end(line: PeeledLine, from: number, message: string, state: State, context: ReadContext): State {
  const session = nameIn(state.connections, message);
  deliver(line, from, session, { action: 'removed', queueId: message }, context);
  tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  return { ...state, connections: closed(state.connections, message), senders: withoutValue(state.senders, message) };
}

const ACTIONS: Readonly<Record<string, Delivery['action']>> = {
  success: 'sent',
  failure: 'bounced',
  deferral: 'deferred',
};

function outcome(line: PeeledLine, from: number, text: string, state: State, context: ReadContext): State {
  const [head, number = '', word = ''] = DELIVERY.exec(text) ?? [];
  const action = ACTIONS[word];
  if (head === undefined || action === undefined) return state;
  const started = lookUp(state.started, number);
  const report = text.slice(head.length);
  const delivery: Delivery = {
    action,
    ...(started !== undefined && { queueId: started.message }),
    ...known('from', started && lookUp(state.senders, started.message)),
    ...known('to', started?.to),
    ...aboutReport(report),
  };
  const session = started === undefined ? `delivery ${number}` : nameIn(state.connections, started.message);
  deliver(line, from, session, delivery, context);
  return { ...state, started: withoutValue(state.started, number) };
}

const RELAY =
  /(?:^|[_/])\[?([\da-fA-F]{1,4}[.:][\da-fA-F.:]{2,41})\]?_(?:accepted_message|does_not_like_recipient|failed_(?:on|after))|(?:^|\/)Connected_to_\[?([\da-fA-F.:]{3,45}[\da-fA-F])\]?_but_/;

/** The host, and what it said, or qmail's own words and the status behind them. */
function aboutReport(report: string): Pick<Delivery, 'relay' | 'code' | 'enhanced' | 'reason'> {
  const relay = RELAY.exec(report);
  const host = known('relay', relay?.[1] ?? relay?.[2]);
  const said = /(?:^|\/)Remote_host_said:_(.{0,2000}?)(?:\/(?:Giving_up_on_.{0,100})?)?$/.exec(report)?.[1];
  if (said !== undefined && said !== '') {
    const reason = plain(said);
    return { reason, ...host, ...readCodes(reason.replace(/^(\d{3})-/, '$1 ')) };
  }
  const reason = plain(report.replace(/\/$/, ''));
  return { reason, ...host, ...known('enhanced', /\(#([245]\.\d{1,3}\.\d{1,3})\)/.exec(reason)?.[1]) };
}

/** Blanks for `_`, and for a line end where a line of a reply follows. */
function plain(report: string): string {
  return report.replace(/\/(?=[2-5]\d\d[-_])/g, ' ').replaceAll('_', ' ');
}
