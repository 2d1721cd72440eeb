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
  for (const line of reply.lines.slice(1)) {
    const text = line.text.trim();
    if (text === '') continue;
    const alone = !text.includes(' ') && !text.includes('\t');
    const words = alone ? [text] : text.split(/[ \t]+/);
    const keyword = (words[0] ?? '').toUpperCase();
    const equals = keyword.indexOf('=');
    // `AUTH=LOGIN PLAIN` is how servers spoke before RFC 2554; it stands beside the proper line.
    if (equals > 0)
      addMechanisms(offers, keyword.slice(0, equals), [keyword.slice(equals + 1), ...words.slice(1)], line);
    else addMechanisms(offers, keyword, alone ? NO_PARAMETERS : words.slice(1), line);
  }
  return offers;
}

const NO_PARAMETERS: readonly string[] = [];

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
