import type { Session } from '../transcript/reader';

/**
 * What was made of each session of a document, taken over by the document after an edit: sessions that the edit left
 * alone stay the same objects, and those that have moved are made anew.
 */
export class PerSession<T> {
  readonly #known = new WeakMap<Session, { readonly firstLine: number; readonly variant: string; readonly value: T }>();

  /** `variant`: what else the value depends on. */
  of(session: Session, make: (session: Session) => T, variant = ''): T {
    const { firstLine } = session;
    const known = this.#known.get(session);
    if (known !== undefined && known.firstLine === firstLine && known.variant === variant) return known.value;
    const value = make(session);
    this.#known.set(session, { firstLine, variant, value });
    return value;
  }
}
