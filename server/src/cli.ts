#!/usr/bin/env node
/** The command line: `smtp-transcripts <command>`. Arguments, exit codes and nothing else; the commands are in cli/. */
import { parseArgs } from 'node:util';
import { isMainThread, parentPort } from 'node:worker_threads';
import { CHECK_FORMATS, check } from './cli/check';
import { explain, listReference } from './cli/explain';
import { filesOf } from './cli/glob';
import { UsageError } from './cli/input';
import { parse } from './cli/parse';
import { convertCommand, diagramCommand, extractCommand, redactCommand } from './cli/rewrite';
import { work } from './cli/threads/worker';
import { SEVERITIES } from './rules/judge';
import { localeOf } from './rules/words';

const USAGE = `Usage: smtp-transcripts <command> [options] FILE…   (- reads standard input)

  check FILE…                     findings; exit code 1 when there is one at warning or above
    --format text|json|sarif|github|junit
    --max-severity-exit SEVERITY  exit code 1 from error, warning (default), information or hint on
    --fix, --fix-dry-run          apply the certain fixes, or show them as a diff
    --config FILE                 in place of the nearest .smtprc.json
    --baseline FILE               leave out known findings; --write-baseline FILE makes them known
    --stdin-filename NAME         what - is called in the output
    --threads N                   how many threads read; by default one, from 800 MB on up to four
  parse --format json FILE…       what was read: sessions, commands, replies, transactions
  redact FILE                     the log without credentials; --addresses, --ips, --messages for more,
                                  --no-credentials to keep them
  convert --to DIALECT FILE       the transcript in another format, canonical for our own
  extract [--output DIR] FILE     messages as .eml
  diagram FILE                    a Mermaid sequence diagram
  explain KEY                     a reply code, enhanced code, verb, keyword, term, guide or rule
  explain --list [--format json]  every key
  serve --stdio                   language server

Options: --dialect ID (instead of detection), --locale en|zh-cn, --help, --version
FILE may be a pattern such as 'logs/**/*.smtp'.`;

const OPTIONS = {
  format: { type: 'string' },
  dialect: { type: 'string' },
  locale: { type: 'string' },
  config: { type: 'string' },
  baseline: { type: 'string' },
  'write-baseline': { type: 'string' },
  'stdin-filename': { type: 'string' },
  'max-severity-exit': { type: 'string' },
  threads: { type: 'string' },
  to: { type: 'string' },
  output: { type: 'string', short: 'o' },
  credentials: { type: 'boolean', default: true },
  addresses: { type: 'boolean' },
  ips: { type: 'boolean' },
  messages: { type: 'boolean' },
  fix: { type: 'boolean' },
  'fix-dry-run': { type: 'boolean' },
  list: { type: 'boolean' },
  stdio: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
  version: { type: 'boolean' },
} as const;

declare const VERSION: string;

/** Runs one command; the number is the process's exit code: 0 fine, 1 findings, 2 bad usage or unreadable file. */
async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = read(args);
  const [command, ...files] = positionals;
  if (values.version) return print(VERSION);
  if (values.help || command === undefined) return print(USAGE, values.help ? 0 : 2);
  const locale = localeOf(values.locale ?? process.env.LC_ALL ?? process.env.LANG);
  const options = { locale, dialect: values.dialect };
  switch (command) {
    case 'check':
      return check(await filesOf(files), {
        ...options,
        version: VERSION,
        format: oneOf('--format', values.format ?? 'text', CHECK_FORMATS),
        exitSeverity: oneOf('--max-severity-exit', values['max-severity-exit'] ?? 'warning', SEVERITIES),
        config: values.config,
        stdinName: values['stdin-filename'],
        baseline: values.baseline,
        writeBaseline: values['write-baseline'],
        threads: values.threads === undefined ? undefined : countOf('--threads', values.threads, MOST_THREADS),
        program: __filename,
        fix: values.fix ? 'write' : values['fix-dry-run'] ? 'diff' : 'no',
      });
    case 'parse':
      oneOf('--format', values.format ?? 'json', ['json']);
      return parse(await filesOf(files), options);
    case 'redact':
      return redactCommand(files, values.dialect, {
        credentials: values.credentials ?? true,
        addresses: values.addresses ?? false,
        ips: values.ips ?? false,
        messages: values.messages ?? false,
      });
    case 'convert':
      if (values.to === undefined) throw new UsageError('convert needs --to DIALECT');
      return convertCommand(files, values.dialect, values.to);
    case 'extract':
      return extractCommand(files, values.dialect, values.output);
    case 'diagram':
      return diagramCommand(files, values.dialect);
    case 'explain':
      if (values.list) return listReference(oneOf('--format', values.format ?? 'text', ['text', 'json']), locale);
      return explain(files, locale);
    case 'serve':
      await import('./main.node');
      return -1;
    default:
      throw new UsageError(`unknown command ${JSON.stringify(command)}; see --help`);
  }
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true, allowNegative: true });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function oneOf<T extends string>(option: string, value: string, allowed: readonly T[]): T {
  const found = allowed.find((each) => each === value);
  if (found === undefined)
    throw new UsageError(`${option} takes ${allowed.join(' or ')}, not ${JSON.stringify(value)}`);
  return found;
}

/** A whole number from 1 on. */
function countOf(option: string, value: string, most: number): number {
  const count = /^\d{1,4}$/.test(value) ? Number(value) : 0;
  if (count < 1 || count > most)
    throw new UsageError(`${option} takes a number from 1 to ${most}, not ${JSON.stringify(value)}`);
  return count;
}

const MOST_THREADS = 64;

function print(text: string, code = 0): number {
  (code === 0 ? process.stdout : process.stderr).write(`${text}\n`);
  return code;
}

function start(): void {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    // The reader of a pipe may stop early: `check FILE | head`.
    if (error.code === 'EPIPE') process.exit(0);
  });
  main(process.argv.slice(2)).then(
    (code) => {
      if (code >= 0) process.exitCode = code;
    },
    (error: unknown) => {
      const message = error instanceof Error ? error.message : String(error);
      process.stderr.write(`smtp-transcripts: ${message.split('\n')[0]}\n`);
      process.exitCode = 2;
    },
  );
}

// The threads of `check` run this program, too.
if (isMainThread || parentPort === null) start();
else work(parentPort);
