import type { CommandExchange, ReplyLine } from './transcript';

/** One service extension as an EHLO reply offers it (RFC 5321 §4.1.1.1: keyword, then parameters). */
export interface Offer {
  /** Upper case. */
  readonly keyword: string;
  readonly parameters: readonly string[];
  readonly line: ReplyLine;
}

/**
 * The offers in force. Most sessions are asked for one or two of them, so that they are looked for in the reply, and no table
 * is made of it.
 */
export class Offers {
  /** `lines`: those of the reply to the hello. */
  constructor(readonly lines: readonly ReplyLine[]) {}

  /** `keyword` in upper case. */
  has(keyword: string): boolean {
    for (let index = 0; index < this.lines.length; index++) {
      if (offersAt(this.lines, index, keyword)) return true;
    }
    return false;
  }

  /** What several lines offer under one keyword (in upper case) is taken together. */
  get(keyword: string): Offer | undefined {
    let offer: Offer | undefined;
    for (let index = 0; index < this.lines.length; index++) {
      if (!offersAt(this.lines, index, keyword)) continue;
      const line = this.lines[index] as ReplyLine;
      const { parameters } = wordsOf(line.text);
      offer =
        offer === undefined
          ? { keyword, parameters, line }
          : { keyword, parameters: [...offer.parameters, ...parameters], line: offer.line };
    }
    return offer;
  }

  /** In upper case, in the order of the lines, each once. */
  keywords(): string[] {
    const offering = this.lines.filter((line, index) => index > 0 || isOnlyOffer(line));
    const keywords = offering.map(({ text }) => wordsOf(text).keyword);
    return [...new Set(keywords)].filter((keyword) => keyword !== '');
  }
}

/** Whether the line at `index` of the reply to a hello offers `keyword` (in upper case). */
export function offersAt(lines: readonly ReplyLine[], index: number, keyword: string): boolean {
  const line = lines[index] as ReplyLine;
  return isOffer(line.text, keyword) && (index > 0 || isOnlyOffer(line));
}

/** The first line that is shown of the reply to a hello is an offer, and not the server's name. */
export function isOnlyOffer({ text }: ReplyLine): boolean {
  return OFFER.test(text);
}

/** Whether a line with this text, behind the first of the reply, offers `keyword` (in upper case). */
function isOffer(text: string, keyword: string): boolean {
  // One look tells most lines apart.
  const first = text.charCodeAt(0);
  const mayBe = (first | SMALL) === (keyword.charCodeAt(0) | SMALL) || first <= BLANK || first > DEL;
  return mayBe && wordsOf(text).keyword === keyword;
}

/** What the reply to EHLO or LHLO offers: every line but the first, which greets. HELO offers nothing. */
export function readOffers({ command, replies }: CommandExchange): Offers {
  return new Offers(command.verb === 'HELO' ? [] : (replies.at(-1)?.lines ?? []));
}

/**
 * The line that greets is not there, so that others may be missing as well. Some programs (sSMTP) show no line but the last,
 * some (Nodemailer up to 4) only those that came with it.
 */
export function isCut(hello: CommandExchange): boolean {
  const first = hello.replies.at(-1)?.lines[0];
  return first !== undefined && isOnlyOffer(first);
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

/** Makes a letter small. */
const SMALL = 32;
const BLANK = 32;
const DEL = 127;
