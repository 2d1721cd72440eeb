/** What curl says about its connection, the same in `-v` and in every `--trace` form. */
import type { PeeledLine, ToolEvent } from '../transcript';
import { type ReadContext, within } from './dialect';

export interface CurlState {
  readonly session: number;
  readonly begun: boolean;
  readonly secure: boolean;
  /** The connection is closed; what curl says next is about it all the same, until it tries again. */
  readonly closed: boolean;
}

/** Reads an information line of curl; its text begins at offset `from`. */
export function curlEvent<S extends CurlState>(line: PeeledLine, from: number, state: S, context: ReadContext): S {
  const text = line.text.slice(from);
  const trying = /^ *Trying (.{1,300}?)(?::(\d{1,5}))?\.\.\.$/.exec(text);
  if (trying !== null) {
    // curl tries one address after the other; only the first attempt opens a session.
    return state.begun && !state.closed ? state : newConnection(line, state, context, trying[1], trying[2]);
  }
  const event = eventOf(text);
  if (event === undefined) return state;
  const now = state.begun ? state : newConnection(line, state, context, undefined);
  context.emit({ ...within(line, from), session: String(now.session), speaker: 'tool', text, event });
  if (event.type === 'tls') return { ...now, secure: true };
  return event.type === 'close' || event.type === 'gap' ? { ...now, closed: true } : now;
}

/** Begins a session; curl shows a connection from its first octet. */
export function newConnection<S extends CurlState>(
  line: PeeledLine,
  state: S,
  { emit }: ReadContext,
  host: string | undefined,
  port?: string,
): S {
  const session = state.session + 1;
  emit({
    ...within(line, 0),
    session: String(session),
    speaker: 'tool',
    text: line.text,
    event: { type: 'connect', whole: true, ...(host && { host }), ...(port && { port: Number(port) }) },
  });
  return { ...state, session, begun: true, secure: false, closed: false };
}

function eventOf(text: string): ToolEvent | undefined {
  const tls = /^SSL connection using (\S{1,20}) \/ (\S{1,80})/.exec(text);
  if (tls !== null) return { type: 'tls', protocol: tls[1] ?? '', cipher: tls[2] ?? '' };
  if (/^(?:Closing connection|shutting down connection)/.test(text)) return { type: 'close', by: 'client' };
  // What curl does with the connection later, its QUIT for one, is not shown any more.
  if (/^Connection #\d+ to host .* left intact/.test(text)) return { type: 'gap' };
  if (/STARTTLS (?:not supported|denied)/i.test(text))
    return { type: 'error', about: 'starttls-missing', message: text };
  if (/^(?:response reading failed|Recv failure|Send failure|Connection died)/.test(text)) {
    return { type: 'error', about: 'lost', message: text };
  }
  if (/^(?:connect to .* failed|Failed to connect|Could not resolve host)/.test(text)) {
    return { type: 'error', about: 'connect', message: text };
  }
  if (/(?:timed out|Operation too slow)/.test(text)) return { type: 'error', about: 'timeout', message: text };
  if (/^(?:SSL certificate problem|SSL: |schannel: |OpenSSL\/|SSL peer)/.test(text)) {
    return { type: 'error', about: 'tls', message: text };
  }
  return undefined;
}
