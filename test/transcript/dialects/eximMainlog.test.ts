import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `2024-01-02 10:00:00.123 [4711] 1r1DMW-00000000Abc-1234 <= a@example.org H=x.example ([10.0.0.1]) [203.0.113.5]:1234 P=esmtps X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=no S=1234 id=abc@example.org
2024-01-02 10:00:01.123 [4712] 1r1DMW-00000000Abc-1234 ** bob@remote.example R=dnslookup T=remote_smtp H=mx.remote.example [192.0.2.1]:25 X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes DN="/CN=mx": SMTP error from remote mail server after RCPT TO:<bob@remote.example>: 550 5.1.1 User unknown
2024-01-02 10:00:01.223 [4712] 1r1DMW-00000000Abc-1234 == carol@remote.example R=dnslookup T=remote_smtp defer (-44) H=mx.remote.example [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<carol@remote.example>: 451 4.7.1 Greylisted
2024-01-02 10:00:01.323 [4712] 1r1DMW-00000000Abc-1234 => dave@remote.example R=dnslookup T=remote_smtp H=mx.remote.example [192.0.2.1] X=TLS1.3:TLS_AES_256_GCM_SHA384:256 CV=yes C="250 2.0.0 Ok: queued as 4F1"
2024-01-02 10:00:02.323 [4713] SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[203.0.113.9]:4444 input="EHLO x\\r\\n"
2024-01-02 10:00:02.623 [4713] H=(x) [203.0.113.9]:4446 F=<q@w.example> temporarily rejected RCPT <b@example.org>: greylisted
2024-01-02 10:00:03.123 [4712] 1r1DMW-00000000Abc-1234 Completed
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'exim-mainlog');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 1r1DMW-00000000Abc-1234',
    '1 connect (seen from the middle)',
    '1 delivery received queue=1r1DMW-00000000Abc-1234 id=abc@example.org client=[203.0.113.5]:1234 from=<a@example.org>',
    '2 delivery bounced queue=1r1DMW-00000000Abc-1234 to=<bob@remote.example> relay=[192.0.2.1]:25 code=550 enhanced=5.1.1 reason="SMTP error from remote mail server after RCPT TO:<bob@remote.example>: 550 5.1.1 User unknown"',
    '3 delivery deferred queue=1r1DMW-00000000Abc-1234 to=<carol@remote.example> relay=[192.0.2.1] code=451 enhanced=4.7.1 reason="defer (-44) H=mx.remote.example [192.0.2.1]: SMTP error from remote mail server after RCPT TO:<carol@remote.example>: 451 4.7.1 Greylisted"',
    '4 delivery sent queue=1r1DMW-00000000Abc-1234 to=<dave@remote.example> relay=[192.0.2.1] code=250 enhanced=2.0.0 reason="250 2.0.0 Ok: queued as 4F1"',
    '7 delivery removed queue=1r1DMW-00000000Abc-1234',
    '7 close by unknown',
    'session [203.0.113.9]:4444',
    '5 delivery warning client=[203.0.113.9]:4444 fault=early-talker reason="SMTP protocol synchronization error (input sent without waiting for greeting): rejected connection from H=[203.0.113.9]:4444 input=\\"EHLO x\\\\r\\\\n\\""',
    'session [203.0.113.9]:4446',
    '6 delivery deferred client=[203.0.113.9]:4446 from=<q@w.example> to=<b@example.org> reason=greylisted',
  ]);
});

test('another log with the same stamps: not this format', () => {
  assert.notEqual(
    readTranscript('2024-01-02 10:00:00 INFO server started\n2024-01-02 10:00:01 WARN => rejected by policy\n')
      .detection.dialect?.id,
    'exim-mainlog',
  );
});

test('has no dialogue to judge', () => {
  assert.equal(dialectById('exim-mainlog')?.events, true);
  assert.ok(
    readTranscript(LOG).sessions.every(({ steps }) => steps.every(({ exchange }) => exchange.kind === 'event')),
  );
});
