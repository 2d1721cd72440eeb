/** No hover is longer than a screen, whatever it is about: every entry, both languages, in a session that has something to say. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { Entry, EntryKind, Locale } from '../../server/src/reference/entry';
import { reference } from '../../server/src/reference/texts';
import { cursor, hoverAt, renderedLines, sample } from './hoverAt';

/** A hover of VS Code is about as wide; more than these lines do not fit without scrolling. */
const COLUMNS = 90;
const MOST = 34;

const HEAD =
  'S: 220 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250-mx.example.org\nS: 250-SIZE 10240000\nS: 250 ENHANCEDSTATUSCODES\n';
const MAIL = 'C: MAIL FROM:<alice@example.com>\nS: 250 2.1.0 Ok\n';
const TAIL = 'C: QUIT\nS: 221 2.0.0 Bye\n';

/** A transcript in which the entry is hovered; undefined for entries that no transcript holds by their key. */
const PLACES: Readonly<Record<EntryKind, (entry: Entry) => string | undefined>> = {
  'reply-code': ({ key }) =>
    `${HEAD}${MAIL}C: RCPT TO:<bob@example.org>\nS: ‸${key} 5.1.1 Something went wrong here\n${TAIL}`,
  'enhanced-code': ({ key }) =>
    `${HEAD}${MAIL}C: RCPT TO:<bob@example.org>\nS: 550 ‸${key.replace('X', '5')} Something\n${TAIL}`,
  'provider-reply': (entry) => (entry.kind === 'provider-reply' ? providerPlace(entry) : undefined),
  verb: ({ key }) => `${HEAD}${MAIL}C: ‸${key} something\nS: 503 5.5.1 Not now\n${TAIL}`,
  extension: ({ key }) =>
    `S: 220 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250-mx.example.org\nS: 250 ‸${key} 1000\n${TAIL}`,
  parameter: ({ key }) => `${HEAD}C: MAIL FROM:<alice@example.com> ‸${key}=1\nS: 555 5.5.4 Unsupported option\n${TAIL}`,
  'auth-mechanism': ({ key }) => `${HEAD}C: AUTH ‸${key}\nS: 504 5.5.4 Unrecognized authentication type\n${TAIL}`,
  term: (entry) => (entry.kind === 'term' ? termPlace(entry.names) : undefined),
  guide: () => undefined,
};

function providerPlace(entry: Extract<Entry, { kind: 'provider-reply' }>): string {
  const { codes, enhanced, text } = entry.match;
  const words = [enhanced?.[0] ?? '', text?.[0] ?? 'Something'].filter((word) => word !== '').join(' ');
  return `${HEAD}${MAIL}C: RCPT TO:<bob@example.org>\nS: ‸${codes?.[0] ?? 550} ${words}\n${TAIL}`;
}

function termPlace(names: readonly string[]): string | undefined {
  const name = names.find((each) => /^[a-z][a-z -]*$/.test(each));
  return name === undefined
    ? undefined
    : `${HEAD}${MAIL}C: RCPT TO:<bob@example.org>\nS: 550 5.7.1 no ‸${name} here\n${TAIL}`;
}

describe(`hovers have at most ${MOST} lines of ${COLUMNS} columns`, () => {
  for (const locale of ['en', 'zh-cn'] as const satisfies readonly Locale[]) {
    for (const [kind, place] of Object.entries(PLACES) as [EntryKind, (entry: Entry) => string | undefined][]) {
      const hovers = reference.entries
        .filter((entry) => entry.kind === kind)
        .flatMap((entry) => {
          const at = place(entry);
          const markdown = at === undefined ? undefined : hoverAt({ at, locale, commandLinks: true });
          return markdown === undefined ? [] : [{ key: entry.key, markdown }];
        });
      if (kind === 'guide') continue;
      test(`${kind}, ${locale}`, () => {
        assert.ok(hovers.length >= FEWEST[kind], `only ${hovers.length} are hovered`);
        const long = hovers
          .map(({ key, markdown }) => ({ key, lines: renderedLines(markdown, COLUMNS) }))
          .filter(({ lines }) => lines > MOST);
        assert.deepEqual(long, []);
      });
    }
  }

  test('the ten situations', () => {
    const at = cursor(sample('data-refused-503.smtp'), '503');
    for (const locale of ['en', 'zh-cn'] as const) {
      const lines = renderedLines(hoverAt({ at, locale, commandLinks: true }) ?? '', COLUMNS);
      assert.ok(lines > 10 && lines <= MOST, `${lines} lines`);
    }
  });
});

/** So that the test cannot pass by hovering nothing. */
const FEWEST: Readonly<Record<EntryKind, number>> = {
  'reply-code': 60,
  'enhanced-code': 81,
  'provider-reply': 110,
  verb: 35,
  extension: 60,
  parameter: 20,
  'auth-mechanism': 45,
  term: 90,
  guide: 0,
};
