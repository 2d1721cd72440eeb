/**
 * `tshark -T fields -e smtp.req.command -e smtp.req.parameter -e smtp.response.code -e smtp.rsp.parameter …`: a table
 * whose columns the user chose, separated by TABs or another character, a packet's values of one field joined by
 * commas. Which cell is which shows in the cells: a code, a verb, and the parameter that belongs to it.
 */
import { isKnownVerb } from '../command';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';

interface Cell {
  readonly text: string;
  readonly from: number;
}

interface Row {
  readonly speaker: 'client' | 'server';
  /** Verbs or codes of the packet, and their parameters. */
  readonly head: Cell;
  readonly parameter: Cell | undefined;
  /** What the row names of the connection: addresses, ports, stream number. */
  readonly key: string;
}

interface Flow {
  readonly session: string;
  readonly asked: readonly string[];
  readonly greeted: boolean;
}

interface State {
  readonly count: number;
  readonly flows: ReadonlyMap<string, Flow>;
}

export const tsharkFields: Dialect<State> = {
  id: 'tshark-fields',
  name: 'tshark -T fields',
  evidence: (sample) => weigh(sample, (line) => (rowOf(line) === undefined ? 0 : 5)),
  start: () => ({ count: 0, flows: new Map() }),
  read,
  write(speaker, text, like) {
    const row = like === undefined ? undefined : rowOf(like);
    const before = row === undefined ? '' : (like?.text.slice(0, row.head.from) ?? '');
    return `${before}${speaker === 'client' ? text.replace(' ', '\t') : `\t\t${text.replace(/[ -]/, '\t')}`}`;
  },
};

function rowOf(line: PeeledLine): Row | undefined {
  const { text } = line;
  if (text.length > 4000) return undefined;
  const cells = cellsOf(text);
  if (cells.length < 3) return undefined;
  const index = cells.findIndex(({ text: cell }) => CODES.test(cell) || isVerbs(cell));
  const head = cells[index];
  if (head === undefined) return undefined;
  const server = CODES.test(head.text);
  // A code stands alone in its column: a port, a stream or a length may be three digits as well.
  const parameter = cells.slice(index + 1).find(({ text: cell }) => cell !== '');
  if (server && (parameter === undefined || /^[\d.:,]*$/.test(parameter.text))) return undefined;
  const key = cells
    .slice(0, index)
    .filter(({ text: cell }) => /^(?:\d{1,5}|[0-9a-fA-F.:]{3,45})$/.test(cell))
    .map(({ text: cell }) => cell)
    .sort()
    .join(' ');
  return { speaker: server ? 'server' : 'client', head, parameter, key };
}

const CODES = /^[2-5]\d\d(?:,[2-5]\d\d)*$/;

function isVerbs(cell: string): boolean {
  return (
    /^[A-Za-z]{4,8}(?:,[A-Za-z]{4,8})*$/.test(cell) &&
    cell.split(',').every((verb) => verb === 'STAR' || isKnownVerb(verb.toUpperCase()))
  );
}

function cellsOf(text: string): Cell[] {
  const separator = text.includes('\t') ? '\t' : text.includes('|') ? '|' : ';';
  const cells: Cell[] = [];
  for (let from = 0; from <= text.length; ) {
    const next = text.indexOf(separator, from);
    const to = next < 0 ? text.length : next;
    const quoted = text.charAt(from) === '"' && text.charAt(to - 1) === '"' && to - from > 1;
    cells.push(quoted ? { text: text.slice(from + 1, to - 1), from: from + 1 } : { text: text.slice(from, to), from });
    from = to + 1;
  }
  return cells;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const row = rowOf(line);
  if (row === undefined) return state;
  return row.speaker === 'server' ? replies(line, row, state, context) : commands(line, row, state, context);
}

function replies(line: PeeledLine, row: Row, state: State, context: ReadContext): State {
  const codes = row.head.text.split(',');
  const greeting = codes[0] === '220' && state.flows.get(row.key)?.asked[0] !== 'STAR';
  const { now, flow } = flowOf(line, row, greeting, state, context);
  const parameter = row.parameter as Cell;
  // Commands that the dissector took for mail data are in no column.
  if (flow.asked.length === 0 && flow.greeted && codes[0] !== '421') tell(line, flow, 'gap', context);
  let asked = flow.asked;
  if (codes.length === 1 && LISTS.has(asked[0] ?? '')) {
    const parts = splitAt(parameter, ',');
    for (const [index, part] of parts.entries()) {
      reply(line, codes[0] as string, part, index < parts.length - 1, flow, context);
    }
  } else {
    const parts = codes.length === 1 ? [parameter] : splitAt(parameter, ',');
    // Commas inside the texts make the parts ambiguous: then the codes are sure, the texts are not.
    const sure = parts.length === codes.length;
    for (const [index, code] of codes.entries()) {
      reply(line, code, sure ? (parts[index] as Cell) : { text: '', from: parameter.from }, false, flow, context);
    }
  }
  for (const code of codes) {
    if (asked[0] === 'STAR' && code === '220') tell(line, flow, 'tls', context);
    if (!(code === '334' || (code === '354' && asked[0] !== 'DATA'))) asked = asked.slice(1);
    if (code === '354') asked = ['.', ...asked];
  }
  return withFlow(now, row.key, { ...flow, asked, greeted: true });
}

const LISTS: ReadonlySet<string> = new Set(['EHLO', 'LHLO', 'HELP']);

function reply(line: PeeledLine, code: string, part: Cell, goesOn: boolean, flow: Flow, { emit }: ReadContext): void {
  const place = within(line, part.from, part.from + part.text.length);
  const pieces = [
    { at: 0, line: place.line, column: place.start, width: 0 },
    { at: 4, line: place.line, column: place.start, width: part.text.length },
  ];
  emit({
    ...place,
    session: flow.session,
    speaker: 'server',
    text: `${code}${goesOn ? '-' : ' '}${part.text}`,
    pieces,
  });
}

function commands(line: PeeledLine, row: Row, state: State, context: ReadContext): State {
  const { now, flow } = flowOf(line, row, false, state, context);
  const verbs = row.head.text.split(',');
  const parts = row.parameter === undefined ? [] : verbs.length === 1 ? [row.parameter] : splitAt(row.parameter, ',');
  let used = 0;
  let at = row.head.from;
  let { asked } = flow;
  if (asked[0] === '.') message(line, flow, context);
  for (const verb of verbs) {
    const takes = TAKES.has(verb.toUpperCase()) ? parts[used++] : undefined;
    const place = within(line, at, at + verb.length);
    const said: Said = { ...place, session: flow.session, speaker: 'client', text: verb };
    if (takes === undefined) context.emit({ ...said, kind: 'command' });
    else {
      // The dissector takes the first four letters for the verb and skips the fifth.
      const between = verb.toUpperCase() === 'STAR' ? 'T' : ' ';
      const end = within(line, takes.from, takes.from + takes.text.length);
      const pieces = [
        { at: 0, line: place.line, column: place.start, width: verb.length },
        { at: verb.length + between.length, line: end.line, column: end.start, width: takes.text.length },
      ];
      context.emit({ ...said, end: end.end, text: `${verb}${between}${takes.text}`, pieces, kind: 'command' });
    }
    asked = [...asked, verb.toUpperCase()];
    at += verb.length + 1;
  }
  return withFlow(now, row.key, { ...flow, asked });
}

const TAKES: ReadonlySet<string> = new Set([
  'EHLO',
  'HELO',
  'LHLO',
  'MAIL',
  'RCPT',
  'AUTH',
  'BDAT',
  'VRFY',
  'EXPN',
  'ETRN',
  'STAR',
]);

/** The table has no columns for mail data. */
function message(line: PeeledLine, { session }: Flow, { emit }: ReadContext): void {
  emit({ ...within(line, 0, 0), session, speaker: 'client', text: '', elided: { what: 'data' } });
}

function splitAt({ text, from }: Cell, separator: string): Cell[] {
  const parts: Cell[] = [];
  for (let at = 0; at <= text.length; ) {
    const next = text.indexOf(separator, at);
    const to = next < 0 ? text.length : next;
    parts.push({ text: text.slice(at, to), from: from + at });
    at = to + 1;
  }
  return parts;
}

function flowOf(line: PeeledLine, row: Row, greeting: boolean, state: State, context: ReadContext) {
  const known = state.flows.get(row.key);
  if (known !== undefined && !(greeting && known.greeted)) return { now: state, flow: known };
  const count = state.count + 1;
  const flow: Flow = {
    session: `${row.key === '' ? 'stream' : row.key.replaceAll(' ', '-')}#${count}`,
    asked: [],
    greeted: false,
  };
  context.emit({
    ...within(line, 0, 0),
    session: flow.session,
    speaker: 'tool',
    text: '',
    event: { type: 'connect', whole: greeting },
  });
  return { now: { ...state, count }, flow };
}

function tell(line: PeeledLine, { session }: Flow, type: 'tls' | 'gap', { emit }: ReadContext): void {
  emit({ ...within(line, 0), session, speaker: 'tool', text: line.text, event: { type } });
}

const MOST_FLOWS = 200;

function withFlow(state: State, key: string, flow: Flow): State {
  const flows = new Map(state.flows);
  flows.delete(key);
  flows.set(key, flow);
  if (flows.size > MOST_FLOWS) flows.delete(flows.keys().next().value as string);
  return { ...state, flows };
}
