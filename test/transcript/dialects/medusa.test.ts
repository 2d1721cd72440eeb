import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `DEBUG SERVER [C361D6C0]: Server ID: 0 Host: 192.0.2.1 iUserPassCnt: 2 iLoginCnt: 1
DEBUG [C2E1C6C0]: Connected (internal)
DEBUG [C2E1C6C0]: Data received (14): 220 mx ESMTP[0D][0A]
DEBUG [C2E1C6C0]: Formatted data received (size 14): 220 mx ESMTP[0D][0A]
DEBUG [ABFFF6C0]: Connected (internal)
DEBUG [C2E1C6C0]: Data sent: EHLO gerg[0D][0A]
DEBUG [ABFFF6C0]: Data received (14): 220 mx ESMTP[0D][0A]
DEBUG [C2E1C6C0]: Data received (24): 250-mx[0D][0A]250-DSN[0D][0A]250 HELP[0D][0A]
DEBUG [C2E1C6C0]: Data sent: QUIT[0D][0A]
DEBUG [C2E1C6C0]: Data received (9): 221 Bye[0D][0A]
DEBUG [C2E1C6C0]: Disconnect successful
DEBUG [C2E1C6C0]: Connected (internal)
DEBUG [C2E1C6C0]: Data received (14): 220 mx ESMTP[0D][0A]
`;

test('threads speak at the same time, and again', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'medusa');
  assert.deepEqual(dump(LOG), [
    'session C2E1C6C0/1',
    '2 connect',
    '3 S 220',
    '6 C EHLO gerg',
    '8 S 250 ×3',
    '9 C QUIT',
    '10 S 221',
    '11 close by client',
    'session ABFFF6C0/2',
    '5 connect',
    '7 S 220',
    'session C2E1C6C0/3',
    '12 connect',
    '13 S 220',
  ]);
  assert.ok(rewrite(LOG, 6, 'client', 'NOOP').includes('DEBUG [C2E1C6C0]: Data sent: NOOP[0D][0A]\n'));
});

test('its dialogues of other protocols are none of ours', () => {
  const log = `DEBUG [C2E1C6C0]: Connected (internal)
DEBUG [C2E1C6C0]: Data received (20): 220 vsFTPd ready[0D][0A]
DEBUG [C2E1C6C0]: Data sent: USER user[0D][0A]
DEBUG [C2E1C6C0]: Data received (20): 331 Password[0D][0A]
DEBUG [C2E1C6C0]: Data sent: QUIT[0D][0A]
`;
  assert.equal(readTranscript(log).detection.dialect, undefined);
});
