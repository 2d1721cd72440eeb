import { ParsedDocument } from './features/parsedDocument';
import type { OpenDocument } from './openDocument';
import { DEFAULT_POLICY, type Policy } from './rules/presets';
import { DEFAULT_THRESHOLDS, thresholdsOf } from './rules/thresholds';
import { dialectById } from './transcript/dialects';
import type { Dialect } from './transcript/dialects/dialect';
import { withLf } from './transcript/lines';
import { readInParts } from './transcript/readTranscript';

/** Keeps the reading of each open document until its text, dialect or settings change. */
export class ParsedDocuments {
  readonly #parsed = new Map<string, { readonly version: number; readonly parsed: ParsedDocument }>();
  readonly #files = new Map<string, ParsedDocument>();
  readonly #dialects = new Map<string, string>();
  /** What the user set in the editor. */
  #settings: Policy = DEFAULT_POLICY;
  /** Both together, one object as long as neither changes. */
  readonly #policies = new Map<string, Policy>();
  /** What a configuration file beside the document says. */
  readonly #configs = new Map<string, Policy>();

  constructor(dialects: Readonly<Record<string, string>> = {}) {
    for (const [uri, dialect] of Object.entries(dialects)) this.#dialects.set(uri, dialect);
  }

  get(document: OpenDocument): ParsedDocument {
    const { uri, version } = document;
    const known = this.#parsed.get(uri);
    const policy = this.#policyOf(uri);
    const dialect = this.#dialectOf(uri);
    const isRead = known?.version === version && known.parsed.dialect === dialect;
    if (isRead && known.parsed.policy === policy) return known.parsed;
    const parsed = isRead
      ? new ParsedDocument(known.parsed.source, dialect, policy, undefined, known.parsed)
      : new ParsedDocument(document.text, dialect, policy, known?.parsed);
    this.#parsed.set(uri, { version, parsed });
    return parsed;
  }

  /** Reads a document as `get` does, with a rest after every few lines; see `readInParts`. */
  *getInParts(document: OpenDocument): Generator<void, void, boolean | undefined> {
    const { uri, version, text } = document;
    const dialect = this.#dialectOf(uri);
    const parts = readInParts(withLf(text.toString()), dialect);
    let complete = true;
    let part = parts.next();
    while (part.done !== true) {
      if ((yield) === true) complete = false;
      part = parts.next(!complete);
    }
    const reading = { transcript: part.value, complete };
    this.#parsed.set(uri, {
      version,
      parsed: new ParsedDocument(text, dialect, this.#policyOf(uri), undefined, reading),
    });
  }

  /** A file that is not open; read again only when its text, dialect or settings are others. */
  ofFile(uri: string, text: string): ParsedDocument {
    const known = this.#files.get(uri);
    const policy = this.#policyOf(uri);
    const dialect = this.#dialectOf(uri);
    if (known?.source.toString() === text && known.policy === policy && known.dialect === dialect) return known;
    const parsed = new ParsedDocument(text, dialect, policy);
    this.#files.set(uri, parsed);
    return parsed;
  }

  /** Forgets the files that are not open and not among these. */
  keepFiles(uris: ReadonlySet<string>): void {
    for (const uri of this.#files.keys()) if (!uris.has(uri)) this.#files.delete(uri);
  }

  #dialectOf(uri: string): Dialect | undefined {
    const chosen = this.#dialects.get(uri);
    return chosen === undefined ? undefined : dialectById(chosen);
  }

  isChosen(uri: string): boolean {
    return this.#dialects.has(uri);
  }

  choose(uri: string, dialect: string | null): void {
    if (dialect === null) this.#dialects.delete(uri);
    else this.#dialects.set(uri, dialect);
  }

  /** The editor's settings come before those of a file; a preset or a threshold is the file's unless the user chose another. */
  #policyOf(uri: string): Policy {
    const known = this.#policies.get(uri);
    if (known !== undefined) return known;
    const policy = this.#merged(uri);
    this.#policies.set(uri, policy);
    return policy;
  }

  #merged(uri: string): Policy {
    const config = this.#configs.get(uri) ?? DEFAULT_POLICY;
    const { preset, rules, thresholds } = this.#settings;
    return {
      preset: preset === DEFAULT_POLICY.preset ? config.preset : preset,
      rules: { ...config.rules, ...rules },
      thresholds: thresholdsOf((name) =>
        thresholds[name] === DEFAULT_THRESHOLDS[name] ? config.thresholds[name] : thresholds[name],
      ),
    };
  }

  /** True when it makes a difference. */
  configure(uri: string, config: Policy): boolean {
    const before = JSON.stringify(this.#policyOf(uri));
    this.#configs.set(uri, config);
    this.#policies.delete(uri);
    return JSON.stringify(this.#policyOf(uri)) !== before;
  }

  setPolicy(settings: Policy): void {
    this.#settings = settings;
    this.#policies.clear();
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
    this.#configs.delete(uri);
  }
}
