/** Line ends and control characters as the wire had them: where they stand, for the rules of framing. */
import type { Session } from '../transcript/reader';
import { isOddLineEnd, type MailData, type Oddity, type Said } from '../transcript/transcript';
import { isForeign } from './about';
import { restOfOther } from './otherProtocol';

/** Who sent a line, and as what. */
export type Origin = 'command' | 'data' | 'reply';

export interface SaidLine {
  readonly said: Said;
  readonly origin: Origin;
}

/** Lines whose end is shown and is not CRLF, or that hold control characters; of mail data the first ones of each kind. */
export function oddLines(session: Session): readonly SaidLine[] {
  const known = ODD_LINES.get(session) ?? [...findOddLines(session)];
  ODD_LINES.set(session, known);
  return known;
}

/** Several rules ask for the same session. */
const ODD_LINES = new WeakMap<Session, readonly SaidLine[]>();

function* findOddLines(session: Session): Generator<SaidLine> {
  const foreign = restOfOther(session);
  for (const step of session.steps) {
    const { exchange } = step;
    const speaks = exchange.kind === 'command' && !isForeign(exchange) && !foreign.has(step);
    if (speaks && isOdd(exchange.command.said)) {
      yield { said: exchange.command.said, origin: 'command' };
    }
    if (exchange.kind === 'message') {
      const own = smugglingOf(exchange.data);
      const hidden = new Set(own.flatMap(({ said, before }) => [said, before]));
      const seen = new Set<Said>();
      for (const { kind, said } of exchange.data.oddities) {
        if (kind === 'dot' || kind === 'long' || kind === 'end' || hidden.has(said) || seen.has(said)) continue;
        seen.add(said);
        yield { said, origin: 'data' };
      }
    }
    // What answers another protocol may quote it.
    if (!('replies' in exchange) || (exchange.kind === 'command' && !speaks)) continue;
    for (const reply of exchange.replies) {
      for (const { said } of reply.lines) if (isOdd(said)) yield { said, origin: 'reply' };
    }
  }
}

/** Dots that only a careless server takes for the end of the data, where proper line ends stand beside them. */
export function smugglingOf(data: MailData): Oddity[] {
  return data.oddities.filter(({ kind }) => kind === 'end');
}

function isOdd(said: Said): boolean {
  return isOddLineEnd(said) || CONTROL.test(said.text);
}

/** TAB is white space. */
export const CONTROL = /[\u0000-\u0008\u000a-\u001f]/;
