import assert from 'node:assert/strict';
import { test } from 'node:test';
import { detectPeelers } from '../../../server/src/transcript/detect';
import { dialectById } from '../../../server/src/transcript/dialects';
import { lineAt } from '../../../server/src/transcript/lines';
import { peel } from '../../../server/src/transcript/peel';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const LOG = `Mon 2010-08-30 11:03:09: ----------
Mon 2010-08-30 11:03:10: Session 8439; child 11; thread 0
Mon 2010-08-30 11:03:10: Accepting SMTP connection from [127.0.0.1:2818] to [127.0.0.1:25]
Mon 2010-08-30 11:03:10: --> 220 md.test ESMTP MDaemon 11.0.3; Mon, 30 Aug 2010 11:03:10 +0700
Mon 2010-08-30 11:03:10: <-- EHLO WorldClient
Mon 2010-08-30 11:03:10: --> 250-md.test Hello WorldClient, pleased to meet you
Mon 2010-08-30 11:03:10: --> 250-AUTH LOGIN CRAM-MD5
Mon 2010-08-30 11:03:10: --> 250 SIZE 5000000
Mon 2010-08-30 11:03:10: <-- AUTH CRAM-MD5
Mon 2010-08-30 11:03:10: --> 334 PE1EQUVNT04=
Mon 2010-08-30 11:03:10: <-- a2l0YWZpbmFuY2VA
Mon 2010-08-30 11:03:10: --> 235 Authentication successful
Mon 2010-08-30 11:03:10: Authenticated as k@md.test
Mon 2010-08-30 11:03:10: <-- MAIL FROM: <k@md.test> SIZE=732
Mon 2010-08-30 11:03:10: --> 250 <k@md.test>, Sender ok
Mon 2010-08-30 11:03:10: <-- RCPT TO: <g@md.test>
Mon 2010-08-30 11:03:10: --> 250 <g@md.test>, Recipient ok
Mon 2010-08-30 11:03:10: <-- DATA
Mon 2010-08-30 11:03:10: Creating temp file (SMTP): d:\\mdaemon\\temp\\md50000000000.tmp
Mon 2010-08-30 11:03:10: --> 354 Enter mail, end with <CRLF>.<CRLF>
Mon 2010-08-30 11:03:10: Message size: 732 bytes
Mon 2010-08-30 11:03:10: --> 250 Ok, message saved <Message-ID: x@md.test>
Mon 2010-08-30 11:03:10: <-- QUIT
Mon 2010-08-30 11:03:10: --> 221 See ya in cyberspace
Mon 2010-08-30 11:03:10: SMTP session successful (Bytes in/out: 976/623)
Mon 2010-08-30 11:03:10: ----------
Wed 2018-07-18 11:26:05.123: 05: Session 4575; child 2
Wed 2018-07-18 11:26:05.123: 05: Parsing message <c:\\mdaemon\\queues\\remote\\pd50013366822.msg>
Wed 2018-07-18 11:26:05.123: 05: *  From: s@md.test
Wed 2018-07-18 11:26:05.123: 05: Attempting SMTP connection to [192.0.2.188]
Wed 2018-07-18 11:26:05.123: 05: Attempting SMTP connection to [192.0.2.188:25]
Wed 2018-07-18 11:26:05.123: 05: Waiting for socket connection...
Wed 2018-07-18 11:26:05.123: 05: *  Connection established (192.0.2.10:4877 -> 192.0.2.188:25)
Wed 2018-07-18 11:26:05.123: 05: Waiting for protocol to start...
Wed 2018-07-18 11:26:05.123: 05: <-- 451-The server has reached its limit for processing requests from your host.
Wed 2018-07-18 11:26:05.123: 05: <-- 451 Please try again later.
Wed 2018-07-18 11:26:05.123: 05: This message is 0 minutes old; it has 180 minutes left in this queue
Wed 2018-07-18 11:26:05.123: 05: SMTP session terminated (Bytes in/out: 108/0)
Wed 2018-07-18 11:26:05.123: 05: ----------
Wed 2018-07-18 11:26:06.123: 05: Session 4576; child 1
Wed 2018-07-18 11:26:06.123: 05: Accepting POP connection from [192.0.2.5:1234]
Wed 2018-07-18 11:26:06.123: 05: --> +OK md.test POP server ready
Wed 2018-07-18 11:26:06.123: 05: <-- USER bob
Wed 2018-07-18 11:26:06.123: 05: ----------
`;

test('is recognised', () => {
  assert.equal(readTranscript(LOG).detection.dialect?.id, 'mdaemon');
});

test('says what happened', () => {
  assert.deepEqual(dump(LOG), [
    'session 8439:11/1',
    '3 connect 127.0.0.1:2818',
    '4 S 220',
    '5 C EHLO WorldClient',
    '6 S 250 ×3',
    '9 C AUTH CRAM-MD5',
    '11 response a2l0YWZpbmFuY2VA',
    '10 S 334',
    '12 S 235',
    '14 C MAIL FROM: <k@md.test> SIZE=732',
    '15 S 250',
    '16 C RCPT TO: <g@md.test>',
    '17 S 250',
    '18 C DATA',
    '20 S 354',
    '- data ? lines',
    '22 S 250',
    '23 C QUIT',
    '24 S 221',
    '25 close by unknown',
    'session 4575:2/2',
    '33 connect',
    '35 S 451 ×2',
    '38 close by unknown',
  ]);
});

test('other logs with such stamps: not this format', () => {
  assert.notEqual(
    readTranscript('Wed 2018-07-18 11:26:06: Session closed\nWed 2018-07-18 11:26:06: --> something\n').detection
      .dialect?.id,
    'mdaemon',
  );
});

test('a line that it writes reads as what was said', () => {
  const dialect = dialectById('mdaemon');
  assert.ok(dialect);
  const lines = LOG.split(/(?<=\n)/).map((text, number) => lineAt(text, 0, text.length, number));
  const peelers = detectPeelers(lines, dialect);
  const { utterances } = readTranscript(LOG);
  const said = utterances.find(({ speaker, text }) => speaker === 'client' && text.startsWith('EHLO'));
  assert.ok(said);
  const line = lines[said.line];
  assert.ok(line);
  const like = peel(line, peelers);
  const written = line.text.slice(0, like.from) + dialect.write('client', 'NOOP', like);
  const again = readTranscript([...lines.slice(0, said.line + 1).map(({ text }) => text), written].join('\n'), dialect);
  assert.equal(again.utterances.filter(({ speaker }) => speaker === 'client').at(-1)?.text, 'NOOP');
});

test('a level, and a session without the number of a child', () => {
  const log = [
    'Sat 2014-07-26 12:58:47: 05: [514116] Session 514116; child 0001',
    'Sat 2014-07-26 12:58:47: 05: [514116] Accepting SMTP connection from [192.0.2.20:63750] to [192.0.2.10:25]',
    'Sat 2014-07-26 12:58:47: 03: [514116] --> 220 mx.test ESMTP',
    'Sat 2014-07-26 12:58:47: 02: [514116] <-- EHLO a.test',
    'Sat 2014-07-26 12:58:47: 03: [514116] --> 250 mx.test',
  ].join('\n');
  assert.equal(readTranscript(log).detection.dialect?.id, 'mdaemon');
  assert.deepEqual(dump(log).slice(-3), ['3 S 220', '4 C EHLO a.test', '5 S 250']);
});
