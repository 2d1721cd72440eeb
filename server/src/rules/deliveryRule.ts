import type { Session, Step } from '../transcript/reader';
import { type Delivery, locate, type Span, type Told } from '../transcript/transcript';
import { whole } from './about';
import type { Problem, Related, Rule, Severity, Values } from './rule';

interface Telling {
  readonly variant?: string;
  readonly values?: Values;
  readonly severity?: Severity;
}

interface DeliveryRule extends Omit<Rule, 'check' | 'needs'> {
  /** Of each recipient it is told once in a session, however often the log does. */
  readonly oncePerRecipient?: true;
  /** What to say about a delivery event; undefined when it is none of this rule's. */
  tell(delivery: Delivery, step: Step): Telling | undefined;
}

/** A rule about the events of a log that shows no dialogue: the finding sits on the reason that the log gives. */
export function deliveryRule({ tell, oncePerRecipient, ...rule }: DeliveryRule): Rule {
  return {
    ...rule,
    needs: ['delivery'],
    *check(session): Generator<Problem> {
      const recipients = new Set<string>();
      for (const step of session.steps) {
        const { exchange } = step;
        if (exchange.kind !== 'event' || exchange.told.event.type !== 'delivery') continue;
        const { told } = exchange;
        const { delivery } = exchange.told.event;
        const telling = tell(delivery, step);
        if (telling === undefined) continue;
        if (oncePerRecipient && delivery.to !== undefined) {
          if (recipients.has(delivery.to.toLowerCase())) continue;
          recipients.add(delivery.to.toLowerCase());
        }
        yield {
          variant: telling.variant ?? 'default',
          values: { ...valuesOf(delivery), ...telling.values },
          span: reasonSpan(told, delivery),
          related: receivedAt(session, step),
          ...(telling.severity !== undefined && { severity: telling.severity }),
          step,
        };
      }
    },
  };
}

/** The code that decided a delivery: 4yz asks to try again. Undefined where the log quotes none. */
export function classOf({ code, enhanced }: Delivery): 2 | 4 | 5 | undefined {
  const digit = Number(String(code ?? enhanced).charAt(0));
  return digit === 2 || digit === 4 || digit === 5 ? digit : undefined;
}

function valuesOf({ to, from, client, relay, reason = '' }: Delivery): Values {
  return {
    to: to ?? '',
    from: from ?? '',
    client: client ?? '',
    relay: relay ?? '',
    reason: reason.length <= LONGEST ? reason : `${reason.slice(0, LONGEST - 1)}…`,
  };
}

const LONGEST = 200;

function reasonSpan(told: Told, { reason = '' }: Delivery): Span {
  const at = told.text.indexOf(reason);
  return reason === '' || at < 0 ? whole(told) : locate(told, at, at + reason.length);
}

/** Where the log says that this message came in. */
function receivedAt(session: Session, { exchange }: Step): Related[] {
  const told = receivedIn(session).find((each) => exchange.kind !== 'event' || each !== exchange.told);
  return told === undefined ? [] : [{ span: whole(told), note: 'received-here' }];
}

/** The first two events that tell of it: one of them is another than the one that is asked about. */
function receivedIn(session: Session): readonly Told[] {
  const known = RECEIVED.get(session);
  if (known !== undefined) return known;
  const received: Told[] = [];
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'event' || exchange.told.event.type !== 'delivery') continue;
    if (exchange.told.event.delivery.action === 'received') received.push(exchange.told);
    if (received.length === 2) break;
  }
  RECEIVED.set(session, received);
  return received;
}

const RECEIVED = new WeakMap<Session, readonly Told[]>();
