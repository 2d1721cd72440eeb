/** Files that nobody writes on purpose: what is looked for is anything that grows faster than they do. */
import { repeated, type Shape, turns } from './logs';

const OPENING = 'S: 220 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250-mx.example.org\nS: 250 PIPELINING\n';

const TRANSACTION = `C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: again
C:${' '}
C: The same as before.
C: .
S: 250 2.0.0 Ok: queued
`;

const opening = () => OPENING;

export const WORST_SHAPES: readonly Shape[] = [
  {
    id: 'endless-line',
    name: 'one endless line',
    text: repeated(
      () => 'x'.repeat(65_536),
      () => `${OPENING}C: NOOP `,
    ),
  },
  { id: 'endless-session', name: 'one endless session', text: repeated(() => TRANSACTION, opening) },
  { id: 'interleaved', name: 'all sessions open at a time', text: interleaved },
  { id: 'recipients', name: 'all recipients in one transaction', text: recipients },
  {
    id: 'violations',
    name: 'every line a violation',
    text: repeated(() => 'C: DATA\nS: 250 ok\nC: FROB x\n', opening),
  },
  {
    id: 'multi-line',
    name: 'a reply that does not end',
    text: repeated(
      (n) => `S: 250-KEYWORD-${n}\n`,
      () => OPENING.slice(0, OPENING.lastIndexOf('S:')),
    ),
  },
];

/**
 * As many sessions as the size needs, one line of each in turn: none ends before all have begun. Between the lines of
 * the dialogue the server talks to itself, which must not cost more when more sessions are open.
 */
function* interleaved(octets: number): Generator<string> {
  const lines = turns(0)
    .filter(({ data }) => data !== true)
    .flatMap(({ by, text }) => {
      const said = `${by === 'client' ? '<' : '>'} unknown[192.0.2.7]: ${text}\n`;
      return by === 'client' ? [said, 'match_list_match: unknown: no match\n'] : [said];
    });
  const prefix = 'Nov 24 19:02:10 mx postfix/smtpd[1000000]: ';
  const sessions = Math.ceil(octets / lines.reduce((sum, line) => sum + prefix.length + line.length, 0));
  for (const line of ['connect from unknown[192.0.2.7]\n', ...lines]) {
    for (let n = 0; n < sessions; n++) yield `Nov 24 19:02:10 mx postfix/smtpd[${1_000_000 + n}]: ${line}`;
  }
}

function* recipients(octets: number): Generator<string> {
  yield* repeated(
    (n) => `C: RCPT TO:<bob${n}@example.org>\nS: 250 2.1.5 Ok\n`,
    () => `${OPENING}C: MAIL FROM:<alice@example.com>\nS: 250 2.1.0 Ok\n`,
  )(octets);
  yield 'C: DATA\nS: 354 Go ahead\nC: .\nS: 250 2.0.0 Ok\nC: QUIT\nS: 221 2.0.0 Bye\n';
}
