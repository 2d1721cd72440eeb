/** `check` on large files: against the floor of the language, and against programs that read the same log. */
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { writeCapture } from './capture';
import { type Folder, writeShape } from './folder';
import { DIALECT_SHAPES, POSTFIX, type Shape } from './logs';
import { FLOOR, installed, node, PROGRAM, type Program, Runner, type Usage } from './processes';
import { atMost, figure, milliseconds, notMeasured, type Row, timesFaster } from './row';

/** As many threads as the targets are about. */
const THREADS = 2;

/** The files that one of the usual size is cut into. */
const FILES = 8;

export async function* checkRows(folder: Folder, megabytes: number): AsyncGenerator<Row> {
  const runner = new Runner(folder.path);
  for (const shape of DIALECT_SHAPES) yield* againstFloor(runner, folder, shape, megabytes);
  yield await manyFiles(runner, folder, megabytes);
  yield* againstOthers(runner, folder, megabytes);
  yield await againstCapture(runner, folder, Math.ceil(megabytes / 10));
}

const onThreads = (threads: number, ...files: readonly string[]): Program =>
  node(PROGRAM, 'check', '--threads', String(threads), ...files);

async function* againstFloor(runner: Runner, folder: Folder, shape: Shape, megabytes: number): AsyncGenerator<Row> {
  const file = writeShape(folder, shape, megabytes);
  const [floor, one, two] = await runner.sideBySide([node(FLOOR, file), onThreads(1, file), onThreads(THREADS, file)]);
  rmSync(file);
  if (floor === undefined || one === undefined || two === undefined) return;
  const what = `check, ${shape.name}, ${megabytes} MB`;
  const shared = `${what}, ${THREADS} threads`;
  const against = 'streaming floor';
  const detail = ({ time }: Usage) =>
    `${milliseconds(time)} to ${milliseconds(floor.time)}, ${figure((megabytes / time) * 1000)} MB/s`;
  yield atMost({ what, against }, one.time / floor.time, 3, { detail: detail(one) });
  yield atMost({ what: shared, against }, two.time / floor.time, 1.8, { detail: detail(two) });
  yield faster(shared, one, two);
  const memory = one.memory ?? Number.NaN;
  yield atMost({ what: `${what}: peak memory` }, memory, 250, { unit: 'MB' });
  yield atMost({ what: `${shared}: peak memory` }, two.memory ?? Number.NaN, 250, { unit: 'MB' });
  yield await againstTenth(runner, folder, shape, { what, memory, megabytes });
}

/** A smaller file does not show it: the engine lets its heap grow until it has something to gain from a collection. */
const LEAST_TENTH = 100;

interface Peak {
  readonly what: string;
  /** MB. */
  readonly memory: number;
  /** Of the file. */
  readonly megabytes: number;
}

async function againstTenth(
  runner: Runner,
  folder: Folder,
  shape: Shape,
  { what, memory, megabytes }: Peak,
): Promise<Row> {
  const tenth = megabytes / 10;
  const about = { what: `${what}: peak memory`, against: `at ${tenth} MB`, target: '0.9 to 1.1 ×' };
  if (tenth < LEAST_TENTH) return notMeasured(about.what, about.against, about.target, 'with --large');
  const file = writeShape(folder, shape, tenth, 'tenth');
  const [small] = await runner.sideBySide([onThreads(1, file)]);
  rmSync(file);
  const there = small?.memory ?? Number.NaN;
  const ratio = memory / there;
  const measured = `${figure(ratio)} × (${figure(memory)} to ${figure(there)} MB)`;
  return { ...about, measured, met: ratio >= 0.9 && ratio <= 1.1 };
}

/** What more threads gain in time, and what they cost. */
function faster(what: string, one: Usage, two: Usage): Row {
  const cost = (two.processor ?? Number.NaN) / (one.processor ?? Number.NaN);
  const detail = `${milliseconds(two.time)} to ${milliseconds(one.time)}, processors busy ${figure(cost)} × as long`;
  return timesFaster({ what, against: '1 thread' }, one.time / two.time, 1.7, detail);
}

async function manyFiles(runner: Runner, folder: Folder, megabytes: number): Promise<Row> {
  const size = Math.round(megabytes / FILES);
  const files = Array.from({ length: FILES }, (_, index) => writeShape(folder, POSTFIX, size, `${index}.log`));
  const [one, two] = await runner.sideBySide([onThreads(1, ...files), onThreads(THREADS, ...files)]);
  for (const file of files) rmSync(file);
  const what = `check, ${FILES} ${POSTFIX.name}s of ${size} MB, ${THREADS} threads`;
  if (one === undefined || two === undefined) return notMeasured(what, '1 thread', '≥ 1.7 ×', 'not measured');
  return faster(what, one, two);
}

/** Programs that read a Postfix log and do less with it. */
const OTHERS: readonly {
  readonly command: string;
  readonly args: readonly string[];
  /** Of ours. */
  readonly threads: number;
  readonly least: number;
}[] = [
  { command: 'pflogsumm', args: [], threads: 1, least: 6 },
  // A query in place of the whole log would be answered before the log is indexed.
  { command: 'lnav', args: ['-n'], threads: THREADS, least: 1.5 },
];

async function* againstOthers(runner: Runner, folder: Folder, megabytes: number): AsyncGenerator<Row> {
  const what = `check, ${POSTFIX.name}, ${megabytes} MB`;
  const file = writeShape(folder, POSTFIX, megabytes);
  for (const { command, args, threads, least } of OTHERS) {
    if (!installed(command)) {
      yield notMeasured(what, command, `≥ ${least} ×`, 'not installed');
      continue;
    }
    const [ours, theirs] = await runner.sideBySide([onThreads(threads, file), { command, args: [...args, file] }]);
    if (ours === undefined || theirs === undefined) continue;
    const detail = `${milliseconds(ours.time)} to ${milliseconds(theirs.time)}`;
    const shared = threads === 1 ? what : `${what}, ${threads} threads`;
    yield timesFaster({ what: shared, against: command }, theirs.time / ours.time, least, detail);
  }
  rmSync(file);
}

/** A program that reads the packets of the same sessions. */
async function againstCapture(runner: Runner, folder: Folder, megabytes: number): Promise<Row> {
  const what = `check, ${POSTFIX.name}, ${megabytes} MB`;
  const against = 'tshark -V, the same sessions as a capture';
  if (!installed('tshark')) return notMeasured(what, against, '≥ 5 ×', 'not installed');
  const file = writeShape(folder, POSTFIX, megabytes);
  const capture = join(folder.path, 'sessions.pcap');
  // Each piece of the log is two sessions.
  writeCapture(capture, 2 * [...POSTFIX.text(megabytes * 1e6)].length);
  const theirs: Program = { command: 'tshark', args: ['-V', '-r', capture] };
  const [ours, other] = await runner.sideBySide([onThreads(1, file), theirs]);
  rmSync(file);
  rmSync(capture);
  if (ours === undefined || other === undefined) return notMeasured(what, against, '≥ 5 ×', 'not measured');
  const detail = `${milliseconds(ours.time)} to ${milliseconds(other.time)}`;
  return timesFaster({ what, against }, other.time / ours.time, 5, detail);
}
