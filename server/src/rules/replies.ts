/** The replies of a session, each with what it answers: what the rules of the group `reply` go through. */
import type { Session, Step } from '../transcript/reader';
import type { CommandExchange, Reply } from '../transcript/transcript';

export interface Heard {
  readonly reply: Reply;
  /** The verb it answers, or the moment that no verb names: `GREETING`, `MESSAGE`, `UNASKED`. */
  readonly place: string;
  readonly step: Step;
  readonly command?: CommandExchange;
}

/** Every reply of the session in the order of its steps; the 334s of an AUTH one by one. */
export function heardIn(session: Session): readonly Heard[] {
  const known = HEARD.get(session);
  if (known !== undefined) return known;
  const heard = session.steps.flatMap(heardAt);
  HEARD.set(session, heard);
  return heard;
}

/** A dozen rules ask for the same list of the same immutable session. */
const HEARD = new WeakMap<Session, readonly Heard[]>();

function heardAt(step: Step): Heard[] {
  const { exchange } = step;
  switch (exchange.kind) {
    case 'command':
      return exchange.replies.map((reply) => ({ reply, place: exchange.command.verb, step, command: exchange }));
    case 'greeting':
    case 'message':
    case 'unasked': {
      const place = exchange.kind.toUpperCase();
      return exchange.replies.map((reply) => ({ reply, place, step }));
    }
    case 'unreadable':
    case 'event':
      return [];
    default:
      return exchange satisfies never;
  }
}

/** True for the answers to EHLO, HELO and LHLO. */
export function answersHello(place: string): boolean {
  return place === 'EHLO' || place === 'HELO' || place === 'LHLO';
}

/** What a message calls the place of a reply. */
export function placeName(place: string): string {
  return PLACES.get(place) ?? place;
}

const PLACES: ReadonlyMap<string, string> = new Map([
  ['MAIL', 'MAIL FROM'],
  ['RCPT', 'RCPT TO'],
]);
