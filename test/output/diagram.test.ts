import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, test } from 'node:test';
import { diagram } from '../../server/src/output/diagram';
import { readTranscript } from '../../server/src/transcript/readTranscript';
import { checkCorpus } from '../helpers/corpus';

const of = (text: string) => diagram(readTranscript(text));

/** What Mermaid's grammar for sequence diagrams allows of what we write: no `;` and `#` outside of `#35;`. */
const TEXT = String.raw`(?:#\d{2,3};|[^#;:<>{}[\]()"\u0060%\u0000-\u001f\u007f])+`;
const LINE = new RegExp(
  `^(?:sequenceDiagram|  participant [CS] as \\w+|  (?:C->>S|S-->>C): (?:\\(response\\)|mail data(?:, \\d+ lines)?|${TEXT}|\\(empty line\\))(?: … \\(\\d+ lines\\))?|  note over C,S: ${TEXT})$`,
  'u',
);

function assertValid(text: string): void {
  const lines = text.trimEnd().split('\n');
  assert.deepEqual(lines.slice(0, 3), ['sequenceDiagram', '  participant C as Client', '  participant S as Server']);
  for (const line of lines) assert.match(line, LINE);
}

describe('diagram', () => {
  test('shows who said what, TLS, and mail data by its size', () => {
    const session =
      'S: 220 mx\nC: EHLO a.example\nS: 250-mx\nS: 250 STARTTLS\nC: STARTTLS\nS: 220 Go\n* tls TLSv1.3\nC: EHLO a.example\nS: 250 mx\nC: MAIL FROM:<a@b.example>\nS: 250 Ok\nC: RCPT TO:<c@d.example>\nS: 250 Ok\nC: DATA\nS: 354 Go\nC: Subject: x\nC: \nC: .\nS: 250 Ok\nC: QUIT\nS: 221 Bye\n';
    assert.equal(
      of(session),
      `sequenceDiagram
  participant C as Client
  participant S as Server
  note over C,S: session 1
  S-->>C: 220 mx
  C->>S: EHLO a.example
  S-->>C: 250-mx … (2 lines)
  C->>S: STARTTLS
  S-->>C: 220 Go
  note over C,S: TLS
  C->>S: EHLO a.example
  S-->>C: 250 mx
  C->>S: MAIL FROM#58;#60;a@b.example#62;
  S-->>C: 250 Ok
  C->>S: RCPT TO#58;#60;c@d.example#62;
  S-->>C: 250 Ok
  C->>S: DATA
  S-->>C: 354 Go
  C->>S: mail data, 2 lines
  S-->>C: 250 Ok
  C->>S: QUIT
  S-->>C: 221 Bye
`,
    );
  });

  test('does not show what AUTH sends', () => {
    const shown = of(
      'S: 220 mx\nC: EHLO a.example\nS: 250 AUTH PLAIN LOGIN\nC: AUTH PLAIN AGJvYgBzZWNyZXQ=\nS: 535 no\nC: AUTH LOGIN\nS: 334 VXNlcm5hbWU6\nC: Ym9iYnk=\nS: 535 no\nC: QUIT\nS: 221 Bye\n',
    );
    assert.ok(!shown.includes('AGJvYgBzZWNyZXQ') && !shown.includes('Ym9iYnk'));
    assert.ok(shown.includes('  C->>S: AUTH PLAIN\n'));
  });

  for (const text of [
    '',
    '   ',
    '#35;',
    'a;b',
    '%%{init: {}}%%',
    'end',
    'note over C,S: x',
    '"quoted" `code` <b>',
    'a\u0007b',
    `${'😀'.repeat(90)}`,
    'grüße',
  ]) {
    test(`is valid with ${JSON.stringify(text.slice(0, 30))} as a command`, () => {
      assertValid(of(`S: 220 mx ${text}\nC: ${text}\nS: 500 ${text}\nC: QUIT\nS: 221 Bye\n`));
    });
  }

  test('is valid for every log of the corpus', () => {
    for (const { path } of checkCorpus('test/corpus')) assertValid(of(readFileSync(`test/corpus/${path}`, 'utf8')));
  });
});
