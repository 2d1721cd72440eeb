import { enhancedCodeOf } from '../transcript/reply';
import type { Reply } from '../transcript/transcript';

/** What messages quote of a reply: its code with the enhanced code, and its text, cut to a readable length. */
export function quote(reply: Reply): { readonly code: string; readonly text: string } {
  const words = reply.lines.map(({ text }) => text.slice(enhancedCodeOf(text)?.length ?? 0).trim()).join(' ');
  const code = reply.enhanced === undefined ? String(reply.code) : `${reply.code} ${reply.enhanced}`;
  return { code, text: words.length <= LONGEST_QUOTE ? words : `${words.slice(0, LONGEST_QUOTE - 1)}…` };
}

/** Characters of a text that is quoted whole. */
export const LONGEST_QUOTE = 160;
