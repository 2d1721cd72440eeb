/**
 * smtp-cli with `--verbose`: `> EHLO …`, and each line of a reply as its code in brackets and its text in quotes, `[250] 'SIZE 1000'`,
 * so that the next line shows whether it was the last. The message is not shown.
 */
import { readsAsCommand } from '../command';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';
import { appendSource, NO_TEXT, placeOf } from './wireText';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The line of a reply that waits for the next one. */
  readonly held: PeeledLine | undefined;
  /** Upper case, of the client's last command. */
  readonly verb: string;
  /** Something was said since the connection began. */
  readonly greeted: boolean;
  /** The message is shown, as some versions do it. */
  readonly shown: boolean;
}

export const smtpCli: Dialect<State> = {
  id: 'smtp-cli',
  name: 'smtp-cli --verbose',
  sequential: true,
  lossy: true,
  evidence: (sample) => (sample.some(({ text }) => REPLY.test(text)) ? weigh(sample, weight) : 0),
  start: () => ({ count: 0, open: false, held: undefined, ...NOTHING_SAID }),
  read,
  finish: (state, context) => {
    release(state, undefined, context);
  },
  write: (speaker, text) => (speaker === 'client' ? `> ${text}` : `[${text.slice(0, 3)}] '${text.slice(4)}'`),
};

type Connect = Extract<ToolEvent, { type: 'connect' }>;

const NOTHING_SAID = { verb: '', greeted: false, shown: false } as const;
const REPLY = /^\[([2-5]\d\d)\] '(?=.*'$)/;
const CONNECTED = /^Connection from \S{1,60}:\d{1,5} to (\S{1,255}):(\d{1,5})$/;

function weight({ text }: PeeledLine): number {
  if (REPLY.test(text)) return 12;
  return text.startsWith('> ') && readsAsCommand(text.slice(2)) ? 4 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const code = REPLY.exec(text)?.[1];
  if (code !== undefined) return server(line, code, state, context);
  const now = release(state, undefined, context);
  if (text.startsWith('> ') || text === '>') return client(line, now, context);
  const connected = CONNECTED.exec(text);
  if (connected !== null) {
    const [, host = '', port] = connected;
    return begin(line, { whole: true, host, port: Number(port) }, now, context);
  }
  const cipher = /^Using cipher: (\S{1,80})$/.exec(text)?.[1];
  if (cipher !== undefined && now.open) tell(line, 0, String(now.count), { type: 'tls', cipher }, context);
  return now;
}

function client(line: PeeledLine, before: State, context: ReadContext): State {
  const state = before.open ? before : begin(line, { whole: false }, before, context);
  const session = String(state.count);
  const inData = context.modeOf(session) === 'data';
  say(line, Math.min(2, line.text.length), session, 'client', context);
  const verb = /^[A-Z]{0,10}/i.exec(line.text.slice(2))?.[0].toUpperCase() ?? '';
  return { ...state, verb: inData ? state.verb : verb, greeted: true, shown: inData };
}

function server(line: PeeledLine, code: string, before: State, context: ReadContext): State {
  const goesOn = code === before.held?.text.slice(1, 4);
  const now = release(before, code, context);
  const another = code === '220' && now.greeted && now.verb !== 'STARTTLS' && !goesOn;
  const state = now.open && !another ? now : begin(line, { whole: code === '220' }, now, context);
  const session = String(state.count);
  if (context.modeOf(session) === 'data' && !state.shown) {
    const place = within(line, 0, 0);
    say(line, 0, session, 'client', context, { text: '', kind: 'data', elided: { what: 'data' }, ...place });
    say(line, 0, session, 'client', context, { text: '.', kind: 'end-of-data', ...place });
  }
  return { ...state, held: line, greeted: true };
}

/** Tells the line that waits. `code`: of the line of a reply that follows. */
function release(state: State, code: string | undefined, { emit }: ReadContext): State {
  const { held, count } = state;
  if (held === undefined) return state;
  const more = code === held.text.slice(1, 4);
  const said = appendSource(NO_TEXT, held.text.slice(1, 4), held, 1, 4);
  const marked = appendSource(said, more ? '-' : ' ', held, 4, 7);
  const { text, pieces } = appendSource(marked, held.text.slice(7, -1), held, 7, held.text.length - 1);
  const time = held.time === undefined ? {} : { time: held.time };
  emit({ session: String(count), speaker: 'server', text, ...placeOf(pieces), ...time });
  return { ...state, held: undefined };
}

function begin(line: PeeledLine, told: Omit<Connect, 'type'>, state: State, context: ReadContext): State {
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', ...told }, context);
  return { count, open: true, held: undefined, ...NOTHING_SAID };
}
