/** Sessions of many kinds for the property tests of what writes transcripts: valid, with mail data that imitates all else. */
import fc from 'fast-check';

/** Lines `C: …` and `S: …` of one session, without notes. */
export type SessionLines = readonly string[];

const host = fc.constantFrom('mx.example.org', 'mail.example.net', 'relay-7.example.com');
const address = fc.constantFrom(
  'alice@example.com',
  "o'brien+tag@example.org",
  'bob@mail.example.net',
  '"a b"@example.org',
);
const words = fc.constantFrom(
  'Ok',
  'Requested mail action okay, completed',
  'queued as 4Bx7c "fine" <now>',
  '2.0.0 Ok: 12 octets',
  '100% \\ done & dusted',
);

/** A reply of one or more lines. */
const reply = (code: number, more: fc.Arbitrary<string> = words): fc.Arbitrary<string[]> =>
  fc
    .array(more, { minLength: 1, maxLength: 3 })
    .map((texts) => texts.map((text, index) => `S: ${code}${index < texts.length - 1 ? '-' : ' '}${text}`));

const TRICKY = [
  '',
  'Subject: weekly report',
  'QUIT',
  'MAIL FROM:<mallory@example.org>',
  '250 units were sold',
  '250-and more',
  '354 go ahead',
  'C: DATA',
  'S: 250 Ok',
  '<- 250 Ok',
  ' -> RCPT TO:<x@example.org>',
  '<<< 221 Bye',
  '>>> QUIT',
  '..',
  '..two dots',
  'a "quoted" \\ back\\slash \\r\\n and \'apostrophe\'',
  '<b>bold</b> &lt;tag&gt; &amp; more',
  'grüße, 世界',
  '* * *',
  '# no comment',
  '--- session 2 ---',
  '--',
  'key=value, key="value"',
  '[EOF]',
  '} [5 bytes data]',
  '550 5.1.1 no such user',
] as const;

/** Without blanks at its ends, which few formats keep. */
const text = fc
  .string({ minLength: 1, maxLength: 60, unit: 'grapheme-ascii' })
  .map((line) => line.trim())
  .filter((line) => line !== '' && !line.startsWith('.'));

const dataLine = fc.oneof({ weight: 2, arbitrary: fc.constantFrom(...TRICKY) }, { weight: 1, arbitrary: text });
const message = fc
  .array(dataLine, { minLength: 0, maxLength: 8 })
  .map((lines) => [...lines, '.'].map((line) => `C: ${line}`));

const concat = (...parts: readonly fc.Arbitrary<readonly string[]>[]): fc.Arbitrary<string[]> =>
  fc.tuple(...parts).map((all) => all.flat());
const say = (line: fc.Arbitrary<string>): fc.Arbitrary<string[]> => line.map((each) => [`C: ${each}`]);

const hello = concat(
  say(fc.constant('EHLO client.example.com')),
  reply(250, fc.constantFrom('mx.example.org', 'PIPELINING', 'SIZE 10240000', 'AUTH PLAIN LOGIN', '8BITMIME')),
);
const tls = fc.oneof(
  fc.constant<string[]>([]),
  concat(say(fc.constant('STARTTLS')), reply(220, fc.constant('2.0.0 Ready to start TLS')), hello),
);
const auth = fc.oneof(
  fc.constant<string[]>([]),
  concat(say(fc.constant('AUTH PLAIN AGFsaWNlQGV4YW1wbGUuY29tAHNlY3JldA==')), fc.oneof(reply(235), reply(535))),
  concat(
    fc.constant(['C: AUTH LOGIN', 'S: 334 VXNlcm5hbWU6', 'C: YWxpY2U=', 'S: 334 UGFzc3dvcmQ6', 'C: c2VjcmV0']),
    fc.oneof(reply(235), reply(535)),
  ),
);
const recipients = fc
  .array(
    concat(
      say(address.map((to) => `RCPT TO:<${to}>`)),
      fc.oneof(reply(250), reply(450), reply(550, fc.constantFrom('5.1.1 User unknown', '5.7.1 no'))),
    ),
    { minLength: 0, maxLength: 2 },
  )
  .map((all) => all.flat());
const sent = concat(
  say(address.map((from) => `MAIL FROM:<${from}> SIZE=1200`)),
  reply(250),
  say(fc.constant('RCPT TO:<friend@example.org>')),
  reply(250),
  recipients,
  say(fc.constant('DATA')),
  reply(354),
  message,
  fc.oneof(reply(250), reply(451), reply(554)),
);
const refused = concat(
  say(fc.constant('MAIL FROM:<>')),
  fc.oneof(reply(250), reply(451), reply(550)),
  say(fc.constantFrom('RSET', 'NOOP', 'HELP')),
  reply(250),
);
const transactions = fc.array(fc.oneof(sent, refused), { maxLength: 3 }).map((all) => all.flat());

const wholeSession = (secured: fc.Arbitrary<string[]>): fc.Arbitrary<SessionLines> =>
  concat(
    host.map((name) => [`S: 220 ${name} ESMTP ready`]),
    hello,
    secured,
    auth,
    transactions,
    say(fc.constant('QUIT')),
    reply(221, fc.constant('2.0.0 Bye')),
  );

/** A whole session from the greeting to the answer to QUIT. */
export const session = wholeSession(tls);

/** One without TLS. */
export const clearSession = wholeSession(fc.constant([]));
