/** What several rules use, each named by its file: what one line or one reply is taken for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { consequences, refusalOf, stepOf } from '../../server/src/rules/about';
import { overLength } from '../../server/src/rules/addressLength';
import { readChunk } from '../../server/src/rules/chunks';
import { cancellation, isRedacted, malformedResponse, secretsOf, userNameOf } from '../../server/src/rules/credentials';
import { opened, QUIT } from '../../server/src/rules/exampleSessions';
import {
  isEmptyRecipient,
  isExplained,
  isJudgeable,
  isObsolete,
  strayNonAscii,
} from '../../server/src/rules/explained';
import {
  type FoundAcross,
  Judge,
  judge,
  judgeAll,
  newAcross,
  PartJudge,
  type PartJudgement,
  type RuleSettings,
  silencedBy,
} from '../../server/src/rules/judge';
import { declaredSize, limitOf, oversize } from '../../server/src/rules/limits';
import { lineLimit, lineOctets } from '../../server/src/rules/lineLimits';
import { otherProtocolOf } from '../../server/src/rules/otherProtocol';
import { parameterFaults } from '../../server/src/rules/parameterFaults';
import { DEFAULT_POLICY, underPolicy } from '../../server/src/rules/presets';
import { quote } from '../../server/src/rules/quote';
import { remembering } from '../../server/src/rules/remembering';
import { sourcesOf } from '../../server/src/rules/rfc';
import { greetingOf, isServerName } from '../../server/src/rules/serverName';
import { DEFAULT_THRESHOLDS, isThreshold, THRESHOLD_NAMES, thresholdsOf } from '../../server/src/rules/thresholds';
import { spell } from '../../server/src/rules/timings';
import { TRAITS } from '../../server/src/rules/traits';
import { traitsOf } from '../../server/src/rules/traitsOf';
import { isUsualCommand } from '../../server/src/rules/usualCommand';
import { isUsualCode, isUsualEnhanced, isUsualOffer, isUsualText } from '../../server/src/rules/usualReply';
import type { Session, Step } from '../../server/src/transcript/reader';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import type { CommandExchange, Reply } from '../../server/src/transcript/transcript';

/** The step of the last command of a session that begins with EHLO and these offers. */
function lastStep(lines: string, ...offers: readonly string[]): Step & { readonly exchange: CommandExchange } {
  const { steps } = readTranscript(`${opened(...offers)}${lines}\n`).sessions[0] as { readonly steps: readonly Step[] };
  const step = steps.findLast(({ exchange }) => exchange.kind === 'command');
  assert.ok(step?.exchange.kind === 'command');
  return { ...step, exchange: step.exchange };
}

function replyTo(lines: string, ...offers: readonly string[]): Reply {
  return lastStep(lines, ...offers).exchange.replies.at(-1) as Reply;
}

/** Tests that `of` gives for each text what stands beside it. */
function table<T>(name: string, of: (text: string) => T, cases: Readonly<Record<string, T>>): void {
  for (const [text, expected] of Object.entries(cases))
    test(`${name} ${text.slice(0, 60)}`, () => assert.deepEqual(of(text), expected));
}

const yes = (...texts: readonly string[]) => Object.fromEntries(texts.map((text) => [text, true]));
const no = (...texts: readonly string[]) => Object.fromEntries(texts.map((text) => [text, false]));

table('usualReply: the text', isUsualText, {
  ...yes('Ok', 'a', '  two blanks before', 'behind them  ', '~', '!', 'x'.repeat(480)),
  ...no('', '   ', 'tab\there', '\tOk', 'Grüße', 'x'.repeat(481), 'a\u007f'),
});

table('usualReply: the offer', isUsualOffer, {
  ...yes(
    'SIZE',
    'size 100000',
    'SIZE 0',
    '8BITMIME',
    'X-EXPS GSSAPI NTLM',
    'XXX',
    'AUTH ',
    'A',
    `X ${'y'.repeat(478)}`,
  ),
  ...no(
    '',
    ' SIZE',
    'AUTH=PLAIN',
    'MAX_SIZE',
    'XXXXA',
    'LIMITS RCPTMAX=1',
    'limits',
    'size 1000',
    'SIZE  099999',
    '-X',
    `X ${'y'.repeat(479)}`,
    'SIZE\t1',
  ),
});

table('usualReply: the code', (text) => isUsualCode(text.split(' ')[0] ?? '', Number(text.split(' ')[1])), {
  ...yes('MAIL 250', 'DATA 354', 'DATA 353', 'RCPT 251', 'NOOP 500', 'MESSAGE 250'),
  ...no('DATA 250', 'MAIL 251', 'FOO 250', 'GREETING 250'),
});

const withCodes = lastStep('C: NOOP\nS: 250 Ok').before;
const withoutCodes = readTranscript('S: 220 mx\nC: HELO c\nS: 250 mx\n').sessions[0]?.after ?? withCodes;
for (const [lines, place, usual, before] of [
  ['S: 250 2.0.0 Ok', 'NOOP', true],
  ['S: 250-2.0.0 Ok\nS: 250 2.0.0 Ok', 'NOOP', true],
  ['S: 250-2.0.0 Ok\nS: 250 Ok', 'NOOP', false],
  ['S: 250-2.0.0 Ok\nS: 250 2.1.0 Ok', 'NOOP', false],
  ['S: 250 4.0.0 Ok', 'NOOP', false],
  ['S: 550 5.7.606 No', 'NOOP', false],
  ['S: 250 Ok', 'NOOP', false],
  ['S: 250 Ok', 'NOOP', true, withoutCodes],
  ['S: 550-a\nS: 550 b', 'NOOP', true, withoutCodes],
  ['S: 220 Ok', 'STARTTLS', true],
  ['S: 300 Ok', 'DATA', true],
  ['S: 354 Ok', 'DATA', true],
  ['S: 299 Ok', 'DATA', false],
  ['S: 400 No', 'DATA', false],
] as const)
  test(`usualReply: the enhanced code of ${lines.replaceAll('\n', ', ')} to ${place}: ${usual}`, () =>
    assert.equal(isUsualEnhanced(replyTo(`C: NOOP\n${lines}`), place, before ?? withCodes), usual));

const usual = (text: string) => {
  const step = lastStep(`C: ${text}`, 'SIZE 1000', 'SMTPUTF8', 'DSN', 'BINARYMIME');
  return isUsualCommand(step, step.exchange);
};
const LABEL = 'x'.repeat(30);
table('usualCommand:', usual, {
  ...yes('MAIL FROM:<>', 'mail from:<a@b>', 'MAIL FROM:<a.b+c=d_e-f@x-1.example.org>', 'RCPT TO:<bob@example.org>'),
  ...yes('MAIL FROM:<a@b.example> SIZE=999', 'MAIL FROM:<a@b.example> size=5', 'MAIL FROM:<a@b.example> SIZE=1000'),
  ...yes(
    'MAIL FROM:<a@b.example> BODY=8BITMIME',
    'MAIL FROM:<a@b.example> SIZE=5 BODY=7BIT RET=HDRS',
    'MAIL FROM:<a@b.example> SMTPUTF8',
  ),
  ...yes(
    'RCPT TO:<a@b.example> NOTIFY=NEVER',
    'EHLO client.example.com',
    'HELO c.example',
    'LHLO c-1.example',
    'EHLO mypc',
    'EHLO [192.0.2.1]',
  ),
  ...yes(
    'NOOP',
    'RSET',
    'QUIT',
    'DATA',
    'HELP',
    'STARTTLS',
    'quit',
    'AUTH PLAIN',
    'AUTH PLAIN AGEAYg==',
    'auth SCRAM-SHA-256',
    'BDAT 5',
    'BDAT 5 LAST',
  ),
  ...yes(`MAIL FROM:<${LABEL}@${'y'.repeat(30)}.b>`, `EHLO ${'a'.repeat(56)}.b`, `EHLO ${'a'.repeat(60)}.example.org`),
  ...no(
    'RCPT TO:<>',
    'MAIL FROM: <a@b>',
    'MAIL FROM:<a..b@c>',
    'MAIL FROM:<"a"@c>',
    'MAIL FROM:<a@b_c>',
    'MAIL FROM:<a%b@c>',
    'MAIL FROM:<a@-b>',
    'MAIL FROM:a@b',
  ),
  ...no(
    'MAIL FROM:<a@b.example> ',
    'MAIL FROM:<a@b.example> SIZE=1001',
    'MAIL FROM:<a@b.example> SIZE=',
    'MAIL FROM:<a@b.example> SIZE=10000',
    'RCPT TO:<a@b.example> SIZE=5',
  ),
  ...no(
    'MAIL FROM:<a@b.example> BODY=BINARYMIME',
    'MAIL FROM:<a@b.example> BODY=9BIT',
    'MAIL FROM:<a@b.example> FOO=1',
    'MAIL FROM:<a@b.example> MT-PRIORITY=1',
    'MAIL FROM:<a@b.example>  SIZE=5',
  ),
  ...no(
    `MAIL FROM:<${LABEL}xxx@${'y'.repeat(30)}.b>`,
    `MAIL FROM:<a@b.example> ENVID=${'x'.repeat(480)}`,
    'MAIL FROM:<a@b.example> SIZE=5 SIZE=5',
  ),
  ...no(
    'EHLO',
    'EHLO localhost',
    'EHLO localhost.localdomain',
    'EHLO 192.0.2.1',
    'EHLO my_pc',
    'EHLO my pc',
    `EHLO ${'a'.repeat(64)}.example`,
    'EHLO c.example ',
    'XEHLO c.example',
  ),
  ...no(
    'NOOP x',
    'DATA ',
    'QUIT now',
    'AUTH',
    'AUTH PLAIN a b',
    'AUTH PLAIN ***',
    `AUTH PLAIN ${'A'.repeat(201)}`,
    `AUTH ${'A'.repeat(21)}`,
    'BDAT',
    'BDAT x',
    'BDAT 5 last x',
    `BDAT ${'1'.repeat(16)}`,
    'VRFY bob',
    'FOO',
  ),
});
test('usualCommand: SIZE where the server offers none, or no limit', () => {
  for (const [offers, expected] of [
    [[], false],
    [['SIZE'], true],
    [['SIZE 0'], true],
  ] as const) {
    const step = lastStep('C: MAIL FROM:<a@b.example> SIZE=5000', ...offers);
    assert.equal(isUsualCommand(step, step.exchange), expected, offers.join());
  }
});

table('serverName: a name', isServerName, {
  ...yes(
    'mx.example.org',
    'mailhost',
    '[192.0.2.1]',
    'mail_1.example.org',
    '****',
    'xXx',
    'smtp.example.org',
    'welcome.example',
  ),
  ...no(
    '',
    'Welcome',
    'ESMTP',
    'smtps',
    'SMTP',
    'esmtp/x',
    'smtp/',
    'hello',
    'OK',
    'ready',
    'a!b',
    'nosmtp/x',
    '-x.example',
    '[x',
  ),
  ...yes('xmail', 'oks', 'smtpd'),
});
table('serverName: who the server is', (text) => greetingOf(text).domain, {
  'MX.example.ORG ESMTP': 'example.org',
  'a.b.c.example.co hello': 'example.co',
  'mailhost ESMTP': '',
  'mx.example.org': 'example.org',
  'mx.example.org:': '',
  '<mx.example.org': '',
  '': '',
});
table('serverName: a greeting as servers have it', (text) => greetingOf(text).usual, {
  ...yes('mx.example.org ESMTP', ' mx.example.org', 'mx *********'),
  ...no('Welcome to mx', 'mx.example.org **********', '', '220'.repeat(100)),
});

table('otherProtocol:', otherProtocolOf, {
  'GET / HTTP/1.1': 'http',
  'get /x': 'http',
  'POST /a b': undefined,
  'CONNECT mx:25 HTTP/1.0': 'http',
  'PRI * HTTP/2.0': 'http',
  'xPRI * HTTP/2.0': undefined,
  'XGET / HTTP/1.1': undefined,
  'GET ': undefined,
  '\u0016\u0003\u0001\u0002': 'tls',
  '\\x16\\x03\\x01': 'tls',
  '\\026\\003': 'tls',
  'x\u0016\u0003\u0001': undefined,
  '\u0016\u0003\u0009': undefined,
  'SSH-2.0-x': 'ssh',
  'SSH-x': undefined,
  'xSSH-2': undefined,
  'OPTIONS sip:a SIP/2.0': 'sip',
  'INVITE sip:a SIP/2.0': 'sip',
  'MAIL x SIP/2.0': 'sip',
  'MAIL FROM:<a@b>': undefined,
  'OPTIONS rtsp://a RTSP/1.0': 'sip',
  'PLAY rtsp://a RTSP/1.0': 'sip',
  'aPLAY x y SIP/2': undefined,
  'PL x SIP/2': undefined,
  'INVITE x SIP/x': undefined,
  'PROXY TCP4 192.0.2.1 192.0.2.2 1 2': 'proxy',
  'PROXY UNKNOWN': 'proxy',
  'PROXY TCP5': undefined,
  'xPROXY TCP4': undefined,
  'PROXY TCP4x': undefined,
  '\u0003\u0000\u0000': 'rdp',
  '\\x03\\x00\\x00': 'rdp',
  'x\u0003\u0000\u0000': undefined,
  'a001 CAPABILITY': 'imap',
  '1 LOGOUT': 'imap',
  'a1 LOGIN bob secret': 'imap',
  'a1 LOGIN bob': undefined,
  'a1 ID ("name" "x")': 'imap',
  'tag1 STARTTLS': 'imap',
  'tags1 STARTTLS': undefined,
  STARTTLS: undefined,
  'x a1 LOGOUT': undefined,
  CAPA: 'pop3',
  STAT: 'pop3',
  CAPAX: undefined,
  XCAPA: undefined,
  'USER bob': 'pop3',
  'USER a:b': undefined,
  'USER a b': undefined,
  [`APOP bob ${'0f'.repeat(16)}`]: 'pop3',
  [`APOP bob ${'0g'.repeat(16)}`]: undefined,
  QUIT: undefined,
  'NOOP x/y SIP/2.0': 'sip',
  'DATA x': undefined,
});

const size = (text: string) => declaredSize(lastStep(`C: ${text}`).exchange.command);
const at = (octets: number, start: number, end: number) => ({ octets, start, end });
table('limits: the size that is declared', size, {
  'MAIL FROM:<a@b> SIZE=12': at(12, 16, 23),
  'MAIL FROM:<a@b> size=12 BODY=7BIT': at(12, 16, 23),
  'MAIL FROM:<a@b> BODY=7BIT SIZE=12': at(12, 26, 33),
  'MAIL FROM:<"a>b"@c> SIZE=7': at(7, 20, 26),
  'MAIL FROM:<"a> SIZE=1"@c> SIZE=7': at(7, 26, 32),
  'MAIL FROM:<a@b> SIZE=1x': undefined,
  'MAIL FROM:<a@b> BODY=7BIT SIZE=x1': undefined,
  'MAIL FROM:<a@b> BODY=7BIT SIZE=1x': undefined,
  'MAIL FROM:<a@b> SIZE': undefined,
  'MAIL FROM:<a@b>': undefined,
  'RCPT TO:<a@b> SIZE=12': undefined,
  [`MAIL FROM:<a@b> SIZE=${'1'.repeat(16)}`]: undefined,
});
table('limits: RCPTMAX', (offer) => limitOf(lastStep('C: NOOP', offer).before.offers, 'RCPTMAX'), {
  'LIMITS RCPTMAX=10': 10,
  'LIMITS MAILMAX=5 rcptmax=999999': 999_999,
  'LIMITS RCPTMAX=0': undefined,
  'LIMITS RCPTMAX=1000000': undefined,
  'LIMITS RCPTMAX=x1': undefined,
  'LIMITS RCPTMAX=1x': undefined,
  'LIMITS RCPTMAX': undefined,
  LIMITS: undefined,
  SIZE: undefined,
});
table('limits: a size over', (offer) => oversize(lastStep('C: MAIL FROM:<a@b> SIZE=12', offer)), {
  'SIZE 11': { ...at(12, 16, 23), limit: 11 },
  'SIZE 12': undefined,
  'SIZE 0': undefined,
  SIZE: undefined,
  'SIZE x1': undefined,
  'SIZE 1x': undefined,
  DSN: undefined,
});
test('limits: nothing is offered before EHLO', () => {
  const [session] = readTranscript('S: 220 mx\nC: MAIL FROM:<a@b> SIZE=12\n').sessions;
  const step = session?.steps.at(-1) as Step;
  assert.equal(oversize(step), undefined);
  assert.equal(limitOf(step.before.offers, 'RCPTMAX'), undefined);
});

table('chunks:', (text) => readChunk(lastStep(`C: ${text}`, 'CHUNKING').exchange), {
  'BDAT 12': { octets: 12, last: false },
  'BDAT  12  last ': { octets: 12, last: true },
  'BDAT 0 LAST': { octets: 0, last: true },
  'BDAT x12': undefined,
  'BDAT 12x': undefined,
  'BDAT 12LAST': undefined,
  'BDAT LAST': undefined,
});

table('lineLimits:', (text) => lineLimit(lastStep(`C: ${text}`).exchange.command), {
  NOOP: 512,
  'VRFY x': 512,
  'AUTH PLAIN': 12_288,
  'MAIL FROM:<a@b>': 512,
  'MAIL FROM:<a@b> SIZE=1': 538,
  'MAIL FROM:<a@b> SIZE=1 FOO=1': 544,
  'RCPT TO:<a@b> NOTIFY=NEVER': 542,
  'XCLIENT NAME=x': undefined,
  FOO: undefined,
  'MAIL FROM:<a@b> BODY=7BIT': 529,
  'MAIL FROM:<a@b> RET=HDRS': 521,
  'MAIL FROM:<a@b> ENVID=x': 619,
  'MAIL FROM:<a@b> AUTH=<>': 1012,
  'MAIL FROM:<a@b> BY=1;R': 529,
  'MAIL FROM:<a@b> HOLDFOR=1': 546,
  'MAIL FROM:<a@b> HOLDUNTIL=2030-01-01T00:00:00Z': 546,
  'MAIL FROM:<a@b> MT-PRIORITY=1': 527,
  'MAIL FROM:<a@b> SMTPUTF8': 522,
  'MAIL FROM:<a@b> REQUIRETLS': 523,
  'RCPT TO:<a@b> ORCPT=x;y': 1019,
  'RCPT TO:<a@b> RRVS=2030-01-01T00:00:00Z': 545,
});
test('lineLimits: octets with the line end, where the log shows none', () => {
  assert.equal(lineOctets(lastStep('C: NOOP ü').exchange.command), 9);
  assert.equal(lineOctets(lastStep('C: NOOP␊').exchange.command), 5);
});

const a = (count: number, letter = 'a') => letter.repeat(count);
const DOMAIN_255 = `${`${a(62)}.`.repeat(4)}${a(3)}`;
table('addressLength:', (address) => overLength(address)?.kind, {
  [`${a(64)}@x.example`]: undefined,
  [`${a(65)}@x.example`]: 'local-part',
  [a(65)]: 'local-part',
  [a(64)]: undefined,
  [`a@${DOMAIN_255}`]: 'path',
  [`a@${DOMAIN_255}a`]: 'domain',
  [`${a(22, '中')}@x`]: 'local-part',
  [`${a(21, '中')}@x`]: undefined,
  [a(17, '\u{1f600}')]: 'local-part',
  [`@r.example:${a(64)}@x`]: undefined,
  [`@r.example:${a(65)}@x`]: 'local-part',
});
test('addressLength: where it stands', () => {
  assert.deepEqual(overLength(`@r:${a(65)}@x`), { kind: 'local-part', octets: 65, limit: 64, from: 3, to: 68 });
  assert.deepEqual(overLength(`a@${DOMAIN_255}a`), { kind: 'domain', octets: 256, limit: 255, from: 2, to: 258 });
  assert.deepEqual(overLength(`${a(30)}@${a(60)}.${DOMAIN_255.slice(61)}`)?.kind, 'path');
});

table('quote:', (text) => quote(replyTo(`C: NOOP\n${text}`)), {
  'S: 250 Ok': { code: '250', text: 'Ok' },
  'S: 250-2.0.0 a\nS: 250 2.0.0 b ': { code: '250 2.0.0', text: 'a b' },
  [`S: 250 ${a(160)}`]: { code: '250', text: a(160) },
  [`S: 250 ${a(161)}`]: { code: '250', text: `${a(159)}…` },
});

test('remembering: each text is asked for once, unless it is long or there are many', () => {
  const asked: string[] = [];
  const upper = remembering((text) => {
    asked.push(text);
    return text.toUpperCase();
  });
  assert.deepEqual([upper('a'), upper('a'), upper('b'), upper('a')], ['A', 'A', 'B', 'A']);
  assert.deepEqual(asked, ['a', 'b']);
  const [kept, long] = ['x'.repeat(300), 'x'.repeat(301)];
  for (const text of [kept, kept, long, long]) upper(text);
  assert.deepEqual(asked.slice(2), [kept, long, long]);
  for (let n = 0; n < 497; n++) upper(String(n));
  asked.length = 0;
  upper('a');
  assert.deepEqual(asked, []);
  upper('one more');
  upper('a');
  assert.deepEqual(asked, ['one more', 'a']);
});

test('rfc: sections and appendices have their places', () => {
  const [section, appendix, other] = sourcesOf({
    sources: [
      { rfc: 5321, section: '4.2' },
      { rfc: 5321, section: 'F.1' },
      { document: 'x', url: 'https://x.example/' },
    ],
  });
  assert.deepEqual(section, {
    document: 'RFC 5321',
    section: '4.2',
    url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2',
  });
  assert.match(appendix?.url ?? '', /#appendix-F\.1$/);
  assert.equal(other?.document, 'x');
});

table('timings: spelled', (text) => spell(Number(text)), {
  0: '0 s',
  1499: '1 s',
  59400: '59 s',
  60000: '1 min',
  61000: '1 min 1 s',
  120000: '2 min',
});

const auth = (lines: string) => lastStep(lines, 'AUTH PLAIN LOGIN').exchange;
const b64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');
table('credentials: who logs in with', (text) => userNameOf(auth(text))?.name, {
  [`C: AUTH PLAIN ${b64('\0alice\0secret')}`]: 'alice',
  [`C: AUTH PLAIN ${b64('bob\0alice\0secret')}`]: 'alice',
  [`C: AUTH PLAIN ${b64('bob\0\0secret')}`]: 'bob',
  [`C: AUTH PLAIN ${b64('bob')}`]: 'bob',
  [`C: AUTH PLAIN ${b64('\0\0secret')}`]: undefined,
  [`C: AUTH PLAIN ${b64('\0****\0secret')}`]: undefined,
  [`C: AUTH PLAIN ${b64('\0al\u0007ice\0secret')}`]: undefined,
  'C: AUTH PLAIN ****': undefined,
  'C: AUTH PLAIN': undefined,
  [`C: AUTH LOGIN\nS: 334 x\nC: ${b64(' alice ')}\nS: 334 y\nC: ${b64('secret')}`]: 'alice',
  [`C: AUTH  LOGIN  ${b64('alice')} `]: 'alice',
  [`C: AUTH CRAM-MD5\nS: 334 x\nC: ${b64(`alice b ${'0f'.repeat(16)}`)}`]: 'alice b',
  [`C: AUTH CRAM-MD5\nS: 334 x\nC: ${b64(`alice ${'0f'.repeat(16)}0`)}`]: undefined,
  [`C: AUTH CRAM-MD5\nS: 334 x\nC: ${b64('alice 0f')}`]: undefined,
  [`C: AUTH CRAM-MD5\nS: 334 x\nC: ${b64(`alice ${'zz'.repeat(16)}`)}`]: undefined,
  [`C: AUTH XOAUTH2 ${b64('user=alice\u0001auth=Bearer x\u0001\u0001')}`]: 'alice',
  [`C: AUTH XOAUTH2 ${b64('xuser=alice\u0001')}`]: undefined,
  [`C: AUTH XOAUTH2 ${b64('alice')}`]: undefined,
  [`C: AUTH OAUTHBEARER ${b64('n,a=alice,\u0001auth=Bearer x\u0001\u0001')}`]: 'alice',
  [`C: AUTH OAUTHBEARER ${b64('xn,a=alice,')}`]: undefined,
  [`C: AUTH OAUTHBEARER ${b64('n,,')}`]: undefined,
  [`C: AUTH SCRAM-SHA-256 ${b64('n,,n=alice,r=x')}`]: 'alice',
  [`C: AUTH SCRAM-SHA-256 ${b64('n=alice')}`]: 'alice',
  [`C: AUTH SCRAM-SHA-256 ${b64('n,,xn=alice')}`]: undefined,
  [`C: AUTH SCRAM-SHA-256 ${b64('n,,r=x')}`]: undefined,
  [`C: AUTH NTLM ${b64('n=alice')}`]: undefined,
});

table(
  'credentials: the secrets of',
  (text) => secretsOf(auth(text)).map(({ what, start, end }) => `${what} ${start}-${end}`),
  {
    [`C: AUTH PLAIN ${b64('\0a\0b')}`]: ['password 11-19'],
    [`C: AUTH  PLAIN  ${b64('\0a\0b')}  `]: ['password 13-21'],
    [`C: AUTH PLAIN\nS: 334 \nC:  ${b64('\0a\0b')} `]: ['password 0-9'],
    [`C: AUTH PLAIN ${b64('\0a\0')}`]: [],
    [`C: AUTH PLAIN ${b64('\0a\0xxxx')}`]: [],
    [`C: AUTH PLAIN ${b64('\0a\0hidden')}`]: [],
    'C: AUTH PLAIN\nS: 334 \n* elided secret\nS: 235 Ok': [],
    [`C: AUTH LOGIN\nS: 334 x\nC: ${b64('alice')}`]: [],
    [`C: AUTH LOGIN\nS: 334 x\nC: ${b64('alice')}\nS: 334 y\nC: ${b64('pw')}`]: ['password 0-4'],
    [`C: AUTH XOAUTH2 ${b64('user=a\u0001auth=Bearer 12345678\u0001\u0001')}`]: ['token 13-53'],
    [`C: AUTH XOAUTH2 ${b64('user=a\u0001auth=Bearer 1234567\u0001\u0001')}`]: [],
    [`C: AUTH CRAM-MD5\nS: 334 x\nC: ${b64(`a ${'0f'.repeat(16)}`)}`]: [],
  },
);

table('credentials: hidden', isRedacted, {
  ...yes(
    '****',
    '<x>',
    '[x]',
    '{x}',
    '(x)',
    '•',
    'a…',
    '#',
    'a**b',
    '/* x',
    '*x',
    'xxx',
    'XX',
    '...',
    'REDACTED',
    'not shown',
    'stripped',
  ),
  ...no('', 'a*b', 'xa', 'ax', 'pass.word', 'AGEAYg=='),
});

table('credentials: no base64 in', (text) => malformedResponse(auth(text))?.text, {
  'C: AUTH PLAIN a!b\nS: 501 No': 'a!b',
  'C: AUTH PLAIN a!b\nS: 500 No': 'a!b',
  'C: AUTH PLAIN a!b\nS: 535 No': undefined,
  'C: AUTH PLAIN a!b': undefined,
  'C: AUTH PLAIN =\nS: 501 No': undefined,
  'C: AUTH PLAIN *\nS: 501 No': undefined,
  'C: AUTH PLAIN ***\nS: 501 No': undefined,
  'C: AUTH PLAIN AGEAYg==\nS: 501 No': undefined,
  'C: MAIL FROM a!b\nS: 501 No': undefined,
});

table('credentials: given up', (text) => cancellation(auth(text)) !== undefined, {
  ...yes('C: AUTH PLAIN\nS: 334 \nC: *\nS: 501 No', 'C: AUTH PLAIN\nS: 334 \nC:  * \nS: 501 No'),
  ...no(
    'C: AUTH PLAIN\nS: 334 \nC: *\nS: 535 No',
    'C: AUTH PLAIN\nS: 334 \nC: **\nS: 501 No',
    'C: AUTH PLAIN\nS: 501 No',
    'C: AUTH PLAIN\nS: 334 \nC: *',
  ),
});

const faults = (text: string) =>
  parameterFaults(lastStep(`C: ${text}`).exchange.command)
    .map(({ kind, parameter }) => `${kind} ${parameter.key}`)
    .join();
const from = (...parameters: readonly string[]) => parameters.map((each) => `MAIL FROM:<a@b> ${each}`);
const to = (...parameters: readonly string[]) => parameters.map((each) => `RCPT TO:<a@b> ${each}`);
const good = (texts: readonly string[]) => Object.fromEntries(texts.map((text) => [text, '']));
const bad = (fault: string, texts: readonly string[]) => Object.fromEntries(texts.map((text) => [text, fault]));
table('parameterFaults:', faults, {
  ...good(
    from(
      'BODY=8bitmime',
      'RET=HDRS',
      'AUTH=<>',
      'AUTH=a+2Bb@c',
      'BY=120;R',
      'BY=+1;nt',
      'BY=-1;N',
      'MT-PRIORITY=0',
      'MT-PRIORITY=9',
      'MT-PRIORITY=-1',
    ),
  ),
  ...good(
    from(
      'HOLDFOR=1',
      'HOLDFOR=123456789',
      'HOLDUNTIL=2030-01-01T00:00:00Z',
      'HOLDUNTIL=2030-01-01T00:00:00.25z',
      'REQUIRETLS',
      'SMTPUTF8',
      'FOO',
      'SIZE=5',
    ),
  ),
  ...good(
    to(
      'ORCPT=rfc822;a+2Bb',
      'ORCPT=utf-8;x',
      'ORCPT=UTF-8;ü',
      'NOTIFY=SUCCESS,FAILURE,DELAY',
      'RRVS=2030-01-01T00:00:00Z',
      'RRVS=2030-01-01T00:00:00+01:00;C',
      'ORCPT=x;y',
    ),
  ),
  ...bad('value BODY', from('BODY', 'BODY=X8BITMIME', 'BODY=8BITMIMEX')),
  ...bad('value RET', from('RET', 'RET=XFULL', 'RET=FULLX')),
  ...bad('value AUTH', from('AUTH', 'AUTH=a+2', 'AUTH=a+2b', 'AUTH=a=b')),
  ...bad('value BY', from('BY=x120;R', 'BY=120;RX', 'BY=;R', 'BY=120;T')),
  ...bad('value MT-PRIORITY', from('MT-PRIORITY=-0', 'MT-PRIORITY=10', 'MT-PRIORITY=x1')),
  ...bad('value HOLDFOR', from('HOLDFOR=x1', 'HOLDFOR=1x', 'HOLDFOR=1234567890')),
  ...bad(
    'value HOLDUNTIL',
    from(
      'HOLDUNTIL',
      'HOLDUNTIL=2030-01-01T00:00:00+01:00',
      'HOLDUNTIL=x2030-01-01T00:00:00Z',
      'HOLDUNTIL=2030-01-01T00:00:00.Z',
      'HOLDUNTIL=2030-01-01',
      'HOLDUNTIL=z',
    ),
  ),
  ...bad('value REQUIRETLS', from('REQUIRETLS=1')),
  ...bad(
    'value RRVS',
    to(
      'RRVS',
      'RRVS=2030-01-01T00:00:00Z;Cx',
      'RRVS=2030-01-01T00:00:00Z;X',
      'RRVS=2030-01-01T00:00:00+1:00',
      'RRVS=2030-01-01T00:00:00+01:0x',
    ),
  ),
  ...bad(
    'value ORCPT',
    to(
      'ORCPT',
      'ORCPT=;x',
      'ORCPT=rfc822',
      'ORCPT=rfc(822;x',
      'ORCPT=(x;x',
      'ORCPT=x(;x',
      'ORCPT=utf-8;',
      'ORCPT=rfc822;a+2b',
      'ORCPT=xutf-8;ü',
      'ORCPT=utf-8x;ü',
    ),
  ),
  ...bad('value NOTIFY', to('NOTIFY', `NOTIFY=${'DELAY,'.repeat(10)}`)),
  ...bad('verb SIZE', to('SIZE=5')),
  ...bad('duplicate SIZE', from('SIZE=1 SIZE=1')),
  'NOOP SIZE=x': '',
});

/** The traits of the first session, by name. */
function traitsIn(text: string): string {
  const [session] = readTranscript(text).sessions;
  assert.ok(session);
  const bits = traitsOf(session);
  return Object.entries(TRAITS)
    .filter(([, bit]) => (bits & bit) !== 0)
    .map(([name]) => name)
    .join(' ');
}

const said = (lines: string, ...offers: readonly string[]) => `${opened(...offers)}${lines}${QUIT}`;
const ask = (command: string, reply = '250 2.0.0 Ok') => `C: ${command}\nS: ${reply}\n`;
const MAIL = ask('MAIL FROM:<a@example.com>', '250 2.1.0 Ok');
const TAKEN = `${MAIL}${ask('RCPT TO:<b@example.org>', '250 2.1.5 Ok')}`;
const message = (reply = '250 2.0.0 Ok', lines = 'C: Subject: x\n') =>
  `C: DATA\nS: 354 Go\n${lines}C: .\nS: ${reply}\n`;
for (const [name, text, expected] of [
  ['a healthy session', said(`${TAKEN}${message()}`), ''],
  ['a log of one side', 'C: EHLO c.example\nC: NOOP\n', 'unanswered pipelined'],
  ['the end is not shown', `${opened()}${MAIL}`, 'no-quit'],
  ['the beginning is not shown', `* elided\n${MAIL}${QUIT}`, ''],
  ['AUTH', said(ask('AUTH PLAIN', '235 2.7.0 Ok'), 'AUTH PLAIN'), 'auth'],
  [
    'a foreign recipient after AUTH',
    said(`${ask('AUTH PLAIN', '235 2.7.0 Ok')}${MAIL}${ask('RCPT TO:<b@x.test>')}`, 'AUTH PLAIN'),
    'auth',
  ],
  ['chunks', said(`${TAKEN}C: BDAT 3 LAST\nC: x\nS: 250 2.0.0 Ok\n`, 'CHUNKING'), 'chunks'],
  [
    'STARTTLS and EHLO in TLS',
    said('C: STARTTLS\nS: 220 2.0.0 Go\n* tls TLSv1.3\nC: EHLO c.example\nS: 250 mx.example.org\n', 'STARTTLS'),
    'starttls hello-in-tls starttls-offered tool-tls',
  ],
  ['an offer of STARTTLS', said('', 'starttls'), 'starttls-offered'],
  ['no offer of STARTTLS', said('', 'STARTLS'), ''],
  ['HELO', `S: 220 mx.example.org\nC: HELO c.example\nS: 250 mx.example.org\n${QUIT}`, 'helo'],
  ['an unusual command', said(ask('VRFY bob', '252 2.0.0 Ok')), 'unusual-command'],
  ['no answer', `${opened()}C: NOOP\n`, 'unanswered no-quit'],
  ['a group', said('C: RSET\nC: RSET\nS: 250 2.0.0 Ok\nS: 250 2.0.0 Ok\n'), 'pipelined'],
  ['a fault', said(ask('RCPT TO:<b@example.org>', '503 5.5.1 No')), 'fault refusal'],
  ['a refusal', said(ask('NOOP', '550 5.0.0 No')), 'refusal'],
  ['a put-off', said(ask('NOOP', '400 4.0.0 No')), 'refusal unusual-code'],
  ['1yz', said(ask('NOOP', '199 No')), 'refusal unusual-code unusual-enhanced'],
  ['a refused recipient', said(`${MAIL}${ask('RCPT TO:<b@example.org>', '550 5.1.1 No')}`), 'refused-recipient'],
  ['a recipient refused for the dialogue', said(`${MAIL}${ask('RCPT TO:<b@example.org>', '501 5.1.3 No')}`), 'refusal'],
  ['a reply to nothing', said(`${ask('NOOP')}S: 250 2.0.0 Ok\n`), 'unasked unusual-code'],
  ['an unlisted code', said(ask('NOOP', '251 2.0.0 Ok')), 'unusual-code'],
  ['no reply', said('C: NOOP\nS: what\nS: 250 2.0.0 Ok\n'), 'unusual-code'],
  [
    '2yz to DATA',
    said(`${TAKEN}${ask('DATA', '250 2.0.0 Ok')}`).replace(QUIT, ''),
    'unusual-code unfinished-data no-quit',
  ],
  ['codes that change', said('C: NOOP\nS: 211-2.0.0 a\nS: 250 2.0.0 b\n'), 'unusual-reply'],
  ['no end', `${opened()}C: NOOP\nS: 250-2.0.0 a\n`, 'unusual-reply no-quit'],
  ['no text', said(ask('NOOP', '250 ')), 'unusual-reply unusual-enhanced'],
  ['a character outside ASCII', said(ask('NOOP', '250 2.0.0 ü')), 'unusual-reply'],
  ['a control character in a reply', said(ask('NOOP', '250 2.0.0 a␀b')), 'unusual-reply odd-line'],
  ['a control character in a command', said(ask('NOOP a␀b')), 'unusual-command odd-line'],
  ['a bare LF behind a command', said('C: NOOP␊\nS: 250 2.0.0 Ok\n'), 'odd-line'],
  ['a bare LF behind a reply', said('C: NOOP\nS: 250 2.0.0 Ok␊\n'), 'odd-line'],
  ['no enhanced code', said(ask('NOOP', '250 Ok')), 'unusual-enhanced'],
  [
    'an enhanced code in a hello',
    `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 2.0.0 mx\n${QUIT}`,
    'unusual-enhanced several-names',
  ],
  [
    'an enhanced code in a greeting',
    `S: 220 2.0.0 mx.example.org\nC: EHLO c.example\nS: 250 2.0.0\n${QUIT}`,
    'unusual-enhanced',
  ],
  ['an enhanced code further down in a greeting', `S: 220-mx.example.org\nS: 220 2.0.0 x\n${QUIT}`, 'unusual-enhanced'],
  [
    'words that do not fit',
    said(`${MAIL}${ask('RCPT TO:<b@example.org>', '250 2.1.5 user unknown')}`),
    'contradiction',
  ],
  ['such words about another command', said(ask('NOOP', '250 2.0.0 user unknown')), ''],
  ['a greeting without a name', `S: 220 Welcome\n${QUIT}`, 'unusual-greeting'],
  ['an offer that is none', said('', 'MAX_SIZE'), 'unusual-offer'],
  ['LIMITS', said('', 'LIMITS RCPTMAX=5'), 'unusual-offer'],
  [
    'another name in the hello',
    `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 mx2.example.org\n${QUIT}`,
    'several-names',
  ],
  [
    'the same name and more',
    `S: 220 mx.example.org ESMTP\nC: EHLO c.example\nS: 250 mx.example.org hello\n${QUIT}`,
    '',
  ],
  [
    'the same name as the beginning of another',
    `S: 220 mx.example.org\nC: EHLO c.example\nS: 250 mx.example.organic\n${QUIT}`,
    'several-names',
  ],
  [
    'another name in a refused hello',
    `S: 220 mx.example.org\nC: EHLO c.example\nS: 550 other.example\n${QUIT}`,
    'refusal',
  ],
  ['a foreign recipient', said(`${MAIL}${ask('RCPT TO:<b@x.test>', '250 2.1.5 Ok')}`), 'foreign-recipient'],
  ['a recipient of a host of the domain', said(`${MAIL}${ask('RCPT TO:<b@a.example.org>', '250 2.1.5 Ok')}`), ''],
  [
    'a recipient of a domain that ends alike',
    said(`${MAIL}${ask('RCPT TO:<b@anexample.org>', '250 2.1.5 Ok')}`),
    'foreign-recipient',
  ],
  ['a foreign recipient without an answer', `${opened()}${MAIL}C: RCPT TO:<b@x.test>\n`, 'unanswered no-quit'],
  [
    'a server that does not say who it is',
    `S: 220 mailhost\nC: EHLO c.example\nS: 250 mailhost\n${MAIL}${ask('RCPT TO:<b@x.test>')}${QUIT}`,
    '',
  ],
  ['a recipient where the greeting is not shown', `* elided\n${MAIL}${ask('RCPT TO:<b@x.test>')}${QUIT}`, ''],
  ['a bare LF in mail data', said(`${TAKEN}${message(undefined, 'C: x␊\n')}`), 'odd-line'],
  ['mail data outside ASCII', said(`${TAKEN}${message(undefined, 'C: ü\n')}`), 'eight-bit-data'],
  [
    'a chunk outside ASCII',
    said(`${TAKEN}C: BDAT 4 LAST\nC: ü\nS: 250 2.0.0 Ok\n`, 'CHUNKING'),
    'chunks eight-bit-data',
  ],
  [
    'a size that was declared',
    said(`${ask('MAIL FROM:<a@example.com> SIZE=5')}${ask('RCPT TO:<b@example.org>')}${message()}`, 'SIZE'),
    'sized-data',
  ],
  ['mail data without an end', `${opened()}${TAKEN}C: DATA\nS: 354 Go\nC: x\n`, 'unfinished-data no-quit'],
  ['mail data before the 354', said(`${TAKEN}C: DATA\nC: x\nC: .\nS: 354 Go\nS: 250 2.0.0 Ok\n`), 'early-data'],
  [
    'LMTP',
    `S: 220 mx.example.org\nC: LHLO c.example\nS: 250 mx.example.org\n${MAIL}${ask('RCPT TO:<b@example.org>')}${message()}${QUIT}`,
    'lmtp',
  ],
  ['an error of the tool', said('* error other: x\n'), 'tool-error'],
  ['a delivery', '--- session a ---\n* delivery removed queue=a\n', 'delivery'],
  ['a second', `10:00:00 S: 220 mx.example.org\n10:00:01 C: QUIT\n10:00:01 S: 221 Bye\n`, 'long'],
  ['less than a second', `10:00:00 S: 220 mx.example.org\n10:00:00.999 C: QUIT\n10:00:00.999 S: 221 Bye\n`, ''],
  ['a second for the last line of a reply', `10:00:00 S: 220-mx.example.org\n10:00:01 S: 220 x\n${QUIT}`, 'long'],
  [
    'a second for the greeting',
    `10:00:00 * connected to mx.example.org\n10:00:01 S: 220 mx.example.org\n${QUIT}`,
    'long',
  ],
  [
    'a second for another event',
    `10:00:00 S: 220 mx.example.org\n10:00:00 C: QUIT\n10:00:00 S: 221 Bye\n10:00:09 * closed by server\n`,
    '',
  ],
] as const)
  test(`traitsOf: ${name}`, () => assert.equal(traitsIn(text), expected));

const TWO = `--- session a ---\n${said(ask('NOOP', '550 Ok'))}--- session b ---\n${said(ask('VRFY', '199 Ok'))}`;
const WEAK = `--- session a ---\n* connected to mx.example.org [192.0.2.1]:25\n${said('', 'STARTTLS')}--- session b ---\n* connected to mx.example.org [192.0.2.1]:25\n${said(ask('NOOP', '550 Ok'))}`;
const told = (findings: readonly FoundAcross[]) =>
  findings.map(({ rule, problem, severity }) => `${problem.span.line + 1} ${severity} ${rule.code}`);
test('judge: a session by itself, in the order of the file and of severity', () => {
  const [session] = readTranscript(TWO).sessions;
  assert.ok(session);
  assert.deepEqual(told(judge(session)), ['9 warning reply.command-refused', '9 hint reply.enhanced-missing']);
  assert.deepEqual(told(judge(session, { 'reply.command-refused': 'off', 'reply.enhanced-missing': 'error' })), [
    '9 error reply.enhanced-missing',
  ]);
  const [healthy] = readTranscript(said('')).sessions;
  assert.ok(healthy);
  assert.deepEqual(judge(healthy), []);
});

test('judge: all sessions, and what one knows of another', () => {
  const { sessions } = readTranscript(WEAK);
  const expected = [
    '15 information tls.offer-vanished',
    '21 warning reply.command-refused',
    '21 hint reply.enhanced-missing',
  ];
  assert.deepEqual(told(judgeAll(sessions)), expected);
  const known = new WeakMap();
  assert.deepEqual(told(judgeAll(sessions, {}, known)), expected);
  assert.deepEqual(told(judgeAll(sessions, {}, known)), expected);
  const one = new Judge();
  assert.deepEqual(
    sessions.flatMap((session) => told(one.judge(session))),
    expected,
  );
  const off: RuleSettings = { 'tls.offer-vanished': 'off', 'reply.enhanced-missing': 'off' };
  assert.deepEqual(told(judgeAll(sessions, off)), ['21 warning reply.command-refused']);
  const loud = new Judge({ 'tls.offer-vanished': 'error' });
  assert.deepEqual(sessions.flatMap((session) => told(loud.judge(session)))[0], '15 error tls.offer-vanished');
});

test('judge: in two halves, for threads', () => {
  const { sessions } = readTranscript(WEAK);
  const part = new PartJudge();
  const judged = sessions.map((session) => part.judge(session));
  assert.deepEqual(
    judged.flatMap(({ findings }) => told(findings)),
    sessions.flatMap((session) => told(judge(session))),
  );
  const across = newAcross();
  const seen = ({ concerns }: PartJudgement) => (concerns === undefined ? [] : told(across(concerns, 0)));
  assert.deepEqual(judged.flatMap(seen), ['15 information tls.offer-vanished']);
  const [silent] = readTranscript('S: 220 mx.example.org\nC: QUIT\nS: 221 Bye\n').sessions;
  assert.equal(new PartJudge().judge(silent as Session).concerns, undefined);
  const settings: RuleSettings = { 'tls.offer-vanished': 'off' };
  const off = newAcross(settings);
  const rest = new PartJudge(settings);
  const left = sessions.map((session) => rest.judge(session).concerns);
  assert.deepEqual(
    left.flatMap((each) => (each === undefined ? [] : told(off(each, 0)))),
    [],
  );
});

test('judge: an echo is told of only to a look that was roused', () => {
  const [first, second] = readTranscript(WEAK).sessions as [Session, Session];
  const unaware = new PartJudge();
  assert.equal(unaware.judge(second).concerns, undefined);
  assert.equal(unaware.roused, 0);
  assert.notEqual(unaware.judge(first).concerns, undefined);
  assert.notEqual(unaware.roused, 0);
  assert.notEqual(unaware.judge(second).concerns, undefined);
  assert.notEqual(new PartJudge({}, DEFAULT_THRESHOLDS, unaware.roused).judge(second).concerns, undefined);
});

test('judge: what comments silence', () => {
  const { sessions, comments } = readTranscript(`# smtp-disable reply.command-refused\n${said(ask('NOOP', '550 Ok'))}`);
  const silenced = silencedBy(comments);
  assert.deepEqual(told(judgeAll(sessions).filter((finding) => !silenced(finding))), ['9 hint reply.enhanced-missing']);
});

test('presets: strict, recommended, errors only, and what settings say in spite of them', () => {
  const findings = judgeAll(
    readTranscript(said(`${ask('NOOP', '550 Ok')}${ask('QUIT now', '501 5.5.4 No')}`)).sessions,
  );
  const under = (preset: 'strict' | 'recommended' | 'errors-only', rules: RuleSettings = {}) =>
    told(underPolicy(findings, { ...DEFAULT_POLICY, preset, rules }));
  assert.deepEqual(under('recommended'), told(findings));
  assert.ok(under('recommended').includes('8 hint reply.enhanced-missing'));
  assert.ok(under('strict').includes('8 information reply.enhanced-missing'));
  assert.ok(under('strict').includes('8 error reply.command-refused'));
  assert.ok(under('strict', { 'reply.command-refused': 'warning' }).includes('8 warning reply.command-refused'));
  assert.deepEqual(under('errors-only'), ['9 error syntax.unexpected-argument']);
  assert.deepEqual(under('errors-only', { 'reply.enhanced-missing': 'hint' }), [
    '8 hint reply.enhanced-missing',
    '9 error syntax.unexpected-argument',
  ]);
  const delivery = judgeAll(readTranscript(said(`${MAIL}${ask('RCPT TO:<b@example.org>', '550 5.1.1 No')}`)).sessions);
  assert.deepEqual(told(underPolicy(delivery, { ...DEFAULT_POLICY, preset: 'strict' })), told(delivery));
});

test('thresholds: whole numbers from one on, each with a default', () => {
  for (const value of [1, 5, 1e9]) assert.ok(isThreshold(value), String(value));
  for (const value of [0, -1, 1.5, Number.NaN, Number.POSITIVE_INFINITY, '5', undefined, null])
    assert.ok(!isThreshold(value), String(value));
  assert.deepEqual(Object.keys(DEFAULT_THRESHOLDS), THRESHOLD_NAMES);
  assert.equal(DEFAULT_THRESHOLDS.foreignDomains, 2);
  assert.equal(thresholdsOf((name) => name.length).foreignDomains, 'foreignDomains'.length);
});

/** The refusal of the last command or message of a session, after a MAIL that was taken. */
function refusalIn(lines: string, ...offers: readonly string[]) {
  const [session] = readTranscript(`${opened(...offers)}${lines}\n`).sessions;
  const step = session?.steps.findLast(({ exchange }) => exchange.kind !== 'event');
  assert.ok(step);
  return refusalOf(step);
}

table('about: who speaks of the refusal of', (text) => refusalIn(text, 'AUTH PLAIN', 'STARTTLS'), {
  'C: NOOP\nS: 250 Ok': undefined,
  'C: NOOP\nS: 399 Ok': undefined,
  'C: NOOP\nS: 400 No': 'other',
  'C: NOOP\nS: 599 No': 'other',
  'C: NOOP\nS: 600 No': 'explained',
  'C: NOOP\nS: 199 No': 'explained',
  'C: NOOP': undefined,
  'C: DATA\nS: 503 No': 'order',
  'C: GET / HTTP/1.1\nS: 500 No': 'not-smtp',
  'C: QUIT now\nS: 501 No': 'explained',
  'C: MAIL FROM:<a@b.example>\nS: 503 No': 'policy',
  'C: MAIL FROM:<a@b.example>\nS: 421 Bye': 'closing',
  'C: FOO\nS: 502 No': 'unknown-verb',
  'C: MAIL FROM:<a@b.example>\nS: 555 No': 'extension',
  'C: MAIL FROM:<a@b.example>\nS: 504 No': 'extension',
  [`${MAIL}C: RCPT TO:<a@b.example>\nS: 504 No`]: 'extension',
  'C: NOOP\nS: 504 No': 'other',
  'C: NOOP\nS: 502 No': 'other',
  'C: MAIL FROM:<a@b.example>\nS: 502 No': 'other',
  [`${MAIL}C: RCPT TO:<a@b.example>\nS: 502 No`]: 'other',
  'C: NOOP\nS: 500 No': 'syntax',
  'C: NOOP\nS: 501 No': 'syntax',
  'C: AUTH PLAIN ****\nS: 500 No': 'auth',
  'C: AUTH PLAIN ****\nS: 501 No': 'auth',
  'C: AUTH PLAIN ****\nS: 502 No': 'auth',
  'C: AUTH PLAIN ****\nS: 504 No': 'auth',
  'C: AUTH PLAIN ****\nS: 535 No': 'auth',
  'C: STARTTLS\nS: 454 No': 'starttls',
  'C: STARTTLS\nS: 502 No': 'other',
  'C: MAIL FROM:<a@b.example>\nS: 550 No': 'sender',
  'C: MAIL TO:<a@b.example>\nS: 550 No': 'syntax',
  [`${MAIL}C: RCPT TO:<a@b.example>\nS: 550 No`]: 'recipient',
  [`${MAIL}C: RCPT FROM:<a@b.example>\nS: 550 No`]: 'syntax',
  [`${TAKEN}C: DATA\nS: 450 No`]: 'message',
  [`${TAKEN}C: BURL imap://x LAST\nS: 554 No`]: 'message',
  [message('250 Ok')]: undefined,
  [message('400 No')]: 'message',
  [message('421 Bye')]: 'message',
  [message('599 No')]: 'message',
  [message('600 No')]: 'explained',
  'C: DATA\nS: 354 Go\nC: x\nS: 421 Bye': 'closing',
  'C: DATA\nS: 354 Go\nC: x\nS: 554 No': 'message',
  'C: NOOP\nS: 250 Ok\nS: 550 No': undefined,
});

test('about: a step where there is one, and a hundred consequences at most', () => {
  assert.deepEqual(stepOf(undefined, 0), {});
  const [session] = readTranscript(
    said(`${ask('MAIL FROM:<x@y>', '550 No')}${ask('RCPT TO:<b@x>', '503 No').repeat(130)}`),
  ).sessions;
  assert.ok(session);
  assert.deepEqual(stepOf(session, 1), { step: session.steps[1] });
  assert.deepEqual(stepOf(session, 1000), {});
  const [fault] = session.steps.flatMap(({ faults: each }) => each);
  assert.ok(fault);
  assert.equal(consequences(session, fault.at).length, 100);
  const other = session.steps.find(({ exchange }) => exchange.kind === 'command')?.exchange;
  assert.ok(other?.kind === 'command');
  assert.deepEqual(consequences(session, other), []);
});

const explains = (text: string) =>
  isExplained(lastStep(text, 'SIZE 1000', 'LIMITS RCPTMAX=1', 'BINARYMIME', 'CHUNKING', 'STARTTLS'));
const BINARY = `${ask('MAIL FROM:<a@b.example> BODY=BINARYMIME')}${ask('RCPT TO:<b@example.org>')}`;
table('explained:', explains, {
  ...yes(
    'C: EHLO\nS: 501 No',
    'C: HELO\nS: 500 No',
    'C: LHLO my_pc\nS: 504 No',
    'C: EHLO my pc\nS: 550 5.5.4 No',
    'C: HELO my pc\nS: 550 5.5.2 No',
  ),
  ...no(
    'C: EHLO\nS: 550 No',
    'C: EHLO\nS: 550 5.7.1 No',
    'C: EHLO c.example\nS: 501 No',
    'C: NOOP my pc\nS: 501 No',
    'C: EHLO',
    'C: EHLO c.example\nS: 550 5.5.4 No',
  ),
  ...yes('C: DATA now\nS: 501 No', 'C: RSET x\nS: 550 5.5.4 No', 'C: QUIT x\nS: 550 5.5.2 No'),
  ...no('C: QUIT \nS: 501 No', 'C: NOOP x\nS: 501 No', 'C: QUIT <CRLF>\nS: 501 No', 'C: QUIT \\r\\n\nS: 501 No'),
  ...yes('C: QUIT x<CR>\nS: 501 No', 'C: QUIT [x\nS: 501 No'),
  ...yes(
    'C: BDAT x\nS: 501 No',
    'C: BDAT x\nS: 550 5.5.4 No',
    'C: STARTTLS x\nS: 501 No',
    'C: STARTTLS x\nS: 550 5.5.2 No',
  ),
  ...no('C: STARTTLS \nS: 501 No', 'C: STARTTLS x\nS: 454 4.7.0 No'),
  ...yes(
    'C: MAIL a@b\nS: 501 No',
    'C: MAIL FROM:a@b\nS: 553 No',
    'C: MAIL FROM: <a@b>\nS: 555 No',
    'C: MAIL TO:<a@b>\nS: 501 No',
    'C: RCPT FROM:<a@b>\nS: 501 No',
    'C: MAIL FROM:<a@b..c>\nS: 550 5.1.7 No',
  ),
  ...yes(
    'C: MAIL FROM:<a@b\nS: 501 No',
    'C: RCPT TO:<a@b_c>\nS: 550 5.1.3 No',
    'C: MAIL FROM:<a@-b>\nS: 550 5.5.2 No',
    'C: MAIL FROM:<a@-b>\nS: 550 5.5.4 No',
  ),
  ...no(
    'C: MAIL FROM:<a@b.example>\nS: 501 No',
    'C: MAIL FROM:<a@b..c>\nS: 550 5.7.1 No',
    'C: MAIL FROM:<***>\nS: 501 No',
    'C: VRFY a@b..c\nS: 501 No',
  ),
  ...yes(
    `C: MAIL FROM:<${a(65)}@b.example>\nS: 550 5.1.7 No`,
    `C: MAIL FROM:<${a(65)}@b.example>\nS: 553 No`,
    `C: RCPT TO:<${a(65)}@b.example>\nS: 550 5.1.3 No`,
  ),
  ...yes('C: RCPT TO:<>\nS: 550 No', 'C: RCPT TO:< >\nS: 553 No', 'C: RCPT TO:<>\nS: 501 No'),
  ...no('C: MAIL FROM:<>\nS: 550 No', 'C: RCPT TO:<>\nS: 450 No'),
  ...yes('C: MAIL FROM:<a@b.example> SIZE=x\nS: 501 No', 'C: MAIL FROM:<a@b.example> SIZE=x\nS: 550 5.5.4 No'),
  ...no('C: MAIL FROM:<a@b.example> SIZE=5\nS: 501 No'),
  ...yes('C: ETRN x\nS: 502 No', 'C: ETRN x\nS: 500 No', 'C: ETRN x\nS: 503 No'),
  ...no('C: ETRN x\nS: 550 No'),
  ...yes(
    'C: MAIL FROM:<ü@b.example>\nS: 553 No',
    'C: MAIL FROM:<ü@b.example>\nS: 550 5.6.7 No',
    'C: MAIL FROM:<ü@b.example>\nS: 550 5.6.9 No',
    'C: MAIL FROM:<ü@b.example>\nS: 550 5.1.7 No',
  ),
  ...no('C: MAIL FROM:<ü@b.example> UTF8SMTP\nS: 550 5.6.7 No'),
  ...yes(
    'C: NOOP ü\nS: 501 No',
    'C: NOOP ü\nS: 550 5.6.7 No',
    'C: NOOP ü\nS: 550 5.5.2 No',
    'C: NOOP ü\nS: 550 5.5.4 No',
  ),
  ...no(
    'C: VRFY ü SMTPUTF8\nS: 501 No',
    'C: EXPN ü SMTPUTF8 \nS: 501 No',
    'C: AUTH PLAIN ü\nS: 535 No',
    'C: NOOP …\nS: 501 No',
  ),
  ...yes('C: VRFY ü SMTPUTF8x\nS: 501 No', 'C: VRFY ü\nS: 501 No'),
  ...yes(
    'C: MAIL FROM:<a@b.example> SIZE=1001\nS: 552 No',
    'C: MAIL FROM:<a@b.example> SIZE=1001\nS: 452 No',
    'C: MAIL FROM:<a@b.example> SIZE=1001\nS: 550 5.3.4 No',
  ),
  ...no('C: MAIL FROM:<a@b.example> SIZE=1000\nS: 552 No', 'C: MAIL FROM:<a@b.example> SIZE=1001\nS: 550 No'),
  ...yes(
    `${TAKEN}C: RCPT TO:<c@example.org>\nS: 452 No`,
    `${TAKEN}C: RCPT TO:<c@example.org>\nS: 552 No`,
    `${TAKEN}C: RCPT TO:<c@example.org>\nS: 550 5.5.3 No`,
  ),
  ...no(
    `${MAIL}C: RCPT TO:<c@example.org>\nS: 452 No`,
    `${TAKEN}C: RCPT TO:<c@example.org>\nS: 550 No`,
    `${TAKEN}C: DATA\nS: 452 No`,
    'C: RCPT TO:<c@example.org>\nS: 452 No',
  ),
  ...yes(`${BINARY}C: DATA\nS: 503 No`, `${BINARY}C: DATA\nS: 554 No`),
  ...no(`${TAKEN}C: DATA\nS: 554 No`, `${BINARY}C: NOOP\nS: 554 No`),
  ...yes(
    'C: SEND FROM:<a@b>\nS: 502 No',
    'C: SOML FROM:<a@b>\nS: 500 No',
    'C: SAML FROM:<a@b>\nS: 504 No',
    'C: TURN\nS: 502 No',
  ),
  ...no('C: HELP\nS: 502 No', 'C: TURN\nS: 550 No'),
  ...yes('C: MAIL FROM:<a@b.example>\nS: 530 Must issue a STARTTLS command first'),
  ...no('C: MAIL FROM:<a@b.example>\nS: 530 Log in', 'C: AUTH PLAIN ****\nS: 530 Must issue a STARTTLS command first'),
  ...yes(`C: NOOP ${a(506)}\nS: 500 No`),
  ...no(`C: NOOP ${a(505)}\nS: 500 No`, `C: FOO ${a(900)}\nS: 500 No`),
});

table('explained: an address to judge in', (text) => isJudgeable(lastStep(text).exchange), {
  ...yes('C: MAIL FROM:<a@b>', 'C: RCPT TO:<a@b>', 'C: RCPT TO:<>'),
  ...no('C: MAIL TO:<a@b>', 'C: RCPT FROM:<a@b>', 'C: MAIL FROM:a@b', 'C: RCPT TO:<***>', 'C: NOOP FROM:<a@b>'),
  ...no(
    'C: MAIL FROM:<a@b>\n* elided',
    'C: DATA\nS: 503 No\nC: RCPT TO:<a@b>\nC: x: y\nS: 500 No\nS: 500 No\nC: .\nS: 500 No',
  ),
});
table('explained: no recipient in', (text) => isEmptyRecipient(lastStep(text).exchange), {
  ...yes('C: RCPT TO:<>', 'C: RCPT TO:<  >'),
  ...no('C: RCPT TO:', 'C: RCPT FROM:<>', 'C: MAIL FROM:<>', 'C: RCPT TO:<a>'),
});
table('explained: obsolete', isObsolete, { ...yes('SEND', 'SOML', 'SAML', 'TURN'), ...no('MAIL', 'ATRN') });
table('explained: outside ASCII in', (text) => strayNonAscii(lastStep(text).exchange), {
  'C: EHLO ü': 5,
  'C: EHLO u': -1,
  'C: FOO ü': -1,
  'C: XCLIENT ü': -1,
  'C: MAIL FROM:<ü@b>': -1,
  'C: MAIL FROM:<a@b> X=ü': 18,
  'C: RCPT TO:<a@b> ORCPT=utf-8;ü': -1,
  'C: RCPT TO:<a@b> ORCPT=utf-8;x NOTIFY=ü': 35,
  'C: RCPT TO:<a@b> NOTIFY=ü ORCPT=utf-8;x': 21,
  'C: VRFY ü': 5,
  'C: VRFY ü SMTPUTF8': -1,
  'C: EXPN ü smtputf8 ': -1,
  'C: NOOP ü SMTPUTF8': 5,
  'C: NOOP ü\n* elided': -1,
});
