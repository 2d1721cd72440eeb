/** Writes a transcript in another format: what was read, nothing else. */
import { canonical } from '../transcript/dialects/canonical';
import { writeElided, writeEvent, writeTime } from '../transcript/dialects/canonicalEvents';
import type { Dialect } from '../transcript/dialects/dialect';
import type { Session, Transcript } from '../transcript/reader';
import type { PeeledLine, Said, Utterance } from '../transcript/transcript';
import { utterancesBySession } from './sessions';

/** The whole transcript in the format of `to`. What that format cannot say is left out. */
export function convert(transcript: Transcript, to: Dialect): string {
  const parts: string[] = [];
  for (const [session, utterances] of utterancesBySession(transcript)) {
    parts.push(
      to.id === canonical.id
        ? inCanonical(session, utterances, transcript.sessions.length > 1)
        : inDialect(utterances, to),
    );
  }
  return parts.join('');
}

function inCanonical(session: Session, utterances: readonly Utterance[], separated: boolean): string {
  const lines = separated ? [`--- session ${session.key} ---`] : [];
  if (!session.steps[0]?.before.whole && !beginsWhole(utterances)) lines.push('* elided');
  for (const utterance of utterances) {
    const stamp = utterance.time === undefined ? '' : `${writeTime(utterance.time)} `;
    const line = utterance.speaker === 'tool' ? writeEvent(utterance.event) : written(utterance);
    if (line !== undefined) lines.push(stamp + line);
  }
  return lines.map((line) => `${line}\n`).join('');
}

function beginsWhole(utterances: readonly Utterance[]): boolean {
  const first = utterances[0];
  if (first === undefined) return true;
  if (first.speaker === 'tool') return first.event.type === 'connect' ? first.event.whole : first.event.type === 'gap';
  return first.speaker === 'server' && /^(?:220|554|421)/.test(first.text);
}

function written(said: Said): string {
  if (said.elided !== undefined) return `* ${writeElided(said.elided)}`;
  return canonical.write(said.speaker, said.text + (said.wireEol ?? ''), undefined);
}

/**
 * Each line is modelled on one that is there already, so that time and key of the first go through: on the server's last,
 * because a reply shows who speaks in it, and mail data may look like anything.
 */
function inDialect(utterances: readonly Utterance[], to: Dialect): string {
  const lines: string[] = [];
  let like: PeeledLine | undefined;
  const add = (written: string, model: boolean) => {
    if (model) like = peeled(written, lines.length);
    lines.push(...written.split('\n'));
  };
  for (const line of to.opening ?? []) add(line, true);
  for (const said of utterances) {
    if (said.speaker === 'tool') continue;
    if (said.elided === undefined) add(to.write(said.speaker, said.text, like), said.speaker === 'server');
    else if (said.elided.what === 'secret') add(to.write(said.speaker, SECRET, like), false);
  }
  return lines.map((line) => `${line}\n`).join('');
}

/** What stands for a secret that the log hides. */
const SECRET = '****';

/** The first of the lines that were written for one of the wire, as the reader will see it. */
function peeled(written: string, number: number): PeeledLine {
  const [text = ''] = written.split('\n', 1);
  return { line: { number, text, eol: '\n' }, text, from: 0 };
}
