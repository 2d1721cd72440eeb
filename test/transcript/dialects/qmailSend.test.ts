import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { summary } from '../../helpers/near';
import { rewrite } from '../../helpers/rewrite';

const LOG = `@400000005f5b7d8a1c2d3e4f new msg 12345
@400000005f5b7d8a1c2d3f00 info msg 12345: bytes 1234 from <a@example.org> qp 4321 uid 1002
@400000005f5b7d8a1c2d4000 starting delivery 1: msg 12345 to remote b@example.net
@400000005f5b7d8a1c2d4010 starting delivery 2: msg 12345 to remote nobody_here@example.net
@400000005f5b7d8a1c2d4100 status: local 0/10 remote 2/20
@400000005f5b7d8d1c2d4200 delivery 2: failure: 203.0.113.25_does_not_like_recipient./Remote_host_said:_550-5.1.1_No_such_user,_see/550_5.1.1_https://example.net/help/Giving_up_on_203.0.113.25./
@400000005f5b7d8d1c2d4201 delivery 1: success: 203.0.113.25_accepted_message./Remote_host_said:_250_2.0.0_Ok:_queued_as_4F2A1/
@400000005f5b7d8d1c2d4300 status: local 0/10 remote 0/20
@400000005f5b7d8d1c2d4400 bounce msg 12345 qp 4330
@400000005f5b7d8d1c2d4500 end msg 12345
@400000005f5b7d8d1c2d4600 new msg 12345
@400000005f5b7d8d1c2d4700 info msg 12345: bytes 2345 from <> qp 4330 uid 1005
@400000005f5b7d8d1c2d4800 starting delivery 3: msg 12345 to local a@example.org
@400000005f5b7d8e1c2d4900 delivery 3: success: did_0+0+1/
@400000005f5b7d8e1c2d4a00 end msg 12345
@400000005f5b7d8f1c2d4200 delivery 4: deferral: Connected_to_203.0.113.9_but_connection_died._(#4.4.2)/
`;

test('deliveries are told by their numbers, messages by theirs, which are used again', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'qmail-send');
  assert.deepEqual(dump(LOG), [
    'session 12345/1',
    '2 connect (seen from the middle)',
    '2 delivery received queue=12345 from=<a@example.org>',
    '6 delivery bounced queue=12345 from=<a@example.org> to=<nobody_here@example.net> relay=203.0.113.25 code=550 enhanced=5.1.1 reason="550-5.1.1 No such user, see 550 5.1.1 https://example.net/help"',
    '7 delivery sent queue=12345 from=<a@example.org> to=<b@example.net> relay=203.0.113.25 code=250 enhanced=2.0.0 reason="250 2.0.0 Ok: queued as 4F2A1"',
    '10 delivery removed queue=12345',
    '10 close by unknown',
    'session 12345/2',
    '12 connect (seen from the middle)',
    '12 delivery received queue=12345 from=<>',
    '14 delivery sent queue=12345 from=<> to=<a@example.org> reason="did 0+0+1"',
    '15 delivery removed queue=12345',
    '15 close by unknown',
    'session delivery 4',
    '16 delivery deferred relay=203.0.113.9 enhanced=4.4.2 reason="Connected to 203.0.113.9 but connection died. (#4.4.2)"',
  ]);
  assert.deepEqual(summary(LOG), ['6 warning delivery.bounced', '16 information delivery.deferred']);
});

test('by syslog, and a healthy log', () => {
  const syslog = LOG.replace(/^@.{24}/gm, 'Nov 30 10:15:00 mail qmail: 1732961700.123456');
  assert.equal(readTranscript(syslog).detection.dialect?.id, 'qmail-send');
  assert.deepEqual(dump(syslog), dump(LOG));
  assert.deepEqual(summary(LOG.split('\n').slice(10, 15).join('\n')), []);
  assert.ok(rewrite(LOG, 1, 'client', 'new msg 7').startsWith('@400000005f5b7d8a1c2d3e4f new msg 7\n'));
});
