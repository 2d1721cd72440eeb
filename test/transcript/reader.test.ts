/** Lines in, sessions out: any text is read, nothing of it is lost, and the way it arrives makes no difference. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import fc from 'fast-check';
import { judge } from '../../server/src/rules/judge';
import { linesOfExchange } from '../../server/src/rules/rule';
import { detect } from '../../server/src/transcript/detect';
import { DIALECTS, dialectById } from '../../server/src/transcript/dialects';
import { FileReader } from '../../server/src/transcript/fileReader';
import { LineSplitter, linesOf } from '../../server/src/transcript/lines';
import { Reader, type Session } from '../../server/src/transcript/reader';
import { readTranscript, type Transcript } from '../../server/src/transcript/readTranscript';
import { transactionsOf } from '../../server/src/transcript/transactions';
import type { Exchange } from '../../server/src/transcript/transcript';
import { short } from '../helpers/talk';
import { anyText, FORMATS, logOf } from '../helpers/texts';

const inShort = ({ key, firstLine, lastLine, steps }: Session) =>
  `${key} ${firstLine}–${lastLine}: ${steps.map(({ exchange }) => short(exchange)).join(' | ')}`;
const sessions = (text: string, dialect?: string) =>
  readTranscript(text, dialect === undefined ? undefined : dialectById(dialect)).sessions.map(inShort);

describe('interleaved sessions', () => {
  const line = (pid: number, rest: string) => `Nov 24 19:02:08 mx postfix/smtpd[${pid}]: ${rest}\n`;

  test('are told apart by their process, and a process that is used again begins another', () => {
    const log =
      line(1, 'connect from a[192.0.2.1]') +
      line(1, '> a[192.0.2.1]: 220 mx') +
      line(2, 'connect from b[192.0.2.2]') +
      line(2, '> b[192.0.2.2]: 220 mx') +
      line(1, '< a[192.0.2.1]: NOOP') +
      line(2, '< b[192.0.2.2]: QUIT') +
      line(1, '> a[192.0.2.1]: 250 Ok') +
      line(2, '> b[192.0.2.2]: 221 Bye') +
      line(2, 'disconnect from b[192.0.2.2]') +
      line(2, 'connect from c[192.0.2.3]') +
      line(2, '> c[192.0.2.3]: 220 mx') +
      line(1, 'disconnect from a[192.0.2.1]');
    assert.deepEqual(
      sessions(log).map((each) => each.replace(/^\S+/, '')),
      [
        ' 0–11: connect | greeting 220 | NOOP, 250 | close',
        ' 2–8: connect | greeting 220 | QUIT, 221 | close',
        ' 9–10: connect | greeting 220',
      ],
    );
    assert.equal(new Set(readTranscript(log).sessions.map(({ key }) => key)).size, 3);
  });
});

describe('a session that does not end', () => {
  const opening = 'S: 220 a\nC: EHLO b\nS: 250 a\n';
  const mail =
    'C: MAIL FROM:<a@b>\nS: 250 Ok\nC: RCPT TO:<c@d>\nS: 250 Ok\nC: DATA\nS: 354 Go\nC: x\nC: .\nS: 250 Ok\n';

  function stretches(text: string, mostSteps: number) {
    const given: { readonly at: number; readonly session: Session }[] = [];
    let at = 0;
    const reader = new FileReader({ onSession: (session) => given.push({ at, session }), mostSteps });
    for (const line of linesOf(text)) {
      at = line.number;
      reader.push(line);
    }
    reader.end();
    return given;
  }

  test('is handed over in stretches, each when nothing is open in it', () => {
    const given = stretches(`${opening}${mail.repeat(300)}C: QUIT\nS: 221 Bye\n`, 10);
    assert.deepEqual(
      given.slice(0, 2).map(({ session }) => inShort(session)),
      [
        `1 0–20: connect | greeting 220 | EHLO, 250${' | MAIL, 250 | RCPT, 250 | DATA, 354 | message 1 lines 3 octets complete, 250'.repeat(2)}`,
        `1~2 21–47:${' | MAIL, 250 | RCPT, 250 | DATA, 354 | message 1 lines 3 octets complete, 250'.repeat(3).slice(2)}`,
      ],
    );
    assert.deepEqual(new Set(given.map(({ session }) => session.goesOn)), new Set([true, undefined]));
    assert.equal(given.at(-1)?.session.goesOn, undefined);
    // What is known goes on.
    assert.equal(given[1]?.session.steps[0]?.before.hello.kind, 'ehlo');
    // The first thousand lines may wait for another format.
    const late = given.filter(({ at, session }) => session.lastLine > 1500 && at - session.lastLine > 1);
    assert.deepEqual(late, []);
    assert.equal(new Set(given.map(({ session }) => session.key)).size, given.length);
  });

  test('tells the same in stretches, and ends once', () => {
    const text = `${opening}${`${mail}C: DATA\nS: 503 5.5.1 No\nC: FROB x\nS: 250 Ok\n`.repeat(9)}`;
    const found = (all: readonly Session[]) =>
      all.flatMap((session) => judge(session).map(({ rule, problem }) => `${problem.span.line} ${rule.code}`)).sort();
    const whole = found(readTranscript(text).sessions);
    assert.ok(whole.length > 18);
    for (const most of [1, 7, 20]) assert.deepEqual(found(stretches(text, most).map(({ session }) => session)), whole);
  });
});

describe('sessions one after the other', () => {
  test('are parted by a separator, named or not', () => {
    assert.deepEqual(sessions('S: 220 a\n--- session ---\nS: 220 b\n--- session third one ---\nS: 220 c\n'), [
      '1 0–0: connect | greeting 220',
      '2 2–2: connect | greeting 220',
      'third one 4–4: connect | greeting 220',
    ]);
  });

  test('are parted by a second greeting where nothing else does it', () => {
    assert.deepEqual(sessions('220 a ESMTP\nQUIT\n221 Bye\n220 b ESMTP\nQUIT\n221 Bye\n', 'bare'), [
      '1 0–2: greeting 220 | QUIT, 221',
      '1#2 3–5: greeting 220 | QUIT, 221',
    ]);
  });

  test('are handed over in constant memory: none waits when the next begins', () => {
    const log = Array.from(
      { length: 200 },
      (_, index) => `--- session s${index} ---\nS: 220 a\nC: QUIT\nS: 221 Bye\n* closed by server\n`,
    ).join('');
    const handed: string[] = [];
    let before = -1;
    const canonical = dialectById('canonical') ?? assert.fail();
    const reader = new Reader({ dialect: canonical, peelers: [] }, { onSession: ({ key }) => handed.push(key) });
    for (const each of linesOf(log)) reader.push(each);
    before = handed.length;
    reader.end();
    assert.equal(before, 199);
    assert.deepEqual(
      handed,
      Array.from({ length: 200 }, (_, index) => `s${index}`),
    );
  });
});

describe('line numbers', () => {
  test('count LF only: CR CR LF is one end, a lone CR is none', () => {
    const {
      sessions: [session],
      lineCount,
    } = readTranscript('S: 220 a\r\r\nC: NO\rOP\r\nS: 500 ?\n');
    assert.equal(lineCount, 3);
    assert.deepEqual(
      session?.steps.map(({ exchange }) => ('command' in exchange ? exchange.command?.said.line : -1)),
      [-1, -1, 1],
    );
    assert.equal(session?.lastLine, 2);
  });
});

describe('nothing to read', () => {
  for (const [name, text] of [
    ['an empty text', ''],
    ['blank lines', '\n\n \n'],
    ['a C source', '#include <stdio.h>\nint main(void) {\n  return 0; /* 250 ok */\n}\n'],
    ['an Apache log', `${'192.0.2.1 - - [10/Oct/2000:13:55:36 -0700] "GET / HTTP/1.0" 200 2326\n'.repeat(50)}`],
    ['NUL octets', '\u0000'.repeat(1000)],
    ['a mail', 'From: a@b.example\nTo: c@d.example\nSubject: QUIT\n\nDATA is what we need. 250 of it.\n'],
  ] as const) {
    test(`${name} gives no session and no dialect`, () => {
      const { detection, sessions: read } = readTranscript(text);
      assert.equal(detection.dialect, undefined);
      assert.deepEqual(read, []);
    });
  }
});

describe('any text', () => {
  const readable = (transcript: Transcript, text: string) => {
    const lines = linesOf(text);
    assert.equal(transcript.lineCount, lines.length);
    for (const { line, start, end } of transcript.utterances) {
      const length = lines[line]?.text.length ?? -1;
      assert.ok(0 <= start && start <= end && end <= length, `${start}–${end} in line ${line} of ${length}`);
    }
    for (const session of transcript.sessions) {
      assert.ok(0 <= session.firstLine && session.firstLine <= session.lastLine && session.lastLine < lines.length);
      transactionsOf(session);
    }
  };

  test('is read, in every dialect', () => {
    fc.assert(
      fc.property(fc.oneof(anyText, logOf()), fc.constantFrom(undefined, ...DIALECTS), (text, dialect) => {
        readable(readTranscript(text, dialect), text);
      }),
      { numRuns: 300 },
    );
  });

  for (const [id, format] of Object.entries(FORMATS)) {
    test(`in the manner of ${id}: every line that somebody said is in exactly one place`, () => {
      fc.assert(
        fc.property(logOf([format]), (text) => {
          const transcript = readTranscript(text, dialectById(id));
          readable(transcript, text);
          accounted(transcript);
        }),
        { numRuns: 200 },
      );
    });
  }
});

/** Counts what was said against what became of it: commands, responses, payload, replies. */
function accounted({ utterances, sessions: read }: Transcript): void {
  const exchanges = read.flatMap(({ steps }) => steps.map(({ exchange }) => exchange));
  const said = utterances.flatMap((each) => (each.speaker === 'tool' || each.elided !== undefined ? [] : [each]));
  const client = said.filter(({ speaker }) => speaker === 'client');
  const server = said.filter(({ speaker }) => speaker === 'server');
  assert.equal(sum(exchanges.map(serverLines)), server.length, 'server lines');
  if (utterances.every(({ speaker, ...each }) => speaker === 'tool' || !('elided' in each))) {
    assert.equal(sum(exchanges.map(clientLines)), client.length, 'client lines');
  }
  const lines = new Set(exchanges.flatMap(linesOfExchange));
  for (const exchange of exchanges) if (exchange.kind === 'unreadable') lines.add(exchange.said.line);
  for (const { line } of said) assert.ok(lines.has(line), `line ${line} belongs to nothing`);
}

function serverLines(exchange: Exchange): number {
  if (exchange.kind === 'unreadable') return exchange.said.speaker === 'server' ? 1 : 0;
  return 'replies' in exchange ? sum(exchange.replies.map(({ lines }) => lines.length)) : 0;
}

function clientLines(exchange: Exchange): number {
  if (exchange.kind === 'command') return 1 + exchange.responses.length + (exchange.data?.lineCount ?? 0);
  if (exchange.kind === 'unreadable') return exchange.said.speaker === 'client' ? 1 : 0;
  if (exchange.kind !== 'message') return 0;
  const { data } = exchange;
  return (data.lineCount ?? 0) + (data.end === 'complete' && data.last?.text === '.' ? 1 : 0);
}

function sum(counts: readonly number[]): number {
  return counts.reduce((total, each) => total + each, 0);
}

test('reading in pieces equals reading whole, wherever the text is cut', () => {
  fc.assert(
    fc.property(logOf(), fc.array(fc.nat({ max: 2000 }), { maxLength: 8 }), (text, cuts) => {
      const whole = readTranscript(text);
      const splitter = new LineSplitter();
      const read: Session[] = [];
      const reader = new FileReader({ onSession: (session) => read.push(session) });
      const places = [0, ...cuts.filter((cut) => cut < text.length).sort((a, b) => a - b), text.length];
      for (const [index, place] of places.entries()) {
        splitter.push(text.slice(place, places[index + 1] ?? place), (line) => reader.push(line));
      }
      splitter.end((line) => reader.push(line));
      reader.end();
      assert.deepEqual(read.sort((a, b) => a.firstLine - b.firstLine).map(inShort), whole.sessions.map(inShort));
    }),
    { numRuns: 200 },
  );
});

describe('detection', () => {
  const dialectOf = (text: string) => detect(linesOf(text)).dialect?.id;

  for (const [id, text] of [
    ['canonical', 'S: 220 mx\nC: EHLO a\nS: 250 mx\n'],
    ['swaks', '=== Trying mx:25...\n=== Connected to mx.\n<-  220 mx\n -> EHLO a\n'],
    ['curl', '*   Trying 192.0.2.1:25...\n* Connected to mx\n< 220 mx\n> EHLO a\n'],
    [
      'postfix-v',
      'Nov 24 19:02:08 mx postfix/smtpd[1]: > a[192.0.2.1]: 220 mx\nNov 24 19:02:08 mx postfix/smtpd[1]: < a[192.0.2.1]: EHLO a\n',
    ],
    ['bare', '220 mx ESMTP\nEHLO a\n250 mx\nQUIT\n221 Bye\n'],
  ] as const) {
    test(`recognises ${id}`, () => assert.equal(dialectOf(text), id));
  }

  test('does not take curl over HTTP for a transcript', () => {
    assert.equal(
      dialectOf('*   Trying 192.0.2.1:80...\n* Connected to mx\n> GET / HTTP/1.1\n> Host: mx\n< HTTP/1.1 200 OK\n'),
      undefined,
    );
  });

  test('says how sure it is', () => {
    const { confidence, candidates } = detect(linesOf('S: 220 mx\nC: EHLO a\nS: 250 mx\n'));
    assert.ok(confidence > 0.5 && confidence <= 1);
    assert.equal(candidates[0]?.id, 'canonical');
  });

  test('can be overruled', () => {
    const { detection } = readTranscript('S: 220 mx\n', dialectById('swaks'));
    assert.deepEqual([detection.dialect?.id, detection.confidence], ['swaks', 1]);
  });
});

test('behind 221 a server that is busy greets the next client, unless the log names connections', () => {
  const monit =
    'SMTP <- 220 mx.test\nSMTP -> EHLO a\nSMTP <- 250 mx\nSMTP -> QUIT\nSMTP <- 221 bye\nSMTP <- 421 busy\n';
  assert.equal(readTranscript(monit).sessions.length, 2);
  const numbered = 'S: 220 mx\nC: QUIT\nS: 221 bye\nS: 554 no\n';
  assert.equal(readTranscript(numbered).sessions.length, 2);
  assert.equal(readTranscript(`--- session one ---\n${numbered}`).sessions.length, 1);
});
