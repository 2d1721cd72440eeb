/** What a log collector put before every line, taken off. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { linesOf } from '../../server/src/transcript/lines';
import { choosePeelers, peel } from '../../server/src/transcript/peel';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { dump } from '../helpers/dump';

const sample = (...texts: readonly string[]) => linesOf(texts.join('\n'));
const chosen = (...texts: readonly string[]) => choosePeelers(sample(...texts)).map(({ id }) => id);

function peeled(text: string) {
  const lines = sample(text);
  const [line] = lines;
  assert.ok(line);
  const { line: _, ...rest } = peel(line, choosePeelers(lines));
  return rest;
}

describe('syslog of RFC 3164', () => {
  test('gives time, host, process, process id, and where the rest begins', () => {
    assert.deepEqual(peeled('Nov 24 19:02:08 mx postfix/smtpd[23706]: < a[192.0.2.1]: QUIT'), {
      text: '< a[192.0.2.1]: QUIT',
      from: 41,
      time: Date.UTC(2000, 10, 24, 19, 2, 8),
      host: 'mx',
      process: 'postfix/smtpd',
      pid: '23706',
    });
  });

  test('reads a day of one digit', () => {
    assert.equal(peeled('Nov  4 01:02:03 mx exim: x').time, Date.UTC(2000, 10, 4, 1, 2, 3));
  });

  test('has no process id where the line has none', () => {
    assert.equal(peeled('Nov 24 19:02:08 mx exim: x').pid, undefined);
  });

  test('reads a line whose text is empty', () => {
    assert.equal(peeled('Nov 24 19:02:08 mx exim[1]:').text, '');
    assert.equal(peeled('Nov 24 19:02:08 mx exim[1]: ').text, '');
  });

  test('gives for each line what it gives for that line alone, whatever came before', () => {
    const peelers = choosePeelers(sample('Nov 24 19:02:08 mx exim[1]: x'));
    const texts = fc
      .tuple(
        fc.constantFrom(
          'Nov 24 19:02:08',
          'Nov 24 19:02:18',
          'Nov 24 19:02:07',
          'Dec 24 19:02:08',
          '<22>Nov 24 19:02:08',
        ),
        fc.constantFrom(' mx ', ' my ', ' m '),
        fc.constantFrom('exim[1]:', 'exim[11]:', 'exim[1]', 'exim:', 'postfix/smtpd[1]:', 'postfix/smtpd[21]:'),
        fc.constantFrom('', ' ', ' x', 'x', '  ]: x'),
      )
      .map((parts) => parts.join(''));
    const alone = (text: string) => {
      for (const other of ['a', 'b'])
        peel({ number: 0, text: `Jan  1 00:00:00 mx ${other}[9]: x`, eol: '\n' }, peelers);
      return peel({ number: 0, text, eol: '\n' }, peelers);
    };
    fc.assert(
      fc.property(fc.array(texts, { minLength: 2, maxLength: 9 }), (lines) => {
        const together = lines.map((text) => peel({ number: 0, text, eol: '\n' }, peelers));
        assert.deepEqual(together, lines.map(alone));
      }),
    );
  });

  for (const text of [
    'Now 24 19:02:08 mx exim[1]: x',
    'Nov 24 19:02:08 mx no colon',
    'Nov 24 19:02:08 mx two words: x',
    'Nov 24 19:02:08',
    'Nov 24 19-02-08 mx exim: x',
    ' ',
  ]) {
    test(`leaves ${JSON.stringify(text)} alone`, () => assert.deepEqual(peeled(text), { text, from: 0 }));
  }
});

describe('syslog with an ISO time', () => {
  test('gives the moment itself', () => {
    const line = peeled('2026-11-24T19:02:08.5+01:00 mx postfix/smtp[9]: x');
    assert.deepEqual(line, {
      text: 'x',
      from: 48,
      time: Date.UTC(2026, 10, 24, 18, 2, 8, 500),
      host: 'mx',
      process: 'postfix/smtp',
      pid: '9',
    });
  });
});

describe('choosePeelers', () => {
  const log = 'Nov 24 19:02:08 mx exim[1]: x';

  test('believes a prefix that most lines have', () => assert.deepEqual(chosen(log, log, 'other', log), ['syslog']));

  test('does not believe one that few lines have', () => assert.deepEqual(chosen(log, 'a', 'b', 'c'), []));

  test('does not count blank lines', () => assert.deepEqual(chosen(log, '', ' ', ''), ['syslog']));

  test('takes nothing off nothing', () => assert.deepEqual(chosen(), []));
});

test('what is peeled is the end of the line, whatever the line', () => {
  const stamp = fc.constantFrom(
    '',
    'Nov 24 19:02:08 mx exim[1]: ',
    '2026-11-24T19:02:08Z mx exim: ',
    'Nov 24 19:02:08 ',
  );
  fc.assert(
    fc.property(fc.array(fc.tuple(stamp, fc.string()), { minLength: 1, maxLength: 5 }), (rows) => {
      const lines = sample(...rows.map((row) => row.join('')));
      const peelers = choosePeelers(lines);
      for (const line of lines) {
        const { text, from } = peel(line, peelers);
        assert.equal(text, line.text.slice(from));
      }
    }),
  );
});

test('a colour that is taken back behind the CR of a line leaves no CR', () => {
  assert.equal(peeled('\u001b[32m250 ok\r\u001b[0m').text, '250 ok');
});

test('the head of a log is seen between the further lines of long messages', () => {
  const head = (text: string) => `2026-11-24T18:55:02.123Z debug: ${text}`;
  const log = [
    head('220 mx.test ESMTP'),
    head('EHLO a.test'),
    head('250-mx.test'),
    '250-SIZE 1000',
    '250 PIPELINING',
    head('MAIL FROM:<a@a.test>'),
    head('250 Ok'),
    head('RCPT TO:<b@b.test>'),
    head('250 Ok'),
    head('DATA'),
    head('354 go ahead'),
    head('Subject: x'),
    ...Array.from({ length: 30 }, (_, index) => `line ${index}`),
    head('.'),
    head('250 queued'),
  ].join('\n');
  assert.equal(readTranscript(log).detection.dialect?.id, 'bare');
  assert.deepEqual(dump(log).slice(-3), ['11 S 354', '12 data 31 lines', '44 S 250']);
});

describe('short logs', () => {
  const LINES = ['S: 220 mx ESMTP', 'C: EHLO a', 'S: 250 mx', 'C: QUIT'];
  const NAMES: readonly (readonly [string, string])[] = [
    ['pm2', '0|mailer  | '],
    ['grep of several files', 'logs/mail.log:'],
    ['grep -n', 'mail.log:12:'],
    ['a block in prose', '    '],
  ];
  for (const [name, prefix] of NAMES) {
    test(`${name}: the name before each line is no part of it`, () => {
      const log = LINES.map((line) => prefix + line).join('\n');
      for (const text of [log, `The session was:\n${log}`]) {
        assert.deepEqual(
          dump(text).map((line) => line.replace(/^\d+ /, '')),
          ['connect', 'S 220', 'C EHLO a', 'S 250', 'C QUIT'],
        );
      }
    });
  }

  test('the hour behind a file’s name is no line number', () => {
    const log = LINES.map((line, index) => `logs/mail.log:20:40:0${index}.126 ${line}`).join('\n');
    const { utterances } = readTranscript(log);
    assert.deepEqual(
      utterances.flatMap(({ speaker, time }) => (speaker === 'tool' ? [] : [time])),
      [0, 1, 2, 3].map((second) => ((20 * 60 + 40) * 60 + second) * 1000 + 126),
    );
  });
});

describe('a collector’s time', () => {
  test('is that of the lines of swaks, which tells none', () => {
    const log = ['=== Trying mx:25...', '<-  220 mx ESMTP', ' -> QUIT', '<-  221 Bye']
      .map((line, index) => `2026-11-24T10:00:0${index}.5Z ${line}`)
      .join('\n');
    const times = readTranscript(log).utterances.map(({ time }) => time);
    assert.deepEqual(
      times,
      [0, 1, 2, 3].map((second) => Date.UTC(2026, 10, 24, 10, 0, second, 500)),
    );
  });

  test('is not mixed with the format’s own', () => {
    const log = [
      '"DEBUG"\t1\t"2026-02-12 02:35:40.970"\t"TCP connection started for session 7"',
      '"SMTPD"\t1\t7\t"2026-02-12 02:35:40.970"\t"192.0.2.1"\t"SENT: 220 mx ESMTP"',
    ]
      .map((line) => `Nov 24 18:10:00 host app[1]: ${line}`)
      .join('\n');
    const times = readTranscript(log).utterances.map(({ time }) => time);
    assert.deepEqual(times, [times[1], times[1]]);
  });
});

test('where a line stands is known also where a prefix was undone in pieces', () => {
  const log = ['S: 220 mx', 'C: EHLO a', 'S: 250 mx'].map(
    (line) => `\u001b[32m${line.slice(0, 5)}\u001b[0m${line.slice(5)}`,
  );
  const [, greeting] = readTranscript(log.join('\n')).utterances;
  assert.deepEqual(
    greeting?.pieces?.map(({ at, column, width }) => [at, column, width]),
    [
      [0, 8, 2],
      [2, 14, 4],
    ],
  );
});

describe('a prefix before what a collector or a terminal wrote', () => {
  const prefixed = (path: string, prefix: (number: number) => string) =>
    readFileSync(`test/corpus/pastes/${path}`, 'utf8')
      .trimEnd()
      .split('\n')
      .map((line, index) => `${prefix(index + 1)}${line}\n`)
      .join('');

  for (const [path, name, prefix] of [
    ['json-file.log', 'pm2', () => '0|app  | '],
    ['json-file.log', 'grep', () => 'mail.log:'],
    ['script.log', 'grep -n', (number: number) => `${number}:`],
    ['script.log', 'cat -n', (number: number) => `${String(number).padStart(6)}\t`],
  ] as const) {
    test(`${path} behind ${name}`, () => {
      assert.deepEqual(dump(prefixed(path, prefix)), dump(readFileSync(`test/corpus/pastes/${path}`, 'utf8')));
    });
  }
});

test('the journal as JSON tells program, process and time in fields of their own', () => {
  const entry = (message: string, pid: string) =>
    `{"__REALTIME_TIMESTAMP":"1795963052030731","_HOSTNAME":"mx","SYSLOG_IDENTIFIER":"postfix/smtpd","_PID":"${pid}","MESSAGE":"${message}"}`;
  const { text, process, pid, host, time } = peeled(entry('< a[192.0.2.1]: QUIT', '23706'));
  assert.deepEqual(
    { text, process, pid, host, time },
    { text: '< a[192.0.2.1]: QUIT', process: 'postfix/smtpd', pid: '23706', host: 'mx', time: 1795963052030 },
  );
  const said = ['> a[192.0.2.1]: 220 mx', '< a[192.0.2.1]: QUIT', '> a[192.0.2.1]: 221 Bye'];
  const log = said.flatMap((each) => [entry(each, '1'), entry(each, '2')]).join('\n');
  assert.equal(readTranscript(log).sessions.length, 2);
});

describe('what a page or a mail puts around', () => {
  const LOG =
    ' -> EHLO a.example\n<-  250 mx\n -> MAIL FROM:<a@a.example>\n<-  250 Ok\n -> RCPT TO:<b@b.example>\n<-  250 Ok\n';

  test('escapes of HTML are undone, with their places', () => {
    const text = LOG.replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    assert.deepEqual(dump(text), dump(LOG));
    const mail = readTranscript(text).utterances.find((each) => each.text.startsWith('MAIL'));
    assert.equal(mail?.text, 'MAIL FROM:<a@a.example>');
    assert.equal(text.split('\n')[2]?.slice(mail.start, mail.end), 'MAIL FROM:&lt;a@a.example&gt;');
    // Where addresses stand in brackets, an escape is what was said.
    assert.deepEqual(choosePeelers(sample('MAIL FROM:<a@a.example>', '&lt;p&gt;')), []);
  });

  test('the blank behind a number and a colon belongs to the line unless each has one', () => {
    const numbered = LOG.trimEnd().split('\n');
    const text = (glue: string) => numbered.map((line, index) => `${index + 10}:${glue}${line}\n`).join('');
    assert.deepEqual(dump(text('')), dump(LOG));
    assert.deepEqual(dump(text(' ')), dump(LOG));
  });

  test('a block of code may hold empty lines and prefixes of its own', () => {
    const syslog = `> a[192.0.2.1]: 220 mx\n\n< a[192.0.2.1]: EHLO a.example\n> a[192.0.2.1]: 250 mx\n`.replaceAll(
      /^(?=[<>])/gm,
      'Nov 24 19:02:08 mx postfix/smtpd[23706]: ',
    );
    const block = `Hello,\n\n${syslog.replaceAll(/^/gm, '    ')}\nany idea?\n`;
    assert.deepEqual(
      dump(block).map((line) => line.replace(/^\d+/, '')),
      dump(syslog).map((line) => line.replace(/^\d+/, '')),
    );
    assert.equal(readTranscript(block).detection.dialect?.id, 'postfix-v');
  });
});
