import type { Position, Range, TextEdit } from 'vscode-languageserver-types';
import { decodeBase64, encodeBase64 } from '../transcript/base64';
import { locate, type Said } from '../transcript/transcript';
import { nameAt, occurrences } from './lookup';
import type { ParsedDocument } from './parsedDocument';
import type { Located } from './references';

/** What can be renamed at a position: an address, a host, an IP, an identifier. Null where nothing is. */
export function prepareRename(
  document: ParsedDocument,
  position: Position,
): { range: Range; placeholder: string } | null {
  const name = nameAt(document, position);
  return name === undefined || name.kind === 'session'
    ? null
    : { range: document.positions.range(name.span), placeholder: name.text };
}

/** Renames wherever it occurs, in the base64 of AUTH as well: pseudonyms that hold in the whole log. */
export function rename(
  here: Located,
  position: Position,
  newName: string,
  all: readonly Located[],
): Record<string, TextEdit[]> | null {
  const name = nameAt(here.document, position);
  if (name === undefined || name.kind === 'session' || !/^[^\s<>]+$/.test(newName)) return null;
  const changes: Record<string, TextEdit[]> = {};
  for (const { uri, document } of all) {
    const edits = [
      ...occurrences(document, name).map((span) => ({ range: document.positions.range(span), newText: newName })),
      ...encodedEdits(document, name.text, newName),
    ];
    if (edits.length > 0) changes[uri] = edits;
  }
  return changes;
}

function encodedEdits(document: ParsedDocument, oldName: string, newName: string): TextEdit[] {
  const edits: TextEdit[] = [];
  for (const session of document.transcript.sessions) {
    for (const { exchange } of session.steps) {
      if (exchange.kind !== 'command' || exchange.command.verb !== 'AUTH') continue;
      const initial = exchange.command.argument.split(' ')[1];
      const { said } = exchange.command;
      if (initial !== undefined)
        edits.push(...encodedEdit(document, said, said.text.lastIndexOf(initial), initial, oldName, newName));
      for (const response of exchange.responses)
        edits.push(...encodedEdit(document, response, 0, response.text, oldName, newName));
    }
  }
  return edits;
}

function encodedEdit(
  document: ParsedDocument,
  said: Said,
  at: number,
  encoded: string,
  oldName: string,
  newName: string,
): TextEdit[] {
  const plain = decodeBase64(encoded);
  if (plain === undefined || !plain.includes(oldName)) return [];
  const range = document.positions.range(locate(said, at, at + encoded.length));
  return [{ range, newText: encodeBase64(plain.replaceAll(oldName, newName)) }];
}
