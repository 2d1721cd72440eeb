/**
 * s-nail and Heirloom mailx with `-v`. s-nail writes `>>> ` for both sides, with `SERVER: ` for the server, its program
 * name in front, and shows the message before its dots are doubled; with a single `-v` only the reply that made it give
 * up. Heirloom mailx marks the client with `>>> `, leaves replies bare and shows of a message only the final dot.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { clientLine, endOfShownData, NO_DATA_SHOWN, type ShownData, serverSpeaks } from './shownData';

interface State {
  readonly session: number;
  readonly begun: boolean;
  /** `Connecting to …`, until something is said: whether the log shows the connection whole depends on that. */
  readonly connect: PeeledLine | undefined;
  /** TLS came up before anything was said. */
  readonly tls: { readonly line: PeeledLine; readonly event: ToolEvent } | undefined;
  readonly shown: ShownData;
}

export const snail: Dialect<State> = {
  id: 's-nail',
  name: 's-nail, Heirloom mailx -v',
  evidence,
  start: () => ({ session: 0, begun: false, connect: undefined, tls: undefined, shown: NO_DATA_SHOWN }),
  read,
  finish: (state, context) => {
    endOfShownData(state.shown, context);
  },
  write(speaker, text, like) {
    const mark = like === undefined ? null : MARK.exec(like.text);
    const name = mark?.[1] ?? (like === undefined ? 's-nail: ' : '');
    // Data is shown as it is before its dots are doubled.
    if (speaker === 'client') return `${name}>>> ${text.startsWith('..') ? text.slice(1) : text}`;
    return name === '' && mark?.[2] === undefined ? text : `${name}>>> SERVER: ${text}`;
  },
};

/** Program name, server. */
const MARK = /^([\w./-]{1,60}: )?>>> ?(SERVER: ?)?/;
const CONNECTING = /(?:^|: )Connecting to (\S{1,300}?)(?::(\w{1,20}))? (?:\. ?){3}/;

/** `>>> ` and bare replies are sendmail's, too: they count only next to what mailx says about its connection. */
function evidence(sample: readonly PeeledLine[]): number {
  const own = weigh(sample, ({ text }) => {
    if (MARK.exec(text)?.[2] !== undefined) return 10;
    if (CONNECTING.test(text.slice(0, 400))) return 8;
    return /(?:^|: )Resolving host \S{1,300} (?:\. ?){3}/.test(text.slice(0, 400)) ? 8 : 0;
  });
  if (own < 8) return 0;
  return (
    own +
    weigh(sample, ({ text }) => {
      const mark = MARK.exec(text);
      if (mark === null) return looksLikeReply(text) ? 2 : 0;
      return readsAsCommand(text.slice(mark[0].length)) ? 5 : 0;
    })
  );
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const mark = MARK.exec(text);
  if (mark !== null) return dialogue(line, mark[0].length, mark[2] === undefined ? 'client' : 'server', state, context);
  if (looksLikeReply(text)) {
    return state.begun || state.connect !== undefined ? dialogue(line, 0, 'server', state, context) : state;
  }
  if (CONNECTING.test(text.slice(0, 400))) return connect(line, state, context);
  return tool(line, state, context);
}

function connect(line: PeeledLine, before: State, context: ReadContext): State {
  const state = giveUp(before, context);
  endOfShownData(state.shown, context);
  return { session: state.session + 1, begun: false, connect: line, tls: undefined, shown: NO_DATA_SHOWN };
}

/** `Connecting to …` that nothing followed but the news that the message was not sent. */
function giveUp(state: State, { emit }: ReadContext): State {
  const { connect: announced } = state;
  if (announced === undefined || /connected\.\s*$/.test(announced.text)) return state;
  const [, host = '', port] = CONNECTING.exec(announced.text.slice(0, 400)) ?? [];
  const message = announced.text.replace(/^[\w./-]{1,60}: /, '');
  const place = { session: String(state.session), speaker: 'tool', text: message, ...within(announced, 0) } as const;
  emit({ event: { type: 'connect', whole: true, host, ...portOf(port) }, ...place });
  emit({ event: { type: 'error', about: 'connect', message }, ...place });
  return { ...state, connect: undefined };
}

function dialogue(
  line: PeeledLine,
  from: number,
  speaker: 'client' | 'server',
  state: State,
  context: ReadContext,
): State {
  const now = begin(state, line, true, context);
  const session = String(now.session);
  const end = line.text.endsWith('\r') ? line.text.length - 1 : line.text.length;
  const said = {
    session,
    speaker,
    text: line.text.slice(from, end),
    ...within(line, Math.min(from, end), end),
    ...timeOf(line),
  };
  if (speaker === 'client') return { ...now, shown: clientLine(said, now.shown, context) };
  const shown = serverSpeaks(session, now.shown, context);
  context.emit(said);
  return { ...now, shown };
}

/** Tells the connection that was announced, `whole` when its dialogue is shown. */
function begin(state: State, line: PeeledLine, whole: boolean, { emit }: ReadContext): State {
  const { connect: announced, tls } = state;
  if (announced === undefined) {
    return state.begun ? state : { ...state, session: Math.max(1, state.session), begun: true };
  }
  const session = String(state.session);
  const [, host = '', port] = CONNECTING.exec(announced.text.slice(0, 400)) ?? [];
  const place = { session, speaker: 'tool', text: announced.text, ...within(announced, 0) } as const;
  emit({ event: { type: 'connect', whole, host, ...portOf(port) }, ...place });
  if (tls !== undefined)
    emit({ session, speaker: 'tool', text: tls.line.text, event: tls.event, ...within(tls.line, 0) });
  // With a single -v nothing is shown of what was said.
  if (!whole) emit({ session, speaker: 'tool', text: '', event: { type: 'gap' }, ...within(line, 0, 0) });
  return { ...state, begun: true, connect: undefined, tls: undefined };
}

function tool(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.replace(/^[\w./-]{1,60}: /, '');
  const from = line.text.length - text.length;
  const refusal = /^SMTP server: (?=[45]\d\d[ -])/.exec(text)?.[0].length;
  if (refusal !== undefined) {
    // In the dialogue it was shown already.
    if (state.begun || state.connect === undefined) return state;
    const now = begin(state, line, false, context);
    const said = line.text.slice(from + refusal);
    context.emit({
      session: String(now.session),
      speaker: 'server',
      text: said,
      ...within(line, from + refusal),
      ...timeOf(line),
    });
    return now;
  }
  if (/^\.\.\. message not sent/.test(text)) return giveUp(state, context);
  const event = eventOf(text);
  if (event === undefined || (!state.begun && state.connect === undefined)) return state;
  if (event.type === 'tls' && !state.begun) return { ...state, tls: { line, event } };
  const now = begin(state, line, false, context);
  const session = String(now.session);
  const shown = serverSpeaks(session, now.shown, context);
  context.emit({ session, speaker: 'tool', text, event, ...within(line, from), ...timeOf(line) });
  return { ...now, shown };
}

function eventOf(text: string): ToolEvent | undefined {
  const tls = /^(?:TLS|SSL) connection using (?:(\S{1,20}) \/ )?(\S{1,80})/.exec(text);
  if (tls !== null) {
    return {
      type: 'tls',
      ...(tls[1] !== undefined && { protocol: tls[1] }),
      ...(tls[2] !== undefined && { cipher: tls[2] }),
    };
  }
  if (/^(?:Unexpected EOF on SMTP connection|read|SMTP connection closed)/.test(text) && /EOF|closed/.test(text)) {
    return { type: 'error', about: 'lost', message: text };
  }
  if (/^could not connect/i.test(text)) return { type: 'error', about: 'connect', message: text };
  if (/^could not initiate (?:TLS|SSL\/TLS) connection/i.test(text))
    return { type: 'error', about: 'tls', message: text };
  return undefined;
}

function portOf(port: string | undefined): { readonly port?: number } {
  return port !== undefined && /^\d{1,5}$/.test(port) ? { port: Number(port) } : {};
}

function timeOf({ time }: PeeledLine): { readonly time?: number } {
  return time === undefined ? {} : { time };
}
