/**
 * Judges the reader and the rules against a corpus: folders with a `manifest.json` that says what each log shows. Used
 * by `npm run corpus`, which prints it, by the generated documentation and by the unit suite, which holds it.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { type Finding, Judge } from '../../server/src/rules/judge';
import { isKnownVerb } from '../../server/src/transcript/command';
import type { Session } from '../../server/src/transcript/reader';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import type { Exchange } from '../../server/src/transcript/transcript';

/** One log of a manifest. Lines are 1-based; files are named relative to the folder. */
export interface CorpusEntry {
  readonly file: string;
  readonly tool: string;
  /** Id of the dialect that has to be recognised. */
  readonly dialect?: string;
  readonly sessions?: number;
  /** False for a log of events, whose sessions are not counted. */
  readonly transcript?: boolean;
  /** Some of the commands: line and verb. */
  readonly commands?: readonly (readonly [line: number, verb: string])[];
  /** A recording of what went over the wire while the log was written. */
  readonly wire?: string | null;
  readonly findings: readonly ExpectedFinding[];
  /** Nothing at warning or above. */
  readonly clean?: boolean | null;
  /** Long lines were broken on its way. */
  readonly wrapped?: boolean;
  /** `findings` leaves out nothing on purpose. */
  readonly complete?: boolean;
}

interface ExpectedFinding {
  readonly line: number;
  readonly alsoOk?: readonly number[];
  readonly category: string;
  readonly alsoCategory?: string | readonly string[];
  readonly what: string;
}

interface WireLine {
  readonly dir: 'C' | 'S';
  readonly line: string;
  /** Mail data. */
  readonly data?: boolean;
  /** False when the log does not print the line. */
  readonly shown?: boolean;
}

export interface Score {
  readonly right: number;
  readonly total: number;
}

/** How one log was read and judged. */
export interface CorpusResult {
  /** Path below the corpus. */
  readonly path: string;
  readonly entry: CorpusEntry;
  readonly dialect: string | undefined;
  readonly confidence: number;
  readonly sessions: Score;
  readonly commands: Score;
  readonly wire: Score;
  readonly findings: Score;
  /** Findings at warning or above that a complete manifest does not know. */
  readonly unexpected: number;
  /** Findings at warning or above in a clean log. */
  readonly falseAlarms: number;
  /** What was missed, one line each. */
  readonly misses: readonly string[];
}

/** Every log that a `manifest.json` in `folder` or below it names, with the folder that its files are in. */
export function corpusEntries(folder: string): { readonly folder: string; readonly entry: CorpusEntry }[] {
  const manifests = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.split(/[\\/]/).at(-1) === 'manifest.json')
    .sort();
  return manifests.flatMap((name) => {
    const at = join(folder, name, '..');
    const entries = JSON.parse(readFileSync(join(folder, name), 'utf8')) as readonly CorpusEntry[];
    return entries.map((entry) => ({ folder: at, entry }));
  });
}

/** Reads and judges each of them. */
export function checkCorpus(folder: string): CorpusResult[] {
  return corpusEntries(folder).map((each) => checkEntry(folder, each.folder, each.entry));
}

function checkEntry(root: string, folder: string, entry: CorpusEntry): CorpusResult {
  const path = relative(root, join(folder, entry.file));
  const transcript = readTranscript(readFileSync(join(folder, entry.file), 'utf8'));
  const judge = new Judge();
  const found = transcript.sessions.flatMap((session) => judge.judge(session));
  const misses: string[] = [];
  const miss = (what: string) => misses.push(`${path}${what}`);
  const findings = expected(entry, found, miss);
  const loose = loud(found).filter(({ problem }) => !entry.findings.some((each) => touches(each, problem)));
  const unexpected = entry.complete === true ? loose : [];
  const alarms = entry.clean === true ? loud(found) : [];
  for (const { rule, problem } of new Set([...unexpected, ...alarms]))
    miss(`:${problem.span.line + 1} ${rule.code} is not expected`);
  if (transcript.broken.length > 0 !== (entry.wrapped === true)) miss(`: ${transcript.broken.length} lines are joined`);
  return {
    path,
    entry,
    dialect: transcript.detection.dialect?.id,
    confidence: transcript.detection.confidence,
    sessions: sessions(entry, transcript, miss),
    commands: commands(entry, transcript, miss),
    wire: wire(entry, folder, transcript, miss),
    findings,
    unexpected: unexpected.length,
    falseAlarms: alarms.length,
    misses,
  };
}

type Miss = (what: string) => void;

const NOTHING: Score = { right: 0, total: 0 };

function sessions(entry: CorpusEntry, transcript: Transcript, miss: Miss): Score {
  if (entry.sessions === undefined || entry.transcript === false) return NOTHING;
  const right = transcript.sessions.length === entry.sessions;
  if (!right) miss(`: ${transcript.sessions.length} sessions in place of ${entry.sessions}`);
  return { right: right ? 1 : 0, total: 1 };
}

/** A log may print a command a line before or after the one that it is looked for in. */
function commands(entry: CorpusEntry, transcript: Transcript, miss: Miss): Score {
  const looked = entry.commands ?? [];
  const read = commandsOf(transcript);
  const missing = looked.filter(
    ([line, verb]) => !read.some((each) => each.verb === verb && Math.abs(each.line - line) <= 1),
  );
  for (const [line, verb] of missing) miss(`:${line} ${verb} was not read`);
  return { right: looked.length - missing.length, total: looked.length };
}

/** Compares verbs and reply codes, each in the order of the wire; payload and what the log hides are left out. */
function wire(entry: CorpusEntry, folder: string, transcript: Transcript, miss: Miss): Score {
  if (entry.wire === undefined || entry.wire === null || !existsSync(join(folder, entry.wire))) return NOTHING;
  const recorded = JSON.parse(readFileSync(join(folder, entry.wire), 'utf8')) as readonly WireLine[];
  const shown = recorded.filter((each) => each.shown !== false);
  const verbs = shown
    .filter(({ dir, data }) => dir === 'C' && data !== true)
    .map(({ line }) => (line.trim().split(/\s+/)[0] ?? '').toUpperCase())
    .filter(isKnownVerb);
  const codes = shown
    .filter(({ dir, line }) => dir === 'S' && /^\d{3}(?!-)/.test(line))
    .map(({ line }) => Number(line.slice(0, 3)));
  const read = [
    commandsOf(transcript)
      .map(({ verb }) => verb)
      .filter(isKnownVerb),
    transcript.sessions.flatMap(codesOf),
  ];
  const right = JSON.stringify([verbs, codes]) === JSON.stringify(read);
  if (!right) miss(`: ${JSON.stringify(read)} in place of ${JSON.stringify([verbs, codes])}`);
  return { right: right ? 1 : 0, total: 1 };
}

/** The commands of all sessions, verbs in upper case. */
export function commandsOf(transcript: Transcript): { line: number; verb: string }[] {
  return transcript.sessions.flatMap(({ steps }) =>
    steps.flatMap(({ exchange }) =>
      exchange.kind === 'command'
        ? [{ line: exchange.command.said.line + 1, verb: exchange.command.verb.toUpperCase() }]
        : [],
    ),
  );
}

/**
 * The reply codes of a session. Exchanges settle in the order in which they were asked, replies count in that of the file.
 */
export function codesOf(session: Session): number[] {
  const replies = session.steps.flatMap(({ exchange }) => repliesOf(exchange));
  const line = (reply: (typeof replies)[number]) => reply.lines[0]?.said.line ?? 0;
  return replies.sort((a, b) => line(a) - line(b)).map(({ code }) => code);
}

function repliesOf(exchange: Exchange) {
  return 'replies' in exchange ? exchange.replies : [];
}

function expected(entry: CorpusEntry, found: readonly Finding[], miss: Miss): Score {
  const missing = entry.findings.filter((each) => {
    const categories = [each.category, ...[each.alsoCategory ?? []].flat()];
    return !found.some(({ rule, problem }) => categories.includes(rule.category) && touches(each, problem));
  });
  for (const { line, category, what } of missing) miss(`:${line} ${category}: ${what}`);
  return { right: entry.findings.length - missing.length, total: entry.findings.length };
}

/** The finding or something that belongs to it is on a line that the manifest names. */
function touches({ line, alsoOk = [] }: ExpectedFinding, { span, related = [] }: Finding['problem']): boolean {
  const lines = [line, ...alsoOk];
  return [span.line, ...related.map((each) => each.span.line)].some((each) => lines.includes(each + 1));
}

function loud(found: readonly Finding[]): Finding[] {
  return found.filter(({ severity }) => severity === 'error' || severity === 'warning');
}
