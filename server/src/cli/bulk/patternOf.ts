/** What a session has in common with others of its kind. */
import { declaredSize } from '../../rules/limits';
import { escaped } from '../../transcript/escaped';
import { lineAt, nextLine } from '../../transcript/lines';
import type { Session, Step } from '../../transcript/reader';
import type { CommandExchange, Line, MessageExchange, Reply, Said } from '../../transcript/transcript';
import { Groups } from './groups';
import type { Message, Pattern, Size } from './kind';
import type { Layout, Part, Sessions } from './layout';

/** A session as it stands in the file. */
export interface Shown {
  /** All of its lines, with their ends. */
  readonly text: string;
  /** Their numbers, 0-based; of a session whose lines stand together only the first. */
  readonly numbers: readonly number[];
}

/**
 * Undefined where it cannot be told. `literalSenders`: whether a rule is about the domains of senders. A rule may look at the
 * session when it looks at nothing that is another one in others of its kind: addresses but for their domains, mail data, the
 * words of replies.
 */
export function patternOf(
  shown: Shown,
  session: Session,
  layout: Layout,
  literalSenders: boolean,
): Pattern | undefined {
  return layout.sessions && new Maker(shown, layout.sessions, layout.data, literalSenders).make(session);
}

class Maker {
  readonly #lines: Line[] = [];
  readonly #layout: Sessions<unknown>;
  readonly #plain: Layout['data'];
  readonly #literalSenders: boolean;
  readonly #groups = new Groups();
  /** Which of the lines has that number in the file. */
  readonly #index = new Map<number, number>();
  readonly #parts = new Map<number, Part>();
  /** By the first line. */
  readonly #data = new Map<number, { readonly end: number; readonly size: Size | undefined }>();
  readonly #sizes = new Map<CommandExchange, Size>();
  readonly #words: number[] = [];
  readonly #messages: Message[] = [];

  constructor({ text, numbers }: Shown, layout: Sessions<unknown>, plain: Layout['data'], literalSenders: boolean) {
    this.#layout = layout;
    this.#plain = plain;
    this.#literalSenders = literalSenders;
    const first = numbers[0] ?? 0;
    for (let start = 0; start < text.length; ) {
      const next = nextLine(text, start);
      const index = this.#lines.length;
      const number = numbers[index] ?? first + index;
      this.#index.set(number, index);
      this.#lines.push(lineAt(text, start, next, number));
      start = next;
    }
  }

  make({ steps }: Session): Pattern | undefined {
    if (this.#lines.length > MOST_LINES || !steps.every((step) => this.#see(step))) return undefined;
    const lines: string[] = [];
    let count = 0;
    for (let index = 0; index < this.#lines.length; ) {
      const data = this.#data.get(index);
      const line = data === undefined ? this.#lineAt(index) : this.#dataAt(index, data.size);
      if (line === undefined) return undefined;
      lines.push(line);
      if (data === undefined) count++;
      index = data?.end ?? index + 1;
    }
    return { lines, count, words: this.#words, messages: this.#messages, mark: this.#plain?.mark ?? 0 };
  }

  // --- what may be another one ------------------------------------------------------------------------------------

  /** False when that cannot be told of the step. */
  #see({ exchange, before }: Step): boolean {
    switch (exchange.kind) {
      case 'command': {
        const limit = before.offers?.get('SIZE')?.parameters[0] ?? '';
        const differs = MAY_DIFFER.has(exchange.command.verb);
        return this.#path(exchange, limit) && (!differs || exchange.replies.every((reply) => this.#reply(reply)));
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
    const found = PATHS.get(verb)?.exec(said.text);
    if (found === null || found === undefined) return true;
    const [whole, head = '', path = '', domain = ''] = found;
    if (path.length > LONGEST_PATH) return true;
    const declared = declaredSize(exchange.command);
    const size: Size | undefined = declared && { octets: declared.octets, group: undefined };
    if (size !== undefined) this.#sizes.set(exchange, size);
    return this.#set(said, 0, () => {
      const any =
        verb === 'MAIL' && !this.#literalSenders
          ? `(?=[^>]{1,${LONGEST_PATH}}>)${LOCAL_PART}@${DOMAIN}`
          : `(?=[^@]{1,${LONGEST_PATH - domain.length}}@)${LOCAL_PART}${escaped(domain)}`;
      const rest = said.text.slice(whole.length);
      const [, words = '', digits = '', others = ''] = /^(> SIZE=)(\d+)(.*)$/i.exec(rest) ?? [];
      if (size === undefined || digits === '' || digits.length >= limit.length)
        return `${escaped(head)}${any}${escaped(rest)}`;
      const group = this.#groups.of(`\\d{${digits.length}}`);
      size.group = group.number;
      return `${escaped(head)}${any}${words}${group.source}${escaped(others)}`;
    });
  }

  /** The words of a reply, where they name something. */
  #reply({ lines, enhanced }: Reply): boolean {
    const [{ said, text }] = lines;
    const words = text.slice(enhanced === undefined ? 0 : enhanced.length + 1);
    if (lines.length > 1 || !NAMING.test(words)) return true;
    return this.#set(said, said.text.length - words.length, () => {
      const characters = this.#layout.characters(this.#lineOf(said)?.text ?? '', said.start);
      const any = this.#groups.of(`(?! ${enhanced === undefined ? '|\\d\\.\\d' : ''})${characters}{1,${MOST_WORDS}}`);
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
    this.#parts.set(index, { start: said.start + from, end: said.end, source });
    return true;
  }

  #lineOf({ line }: Said): Line | undefined {
    return this.#lines[this.#index.get(line) ?? -1];
  }

  // --- the pattern ------------------------------------------------------------------------------------------------

  #lineAt(index: number): string | undefined {
    const { text, eol } = this.#lines[index] as Line;
    const source = this.#layout.line(text, this.#groups, this.#parts.get(index));
    return source === undefined ? undefined : `${source}${escaped(eol)}`;
  }

  #dataAt(index: number, size: Size | undefined): string {
    const { eol } = this.#lines[index] as Line;
    const group = this.#groups.of((this.#plain?.source ?? '').replace('\\r?\\n', escaped(eol)));
    this.#messages.push({ group: group.number, size });
    return group.source;
  }
}

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
