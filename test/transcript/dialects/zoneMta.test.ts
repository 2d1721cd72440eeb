import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';

const LOG = `Nov 30 10:15:00 mta zone-mta[12820]: info  SMTP/feeder/12838 id=16687fa40a3000c923 NEWMESSAGE from=a@example.org interface=feeder
Nov 30 10:15:01 mta zone-mta[12820]: info  Sender/default/12838[3] id=16687fa40a3000c923.001 ACCEPTED from=a@example.org to=b@example.net src=198.51.100.1[mta.example.org] mx=203.0.113.25[mx.example.net] id=<abc@example.org> (250 2.0.0 Ok: queued as 4F2A1)
Nov 30 10:15:02 mta zone-mta[12820]: info  Sender/default/12838[3] id=166874ba640000c923.001 REJECTED[recipient] from=a@example.org to=nobody@example.net mx=203.0.113.25[mx.example.net] id=<abd@example.org> (550 5.1.1 User unknown)
Nov 30 10:15:03 mta zone-mta[12820]: info  Sender/default/12838[3] id=166874ba640000c924.001 DEFERRED[greylist] from=a@example.org to=c@example.com mx=203.0.113.9[mx.example.com] id=<abe@example.org> (451 4.7.1 Greylisted)
`;

test('what became of each recipient', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'zone-mta');
  assert.deepEqual(dump(LOG), [
    'session 16687fa40a3000c923',
    '1 connect (seen from the middle)',
    '1 delivery received queue=16687fa40a3000c923 from=<a@example.org>',
    '2 delivery sent queue=16687fa40a3000c923 id=abc@example.org from=<a@example.org> to=<b@example.net> relay=203.0.113.25[mx.example.net] code=250 enhanced=2.0.0 reason="250 2.0.0 Ok: queued as 4F2A1"',
    'session 166874ba640000c923',
    '3 delivery bounced queue=166874ba640000c923 id=abd@example.org from=<a@example.org> to=<nobody@example.net> relay=203.0.113.25[mx.example.net] code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"',
    'session 166874ba640000c924',
    '4 delivery deferred queue=166874ba640000c924 id=abe@example.org from=<a@example.org> to=<c@example.com> relay=203.0.113.9[mx.example.com] code=451 enhanced=4.7.1 reason="451 4.7.1 Greylisted"',
  ]);
  assert.deepEqual(summary(LOG), ['3 warning delivery.bounced', '4 information delivery.deferred']);
});
