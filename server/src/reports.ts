import type {
  Diagnostic,
  FullDocumentDiagnosticReport,
  UnchangedDocumentDiagnosticReport,
} from 'vscode-languageserver';

/** Answers a client that asks for diagnostics: with all of them, or that it has them already (LSP 3.17, resultId). */
export class Reports {
  readonly #last = new Map<string, { readonly id: string; readonly text: string }>();
  #count = 0;

  /** `previous`: the name of the report that the client has. */
  of(
    uri: string,
    items: Diagnostic[],
    previous: string | undefined,
  ): FullDocumentDiagnosticReport | UnchangedDocumentDiagnosticReport {
    const text = JSON.stringify(items);
    const last = this.#last.get(uri);
    if (last?.text === text && last.id === previous) return { kind: 'unchanged', resultId: last.id };
    const id = last?.text === text ? last.id : String(++this.#count);
    this.#last.set(uri, { id, text });
    return { kind: 'full', resultId: id, items };
  }

  forget(uri: string): void {
    this.#last.delete(uri);
  }
}
