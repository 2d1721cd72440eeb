/**
 * Emacs's `*Messages*` buffer: with `smtpmail-debug-info` smtpmail shows there what the server says behind the greeting and
 * EHLO, between what Emacs tells of the message; without it only the reply that made it give up. The client is not shown.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  /** Replies of the session at hand were told. */
  readonly open: boolean;
  /** The answer to QUIT that comes first: a refused greeting is told only behind it. */
  readonly held: PeeledLine | undefined;
}

export const smtpmail: Dialect<State> = {
  id: 'smtpmail',
  name: 'Emacs smtpmail (*Messages*)',
  events: true,
  owns: ({ text }) => SENDING.test(text),
  sequential: true,
  evidence,
  start: () => ({ count: 0, open: false, held: undefined }),
  read,
  finish(state, context) {
    release(state, context);
  },
  write: (_speaker, text) => text,
};

const FAILED = /^Sending failed: (Connection not allowed: )?/;
/** How Emacs shows that the line before came again. */
const AGAIN = / \[\d{1,6} times\]$/;

/** Who shows commands as well is another program. */
function evidence(sample: readonly PeeledLine[]): number {
  if (!sample.some(({ text }) => SENDING.test(text)) || !sample.some(({ text }) => replyAt(text) >= 0)) return 0;
  if (sample.some(({ text }) => readsAsCommand(text))) return 0;
  return weigh(sample, ({ text }) => (SENDING.test(text) ? 6 : replyAt(text) >= 0 ? 3 : 0));
}

const SENDING = /^(?:Sending via mail\.\.\.|Sending email(?: {1,2}|(?:\.\.\.| )done)?)$/;

/** Where the reply in a line begins, -1 where there is none. */
function replyAt(text: string): number {
  const from = FAILED.exec(text)?.[0].length ?? 0;
  return looksLikeReply(text.slice(from)) ? from : -1;
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const again = AGAIN.exec(whole.text)?.[0].length ?? 0;
  const line = again === 0 ? whole : { ...whole, text: whole.text.slice(0, -again) };
  const { text } = line;
  if (/^Sending(?: via mail)?\.\.\.(?:done)?$/.test(text)) return { ...release(state, context), open: false };
  const from = replyAt(text);
  if (from < 0) return state;
  if (FAILED.exec(text)?.[1] !== undefined) {
    const now = begin(line, from, true, { ...state, open: false }, context);
    say(line, from, String(now.count), 'server', context);
    return { ...release({ ...now, open: true }, context), open: false };
  }
  // What made it give up was told before, as the server said it.
  if (from > 0 && (state.open || state.held !== undefined)) return { ...release(state, context), open: false };
  if (!state.open && state.held === undefined && text.startsWith('221')) return { ...state, held: line };
  const now = begin(line, from, false, release(state, context), context);
  say(line, from, String(now.count), 'server', context);
  return { ...now, open: from === 0 };
}

function begin(line: PeeledLine, from: number, greeted: boolean, state: State, context: ReadContext): State {
  if (state.open) return state;
  const count = state.count + 1;
  tell(line, from, String(count), { type: 'connect', whole: greeted }, context);
  return { ...state, count, open: true };
}

/** Tells the answer to QUIT that was held back. */
function release(state: State, context: ReadContext): State {
  const { held } = state;
  if (held === undefined) return state;
  const now = begin(held, 0, false, { ...state, held: undefined }, context);
  say(held, 0, String(now.count), 'server', context);
  return now;
}
