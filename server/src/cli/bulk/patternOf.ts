/** What a session has in common with others of its kind. */
import { declaredSize } from '../../rules/limits';
import { LONGEST_QUOTE } from '../../rules/quote';
import { TRAITS } from '../../rules/traits';
import { readPath } from '../../transcript/command';
import { escaped } from '../../transcript/escaped';
import { linesOf } from '../../transcript/lines';
import type { Session, Step } from '../../transcript/reader';
import {
  accepted,
  type CommandExchange,
  type Line,
  type MessageExchange,
  type Reply,
  type Said,
} from '../../transcript/transcript';
import type { Report } from '../report';
import { Groups } from './groups';
import type { Message, Pattern, Size } from './kind';
import type { Layout, Part, Sessions } from './layout';
import { areDistinct, type Column, type LinePlace, type Mailbox, type Template, wordsOf } from './template';

/** A session as it stands in the file. */
export interface Shown {
  /** All of its lines, with their ends. */
  readonly text: string;
  /** Their numbers, 0-based; of a session whose lines stand together only the first. */
  readonly numbers: readonly number[];
}

/** What is known of a session. */
export interface Known {
  readonly session: Session;
  readonly traits: number;
  /** What rules have found that find the same in others, but for the addresses of recipients. */
  readonly reports: readonly Report[];
}

/**
 * Undefined where it cannot be told. A rule may look at the session when it looks at nothing that is another one in others of its
 * kind: addresses but for their domains, mail data, the words of replies.
 */
export function patternOf(shown: Shown, known: Known, layout: Layout): Pattern | undefined {
  return layout.sessions && new Maker(shown, layout.sessions, layout.data, known).make(known.session);
}

class Maker {
  readonly #lines: readonly Line[];
  readonly #layout: Sessions<unknown>;
  readonly #plain: Layout['data'];
  /** A rule is about the domains of senders. */
  readonly #literalSenders: boolean;
  /** A recipient is refused. */
  readonly #refuses: boolean;
  readonly #reports: readonly Report[];
  readonly #groups = new Groups();
  /** Which of the lines has that number in the file. */
  readonly #index = new Map<number, number>();
  readonly #parts = new Map<number, OpenPart>();
  /** By the first line. */
  readonly #data = new Map<number, { readonly end: number; readonly size: Size | undefined }>();
  readonly #sizes = new Map<CommandExchange, Size>();
  readonly #words: number[] = [];
  readonly #messages: Message[] = [];
  readonly #mailboxes = new Map<CommandExchange, Mailbox>();
  readonly #envelopes: { readonly from: Mailbox; readonly to: Mailbox }[] = [];
  /** Lines that something is told of. */
  readonly #told = new Map<number, Told>();
  readonly #places = new Map<number, LinePlace>();

  constructor({ text, numbers }: Shown, layout: Sessions<unknown>, plain: Layout['data'], known: Known) {
    this.#layout = layout;
    this.#plain = plain;
    this.#literalSenders = (known.traits & TRAITS['foreign-recipient']) !== 0;
    this.#refuses = (known.traits & TRAITS['refused-recipient']) !== 0;
    this.#reports = known.reports;
    const first = numbers[0] ?? 0;
    this.#lines = linesOf(text, (index) => numbers[index] ?? first + index);
    for (const [index, { number }] of this.#lines.entries()) this.#index.set(number, index);
  }

  make({ steps }: Session): Pattern | undefined {
    if (this.#lines.length > MOST_LINES || !steps.every((step) => this.#see(step))) return undefined;
    for (const { line } of this.#reports) this.#told.set(this.#index.get(line - 1) ?? -1, {});
    const lines: string[] = [];
    let count = 0;
    for (let index = 0; index < this.#lines.length; ) {
      const data = this.#data.get(index);
      const line = data === undefined ? this.#lineAt(index) : this.#dataAt(index, data.size);
      if (line === undefined) return undefined;
      lines.push(line);
      if (data === undefined) this.#places.set(index, { index: count++, messages: this.#messages.length });
      index = data?.end ?? index + 1;
    }
    const recipients = this.#refuses ? this.#recipients() : [];
    const templates = this.#reports.map((report) => this.#templateOf(report, recipients));
    const addresses = recipients.map(({ address }) => address);
    if (!areDistinct(addresses) || !templates.every((each) => each !== undefined)) return undefined;
    return {
      lines,
      count,
      words: this.#words,
      messages: this.#messages,
      mark: this.#plain?.mark ?? 0,
      recipients,
      envelopes: this.#envelopes,
      templates,
    };
  }

  // --- what may be another one ------------------------------------------------------------------------------------

  /** False when that cannot be told of the step. */
  #see({ exchange, before }: Step): boolean {
    switch (exchange.kind) {
      case 'command': {
        const limit = before.offers?.get('SIZE')?.parameters[0] ?? '';
        const { verb } = exchange.command;
        if ((verb === 'MAIL' || verb === 'RCPT') && !this.#path(exchange, limit)) return false;
        if (verb === 'RCPT') this.#envelope(exchange, before);
        if (verb === 'RCPT' && this.#refuses && !accepted(exchange)) return this.#refusal(exchange);
        return !MAY_DIFFER.has(verb) || exchange.replies.every((reply) => this.#reply(reply));
      }
      case 'message': {
        const mail = before.transaction.kind === 'open' ? before.transaction.mail : undefined;
        return this.#message(exchange, mail) && exchange.replies.every((reply) => this.#reply(reply));
      }
      case 'greeting':
      case 'event':
        return true;
      default:
        return false;
    }
  }

  /** The address of a sender, the local part of a recipient, and the digits of a size below the `limit`. */
  #path(exchange: CommandExchange, limit: string): boolean {
    const { verb, said } = exchange.command;
    const mailbox: Mailbox = { address: readPath(exchange.command).address, domain: '', group: undefined };
    this.#mailboxes.set(exchange, mailbox);
    const found = PATHS.get(verb)?.exec(said.text);
    if (found === null || found === undefined) return true;
    const [whole, head = '', path = '', domain = ''] = found;
    if (path.length > LONGEST_PATH) return true;
    const declared = declaredSize(exchange.command);
    const size: Size | undefined = declared && { octets: declared.octets, group: undefined };
    if (size !== undefined) this.#sizes.set(exchange, size);
    return this.#set(said, 0, () => {
      const anyDomain = verb === 'MAIL' && !this.#literalSenders;
      mailbox.domain = anyDomain ? '' : domain;
      const limited = anyDomain ? `(?=[^>]{1,${LONGEST_PATH}}>)` : `(?=[^@]{1,${LONGEST_PATH - domain.length}}@)`;
      const part = this.#groups.of(anyDomain ? `${LOCAL_PART}@${DOMAIN}` : LOCAL_PART);
      mailbox.group = part.number;
      const any = `${limited}${part.source}${escaped(mailbox.domain)}`;
      const rest = said.text.slice(whole.length);
      const [, words = '', digits = '', others = ''] = /^(> SIZE=)(\d+)(.*)$/i.exec(rest) ?? [];
      if (size === undefined || digits === '' || digits.length >= limit.length)
        return `${escaped(head)}${any}${escaped(rest)}`;
      const group = this.#groups.of(`\\d{${digits.length}}`);
      size.group = group.number;
      return `${escaped(head)}${any}${words}${group.source}${escaped(others)}`;
    });
  }

  #envelope(exchange: CommandExchange, { transaction }: Step['before']): void {
    const from = transaction.kind === 'open' ? this.#mailboxes.get(transaction.mail) : undefined;
    const to = this.#mailboxes.get(exchange);
    if (from !== undefined && to !== undefined) this.#envelopes.push({ from, to });
  }

  #recipients(): Mailbox[] {
    const all = [...this.#mailboxes];
    return all.flatMap(([{ command }, mailbox]) => (command.verb === 'RCPT' ? mailbox : []));
  }

  /** The address in the reply that refuses it; all else in that is what it says. */
  #refusal(exchange: CommandExchange): boolean {
    const [reply, another] = exchange.replies;
    const recipient = this.#mailboxes.get(exchange);
    if (reply === undefined || another !== undefined || recipient === undefined) return false;
    const { lines } = reply;
    if (lines.length > 1) return !lines.some(({ text }) => text.includes('@'));
    const { said } = lines[0];
    const parts = said.text.split(`<${recipient.address}>`);
    // Another address that it names is another one in the next session.
    if (parts.some((part) => part.includes('@'))) return false;
    if (parts.length === 1) return true;
    const longest = said.text.length + (parts.length - 1) * (LONGEST_PATH - recipient.address.length);
    return (
      longest <= LONGEST_QUOTE &&
      this.#set(said, 0, () => parts.map(escaped).join(recipient.group === undefined ? NEVER : named(recipient)))
    );
  }

  /** The words of a reply, where they name something. */
  #reply({ lines, enhanced }: Reply): boolean {
    const [{ said, text }] = lines;
    const words = text.slice(enhanced === undefined ? 0 : enhanced.length + 1);
    if (lines.length > 1 || !NAMING.test(words)) return true;
    return this.#set(said, said.text.length - words.length, () => {
      const characters = this.#layout.characters(this.#lineOf(said)?.text ?? '', said.start);
      const any = this.#groups.of(
        `(?![ *]${enhanced === undefined ? '|\\d\\.\\d' : ''})${characters}{1,${MOST_WORDS}}`,
      );
      this.#words.push(any.number);
      return any.source;
    });
  }

  #message({ data }: MessageExchange, mail: CommandExchange | undefined): boolean {
    const { first, last, end, elided, octets } = data;
    if (first === undefined) return true;
    const from = this.#index.get(first.line);
    const to = last && this.#index.get(last.line);
    if (this.#plain === undefined || end !== 'complete' || elided || last?.text !== '.') return false;
    if (from === undefined || to === undefined) return false;
    const lines = this.#lines.slice(from, to);
    const eol = lines[0]?.eol;
    if (!new RegExp(`^${this.#plain.source}$`).test(lines.map(({ text }) => `${text}\n`).join(''))) return false;
    if (lines.some((line) => line.eol !== eol)) return false;
    const size = mail === undefined || octets === undefined ? undefined : this.#sizes.get(mail);
    this.#data.set(from, { end: to, size });
    return true;
  }

  /** What is said from offset `from` of it on has a `source`. */
  #set(said: Said, from: number, source: () => string): boolean {
    const index = this.#index.get(said.line);
    if (index === undefined || said.elided !== undefined || said.wireEol !== undefined || this.#parts.has(index))
      return false;
    if (this.#lines[index]?.text.slice(said.start, said.end) !== said.text) return false;
    this.#parts.set(index, { start: said.start + from, end: said.end, source, speaker: said.speaker });
    return true;
  }

  #lineOf({ line }: Said): Line | undefined {
    return this.#lines[this.#index.get(line) ?? -1];
  }

  // --- the pattern ------------------------------------------------------------------------------------------------

  #lineAt(index: number): string | undefined {
    const { text, eol } = this.#lines[index] as Line;
    const told = this.#told.get(index);
    const part = this.#parts.get(index);
    const source = told === undefined ? this.#layout.line(text, this.#groups, part) : this.#toldLine(text, told, part);
    return source === undefined ? undefined : `${source}${escaped(eol)}`;
  }

  /** Groups for the line and for the part of it that may be another one. */
  #toldLine(text: string, told: Told, part: Part | undefined): string | undefined {
    const source = () => {
      const group = this.#groups.around(() => part?.source());
      told.part = group?.number;
      return group?.source ?? NEVER;
    };
    const line = this.#groups.around(() => this.#layout.line(text, this.#groups, part && { ...part, source }));
    told.line = line?.number;
    return line?.source;
  }

  #templateOf(report: Report, recipients: readonly Mailbox[]): Template | undefined {
    const { line, column, endLine, endColumn, message } = report;
    const place = this.#placeOf(line);
    const start = this.#columnOf(line, column);
    const end = this.#columnOf(line, endColumn);
    const told = this.#told.get(this.#index.get(line - 1) ?? -1);
    const related = report.related.map((each) => {
      const where = this.#placeOf(each.line);
      return where && { place: where, message: wordsOf(each.message, recipients) };
    });
    if (told?.line === undefined || place === undefined || endLine !== line) return undefined;
    if (start === undefined || end === undefined || !related.every((each) => each !== undefined)) return undefined;
    return { report, place, line: told.line, start, end, message: wordsOf(message, recipients), related };
  }

  /** `line`, `column`: 1-based. Undefined within a part that may be another one, and in a command that has one. */
  #columnOf(line: number, column: number): Column | undefined {
    const index = this.#index.get(line - 1) ?? -1;
    const fromEnd = (this.#lines[index]?.text.length ?? 0) - (column - 1);
    const part = this.#parts.get(index);
    if (part?.speaker === 'client') return undefined;
    if (part === undefined || column - 1 >= part.end) return { fromEnd, part: undefined };
    if (column - 1 > part.start) return undefined;
    return { fromEnd: fromEnd - (part.end - part.start), part: this.#told.get(index)?.part };
  }

  /** `line`: 1-based. */
  #placeOf(line: number): LinePlace | undefined {
    return this.#places.get(this.#index.get(line - 1) ?? -1);
  }

  #dataAt(index: number, size: Size | undefined): string {
    const { eol } = this.#lines[index] as Line;
    const group = this.#groups.of((this.#plain?.source ?? '').replace('\\r?\\n', escaped(eol)));
    this.#messages.push({ group: group.number, size });
    return group.source;
  }
}

/** What may be another one in the next session. */
interface OpenPart extends Part {
  readonly speaker: Said['speaker'];
}

/** The groups of a line, and of the part of it that may be another one. */
interface Told {
  line?: number | undefined;
  part?: number | undefined;
}

function named({ group, domain }: Mailbox): string {
  return `<(?:\\${group})${escaped(domain)}>`;
}

/** An expression that nothing matches. */
const NEVER = '(?!)';

const LOCAL_PART = '[\\w+=-]+(?:\\.[\\w+=-]+)*';
const DOMAIN = '[A-Za-z0-9]+(?:[.-][A-Za-z0-9]+)*';
/** Paths that `usualCommand.ts` takes for usual. */
const PATHS: ReadonlyMap<string, RegExp> = new Map([
  ['MAIL', new RegExp(`^(MAIL FROM:<)(${LOCAL_PART}(@${DOMAIN}))(?=>)`, 'i')],
  ['RCPT', new RegExp(`^(RCPT TO:<)(${LOCAL_PART}(@${DOMAIN}))(?=>)`, 'i')],
]);
/** Characters of a path that is not too long, whatever it consists of. */
const LONGEST_PATH = 63;

/** Words with a number or an address in them, or with what may be a name. */
const NAMING = /^\S.*[\d@<]|^[\d@<]/;
/** Commands whose replies name messages and addresses. */
const MAY_DIFFER: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'DATA', 'RSET', 'NOOP', 'QUIT']);
/** Characters that are no long reply yet. */
const MOST_WORDS = 400;

/** More is not worth an expression. */
const MOST_LINES = 300;
