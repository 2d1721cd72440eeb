/** Sessions that are passed over because they are like others: nothing that reading them would have found is missed. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { PartReader } from '../../server/src/cli/part';
import { type Report, reportOf } from '../../server/src/cli/report';
import { Judge } from '../../server/src/rules/judge';
import { DEFAULT_POLICY, underPolicy } from '../../server/src/rules/presets';
import { dialectById } from '../../server/src/transcript/dialects';
import { FileReader } from '../../server/src/transcript/fileReader';
import { linesOf } from '../../server/src/transcript/lines';
import type { Comment, Session } from '../../server/src/transcript/reader';
import { FORMATS, type Format, KINDS, mixed, Scribe, spoiled, type Turn, turnsOf } from '../helpers/similarSessions';
import { Random } from '../model/random';

interface Reading {
  /** Sorted. */
  readonly findings: readonly string[];
  /** How many lines were looked at one by one. */
  readonly comments: number;
}

/** Reads a text in pieces of a size, as `check` does. */
function read(text: string, format: Format, size: number): Reading {
  const manner = { name: 'log', dialect: format, locale: 'en', policy: DEFAULT_POLICY } as const;
  const part = new PartReader(manner, dialectById(format), { whole: true });
  for (let at = 0; at < text.length; at += size) part.push(text.slice(at, at + size));
  part.end();
  const { judged, comments } = part.take();
  return readingOf(
    judged.flatMap(({ reports }) => reports),
    comments.length,
  );
}

/** Reads a text of which nothing is passed over. */
function readLineByLine(text: string, format: Format): Reading {
  const judge = new Judge();
  const reports: Report[] = [];
  let comments = 0;
  const onSession = (session: Session) => {
    for (const found of underPolicy(judge.judge(session), DEFAULT_POLICY)) reports.push(reportOf('log', found, 'en'));
  };
  const onComment = ({ text: comment }: Comment) => {
    if (comment.startsWith('smtp-')) comments++;
  };
  const reader = new FileReader({ onSession, onComment }, dialectById(format));
  for (const line of linesOf(text)) reader.push(line);
  reader.end();
  return readingOf(reports, comments);
}

/** Of what is told once, it does not matter which of several sessions it is told of. */
function readingOf(reports: readonly Report[], comments: number): Reading {
  const findings = reports.map((each) => (ONCE.has(each.rule) ? each.rule : JSON.stringify(each)));
  return { findings: findings.sort(), comments };
}

const ONCE: ReadonlySet<string> = new Set(['security.version-banner', 'extension.unused-starttls']);

function assertSame(text: string, format: Format, size: number): readonly string[] {
  const reading = read(text, format, size);
  assert.deepEqual(reading, readLineByLine(text, format), `${format}, in pieces of ${size}\n${text}`);
  return reading.findings;
}

/** Sessions of one kind, the last but one of them changed. */
function series(
  format: Format,
  kind: number,
  random: Random,
  { count = 60, change }: { readonly count?: number; readonly change?: (turns: Turn[]) => Turn[] } = {},
): string {
  const scribe = new Scribe(format, random, true);
  const sessions = Array.from({ length: count }, (_, at) => {
    const turns = turnsOf(kind, random);
    return scribe.lines(at === count - 2 && change !== undefined ? change(turns) : turns);
  });
  return asText([...scribe.head, ...sessions.flat()]);
}

function asText(lines: readonly string[], eol = '\n'): string {
  return lines.map((line) => line + eol).join('');
}

/** What a turn that matches says is replaced. */
function saying(pattern: RegExp, text: string): (turns: Turn[]) => Turn[] {
  return (turns) => {
    const at = turns.findIndex((turn) => pattern.test(turn.text));
    return turns.map((turn, index) => (index === at ? { ...turn, text: turn.text.replace(pattern, text) } : turn));
  };
}

interface Oddity {
  readonly name: string;
  readonly kind: number;
  readonly change: (turns: Turn[]) => Turn[];
  readonly rule: string;
  /** Those that show mail data, where it is in that. */
  readonly formats?: readonly Format[];
}

const SHOW_DATA = ['canonical', 'swaks'] as const;

/** Kind 0 declares sizes, 4 has no sender, 7 recipients of other domains in two transactions. */
const ODDITIES: readonly Oddity[] = [
  { name: 'two dots', kind: 0, change: saying(/TO:<[^@]*/, 'TO:<a..b'), rule: 'syntax.address' },
  {
    name: 'a long local part',
    kind: 0,
    change: saying(/TO:<[^@]*/, `TO:<${'x'.repeat(65)}`),
    rule: 'syntax.address-length',
  },
  {
    name: 'a long domain label',
    kind: 0,
    change: saying(/FROM:<[^>]*/, `FROM:<a@${'x'.repeat(64)}.test`),
    rule: 'syntax.address',
  },
  { name: 'a blank behind the colon', kind: 0, change: saying(/FROM:</, 'FROM: <'), rule: 'syntax.path' },
  {
    name: 'a parameter nobody offers',
    kind: 0,
    change: saying(/SIZE=\d+/, 'SIZE=1000 RET=HDRS'),
    rule: 'extension.not-offered',
  },
  {
    name: 'a size over the limit',
    kind: 0,
    change: saying(/SIZE=\d+/, 'SIZE=99999999'),
    rule: 'extension.size-exceeded',
  },
  {
    name: 'a size far from the message',
    kind: 0,
    change: saying(/SIZE=\d+/, 'SIZE=500000'),
    rule: 'extension.size-mismatch',
    formats: SHOW_DATA,
  },
  {
    name: 'a dot that is not doubled',
    kind: 0,
    change: saying(/^Subject.*/, '.Subject: x'),
    rule: 'framing.dot-stuffing',
    formats: ['canonical'],
  },
  {
    name: 'a long line of mail',
    kind: 0,
    change: saying(/^Subject.*/, 'x'.repeat(999)),
    rule: 'framing.long-line',
    formats: SHOW_DATA,
  },
  {
    name: 'mail outside ASCII',
    kind: 0,
    change: saying(/^Subject.*/, 'Subject: Grüße'),
    rule: 'extension.eight-bit-data',
    formats: SHOW_DATA,
  },
  {
    name: 'a message that is refused in words',
    kind: 0,
    change: saying(/queued as .*/, 'message rejected 7'),
    rule: 'reply.contradiction',
  },
  {
    name: 'another enhanced code',
    kind: 0,
    change: saying(/2\.0\.0 Ok: queued/, '5.0.0 Ok: queued'),
    rule: 'reply.enhanced-class',
  },
  {
    name: 'an enhanced code that is missing',
    kind: 0,
    change: saying(/2\.0\.0 Ok: queued/, 'Ok: queued'),
    rule: 'reply.enhanced-missing',
  },
  {
    name: 'a recipient that is refused',
    kind: 0,
    change: saying(/^250 2\.1\.5.*/, '550 5.1.1 No such user'),
    rule: 'delivery.recipient-refused',
  },
  {
    name: 'a message that is refused',
    kind: 0,
    change: saying(/^250 2\.0\.0 Ok: queued.*/, '554 5.7.1 Spam'),
    rule: 'delivery.message-refused',
  },
  {
    name: 'no MAIL',
    kind: 0,
    change: (turns) => turns.filter(({ text }) => !/^MAIL|2\.1\.0/.test(text)),
    rule: 'sequence.rcpt-before-mail',
  },
  {
    name: 'no answer',
    kind: 0,
    change: (turns) => turns.filter(({ text }) => !text.includes('2.1.5')),
    rule: 'sequence.unanswered-command',
  },
  { name: 'other offers', kind: 0, change: saying(/SIZE 10240000/, 'SIZE 10'), rule: 'extension.small-size' },
  {
    name: 'no offer of STARTTLS',
    kind: 0,
    change: saying(/-STARTTLS/, '-DSN'),
    rule: 'tls.offer-vanished',
    formats: ['swaks'],
  },
  {
    name: 'another greeting',
    kind: 0,
    change: saying(/^220 .*/, '220 mx.example.org ESMTP Postfix 3.8.1'),
    rule: 'security.version-banner',
  },
];

describe('sessions like others before', () => {
  for (const format of FORMATS) {
    test(`most of them are not looked at line by line: ${format}`, (context) => {
      for (const kind of [0, 3, 5, 6, 8, 10]) {
        const text = series(format, kind, new Random(kind), { count: 150 });
        const push = context.mock.method(FileReader.prototype, 'push');
        read(text, format, 5000);
        const share = push.mock.callCount() / text.split('\n').length;
        push.mock.restore();
        assert.ok(share < 0.7, `${share} of the lines of kind ${kind} were looked at`);
        assertSame(text, format, 5000);
      }
    });

    test(`and one that is another is: ${format}`, () => {
      for (const { name, kind, change, rule, formats = FORMATS } of ODDITIES) {
        if (!formats.includes(format)) continue;
        const findings = assertSame(series(format, kind, new Random(1), { change }), format, 5000);
        assert.ok(
          findings.some((each) => each.includes(rule)),
          `${format}, ${name}: ${findings.join('\n')}`,
        );
      }
    });

    test(`whatever is changed: ${format}`, () => {
      const random = new Random(1);
      for (let time = 0; time < TIMES; time++) {
        const kinds = Array.from({ length: random.between(1, 3) }, () => random.between(0, KINDS - 1));
        const scribe = new Scribe(format, random);
        const refuses = random.chance(0.5);
        const sessions = Array.from({ length: random.between(30, 60) }, () => {
          const kind = kinds[random.between(0, kinds.length - 1)] ?? 0;
          return scribe.lines(turnsOf(kind, random, refuses && random.chance(0.1)));
        });
        const lines = /exchange|postfix/.test(format) && random.chance(0.5) ? mixed(sessions, random) : sessions.flat();
        const text = asText([...scribe.head, ...spoiled(lines, random)], random.of(['\n', '\r\n']));
        assertSame(text, format, random.of([300, 2000, 20_000, 200_000]));
      }
    });
  }

  for (const format of FORMATS) {
    test(`those with a refused recipient are passed over, and what is found is told of each: ${format}`, (context) => {
      const text = refusing(format, { change: (_, turns) => turns });
      const push = context.mock.method(FileReader.prototype, 'push');
      read(text, format, 5000);
      const share = push.mock.callCount() / text.split('\n').length;
      push.mock.restore();
      assert.ok(share < 0.7, `${share} of the lines were looked at`);
      const findings = assertSame(text, format, 5000);
      assert.equal(findings.filter((each) => each.includes('recipient-refused')).length, 100);
      assert.equal(findings.filter((each) => each.includes('partly-delivered')).length, 100);
    });

    test(`but not where something else has to be told: ${format}`, () => {
      for (const [name, { change, rule }] of Object.entries(UNLIKE)) {
        const seldom = (at: number, turns: Turn[]) => (at === 97 ? change(turns) : turns);
        const findings = assertSame(refusing(format, { change: seldom }), format, 5000);
        assert.ok(rule === undefined || findings.some((each) => each.includes(rule)), `${format}, ${name}`);
      }
    });
  }

  for (const format of FORMATS) {
    test(`a delivery that is remembered concerns only who asks for it: ${format}`, (context) => {
      for (const [name, { refused, remembered }] of Object.entries(REMEMBERED)) {
        if (name === 'a message' && !(SHOW_DATA as readonly Format[]).includes(format)) continue;
        const random = new Random(1);
        const scribe = new Scribe(format, random, true);
        const same = turnsOf(0, random);
        const sessions = Array.from({ length: 150 }, (_, at) =>
          scribe.lines(at === 5 ? refused(same) : at === 147 ? same : turnsOf(0, random)),
        );
        const text = asText([...scribe.head, ...sessions.flat()]);
        const push = context.mock.method(FileReader.prototype, 'push');
        read(text, format, 5000);
        const share = push.mock.callCount() / text.split('\n').length;
        push.mock.restore();
        assert.ok(share < 0.7, `${name}: ${share} of the lines were looked at`);
        const found = assertSame(text, format, 5000).filter((each) => each.includes('repeated-attempt'));
        assert.equal(found.length, 1, name);
        assert.ok(found[0]?.includes(remembered), found[0]);
      }
    });
  }

  test('a wait that is long', () => {
    for (const format of ['exchange', 'postfix-v'] as const) {
      const text = series(format, 0, new Random(1));
      const late = text.replace(
        /(\d\d:\d\d:)\d\d(.*250 2\.1\.5)/g,
        (_, minute: string, rest: string) => `${minute}59${rest}`,
      );
      assert.ok(
        assertSame(late, format, 5000).some((each) => each.includes('timing.slow')),
        format,
      );
    }
  });
});

/** Sessions in each of which one of two recipients is refused. */
function refusing(format: Format, { change }: { readonly change: (at: number, turns: Turn[]) => Turn[] }): string {
  const random = new Random(1);
  const scribe = new Scribe(format, random, true);
  const sessions = Array.from({ length: 100 }, (_, at) => {
    const turns = turnsOf(70, random);
    const replies = turns.filter(({ text }) => text.startsWith('250 2.1.5'));
    const [refused] = random.chance(0.1) ? replies.slice(1) : replies;
    const index = refused === undefined ? -1 : turns.indexOf(refused);
    const [, address = ''] = /<(.*)>/.exec(turns[index - 1]?.text ?? '') ?? [];
    const text = `550 5.1.1 <${address}>: No such user`;
    return scribe.lines(
      change(
        at,
        turns.map((turn) => (turn === refused ? { ...turn, text } : turn)),
      ),
    );
  });
  return asText([...scribe.head, ...sessions.flat()]);
}

/** Refusals that are remembered, and what is said when the same is asked again. */
const REMEMBERED = {
  'a recipient': { refused: saying(/^250 2\.1\.5.*/, '450 4.7.1 Greylisted'), remembered: 'is accepted now' },
  'a message': { refused: saying(/^250 2\.0\.0 Ok.*/, '554 5.7.1 No'), remembered: 'is sent again' },
} as const;

const REFUSED = /^550 5\.1\.1 (<[^>]*>): No such user/;

/** Changes of such a session. */
const UNLIKE: Readonly<Record<string, { readonly change: (turns: Turn[]) => Turn[]; readonly rule?: string }>> = {
  'another code': { change: saying(REFUSED, '450 4.2.1 $1: No such user') },
  'another cause': { change: saying(REFUSED, '550 5.1.1 $1: Mailbox full') },
  'another address in the answer': { change: saying(REFUSED, '550 5.1.1 <x@example.org>: No such user') },
  'no address in the answer': { change: saying(REFUSED, '550 5.1.1 No such user') },
  'a long answer': { change: saying(REFUSED, `550 5.1.1 $1: No such user ${'x'.repeat(200)}`) },
  'words that contradict the code': {
    change: saying(REFUSED, '550 5.1.1 $1: No such user, try again later'),
    rule: 'reply.contradiction',
  },
  'a refusal in words': { change: saying(/^250 2\.0\.0 Ok.*/, '250 2.0.0 Ok: rejected'), rule: 'reply.contradiction' },
  'the same recipient again': {
    change: (turns) => {
      const at = turns.findIndex(({ text }) => REFUSED.test(text));
      const again = turns.slice(at - 1, at + 1);
      const others = turns.filter(({ text }) => text.startsWith('RCPT') && text !== again[0]?.text);
      return turns.flatMap((turn, index) => {
        if (turn === others[0]) return again;
        return turns[index - 1] === others[0] ? [] : [turn];
      });
    },
    rule: 'delivery.repeated-command',
  },
  'both are refused': {
    change: (turns) => turns.flatMap((each) => saying(/^250 2\.1\.5.*/, '550 5.1.1 No such user')([each])),
    rule: 'sequence.data-without-recipients',
  },
};

const TIMES = 12;
