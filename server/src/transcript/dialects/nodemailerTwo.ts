/**
 * Nodemailer 1.5 to 2 with `logger` and `debug`: `[2016-11-30 10:45:25] DEBUG: [7MVdWut6bjI] S: 220 …`. The further lines of
 * a reply and of a message stand bare. At the end of a message its octets are counted, with the mark of what is sent.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { NOTHING_READ, type Record, type State as Told, told } from './nodemailer';
import { timeOfStamp } from './utter';
import { verbatim } from './wireText';

interface State {
  readonly told: Told;
  /** The record that bare lines would go on with. */
  readonly last: Pick<Record, 'session' | 'what' | 'time'> | undefined;
}

export const nodemailerTwo: Dialect<State> = {
  id: 'nodemailer-2',
  name: 'Nodemailer 2',
  evidence,
  start: () => ({ told: NOTHING_READ, last: undefined }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const prefix = head === null ? '[1970-01-01 00:00:00] DEBUG: [session] ' : head[0].replace(/[SC]: $/, '');
    return `${prefix}${speaker === 'client' ? 'C' : 'S'}: ${text}`;
  },
};

/** Time, level, session, speaker. */
const HEAD =
  /^\[(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d)\] (TRACE|DEBUG|INFO|WARN|ERROR|FATAL): (?:\[([\w+/=-]{1,40})\] )?([SC]: )?/;

function evidence(sample: readonly PeeledLine[]): number {
  let sum = 0;
  let goesOn = false;
  for (const { text } of sample) {
    const head = HEAD.exec(text);
    const said = text.slice(head?.[0].length ?? 0, 1000);
    const isReply = looksLikeReply(said);
    if (head === null) sum += goesOn && isReply ? 8 : 0;
    else if (head[3] !== undefined) sum += weight(head[4], said);
    goesOn = isReply && said.charAt(3) === '-' && (head === null ? goesOn : head[4] === 'S: ');
  }
  return sum;
}

function weight(mark: string | undefined, said: string): number {
  if (mark === undefined)
    return /^(?:Secure c|C)onnection established to |^SMTP handshake finished$/.test(said) ? 3 : 0;
  return mark === 'S: ' ? Number(looksLikeReply(said)) * 12 : readsAsCommand(said) ? 12 : 1;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return readBare(line, state, context);
  const [prefix, stamp = '', level, session, mark] = head;
  if (session === undefined) return { ...state, last: undefined };
  const text = verbatim(line, prefix.length);
  const spoken = mark === 'S: ' ? 'server' : 'client';
  const what = mark === undefined || level !== 'DEBUG' ? 'other' : spoken;
  const record: Record = {
    session,
    what,
    error: level === 'ERROR' || level === 'WARN',
    text,
    time: timeOfStamp(stamp),
  };
  return { told: told(line, record, state.told, context), last: record };
}

function readBare(line: PeeledLine, state: State, context: ReadContext): State {
  const { last } = state;
  if (last === undefined) return state;
  const data = last.what === 'client' && context.modeOf(last.session) === 'data';
  if (!data && !(last.what === 'server' && looksLikeReply(line.text))) return { ...state, last: undefined };
  const record: Record = { ...last, error: false, text: verbatim(line, 0) };
  return { ...state, told: told(line, record, state.told, context) };
}
