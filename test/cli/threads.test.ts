/** Several threads find what one finds, wherever a file is cut. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { after, before, describe, test } from 'node:test';
import fc from 'fast-check';
import { reportsOf } from '../../server/src/cli/findings';
import { type Manner, PartReader, type Placed } from '../../server/src/cli/part';
import type { Report } from '../../server/src/cli/report';
import { ByteReader } from '../../server/src/cli/threads/byteReader';
import { digestOf, isSame } from '../../server/src/cli/threads/sameMemory';
import { threadsFor } from '../../server/src/cli/threads/share';
import { type Job, Team } from '../../server/src/cli/threads/team';
import { withinOf } from '../../server/src/cli/threads/worker';
import { DEFAULT_POLICY } from '../../server/src/rules/presets';
import { CANONICAL, EXCHANGE, POSTFIX, SWAKS, textOf } from '../bench/logs';
import { corpusEntries } from '../helpers/corpus';
import { folderOf, run } from '../helpers/program';

const PROGRAM = resolve('dist/cli.cjs');
const SHAPES = [POSTFIX, SWAKS, CANONICAL, EXCHANGE];

interface File {
  readonly name: string;
  readonly content: string;
  readonly partSize: number;
}

let folder: ReturnType<typeof folderOf> | undefined;
after(() => folder?.remove());

const mannerOf = (name: string): Manner => ({ name, dialect: undefined, locale: 'en', policy: DEFAULT_POLICY });

async function collect(file: string, name: string, shared?: AsyncIterable<Placed>): Promise<readonly Report[]> {
  const reports: Report[] = [];
  const reading = { shared, early: shared !== undefined };
  for await (const some of reportsOf(file, mannerOf(name), reading)) reports.push(...some);
  return reports;
}

/** Holds that `threads` find in each file what one does. */
async function compare(files: readonly File[], threads: number): Promise<void> {
  const here = folderOf(Object.fromEntries(files.map(({ content }, index) => [`${index}.log`, content])));
  const jobs = files.map(({ name, content, partSize }, index): Job & File => {
    const size = Buffer.byteLength(content);
    return { ...mannerOf(name), content, file: join(here.path, `${index}.log`), size, splits: true, partSize };
  });
  const team = new Team(jobs, { threads, program: PROGRAM });
  try {
    for (const [index, { name, file, partSize }] of jobs.entries()) {
      const together = await collect(file, name, team.read(index));
      assert.deepEqual(together, await collect(file, name), `${name}, ${threads} threads, parts of ${partSize} octets`);
    }
  } finally {
    await team.close();
    here.remove();
  }
}

/** The logs of the corpus, those of one tool after the other. */
function corpusTexts(): { readonly name: string; readonly text: string }[] {
  const byTool = new Map<string, string[]>();
  for (const { folder: at, entry } of corpusEntries('test/corpus')) {
    const tool = at.split(/[\\/]/).at(-1) as string;
    byTool.set(tool, [...(byTool.get(tool) ?? []), readFileSync(join(at, entry.file), 'utf8')]);
  }
  return [...byTool].map(([name, texts]) => ({ name, text: texts.join('') }));
}

/** A text that is long enough for its format to be known, and for some parts. */
function lengthened(text: string): string {
  return text.repeat(Math.max(2, Math.ceil(12_000 / text.length))).slice(0, 30_000);
}

const oddLog = fc
  .record({
    base: fc.constantFrom(
      ...SHAPES.map((shape) => textOf(shape, 30_000)),
      ...corpusTexts().map(({ text }) => lengthened(text)),
    ),
    other: fc.constantFrom(...SHAPES.map((shape) => textOf(shape, 6_000)), ...corpusTexts().map(({ text }) => text)),
    /** Lines that are gone: sessions without a beginning, an end, a dot. */
    gaps: fc.array(fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), lines: fc.nat(30) }), { maxLength: 8 }),
    /** Where the other log stands, if anywhere. */
    at: fc.option(fc.double({ min: 0, max: 1, noNaN: true })),
    crlf: fc.boolean(),
    comments: fc.array(fc.constantFrom('# smtp-disable', '# smtp-enable', '# smtp-disable-next-line'), {
      maxLength: 4,
    }),
    noEnd: fc.boolean(),
  })
  .map(({ base, other, gaps, at, crlf, comments, noEnd }) => {
    let lines = base.split('\n');
    for (const gap of gaps) lines.splice(Math.floor(gap.at * lines.length), gap.lines);
    for (const [index, comment] of comments.entries())
      lines.splice(Math.floor((lines.length * (index + 1)) / 6), 0, comment);
    if (at !== null) {
      const from = Math.floor(at * lines.length);
      lines = [...lines.slice(0, from), ...other.split('\n'), ...lines.slice(from)];
    }
    const text = lines.join(crlf ? '\r\n' : '\n');
    return noEnd ? text.trimEnd() : text;
  });

describe('check with several threads', () => {
  before(() => {
    folder = folderOf({
      'postfix.log': textOf(POSTFIX, 60_000),
      'small.smtp':
        'S: 220 mx ESMTP\nC: EHLO a\nS: 250 mx\nC: RCPT TO:<a@b.example>\nS: 503 5.5.1 no\nC: QUIT\nS: 221 Bye\n',
      'swaks.log': textOf(SWAKS, 40_000),
    });
  });

  test('every log of the corpus, cut at many places', async () => {
    const files = corpusTexts().map(({ name, text }) => ({ name, content: lengthened(text), partSize: 4_001 }));
    await compare(files, 3);
  });

  test('every log of the corpus, none of them cut', async () => {
    const files = corpusTexts().map(({ name, text }) => ({ name, content: text, partSize: 1e9 }));
    await compare(files, 2);
  });

  test('logs with gaps, of several formats, with either line end: at any place', async () => {
    const drawn = fc.sample(fc.tuple(oddLog, fc.integer({ min: 300, max: 20_000 })), { numRuns: 8, seed: SEED });
    const files = drawn.map(([content, partSize], index) => ({ name: `drawn ${index}`, content, partSize }));
    await compare(files.slice(0, 12), 2);
    await compare(files.slice(12), 7);
  });

  test('a usual log: sessions that one thread passes over and the next one has read', async () => {
    const files = SHAPES.flatMap((shape) =>
      [107_000, 114_000].map((partSize) => ({ name: shape.name, content: textOf(shape, 1_500_000), partSize })),
    );
    await compare(files, 2);
  });

  test('a log in which one thread has given up looking for other formats', async () => {
    const prose = `\n${'This is what they said about it.\n'.repeat(9)}`;
    const content = `${textOf(SWAKS, 1_000)}${prose}`.repeat(130) + textOf(CANONICAL, 30_000);
    await compare([{ name: 'prose', content, partSize: 30_000 }], 2);
  });

  test('what one part has shown concerns the sessions of those behind it', async () => {
    const healthy = [...CANONICAL.text(60_000)];
    const putOff = (healthy[5] as string).replace('S: 250 2.1.5 Ok', 'S: 451 4.7.1 Greylisted');
    const again = healthy[5] as string;
    const content = [...healthy.slice(0, 20), putOff, ...healthy.slice(20), again].join('');
    for (const partSize of [2_000, 9_000, 30_000]) await compare([{ name: 'put off', content, partSize }], 2);
    const here = folderOf({ 'a.log': content });
    const rules = (await collect(join(here.path, 'a.log'), 'a.log')).map(({ rule }) => rule);
    here.remove();
    assert.ok(rules.includes('delivery.repeated-attempt'));
  });

  test('who begins in the middle of a usual log soon remembers what the other one does', async () => {
    for (const shape of SHAPES) {
      const here = folderOf({ 'a.log': textOf(shape, 480_000) });
      const handle = await open(join(here.path, 'a.log'));
      const digestAt = async (cut: number, end: number) => {
        const within = cut === 0 ? undefined : await withinOf(handle, undefined);
        assert.ok(cut === 0 || within !== undefined);
        const part = new PartReader(mannerOf(shape.name), undefined, { within });
        const bytes = new ByteReader(handle, cut);
        if (cut > 0) await bytes.readTo(cut, () => undefined);
        await bytes.readTo(end, (octets) => part.push(Buffer.from(octets).toString('latin1')));
        part.settle();
        return part.memory && digestOf(part.memory, part.lines);
      };
      const [whole, late, later] = [
        await digestAt(0, 360_000),
        await digestAt(200_000, 360_000),
        await digestAt(0, 361_200),
      ];
      assert.ok(isSame(whole, late), shape.name);
      assert.ok(!isSame(whole, later), shape.name);
      await handle.close();
      here.remove();
    }
  });

  test('the output of the program is the same, format by format', async () => {
    const cwd = (folder as { path: string }).path;
    for (const format of ['text', 'json', 'sarif', 'github', 'junit']) {
      const args = ['check', '--format', format, 'postfix.log', 'small.smtp', '-', 'swaks.log', 'small.smtp'];
      const one = await run([...args, '--threads', '1'], { cwd, input: textOf(CANONICAL, 5_000) });
      const three = await run([...args, '--threads', '3'], { cwd, input: textOf(CANONICAL, 5_000) });
      assert.deepEqual(three, one);
    }
  });

  test('a file that cannot be read is said in one line, after what comes before it', async () => {
    const cwd = (folder as { path: string }).path;
    const args = ['check', 'small.smtp', 'nothing-here.log', 'swaks.log'];
    const one = await run([...args, '--threads', '1'], { cwd });
    const two = await run([...args, '--threads', '2'], { cwd });
    assert.deepEqual(two, one);
    assert.equal(two.code, 2);
    assert.match(two.stderr, /^smtp-transcripts: nothing-here\.log: no such file\n$/);
  });

  test('a thread that breaks off ends the run, in one line', async () => {
    const here = folderOf({ 'a.log': textOf(SWAKS, 3_000_000), 'thread.cjs': 'throw new Error("out of order");' });
    const job: Job = { ...mannerOf('a.log'), file: join(here.path, 'a.log'), size: 3_000_000, splits: true };
    const team = new Team([job], { threads: 2, program: join(here.path, 'thread.cjs') });
    await assert.rejects(
      collect(job.file, 'a.log', team.read(0)),
      /^Error: a thread that reads broke off: out of order$/,
    );
    await team.close();
    here.remove();
  });

  test('a file that is shorter than it was is read to its end', async () => {
    const content = textOf(SWAKS, 50_000);
    const here = folderOf({ 'a.log': content });
    const file = join(here.path, 'a.log');
    const job: Job = { ...mannerOf('a.log'), file, size: 400_000, splits: true, partSize: 20_000 };
    const team = new Team([job], { threads: 2, program: PROGRAM });
    const together = await collect(file, 'a.log', team.read(0));
    await team.close();
    assert.deepEqual(together, await collect(file, 'a.log'));
    here.remove();
  });

  test('only much to read is worth more threads than one, unasked', () => {
    assert.equal(threadsFor([], 8), 1);
    assert.equal(threadsFor([1_999_999_999, undefined], 8), 1);
    assert.equal(threadsFor([undefined, 1_500_000_000, 500_000_000], 8), 4);
    assert.equal(threadsFor([2_000_000_000], 2), 2);
    assert.equal(threadsFor([2_000_000_000], 1), 1);
  });

  test('--threads takes a number', async () => {
    for (const wrong of ['0', 'two', '65', '-1', '1.5']) {
      const { code, stderr } = await run(['check', `--threads=${wrong}`, '-']);
      assert.equal(code, 2);
      assert.match(stderr, /--threads takes a number from 1 to 64/);
    }
  });
});

const SEED = Number(process.env.FC_SEED ?? 20261124);
