/** Semantic tokens: what a client that keeps its tokens is sent after an edit. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import {
  type SemanticTokensDelta,
  SemanticTokensDeltaRequest,
  type SemanticTokensEdit,
  SemanticTokensRequest,
} from 'vscode-languageserver-protocol/node';
import { tokenEdits } from '../../server/src/features/semanticTokens';
import { LspClient } from '../helpers/lspClient';

const SAMPLE = readFileSync('test/e2e/workspace/deploy-failure.smtp', 'utf8');
const URI = 'file:///deploy-failure.smtp';

function applied(before: readonly number[], edits: readonly SemanticTokensEdit[]): number[] {
  const now = [...before];
  for (const { start, deleteCount, data = [] } of edits) now.splice(start, deleteCount, ...data);
  return now;
}

describe('the edits of a token list', () => {
  // Few different tokens, so that lists have much in common.
  const tokens = fc
    .array(fc.tuple(...Array.from({ length: 5 }, () => fc.integer({ min: 0, max: 1 }))), { maxLength: 8 })
    .map((each) => each.flat());

  test('make the new list of the old one, whole tokens at a time', () => {
    fc.assert(
      fc.property(tokens, tokens, (before, now) => {
        const edits = tokenEdits(before, now);
        assert.deepEqual(applied(before, edits), now);
        for (const { start, deleteCount, data = [] } of edits)
          assert.deepEqual([start % 5, deleteCount % 5, data.length % 5], [0, 0, 0]);
      }),
    );
  });

  test('are none when nothing changed', () => {
    fc.assert(fc.property(tokens, (same) => assert.deepEqual(tokenEdits(same, [...same]), [])));
  });
});

describe('a client that keeps its tokens', () => {
  test('is sent the tokens of the changed line only, and everything when it has lost them', async () => {
    const { client, result } = await LspClient.start();
    try {
      assert.deepEqual(result.capabilities.semanticTokensProvider?.full, { delta: true });
      const textDocument = { uri: URI };
      await client.open(URI, SAMPLE);
      const before = await client.connection.sendRequest(SemanticTokensRequest.type, { textDocument });
      assert.ok(before?.resultId);

      const line = SAMPLE.split('\n').indexOf('C: QUIT');
      await client.change(URI, 2, { start: { line, character: 3 }, end: { line, character: 7 } }, 'NOOP x');
      const delta = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
        textDocument,
        previousResultId: before.resultId,
      });
      const { edits, resultId } = delta as SemanticTokensDelta;
      const sent = edits.reduce((sum, { data = [] }) => sum + data.length, 0);
      assert.ok(sent < before.data.length / 2, `${sent} of ${before.data.length} numbers are sent`);

      const lost = await client.connection.sendRequest(SemanticTokensDeltaRequest.type, {
        textDocument,
        previousResultId: 'unheard of',
      });
      assert.ok(lost !== null && 'data' in lost);
      assert.notEqual(lost.resultId, resultId);
      assert.deepEqual(applied(before.data, edits), lost.data);
      assert.equal(await client.stop(), 0);
    } finally {
      client.kill();
    }
  });
});
