/**
 * Thunderbird with `mailnews.smtp.loglevel` at All: what its error console copies (`mailnews.smtp: S: 250 OK`, the place in
 * its program behind it), what it writes to its terminal or with `MOZ_LOG=mailnews.smtp:5` (the same as a string), and what
 * versions before 91 wrote with `MOZ_LOG=SMTP:4`. The message is not shown, a login hardly ever, and nothing in the lines
 * names the connection: while there are two, they are no dialogue.
 */
import { readsAsCommand } from '../command';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine, Said, ToolEvent } from '../transcript';
import { deliver } from './delivery';
import type { Dialect, ReadContext } from './dialect';
import { quoteText } from './quoted';
import { type Entry, endOf, entryOf, type Form, headOf, isHidden, weightOf } from './thunderbirdEntry';
import { tell } from './utter';
import { appendWire, cutLines, placeOf, verbatim, type WireLine, type WireText } from './wireText';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** Connections that are open at the same time, when there are several. */
  readonly crowd: number;
  /** One that is over has not been told to be closed yet. */
  readonly late: boolean;
  /** The client is about to go. */
  readonly leaves: boolean;
  /** The server has to answer. */
  readonly asked: boolean;
  /** The form of the lines; a terminal may show each of them in two. */
  readonly form: Form | undefined;
  /** The last command, in upper case. */
  readonly verb: string;
  /** How the client is logging in. */
  readonly mechanism: string | undefined;
  /** Some of the message has been told. */
  readonly message: boolean;
  readonly goesOn: boolean;
  /** The end of what the server sent, which what it sends next may go on with. */
  readonly held: Held | undefined;
}

interface Held extends WireText {
  readonly line: PeeledLine;
  readonly time: number | undefined;
}

const START: State = {
  count: 0,
  open: false,
  crowd: 0,
  late: false,
  leaves: false,
  asked: false,
  form: undefined,
  verb: '',
  mechanism: undefined,
  message: false,
  goesOn: false,
  held: undefined,
};

export const thunderbird: Dialect<State> = {
  id: 'thunderbird',
  name: 'Thunderbird',
  sequential: true,
  lossy: true,
  evidence,
  start: () => START,
  read,
  finish: (state, context) => void release(state, context),
  write(speaker, text, like) {
    const { form, head } = (like === undefined ? undefined : headOf(like.text)) ?? { form: 'console', head: MARK };
    if (form === 'old') return `${head}SMTP ${speaker === 'client' ? 'Send' : 'Response'}: ${text}`;
    const said = `${speaker === 'client' ? 'C' : 'S'}: ${text}`;
    return head + (form === 'console' ? said : quoteText(speaker === 'client' ? said : `${said}\r\n`, '"'));
  },
};

const MARK = 'mailnews.smtp: ';

function evidence(sample: readonly PeeledLine[]): number {
  let sum = 0;
  let goesOn = false;
  for (const line of sample) {
    const entry = entryOf(line);
    if (entry !== undefined) {
      sum += weightOf(entry);
      goesOn = entry.goesOn;
    } else if (goesOn && looksLikeReply(line.text)) sum += 4;
  }
  return sum;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const entry = entryOf(line);
  if (entry === undefined) return state.goesOn ? further(line, state, context) : state;
  const before = state.goesOn ? { ...state, goesOn: false } : state;
  if (state.form !== undefined && entry.form !== state.form && (state.open || state.crowd > 0 || !begins(entry))) {
    return before;
  }
  const now = { ...before, form: entry.form };
  if (entry.speaker === undefined) return told(line, entry, now, context);
  if (now.crowd > 0) return now;
  return entry.speaker === 'server' ? serverSays(line, entry, now, context) : clientSays(line, entry, now, context);
}

function begins({ speaker, said }: Entry): boolean {
  return speaker === undefined ? CONNECTING.test(said.text) : speaker === 'server' && /^220[ -]/.test(said.text);
}

// --- what the server says -----------------------------------------------------------------------------------------

/** What came in one go: several lines, of which the last may lack its end. */
function serverSays(line: PeeledLine, entry: Entry, before: State, context: ReadContext): State {
  let state = before;
  const { form, time } = entry;
  for (const each of cutLines(entry.said)) {
    const whole = joined(state.held, each);
    if (whole === undefined) state = release(state, context);
    const { text, pieces } = whole ?? each;
    const unended = form === 'console' ? !entry.goesOn : form !== 'old' && each.wireEol === '';
    const held = { text, pieces, line, time };
    state = unended ? { ...state, held } : hears(held, { ...state, held: undefined }, context, each.wireEol);
  }
  return { ...state, goesOn: entry.goesOn };
}

/** What goes on with a line that lacked its end; a line that is a reply's is another one. */
function joined(held: Held | undefined, more: WireLine): WireText | undefined {
  if (held === undefined || looksLikeReply(more.text)) return undefined;
  return appendWire(held, more);
}

function release(state: State, context: ReadContext): State {
  return state.held === undefined ? state : hears(state.held, { ...state, held: undefined }, context);
}

/** A line of the console below what the server sent: more of it, or where in the program it was written. */
function further(line: PeeledLine, state: State, context: ReadContext): State {
  const end = endOf(line.text);
  const ends = end < line.text.trimEnd().length;
  if (end === 0) return ends ? { ...state, goesOn: false } : state;
  if (!looksLikeReply(line.text.slice(0, end))) return { ...state, goesOn: false };
  const held = { line, time: undefined, ...verbatim(line, 0, end) };
  const now = release(state, context);
  return ends ? { ...now, goesOn: false, held } : hears(held, now, context);
}

function hears(said: Held, before: State, context: ReadContext, wireEol?: string): State {
  const { text } = said;
  const greets = !before.open || (before.verb === 'QUIT' && /^220[ -]/.test(text));
  const state = greets ? begin(said.line, beginsAsGreeting(text), before, context) : before;
  const session = String(state.count);
  if (context.modeOf(session) === 'data') endOfMessage(said.line, state, context);
  utter(said, session, 'server', context, wireEol === '\n' ? { wireEol } : undefined);
  const over = text.startsWith('221 ') || text === '221';
  return { ...state, message: false, late: over, open: !over, asked: text.charAt(3) === '-' };
}

// --- what the client says -----------------------------------------------------------------------------------------

function clientSays(line: PeeledLine, { said, time }: Entry, before: State, context: ReadContext): State {
  const waited = release(before, context);
  // It says so whether there is a connection left or not.
  if (!waited.open && waited.late && said.text === 'QUIT') return waited;
  const state = waited.open ? waited : begin(line, false, waited, context);
  const session = String(state.count);
  const mode = context.modeOf(session);
  const { text } = said;
  const client = { line, time, ...said };
  if (isHidden(text)) {
    const known = state.mechanism === undefined ? 'AUTH ***' : `AUTH ${state.mechanism} ***`;
    const secret = mode === 'auth' ? ({ text: '', elided: { what: 'secret' } } as const) : { text: known };
    utter(client, session, 'client', context, secret);
    return { ...state, asked: true };
  }
  if (mode === 'data' && text === '.') {
    endOfMessage(line, state, context);
    return { ...state, message: false, asked: true };
  }
  if (mode === 'data' && /^(?:QUIT|RSET)$/i.test(text)) {
    endOfMessage(line, state, context);
    utter(client, session, 'client', context, { kind: 'command' });
  } else if (text !== '' || mode === 'auth') utter(client, session, 'client', context);
  const verb = readsAsCommand(text) ? (text.split(' ', 1)[0] ?? '').toUpperCase() : state.verb;
  return { ...state, verb, asked: true, leaves: state.leaves || verb === 'QUIT' };
}

/** The dot is not told; where nothing of the message is told either, it was left out of the log. */
function endOfMessage(line: PeeledLine, { count, message }: State, context: ReadContext): void {
  const said = { line, time: undefined, ...verbatim(line, 0, 0) };
  const session = String(count);
  if (!message) utter(said, session, 'client', context, { text: '', elided: { what: 'data' } });
  utter(said, session, 'client', context, { text: '.', kind: 'end-of-data' });
}

function utter(
  { text, pieces, line, time }: Held,
  session: string,
  speaker: Said['speaker'],
  { emit }: ReadContext,
  more?: Partial<Said>,
): void {
  const at = line.line.number;
  const place = pieces.length > 0 ? placeOf(pieces) : { line: at, start: line.from, end: line.from };
  emit({ session, speaker, text, ...place, ...(time !== undefined && { time }), ...more });
}

// --- what it says for itself --------------------------------------------------------------------------------------

const CONNECTING = /^(?:SMTP )?Connecting to:? (?:smtps?:\/\/)?([^\s/]{1,255}?)(?::(\d{1,5}))?$/;

function told(line: PeeledLine, entry: Entry, before: State, context: ReadContext): State {
  const state = release(before, context);
  const { text } = entry.said;
  const session = String(state.count);
  const address = CONNECTING.exec(text);
  if (address !== null) return connecting(line, entry, address, state, context);
  if (text === CLOSED) return closed(line, state, context);
  const failure = failureIn(text);
  if (state.crowd > 0) return { ...state, crowd: state.crowd - (failure?.about === 'connect' ? 1 : 0) };
  if (!state.open) return failed(line, text, state, context);
  const octets = /^Sending (\d{1,12}) bytes of payload$/.exec(text)?.[1];
  if (octets !== undefined && context.modeOf(session) === 'data') {
    const said = { line, time: entry.time, ...entry.said };
    utter(said, session, 'client', context, { text: '', elided: { what: 'data', octets: Number(octets) } });
    return { ...state, message: true, asked: true };
  }
  const mechanism = /^(?:Current auth method: |Authentication via AUTH )([A-Z0-9-]{3,20})$/.exec(text)?.[1];
  if (mechanism !== undefined) return { ...state, mechanism };
  if (/^Closing connection to .{0,255} immediately!$/.test(text)) {
    tell(line, 0, session, { type: 'close', by: 'client' }, context);
    return { ...state, open: false, late: true };
  }
  if (/^Closing connection\b/.test(text)) return { ...state, leaves: true };
  if (failure === undefined) return state;
  tell(line, 0, session, failure, context);
  return { ...state, open: false, late: true };
}

function connecting(
  line: PeeledLine,
  { form }: Entry,
  address: RegExpExecArray,
  state: State,
  context: ReadContext,
): State {
  if (state.crowd > 0) return { ...state, crowd: state.crowd + 1 };
  if (state.open) {
    const session = String(state.count);
    tell(line, 0, session, { type: 'gap' }, context);
    tell(line, 0, session, { type: 'close', by: 'unknown' }, context);
    // Old versions do not tell that a connection is over.
    if (form !== 'old') return { ...state, open: false, crowd: 2 };
  }
  const [, host = '', port] = address;
  // On these ports TLS begins with STARTTLS, which is shown.
  const clear = port === '25' || port === '587';
  const at = { host: host.replace(/^\[|\]$/g, ''), ...(port !== undefined && { port: Number(port) }) };
  const now = begin(line, true, state, context, { ...at, ...(!clear && { tls: 'unknown' as const }) });
  return { ...now, late: state.late };
}

type Connect = Extract<ToolEvent, { type: 'connect' }>;

function begin(line: PeeledLine, whole: boolean, state: State, context: ReadContext, more?: Partial<Connect>): State {
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', whole, ...(more ?? { tls: 'unknown' }) }, context);
  return { ...START, count, open: true, form: state.form, goesOn: state.goesOn };
}

function closed(line: PeeledLine, state: State, context: ReadContext): State {
  if (state.crowd > 0) return { ...state, crowd: state.crowd - 1 };
  if (state.late) return { ...state, late: false };
  if (!state.open) return state;
  const session = String(state.count);
  if (state.asked && !state.leaves) tell(line, 0, session, { type: 'error', about: 'lost', message: CLOSED }, context);
  tell(line, 0, session, { type: 'close', by: state.leaves ? 'unknown' : 'server' }, context);
  return { ...state, open: false };
}

const CLOSED = 'Socket closed.';

/** The socket's error, which ends the connection; one that was never made is not told to be closed. */
function failureIn(text: string): Extract<ToolEvent, { type: 'error' }> | undefined {
  const [, name, kind] = /^(\w{0,40}): a (.{1,80}) error occurred$/.exec(text) ?? [];
  if (name === undefined || kind === undefined) return undefined;
  const about = kind.includes('Security')
    ? 'tls'
    : /Refused|NotFound|Unreachable/.test(name)
      ? 'connect'
      : name.includes('Timeout')
        ? 'timeout'
        : 'lost';
  return { type: 'error', about, message: text };
}

/** Below level All the refusals are all that is told. */
function failed(line: PeeledLine, text: string, state: State, context: ReadContext): State {
  const [, reply = ''] = /^Command failed: ([45]\d\d .{0,1000}); currentAction=/.exec(text) ?? [];
  if (reply === '') return state;
  const code = Number(reply.slice(0, 3));
  const fault = text.includes('=_actionAUTH') ? ({ fault: 'auth' } as const) : {};
  deliver(line, 0, `error/${state.count}`, { action: 'rejected', code, reason: reply, ...fault }, context);
  return state;
}
