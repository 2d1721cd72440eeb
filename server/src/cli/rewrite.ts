/** Commands that write a transcript anew: redact, convert, extract, diagram. */
import { mkdir, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { convert } from '../output/convert';
import { diagram } from '../output/diagram';
import { extractMessages } from '../output/extract';
import { type RedactOptions, redact } from '../output/redact';
import { endedLike, withLf } from '../transcript/lines';
import { readTranscript, type Transcript } from '../transcript/readTranscript';
import { chooseDialect, readText, UsageError } from './input';
import { print } from './output';

interface Source {
  readonly source: string;
  /** With line ends that are read as such. */
  readonly text: string;
  readonly transcript: Transcript;
}

async function read(files: readonly string[], dialect: string | undefined, command: string): Promise<Source> {
  const [file, ...others] = files;
  if (file === undefined || others.length > 0)
    throw new UsageError(`${command} takes one file, or - for standard input`);
  const source = await readText(file);
  const text = withLf(source);
  const transcript = readTranscript(text, dialect === undefined ? undefined : chooseDialect(dialect));
  if (transcript.detection.dialect === undefined) throw new UsageError(`${file}: not recognised as an SMTP transcript`);
  return { source, text, transcript };
}

/** Prints the log without what must not leave the house. */
export async function redactCommand(
  files: readonly string[],
  dialect: string | undefined,
  options: RedactOptions,
): Promise<number> {
  const { source, text, transcript } = await read(files, dialect, 'redact');
  process.stdout.write(endedLike(source, redact(text, transcript, options)));
  return 0;
}

/** Prints the transcript in another format. */
export async function convertCommand(
  files: readonly string[],
  dialect: string | undefined,
  to: string,
): Promise<number> {
  const { transcript } = await read(files, dialect, 'convert');
  process.stdout.write(convert(transcript, chooseDialect(to)));
  return 0;
}

/** Writes each message to `folder` and prints the names; without a folder prints the only message. */
export async function extractCommand(
  files: readonly string[],
  dialect: string | undefined,
  folder: string | undefined,
): Promise<number> {
  const { transcript } = await read(files, dialect, 'extract');
  const messages = extractMessages(transcript);
  if (messages.length === 0) throw new UsageError(`${files[0]}: the log shows the data of no message`);
  if (folder === undefined) {
    const [message, ...others] = messages;
    if (others.length > 0)
      throw new UsageError(`${files[0]}: ${messages.length} messages; say where to with --output FOLDER`);
    process.stdout.write(message?.text ?? '');
    return 0;
  }
  await mkdir(folder, { recursive: true });
  const stem = files[0] === '-' ? 'message' : basename(files[0] ?? '').replace(/\.\w+$/, '');
  for (const [index, { text, line, complete }] of messages.entries()) {
    const name = join(folder, `${stem}-${index + 1}.eml`);
    await writeFile(name, text);
    await print(`${name} (line ${line}${complete ? '' : ', incomplete'})`);
  }
  return 0;
}

/** Prints a Mermaid sequence diagram. */
export async function diagramCommand(files: readonly string[], dialect: string | undefined): Promise<number> {
  const { transcript } = await read(files, dialect, 'diagram');
  process.stdout.write(diagram(transcript));
  return 0;
}
