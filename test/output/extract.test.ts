import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { extractMessages } from '../../server/src/output/extract';
import { readTranscript } from '../../server/src/transcript/readTranscript';

const HELLO = 'S: 220 mx\nC: EHLO a.example\nS: 250-mx\nS: 250 CHUNKING\n';
const MAIL = 'C: MAIL FROM:<a@b.example>\nS: 250 Ok\nC: RCPT TO:<c@d.example>\nS: 250 Ok\n';
const DATA = 'C: DATA\nS: 354 Go\n';

const messages = (text: string) => extractMessages(readTranscript(HELLO + text));
const texts = (text: string) => messages(text).map((message) => message.text);

describe('extract', () => {
  test('undoes the doubling of dots', () => {
    assert.deepEqual(texts(`${MAIL}${DATA}C: Subject: x\nC: \nC: ..profile\nC: ...\nC: .\nS: 250 Ok\n`), [
      'Subject: x\r\n\r\n.profile\r\n..\r\n',
    ]);
  });

  test('leaves dots alone that the log shows before they were doubled', () => {
    const log =
      'Net::SMTP=GLOB(0x5)<<< 220 mx ESMTP\nNet::SMTP=GLOB(0x5)>>> EHLO a.example\nNet::SMTP=GLOB(0x5)<<< 250 mx\nNet::SMTP=GLOB(0x5)>>> MAIL FROM:<a@b.example>\nNet::SMTP=GLOB(0x5)<<< 250 Ok\nNet::SMTP=GLOB(0x5)>>> RCPT TO:<c@d.example>\nNet::SMTP=GLOB(0x5)<<< 250 Ok\nNet::SMTP=GLOB(0x5)>>> DATA\nNet::SMTP=GLOB(0x5)<<< 354 Go\nNet::SMTP=GLOB(0x5)>>> .profile\nNet::SMTP=GLOB(0x5)>>> .\nNet::SMTP=GLOB(0x5)<<< 250 Ok\n';
    assert.deepEqual(
      extractMessages(readTranscript(log)).map(({ text }) => text),
      ['.profile\r\n'],
    );
  });

  test('gives every message with its session and first line', () => {
    const two = `${MAIL}${DATA}C: one\nC: .\nS: 250 Ok\n${MAIL}${DATA}C: two\nC: .\nS: 554 no\n`;
    assert.deepEqual(
      messages(two).map(({ session, line, text, complete }) => [session, line, text, complete]),
      [
        ['1', 11, 'one\r\n', true],
        ['1', 20, 'two\r\n', true],
      ],
    );
  });

  test('joins the chunks of BDAT', () => {
    const chunked = `${MAIL}C: BDAT 12\nC: Subject: x\nS: 250 Ok\nC: BDAT 9 LAST\nC: \nC: ..end\nS: 250 Ok\n`;
    assert.deepEqual(
      messages(chunked.replace('BDAT 12', 'BDAT 12')).map(({ text, complete }) => [text, complete]),
      [['Subject: x\r\n\r\n..end\r\n', true]],
    );
  });

  test('joins them to an empty last chunk', () => {
    assert.deepEqual(
      messages(`${MAIL}C: BDAT 5\nC: one\nS: 250 Ok\nC: BDAT 0 LAST\nS: 250 Ok\n`).map(({ text, complete }) => [
        text,
        complete,
      ]),
      [['one\r\n', true]],
    );
  });

  for (const [name, text] of [
    ['chunks that were reset', `${MAIL}C: BDAT 5\nC: one\nS: 250 Ok\nC: RSET\nS: 250 Ok\n`],
    ['chunks without a last one', `${MAIL}C: BDAT 5\nC: one\nS: 250 Ok\n`],
    ['data without an end', `${MAIL}${DATA}C: one\n`],
    ['data that is not shown in full', `${MAIL}${DATA}C: one\n* elided data 5 lines\nC: .\nS: 250 Ok\n`],
  ] as const) {
    test(`says that it is not whole: ${name}`, () => {
      assert.deepEqual(
        messages(text).map(({ text: shown, complete }) => [shown, complete]),
        [['one\r\n', false]],
      );
    });
  }

  test('has nothing to give where the log shows no data', () => {
    assert.deepEqual(messages(`${MAIL}${DATA}* elided data\nS: 250 Ok\n`), []);
    assert.deepEqual(messages('C: QUIT\nS: 221 Bye\n'), []);
  });
});
