/**
 * hMailServer: tab separated, quoted. `SMTPD` is the server, `SMTPC` the client for outgoing mail; lines of one reply are
 * joined by `[nl]`; mail data is not logged. The thread changes within a session, the session number does not.
 */
import type { PeeledLine, ToolEvent } from '../transcript';
import { without } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { atTime, say, tell, timeOfStamp } from './utter';

interface State {
  /** Lines of the debug log about sessions of which no SMTP has been seen yet: they may be IMAP's. */
  readonly announced: ReadonlyMap<string, readonly Announcement[]>;
  /** The TCP/IP log is on: it would tell of TLS. */
  readonly tcpip: boolean;
}

interface Announcement {
  readonly line: PeeledLine;
  readonly event: ToolEvent;
}

export const hmailserver: Dialect<State> = {
  id: 'hmailserver',
  name: 'hMailServer log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ announced: new Map(), tcpip: false }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const program = head?.[1] ?? 'SMTPD';
    const sent = (program === 'SMTPD') === (speaker === 'server');
    const stem =
      head?.[0].replace(/(?:SENT|RECEIVED): $/, '') ?? '"SMTPD"\t0\t0\t"1970-01-01 00:00:00.000"\t"127.0.0.1"\t"';
    return `${stem}${sent ? 'SENT' : 'RECEIVED'}: ${text}"`;
  },
};

const HEAD =
  /^"(SMTPD|SMTPC)"\s{1,8}\d{1,10}\s{1,8}(\d{1,10})\s{1,8}"([^"]{0,40})"\s{1,8}"[^"]{0,80}"\s{1,8}"(SENT|RECEIVED): /;
const OTHER = /^"(?:DEBUG|TCPIP|APPLICATION|ERROR)"\s{1,8}-?\d{1,10}\s{1,8}"([^"]{0,40})"\s{1,8}"/;

function weight({ text }: PeeledLine): number {
  return HEAD.test(text) ? 12 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const head = HEAD.exec(line.text);
  if (head === null) return other(line, state, context);
  const [whole, program, session = '', stamp = '', direction] = head;
  const time = timeOfStamp(stamp);
  const timed = atTime(line, time);
  const announced = state.announced.get(session) ?? [];
  for (const each of announced) tell(each.line, 0, session, each.event, context);
  const greets = program === 'SMTPD' && direction === 'SENT' && line.text.startsWith('220', whole.length);
  if (announced.length === 0 && greets && context.modeOf(session) === 'closed') {
    tell(timed, 0, session, { type: 'connect', whole: true, tls: 'unknown' }, context);
  }
  const speaker = (program === 'SMTPD') === (direction === 'SENT') ? 'server' : 'client';
  const end = Math.max(whole.length, line.text.lastIndexOf('"'));
  const text = line.text.slice(whole.length, end);
  // The client ends a message with `[nl].`; the message before it is not logged.
  if (speaker === 'client' && context.modeOf(session) === 'data' && /^(?:\[nl\])?\.$/.test(text)) {
    const place = within(line, whole.length, end);
    say(timed, end - 1, session, 'client', context, { text: '', elided: { what: 'data' }, ...place });
    say(timed, end - 1, session, 'client', context, { text: '.', kind: 'end-of-data', ...within(line, end - 1, end) });
  } else {
    for (let from = 0; from <= text.length; ) {
      const next = text.indexOf('[nl]', from);
      const to = next < 0 ? text.length : next;
      const part = text.slice(from, to);
      const secret = speaker === 'client' && /^\*{3,}$/.test(part);
      if (part !== '' || from === 0) {
        const place = within(line, whole.length + from, whole.length + to);
        say(timed, 0, session, speaker, context, {
          text: part,
          ...place,
          ...(secret && { elided: { what: 'secret' } }),
        });
      }
      from = to + 4;
    }
  }
  return announced.length === 0 ? state : { ...state, announced: without(state.announced, session) };
}

/** What the TCP/IP and debug logs say about a session; only what belongs to SMTP goes on. */
function other(peeled: PeeledLine, state: State, context: ReadContext): State {
  const { text } = peeled;
  const head = OTHER.exec(text);
  if (head === null) return state;
  const time = timeOfStamp(head[1] ?? '');
  const line = atTime(peeled, time);
  const begins = /"TCP connection started for session (\d{1,10})"/.exec(text)?.[1];
  if (begins !== undefined) {
    const event: ToolEvent = { type: 'connect', whole: true, ...(!state.tcpip && { tls: 'unknown' as const }) };
    return announce(state, begins, { line, event });
  }
  if (text.startsWith('"TCPIP"') && !state.tcpip) return other(line, { ...state, tcpip: true }, context);
  const about = /TLS\/SSL handshake (completed|failed)\. Session Id: (\d{1,10}),(.{0,400})/.exec(text);
  if (about !== null) {
    const [, how, session = '', rest = ''] = about;
    const [protocol, cipher] = [/Version: (\S{1,20}),/.exec(rest)?.[1], /Cipher: (\S{1,80}),/.exec(rest)?.[1]];
    const event: ToolEvent =
      how === 'failed'
        ? { type: 'error', about: 'tls', message: /Message: (.{1,200}?)"?$/.exec(rest)?.[1] ?? 'handshake failed' }
        : { type: 'tls', ...(protocol !== undefined && { protocol }), ...(cipher !== undefined && { cipher }) };
    if (context.modeOf(session) !== 'closed') tell(line, 0, session, event, context);
    else if (state.announced.has(session)) return announce(state, session, { line, event });
    return state;
  }
  const ends = /"Ending session (\d{1,10})"/.exec(text)?.[1];
  if (ends === undefined) return state;
  if (!state.announced.has(ends)) tell(line, 0, ends, { type: 'close', by: 'unknown' }, context);
  return { ...state, announced: without(state.announced, ends) };
}

const MOST_ANNOUNCED = 500;

function announce(state: State, session: string, what: Announcement): State {
  const next = new Map(state.announced);
  next.set(session, what.event.type === 'connect' ? [what] : [...(state.announced.get(session) ?? []), what]);
  if (next.size > MOST_ANNOUNCED) next.delete(next.keys().next().value as string);
  return { ...state, announced: next };
}
