/**
 * Any other program that puts something of its own before what each side says: `fetchmail: SMTP> EHLO …`,
 * `[10:00:00] ESMTP< 250 …`, `[SMTP 192.0.2.1:4711] Sent 35 bytes: '220 …\r\n'`. Which mark is whose tell the commands and
 * replies behind it; once that is known, a line with the mark is that side's, whatever it says.
 */
import { encodeBase64 } from '../base64';
import { readsAsCommand } from '../command';
import type { ModeName } from '../conversation';
import { cutPieces } from '../pieces';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { readQuoted } from './quoted';
import { quotesShellTrace } from './shellTrace';
import { isSourceCode } from './sourceCode';
import { SPELLED_END, spelledLines } from './spelledEnds';
import { isSystemCall } from './systemCall';
import { isColumnsOfTshark } from './tsharkColumns';
import { altered } from './utter';
import { placeOf } from './wireText';

type Speaker = Said['speaker'];

interface Open {
  readonly session: string;
  /** The last line was a reply's that goes on. */
  readonly more: boolean;
  /** Its code. */
  readonly code: string;
  /** The last command, in upper case. */
  readonly verb: string;
  /** Lines of the message have been shown. */
  readonly lines: boolean;
  /** What each side said last, for programs that print it again. */
  readonly client: string;
  readonly server: string;
}

const UNHEARD: Omit<Open, 'session'> = { more: false, code: '', verb: '', lines: false, client: '', server: '' };

interface State {
  readonly count: number;
  /** Whose mark each shape is; `both` tells nothing. */
  readonly sides: ReadonlyMap<string, Speaker | 'both'>;
  readonly open: ReadonlyMap<string, Open>;
  /** The end of each side's marks, once two lines have had it: what has another end is something else. */
  readonly ends: Readonly<Partial<Record<Speaker, Ends>>>;
  /** The connection that spoke last. */
  readonly last: string | undefined;
}

interface Ends {
  readonly seen: readonly string[];
  readonly sure: string | undefined;
}

const NO_ENDS: Ends = { seen: [], sure: undefined };

const START: State = { count: 0, sides: new Map(), open: new Map(), ends: {}, last: undefined };

export const marked: Dialect<State> = {
  id: 'marked',
  name: 'any other program that marks who speaks',
  // A program reads more than what it sends, and Node shows what it holds in octets.
  dumps: (text) => isSystemCall(text) || /<Buffer(?: [\da-f]{2}){4}/.test(text),
  evidence,
  owns: ({ text }, state) => state.sides.size === 0 || knownMark(text, state) !== undefined,
  goesOn: (sample, state) => evidence(sample.filter(({ text }) => knownMark(text, state) !== undefined)),
  start: () => START,
  read,
  write(speaker, text, like) {
    const mark = like === undefined ? undefined : markOf(like.text);
    if (like === undefined || mark === undefined) return `${speaker === 'client' ? '-->' : '<--'} ${text}`;
    const before = like.text.slice(0, mark.from);
    return (mark.speaker === speaker ? before : opposite(before)) + text;
  },
};

/** The mark of the other side, as far as marks come in pairs. */
function opposite(mark: string): string {
  return turned(mark).replace(/[<>]/g, (arrow) => (arrow === '<' ? '>' : '<'));
}

function turned(mark: string): string {
  return mark.replace(PAIRS, (word) => {
    const other = OTHER.get(word.toLowerCase()) ?? word;
    if (word === word.toUpperCase()) return other.toUpperCase();
    return word === word.toLowerCase() ? other : other.charAt(0).toUpperCase() + other.slice(1);
  });
}

const WORDS = [
  ['send', 'recv'],
  ['sent', 'received'],
  ['sending', 'received'],
  ['client', 'server'],
  ['input', 'output'],
  ['write', 'read'],
  ['out', 'in'],
  ['c', 's'],
] as const;
const OTHER = new Map<string, string>(WORDS.flatMap(([a, b]) => [[b, a] as const, [a, b] as const]));
const PAIRS = /\b(?:send|recv|sent|received|sending|client|server|input|output|write|read|out|in|c|s)\b/gi;

interface Mark {
  readonly speaker: Speaker;
  /** Where what is said begins. */
  readonly from: number;
  readonly shape: string;
}

/**
 * The server's mark of mail clients that say no word to a server that refuses them: sSMTP, Claws Mail and Sylpheed, npm
 * sendmail. Nobody else's server stands behind it.
 */
const CLIENTS = /^(?:\[<-\] |(?:\[[\d :-]{8,19}\] )?E?SMTP< |recv [\w.-]{1,255}>)$/i;

/** No mark is longer. */
const LONGEST = 240;

const COMMAND = new RegExp(
  `(?:(?:EHLO|HELO|LHLO) {1,3}\\S|MAIL FROM:|RCPT TO:|BDAT \\d|AUTH [A-Z0-9-]{3,20}(?:[ '"\\\\<]|$)|(?:DATA|RSET|QUIT|NOOP|STARTTLS)(?:\\\\r|\\\\n|${SPELLED_END}|['"]|\\s*$))`,
  'i',
);
const REPLY = /[2-5]\d\d[ -]/;

/** What stands before the first command or reply of the line, when it can be a mark. */
function markOf(text: string): Mark | undefined {
  if (isSystemCall(text) || SPELT.test(text)) return undefined;
  const head = text.slice(0, LONGEST + 40);
  const command = COMMAND.exec(head)?.index ?? -1;
  const reply = replyAt(head);
  const isReply = reply >= 0 && (command < 0 || reply < command);
  const from = isReply ? reply : command;
  if (from <= 0 || from > LONGEST) return undefined;
  const before = text.slice(0, from);
  if (quotesShellTrace(before) || OTHER_PROTOCOL.test(before)) return undefined;
  // What it stands in may be prose or a program.
  if (!/(?:[^\w\s.@/\\-]|[<=-]-)\s*$/.test(before)) return undefined;
  if (EXCEPTION.test(before) || SUBJECT.test(before) || (isReply && /\S@[^\s@:]{1,255}: $/.test(before)))
    return undefined;
  if (/\w\($|[\w)]\(["'`]$|[,=+] ?["'`]$|[(,=+[ ][bruf]["'`]$/i.test(before) && from < LONG_HEAD) return undefined;
  return { speaker: isReply ? 'server' : 'client', from, shape: shapeOf(before) };
}

/**
 * Octets beside their characters (`hydra -d`, `nmap --script-trace`), line ends that are spelt out (`medusa -v 6`), and what an
 * exporter of Prometheus reads, tells of again, and quotes only where it has to: not as it was said.
 */
const SPELT =
  /^[\da-f]{4,8}: {1,3}(?:[\da-f]{4} ){1,8}|\[0D\]\[0A\]|(?:^| )[<>] [\w.:]{2,60}:\d{1,5} \| |^libnsock |\bmsg="(?:Read line|Regexp matched|Sending line)"/i;

/** A mail client may log all its accounts. */
const OTHER_PROTOCOL = /\b(?:POP3?|IMAP4?|NNTP)\b/;

/** An exception tells the reply that it was thrown for, a summary that of each address: they stand elsewhere, too. */
const EXCEPTION = /\b[A-Z]\w{0,60}(?:Error|Exception)\b/;

/** Of a mail that is about a log, or quotes one. */
const SUBJECT = /^(?:> ?){0,5}Subject: /i;

/** So much before a string is the head of a log's line. */
const LONG_HEAD = 80;

function replyAt(text: string): number {
  for (let at = 1; at < text.length; at++) {
    const found = REPLY.exec(text.slice(at));
    if (found === null) return -1;
    at += found.index;
    // Behind a digit, a point, a letter or a colon it is part of a number, a name or a time.
    if (!/[\w.:,/+#=-]/.test(text.charAt(at - 1)) && !/\d[ T]$/.test(text.slice(0, at))) return at;
  }
  return -1;
}

/** A mark without what changes from line to line: numbers and the names of connections. */
function shapeOf(mark: string): string {
  return mark.replace(/\b(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{5,}\b|\d+/g, '0');
}

/** The end of a mark, without words: `<` of `ESMTP< ` and `SMTP< `. */
function endOf(mark: string): string {
  return (/\S+\s*$/.exec(mark)?.[0] ?? '').replace(/[\w\s]+/g, '');
}

/** Where what `text` says begins when it starts with a mark of this shape. */
function afterShape(text: string, shape: string): number | undefined {
  let at = 0;
  for (let each = 0; each < shape.length; each++) {
    if (shape.charCodeAt(each) === ZERO) {
      const number = /^(?:(?=[0-9A-Fa-f]*\d)[0-9A-Fa-f]{5,}\b|\d+)/.exec(text.slice(at, at + 64));
      if (number === null) return undefined;
      at += number[0].length;
    } else if (shape.charCodeAt(each) === text.charCodeAt(at)) at++;
    else return undefined;
  }
  return at;
}

/**
 * A log, and no program or prose: each side speaks, and has a mark that the other one has not. Where the marks are no
 * pair, each speaks more than once.
 */
function evidence(sample: readonly PeeledLine[]): number {
  const shapes = new Map<string, { client: number; server: number }>();
  const spoken: string[] = [];
  let more = 0;
  let goesOn = false;
  let sender = '';
  let message: string | undefined;
  const refusals = new Set<string>();
  for (const { text } of sample) {
    // A message may imitate either side.
    if (message !== undefined && afterShape(text, message) !== undefined) {
      more++;
      continue;
    }
    const mark = markOf(text);
    if (mark === undefined) {
      goesOn &&= /^[2-5]\d\d[ -]/.test(text);
      if (goesOn) more++;
      continue;
    }
    const said = text.slice(mark.from);
    if (mark.speaker === 'client') sender = mark.shape;
    message = mark.speaker === 'server' && said.startsWith('354') && mark.shape !== sender ? sender : undefined;
    goesOn = mark.speaker === 'server' && said.charAt(3) === '-';
    spoken.push(said);
    if (/^(?:421|554)[ -]/.test(said) && CLIENTS.test(text.slice(0, mark.from))) refusals.add(said.trimEnd());
    const seen = shapes.get(mark.shape) ?? { client: 0, server: 0 };
    seen[mark.speaker]++;
    shapes.set(mark.shape, seen);
  }
  let client = 0;
  let server = 0;
  let paired = false;
  for (const [shape, seen] of shapes) {
    if (seen.client > 0 && seen.server > 0) continue;
    client = Math.max(client, seen.client);
    server = Math.max(server, seen.server);
    if (seen.client > 0) paired ||= [opposite(shape), turned(shape)].some((other) => shapes.get(other)?.client === 0);
  }
  // Sylpheed warns in the words of the refusal.
  if (client === 0 && spoken.length > 0 && spoken.every((said) => refusals.has(said.trimEnd())))
    return 4 * (refusals.size + more);
  const least = paired && server > 1 ? 1 : 2;
  if (client < least || server < least || isOtherProtocol(spoken)) return 0;
  if (isColumnsOfTshark(sample) || isSourceCode(sample)) return 0;
  if (!spoken.some((said) => speaksSmtp(said) === 3)) return 0;
  return 2 * (spoken.length + more);
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const known = knownMark(text, state);
  if (known === undefined && quotesShellTrace(text)) return state;
  const mode = known === undefined ? undefined : modeBehind(text, known, state, context);
  if (known?.speaker === 'client' && (mode === 'data' || mode === 'bdat')) return tell(line, known, state, context);
  const found = markOf(text);
  if (found === undefined) {
    if (known === undefined) return continued(line, state, context);
    const sayable =
      known.speaker === 'client' &&
      (mode === 'auth' ||
        HIDDEN_COMMAND.test(text.slice(known.from)) ||
        /^[A-Za-z][\w-]{2,11}(?: |$)|^\*(?:\\r|\s*$)|^\[AUTH /.test(text.slice(known.from)));
    return sayable ? tell(line, known, state, context) : state;
  }
  const ended = counted(text, found, state);
  return ended === undefined ? continued(line, state, context) : tell(line, found, learned(found, ended), context);
}

/** A line with the end of its mark counted; undefined when that side's marks have another end. */
function counted(text: string, { speaker, from }: Mark, state: State): State | undefined {
  const end = endOf(text.slice(0, from));
  const usual = state.ends[speaker] ?? NO_ENDS;
  if (usual.sure !== undefined) return usual.sure === end ? state : undefined;
  const sure = usual.seen.includes(end) ? end : undefined;
  return { ...state, ends: { ...state.ends, [speaker]: { seen: [...usual.seen, end], sure } } };
}

function learned({ shape, speaker }: Mark, state: State): State {
  const side = state.sides.get(shape);
  if (side === speaker || side === 'both') return state;
  const sides = new Map(state.sides).set(shape, side === undefined ? speaker : 'both');
  if (sides.size > MOST_SHAPES) sides.delete(sides.keys().next().value as string);
  return { ...state, sides };
}

const MOST_SHAPES = 40;

function knownMark(text: string, { sides }: State): Mark | undefined {
  let longest: Mark | undefined;
  for (const [shape, speaker] of sides) {
    if (speaker === 'both') continue;
    const from = afterShape(text, shape);
    if (from !== undefined && from > (longest?.from ?? 0)) longest = { speaker, from, shape };
  }
  return longest;
}

function modeBehind(text: string, { from }: Mark, state: State, { modeOf }: ReadContext): ModeName | undefined {
  const open = state.open.get(keyOf(text, from, state));
  return open === undefined ? undefined : modeOf(open.session);
}

/** Without a mark: a further line of a reply, or, behind one of the message, some of it: how it was escaped is unknown. */
function continued(line: PeeledLine, state: State, { emit, modeOf }: ReadContext): State {
  const { last } = state;
  const open = last === undefined ? undefined : state.open.get(last);
  if (open?.lines === true && modeOf(open.session) === 'data') {
    emit({ session: open.session, speaker: 'client', text: '', elided: { what: 'data' }, ...within(line, 0) });
  }
  if (last === undefined || open?.more !== true) return state;
  const end = line.text.trimEnd().length;
  const from = replyIn(line.text.slice(0, end), open.code);
  const text = line.text.slice(from, end);
  const goesOn = looksLikeReply(text);
  const more = goesOn && text.charAt(3) === '-';
  if (goesOn) emit({ session: open.session, speaker: 'server', text, ...within(line, from, end) });
  return { ...state, open: new Map(state.open).set(last, { ...open, more }) };
}

/** Where the reply goes on: at the start, or behind what a log puts in front of each line. */
function replyIn(text: string, code: string): number {
  if (looksLikeReply(text)) return 0;
  for (let at = text.indexOf(code); at > 0 && at < FURTHEST; at = text.indexOf(code, at + 1)) {
    if (/[\s:|\]>]/.test(text.charAt(at - 1)) && looksLikeReply(text.slice(at))) return at;
  }
  return 0;
}

/** Logs put no more than this in front of a line. */
const FURTHEST = 160;

function tell(line: PeeledLine, mark: Mark, state: State, context: ReadContext): State {
  const texts = textsOf(line, mark);
  const first = texts[0];
  if (first === undefined) return state;
  const key = keyOf(line.text, mark.from, state);
  let now = state;
  let open = state.open.get(key);
  if (open !== undefined && isEcho(mark, texts, open, context)) return state;
  if (open !== undefined && key === '' && begins(mark.speaker, first.text, open)) {
    // Without a name it may be another connection's: the reader sees whether this one is over.
    open = { ...open, ...UNHEARD };
  } else if (open === undefined || begins(mark.speaker, first.text, open)) {
    const session = key === '' ? String(state.count + 1) : `${key}/${state.count + 1}`;
    open = { session, ...UNHEARD };
    now = { ...state, count: state.count + 1 };
    const whole = mark.speaker === 'server' && beginsAsGreeting(first.text);
    const place = { session, text: '', ...within(line, 0, 0) };
    context.emit({ speaker: 'tool', event: { type: 'connect', whole, tls: 'unknown' }, ...place });
  }
  for (const each of texts) {
    open = say({ session: open.session, speaker: mark.speaker, ...each }, open, context);
  }
  const sessions = new Map(now.open);
  sessions.delete(key);
  sessions.set(key, { ...open, [mark.speaker]: mark.shape + joined(texts) });
  if (sessions.size > MOST_OPEN) sessions.delete(sessions.keys().next().value as string);
  return { ...now, open: sessions, last: key };
}

const MOST_OPEN = 500;

/** The same words of the same side with another mark: the program prints them twice. */
function isEcho({ speaker, shape }: Mark, texts: readonly Text[], open: Open, { modeOf }: ReadContext): boolean {
  const text = joined(texts);
  const before = open[speaker];
  if (text.length < 4 || !before.endsWith(text) || before === shape + text) return false;
  return speaker === 'server' || modeOf(open.session) === 'command';
}

function joined(texts: readonly Text[]): string {
  return texts.map(({ text }) => text).join('\n');
}

/** A greeting under a name that has spoken before: the connection before is over. */
function begins(speaker: Speaker, text: string, { verb, more }: Open): boolean {
  if (speaker === 'client' || more) return false;
  return verb !== '' && verb !== 'STARTTLS' && /^220[ -]/.test(text);
}

function say(said: Said, open: Open, context: ReadContext): Open {
  const { session, text } = said;
  const mode = context.modeOf(session);
  const inData = mode === 'data';
  if (said.speaker === 'server') {
    if (inData) {
      const place = {
        line: said.line,
        start: said.start,
        end: said.start,
        session,
        speaker: 'client',
        text: '',
      } as const;
      context.emit(open.lines ? { kind: 'end-of-data', ...place } : { elided: { what: 'data' }, ...place });
    }
    context.emit(said);
    return { ...open, more: text.charAt(3) === '-', code: text.slice(0, 3), lines: false };
  }
  if (inData && END_OF_MESSAGE.test(text)) {
    context.emit(altered(said, { text: '', elided: { what: 'data' } }));
    context.emit(altered(said, { text: '.', kind: 'end-of-data' }));
    return { ...open, lines: true, more: false };
  }
  if (inData || mode === 'bdat') {
    context.emit(said);
    return { ...open, lines: true, more: false };
  }
  context.emit(altered(said, unhidden(said, mode)));
  const verb = readsAsCommand(text) ? (text.split(' ', 1)[0] ?? '').toUpperCase() : open.verb;
  return { ...open, verb, more: false, lines: false };
}

/** What a client's line stands for in which the program hides a login, what goes on with one, or its base64. */
function unhidden({ text, line, start, end }: Said, mode: ModeName): Partial<Said> {
  const login = HIDDEN_LOGIN.exec(text)?.[1];
  if (login !== undefined) return { text: `AUTH ${login} ***` };
  const word = HIDDEN_COMMAND.test(text);
  if (mode !== 'auth') return word ? { text: 'AUTH ***' } : {};
  const plain = /^\[Encoded: (.{1,1000})\]$/.exec(text)?.[1];
  if (plain !== undefined)
    return { text: encodeBase64(plain), pieces: [{ at: 0, line, column: start, width: end - start }] };
  return word || HIDDEN_SECRET.test(text) ? { text: '', elided: { what: 'secret' } } : {};
}

/** What mail programs write where they do not show the message. */
const END_OF_MESSAGE = /^\. ?\(EOM\)$/;
const HIDDEN_SECRET = /^(?:\*{3,}|<[^<>@]{3,60}>|\[[^\]]{3,400}\])$/;
/** In place of the whole command as well. */
const HIDDEN_COMMAND = /^\*(?:sensitive|secret|hidden|redacted|credentials?)\*$/i;
/** `[AUTH PLAIN]`: the whole command, of which the secret is not shown. */
const HIDDEN_LOGIN = /^\[AUTH ([A-Z0-9-]{3,20})\]$/;

type Text = Pick<Said, 'line' | 'start' | 'end' | 'pieces' | 'text' | 'time'>;

/** What stands behind the mark, a quoted string undone; a string or a list may hold several lines. */
function textsOf(line: PeeledLine, { from, speaker }: Mark): Text[] {
  const timed = line.time === undefined ? {} : { time: line.time };
  const quoted = /["']/.test(line.text.charAt(from - 1)) ? readQuoted(line, from - 1) : undefined;
  if (quoted === undefined) {
    const rest = line.text.slice(from);
    const spelled = spelledLines(rest, speaker);
    if (spelled !== undefined) {
      const part = (start: number, end: number) => within(line, from + start, from + end);
      return spelled.map(({ from: at, to }) => ({ text: rest.slice(at, to), ...part(at, to), ...timed }));
    }
    if (speaker === 'server' && LISTED.test(rest))
      return listed(line, from, rest).map(({ text, ...each }) => ({ text, ...each, ...timed }));
    const text = speaker === 'server' ? rest.trimEnd() : rest.replace(/\r$/, '');
    return [{ text, ...within(line, from, from + text.length), ...timed }];
  }
  const texts: Text[] = [];
  let at = 0;
  for (const each of quoted.text.replace(/\r?\n$/, '').split('\n')) {
    const text = each.replace(/\r$/, '');
    const pieces = cutPieces(quoted.pieces, quoted.text.length, at, at + text.length);
    const place = pieces.length > 0 ? placeOf(pieces) : within(line, from, from);
    texts.push({ text, ...place, ...timed });
    at += each.length + 1;
  }
  return texts;
}

/** A reply of several lines in one, and what stands between them. */
const LISTED = /^(\d{3})-.{0,1000}?( ?[,;|/]? |\\r\\n|\\n|<br ?\/?>)\1[ -]/i;

/** `250-mx, 250-PIPELINING, 250 SIZE`: the lines of a reply in one. */
function listed(line: PeeledLine, from: number, rest: string): Text[] {
  const code = rest.slice(0, 3);
  const texts: Text[] = [];
  const text = rest.trimEnd();
  const between = LISTED.exec(rest)?.[2] ?? ', ';
  let at = 0;
  const push = (end: number) => texts.push({ text: text.slice(at, end), ...within(line, from + at, from + end) });
  for (let end = text.indexOf(between); end >= 0; end = text.indexOf(between, end + 1)) {
    const next = end + between.length;
    if (!text.startsWith(code, next) || !/^[ -]?$/.test(text.charAt(next + 3))) continue;
    push(end);
    at = next;
  }
  push(text.length);
  return texts;
}

/** An address with its port, one in quotes, a host behind `SMTP`, a name in brackets; Stalwart's fields of the peer. */
const NAME =
  /[[(<][^\s[\]()<>]{0,40}\d[^\s[\]()<>]{0,40}[\])>]|\b\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}\b|'\d{1,3}(?:\.\d{1,3}){3}'|\bSMTP \([\w-]{1,63}(?:\.[\w-]{1,63}){1,9}\)|\bremote\.?ip\W{1,4}[\w.:]{3,45}\W{1,3}remote\.?port\W{1,4}\d{1,5}/gi;

/** What names the connection in a mark. */
function keyOf(text: string, from: number, { open, last }: State): string {
  const names = text.slice(0, from).match(NAME) ?? [];
  const key = names.filter((name) => WITH_PORT.test(name) || !NO_NAME.test(name)).join(' ');
  if (key === '' || open.has(key) || text.startsWith('220', from)) return key;
  // A name that changes with each line is none.
  const before = last === undefined ? undefined : open.get(last);
  return before === undefined || before.verb !== '' ? key : (last as string);
}

const WITH_PORT = /\d{1,3}(?:\.\d{1,3}){3}:\d{1,5}/;
/** A time, a date, or a small number. */
const NO_NAME = /\d\d:\d\d|\d{4}-\d\d|^[[(<]\d{1,3}[\])>]$/;

const ZERO = 48;
