/**
 * What sessions can hold that a rule could speak about. A healthy session has hardly any of it, so that hardly any rule has
 * to look at one. A trait may be there for nothing, but must not be missing: `traits.test.ts` compares.
 */

export type Trait =
  /** An AUTH. */
  | 'auth'
  /** A BDAT. */
  | 'chunks'
  /** A STARTTLS. */
  | 'starttls'
  /** A HELO. */
  | 'helo'
  /** EHLO or LHLO inside TLS. */
  | 'hello-in-tls'
  /** A client line that is not one of the usual commands in its usual form, see `usualCommand.ts`. */
  | 'unusual-command'
  /** A command or a message without an answer. */
  | 'unanswered'
  /** A command that was sent before the one before it was answered. */
  | 'pipelined'
  /** A fault of the session's state machine. */
  | 'fault'
  /** A reply that is neither 2yz nor 3yz, those for 'refused-recipient' left out. */
  | 'refusal'
  /** An answer to RCPT that is neither 2yz nor 3yz, nor about the dialogue, the session or extensions. */
  | 'refused-recipient'
  /** A reply to nothing. */
  | 'unasked'
  /** A reply whose code is not in the tables for what it answers, or a server line that is no reply. */
  | 'unusual-code'
  /** A reply with lines of several codes, long or empty ones, other characters than ASCII, or without its end. */
  | 'unusual-reply'
  /** A reply whose enhanced code is missing, out of place, unregistered, or of another class than its code. */
  | 'unusual-enhanced'
  /** A reply that says in words what its code does not. */
  | 'contradiction'
  /** A greeting that does not begin with a name as servers have them. */
  | 'unusual-greeting'
  /** A line of an EHLO reply that is not a keyword with parameters, is written over, says LIMITS, or a small SIZE. */
  | 'unusual-offer'
  /** A line of an EHLO reply offers STARTTLS. */
  | 'starttls-offered'
  /** Greeting and hello replies do not name the same server. */
  | 'several-names'
  /** A recipient outside the server's own domain is taken without AUTH. */
  | 'foreign-recipient'
  /** Lines that do not end in CRLF, or with control characters; mail data against RFC 5321 §2.3.8, §4.5.2 or §4.5.3.1.6. */
  | 'odd-line'
  /** Mail data outside ASCII. */
  | 'eight-bit-data'
  /** Mail data of known size after a MAIL with SIZE. */
  | 'sized-data'
  /** Mail data that the log does not show to its end. */
  | 'unfinished-data'
  /** Mail data before the reply to DATA. */
  | 'early-data'
  /** LMTP, or several replies to one message. */
  | 'lmtp'
  /** It ends without QUIT and without a word of the server about it. */
  | 'no-quit'
  /** It takes a second or more, by the times in the log. */
  | 'long'
  /** The tool tells of an error. */
  | 'tool-error'
  /** The tool tells of TLS. */
  | 'tool-tls'
  /** The log tells of deliveries. */
  | 'delivery';

/** A bit for each trait. */
export const TRAITS: Readonly<Record<Trait, number>> = {
  auth: 1 << 0,
  chunks: 1 << 1,
  starttls: 1 << 2,
  helo: 1 << 3,
  'hello-in-tls': 1 << 4,
  'unusual-command': 1 << 5,
  unanswered: 1 << 6,
  pipelined: 1 << 7,
  fault: 1 << 8,
  refusal: 1 << 9,
  unasked: 1 << 10,
  'unusual-code': 1 << 11,
  'unusual-reply': 1 << 12,
  'unusual-enhanced': 1 << 13,
  contradiction: 1 << 14,
  'unusual-greeting': 1 << 15,
  'unusual-offer': 1 << 16,
  'starttls-offered': 1 << 17,
  'several-names': 1 << 18,
  'foreign-recipient': 1 << 19,
  'odd-line': 1 << 20,
  'eight-bit-data': 1 << 21,
  'sized-data': 1 << 22,
  'unfinished-data': 1 << 23,
  'early-data': 1 << 24,
  lmtp: 1 << 25,
  'no-quit': 1 << 26,
  long: 1 << 27,
  'tool-error': 1 << 28,
  'tool-tls': 1 << 29,
  delivery: 1 << 30,
  'refused-recipient': 1 << 31,
};

/** The bits of some traits together. */
export function maskOf(traits: readonly Trait[]): number {
  return traits.reduce((mask, trait) => mask | TRAITS[trait], 0);
}
