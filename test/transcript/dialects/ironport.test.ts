import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';

const HEAD = 'Mon Nov 30 10:15:00 2026 Info: ';

const LOG = [
  'New SMTP ICID 970 interface Data 1 (198.51.100.1) address 192.0.2.10 reverse dns host client.example.net verified yes',
  'ICID 970 ACCEPT SG UNKNOWNLIST match sbrs[-1.0:10.0] SBRS 3.5',
  'Start MID 70 ICID 970',
  'MID 70 ICID 970 From: <a@example.org>',
  'MID 70 ICID 970 RID 0 To: <b@example.net>',
  'MID 70 ICID 970 RID 1 To: <nobody@example.net>',
  'MID 70 ready 24663 bytes from <a@example.org>',
  'New SMTP DCID 69 interface 198.51.100.1 address 203.0.113.25 port 25',
  'Delivery start DCID 69 MID 70 to RID [0, 1]',
  'ICID 970 lost',
  "Message done DCID 69 MID 70 to RID [0] [('from', 'a')]",
  "Bounced: DCID 69 MID 70 to RID 1 - 5.1.0 - Unknown address error ('550', ['5.1.1 <nobody@example.net>...', 'User unknown']) []",
  'Message finished MID 70 done',
  'DCID 69 close',
  'New SMTP ICID 971 interface Data 1 (198.51.100.1) address 192.0.2.77 reverse dns host unknown verified no',
  'ICID 971 Address: <x@example.net> sender <a@example.org> rejected by RAT',
  'Start MID 71 ICID 971',
  'ICID 971 lost',
]
  .map((line) => `${HEAD}${line}\n`)
  .join('');

test('numbers of messages, connections and recipients', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'ironport');
  assert.deepEqual(dump(LOG), [
    'session 70',
    '4 connect (seen from the middle)',
    '4 delivery received queue=70 client=192.0.2.10 from=<a@example.org>',
    '11 delivery sent queue=70 from=<a@example.org> to=<b@example.net> relay=203.0.113.25',
    '12 delivery bounced queue=70 from=<a@example.org> to=<nobody@example.net> relay=203.0.113.25 code=550 enhanced=5.1.1 reason="550 5.1.1 <nobody@example.net>... User unknown"',
    '13 delivery removed queue=70',
    '13 close by unknown',
    'session ICID 971',
    '16 delivery rejected client=192.0.2.77 from=<a@example.org> to=<x@example.net> reason="Address: <x@example.net> sender <a@example.org> rejected by RAT"',
    '18 delivery lost client=192.0.2.77 reason="ICID 971 lost"',
  ]);
});

test('a client that goes away behind its message is not lost', () => {
  const healthy = LOG.split('\n').slice(0, 11).join('\n');
  assert.deepEqual(summary(healthy), []);
});

test('a bounce log', () => {
  const log = `Mon Nov 30 18:37:00 2026 Info: Delayed: 44451135:0 From:<c@example.org> To:<user@example.com> Reason: "4.1.0 - Unknown address error" Response: "('451', ['Try later'])"
Mon Nov 30 18:36:59 2026 Info: Bounced: 45346670:0 From:<c@example.org> To:<user2@example.com> Reason: "5.1.0 - Unknown address error" Response: "('550', ['There is no such active account.'])"
`;
  assert.deepEqual(dump(log), [
    'session 44451135',
    '1 delivery deferred queue=44451135 from=<c@example.org> to=<user@example.com> code=451 enhanced=4.1.0 reason="451 Try later"',
    'session 45346670',
    '2 delivery bounced queue=45346670 from=<c@example.org> to=<user2@example.com> code=550 enhanced=5.1.0 reason="550 There is no such active account."',
  ]);
});
