import { lineAt, nextLine } from '../../transcript/lines';
import type { Line } from '../../transcript/transcript';

/** Reads lines that were held, one by one. `numberOf`: of the line with that index among them, both 0-based. */
export function readHeld(text: string, numberOf: (index: number) => number, read: (line: Line) => void): void {
  for (let start = 0, index = 0; start < text.length; index++) {
    const next = nextLine(text, start);
    read(lineAt(text, start, next, numberOf(index)));
    start = next;
  }
}
