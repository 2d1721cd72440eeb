/**
 * PHP Horde_Smtp's debug log (Horde, Nextcloud Mail): `C: `, `S: `, `>> ` what it tells. Of a message only the first line has
 * a mark. What is sent for AUTH is replaced by a remark in brackets.
 */
import { decidesLogin, looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly count: number;
  readonly open: boolean;
  /** AUTH was sent, its outcome is yet to come. */
  readonly auth: boolean;
}

export const horde: Dialect<State> = {
  id: 'horde',
  name: 'PHP Horde_Smtp',
  evidence,
  sequential: true,
  wire: true,
  start: () => ({ count: 0, open: false, auth: false }),
  read,
  opening: ['>> Connection to: smtp://mx.example.org:25'],
  write: (speaker, text) => `${speaker === 'client' ? 'C' : 'S'}: ${text}`,
};

const CONNECTION = /^>> Connection to: ([a-z]{3,5}):\/\/(\S{1,255}):(\d{1,5})$/;
const AUTH = /^\[AUTH Command - method: (\S{1,40}); username: .{0,300}\]$/;
const TOLD = /^>> (?:Successfully completed TLS|Slow Command: |ERROR: Server )/;

/** It is the canonical format's but for what it tells: only that counts for more. */
function evidence(sample: readonly PeeledLine[]): number {
  const own = weigh(sample, ({ text }) => (CONNECTION.test(text) || AUTH.test(text) || TOLD.test(text) ? 12 : 0));
  if (own === 0) return 0;
  return own + weigh(sample, ({ text }) => (/^(?:S: [2-5]\d\d[ -]|C: )/.test(text) ? 5 : 0));
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const connection = CONNECTION.exec(text);
  if (connection !== null) {
    const [, scheme = '', host = '', port] = connection;
    const count = state.count + 1;
    tell(line, 0, String(count), { type: 'connect', whole: true, host, port: Number(port) }, context);
    if (/^(?:smtps|tls|ssl)/.test(scheme)) tell(line, 0, String(count), { type: 'tls' }, context);
    return { count, open: true, auth: false };
  }
  if (!state.open) return state;
  const session = String(state.count);
  if (text.startsWith('>> ') && TOLD.test(text)) return told(line, session, state, context);
  const mode = context.modeOf(session);
  const payload = mode === 'data' || mode === 'bdat';
  const mark = /^[CS]: /.exec(text)?.[0];
  // In a message, what looks like a reply may be part of it; the server only ever breaks it off.
  if (mark === 'S: ' && (!payload || /^S: [45]\d\d[ -]/.test(text))) return serverSays(line, session, state, context);
  if (mark === 'C: ' || payload) {
    say(line, mark === 'C: ' ? mark.length : 0, session, 'client', context);
    return state;
  }
  const mechanism = AUTH.exec(text)?.[1];
  if (mechanism === undefined) return state;
  const command = mode === 'auth' ? { text: '' } : ({ text: `AUTH ${mechanism}`, kind: 'command' } as const);
  say(line, 0, session, 'client', context, { elided: { what: 'secret' }, ...command });
  return { ...state, auth: mode !== 'auth' };
}

function serverSays(line: PeeledLine, session: string, state: State, context: ReadContext): State {
  const said = line.text.slice(3);
  if (!looksLikeReply(said)) return state;
  // Credentials were sent: their being right or wrong decided.
  if (state.auth && decidesLogin(said))
    say(line, 3, session, 'client', context, { text: '', elided: { what: 'secret' } });
  say(line, 3, session, 'server', context);
  return state.auth ? { ...state, auth: false } : state;
}

function told(line: PeeledLine, session: string, state: State, context: ReadContext): State {
  const message = line.text.slice(3);
  if (message.startsWith('Successfully completed TLS')) tell(line, 3, session, { type: 'tls' }, context);
  if (!message.startsWith('ERROR: ')) return state;
  const about = message.includes('closed the connection') ? 'lost' : 'timeout';
  tell(line, 3, session, { type: 'error', about, message: message.slice(7) }, context);
  return { ...state, open: false };
}
