/**
 * `ngrep -W byline`: a head `T 192.0.2.1:40000 -> 192.0.2.2:25 [AP]`, then the packet's lines, a dot at the end of each
 * for the CR of the wire. Between packets stand empty lines and, without `-q`, a `#` for each packet that did not match.
 */
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { carried, type Direction, ends, type Flows, finished, NO_FLOWS, type Segment, weighCapture } from './packets';

interface State {
  readonly direction: Direction | undefined;
  /** Lines without the dot of a CR: whether they were whole depends on what follows. */
  readonly held: readonly PeeledLine[];
  readonly flows: Flows;
}

export const ngrep: Dialect<State> = {
  id: 'ngrep',
  owns: ({ text }) => HEAD.test(text),
  name: 'ngrep -W byline',
  wire: true,
  evidence: (sample) => weighCapture(sample, weight),
  start: () => ({ direction: undefined, held: [], flows: NO_FLOWS }),
  read,
  finish: (state, context) => void finished(endPacket(state, context).flows, context),
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    // A line inside a packet is its sender's.
    if (like !== undefined && head === null) return `${text}.`;
    const [from, to] = ends(speaker, [head?.[2] ?? '192.0.2.1:25', head?.[3] ?? '192.0.2.2:40000']);
    return `T ${head?.[1] === undefined ? '' : `${head[1]} `}${from} -> ${to} [AP]\n${text}.\n`;
  },
};

const HEAD =
  /^T(?:\(\d{1,3}\))? (?:([\d/]{10} [\d:.]{8,15}|[+-]\d{1,9}\.\d{6}) )?(\S{3,60}:\d{1,5}) -> (\S{3,60}:\d{1,5}) \[[A-Z]{0,8}\]/;
const NOISE = /^(?:#+|input: .*|interface: .*|filter: .*|match: .*|\d+ received, \d+ (?:dropped|matched).*|exit)$/;

function weight({ text }: PeeledLine) {
  if (HEAD.test(text)) return { format: 5, payload: '' };
  return { format: 0, payload: text.endsWith('.') ? text.slice(0, -1) : '' };
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = HEAD.exec(text);
  if (head !== null) {
    const time = timeOf(head[1]);
    const direction = { from: head[2] as string, to: head[3] as string, ...(time !== undefined && { time }) };
    return { ...endPacket(state, context), direction };
  }
  if (state.direction === undefined) return state;
  if (NOISE.test(text)) {
    return { ...endPacket(state, context), direction: undefined };
  }
  if (!text.endsWith('.')) return { ...state, held: [...state.held, line] };
  const flowed = hear(state, state.held, '\n', context);
  return hear({ ...flowed, held: [] }, [line], undefined, context);
}

/** Empty lines at the end are the program's; what stands before them was cut by the packet. */
function endPacket(state: State, context: ReadContext): State {
  const last = state.held.findLastIndex((line) => line.text !== '');
  const rest = { ...state, held: [] };
  return last < 0 ? rest : hear(rest, state.held.slice(0, last + 1), '', context);
}

/** `wireEol`: absent where the line shows its CR, '' where the last line is not ended. */
function hear(state: State, lines: readonly PeeledLine[], wireEol: '\n' | '' | undefined, context: ReadContext): State {
  const { direction } = state;
  if (direction === undefined || lines.length === 0) return state;
  const segments = lines.map((line, index): Segment => {
    const to = wireEol === undefined ? line.text.length - 1 : line.text.length;
    const ended = wireEol !== '' || index < lines.length - 1;
    return { ...within(line, 0, to), text: line.text.slice(0, to), ended, ...(wireEol === '\n' && { wireEol }) };
  });
  return { ...state, flows: carried(state.flows, direction, segments, context) };
}

function timeOf(stamp: string | undefined): number | undefined {
  if (stamp === undefined || !stamp.includes('/')) return undefined;
  const time = Date.parse(`${stamp.slice(0, 10).replaceAll('/', '-')}T${stamp.slice(11, 23)}Z`);
  return Number.isNaN(time) ? undefined : time;
}
