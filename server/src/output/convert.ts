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

/** Each line is modelled on the one before, so that time and key of the first go through. */
function inDialect(utterances: readonly Utterance[], to: Dialect): string {
  let like: PeeledLine | undefined;
  let text = '';
  let number = 0;
  const add = (line: string) => {
    text += `${line}\n`;
    number += line.split('\n').length;
    const last = line.slice(line.lastIndexOf('\n') + 1);
    like = { line: { number: number - 1, text: last, eol: '\n' }, text: last, from: 0 };
  };
  for (const line of to.opening ?? []) add(line);
  for (const utterance of utterances) {
    if (utterance.speaker === 'tool' || utterance.elided !== undefined) continue;
    add(to.write(utterance.speaker, utterance.text, like));
  }
  return text;
}
