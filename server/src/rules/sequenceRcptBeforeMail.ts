import { accepted, type CommandExchange } from '../transcript/transcript';
import { nameOf } from './about';
import { behindRefusal, faultRule } from './faultRule';
import { grantAll, insertBefore, knownAddress, laterStep, remove, successReply } from './repairs';
import { type FixEdit, type FixLine, linesOfExchange, type RulePage } from './rule';

export const sequenceRcptBeforeMail = /* @__PURE__ */ faultRule({
  fault: 'rcpt-before-mail',
  code: 'sequence.rcpt-before-mail',
  severity: 'error',
  title: { en: 'RCPT without MAIL', 'zh-cn': '没有 MAIL 的 RCPT' },
  messages: {
    default: {
      en: 'RCPT TO without MAIL FROM: no mail transaction is open',
      'zh-cn': '没有 MAIL FROM 就发送 RCPT TO：尚无邮件事务',
    },
    refused: {
      en: 'RCPT TO although MAIL FROM was refused: no mail transaction is open',
      'zh-cn': 'MAIL FROM 已被拒绝仍发送 RCPT TO：尚无邮件事务',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.4' },
    { rfc: 5321, section: '3.3' },
  ],
  tell: ({ cause }) => behindRefusal(cause),
  fixes({ exchange: command, step, session, problem }) {
    const values = { verb: nameOf(command), moved: 'MAIL FROM' };
    const mail = laterStep(session, step, isMail, ({ command: { verb } }) => ENDS.has(verb));
    const removal = remove(command, session, values.verb, problem.variant === 'refused');
    if (problem.variant === 'refused') return [removal];
    const granted = grantAll(command, session);
    if (mail !== undefined) {
      const move: FixEdit = { kind: 'move', lines: linesOfExchange(mail.exchange), before: command.command.said.line };
      return [{ title: 'move', values, edits: [move, ...granted], preferred: true }, removal];
    }
    const lines: FixLine[] = [
      { speaker: 'client', text: `MAIL FROM:<${knownAddress(session, 'MAIL')}>` },
      { speaker: 'server', text: successReply('MAIL', step.before) },
    ];
    return [
      { title: 'insert-mail', values, edits: [insertBefore(command, lines), ...granted], preferred: true },
      removal,
    ];
  },
});

export const sequenceRcptBeforeMailPage = (): RulePage => ({
  code: 'sequence.rcpt-before-mail',
  explanation: {
    en: 'Recipients belong to a transaction, and only an accepted MAIL opens one. RSET, EHLO, STARTTLS and the end of a message close it: the next recipient needs a new MAIL.',
    'zh-cn':
      '收件人属于某个事务，而只有被接受的 MAIL 才会打开事务。RSET、EHLO、STARTTLS 以及一封邮件的结束都会关闭它：之后的收件人需要新的 MAIL。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: RCPT TO:<bob@example.org>
S: 503 5.5.1 Error: need MAIL command
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

const ENDS: ReadonlySet<string> = new Set(['RSET', 'EHLO', 'HELO', 'LHLO', 'STARTTLS', 'QUIT']);

function isMail(exchange: CommandExchange): boolean {
  return exchange.command.verb === 'MAIL' && accepted(exchange);
}
