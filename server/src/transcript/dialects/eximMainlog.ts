/**
 * Exim's main log and reject log. `<=` a message came in, `=>` and `->` it was delivered, `**` it bounced, `==` it was put
 * off; lines without a message id tell of connections, which only the client's address and port tell apart.
 */
import type { Delivery, DeliveryFault, PeeledLine } from '../transcript';
import { deliver, known, ofMessage, quotedCodes, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, tell } from './utter';

export const eximMainlog: Dialect<undefined> = {
  id: 'exim-mainlog',
  name: 'Exim mainlog or rejectlog',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write: (_speaker, text, like) => `${like === undefined ? '' : (STAMP.exec(like.text)?.[0] ?? '')}${text}`,
};

/** Date and time, zone with `log_timezone`, process with `log_selector = +pid`. */
const STAMP = /^(?:\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?(?: [+-]\d{4})? )?(?:\[\d{1,10}\] )?/;
/** 6-6-2 characters, 6-11-4 since Exim 4.97. */
const MESSAGE_ID = /^([0-9A-Za-z]{6}-[0-9A-Za-z]{6}(?:[0-9A-Za-z]{5})?-[0-9A-Za-z]{2}(?:[0-9A-Za-z]{2})?) /;

function startOf({ text, process, time }: PeeledLine): number {
  const stamp = STAMP.exec(text)?.[0] ?? '';
  if (/^\d/.test(stamp) || time !== undefined) return stamp.length;
  return process?.startsWith('exim') ? stamp.length : -1;
}

function weight(line: PeeledLine): number {
  const from = startOf(line);
  if (from < 0) return 0;
  const text = line.text.slice(from);
  const id = MESSAGE_ID.exec(text);
  if (id !== null) return MARK.test(text.slice(id[0].length)) ? 10 : 1;
  if (/^(?:H=|SMTP connection from |SMTP protocol |SMTP syntax error in |SMTP call from )/.test(text)) return 6;
  return CLOSING.some((pattern) => pattern.test(text)) || /^(?:Start|End) queue run: /.test(text) ? 5 : 0;
}

const MARK = /^(?:<=|=>|->|>>|\*>|\*\*|==|Completed$|Frozen |H=.* rejected )/;

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const from = startOf(line);
  if (from < 0) return state;
  const text = line.text.slice(from);
  const timed = line.time === undefined ? atTime(line, timeOf(line.text)) : line;
  const id = MESSAGE_ID.exec(text)?.[1];
  if (id === undefined) connectionLine(timed, from, text, context);
  else messageLine(timed, from, text.slice(id.length + 1), id, context);
  return state;
}

function timeOf(text: string): number | undefined {
  const stamp = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d{1,6})?)(?: ([+-]\d\d)(\d\d))?/.exec(text);
  if (stamp === null) return undefined;
  return Date.parse(`${stamp[1]}T${stamp[2]}${stamp[3] === undefined ? 'Z' : `${stamp[3]}:${stamp[4]}`}`);
}

// --- messages -----------------------------------------------------------------------------------------------------

function messageLine(line: PeeledLine, from: number, text: string, queueId: string, context: ReadContext): void {
  const delivery = aboutMessage(text);
  if (delivery === undefined) return;
  if (text.startsWith('<= ')) tell(line, from, queueId, { type: 'connect', whole: false }, context);
  deliver(line, from, queueId, ofMessage(queueId, delivery), context);
  if (delivery.action === 'removed') tell(line, from, queueId, { type: 'close', by: 'unknown' }, context);
}

/** What a line says about a message, its id left out. */
export function aboutMessage(text: string): Delivery | undefined {
  switch (text.slice(0, 2)) {
    case '<=':
      return {
        action: 'received',
        from: (text.split(' ')[1] ?? '').replace(/^<>$/, ''),
        ...known('client', hostOf(text)),
        ...known('messageId', / id=(\S{1,500})/.exec(text)?.[1]),
      };
    case '=>':
    case '->':
    case '>>':
    case '*>':
      return { action: 'sent', ...recipient(text), ...known('relay', hostOf(text)), ...confirmation(text) };
    case '**':
      return failed('bounced', text);
    case '==':
      return failed('deferred', text);
    default:
      break;
  }
  if (text === 'Completed' || text.startsWith('cancelled by ') || /^removed by /.test(text))
    return { action: 'removed' };
  if (/^(?:Frozen|frozen by|Message is frozen)\b/.test(text)) return { action: 'warning', reason: text };
  if (/\b(?:temporarily )?rejected (?:after DATA|by |DATA|during )/.test(text)) return refusal(text);
  if (/(?:^|: )SMTP error from remote mail server |^SMTP timeout |Remote host closed connection/.test(text)) {
    return { action: 'deferred', ...known('relay', hostOf(text)), ...remoteCodes(text), reason: text };
  }
  return undefined;
}

/** `** bob <bob@example.org> R=dnslookup T=remote_smtp H=mx [192.0.2.1]: SMTP error from …: 550 …`. */
function failed(action: 'bounced' | 'deferred', text: string): Delivery {
  const fields =
    /^.{2} (?:(?! [A-Z]=).)* (?:[A-Z]{1,4}=(?:"[^"]{0,500}"|\S{1,500}(?: \[[0-9A-Fa-f.:]+\](?::\d+)?)?)(?:: | ))+/;
  const head = fields.exec(text)?.[0] ?? /^.{2} .{0,500}?: /.exec(text)?.[0] ?? text.slice(0, 3);
  const reason = text.slice(head.length);
  return {
    action,
    ...recipient(text),
    ...known('relay', hostOf(text)),
    ...remoteCodes(reason),
    reason: reason === '' ? text : reason,
  };
}

function recipient(text: string): { readonly to?: string } {
  const rest = text.slice(3, 1000);
  const angled = /^(?:(?! [A-Z]=|: ).){0,500}? <([^>]{0,320})>/.exec(rest)?.[1];
  const to = angled ?? /^[^\s:]{1,320}(?=[\s:]|$)/.exec(rest)?.[0];
  return known('to', to);
}

function confirmation(text: string): { readonly code?: number; readonly enhanced?: string; readonly reason?: string } {
  const reply = / C="((?:[^"\\]|\\.){0,1000})"/.exec(text)?.[1];
  return reply === undefined ? {} : { reason: reply, ...readCodes(reply) };
}

function remoteCodes(text: string): { readonly code?: number; readonly enhanced?: string } {
  const at = /SMTP error from remote mail server .{0,600}?: (?=[245]\d\d[ -])/.exec(text);
  return at === null ? quotedCodes(text) : readCodes(text, at.index + at[0].length);
}

// --- connections --------------------------------------------------------------------------------------------------

/** The connection broke. */
const CLOSING: readonly RegExp[] = [
  /^unexpected disconnection while reading SMTP command from /,
  /^SMTP command timeout on /,
  /^SMTP data timeout /,
  /^SMTP connection from .{1,300} lost\b/,
  /^SMTP connection from .{1,300} closed by DROP /,
  /^SMTP call from .{1,300} dropped: /,
];

const FAULTS: readonly (readonly [RegExp, DeliveryFault])[] = [
  [/^SMTP protocol synchronization error \(input sent without waiting for greeting\)/, 'early-talker'],
  [/^SMTP protocol synchronization error /, 'pipelining'],
  [/^SMTP syntax error in "(?:(?:GET|POST|HEAD|OPTIONS|CONNECT) |\\026\\003|SSH-)/, 'other-protocol'],
  [/^SMTP syntax error in .{1,1000}unrecognized command/, 'unknown-command'],
  [/^SMTP syntax error in /, 'syntax'],
  [/^rejected [HEL]{2}LO from .{1,500}syntactically invalid argument/, 'syntax'],
  [/^(?:H=.{1,300} )?rejected (?:EHLO or HELO|[HEL]{2}LO) .{0,500}syntactically invalid argument/, 'syntax'],
  [/^SMTP protocol error in "AUTH[^"]{0,500}" .{1,300} AUTH command used when not advertised/, 'order'],
  [/^SMTP protocol error in /, 'order'],
  [/^TLS error on connection /, 'tls'],
  [/ authenticator failed for /, 'auth'],
];

function connectionLine(line: PeeledLine, from: number, text: string, context: ReadContext): void {
  const host = hostOf(text);
  const session = host ?? 'exim';
  if (/^SMTP connection from .{1,300}\(TCP\/IP connection count = \d{1,6}\)$/.test(text)) {
    tell(line, from, session, { type: 'connect', whole: false, ...known('host', host) }, context);
    return;
  }
  const delivery = aboutConnection(text);
  if (delivery !== undefined) deliver(line, from, session, delivery, context);
  if (/^SMTP connection from .{1,300} closed by /.test(text)) {
    tell(line, from, session, { type: 'close', by: 'unknown' }, context);
  }
}

/** What a line without a message's id says about a client. */
export function aboutConnection(text: string): Delivery | undefined {
  const client = known('client', hostOf(text));
  const fault = FAULTS.find(([pattern]) => pattern.test(text))?.[1];
  if (fault !== undefined) return { action: 'warning', fault, ...client, reason: text };
  if (CLOSING.some((pattern) => pattern.test(text))) return { action: 'lost', ...client, reason: text };
  const refused = /^(?:H=|U=|F=|temporarily rejected |rejected )/.test(text) && /\brejected\b/.test(text);
  return refused ? refusal(text) : undefined;
}

/** `H=(helo) [ip] F=<a> rejected RCPT <b>: reason`; a temporary one counts as put off. */
function refusal(text: string): Delivery {
  const what = /\b(temporarily )?rejected (?:RCPT <?([^>\s]{0,320})>?|[^:]{0,300})(?:: |$)/.exec(text);
  const reason = what === null ? text : text.slice(what.index + what[0].length);
  return {
    action: what?.[1] === undefined ? 'rejected' : 'deferred',
    ...known('client', hostOf(text)),
    ...known('from', / F=<([^>]{0,320})>/.exec(text)?.[1]),
    ...known('to', what?.[2]),
    ...readCodes(reason),
    reason: reason === '' ? text : reason,
  };
}

/** `[192.0.2.1]:25` of `H=mx.example.org (helo) [192.0.2.1]:25`; an address in the HELO's parentheses is not it. */
function hostOf(text: string): string | undefined {
  return /(?:^|[ =])(\[[0-9A-Fa-f.:]{2,45}\](?::\d{1,5})?)/.exec(text.slice(0, 1000))?.[1];
}
