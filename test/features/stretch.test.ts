/** What is said on a line, and where it stands in its session, is found by its place. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { semanticTokens } from '../../server/src/features/semanticTokens';
import type { Session } from '../../server/src/transcript/reader';
import type { Said } from '../../server/src/transcript/transcript';
import { corpusEntries } from '../helpers/corpus';

/** What is said in a session, with the step that it is part of. */
function* partsOf(session: Session) {
  for (const step of session.steps) {
    const { exchange } = step;
    const said: Said[] = exchange.kind === 'command' ? [exchange.command.said, ...exchange.responses] : [];
    if ('replies' in exchange) said.push(...exchange.replies.flatMap(({ lines }) => lines.map((each) => each.said)));
    for (const each of said) yield { said: each, step };
  }
}

for (const { folder, entry } of corpusEntries('test/corpus')) {
  test(`${folder}/${entry.file}: what is part of a step is found there`, () => {
    const document = new ParsedDocument(readFileSync(join(folder, entry.file), 'utf8'));
    const { sessions, utterances } = document.transcript;
    for (const { said, step } of sessions.flatMap((session) => [...partsOf(session)])) {
      const utterance = document.utterancesOn(said.line).find((each) => each === said);
      assert.ok(utterance, `line ${said.line + 1}: ${said.text}`);
      assert.equal(document.contextOf(utterance)?.step, step);
    }
    const end = document.positions.position(Math.max(0, ...utterances.map(({ line }) => line)), 0);
    assert.deepEqual(semanticTokens(document, { start: { line: 0, character: 0 }, end }), semanticTokens(document));
  });
}
