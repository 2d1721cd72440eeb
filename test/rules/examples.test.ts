/** Every rule against its own documentation: the violation, the near miss, and the text after each fix. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { editsOf } from '../../server/src/features/applyFix';
import { applyEdits } from '../../server/src/features/fixAll';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { RULES } from '../../server/src/rules';
import type { Finding } from '../../server/src/rules/judge';
import { rulePages } from '../../server/src/rules/pages';
import { messageOf, titleOf } from '../../server/src/rules/words';
import { assertAsRecorded } from '../helpers/recorded';

const isBad = ({ severity }: Finding) => severity === 'error' || severity === 'warning';
const codesOf = (document: ParsedDocument) => document.findings.map(({ rule }) => rule.code);

test('every rule has a page, and every page a rule', () => {
  assert.deepEqual([...rulePages.keys()].sort(), RULES.map(({ code }) => code).sort());
});

for (const rule of RULES) {
  const examples = rulePages.get(rule.code)?.examples ?? { bad: '', good: '' };
  describe(rule.code, () => {
    test('finds its violation', () => {
      const document = new ParsedDocument(examples.bad);
      assert.ok(codesOf(document).includes(rule.code), `found ${codesOf(document).join(', ') || 'nothing'}`);
    });

    test('finds it as recorded', () => assertAsRecorded(rule.code, 'the example', examples.bad));

    test('leaves its near miss alone', () => {
      const document = new ParsedDocument(examples.good);
      const mine = (each: Finding) => each.rule === rule && each.severity === rule.severity;
      const wrong = document.findings.filter((each) => each.severity === 'error' || mine(each));
      assert.deepEqual(
        wrong.map((each) => messageOf(each, 'en')),
        [],
      );
    });

    test('says it in both languages, with every value filled in', () => {
      for (const finding of new ParsedDocument(examples.bad).findings) {
        for (const locale of ['en', 'zh-cn'] as const) {
          const message = messageOf(finding, locale);
          assert.doesNotMatch(message, /\{\w+\}/);
          assert.notEqual(message, '');
        }
      }
    });

    for (const [index, title] of fixTitles(examples.bad, rule.code).entries()) {
      test(`fix "${title}" takes it away and brings nothing new`, () => {
        const before = new ParsedDocument(examples.bad);
        const finding = before.findings.find((each) => each.rule === rule) as Finding;
        const fix = rule.fixes?.(finding.problem, finding.session)[index];
        assert.ok(fix);
        const after = new ParsedDocument(applyEdits(before, editsOf(before, fix)));
        const left = codesOf(after).filter((code) => code === rule.code);
        assert.ok(left.length < codesOf(before).filter((code) => code === rule.code).length, `${title}\n${after.text}`);
        const known = new Set(codesOf(before));
        const fresh = after.findings.filter((each) => isBad(each) && !known.has(each.rule.code));
        assert.deepEqual(
          fresh.map(({ rule: { code } }) => code),
          [],
          after.text,
        );
      });
    }
  });
}

function fixTitles(text: string, code: string): string[] {
  const finding = new ParsedDocument(text).findings.find(({ rule }) => rule.code === code);
  const fixes = finding?.rule.fixes?.(finding.problem, finding.session) ?? [];
  return fixes.map((fix) => titleOf(fix, 'en'));
}
