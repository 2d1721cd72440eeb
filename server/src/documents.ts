import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocument } from './features/parsedDocument';
import { DEFAULT_POLICY, type Policy } from './rules/presets';
import { DEFAULT_THRESHOLDS, thresholdsOf } from './rules/thresholds';
import { dialectById } from './transcript/dialects';

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

  get(document: TextDocument): ParsedDocument {
    const known = this.#parsed.get(document.uri);
    if (known !== undefined && known.version === document.version) return known.parsed;
    const chosen = this.#dialects.get(document.uri);
    const dialect = chosen === undefined ? undefined : dialectById(chosen);
    const parsed = new ParsedDocument(document.getText(), dialect, this.#policyOf(document.uri), known?.parsed);
    this.#parsed.set(document.uri, { version: document.version, parsed });
    return parsed;
  }

  /** A file that is not open; read again only when its text is another. */
  ofFile(uri: string, text: string): ParsedDocument {
    const known = this.#files.get(uri);
    if (known !== undefined && known.text === text) return known;
    const parsed = new ParsedDocument(text, undefined, this.#policyOf(uri));
    this.#files.set(uri, parsed);
    return parsed;
  }

  isChosen(uri: string): boolean {
    return this.#dialects.has(uri);
  }

  choose(uri: string, dialect: string | null): void {
    if (dialect === null) this.#dialects.delete(uri);
    else this.#dialects.set(uri, dialect);
    this.#parsed.delete(uri);
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
    if (JSON.stringify(this.#policyOf(uri)) === before) return false;
    this.#parsed.delete(uri);
    return true;
  }

  setPolicy(settings: Policy): void {
    this.#settings = settings;
    this.#policies.clear();
    this.#parsed.clear();
    this.#files.clear();
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
    this.#configs.delete(uri);
  }
}
