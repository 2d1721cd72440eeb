/**
 * Sessions of one kind: they differ in addresses, mail data, the words of replies, times and what the format counts, in nothing
 * else that is read or judged. One expression tells whether a session is of it.
 */
import { isFarFrom } from '../../rules/extensionSizeMismatch';
import { isRefusal } from '../../rules/replyContradiction';
import type { Deliveries } from '../../rules/rule';
import type { Thresholds } from '../../rules/thresholds';
import { nextLine, type Passed } from '../../transcript/lines';
import { messageIdAt } from '../../transcript/mailData';
import type { Report } from '../report';
import type { Sessions } from './layout';
import { LONGEST_LINE } from './plainData';
import { addressIn, areDistinct, type Mailbox, reportBy, type Template } from './template';

/** The size that a MAIL declares: octets, or the group in which they stand. */
export interface Size {
  readonly octets: number;
  group: number | undefined;
}

/** A message whose data is shown. */
export interface Message {
  /** The group of its lines. */
  readonly group: number;
  readonly size: Size | undefined;
}

/** What sessions of a kind have in common. */
export interface Pattern {
  readonly lines: readonly string[];
  /** How many lines are no mail data. */
  readonly count: number;
  /** Groups with words of replies. */
  readonly words: readonly number[];
  readonly messages: readonly Message[];
  /** Characters before what is said in a line of mail data. */
  readonly mark: number;
  /** Those of whom none is another one, where one is refused. */
  readonly recipients: readonly Mailbox[];
  readonly envelopes: readonly { readonly from: Mailbox; readonly to: Mailbox }[];
  readonly templates: readonly Template[];
}

/** A session of a kind. */
export interface Found extends Passed {
  readonly groups: RegExpExecArray;
  /** How many lines each message has. */
  readonly lengths: readonly number[];
}

export class Kind {
  readonly source: string;
  /** As the layout's `key`: sessions are read alike only then. */
  readonly key: string;
  /** Codes of rules that look across sessions, for which nothing may be in mind that an echo concerns. */
  readonly idle: readonly string[];
  readonly #expression: RegExp;
  readonly #pattern: Pattern;
  readonly #duration: Sessions<unknown>['duration'];
  readonly #thresholds: Thresholds;

  /** Without an `end` there has to be the beginning of another session behind one of the kind. */
  constructor(
    pattern: Pattern,
    facts: { key: string; idle: readonly string[]; end: boolean },
    layout: Sessions<unknown>,
    thresholds: Thresholds,
  ) {
    this.source = `${pattern.lines.join('')}${facts.end ? '$' : `(?=${pattern.lines[0]})`}`;
    this.key = facts.key;
    this.idle = facts.idle;
    this.#expression = new RegExp(this.source, 'y');
    this.#pattern = pattern;
    this.#duration = layout.duration;
    this.#thresholds = thresholds;
  }

  /** The session of this kind that begins at offset `start`; undefined where there is none, or something else would be found in it. */
  at(text: string, start: number): Found | undefined {
    this.#expression.lastIndex = start;
    const found = this.#expression.exec(text);
    if (found === null) return undefined;
    const end = this.#expression.lastIndex;
    const { words, messages, mark, count, recipients } = this.#pattern;
    if (!areDistinct(recipients.map((each) => addressIn(found, each)))) return undefined;
    for (const group of words) if (isRefusal(found[group] as string)) return undefined;
    if (this.#duration !== undefined && this.#duration(text, start, end) >= shortest(this.#thresholds))
      return undefined;
    const lengths: number[] = [];
    for (const { group, size } of messages) {
      const data = found[group] as string;
      const more = linesIn(data, mark);
      if (more === undefined) return undefined;
      lengths.push(more);
      if (size === undefined) continue;
      const declared = size.group === undefined ? size.octets : Number(found[size.group]);
      if (isFarFrom(declared, octetsOf(data, more, mark), this.#thresholds)) return undefined;
    }
    const lines = lengths.reduce((sum, each) => sum + each, count);
    return { end, lines, groups: found, lengths };
  }

  /** Something is found in each of them. */
  get tells(): boolean {
    return this.#pattern.templates.length > 0;
  }

  /** What is found in one. `numberOf`: of its line with that index, both 0-based. */
  reports({ groups, lengths }: Found, numberOf: (index: number) => number): Report[] {
    const at = { groups, lengths, numberOf };
    return this.#pattern.templates.map((each) => reportBy(each, at));
  }

  /** What one asks to be delivered. */
  deliveries({ groups }: Found): Deliveries {
    const { envelopes, messages, mark } = this.#pattern;
    return {
      envelopes: envelopes.map(({ from, to }) => ({ from: addressIn(groups, from), to: addressIn(groups, to) })),
      messageIds: messages.flatMap(({ group }) => messageIdIn(groups[group] as string, mark) ?? []),
    };
  }
}

/** The first one in lines of data. */
function messageIdIn(data: string, mark: number): string | undefined {
  for (let start = 0; start < data.length; ) {
    const next = nextLine(data, start);
    const id = messageIdAt(data, start + mark, next - start - mark);
    if (id !== undefined) return id;
    start = next;
  }
  return undefined;
}

/** Milliseconds below which no wait is long, whatever is waited for. */
function shortest({ slowReply, slowCommand }: Thresholds): number {
  return 1000 * Math.min(slowReply, slowCommand, SHORTEST_LIMIT);
}

/** Seconds: less than any limit of RFC 5321 §4.5.3.2. */
const SHORTEST_LIMIT = 60;

/** How many lines there are; undefined when what is said in one of them is too long. */
function linesIn(data: string, mark: number): number | undefined {
  let lines = 0;
  for (let start = 0; start < data.length; lines++) {
    const lf = data.indexOf('\n', start);
    if (lf - start > LONGEST_LINE + mark) return undefined;
    start = lf + 1;
  }
  return lines;
}

/** Of lines of data, all of which end alike: each went with CRLF. */
function octetsOf(data: string, lines: number, mark: number): number {
  const shown = data.length - lines * mark;
  return data.charCodeAt(data.length - 2) === CR ? shown : shown + lines;
}

const CR = 13;
