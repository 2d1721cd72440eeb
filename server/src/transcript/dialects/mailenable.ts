/**
 * MailEnable's activity log: tab separated, one line for a command and its reply: time, service, message file, socket,
 * address, verb, command, reply, octets out and in, user. Of an EHLO reply only the first line is there, of an AUTH
 * exchange each answer is a line of its own.
 */
import { looksLikeReply } from '../reply';
import type { Located, PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { say, tell } from './utter';
import { append, NO_TEXT, placeOf } from './wireText';

export const mailenable: Dialect<Connections> = {
  id: 'mailenable',
  name: 'MailEnable SMTP activity log',
  asRead: true,
  evidence: (sample) => weigh(sample, ({ text }) => (rowOf(text) === undefined ? 0 : 12)),
  start: () => NO_CONNECTIONS,
  read,
  lossy: true,
  /** Of a reply the log has the first line. */
  writeReply: ([first = ''], like) => write('server', first, like),
  write,
};

function write(speaker: 'client' | 'server', text: string, like: PeeledLine | undefined): string {
  const row = like === undefined ? undefined : rowOf(like.text);
  const head =
    row === undefined ? '01/01/70 00:00:00\tSMTP-IN\t\t0\t127.0.0.1' : like?.text.slice(0, row.verb.from - 1);
  const verb = /^\w{1,12}/.exec(text)?.[0].toUpperCase() ?? '';
  return speaker === 'client' ? `${head}\t${verb}\t${text}\t\t0\t0` : `${head}\t\t\t${text}\t0\t0`;
}

interface Range {
  readonly from: number;
  readonly to: number;
}

interface Row {
  readonly service: 'SMTP-IN' | 'SMTP-OU';
  readonly socket: string;
  readonly verb: Range;
  readonly command: Range;
  readonly reply: Range;
}

function rowOf(text: string): Row | undefined {
  const head =
    /^\d{1,4}[/.-]\d{1,2}[/.-]\d{1,4} \d\d:\d\d:\d\d\t(SMTP-IN|SMTP-OU)\t[^\t]{0,80}\t([^\t]{1,20})\t[^\t]{0,60}\t/.exec(
      text,
    );
  if (head === null) return undefined;
  const ranges: Range[] = [];
  for (let from = head[0].length; ranges.length < 3; ) {
    const tab = text.indexOf('\t', from);
    ranges.push({ from, to: tab < 0 ? text.length : tab });
    if (tab < 0) break;
    from = tab + 1;
  }
  const [verb, command, reply] = ranges;
  if (verb === undefined || command === undefined || reply === undefined) return undefined;
  return { service: head[1] as Row['service'], socket: head[2] as string, verb, command, reply };
}

function read(line: PeeledLine, state: Connections, context: ReadContext): Connections {
  const row = rowOf(line.text);
  if (row === undefined) return state;
  const key = `${row.service} ${row.socket}`;
  const verb = line.text.slice(row.verb.from, row.verb.to);
  const answer = line.text.slice(row.reply.from, row.reply.to);
  const begun = state.names.has(key);
  const greeting = verb === '' && (begun ? /^220[ -](?!\d\.\d|.*\bTLS\b)/ : /^(?:220|421|554)[ -]/).test(answer);
  const now = greeting || !state.names.has(key) ? opened(state, key) : state;
  const session = now.names.get(key) as string;
  if (greeting) tell(line, 0, session, { type: 'connect', whole: true, tls: 'unknown' }, context);
  if (verb !== '') command(line, row, verb, session, context);
  reply(line, row.reply, session, context);
  const quits = verb.toUpperCase() === 'QUIT' && answer !== '';
  const ends = quits || line.text.startsWith('221 ', row.reply.from);
  return ends ? closed(now, key) : now;
}

function command(line: PeeledLine, row: Row, verb: string, session: string, context: ReadContext): void {
  const text = line.text.slice(row.command.from, row.command.to);
  const place = within(line, row.command.from, row.command.to);
  if (text.slice(0, verb.length).toUpperCase() === verb.toUpperCase()) {
    say(line, 0, session, 'client', context, { text, kind: 'command', ...place });
    return;
  }
  if (verb.toUpperCase() === 'AUTH') {
    // The answer to a challenge; where the log begins with it, the AUTH before it is told from the column.
    if (context.modeOf(session) !== 'auth') {
      say(line, 0, session, 'client', context, {
        text: verb,
        kind: 'command',
        ...within(line, row.verb.from, row.verb.to),
      });
    }
    const hidden = text === '{blank}' || text === '' || /^\*+$/.test(text);
    const shown = hidden ? { text: '', elided: { what: 'secret' } as const } : { text };
    say(line, 0, session, 'client', context, { kind: 'secret', ...place, ...shown });
    return;
  }
  if (verb.toUpperCase() === 'DATA' && context.modeOf(session) === 'data') {
    say(line, 0, session, 'client', context, { text: '', elided: { what: 'data' }, ...place });
    return;
  }
  const whole = joined(line, row.verb, text === '' || text === '{blank}' ? undefined : row.command);
  say(line, 0, session, 'client', context, { kind: 'command', ...whole });
}

/** Verb and arguments from two columns. */
function joined(line: PeeledLine, verb: Range, rest: Range | undefined): Located & { readonly text: string } {
  const { number } = line.line;
  const first = append(NO_TEXT, line.text.slice(verb.from, verb.to), number, line.from + verb.from);
  if (rest === undefined) return { text: first.text, ...placeOf(first.pieces) };
  const blank = append(first, ' ', number, line.from + verb.to, 1);
  const whole = append(blank, line.text.slice(rest.from, rest.to), number, line.from + rest.from);
  return { text: whole.text, ...placeOf(whole.pieces) };
}

function reply(line: PeeledLine, { from, to }: Range, session: string, context: ReadContext): void {
  const text = line.text.slice(from, to);
  if (!looksLikeReply(text)) return;
  say(line, 0, session, 'server', context, { text, ...within(line, from, to) });
  if (text.charAt(3) === '-') {
    say(line, 0, session, 'server', context, { text: '', elided: { what: 'lines' }, ...within(line, to, to) });
  }
}
