/** Texts for property tests: anything at all, and logs that a tool might have written. */
import fc from 'fast-check';

/** Any text, with line ends of every kind likely in it. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 40 }),
      fc.constantFrom('\n', '\r\n', '\r\r\n', '\r', '\u0000', '\ufeff'),
    ),
    { maxLength: 40 },
  )
  .map((parts) => parts.join(''));

/** What clients say, right and wrong. */
export const clientLine = fc.constantFrom(
  ...[
    'EHLO a.example',
    'HELO a',
    'LHLO a',
    'MAIL FROM:<a@b.example>',
    'MAIL FROM:<> SIZE=5',
    'RCPT TO:<c@d.example>',
    'RCPT TO:x',
  ],
  ...[
    'DATA',
    'BDAT 5',
    'BDAT 0 LAST',
    'BDAT 9 LAST',
    'RSET',
    'NOOP',
    'QUIT',
    'STARTTLS',
    'VRFY x',
    'AUTH LOGIN',
    'AUTH PLAIN AGEAYg==',
  ],
  ...['.', '..', '', 'Subject: x', 'text', 'YWxpY2U=', '*', 'DATA x', '250 units were sold', '\u0016\u0003\u0001'],
);

/** What servers say, right and wrong. */
export const serverLine = fc.constantFrom(
  ...[
    '220 mx ESMTP',
    '220-mx',
    '250 Ok',
    '250-mx',
    '250-PIPELINING',
    '250 STARTTLS',
    '250-AUTH PLAIN LOGIN',
    '354 Go',
    '334 VXNlcg==',
  ],
  ...[
    '235 2.7.0 Ok',
    '221 2.0.0 Bye',
    '421 4.3.2 closing',
    '450 4.2.1 later',
    '503 5.5.1 order',
    '550 5.1.1 no',
    '554 no',
    '250',
    '000',
    'hello',
  ],
);

interface Format {
  readonly client: readonly string[];
  readonly server: readonly string[];
  readonly other: readonly string[];
}

/** How a few tools write the two sides, and what else they write. */
export const FORMATS: Readonly<Record<string, Format>> = {
  canonical: {
    client: ['C: ', 'C:', '10:00:00 C: '],
    server: ['S: ', '10:00:01.5 S: ', '   '],
    other: [
      '--- session b ---',
      '# note',
      '* tls TLSv1.3',
      '* closed by server',
      '* elided data 3 lines',
      '* elided lines',
      '* elided secret',
      '* cut',
      '* error timeout: slow',
    ],
  },
  swaks: {
    client: [' -> ', ' ~> ', ' *> '],
    server: ['<-  ', '<** ', '<~  ', '<~* '],
    other: [
      '=== Trying mx:25...',
      '=== Connected to mx.',
      '=== TLS started with cipher A:B:1',
      '=== Connection closed with remote host.',
      '*** Remote host closed connection unexpectedly.',
      ' -> 12 lines sent',
    ],
  },
  curl: {
    client: ['> '],
    server: ['< '],
    other: [
      '*   Trying 192.0.2.1:25...',
      '* Connected to mx',
      '} [113 bytes data]',
      '{ [5 bytes data]',
      '* Closing connection 0',
      '* SSL connection using TLSv1.3 / X',
    ],
  },
  'postfix-v': {
    client: [
      'Nov 24 19:02:08 mx postfix/smtpd[1]: < a[192.0.2.1]: ',
      'Nov 24 19:02:08 mx postfix/smtpd[2]: < b[192.0.2.2]: ',
    ],
    server: [
      'Nov 24 19:02:08 mx postfix/smtpd[1]: > a[192.0.2.1]: ',
      'Nov 24 19:02:08 mx postfix/smtpd[2]: > b[192.0.2.2]: ',
    ],
    other: [
      'Nov 24 19:02:08 mx postfix/smtpd[1]: connect from a[192.0.2.1]',
      'Nov 24 19:02:08 mx postfix/smtpd[1]: disconnect from a[192.0.2.1]',
    ],
  },
  'postfix-peers': {
    client: ['< a[192.0.2.1]: ', '< b[192.0.2.2]: ', '> mx[192.0.2.3]:25: '],
    server: ['> a[192.0.2.1]: ', '> b[192.0.2.2]: ', '< mx[192.0.2.3]:25: '],
    other: [
      'connect from a[192.0.2.1]',
      'disconnect from a[192.0.2.1]',
      'smtp_connect_addr: trying: mx[192.0.2.3] port 25...',
    ],
  },
  bare: {
    client: [''],
    server: [''],
    other: ['Trying 192.0.2.1...', 'Connected to mx.', 'Connection closed by foreign host.', 'RENEGOTIATING'],
  },
};

/** A log in the manner of a format, or of all of them at once. */
export function logOf(formats: readonly Format[] = Object.values(FORMATS)): fc.Arbitrary<string> {
  const all = (part: keyof Format) => fc.constantFrom(...formats.flatMap((format) => format[part]));
  const join = (pair: readonly [string, string]) => pair.join('');
  const line = fc.oneof(
    { weight: 5, arbitrary: fc.tuple(all('client'), clientLine).map(join) },
    { weight: 5, arbitrary: fc.tuple(all('server'), serverLine).map(join) },
    { weight: 1, arbitrary: all('other') },
  );
  const eol = fc.constantFrom('\n', '\n', '\n', '\r\n', '\r\r\n', '\r');
  return fc.array(fc.tuple(line, eol).map(join), { maxLength: 40 }).map((lines) => lines.join(''));
}
