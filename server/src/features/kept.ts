/**
 * What was made of each part of a document, taken over by the document after an edit: parts that the edit left alone stay
 * the same objects.
 */
export class Kept<K extends object, T> {
  readonly #known = new WeakMap<K, { readonly place: number; readonly variant: string; readonly value: T }>();

  /** `place`, `variant`: what else the value depends on. */
  of(key: K, place: number, make: (key: K) => T, variant = ''): T {
    const known = this.#known.get(key);
    if (known !== undefined && known.place === place && known.variant === variant) return known.value;
    const value = make(key);
    this.#known.set(key, { place, variant, value });
    return value;
  }
}
