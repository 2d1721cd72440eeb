import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('what came in, of both kinds of releases', () => {
  const log = `[debug] Saved email: Quarterly numbers id: mje7nfli
2026-11-24 19:09:56 Received: alice@sender.test -> bob@example.test
  Subject: Quarterly numbers
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'maildev');
  assert.deepEqual(dump(log), ['2 delivery received queue=mje7nfli from=<alice@sender.test> to=<bob@example.test>']);
  assert.deepEqual(dump('Saving email: A subject, id: Ab12Cd34\n'), ['1 delivery received queue=Ab12Cd34']);
});

test('a received line elsewhere: not this format', () => {
  assert.equal(readTranscript('Received: from a by b\nReceived: alice -> bob\n').detection.dialect, undefined);
});
