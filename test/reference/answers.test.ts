/** Which command may be answered with which code: entries of codes and of verbs say the same, and what RFC 5321 says. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry, ReplyCodeEntry, VerbEntry } from '../../server/src/reference/entry';
import { reference } from '../../server/src/reference/texts';
import { mayAnswer } from '../../server/src/rules/allowedReplies';
import { COMMAND_REPLIES } from './tables';

const codes = reference.entries.filter((entry: Entry): entry is ReplyCodeEntry => entry.kind === 'reply-code');
const verbs = reference.entries.filter((entry: Entry): entry is VerbEntry => entry.kind === 'verb');
const repliesOf = ({ replies }: VerbEntry) => [...replies.success, ...replies.intermediate, ...replies.failure];

/** True when the code's entry allows it there. A verb that data follows answers for the end of the data, too. */
function allows({ answers }: ReplyCodeEntry, context: string): boolean {
  return answers.includes('ANY') || answers.includes(context) || (context === 'DATA' && answers.includes('MESSAGE'));
}

describe('which command is answered with which code', () => {
  for (const [context, replies] of Object.entries(COMMAND_REPLIES)) {
    test(`${context} as RFC 5321 §4.3.2 has it`, () => {
      const forbidden = replies.filter((code) => {
        const entry = reference.replyCode(code);
        return entry === undefined || !allows(entry, context);
      });
      assert.deepEqual(forbidden, [], 'by the codes');
      const verb = reference.verb(context);
      if (verb === undefined) return;
      // 500, 501 and 421 may answer anything and are left out where no document names them for the verb.
      const unnamed = replies.filter((code) => ![500, 501, 421].includes(code) && !repliesOf(verb).includes(code));
      assert.deepEqual(unnamed, [], 'by the verb');
    });
  }

  test('500, 501 and 421 may answer any command', () => {
    for (const code of [500, 501, 421]) assert.ok(reference.replyCode(code)?.answers.includes('ANY'), String(code));
  });

  test('what a verb lists its codes allow', () => {
    const contradictions = verbs.flatMap((verb) =>
      repliesOf(verb)
        .filter((code) => !codes.some((entry) => entry.code === code && allows(entry, verb.key)))
        .map((code) => `${verb.key} ${code}`),
    );
    assert.deepEqual(contradictions, []);
  });

  test('what a code lists its verbs name', () => {
    const contradictions = codes.flatMap(({ code, answers }) =>
      answers
        .filter((context) => !['ANY', 'GREETING', 'MESSAGE'].includes(context))
        .filter((context) => !verbs.some((verb) => verb.key === context && repliesOf(verb).includes(code)))
        .map((context) => `${code} ${context}`),
    );
    assert.deepEqual(contradictions, []);
  });

  test('codes are said to be success or failure as their first digit says', () => {
    const wrong = verbs.flatMap(({ key, replies: { success, intermediate, failure } }) => [
      ...success.filter((code) => code < 200 || code > 299).map((code) => `${key} ${code}`),
      ...intermediate.filter((code) => code < 300 || code > 399).map((code) => `${key} ${code}`),
      ...failure.filter((code) => code < 400 || code > 599).map((code) => `${key} ${code}`),
    ]);
    assert.deepEqual(wrong, []);
  });

  test('the rules allow what the entries of standard codes list', () => {
    const forbidden = codes.flatMap(({ code, answers, vendor }) =>
      answers
        .filter((context) => context !== 'ANY' && vendor === undefined && mayAnswer(context, code) === false)
        .map((context) => `${code} ${context}`),
    );
    assert.deepEqual(forbidden, []);
  });

  test('the rules allow what the entries of verbs list', () => {
    const forbidden = verbs.flatMap((verb) =>
      repliesOf(verb)
        .filter((code) => mayAnswer(verb.key, code) === false && !(verb.key === 'DATA' && mayAnswer('MESSAGE', code)))
        .map((code) => `${verb.key} ${code}`),
    );
    assert.deepEqual(forbidden, []);
  });

  test('a code that the rules allow for one place only is in its entry', () => {
    const anywhere = (code: number) =>
      ['QUIT', 'RSET', 'HELP', 'GREETING'].every((place) => mayAnswer(place, code) === true);
    // What private verbs may get only their servers know; the rules are lenient there.
    const places = ['GREETING', 'MESSAGE', ...verbs.filter(({ status }) => status !== 'private').map(({ key }) => key)];
    const unknown = places.flatMap((place) =>
      codes
        .filter(({ code }) => !anywhere(code) && mayAnswer(place, code) === true)
        .filter((entry) => !allows(entry, place))
        .map(({ code }) => `${place} ${code}`),
    );
    assert.deepEqual(unknown, []);
  });
});
