/**
 * CommuniGate Pro: `08:39:16.44 5 SMTPI-29001([10.0.7.5]) out: 220 …\r\n`. `SMTPI` serves clients, `SMTP` sends mail; `out:`
 * is what CommuniGate says, with its line ends as `\r\n`, so one line may hold a whole reply.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, Piece, ToolEvent } from '../transcript';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, say, tell } from './utter';
import { cutLines, pushPiece, type WireText } from './wireText';

export const communigate: Dialect<undefined> = {
  id: 'communigate',
  name: 'CommuniGate Pro log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  lossy: true,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const out = (speaker === 'server') === (head?.[2] !== 'SMTP');
    return `${head?.[0] ?? '00:00:00.00 5 SMTPI-000001([127.0.0.1]) '}${out ? 'out' : 'inp'}: ${text}${out ? '\\r\\n' : ''}`;
  },
};

const HEAD = /^(\d\d:\d\d:\d\d\.\d{1,3}) \d (SMTPI?)-(\d{1,10})\(([^()]{0,255})\) /;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  return head === null ? 0 : /^(?:inp|out): /.test(text.slice(head[0].length)) ? 12 : 2;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const [whole, clock = '', module, number] = head;
  const session = `${module}-${number}`;
  const [hours, minutes, seconds] = clock.split(':').map(Number);
  const timed = atTime(line, ((hours ?? 0) * 3600 + (minutes ?? 0) * 60 + (seconds ?? 0)) * 1000);
  const rest = line.text.slice(whole.length);
  const direction = /^(inp|out): /.exec(rest)?.[1];
  if (direction === undefined) {
    const event = eventOf(rest);
    if (event?.type === 'close') tellClose(timed, whole.length, session, context);
    else if (event !== undefined) tell(timed, whole.length, session, event, context);
    return state;
  }
  const speaker = (direction === 'out') === (module === 'SMTPI') ? 'server' : 'client';
  const wire = unescaped(line, whole.length + 5);
  if (wire.text === '') return state;
  for (const { text, place, wireEol } of cutLines(wire)) {
    // Received lines are shown without their ends, sent ones with them: neither tells of a bare LF.
    const end = wireEol === '\n' && speaker === 'client' ? { wireEol } : {};
    if (speaker === 'server' && !looksLikeReply(text)) continue;
    say(timed, 0, session, speaker, context, { text, ...place, ...end });
  }
  return state;
}

/** The text from `from` on, `\r`, `\n` and `\t` for control characters undone. */
function unescaped({ text, line, from: offset }: PeeledLine, from: number): WireText {
  const pieces: Piece[] = [];
  let value = '';
  for (let at = from; at < text.length; ) {
    const slash = text.indexOf('\\', at);
    const end = slash < 0 ? text.length : slash;
    if (end > at) pushPiece(pieces, value.length, end - at, line.number, offset + at);
    value += text.slice(at, end);
    if (slash < 0) break;
    const control = CONTROLS[text.charAt(slash + 1)];
    const width = control === undefined ? 1 : 2;
    pushPiece(pieces, value.length, 1, line.number, offset + slash, width);
    value += control ?? '\\';
    at = slash + width;
  }
  return { text: value, pieces };
}

const CONTROLS: Readonly<Record<string, string>> = { r: '\r', n: '\n', t: '\t', '\\': '\\' };

function eventOf(text: string): ToolEvent | undefined {
  const from = /^got connection on \[[^\]]{1,60}?(?::(\d{1,5}))?\].{0,200} from \[([^\]]{1,60}?)(?::\d{1,5})?\]/.exec(
    text,
  );
  if (from !== null) {
    const clear = from[1] === '25' || from[1] === '587';
    return { type: 'connect', whole: true, host: from[2] as string, ...(!clear && { tls: 'unknown' as const }) };
  }
  const to = /^(?:connected to|connection established with) \[?([^\s\]]{1,60}?)(?::(\d{1,5}))?\]?$/.exec(text);
  if (to !== null) return { type: 'connect', whole: true, host: to[1] as string };
  if (/^(?:TLS|SSL)[ -].{0,60}\b(?:failed|error)/i.test(text)) return { type: 'error', about: 'tls', message: text };
  return /^(?:closing connection|connection closed|releasing stream)/.test(text)
    ? { type: 'close', by: 'unknown' }
    : undefined;
}
