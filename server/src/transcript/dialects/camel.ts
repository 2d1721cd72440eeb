/**
 * Evolution with `CAMEL_DEBUG=smtp`: `[SMTP] sending: ` and `[SMTP] received: `, the message without a mark as it went over
 * the wire and an empty line behind it, then its dot. Whether TLS was up from the start is not said.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** Some of the message has been shown. */
  readonly message: boolean;
  /** What may be the empty line behind it. */
  readonly empty: PeeledLine | undefined;
}

export const camel: Dialect<State> = {
  id: 'camel',
  name: 'Evolution with CAMEL_DEBUG=smtp',
  sequential: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, open: false, message: false, empty: undefined }),
  read,
  write: (speaker, text) => `[SMTP] ${speaker === 'client' ? 'sending' : 'received'}: ${text}`,
};

const SENDING = '[SMTP] sending: ';
const RECEIVED = '[SMTP] received: ';
const CONNECTING = /^\[SMTP\] Connecting to server (\S{1,255}):(\d{1,5}) from account /;

function weight({ text }: PeeledLine): number {
  if (text.startsWith(RECEIVED)) return looksLikeReply(text.slice(RECEIVED.length)) ? 10 : 1;
  return text.startsWith(SENDING) || CONNECTING.test(text) ? 8 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const server = text.startsWith(RECEIVED);
  if (server || text.startsWith(SENDING)) return dialogue(line, server ? 'server' : 'client', state, context);
  const [, host, port] = CONNECTING.exec(text) ?? [];
  if (host !== undefined) {
    const count = state.count + 1;
    // On these ports TLS begins with STARTTLS, which is shown.
    const unknown = port === '25' || port === '587' ? {} : ({ tls: 'unknown' } as const);
    tell(line, 0, String(count), { type: 'connect', whole: true, host, port: Number(port), ...unknown }, context);
    return { count, open: true, message: false, empty: undefined };
  }
  if (text.startsWith('[SMTP] sent data')) return { ...state, message: state.open };
  if (!state.message) return state;
  if (state.empty !== undefined) payload(state.empty, state, context);
  if (text === '') return { ...state, empty: line };
  payload(line, state, context);
  return { ...state, empty: undefined };
}

function payload(line: PeeledLine, { count }: State, context: ReadContext): void {
  say(line, 0, String(count), 'client', context, { kind: 'data' });
}

function dialogue(line: PeeledLine, speaker: 'client' | 'server', state: State, context: ReadContext): State {
  const from = speaker === 'client' ? SENDING.length : RECEIVED.length;
  const said = line.text.slice(from);
  const begins = !state.open;
  const count = state.count + (begins ? 1 : 0);
  const session = String(count);
  if (begins) {
    tell(line, 0, session, { type: 'connect', whole: /^(?:220|554)/.test(said), tls: 'unknown' }, context);
  }
  const data = speaker === 'client' && context.modeOf(session) === 'data';
  const dot = data && /^\.(?:\\r\\n)?$/.test(said);
  if (dot && !state.message) say(line, from, session, speaker, context, { text: '', elided: { what: 'data' } });
  say(line, from, session, speaker, context, dot ? { text: '.', kind: 'end-of-data' } : undefined);
  const open = !(speaker === 'server' && said.startsWith('221 '));
  return { count, open, message: data && !dot, empty: undefined };
}
