/**
 * What each rule says about transcripts that are about something else: the examples of all other rules and `test/cases`.
 * Most are near misses for it, and it keeps quiet even if nothing that it needs is there. Where it speaks is recorded in `expected/<code>.txt` under `elsewhere`.
 */
import { test } from 'node:test';
import { RULES } from '../../server/src/rules';
import type { Finding } from '../../server/src/rules/judge';
import { rulePages } from '../../server/src/rules/pages';
import type { Rule } from '../../server/src/rules/rule';
import { DEFAULT_THRESHOLDS } from '../../server/src/rules/thresholds';
import { mingledAt } from '../../server/src/transcript/mingled';
import type { Session } from '../../server/src/transcript/reader';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { caseTranscripts } from '../helpers/cases';
import { assertRecorded, linesOf } from '../helpers/recorded';

interface Known {
  readonly name: string;
  readonly session: Session;
}

let known: readonly Known[] | undefined;

function sessions(): readonly Known[] {
  const examples = [...rulePages].flatMap(
    ([
      code,
      {
        examples: { bad, good },
      },
    ]): [string, string][] => [
      [`${code}, bad`, bad],
      [`${code}, good`, good],
    ],
  );
  return [...examples, ...caseTranscripts()].flatMap(([name, text]) =>
    readTranscript(text)
      // Of what several connections have said no rule but one is asked.
      .sessions.filter((session) => mingledAt(session) === undefined)
      .map((session) => ({ name, session })),
  );
}

/** The same session as another: rules remember what they made of a session or a step. */
function again(session: Session): Session {
  return { ...session, steps: session.steps.map((step) => ({ ...step })) };
}

function findingsOf(rule: Rule, session: Session): Finding[] {
  return [...rule.check(session, DEFAULT_THRESHOLDS)].map((problem) => ({
    rule,
    problem,
    session,
    severity: problem.severity ?? rule.severity,
  }));
}

// Those that look across sessions have their own tests.
for (const rule of RULES.filter(({ needs }) => needs.length > 0)) {
  test(`${rule.code} about other transcripts`, () => {
    known ??= sessions();
    const lines: string[] = [];
    for (const { name, session } of known) {
      if (name.startsWith(`${rule.code}, `)) continue;
      for (const finding of findingsOf(rule, again(session))) {
        const [first, ...related] = linesOf(finding);
        lines.push(`${name}: ${first}\n`, ...related.map((line) => `${line}\n`));
      }
    }
    assertRecorded(rule.code, 'elsewhere', lines.join(''));
  });
}
