/** What of a reply shows at one look that most rules have nothing to say about it. False says nothing. */
import { enhancedCodeOf } from '../transcript/reply';
import type { SessionState } from '../transcript/session';
import type { Reply } from '../transcript/transcript';
import { mayAnswer } from './allowedReplies';
import { isRegistered } from './enhancedRegistry';
import { remembering } from './remembering';

/** The code is one of those that the tables have for `place`, and asks for what is due there. */
export function isUsualCode(place: string, code: number): boolean {
  return mayAnswer(place, code) === true && (place !== 'DATA' || code >= 300);
}

/** The text of a reply line is printable ASCII, of usual length, and not blank. */
export function isUsualText(text: string): boolean {
  return text.length <= LONGEST && PRINTABLE.test(text);
}

/** The text of a line of an EHLO reply is a keyword with or without parameters, not LIMITS, and no SIZE under 100,000. */
export function isUsualOffer(text: string): boolean {
  return text.length <= LONGEST && OFFER.test(text);
}

/** The enhanced code is where it belongs, is registered, and says what the code says. */
export function isUsualEnhanced(reply: Reply, place: string, { offers }: SessionState): boolean {
  const { enhanced, code, lines } = reply;
  if (lines.length > 1 && lines.some(({ text }) => enhancedCodeOf(text) !== enhanced)) return false;
  if (enhanced !== undefined) return enhanced.charCodeAt(0) - ZERO === Math.floor(code / 100) && isKnown(enhanced);
  if ((code >= 300 && code < 400) || place === 'STARTTLS') return true;
  return offers?.has('ENHANCEDSTATUSCODES') !== true;
}

const isKnown = remembering(isRegistered);

const PRINTABLE = /^ *[!-~][ -~]*$/;
const OFFER = /^(?!X{4}|LIMITS|SIZE +0*[1-9]\d{0,4}(?!\d))[a-z0-9][a-z0-9-]*(?: [ -~]*)?$/i;

/** Characters: less than the 512 octets that a reply line may have with its code and line end (RFC 5321 §4.5.3.1.5). */
const LONGEST = 480;

const ZERO = 48;
