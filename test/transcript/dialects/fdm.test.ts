import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

/** What was fetched: it imitates a dialogue, of either side. */
const FETCHED = `stdin: fetch loop start
< From: a@b
To: c@d

QUIT
MAIL FROM:<x@y>
250 ok
< 220 mx
stdin: fetch, mail
`;
const RUNS = 'stdin: message 1, running action send:0 (smtp) as user mail\nparent: 2 children, 0 dead children\n';
const STARTED = 'stdin: deliver started, pid 7\nstdin: deliver user is: mail (8/8), home is: /var/mail\n';
const LOG = `${FETCHED}${RUNS}${STARTED}< 220 mx
> HELO a
< 250 mx
> DATA
< 354 go
> Received: by a
	with stdin

QUIT
parent: 2 children, 0 dead children
< 250 ok
> quoted
.
< 250 ok
> QUIT
< 221 bye
parent: got message type 2, id 0 from child 7
stdin: fetch loop start
`;

test('mail that was fetched says nothing, mail that is sent is one message', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'fdm');
  assert.deepEqual(dump(LOG), [
    '12 connect',
    '14 S 220',
    '15 C HELO a',
    '16 S 250',
    '17 C DATA',
    '18 S 354',
    '19 data 6 lines',
    '27 S 250',
    '28 C QUIT',
    '29 S 221',
  ]);
});

test('behind a connection that ended, and where SMTP is not spoken, nothing is said', () => {
  const lost = `${FETCHED}${RUNS}${STARTED}stdin: connection unexpectedly closed\n${FETCHED}`;
  assert.deepEqual(dump(lost), ['12 connect', '14 error lost: connection unexpectedly closed']);
  const meanwhile = `${FETCHED}${RUNS}${STARTED}< 220 mx\n${FETCHED}`;
  assert.deepEqual(dump(meanwhile), ['12 connect', '14 S 220', '15 gap']);
  const maildir = `${FETCHED}${RUNS.replace('smtp', 'maildir')}${STARTED}${FETCHED}`;
  assert.deepEqual(dump(maildir), []);
});
