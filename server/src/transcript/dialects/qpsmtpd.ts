/**
 * qpsmtpd's log from level LOGINFO on: the process, `dispatching ` and the command, or the reply as it is; with the file
 * plugin time and host stand before it. Messages and responses to AUTH are not shown. Whatever else a line says is what
 * a plugin thinks.
 */
import { isOtherProtocol } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { without } from './connections';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  /** By process. */
  readonly open: ReadonlyMap<string, Open>;
}

interface Open {
  readonly session: string;
  /** The code of the last reply. */
  readonly code: string;
}

export const qpsmtpd: Dialect<State> = {
  id: 'qpsmtpd',
  name: 'qpsmtpd',
  asRead: true,
  evidence,
  lossy: true,
  start: () => ({ count: 0, open: new Map() }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? undefined : HEAD.exec(like.text)?.[0];
    return `${head ?? '25608 '}${speaker === 'client' ? DISPATCHING : ''}${text}`;
  },
};

const HEAD =
  /^(?:[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d:\d\d \d{4} \S{1,255}\[(\d{1,10})\]: |(\d{1,10}) )(?=\S)/;
const DISPATCHING = 'dispatching ';
const ACCEPTED = /^Accepted connection \d{1,9}\/\d{1,9} from (\S{1,255}) \/ /;
const CLEANING = /^cleaning up after (\d{1,10})$/;

interface Headed {
  readonly pid: string;
  readonly from: number;
}

/** What stands before what was said; syslog's own may have been taken off. */
function headOf({ text, pid }: PeeledLine): Headed | undefined {
  const head = HEAD.exec(text);
  // Behind syslog's head a number of three digits is the reply's code.
  if (head !== null && (pid === undefined || head[2]?.length !== 3))
    return { pid: head[1] ?? head[2] ?? '', from: head[0].length };
  return pid === undefined ? undefined : { pid, from: 0 };
}

function evidence(sample: readonly PeeledLine[]): number {
  const said: string[] = [];
  let commands = 0;
  const sum = weigh(sample, (line) => {
    const head = headOf(line);
    if (head === undefined) return 0;
    const rest = line.text.slice(head.from);
    if (ACCEPTED.test(rest)) return 10;
    const dispatched = rest.startsWith(DISPATCHING);
    if (dispatched) commands++;
    else if (!looksLikeReply(rest)) return 0;
    said.push(dispatched ? rest.slice(DISPATCHING.length) : rest);
    return dispatched ? 10 : 3;
  });
  return commands === 0 || isOtherProtocol(said) ? 0 : sum;
}

function read(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  const head = headOf(line);
  if (head === undefined) return state;
  const rest = line.text.slice(head.from);
  const accepted = ACCEPTED.exec(rest)?.[1];
  if (accepted !== undefined)
    return begin(line, head, { type: 'connect', whole: true, host: accepted }, state, context);
  const over = CLEANING.exec(rest)?.[1] ?? (rest === 'click, disconnecting' ? head.pid : undefined);
  if (over !== undefined) return close(line, head.from, over, state, context);
  const dispatched = rest === DISPATCHING.trimEnd() || rest.startsWith(DISPATCHING);
  if (!dispatched && !looksLikeReply(rest)) return state;
  const whole220 = rest.startsWith('220');
  const now = state.open.has(head.pid)
    ? state
    : begin(line, head, { type: 'connect', whole: whole220 }, state, context);
  const open = now.open.get(head.pid) as Open;
  if (dispatched) {
    const kind = context.modeOf(open.session) === 'data' ? ({ kind: 'command' } as const) : undefined;
    say(line, Math.min(line.text.length, head.from + DISPATCHING.length), open.session, 'client', context, kind);
    return now;
  }
  // What answered the challenge is not shown.
  if (open.code === '334' && context.modeOf(open.session) === 'auth')
    say(line, head.from, open.session, 'client', context, { text: '', elided: { what: 'secret' } });
  say(line, head.from, open.session, 'server', context);
  return { ...now, open: new Map(now.open).set(head.pid, { ...open, code: rest.slice(0, 3) }) };
}

function begin(
  line: PeeledLine,
  { pid, from }: Headed,
  event: { readonly type: 'connect'; readonly whole: boolean; readonly host?: string },
  state: State,
  context: ReadContext,
): State {
  const count = state.count + 1;
  const session = `${pid}/${count}`;
  tell(line, from, session, event, context);
  return { count, open: new Map(state.open).set(pid, { session, code: '' }) };
}

function close(line: PeeledLine, from: number, pid: string, state: State, context: ReadContext): State {
  const open = state.open.get(pid);
  if (open === undefined) return state;
  tell(line, from, open.session, { type: 'close', by: 'unknown' }, context);
  return { ...state, open: without(state.open, pid) };
}
