/**
 * esmtp with `-X`, and whoever else puts `S: ` before a whole reply: its further lines stand bare, as do replies that came
 * together with it and commands that were sent in one go with that behind `C: `. `H: ` are the header fields that the
 * library itself adds; the message is not shown, neither is its dot.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** Whose the line before is: what was sent together with it may follow. */
  readonly speaking: 'client' | 'server' | undefined;
  readonly quit: boolean;
  /** Part of the message was shown. */
  readonly header: boolean;
}

export const esmtp: Dialect<State> = {
  id: 'esmtp',
  name: 'esmtp -X',
  evidence,
  sequential: true,
  lossy: true,
  start: () => ({ count: 0, open: false, speaking: undefined, quit: false, header: false }),
  read,
  write: (speaker, text) => `${speaker === 'client' ? 'C' : 'S'}: ${text}`,
};

/** It is the canonical format's but for the bare lines: only they count for more. */
function evidence(sample: readonly PeeledLine[]): number {
  if (isOtherProtocol(sample.map(({ text }) => text.replace(/^[CS]: /, '')))) return 0;
  let sum = 0;
  let bare = 0;
  let more: string | undefined;
  for (const { text } of sample) {
    const rest = text.startsWith('S: ') ? text.slice(3) : text;
    if (more !== undefined && rest === text && isFurther(text, more)) bare += 8;
    else if (/^[CS]: /.test(text)) sum += looksLikeReply(rest) || readsAsCommand(text.slice(3).trim()) ? 4 : 1;
    more = goesOn(rest) && (rest !== text || more !== undefined) ? rest.slice(0, 3) : undefined;
  }
  return bare === 0 ? 0 : sum + bare;
}

function goesOn(text: string): boolean {
  return looksLikeReply(text) && text.charAt(3) === '-';
}

function isFurther(text: string, code: string): boolean {
  return text.startsWith(code) && looksLikeReply(text);
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const { text } = line;
  if (state.speaking === 'server' && looksLikeReply(text)) {
    say(line, 0, String(state.count), 'server', context);
    return state;
  }
  if (text.startsWith('S: ')) return serverSays(line, text.slice(3), state, context);
  if (!state.open) return state;
  const session = String(state.count);
  if (text.startsWith('H: ') && context.modeOf(session) === 'data') {
    say(line, 3, session, 'client', context, { kind: 'data' });
    return { ...state, speaking: undefined, header: true };
  }
  const from = text.startsWith('C: ') ? 3 : 0;
  if (from === 0 && !(state.speaking === 'client' && readsAsCommand(text))) return { ...state, speaking: undefined };
  const said = text.slice(from);
  const command = state.header && context.modeOf(session) === 'data' && said !== '.';
  say(line, from, session, 'client', context, command ? { kind: 'command' } : undefined);
  const quit = /^QUIT$/i.test(said);
  return { ...state, speaking: 'client', quit, header: state.header && !command };
}

function serverSays(line: PeeledLine, said: string, before: State, context: ReadContext): State {
  const begins = !before.open || (before.quit && said.startsWith('220'));
  const count = before.count + (begins ? 1 : 0);
  const session = String(count);
  if (begins) tell(line, 0, session, { type: 'connect', whole: said.startsWith('220') }, context);
  if (before.header && context.modeOf(session) === 'data') {
    say(line, 0, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, 0, session, 'client', context, { text: '.', kind: 'end-of-data' });
  }
  say(line, 3, session, 'server', context);
  return { count, open: true, speaking: 'server', quit: before.quit && !begins, header: false };
}
