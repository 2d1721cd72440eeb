/**
 * What each rule says about transcripts that are about something else: the examples of all other rules and `test/cases`.
 * Most are near misses for it. Where it speaks is recorded in `expected/<code>.txt` under `elsewhere`.
 */
import { test } from 'node:test';
import { RULES } from '../../server/src/rules';
import { judgeAll, type RuleSettings } from '../../server/src/rules/judge';
import { rulePages } from '../../server/src/rules/pages';
import { readTranscript, type Session } from '../../server/src/transcript/reader';
import { caseTranscripts } from '../helpers/cases';
import { assertRecorded, linesOf } from '../helpers/recorded';

const TEXTS = [
  ...[...rulePages].flatMap(([code, { examples }]): [string, string][] => [
    [`${code}, bad`, examples.bad],
    [`${code}, good`, examples.good],
  ]),
  ...caseTranscripts(),
];
let transcripts: readonly (readonly [string, readonly Session[]])[] | undefined;

const OFF: RuleSettings = Object.fromEntries(RULES.map(({ code }) => [code, 'off']));

/** The same sessions as others: rules remember what they made of a session or a step. */
function again(sessions: readonly Session[]): Session[] {
  return sessions.map((session) => ({ ...session, steps: session.steps.map((step) => ({ ...step })) }));
}

for (const { code } of RULES) {
  const { [code]: _, ...settings } = OFF;
  test(`${code} about other transcripts`, () => {
    transcripts ??= TEXTS.map(([name, text]) => [name, readTranscript(text).sessions]);
    const found = transcripts
      .filter(([name]) => !name.startsWith(`${code}, `))
      .flatMap(([name, sessions]) =>
        judgeAll(again(sessions), settings).flatMap((finding) => {
          const [first, ...related] = linesOf(finding);
          return [`${name}: ${first}\n`, ...related.map((line) => `${line}\n`)];
        }),
      );
    assertRecorded(code, 'elsewhere', found.join(''));
  });
}
