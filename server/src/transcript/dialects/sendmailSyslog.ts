/**
 * Sendmail with LogLevel above 10: the server's dialogue in syslog, `id: <-- EHLO …` for the client and `id: --- 250 …`
 * for itself. The id changes from message to message, the process is one connection.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { say, tell } from './utter';

export const sendmailSyslog: Dialect<undefined> = {
  id: 'sendmail-syslog',
  name: 'Sendmail dialogue in syslog',
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  opening: ['Jan  1 00:00:00 mx sendmail[1]: NOQUEUE: connect from client.example.com [192.0.2.1]'],
  write(speaker, text, like) {
    const id = like === undefined ? '' : (/^\w{1,20}: /.exec(like.text)?.[0] ?? '');
    return `${id}${speaker === 'client' ? '<--' : '---'} ${text}`;
  },
};

const LINE = /^\w{5,20}: (<--|---) /;

function isSendmail(process: string | undefined): boolean {
  return process !== undefined && /^(?:sendmail|sm-mta|sm-acceptingconnections|mta)$/i.test(process);
}

function weight({ text, process }: PeeledLine): number {
  if (!isSendmail(process)) return 0;
  return LINE.test(text) ? 10 : text.startsWith('NOQUEUE: connect from ') ? 0.2 : 0;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const { text, process, pid } = line;
  if (!isSendmail(process)) return state;
  const session = `${process}[${pid ?? ''}]`;
  if (/^NOQUEUE: connect from /.test(text)) {
    tell(line, 0, session, { type: 'connect', whole: true, tls: 'unknown' }, context);
    return state;
  }
  const match = LINE.exec(text);
  if (match === null) return state;
  const from = match[0].length;
  if (match[1] === '<--') say(line, from, session, 'client', context);
  else if (looksLikeReply(text.slice(from))) say(line, from, session, 'server', context);
  return state;
}
