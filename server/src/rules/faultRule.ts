import type { Fault, FaultType } from '../transcript/order';
import type { Session, Step } from '../transcript/reader';
import type { Exchange } from '../transcript/transcript';
import { answer, consequences, nameOf, whole } from './about';
import { fixesAt, type Mending } from './fixing';
import type { Fix, Problem, Related, Rule, Severity, Values } from './rule';

type FaultOf<T extends FaultType> = Extract<Fault, { readonly type: T }>;

interface Telling {
  readonly variant?: string;
  readonly values?: Values;
  readonly related?: readonly Related[];
  readonly severity?: Severity;
}

interface FaultRule<T extends FaultType> extends Omit<Rule, 'check' | 'category' | 'needs' | 'fixes'> {
  readonly fault: T;
  /** What the message and the related lines say beyond the verb, the answer and the consequences. */
  tell?(fault: FaultOf<T>): Telling;
  /** Ways to mend the command that the fault is in, the most likely first. */
  readonly fixes: (at: Mending) => readonly Fix[];
}

/** A rule that puts words on one kind of fault of the session's state machine: the finding sits on the command. */
export function faultRule<T extends FaultType>(definition: FaultRule<T>): Rule {
  const { fault: type, tell, fixes, ...rule } = definition;
  return {
    ...rule,
    category: 'sequence',
    needs: ['fault'],
    fixes: fixesAt('command', fixes),
    *check(session): Generator<Problem> {
      for (const { fault, step } of faultsIn(session).get(type) ?? []) {
        const told = tell?.(fault as FaultOf<T>) ?? {};
        yield {
          variant: told.variant ?? 'default',
          values: { verb: nameOf(fault.at), ...told.values },
          span: whole(fault.at.command.said),
          related: [...answer(fault.at), ...(told.related ?? []), ...consequences(session, fault.at)],
          ...(told.severity !== undefined && { severity: told.severity }),
          step,
        };
      }
    },
  };
}

interface Found {
  readonly fault: Fault;
  readonly step: Step;
}

/** The faults of a session by their type, gathered once for all the rules that tell of one. */
function faultsIn(session: Session): ReadonlyMap<FaultType, readonly Found[]> {
  const known = FAULTS.get(session);
  if (known !== undefined) return known;
  const found = new Map<FaultType, Found[]>();
  for (const step of session.steps) {
    for (const fault of step.faults) {
      const same = found.get(fault.type);
      if (same === undefined) found.set(fault.type, [{ fault, step }]);
      else same.push({ fault, step });
    }
  }
  FAULTS.set(session, found);
  return found;
}

const FAULTS = new WeakMap<Session, ReadonlyMap<FaultType, readonly Found[]>>();

/** What to tell of a command that came although MAIL was refused; nothing when there was none, or it was not shown. */
export function behindRefusal(cause: Exchange | undefined): Telling {
  if (cause?.kind !== 'command') return {};
  return { variant: 'refused', related: [{ span: whole(cause.command.said), note: 'cause' }, ...answer(cause)] };
}
