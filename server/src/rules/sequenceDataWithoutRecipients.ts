import { accepted, type CommandExchange } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { faultRule } from './faultRule';
import { grantAll, insertBefore, knownAddress, laterStep, remove, successReply } from './repairs';
import { type FixEdit, type FixLine, linesOfExchange, type RulePage } from './rule';

export const sequenceDataWithoutRecipients = /* @__PURE__ */ faultRule({
  fault: 'data-without-recipients',
  code: 'sequence.data-without-recipients',
  severity: 'error',
  title: { en: 'DATA without an accepted recipient', 'zh-cn': '没有被接受的收件人就发送 DATA' },
  messages: {
    default: {
      en: '{verb} without any RCPT TO: the message would go to nobody',
      'zh-cn': '没有任何 RCPT TO 就发送 {verb}：邮件无人可投',
    },
    refused: {
      en: '{verb} although every recipient was refused ({count}): the message would go to nobody',
      'zh-cn': '所有收件人（{count} 个）都被拒绝仍发送 {verb}：邮件无人可投',
    },
    pipelined: {
      en: '{verb} was pipelined behind recipients that were all refused ({count}): the message goes to nobody',
      'zh-cn': '{verb} 以流水线方式发送，但其前的收件人（{count} 个）全部被拒绝：邮件无人可投',
    },
    perhaps: {
      en: '{verb} behind recipients that were all refused ({count}), as clients that pipeline send it: the message goes to nobody',
      'zh-cn': '{verb} 之前的收件人（{count} 个）全部被拒绝（使用流水线的客户端会这样发送）：邮件无人可投',
    },
  },
  sources: [
    { rfc: 5321, section: '3.3' },
    { rfc: 2920, section: '3.1' },
  ],
  tell: ({ refusals, pipelined }) => {
    if (refusals.length === 0) return {};
    const shown = refusals.slice(0, 20);
    return {
      variant: pipelined === true ? 'pipelined' : pipelined === 'perhaps' ? 'perhaps' : 'refused',
      // The client could not know yet, and did as RFC 2920 §3.1 allows.
      ...(pipelined !== false && { severity: 'information' as const }),
      values: { count: refusals.length },
      related: shown.flatMap((refusal) => answer(refusal)),
    };
  },
  fixes({ exchange: command, step, session, problem }) {
    const values = { verb: nameOf(command), moved: 'RCPT TO' };
    const removal = remove(command, session, values.verb, problem.variant !== 'default');
    const granted = grantAll(command, session);
    const later = laterStep(session, step, isAcceptedRcpt, ({ command: { verb } }) => verb !== 'RCPT');
    if (later !== undefined) {
      const move: FixEdit = { kind: 'move', lines: linesOfExchange(later.exchange), before: command.command.said.line };
      return [{ title: 'move', values, edits: [move, ...granted], preferred: true }, removal];
    }
    const lines: FixLine[] = [
      { speaker: 'client', text: `RCPT TO:<${knownAddress(session, 'RCPT')}>` },
      { speaker: 'server', text: successReply('RCPT', step.before) },
    ];
    const preferred = !removal.preferred;
    const insert = {
      title: 'insert-rcpt',
      values,
      edits: [insertBefore(command, lines), ...granted],
      preferred,
    } as const;
    return preferred ? [insert, removal] : command.sentBeforeReplyTo === undefined ? [removal, insert] : [removal];
  },
});

export const sequenceDataWithoutRecipientsPage = (): RulePage => ({
  code: 'sequence.data-without-recipients',
  explanation: {
    en: 'DATA needs at least one accepted recipient; a refused RCPT does not count. The server answers 503 or 554 (no valid recipients). Look at the refusals: they are the cause. A client that pipelines must still look at every reply before it sends a message.',
    'zh-cn':
      'DATA 需要至少一个被接受的收件人；被拒绝的 RCPT 不算。服务器会回复 503 或 554（没有有效收件人）。请查看那些拒绝：它们才是原因。使用流水线的客户端在发送邮件之前仍须检查每个回复。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<ghost@example.org>
S: 550 5.1.1 <ghost@example.org>: User unknown
C: DATA
S: 554 5.5.1 Error: no valid recipients
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
C: RCPT TO:<later@example.org>
S: 450 4.2.1 Try again later
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

function isAcceptedRcpt(exchange: CommandExchange): boolean {
  return exchange.command.verb === 'RCPT' && accepted(exchange);
}
