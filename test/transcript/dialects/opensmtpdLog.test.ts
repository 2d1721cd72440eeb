import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `Nov  2 00:01:33 backup_mx smtpd[60503]: 88166f7f21c951f4 smtp connected address=193.56.29.192 host=<unknown>
Nov  2 00:01:33 backup_mx smtpd[60503]: 88166f7f21c951f4 smtp failed-command command="" result="550 no rDNS please fix"
Nov  2 00:01:33 backup_mx smtpd[60503]: 88166f7f21c951f4 smtp disconnected reason=quit
Nov  2 00:02:33 backup_mx smtpd[60503]: c1a89cb8c5b84cbf smtp connected address=193.32.160.143 host=<unknown>
Nov  2 00:02:33 backup_mx smtpd[60503]: c1a89cb8c5b84cbf smtp bad-input result="500 5.5.1 Invalid command: Pipelining not supported"
Nov  2 00:02:33 backup_mx smtpd[60503]: c1a89cb8c5b84cbf smtp disconnected reason=quit
Nov  2 00:03:33 backup_mx smtpd[60503]: c1a89cb8c5b84cc0 smtp connected address=127.0.0.1 host=localhost
Nov  2 00:03:33 backup_mx smtpd[60503]: c1a89cb8c5b84cc0 smtp message msgid=8f26ea98 size=491 nrcpt=1 proto=ESMTP
Nov  2 00:03:33 backup_mx smtpd[60503]: c1a89cb8c5b84cc0 smtp envelope evpid=8f26ea98359eccea from=<a@example.org> to=<b@tin.example>
Nov  2 00:03:33 backup_mx smtpd[60503]: c1a89cb8c5b84cc0 smtp disconnected reason=quit
Nov  2 00:03:34 backup_mx smtpd[60503]: 4b3a6c195c1f6010 mta connecting address=smtp+tls://62.211.72.32:25 host=smtp.tin.example
Nov  2 00:03:34 backup_mx smtpd[60503]: 4b3a6c195c1f6010 mta delivery evpid=8f26ea98359eccea from=<a@example.org> to=<b@tin.example> rcpt=<-> source="45.76.46.201" relay="62.211.72.32 (smtp.tin.example)" delay=0s result="TempFail" stat="421 <b@tin.example> Service not available - too busy"
Nov  2 00:13:34 backup_mx smtpd[60503]: 4b3a6c195c1f6011 mta delivery evpid=8f26ea98359eccea from=<a@example.org> to=<b@tin.example> rcpt=<-> source="45.76.46.201" relay="62.211.72.32 (smtp.tin.example)" delay=10m result="Ok" stat="250 2.0.0: queued"
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'opensmtpd-log');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 88166f7f21c951f4',
    '1 connect 193.56.29.192 (seen from the middle)',
    '2 delivery rejected code=550 reason="550 no rDNS please fix"',
    '3 close by unknown',
    'session c1a89cb8c5b84cbf',
    '4 connect 193.32.160.143 (seen from the middle)',
    '5 delivery warning code=500 enhanced=5.5.1 fault=pipelining reason="500 5.5.1 Invalid command: Pipelining not supported"',
    '6 close by unknown',
    'session 8f26ea98',
    '8 delivery received queue=8f26ea98',
    '9 delivery received queue=8f26ea98 from=<a@example.org> to=<b@tin.example>',
    '12 delivery deferred queue=8f26ea98 from=<a@example.org> to=<b@tin.example> relay="62.211.72.32 (smtp.tin.example)" code=421 reason="421 <b@tin.example> Service not available - too busy"',
    '13 delivery sent queue=8f26ea98 from=<a@example.org> to=<b@tin.example> relay="62.211.72.32 (smtp.tin.example)" code=250 enhanced=2.0.0 reason="250 2.0.0: queued"',
  ]);
});

test('sessions of another protocol: not this format', () => {
  assert.notEqual(
    readTranscript(
      '88166f7f21c951f4 http connected address=192.0.2.1\n88166f7f21c951f4 http disconnected reason=quit\n',
    ).detection.dialect?.id,
    'opensmtpd-log',
  );
});

test('has no dialogue to judge', () => {
  assert.equal(dialectById('opensmtpd-log')?.events, true);
  assert.ok(
    readTranscript(LOG).sessions.every(({ steps }) => steps.every(({ exchange }) => exchange.kind === 'event')),
  );
});
