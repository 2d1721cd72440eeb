import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';
import { nameOf, whole } from './about';
import { fixesAt } from './fixing';
import { LAST_OF_GROUP, pipelined, sendAfterReply } from './pipelining';
import type { Problem, Rule, RulePage } from './rule';

export const sequencePipeliningNotOffered: Rule = {
  category: 'sequence',
  code: 'sequence.pipelining-not-offered',
  severity: 'error',
  title: { en: 'Pipelining without the offer', 'zh-cn': '未提供流水线时的流水线发送' },
  messages: {
    default: {
      en: '{verb} was sent before the reply to the line above, and the server does not offer PIPELINING',
      'zh-cn': '{verb} 在前一行得到回复之前发送，而服务器并未提供 PIPELINING',
    },
  },
  sources: [
    { rfc: 2920, section: '3.1' },
    { rfc: 5321, section: '4.3.1' },
  ],
  needs: ['pipelined'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', sendAfterReply),
};

export const sequencePipeliningNotOfferedPage = (): RulePage => ({
  code: 'sequence.pipelining-not-offered',
  explanation: {
    en: 'Without PIPELINING in the EHLO reply the client sends one command and waits for its answer. Servers drop impatient clients, or lose what was sent early.',
    'zh-cn':
      'EHLO 回复中没有 PIPELINING 时，客户端每发一条命令都要等待回复。服务器会断开性急的客户端，或丢失提前发送的内容。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
C: RCPT TO:<bob@example.org>
S: 250 Ok
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 2.1.0 Ok
S: 250 2.1.5 Ok
S: 354 Go ahead
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let group: Said | undefined;
  for (const { step, command, waiting, verb } of pipelined(session)) {
    const { offers } = step.before;
    const continues = waiting === group;
    group = command.command.said;
    // One finding for a group: what follows in it is the same impatience.
    if (continues || offers === undefined || offers.has('PIPELINING') || LAST_OF_GROUP.has(verb)) continue;
    if (step.faults.length > 0) continue;
    yield {
      variant: 'default',
      values: { verb: nameOf(command) },
      span: whole(command.command.said),
      related: [{ span: whole(waiting), note: 'unanswered' }],
      step,
    };
  }
}
