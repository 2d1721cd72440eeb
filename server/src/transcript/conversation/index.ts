/**
 * What was asked and what answered it. A pure reducer, one state per session: frames client lines into commands and
 * payload, joins reply lines, pairs replies with commands in order. It does not know what is allowed.
 */
import { enhancedCodeOf } from '../reply';
import type { Told, Utterance } from '../transcript';
import { clientSays, decide, decideHeld, givesUp } from './client';
import { endOfChunk, endOfData, leavePayload } from './payload';
import { flushPartial, pairEarly, serverSays } from './replies';
import {
  ashore,
  CLOSED,
  COMMAND,
  type Conversation,
  copyOf,
  type Emit,
  fromTheStart,
  greetedNow,
  inMode,
  lost,
  NONE_EARLY,
  NOTHING_OPEN,
  type OpenExchange,
  settledAsTls,
  withLmtp,
  withOpen,
  withSeen,
} from './state';

export { dataOf } from './payload';
export { converseReply, takesReplies } from './replies';
export type { Conversation, ModeName } from './state';
export { NEW_CONVERSATION } from './state';

/**
 * The next state. What is settled by this utterance is emitted, in the order in which it was asked. The state before is
 * used up: what grows with each line, the lines of a reply and mail data, is filled in place.
 */
export function converse(state: Conversation, utterance: Utterance, emit: Emit): Conversation {
  switch (utterance.speaker) {
    case 'client': {
      const now = state.early === undefined || state.early.length === 0 ? state : pairEarly(state, emit);
      return withinBounds(
        clientSays(now.clientSeen ? now : withSeen(now, true, now.serverSeen), utterance, emit),
        emit,
      );
    }
    case 'server':
      return serverSays(state.serverSeen ? state : withSeen(state, state.clientSeen, true), utterance, emit);
    case 'tool':
      return toolSays(settledAsTls(pairEarly(state, emit), emit), utterance, emit);
    default:
      return utterance satisfies never;
  }
}

/** So many commands without an answer are kept: their list is copied as it grows. */
const MOST_OPEN = 5_000;

function withinBounds(state: Conversation, emit: Emit): Conversation {
  if (state.open.length <= MOST_OPEN) return state;
  const oldest = state.open[0] as OpenExchange;
  emit(lost(oldest));
  return withOpen(state, state.open.slice(1));
}

/** Ends the session: everything still open is emitted as it stands. `goesOn`: its answer may be in another session. */
export function endConversation(state: Conversation, goesOn: boolean, emit: Emit): void {
  let now = settledAsTls(flushPartial(state, emit), emit);
  now = decideHeld(now, !givesUp(now), emit);
  if (now.mode.name === 'data') now = endOfData(now, now.mode.data, 'open');
  if (now.mode.name === 'bdat') now = endOfChunk(now, now.mode.data, 'open');
  for (const exchange of now.open) emit(goesOn ? lost(exchange) : exchange);
}

/**
 * True when `said` opens another session in the same log: a 220 that nothing asked for after the session was greeted, also
 * in the middle of another reply. Only for formats that do not mark where a connection begins.
 */
export function opensNextSession(state: Conversation, said: Utterance): boolean {
  if (said.speaker !== 'server' || !said.text.startsWith('220') || !(state.greeted || state.clientSeen)) return false;
  const { open, early, partial, mode } = state;
  if (partial.length > 0) return partial[0]?.code !== 220 && NAMED.test(said.text);
  if (open.length > (early?.length ?? 0) && !(isLeft(state) && NAMED.test(said.text))) return false;
  // Where the client is not shown, the answer to STARTTLS; a greeting has a name there.
  if (!state.clientSeen && enhancedCodeOf(said.text.slice(4)) !== undefined) return false;
  return mode.name === 'command' || mode.name === 'closed';
}

/**
 * True when `said` turns another client away in the same log: behind the answer to QUIT a server has nobody left to tell
 * that it is busy. Only for formats that do not name connections.
 */
export function turnsNextAway({ open, partial, mode }: Conversation, said: Utterance): boolean {
  if (said.speaker !== 'server' || mode.name !== 'closed' || mode.left !== true) return false;
  return open.length === 0 && partial.length === 0 && /^(?:421|554)(?:[ -]|$)/.test(said.text);
}

/** An answer is still to come, or the rest of one: what speaks now is another connection. */
export function awaitsAnswer({ open, partial }: Conversation): boolean {
  return partial.length > 0 || open.some((each) => each.kind === 'message' || each.command.verb !== 'QUIT');
}

/**
 * All that waits for an answer is QUIT: many a client does not wait for it. Or EHLO, which no greeting answers: another
 * connection speaks.
 */
function isLeft({ open, greeted }: Conversation): boolean {
  const [only] = open;
  if (open.length !== 1 || only?.kind !== 'command' || only.replies.length > 0) return false;
  return only.command.verb === 'QUIT' || (greeted && only.command.verb === 'EHLO');
}

/** The greeting of a host that gives its name, and no odd answer to QUIT. */
const NAMED = /^220[ -](?:[a-z][\w-]*(?:\.[\w-]+)+|\[\S{2,60}\]|\S{1,255} E?SMTP)(?: |$)/i;

/** Where no reply is shown, STARTTLS and what came before it still wait when TLS begins: all of that was said outside it. */
function settledByTls(state: Conversation, emit: Emit): Conversation {
  const last = state.open.at(-1);
  if (state.serverSeen || last?.kind !== 'command' || last.command.verb !== 'STARTTLS') return state;
  for (const exchange of state.open) emit(exchange);
  return withOpen(state, NOTHING_OPEN);
}

function toolSays(state: Conversation, told: Told, emit: Emit): Conversation {
  const { event } = told;
  switch (event.type) {
    case 'gap': {
      const held = decideHeld(state, true, emit);
      const framed = held.mode.name === 'undecided' ? decide(held, true, emit) : held;
      const now = leavePayload(flushPartial(framed, emit), 'complete');
      for (const exchange of now.open) emit(lost(exchange));
      emit({ kind: 'event', told });
      const next = copyOf(now);
      next.open = NOTHING_OPEN;
      next.greeted = true;
      next.mode = COMMAND;
      next.dataRefused = false;
      next.injected = 0;
      next.adrift = true;
      next.early = NONE_EARLY;
      return next;
    }
    case 'tls': {
      const now = settledByTls(state, emit);
      emit({ kind: 'event', told });
      return ashore(event.unseenStart ? greetedNow(now) : now);
    }
    case 'error': {
      const kept = event.about === 'renegotiation' && state.mode.name === 'command' ? state.open.at(-1) : undefined;
      if (kept?.kind === 'command') emit(lost(kept, 'dropped'));
      emit({ kind: 'event', told });
      return kept?.kind === 'command' ? withOpen(state, state.open.slice(0, -1)) : state;
    }
    case 'close': {
      const now = flushPartial(state, emit);
      emit({ kind: 'event', told });
      return now.mode.name === 'command' || now.mode.name === 'auth' ? inMode(now, CLOSED) : now;
    }
    case 'connect':
      emit({ kind: 'event', told });
      return event.whole ? fromTheStart(withLmtp(state)) : state;
    case 'delivery':
      emit({ kind: 'event', told });
      return state;
    default:
      return event satisfies never;
  }
}
