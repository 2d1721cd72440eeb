import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

test('the line after the reply says whether it tries again', () => {
  const log = `Rescanning queue.
Starting delivery, 3 message(s) in queue.
Starting delivery: host: mx.example.org protocol: smtp file: 1795971056.4220
From: <alice@example.com> to: <bob@example.org>, <carol@example.org>
Message-Id: <1795971056.428652.4218.nullmailer@client.example.com>
smtp: Succeeded: 250 2.0.0 Ok: queued
Sent file.
Starting delivery: host: mx.example.org protocol: smtp file: 1795971056.4221
From: <> to: <bob@example.org>
smtp: Failed: 550-5.7.1 This mailbox is closed.
550 5.7.1 Sorry.
Sending failed: Permanent error in sending the message
Starting delivery: host: mx.example.org protocol: smtp file: 1795971056.4222
From: <alice@example.com> to: <bob@example.org>
Sending failed:  Connection failed
Delivery complete, 1 message(s) remain.
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'nullmailer');
  assert.deepEqual(dump(log), [
    'session 1795971056.4220',
    '6 delivery sent queue=1795971056.4220 from=<alice@example.com> to=<bob@example.org> relay=mx.example.org code=250 enhanced=2.0.0 reason="250 2.0.0 Ok: queued"',
    'session 1795971056.4221',
    '12 delivery bounced queue=1795971056.4221 from=<> to=<bob@example.org> relay=mx.example.org code=550 enhanced=5.7.1 reason="550 5.7.1 This mailbox is closed."',
    'session 1795971056.4222',
    '15 delivery deferred queue=1795971056.4222 from=<alice@example.com> to=<bob@example.org> relay=mx.example.org reason="Connection failed"',
  ]);
});
