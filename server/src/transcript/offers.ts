import type { CommandExchange, ReplyLine } from './transcript';

/** One service extension as an EHLO reply offers it (RFC 5321 §4.1.1.1: keyword, then parameters). */
export interface Offer {
  /** Upper case. */
  readonly keyword: string;
  readonly parameters: readonly string[];
  readonly line: ReplyLine;
}

/** The offers in force, by keyword in upper case. Empty after HELO: it offers nothing. */
export type Offers = ReadonlyMap<string, Offer>;

/** Reads the keywords from the reply to EHLO or LHLO: every line but the first. */
export function readOffers(hello: CommandExchange): Offers {
  const offers = new Map<string, Offer>();
  const reply = hello.replies.at(-1);
  if (reply === undefined || hello.command.verb === 'HELO') return offers;
  const { lines } = reply;
  for (let index = 1; index < lines.length; index++) {
    const line = lines[index] as ReplyLine;
    const { keyword, parameters } = wordsOf(line.text);
    if (keyword !== '') addMechanisms(offers, keyword, parameters, line);
  }
  return offers;
}

/**
 * The only line of the reply is an offer: its first line, which greets, is not there. Some programs (sSMTP) show no line but
 * the last.
 */
export function isCut(hello: CommandExchange): boolean {
  const lines = hello.replies.at(-1)?.lines ?? [];
  return lines.length === 1 && OFFER.test((lines[0] as ReplyLine).text);
}

const OFFER =
  /^(?:8BITMIME|AUTH(?: [A-Z0-9_-]{1,20}){1,20}|BINARYMIME|CHUNKING|DELIVERBY|DSN|ENHANCEDSTATUSCODES|ETRN|HELP|PIPELINING|REQUIRETLS|SIZE(?: \d{1,20})?|SMTPUTF8|STARTTLS|VRFY)$/i;

/** What a line offers, whoever says it. */
type Words = Omit<Offer, 'line'>;

/** Every session with a server begins with the same lines: what they say is kept, and read once. */
const known = new Map<string, Words>();
const MOST_KNOWN = 500;
const LONGEST_KNOWN = 100;

function wordsOf(text: string): Words {
  const before = known.get(text);
  if (before !== undefined) return before;
  const words = readWords(text);
  if (text.length > LONGEST_KNOWN) return words;
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, words);
  return words;
}

function readWords(text: string): Words {
  const [first = '', ...parameters] = text.trim().split(/[ \t]+/);
  const keyword = first.toUpperCase();
  const equals = keyword.indexOf('=');
  // `AUTH=LOGIN PLAIN` is how servers spoke before RFC 2554; it stands beside the proper line.
  if (equals <= 0) return { keyword, parameters };
  return { keyword: keyword.slice(0, equals), parameters: [keyword.slice(equals + 1), ...parameters] };
}

function addMechanisms(
  offers: Map<string, Offer>,
  keyword: string,
  parameters: readonly string[],
  line: ReplyLine,
): void {
  const before = offers.get(keyword);
  offers.set(
    keyword,
    before === undefined
      ? { keyword, parameters, line }
      : { ...before, parameters: [...before.parameters, ...parameters] },
  );
}
