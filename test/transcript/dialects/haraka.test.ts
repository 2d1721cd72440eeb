import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `2026-11-24T19:08:31.192Z [NOTICE] [C292] [core] connect ip=192.0.2.9 port=46380 local_ip=127.0.0.1 local_port=25
2026-11-24T19:08:31.193Z [PROTOCOL] [C292] [core] S: 220 mx.example.test ESMTP Haraka ready
2026-11-24T19:08:31.193Z [PROTOCOL] [C292] [core] C: EHLO client.sender.test state=1
2026-11-24T19:08:31.193Z [DEBUG] [C292] [core] running ehlo hooks
2026-11-24T19:08:31.193Z [PROTOCOL] [C292] [core] S: 250-mx.example.test Hello
2026-11-24T19:08:31.193Z [PROTOCOL] [C292] [core] S: 250 STARTTLS
2026-11-24T19:08:31.194Z [PROTOCOL] [C292] [core] C: STARTTLS state=1
2026-11-24T19:08:31.194Z [PROTOCOL] [C292] [core] S: 220 Go ahead.
2026-11-24T19:08:31.261Z [INFO] [C292] [tls] secured: cipher=TLS_AES_256_GCM_SHA384 version=TLSv1.3 verified=false
2026-11-24T19:08:31.262Z [PROTOCOL] [C292.1] [core] C: MAIL FROM:<alice@sender.test> state=1
2026-11-24T19:08:31.262Z [PROTOCOL] [C292.1] [core] S: 250 sender OK
2026-11-24T19:08:31.262Z [PROTOCOL] [C292.1] [core] C: state=1
2026-11-24T19:08:31.262Z [PROTOCOL] [C292.1] [core] S: 500 Unrecognized command
2026-11-24T19:08:31.267Z [NOTICE] [C292.1] [core] disconnect ip=192.0.2.9 rdns=client helo=client.sender.test
`;

test('a transaction belongs to its connection; the state is not said by the client', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'haraka');
  assert.deepEqual(dump(LOG), [
    '1 connect 192.0.2.9',
    '2 S 220',
    '3 C EHLO client.sender.test',
    '5 S 250 ×2',
    '7 C STARTTLS',
    '8 S 220',
    '9 tls TLSv1.3',
    '10 C MAIL FROM:<alice@sender.test>',
    '11 S 250',
    '12 C ',
    '13 S 500',
    '14 close by unknown',
  ]);
});

test('message lines at level DATA', () => {
  const log = `[PROTOCOL] [A1.1] [core] C: DATA state=1
[PROTOCOL] [A1.1] [core] S: 354 go ahead
[DATA] [A1.1] [core] C: Subject: x  
[DATA] [A1.1] [core] C: .  
[PROTOCOL] [A1.1] [core] S: 250 queued
`;
  assert.deepEqual(dump(log), ['1 C DATA', '2 S 354', '3 data 1 lines', '5 S 250']);
});

test('Haraka as the client of another host', () => {
  const log = `[PROTOCOL] [A1.1.1] [outbound] S: 220 mx.remote.test
[PROTOCOL] [A1.1.1] [outbound] C: DATA
[PROTOCOL] [A1.1.1] [outbound] S: 354 go ahead
[PROTOCOL] [A1.1.1] [outbound] C: .
[PROTOCOL] [A1.1.1] [outbound] S: 250 ok
`;
  assert.deepEqual(dump(log), ['1 S 220', '2 C DATA', '3 S 354', '4 data ? lines', '5 S 250']);
});

test('logfmt and JSON: escapes are undone, and positions are those of the file', () => {
  const logfmt = `level=NOTICE uuid=A1 origin=core message=connect ip=192.0.2.9 port=46380
level=PROTOCOL uuid=A1 origin=core message="S: 220 mx \\"x\\" ready"
level=PROTOCOL uuid=A1 origin=core message="C: EHLO a.test" state=1
`;
  const json = `{"level":"PROTOCOL","uuid":"A1","origin":"core","message":"C: HELO \\"a\\" b","state":1}\n`;
  assert.deepEqual(dump(logfmt), ['1 connect 192.0.2.9', '2 S 220', '3 C EHLO a.test']);
  const { utterances } = readTranscript(json + json);
  assert.equal(utterances[0]?.text, 'HELO "a" b');
  assert.deepEqual(utterances[0]?.pieces?.[0], { at: 0, line: 0, column: 62, width: 5 });
  assert.equal(
    rewrite(json + json, 1, 'client', 'HELO "x"').split('\n')[0],
    json.trim().replace('\\"a\\" b', '\\"x\\"'),
  );
});

test('lines of another program with levels: not this format', () => {
  assert.equal(readTranscript('[INFO] [main] [core] started\n[DEBUG] [a] [b] S: ok\n').detection.dialect, undefined);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 7, 'client', 'NOOP'))[4], '7 C NOOP');
});

test('a client that goes away inside its message; a line that was too long is missing', () => {
  const session = 'BE72AA7B-AF77-4CB8-8AD3-FA97C42059AF';
  const log = `[NOTICE] [${session}] [core] connect ip=127.0.0.1 port=40000
[PROTOCOL] [${session}] [core] S: 220 mx ESMTP Haraka
[PROTOCOL] [${session}] [core] C: DATA state=1
[PROTOCOL] [${session}] [core] S: 354 go ahead
[NOTICE] [${session}] [core] disconnect ip=127.0.0.1 rdns=x
`;
  const events = dump(log).filter((line) => line.startsWith('5 '));
  assert.deepEqual(events, ['5 error lost: disconnect', '5 close by unknown']);
  const long = log.replace('C: DATA state=1', 'S: 521 Command line too long');
  assert.deepEqual(dump(long).slice(2, 4), ['3 gap', '3 S 521 unasked']);
});

test('a command behind the dot is refused, and not written down', () => {
  const session = '7B570DBE-3E66-44A4-9321-08A987010A18';
  const log = `[PROTOCOL] [${session}] [core] S: 220 mx ESMTP Haraka
[PROTOCOL] [${session}.1] [core] S: 250 queued
[PROTOCOL] [${session}.1] [core] S: 503 Bad sequence of commands - pipelined after end of DATA
`;
  assert.deepEqual(dump(log).slice(-2), ['3 gap', '3 S 503 unasked']);
});

test('a plugin that forwards the message is a client of its own', () => {
  const log = `[PROTOCOL] [A1.1] [core] C: DATA state=1
[PROTOCOL] [A1.1] [core] S: 354 go ahead
[PROTOCOL] [A1.1] [queue/smtp_forward] S: 220 relay.example.test ESMTP  
[PROTOCOL] [A1.1] [queue/smtp_forward] C: EHLO mx.example.test
[PROTOCOL] [A1.1] [queue/smtp_forward] S: 250 relay.example.test  
[PROTOCOL] [A1.1] [core] S: 250 queued
`;
  assert.deepEqual(dump(log), [
    'session A1',
    '1 C DATA',
    '2 S 354',
    '- data ? lines',
    '6 S 250',
    'session queue/smtp_forward A1.1',
    '3 S 220',
    '4 C EHLO mx.example.test',
    '5 S 250',
  ]);
});
