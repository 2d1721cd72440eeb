/**
 * What is in force in a session, and what breaks the order. A pure reducer over settled exchanges: a command takes
 * effect only when the server accepted it; what is wrong comes out as data. Words and severities are the rules' part.
 * Sources: RFC 5321 §3.1–§3.3, §4.1.4, §4.3; RFC 3207 §4.2; RFC 4954 §4; RFC 2920 §3.1; RFC 3030 §2; RFC 2033 §4.
 */
import { isCut, type Offers, readOffers } from './offers';
import { type Fault, faultsOf, rootAfter } from './order';
import {
  accepted,
  type CommandExchange,
  type Exchange,
  type MessageExchange,
  type Reply,
  type ToolEvent,
} from './transcript';

export type Hello =
  /** Nothing valid was said; `dropped` by STARTTLS (RFC 3207 §4.2) when that is the reason. */
  | { readonly kind: 'none'; readonly dropped?: CommandExchange; readonly refused?: CommandExchange }
  | { readonly kind: 'ehlo' | 'helo' | 'lhlo'; readonly exchange: CommandExchange }
  | { readonly kind: 'unknown' };

export type Transaction =
  /** No MAIL in force. `refused`: the MAIL that was turned down. */
  | { readonly kind: 'none'; readonly refused?: CommandExchange }
  | {
      readonly kind: 'open';
      readonly mail: CommandExchange;
      readonly recipients: Chain<CommandExchange>;
      readonly refusedRecipients: Chain<CommandExchange>;
      /** The last BDAT of a message sent in chunks. */
      readonly chunk?: CommandExchange | undefined;
    }
  | { readonly kind: 'unknown' };

/** A list that grows at its head and shares its tail, so that a state costs nothing to keep. */
export type Chain<T> = { readonly item: T; readonly rest: Chain<T>; readonly length: number } | undefined;

export type Ended =
  | { readonly by: 'quit'; readonly exchange: CommandExchange }
  | { readonly by: 'server'; readonly reply: Reply };

export interface SessionState {
  /** True when the log shows the connection from its first octet. */
  readonly whole: boolean;
  /** As `Dialect.asRead`. */
  readonly asRead: boolean;
  readonly greeting:
    | { readonly kind: 'awaited' | 'unknown' }
    | { readonly kind: 'given' | 'refused'; readonly reply: Reply };
  readonly hello: Hello;
  /** What this hello's reply offers; undefined when the log does not show it. */
  readonly offers: Offers | undefined;
  readonly tls: 'none' | 'active' | 'unknown';
  readonly auth: { readonly kind: 'none' | 'unknown' } | { readonly kind: 'done'; readonly exchange: CommandExchange };
  readonly transaction: Transaction;
  /** Accepted LHLO makes it LMTP (RFC 2033), accepted HELO or EHLO SMTP. */
  readonly protocol: 'smtp' | 'lmtp' | 'unknown';
  readonly ended: Ended | undefined;
  /** The BDAT LAST or the message whose answer ended the last transaction. */
  readonly lastChunk: CommandExchange | undefined;
  /** The fault that the following ones only repeat. */
  readonly root: Fault | undefined;
}

export function newSession(whole: boolean, asRead = false): SessionState {
  return {
    whole,
    asRead,
    greeting: { kind: whole ? 'awaited' : 'unknown' },
    hello: { kind: whole ? 'none' : 'unknown' },
    offers: undefined,
    tls: whole ? 'none' : 'unknown',
    auth: { kind: whole ? 'none' : 'unknown' },
    transaction: whole ? NO_TRANSACTION : UNKNOWN_TRANSACTION,
    protocol: 'unknown',
    ended: undefined,
    lastChunk: undefined,
    root: undefined,
  };
}

/**
 * A state to be changed before anybody sees it. All states but the first come from here: of spreads, the engine makes
 * objects of ever new shapes, and compiles what meets them again and again.
 */
function copyOf(state: SessionState): { -readonly [Key in keyof SessionState]: SessionState[Key] } {
  return {
    whole: state.whole,
    asRead: state.asRead,
    greeting: state.greeting,
    hello: state.hello,
    offers: state.offers,
    tls: state.tls,
    auth: state.auth,
    transaction: state.transaction,
    protocol: state.protocol,
    ended: state.ended,
    lastChunk: state.lastChunk,
    root: state.root,
  };
}

function inTls(state: SessionState, tls: SessionState['tls']): SessionState {
  if (state.tls === tls) return state;
  const next = copyOf(state);
  next.tls = tls;
  return next;
}

function within(state: SessionState, transaction: Transaction): SessionState {
  const next = copyOf(state);
  next.transaction = transaction;
  return next;
}

function endedBy(state: SessionState, ended: Ended): SessionState {
  const next = copyOf(state);
  next.ended = ended;
  return next;
}

export interface Step {
  readonly state: SessionState;
  readonly faults: readonly Fault[];
}

/** The state in which `exchange` begins: a format that marks lines as sent inside TLS says so where no event did. */
export function entering(state: SessionState, exchange: Exchange): SessionState {
  const secure = exchange.kind === 'command' && exchange.command.said.secure === true && state.tls !== 'active';
  return secure ? inTls(state, 'active') : state;
}

/** The state after `exchange`, and what was out of order in it. */
export function advance(state: SessionState, exchange: Exchange): Step {
  switch (exchange.kind) {
    case 'greeting':
      return { state: greet(state, exchange.replies[0]), faults: [] };
    case 'command': {
      const faults = faultsOf(state, exchange);
      const next = effect(state, exchange);
      const root = rootAfter(next, exchange, faults[0]);
      return { state: root === next.root ? next : rootedIn(next, root), faults };
    }
    case 'message':
      return { state: afterMessage(state, exchange), faults: [] };
    case 'unasked': {
      const reply = exchange.replies[0];
      return {
        state: reply.code === 421 ? endedBy(state, { by: 'server', reply }) : afterHidden(state, reply),
        faults: [],
      };
    }
    case 'event':
      return { state: afterEvent(state, exchange.told.event), faults: [] };
    case 'unreadable':
      return { state, faults: [] };
    default:
      return exchange satisfies never;
  }
}

/** The items of a chain, oldest first. */
export function chainItems<T>(chain: Chain<T>): T[] {
  const items: T[] = [];
  for (let link = chain; link !== undefined; link = link.rest) items.push(link.item);
  return items.reverse();
}

const NO_TRANSACTION: Transaction = { kind: 'none' };
const UNKNOWN_TRANSACTION: Transaction = { kind: 'unknown' };
const HELLO_KINDS = { EHLO: 'ehlo', HELO: 'helo', LHLO: 'lhlo' } as const;

function openTransaction(
  mail: CommandExchange,
  recipients?: Chain<CommandExchange>,
  refusedRecipients?: Chain<CommandExchange>,
  chunk?: CommandExchange,
): Transaction {
  return { kind: 'open', mail, recipients, refusedRecipients, chunk };
}

function afterLastChunk(
  state: SessionState,
  transaction: Transaction,
  lastChunk: CommandExchange | undefined,
): SessionState {
  const next = copyOf(state);
  next.transaction = transaction;
  next.lastChunk = lastChunk;
  return next;
}

function saidHello(state: SessionState, hello: Hello): SessionState {
  const next = copyOf(state);
  next.hello = hello;
  return next;
}

function rootedIn(state: SessionState, root: Fault | undefined): SessionState {
  const next = copyOf(state);
  next.root = root;
  return next;
}

// --- what takes effect --------------------------------------------------------------------------------------------

function greet(state: SessionState, reply: Reply): SessionState {
  const kind = reply.code < 400 ? 'given' : 'refused';
  // A refusal may also be the answer to a command that the log does not show.
  const known = state.whole || kind === 'refused';
  const next = copyOf(known ? state : newSession(true, state.asRead));
  if (!known) next.tls = state.tls === 'active' ? 'active' : 'none';
  next.protocol = state.protocol;
  next.greeting = { kind, reply };
  next.ended = reply.code === 421 ? { by: 'server', reply } : state.ended;
  return next;
}

function effect(state: SessionState, exchange: CommandExchange): SessionState {
  const { verb } = exchange.command;
  const reply = exchange.replies.at(-1);
  if (exchange.lost === 'dropped') return state;
  if (exchange.lost === 'unreadable') return afterUnread(state, exchange, verb);
  const now = reply?.code === 421 ? endedBy(state, { by: 'server', reply }) : state;
  return accepted(exchange) ? takeEffect(now, exchange, verb) : takeRefusal(now, exchange, verb);
}

function takeEffect(state: SessionState, exchange: CommandExchange, verb: string): SessionState {
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO': {
      const offers = exchange.replies.at(-1)?.complete && !isCut(exchange) ? readOffers(exchange) : undefined;
      const next = copyOf(state);
      next.hello = { kind: HELLO_KINDS[verb], exchange };
      next.offers = offers;
      // Inside TLS it must not be offered (RFC 3207 §4.2).
      if (state.tls === 'unknown' && offers?.has('STARTTLS')) next.tls = 'none';
      next.transaction = NO_TRANSACTION;
      next.protocol = verb === 'LHLO' ? 'lmtp' : 'smtp';
      next.lastChunk = undefined;
      return next;
    }
    case 'MAIL':
    case 'SEND':
    case 'SOML':
    case 'SAML':
      return afterLastChunk(state, openTransaction(exchange), undefined);
    case 'RCPT': {
      const { transaction } = state;
      if (transaction.kind !== 'open') return state;
      const { mail, recipients, refusedRecipients, chunk } = transaction;
      return within(state, openTransaction(mail, link(exchange, recipients), refusedRecipients, chunk));
    }
    case 'RSET':
      return afterLastChunk(state, NO_TRANSACTION, undefined);
    case 'BDAT':
      return afterChunk(state, exchange);
    case 'STARTTLS': {
      const next = copyOf(state);
      next.tls = 'active';
      next.hello = { kind: 'none', dropped: exchange };
      next.offers = undefined;
      next.transaction = NO_TRANSACTION;
      next.auth = { kind: 'none' };
      return next;
    }
    case 'AUTH': {
      if (exchange.replies.at(-1)?.code === 334) return state;
      const next = copyOf(state);
      next.auth = { kind: 'done', exchange };
      return next;
    }
    case 'QUIT':
      return exchange.replies.length === 0 && state.ended !== undefined
        ? state
        : endedBy(state, { by: 'quit', exchange });
    default:
      return state;
  }
}

function afterChunk(state: SessionState, exchange: CommandExchange): SessionState {
  const { transaction } = state;
  const last = /\bLAST\s*$/i.test(exchange.command.argument);
  if (last) return afterLastChunk(state, NO_TRANSACTION, exchange);
  if (transaction.kind !== 'open') return state;
  const { mail, recipients, refusedRecipients } = transaction;
  return within(state, openTransaction(mail, recipients, refusedRecipients, exchange));
}

function takeRefusal(state: SessionState, exchange: CommandExchange, verb: string): SessionState {
  const { transaction, hello } = state;
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return hello.kind === 'none' ? saidHello(state, { ...hello, refused: exchange }) : state;
    case 'MAIL':
      return transaction.kind === 'open' ? state : within(state, { kind: 'none', refused: exchange });
    case 'RCPT': {
      if (transaction.kind !== 'open') return state;
      const { mail, recipients, refusedRecipients, chunk } = transaction;
      return within(state, openTransaction(mail, recipients, link(exchange, refusedRecipients), chunk));
    }
    case 'BDAT':
      return transaction.kind === 'open' && transaction.recipients !== undefined
        ? within(state, NO_TRANSACTION)
        : state;
    default:
      return state;
  }
}

/** The end of mail data clears the transaction, whatever the answer (RFC 5321 §4.1.1.4). */
function afterMessage(state: SessionState, exchange: MessageExchange): SessionState {
  const reply = exchange.replies.at(-1);
  const next = copyOf(state);
  next.transaction = NO_TRANSACTION;
  if (reply?.code === 421) next.ended = { by: 'server', reply };
  return next;
}

function afterEvent(state: SessionState, event: ToolEvent): SessionState {
  switch (event.type) {
    case 'tls':
      return event.unseenStart
        ? saidHello(inTls(newSession(false, state.asRead), 'active'), { kind: 'none' })
        : inTls(state, 'active');
    case 'gap': {
      const next = copyOf(newSession(false, state.asRead));
      if (event.tls !== 'unknown') next.tls = state.tls;
      next.protocol = state.protocol;
      return next;
    }
    case 'connect':
      return connected(state, event);
    case 'error':
      // The handshake that STARTTLS began has failed: whether what follows is inside TLS, the log does not tell.
      return event.about === 'tls' && state.hello.kind === 'none' && state.hello.dropped !== undefined
        ? saidHello(inTls(state, 'unknown'), { kind: 'unknown' })
        : state;
    default:
      return state;
  }
}

function connected(state: SessionState, event: Extract<ToolEvent, { type: 'connect' }>): SessionState {
  const now = event.whole && !state.whole ? newSession(true, state.asRead) : state;
  return event.tls === 'unknown' && now.tls === 'none' ? inTls(now, 'unknown') : now;
}

/** A reply without its command: what was asked is not in the log, and may have changed everything. */
function afterHidden(state: SessionState, reply: Reply): SessionState {
  if (reply.code >= 400 || !state.whole) return state;
  const unknown = newSession(false);
  const next = copyOf(state);
  if (state.hello.kind === 'none') next.hello = unknown.hello;
  if (state.tls === 'none') next.tls = 'unknown';
  if (state.auth.kind === 'none') next.auth = unknown.auth;
  if (state.transaction.kind === 'none') next.transaction = UNKNOWN_TRANSACTION;
  return next;
}

/** The command was answered, but how cannot be read: it took effect or not. */
function afterUnread(state: SessionState, exchange: CommandExchange, verb: string): SessionState {
  const next = copyOf(state);
  const unknown = newSession(false);
  switch (verb) {
    case 'STARTTLS':
      next.tls = unknown.tls;
      next.auth = unknown.auth;
      next.hello = unknown.hello;
      next.offers = undefined;
      break;
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      next.hello = unknown.hello;
      next.offers = undefined;
      break;
    case 'AUTH':
      next.auth = unknown.auth;
      return next;
    case 'QUIT':
      next.ended = { by: 'quit', exchange };
      return next;
    case 'MAIL':
    case 'SEND':
    case 'SOML':
    case 'SAML':
    case 'RCPT':
    case 'DATA':
    case 'BDAT':
    case 'RSET':
      break;
    default:
      return state;
  }
  next.transaction = UNKNOWN_TRANSACTION;
  return next;
}

function link<T>(item: T, rest: Chain<T>): Chain<T> {
  return { item, rest, length: (rest?.length ?? 0) + 1 };
}

/** EHLO, HELO or LHLO. */
export function isHello(verb: string): boolean {
  return verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO';
}
