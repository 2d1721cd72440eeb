import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/reader';
import { dump } from '../../helpers/dump';

const CLIENT = '192.0.2.7:40000 -> 192.0.2.1:25 [AP] #6';
const SERVER = '192.0.2.1:25 -> 192.0.2.7:40000 [AP] #4';

const LOG = `interface: eth0 (192.0.2.0/255.255.255.0)
filter: ((ip || ip6) || (vlan && (ip || ip6)))
####
T 2026/11/24 18:55:02.123000 ${SERVER}
220 mx.example.test ESMTP.

##
T 2026/11/24 18:55:02.223000 ${CLIENT}
EHLO client.example.

##
T 2026/11/24 18:55:02.323000 ${SERVER}
250-mx.example.test.
250 SIZE 1000.

#
T 2026/11/24 18:55:02.423000 ${CLIENT}
MAIL FROM:<a@cli
##
T 2026/11/24 18:55:02.523000 ${CLIENT}
ent.example>.

#
T 2026/11/24 18:55:02.623000 ${SERVER}
250 Ok.

exit
`;

test('the dot at the end of a line is its CR; a line without one was cut by its packet', () => {
  const { detection, utterances } = readTranscript(LOG);
  assert.equal(detection.dialect?.id, 'ngrep');
  assert.deepEqual(dump(LOG), [
    '5 connect 192.0.2.1:25',
    '5 S 220',
    '9 C EHLO client.example',
    '13 S 250 ×2',
    '18 C MAIL FROM:<a@client.example>',
    '25 S 250',
  ]);
  assert.equal(utterances[1]?.time, Date.UTC(2026, 10, 24, 18, 55, 2, 123));
});

test('a message ends with two dots, an empty line of it is one', () => {
  const q = (who: string, ...lines: readonly string[]) => `T ${who}\n${lines.map((line) => `${line}.\n`).join('')}\n\n`;
  const log =
    q(SERVER, '220 mx ESMTP') +
    q(CLIENT, 'EHLO c') +
    q(SERVER, '250 mx') +
    q(CLIENT, 'MAIL FROM:<a@c>') +
    q(SERVER, '250 Ok') +
    q(CLIENT, 'RCPT TO:<b@d>') +
    q(SERVER, '250 Ok') +
    q(CLIENT, 'DATA') +
    q(SERVER, '354 go') +
    q(CLIENT, 'Subject: x', '', 'text', '.') +
    q(SERVER, '250 queued');
  assert.ok(dump(log).some((line) => line.endsWith('data 3 lines')));
  assert.equal(dump(log).at(-1)?.replace(/^\d+ /, ''), 'S 250');
});

test('what is no SMTP is not recognised', () => {
  assert.equal(readTranscript(`T ${SERVER}\nHTTP/1.1 250 OK.\n.\n\n`).detection.dialect, undefined);
});
