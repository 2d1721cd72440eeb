/**
 * Kerio Connect's debug log with "SMTP Server": `[24/Mar/2010 13:07:36][2960] {smtps} Command EHLO …` and
 * `{smtps} Sent reply to EHLO: 250 …`. The number in the second bracket is the thread, which serves one client at a time.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Connections, closed, NO_CONNECTIONS, opened } from './connections';
import { tell } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say } from './utter';

export const kerio: Dialect<Connections> = {
  id: 'kerio',
  name: 'Kerio Connect debug log',
  evidence: (sample) => weigh(sample, weight),
  start: () => NO_CONNECTIONS,
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : HEAD.exec(like.text);
    const verb = like?.text.includes('Sent reply to ') ? /Sent reply to ([^:]{1,40}):/.exec(like.text)?.[1] : undefined;
    const said = speaker === 'client' ? `Command ${text}` : `Sent reply to ${verb ?? 'NOOP'}: ${text}`;
    return `${head?.[0] ?? '[01/Jan/1970 00:00:00][1] {smtps} '}${said}`;
  },
};

const HEAD = /^\[\d\d\/\w{3}\/\d{4} \d\d:\d\d:\d\d\]\[(\d{1,20})\] \{smtps\} /;

function weight({ text }: PeeledLine): number {
  const head = HEAD.exec(text);
  return head === null ? 0 : /^(?:Command |Sent reply to )/.test(text.slice(head[0].length)) ? 12 : 3;
}

function read(line: PeeledLine, state: Connections, context: ReadContext): Connections {
  const head = HEAD.exec(line.text);
  if (head === null) return state;
  const from = head[0].length;
  const key = head[1] as string;
  const rest = line.text.slice(from);
  if (/^SMTP server session begin/.test(rest)) {
    const now = opened(state, key);
    const event = { type: 'connect', whole: false } as const;
    tell(line, from, now.names.get(key) ?? key, event, context);
    return now;
  }
  const session = state.names.get(key) ?? key;
  if (/^SMTP server session end/.test(rest)) {
    tell(line, from, session, { type: 'close', by: 'unknown' }, context);
    return closed(state, key);
  }
  const command = /^Command:? /.exec(rest)?.[0].length;
  if (command !== undefined) {
    const secret = context.modeOf(session) === 'auth';
    say(line, from + command, session, 'client', context, { kind: secret ? 'secret' : 'command' });
    return state;
  }
  const reply = /^Sent reply to [^:]{1,40}: /.exec(rest)?.[0].length;
  if (reply !== undefined && looksLikeReply(rest.slice(reply))) say(line, from + reply, session, 'server', context);
  return state;
}
