/** What was found in a session of a kind, to be told of the others: it names other recipients, and other lines. */
import type { Report } from '../report';

/** A sender or a recipient. */
export interface Mailbox {
  readonly address: string;
  /** What of it sessions have in common, at its end. */
  domain: string;
  /** Where the rest stands; undefined when all of it is in common. */
  group: number | undefined;
}

/** A line of a session. */
export interface LinePlace {
  /** How many lines stand before it, but for mail data. */
  readonly index: number;
  /** After how many messages. */
  readonly messages: number;
}

export interface Template {
  /** As it was for one session. */
  readonly report: Report;
  readonly place: LinePlace;
  /** The group of the line. */
  readonly line: number;
  readonly start: Column;
  readonly end: Column;
  readonly message: Words;
  readonly related: readonly { readonly place: LinePlace; readonly message: Words }[];
}

/** A place in a line, whatever stands at the start of that. */
export interface Column {
  /** Characters from there to the end of the line, but for those of a part that may be another one. */
  readonly fromEnd: number;
  /** The group of that part; undefined where it is none of them. */
  readonly part: number | undefined;
}

/** Text, and recipients in angle brackets. */
export type Words = readonly (string | Mailbox)[];

/** Where a session stands. */
export interface Standing {
  readonly groups: RegExpExecArray;
  /** How many lines each message has. */
  readonly lengths: readonly number[];
  /** The number of a line in the file, by its index in the session, both 0-based. */
  readonly numberOf: (index: number) => number;
}

/** The message of a report, in which these recipients are named. */
export function wordsOf(message: string, recipients: readonly Mailbox[]): Words {
  const words: (string | Mailbox)[] = [];
  let start = 0;
  for (const { index, 0: named } of message.matchAll(/<[^<>]*>/g)) {
    const recipient = recipients.find(({ address }) => named.slice(1, -1) === address);
    if (recipient === undefined) continue;
    words.push(message.slice(start, index), recipient);
    start = index + named.length;
  }
  return [...words, message.slice(start)];
}

/** The report of a session that stands elsewhere. */
export function reportBy({ report, place, line, start, end, message, related }: Template, at: Standing): Report {
  const number = lineNumber(place, at);
  const { length } = at.groups[line] as string;
  return {
    ...report,
    line: number,
    endLine: number,
    column: length - fromEnd(start, at) + 1,
    endColumn: length - fromEnd(end, at) + 1,
    message: fill(message, at),
    related: related.map((each) => ({ line: lineNumber(each.place, at), message: fill(each.message, at) })),
  };
}

function fromEnd({ fromEnd: others, part }: Column, { groups }: Standing): number {
  return part === undefined ? others : others + (groups[part] as string).length;
}

/** 1-based. */
function lineNumber({ index, messages }: LinePlace, { lengths, numberOf }: Standing): number {
  let before = index;
  for (let message = 0; message < messages; message++) before += lengths[message] ?? 0;
  return numberOf(before) + 1;
}

function fill(words: Words, { groups }: Standing): string {
  return words.map((each) => (typeof each === 'string' ? each : `<${addressIn(groups, each)}>`)).join('');
}

/** The address that it is in a session. */
export function addressIn(groups: RegExpExecArray, { address, domain, group }: Mailbox): string {
  return group === undefined ? address : `${groups[group]}${domain}`;
}

/** None of the addresses is another one, whatever their case. */
export function areDistinct(addresses: readonly string[]): boolean {
  return addresses.length < 2 || new Set(addresses.map((each) => each.toLowerCase())).size === addresses.length;
}
