/**
 * OpenSMTPD's ordinary log: `<session> smtp …` for clients, `<session> mta …` and `mda …` for deliveries, values as
 * `name=value` or `name="value"`. Releases before 6.0 wrote sentences. A message is known by the first half of its
 * envelopes' ids.
 */
import type { Delivery, DeliveryFault, PeeledLine } from '../transcript';
import { deliver, known, ofMessage, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';

export const opensmtpdLog: Dialect<undefined> = {
  id: 'opensmtpd-log',
  name: 'OpenSMTPD log',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write: (_speaker, text) => text,
};

/** With `event=` in 6.0 to 6.3. */
const LINE = /^([0-9a-f]{16}) (smtp|mta|mda|mfa|queue|scheduler|lka) (?:event=)?([\w-]{1,40})(?= |$)/;
const OLD = /^(smtp-in|delivery|relay|smtp-out): /;

function weight({ text, process }: PeeledLine): number {
  if (process !== undefined && process !== 'smtpd') return 0;
  // `smtpd -T smtp` prints the dialogue itself between these lines.
  if (/^smtp: 0x[0-9a-f]{1,16}: (?:>>>|<<<) /.test(text)) return -20;
  if (LINE.test(text)) return 8;
  return OLD.test(text) && readOld(text) !== undefined ? 8 : 0;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const { text, process } = line;
  if (process !== undefined && process !== 'smtpd') return state;
  const match = LINE.exec(text);
  if (match === null) {
    const old = readOld(text);
    if (old !== undefined) deliver(line, 0, old.session, old.delivery, context);
    return state;
  }
  const [head, session = '', part = '', event = ''] = match;
  const values = valuesOf(text.slice(head.length));
  if (part === 'smtp' && event === 'connected') {
    const host = values.get('address');
    tell(line, 0, session, { type: 'connect', whole: false, ...known('host', host) }, context);
    return state;
  }
  const delivery = part === 'smtp' ? clientEvent(event, values, text) : deliveryEvent(event, values, text);
  const queueId = messageOf(values);
  if (delivery !== undefined) {
    deliver(line, 0, queueId ?? session, ofMessage(queueId, delivery), context);
  }
  if (part === 'smtp' && (event === 'disconnected' || event === 'closed')) {
    tell(line, 0, session, { type: 'close', by: 'unknown' }, context);
  }
  return state;
}

function valuesOf(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  for (const [, name = '', quoted, plain = ''] of text.matchAll(/ ([a-z][\w-]{0,30})=(?:"([^"]*)"|(<[^>]*>|\S*))/g)) {
    values.set(name, quoted ?? plain.replace(/^<(.*)>$/, '$1'));
  }
  return values;
}

function messageOf(values: ReadonlyMap<string, string>): string | undefined {
  return values.get('msgid') ?? values.get('evpid')?.slice(0, 8);
}

function clientEvent(event: string, values: ReadonlyMap<string, string>, text: string): Delivery | undefined {
  switch (event) {
    case 'message':
    case 'envelope':
      return { action: 'received', ...known('from', values.get('from')), ...known('to', values.get('to')) };
    case 'failed-command':
    case 'bad-input':
      return failedCommand(values, text);
    case 'authentication':
      return values.get('result') === 'permfail' || values.get('result') === 'failed'
        ? { action: 'warning', fault: 'auth', reason: text }
        : undefined;
    case 'disconnected':
    case 'closed':
      return /^(?:timeout|io-error|error)/.test(values.get('reason') ?? '')
        ? { action: 'lost', reason: text }
        : undefined;
    default:
      return undefined;
  }
}

function failedCommand(values: ReadonlyMap<string, string>, text: string): Delivery {
  const command = values.get('command') ?? '';
  const reason = values.get('result') ?? text;
  const codes = readCodes(reason);
  const fault = faultOf(command, reason, codes.code ?? 0);
  if (fault !== undefined) return { action: 'warning', fault, ...codes, reason };
  return {
    action: 'rejected',
    ...known('from', /^MAIL FROM: ?<([^>]{0,320})>/i.exec(command)?.[1]),
    ...known('to', /^RCPT TO: ?<([^>]{0,320})>/i.exec(command)?.[1]),
    ...codes,
    reason,
  };
}

function faultOf(command: string, reason: string, code: number): DeliveryFault | undefined {
  if (/pipelining/i.test(reason)) return 'pipelining';
  if (/^(?:GET|POST|HEAD|OPTIONS|CONNECT) /.test(command)) return 'other-protocol';
  if (/^AUTH\b/i.test(command) && (code === 535 || code === 534)) return 'auth';
  if (code === 503) return 'order';
  if (code === 500 || code === 502) return 'unknown-command';
  return code === 501 ? 'syntax' : undefined;
}

const RESULTS: Readonly<Record<string, Delivery['action']>> = {
  Ok: 'sent',
  TempFail: 'deferred',
  PermFail: 'bounced',
  Loop: 'bounced',
  Expire: 'expired',
};

function deliveryEvent(event: string, values: ReadonlyMap<string, string>, text: string): Delivery | undefined {
  if (event === 'error') return { action: 'lost', reason: values.get('reason') ?? text };
  if (event !== 'delivery') return undefined;
  return result(values.get('result') ?? '', values);
}

function result(word: string, values: ReadonlyMap<string, string>): Delivery | undefined {
  const action = RESULTS[word];
  if (action === undefined) return undefined;
  const stat = values.get('stat');
  return {
    action,
    ...known('from', values.get('from')),
    ...known('to', values.get('to')),
    ...known('relay', values.get('relay') || undefined),
    ...(stat !== undefined && { reason: stat, ...readCodes(stat.replace(/^(\d{3} [245]\.\d{1,3}\.\d{1,3}):/, '$1')) }),
  };
}

// --- before 6.0 ---------------------------------------------------------------------------------------------------

function readOld(text: string): { readonly session: string; readonly delivery: Delivery } | undefined {
  const failed = /^smtp-in: Failed command on session ([0-9a-f]{16}): "([^"]{0,600})" => (.{1,600})$/.exec(text);
  if (failed !== null) {
    const values = new Map([
      ['command', failed[2] as string],
      ['result', failed[3] as string],
    ]);
    return { session: failed[1] as string, delivery: failedCommand(values, text) };
  }
  const accepted = /^smtp-in: Accepted message ([0-9a-f]{8}) on session [0-9a-f]{16}: /.exec(text);
  if (accepted !== null) {
    const values = sentence(text.slice(accepted[0].length));
    const from = known('from', values.get('from'));
    return {
      session: accepted[1] as string,
      delivery: { action: 'received', queueId: accepted[1] as string, ...from },
    };
  }
  const done = /^(?:delivery|relay): (Ok|TempFail|PermFail|Loop) for ([0-9a-f]{8})[0-9a-f]{8}: /.exec(text);
  if (done === null) return undefined;
  const delivery = result(done[1] as string, sentence(text.slice(done[0].length)));
  const queueId = done[2] as string;
  return delivery === undefined ? undefined : { session: queueId, delivery: ofMessage(queueId, delivery) };
}

/** `from=<a>, to=<b>, …, stat=…`, where the last value goes on to the end. */
function sentence(text: string): ReadonlyMap<string, string> {
  const values = new Map<string, string>();
  const last = text.indexOf(', stat=');
  const list = last < 0 ? text : text.slice(0, last);
  for (const part of list.split(', ')) {
    const equals = part.indexOf('=');
    if (equals > 0) values.set(part.slice(0, equals), part.slice(equals + 1).replace(/^<(.*)>$/, '$1'));
  }
  if (last >= 0) values.set('stat', text.slice(last + 7));
  return values;
}
