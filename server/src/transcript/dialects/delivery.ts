/** What the dialects of event logs share: how a delivery is told, and its line in the canonical format. */
import { enhancedCodeOf, looksLikeReply } from '../reply';
import type { Delivery, DeliveryFault, PeeledLine, ToolEvent } from '../transcript';
import type { ReadContext } from './dialect';
import { tell } from './utter';
import { placeOf, type WireText } from './wireText';

/**
 * Emits that a connection is closed, by whom the log does not say, and that it was lost where it is inside a message, or
 * where the answer to one is due.
 */
export function tellClose(line: PeeledLine, from: number, session: string, context: ReadContext, isDue = false): void {
  if (isDue || context.modeOf(session) === 'data') tellLoss(line, from, session, context);
  tell(line, from, session, { type: 'close', by: 'unknown' }, context);
}

/** Emits that the connection was lost, in the words of the line. */
export function tellLoss(line: PeeledLine, from: number, session: string, context: ReadContext): void {
  tell(line, from, session, { type: 'error', about: 'lost', message: line.text.slice(from) }, context);
}

/** Emits what a line says about a message. */
export function deliver(
  line: PeeledLine,
  from: number,
  session: string,
  delivery: Delivery,
  context: ReadContext,
): void {
  tell(line, from, session, { type: 'delivery', delivery }, context);
}

/** What is told of the message with this id, where its line names it. */
export function ofMessage(queueId: string | undefined, delivery: Delivery): Delivery {
  return queueId === undefined ? delivery : { queueId, ...delivery };
}

/** Emits what is said about a message in a part of a line, or in several lines; the text has to stand somewhere. */
export function deliverSaid(said: WireText, session: string, delivery: Delivery, { emit }: ReadContext): void {
  const event: ToolEvent = { type: 'delivery', delivery };
  emit({ session, speaker: 'tool', text: said.text, event, ...placeOf(said.pieces) });
}

/** Code and enhanced code of the reply that begins at `at`: `550 5.1.1 …`, or `5.7.1 …` alone as milters give it. */
export function readCodes(text: string, at = 0): { readonly code?: number; readonly enhanced?: string } {
  const isReply = looksLikeReply(text.slice(at, at + 4));
  const rest = text.slice(isReply ? at + 4 : at, at + 20).trimStart();
  const enhanced = enhancedCodeOf(rest);
  if (!isReply) return enhanced === undefined ? {} : { enhanced };
  const code = Number(text.slice(at, at + 3));
  return enhanced === undefined ? { code } : { code, enhanced };
}

/** The reply that a host gave, in a text that quotes it after some words of its own: `host x said: 550 5.1.1 …`. */
export function quotedCodes(text: string): { readonly code?: number; readonly enhanced?: string } {
  if (looksLikeReply(text.slice(0, 4))) return readCodes(text);
  const quoted = /(?:said|talk to me|: host [^:]{1,255}(?:\]:\d{1,5})?): ?(?=[2-5]\d\d[ -])/.exec(text);
  return quoted === null ? {} : readCodes(text, quoted.index + quoted[0].length);
}

/** The value of `name=` in a list like `from=<a@b>, size=5`; angle brackets off. */
export function valueIn(text: string, name: string): string | undefined {
  for (let at = text.indexOf(`${name}=`); at >= 0; at = text.indexOf(`${name}=`, at + 1)) {
    if (at > 0 && text.charAt(at - 1) !== ' ' && text.charAt(at - 1) !== ',') continue;
    const from = at + name.length + 1;
    if (text.charAt(from) === '<') return text.slice(from + 1, angleEnd(text, from + 1));
    const end = text.slice(from, from + 1000).search(/[,;\s]/);
    return end < 0 ? text.slice(from, from + 1000) : text.slice(from, from + end);
  }
  return undefined;
}

function angleEnd(text: string, from: number): number {
  const end = text.indexOf('>', from);
  return end < 0 ? text.length : end;
}

/** `{ [name]: value }`, or nothing when there is no value. */
export function known<K extends string, V>(name: K, value: V | undefined): { readonly [key in K]?: V } {
  return (value === undefined ? {} : { [name]: value }) as { readonly [key in K]?: V };
}

// --- the canonical line -------------------------------------------------------------------------------------------

const ACTIONS: ReadonlySet<string> = new Set<Delivery['action']>([
  'received',
  'sent',
  'deferred',
  'bounced',
  'rejected',
  'expired',
  'removed',
  'lost',
  'warning',
]);

const FAULTS: ReadonlySet<string> = new Set<DeliveryFault>([
  'early-talker',
  'pipelining',
  'order',
  'bare-newline',
  'other-protocol',
  'unknown-command',
  'syntax',
  'tls',
  'auth',
]);

/** Keys of the canonical line, in the order in which they are written. */
const KEYS = {
  queue: 'queueId',
  id: 'messageId',
  client: 'client',
  from: 'from',
  to: 'to',
  relay: 'relay',
  code: 'code',
  enhanced: 'enhanced',
  delay: 'delay',
  fault: 'fault',
  reason: 'reason',
} as const satisfies Record<string, keyof Delivery>;

/** `delivery rejected client=[192.0.2.1] to=<bob@example.org> code=550 reason="User unknown"`; undefined if it is none. */
export function readDelivery(text: string): Delivery | undefined {
  const action = /^delivery (\S{1,20})/.exec(text)?.[1];
  if (action === undefined || !ACTIONS.has(action)) return undefined;
  const values: Record<string, string | number> = {};
  for (const [, name = '', raw = ''] of text.matchAll(/ ([a-z]{1,20})=("(?:[^"\\]|\\.)*"|\S*)/g)) {
    const key = (KEYS as Record<string, keyof Delivery>)[name];
    if (key === undefined) continue;
    const value = raw.startsWith('"') ? raw.slice(1, -1).replace(/\\(.)/g, '$1') : raw;
    if (key === 'code' || key === 'delay') {
      if (/^\d{1,9}(?:\.\d{1,6})?$/.test(value)) values[key] = Number(value);
    } else if (key === 'from' || key === 'to') values[key] = value.replace(/^<(.*)>$/, '$1');
    else if (key !== 'fault' || FAULTS.has(value)) values[key] = value;
  }
  return { action: action as Delivery['action'], ...values };
}

/** The canonical line of a delivery, which `readDelivery` reads back. */
export function writeDelivery(delivery: Delivery): string {
  let line = `delivery ${delivery.action}`;
  for (const [name, key] of Object.entries(KEYS)) {
    const value = delivery[key];
    if (value === undefined) continue;
    line += ` ${name}=${quoted(name === 'from' || name === 'to' ? `<${value}>` : String(value))}`;
  }
  return line;
}

function quoted(value: string): string {
  return /^[^\s"\\]+$/.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`;
}
