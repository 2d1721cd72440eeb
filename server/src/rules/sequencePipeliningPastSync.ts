import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';
import { nameOf, whole } from './about';
import { fixesAt } from './fixing';
import { LAST_OF_GROUP, pipelined, sendAfterReply } from './pipelining';
import type { Problem, Rule, RulePage } from './rule';

export const sequencePipeliningPastSync: Rule = {
  category: 'sequence',
  code: 'sequence.pipelining-past-sync',
  severity: 'error',
  title: { en: 'Pipelining past a command that must be waited for', 'zh-cn': '越过必须等待回复的命令' },
  messages: {
    default: {
      en: '{verb} was sent before the reply to {waiting}, which must be the last command of a group',
      'zh-cn': '{verb} 在 {waiting} 得到回复之前发送，而 {waiting} 必须是一组命令中的最后一条',
    },
  },
  sources: [
    { rfc: 2920, section: '3.1' },
    { rfc: 3207, section: '4' },
    { rfc: 4954, section: '4' },
  ],
  needs: ['pipelined'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', sendAfterReply),
};

export const sequencePipeliningPastSyncPage = (): RulePage => ({
  code: 'sequence.pipelining-past-sync',
  explanation: {
    en: 'EHLO, DATA, VRFY, EXPN, TURN, QUIT and NOOP end a pipelined group, because what may follow depends on their answer; so do STARTTLS and AUTH. What is sent before the answer may be read in the wrong state: as mail data, or outside TLS.',
    'zh-cn':
      'EHLO、DATA、VRFY、EXPN、TURN、QUIT 和 NOOP 必须是流水线命令组的最后一条，因为之后可以发送什么取决于它们的回复；STARTTLS 和 AUTH 也是如此。在回复之前发送的内容可能在错误的状态下被读取：被当作邮件数据，或落在 TLS 之外。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
C: MAIL FROM:<alice@example.com>
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  /** The last line of a group that has had its finding: what follows in it is the same impatience. */
  let told: Said | undefined;
  for (const { step, command, waiting, verb } of pipelined(session)) {
    const continues = waiting === told;
    if (!continues && !LAST_OF_GROUP.has(verb)) continue;
    told = command.command.said;
    // tls.injection says it.
    if (verb === 'STARTTLS' && step.before.tls === 'active') continue;
    if (continues || step.faults.length > 0) continue;
    // Exim's PIPECONNECT allows EHLO and what follows before any reply has come.
    if (step.before.offers?.has('PIPECONNECT') || step.before.offers?.has('PIPE_CONNECT')) continue;
    yield {
      variant: 'default',
      values: { verb: nameOf(command), waiting: verb },
      span: whole(command.command.said),
      related: [{ span: whole(waiting), note: 'unanswered' }],
      step,
    };
  }
}
