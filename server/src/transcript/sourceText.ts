/**
 * A text that is edited: blocks of whole lines, which an edited text has in common with the one before. A string of some
 * megabytes would be copied at each edit, which takes longer than all else that an edit asks for.
 */
import { endsInCr, lineAt } from './lines';
import { lastStart } from './ordered';
import type { Line } from './transcript';

/** UTF-16 units at the beginning and at the end of a text that are those of another one. They do not overlap in either. */
export interface Unchanged {
  readonly head: number;
  readonly tail: number;
}

/** A text, with the places of its lines. It never changes. */
export class SourceText {
  readonly #blocks: readonly Block[];
  /** Where each block begins; behind them the length. */
  readonly #offsets: Uint32Array;
  /** The first line of each block; behind them how many lines end in LF. */
  readonly #lines: Uint32Array;
  #whole: string | undefined;

  private constructor(blocks: readonly Block[], whole?: string) {
    this.#blocks = blocks;
    this.#whole = whole;
    this.#offsets = new Uint32Array(blocks.length + 1);
    this.#lines = new Uint32Array(blocks.length + 1);
    for (const [index, { text, ended }] of blocks.entries()) {
      this.#offsets[index + 1] = (this.#offsets[index] as number) + text.length;
      this.#lines[index + 1] = (this.#lines[index] as number) + ended;
    }
  }

  static of(text: string | SourceText): SourceText {
    return typeof text === 'string' ? new SourceText(blocksOf(text), text) : text;
  }

  /** In UTF-16 units. */
  get length(): number {
    return this.#offsets.at(-1) as number;
  }

  /** Lines end at LF. Behind a last LF there is one more, empty line, as in LSP. */
  get lineCount(): number {
    return (this.#lines.at(-1) as number) + 1;
  }

  /** Every CR in it stands before an LF: its lines are those of LSP. */
  get plain(): boolean {
    return this.#blocks.every(({ plain }) => plain);
  }

  /** As `endsInCr` of lines. */
  get endsInCr(): boolean {
    return !this.plain && endsInCr(this.toString());
  }

  /** The offset at which a line (0-based) begins; undefined when there is none. */
  startOf(line: number): number | undefined {
    if (line < 0 || line >= this.lineCount) return undefined;
    const index = Math.min(lastStart(this.#lines, line), this.#blocks.length - 1);
    if (index < 0) return 0;
    const first = this.#lines[index] as number;
    return (this.#offsets[index] as number) + ((this.#blocks[index] as Block).starts[line - first] as number);
  }

  /** The line on which an offset stands. */
  lineAt(offset: number): number {
    const index = Math.min(lastStart(this.#offsets, offset), this.#blocks.length - 1);
    if (index < 0) return 0;
    const { starts } = this.#blocks[index] as Block;
    return (this.#lines[index] as number) + lastStart(starts, offset - (this.#offsets[index] as number));
  }

  /** Undefined behind the last line that has a character or an end. */
  line(number: number): Line | undefined {
    if (number < 0 || number >= this.lineCount) return undefined;
    const index = Math.min(lastStart(this.#lines, number), this.#blocks.length - 1);
    const block = this.#blocks[index];
    if (block === undefined) return undefined;
    const { text, starts } = block;
    const nth = number - (this.#lines[index] as number);
    const start = starts[nth] as number;
    return start === text.length ? undefined : lineAt(text, start, starts[nth + 1] ?? text.length, number);
  }

  /** The text from offset `start` to `end`, the last one not included. */
  slice(start: number, end = this.length): string {
    if (this.#whole !== undefined) return this.#whole.slice(start, end);
    let text = '';
    for (let index = lastStart(this.#offsets, start); index < this.#blocks.length; index++) {
      const from = this.#offsets[index] as number;
      if (from >= end) break;
      text += (this.#blocks[index] as Block).text.slice(Math.max(0, start - from), end - from);
    }
    return text;
  }

  /** Its parts, each some whole lines. The same objects as in the text before, where an edit left them alone. */
  *parts(): Generator<{ readonly key: object; readonly text: string; readonly firstLine: number }> {
    for (const [index, block] of this.#blocks.entries()) {
      yield { key: block, text: block.text, firstLine: this.#lines[index] as number };
    }
  }

  /** The text with `typed` in place of what stands from offset `start` to `end`. */
  edited(start: number, end: number, typed: string): SourceText {
    const blocks = this.#blocks;
    const last = blocks.length - 1;
    if (last < 0) return SourceText.of(typed);
    const first = Math.min(lastStart(this.#offsets, start), last);
    let behind = Math.min(lastStart(this.#offsets, end), last);
    const head = (blocks[first] as Block).text.slice(0, start - (this.#offsets[first] as number));
    let text = head + typed + (blocks[behind] as Block).text.slice(end - (this.#offsets[behind] as number));
    // The LF that ended the block may be gone.
    while (behind < last && !text.endsWith('\n')) text += (blocks[++behind] as Block).text;
    return new SourceText([...blocks.slice(0, first), ...blocksOf(text), ...blocks.slice(behind + 1)]);
  }

  /** What this text has in common with one before it. */
  unchangedFrom(before: SourceText): Unchanged {
    const most = Math.min(this.length, before.length);
    const shared = sharedIn(this.#blocks, before.#blocks, 0, 1);
    const head = commonFrom(shared, most, (from, to) => [this.slice(from, to), before.slice(from, to)], prefix);
    const last = Math.min(sharedIn(this.#blocks, before.#blocks, -1, -1), most - head);
    const behind = (text: SourceText, from: number, to: number) => text.slice(text.length - to, text.length - from);
    const tail = commonFrom(
      last,
      most - head,
      (from, to) => [behind(this, from, to), behind(before, from, to)],
      suffix,
    );
    return { head, tail };
  }

  toString(): string {
    this.#whole ??= this.#blocks.map(({ text }) => text).join('');
    return this.#whole;
  }
}

/** Whole lines. */
class Block {
  #starts: Uint32Array | undefined;
  #plain: boolean | undefined;
  /** How many of its lines end in LF: all of them, but for the last one of a text. */
  readonly ended: number;

  constructor(readonly text: string) {
    let ended = 0;
    for (let at = text.indexOf('\n'); at >= 0; at = text.indexOf('\n', at + 1)) ended++;
    this.ended = ended;
  }

  /** Where its lines begin; one more than those that end in LF. */
  get starts(): Uint32Array {
    if (this.#starts === undefined) {
      const starts = new Uint32Array(this.ended + 1);
      for (let line = 1; line <= this.ended; line++) {
        starts[line] = this.text.indexOf('\n', starts[line - 1]) + 1;
      }
      this.#starts = starts;
    }
    return this.#starts;
  }

  get plain(): boolean {
    this.#plain ??= !/\r(?!\n)/.test(this.text);
    return this.#plain;
  }
}

/** So long that a text has few of them, so short that making one anew takes no time: UTF-16 units. */
const BLOCK = 16_384;

function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  for (let start = 0; start < text.length; ) {
    const lf = text.indexOf('\n', start + BLOCK - 1);
    const end = lf < 0 ? text.length : lf + 1;
    blocks.push(new Block(text.slice(start, end)));
    start = end;
  }
  return blocks;
}

/** UTF-16 units of the blocks that both have, from the one at `from` on, forwards or backwards. */
function sharedIn(blocks: readonly Block[], before: readonly Block[], from: number, step: 1 | -1): number {
  let length = 0;
  for (let at = from; blocks.at(at) === before.at(at) && Math.abs(at) < blocks.length; at += step) {
    length += (blocks.at(at) as Block).text.length;
  }
  return length;
}

/** How much of two texts is the same, of `most`, when so much is from the `known` on, in one direction. */
function commonFrom(
  known: number,
  most: number,
  pieces: (from: number, to: number) => readonly [string, string],
  same: (a: string, b: string) => number,
): number {
  let length = known;
  while (length < most) {
    const [a, b] = pieces(length, Math.min(length + PIECE, most));
    if (a !== b) return length + same(a, b);
    length += a.length;
  }
  return length;
}

/** Compared in pieces: the engine compares strings far faster than a loop over characters does. */
const PIECE = 4096;

/** Of two different texts of one length. */
function prefix(a: string, b: string): number {
  let length = 0;
  while (a.charCodeAt(length) === b.charCodeAt(length)) length++;
  return length;
}

function suffix(a: string, b: string): number {
  let length = 0;
  while (a.charCodeAt(a.length - 1 - length) === b.charCodeAt(b.length - 1 - length)) length++;
  return length;
}
