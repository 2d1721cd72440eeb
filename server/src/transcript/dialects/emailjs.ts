/**
 * npm emailjs with `smtp.debug(1)`: what it sends stands as it is, what it gets as JSON with the whole reply in `data`, the
 * greeting alone without. Nothing tells apart what the program prints itself, so only what reads as a command is one.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { jsonFields, jsonString } from './json';
import { quoteText } from './quoted';
import { say, tell } from './utter';
import { cutLines, type WireText } from './wireText';

interface State {
  readonly count: number;
  readonly open: boolean;
}

export const emailjs: Dialect<State> = {
  id: 'emailjs',
  name: 'npm emailjs',
  evidence: (sample) => weigh(sample, weight),
  wire: true,
  sequential: true,
  start: () => ({ count: 0, open: false }),
  read,
  opening: ['connected: mx.example.org:25'],
  write: (speaker, text) => (speaker === 'client' ? text : object([text])),
  writeReply: (lines) => object(lines),
};

function object(lines: readonly string[]): string {
  const last = lines.at(-1) ?? '';
  const data = lines.map((line) => `${line}\n`).join('');
  return `{"code":"${last.slice(0, 3)}","message":${quoteText(last.slice(4), '"')},"data":${quoteText(data, '"')}}`;
}

const REPLY = /^\{"code":"\d{3}","message":"/;
const CONNECTED = /^connected: (\S{1,255}):(\d{1,5})$/;
/** Its own way of writing it. */
const AUTH = /^AUTH {2}\S/;
/** A greeting that is none. */
const REFUSED = /^response \(data\): [45]\d\d[ -]/;
const CLOSED = /^smtp connection (?:closed\.|destroyed!)$/;

function weight(line: PeeledLine): number {
  const { text } = line;
  if (REPLY.test(text)) return replyOf(line) === undefined ? 0 : 14;
  return CONNECTED.test(text) || CLOSED.test(text) ? 5 : 0;
}

function replyOf(line: PeeledLine): WireText | undefined {
  const fields = jsonFields(line.text);
  return fields === undefined ? undefined : jsonString(line, fields, 'data');
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.endsWith('\r') ? line.text.slice(0, -1) : line.text;
  const connected = CONNECTED.exec(text);
  if (connected !== null) {
    const [, host = '', port] = connected;
    const now = { count: state.count + 1, open: true };
    tell(line, 0, String(now.count), { type: 'connect', whole: true, host, port: Number(port) }, context);
    return now;
  }
  if (!state.open) return state;
  const session = String(state.count);
  if (CLOSED.test(text)) {
    tell(line, 0, session, { type: 'close', by: 'client' }, context);
    return { ...state, open: false };
  }
  const reply = REPLY.test(text) ? replyOf(line) : undefined;
  const mode = context.modeOf(session);
  if (reply !== undefined) {
    for (const { place, text: said } of cutLines(reply))
      say(line, 0, session, 'server', context, { text: said, ...place });
  } else if (mode === 'data' || mode === 'auth') {
    if (mode === 'data' || text !== '') say(line, 0, session, 'client', context, { text });
  } else if (REFUSED.test(text)) say(line, 17, session, 'server', context);
  else if (looksLikeReply(text)) say(line, 0, session, 'server', context, { text });
  else if (readsAsCommand(text) || isKnownVerb(text.toUpperCase()) || AUTH.test(text))
    say(line, 0, session, 'client', context, { text });
  return state;
}
