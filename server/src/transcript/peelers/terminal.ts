/**
 * What a terminal was told beside the text: colours, cursor movements, corrections of what was typed. script(1) records
 * it all, and many programs colour their logs. The line becomes what the screen showed in the end.
 */
import type { PeeledLine, Piece } from '../transcript';
import type { Peeler, PeelerFamily } from './peeler';

const peeler: Peeler = {
  id: 'terminal',
  peel: (line) => (CONTROL.test(line.text) ? screen(line) : undefined),
};

/** One coloured line is enough: nothing else writes escape sequences. */
export const TERMINAL: PeelerFamily = {
  id: peeler.id,
  fit: (sample) => (sample.some(({ text }) => ESCAPE.test(text)) ? peeler : undefined),
};

/** An escape sequence, or a backspace after something. */
const ESCAPE = /\u001b[[\]()]|.\u0008/;
const CONTROL = /[\u001b\u0008]/;

interface Cell {
  readonly char: string;
  readonly column: number;
}

function screen(line: PeeledLine): PeeledLine {
  const { text } = line;
  const cells: Cell[] = [];
  let cursor = 0;
  for (let at = 0; at < text.length; ) {
    const code = text.charCodeAt(at);
    if (code === ESC) {
      const sequence = SEQUENCE.exec(text.slice(at, at + 300))?.[0] ?? '\u001b';
      cursor = obey(sequence, cells, cursor);
      at += sequence.length;
      continue;
    }
    // The colour was taken back behind the line's CR.
    if (code === CR && text.indexOf('\u001b', at) > 0 && NOTHING_MORE.test(text.slice(at))) {
      at++;
      continue;
    }
    // A CR goes back to the start of the line only where the line goes on: at its end it belongs to the line end.
    if (code === CR && !NOTHING_MORE.test(text.slice(at))) cursor = 0;
    else if (code === BACKSPACE) cursor = Math.max(0, cursor - 1);
    else if (code !== BELL) {
      while (cells.length < cursor) cells.push({ char: ' ', column: at });
      cells[cursor++] = { char: text.charAt(at), column: at };
    }
    at++;
  }
  // What was typed and taken back leaves blanks behind the cursor.
  let end = cells.length;
  while (end > cursor && cells[end - 1]?.char === ' ') end--;
  return placed(line, cells.slice(0, end));
}

/** Carries out the sequences that move within or clear a line; the others only change how it looks. */
function obey(sequence: string, cells: Cell[], cursor: number): number {
  if (!sequence.startsWith('\u001b[')) return cursor;
  const count = Number(/^\d{1,4}/.exec(sequence.slice(2))?.[0] ?? 1);
  switch (sequence.charAt(sequence.length - 1)) {
    case 'K':
      if (/^\u001b\[[12]/.test(sequence)) return cursor;
      cells.length = Math.min(cells.length, cursor);
      return cursor;
    case 'C':
      return cursor + Math.min(count, MOST_COLUMNS);
    case 'D':
      return Math.max(0, cursor - count);
    case 'G':
      return Math.max(0, Math.min(count, MOST_COLUMNS) - 1);
    case 'P':
      cells.splice(cursor, count);
      return cursor;
    default:
      return cursor;
  }
}

function placed(line: PeeledLine, cells: readonly Cell[]): PeeledLine {
  const pieces: Piece[] = [];
  let text = '';
  for (const { char, column: offset } of cells) {
    const column = line.from + offset;
    const last = pieces.at(-1);
    if (last !== undefined && last.column + last.width === column) {
      pieces[pieces.length - 1] = { ...last, width: last.width + 1 };
    } else pieces.push({ at: text.length, line: line.line.number, column, width: 1 });
    text += char;
  }
  return { ...line, text, from: pieces[0]?.column ?? line.from, pieces };
}

/** CRs, blanks and sequences up to the end. */
const NOTHING_MORE = /^(?:[\r ]|\u001b\[[0-?]{0,40}[@-~])*$/;
/** CSI, OSC (ended by BEL or ESC \), character sets, and the sequences of two characters. */
const SEQUENCE =
  /^\u001b(?:\[[0-?]{0,40}[ -/]{0,4}[@-~]|\][^\u0007\u001b]{0,250}(?:\u0007|\u001b\\)|[()*+][ -~]|[ -/]{0,4}[0-~])/;
const MOST_COLUMNS = 1000;
const ESC = 0x1b;
const BACKSPACE = 8;
const BELL = 7;
const CR = 13;
