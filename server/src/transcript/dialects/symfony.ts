/**
 * What Symfony Mailer's `getDebug()` gives: `> ` the client, `< ` the server, as curl marks them, but nothing about the
 * connection, so that nobody knows whether it began with TLS. Of a message only the dot shows, and what the transport says
 * afterwards, QUIT among it, is not there any more.
 */
import { readsAsCommand } from '../command';
import { taken } from '../peelers/peeler';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { beginsAsGreeting, looksLikeReply } from '../reply';
import type { PeeledLine, Span } from '../transcript';
import { type Dialect, type ReadContext, within } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  /** Where the last line of the session stands. */
  readonly last: Span | undefined;
  readonly verb: string;
}

export const symfony: Dialect<State> = {
  id: 'symfony',
  name: 'PHP Symfony Mailer',
  evidence,
  sequential: true,
  lossy: true,
  start: () => ({ count: 0, last: undefined, verb: '' }),
  read,
  finish: ({ count, last }, { emit }) => {
    if (last === undefined) return;
    emit({ session: String(count), speaker: 'tool', text: '', event: { type: 'gap' }, ...last });
  },
  write: (speaker, text) => `${speaker === 'client' ? '>' : '<'} ${text}`,
};

const MARK = /^[<>] /;

/** curl says more, and never the dot; what shows QUIT is another program's. */
function evidence(sample: readonly PeeledLine[]): number {
  const said: string[] = [];
  let sum = 0;
  for (const { text } of sample.flatMap(partsOf)) {
    if (/^(?:\* |[{}] \[\d)/.test(text) || /^> QUIT\r?$/i.test(text)) return 0;
    if (!MARK.test(text)) continue;
    const rest = text.slice(2).trimEnd();
    said.push(rest);
    if (text.startsWith('<') ? looksLikeReply(rest) : readsAsCommand(rest) || rest === '.') sum += 4;
  }
  return isOtherProtocol(said) || !said.some((each) => speaksSmtp(each) === 3) ? 0 : sum;
}

/** A logger that keeps each record on one line makes blanks of the line ends. */
function partsOf(line: PeeledLine): readonly PeeledLine[] {
  const { text } = line;
  if (!MARK.test(text)) return [line];
  const starts = [0, ...Array.from(text.matchAll(/ (?=[<>] )/g), ({ index }) => index + 1)];
  const parts = starts.map((start, part) => taken(line, start, {}, (starts[part + 1] ?? text.length + 1) - 1));
  const replies = parts.filter((part) => part.text.startsWith('<') && looksLikeReply(part.text.slice(2)));
  return replies.length >= FEWEST_REPLIES ? parts : [line];
}

/** A reply may quote a line of a log, but not so many. */
const FEWEST_REPLIES = 3;

function read(line: PeeledLine, state: State, context: ReadContext): State {
  let now = state;
  for (const part of partsOf(line)) now = readPart(part, now, context);
  return now;
}

function readPart(whole: PeeledLine, state: State, context: ReadContext): State {
  const line = whole.text.endsWith('\r') ? { ...whole, text: whole.text.slice(0, -1) } : whole;
  if (!MARK.test(line.text)) return state;
  const said = line.text.slice(2);
  const server = line.text.startsWith('<');
  if (server && !looksLikeReply(said)) return state;
  const now = begun(line, server ? said : '', state, context);
  const session = String(now.count);
  const place = within(line, 2);
  if (server) {
    say(line, 2, session, 'server', context);
    return { ...now, last: place };
  }
  const inData = context.modeOf(session) === 'data';
  if (inData && said === '.') {
    say(line, 2, session, 'client', context, { text: '', elided: { what: 'data' } });
    say(line, 2, session, 'client', context, { kind: 'end-of-data' });
  } else say(line, 2, session, 'client', context, inData ? { kind: 'command' } : undefined);
  return { ...now, last: place, verb: (said.split(' ', 1)[0] ?? '').toUpperCase() };
}

/** A greeting begins another connection; a later message on the same one begins with MAIL. */
function begun(line: PeeledLine, reply: string, state: State, context: ReadContext): State {
  const greeted = reply.startsWith('220') && state.verb !== '' && state.verb !== 'STARTTLS';
  if (state.last !== undefined && !greeted) return state;
  const count = state.count + 1;
  const whole = beginsAsGreeting(reply);
  if (state.last !== undefined) tell({ ...line, text: '' }, 0, String(state.count), { type: 'gap' }, context);
  tell(line, 0, String(count), { type: 'connect', whole, tls: 'unknown' }, context);
  return { count, last: undefined, verb: '' };
}
