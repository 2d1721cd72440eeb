import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/reader';
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
