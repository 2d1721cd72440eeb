import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { canonical } from '../../../server/src/transcript/dialects/canonical';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import type { ToolEvent } from '../../../server/src/transcript/transcript';

const read = (text: string) => readTranscript(text, canonical).utterances;
const event = (line: string): ToolEvent | undefined => {
  const told = read(`${line}\n`).find((each) => each.speaker === 'tool' && each.text !== '');
  return told?.speaker === 'tool' ? told.event : undefined;
};

describe('times', () => {
  const noon = Date.UTC(2026, 10, 24, 12);

  for (const [stamp, time] of [
    ['2026-11-24T12:00:00.250Z', noon + 250],
    ['2026-11-24T13:00:00.250+01:00', noon + 250],
    ['2026-11-24 12:00:00Z', noon],
    ['12:00:00.250', 12 * 3_600_000 + 250],
    ['00:00:00.0614', 61],
  ] as const) {
    test(stamp, () => {
      const said = read(`${stamp} S: 220 mx\n${stamp} C: EHLO a.example\n${stamp} * closed by client\n`).slice(1);
      assert.deepEqual(
        said.map((each) => each.time),
        [time, time, time],
      );
    });
  }

  test('a line without one has that of the line before it', () => {
    assert.deepEqual(
      read('12:00:00 S: 220 mx\nC: QUIT\n12:00:01 S: 221 Bye\n').map(({ time }) => time),
      [undefined, 43_200_000, 43_200_000, 43_201_000],
    );
  });
});

describe('events', () => {
  for (const [line, expected] of [
    [
      '* connected to mx.example.org [192.0.2.1]:25',
      { type: 'connect', whole: true, host: 'mx.example.org', port: 25 },
    ],
    ['* connected to [2001:db8::1]:25', { type: 'connect', whole: true, host: '2001:db8::1', port: 25 }],
    ['* connected to 192.0.2.1, not from the start', { type: 'connect', whole: false, host: '192.0.2.1' }],
    ['* connected, not from the start, tls unknown', { type: 'connect', whole: false, tls: 'unknown' }],
    ['* tls - TLS_AES_256_GCM_SHA384', { type: 'tls', cipher: 'TLS_AES_256_GCM_SHA384' }],
    ['* tls unseen TLSv1.3', { type: 'tls', protocol: 'TLSv1.3', unseenStart: true }],
    [
      '* error lost: error tls: was the last word',
      { type: 'error', about: 'lost', message: 'error tls: was the last word' },
    ],
  ] as const) {
    test(line, () => assert.deepEqual(event(line), expected));
  }

  test('what is left out is the speaker’s', () => {
    const elided = read('S: 220 mx\n* elided answer\n* elided secret\n* elided lines\n* elided data 3 lines\n').slice(
      2,
    );
    assert.deepEqual(
      elided.map((each) => (each.speaker === 'tool' ? undefined : [each.speaker, each.elided?.what])),
      [
        ['server', 'secret'],
        ['client', 'secret'],
        ['server', 'lines'],
        ['client', 'data'],
      ],
    );
  });

  test('after replies that are left out, the next one answers the last command', () => {
    const [, , , , reply] = read('S: 220 mx\nC: NOOP\nC: HELP\n* elided replies\nS: 214 Help\n');
    assert.equal(reply?.speaker === 'server' ? reply.answers : undefined, 'last');
  });
});

test('behind a program’s name it is that program’s log, which may say nothing of TLS', () => {
  const log = ['S: 220 mx.test ESMTP', 'C: EHLO a.test', 'S: 250 AUTH LOGIN'];
  const named = log.map((line) => `mailer: ${line}`).join('\n');
  const connected = (text: string) => readTranscript(text).utterances[0];
  const event = { type: 'connect', whole: true };
  assert.deepEqual(connected(named), { ...connected(named), event: { ...event, tls: 'unknown' } });
  assert.deepEqual(connected(log.join('\n')), { ...connected(log.join('\n')), event });
});

test('behind a prefix, what begins in the middle shows not all of the session', () => {
  const log = (prefix: string, first: string) => `${prefix}C: ${first}\n${prefix}S: 250 Ok\n`;
  for (const [prefix, first, whole] of [
    ['DEBUG ', 'MAIL FROM:<a@sender.test>', false],
    ['DEBUG ', 'EHLO client.example.com', true],
    ['', 'MAIL FROM:<a@sender.test>', true],
  ] as const) {
    const [told] = readTranscript(log(prefix, first)).utterances;
    assert.deepEqual(told?.speaker === 'tool' && told.event, { type: 'connect', whole });
  }
});
