/** Which format a file is in: the right one for every log of the corpus, none for what is no SMTP. */
import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test } from 'node:test';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { type CorpusEntry, checkCorpus } from '../helpers/corpus';
import { samplesWithoutSmtp } from '../helpers/notSmtp';

const NOT_SMTP = 'test/corpus/not-smtp';

describe('the corpus', () => {
  const results = checkCorpus('test/corpus');

  test('is recognised, each log as what it is', () => {
    // The confusion matrix: rows are what a log is, columns what it was taken for; only the diagonal may be filled.
    const confused = new Map<string, number>();
    for (const { entry, dialect } of results) {
      if (entry.dialect === undefined || dialect === entry.dialect) continue;
      const cell = `${entry.dialect} taken for ${dialect ?? 'nothing'}`;
      confused.set(cell, (confused.get(cell) ?? 0) + 1);
    }
    assert.deepEqual([...confused], []);
  });

  test('is never split: what a log quotes does not begin a region', () => {
    const split = results
      .map(({ path }) => ({ path, regions: readTranscript(readFileSync(join('test/corpus', path), 'utf8')).regions }))
      .filter(({ path, regions }) => regions.length > 1 && !several(path));
    assert.deepEqual(
      split.map(({ path, regions }) => `${path}: ${regions.map((region) => region.detection.dialect?.id).join(', ')}`),
      [],
    );
  });
});

/** A log of the corpus that holds several on purpose says so in its manifest. */
function several(path: string): boolean {
  const [folder = '', file] = path.split('/');
  const manifest = JSON.parse(readFileSync(join('test/corpus', folder, 'manifest.json'), 'utf8')) as (CorpusEntry & {
    readonly regions?: number;
  })[];
  return manifest.some((entry) => entry.file === file && (entry.regions ?? 1) > 1);
}

test('`250 OK` and `250 STARTTLS` are no lines of IMAP with a tag', () => {
  const log = [
    '*   Trying 127.0.0.1:25...',
    '* Connected to mx.test (127.0.0.1) port 25 (#0)',
    '< 220 mx ESMTP',
    '> EHLO a.test',
    '< 250-mx',
    '< 250 STARTTLS',
    '> MAIL FROM:<a@a.test>',
    '< 250 OK',
  ].join('\n');
  assert.equal(readTranscript(log).detection.dialect?.id, 'curl');
});

describe('nothing is recognised in', () => {
  const files = readdirSync(NOT_SMTP).map((name) => ({ name, text: readFileSync(join(NOT_SMTP, name), 'utf8') }));
  const samples = [...files, ...samplesWithoutSmtp()];

  test('two hundred texts', () => assert.ok(samples.length >= 200, `${samples.length} texts`));

  for (const { name, text } of samples) {
    test(name, () => assert.equal(readTranscript(text).detection.dialect?.id, undefined));
  }
});

describe('lines in another order than they were said', () => {
  const SAID = [
    '220 mx',
    'EHLO a',
    '250 mx',
    'MAIL FROM:<a@example.org>',
    '250 Ok',
    'RCPT TO:<b@example.org>',
    '250 Ok',
  ];
  const log = [...SAID, 'QUIT', '221 Bye'].map((text, n) => `2026-11-30T10:15:0${n}.5Z ${text}`);

  test('a log whose newest line comes first is not read', () => {
    assert.equal(readTranscript(log.join('\n')).detection.dialect?.id, 'bare');
    assert.equal(readTranscript(log.toReversed().join('\n')).detection.dialect, undefined);
  });

  test('a time that falls once is a clock that was set', () => {
    const set = [...log.slice(4), ...log.slice(0, 4)];
    assert.equal(readTranscript(set.join('\n')).detection.dialect?.id, 'bare');
  });

  test('of a log that holds each line twice, one of the two is read', () => {
    const twice = log.flatMap((line) => [line, line]);
    assert.equal(readTranscript(twice.join('\n')).detection.doubled, true);
    assert.deepEqual(
      readTranscript(twice.join('\n')).utterances.map(({ text }) => text),
      [...SAID, 'QUIT', '221 Bye'],
    );
  });

  test('replies that are alike are no twins', () => {
    const { detection } = readTranscript(log.join('\n'));
    assert.equal(detection.doubled, undefined);
    const pairs = ['S: 220 mx', 'S: 220 mx', 'C: NOOP', 'C: RSET', 'C: NOOP', 'S: 250 Ok', 'S: 250 Ok', 'S: 250 Ok'];
    assert.equal(readTranscript([...pairs, 'C: QUIT', 'S: 221 Bye'].join('\n')).detection.doubled, undefined);
  });
});
