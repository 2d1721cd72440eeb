/** Pieces of canonical transcripts that the examples of the rules are put together from. */

/** The greeting, EHLO and a reply that offers these extensions besides the usual ones. */
export function opened(...offers: readonly string[]): string {
  const keywords = ['PIPELINING', '8BITMIME', ...offers, 'ENHANCEDSTATUSCODES'];
  const lines = keywords.map((keyword, index) => `S: 250${index < keywords.length - 1 ? '-' : ' '}${keyword}\n`);
  return `S: 220 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250-mx.example.org\n${lines.join('')}`;
}

/** A message that goes through, with these MAIL and RCPT lines and these lines of data. */
export function delivered(
  mail = 'MAIL FROM:<alice@example.com>',
  rcpt = 'RCPT TO:<bob@example.org>',
  body: readonly string[] = ['Subject: hello', '', 'Hello.'],
): string {
  const data = body.map((line) => `C: ${line}\n`).join('');
  return `C: ${mail}
S: 250 2.1.0 Ok
C: ${rcpt}
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
${data}C: .
S: 250 2.0.0 Ok: queued
`;
}

export const QUIT = 'C: QUIT\nS: 221 2.0.0 Bye\n';
