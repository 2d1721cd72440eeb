/** A redacted log hides nothing badly: what it said is found neither as text nor in octets, however those are shown. */
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { convert } from '../../server/src/output/convert';
import { type RedactOptions, redact } from '../../server/src/output/redact';
import { encodeBase64 } from '../../server/src/transcript/base64';
import { DIALECTS } from '../../server/src/transcript/dialects/index';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { corpusEntries } from '../helpers/corpus';
import { leaks, valuesIn } from '../helpers/leaks';

const EVERYTHING: RedactOptions = { credentials: true, addresses: true, ips: true, messages: true };

describe('nothing of the corpus is left in octets', () => {
  for (const { folder, entry } of corpusEntries('test/corpus')) {
    test(`${folder}/${entry.file}`, () => {
      const text = readFileSync(`${folder}/${entry.file}`, 'utf8');
      const before = readTranscript(text);
      assert.deepEqual(leaks(redact(text, before, EVERYTHING), valuesIn(before)), []);
    });
  }
});

const LOG = [
  'S: 220 mx.example.org ESMTP',
  'C: EHLO client.example.com',
  'S: 250-mx.example.org at your service, [198.51.100.77]',
  'S: 250 AUTH PLAIN LOGIN',
  `C: AUTH PLAIN ${encodeBase64('\0margaret.secretname\0correct horse battery')}`,
  'S: 535 5.7.8 margaret.secretname: no',
  'C: AUTH LOGIN',
  'S: 334 VXNlcm5hbWU6',
  `C: ${encodeBase64('margaret@secret.example.net')}`,
  'S: 334 UGFzc3dvcmQ6',
  `C: ${encodeBase64('s3cr3tw0rd-of-mine')}`,
  'S: 235 2.7.0 Ok',
  'C: MAIL FROM:<margaret@secret.example.net>',
  'S: 250 2.1.0 <margaret@secret.example.net> Ok',
  'C: RCPT TO:<a.very.long.name.that.goes.over.rows@another.long.domain.example.net>',
  'S: 250 2.1.5 <a.very.long.name.that.goes.over.rows@another.long.domain.example.net> Ok',
  'C: DATA',
  'S: 354 Go',
  'C: Subject: confidential matters',
  'C: ',
  'C: Grüße aus Wolkenkuckucksheim, margaret@secret.example.net',
  'C: .',
  'S: 250 2.0.0 Ok: queued as 4Bx7c',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
  '',
].join('\n');

describe('nothing of a log is left in any format that it is written in', () => {
  for (const dialect of DIALECTS) {
    // A log of deliveries has no dialogue.
    if (dialect.events === true) continue;
    test(dialect.id, () => {
      const written = convert(readTranscript(LOG), dialect);
      const before = readTranscript(written, dialect);
      const values = valuesIn(before);
      assert.ok(values.size >= 2, 'hardly anything is read');
      assert.deepEqual(leaks(redact(written, before, EVERYTHING), values), []);
    });
  }
});
