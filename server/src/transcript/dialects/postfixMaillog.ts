/**
 * The ordinary log of Postfix: one line per event. What belongs to a message goes under its queue id, what belongs to a
 * connection under the process that serves it (smtpd) or the client's address and port (postscreen).
 */
import type { Delivery, PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, nameIn, opened } from './connections';
import { deliver, known, ofMessage, quotedCodes, readCodes, valueIn } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';

export const postfixMaillog: Dialect<Connections> = {
  id: 'postfix-maillog',
  name: 'Postfix maillog',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => NO_CONNECTIONS,
  read,
  write: (_speaker, text) => text,
};

/** A line of a Postfix program: `postfix/smtpd`, `postfix-out/smtp`, `postfix/submission/smtpd`. */
interface DaemonLine {
  readonly line: PeeledLine;
  readonly daemon: string;
  readonly pid: string;
  /** Offset of the text in the line: a log without the usual prefix still names the program. */
  readonly from: number;
  readonly text: string;
}

const DAEMONS: ReadonlySet<string> = new Set([
  ...['smtpd', 'postscreen', 'tlsproxy', 'dnsblog', 'anvil', 'smtp', 'lmtp', 'local', 'virtual', 'pipe', 'discard'],
  ...['error', 'retry', 'qmgr', 'nqmgr', 'oqmgr', 'cleanup', 'pickup', 'bounce', 'verify', 'trace', 'scache', 'flush'],
  ...[
    'master',
    'trivial-rewrite',
    'proxymap',
    'tlsmgr',
    'postdrop',
    'postsuper',
    'sendmail',
    'postfix-script',
    'script',
  ],
]);

function daemonLine(line: PeeledLine): DaemonLine | undefined {
  if (line.process !== undefined) {
    const daemon = daemonOf(line.process);
    if (daemon === undefined) return undefined;
    // Solaris puts a message id and the priority in front.
    const from = /^\[ID \d{1,10} [a-z0-9]{1,20}\.[a-z]{1,10}\] /.exec(line.text)?.[0].length ?? 0;
    return { line, daemon, pid: line.pid ?? '', from, text: line.text.slice(from) };
  }
  const named = /(?:^|\s)(postfix[\w.-]{0,40}(?:\/[\w.-]{1,40}){1,3})\[(\d{1,10})\]: /.exec(line.text.slice(0, 200));
  const daemon = named === null ? undefined : daemonOf(named[1] as string);
  if (named === null || daemon === undefined) return undefined;
  const from = named.index + named[0].length;
  return { line, daemon, pid: named[2] as string, from, text: line.text.slice(from) };
}

function daemonOf(process: string): string | undefined {
  const slash = process.lastIndexOf('/');
  const daemon = process.slice(slash + 1);
  return slash > 0 && DAEMONS.has(daemon) ? daemon : undefined;
}

/** Short queue ids are hexadecimal, long ones use digits and consonants. */
const QUEUE_ID = /^(NOQUEUE|[0-9A-F]{5,20}|[0-9B-DF-HJ-NP-TV-Zb-df-hj-np-tv-z]{10,25}): /;

function weight(line: PeeledLine): number {
  const at = daemonLine(line);
  if (at === undefined) return 0;
  // With -v the same programs print the dialogue, and a lot beside it: that is another dialect.
  if (/^[<>] \S{1,255}\[[^\]]{1,64}\](?::\d{1,5})?: /.test(at.text)) return -20;
  if (/^(?:[a-z0-9]{1,20}(?:_[a-z0-9]{1,20}){1,6}: |(?:input|send) attr|\S{1,40} socket: wanted )/.test(at.text))
    return -3;
  if (QUEUE_ID.test(at.text) || at.daemon === 'postscreen') return 4;
  return isEvent(at.text) ? 3 : 0.3;
}

const isEvent = (text: string) =>
  /^(?:(?:dis)?connect from |lost connection |improper command |timeout after |warning: |statistics: |connect to )/.test(
    text,
  );

function read(line: PeeledLine, state: Connections, context: ReadContext): Connections {
  const at = daemonLine(line);
  if (at === undefined) return state;
  const { daemon, text } = at;
  if (daemon === 'postscreen') return postscreen(at, state, context);
  const key = at.pid === '' ? daemon : `${daemon}[${at.pid}]`;
  if (daemon === 'smtpd') {
    const peer = /^connect from (\S{1,300})/.exec(text)?.[1];
    if (peer !== undefined) {
      const now = opened(state, key);
      tell(line, at.from, nameIn(now, key), { type: 'connect', whole: false, host: peer }, context);
      return now;
    }
    if (text.startsWith('disconnect from ')) {
      tell(line, at.from, nameIn(state, key), { type: 'close', by: 'unknown' }, context);
      return closed(state, key);
    }
  }
  const connection = nameIn(state, key);
  const id = QUEUE_ID.exec(text);
  if (id === null) {
    const delivery = complaint(daemon, text);
    if (delivery !== undefined) deliver(line, at.from, connection, delivery, context);
    return state;
  }
  const queueId = id[1] === 'NOQUEUE' ? undefined : id[1];
  const rest = text.slice(id[0].length);
  const delivery = aboutMessage(daemon, rest) ?? complaint(daemon, rest);
  if (delivery === undefined) return state;
  const session = queueId ?? connection;
  // Ids are used again: these two lines come once in the life of a message, before all others.
  if (rest.startsWith('client=') || rest.startsWith('uid=')) {
    tell(line, at.from, session, { type: 'connect', whole: false }, context);
  }
  deliver(line, at.from, session, ofMessage(queueId, delivery), context);
  if (delivery.action === 'removed') tell(line, at.from, session, { type: 'close', by: 'unknown' }, context);
  return state;
}

// --- messages -----------------------------------------------------------------------------------------------------

function aboutMessage(daemon: string, text: string): Delivery | undefined {
  const refusal = /^(?:milter-|proxy-)?reject: /.exec(text);
  if (refusal !== null) return rejected(text.slice(refusal[0].length));
  if (text.startsWith('to=<')) return delivered(text);
  switch (daemon) {
    case 'smtpd':
      return text.startsWith('client=')
        ? { action: 'received', ...known('client', valueIn(text, 'client')) }
        : heldBack(text);
    case 'pickup':
      return text.startsWith('uid=') ? { action: 'received', ...known('from', valueIn(text, 'from')) } : undefined;
    case 'cleanup':
      return text.startsWith('message-id=') || text.startsWith('resent-message-id=')
        ? { action: 'received', ...known('messageId', valueIn(text, text.slice(0, text.indexOf('=')))) }
        : heldBack(text);
    case 'qmgr':
    case 'nqmgr':
    case 'oqmgr':
      return queued(text);
    case 'postsuper':
      return /^(?:removed|message removed)/.test(text) ? { action: 'removed' } : undefined;
    default:
      return undefined;
  }
}

function queued(text: string): Delivery | undefined {
  if (text === 'removed') return { action: 'removed' };
  if (!text.startsWith('from=<')) return undefined;
  const from = known('from', valueIn(text, 'from'));
  const status = /, status=(?:force-)?expired\b.{0,200}/.exec(text)?.[0];
  return status === undefined
    ? { action: 'received', ...from }
    : { action: 'expired', ...from, reason: status.slice(2) };
}

/** What an access table or a milter did to a message short of refusing it. */
function heldBack(text: string): Delivery | undefined {
  return /^(?:milter-)?(?:hold|discard|reject_warning): /.test(text) ? { action: 'warning', reason: text } : undefined;
}

/** `RCPT from host[ip]: 550 5.1.1 …; from=<a> to=<b> proto=ESMTP helo=<c>`; header checks put the reason last. */
function rejected(text: string): Delivery {
  const peer = / from (\S{1,300}?\[[^\]]{1,64}\](?::\d{1,5})?)(?=[:;])/.exec(text);
  const tail = /; (?:from=<|proto=|to=<)/.exec(text)?.index ?? text.length;
  const start = peer === null || peer.index > tail ? text.indexOf(': ') + 2 : peer.index + peer[0].length + 2;
  const last = /> ?: (\S.*)$/.exec(text.slice(tail))?.[1];
  const reason = start < tail ? text.slice(start, tail) : (last ?? text);
  return {
    action: 'rejected',
    ...known('client', peer?.[1]),
    ...known('from', valueIn(text.slice(tail), 'from')),
    ...known('to', valueIn(text.slice(tail), 'to')),
    ...readCodes(reason),
    reason,
  };
}

const STATUS: Readonly<Record<string, Delivery['action']>> = {
  sent: 'sent',
  deliverable: 'sent',
  deferred: 'deferred',
  SOFTBOUNCE: 'deferred',
  bounced: 'bounced',
  undeliverable: 'bounced',
  expired: 'expired',
  'force-expired': 'expired',
};

/** `to=<b>, relay=host[ip]:25, delay=0.1, delays=…, dsn=5.1.1, status=bounced (host … said: 550 …)`. */
function delivered(text: string): Delivery | undefined {
  const status = / status=([\w-]{1,20}) ?\(?/.exec(text);
  const action = STATUS[status?.[1] ?? ''];
  if (status === null || action === undefined) return undefined;
  const reason = text.slice(status.index + status[0].length).replace(/\)$/, '');
  const relay = valueIn(text, 'relay');
  const delay = Number(valueIn(text, 'delay'));
  return {
    action,
    ...known('to', valueIn(text, 'to')),
    ...(relay !== 'none' && known('relay', relay)),
    ...(Number.isFinite(delay) && { delay }),
    ...known('enhanced', valueIn(text, 'dsn')),
    ...quotedCodes(reason),
    ...(reason !== '' && { reason }),
  };
}

// --- connections --------------------------------------------------------------------------------------------------

/** What goes wrong beside the deliveries themselves. */
function complaint(daemon: string, text: string): Delivery | undefined {
  const lost: Delivery = { action: 'lost', reason: text };
  if (/^(?:lost connection|timeout|too many errors) after /.test(text)) return { ...lost, ...peerOf(text) };
  if (/^improper command pipelining after /.test(text)) return fault('pipelining', text);
  if (/\bSSL_accept error\b/.test(text)) return { ...fault('tls', text), ...peerOf(text) };
  if (daemon === 'smtp' || daemon === 'lmtp') {
    if (/^(?:connect to |lost connection with |conversation with )/.test(text)) return lost;
    if (/^host \S{1,300} (?:said|refused to talk to me): /.test(text)) {
      return { action: 'deferred', ...known('relay', text.split(' ')[1]), ...quotedCodes(text), reason: text };
    }
    if (/^(?:SSL_connect error|Cannot start TLS|TLS is required|Server certificate not )/.test(text))
      return fault('tls', text);
  }
  const level = /^(?:warning|error|fatal|panic): /.exec(text)?.[0];
  if (level === undefined) return undefined;
  if (level !== 'warning: ') return { action: 'warning', reason: text };
  const words = text.slice(level.length);
  if (words.startsWith('non-SMTP command from ')) return { ...fault('other-protocol', text), ...peerOf(text) };
  if (/bare <(?:LF|CR)>/.test(words)) return fault('bare-newline', text);
  if (/: SASL \S{1,40} authentication (?:failed|aborted)/.test(words)) {
    return { ...fault('auth', text), client: words.slice(0, words.indexOf(': ')) };
  }
  if (words.startsWith('TLS library problem')) return fault('tls', text);
  // `header_checks` with WARN log every match: what the administrator asked for, no trouble.
  return /^(?:header|body|mime header|nested header) /.test(words) ? undefined : { action: 'warning', reason: text };
}

function fault(what: NonNullable<Delivery['fault']>, reason: string): Delivery {
  return { action: 'warning', fault: what, reason };
}

function peerOf(text: string): { readonly client?: string } {
  return known('client', / from (\S{1,300}\[[^\]]{1,64}\](?::\d{1,5})?)/.exec(text)?.[1]);
}

// --- postscreen ---------------------------------------------------------------------------------------------------

const SCREENED: readonly (readonly [RegExp, Pick<Delivery, 'action' | 'fault'>])[] = [
  [/^PREGREET \d/, { action: 'warning', fault: 'early-talker' }],
  [/^COMMAND PIPELINING from /, { action: 'warning', fault: 'pipelining' }],
  [/^NON-SMTP COMMAND from /, { action: 'warning', fault: 'other-protocol' }],
  [/^BARE NEWLINE from /, { action: 'warning', fault: 'bare-newline' }],
  [/^COMMAND LENGTH LIMIT from /, { action: 'warning', fault: 'syntax' }],
  [/^(?:HANGUP after|COMMAND (?:TIME|COUNT) LIMIT from) /, { action: 'lost' }],
  [/^(?:warning|error|fatal|panic): /, { action: 'warning' }],
];

function postscreen(at: DaemonLine, state: Connections, context: ReadContext): Connections {
  const { line, text, from } = at;
  const peer = /(?:^| )(?:from |CONNECT )?(\[[0-9A-Fa-f.:]{2,45}\]:\d{1,5})/.exec(text)?.[1];
  const key = `postscreen ${peer ?? at.pid}`;
  if (text.startsWith('CONNECT from ')) {
    const now = opened(state, key);
    tell(line, from, nameIn(now, key), { type: 'connect', whole: false, ...known('host', peer) }, context);
    return now;
  }
  const session = nameIn(state, key);
  if (text.startsWith('DISCONNECT ')) {
    tell(line, from, session, { type: 'close', by: 'unknown' }, context);
    return closed(state, key);
  }
  const refusal = /^NOQUEUE: reject: /.exec(text);
  if (refusal !== null) {
    deliver(line, from, session, rejected(text.slice(refusal[0].length)), context);
    return state;
  }
  const screened = SCREENED.find(([pattern]) => pattern.test(text))?.[1];
  if (screened !== undefined)
    deliver(line, from, session, { reason: text, ...screened, ...known('client', peer) }, context);
  return state;
}
