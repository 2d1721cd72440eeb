import type { Position, Range } from 'vscode-languageserver-types';
import { lastStart } from '../transcript/ordered';
import type { SourceText } from '../transcript/sourceText';
import type { Span } from '../transcript/transcript';

/** A line of the core, 0-based, and a column of it. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

/**
 * Converts between the core's lines, which end at LF, and LSP positions, for which a lone CR ends a line as well. In a
 * text without lone CRs, nearly every text, the two are the same.
 */
export class Positions {
  /** Offsets of the LF lines' starts; undefined when no lone CR makes a difference. */
  readonly #core: readonly number[] | undefined;
  readonly #lsp: readonly number[] | undefined;

  constructor(text: SourceText) {
    if (text.plain) return;
    this.#core = startsAfter(text.toString(), /\n/g);
    this.#lsp = startsAfter(text.toString(), /\r\n|\r|\n/g);
  }

  /** The core's lines and the client's are the same. */
  get plain(): boolean {
    return this.#core === undefined;
  }

  range({ line, start, end }: Span): Range {
    return { start: this.position(line, start), end: this.position(line, end) };
  }

  position(line: number, character: number): Position {
    if (this.#core === undefined || this.#lsp === undefined) return { line, character };
    const offset = (this.#core[line] ?? 0) + character;
    const lspLine = lastStart(this.#lsp, offset);
    return { line: lspLine, character: offset - (this.#lsp[lspLine] ?? 0) };
  }

  /** The core's line and column of an LSP position. */
  place({ line, character }: Position): Place {
    if (this.#core === undefined || this.#lsp === undefined) return { line, column: character };
    const offset = (this.#lsp[line] ?? 0) + character;
    const coreLine = lastStart(this.#core, offset);
    return { line: coreLine, column: offset - (this.#core[coreLine] ?? 0) };
  }
}

function startsAfter(text: string, ends: RegExp): number[] {
  const starts = [0];
  for (const match of text.matchAll(ends)) starts.push(match.index + match[0].length);
  return starts;
}
