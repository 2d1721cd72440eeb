/**
 * MailDev: it tells which message came in, from whom and for whom, but shows no dialogue. Since 3.0 in two lines, before
 * in one (`Saving email: Subject, id: …`).
 */
import type { PeeledLine } from '../transcript';
import { deliver, known } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, timeOfStamp } from './utter';

interface State {
  readonly count: number;
  /** The id that the debug line before a message gave. */
  readonly id: string | undefined;
}

export const maildev: Dialect<State> = {
  id: 'maildev',
  name: 'MailDev',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, id: undefined }),
  read,
  write: (_speaker, text) => text,
};

const RECEIVED = /^(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d) Received: (\S{1,320}) -> (\S{1,320})$/;
const SAVED = /^\[debug\] Saved email: .{0,998} id: (\w{1,40})$/;
const SAVING = /^(?:\[debug\] )?Saving email: .{0,998}, id: (\w{1,40})$/;

function weight({ text }: PeeledLine): number {
  if (RECEIVED.test(text) || SAVED.test(text) || SAVING.test(text)) return 10;
  return /^(?:\[debug\] )?MailDev (?:webapp running|SMTP Server running|using directory)/.test(text) ? 5 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const saved = SAVED.exec(text)?.[1];
  if (saved !== undefined) return { ...state, id: saved };
  const saving = SAVING.exec(text)?.[1];
  const received = RECEIVED.exec(text);
  if (saving === undefined && received === null) return state;
  const count = state.count + 1;
  const [, stamp, from, to] = received ?? [];
  const time = line.time ?? (stamp === undefined ? undefined : timeOfStamp(stamp));
  const queueId = saving ?? state.id;
  const delivery = {
    action: 'received',
    ...known('queueId', queueId),
    ...known('from', from),
    ...known('to', to),
  } as const;
  deliver(atTime(line, time), 0, queueId ?? String(count), delivery, context);
  return { count, id: undefined };
}
