/**
 * Cisco Secure Email Gateway (IronPort ESA): `mail_logs`, in which MID numbers a message, ICID and DCID the connections that it came and
 * went by, RID a recipient; and `bounces`: `Bounced: 45346670:0 From:<a> To:<b> Reason: "…" Response: "('550', ['…'])"`.
 */
import { lookUp, type PersistentMap, withoutValue, withValue } from '../persistentMap';
import type { Delivery, PeeledLine } from '../transcript';
import { deliver, known, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';

interface Message {
  readonly icid: string;
  readonly from: string;
  /** By RID. */
  readonly recipients: Readonly<Record<string, string>>;
}

interface State {
  /** Addresses, by ICID. */
  readonly clients: PersistentMap<string>;
  /** Addresses, by DCID. */
  readonly relays: PersistentMap<string>;
  readonly messages: PersistentMap<Message>;
  /** ICIDs by which a message is coming in. */
  readonly receiving: PersistentMap<true>;
}

export const ironport: Dialect<State> = {
  id: 'ironport',
  name: 'Cisco ESA mail_logs or bounces',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ clients: undefined, relays: undefined, messages: undefined, receiving: undefined }),
  read,
  write: (_speaker, text, like) => `${like === undefined ? '' : (HEAD.exec(like.text)?.[0] ?? '')}${text}`,
};

const HEAD = /^(?:\w{3} \w{3} [ \d]\d \d\d:\d\d:\d\d \d{4} )?(?:(?:Info|Warning|Debug|Trace|Error|Critical|Alert): )?/;
const FROM = /^MID (\d{1,12}) ICID (\d{1,12}) From: <([^>]{0,1000})>/;
const TO = /^MID (\d{1,12}) ICID \d{1,12} RID (\d{1,5}) To: <([^>]{0,1000})>/;
const DONE = /^Message done DCID (\d{1,12}) MID (\d{1,12}) to RID \[([\d, ]{1,1000})\]/;
const FAILED = /^(Bounced|Delayed): DCID (\d{1,12}) MID (\d{1,12}) to RID (\d{1,5}) - (.{0,4000})$/;
const BOUNCE =
  /^(Bounced|Delayed): (\d{1,12}):\d{1,5} From:<([^>]{0,1000})> To:<([^>]{0,1000})> Reason: "([^"]{0,1000})" Response: "(.{0,4000})"$/;
const REFUSED =
  /^ICID (\d{1,12}) (?:(?:Address|To): <([^>]{0,1000})> (?:sender <([^>]{0,1000})> )?rejected\b.{0,300}|REJECT SG .{0,300})$/;
const OTHER =
  /^(?:New SMTP [ID]CID \d{1,12} interface |[ID]CID \d{1,12} (?:close|lost|ACCEPT |TLS )|Start MID \d{1,12} ICID |Delivery start DCID |Message (?:finished|aborted) MID |MID \d{1,12} (?:ready \d|queued for delivery|Message-ID |RID \[))/;

function weight({ text }: PeeledLine): number {
  const rest = text.slice(HEAD.exec(text)?.[0].length);
  return [FROM, TO, DONE, FAILED, BOUNCE, REFUSED, OTHER].some((pattern) => pattern.test(rest)) ? 10 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const from = HEAD.exec(line.text)?.[0].length ?? 0;
  const text = line.text.slice(from);
  const [, side, number, address] =
    /^New SMTP ([ID])CID (\d{1,12}) interface .{0,200}?\baddress ([\da-fA-F.:]{2,45})/.exec(text) ?? [];
  if (number !== undefined && address !== undefined) {
    return side === 'I'
      ? { ...state, clients: withValue(state.clients, number, address) }
      : { ...state, relays: withValue(state.relays, number, address) };
  }
  const [, icid] = /^Start MID \d{1,12} ICID (\d{1,12})$/.exec(text) ?? [];
  if (icid !== undefined) return { ...state, receiving: withValue(state.receiving, icid, true) };
  if (text.startsWith('MID ')) return incoming(line, from, text, state, context);
  if (/^[ID]CID /.test(text)) return connectionLine(line, from, text, state, context);
  return outgoing(line, from, text, state, context);
}

// --- messages -----------------------------------------------------------------------------------------------------

function incoming(line: PeeledLine, from: number, text: string, state: State, context: ReadContext): State {
  const [, begun, icid, sender] = FROM.exec(text) ?? [];
  if (begun !== undefined && icid !== undefined && sender !== undefined) {
    const client = known('client', lookUp(state.clients, icid));
    tell(line, from, begun, { type: 'connect', whole: false }, context);
    deliver(line, from, begun, { action: 'received', queueId: begun, ...client, from: sender }, context);
    return { ...state, messages: withValue(state.messages, begun, { icid, from: sender, recipients: {} }) };
  }
  const [, mid = '', rid, to] = TO.exec(text) ?? /^MID (\d{1,12}) ready \d/.exec(text) ?? [];
  const message = lookUp(state.messages, mid);
  if (message === undefined) return state;
  // The message is whole.
  if (rid === undefined || to === undefined)
    return { ...state, receiving: withoutValue(state.receiving, message.icid) };
  const recipients = { ...message.recipients, [rid]: to };
  return { ...state, messages: withValue(state.messages, mid, { ...message, recipients }) };
}

function outgoing(line: PeeledLine, from: number, text: string, state: State, context: ReadContext): State {
  const [, ended] = /^Message (?:finished|aborted) MID (\d{1,12})\b/.exec(text) ?? [];
  if (ended !== undefined) {
    deliver(line, from, ended, { action: 'removed', queueId: ended }, context);
    tell(line, from, ended, { type: 'close', by: 'unknown' }, context);
    return { ...state, messages: withoutValue(state.messages, ended) };
  }
  const [, by = '', sent, rids = ''] = DONE.exec(text) ?? [];
  if (sent !== undefined) {
    for (const rid of rids.split(', ')) {
      deliver(line, from, sent, { action: 'sent', ...aboutRecipient(sent, rid, by, state) }, context);
    }
    return state;
  }
  const [, how, dcid = '', mid, failed = '', why = ''] = FAILED.exec(text) ?? [];
  if (mid !== undefined) {
    const delivery = { action: actionOf(how), ...aboutRecipient(mid, failed, dcid, state), ...aboutReply(why) };
    deliver(line, from, mid, delivery, context);
    return state;
  }
  const [, outcome, queueId, sender, to, reason = '', response = ''] = BOUNCE.exec(text) ?? [];
  if (queueId === undefined) return state;
  const who = { queueId, ...known('from', sender), ...known('to', to) };
  deliver(line, from, queueId, { action: actionOf(outcome), ...who, ...aboutReply(`${reason} ${response}`) }, context);
  return state;
}

function actionOf(word: string | undefined): Delivery['action'] {
  return word === 'Bounced' ? 'bounced' : 'deferred';
}

function aboutRecipient(mid: string, rid: string, dcid: string, { messages, relays }: State): Partial<Delivery> {
  const message = lookUp(messages, mid);
  return {
    queueId: mid,
    ...known('from', message?.from),
    ...known('to', message?.recipients[rid]),
    ...known('relay', lookUp(relays, dcid)),
  };
}

/** `5.1.0 - Unknown address error ('550', ['5.1.1 <b>... User unknown']) []`: what the host said, its lines in a list. */
function aboutReply(text: string): Partial<Delivery> {
  const [, code, lines = ''] = /\('(\d{3})', \[['"](.{0,4000})['"]\]\)/.exec(text) ?? [];
  const own = known('enhanced', /^[245]\.\d{1,3}\.\d{1,3}/.exec(text)?.[0]);
  if (code === undefined) return { reason: text.replace(/ \[\]$/, ''), ...own };
  const reason = `${code} ${lines.replace(/['"], ['"]/g, ' ')}`;
  return { reason, ...own, ...readCodes(reason) };
}

// --- connections --------------------------------------------------------------------------------------------------

function connectionLine(line: PeeledLine, from: number, text: string, state: State, context: ReadContext): State {
  const [, side, number = '', end] = /^([ID])CID (\d{1,12}) (close|lost|TLS failed\b)?/.exec(text) ?? [];
  const session = `${side}CID ${number}`;
  const client = known('client', side === 'I' ? lookUp(state.clients, number) : undefined);
  const [refused, , to, sender] = REFUSED.exec(text) ?? [];
  if (refused !== undefined) {
    const who = { ...client, ...known('from', sender), ...known('to', to) };
    deliver(line, from, session, { action: 'rejected', ...who, reason: text.slice(session.length + 1) }, context);
    return state;
  }
  if (end === undefined) return state;
  if (end === 'TLS failed') {
    const relay = known('relay', side === 'D' ? lookUp(state.relays, number) : undefined);
    deliver(line, from, session, { action: 'warning', fault: 'tls', ...client, ...relay, reason: text }, context);
    return state;
  }
  if (side === 'D') return { ...state, relays: withoutValue(state.relays, number) };
  // Many a client goes away without a word; inside a message it was lost.
  if (end === 'lost' && lookUp(state.receiving, number) !== undefined) {
    deliver(line, from, session, { action: 'lost', ...client, reason: text }, context);
  }
  return {
    ...state,
    clients: withoutValue(state.clients, number),
    receiving: withoutValue(state.receiving, number),
  };
}
