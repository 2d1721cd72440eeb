/**
 * The packet details of tshark (`-V`, `-O smtp`) and Wireshark: a tree per packet, in which the SMTP dissector repeats
 * each line of the wire as `Command Line: …\r\n` or `Response: …\r\n`. Of mail data it tells the size.
 */
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { type Direction, type Flows, NO_FLOWS } from './packetFlows';
import type { Segment } from './packetSegments';
import { carried, ended, finished, modeOf, opened } from './packets';

interface State {
  /** Of the packet being read: what is known of it so far. */
  readonly hosts: readonly [string, string] | undefined;
  readonly direction: Direction | undefined;
  readonly time: number | undefined;
  readonly inSmtp: boolean;
  /** In what the dissector shows as text, of which the last line may be cut. */
  readonly inText: boolean;
  /** Code of the reply whose continuation lines follow without it, and the last of them: what follows tells its end. */
  readonly code: string | undefined;
  readonly held: Segment | undefined;
  /** Octets of data fragments, until their end. */
  readonly flows: Flows;
}

export const tsharkDetails: Dialect<State> = {
  id: 'tshark-details',
  sparse: true,
  // What was sent stands in a tree many times: as text, as octets, as what it was put together from.
  dumps: () => true,
  name: 'tshark -V',
  // The protocol's name stands in many a text: only with its lines it is a tree.
  evidence: (sample) => (sample.some(({ text }) => isSaid(text)) ? weigh(sample, weight) : 0),
  start: () => ({
    hosts: undefined,
    direction: undefined,
    time: undefined,
    inSmtp: false,
    inText: false,
    code: undefined,
    held: undefined,
    flows: NO_FLOWS,
  }),
  read,
  finish: (state, context) => void finished(release(state, context).flows, context),
  write(speaker, text, like) {
    const said = `    ${speaker === 'client' ? 'Command Line' : 'Response'}: ${text}\\r\\n`;
    if (like?.text.startsWith(' ')) return said;
    const [from, to] = speaker === 'client' ? [40000, 25] : [25, 40000];
    return `Frame 1: 100 bytes on wire (800 bits), 100 bytes captured (800 bits)
Internet Protocol Version 4, Src: 192.0.2.9, Dst: 192.0.2.9
Transmission Control Protocol, Src Port: ${from}, Dst Port: ${to}, Seq: 1, Ack: 1, Len: ${text.length + 2}
Simple Mail Transfer Protocol
${said}
`;
  },
};

const IP = /^Internet Protocol(?: Version \d)?, Src: (\S{1,80})(?: \([^)]{1,60}\))?(?:, |,? )Dst: (\S{1,80})/;
const TCP =
  /^Transmission Control Protocol, Src Port: (?:[\w-]{1,20} \()?(\d{1,5})\)?(?: \(\d{1,5}\))?, Dst Port: (?:[\w-]{1,20} \()?(\d{1,5})/;
const SAID = /^ {2,8}(Command Line|Command|Response|Request): (.*)$/;

function isSaid(text: string): boolean {
  return text.endsWith('\\r\\n') && SAID.test(text);
}

function weight({ text }: PeeledLine): number {
  if (/^Simple Mail Transfer Protocol/.test(text)) return 10;
  if (TCP.test(text)) return 0.5;
  return isSaid(text) ? 5 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const first = text.charCodeAt(0);
  if (first !== SPACE) return section(line, release(state, context));
  if (text.startsWith('    Arrival Time: ')) return { ...state, time: timeOf(text.slice(18)) };
  const { direction } = state;
  if (direction === undefined) return state;
  if (!state.inSmtp) return flags(line, state, context);
  const said = SAID.exec(text);
  if (said?.[1] === 'Command Line' || said?.[1] === 'Response') {
    const at = text.length - (said[2] as string).length;
    // A command that its packet cuts goes on in the next one.
    const segment = { ...segmentOf(line, at), ended: said[1] === 'Response' || text.endsWith('\\n') };
    return hear(release(state, context), segment, context);
  }
  const parameter = /^ {8}Response parameter: /.exec(text);
  if (parameter !== null) return continued(line, parameter[0].length, state, context);
  if (/^ {4}C: \.$/.test(text)) return release(state, context);
  const size = /^ {4}\[\d{1,6} (?:DATA|SMTP) fragments? \((\d{1,9}) bytes\)/i.exec(text)?.[1];
  if (size !== undefined) return message(line, Number(size), state, context);
  const secret = /^ {4,8}(?:Username|Password): /.exec(text);
  if (secret !== null && text.startsWith('    ') && text.charAt(4) !== ' ') {
    return hear(state, segmentOf(line, secret[0].length), context);
  }
  // Lines that the dissector takes for mail data: in a message they are counted at its end, elsewhere they are commands.
  const whole = text.endsWith('\\r\\n');
  const inText = text.startsWith('    Line-based text data') || (state.inText && text.startsWith('        '));
  const now = inText === state.inText ? state : { ...state, inText };
  const shown = whole ? /^(?: {4}Message: | {8})/.exec(text) : state.inText && inText ? /^ {8}/.exec(text) : null;
  if (shown === null || state.held !== undefined || modeOf(state.flows, direction, context) === 'data') return now;
  return hear(now, { ...segmentOf(line, shown[0].length), ended: whole }, context);
}

/** A line that is not indented begins a packet or the tree of one of its protocols. */
function section(line: PeeledLine, state: State): State {
  const { text } = line;
  if (/^(?:Frame \d|No\. {2,})/.test(text)) {
    const none = { hosts: undefined, direction: undefined, time: undefined, code: undefined };
    return { ...state, ...none, inSmtp: false, inText: false };
  }
  const ip = IP.exec(text);
  if (ip !== null) return { ...state, hosts: [hostOf(ip[1]), hostOf(ip[2])], inSmtp: false };
  const tcp = TCP.exec(text);
  if (tcp !== null && state.hosts !== undefined) {
    const [source, destination] = state.hosts;
    const { time } = state;
    const direction = {
      from: `${source}:${tcp[1]}`,
      to: `${destination}:${tcp[2]}`,
      ...(time !== undefined && { time }),
      partial: true,
    };
    return { ...state, direction, inSmtp: false };
  }
  return { ...state, inSmtp: text.startsWith('Simple Mail Transfer Protocol'), code: undefined };
}

function hostOf(text: string | undefined): string {
  return (text ?? '').replace(/,$/, '');
}

function flags(line: PeeledLine, state: State, context: ReadContext): State {
  const found = /^ {4}Flags: 0x[0-9a-f]{3,4} \(([A-Z, ]{0,40})\)/.exec(line.text)?.[1];
  const { direction } = state;
  if (found === undefined || direction === undefined) return state;
  if (found === 'SYN') return { ...state, flows: opened(state.flows, direction) };
  const reset = found.includes('RST');
  if (!reset && !found.includes('FIN')) return state;
  return {
    ...state,
    flows: ended(state.flows, direction, reset, { text: line.text.slice(4), ...within(line, 4) }, context),
  };
}

function segmentOf(line: PeeledLine, at: number): Segment {
  const eol = /(?:\\r)?\\n$/.exec(line.text)?.[0] ?? '';
  const to = Math.max(at, line.text.length - eol.length);
  const bare = eol === '\\n' ? { wireEol: '\n' } : {};
  return { text: line.text.slice(at, to), ended: true, ...within(line, at, to), ...bare };
}

/** The first line of a reply waits: parameters that follow it are its continuation lines. */
function hear(state: State, segment: Segment, context: ReadContext): State {
  const code = /^[2-5]\d\d-/.test(segment.text) ? segment.text.slice(0, 3) : undefined;
  if (code !== undefined) return { ...state, code, held: segment };
  return { ...state, code: undefined, flows: emit(state, [segment], context) };
}

/** The first parameter repeats the first line's text; each further one is a line that lost its code. */
function continued(line: PeeledLine, at: number, state: State, context: ReadContext): State {
  const { code, held } = state;
  if (code === undefined || held === undefined) return state;
  const { text: shown, ...place } = segmentOf(line, at);
  // The packet may end right behind a code.
  if (shown === '' || (held.pieces === undefined && held.text.slice(4) === shown)) return state;
  const pieces = [
    { at: 0, line: place.line, column: place.start, width: 0 },
    { at: 4, line: place.line, column: place.start, width: place.end - place.start },
  ];
  const next: Segment = { text: `${code}-${shown}`, ...place, pieces };
  return { ...state, held: next, flows: emit(state, [held], context) };
}

/** What was held is the last line of its reply, when parameters came after the first one. */
function release(state: State, context: ReadContext): State {
  const { held } = state;
  if (held === undefined) return state;
  const last = held.pieces === undefined ? held : { ...held, text: `${held.text.slice(0, 3)} ${held.text.slice(4)}` };
  return { ...state, held: undefined, code: undefined, flows: emit(state, [last], context) };
}

/** The whole message, of which the tree shows the parsed headers at most. */
function message(line: PeeledLine, octets: number, state: State, context: ReadContext): State {
  const place = within(line, 4);
  const data: Segment = { text: '', ended: true, octets, ...place };
  const dot: Segment = { text: '.', ended: true, ...place };
  return { ...state, flows: emit(state, [data, dot], context) };
}

function emit(state: State, segments: readonly Segment[], context: ReadContext): Flows {
  return state.direction === undefined ? state.flows : carried(state.flows, state.direction, segments, context);
}

function timeOf(stamp: string): number | undefined {
  const time = Date.parse(stamp.replace(/(\.\d{3})\d*/, '$1'));
  return Number.isNaN(time) ? undefined : time;
}

const SPACE = 32;
