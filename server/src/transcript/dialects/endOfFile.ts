/** The last line of a file that has no line end: a program that writes line by line was cut in it, or a paste lost its end. */
import { isKnownVerb, readsAsCommand } from '../command';
import type { ModeName } from '../conversation';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';

/** True when `text`, at the end of `line`, may be the start of something else than what it reads as. */
export function isCutOff(line: PeeledLine, text: string, speaker: 'client' | 'server', mode: ModeName): boolean {
  return line.line.eol === '' && mayGoOn(text, speaker, mode);
}

/** True when a line without its end may be the start of something else than what it reads as. */
export function mayGoOn(text: string, speaker: 'client' | 'server', mode: ModeName): boolean {
  // Half a keyword, challenge or enhanced code is a wrong one.
  if (speaker === 'server') {
    return !looksLikeReply(text) || /^(?:\d{3}(?:-|[ \d.]*$)|334)/.test(text);
  }
  if (mode === 'data' || mode === 'bdat') return false;
  if (isKnownVerb(text.toUpperCase())) return /^(?:[EHL]{2}LO|MAIL|RCPT|BDAT|AUTH|VRFY|EXPN)$/i.test(text);
  // Half a name is one; half a parameter, secret or address is none.
  return !readsAsCommand(text) || /(?:[.=-]|<>|>\s.*)$|^AUTH /i.test(text);
}
