/**
 * The log of dma, the DragonFly Mail Agent: in place of a process id its lines have the message's id, behind a point the
 * recipient's. The reply that decided is quoted whole.
 */
import type { Delivery, PeeledLine } from '../transcript';
import { deliver, known, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';

interface State {
  /** By message and recipient; the sender by the message alone. */
  readonly mails: ReadonlyMap<string, Mail>;
}

interface Mail {
  readonly from?: string;
  readonly to?: string;
  readonly relay?: string;
}

export const dma: Dialect<State> = {
  id: 'dma',
  name: 'dma log',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ mails: new Map() }),
  read,
  write: (_speaker, text) => text,
};

const HEAD = /^dma\[([0-9a-f]{1,16}(?:\.[0-9a-f]{1,20})?)\]: /;
const NEW = /^new mail from user=\S{1,80} uid=\d{1,10} envelope_from=<([^>]{0,320})>$/;
const QUEUED = /^mail to=<([^>]{0,320})> queued as ([0-9a-f.]{3,40})$/;
const TRYING = /^trying remote delivery to (\S{1,255} \[\S{1,80}\]) pref \d{1,6}$/;
const DONE = /^<([^>]{0,320})> delivery successful$/;
const FAILED = /^(?:remote|local) delivery (deferred:|failed|to .{1,340}? failed|rejected) ?(.{0,2000})$/;

interface Headed {
  readonly id: string;
  readonly from: number;
}

function headOf({ text, process, pid }: PeeledLine): Headed | undefined {
  const head = HEAD.exec(text);
  if (head !== null) return { id: head[1] ?? '', from: head[0].length };
  return process === 'dma' && pid !== undefined ? { id: pid, from: 0 } : undefined;
}

function weight(line: PeeledLine): number {
  const head = headOf(line);
  if (head === undefined) return 0;
  const rest = line.text.slice(head.from);
  return [NEW, QUEUED, TRYING, DONE, FAILED].some((each) => each.test(rest)) ? 10 : 1;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = headOf(line);
  if (head === undefined) return state;
  const { id, from } = head;
  const rest = line.text.slice(from).trimEnd();
  const sender = NEW.exec(rest)?.[1];
  if (sender !== undefined) return remember(id, { from: sender }, state);
  const queueId = id.split('.', 1)[0] ?? id;
  const tellIt = (what: Omit<Delivery, 'queueId'>) => deliver(line, from, queueId, { queueId, ...what }, context);
  const queued = QUEUED.exec(rest);
  if (queued !== null) {
    const [, to = '', entry = ''] = queued;
    const mail = { ...state.mails.get(queueId), to };
    tellIt({ action: 'received', ...mail });
    return remember(entry, mail, state);
  }
  const mail = state.mails.get(id);
  const relay = TRYING.exec(rest)?.[1];
  if (relay !== undefined) return remember(id, { ...mail, relay }, state);
  const to = DONE.exec(rest)?.[1];
  if (to !== undefined) tellIt({ action: 'sent', ...mail, to });
  const failed = FAILED.exec(rest);
  if (failed !== null) {
    const said = /(?: |^)after [A-Z ]{3,20}: (.{1,2000})$/.exec(rest)?.[1];
    const reason = said ?? failed[2] ?? rest;
    const action = failed[1] === 'deferred:' ? 'deferred' : 'bounced';
    tellIt({ action, ...mail, ...readCodes(reason), ...known('reason', reason || undefined) });
  }
  return state;
}

function remember(key: string, mail: Mail, { mails }: State): State {
  const now = new Map(mails).set(key, mail);
  if (now.size > MOST_MAILS) now.delete(now.keys().next().value as string);
  return { mails: now };
}

const MOST_MAILS = 500;
