/**
 * Sendmail with `-v`: `>>> ` is the client, replies stand bare, and remarks about recipients in between. Handed over to a
 * local daemon (`VERB`), that one's own dialogue comes back in lines that begin with `050 `.
 */
import { isOtherProtocol } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  /** By nesting depth; of each host, connections are kept for later messages. */
  readonly levels: readonly Level[];
}

interface Level {
  readonly session: string | undefined;
  readonly open: readonly Open[];
  /** The line that announced a connection of which nothing has been told yet. */
  readonly announced: PeeledLine | undefined;
  /** Recipients of the message at hand, as sendmail names them in its remarks. */
  readonly recipients: string;
  /** What a reply is due to: sendmail's own error texts have the form of replies, too. */
  readonly due: readonly string[];
  readonly greeted: boolean;
  readonly lmtp: boolean;
  /** Recipients taken so far: so many replies answer the message in LMTP. */
  readonly taken: number;
}

/** A connection that may be used again. A host may have several: sendmail names the mailer only when it uses one. */
interface Open {
  readonly host: string;
  readonly mailer: string;
  readonly session: string;
}

const NO_LEVEL: Level = {
  session: undefined,
  open: [],
  announced: undefined,
  recipients: '',
  due: [],
  greeted: false,
  lmtp: false,
  taken: 0,
};

export const sendmailVerbose: Dialect<State> = {
  id: 'sendmail-v',
  name: 'Sendmail -v',
  evidence,
  start: () => ({ count: 0, levels: [] }),
  read,
  write(speaker, text, like) {
    const nested = like === undefined ? '' : (NESTED.exec(like.text)?.[0] ?? '');
    return `${nested}${speaker === 'client' ? '>>> ' : ''}${text}`;
  },
};

const NESTED = /^(?:050 ){1,8}/;
const CONNECTING =
  /^(\S{1,2000})\.\.\. (Connecting to|Using cached \S{1,40} connection to) (\S{1,255}?)\.?(?: port \d{1,5})? via (\S{1,40})\.\.\.$/;

/** Bare replies count only next to something that sendmail prints. */
function evidence(sample: readonly PeeledLine[]): number {
  if (isOtherProtocol(sample.map(({ text }) => text.replace(/^(?:>>>|<<<) /, '')))) return 0;
  // Whoever marks the server, too, is another program.
  if (sample.some(({ text }) => /^<<< [2-5]\d\d/.test(text))) return 0;
  const own = weigh(sample, weight);
  return own < 4 ? 0 : own + weigh(sample, ({ text }) => (looksLikeReply(text) ? 1 : 0));
}

function weight({ text }: PeeledLine): number {
  const rest = text.slice(NESTED.exec(text)?.[0].length ?? 0);
  if (rest.startsWith('>>> ')) {
    if (/^>>> (?:MAIL From|RCPT To):/.test(rest)) return 6;
    return /^>>> (?:[EHL][HE]LO \S|DATA$|QUIT$|RSET$|VERB$|STARTTLS$|AUTH \S|\.$)/i.test(rest) ? 4 : 0;
  }
  if (/^\S{1,500}\.\.\. (?:Connecting to|Using cached \S{1,40} connection to) \S/.test(rest)) return 10;
  if (/^Closing connection to \S/.test(rest)) return 6;
  return /^\S{1,500}\.\.\. (?:Sent \(|Deferred: |User unknown|Service unavailable)/.test(rest) ? 4 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const nested = NESTED.exec(line.text)?.[0].length ?? 0;
  const depth = nested / 4;
  const before = state.levels[depth] ?? NO_LEVEL;
  const { level, count } = lineOf(line, nested, before, state.count, context);
  if (level === before) return state;
  const levels = [...state.levels];
  while (levels.length < depth) levels.push(NO_LEVEL);
  levels[depth] = level;
  return { count, levels };
}

interface Read {
  readonly level: Level;
  readonly count: number;
}

function lineOf(line: PeeledLine, from: number, level: Level, count: number, context: ReadContext): Read {
  const text = line.text.slice(from);
  if (text.startsWith('>>> ')) return clientSays(line, from + 4, level, count, context);
  if (looksLikeReply(text)) return serverSays(line, from, text, level, count, context);
  const connecting = CONNECTING.exec(text);
  if (connecting !== null) {
    const [, recipients = '', how = '', host = '', mailer = ''] = connecting;
    const cached = level.open.find((each) => each.host === host && each.mailer === mailer);
    if (cached !== undefined && how !== 'Connecting to') {
      return { level: { ...level, session: cached.session, recipients }, count };
    }
    const session = String(count + 1);
    const open = [...level.open.filter((each) => each !== cached), { host, mailer, session }];
    return { level: { ...NO_LEVEL, session, open, announced: line, recipients }, count: count + 1 };
  }
  const closing = /^Closing connection to (\S{1,255}?)\.?$/.exec(text)?.[1];
  if (closing !== undefined) {
    const closed = level.open.find(({ host }) => host === closing);
    const open = level.open.filter((each) => each !== closed);
    // One that the log did not see opened.
    const other = closed === undefined && level.session !== undefined && context.modeOf(level.session) === 'closed';
    return { level: { ...level, open, session: other ? undefined : (closed?.session ?? level.session) }, count };
  }
  const deferred = /\.\.\. Deferred(?:: ((?:Connection |Operation |Network |No route ).{1,300}))?$/.exec(text);
  if (deferred === null || level.session === undefined) return { level, count };
  // Without a reason, and with a reply still due: the connection ended.
  const failure = deferred[1] ?? (level.due.length > 0 ? 'Deferred' : undefined);
  if (failure === undefined) return { level, count };
  const now = begun(level, count, context);
  const about = !now.level.greeted ? 'connect' : /timed out/.test(failure) ? 'timeout' : 'lost';
  tell(line, from, now.level.session as string, { type: 'error', about, message: failure }, context);
  return now;
}

function clientSays(line: PeeledLine, from: number, before: Level, count: number, context: ReadContext): Read {
  const { level, count: counted } = begun(before, count, context);
  const session = level.session as string;
  const text = line.text.slice(from);
  const mode = context.modeOf(session);
  if (text === '.' && (mode === 'data' || mode === 'undecided')) {
    // The message itself is not shown.
    say(line, from, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, from, session, 'client', context, { kind: 'end-of-data' });
  } else {
    say(line, from, session, 'client', context, mode === 'data' ? { kind: 'command' } : {});
  }
  const verb = text.slice(0, 4).toUpperCase();
  const answers = verb === '.' && level.lmtp ? level.taken : 1;
  const due = [...level.due, ...new Array<string>(answers).fill(verb)];
  const lmtp = level.lmtp || verb === 'LHLO';
  return { level: { ...level, due, lmtp, taken: verb === 'MAIL' ? 0 : level.taken }, count: counted };
}

function serverSays(
  line: PeeledLine,
  from: number,
  text: string,
  before: Level,
  count: number,
  context: ReadContext,
): Read {
  if (isRemark(text, before)) return readError(line, from, text, before, count, context);
  const { level, count: counted } = begun(before, count, context);
  say(line, from, level.session as string, 'server', context);
  if (text.charAt(3) === '-') return { level, count: counted };
  const taken = level.taken + (level.due[0] === 'RCPT' && text.startsWith('2') ? 1 : 0);
  return { level: { ...level, greeted: true, due: level.due.slice(1), taken }, count: counted };
}

/** Sendmail repeats a refusal with the recipient's name in front, and says `554 5.0.0 Service unavailable` of its own. */
function isRemark(text: string, { greeted, due, recipients }: Level): boolean {
  if (greeted && due.length === 0 && !text.startsWith('421')) return true;
  const named = /^[45]\d\d (?:[45]\.\d{1,3}\.\d{1,3} )?([^\s<]{1,500})\.\.\. /.exec(text)?.[1];
  return named !== undefined && recipients.split(',').includes(named);
}

function readError(
  line: PeeledLine,
  from: number,
  text: string,
  level: Level,
  count: number,
  context: ReadContext,
): Read {
  if (level.session !== undefined && /reply: read error from /.test(text)) {
    tell(line, from, level.session, { type: 'error', about: 'lost', message: text.slice(4) }, context);
  }
  return { level, count };
}

/** The level with a connection, told to begin where it was announced. */
function begun(level: Level, count: number, context: ReadContext): Read {
  if (level.session === undefined) return { level: { ...level, session: String(count + 1) }, count: count + 1 };
  const { announced, session } = level;
  if (announced === undefined) return { level, count };
  const [, , how, host = ''] =
    CONNECTING.exec(announced.text.slice(NESTED.exec(announced.text)?.[0].length ?? 0)) ?? [];
  const port = /\bport (\d{1,5}) via/.exec(announced.text)?.[1];
  const more = { ...(host !== '' && { host }), ...(port !== undefined && { port: Number(port) }) };
  tell(announced, 0, session, { type: 'connect', whole: how === 'Connecting to', ...more }, context);
  return { level: { ...level, announced: undefined }, count };
}
