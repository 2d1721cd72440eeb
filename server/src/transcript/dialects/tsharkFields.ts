/**
 * `tshark -T fields -e smtp.req.command -e smtp.req.parameter -e smtp.response.code -e smtp.rsp.parameter …`: a table
 * whose columns the user chose, separated by TABs or another character, a packet's values of one field joined by
 * commas. Which cell is which shows in the cells: a code, a verb, and the parameter that belongs to it; or, of
 * `smtp.command_line` and `smtp.response`, whole lines that end in `\r\n`, of which only a reply's first is shown.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import { speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { altered } from './utter';

interface Cell {
  readonly text: string;
  readonly from: number;
}

/** A row as it stands in the table. */
interface Shown {
  readonly speaker: 'client' | 'server';
  /** Verbs or codes of the packet, and their parameters. */
  readonly head: Cell;
  readonly parameter: Cell | undefined;
  /** Whole lines, where the cell holds such. */
  readonly lines?: readonly Cell[];
  readonly column?: number;
  /** What may name the connection: addresses, ports, stream number. */
  readonly names: readonly Name[];
}

interface Row extends Shown {
  /** What names the connection, the same for both directions. */
  readonly key: string;
}

interface Name {
  readonly text: string;
  readonly column: number;
}

interface Flow {
  readonly session: string;
  readonly names: readonly Name[];
  readonly asked: readonly string[];
  readonly greeted: boolean;
  /** The first line of a reply, until the next row tells whether it goes on. */
  readonly held?: Said;
}

interface State {
  readonly count: number;
  /** Where whole reply lines stand, once one that can be no client's was seen. */
  readonly replyColumn: number | undefined;
  /** The column that counts the packets or their octets, and names no connection. Undefined until the rows have shown it. */
  readonly counter: number | 'none' | undefined;
  readonly flows: ReadonlyMap<string, Flow>;
}

export const tsharkFields: Dialect<State> = {
  id: 'tshark-fields',
  name: 'tshark -T fields',
  dumps: (text) => PAYLOAD.test(text),
  evidence,
  start: () => ({ count: 0, replyColumn: undefined, counter: undefined, flows: new Map() }),
  finish(state, context) {
    for (const [key, flow] of state.flows) {
      if (flow.held !== undefined)
        release(state, { speaker: 'client', head: NO_CELL, parameter: undefined, names: flow.names, key }, context);
    }
  },
  read,
  lossy: true,
  write(speaker, text, like) {
    const row = like === undefined ? undefined : rowOf(like);
    if (row !== undefined && row.lines === undefined) return asCells(speaker, text, row, like?.text ?? '');
    const key = row === undefined ? '0\t' : (like?.text.slice(0, row.head.from) ?? '');
    const before = row?.speaker === 'server' ? key.slice(0, -1) : key;
    return speaker === 'client' ? `${before}${text}\\r\\n\t` : `${before}\t${text}\\r\\n`;
  },
};

/** A cell with octets of the packet. */
const PAYLOAD = /(?<![^\t,;|"])(?:[0-9a-f]{2}:?){8,}(?![^\t,;|"])/;

/** Tables have numbers of three digits, and columns named `mail` or `rcpt`, for many reasons: one row has to be SMTP's. */
function evidence(sample: readonly PeeledLine[]): number {
  const rows = sample.flatMap((line) => rowOf(line) ?? []).filter(isPlain);
  const smtp = rows.some(({ speaker, head, parameter, lines }) => {
    if (lines !== undefined) return lines.some(({ text }) => speaksSmtp(text) === 3);
    return speaker === 'client'
      ? SMTP.test(`${head.text} ${parameter?.text}`)
      : speaksSmtp(`${head.text} ${parameter?.text}`) === 3;
  });
  return smtp ? rows.length * 5 : 0;
}

/** A cell of whole lines begins with one: a reply, a command, or a secret, which has no blanks. */
function isPlain({ lines, head: { text } }: Shown): boolean {
  return lines === undefined || looksLikeReply(text) || readsAsCommand(text) || !text.includes(' ');
}

/** A verb with what belongs to it; of a packet with several those of the first. A column is hardly called `EHLO`. */
const SMTP =
  /^(?:[EHL][EH]LO(?:,[A-Z,]{1,100})? \S|[ehl][eh]lo \S{0,255}[.[]|(?:MAIL|mail)(?:,[A-Za-z,]{1,100})? FROM:|(?:RCPT|rcpt)(?:,[A-Za-z,]{1,100})? TO:)/;

/** In the columns of a row that has verbs, codes and their parameters apart. */
function asCells(speaker: 'client' | 'server', text: string, row: Shown, like: string): string {
  const before = like.slice(0, row.head.from);
  const key = row.speaker === 'client' ? before : before.replace(/\t\t$/, '');
  if (speaker === 'server') return `${key}\t\t${text.slice(0, 3)}\t${text.slice(4)}`;
  return `${key}${text.replace(/^(\S{1,20}) /, '$1\t')}\t\t`;
}

function rowOf(line: PeeledLine): Shown | undefined {
  const { text } = line;
  if (text.length > 4000) return undefined;
  const cells = cellsOf(text);
  const whole = cells.find(({ text: cell }) => cell.endsWith('\\r\\n'));
  if (whole !== undefined) return wholeLines(whole, cells);
  if (cells.length < 3) return undefined;
  const index = cells.findIndex(({ text: cell }) => CODES.test(cell) || isVerbs(cell));
  const head = cells[index];
  if (head === undefined || cells.slice(0, index).some(({ text: cell }) => CODE.test(cell))) return undefined;
  const server = CODES.test(head.text);
  // A code stands alone in its column: a port, a stream or a length may be three digits as well.
  const parameter = cells.slice(index + 1).find(({ text: cell }) => cell !== '');
  if (server && (parameter === undefined || /^[\d.:,]*$/.test(parameter.text))) return undefined;
  const names = namesIn(cells.slice(0, index));
  return { speaker: server ? 'server' : 'client', head, parameter, names };
}

/** No field that tells the packet or the connection has these: a program has bars and verbs as well. */
const CODE = /[(){}$=%\\]/;

/** Addresses, ports and numbers of a row. A time with its fraction is none. */
function namesIn(cells: readonly Cell[]): Name[] {
  return cells
    .map(({ text }, column) => ({ text, column }))
    .filter(({ text }) => /^(?:\d{1,9}|(?!\d+\.\d+$)[0-9a-fA-F.:]{3,45})$/.test(text));
}

function keyOf(names: readonly Name[], counter: State['counter']): string {
  return names
    .filter(({ column }) => column !== counter)
    .map(({ text }) => text)
    .sort()
    .join(' ');
}

/** A column of numbers but for which the row is of a connection that is known. */
function counterIn({ names }: Shown, { flows }: State): number | undefined {
  for (const { column } of names.filter(({ text }) => /^\d+$/.test(text))) {
    const key = keyOf(names, column);
    for (const flow of flows.values()) if (keyOf(flow.names, column) === key) return column;
  }
  return undefined;
}

/** The row by its connection. The first one that goes on with a connection shows which numbers name it. */
function placed(row: Shown, state: State): { readonly row: Row; readonly state: State } {
  const key = keyOf(row.names, state.counter);
  if (state.counter !== undefined) return { row: { key, ...row }, state };
  if (state.flows.has(key)) return { row: { key, ...row }, state: { ...state, counter: 'none' } };
  const counter = row.head.text.startsWith('220') ? undefined : counterIn(row, state);
  if (counter === undefined) return { row: { key, ...row }, state };
  const flows = new Map([...state.flows.values()].map((flow) => [keyOf(flow.names, counter), flow]));
  return { row: { key: keyOf(row.names, counter), ...row }, state: { ...state, counter, flows } };
}

function wholeLines(cell: Cell, cells: readonly Cell[]): Shown | undefined {
  const lines: Cell[] = [];
  for (let from = 0; from < cell.text.length; ) {
    const end = cell.text.indexOf('\\r\\n', from);
    if (end < 0) return undefined;
    lines.push({ text: cell.text.slice(from, end), from: cell.from + from });
    from = end + 4 + (cell.text.charAt(end + 4) === ',' ? 1 : 0);
  }
  const [head] = lines;
  if (head === undefined) return undefined;
  const speaker = looksLikeReply(head.text) ? 'server' : 'client';
  const column = cells.indexOf(cell);
  const names = namesIn(cells.slice(0, column));
  return { speaker, head, parameter: undefined, lines, column, names };
}

const NO_CELL: Cell = { text: '', from: 0 };

const CODES = /^[2-5]\d\d(?:,[2-5]\d\d)*$/;

function isVerbs(cell: string): boolean {
  return (
    /^[A-Za-z]{4,8}(?:,[A-Za-z]{4,8})*$/.test(cell) &&
    cell.split(',').every((verb) => verb === 'STAR' || isKnownVerb(verb.toUpperCase()))
  );
}

function cellsOf(text: string): Cell[] {
  const separator = ['\t', '|', ';'].find((each) => text.includes(each)) ?? ',';
  const cells: Cell[] = [];
  for (let from = 0; from <= text.length; ) {
    const close = text.charAt(from) === '"' ? text.indexOf(`"${separator}`, from + 1) : -2;
    const next = close >= 0 ? close + 1 : close === -1 ? -1 : text.indexOf(separator, from);
    const to = next < 0 ? text.length : next;
    const quoted = text.charAt(from) === '"' && text.charAt(to - 1) === '"' && to - from > 1;
    cells.push(quoted ? { text: text.slice(from + 1, to - 1), from: from + 1 } : { text: text.slice(from, to), from });
    from = to + 1;
  }
  return cells;
}

function read(line: PeeledLine, before: State, context: ReadContext): State {
  const shown = rowOf(line);
  if (shown === undefined) return before;
  const { row, state } = placed(shown, before);
  if (row.lines !== undefined) {
    const speaker = row.column === (state.replyColumn ?? row.column) ? row.speaker : 'client';
    const replyColumn = state.replyColumn ?? (speaker === 'server' ? row.column : undefined);
    const told = { ...row, speaker };
    return said(line, told, row.lines, release({ ...state, replyColumn }, told, context), context);
  }
  const now = release(state, row, context);
  return row.speaker === 'server' ? replies(line, row, now, context) : commands(line, row, now, context);
}

function said(line: PeeledLine, row: Row, lines: readonly Cell[], state: State, context: ReadContext): State {
  const server = row.speaker === 'server';
  const greeting = server && row.head.text.startsWith('220') && state.flows.get(row.key)?.asked[0] !== 'STARTTLS';
  let { now, flow } = flowOf(line, row, greeting, state, context);
  const unasked = server && flow.asked.length === 0 && flow.greeted && !row.head.text.startsWith('421');
  if (unasked && context.modeOf(flow.session) !== 'data') tell(line, flow, 'gap', context);
  for (const { text, from } of lines) {
    const place = within(line, from, from + text.length);
    const each: Said = { session: flow.session, speaker: row.speaker, text, ...place };
    if (server && text.charAt(3) === '-') flow = { ...flow, held: each };
    else {
      if (server && flow.asked[0] === '.') message(line, flow, context);
      context.emit(each);
      flow = server ? answered(line, flow, text, context) : asking(flow, text, context);
    }
  }
  now = withFlow(now, row.key, { ...flow, greeted: flow.greeted || server });
  return now;
}

function answered(line: PeeledLine, flow: Flow, text: string, context: ReadContext): Flow {
  const code = text.slice(0, 3);
  const [verb, ...rest] = flow.asked;
  if (verb === 'STARTTLS' && code === '220') tell(line, flow, 'tls', context);
  if (code === '334') return flow;
  return { ...flow, asked: code === '354' ? ['.', ...rest] : rest };
}

function asking(flow: Flow, text: string, context: ReadContext): Flow {
  // Message lines are shown where the user wrote them; then the message is not missing.
  if (flow.asked[0] === '.') return text === '.' ? { ...flow, asked: ['message'] } : { ...flow, asked: ['.lines'] };
  if (flow.asked[0] === '.lines') return text === '.' ? { ...flow, asked: ['message'] } : flow;
  if (context.modeOf(flow.session) === 'auth') return flow;
  return { ...flow, asked: [...flow.asked, text.split(' ', 1)[0]?.toUpperCase() ?? ''] };
}

/** A reply's first line: followed by its next one it is shown as it was, otherwise the others are missing. */
function release(state: State, row: Row, context: ReadContext): State {
  const flow = state.flows.get(row.key);
  const { held } = flow ?? {};
  if (flow === undefined || held === undefined) return state;
  const { held: _, ...rest } = flow;
  const goesOn = row.speaker === 'server' && row.lines?.[0]?.text.startsWith(held.text.slice(0, 3)) === true;
  if (goesOn) {
    context.emit(held);
    return withFlow(state, row.key, rest);
  }
  context.emit({ ...held, text: `${held.text.slice(0, 3)} ${held.text.slice(4)}` });
  context.emit({ event: { type: 'gap' }, ...held, speaker: 'tool' });
  return withFlow(state, row.key, { ...rest, asked: rest.asked.slice(1) });
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
    session: flow.session,
    speaker: 'server',
    text: `${code}${goesOn ? '-' : ' '}${part.text}`,
    ...place,
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
    const said: Said = { session: flow.session, speaker: 'client', text: verb, ...place };
    if (takes === undefined) context.emit(altered(said, { kind: 'command' }));
    else {
      // The dissector takes the first four letters for the verb and skips the fifth.
      const between = verb.toUpperCase() === 'STAR' ? 'T' : ' ';
      const end = within(line, takes.from, takes.from + takes.text.length);
      const pieces = [
        { at: 0, line: place.line, column: place.start, width: verb.length },
        { at: verb.length + between.length, line: end.line, column: end.start, width: takes.text.length },
      ];
      context.emit(altered(said, { end: end.end, text: `${verb}${between}${takes.text}`, pieces, kind: 'command' }));
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
  emit({ session, speaker: 'client', text: '', elided: { what: 'data' }, ...within(line, 0, 0) });
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
    names: row.names,
    asked: [],
    greeted: false,
  };
  context.emit({
    session: flow.session,
    speaker: 'tool',
    text: '',
    event: { type: 'connect', whole: greeting },
    ...within(line, 0, 0),
  });
  return { now: { ...state, count }, flow };
}

function tell(line: PeeledLine, { session }: Flow, type: 'tls' | 'gap', { emit }: ReadContext): void {
  emit({ session, speaker: 'tool', text: line.text, event: { type }, ...within(line, 0) });
}

const MOST_FLOWS = 200;

function withFlow(state: State, key: string, flow: Flow): State {
  const flows = new Map(state.flows);
  flows.delete(key);
  flows.set(key, flow);
  if (flows.size > MOST_FLOWS) flows.delete(flows.keys().next().value as string);
  return { ...state, flows };
}
