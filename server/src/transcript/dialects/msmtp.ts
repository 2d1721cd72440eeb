/**
 * msmtp `--debug`: the settings, then `<-- ` from the server and `--> ` from the client. Errors go to stderr, which in a
 * file often stands before everything else.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';

interface Settings {
  readonly line: PeeledLine;
  readonly host?: string;
  readonly port?: string;
  readonly tls?: string;
  readonly starttls?: string;
}

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** Settings of the run whose dialogue has not begun. */
  readonly settings: Settings | undefined;
  /** Errors that came before the dialogue that they are about. */
  readonly errors: readonly { readonly line: PeeledLine; readonly event: ToolEvent }[];
  readonly over: boolean;
}

export const msmtp: Dialect<State> = {
  id: 'msmtp',
  name: 'msmtp --debug',
  sequential: true,
  evidence,
  start: () => ({ session: 0, begun: false, settings: undefined, errors: [], over: false }),
  read,
  finish: (state, context) => {
    endRun(state, context);
  },
  write: (speaker, text) => `${speaker === 'client' ? '-->' : '<--'} ${text}`,
};

const MARK = /^(<--|-->)(?: |$)/;
const ERROR = 'msmtp: ';
/** What begins the settings of a run. */
const HEAD =
  /^(?:using account |loaded (?:system|user) configuration file |ignoring (?:system|user) configuration file |falling back to default account)/;
const SETTING = /^(host|port|tls|tls_starttls) = (.{1,300})$/;

/** Errors alone are no dialogue. */
function evidence(sample: readonly PeeledLine[]): number {
  return sample.some(({ text }) => !text.startsWith(ERROR)) ? weigh(sample, weight) : 0;
}

function weight({ text }: PeeledLine): number {
  const mark = MARK.exec(text)?.[1];
  if (mark !== undefined) {
    const said = text.slice(4).trimEnd();
    return (mark === '<--' ? looksLikeReply(said) : readsAsCommand(said)) ? 8 : 0;
  }
  if (/^(?:using account specified on command line|reading recipients from the command line)$/.test(text)) return 8;
  return text.startsWith(ERROR) || /^(?:tls_starttls|passwordeval|tls_min_dh_prime_bits|auto_from) = /.test(text)
    ? 2
    : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const mark = MARK.exec(text)?.[1];
  if (mark !== undefined) return say(line, mark, state, context);
  const setting = SETTING.exec(text);
  if (setting !== null || HEAD.test(text)) {
    const between = state.settings === undefined ? endRun(state, context) : state;
    const key = setting?.[1] === 'tls_starttls' ? 'starttls' : setting?.[1];
    const settings = { ...(between.settings ?? { line }), ...(key !== undefined && { [key]: setting?.[2] as string }) };
    return { ...between, settings };
  }
  const event = eventOf(text);
  if (event === undefined) return state;
  if (event.type === 'error' && (!state.begun || state.settings !== undefined || state.over)) {
    return { ...state, errors: [...state.errors, { line, event }] };
  }
  const now = state.begun && state.settings === undefined ? state : begin(line, false, state, context);
  context.emit({ session: String(now.session), speaker: 'tool', text, event, ...within(line, 0), ...timeOf(line) });
  return now;
}

function say(line: PeeledLine, mark: string, state: State, context: ReadContext): State {
  const end = line.text.endsWith('\r') ? line.text.length - 1 : line.text.length;
  const text = line.text.slice(4, end);
  const speaker = mark === '-->' ? 'client' : 'server';
  const greeted = speaker === 'server' && text.startsWith('220');
  const fresh = !state.begun || state.settings !== undefined || (state.over && greeted);
  const now = fresh ? begin(line, greeted, state, context) : state;
  const session = String(now.session);
  context.emit({ session, speaker, text, ...within(line, Math.min(4, end), end), ...timeOf(line) });
  const over = now.over || (speaker === 'client' && text === 'QUIT' && context.modeOf(session) !== 'data');
  return over === now.over ? now : { ...now, over };
}

function begin(line: PeeledLine, greeted: boolean, before: State, context: ReadContext): State {
  const state = before.begun && before.settings === undefined ? endRun(before, context) : before;
  const { settings } = state;
  const session = state.session + 1;
  const at = settings?.line ?? line;
  const place = { session: String(session), speaker: 'tool', text: at.text, ...within(at, 0) } as const;
  const host = settings?.host === undefined ? {} : { host: settings.host };
  const port = settings?.port === undefined ? {} : { port: Number(settings.port) };
  // Without the settings nothing tells whether the connection began with TLS.
  if (settings?.tls !== undefined)
    context.emit({ event: { type: 'connect', whole: true, ...host, ...port }, ...place });
  else if (greeted)
    context.emit({ event: { type: 'connect', whole: true, tls: 'unknown', ...host, ...port }, ...place });
  if (settings?.tls === 'on' && settings.starttls === 'off') context.emit({ event: { type: 'tls' }, ...place });
  return { ...state, session, begun: true, settings: undefined, over: false };
}

/** The run is over: what its errors said is about it. One without any dialogue is told all the same. */
function endRun(before: State, context: ReadContext): State {
  if (before.errors.length === 0) return before;
  if (!before.begun && before.settings === undefined) return before;
  const [first] = before.errors;
  const state =
    before.settings === undefined ? before : begin((first as { line: PeeledLine }).line, false, before, context);
  for (const { line, event } of state.errors) {
    const { text } = line;
    context.emit({ session: String(state.session), speaker: 'tool', text, event, ...within(line, 0) });
  }
  return { ...state, errors: [], begun: false };
}

function eventOf(text: string): ToolEvent | undefined {
  const session = /^ {4}\((TLS[\d.]{1,5}|SSL3)\)-(\S{1,120})$/.exec(text);
  if (session !== null) return { type: 'tls', protocol: session[1] as string, cipher: session[2] as string };
  if (text === 'TLS session parameters:' || text === 'TLS certificate information:') return { type: 'tls' };
  const message = /^(?:msmtp: |sendmail: )(.{1,500})$/.exec(text)?.[1];
  if (message === undefined) return undefined;
  if (/^cannot (?:connect to|locate host) /.test(message)) return { type: 'error', about: 'connect', message };
  if (/timed out/.test(message)) return { type: 'error', about: 'timeout', message };
  if (
    /^(?:network (?:read|write) error|the server sent an empty reply|cannot (?:read from|write to) TLS connection)/.test(
      message,
    )
  ) {
    return { type: 'error', about: 'lost', message };
  }
  if (/^the server does not support TLS/.test(message)) return { type: 'error', about: 'starttls-missing', message };
  if (/^(?:the server does not support authentication|cannot find a usable authentication method)/.test(message)) {
    return { type: 'error', about: 'auth', message };
  }
  if (/^(?:TLS |cannot (?:init|set) TLS|no certificate|the certificate )/.test(message))
    return { type: 'error', about: 'tls', message };
  return undefined;
}

function timeOf({ time }: PeeledLine): { readonly time?: number } {
  return time === undefined ? {} : { time };
}
