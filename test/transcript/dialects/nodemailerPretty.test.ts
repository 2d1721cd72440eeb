import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { judgeAll } from '../../../server/src/rules/judge';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

type Said = readonly [tnx: string, text: string];
const SESSION: readonly Said[] = [
  ['network', 'Connection established to 192.0.2.1:25'],
  ['server', '220 mx.test ESMTP'],
  ['client', 'EHLO a.test'],
  ['server', '250-mx.test\n250 8BITMIME'],
  ['client', 'MAIL FROM:<a@a.test>'],
  ['server', '250 Ok'],
  ['client', 'RCPT TO:<b@b.test>'],
  ['server', '250 Ok'],
  ['client', 'DATA'],
  ['server', '354 Go'],
  ['message', 'Subject: x\n\n    indented: "yes"\n250 is no reply'],
  ['message', '.'],
  ['server', '250 Ok'],
  ['smtp', 'Closing connection to the server using "end"'],
];

const FORMS = {
  'pino-pretty': ([tnx, text]: Said) =>
    `[10:00:00.123] DEBUG (42): ${text}\n    component: "smtp-connection"\n    sid: "aB3"\n    tnx: "${tnx}"\n`,
  'pino-pretty, one line': ([tnx, text]: Said) =>
    `[2026-11-29 10:00:00.123 +0000] DEBUG: ${text} {"component":"smtp-connection","sid":"aB3","tnx":"${tnx}"}\n`,
  winston: ([tnx, text]: Said) =>
    `debug: ${text} {"component":"smtp-connection","sid":"aB3","timestamp":"x","tnx":"${tnx}"}\n`,
  bunyan: ([tnx, text]: Said) => {
    const head = '[2026-11-29T10:00:00.123Z] DEBUG: mail/smtp-connection/42 on host:';
    const meta = `(sid=aB3, tnx=${tnx})`;
    return text.includes('\n')
      ? `${head} ${meta}\n    ${text.replaceAll('\n', '\n    ')}\n`
      : `${head} ${text} ${meta}\n`;
  },
} as const;

for (const [name, form] of Object.entries(FORMS)) {
  describe(name, () => {
    const log = SESSION.map(form).join('');

    test('each record is told with all its lines', () => {
      const { detection, sessions } = readTranscript(log);
      assert.equal(detection.dialect?.id, 'nodemailer-pretty');
      assert.deepEqual(
        dump(log).map((line) => line.replace(/^\d+ /, '')),
        [
          'connect 192.0.2.1:25',
          'S 220',
          'C EHLO a.test',
          'S 250 ×2',
          'C MAIL FROM:<a@a.test>',
          'S 250',
          'C RCPT TO:<b@b.test>',
          'S 250',
          'C DATA',
          'S 354',
          'data 4 lines',
          'S 250',
          'close by client',
        ],
      );
      const codes = judgeAll(sessions).map(({ rule }) => rule.code);
      assert.deepEqual(
        codes.filter((code) => code !== 'sequence.no-quit'),
        [],
      );
    });

    test('what was said is where it stands', () => {
      const { utterances } = readTranscript(log);
      const rows = log.split('\n');
      for (const each of utterances) {
        if (each.speaker === 'tool' || each.text === '') continue;
        assert.equal(rows[each.line]?.slice(each.start, each.end), each.text);
      }
    });

    test('other records of the log are none of it, and a written one may stand inside', () => {
      const written = dialectById('nodemailer-pretty')?.write('client', 'NOOP', undefined);
      const [first = '', ...rest] = form(['client', 'RSET']).split('\n');
      const more = `${log}info: another record\nof two lines\n${[first, written, ...rest].join('\n')}info: a third\n`;
      assert.deepEqual(
        dump(more)
          .slice(-2)
          .map((line) => line.replace(/^\d+ /, '')),
        ['C RSET', 'C NOOP'],
      );
    });
  });
}

test('a record that is longer than anybody reads keeps what it is about', () => {
  const long = SESSION.map((said) =>
    FORMS['pino-pretty'](said[1].startsWith('Subject') ? ['message', `x\n${'line\n'.repeat(3000)}end`] : said),
  );
  const log = long.join('');
  assert.ok(dump(log).some((line) => /data \? lines/.test(line)));
  assert.deepEqual(
    judgeAll(readTranscript(log).sessions).filter(({ rule }) => rule.code !== 'sequence.no-quit'),
    [],
  );
});

describe('smtp-server', () => {
  const said = [
    ['connection', 'Connection from a.test'],
    ['send', 'S: 220 mx.test ESMTP'],
    ['command', 'C: EHLO a.test'],
    ['send', 'S: 250-mx.test\n250 SIZE'],
    ['command', 'C: QUIT'],
    ['send', 'S: 221 Bye'],
    ['close', 'Connection closed to a.test'],
  ] as const;
  const expected = ['connect a.test', 'S 220', 'C EHLO a.test', 'S 250 ×2', 'C QUIT', 'S 221', 'close by unknown'];
  const read = (log: string) => dump(log).map((line) => line.replace(/^\d+ /, ''));

  test('its records are of the same kind', () => {
    const object = ([tnx, text]: (typeof said)[number]) =>
      `debug: ${text} {"cid":"a1b2c3","component":"smtp-server","tnx":"${tnx}"}\n`;
    assert.deepEqual(read(said.map(object).join('')), expected);
    const lines = ([tnx, text]: (typeof said)[number]) =>
      `[10:00:00.123] DEBUG (42): ${text}\n    component: "smtp-server"\n    tnx: "${tnx}"\n    cid: "a1b2c3"\n`;
    assert.deepEqual(read(said.map(lines).join('')), expected);
    const behind = ([tnx, text]: (typeof said)[number]) =>
      `10:00:00.123Z DEBUG mx/smtp-server: ${text.includes('\n') ? '' : `${text} `}(tnx=${tnx}, cid=a1b2c3)\n${
        text.includes('\n') ? `    ${text.replaceAll('\n', '\n    ')}\n` : ''
      }`;
    assert.deepEqual(read(said.map(behind).join('')), expected);
  });
});

test('a log of anything else has heads, too', () => {
  const log = 'info: Server started\nwarn: slow\n'.repeat(20);
  assert.equal(readTranscript(log).detection.dialect, undefined);
  const other = 'debug: 220 mx ESMTP {"user":"a","tnx":"server"}\n'.repeat(5);
  assert.notEqual(readTranscript(other).detection.dialect?.id, 'nodemailer-pretty');
});
