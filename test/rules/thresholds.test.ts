/** Every threshold, one below and at its limit: the default, and a setting that moves it. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { RULES } from '../../server/src/rules';
import { opened, QUIT } from '../../server/src/rules/exampleSessions';
import { DEFAULT_POLICY } from '../../server/src/rules/presets';
import {
  DEFAULT_THRESHOLDS,
  THRESHOLD_NAMES,
  type ThresholdName,
  type Thresholds,
} from '../../server/src/rules/thresholds';

const MAIL = 'C: MAIL FROM:<a@example.com>\nS: 250 Ok\n';
const RSET = 'C: RSET\nS: 250 Ok\n';
const plain = (lines: string, ...offers: string[]) => `${opened(...offers)}${lines}${QUIT}`;
const logins = (count: number) => plain('C: AUTH PLAIN ****\nS: 535 5.7.8 no\n'.repeat(count), 'AUTH PLAIN');
const recipients = (count: number, address: (n: number) => string, reply: string) =>
  Array.from({ length: count }, (_, n) => `C: RCPT TO:<${address(n)}>\nS: ${reply}\n`).join('');

/** One command after the other, each as long after the line before as `seconds` say: client and server by turns. */
function timed(seconds: readonly (readonly [client: number, server: number])[]): string {
  let now = 36_000;
  const stamp = (later: number) => {
    now += later;
    return new Date(now * 1000).toISOString().slice(11, 19);
  };
  const greeting = `${stamp(0)} S: 220 mx.example.org ESMTP\n${stamp(0)} C: EHLO client.example.com\n${stamp(0)} S: 250 mx.example.org\n`;
  const lines = seconds.map(([client, server]) => `${stamp(client)} C: NOOP\n${stamp(server)} S: 250 Ok\n`);
  return `${greeting}${lines.join('')}${stamp(0)} C: QUIT\n${stamp(0)} S: 221 Bye\n`;
}

/** `declared` octets said, `sent` octets sent. */
function sized(declared: number, sent: number): string {
  const line = `${'x'.repeat(60)}\n`;
  const rest = sent - 62 * Math.floor((sent - 2) / 62) - 2;
  const data = `${`C: ${line}`.repeat(Math.floor((sent - 2) / 62))}C: ${'y'.repeat(rest)}\n`;
  return plain(
    `C: MAIL FROM:<a@example.com> SIZE=${declared}\nS: 250 Ok\nC: RCPT TO:<b@example.org>\nS: 250 Ok\nC: DATA\nS: 354 Go\n${data}C: .\nS: 250 Ok\n`,
    'SIZE 9000000',
  );
}

/** A text in which `amount` is just not too much, or just too much, by the rule `code`. */
interface Case {
  readonly code: string;
  readonly text: (amount: number) => string;
  /** The amount that is worth a word, and one that is not, by the setting's value. */
  readonly enough: (setting: number) => number;
  readonly tooLittle: (setting: number) => number;
  readonly other: number;
}

const from = { enough: (setting: number) => setting, tooLittle: (setting: number) => setting - 1 };
const over = { enough: (setting: number) => setting + 1, tooLittle: (setting: number) => setting };
const quick = [0, 0] as const;

const CASES: Readonly<Record<ThresholdName, Case>> = {
  slowReply: {
    code: 'timing.slow-reply',
    text: (seconds) => timed([quick, quick, quick, quick, [0, seconds]]),
    ...from,
    other: 25,
  },
  slowCommand: {
    code: 'timing.slow-client',
    text: (seconds) => timed([quick, quick, quick, quick, [seconds, 0]]),
    ...from,
    other: 12,
  },
  slowTimes: {
    code: 'timing.slow-reply',
    text: (times) =>
      timed([
        [0, 5],
        [0, 5],
        [0, 5],
        [0, 5],
        [0, 5],
        [0, 5],
        [0, 5 * times],
      ]),
    ...from,
    other: 3,
  },
  slowNeighbours: {
    code: 'timing.slow-reply',
    // EHLO and QUIT are neighbours, too.
    text: (neighbours) => timed([...Array(neighbours - 2).fill(quick), [0, 60]]),
    ...from,
    other: 7,
  },
  repeatedLogins: { code: 'auth.repeated', text: logins, ...from, other: 4 },
  passwordGuesses: { code: 'security.password-guessing', text: logins, ...from, other: 3 },
  unknownUsers: {
    code: 'security.address-harvesting',
    text: (count) => plain(`${MAIL}${recipients(count, (n) => `u${n}@example.org`, '550 5.1.1 User unknown')}${RSET}`),
    ...from,
    other: 3,
  },
  foreignDomains: {
    code: 'security.open-relay',
    text: (count) => plain(`${MAIL}${recipients(count, (n) => `b@d${n}.test`, '250 Ok')}${RSET}`),
    ...from,
    other: 4,
  },
  sizeMoreTimes: {
    code: 'extension.size-mismatch',
    text: (times) => sized(5000, times * 5000),
    ...over,
    other: 4,
  },
  sizeMoreOctets: {
    code: 'extension.size-mismatch',
    text: (octets) => sized(100, 100 + octets),
    ...over,
    other: 3000,
  },
  sizeLessTimes: {
    code: 'extension.size-mismatch',
    text: (times) => sized(times * 5000, 5000),
    ...over,
    other: 4,
  },
  sizeLessOctets: {
    code: 'extension.size-mismatch',
    text: (octets) => sized(100 + octets, 100),
    ...over,
    other: 3000,
  },
};

function speaks(text: string, code: string, changed: Partial<Thresholds>): boolean {
  const policy = { ...DEFAULT_POLICY, thresholds: { ...DEFAULT_THRESHOLDS, ...changed } };
  return new ParsedDocument(text, undefined, policy).findings.some(({ rule }) => rule.code === code);
}

for (const name of THRESHOLD_NAMES) {
  const { code, text, enough, tooLittle, other } = CASES[name];
  describe(name, () => {
    for (const setting of [DEFAULT_THRESHOLDS[name], other]) {
      test(`${setting}: ${code}`, () => {
        assert.ok(speaks(text(enough(setting)), code, { [name]: setting }), 'speaks');
        assert.ok(!speaks(text(tooLittle(setting)), code, { [name]: setting }), 'keeps quiet');
      });
    }
  });
}

test('each is named by the rule that looks at it, and none that is not there', () => {
  const named = new Set(RULES.flatMap(({ thresholds = [] }) => thresholds));
  assert.deepEqual([...named].sort(), [...THRESHOLD_NAMES].sort());
});
