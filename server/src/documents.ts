import type { TextDocument } from 'vscode-languageserver-textdocument';
import { ParsedDocument } from './features/parsedDocument';
import type { RuleSettings } from './rules/judge';
import { dialectById } from './transcript/dialects';

/** Keeps the reading of each open document until its text, dialect or settings change. */
export class ParsedDocuments {
  readonly #parsed = new Map<string, { readonly version: number; readonly parsed: ParsedDocument }>();
  readonly #files = new Map<string, ParsedDocument>();
  readonly #dialects = new Map<string, string>();
  #rules: RuleSettings = {};

  constructor(dialects: Readonly<Record<string, string>> = {}) {
    for (const [uri, dialect] of Object.entries(dialects)) this.#dialects.set(uri, dialect);
  }

  get(document: TextDocument): ParsedDocument {
    const known = this.#parsed.get(document.uri);
    if (known !== undefined && known.version === document.version) return known.parsed;
    const chosen = this.#dialects.get(document.uri);
    const dialect = chosen === undefined ? undefined : dialectById(chosen);
    const parsed = new ParsedDocument(document.getText(), dialect, this.#rules);
    this.#parsed.set(document.uri, { version: document.version, parsed });
    return parsed;
  }

  /** A file that is not open; read again only when its text is another. */
  ofFile(uri: string, text: string): ParsedDocument {
    const known = this.#files.get(uri);
    if (known !== undefined && known.text === text) return known;
    const parsed = new ParsedDocument(text, undefined, this.#rules);
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

  setRules(rules: RuleSettings): void {
    this.#rules = rules;
    this.#parsed.clear();
    this.#files.clear();
  }

  forget(uri: string): void {
    this.#parsed.delete(uri);
  }
}
