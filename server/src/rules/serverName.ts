/** The name that a server gives itself as the first word of its greeting and of its hello reply (RFC 5321 §4.2, §4.1.1.1). */
import type { Reply } from '../transcript/transcript';
import { hostFault } from './mailbox';
import { remembering } from './remembering';

/** The first word of a reply's text, as written. */
export function firstWord(reply: Reply): string {
  return wordOf(reply.lines[0].text);
}

function wordOf(text: string): string {
  return /^\s*(\S*)/.exec(text)?.[1] ?? '';
}

/** What a greeting says about its server. */
export interface Greeting {
  /** It begins with a name as servers have them, and nothing wrote over it. */
  readonly usual: boolean;
  /** The last two labels of the server's name, lower case: who the server is. Empty where it does not say. */
  readonly domain: string;
}

/** Reads the text of the first line of a greeting; a server says the same to everybody. */
export const greetingOf = remembering(
  (text): Greeting => ({
    usual: isServerName(wordOf(text)) && !text.includes('**********'),
    domain: domainIn(text),
  }),
);

function domainIn(text: string): string {
  const name = text.split(' ', 1)[0] ?? '';
  return /^[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63}){1,9}$/i.test(name) ? lastLabels(name) : '';
}

/** The last two labels of a domain, lower case. */
export function lastLabels(name: string): string {
  return name.toLowerCase().split('.').slice(-2).join('.');
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
  /^(?:e?smtps?|lmtp|welcome|hello|hi|hey|ok|okay|ready|service|server|mail|mailserver|this|the|greetings|connected|accepted)$/i;
