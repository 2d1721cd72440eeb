import { readSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { DIALECTS, dialectById } from '../transcript/dialects';
import type { Dialect } from '../transcript/dialects/dialect';
import { FileReader } from '../transcript/fileReader';
import { LineSplitter } from '../transcript/lines';
import type { ReadOptions } from '../transcript/reader';
import type { Line } from '../transcript/transcript';
import { adviceOf, type BinaryKind, binaryKindOf } from './binary';
import { type Decoder, decoderOf, LONGEST_TEXT, lineDecoderOf } from './decoder';

/** The caller asked for something that cannot be done: exit code 2. */
export class UsageError extends Error {}

/** A file that holds no text. */
export class NotTextError extends UsageError {
  constructor(
    file: string,
    readonly kind: BinaryKind,
  ) {
    super(`${file}: ${adviceOf(kind).en}`);
  }
}

export interface Read {
  /** Undefined when the file is no SMTP transcript. */
  readonly dialect: string | undefined;
  readonly lineCount: number;
}

/**
 * Streams a file, `-` for standard input, through the reader in constant memory. `dialectId` overrides detection.
 * Throws a UsageError when the file cannot be read.
 */
export async function readFile(file: string, dialectId: string | undefined, options: ReadOptions): Promise<Read> {
  const chosen = dialectId === undefined ? undefined : chooseDialect(dialectId);
  const splitter = new LineSplitter();
  const reader = new FileReader(options, chosen);
  let lineCount = 0;
  const take = (line: Line) => {
    lineCount++;
    reader.push(line);
  };
  for await (const chunk of textOf(file)) splitter.push(chunk, take);
  splitter.end(take);
  reader.end();
  return { dialect: reader.regions[0]?.detection.dialect?.id, lineCount };
}

/** The text of a whole file, decoded as `readFile` does, its line ends as they are. Throws a UsageError as that does. */
export async function readText(file: string): Promise<string> {
  let text = '';
  for await (const chunk of piecesOf(file, decoderOf)) {
    if (text.length + chunk.length > LONGEST_TEXT) throw new UsageError(`${file}: too large to be read as a whole`);
    text += chunk;
  }
  return text;
}

/** Where configuration is looked for. */
export function folderOf(file: string): string {
  return file === '-' ? process.cwd() : dirname(file);
}

export function chooseDialect(id: string): Dialect {
  const dialect = dialectById(id);
  if (dialect === undefined)
    throw new UsageError(`unknown dialect ${JSON.stringify(id)}; one of ${DIALECTS.map((each) => each.id).join(', ')}`);
  return dialect;
}

/**
 * The text of a file, `-` for standard input, in pieces, with line ends that are read as such. Throws a UsageError when it
 * cannot be read.
 */
export function textOf(file: string): AsyncGenerator<string> {
  return piecesOf(file, lineDecoderOf);
}

async function* piecesOf(file: string, decoding: (first: Uint8Array) => Decoder): AsyncGenerator<string> {
  let decoder: Decoder | undefined;
  try {
    for await (const octets of file === '-' ? (process.stdin as AsyncIterable<Uint8Array>) : octetsOf(file)) {
      decoder ??= decoding(textual(file, octets));
      yield* decoder.decode(octets);
    }
  } catch (error) {
    throw unreadable(file, error);
  }
  if (decoder !== undefined) yield decoder.end();
}

function textual(file: string, first: Uint8Array): Uint8Array {
  const kind = binaryKindOf(first);
  if (kind !== undefined) throw new NotTextError(file, kind);
  return first;
}

/**
 * The octets of a file, in pieces that are overwritten when the next one is asked for. A stream takes new memory for each, which
 * costs a twentieth of the time of `check`; so does waiting for each, and the system reads a file ahead by itself.
 */
async function* octetsOf(file: string): AsyncGenerator<Uint8Array> {
  const handle = await open(file);
  try {
    const kind = await handle.stat();
    if (kind.isDirectory()) throw new UsageError(`${file}: is a directory`);
    const piece = Buffer.allocUnsafeSlow(PIECE);
    for (let count = 1; ; count++) {
      const length = kind.isFile()
        ? readSync(handle.fd, piece, 0, piece.length, null)
        : (await handle.read(piece, 0, piece.length, null)).bytesRead;
      if (length === 0) return;
      yield piece.subarray(0, length);
      // Whatever else is to be done is done now and then.
      if (count % TURN === 0) await setImmediate();
    }
  } finally {
    await handle.close();
  }
}

/** Pieces that are read in one turn of the event loop. */
const TURN = 16;

/** What to say when reading a file has failed. */
export function unreadable(file: string, error: unknown): Error {
  if (error instanceof UsageError) return error;
  const code = (error as NodeJS.ErrnoException).code;
  return new UsageError(
    `${file}: ${code === 'ENOENT' ? 'no such file' : code === 'EACCES' ? 'permission denied' : String((error as Error).message)}`,
  );
}

const PIECE = 240 * 1024;
