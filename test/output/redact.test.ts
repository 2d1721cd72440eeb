/** A redacted log says nothing of what was to be hidden, and reads the same. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { convert } from '../../server/src/output/convert';
import { dumps, type RedactOptions, redact } from '../../server/src/output/redact';
import { chunksOf, messagesOf, utterancesBySession } from '../../server/src/output/sessions';
import { isRedacted } from '../../server/src/rules/credentials';
import { decodeBase64 } from '../../server/src/transcript/base64';
import { canonical } from '../../server/src/transcript/dialects/canonical';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import { checkCorpus, codesOf, commandsOf } from '../helpers/corpus';

const NOTHING: RedactOptions = { credentials: false, addresses: false, ips: false, messages: false };
const EVERYTHING: RedactOptions = { credentials: true, addresses: true, ips: true, messages: true };

const hide = (text: string, options: Partial<RedactOptions>) =>
  redact(text, readTranscript(text), { ...NOTHING, ...options });

describe('every log of the corpus, with all switches', () => {
  for (const { path, dialect } of checkCorpus('test/corpus')) {
    if (dialect === undefined) continue;
    test(path, () => {
      const text = readFileSync(`test/corpus/${path}`, 'utf8');
      const before = readTranscript(text);
      const redacted = redact(text, before, EVERYTHING);
      const anew = dumps(text, before);
      const shown = anew ? convert(before, canonical) : text;
      // Octets of headers may look like anything.
      const counts = before.detection.dialect?.counts === true;
      for (const value of [
        ...credentialsIn(before),
        ...addressesIn(shown).filter((address) => !counts || !/\.\.|\.@|@[^.]*$/.test(address)),
        ...ipsIn(shown),
        ...messageWords(shown, before),
      ]) {
        assert.ok(!redacted.includes(value), `${value} is left`);
      }
      const after = readTranscript(redacted);
      // Octets cannot be overwritten in place.
      assert.equal(after.detection.dialect?.id, anew ? 'canonical' : dialect);
      assert.deepEqual(inShort(after), inShort(before));
    });
  }
});

function inShort(transcript: Transcript) {
  return transcript.sessions.map((session) => ({
    verbs: commandsOf({ ...transcript, sessions: [session] }).map(({ verb }) => verb),
    codes: codesOf(session),
  }));
}

/** As sent and decoded; names shorter than that are words of any log. */
function credentialsIn({ sessions }: Transcript): string[] {
  const sent = sessions.flatMap(({ steps }) =>
    steps.flatMap(({ exchange }) => {
      if (exchange.kind !== 'command' || exchange.command.verb !== 'AUTH') return [];
      return [exchange.command.argument.split(' ').slice(1).join(' '), ...exchange.responses.map(({ text }) => text)];
    }),
  );
  const decoded = sent.flatMap((each) => decodeBase64(each.trim())?.split(/[\u0000\u0001 ]/) ?? []);
  return [...sent, ...decoded.map((each) => each.replace(/^(?:user=|auth=)/, ''))].filter(
    (each) => each.length >= 5 && !isRedacted(each),
  );
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/[A-Za-z0-9][\w.+-]{0,63}@(?=[\d.-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]/g)].map(
    ([address]) => address,
  );
}

function ipsIn(text: string): string[] {
  return [...text.matchAll(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g)]
    .map(([ip]) => ip)
    .filter((ip) => ip.split('.').every((octet) => Number(octet) < 256));
}

/** Words that only messages have. */
function messageWords(text: string, transcript: Transcript): string[] {
  const data = [...utterancesBySession(transcript)].flatMap(([session, utterances]) =>
    [...messagesOf(session, utterances), ...chunksOf(session, utterances)].flatMap(({ lines }) => lines),
  );
  const numbers = new Set(data.flatMap(({ line, pieces = [] }) => [line, ...pieces.map((piece) => piece.line)]));
  const rest = text
    .split('\n')
    .filter((_, number) => !numbers.has(number))
    .join('\n');
  const words = data.flatMap(
    (said) => said.text.replace(/^[A-Za-z][A-Za-z0-9-]*:/, '').match(/[\p{L}\p{N}]{5,}/gu) ?? [],
  );
  return words.filter((word) => !/^x+$/.test(word) && !rest.includes(word));
}

const AUTH = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.com',
  'S: 250-mx.example.org [192.0.2.7]',
  'S: 250 AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2',
  'C: AUTH LOGIN',
  'S: 334 VXNlcm5hbWU6',
  `C: ${btoa('margaret')}`,
  'S: 334 UGFzc3dvcmQ6',
  `C: ${btoa('s3cr3tword')}`,
  'S: 535 5.7.8 margaret: s3cr3tword is wrong',
  'C: AUTH CRAM-MD5',
  'S: 334 PDE4OTYuNjk3MTcwOTUyQHBvc3RvZmZpY2UuZXhhbXBsZS5jb20+',
  `C: ${btoa('margaret b913a602c7eda7a495b4e6e7334d3890')}`,
  'S: 535 5.7.8 no',
  `C: AUTH XOAUTH2 ${btoa('user=someuser@example.com\u0001auth=Bearer ya29.vF9dft4qmTc2Nvb3RlckBhdHRhdmlzdGEuY29tCg\u0001\u0001')}`,
  'S: 235 2.7.0 Accepted',
  'C: MAIL FROM:<margaret@example.com> SIZE=100',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<"odd one"@example.net>',
  'S: 250 2.1.5 Ok, from [2001:db8:85a3::8a2e:370:7334] at 12:34:56',
  'C: RCPT TO:<margaret@example.com>',
  'S: 250 2.1.5 Ok',
  'C: DATA',
  'S: 354 Go',
  'C: Subject: confidential',
  'C: ',
  'C: Grüße from 10.1.2.3',
  'C: .',
  'S: 250 2.0.0 Ok: queued as 4Bx7c',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
  '',
].join('\n');

describe('each switch alone', () => {
  test('nothing changes nothing', () => assert.equal(hide(AUTH, {}), AUTH));

  test('credentials: LOGIN, CRAM-MD5 and XOAUTH2, encoded, decoded, and where the server repeats them', () => {
    const redacted = hide(AUTH, { credentials: true });
    for (const value of [
      'margaret',
      's3cr3tword',
      btoa('margaret'),
      btoa('s3cr3tword'),
      'ya29',
      'b913a602',
      'someuser',
    ]) {
      assert.ok(!redacted.includes(value), `${value} is left`);
    }
    assert.ok(redacted.includes('C: Subject: confidential'));
    assert.ok(redacted.includes('[192.0.2.7]'));
    assert.ok(redacted.includes('C: AUTH XOAUTH2 ****\n'));
  });

  test('addresses: the same one gets the same name, its domain too', () => {
    const redacted = hide(AUTH, { addresses: true });
    assert.ok(redacted.includes(btoa('s3cr3tword')));
    const [, from] = /MAIL FROM:<([^>]+)>/.exec(redacted) ?? [];
    const [, to] = /RCPT TO:<([^>]+)>\nS: 250 2\.1\.5 Ok\n/.exec(redacted) ?? [];
    assert.equal(from, to);
    assert.match(from ?? '', /^user\d+@domain\d+\.example$/);
    assert.ok(!redacted.includes('odd one'));
    const domain = from?.split('@')[1] ?? '';
    assert.ok(redacted.includes(`C: EHLO client.${domain}`));
    assert.equal(hide(AUTH, { addresses: true }), redacted);
  });

  test('ips: both versions, a time of day is none', () => {
    const redacted = hide(AUTH, { ips: true });
    for (const ip of ['192.0.2.7', '2001:db8:85a3::8a2e:370:7334', '10.1.2.3']) assert.ok(!redacted.includes(ip), ip);
    assert.ok(redacted.includes('at 12:34:56'));
    assert.ok(redacted.includes('margaret@example.com'));
  });

  test('messages: words become x, header names and line lengths stay', () => {
    const redacted = hide(AUTH, { messages: true });
    assert.ok(redacted.includes('C: Subject: xxxxxxxxxxxx\n'));
    assert.ok(redacted.includes('C: xxxxx xxxx xx.x.x.x\n'));
    assert.ok(redacted.includes('margaret@example.com'));
  });
});

describe('what tools print by themselves', () => {
  const inNodemailer = (line: string) =>
    `[2026-11-24 19:06:18] DEBUG [9NnVGEKOADk] S: 220 mx ESMTP\n[2026-11-24 19:06:18] DEBUG [9NnVGEKOADk] C: EHLO a.example\n[2026-11-24 19:06:18] DEBUG [9NnVGEKOADk] S: 250 mx\n[2026-11-24 19:06:18] INFO  [9NnVGEKOADk] ${line}\n`;

  for (const [line, secret] of [
    ['User "margaret" authenticated', 'margaret'],
    ['Authentication error for bob using LOGIN. Invalid', 'bob'],
    ['protocolConnect login, host=mx, user=alice, password=<non-null>', 'alice'],
    ['client=unknown[192.0.2.1], sasl_method=PLAIN, sasl_username=bob', 'bob'],
    ['{"username":"carol","password":"hunter22"}', 'carol'],
    ['{"username":"carol","password":"hunter22"}', 'hunter22'],
    ['swaks --auth-user dora --auth-password tr0ub4dor', 'tr0ub4dor'],
    ['swaks --auth-user dora --auth-password tr0ub4dor', 'dora'],
    ['curl --user erin:passw0rd smtp://mx', 'passw0rd'],
  ] as const) {
    test(`${secret} in ${line}`, () => assert.ok(!hide(inNodemailer(line), { credentials: true }).includes(secret)));
  }

  test('a name is not looked for inside other words', () => {
    const redacted = hide(inNodemailer('Authentication error for bob using LOGIN').replace('220 mx', '220 bobsled'), {
      credentials: true,
    });
    assert.ok(redacted.includes('220 bobsled'));
  });
});

test('a capture whose addresses are cut by packets keeps its headers and lengths', () => {
  const text = readFileSync('test/corpus/tcpdump-A/quiet-cut-anywhere.log', 'utf8');
  const redacted = hide(text, { addresses: true });
  const headers = (log: string) => log.split('\n').filter((line) => line.startsWith('E..'));
  assert.deepEqual(headers(redacted), headers(text));
  assert.deepEqual(lengths(redacted), lengths(text));
  for (const part of ['ple.com', 'alice', 'ob@', '.org']) assert.ok(!redacted.includes(part), part);
});

function lengths(text: string): number[] {
  return text.split('\n').map(({ length }) => length);
}

test('no pseudonym is a name of the log', () => {
  const redacted = hide(
    AUTH.replaceAll('margaret@example.com', 'user1@domain1.example').replace('10.1.2.3', '192.0.2.2'),
    {
      addresses: true,
      ips: true,
    },
  );
  assert.ok(!redacted.includes('user1@') && !redacted.includes('domain1.example') && !redacted.includes('192.0.2.2'));
});
