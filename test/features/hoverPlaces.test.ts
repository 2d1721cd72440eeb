/** Where a hover is given, where none is, and that it shows no more than it may. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { cursor, hoverAt, sample, sectionOf } from './hoverAt';

const REFUSED = sample('data-refused-503.smtp');
const QUEUED = sample('queued-250.smtp');
const TOKEN = sample('xoauth2-334.smtp');
const LOGIN = sample('microsoft-535-5.7.139.smtp');

const titleAt = (text: string, on: string, nth?: number) =>
  /^\*\*([^*]+)\*\*/.exec(hoverAt({ at: cursor(text, on, nth) }) ?? '')?.[1];

describe('a hover is there', () => {
  const places: readonly [string, string, string, number?][] = [
    ['on a verb', REFUSED, 'RCPT', 1] as const,
    ['on a verb in lower case', REFUSED.replace('C: DATA', 'C: data'), 'data', 1] as const,
    ['on an enhanced code', REFUSED, '5.1.1', 1] as const,
    ['on FROM', REFUSED, 'FROM', 1] as const,
    ['on TO', REFUSED, 'TO:', 1] as const,
    ['on a keyword of EHLO', REFUSED, 'ENHANCEDSTATUSCODES', 1] as const,
    ['on a mechanism offered', LOGIN, 'XOAUTH2', 1] as const,
    ['on a mechanism used', TOKEN, 'XOAUTH2', 2] as const,
    ['on a term in a reply', sample('greylisting-451.smtp'), 'Greylisted', 1] as const,
    ['on a TLS version that the tool tells', TOKEN, 'TLSv1.3', 1] as const,
    ['on a cipher that the tool tells', TOKEN, 'TLS_AES', 1] as const,
  ];
  const titles = [
    'RCPT Add a recipient',
    'DATA Send the message',
    '5.1.1 Bad destination mailbox address',
    'Reverse-path',
    'Forward-path',
    'ENHANCEDSTATUSCODES Enhanced status codes',
    'XOAUTH2 OAuth 2.0 bearer token (Google, Microsoft)',
    'XOAUTH2 OAuth 2.0 bearer token (Google, Microsoft)',
    'Greylisting',
    'TLS 1.3',
    'Cipher Suite',
  ];
  for (const [index, [name, text, on, nth]] of places.entries()) {
    test(name, () => assert.equal(titleAt(text, on, nth), titles[index]));
  }
});

describe('no hover is there', () => {
  const nothing: readonly [string, string, string, number?][] = [
    ['on an address of a command', REFUSED, 'ghost'],
    [
      'on the host of an address that is named like a keyword',
      REFUSED.replace(/ghost@example/g, 'to@from.example'),
      'from.',
    ],
    ['on the host in the greeting', REFUSED, 'mx.example'],
    ['on a header field of the message', QUEUED, 'Message-ID'],
    ['on text of the message', QUEUED, 'See you'],
    ['on the response to a 334', LOGIN, 'cHJpbnRlckBle'],
    ['on an initial response', TOKEN, 'dXNlcj1hcHB'],
    ['on the words after a speaker of the tool', QUEUED, 'connected'],
  ];
  for (const [name, text, on, nth] of nothing) {
    test(name, () => assert.equal(hoverAt({ at: cursor(text, on, nth) }), undefined));
  }
});

describe('a hover shows no more than it may', () => {
  test('a secret is not quoted as the command that was answered', () => {
    const text = LOGIN.replace('C: AUTH LOGIN', 'C: AUTH PLAIN AGFsaWNlAG5vdC1hLXJlYWwtc2VjcmV0').replace(
      /S: 334 .*\nC: .*\n/g,
      '',
    );
    const markdown = hoverAt({ at: cursor(text, '535 ') }) ?? '';
    assert.match(markdown, /Answers `AUTH PLAIN` on line 18/);
    assert.doesNotMatch(markdown, /AGFsaWNl|alice/);
  });

  test('a challenge of another mechanism is not decoded, even if it holds JSON', () => {
    const text = TOKEN.replace('AUTH XOAUTH2 dX', 'AUTH LOGIN dX');
    assert.doesNotMatch(hoverAt({ at: cursor(text, '334') }) ?? '', /mail\.google\.com/);
  });

  test('a challenge that is no error is left alone', () => {
    const text = TOKEN.replace(/S: 334 .*/, 'S: 334 eyJ0b2tlbiI6InNlY3JldCJ9');
    const markdown = hoverAt({ at: cursor(text, '334') }) ?? '';
    assert.match(markdown, /^\*\*334 Authentication challenge\*\* — The server wants the next piece/);
    assert.doesNotMatch(markdown, /secret"/);
  });

  test('what the file says becomes neither a link nor a command', () => {
    const evil = '[x](command:evil) <img src=x> **bold**';
    const text = REFUSED.replace('<ghost@example.org>: Recipient address rejected: User unknown', evil).replace(
      'deploy@example.com',
      'a](command:evil)b',
    );
    for (const on of ['503', '550', 'RCPT', 'DATA']) {
      const markdown = hoverAt({ at: cursor(text, on), commandLinks: true }) ?? '';
      const outsideCode = markdown.replace(/`[^`]*`/g, '');
      assert.doesNotMatch(outsideCode, /\]\(command:evil\)|<img/);
    }
  });

  test('links to entries are given only where the client can follow them', () => {
    const at = cursor(REFUSED, '503');
    assert.match(
      hoverAt({ at, commandLinks: true }) ?? '',
      /\[Open reference\]\(command:smtp\.openReference\?%5B%22503%22%5D\)/,
    );
    assert.doesNotMatch(hoverAt({ at }) ?? '', /command:/);
  });
});

describe('a hover tells what depends on the place', () => {
  test('an unknown code is explained by its digits', () => {
    const markdown = hoverAt({ at: cursor(REFUSED.replace('550 5.1.1', '577'), '577') }) ?? '';
    assert.match(markdown, /^\*\*577\*\* — No: nothing was done/);
    assert.match(sectionOf(markdown, 'Why here'), /Answers `RCPT TO:<ghost@example\.org>`/);
  });

  test('a command that fails only as a consequence names the cause', () => {
    const text =
      'S: 220 mx.example.org ESMTP\nC: MAIL FROM:<a@example.com>\nS: 503 5.5.1 send HELO first\nC: RCPT TO:<b@example.org>\nS: 503 5.5.1 need MAIL\nC: QUIT\nS: 221 Bye\n';
    const markdown = hoverAt({ at: cursor(text, '503', 2) }) ?? '';
    assert.match(sectionOf(markdown, 'Why here'), /It fails only because of line 2: `MAIL FROM:<a@example\.com>`/);
  });

  test('a parameter that was not offered is told', () => {
    const text = sample('mail-8bitmime.smtp').replace(
      'S: 250-ENHANCEDSTATUSCODES\nS: 250 8BITMIME',
      'S: 250 ENHANCEDSTATUSCODES',
    );
    assert.match(
      hoverAt({ at: cursor(text, 'BODY') }) ?? '',
      /8BITMIME, which this EHLO reply does not offer|8BITMIME is not among the offers/,
    );
  });

  test('nothing is said about offers that the log does not show', () => {
    const text =
      'C: MAIL FROM:<alice@example.com> BODY=8BITMIME\nS: 250 2.1.0 Ok\nC: RCPT TO:<bob@example.org>\nS: 250 2.1.5 Ok\n';
    assert.doesNotMatch(hoverAt({ at: cursor(text, 'BODY') }) ?? '', /offer/);
  });

  test('AUTH before TLS names the mechanisms that give the password away', () => {
    const text =
      'S: 220 smtp.example.net ESMTP\nC: EHLO a.example\nS: 250-smtp.example.net\nS: 250 AUTH PLAIN CRAM-MD5\nC: QUIT\nS: 221 Bye\n';
    const markdown = hoverAt({ at: cursor(text, 'AUTH') }) ?? '';
    assert.match(markdown, /can read the secret: `PLAIN`\./);
  });

  test('in LMTP each answer names its recipient', () => {
    const text =
      'S: 220 lmtp.example.org LMTP\nC: LHLO a.example\nS: 250 lmtp.example.org\nC: MAIL FROM:<a@example.com>\nS: 250 Ok\nC: RCPT TO:<b@example.org>\nS: 250 Ok\nC: RCPT TO:<c@example.org>\nS: 250 Ok\nC: DATA\nS: 354 Go\nC: Subject: x\nC:\nC: x\nC: .\nS: 250 2.0.0 <b@example.org> Saved\nS: 452 4.2.2 <c@example.org> Full\nC: QUIT\nS: 221 Bye\n';
    assert.match(hoverAt({ at: cursor(text, '452') }) ?? '', /It is the answer for `<c@example\.org>`/);
  });
});

describe('in a log that shows no dialogue', () => {
  const LOG = `Nov 30 10:15:00 mx postfix/smtp[29518]: 00DD12146BF: to=<nobody@example.net>, relay=mx.example.net[192.0.2.1]:25, delay=0.1, delays=0/0/0/0.1, dsn=5.1.1, status=bounced (host mx.example.net[192.0.2.1] said: 550-5.1.1 No such user 550 5.1.1 here (in reply to RCPT TO command))
`;

  test('the code and the enhanced code that decided are explained wherever they stand', () => {
    for (const [code, nth] of [
      ['550', 1],
      ['550', 2],
    ] as const)
      assert.match(hoverAt({ at: cursor(LOG, code, nth) }) ?? '', /^\*\*550 /);
    for (const nth of [1, 2, 3]) assert.match(hoverAt({ at: cursor(LOG, '5.1.1', nth) }) ?? '', /^\*\*5\.1\.1 /);
  });

  test('numbers that look like one are not', () => {
    const at = LOG.replace('delay=0.1', 'delay=550').replace('192.0.2.1]:25', '5.1.1.7]:550');
    assert.equal(hoverAt({ at: cursor(at, '=550') }), undefined);
    assert.equal(hoverAt({ at: cursor(at, ':550') }), undefined);
    assert.equal(hoverAt({ at: cursor(at, '5.1.1.7') }), undefined);
  });

  test('a bounce: in its words, and in the fields that say it again', () => {
    const bounce = `<nobody@example.net>: host mx.example.net[192.0.2.1] said: 550 5.1.1 No such user

Final-Recipient: rfc822; nobody@example.net
Action: failed
Status: 5.1.1
Diagnostic-Code: smtp; 550 5.1.1 No such user
`;
    for (const nth of [1, 2]) {
      const hover = hoverAt({ at: cursor(bounce, '550', nth) }) ?? '';
      assert.match(hover, /^\*\*550 /);
      assert.doesNotMatch(hover, /cannot be delivered/);
    }
  });
});
