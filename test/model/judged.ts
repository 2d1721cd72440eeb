/** What our rules say about a session of the model. */
import { type Finding, Judge } from '../../server/src/rules/judge';
import { canonical } from '../../server/src/transcript/dialects/canonical';
import { readTranscript } from '../../server/src/transcript/readTranscript';

/** All findings in a transcript of the canonical format. */
export function judged(text: string): Finding[] {
  const judge = new Judge();
  return readTranscript(text, canonical).sessions.flatMap((session) => judge.judge(session));
}

export function isLoud({ severity }: Finding): boolean {
  return severity === 'warning' || severity === 'error';
}
