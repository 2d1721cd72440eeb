/**
 * Postfix's posttls-finger, which looks at a server's TLS: `posttls-finger: > EHLO …` and `< 220 …`, between them words of
 * its own, some of which begin like a command (`EHLO rejected: 502 …`). It takes its leave where a server has no TLS.
 */
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

interface State {
  readonly session: number;
  readonly begun: boolean;
}

export const posttlsFinger: Dialect<State> = {
  id: 'posttls-finger',
  name: 'Postfix posttls-finger',
  sequential: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: 0, begun: false }),
  read,
  opening: ['posttls-finger: Connected to mx.example.org[192.0.2.1]:25'],
  write: (speaker, text) => `${NAME}${speaker === 'client' ? '>' : '<'} ${text}`,
};

const NAME = 'posttls-finger: ';
const SAYS = /^posttls-finger: [<>] /;
const CONNECTED = /^Connected to (\S{1,255})\[[^\]\s]{1,108}\](?::(\d{1,5}))?$/;
const TLS = /^(?:\w{4,12} )?TLS connection established to \S{1,300}: (\S{1,20}) with cipher (\S{1,80})/;

function weight({ text }: PeeledLine): number {
  if (!text.startsWith(NAME)) return 0;
  return SAYS.test(text) || CONNECTED.test(text.slice(NAME.length)) ? 10 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (!text.startsWith(NAME)) return state;
  const rest = text.slice(NAME.length);
  if (SAYS.test(text)) {
    const now = state.begun ? state : { session: state.session + 1, begun: true };
    say(line, NAME.length + 2, String(now.session), rest.startsWith('>') ? 'client' : 'server', context);
    return now;
  }
  const event = eventOf(rest);
  if (event === undefined || (event.type !== 'connect' && !state.begun)) return state;
  const now = event.type === 'connect' ? { session: state.session + 1, begun: true } : state;
  tell(line, NAME.length, String(now.session), event, context);
  return now;
}

function eventOf(rest: string): ToolEvent | undefined {
  const connected = CONNECTED.exec(rest);
  if (connected !== null) {
    const [, host, port] = connected;
    return { type: 'connect', whole: true, ...(host && { host }), ...(port && { port: Number(port) }) };
  }
  const tls = TLS.exec(rest);
  if (tls !== null) return { type: 'tls', protocol: tls[1] as string, cipher: tls[2] as string };
  if (/^lost connection while /.test(rest)) return { type: 'error', about: 'lost', message: rest };
  if (/^(?:conversation timed out|timeout|timed out) while /.test(rest))
    return { type: 'error', about: 'timeout', message: rest };
  if (/^(?:SSL_connect error|TLS handshake failed)/.test(rest)) return { type: 'error', about: 'tls', message: rest };
  return undefined;
}
