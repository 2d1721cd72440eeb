import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `Nov 24 19:02:50 mx postfix/smtpd[23881]: connect from unknown[192.0.2.7]
Nov 24 19:02:50 mx postfix/smtpd[23881]: DC5B0214042: client=unknown[192.0.2.7]
Nov 24 19:02:50 mx postfix/smtpd[23881]: DC5B0214042: reject: RCPT from unknown[192.0.2.7]: 550 5.1.1 <ghost@example.test>: Recipient address rejected: User unknown; from=<alice@sender.test> to=<ghost@example.test> proto=ESMTP helo=<client>
Nov 24 19:02:50 mx postfix/qmgr[16465]: DC5B0214042: from=<alice@sender.test>, size=491, nrcpt=1 (queue active)
Nov 24 19:02:51 mx postfix/smtpd[23881]: lost connection after RCPT from unknown[192.0.2.7]
Nov 24 19:02:51 mx postfix/smtpd[23881]: disconnect from unknown[192.0.2.7] ehlo=1 mail=1 rcpt=1/2 commands=3/4
Nov 24 19:02:51 mx postfix/smtp[23714]: DC5B0214042: to=<bob@example.test>, relay=mx.example.test[192.0.2.1]:25, delay=0.1, delays=0/0/0/0.1, dsn=2.0.0, status=sent (250 2.0.0 Ok: queued as 7F3A)
Nov 24 19:02:51 mx postfix/qmgr[16465]: DC5B0214042: removed
Nov 24 19:02:52 mail postfix/submission/smtpd[1993]: warning: unknown[203.0.113.4]: SASL LOGIN authentication failed: UGFzc3dvcmQ6
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'postfix-maillog');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session smtpd[23881]/1',
    '1 connect unknown[192.0.2.7] (seen from the middle)',
    '5 delivery lost client=unknown[192.0.2.7] reason="lost connection after RCPT from unknown[192.0.2.7]"',
    '6 close by unknown',
    'session DC5B0214042',
    '2 connect (seen from the middle)',
    '2 delivery received queue=DC5B0214042 client=unknown[192.0.2.7]',
    '3 delivery rejected queue=DC5B0214042 client=unknown[192.0.2.7] from=<alice@sender.test> to=<ghost@example.test> code=550 enhanced=5.1.1 reason="550 5.1.1 <ghost@example.test>: Recipient address rejected: User unknown"',
    '4 delivery received queue=DC5B0214042 from=<alice@sender.test>',
    '7 delivery sent queue=DC5B0214042 to=<bob@example.test> relay=mx.example.test[192.0.2.1]:25 code=250 enhanced=2.0.0 delay=0.1 reason="250 2.0.0 Ok: queued as 7F3A"',
    '8 delivery removed queue=DC5B0214042',
    '8 close by unknown',
    'session smtpd[1993]',
    '9 delivery warning client=unknown[203.0.113.4] fault=auth reason="warning: unknown[203.0.113.4]: SASL LOGIN authentication failed: UGFzc3dvcmQ6"',
  ]);
});

test('other programs in the same syslog: not this format', () => {
  assert.notEqual(
    readTranscript(
      'Nov 24 19:02:50 mx systemd[1]: Started Postfix Mail Transport Agent.\nNov 24 19:02:50 mx kernel: connect from nowhere\n',
    ).detection.dialect?.id,
    'postfix-maillog',
  );
});

test('has no dialogue to judge', () => {
  assert.equal(dialectById('postfix-maillog')?.events, true);
  assert.ok(
    readTranscript(LOG).sessions.every(({ steps }) => steps.every(({ exchange }) => exchange.kind === 'event')),
  );
});
