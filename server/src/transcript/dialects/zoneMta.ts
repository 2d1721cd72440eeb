/**
 * ZoneMTA's log: `Sender/default/12838[3] id=16687fa40a3000c923.001 REJECTED[recipient] from=a@b to=c@d mx=192.0.2.1[mx] id=<…> (550 …)`.
 * The number behind the dot is the recipient.
 */
import type { Delivery, PeeledLine } from '../transcript';
import { deliver, known, readCodes, valueIn } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';

export const zoneMta: Dialect<undefined> = {
  id: 'zone-mta',
  name: 'ZoneMTA log',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write: (_speaker, text, like) => `${like === undefined ? '' : (HEAD.exec(like.text)?.[0] ?? '')}${text}`,
};

const HEAD = /^(?:[a-z]{4,7} {1,2})?(?:Sender|SMTP|API|Queue)\/[\w./-]{1,80}(?:\[\d{1,5}\])? /;
const EVENT = /^id=([\da-f]{10,24})(?:\.(\w{1,6}))? ([A-Z]{4,12})(?:\[[^\]]{0,100}\])? /;

const ACTIONS: Readonly<Record<string, Delivery['action']>> = {
  NEWMESSAGE: 'received',
  ACCEPTED: 'sent',
  DEFERRED: 'deferred',
  REJECTED: 'bounced',
};

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  const event = head === null ? null : EVENT.exec(text.slice(head[0].length));
  return event === null ? 0 : ACTIONS[event[3] as string] === undefined ? 3 : 12;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const from = head[0].length;
  const [whole, queueId, , word = ''] = EVENT.exec(line.text.slice(from)) ?? [];
  const action = ACTIONS[word];
  if (whole === undefined || queueId === undefined || action === undefined) return state;
  if (action === 'received') tell(line, from, queueId, { type: 'connect', whole: false }, context);
  deliver(line, from, queueId, { action, queueId, ...about(line.text.slice(from + whole.length - 1)) }, context);
  return state;
}

/** The fields behind the event, and the reply in parentheses at the end. */
function about(text: string): Partial<Delivery> {
  const reply = /\(([2-5]\d\d[ -].{0,2000})\)$/.exec(text)?.[1];
  const fields = text.slice(0, text.length - (reply?.length ?? 0));
  const messageId = valueIn(fields, 'id');
  return {
    ...known('messageId', messageId === '' ? undefined : messageId),
    ...known('from', valueIn(fields, 'from')),
    ...known('to', valueIn(fields, 'to')),
    ...known('relay', valueIn(fields, 'mx')),
    ...(reply !== undefined && { reason: reply, ...readCodes(reply) }),
  };
}
