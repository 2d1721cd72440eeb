/** How much longer the extension takes to wake than an empty one, in the same extension host. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { median } from './measure';
import { atMost, milliseconds, notMeasured, type Row } from './row';

/** Each starts an editor, and some take twice as long as others. */
const ROUNDS = 9;

interface Activation {
  readonly host: string;
  /** Milliseconds. */
  readonly ours: number;
  /** What an empty one before it and one after it took, between them. */
  readonly empty: number;
}

export async function* activationRows(): AsyncGenerator<Row> {
  const rounds = Array.from({ length: ROUNDS }, measure).filter((each) => each !== undefined);
  const [first] = rounds;
  if (first === undefined) {
    yield notMeasured('activation', 'an empty extension', '≤ 40 ms more', 'no editor could be started');
    return;
  }
  const ours = median(rounds.map((each) => each.ours));
  const empty = median(rounds.map((each) => each.empty));
  const about = { what: 'activation, beyond that of an empty extension', against: first.host };
  // A host that is busy is so for both: what counts is the difference in each.
  const more = median(rounds.map((each) => each.ours - each.empty));
  yield atMost(about, more, 40, { unit: 'ms', detail: `${milliseconds(ours)} to ${milliseconds(empty)}` });
}

function measure(): Activation | undefined {
  const program = join(__dirname, 'e2e/activation.cjs');
  const { stdout, status } = spawnSync(process.execPath, [program], { encoding: 'utf8' });
  const line = stdout.split('\n').findLast((each) => each.startsWith('{"host"'));
  return status === 0 && line !== undefined ? (JSON.parse(line) as Activation) : undefined;
}
