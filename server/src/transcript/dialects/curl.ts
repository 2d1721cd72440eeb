/** curl `-v`: `> ` client, `< ` server, `* ` curl itself, `} [113 bytes data]` for what it does not show. */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import {
  type CurlState,
  curlEvent,
  curlEventWeight,
  curlPrefix,
  NO_CONNECTION,
  newConnection,
  speaksOtherProtocol,
} from './curlConnection';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { isCutOff } from './endOfFile';

export const curl: Dialect<CurlState> = {
  id: 'curl',
  name: 'curl -v',
  sequential: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => NO_CONNECTION,
  read,
  write(speaker, text, like) {
    const { meter, from } = like === undefined ? NO_PREFIX : curlPrefix(like);
    return `${like?.text.slice(meter, from) ?? ''}${speaker === 'client' ? '>' : '<'} ${text}`;
  },
};

const NO_PREFIX = { meter: 0, from: 0 };

function weight(line: PeeledLine): number {
  const text = line.text.slice(curlPrefix(line).from);
  switch (text.slice(0, 2)) {
    case '< ':
      return looksLikeReply(text.slice(2)) ? 3 : speaksOtherProtocol(text.slice(2)) ? CONTRADICTION : 0;
    case '> ':
      if (speaksOtherProtocol(text.slice(2).trimEnd())) return CONTRADICTION;
      // A quoted mail looks the same.
      return readsAsCommand(text.slice(2).trimEnd()) ? 1 : 0;
    case '* ':
      return curlEventWeight(text.slice(2));
    case '} ':
    case '{ ':
      return /^[{}] \[\d+ bytes data\]$/.test(text) ? 8 : 0;
    case 'cu':
      return /^curl: \(\d+\) /.test(text) ? 1 : 0;
    default:
      return 0;
  }
}

/** One line of HTTP outweighs all that curl says about its connection. */
const CONTRADICTION = -2000;

function read(line: PeeledLine, state: CurlState, context: ReadContext): CurlState {
  const { meter, from, ...timed } = curlPrefix(line);
  const text = from === 0 ? line.text : line.text.slice(from);
  const mark = text.slice(0, 2);
  if (mark === '* ') return curlEvent(line, from + 2, state, context, timed.time);
  if (/^curl: \(\d{1,3}\) /.test(text)) return curlEvent(line, from, state, context, timed.time);
  const speaker = mark === '> ' || text === '>' ? 'client' : mark === '< ' || text === '<' ? 'server' : undefined;
  const sent = mark === '} ' ? /^\} \[(\d{1,15}) bytes data\]$/.exec(text)?.[1] : undefined;
  if ((speaker === undefined && sent === undefined) || state.parallel) return state;
  const now = state.begun ? state : newConnection(line, state, context, undefined);
  const session = String(now.session);
  if (speaker !== undefined) {
    const end = text.endsWith('\r') ? text.length - 1 : text.length;
    if (isCutOff(line, text.slice(2, end), speaker, context.modeOf(session))) {
      context.emit({ session, speaker: 'tool', text, event: { type: 'gap' }, ...within(line, from) });
      return now;
    }
    context.emit({
      session,
      speaker,
      text: text.slice(2, end),
      ...within(line, from + 2, from + end),
      ...(now.secure && { secure: true }),
      ...timed,
    });
    return now;
  }
  // Before the data phase these are TLS records; in it they are the message, its final dot included.
  if (context.modeOf(session) === 'data') {
    context.emit({
      session,
      speaker: 'client',
      text: '',
      kind: 'data',
      elided: { what: 'data', ...(!now.secure && { octets: Number(sent) }) },
      ...within(line, 0),
      ...timed,
    });
  }
  return now;
}
