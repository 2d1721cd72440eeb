/**
 * nullmailer-send's log: what it delivers is told line by line, the reply that decided last, further lines of it bare.
 * `smtp: Failed: ` says nothing of whether it will try again, the line after it does.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { deliver, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';

interface State {
  readonly host: string;
  readonly queueId: string;
  readonly from: string;
  readonly to: string;
  /** What the server, or the program that spoke with it, said last. */
  readonly reason: string;
}

const START: State = { host: '', queueId: '', from: '', to: '', reason: '' };

export const nullmailer: Dialect<State> = {
  id: 'nullmailer',
  name: 'nullmailer-send log',
  events: true,
  evidence: (sample) => weigh(sample, ({ text }) => (OWN.test(text) ? 8 : 0)),
  start: () => START,
  read,
  write: (_speaker, text) => text,
};

const STARTING =
  /^Starting delivery: (?:host: (\S{1,255}) protocol: (\S{1,40}) file: (\S{1,80})|protocol: (\S{1,40}) host: (\S{1,255}) file: (\S{1,80}))$/;
const ENVELOPE = /^From: <([^>]{0,320})> to: (<.{0,4000})$/;
const RESULT = /^(?:smtp|qmqp): (Succeeded|Failed): (.{0,2000})$/;
const FAILED = /^Sending failed: +(.{1,300})$/;
const OWN =
  /^(?:Rescanning queue\.|Trigger pulled\.|Starting delivery, \d{1,9} message\(s\) in queue\.|Delivery complete, \d{1,9} message\(s\) remain\.|Starting delivery: (?:host|protocol): |(?:smtp|qmqp): (?:Succeeded|Failed): |Sending failed: +)/;

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.trimEnd();
  const starting = STARTING.exec(text);
  if (starting !== null)
    return { ...START, host: starting[1] ?? starting[5] ?? '', queueId: starting[3] ?? starting[6] ?? '' };
  const envelope = ENVELOPE.exec(text);
  if (envelope !== null) return { ...state, from: envelope[1] ?? '', to: envelope[2] ?? '' };
  const result = RESULT.exec(text);
  if (result !== null) {
    const [, outcome, reason = ''] = result;
    if (outcome === 'Succeeded') tellIt(line, 'sent', { ...state, reason }, context);
    return { ...state, reason };
  }
  const failed = FAILED.exec(text)?.[1];
  if (failed === undefined) return state;
  const { reason } = state;
  // Without a class of its own, the code decides.
  const forGood =
    /^(?:Unspecified p|P)ermanent error/.test(failed) || (reason.startsWith('5') && looksLikeReply(reason));
  tellIt(line, forGood ? 'bounced' : 'deferred', { ...state, reason: reason || failed }, context);
  return { ...state, reason: '' };
}

/** All recipients share the outcome: told is the one that the reply names, or the first. */
function recipientIn(list: string, reason: string): string {
  const all = list.split(', ').map((each) => each.replace(/^<|>$/g, ''));
  return all.find((each) => each !== '' && reason.includes(`<${each}>`)) ?? all[0] ?? '';
}

function tellIt(line: PeeledLine, action: 'sent' | 'bounced' | 'deferred', state: State, context: ReadContext): void {
  const { queueId, from, to, host, reason } = state;
  if (queueId === '') return;
  const said = reason.replace(/^(\d{3})-/, '$1 ');
  const who = { from, to: recipientIn(to, reason), relay: host };
  deliver(line, 0, queueId, { action, queueId, ...who, ...readCodes(said), reason: said }, context);
}
