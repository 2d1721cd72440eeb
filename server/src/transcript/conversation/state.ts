/** What is remembered of a conversation between two utterances, and how the next state is made of one. */
import { NO_DATA } from '../mailData';
import type {
  Command,
  CommandExchange,
  Exchange,
  MailData,
  MessageExchange,
  Reply,
  ReplyLine,
  Said,
} from '../transcript';

/** What the next client line is. */
export type Mode =
  | { readonly name: 'command' }
  /** DATA was sent, its reply is not here yet; or the log begins with these lines. What they are shows later: they wait in `held`. */
  | { readonly name: 'undecided'; readonly held: readonly Said[] }
  /** `doubtful`: 2yz answered DATA, which some clients take for 354 and others for a refusal. */
  | { readonly name: 'data'; readonly data: MailData; readonly doubtful?: true }
  | { readonly name: 'bdat'; readonly left: number; readonly data: MailData }
  | { readonly name: 'auth' }
  /** `left`: by a QUIT that was answered. */
  | { readonly name: 'closed'; readonly left?: true };

/** What a dialect may look at when a line alone does not tell who speaks. */
export type ModeName = Mode['name'];

export interface Conversation {
  readonly mode: Mode;
  /** Asked and not answered, oldest first. */
  readonly open: readonly OpenExchange[];
  /** Lines of a reply whose last line has not come. */
  readonly partial: readonly ReplyLine[];
  readonly clientSeen: boolean;
  readonly serverSeen: boolean;
  /** A reply that opens the session has been read, or need not be waited for. */
  readonly greeted: boolean;
  /** Undefined where the log does not show how the session began. */
  readonly lmtp: boolean | undefined;
  /** Recipients accepted since the last MAIL: what LMTP answers the message with. */
  readonly recipients: number;
  /** The DATA that was answered last: what the message after it belongs to. */
  readonly lastData: Command | undefined;
  /** A refused DATA is the last thing that happened: lines without a verb are stray mail data. */
  readonly dataRefused: boolean;
  /** The first so many of `open` were sent before the go-ahead for TLS: a server has to throw them away (RFC 3207 §4.2). */
  readonly injected: number;
  /**
   * Octets of TLS in the log: may come after STARTTLS, have come. What is neither command nor reply then says nothing.
   * `offered`: the client has begun with them, and all that it says waits for what the server speaks.
   */
  readonly ciphertext: 'none' | 'expected' | 'offered' | 'seen';
  /** Server lines without a code that may be the answers to what is open: how many, and whether the last line was one. */
  readonly unread: number;
  readonly unreadLast: boolean;
  /** The log does not show what comes before, and nothing has shown yet whether that was inside a message or an AUTH. */
  readonly adrift: boolean;
  /**
   * The replies to the first commands of such a log, until the client goes on: the first of them may answer commands that it
   * does not show. Undefined when it is known what a reply answers.
   */
  readonly early: readonly Reply[] | undefined;
}

export type OpenExchange = CommandExchange | MessageExchange;

export const NONE_EARLY: readonly Reply[] = [];

export const NEW_CONVERSATION: Conversation = {
  mode: { name: 'command' },
  open: [],
  partial: [],
  clientSeen: false,
  serverSeen: false,
  greeted: false,
  lmtp: undefined,
  recipients: 0,
  // Named, so that all states have one shape.
  lastData: undefined,
  dataRefused: false,
  injected: 0,
  ciphertext: 'none',
  unread: 0,
  unreadLast: false,
  adrift: true,
  early: NONE_EARLY,
};

export type Emit = (exchange: Exchange) => void;

export type Mutable<T> = { -readonly [Key in keyof T]: T[Key] };

/**
 * A state to be changed before anybody sees it. The only place but the first state where one is made: of spreads, the
 * engine makes objects of ever new shapes, and compiles what meets them again and again.
 */
export function copyOf(state: Conversation): Mutable<Conversation> {
  return {
    mode: state.mode,
    open: state.open,
    partial: state.partial,
    clientSeen: state.clientSeen,
    serverSeen: state.serverSeen,
    greeted: state.greeted,
    lmtp: state.lmtp,
    recipients: state.recipients,
    lastData: state.lastData,
    dataRefused: state.dataRefused,
    injected: state.injected,
    ciphertext: state.ciphertext,
    unread: state.unread,
    unreadLast: state.unreadLast,
    adrift: state.adrift,
    early: state.early,
  };
}

export function inMode(state: Conversation, mode: Mode): Conversation {
  const next = copyOf(state);
  next.mode = mode;
  return next;
}

export function withOpen(state: Conversation, open: readonly OpenExchange[], mode: Mode = state.mode): Conversation {
  const next = copyOf(state);
  next.open = open;
  next.mode = mode;
  return next;
}

export function ashore(state: Conversation): Conversation {
  if (!state.adrift) return state;
  const next = copyOf(state);
  next.adrift = false;
  return next;
}

export function withLmtp(state: Conversation): Conversation {
  const next = copyOf(state);
  next.lmtp ??= false;
  return next;
}

/** The log shows the connection from its beginning. */
export function fromTheStart(state: Conversation): Conversation {
  if (state.early === undefined) return ashore(state);
  const next = copyOf(state);
  next.adrift = false;
  next.early = undefined;
  return next;
}

export function greetedNow(state: Conversation): Conversation {
  if (state.greeted) return state;
  const next = copyOf(state);
  next.greeted = true;
  return next;
}

export function withPartial(state: Conversation, partial: readonly ReplyLine[]): Conversation {
  const next = copyOf(state);
  next.partial = partial;
  return next;
}

export function withCiphertext(state: Conversation, ciphertext: Conversation['ciphertext'] = 'seen'): Conversation {
  const next = copyOf(state);
  next.ciphertext = ciphertext;
  return next;
}

/** What waits for the server's first line is TLS. */
export function settledAsTls(state: Conversation, emit: Emit): Conversation {
  if (state.ciphertext !== 'offered') return state;
  for (const each of state.open) if (each.kind === 'command') emit({ kind: 'unreadable', said: each.command.said });
  return withCiphertext(withOpen(state, NOTHING_OPEN));
}

export function withSeen(state: Conversation, clientSeen: boolean, serverSeen: boolean): Conversation {
  const next = copyOf(state);
  next.clientSeen = clientSeen;
  next.serverSeen = serverSeen;
  return next;
}

/** Octets that no line of SMTP has, also as a log shows what it could not decode. */
export const CIPHERTEXT = /[\u0000-\u0008\u000e-\u001f\ufffd]/;

export const NO_REPLIES: readonly Reply[] = [];
export const NO_RESPONSES: readonly Said[] = [];
export const COMMAND: Mode = { name: 'command' };
export const AUTH: Mode = { name: 'auth' };
export const CLOSED: Mode = { name: 'closed' };
export const LEFT: Mode = { name: 'closed', left: true };
export const NEW_DATA: Mode = { name: 'data', data: NO_DATA };
export const DOUBTFUL_DATA: Mode = { name: 'data', data: NO_DATA, doubtful: true };

export function openAuth(state: Conversation): number {
  return state.open.findIndex((exchange) => exchange.kind === 'command' && exchange.command.verb === 'AUTH');
}

export const NO_LINES: readonly ReplyLine[] = [];

export function isData({ command }: CommandExchange): boolean {
  return command.verb === 'DATA';
}

/** A command to be changed before anybody sees it, as `copyOf` does it. */
export function exchangeLike(asked: CommandExchange): Mutable<CommandExchange> {
  const { command, replies, responses, data, sentBeforeReplyTo, sentBeforeGreeting, afterRefusedData } = asked;
  const { lost, answerHidden } = asked;
  return {
    kind: 'command',
    command,
    replies,
    responses,
    data,
    sentBeforeReplyTo,
    sentBeforeGreeting,
    afterRefusedData,
    lost,
    answerHidden,
  };
}

/** What was asked, when it shall not count that no answer came. */
export function lost(exchange: OpenExchange, how: CommandExchange['lost'] = 'unseen'): OpenExchange {
  if (exchange.kind !== 'command') return { ...exchange, lost: how };
  const unanswered = exchangeLike(exchange);
  unanswered.lost = how;
  return unanswered;
}

export const NOTHING_OPEN: readonly OpenExchange[] = [];

/** A response that was due is not any more once the AUTH is answered; held lines stay held. */
export function settled(mode: Mode): Mode {
  return mode.name === 'auth' ? COMMAND : mode;
}
