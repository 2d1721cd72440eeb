/** The canonical format holds whatever the model holds: converting a canonical transcript changes nothing in it. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { convert } from '../../server/src/output/convert';
import { canonical } from '../../server/src/transcript/dialects/canonical';
import type { Session } from '../../server/src/transcript/reader';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import { checkCorpus, codesOf, commandsOf } from '../helpers/corpus';
import { short } from '../helpers/talk';
import { session } from './sessions';

const again = (text: string) => convert(readTranscript(text, canonical), canonical);

/**
 * Everything of the utterances but where they stand and what their session is called. That a connection begins where a
 * session does goes without saying.
 */
function content({ utterances }: Transcript): object[] {
  return utterances.flatMap((utterance): object[] => {
    const { line: _l, start: _s, end: _e, pieces: _p, session: _n, text, ...rest } = utterance;
    if (rest.speaker !== 'tool') return [{ ...rest, text }];
    const { event } = rest;
    return event.type === 'connect' && event.whole && event.host === undefined && !event.tls ? [] : [rest];
  });
}

function exchanges({ sessions }: Transcript): string[][] {
  return sessions.map(({ steps }: Session) =>
    steps.map(({ exchange }) => short(exchange)).filter((each) => each !== 'connect'),
  );
}

function sameAgain(text: string): void {
  const before = readTranscript(text, canonical);
  const written = convert(before, canonical);
  const after = readTranscript(written, canonical);
  assert.deepEqual(content(after), content(before), written);
  assert.deepEqual(exchanges(after), exchanges(before), written);
}

const EVENTS = [
  '* elided',
  '* elided data',
  '* elided data 12 lines',
  '* elided data 12 lines 340 octets',
  '* elided secret',
  '* elided answer',
  '* elided lines',
  '* tls',
  '* tls TLSv1.3 TLS_AES_256_GCM_SHA384',
  '* tls - TLS_AES_256_GCM_SHA384',
  '* tls unseen TLSv1.2',
  '* error tls: certificate has expired',
  '* error other: tls: is a word of the message',
  '* error timeout: no answer in 300 s',
  '* something else',
];
const SAID = [
  'C: ****',
  'C: RCPT TO:<a@example.org>',
  'C: text␊',
  'C: text␍',
  'C: text␍␍␊',
  'C: te␍xt',
  'C: te␀xt␡',
  'C: te␦␀xt ␦␦',
  'C: trailing  ',
  'C:  leading',
  'C: ',
  'S: 250 Ok␊',
  'S: 250-first',
  'S: no code',
  'S: 334 VXNlcm5hbWU6',
];
const line = fc.constantFrom(...EVENTS, ...SAID);
/** A session with other lines put in between: what stands before the greeting, and after the end, is another session. */
const disturbed = fc
  .tuple(session, fc.array(fc.tuple(fc.nat(60), line), { maxLength: 5 }))
  .map(([lines, more]) => more.reduce((all, [at, each]) => all.toSpliced(1 + (at % all.length), 0, each), [...lines]))
  .chain((lines) =>
    fc
      .constantFrom('', '* closed', '* closed by client', '* closed by server')
      .map((end) => (end === '' ? lines : [...lines, end])),
  );
const stamped = fc
  .tuple(disturbed, fc.constantFrom(undefined, '2026-11-24T18:55:02.123Z', '18:55:02.123'))
  .map(([lines, stamp]) => (stamp === undefined ? lines : lines.map((each) => `${stamp} ${each}`)));
const text = (lines: readonly string[]) => lines.map((each) => `${each}\n`).join('');

describe('canonical → canonical', () => {
  test('keeps every utterance and every exchange', () => {
    fc.assert(
      fc.property(stamped, (lines) => sameAgain(text(lines))),
      { numRuns: 150, seed: 20261124 },
    );
  });

  test('keeps several sessions', () => {
    fc.assert(
      fc.property(fc.array(stamped, { minLength: 2, maxLength: 3 }), (sessions) =>
        sameAgain(sessions.map((lines, index) => `--- session ${index} of all ---\n${text(lines)}`).join('')),
      ),
      { numRuns: 40, seed: 20261124 },
    );
  });

  for (const head of [
    '* connected to mx.example.org:25',
    '* connected to mx.example.org [192.0.2.1]:25',
    '* connected to [2001:db8::1]:25',
    '* connected to [2001:db8::1]',
    '* connected to 192.0.2.1, not from the start',
    '* connected, not from the start, tls unknown',
    '* connected, tls unknown',
    '* elided',
  ]) {
    test(`keeps ${head}`, () => {
      const whole = `${head}\nC: MAIL FROM:<a@example.org>\nS: 250 Ok\n`;
      assert.equal(again(whole), whole);
    });
  }

  test('keeps what an event says besides', () => {
    const words =
      'S: 220 mx\nC: STARTTLS\nS: 220 Go\n* tls TLSv1.3 TLS_AES_256_GCM_SHA384 certificate verify failed: expired\n';
    assert.equal(again(words), words);
  });

  test('keeps delivery events', () => {
    const events = '* delivery bounced queue=4Bx7c to=<b@example.org> code=550 reason="no \\"such\\" user"\n';
    sameAgain(events);
  });

  test('keeps the name of a single session and the replies that are left out', () => {
    const named = '--- session deploy ---\nS: 220 mx\nC: EHLO a.example\nC: NOOP\n* elided replies\nS: 250 Ok\n';
    assert.equal(again(named), named);
  });

  test('is the same when it is converted twice', () => {
    fc.assert(
      fc.property(stamped, (lines) => {
        const once = again(text(lines));
        assert.equal(again(once), once);
      }),
      { numRuns: 60, seed: 20261124 },
    );
  });
});

describe('dialect → canonical', () => {
  for (const { path, dialect } of checkCorpus('test/corpus')) {
    if (dialect === undefined) continue;
    test(`keeps commands and replies of ${path}`, () => {
      const before = readTranscript(readFileSync(`test/corpus/${path}`, 'utf8'));
      const after = readTranscript(convert(before, canonical), canonical);
      const inShort = (transcript: Transcript) =>
        transcript.sessions.map((each) => ({
          verbs: commandsOf({ ...transcript, sessions: [each] }).map(({ verb }) => verb),
          codes: codesOf(each),
        }));
      assert.deepEqual(inShort(after), inShort(before));
    });
  }

  test('doubles the dots that a log shows before they were doubled', () => {
    const log = readTranscript(
      'Net::SMTP>>> Net::SMTP(3.14)\nNet::SMTP=GLOB(0x5)<<< 220 mx ESMTP\nNet::SMTP=GLOB(0x5)>>> EHLO a.example\nNet::SMTP=GLOB(0x5)<<< 250 mx\nNet::SMTP=GLOB(0x5)>>> MAIL FROM:<a@b.example>\nNet::SMTP=GLOB(0x5)<<< 250 Ok\nNet::SMTP=GLOB(0x5)>>> RCPT TO:<c@d.example>\nNet::SMTP=GLOB(0x5)<<< 250 Ok\nNet::SMTP=GLOB(0x5)>>> DATA\nNet::SMTP=GLOB(0x5)<<< 354 Go\nNet::SMTP=GLOB(0x5)>>> .profile\nNet::SMTP=GLOB(0x5)>>> .\nNet::SMTP=GLOB(0x5)<<< 250 Ok\n',
    );
    assert.equal(log.detection.dialect?.id, 'net-smtp');
    assert.match(convert(log, canonical), /^C: \.\.profile\nC: \.\n/m);
  });
});
