import { once } from 'node:events';

let waiting = '';

/**
 * Writes a line to standard output. While the reader is slow it gives what is to be waited for. Lines of one turn of the
 * event loop are written together: a call of the system for each took as long as printing them, and nobody sees them
 * earlier so.
 */
export function print(line: string): Promise<unknown> | undefined {
  if (waiting === '') setImmediate(flush);
  waiting += `${line}\n`;
  if (waiting.length < MOST) return undefined;
  flush();
  return process.stdout.writableNeedDrain ? once(process.stdout, 'drain') : undefined;
}

function flush(): void {
  const text = waiting;
  waiting = '';
  if (text !== '') process.stdout.write(text);
}

/** Characters. */
const MOST = 65_536;
