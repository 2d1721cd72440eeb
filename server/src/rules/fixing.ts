/** What fixes begin with: the exchange or the reply that a problem is about. */
import type { Session, Step } from '../transcript/reader';
import type { CommandExchange, Exchange, Reply } from '../transcript/transcript';
import { nameOf } from './about';
import { remove } from './repairs';
import type { Fix, Problem } from './rule';

type Kind = Exchange['kind'];

/** A problem that stands at an exchange of this kind. */
export interface Mending<K extends Kind = 'command'> {
  readonly exchange: Extract<Exchange, { readonly kind: K }>;
  readonly step: Step;
  readonly session: Session;
  readonly problem: Problem;
}

/** The fixes of a rule whose problems stand at exchanges of one kind. */
export function fixesAt<K extends Kind>(kind: K, mend: (at: Mending<K>) => readonly Fix[]) {
  return (problem: Problem, session: Session): readonly Fix[] => {
    const { step } = problem;
    if (step?.exchange.kind !== kind) return [];
    return mend({ exchange: step.exchange as Mending<K>['exchange'], step, session, problem });
  };
}

/** Takes the command out: where it has no place, nothing else mends it. */
export function removal({ exchange, session }: Mending): Fix[] {
  return [removalOf(exchange, session)];
}

export function removalOf(exchange: CommandExchange, session: Session, preferred = true): Fix {
  return remove(exchange, session, nameOf(exchange), preferred);
}

/** The reply that a problem points into. */
export function replyAt({ step, span }: Problem): Reply | undefined {
  const exchange = step?.exchange;
  if (exchange === undefined || !('replies' in exchange)) return undefined;
  return exchange.replies.find(({ lines }) => lines.some(({ said }) => said.line === span.line));
}
