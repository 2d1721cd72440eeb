/** What is written in another format reads the same when it is read back. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { convert } from '../../server/src/output/convert';
import { isKnownVerb } from '../../server/src/transcript/command';
import { DIALECTS } from '../../server/src/transcript/dialects';
import { canonical } from '../../server/src/transcript/dialects/canonical';
import type { Dialect } from '../../server/src/transcript/dialects/dialect';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import { codesOf, commandsOf } from '../helpers/corpus';
import { clearSession, type SessionLines, session } from './sessions';

/** Sessions for each dialect: a thousand take minutes, which is for `npm run roundtrip`. */
const RUNS = process.env.npm_lifecycle_event === 'roundtrip' ? 1000 : 15;
const SEED = 20261124;

/** A capture shows nothing of what was said inside TLS. */
const CAPTURES: ReadonlySet<string> = new Set([
  'tshark-follow',
  'tshark-fields',
  'tshark-details',
  'tshark-summary',
  'tshark-octets',
  'tcpflow',
  'socat',
  'ngrep',
  'tcpdump',
  'strace',
  'strace-calls',
]);

/** Lines that a format prints like something of its own. */
const AMBIGUOUS: Readonly<Record<string, RegExp>> = {
  // Debug output of the program stands among what it echoes.
  'exim-bh': /^C: (?:>>> |LOG: |\*\*\*\* |[45]\d\d[ -][45]\.\d)/,
  // Right after 354, the answer to a message that is not shown.
  bare: /^C: [45]\d\d[ -][45]\.\d/,
  // The dots are shown before they are doubled: before a command, two may be the end of the data.
  'net-smtp': /^C: \.\.$/,
  's-nail': /^C: \.\.$/,
  // Backslashes are not doubled.
  mailhog: /\\[rn]/,
  // The end of the connection.
  'sendmail-traffic': /^C: \[EOF\]$/,
};

/** Replies that a format does not show. */
const UNSHOWN: Readonly<Record<string, (code: number) => boolean>> = {
  chasquid: (code) => code === 221,
  'smtp-sink': () => true,
};

describe('canonical → dialect → canonical', () => {
  for (const dialect of DIALECTS.filter(({ events }) => events !== true)) {
    const sessions = CAPTURES.has(dialect.id) ? clearSession : session;
    const property = dialect.lossy === true ? keepsCommandsAndCodes : keepsEveryLine;
    test(`${dialect.id}: ${property.name}`, () => {
      fc.assert(
        fc.property(sessions, (lines) => property(lines, dialect)),
        { numRuns: RUNS, seed: SEED },
      );
    });
  }
});

function keepsEveryLine(lines: SessionLines, dialect: Dialect): void {
  const ambiguous = AMBIGUOUS[dialect.id];
  const sayable = ambiguous === undefined ? lines : lines.filter((line) => !ambiguous.test(line));
  assert.deepEqual(saidIn(thereAndBack(sayable, dialect)), sayable);
}

/** Mail data and the wording of replies are more than the format holds. */
function keepsCommandsAndCodes(lines: SessionLines, dialect: Dialect): void {
  const before = readTranscript(textOf(lines), canonical);
  const { verbs, codes } = inShort(before);
  const shown = codes.filter((code) => UNSHOWN[dialect.id]?.(code) !== true);
  assert.deepEqual(inShort(thereAndBack(lines, dialect)), { verbs, codes: shown });
}

function thereAndBack(lines: SessionLines, dialect: Dialect): Transcript {
  const there = convert(readTranscript(textOf(lines), canonical), dialect);
  const back = readTranscript(convert(readTranscript(there, dialect), canonical), canonical);
  assert.equal(back.sessions.length, 1, there);
  return back;
}

function textOf(lines: readonly string[]): string {
  return lines.map((line) => `${line}\n`).join('');
}

function saidIn({ utterances }: Transcript): string[] {
  return utterances.flatMap((each) => {
    if (each.speaker === 'tool' || each.elided !== undefined) return [];
    return [`${each.speaker === 'client' ? 'C' : 'S'}: ${each.text}`];
  });
}

function inShort(transcript: Transcript) {
  return {
    verbs: commandsOf(transcript)
      .map(({ verb }) => verb)
      .filter(isKnownVerb),
    codes: transcript.sessions.flatMap(codesOf),
  };
}
