/**
 * What is in force in a session, and what breaks the order. A pure reducer over settled exchanges: a command takes
 * effect only when the server accepted it; what is wrong comes out as data. Words and severities are the rules' part.
 * Sources: RFC 5321 §3.1–§3.3, §4.1.4, §4.3; RFC 3207 §4.2; RFC 4954 §4; RFC 2920 §3.1; RFC 3030 §2; RFC 2033 §4.
 */
import { type Offers, readOffers } from './offers';
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
      readonly chunk?: CommandExchange;
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

export function newSession(whole: boolean): SessionState {
  return {
    whole,
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

/** What broke the order, as data. `at` is where the finding sits; `cause` is the earlier exchange that led to it. */
export type Fault = { readonly at: CommandExchange; readonly cause?: Exchange } & (
  | { readonly type: 'before-greeting' }
  | { readonly type: 'after-refused-greeting'; readonly greeting: Reply }
  | { readonly type: 'before-hello' }
  | { readonly type: 'hello-refused'; readonly cause: CommandExchange }
  | { readonly type: 'no-ehlo-after-starttls'; readonly cause: CommandExchange | undefined }
  | { readonly type: 'nested-mail'; readonly cause: CommandExchange }
  | { readonly type: 'rcpt-before-mail' }
  | { readonly type: 'data-before-mail' }
  | { readonly type: 'data-without-recipients'; readonly refusals: readonly CommandExchange[] }
  | { readonly type: 'starttls-in-tls' }
  | { readonly type: 'starttls-in-transaction'; readonly cause: CommandExchange }
  | { readonly type: 'auth-before-hello' }
  | { readonly type: 'auth-in-transaction'; readonly cause: CommandExchange }
  | { readonly type: 'auth-twice'; readonly cause: CommandExchange }
  | { readonly type: 'after-quit'; readonly cause: CommandExchange }
  | { readonly type: 'after-closing'; readonly reply: Reply }
  | { readonly type: 'bdat-mixed'; readonly cause: CommandExchange }
  | { readonly type: 'bdat-after-last'; readonly cause: CommandExchange }
  | { readonly type: 'lhlo-in-smtp' }
  | { readonly type: 'ehlo-in-lmtp'; readonly cause: CommandExchange | undefined }
  | { readonly type: 'data-after-refusal' }
  /** It fails only because of `cause`: an exchange with a fault of its own, or a refused MAIL of the same group. */
  | { readonly type: 'consequence'; readonly cause: CommandExchange }
);

export type FaultType = Fault['type'];

export interface Step {
  readonly state: SessionState;
  readonly faults: readonly Fault[];
}

/** The state in which `exchange` begins: a format that marks lines as sent inside TLS says so where no event did. */
export function entering(state: SessionState, exchange: Exchange): SessionState {
  const secure = exchange.kind === 'command' && exchange.command.said.secure === true && state.tls !== 'active';
  return secure ? { ...state, tls: 'active' } : state;
}

/** The state after `exchange`, and what was out of order in it. */
export function advance(state: SessionState, exchange: Exchange): Step {
  switch (exchange.kind) {
    case 'greeting':
      return { state: greet(state, exchange.replies[0] as Reply), faults: [] };
    case 'command': {
      const faults = faultsOf(state, exchange);
      const next = effect(state, exchange);
      const root = rootAfter(next, exchange, faults[0]);
      return { state: root === next.root ? next : { ...next, root }, faults };
    }
    case 'message':
      return { state: afterMessage(state, exchange), faults: [] };
    case 'unasked': {
      const reply = exchange.replies[0] as Reply;
      return { state: reply.code === 421 ? { ...state, ended: { by: 'server', reply } } : state, faults: [] };
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

// --- what is wrong ------------------------------------------------------------------------------------------------

function faultsOf(state: SessionState, at: CommandExchange): Fault[] {
  const { verb } = at.command;
  if (at.lost || sentBeforeTls(state, at)) return [];
  const fault = timeliness(state, at) ?? order(state, at, verb);
  if (fault === undefined) return [];
  if (state.root !== undefined && dependsOn(fault, state.root))
    return [{ type: 'consequence', at, cause: state.root.at }];
  return [fault];
}

/** Sent in the clear behind STARTTLS, read by the server inside TLS (CVE-2011-0411): no fault of order. */
function sentBeforeTls({ hello }: SessionState, at: CommandExchange): boolean {
  if (hello.kind !== 'none' || hello.dropped === undefined || at.sentBeforeReplyTo === undefined) return false;
  const goAhead = hello.dropped.replies.at(-1)?.lines[0]?.said.line;
  return goAhead !== undefined && at.command.said.line < goAhead;
}

function timeliness(state: SessionState, at: CommandExchange): Fault | undefined {
  const { verb } = at.command;
  const { ended, greeting } = state;
  if (at.afterRefusedData) return { type: 'data-after-refusal', at };
  if (ended?.by === 'quit') return { type: 'after-quit', at, cause: ended.exchange };
  if (ended?.by === 'server' && verb !== 'QUIT' && at.sentBeforeReplyTo === undefined && at.replies.length === 0) {
    return { type: 'after-closing', at, reply: ended.reply };
  }
  if (greeting.kind === 'refused' && verb !== 'QUIT' && !at.sentBeforeGreeting) {
    return { type: 'after-refused-greeting', at, greeting: greeting.reply };
  }
  if (at.sentBeforeGreeting && (greeting.kind === 'given' || greeting.kind === 'refused')) {
    return { type: 'before-greeting', at };
  }
  return undefined;
}

function order(state: SessionState, at: CommandExchange, verb: string): Fault | undefined {
  switch (verb) {
    case 'EHLO':
    case 'HELO':
      if (state.protocol === 'lmtp' && !accepted(at)) return { type: 'ehlo-in-lmtp', at, cause: helloOf(state) };
      return undefined;
    case 'LHLO':
      return isRefusal(at, 500, 502, 503) ? { type: 'lhlo-in-smtp', at } : undefined;
    case 'MAIL':
    case 'SEND':
    case 'SOML':
    case 'SAML':
      return helloMissing(state, at) ?? nestedMail(state, at);
    case 'RCPT':
      return rcptOutOfOrder(state, at);
    case 'DATA':
      return dataOutOfOrder(state, at) ?? mixedWithChunks(state, at);
    case 'BDAT':
      return chunkAfterLast(state, at) ?? dataOutOfOrder(state, at);
    case 'STARTTLS':
      return starttlsOutOfOrder(state, at);
    case 'AUTH':
      return authOutOfOrder(state, at);
    default:
      return undefined;
  }
}

function helloMissing(state: SessionState, at: CommandExchange): Fault | undefined {
  const { hello } = state;
  const missing =
    hello.kind === 'none' || (hello.kind === 'unknown' && at.replies.at(-1)?.code === 503 && !state.whole);
  if (!missing) return undefined;
  if (hello.kind === 'none' && hello.dropped !== undefined) {
    return { type: 'no-ehlo-after-starttls', at, cause: hello.dropped };
  }
  if (hello.kind === 'none' && state.tls === 'active' && hello.refused === undefined && !state.whole) {
    return { type: 'no-ehlo-after-starttls', at, cause: undefined };
  }
  if (hello.kind === 'none' && hello.refused !== undefined) return { type: 'hello-refused', at, cause: hello.refused };
  return { type: 'before-hello', at };
}

function nestedMail(state: SessionState, at: CommandExchange): Fault | undefined {
  return state.transaction.kind === 'open' ? { type: 'nested-mail', at, cause: state.transaction.mail } : undefined;
}

function rcptOutOfOrder(state: SessionState, at: CommandExchange): Fault | undefined {
  const { transaction } = state;
  if (!isMissing(transaction.kind, at)) return undefined;
  if (state.hello.kind === 'none') return helloMissing(state, at);
  return behindRefusedMail(state, at) ?? { type: 'rcpt-before-mail', at, ...refusedMail(state) };
}

function dataOutOfOrder(state: SessionState, at: CommandExchange): Fault | undefined {
  const { transaction } = state;
  if (transaction.kind === 'open') {
    if (transaction.recipients !== undefined) return undefined;
    return { type: 'data-without-recipients', at, refusals: chainItems(transaction.refusedRecipients) };
  }
  if (!isMissing(transaction.kind, at)) return undefined;
  if (state.hello.kind === 'none') return helloMissing(state, at);
  return behindRefusedMail(state, at) ?? { type: 'data-before-mail', at, ...refusedMail(state) };
}

function refusedMail({ transaction }: SessionState): { readonly cause?: CommandExchange } {
  return transaction.kind === 'none' && transaction.refused !== undefined ? { cause: transaction.refused } : {};
}

/** Sent in one group with the MAIL that was refused (RFC 2920 §3.1): the client could not know, so it did nothing wrong. */
function behindRefusedMail(state: SessionState, at: CommandExchange): Fault | undefined {
  const { cause } = refusedMail(state);
  if (cause === undefined || at.sentBeforeReplyTo === undefined || state.root !== undefined) return undefined;
  return { type: 'consequence', at, cause };
}

/** Nothing in force; or nothing known, and the server itself says that the order is wrong. */
function isMissing(kind: Transaction['kind'], at: CommandExchange): boolean {
  return kind === 'none' || (kind === 'unknown' && at.replies.at(-1)?.code === 503);
}

function mixedWithChunks(state: SessionState, at: CommandExchange): Fault | undefined {
  const { transaction } = state;
  if (transaction.kind !== 'open' || transaction.chunk === undefined) return undefined;
  return { type: 'bdat-mixed', at, cause: transaction.chunk };
}

function chunkAfterLast(state: SessionState, at: CommandExchange): Fault | undefined {
  if (state.transaction.kind !== 'none' || state.lastChunk === undefined) return undefined;
  return { type: 'bdat-after-last', at, cause: state.lastChunk };
}

function starttlsOutOfOrder(state: SessionState, at: CommandExchange): Fault | undefined {
  if (state.tls === 'active') return { type: 'starttls-in-tls', at };
  if (state.transaction.kind === 'open') return { type: 'starttls-in-transaction', at, cause: state.transaction.mail };
  return undefined;
}

function authOutOfOrder(state: SessionState, at: CommandExchange): Fault | undefined {
  const { hello, auth, transaction } = state;
  if (transaction.kind === 'open') return { type: 'auth-in-transaction', at, cause: transaction.mail };
  if (auth.kind === 'done') return { type: 'auth-twice', at, cause: auth.exchange };
  if (hello.kind === 'none') {
    const fault = helloMissing(state, at);
    return fault?.type === 'before-hello' ? { type: 'auth-before-hello', at } : fault;
  }
  return undefined;
}

/** A fault that needs no telling of its own once `root` has been told. */
function dependsOn(fault: Fault, root: Fault): boolean {
  switch (fault.type) {
    case 'before-hello':
    case 'auth-before-hello':
    case 'hello-refused':
    case 'no-ehlo-after-starttls':
      return HELLO_FAULTS.has(root.type);
    case 'rcpt-before-mail':
    case 'data-before-mail':
      return root.type !== 'data-after-refusal';
    case 'data-after-refusal':
    case 'after-quit':
    case 'after-closing':
    case 'after-refused-greeting':
      return root.type === fault.type;
    default:
      return false;
  }
}

const HELLO_FAULTS: ReadonlySet<FaultType> = new Set([
  'before-hello',
  'auth-before-hello',
  'hello-refused',
  'no-ehlo-after-starttls',
]);

function rootAfter(state: SessionState, exchange: CommandExchange, fault: Fault | undefined): Fault | undefined {
  const { verb } = exchange.command;
  if (fault !== undefined) return ROOTS.has(fault.type) ? fault : state.root;
  const fresh = isHello(verb) || verb === 'RSET' || verb === 'MAIL';
  return fresh && accepted(exchange) ? undefined : state.root;
}

const ROOTS: ReadonlySet<FaultType> = new Set([
  ...HELLO_FAULTS,
  'rcpt-before-mail',
  'data-before-mail',
  'data-after-refusal',
  'after-quit',
  'after-closing',
  'after-refused-greeting',
]);

function isRefusal(at: CommandExchange, ...codes: number[]): boolean {
  return codes.includes(at.replies.at(-1)?.code ?? 0);
}

function helloOf(state: SessionState): CommandExchange | undefined {
  return 'exchange' in state.hello ? state.hello.exchange : undefined;
}

// --- what takes effect --------------------------------------------------------------------------------------------

function greet(state: SessionState, reply: Reply): SessionState {
  const kind = reply.code < 400 ? 'given' : 'refused';
  const known: SessionState = state.whole
    ? state
    : { ...newSession(true), tls: state.tls === 'active' ? 'active' : 'none', protocol: state.protocol };
  const ended: Ended | undefined = reply.code === 421 ? { by: 'server', reply } : state.ended;
  return { ...known, whole: true, greeting: { kind, reply }, ended };
}

function effect(state: SessionState, exchange: CommandExchange): SessionState {
  const { verb } = exchange.command;
  const reply = exchange.replies.at(-1);
  if (exchange.lost) return state;
  const now = reply?.code === 421 ? { ...state, ended: { by: 'server', reply } as const } : state;
  return accepted(exchange) ? takeEffect(now, exchange, verb) : takeRefusal(now, exchange, verb);
}

function takeEffect(state: SessionState, exchange: CommandExchange, verb: string): SessionState {
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO': {
      const offers = exchange.replies.at(-1)?.complete ? readOffers(exchange) : undefined;
      return {
        ...state,
        hello: { kind: verb.toLowerCase() as 'ehlo' | 'helo' | 'lhlo', exchange },
        offers,
        // Inside TLS it must not be offered (RFC 3207 §4.2).
        tls: state.tls === 'unknown' && offers?.has('STARTTLS') ? 'none' : state.tls,
        transaction: NO_TRANSACTION,
        protocol: verb === 'LHLO' ? 'lmtp' : 'smtp',
        lastChunk: undefined,
      };
    }
    case 'MAIL':
    case 'SEND':
    case 'SOML':
    case 'SAML':
      return {
        ...state,
        transaction: { kind: 'open', mail: exchange, recipients: undefined, refusedRecipients: undefined },
        lastChunk: undefined,
      };
    case 'RCPT': {
      const { transaction } = state;
      if (transaction.kind !== 'open') return state;
      return { ...state, transaction: { ...transaction, recipients: link(exchange, transaction.recipients) } };
    }
    case 'RSET':
      return { ...state, transaction: NO_TRANSACTION, lastChunk: undefined };
    case 'BDAT':
      return afterChunk(state, exchange);
    case 'STARTTLS':
      return {
        ...state,
        tls: 'active',
        hello: { kind: 'none', dropped: exchange },
        offers: undefined,
        transaction: NO_TRANSACTION,
        auth: { kind: 'none' },
      };
    case 'AUTH':
      return exchange.replies.at(-1)?.code === 334 ? state : { ...state, auth: { kind: 'done', exchange } };
    case 'QUIT':
      return exchange.replies.length > 0
        ? { ...state, ended: { by: 'quit', exchange } }
        : { ...state, ended: state.ended ?? { by: 'quit', exchange } };
    default:
      return state;
  }
}

function afterChunk(state: SessionState, exchange: CommandExchange): SessionState {
  const { transaction } = state;
  const last = /\bLAST\s*$/i.test(exchange.command.argument);
  if (last) return { ...state, transaction: NO_TRANSACTION, lastChunk: exchange };
  return transaction.kind === 'open' ? { ...state, transaction: { ...transaction, chunk: exchange } } : state;
}

function takeRefusal(state: SessionState, exchange: CommandExchange, verb: string): SessionState {
  const { transaction, hello } = state;
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return hello.kind === 'none' ? { ...state, hello: { ...hello, refused: exchange } } : state;
    case 'MAIL':
      return transaction.kind === 'open' ? state : { ...state, transaction: { kind: 'none', refused: exchange } };
    case 'RCPT':
      if (transaction.kind !== 'open') return state;
      return {
        ...state,
        transaction: { ...transaction, refusedRecipients: link(exchange, transaction.refusedRecipients) },
      };
    case 'BDAT':
      return transaction.kind === 'open' && transaction.recipients !== undefined
        ? { ...state, transaction: NO_TRANSACTION }
        : state;
    default:
      return state;
  }
}

/** The end of mail data clears the transaction, whatever the answer (RFC 5321 §4.1.1.4). */
function afterMessage(state: SessionState, exchange: MessageExchange): SessionState {
  const reply = exchange.replies.at(-1);
  const ended: Ended | undefined = reply?.code === 421 ? { by: 'server', reply } : state.ended;
  return { ...state, transaction: NO_TRANSACTION, ended };
}

function afterEvent(state: SessionState, event: ToolEvent): SessionState {
  switch (event.type) {
    case 'tls':
      if (event.unseenStart) return { ...newSession(false), tls: 'active', hello: { kind: 'none' } };
      return state.tls === 'active' ? state : { ...state, tls: 'active' };
    case 'gap':
      return { ...newSession(false), tls: state.tls, protocol: state.protocol };
    case 'connect':
      return connected(state, event);
    default:
      return state;
  }
}

function connected(state: SessionState, event: Extract<ToolEvent, { type: 'connect' }>): SessionState {
  const now = event.whole && !state.whole ? newSession(true) : state;
  return event.tls === 'unknown' && now.tls === 'none' ? { ...now, tls: 'unknown' } : now;
}

function link<T>(item: T, rest: Chain<T>): Chain<T> {
  return { item, rest, length: (rest?.length ?? 0) + 1 };
}

function isHello(verb: string): boolean {
  return verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO';
}
