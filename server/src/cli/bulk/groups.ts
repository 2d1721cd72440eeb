export interface Group {
  readonly source: string;
  /** 1-based. */
  readonly number: number;
}

/** The groups of an expression that is put together from the left. */
export class Groups {
  readonly #values = new Map<string, { readonly value: string; readonly number: number }>();
  #count = 0;

  /** A group, and its number. */
  of(source: string): Group {
    return { source: `(${source})`, number: ++this.#count };
  }

  /** A group around what is made, which may hold groups itself; undefined where nothing comes of it. */
  around(make: () => string | undefined): Group | undefined {
    const number = ++this.#count;
    const source = make();
    return source === undefined ? undefined : { source: `(${source})`, number };
  }

  /** What has to be the same wherever it stands; undefined when the values of one name differ. */
  same(name: string, value: string, source: string): string | undefined {
    const known = this.#values.get(name);
    if (known !== undefined) return known.value === value ? `(?:\\${known.number})` : undefined;
    const group = this.of(source);
    this.#values.set(name, { value, number: group.number });
    return group.source;
  }
}
