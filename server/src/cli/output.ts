import { once } from 'node:events';

let waiting = '';

/**
 * Writes a line to standard output and waits while the reader is slow. Lines of one turn of the event loop are written
 * together: a call of the system for each took as long as printing them, and nobody sees them earlier so.
 */
export async function print(line: string): Promise<void> {
  if (waiting === '') setImmediate(flush);
  waiting += `${line}\n`;
  if (waiting.length < MOST) return;
  flush();
  if (process.stdout.writableNeedDrain) await once(process.stdout, 'drain');
}

function flush(): void {
  const text = waiting;
  waiting = '';
  if (text !== '') process.stdout.write(text);
}

/** Characters. */
const MOST = 65_536;
