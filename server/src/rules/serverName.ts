/** The name that a server gives itself as the first word of its greeting and of its hello reply (RFC 5321 §4.2, §4.1.1.1). */
import type { Reply } from '../transcript/transcript';
import { hostFault } from './mailbox';

/** The first word of a reply's text, as written. */
export function firstWord(reply: Reply): string {
  return /^\s*(\S*)/.exec(reply.lines[0]?.text ?? '')?.[1] ?? '';
}

/** True when the word can be a server's name: a domain or a literal, or masked; a word of a sentence is none. */
export function isServerName(word: string): boolean {
  if (word === '' || /^[*xX.?-]+$/.test(word)) return word !== '';
  const fault = hostFault(word);
  if (fault !== undefined && fault.kind !== 'underscore') return false;
  return /[.[]/.test(word) || !SENTENCE.test(word);
}

/** Words that servers put in place of their name. */
const SENTENCE =
  /^(?:e?smtps?|lmtp|e?smtp\/.*|welcome|hello|hi|hey|ok|okay|ready|service|server|mail|mailserver|this|the|greetings|connected|accepted)$/i;
