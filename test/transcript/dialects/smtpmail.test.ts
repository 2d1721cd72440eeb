import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { findingsIn } from '../../helpers/near';

test('replies between what Emacs tells; what made it give up is told twice', () => {
  const log = `Sending...
Sending via mail...
235 2.7.0 Authentication successful
250 2.1.0 Ok
250 2.1.5 Ok [3 times]
354 End data with <CR><LF>.<CR><LF>
Sending email${'  '}
250 2.0.0 Ok: queued as 4F1B2C
Sending email done
221 2.0.0 Bye
Sending...done
Sending...
Sending via mail...
250 2.1.0 Ok
550 5.1.1 No such user here
221 2.0.0 Bye
Sending failed: 550 5.1.1 No such user here
`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'smtpmail');
  assert.deepEqual(dump(log), [
    'session 1',
    '3 connect (seen from the middle)',
    '3 S 235 unasked',
    '4 S 250 unasked',
    '5 S 250 unasked',
    '6 S 354 unasked',
    '8 S 250 unasked',
    '10 S 221 unasked',
    'session 2',
    '14 connect (seen from the middle)',
    '14 S 250 unasked',
    '15 S 550 unasked',
    '16 S 221 unasked',
  ]);
  assert.deepEqual(
    findingsIn(log).map(({ rule }) => rule.code),
    ['delivery.refusal'],
  );
});

test('a refused greeting stands behind the answer to QUIT; without debug-info only the failure is shown', () => {
  const refused = `Sending via mail...
221 2.0.0 Bye
Sending failed: Connection not allowed: 554 No SMTP service here
`;
  assert.deepEqual(dump(refused), ['3 connect', '3 S 554', '2 S 221 unasked']);
  const short = `Sending email done
Sending...done
Sending via mail...
Sending failed: 550 5.1.1 No such user here
`;
  assert.deepEqual(dump(short), ['4 connect (seen from the middle)', '4 S 550 unasked']);
});

test('the commands are shown as well: another program', () => {
  const log = 'Sending email\n220 mx.example.test ESMTP\nEHLO client.test\n250 Ok\n';
  assert.equal(readTranscript(log).detection.dialect?.id, 'bare');
});
