/** What is written in the format of a capture reads as it was, and each such format shows itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { convert } from '../../../server/src/output/convert';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const SESSION = `S: 220 mx.example.test ESMTP
C: EHLO client.example
S: 250-mx.example.test
S: 250-PIPELINING
S: 250 SIZE 1000
C: MAIL FROM:<a@client.example>
S: 250 2.1.0 Ok
C: RCPT TO:<b@example.test>
S: 550 5.1.1 No such user
C: RCPT TO:<c@example.test>
S: 250 2.1.5 Ok
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: Subject: numbers
C:
C: 42
C: 250 Hello
C: QUIT
C: .
S: 250 2.0.0 queued
C: QUIT
S: 221 2.0.0 Bye
`;

const said = (text: string) =>
  dump(text)
    .map((line) => line.replace(/^\d+ /, ''))
    .filter((line) => !/^(?:connect|close)/.test(line));

for (const id of [
  'tshark-follow',
  'tshark-summary',
  'tshark-details',
  'tshark-fields',
  'tshark-octets',
  'tcpflow',
  'socat',
  'ngrep',
  'tcpdump',
  'labelled',
]) {
  test(id, () => {
    const dialect = dialectById(id);
    assert.ok(dialect !== undefined);
    const written = convert(readTranscript(SESSION), dialect);
    assert.equal(readTranscript(written).detection.dialect?.id, id);
    // Formats that do not show mail data keep that there was some.
    const expected = said(SESSION).map((line) => (dialect.lossy ? line.replace(/^data \d+ /, 'data ? ') : line));
    assert.deepEqual(said(written), expected);
  });
}
