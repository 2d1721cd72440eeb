import type {
  Diagnostic,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';
import { equal } from './transcript/equal';

/** Answers a client that asks for diagnostics: with all of them, or that it has them already (LSP 3.17, resultId). */
export class Reports {
  readonly #last = new Map<string, { readonly id: string; readonly items: readonly Diagnostic[] }>();
  #count = 0;

  /** `previous`: the name of the report that the client has. */
  of(
    uri: string,
    items: Diagnostic[],
    previous: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
    const last = this.#last.get(uri);
    const same = last !== undefined && equal(last.items, items);
    if (same && last.id === previous) return { kind: 'unchanged', resultId: last.id };
    const id = same ? last.id : String(++this.#count);
    this.#last.set(uri, { id, items });
    return { kind: 'full', resultId: id, items };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
