import type {
  AuthMechanismEntry,
  EnhancedCodeEntry,
  Entry,
  EntryKind,
  ExtensionEntry,
  GlossaryEntry,
  GuideEntry,
  Localized,
  ParameterEntry,
  ProviderReplyEntry,
  ReplyCodeEntry,
  Source,
  VerbEntry,
} from './entry';

/** What a digit of a code says by its place alone. */
export interface DigitMeaning {
  readonly title: Localized;
  readonly meaning: Localized;
  readonly sources: readonly Source[];
}

/** All that the reference is made of; `texts.ts` fills it. */
export interface ReferenceData {
  readonly entries: readonly Entry[];
  readonly firstDigits: Readonly<Record<string, DigitMeaning>>;
  readonly secondDigits: Readonly<Record<string, DigitMeaning>>;
  readonly enhancedClasses: Readonly<Record<string, DigitMeaning>>;
  readonly enhancedSubjects: Readonly<Record<string, DigitMeaning>>;
  /** Texts of the guides by key. */
  readonly guideTexts: Readonly<Record<string, Localized>>;
}

/** Where two kinds share a key (STARTTLS is a verb, an extension and a term), the first here is meant. */
const KIND_ORDER: readonly EntryKind[] = [
  'reply-code',
  'enhanced-code',
  'verb',
  'extension',
  'parameter',
  'auth-mechanism',
  'term',
  'guide',
  'provider-reply',
];

/** Looks things up. Keys are case-insensitive. */
export class Reference {
  readonly #byKey = new Map<string, Entry[]>();
  readonly #byName = new Map<string, GlossaryEntry>();
  readonly #providers: readonly ProviderReplyEntry[];

  constructor(readonly data: ReferenceData) {
    for (const entry of data.entries) {
      const key = entry.key.toLowerCase();
      const same = this.#byKey.get(key);
      if (same === undefined) this.#byKey.set(key, [entry]);
      else same.push(entry);
      if (entry.kind === 'term') for (const name of entry.names) this.#byName.set(name, entry);
    }
    for (const same of this.#byKey.values())
      same.sort((a, b) => KIND_ORDER.indexOf(a.kind) - KIND_ORDER.indexOf(b.kind));
    this.#providers = data.entries.filter((entry): entry is ProviderReplyEntry => entry.kind === 'provider-reply');
  }

  get entries(): readonly Entry[] {
    return this.data.entries;
  }

  /** Everything with this key, the likeliest meaning first; a term's other names and `5.1.1` for `X.1.1` count, too. */
  find(key: string): readonly Entry[] {
    const wanted = key.trim().toLowerCase();
    if (wanted.startsWith('guide/')) return [this.guide(wanted.slice(6))].filter((guide) => guide !== undefined);
    const found = this.#byKey.get(wanted);
    if (found !== undefined) return found;
    const enhanced = /^[245](\.\d{1,3}\.\d{1,3})$/.exec(wanted)?.[1];
    if (enhanced !== undefined) return this.#byKey.get(`x${enhanced}`) ?? [];
    const term = this.#byName.get(wanted);
    return term === undefined ? [] : [term];
  }

  replyCode(code: number): ReplyCodeEntry | undefined {
    return this.#ofKind(String(code), 'reply-code');
  }

  /** By the code as sent: `5.1.1`. */
  enhancedCode(code: string): EnhancedCodeEntry | undefined {
    return this.#ofKind(`x${code.slice(1)}`, 'enhanced-code');
  }

  verb(verb: string): VerbEntry | undefined {
    return this.#ofKind(verb, 'verb');
  }

  extension(keyword: string): ExtensionEntry | undefined {
    return this.#ofKind(keyword, 'extension');
  }

  parameter(key: string): ParameterEntry | undefined {
    return this.#ofKind(key, 'parameter');
  }

  mechanism(name: string): AuthMechanismEntry | undefined {
    return this.#ofKind(name, 'auth-mechanism');
  }

  guide(key: string): GuideEntry | undefined {
    return this.#ofKind(key, 'guide');
  }

  term(slugOrName: string): GlossaryEntry | undefined {
    return this.#ofKind<GlossaryEntry>(slugOrName, 'term') ?? this.#byName.get(slugOrName.toLowerCase());
  }

  /** What the provider itself means by a reply; `text` is all of its text. */
  providerReply(code: number, enhanced: string | undefined, text: string): ProviderReplyEntry | undefined {
    const lower = text.toLowerCase();
    let best: ProviderReplyEntry | undefined;
    let most = 0;
    for (const entry of this.#providers) {
      const { codes, enhanced: wanted, text: any } = entry.match;
      if (codes !== undefined && !codes.includes(code)) continue;
      if (wanted !== undefined && (enhanced === undefined || !wanted.includes(enhanced))) continue;
      const found = any?.find((each) => lower.includes(each));
      if (any !== undefined && found === undefined) continue;
      const weight = (found?.length ?? 0) + (codes === undefined ? 0 : 4) + (wanted === undefined ? 0 : 6);
      if (weight > most) [best, most] = [entry, weight];
    }
    return best;
  }

  #ofKind<T extends Entry>(key: string, kind: T['kind']): T | undefined {
    return this.#byKey.get(key.toLowerCase())?.find((entry): entry is T => entry.kind === kind);
  }
}
