/** `npm run bench`: how fast a transcript is read, measured side by side with the floor of the language. */

import { ParsedDocument } from '../../server/src/features/parsedDocument';
import { linesOf } from '../../server/src/transcript/lines';
import { readTranscript } from '../../server/src/transcript/reader';
import { benchReference } from './reference';

const SESSION = [
  'S: 220 mx.example.org ESMTP Postfix',
  'C: EHLO client.example.com',
  'S: 250-mx.example.org',
  'S: 250-PIPELINING',
  'S: 250-SIZE 10240000',
  'S: 250-ENHANCEDSTATUSCODES',
  'S: 250 8BITMIME',
  'C: MAIL FROM:<alice@example.com> SIZE=1200',
  'S: 250 2.1.0 Ok',
  'C: RCPT TO:<bob@example.org>',
  'S: 250 2.1.5 Ok',
  'C: DATA',
  'S: 354 End data with <CR><LF>.<CR><LF>',
  'C: Subject: weekly report',
  'C: ',
  ...Array.from({ length: 12 }, (_, n) => `C: line ${n} of a message that says what messages say, at the usual length`),
  'C: .',
  'S: 250 2.0.0 Ok: queued as 26F6B16610E',
  'C: QUIT',
  'S: 221 2.0.0 Bye',
].join('\n');

/** A canonical transcript of about this many megabytes. */
function transcript(megabytes: number): string {
  const count = Math.ceil((megabytes * 1e6) / (SESSION.length + 25));
  return Array.from({ length: count }, (_, n) => `--- session ${n} ---\n${SESSION}\n`).join('');
}

/** The median of the milliseconds that `run` takes. */
function measure(run: () => unknown, rounds = 7): number {
  run();
  const times = Array.from({ length: rounds }, () => {
    const began = performance.now();
    run();
    return performance.now() - began;
  });
  return times.sort((a, b) => a - b)[rounds >> 1] as number;
}

const text = transcript(5);
const megabytes = text.length / 1e6;
const json = JSON.stringify(text.split('\n').map((line) => ({ speaker: line.slice(0, 1), text: line.slice(3) })));
const rows: [string, number][] = [
  ['lines: a string of each line', measure(() => [...linesOf(text)].length)],
  ['read: sessions, exchanges, states', measure(() => readTranscript(text))],
  ['judge: read and every rule', measure(() => new ParsedDocument(text))],
  ['JSON.parse of a JSON of the same size', measure(() => JSON.parse(json))],
];
const floor = rows[0]?.[1] ?? 1;
console.log(`Node ${process.version}, ${megabytes.toFixed(1)} MB canonical transcript, median of 7`);
for (const [name, time] of rows) {
  console.log(
    `${name.padEnd(40)} ${time.toFixed(0).padStart(6)} ms ${(megabytes / (time / 1000)).toFixed(0).padStart(6)} MB/s ${(time / floor).toFixed(1).padStart(6)} ×`,
  );
}
if (!benchReference()) process.exitCode = 1;
