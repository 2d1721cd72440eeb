/**
 * MailKit's ProtocolLogger: `Connected to smtp://host:25/?starttls=always`, then `C: ` and `S: ` lines, with time stamps
 * where asked for. Newer versions write `********` for secrets.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';

interface State {
  readonly session: number;
  /** Connections to IMAP and POP3 servers are logged in the same way. */
  readonly smtp: boolean;
}

export const mailkit: Dialect<State> = {
  id: 'mailkit',
  name: 'MailKit ProtocolLogger',
  evidence,
  opening: ['Connected to smtp://localhost:25/'],
  start: () => ({ session: 0, smtp: true }),
  read,
  write: (speaker, text, like) => {
    const stamp = like === undefined ? '' : (STAMP.exec(like.text)?.[0] ?? '');
    return `${stamp}${speaker === 'client' ? 'C' : 'S'}: ${text}`;
  },
};

const STAMP = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,7})?(?:Z|[+-]\d\d:\d\d)? /;
const CONNECTED =
  /^Connected to (smtps?|imaps?|pops?):\/\/(\[[^\]]{1,60}\]|[^/:\s]{1,255})(?::(\d{1,5}))?\/(\S{0,200})$/;

/** The lines are those of any transcript; it is the connection's own that tells. */
function evidence(sample: readonly PeeledLine[]): number {
  const own = weigh(sample, (line) => (CONNECTED.exec(restOf(line))?.[1]?.startsWith('smtp') ? 10 : 0));
  if (own === 0) return 0;
  return (
    own +
    weigh(sample, (line) => {
      const rest = restOf(line);
      const said = rest.slice(3);
      if (rest.startsWith('S: ')) return looksLikeReply(said) ? 5 : 1;
      return rest.startsWith('C: ') ? (readsAsCommand(said) ? 5 : 1) : 0;
    })
  );
}

function restOf({ text }: PeeledLine): string {
  const first = text.charCodeAt(0);
  return first === ONE || first === TWO ? text.slice(STAMP.exec(text)?.[0].length ?? 0) : text;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const rest = restOf(line);
  const from = line.text.length - rest.length;
  const mark = rest.slice(0, 3);
  const time = timeOf(line, from);
  if (mark === 'C: ' || mark === 'S: ' || rest === 'C:' || rest === 'S:') {
    if (!state.smtp) return state;
    const text = rest.slice(3);
    const session = String(Math.max(1, state.session));
    const secret = mark === 'C: ' && /^\*{8}$/.test(text) && context.modeOf(session) !== 'data';
    context.emit({
      session,
      speaker: rest.startsWith('C') ? 'client' : 'server',
      text,
      ...within(line, Math.min(from + 3, line.text.length)),
      ...(secret && { elided: { what: 'secret' } as const }),
      ...time,
    });
    return state.session === 0 ? { ...state, session: 1 } : state;
  }
  const connected = CONNECTED.exec(rest);
  if (connected === null) return state;
  const [, scheme = '', host = '', port] = connected;
  if (!scheme.startsWith('smtp')) return { ...state, smtp: false };
  const session = state.session + 1;
  const place = { session: String(session), speaker: 'tool', text: rest, ...within(line, from), ...time } as const;
  const event: ToolEvent = { type: 'connect', whole: true, host, ...(port !== undefined && { port: Number(port) }) };
  context.emit({ event, ...place });
  if (scheme === 'smtps' || port === '465') context.emit({ event: { type: 'tls' }, ...place });
  return { session, smtp: true };
}

function timeOf(line: PeeledLine, length: number): { readonly time?: number } {
  const stamp = line.text.slice(0, length).trim();
  const time = stamp === '' ? line.time : Date.parse(/[Z+]|-\d\d:\d\d$/.test(stamp.slice(19)) ? stamp : `${stamp}Z`);
  return time === undefined || Number.isNaN(time) ? {} : { time };
}

const ONE = 49;
const TWO = 50;
