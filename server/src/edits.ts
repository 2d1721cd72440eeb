import type { TextDocumentContentChangeEvent, TextDocumentsConfiguration } from 'vscode-languageserver';
import { TextDocument } from 'vscode-languageserver-textdocument';
import type { Unchanged } from './transcript/reread';

interface Edited extends Unchanged {
  /** The version before the first of these edits. */
  readonly since: number;
}

/** Notes what each edit leaves alone: comparing two texts of some megabytes takes longer than reading what has changed. */
export class Edits implements TextDocumentsConfiguration<TextDocument> {
  readonly #edited = new WeakMap<TextDocument, Edited>();

  create(uri: string, languageId: string, version: number, text: string): TextDocument {
    return TextDocument.create(uri, languageId, version, text);
  }

  update(document: TextDocument, changes: readonly TextDocumentContentChangeEvent[], version: number): TextDocument {
    let edited = this.#edited.get(document) ?? {
      since: document.version,
      head: Number.POSITIVE_INFINITY,
      tail: Number.POSITIVE_INFINITY,
    };
    for (const change of changes) {
      edited = { since: edited.since, ...leastOf(edited, leftAloneBy(change, document)) };
      TextDocument.update(document, [change], version);
    }
    this.#edited.set(document, edited);
    return document;
  }

  /** What is as it was in that version; undefined when nobody has noted it. What is noted from now on is since this version. */
  since(version: number, document: TextDocument): Unchanged | undefined {
    const edited = this.#edited.get(document);
    this.#edited.delete(document);
    return edited?.since === version ? edited : undefined;
  }
}

function leftAloneBy(change: TextDocumentContentChangeEvent, document: TextDocument): Unchanged {
  if (!('range' in change)) return { head: 0, tail: 0 };
  const offsets = [document.offsetAt(change.range.start), document.offsetAt(change.range.end)];
  return { head: Math.min(...offsets), tail: document.getText().length - Math.max(...offsets) };
}

function leastOf(a: Unchanged, b: Unchanged): Unchanged {
  return { head: Math.min(a.head, b.head), tail: Math.min(a.tail, b.tail) };
}
