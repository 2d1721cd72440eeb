/**
 * What the smtp() destination of syslog-ng says with `-v -d`: `SMTP Session: CLIENT; driver='d#0', message='EHLO vm\x0d\x0a'`, each
 * packet a string, the name of the destination with it. Of a message only the header is shown.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { quoteText, readQuoted } from './quoted';
import { timeOfStamp } from './utter';
import { cutLines } from './wireText';

interface State {
  readonly count: number;
  /** The session of each destination that is connected. */
  readonly open: ReadonlyMap<string, string>;
}

export const syslogNg: Dialect<State> = {
  id: 'syslog-ng',
  name: 'syslog-ng smtp() destination',
  lossy: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ count: 0, open: new Map() }),
  read,
  write(speaker, text, like) {
    const [, stamp, , driver = 'd#0'] = (like === undefined ? null : SAID.exec(like.text)) ?? [];
    const side = speaker === 'client' ? 'CLIENT' : 'SERVER';
    const said = quoteText(text, "'").slice(0, -1);
    return `${stamp === undefined ? '' : `[${stamp}] `}SMTP Session: ${side}; driver='${driver}', message=${said}\\x0d\\x0a'`;
  },
};

const STAMP = String.raw`(?:\[(\d{4}-\d\d-\d\dT[\d:.]{8,16}(?:Z|[+-][\d:]{4,6})?)\] )?`;
const SAID = new RegExp(
  `^${STAMP}SMTP Session: (SERVER|CLIENT|HEADERS); driver='([^']{1,200})', (?:message|data)=(?=')`,
);
const EVENT = new RegExp(
  `^${STAMP}(Connected to|Disconnected from) SMTP server; driver='([^']{1,200})', host='([^']{1,255})', port='(\\d{1,5})'`,
);

function weight(line: PeeledLine): number {
  const head = SAID.exec(line.text);
  if (head === null) return EVENT.test(line.text) ? 6 : 0;
  const said = line.text.slice(head[0].length + 1).split('\\x0d')[0] ?? '';
  return looksLikeReply(said) || readsAsCommand(said) ? 12 : 3;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = SAID.exec(line.text);
  if (head === null) return told(line, state, context);
  const [{ length }, stamp, side, driver = ''] = head;
  const now = state.open.has(driver)
    ? state
    : begin(line, stamp, driver, { type: 'connect', whole: false }, state, context);
  const session = now.open.get(driver) as string;
  const speaker = side === 'SERVER' ? 'server' : 'client';
  const time = timeIn(line, stamp);
  const { emit } = context;
  if (speaker === 'server' && context.modeOf(session) === 'data') {
    const place = { session, speaker: 'client', text: '', ...within(line, 0, 0), ...time } as const;
    emit({ kind: 'data', elided: { what: 'data' }, ...place });
    emit({ kind: 'end-of-data', ...place });
  }
  const quoted = readQuoted(line, length);
  if (quoted === undefined) return now;
  const kind = side === 'HEADERS' ? ({ kind: 'data' } as const) : {};
  for (const { text, place, pieces } of cutLines(quoted)) {
    emit({ session, speaker, text, ...place, pieces, ...kind, ...time });
  }
  return now;
}

function told(line: PeeledLine, state: State, context: ReadContext): State {
  const [, stamp, what, driver = '', host = '', port] = EVENT.exec(line.text) ?? [];
  if (what === undefined) return state;
  if (what.startsWith('C'))
    return begin(line, stamp, driver, { type: 'connect', whole: true, host, port: Number(port) }, state, context);
  const session = state.open.get(driver);
  if (session === undefined) return state;
  tell(line, stamp, session, { type: 'close', by: 'client' }, context);
  const open = new Map(state.open);
  open.delete(driver);
  return { ...state, open };
}

function begin(
  line: PeeledLine,
  stamp: string | undefined,
  driver: string,
  event: ToolEvent,
  state: State,
  context: ReadContext,
): State {
  const count = state.count + 1;
  const session = `${driver}/${count}`;
  tell(line, stamp, session, event, context);
  return { count, open: new Map(state.open).set(driver, session) };
}

function tell(
  line: PeeledLine,
  stamp: string | undefined,
  session: string,
  event: ToolEvent,
  { emit }: ReadContext,
): void {
  emit({ session, speaker: 'tool', text: line.text, event, ...within(line, 0), ...timeIn(line, stamp) });
}

function timeIn(line: PeeledLine, stamp: string | undefined): { readonly time?: number } {
  const time = stamp === undefined ? line.time : timeOfStamp(stamp);
  return time === undefined ? {} : { time };
}
