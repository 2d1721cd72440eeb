import { nameOf, whole } from './about';
import { faultRule } from './faultRule';
import { grantAll, insertBefore, laterStep, remove, successReply } from './repairs';
import type { Fix, FixLine, RulePage } from './rule';

export const sequenceNestedMail = /* @__PURE__ */ faultRule({
  fault: 'nested-mail',
  code: 'sequence.nested-mail',
  severity: 'error',
  title: { en: 'MAIL inside a mail transaction', 'zh-cn': '邮件事务中的 MAIL' },
  messages: {
    default: {
      en: 'MAIL FROM inside the mail transaction that is already open: finish it or send RSET first',
      'zh-cn': '邮件事务尚未结束又发送 MAIL FROM：应先完成当前事务或发送 RSET',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.4' },
    { rfc: 5321, section: '3.3' },
  ],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'began-here' }] }),
  fixes({ exchange: command, step, session }) {
    const values = { verb: nameOf(command) };
    const reset: FixLine[] = [
      { speaker: 'client', text: 'RSET' },
      { speaker: 'server', text: successReply('RSET', step.before) },
    ];
    const insert: Fix = {
      title: 'insert-rset',
      values,
      edits: [insertBefore(command, reset), ...grantAll(command, session)],
      preferred: true,
    };
    // Without recipients of its own the new transaction would only fail later: then the second MAIL is what is too much.
    const next = laterStep(session, step, ({ command: { verb } }) => NEXT.has(verb));
    const starves = next?.exchange.kind === 'command' && /^(?:DATA|BDAT)$/.test(next.exchange.command.verb);
    const hollow = starves && next?.faults.length === 0;
    return hollow
      ? [remove(command, session, values.verb, true)]
      : [insert, remove(command, session, values.verb, false)];
  },
});

export const sequenceNestedMailPage = (): RulePage => ({
  code: 'sequence.nested-mail',
  explanation: {
    en: 'A transaction begins with MAIL and ends with the final dot, RSET, EHLO or QUIT. A second MAIL before that is refused with 503 and the first transaction stays as it is. Send RSET to give it up, or leave the second MAIL out.',
    'zh-cn':
      '事务以 MAIL 开始，以结束点、RSET、EHLO 或 QUIT 结束。在此之前的第二个 MAIL 会被 503 拒绝，原事务保持不变。若要放弃请发送 RSET，否则去掉第二个 MAIL。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: MAIL FROM:<carol@example.com>
S: 503 5.5.1 Error: nested MAIL command
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
C: RSET
S: 250 2.0.0 Ok
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

const NEXT: ReadonlySet<string> = new Set(['RCPT', 'DATA', 'BDAT', 'MAIL', 'RSET', 'EHLO', 'HELO', 'QUIT']);
