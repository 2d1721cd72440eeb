/** Sendmail's ordinary syslog lines: `id: from=…` when a message comes in, `id: to=…, stat=…` for each delivery. */
import type { Delivery, DeliveryFault, PeeledLine } from '../transcript';
import { deliver, known, ofMessage, quotedCodes, readCodes, valueIn } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';

export const sendmailMaillog: Dialect<undefined> = {
  id: 'sendmail-maillog',
  name: 'Sendmail maillog',
  events: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write: (_speaker, text) => text,
};

const PROCESS = /^(?:sendmail|sm-mta|sm-msp-queue|sm-acceptingconnections|mta|msp|newaliases|sendmail-\w{1,20})$/i;
/** `q02ES2ap016232`: eight or nine characters of time and sequence, then the process. */
const QUEUE_ID = /^([0-9A-Za-z]{8,9}\d{5,8}|NOQUEUE): /;

function weight({ text, process }: PeeledLine): number {
  if (process === undefined || !PROCESS.test(process)) return 0;
  const id = QUEUE_ID.exec(text);
  if (id !== null) return DIALOGUE.test(text.slice(id[0].length)) ? -10 : 6;
  return /^(?:STARTTLS=|AUTH[=: ]|ruleset=)/.test(text) ? 6 : 0.2;
}

/** With LogLevel above 10 each line of the dialogue is logged, too. */
const DIALOGUE = /^(?:<-- |--- |--> )/;

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const { text, process, pid } = line;
  if (process === undefined || !PROCESS.test(process)) return state;
  const from = /^\[ID \d{1,10} [a-z0-9]{1,20}\.[a-z]{1,10}\] /.exec(text)?.[0].length ?? 0;
  const shown = text.slice(from);
  const id = QUEUE_ID.exec(shown);
  const rest = id === null ? shown : shown.slice(id[0].length);
  const queueId = id === null || id[1] === 'NOQUEUE' ? undefined : (id[1] as string);
  const session = queueId ?? `${process}${pid === undefined ? '' : `[${pid}]`}`;
  const delivery = eventOf(rest);
  if (delivery === undefined) return state;
  if (queueId !== undefined && delivery.action === 'received') {
    tell(line, from, session, { type: 'connect', whole: false }, context);
  }
  deliver(line, from, session, ofMessage(queueId, delivery), context);
  return state;
}

function eventOf(text: string): Delivery | undefined {
  if (text.startsWith('from=')) {
    return {
      action: 'received',
      ...known('from', valueIn(text, 'from')),
      ...known('messageId', valueIn(text, 'msgid')),
      ...known('client', / relay=(.{1,300})$/.exec(text)?.[1]),
    };
  }
  if (text.startsWith('to=')) return delivered(text);
  const reject = /(?:^|[ ,])reject=(.*)$/.exec(text)?.[1];
  if (reject !== undefined) return rejected(text, reject);
  return complaint(text);
}

/** `to=<b>, ctladdr=…, delay=00:00:03, mailer=esmtp, relay=mx. [192.0.2.1], dsn=5.1.1, stat=User unknown`. */
function delivered(text: string): Delivery | undefined {
  const at = text.indexOf(', stat=');
  if (at < 0) return undefined;
  const stat = text.slice(at + 7);
  const enhanced = valueIn(text, 'dsn');
  const action = actionOf(stat, enhanced);
  if (action === undefined) return undefined;
  const reason = stat.replace(/^(?:Sent|Deferred)(?:: | (?=\())/, '').replace(/^\((.*)\)$/, '$1');
  const relay = /, relay=(.{1,300}?)(?=, [a-z]{2,10}=)/.exec(text.slice(0, at + 7))?.[1];
  return {
    action,
    ...known('to', /^to=(.{1,1000}?)(?=, [a-z]{2,10}=)/.exec(text)?.[1]?.replace(/^<([^<>]*)>$/, '$1')),
    ...known('relay', relay),
    ...known('delay', secondsOf(valueIn(text, 'delay'))),
    ...known('enhanced', enhanced),
    ...quotedCodes(reason),
    reason,
  };
}

function actionOf(stat: string, enhanced: string | undefined): Delivery['action'] | undefined {
  if (/^Sent\b/.test(stat)) return 'sent';
  if (/^Deferred\b/.test(stat)) return 'deferred';
  if (/^queued$/i.test(stat)) return 'received';
  if (/\b(?:could not be delivered for|[Cc]annot send message (?:within|for)) /.test(stat)) return 'expired';
  return enhanced?.startsWith('4') ? 'deferred' : enhanced?.startsWith('2') ? 'sent' : 'bounced';
}

/** `00:02:00`, with days `1+02:00:00`. */
function secondsOf(delay: string | undefined): number | undefined {
  const match = /^(?:(\d{1,4})\+)?(\d{1,3}):(\d\d):(\d\d)$/.exec(delay ?? '');
  if (match === null) return undefined;
  const [days, hours, minutes, seconds] = match.slice(1).map((part) => Number(part ?? 0));
  return (((days ?? 0) * 24 + (hours ?? 0)) * 60 + (minutes ?? 0)) * 60 + (seconds ?? 0);
}

/** `ruleset=check_rcpt, arg1=<b>, relay=host [ip], reject=550 5.7.1 <b>... Relaying denied`. */
function rejected(text: string, reason: string): Delivery {
  const address = valueIn(text, 'arg1') ?? valueIn(text, 'to');
  const isRecipient = /check_rcpt|^to=|Milter: to=/.test(text);
  return {
    action: 'rejected',
    ...(isRecipient ? known('to', address) : known('from', /check_mail/.test(text) ? address : undefined)),
    ...known('client', /, relay=(.{1,300}?)(?=, reject=)/.exec(text)?.[1]),
    ...readCodes(reason),
    reason,
  };
}

const FAULTS: readonly (readonly [RegExp, DeliveryFault])[] = [
  [/^rejecting commands from .{1,300} due to pre-greeting traffic/, 'early-talker'],
  [/\bunauthorized PIPELINING\b/i, 'pipelining'],
  [/\bprobable open proxy: command=/, 'other-protocol'],
  [/\bbare (?:CR|LF|<CR>|<LF>)/i, 'bare-newline'],
  [/^STARTTLS(?:=\w{1,10})?[:,].{0,300}\b(?:error|failed)\b/, 'tls'],
  [/^AUTH failure\b/, 'auth'],
];

function complaint(text: string): Delivery | undefined {
  const fault = FAULTS.find(([pattern]) => pattern.test(text))?.[1];
  if (fault !== undefined) return { action: 'warning', fault, reason: text };
  if (
    /^(?:lost input channel from |timeout waiting for input from |collect: (?:premature EOM|unexpected close))/.test(
      text,
    )
  ) {
    return { action: 'lost', reason: text };
  }
  if (/ did not issue MAIL\/EXPN\/VRFY\/ETRN during connection /.test(text)) return { action: 'lost', reason: text };
  const unknown = /^<([^>]{1,320})>\.\.\. .{0,40}\b(?:[Uu]ser unknown|[Nn]o such user)/.exec(text)?.[1];
  if (unknown !== undefined)
    return { action: 'rejected', to: unknown, ...readCodes(text, text.indexOf('... ') + 4), reason: text };
  return /^(?:SYSERR|possible SMTP attack: )/.test(text) ? { action: 'warning', reason: text } : undefined;
}
