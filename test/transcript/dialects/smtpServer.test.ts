import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `[2026-11-24 19:06:35] INFO  [#nmqaa2iebc89ei7t] Connection from [127.0.0.1]
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] S: 220 mx.example.test ESMTP
[2026-11-24 19:06:35] INFO  [#8125bgfn2r97inp0] Connection from [127.0.0.1]
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] C: EHLO client.sender.test
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] S: 250-mx.example.test Nice to meet you
[2026-11-24 19:06:35] DEBUG [#8125bgfn2r97inp0] S: 220 mx.example.test ESMTP
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] 250-PIPELINING
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] 250 AUTH LOGIN
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] C: AUTH LOGIN
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] S: 334 VXNlcm5hbWU6
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] C: /* secured */
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] S: 535 Invalid username or password
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] C: DATA
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] S: 354 End data with <CR><LF>.<CR><LF>
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] C: <320 bytes of DATA>
[2026-11-24 19:06:35] DEBUG [#nmqaa2iebc89ei7t] S: 250 Message queued
[2026-11-24 19:06:35] INFO  [#nmqaa2iebc89ei7t] Connection closed to [127.0.0.1]
`;

test('interleaved; only the first line of a reply is marked; secrets and data are left out', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'smtp-server');
  assert.deepEqual(dump(LOG), [
    'session nmqaa2iebc89ei7t',
    '1 connect 127.0.0.1',
    '2 S 220',
    '4 C EHLO client.sender.test',
    '5 S 250 ×3',
    '9 C AUTH LOGIN',
    '11 secret',
    '10 S 334',
    '12 S 535',
    '13 C DATA',
    '14 S 354',
    '15 data ? lines',
    '16 S 250',
    '17 close by unknown',
    'session 8125bgfn2r97inp0',
    '3 connect 127.0.0.1',
    '6 S 220',
  ]);
});

test("Nodemailer's client pool numbers its connections in the same place: not this format", () => {
  const log = '[2026-11-24 19:06:35] DEBUG [#1] [a1b2] S: 220 mx\n[2026-11-24 19:06:35] DEBUG [#1] [a1b2] C: EHLO a\n';
  assert.notEqual(readTranscript(log).detection.dialect?.id, 'smtp-server');
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 13, 'client', 'RSET')).includes('13 C RSET'), true);
});

const JSON_LOG = [
  ['Connection from [127.0.0.1]', 'connection'],
  ['S: 220 mx.example.test ESMTP', 'send'],
  ['C: EHLO client.example.net', 'command'],
  ['S: 250-mx.example.test\\r\\n250-PIPELINING\\r\\n250 SIZE 1000', 'send'],
  ['C: DATA', 'command'],
  ['S: 354 go', 'send'],
  ['C: <235 bytes of DATA>', 'data'],
  ['S: 250 OK', 'send'],
  ['Connection closed to [127.0.0.1]', 'close'],
]
  .map(
    ([msg, tnx]) =>
      `{"name":"mx","level":20,"component":"smtp-server","tnx":"${tnx}","cid":"4bm9u1fh","msg":"${msg}","time":"2026-11-29T13:33:13.757Z","v":0}\n`,
  )
  .join('');

test('bunyan: one object for a whole reply', () => {
  const { detection, utterances } = readTranscript(JSON_LOG);
  assert.equal(detection.dialect?.id, 'smtp-server');
  assert.deepEqual(dump(JSON_LOG), [
    '1 connect 127.0.0.1',
    '2 S 220',
    '3 C EHLO client.example.net',
    '4 S 250 ×3',
    '5 C DATA',
    '6 S 354',
    '7 data ? lines',
    '8 S 250',
    '9 close by unknown',
  ]);
  const size = utterances.find(({ text }) => text === '250 SIZE 1000');
  assert.equal(JSON_LOG.split('\n')[3]?.slice(size?.start, size?.end), '250 SIZE 1000');
  assert.equal(dump(rewrite(JSON_LOG, 5, 'client', 'RSET')).includes('5 C RSET'), true);
});

test('pino: the objects lack what was said, and nothing is made up', () => {
  const log = JSON_LOG.replaceAll(/"msg":"([CS]:) [^"<]*"/g, '"msg":"$1"');
  assert.equal(readTranscript(log).detection.dialect?.id, 'smtp-server');
  assert.deepEqual(
    dump(log).filter((line) => !line.endsWith(' gap')),
    ['1 connect 127.0.0.1', '9 close by unknown'],
  );
});

test('a connection that ends inside a message: it is shown at its end', () => {
  const log = LOG.split('\n')
    .filter((line) => !/bytes of DATA|queued/.test(line))
    .join('\n');
  const { sessions } = readTranscript(log);
  const events = sessions[0]?.steps.flatMap(({ exchange }) => (exchange.kind === 'event' ? [exchange.told.event] : []));
  assert.deepEqual(
    events?.map(({ type }) => type),
    ['connect', 'error', 'close'],
  );
});

test('a log that begins with a response that is not shown has no command in its place', () => {
  const lines = LOG.split('\n');
  const { sessions } = readTranscript([lines[10], ...lines.slice(11)].join('\n'));
  const said = sessions[0]?.steps.map(({ exchange }) => exchange.kind);
  assert.deepEqual(said?.slice(0, 3), ['unreadable', 'unasked', 'command']);
});
