/** Line ends that a program writes out as text: `EHLO client<CRLF>`, `250-mx\r\n250 SIZE\r\n`, `DATA\015\012`. */
import { looksLikeReply } from '../reply';
import type { Said } from '../transcript';

const ENDS = String.raw`<CRLF>|<EOL>|<CR><LF>|\\r\\n|\\015\\012|\\0D\\0A`;

/** The beginning of one, for patterns that want to see whether a word is over. */
export const SPELLED_END = `(?:${ENDS})`;

const LAST = new RegExp(`(${ENDS})\\s*$`, 'i');
/** What a server tells of the end of a message, in the same signs. */
const END_OF_MESSAGE = new RegExp(`(?:${ENDS})\\.$`, 'i');

/** Where in a text a line begins and ends. */
export interface Part {
  readonly from: number;
  readonly to: number;
}

/** The lines of what one side says, where the end of its last is spelled out; undefined where it is not. */
export function spelledLines(text: string, speaker: Said['speaker']): readonly Part[] | undefined {
  const last = LAST.exec(text);
  if (last === null || (speaker === 'server' && END_OF_MESSAGE.test(text.slice(0, last.index)))) return undefined;
  const [, end = ''] = last;
  const parts: Part[] = [];
  let from = 0;
  for (let at = text.indexOf(end); at < last.index; at = text.indexOf(end, at + end.length)) {
    const next = at + end.length;
    if (speaker === 'server' && !looksLikeReply(text.slice(next, next + 4))) continue;
    parts.push({ from, to: at });
    from = next;
  }
  parts.push({ from, to: last.index });
  return parts;
}
