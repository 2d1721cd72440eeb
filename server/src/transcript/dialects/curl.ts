/** curl `-v`: `> ` client, `< ` server, `* ` curl itself, `} [113 bytes data]` for what it does not show. */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type CurlState, curlEvent, newConnection } from './curlConnection';
import { type Dialect, type ReadContext, weigh, within } from './dialect';

export const curl: Dialect<CurlState> = {
  id: 'curl',
  name: 'curl -v',
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: 0, begun: false, secure: false, closed: false }),
  read,
  write: (speaker, text) => `${speaker === 'client' ? '>' : '<'} ${text}`,
};

function weight({ text }: PeeledLine): number {
  switch (text.slice(0, 2)) {
    case '< ':
      return looksLikeReply(text.slice(2)) ? 4 : 0;
    case '> ':
      return 1;
    case '* ':
      return /^\* (?: {2}Trying |Connected to |Connection #|Closing connection|Established connection|Host .* was resolved)/.test(
        text,
      )
        ? 5
        : 1;
    case '} ':
    case '{ ':
      return /^[{}] \[\d+ bytes data\]$/.test(text) ? 8 : 0;
    case 'cu':
      return /^curl: \(\d+\) /.test(text) ? 3 : 0;
    default:
      return 0;
  }
}

function read(line: PeeledLine, state: CurlState, context: ReadContext): CurlState {
  const { text } = line;
  const mark = text.slice(0, 2);
  if (mark === '* ' || /^curl: \(\d{1,3}\) /.test(text)) return curlEvent(line, mark === '* ' ? 2 : 0, state, context);
  const speaker = mark === '> ' || text === '>' ? 'client' : mark === '< ' || text === '<' ? 'server' : undefined;
  const sent = mark === '} ' ? /^\} \[(\d{1,15}) bytes data\]$/.exec(text)?.[1] : undefined;
  if (speaker === undefined && sent === undefined) return state;
  const now = state.begun ? state : newConnection(line, state, context, undefined);
  const session = String(now.session);
  if (speaker !== undefined) {
    const end = text.endsWith('\r') ? text.length - 1 : text.length;
    context.emit({
      ...within(line, 2, end),
      session,
      speaker,
      text: text.slice(2, end),
      ...(now.secure && { secure: true }),
    });
    return now;
  }
  // Before the data phase these are TLS records; in it they are the message, its final dot included.
  if (context.modeOf(session) === 'data') {
    context.emit({
      ...within(line, 0),
      session,
      speaker: 'client',
      text: '',
      kind: 'data',
      elided: { what: 'data', ...(!now.secure && { octets: Number(sent) }) },
    });
  }
  return now;
}
