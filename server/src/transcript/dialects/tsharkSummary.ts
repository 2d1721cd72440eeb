/**
 * The packet list of tshark and Wireshark, as text or CSV: one line per packet, `S: ` or `C: ` before its lines, which
 * ` | ` joins. A reply's continuation lines have lost their code, mail data is only mentioned, and no port tells two
 * connections of the same hosts apart: who asked what does.
 */
import { isKnownVerb, readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Piece, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { isCutOff } from './endOfFile';
import { beginsReply, type Crowd, crowdAfter, isGreeting } from './tsharkCrowd';
import { altered } from './utter';

/** One connection. */
interface Talk {
  readonly session: string;
  /** Verbs that wait for their replies, `.` for a message. */
  readonly asked: readonly string[];
  readonly hello: boolean;
  readonly recipients: boolean;
  readonly phase: 'new' | 'idle' | 'mail' | 'data' | 'auth' | 'done';
  /** Something the client sent is not shown: replies need not be asked for. */
  readonly blind: boolean;
  /** The accepted STARTTLS, until a later line shows that the capture was decrypted. */
  readonly tls: PeeledLine | undefined;
  readonly turn: number;
  /** The code of a reply that goes on. */
  readonly more: string | undefined;
  /** The last line of a packet whose other lines are whole: the next packet may go on with it. */
  readonly cut: Said | undefined;
}

interface State {
  readonly turn: number;
  readonly count: number;
  /** By the two hosts. */
  readonly talks: ReadonlyMap<string, readonly Talk[]>;
  /** Hosts of which so many connections speak at a time that none of their lines is any one's. */
  readonly crowds: ReadonlyMap<string, Crowd>;
}

export const tsharkSummary: Dialect<State> = {
  id: 'tshark-summary',
  name: 'tshark or Wireshark packet list',
  // Of a message it shows what is said about none: headers and text in one.
  dumps: (text) => (text.startsWith('"') ? CSV.exec(text)?.[3] : TEXT.exec(text)?.[3])?.endsWith('IMF') === true,
  evidence: (sample) => weigh(sample, (line) => (packetOf(line) === undefined ? 0 : 8)),
  start: () => ({ turn: 0, count: 0, talks: new Map(), crowds: new Map() }),
  read,
  finish(state, context) {
    for (const talks of state.talks.values()) for (const talk of talks) closeTls(talk, context);
  },
  lossy: true,
  write(speaker, text, like) {
    const packet = like === undefined ? undefined : packetOf(like);
    if (like === undefined || packet === undefined) {
      const hosts = speaker === 'client' ? '192.0.2.2 → 192.0.2.1' : '192.0.2.1 → 192.0.2.2';
      return `    1   0.000000    ${hosts}    SMTP 100 ${speaker === 'client' ? 'C' : 'S'}: ${text}`;
    }
    const { source, destination, info } = packet;
    const before = like.text.slice(0, info);
    const same = isServers(like.text, packet) === (speaker === 'server');
    const at = before.lastIndexOf(destination);
    const first = before.lastIndexOf(source, at - 1);
    const swapped = `${before.slice(0, first)}${destination}${before.slice(first + source.length, at)}${source}${before.slice(at + destination.length)}`;
    return `${same ? before : swapped}${speaker === 'client' ? 'C' : 'S'}: ${text}`;
  },
};

interface PacketLine {
  readonly source: string;
  readonly destination: string;
  /** Offset of `S: ` or `C: ` or of the message's summary. */
  readonly info: number;
  readonly message: boolean;
}

const TEXT =
  /^\s{0,10}\d{1,9}\s{1,6}.{1,45}?\s{1,20}(\S{1,60})\s{1,20}(?:(?:→|->)\s{1,4})?(\S{1,60})\s{1,20}(E?SMTP(?:[/|]IMF)?|IMF)\s{1,20}(?:\d{1,6}\s{1,20})?(?=\S)/;
const CSV = /^"\d{1,9}","[^"]{1,40}","([^"]{1,60})","([^"]{1,60})","(E?SMTP(?:[/|]IMF)?|IMF)",(?:"\d{1,6}",)?"/;
const INFO = /^(?:(?:S|Response): |(?:C|Command): )/;

function packetOf({ text }: PeeledLine): PacketLine | undefined {
  const head = text.startsWith('"') ? CSV.exec(text) : TEXT.exec(text);
  if (head === null) return undefined;
  const [all, source, destination, protocol] = head;
  const message = (protocol ?? '').endsWith('IMF');
  const info = all.length;
  if (!message && !INFO.test(text.slice(info, info + 12))) return undefined;
  return { source: source as string, destination: destination as string, info, message };
}

function isServers(text: string, { info, message }: PacketLine): boolean {
  return !message && /^(?:S|Response): /.test(text.slice(info, info + 12));
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const packet = packetOf(line);
  if (packet === undefined) return state;
  const { source, destination, info, message } = packet;
  const server = isServers(line.text, packet);
  const pair = server ? `${destination} ${source}` : `${source} ${destination}`;
  let now: State = { ...state, turn: state.turn + 1 };
  const start = message ? info : line.text.indexOf(': ', info) + 2;
  const end = endOfInfo(line.text);
  const crowd = state.crowds.get(pair);
  if (crowd !== undefined) {
    const rest = server ? crowdAfter(crowd, line.text.slice(start, end)) : { ...crowd, left: false };
    const crowds = new Map(now.crowds);
    if (rest !== undefined && rest.open > 0) return { ...now, crowds: crowds.set(pair, rest) };
    crowds.delete(pair);
    if (rest !== undefined) return { ...now, crowds };
    now = { ...now, crowds };
  }
  return server
    ? serverSays(line, start, end, pair, now, context)
    : clientSays(line, start, end, message, pair, now, context);
}

/** Where what was said ends: before the quotation mark of CSV, before fields that `-z proto,colinfo,…` puts behind it. */
function endOfInfo(text: string): number {
  let end = text.startsWith('"') && text.endsWith('"') ? text.length - 1 : text.length;
  for (let fields = 0; fields < MOST_FIELDS; fields++) {
    const field = FIELD.exec(text.slice(Math.max(0, end - LONGEST_FIELD), end));
    if (field === null) break;
    end -= field[0].length;
  }
  return end;
}

const FIELD = / {2}[a-z][\w-]{0,30}(?:\.[\w-]{1,40}){1,6} == \S{1,100}$/;
const LONGEST_FIELD = 300;
const MOST_FIELDS = 10;

// --- the server ---------------------------------------------------------------------------------------------------

function serverSays(
  line: PeeledLine,
  start: number,
  end: number,
  pair: string,
  state: State,
  context: ReadContext,
): State {
  const parts = replyParts(line.text, start, end);
  const text = line.text.slice(start, end);
  const talks = withoutEncrypted(state.talks.get(pair) ?? [], text, context);
  const code = text.slice(0, 3);
  const found = answering(talks, text);
  if (contradicts(talks, found, text)) return crowded(line, start, pair, talks, state, context);
  let now = talks === state.talks.get(pair) ? state : { ...state, talks: new Map(state.talks).set(pair, talks) };
  let talk = found ?? newTalk(state, pair);
  if (found === undefined) {
    now = { ...now, count: state.count + 1 };
    tell(line, 0, talk, { type: 'connect', whole: code === '220', host: pair.slice(pair.indexOf(' ') + 1) }, context);
  } else talk = notCut(seen(talk), context);
  const listed =
    parts.length > 1 && HELLOS.has(talk.asked[0] ?? '') && parts.every((part) => part.own && part.code === code);
  if (talk.phase === 'data' && talk.asked.length === 0) talk = unseenData(line, start, talk, context);
  for (const [index, part] of parts.entries()) {
    const last = index === parts.length - 1 || parts[index + 1]?.own === true;
    const goesOn = listed ? index < parts.length - 1 : part.own ? part.hyphen : !last;
    talk = reply(line, part, goesOn || (part.own && part.hyphen && !last), talk, context);
  }
  return withTalk(now, pair, { ...talk, turn: now.turn });
}

/** A filter such as `smtp` alone leaves out the packet that ends a message: its answer is here. */
function unseenData(line: PeeledLine, start: number, talk: Talk, { emit }: ReadContext): Talk {
  emit({ session: talk.session, speaker: 'client', text: '', elided: { what: 'data' }, ...within(line, start, start) });
  return { ...talk, phase: 'idle', asked: ['.'] };
}

interface ReplyPart {
  readonly code: string;
  readonly from: number;
  readonly to: number;
  /** It stands with its code; otherwise it is a continuation line that lost it. */
  readonly own: boolean;
  readonly hyphen: boolean;
}

/** The lines of a packet of replies. A bar inside the text of a single-line reply separates nothing. */
function replyParts(text: string, start: number, end: number): ReplyPart[] {
  const parts: ReplyPart[] = [];
  for (let from = start; from <= end; ) {
    const bar = text.indexOf(' | ', from);
    const to = bar < 0 || bar >= end ? end : bar;
    const own = looksLikeReply(text.slice(from, Math.min(to, from + 4)));
    const previous = parts.at(-1);
    if (own) parts.push({ code: text.slice(from, from + 3), from, to, own, hyphen: text.charAt(from + 3) === '-' });
    else if (previous?.own === true && !previous.hyphen) parts[parts.length - 1] = { ...previous, to };
    else if (previous !== undefined) parts.push({ code: previous.code, from, to, own, hyphen: false });
    from = to + 3;
  }
  // The packet ends behind the code: what the line says stands in the next one, which is not shown.
  const last = parts.at(-1);
  return last?.own === false && last.from >= last.to ? parts.slice(0, -1) : parts;
}

function reply(line: PeeledLine, part: ReplyPart, goesOn: boolean, talk: Talk, context: ReadContext): Talk {
  const { code, from, to, own } = part;
  const number = Number(code);
  const shown = line.text.slice(own ? from + 4 : from, to);
  const unasked = talk.asked.length === 0 && talk.phase !== 'new' && number !== 421;
  if (unasked && !talk.blind) tell(line, from, talk, { type: 'gap' }, context);
  const place = within(line, from, to);
  const text = to - from < 4 && own ? code : `${code}${goesOn ? '-' : ' '}${shown}`;
  const pieces: Piece[] = [
    { at: 0, line: place.line, column: place.start, width: 0 },
    { at: 4, line: place.line, column: place.start, width: to - from },
  ];
  if (own && to === line.text.length && isCutOff(line, line.text.slice(from), 'server', 'command')) {
    tell(line, from, talk, { type: 'gap' }, context);
    return talk;
  }
  context.emit({ session: talk.session, speaker: 'server', text, ...place, ...(!own && { pieces }) });
  if (goesOn) return { ...talk, blind: talk.blind || unasked, more: code };
  return settled({ ...talk, blind: talk.blind || unasked, more: undefined }, number, line, context);
}

/** What a reply changes for the connection it belongs to. */
function settled(talk: Talk, code: number, line: PeeledLine, context: ReadContext): Talk {
  const good = code < 400;
  const [verb, ...rest] = talk.asked;
  if (talk.phase === 'new') return { ...talk, phase: good ? 'idle' : 'done' };
  if (verb === undefined) return code === 421 || code === 221 ? { ...talk, phase: 'done' } : talk;
  const now = { ...talk, asked: rest };
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return good ? { ...now, hello: true, recipients: false, phase: 'idle' } : now;
    case 'STARTTLS':
      if (code !== 220) return now;
      tell(line, 0, now, { type: 'tls' }, context);
      return { ...now, hello: false, phase: 'idle', tls: line };
    case 'AUTH':
      return code === 334 ? { ...talk, phase: 'auth' } : { ...now, phase: 'idle' };
    case 'MAIL':
      return good ? { ...now, recipients: false, phase: 'mail' } : now;
    case 'RCPT':
      return good ? { ...now, recipients: true } : now;
    case 'DATA':
      return good ? { ...now, phase: 'data' } : now;
    case '.':
    case 'RSET':
      return { ...now, recipients: false, phase: 'idle' };
    case 'QUIT':
      return { ...now, phase: 'done' };
    default:
      return now;
  }
}

/** The connection that a reply belongs to; undefined when it opens another one. */
function answering(talks: readonly Talk[], text: string): Talk | undefined {
  const code = text.slice(0, 3);
  const goesOn = talks.find(
    ({ more, phase }) => more === code && (code !== '220' || phase === 'new') && !beginsReply(text),
  );
  if (goesOn !== undefined) return goesOn;
  const waiting = talks.filter((talk) => talk.asked.length > 0 && talk.phase !== 'done');
  const verbs = ANSWERS.get(code);
  const fitting = verbs === undefined ? waiting : waiting.filter((talk) => verbs.includes(talk.asked[0] as string));
  if (code === '220') return fitting.length > 0 ? oldest(fitting) : undefined;
  const plausible = waiting.filter((talk) => ONLY.get(talk.asked[0] as string)?.includes(code) !== false);
  const fresh = beginsReply(text) ? fitting.filter(({ more }) => more === undefined) : fitting;
  return (
    oldest(fresh) ??
    oldest(fitting) ??
    oldest(plausible) ??
    oldest(waiting) ??
    oldest(talks.filter((talk) => talk.phase !== 'done'))
  );
}

/** Codes that answer one verb only. */
const ANSWERS: ReadonlyMap<string, readonly string[]> = new Map([
  ['220', ['STARTTLS']],
  ['354', ['DATA']],
  ['334', ['AUTH']],
  ['235', ['AUTH']],
  ['535', ['AUTH']],
  ['221', ['QUIT']],
]);
/** Good answers that a verb cannot have. */
const ONLY: ReadonlyMap<string, readonly string[]> = new Map([
  ['DATA', ['354', '421', '450', '451', '500', '501', '502', '503', '530', '550', '552', '553', '554']],
  ['QUIT', ['221', '421', '500', '501', '502', '503', '554']],
]);

// --- several connections at a time --------------------------------------------------------------------------------

/** Where a greeting comes, a connection that went on in TLS is not seen any more: the capture was not decrypted. */
function withoutEncrypted(talks: readonly Talk[], text: string, context: ReadContext): readonly Talk[] {
  if (!isGreeting(text) || talks.every(({ tls }) => tls === undefined)) return talks;
  for (const talk of talks) closeTls(talk, context);
  return talks.filter(({ tls }) => tls === undefined);
}

/** Nobody can have been told this: two connections speak, and what was asked was told apart wrongly. */
function contradicts(talks: readonly Talk[], found: Talk | undefined, text: string): boolean {
  if (found === undefined || talks.filter(({ phase }) => phase !== 'done').length < 2) return false;
  // What one was asked may not be shown.
  if (talks.some(({ blind }) => blind)) return false;
  const code = text.slice(0, 3);
  const [verb] = found.asked;
  if (verb === undefined) return code !== '421' && found.phase !== 'new';
  if (ANSWERS.get(code)?.includes(verb) === false) return true;
  return HELLOS.has(verb) && /^2\d\d[ -]2\.\d\.\d/.test(text);
}

/** From here on nothing is read of the connections of two hosts, until they have ended. */
function crowded(
  line: PeeledLine,
  start: number,
  pair: string,
  talks: readonly Talk[],
  state: State,
  context: ReadContext,
): State {
  const open = talks.filter(({ phase }) => phase !== 'done');
  for (const talk of open) tell(line, start, notCut(talk, context), { type: 'gap' }, context);
  const crowd = crowdAfter({ open: open.length, left: false }, line.text.slice(start));
  const all = new Map(state.talks);
  all.delete(pair);
  return { ...state, talks: all, crowds: new Map(state.crowds).set(pair, crowd ?? { open: open.length, left: false }) };
}

// --- the client ---------------------------------------------------------------------------------------------------

function clientSays(
  line: PeeledLine,
  start: number,
  end: number,
  message: boolean,
  pair: string,
  state: State,
  context: ReadContext,
): State {
  const talks = state.talks.get(pair) ?? [];
  const text = line.text.slice(start, end);
  const fragment = /^(?:DATA fragment|Message Body), (\d{1,9}) bytes?/.exec(text)?.[1];
  const known = choose(talks, message || fragment !== undefined ? 'data' : wordOf(text));
  let now = state;
  let talk = known ?? newTalk(state, pair);
  if (known === undefined) {
    now = { ...state, count: state.count + 1 };
    tell(line, 0, talk, { type: 'connect', whole: false }, context);
  } else talk = message || fragment !== undefined ? notCut(seen(talk), context) : seen(talk);
  if (message) talk = data(line, start, end, undefined, true, talk, context);
  else if (fragment !== undefined) talk = data(line, start, end, Number(fragment), false, talk, context);
  else talk = commands(line, start, end, talk, context);
  return withTalk(now, pair, { ...talk, turn: now.turn });
}

/** Mail data, of which the list shows the size or the main headers. */
function data(
  line: PeeledLine,
  start: number,
  end: number,
  octets: number | undefined,
  done: boolean,
  talk: Talk,
  context: ReadContext,
): Talk {
  const said: Said = { session: talk.session, speaker: 'client', text: '', ...within(line, start, end) };
  if (talk.phase !== 'data' && !talk.asked.includes('DATA')) {
    // The dissector takes commands after a refused DATA, or sent along with BDAT, for data: they are not shown.
    if (!talk.blind) tell(line, start, talk, { type: 'gap' }, context);
    return { ...talk, blind: true, asked: [] };
  }
  if (octets !== 0) context.emit({ ...said, elided: { what: 'data', ...(octets !== undefined && { octets }) } });
  if (!done) return talk;
  context.emit(altered(said, { text: '.', kind: 'end-of-data' }));
  return { ...talk, phase: 'idle', asked: [...talk.asked, '.'] };
}

function commands(line: PeeledLine, start: number, end: number, talk: Talk, context: ReadContext): Talk {
  let now = talk;
  for (let from = start; from <= end; ) {
    let bar = line.text.indexOf(' | ', from);
    while (bar >= 0 && bar < end && !beginsCommand(line.text.slice(bar + 3, end)))
      bar = line.text.indexOf(' | ', bar + 3);
    const to = bar < 0 || bar >= end ? end : bar;
    const said = saidBetween(line, from, to, now);
    const whole = now.cut === undefined ? undefined : joinedTo(now.cut, said);
    if (whole !== undefined && !(to === line.text.length && isCutOff(line, whole.text, 'client', 'command'))) {
      now = asks({ ...now, cut: undefined }, whole, context);
    } else if (whole !== undefined) now = { ...now, cut: whole };
    else if (from > start && to === end && mayBeCut(now, said.text)) now = { ...notCut(now, context), cut: said };
    else now = command(line, from, to, notCut(now, context), context);
    from = to + 3;
  }
  return now;
}

/** A line that its packet cut stands only behind whole ones: a packet without a whole line is shown with the next. */
function mayBeCut({ phase }: Talk, text: string): boolean {
  return phase !== 'data' && phase !== 'auth' && text !== '' && !readsAsCommand(text);
}

/** The two parts of a command; undefined when they are none. */
function joinedTo(cut: Said, said: Said): Said | undefined {
  const text = cut.text + said.text;
  if (!readsAsCommand(text)) return undefined;
  const pieces: Piece[] = [
    { at: 0, line: cut.line, column: cut.start, width: cut.end - cut.start },
    { at: cut.text.length, line: said.line, column: said.start, width: said.end - said.start },
  ];
  return { ...cut, text, pieces };
}

/** Nothing went on with it: it is what the client said. */
function notCut(talk: Talk, context: ReadContext): Talk {
  return talk.cut === undefined ? talk : asks({ ...talk, cut: undefined }, talk.cut, context);
}

function asks(talk: Talk, said: Said, { emit }: ReadContext): Talk {
  emit(said);
  return { ...talk, blind: false, asked: [...talk.asked, wordOf(said.text)] };
}

function saidBetween(line: PeeledLine, from: number, to: number, { session }: Talk): Said {
  return { session, speaker: 'client', text: line.text.slice(from, to), ...within(line, from, to) };
}

function command(line: PeeledLine, from: number, to: number, talk: Talk, context: ReadContext): Talk {
  const label =
    talk.phase === 'auth' ? /^(?:User|Pass): /.exec(line.text.slice(from, from + 6))?.[0].length : undefined;
  const at = from + (label ?? 0);
  const text = line.text.slice(at, to);
  const said = saidBetween(line, at, to, talk);
  if (talk.phase === 'data') {
    // The start of `DATA fragment, 35 bytes`.
    if (line.line.eol === '' && text.startsWith('DATA')) return talk;
    context.emit(said);
    return text === '.' ? { ...talk, phase: 'idle', asked: [...talk.asked, '.'] } : talk;
  }
  if (to === line.text.length && isCutOff(line, text, 'client', context.modeOf(talk.session))) {
    tell(line, from, talk, { type: 'gap' }, context);
    return talk;
  }
  if (talk.phase !== 'auth') return asks(talk, said, context);
  context.emit(said);
  return { ...talk, phase: 'idle' };
}

function beginsCommand(text: string): boolean {
  const next = text.indexOf(' | ');
  const part = next < 0 ? text : text.slice(0, next);
  return readsAsCommand(part) || isKnownVerb(wordOf(part));
}

function wordOf(text: string): string {
  return (/^[^ ]{0,20}/.exec(text)?.[0] ?? '').toUpperCase();
}

/** The connection on which the client says `verb`, `data` for mail data: one where it is due, the longest silent first. */
function choose(talks: readonly Talk[], verb: string): Talk | undefined {
  const open = talks.filter((talk) => talk.phase !== 'done');
  return (
    oldest(open.filter((talk) => isDue(talk, verb) && talk.asked.length === 0)) ??
    oldest(open.filter((talk) => isDue(talk, verb))) ??
    oldest(open.filter((talk) => talk.asked.length === 0)) ??
    oldest(open)
  );
}

function isDue(talk: Talk, verb: string): boolean {
  const { phase, hello, recipients } = talk;
  switch (verb) {
    case 'EHLO':
    case 'HELO':
    case 'LHLO':
      return phase === 'idle' && !hello;
    case 'MAIL':
      return phase === 'idle' && hello;
    case 'RCPT':
      return phase === 'mail';
    case 'DATA':
    case 'BDAT':
      return phase === 'mail' && recipients;
    case 'data':
      return phase === 'data' || talk.asked.includes('DATA');
    case 'QUIT':
      return phase === 'idle' || (phase === 'mail' && talk.asked.length === 0);
    default:
      return isKnownVerb(verb) ? phase !== 'data' && phase !== 'auth' : phase === 'auth';
  }
}

// --- connections --------------------------------------------------------------------------------------------------

function newTalk(state: State, pair: string): Talk {
  return {
    session: `${pair.replace(' ', '-')}#${state.count + 1}`,
    asked: [],
    hello: false,
    recipients: false,
    phase: 'new',
    blind: false,
    tls: undefined,
    turn: state.turn,
    more: undefined,
    cut: undefined,
  };
}

/** The longest silent. */
function oldest(talks: readonly Talk[]): Talk | undefined {
  let found: Talk | undefined;
  for (const talk of talks) if (found === undefined || talk.turn < found.turn) found = talk;
  return found;
}

function seen(talk: Talk): Talk {
  return talk.tls === undefined ? talk : { ...talk, tls: undefined };
}

/** Connections of two hosts that are remembered at once. */
const MOST_TALKS = 50;

function withTalk(state: State, pair: string, talk: Talk): State {
  const others = (state.talks.get(pair) ?? []).filter((each) => each.session !== talk.session && each.phase !== 'done');
  return { ...state, talks: new Map(state.talks).set(pair, [...others, talk].slice(-MOST_TALKS)) };
}

function closeTls(talk: Talk, context: ReadContext): void {
  if (talk.tls !== undefined) tell(talk.tls, 0, talk, { type: 'gap' }, context);
}

function tell(line: PeeledLine, from: number, { session }: Talk, event: ToolEvent, { emit }: ReadContext): void {
  const place: Located = within(line, from);
  emit({ session, speaker: 'tool', text: line.text.slice(from), event, ...place });
}

const HELLOS: ReadonlySet<string> = new Set(['EHLO', 'HELO', 'LHLO', 'HELP']);
