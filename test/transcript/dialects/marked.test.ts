import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';
import { rewrite } from '../../helpers/rewrite';

/** Reads what no other dialect reads. */
function read(log: string): string[] {
  assert.equal(readTranscript(log).detection.dialect?.id, 'marked');
  return dump(log);
}

describe('programs without a dialect of their own', () => {
  test('a time and an arrow behind a word; the error that repeats a reply says nothing', () => {
    const log = [
      '[10:00:00] SMTP< 220 mx.test ESMTP',
      '[10:00:00] ESMTP> EHLO a.test',
      '[10:00:00] ESMTP< 250-mx.test',
      '[10:00:00] ESMTP< 250 AUTH PLAIN',
      '[10:00:01] ESMTP> AUTH PLAIN ********',
      '[10:00:01] ESMTP< 235 2.7.0 Ok',
      '[10:00:01] ESMTP> MAIL FROM:<a@a.test>',
      '[10:00:01] SMTP< 250 2.1.0 Ok',
      '[10:00:01] SMTP> RCPT TO:<ghost@b.test>',
      '[10:00:02] SMTP< 550 5.1.1 User unknown',
      '*** 550 5.1.1 User unknown',
      '[10:00:02] SMTP> QUIT',
      '[10:00:02] SMTP< 221 Bye',
    ].join('\n');
    assert.deepEqual(read(log), [
      '1 connect',
      '1 S 220',
      '2 C EHLO a.test',
      '3 S 250 ×2',
      '5 C AUTH PLAIN ********',
      '6 S 235',
      '7 C MAIL FROM:<a@a.test>',
      '8 S 250',
      '9 C RCPT TO:<ghost@b.test>',
      '10 S 550',
      '12 C QUIT',
      '13 S 221',
    ]);
  });

  test('line ends that are spelled out, several lines in one', () => {
    const said: [string, string][] = [
      ['Recv', '220 mx.test ESMTP'],
      ['Sent', 'EHLO a.test'],
      ['Recv', '250-mx.test%250-SIZE 99%250 STARTTLS'],
      ['Sent', 'STARTTLS'],
      ['Recv', '220 2.0.0 Go'],
      ['Sent', 'EHLO a.test'],
      ['Recv', '250 mx.test'],
      ['Sent', 'MAIL FROM:<a@a.test>'],
      ['Recv', '250 Ok'],
      ['Sent', 'RCPT TO:<b@b.test>'],
      ['Recv', '250 Ok'],
      ['Sent', 'DATA'],
      ['Recv', '354 End with <CR><LF>.<CR><LF>'],
      ['Sent', 'Subject: x%%QUIT%.'],
      ['Recv', '250 Ok'],
      ['Sent', 'QUIT'],
      ['Recv', '221 Bye'],
    ];
    for (const end of ['<CRLF>', '<EOL>', '<cr><lf>', '\\r\\n', '\\015\\012']) {
      const log = said.map(([side, text]) => `12:00 ${side} by mail: ${text.replaceAll('%', end)}${end}`);
      assert.deepEqual(read(log.join('\n')).slice(1), [
        '1 S 220',
        '2 C EHLO a.test',
        '3 S 250 ×3',
        '4 C STARTTLS',
        '5 S 220',
        '6 C EHLO a.test',
        '7 S 250',
        '8 C MAIL FROM:<a@a.test>',
        '9 S 250',
        '10 C RCPT TO:<b@b.test>',
        '11 S 250',
        '12 C DATA',
        '13 S 354',
        '14 data 3 lines',
        '15 S 250',
        '16 C QUIT',
        '17 S 221',
      ]);
    }
  });

  test('connections with names that look like times, in quotes, or of hosts, and another protocol beside them', () => {
    for (const [one, two] of [
      ['[192.0.2.10:55424->192.0.2.1:25]', '[192.0.2.10:55425->192.0.2.1:25]'],
      ["'192.0.2.1'", "'192.0.2.2'"],
      ['SMTP (smtp.a.test)', 'SMTP (smtp.b.test)'],
      [
        '(smtp.raw) remoteIp = 192.0.2.1, remotePort = 59010, contents',
        '(smtp.raw) remoteIp = 192.0.2.1, remotePort = 59011, contents',
      ],
      ['remote.ip="192.0.2.1" remote.port=59010', 'remote.ip="192.0.2.2" remote.port=59010'],
    ]) {
      const log = ['<< 220 mx', '>> EHLO a', '<< 250 mx', '>> QUIT', '<< 221 Bye'].flatMap((said) => [
        `${one}: ${said}`,
        `${two}: ${said}`,
        'POP3 (pop.a.test): >> QUIT',
      ]);
      const { sessions, detection } = readTranscript(log.join('\n'));
      assert.equal(detection.dialect?.id, 'marked');
      assert.equal(sessions.length, 2);
      assert.ok(sessions.every(({ after, steps }) => after.ended?.by === 'quit' && steps.length === 4));
    }
  });

  test('a second connection without a name may speak at a time with the first', () => {
    const both = ['< 220 mx', '> EHLO a', '< 250 mx', '> MAIL FROM:<a@a.test>', '< 250 Ok', '> QUIT', '< 221 Bye'];
    const log = both.flatMap((said) => [`x ${said}`, `x ${said.replace('mx', 'mx ESMTP')}`]);
    assert.equal(readTranscript(log.join('\n')).sessions.at(-1)?.others, 1);
  });

  test('the asterisk that Go says after a login that failed', () => {
    const log = [
      '2026/11/29 16:21:48 << "220 mx.test ESMTP\\r\\n"',
      '2026/11/29 16:21:48 >> "EHLO a.test\\r\\n"',
      '2026/11/29 16:21:48 << "250 AUTH PLAIN\\r\\n"',
      '2026/11/29 16:21:48 >> "AUTH PLAIN AHVzZXIAd3Jvbmc=\\r\\n"',
      '2026/11/29 16:21:48 << "535 5.7.8 no\\r\\n"',
      '2026/11/29 16:21:48 >> "*\\r\\n"',
      '2026/11/29 16:21:48 << "500 5.5.2 what?\\r\\n"',
      '2026/11/29 16:21:48 >> "QUIT\\r\\n"',
    ];
    assert.deepEqual(dump(log.join('\n')).slice(-5), [
      '4 C AUTH PLAIN AHVzZXIAd3Jvbmc=',
      '5 S 535',
      '6 C *',
      '7 S 500',
      '8 C QUIT',
    ]);
  });

  test('quoted strings with escapes, two connections, commands that are told again', () => {
    const log = [
      "[MAIL 192.0.2.1:4711] Sent 18 bytes: '220 mx.test ESMTP\\r\\n'",
      "[MAIL 192.0.2.2:4712] Sent 18 bytes: '220 mx.test ESMTP\\r\\n'",
      "[MAIL 192.0.2.1:4711] Received 13 bytes: 'EHLO a.test\\r\\n'",
      '[MAIL 192.0.2.1:4711] [PROTO: ESTABLISH] Processing line: EHLO a.test',
      "[MAIL 192.0.2.1:4711] Sent 29 bytes: '250-mx.test\\r\\n250 PIPELINING\\r\\n'",
      "[MAIL 192.0.2.2:4712] Received 6 bytes: 'QUIT\\r\\n'",
      "[MAIL 192.0.2.2:4712] Sent 9 bytes: '221 Bye\\r\\n'",
      "[MAIL 192.0.2.1:4711] Received 24 bytes: 'MAIL FROM:<a@a.test>\\r\\n'",
      "[MAIL 192.0.2.1:4711] Sent 8 bytes: '250 Ok\\r\\n'",
    ].join('\n');
    assert.deepEqual(
      read(log).map((line) => line.replace(/^session .*/, 'session')),
      [
        'session',
        '1 connect',
        '1 S 220',
        '3 C EHLO a.test',
        '5 S 250 ×2',
        '8 C MAIL FROM:<a@a.test>',
        '9 S 250',
        'session',
        '2 connect',
        '2 S 220',
        '6 C QUIT',
        '7 S 221',
      ],
    );
  });

  test('mail data with the mark of the client may say anything', () => {
    const log = [
      '[<-] 220 mx.test ESMTP',
      '[->] HELO a.test',
      '[<-] 250 mx.test',
      '[->] MAIL FROM:<a@a.test>',
      '[<-] 250 Ok',
      '[->] RCPT TO:<b@b.test>',
      '[<-] 250 Ok',
      '[->] DATA',
      '[<-] 354 go ahead',
      '[->] [<-] 550 5.1.1 not a reply',
      '[->] QUIT',
      '[->] .',
      '[<-] 250 queued',
    ].join('\n');
    assert.deepEqual(read(log).slice(-4), ['8 C DATA', '9 S 354', '10 data 2 lines', '13 S 250']);
  });

  test('a reply may stand in one line, whatever the program puts between its lines', () => {
    for (const between of [', ', ' ', ' | ', '; ', ' / ', '\\r\\n', '\\n', '<br>']) {
      const log = [
        '[<-] 220 mx ESMTP',
        '[->] EHLO a',
        `[<-] ${['250-mx', '250-SIZE 1000', '250 STARTTLS'].join(between)}`,
        '[->] MAIL FROM:<a@b.test>',
        '[<-] 250 Ok',
      ].join('\n');
      assert.deepEqual(read(log).slice(1), [
        '1 S 220',
        '2 C EHLO a',
        '3 S 250 ×3',
        '4 C MAIL FROM:<a@b.test>',
        '5 S 250',
      ]);
    }
  });

  test('a message that is not shown was sent', () => {
    const log = [
      'OK => Received: \t220 mx.test ESMTP',
      'OUT => Sending: \tEHLO a.test',
      'OK => Received: \t250-mx.test, 250 SIZE 1000',
      'OUT => Sending: \tMAIL FROM:<a@a.test>',
      'OK => Received: \t250 Ok',
      'OUT => Sending: \tRCPT TO:<b@b.test>',
      'OK => Received: \t250 Ok',
      'OUT => Sending: \tDATA',
      'OK => Received: \t354 go ahead',
      'OUT => Sending message body',
      'OK => Received: \t250 queued',
    ].join('\n');
    assert.deepEqual(read(log), [
      '1 connect',
      '1 S 220',
      '2 C EHLO a.test',
      '3 S 250 ×2',
      '4 C MAIL FROM:<a@a.test>',
      '5 S 250',
      '6 C RCPT TO:<b@b.test>',
      '7 S 250',
      '8 C DATA',
      '9 S 354',
      '11 data ? lines',
      '11 S 250',
    ]);
  });

  test('a program that speaks SMTP is no log of it', () => {
    const source = [
      'send("EHLO client.example.org\\r\\n");',
      'expect("250 ok");',
      'send("MAIL FROM:<a@example.org>\\r\\n");',
      'expect("250 ok");',
      'send("RCPT TO:<b@example.org>\\r\\n");',
      'expect("250 ok");',
    ].join('\n');
    assert.equal(readTranscript(source).detection.dialect?.id, undefined);
  });
});

test('writes with the mark of either side', () => {
  const log = 'x: SMTP< 220 mx ESMTP\nx: SMTP> EHLO a.test\nx: SMTP< 250 mx\nx: SMTP> QUIT\nx: SMTP< 221 Bye\n';
  assert.equal(readTranscript(log).detection.dialect?.id, 'marked');
  assert.equal(rewrite(log, 3, 'server', '502 no').split('\n')[2], 'x: SMTP< 502 no');
  assert.equal(rewrite(log, 3, 'client', 'NOOP').split('\n')[2], 'x: SMTP> NOOP');
});

describe('few lines, and messages', () => {
  test('marks that are a pair need one line of the client', () => {
    const log = ['<<< 220 mx.test ESMTP', '>>> EHLO a.test', '<<< 502 5.5.2 What?'];
    assert.deepEqual(read(log.join('\n')).slice(1), ['1 S 220', '2 C EHLO a.test', '3 S 502']);
    const words = ['recv b.test>220 mx.test ESMTP', 'send b.test>EHLO a.test', 'recv b.test>502 5.5.2 What?'];
    assert.deepEqual(read(words.join('\n')).slice(1), ['1 S 220', '2 C EHLO a.test', '3 S 502']);
    assert.equal(readTranscript(log.join('\n').replace('>>>', '***')).detection.dialect, undefined);
  });

  test('a message that says what a server says is still the client’s', () => {
    const log = [
      '[<-] 220 mx.test ESMTP',
      '[->] HELO a.test',
      '[<-] 250 mx.test',
      '[->] MAIL FROM:<a@a.test>',
      '[<-] 250 Ok',
      '[->] RCPT TO:<b@b.test>',
      '[<-] 250 Ok',
      '[->] DATA',
      '[<-] 354 End data with a dot',
      '[->] 250 units were sold',
      '[->] RCPT TO:<x@b.test>',
      '[->] 550 5.1.1 No such user here',
      '[->] .',
      'ssmtp: server closed the connection',
    ];
    assert.deepEqual(read(log.join('\n')).slice(-3), ['8 C DATA', '9 S 354', '10 data 3 lines']);
  });

  test('a message of which only the first line has a mark is not known whole', () => {
    const log = [
      'recv b.test>220 mx.test ESMTP',
      'send b.test>MAIL FROM:<a@a.test>',
      'recv b.test>250 Ok',
      'send b.test>RCPT TO:<b@b.test>',
      'recv b.test>250 Ok',
      'send b.test>DATA',
      'recv b.test>354 Go ahead',
      'send b.test>Subject: x',
      '',
      '.begins with a dot',
      'send b.test>.',
      'recv b.test>250 queued',
    ];
    assert.deepEqual(read(log.join('\n')).slice(-3), ['7 S 354', '8 data ? lines', '12 S 250']);
  });

  test('mail programs hide the message, and a login together with its command', () => {
    const log = [
      'SMTP< 220 mx.test ESMTP',
      'ESMTP> EHLO a.test',
      'ESMTP< 250 AUTH PLAIN CRAM-MD5',
      'ESMTP> [AUTH PLAIN]',
      'ESMTP< 535 5.7.8 no',
      'ESMTP> AUTH CRAM-MD5',
      'ESMTP< 334 PDEuMkBiLnRlc3Q+',
      'ESMTP< [Decoded: <1.2@b.test>]',
      `ESMTP> [Encoded: a ${'0123456789abcdef'.repeat(5)}]`,
      'ESMTP< 235 2.7.0 Ok',
      'ESMTP> MAIL FROM:<a@a.test>',
      'SMTP< 250 Ok',
      'SMTP> RCPT TO:<b@b.test>',
      'SMTP< 250 Ok',
      'SMTP> DATA',
      'SMTP< 354 Go ahead',
      'SMTP> . (EOM)',
      'SMTP< 250 queued',
    ];
    assert.deepEqual(read(log.join('\n')).slice(3), [
      '3 S 250',
      '4 C AUTH PLAIN ***',
      '5 S 535',
      '6 C AUTH CRAM-MD5',
      `9 response ${btoa(`a ${'0123456789abcdef'.repeat(5)}`)}`,
      '7 S 334',
      '10 S 235',
      '11 C MAIL FROM:<a@a.test>',
      '12 S 250',
      '13 C RCPT TO:<b@b.test>',
      '14 S 250',
      '15 C DATA',
      '16 S 354',
      '17 data ? lines',
      '18 S 250',
    ]);
  });
});

test('a refusal that the program warns of in its words is one', () => {
  const log = `[22:43:03] * message: Connecting to SMTP server: localhost ...
[22:43:03] SMTP< 554 5.7.1 no service here
[22:43:03] ** warning: error occurred on SMTP session
[22:43:03] ** Sylpheed-WARNING: send: error: 554 5.7.1 no service here
`;
  assert.deepEqual(dump(log), ['2 connect', '2 S 554']);
});

test('a word stands for a login that is not shown, and for what goes on with one', () => {
  const log = `01-04 00:27:23.659 30196 30222 V SmtpTransport: SMTP <<< 220 mx.test ESMTP
01-04 00:27:23.660 30196 30222 D SmtpTransport: SMTP >>> EHLO [127.0.0.1]
01-04 00:27:23.917 30196 30222 V SmtpTransport: SMTP <<< 250-mx.test
01-04 00:27:23.917 30196 30222 V SmtpTransport: SMTP <<< 250 AUTH PLAIN LOGIN
01-04 00:27:24.161 30196 30222 D SmtpTransport: SMTP >>> *sensitive*
01-04 00:27:24.261 30196 30222 V SmtpTransport: SMTP <<< 535 5.7.8 No
01-04 00:27:24.261 30196 30222 D SmtpTransport: SMTP >>> AUTH LOGIN
01-04 00:27:24.361 30196 30222 V SmtpTransport: SMTP <<< 334 VXNlcm5hbWU6
01-04 00:27:24.361 30196 30222 D SmtpTransport: SMTP >>> *sensitive*
01-04 00:27:24.461 30196 30222 V SmtpTransport: SMTP <<< 535 5.7.8 No
`;
  assert.deepEqual(dump(log).slice(4), [
    '5 C AUTH ***',
    '6 S 535',
    '7 C AUTH LOGIN',
    '9 secret',
    '8 S 334',
    '10 S 535',
  ]);
});

test('a reply that an exception tells is none of the dialogue', () => {
  const log = `[ESMTPSender,client] [Failure: <class 'SMTPDeliveryError'>: 550 No recipients accepted
	perm@x.test: 550 5.1.1 No such user here
	>>> MAIL FROM:<a@sender.test>
	<<< 250 2.1.0 Ok
	>>> RCPT TO:<perm@x.test>
	<<< 550 5.1.1 No such user here
`;
  assert.deepEqual(dump(log).slice(-4), [
    '3 C MAIL FROM:<a@sender.test>',
    '4 S 250',
    '5 C RCPT TO:<perm@x.test>',
    '6 S 550',
  ]);
});

describe('a refused greeting is all that there is', () => {
  const CLIENTS = {
    sSMTP: '[<-] 554 5.7.1 No SMTP service here\nssmtp: Invalid response SMTP server\n',
    'Claws Mail': `[2026-11-29 20:25:54] * message: Account 'a': Connecting to SMTP server: 192.0.2.1:25...
[2026-11-29 20:25:54] SMTP< 554 5.7.1 No SMTP service here
[2026-11-29 20:25:54] ** warning: error occurred on SMTP session
`,
    'npm sendmail': `MX (development) connection created: 192.0.2.1:25
recv example.net>554 5.7.1 No SMTP service here
SMTP responds error code 554
`,
  };
  for (const [name, log] of Object.entries(CLIENTS)) {
    test(name, () => {
      assert.deepEqual(
        read(log).map((line) => line.replace(/^\d+ /, '')),
        ['connect', 'S 554'],
      );
    });
  }

  test('a mark that others use as well, or another reply: nothing', () => {
    for (const log of ['error: 554 5.7.1 No SMTP service here\n', 'SMTP< 250 2.1.0 Ok\n', '[<-] 554\n'])
      assert.equal(readTranscript(log).detection.dialect, undefined);
  });
});

test('rows of octets and line ends that are spelt out are no dialogue', () => {
  const rows = `[DEBUG] RECV [pid:23068] (31 bytes):
0000:  3232 3020 6d78 2e65 7861 6d70 6c65 2e6f    [ 220 mx.example.o ]
0010:  7267 2045 534d 5450 2074 6573 740d 0a      [ rg ESMTP test..  ]
[DEBUG] SEND [pid:23068] (12 bytes):
0000:  4548 4c4f 2068 7964 7261 0d0a              [ EHLO hydra..     ]
[DEBUG] RECV [pid:23068] (20 bytes):
0000:  3235 3020 6d78 2e65 7861 6d70 6c65 2e6f    [ 250 mx.example.o ]
[DEBUG] SEND [pid:23068] (12 bytes):
0000:  4548 4c4f 2068 7964 7261 0d0a              [ EHLO hydra..     ]
[DEBUG] RECV [pid:23068] (6 bytes):
0000:  3333 3420 0d0a                             [ 334 ..           ]
`;
  const spelt = `DEBUG [59A1C6C0]: Regular expression: "^220 .*[0D][0A]"
DEBUG [59A1C6C0]: Data received (31): 220 mx.example.org ESMTP test[0D][0A]
DEBUG [59A1C6C0]: Data sent: EHLO server.domain[0D][0A]
DEBUG [59A1C6C0]: Data received (134): 250-PIPELINING[0D][0A]250 HELP[0D][0A]
DEBUG [59A1C6C0]: Data sent: MAIL FROM: <doesnotexist@foofus.net>[0D][0A]
DEBUG [59A1C6C0]: Data received (14): 250 2.1.0 Ok[0D][0A]
`;
  assert.equal(readTranscript(rows).detection.dialect, undefined);
  assert.equal(readTranscript(spelt).detection.dialect?.id, 'medusa');
  const said = spelt.replace(/^.*\n/, '').replaceAll('[0D][0A]', '').replace('250-PIPELINING', '');
  assert.deepEqual(dump(said).slice(1), [
    '1 S 220',
    '2 C EHLO server.domain',
    '3 S 250',
    '4 C MAIL FROM: <doesnotexist@foofus.net>',
    '5 S 250',
  ]);
});

test('the subject of a mail that quotes a log is no reply', () => {
  const mail = `From: a@example.org
Subject: Re: 550 on RCPT

> SRV: 220 mx ESMTP
> CLI: EHLO c.example
> SRV: 250 mx
> CLI: RCPT TO:<b@example.org>
> SRV: 550 No
`;
  assert.equal(readTranscript(mail).detection.dialect?.id, 'marked');
  assert.equal(dump(mail)[0], '4 connect');
});

test('the first hello, with a blank too many (sendmailR)', () => {
  const sendmailR = `<< 220 mx ESMTP
>> HELO  vm
<< 250 mx
>> MAIL FROM:  <a@example.org>
<< 250 Ok
>> QUIT
<< 221 Bye
`;
  assert.ok(read(sendmailR).includes('2 C HELO  vm'), read(sendmailR).join('\n'));
});

test('what a shell prints of its commands is not said again', () => {
  const said = (mark: string, text: string) =>
    `+ s '${text}'\n++ echo '${mark} ${text}'\n${mark} ${text}\n+ [[ ${text} =~ ^[0-9]{3} ]]\n+ l='${text}'\n`;
  const log = `+ exec\n${said('<-', '220 mx')}${said('->', 'EHLO me')}${said('<-', '250-mx')}${said('<-', '250 PIPELINING')}${said('->', 'QUIT')}${said('<-', '221 bye')}`;
  assert.equal(readTranscript(log).detection.dialect?.id, 'marked');
  assert.deepEqual(
    dump(log).filter((line) => !line.endsWith('connect')),
    ['4 S 220', '9 C EHLO me', '14 S 250 ×2', '24 C QUIT', '29 S 221'],
  );
});

test('a plus is a mark as well where a command stands right behind it', () => {
  const log = '= 220 mx\n+ EHLO me\n= 250 mx\n+ MAIL FROM:<a@b>\n= 250 ok\n+ QUIT\n= 221 bye\n';
  assert.ok(dump(log).includes('2 C EHLO me'));
});
