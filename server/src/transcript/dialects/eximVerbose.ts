/**
 * Exim's daemon with `-v`: no dialogue, but each line that it logs, after a line `LOG: MAIN`, without the message's id.
 * What belongs together is told by the process, and a delivery belongs to the message that came in last.
 */
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { deliver } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { aboutConnection, aboutMessage } from './eximMainlog';

interface State {
  /** Sessions by process. */
  readonly processes: Connections;
  /** Messages that came in and are not delivered yet, the latest last: a bounce is delivered before what it is about. */
  readonly messages: readonly string[];
  /** The process whose next line says what was logged. */
  readonly logging: string | undefined;
}

export const eximVerbose: Dialect<State> = {
  id: 'exim-v',
  name: 'Exim -bd -v',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ processes: NO_CONNECTIONS, messages: [], logging: undefined }),
  read,
  write: (_speaker, text, like) => `${like === undefined ? '' : (PREFIX.exec(like.text)?.[0] ?? '')}  ${text}`,
};

const PREFIX = /^(?:\d\d:\d\d:\d\d(?:\.\d{1,6})? )?(?: {0,4}(\d{1,10}) )?/;

function weight({ text }: PeeledLine): number {
  const rest = text.slice(PREFIX.exec(text)?.[0].length ?? 0);
  // With `-d`, or where Exim is the client, the dialogue itself is there.
  if (/^ {0,6}(?:[SL]MTP(?:<<|>>|\|>|\+>|\() |[Cc]onnecting to \S{1,255} \[)/.test(rest)) return -30;
  if (/^LOG: (?:\w+ )?(?:MAIN|REJECT|PANIC)\b/.test(rest)) return 3;
  return /^delivering [0-9A-Za-z]{6}-[0-9A-Za-z]{6,11}-[0-9A-Za-z]{2,4}$/.test(rest) ? 3 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const prefix = PREFIX.exec(line.text);
  const from = prefix?.[0].length ?? 0;
  const pid = prefix?.[1] ?? '';
  const text = line.text.slice(from);
  if (text.startsWith('LOG: ')) return { ...state, logging: pid };
  if (text.startsWith('delivering ')) {
    const message = state.messages.at(-1);
    if (message === undefined) return state;
    return { ...state, processes: { ...state.processes, names: new Map(state.processes.names).set(pid, message) } };
  }
  if (state.logging !== pid || !text.startsWith('  ')) return state;
  return logged(line, from + 2, text.slice(2), pid, { ...state, logging: undefined }, context);
}

function logged(line: PeeledLine, from: number, text: string, pid: string, state: State, context: ReadContext): State {
  const received = text.startsWith('<= ');
  const delivery = aboutMessage(text) ?? aboutConnection(text);
  if (delivery === undefined) return state;
  const fresh = !state.processes.names.has(pid) || (received && pid === '');
  const processes = fresh ? opened(state.processes, pid) : state.processes;
  const session = processes.names.get(pid) as string;
  deliver(line, from, session, delivery, context);
  if (received) return { ...state, processes, messages: [...state.messages, session].slice(-MOST_MESSAGES) };
  if (delivery.action !== 'removed') return { ...state, processes };
  const messages = state.messages.filter((message) => message !== session);
  const latest = messages.at(-1);
  const rest = closed(processes, pid);
  return {
    ...state,
    messages,
    processes: pid === '' && latest !== undefined ? { ...rest, names: new Map(rest.names).set(pid, latest) } : rest,
  };
}

/** Messages waiting to be delivered that are remembered. */
const MOST_MESSAGES = 100;
