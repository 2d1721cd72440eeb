/**
 * What breaks the order of a session, as data. Pure: what was in force and one exchange in, faults out. Words and
 * severities are the rules' part. Sources as in session.ts.
 */
import { chainItems, isHello, type SessionState, type Transaction } from './session';
import { accepted, type CommandExchange, type Exchange, isBefore, type Reply } from './transcript';

/** What broke the order, as data. `at` is where the finding sits; `cause` is the earlier exchange that led to it. */
export type Fault = { readonly at: CommandExchange; readonly cause?: Exchange } & (
  | { readonly type: 'before-greeting'; readonly greeting: Reply }
  | { readonly type: 'after-refused-greeting'; readonly greeting: Reply }
  | { readonly type: 'before-hello' }
  | { readonly type: 'hello-refused'; readonly cause: CommandExchange }
  | { readonly type: 'no-ehlo-after-starttls'; readonly cause: CommandExchange | undefined }
  | { readonly type: 'nested-mail'; readonly cause: CommandExchange }
  | { readonly type: 'rcpt-before-mail' }
  | { readonly type: 'data-before-mail' }
  | {
      readonly type: 'data-without-recipients';
      readonly refusals: readonly CommandExchange[];
      /** It was sent before their answers came; `perhaps`: the log does not show whether it was. */
      readonly pipelined: boolean | 'perhaps';
    }
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

/** What is out of order in a command. */
export function faultsOf(state: SessionState, at: CommandExchange): Fault[] {
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
  const goAhead = hello.dropped.replies.at(-1)?.lines[0].said;
  return goAhead !== undefined && isBefore(at.command.said, goAhead);
}

function timeliness(state: SessionState, at: CommandExchange): Fault | undefined {
  const { verb } = at.command;
  const { ended, greeting } = state;
  if (at.afterRefusedData) return { type: 'data-after-refusal', at };
  if (ended?.by === 'quit' && ended.exchange.lost === undefined)
    return { type: 'after-quit', at, cause: ended.exchange };
  if (ended?.by === 'server' && !isParting(verb) && at.sentBeforeReplyTo === undefined && at.replies.length === 0) {
    return { type: 'after-closing', at, reply: ended.reply };
  }
  if (greeting.kind === 'refused' && verb !== 'QUIT' && !at.sentBeforeGreeting && (state.whole || isHello(verb))) {
    return { type: 'after-refused-greeting', at, greeting: greeting.reply };
  }
  if (at.sentBeforeGreeting && (greeting.kind === 'given' || greeting.kind === 'refused')) {
    return { type: 'before-greeting', at, greeting: greeting.reply };
  }
  return undefined;
}

/** What a client says to be done with it: the server's end of the connection may reach it only after that. */
function isParting(verb: string): boolean {
  return verb === 'QUIT' || verb === 'RSET';
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
  const { hello, transaction } = state;
  // Where the log begins behind it, the server says that it is missing; one that took MAIL means something else.
  const reply = at.replies.at(-1);
  const said = reply?.code === 503 && !state.whole && transaction.kind !== 'open' && !saysNested(reply);
  const missing = hello.kind === 'none' || (hello.kind === 'unknown' && said);
  if (!missing) return undefined;
  if (hello.kind === 'none' && hello.dropped !== undefined) {
    // Whether the server took it is not in the log, and the command did not fail.
    if (hello.dropped.replies.length === 0 && reply?.code !== 503) return undefined;
    return { type: 'no-ehlo-after-starttls', at, cause: hello.dropped };
  }
  if (hello.kind === 'none' && state.tls === 'active' && hello.refused === undefined && !state.whole) {
    return { type: 'no-ehlo-after-starttls', at, cause: undefined };
  }
  if (hello.kind === 'none' && hello.refused !== undefined) return { type: 'hello-refused', at, cause: hello.refused };
  return { type: 'before-hello', at };
}

/** Servers have their own words for a second MAIL: `nested MAIL command`, `Sender already specified`. */
function saysNested({ lines }: Reply): boolean {
  return lines.some(({ text }) => /\b(?:nested|already)\b/i.test(text));
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
    // The server gave up, and the client could not know it yet.
    if (state.ended?.by === 'server' && at.sentBeforeReplyTo !== undefined) return undefined;
    return {
      type: 'data-without-recipients',
      at,
      refusals: chainItems(transaction.refusedRecipients),
      pipelined: isPipelined(state, at),
    };
  }
  if (!isMissing(transaction.kind, at)) return undefined;
  if (state.hello.kind === 'none') return helloMissing(state, at);
  return behindRefusedMail(state, at) ?? { type: 'data-before-mail', at, ...refusedMail(state) };
}

function refusedMail({ transaction }: SessionState): { readonly cause?: CommandExchange } {
  return transaction.kind === 'none' && transaction.refused !== undefined ? { cause: transaction.refused } : {};
}

/** Whether it was sent before what comes ahead of it was answered. */
function isPipelined({ asRead, offers }: SessionState, at: CommandExchange): boolean | 'perhaps' {
  if (at.sentBeforeReplyTo !== undefined) return true;
  return asRead && offers?.has('PIPELINING') === true ? 'perhaps' : false;
}

/** Sent in one group with the MAIL that was refused (RFC 2920 §3.1): the client could not know, so it did nothing wrong. */
function behindRefusedMail(state: SessionState, at: CommandExchange): Fault | undefined {
  const { cause } = refusedMail(state);
  if (cause === undefined || isPipelined(state, at) === false || state.root !== undefined) return undefined;
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

/** The fault that the commands after this one may only repeat. */
export function rootAfter(state: SessionState, exchange: CommandExchange, fault: Fault | undefined): Fault | undefined {
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
