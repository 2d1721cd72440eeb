/** Mail data as far as a log shows it: what is counted and kept of its lines. */
import { readsAsCommand } from './command';
import { isOddLineEnd, type MailData, type Oddity, type Said } from './transcript';

/** Before the first line. */
export const NO_DATA: MailData = {
  firstLine: -1,
  lastLine: -1,
  lineCount: 0,
  octets: 0,
  end: 'open',
  elided: false,
  commandLike: [],
  oddities: [],
  firstEightBit: undefined,
  first: undefined,
  last: undefined,
};

/** Lines of data that read as commands are kept to be pointed at; this many are enough. */
const MOST_COMMAND_LIKE = 20;

/** So many odd lines of each kind are kept. */
const MOST_ODD = 20;

/** Octets of a text line, its CRLF included (RFC 5321 §4.5.3.1.6). */
const LONGEST_LINE = 1000;

export function addLine(data: MailData, said: Said): MailData {
  const { elided } = said;
  const size = elided === undefined ? measure(said) : undefined;
  const lines = elided === undefined ? 1 : elided.lines;
  const octets = elided === undefined ? size?.octets : elided.octets;
  const suspicious = elided === undefined && data.commandLike.length < MOST_COMMAND_LIKE && readsAsCommand(said.text);
  return {
    firstLine: data.firstLine < 0 ? said.line : data.firstLine,
    lastLine: said.line,
    lineCount: data.lineCount === undefined || lines === undefined ? undefined : data.lineCount + lines,
    octets: data.octets === undefined || octets === undefined ? undefined : data.octets + octets,
    end: 'open',
    elided: data.elided || elided !== undefined,
    commandLike: suspicious ? [...data.commandLike, said] : data.commandLike,
    oddities: size === undefined ? data.oddities : addOddities(data, said, size),
    firstEightBit: data.firstEightBit ?? (size?.eightBit ? said : undefined),
    first: data.first ?? said,
    last: said,
  };
}

function addOddities({ oddities, last }: MailData, said: Said, { octets, control }: Size): readonly Oddity[] {
  const dot = said.text.charCodeAt(0) === DOT;
  const odd = said.wireEol !== undefined && isOddLineEnd(said);
  if (!dot && !odd && !control && octets <= LONGEST_LINE) return oddities;
  let kept = oddities;
  const add = (kind: Oddity['kind']) => {
    if (kept.filter((each) => each.kind === kind).length < MOST_ODD) kept = [...kept, { kind, said, before: last }];
  };
  if (control) add('control');
  if (octets > LONGEST_LINE) add('long');
  if (odd) add('line-end');
  if (ODD_END.test(said.text)) add('end');
  else if (dot && said.text.charCodeAt(1) !== DOT) add('dot');
  return kept;
}

/** A dot alone, where CRs count as line ends, too. */
const ODD_END = /(?:^|\r)\.(?:\r|$)/;

/** True when `last` is a dot that only a careless server takes for the end. */
export function isOddEnd({ oddities }: MailData, last: Said): boolean {
  return oddities.at(-1)?.said === last && ODD_END.test(last.text);
}

/** The dot that the server took for the end is none of the data. */
export function withoutDot(data: MailData, dot: Said): MailData {
  const { lineCount, octets } = data;
  return {
    ...data,
    lineCount: lineCount === undefined ? undefined : lineCount - 1,
    octets: octets === undefined ? undefined : octets - measure(dot).octets,
  };
}

/** Octets of a line in UTF-8, its end included, and whether a control character other than TAB or one outside ASCII is in it. */
interface Size {
  readonly octets: number;
  readonly control: boolean;
  readonly eightBit: boolean;
}

export function measure({ text, wireEol }: Said): Size {
  const sevenBit = text.length + (wireEol?.length ?? 2);
  let octets = sevenBit;
  let control = false;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    if (code >= 0x80) octets += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
    else if (code < SPACE && code !== TAB) control = true;
  }
  return { octets, control, eightBit: octets > sevenBit };
}

const TAB = 9;
const SPACE = 32;
const DOT = 46;
