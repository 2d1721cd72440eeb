import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

const LOG = `SERVER 1a2b:
└──220-mx.example.org ESMTP
   220 No unsolicited mail
CLIENT 1a2b:
└──EHLO client.example.com
SERVER 1a2b:
└──250-mx.example.org
   250 STARTTLS
CLIENT 1a2b:
└──STARTTLS
SERVER 1a2b:
└──220 Go ahead
Connection secured
CLIENT 1a2b:
└──DATA
SERVER 1a2b:
└──354 go ahead
CLIENT (DATA) 1a2b:
└──Subject: Test
   
   Hello
SERVER 1a2b:
└──250 2.0.0 Ok
Closing connection to the server
`;

test('a line names the side, the dot is not shown', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'simplesmtp');
  assert.deepEqual(dump(LOG), [
    '2 connect',
    '2 S 220 ×2',
    '5 C EHLO client.example.com',
    '7 S 250 ×2',
    '10 C STARTTLS',
    '12 S 220',
    '13 tls',
    '15 C DATA',
    '17 S 354',
    '19 data 3 lines',
    '23 S 250',
    '24 close by client',
  ]);
});

test('writes a line', () => {
  assert.equal(dump(rewrite(LOG, 15, 'client', 'NOOP')).includes('16 C NOOP'), true);
});
