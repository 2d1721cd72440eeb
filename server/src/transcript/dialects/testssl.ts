/**
 * testssl.sh with `--debug`: `S: ` what the server said, `C: … plus lf` what was sent, between lines that begin and finish a
 * dialogue. What is said inside TLS is never shown.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
}

export const testssl: Dialect<State> = {
  id: 'testssl',
  name: 'testssl.sh --debug',
  sequential: true,
  evidence,
  start: () => ({ count: 0, open: false }),
  read,
  opening: ['=== starting smtp STARTTLS dialog ==='],
  write: (speaker, text) => (speaker === 'client' ? `C: ${text}${SENT}` : `S: ${text}`),
};

const STARTS = /=== starting [ls]mtp STARTTLS dialog ===$/;
const FINISHES = /^=== finished [ls]mtp STARTTLS dialog with \d{1,3} ===$/;
/** Behind what is sent with a line end. */
const SENT = ' plus lf';

/** `S: ` and `C: ` are ours, too: what begins and finishes a dialogue makes the difference. */
function evidence(sample: readonly PeeledLine[]): number {
  const marks = sample.filter(({ text }) => FINISHES.test(text) || STARTS.test(text));
  return marks.length === 0 ? 0 : 12 * marks.length + weigh(sample, weight);
}

function weight({ text }: PeeledLine): number {
  if (text.startsWith('C: ')) return text.endsWith(SENT) ? 12 : 0;
  return text.startsWith('S: ') && looksLikeReply(text.slice(3)) ? 4 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (STARTS.test(text)) {
    const count = state.count + 1;
    tell(line, 0, String(count), { type: 'connect', whole: true }, context);
    return { count, open: true };
  }
  if (!state.open) return state;
  const session = String(state.count);
  if (text.startsWith('S: ')) say(line, 3, session, 'server', context);
  else if (text.startsWith('C: ')) sent(line, session, context);
  else if (FINISHES.test(text)) {
    tell(line, 0, session, { type: 'gap' }, context);
    return { ...state, open: false };
  }
  return state;
}

function sent(line: PeeledLine, session: string, context: ReadContext): void {
  const end = line.text.endsWith(SENT) ? line.text.length - SENT.length : line.text.length;
  const place = { start: line.from + 3, end: line.from + end };
  say(line, 3, session, 'client', context, { text: line.text.slice(3, end), ...place });
}
