/**
 * Lines that name who speaks, as RFCs, manuals and home-grown debug output print them: `C: `/`S: `, the `S: `/`R: ` of
 * RFC 821, `Client: `/`Server: `, `[SEND] `/`[RECV] `, `in> `/`out> `. Long lines are wrapped and go on indented, so do
 * the lines of a reply, or bare behind the first; `<starts TLS negotiation>` is a note. Which word is the client's shows in what
 * the lines say. What answers a challenge may not be shown (FakeSMTP).
 */
import { readsAsCommand } from '../command';
import { speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine, Piece, Said, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { isColumnsOfTshark } from './tsharkColumns';

interface Label {
  readonly word: string;
  readonly side: 'client' | 'server' | 'both';
  /** Columns of blanks before the word, and where the text begins after all blanks. */
  readonly indent: number;
  readonly from: number;
  /** Blanks between the label and the text. */
  readonly blanks: number;
}

type Speaker = 'client' | 'server';

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** Who each word stands for: a server's `in` is the client, and the `S` of RFC 821 is the sender. */
  readonly roles: Readonly<Record<string, Speaker>>;
  readonly indent: number;
  /** Blanks that belong to the label: as many as the first line has. */
  readonly blanks: number | undefined;
  readonly last: Speaker | undefined;
  /** A line that the next one may go on with. */
  readonly held: Said | undefined;
  /** The server has said an empty line, which no server does: the program splits what it says at line ends, and labels the rest. */
  readonly padded: boolean;
}

const START: State = {
  session: 1,
  begun: false,
  roles: {},
  indent: 0,
  blanks: undefined,
  last: undefined,
  held: undefined,
  padded: false,
};

export const labelled: Dialect<State> = {
  id: 'labelled',
  name: 'RFC example, Client:/Server: lines',
  evidence,
  start: () => START,
  read,
  finish: (state, context) => void release(state, context),
  write(speaker, text, like) {
    const label = like === undefined ? undefined : labelOf(like.text);
    if (like === undefined || label === undefined) return `${speaker === 'client' ? 'Client' : 'Server'}: ${text}`;
    const said = looksLikeReply(like.text.slice(label.from)) ? 'server' : 'client';
    const before = like.text.slice(0, label.from);
    if (said === speaker) return before + text;
    const at = before.indexOf(label.word);
    return `${before.slice(0, at)}${oppositeOf(label.word)}${before.slice(at + label.word.length)}${text}`;
  },
};

const CLIENT = new Map([
  ['c', 's'],
  ['client', 'server'],
  ['sender', 'receiver'],
  ['send', 'recv'],
  ['sent', 'received'],
  ['sending', 'receiving'],
  ['out', 'in'],
  ['outgoing', 'incoming'],
  ['tx', 'rx'],
  ['request', 'response'],
  ['command', 'reply'],
  ['cmd', 'resp'],
  ['local', 'remote'],
  ['write', 'read'],
  ['us', 'them'],
]);
const SERVER = new Map([
  ...[...CLIENT].map(([client, server]) => [server, client] as const),
  ['r', 's'],
  ['receive', 'send'],
]);

const LABEL =
  /^([ \t]{0,30})(?:([CS]) ?[&/,] ?[CS]|([A-Za-z]{1,9})|\[([A-Za-z]{1,9})\]|\(([A-Za-z]{1,9})\))(?: ?[:>|])?( {0,8})/;

function labelOf(text: string): Label | undefined {
  const found = LABEL.exec(text);
  if (found === null) return undefined;
  const [all, indent = '', both, plain, square, round, blanks = ''] = found;
  const word = plain ?? square ?? round ?? both ?? '';
  // A bare word needs its colon; in brackets it may stand without.
  if (plain !== undefined && !/[:>|] *$/.test(all)) return undefined;
  const key = word.toLowerCase();
  const side = both !== undefined ? 'both' : CLIENT.has(key) ? 'client' : SERVER.has(key) ? 'server' : undefined;
  if (side === undefined || (blanks === '' && all.length < text.length && plain !== undefined && key.length < 3)) {
    return undefined;
  }
  return { word, side, indent: indent.length, from: all.length, blanks: blanks.length };
}

function oppositeOf(word: string): string {
  const key = word.toLowerCase();
  const opposite = CLIENT.get(key) ?? SERVER.get(key) ?? word;
  if (word === word.toUpperCase()) return opposite.toUpperCase();
  return word === key ? opposite : opposite.charAt(0).toUpperCase() + opposite.slice(1);
}

/** The canonical format is a case of this one: only what it does not have makes the difference. */
function evidence(sample: readonly PeeledLine[]): number {
  let lines = 0;
  let smtp = 0;
  let signs = 0;
  let before: Label | undefined;
  for (const { text } of sample) {
    const label = labelOf(text);
    if (label === undefined) {
      if (before !== undefined && indentOf(text) > before.indent && text.trim() !== '') signs++;
      continue;
    }
    before = label;
    const said = text.slice(label.from).trimEnd();
    const isSpoken = looksLikeReply(said) || readsAsCommand(said);
    if (isSpoken) lines++;
    smtp += speaksSmtp(said);
    if (label.side === 'both' || label.word.length > 1 || label.word.toLowerCase() === 'r') signs++;
    // More blanks before other text are a folded header's own.
    else if ((isSpoken && label.blanks > 1) || isNote(said)) signs++;
  }
  if (smtp < 3 || isColumnsOfTshark(sample)) return 0;
  // Without a sign of its own it is the canonical format as well, which then reads it.
  return lines * (signs > 0 ? 5 : 1.5);
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const label = labelOf(text);
  if (label === undefined) return unlabelled(line, state, context);
  const now = release(state, context);
  const blanks = now.blanks ?? label.blanks;
  const from = label.from - Math.max(0, label.blanks - blanks);
  const shown = text.slice(from).trimEnd();
  const mode = now.begun ? context.modeOf(String(now.session)) : 'closed';
  const payload = mode === 'data' || mode === 'bdat';
  const placed = { ...now, indent: label.indent };
  if (label.side === 'both' || (!payload && isNote(shown))) return note(line, from, shown, placed, context);
  const speaker = roleOf(label, shown, payload, now.roles);
  if (shown === '' && now.begun && !payload && (now.padded || speaker === 'server')) return { ...now, padded: true };
  const roles = { ...now.roles, [label.word]: speaker };
  const whole = speaker === 'server' && shown.startsWith('220');
  const begun = begin(line, { ...placed, blanks, roles }, whole, context);
  const octets = payload && speaker === 'client' ? OCTETS.exec(shown)?.[1] : undefined;
  const said: Said = {
    session: String(begun.session),
    speaker,
    text: payload ? text.slice(from) : shown,
    ...within(line, from, payload ? text.length : from + shown.length),
    ...(octets !== undefined && { elided: { what: 'data', octets: Number(octets) } as const, text: '' }),
  };
  if (mode === 'auth' && speaker === 'server' && now.last === 'server' && looksLikeReply(shown)) {
    context.emit({
      session: said.session,
      speaker: 'client',
      text: '',
      elided: { what: 'secret' },
      ...within(line, from, from),
    });
  }
  if (payload && speaker === 'client') {
    context.emit(said);
    return { ...begun, last: speaker };
  }
  return { ...begun, last: speaker, held: said };
}

/** `<wait for connection on TCP port 25>`, `(86 octets)`: words about the session, not words of it. */
const NOTE = /^(?:<[^<>@]{3,400}>|\([^()@]{3,400}\))$/;

function isNote(text: string): boolean {
  return text.includes(' ') && NOTE.test(text);
}

const OCTETS = /^[(<[]\D{0,40}(\d{1,12}) (?:octets|bytes)\b.{0,60}[)>\]]$/i;

function roleOf({ word, side }: Label, text: string, payload: boolean, roles: State['roles']): Speaker {
  const known = roles[word];
  if (known !== undefined) return known;
  if (!payload && looksLikeReply(text)) return 'server';
  if (!payload && readsAsCommand(text)) return 'client';
  const usual = side === 'client' ? 'client' : 'server';
  const taken = Object.values(roles).includes(usual);
  return taken ? (usual === 'client' ? 'server' : 'client') : usual;
}

function unlabelled(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const indent = indentOf(text);
  const shown = text.trim();
  if (goesOnBare(state.held, text)) {
    const done = release(state, context);
    const place = within(line, 0, text.trimEnd().length);
    const said: Said = { session: String(done.session), speaker: 'server', text: text.trimEnd(), ...place };
    return { ...done, held: said };
  }
  if (!state.begun || shown === '' || indent <= state.indent) return state;
  const now = state.held?.speaker === 'client' && !/\S/.test(state.held.text) ? release(state, context) : state;
  const session = String(now.session);
  const { held } = now;
  if (held === undefined || context.modeOf(session) === 'data') {
    const done = release(now, context);
    const mode = context.modeOf(session);
    // A message of which only the first line has a label.
    if (mode !== 'data' && mode !== 'bdat') return done;
    const from = Math.min(indent, done.indent + 2 + (done.blanks ?? 1));
    context.emit({ session, speaker: 'client', text: text.slice(from), ...within(line, from) });
    return done;
  }
  if (held.speaker === 'server' && looksLikeReply(shown)) {
    const done = release(now, context);
    return {
      ...done,
      held: { session, speaker: 'server', text: shown, ...within(line, indent, indent + shown.length) },
    };
  }
  return { ...now, held: joined(held, within(line, indent, indent + shown.length), shown) };
}

/** The line before began a reply that this one goes on with, or ends. */
function goesOnBare(held: Said | undefined, text: string): boolean {
  if (held?.speaker !== 'server' || held.text.charAt(3) !== '-' || !looksLikeReply(held.text)) return false;
  return looksLikeReply(text) && text.slice(0, 3) === held.text.slice(0, 3);
}

/** A long line was wrapped at a blank, or in the middle of base64. */
function joined(held: Said, place: Located, text: string): Said {
  const word = /^[A-Za-z0-9+/]{8,}={0,2}$/;
  const glue =
    word.test(text.split(' ', 1)[0] ?? '') && word.test(held.text.slice(held.text.lastIndexOf(' ') + 1)) ? '' : ' ';
  const at = held.text.length;
  const pieces: Piece[] = [
    ...(held.pieces ?? [{ at: 0, line: held.line, column: held.start, width: held.end - held.start }]),
    ...(glue === '' ? [] : [{ at, line: place.line, column: place.start, width: 0 }]),
    { at: at + glue.length, line: place.line, column: place.start, width: place.end - place.start },
  ];
  return { ...held, text: held.text + glue + text, pieces };
}

function note(line: PeeledLine, from: number, text: string, state: State, context: ReadContext): State {
  const event = eventOf(text);
  if (event?.type === 'connect') return { ...state, session: state.session + (state.begun ? 1 : 0), begun: false };
  if (event === undefined || !state.begun) return state;
  context.emit({ session: String(state.session), speaker: 'tool', text, event, ...within(line, from) });
  return state;
}

function eventOf(text: string): ToolEvent | undefined {
  if (/\bopens? (?:a )?connection|\bwaits? for (?:a |open )?connection/i.test(text))
    return { type: 'connect', whole: true };
  if (/\b(?:tls|ssl)\b/i.test(text) && /negotiat|handshake|starts?|established/i.test(text)) return { type: 'tls' };
  if (/\b(?:closes?|drops?|terminates?)\b.{0,20}\b(?:connection|channel|session)/i.test(text))
    return { type: 'close', by: 'unknown' };
  return undefined;
}

function begin(line: PeeledLine, state: State, whole: boolean, { emit }: ReadContext): State {
  if (state.begun) return state;
  const session = String(state.session);
  emit({ session, speaker: 'tool', text: '', event: { type: 'connect', whole }, ...within(line, 0, 0) });
  return { ...state, begun: true };
}

function release(state: State, context: ReadContext): State {
  if (state.held === undefined) return state;
  context.emit(state.held);
  return { ...state, held: undefined };
}

function indentOf(text: string): number {
  let indent = 0;
  while (text.charCodeAt(indent) === SPACE || text.charCodeAt(indent) === TAB) indent++;
  return indent;
}

const TAB = 9;
const SPACE = 32;
