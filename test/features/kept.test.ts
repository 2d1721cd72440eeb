/** What features make of the parts of a document that an edit leaves alone is not made again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { codeLenses } from '../../server/src/features/codeLenses';
import { type DiagnosticOptions, diagnostics } from '../../server/src/features/diagnostics';
import { documentSymbols } from '../../server/src/features/documentSymbols';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { DEFAULT_POLICY } from '../../server/src/rules/presets';
import { CANONICAL, textOf } from '../bench/logs';

/** Which of the items of the same place are the same objects. */
const same = (before: readonly unknown[], after: readonly unknown[]) => after.map((item, at) => item === before[at]);

function edited(document: ParsedDocument, at: string, typed: string): ParsedDocument {
  const offset = document.text.indexOf(at);
  return new ParsedDocument(document.content.edited(offset, offset, typed), undefined, DEFAULT_POLICY, document);
}

test('the symbols and the lenses of a session stay as long as its lines do', () => {
  const before = new ParsedDocument(textOf(CANONICAL, 6000));
  const count = before.transcript.sessions.length;
  assert.ok(count >= 4);
  const symbols = documentSymbols(before, 'en');
  const lenses = codeLenses(before, 'file:///a.smtp', 'en', false);
  const typed = edited(before, 'alice1@', 'x');
  const others = Array.from({ length: count }, (_, session) => session !== 1);
  const symbolsOfTyped = documentSymbols(typed, 'en');
  assert.deepEqual(same(symbols, symbolsOfTyped), others);
  const own = same(lenses, codeLenses(typed, 'file:///a.smtp', 'en', false));
  assert.deepEqual(
    own,
    lenses.map((_, lens) => lens !== 2 && lens !== 3),
  );
  const pushed = edited(typed, 'C: MAIL FROM:<xalice1@', 'C: NOOP\n');
  assert.deepEqual(
    same(symbolsOfTyped, documentSymbols(pushed, 'en')),
    others.map((_, session) => session < 1),
  );
});

test('the runs of what is said stay, wherever their lines are', () => {
  const before = new ParsedDocument(textOf(CANONICAL, 6000));
  const made: string[] = [];
  const look = (document: ParsedDocument) => {
    made.length = 0;
    for (const run of document.runs()) document.madeOfRun('look', run, ([{ line }]) => made.push(String(line)));
  };
  look(before);
  assert.equal(made.length, before.transcript.sessions.length);
  const pushed = edited(before, 'C: MAIL FROM:<alice1@', 'C: NOOP\n');
  look(pushed);
  assert.deepEqual(made, [String(pushed.transcript.sessions[1]?.firstLine)]);
});

test('the diagnostics of a session stay as long as its lines do, and what they are asked for', () => {
  const options: DiagnosticOptions = { uri: 'file:///a.smtp', locale: 'en', expected: true };
  const wrong = textOf(CANONICAL, 6000).replaceAll('C: EHLO client.example.com', 'C: EHLO localhost');
  const before = new ParsedDocument(wrong);
  const made = diagnostics(before, options);
  assert.ok(made.length >= 4);
  assert.deepEqual(diagnostics(before, options), made);
  const typed = edited(before, 'alice1@', 'x');
  const others = typed.findings.map(({ session }) => session !== typed.transcript.sessions[1]);
  assert.ok(others.includes(true) && others.includes(false));
  assert.deepEqual(same(made, diagnostics(typed, options)), others);
  const pushed = edited(typed, 'C: MAIL FROM:<xalice1@', 'C: NOOP\n');
  const moved = diagnostics(pushed, options);
  assert.deepEqual(
    moved.map(({ range }) => range.start.line),
    pushed.findings.map(({ problem }) => problem.span.line),
  );
  for (const other of [{ uri: 'file:///b.smtp' }, { locale: 'zh-cn' }, { rulePage: (code: string) => code }] as const) {
    const fresh = diagnostics(new ParsedDocument(pushed.text), { ...options, ...other });
    assert.deepEqual(diagnostics(pushed, { ...options, ...other }), fresh);
    assert.notDeepEqual(fresh, moved);
  }
});
