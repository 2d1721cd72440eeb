/** The ten situations that a hover must answer at a glance: the answer first, then why here, then how to fix. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursor, hoverAt, sample, sectionOf } from './hoverAt';

interface Situation {
  readonly name: string;
  readonly file: string;
  readonly on: string;
  readonly nth?: number;
  /** In the first line. */
  readonly answer: RegExp;
  readonly why: readonly RegExp[];
  readonly fix?: RegExp;
  /** What would be noise or repetition here. */
  readonly not?: RegExp;
}

const SITUATIONS: readonly Situation[] = [
  {
    name: '503 after DATA with all recipients refused',
    file: 'data-refused-503.smtp',
    on: '503',
    answer: /^\*\*503 Bad sequence of commands\*\* — DATA although every recipient was refused/,
    why: [
      /Answers `DATA` on line 11/,
      /Line 10, refused here: `550 5\.1\.1 <ghost@example\.org>/,
      /`<deploy@example\.com>`.* refused: 1/,
    ],
    fix: /^- Mend line 10 first: 550 5\.1\.1 Bad destination mailbox address\. User: check the address\./m,
    not: /need RCPT command/,
  },
  {
    name: '550 5.7.26 from Gmail',
    file: 'gmail-550-5.7.26.smtp',
    on: '550-',
    answer: /^\*\*550 .*\*\* — Gmail: Neither SPF nor DKIM passed/,
    why: [/Answers the message that ends on line 23, from `<news@example\.com>`/],
    fix: /add the sending address to SPF or sign with DKIM/,
    not: /has been blocked because/,
  },
  {
    name: '451 4.7.1 greylisting',
    file: 'greylisting-451.smtp',
    on: '451',
    answer: /^\*\*451 .*\*\* — Greylisting: Nothing is wrong with the message/,
    why: [/Answers `RCPT TO:<bob@example\.org>` on line 11/],
    fix: /retry from the same IP address/,
    not: /please try again in 300 seconds|Delivery not authorised/,
  },
  {
    name: '454 after STARTTLS',
    file: 'starttls-454.smtp',
    on: '454',
    answer: /^\*\*454 TLS or authentication temporarily not available\*\* — The server cannot do `STARTTLS`/,
    why: [/Answers `STARTTLS` on line 8/, /no TLS/],
    fix: /never send a password without TLS/,
    not: /due to local problem\n/,
  },
  {
    name: '535 5.7.139 from Microsoft',
    file: 'microsoft-535-5.7.139.smtp',
    on: '535 ',
    answer: /^\*\*535 .*\*\* — Microsoft 365: .*does not allow login over SMTP/,
    why: [/Answers `AUTH LOGIN` on line 18/, /inside TLS/],
    fix: /Administrator: allow SMTP AUTH for this mailbox/,
    not: /aka\.ms|not-a-real-secret|printer@|IANA registry/,
  },
  {
    name: 'SIZE in the reply to EHLO',
    file: 'ehlo-size.smtp',
    on: 'SIZE',
    answer: /^\*\*SIZE Message size declaration\*\*/,
    why: [/10 240 000 octets \(9\.8 MiB\)/, /Offered in answer to EHLO on line 3/, /Not used in this session/],
  },
  {
    name: 'MAIL with BODY=8BITMIME',
    file: 'mail-8bitmime.smtp',
    on: '8BITMIME',
    nth: 2,
    answer: /^\*\*BODY Body type\*\* — .*8BITMIME: The server takes message text with octets above 127/,
    why: [/8BITMIME was offered on line 7/, /Answered with `250 2\.1\.0 Ok`/],
  },
  {
    name: '250 2.0.0 queued',
    file: 'queued-250.smtp',
    on: '250 2.0.0',
    answer: /^\*\*250 .*\*\* — The server has the message: .*queue id there is `26F6B16610E`/,
    why: [/Answers the message that ends on line 24, from `<alice@example\.com>`/],
    fix: /Ask the server's operator with the queue id/,
    not: /not a promise of delivery/,
  },
  {
    name: '421 in the middle of a transaction',
    file: 'closing-421.smtp',
    on: '421',
    answer: /^\*\*421 Service not available, closing connection\*\* — The server cannot or will not go on/,
    why: [/said it by itself/, /`<alice@example\.com>` \(line 7\) is lost with it/],
    fix: /keep the message queued/,
  },
  {
    name: '334 with the error of XOAUTH2',
    file: 'xoauth2-334.smtp',
    on: '334',
    answer:
      /^\*\*334 .*\*\* — The server does not accept the access token \(status `401`: expired, .* scope `https:\/\/mail\.google\.com\/`/,
    why: [/Answers `AUTH XOAUTH2` on line 15/, /ended with 535 on line 18/],
    fix: /get a fresh token for this scope/,
    not: /expired-token|app@example\.com|dXNlcj1/,
  },
];

describe('hover in the ten situations', () => {
  for (const { name, file, on, nth, answer, why, fix, not } of SITUATIONS) {
    test(name, () => {
      const markdown = hoverAt({ at: cursor(sample(file), on, nth) }) ?? '';
      assert.match(markdown.split('\n')[0] ?? '', answer);
      const reasons = sectionOf(markdown, 'Why here');
      for (const each of why) assert.match(reasons, each);
      const advice = sectionOf(markdown, 'How to fix');
      if (fix !== undefined) assert.match(advice, fix);
      if (not !== undefined) assert.doesNotMatch(markdown, not);
      if (fix !== undefined) assert.ok(markdown.indexOf(reasons) < markdown.indexOf(advice), 'why comes before how');
    });

    test(`${name}, in Chinese`, () => {
      const at = cursor(sample(file), on, nth);
      const markdown = hoverAt({ at, locale: 'zh-cn' }) ?? '';
      assert.match(markdown.split('\n')[0] ?? '', /\p{Script=Han}/u);
      assert.notEqual(sectionOf(markdown, '为何在此'), '');
      if (fix !== undefined) assert.notEqual(sectionOf(markdown, '如何修复'), '');
      assert.doesNotMatch(markdown, /Why here|How to fix|\{\w+\}/);
    });

    test(`${name}, says nothing twice`, () => {
      const markdown = hoverAt({ at: cursor(sample(file), on, nth) }) ?? '';
      const lines = markdown.split('\n').filter((line) => line.length > 30 && !line.startsWith('Specification'));
      assert.deepEqual(
        lines.filter((line, index) => lines.indexOf(line) !== index),
        [],
      );
    });
  }
});
