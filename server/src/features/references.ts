import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type Position,
} from 'vscode-languageserver-types';
import { nameAt, occurrences, pairOf, saidAt } from './lookup';
import type { ParsedDocument } from './parsedDocument';

/** A document with its address. */
export interface Located {
  readonly uri: string;
  readonly document: ParsedDocument;
}

/** Every place of the name under the cursor in `all`; without a name the command and the replies that belong together. */
export function references(here: Located, position: Position, all: readonly Located[]): Location[] {
  const name = nameAt(here.document, position);
  if (name === undefined) return pairLocations(here, position);
  return all.flatMap(({ uri, document }) =>
    occurrences(document, name).map((span) => ({ uri, range: document.positions.range(span) })),
  );
}

function pairLocations({ uri, document }: Located, position: Position): Location[] {
  return pairSpans(document, position).map((span) => ({ uri, range: document.positions.range(span) }));
}

function pairSpans(document: ParsedDocument, position: Position) {
  const context = saidAt(document, position)?.context;
  if (context === undefined) return [];
  const { command, replies } = pairOf(context);
  return command === undefined ? [...replies] : [command, ...replies];
}

/** The same name elsewhere in the file, or the command and the replies that belong together. */
export function documentHighlights(document: ParsedDocument, position: Position): DocumentHighlight[] {
  const name = nameAt(document, position);
  const spans = name === undefined ? pairSpans(document, position) : occurrences(document, name);
  return spans.map((span) => ({ range: document.positions.range(span), kind: DocumentHighlightKind.Text }));
}
