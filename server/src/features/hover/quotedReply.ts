/** Codes in what a log tells of a delivery: the dialogue is not shown, the reply that decided is quoted. */
import { joinReply } from '../../transcript/reply';
import { type Delivery, locate, type Reply, type Told } from '../../transcript/transcript';
import type { ParsedDocument } from '../parsedDocument';
import type { Place } from '../positions';
import type { Context } from '../stretch';
import { type Target, within } from './target';

/** `550`, `5.1.1`: no part of a number, an address or a version. */
const CODE =
  /(?<![\w.-])(?:[2-5]\d\d(?=[ -]|$)|[245]\.\d{1,3}\.\d{1,3}(?![\w.]))|(?<=\b[2-5]\d\d-)[245]\.\d{1,3}\.\d{1,3}(?![\w.])/g;

/** The code or the enhanced code at the place, where it is that of the reply. */
export function targetInDelivery({ event, ...told }: Told, place: Place): Target | undefined {
  if (event.type !== 'delivery') return undefined;
  const { code, enhanced } = event.delivery;
  for (const { 0: key, index } of told.text.matchAll(CODE)) {
    const span = locate(told, index, index + key.length);
    if (!within(span, place)) continue;
    if (key === String(code)) return { span, kind: 'reply-code', key };
    if (key === enhanced) return { span, kind: 'enhanced-code', key };
  }
  return undefined;
}

/** What hovers are chosen by, of the reply that an event quotes. */
export function quotedContext(document: ParsedDocument, told: Told): Context | undefined {
  const place = document.placeOfEvent(told);
  if (place === undefined || told.event.type !== 'delivery') return undefined;
  return { role: 'reply', reply: quotedReply(told, told.event.delivery), ...place };
}

function quotedReply({ line, start, end, session }: Told, { code, enhanced = '', reason = '' }: Delivery): Reply {
  const text = /^[2-5]\d\d[ -]/.test(reason) ? reason.slice(4) : reason;
  // An enhanced code alone tells the class.
  const number = code ?? Number(enhanced.charAt(0)) * 100;
  const shown = text.startsWith(enhanced) ? text : `${enhanced} ${text}`;
  const said = { line, start, end, session, speaker: 'server', text: `${number} ${shown}` } as const;
  return joinReply([{ said, code: number, text: shown, last: true }], true);
}
