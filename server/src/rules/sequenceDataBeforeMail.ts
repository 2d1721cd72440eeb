import { nameOf } from './about';
import { behindRefusal, faultRule } from './faultRule';
import { grantAll, insertBefore, knownAddress, remove, successReply } from './repairs';
import type { FixLine, RulePage } from './rule';

export const sequenceDataBeforeMail = /* @__PURE__ */ faultRule({
  fault: 'data-before-mail',
  code: 'sequence.data-before-mail',
  severity: 'error',
  title: { en: 'DATA or BDAT without MAIL', 'zh-cn': '没有 MAIL 的 DATA 或 BDAT' },
  messages: {
    default: {
      en: '{verb} without MAIL FROM and RCPT TO: no mail transaction is open',
      'zh-cn': '没有 MAIL FROM 和 RCPT TO 就发送 {verb}：尚无邮件事务',
    },
    refused: {
      en: '{verb} although MAIL FROM was refused: no mail transaction is open',
      'zh-cn': 'MAIL FROM 已被拒绝仍发送 {verb}：尚无邮件事务',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.4' },
    { rfc: 5321, section: '3.3' },
  ],
  tell: ({ cause }) => behindRefusal(cause),
  fixes({ exchange: command, step, session, problem }) {
    const values = { verb: nameOf(command) };
    const removal = remove(command, session, values.verb, problem.variant === 'refused');
    if (problem.variant === 'refused') return [removal];
    const lines: FixLine[] = [
      { speaker: 'client', text: `MAIL FROM:<${knownAddress(session, 'MAIL')}>` },
      { speaker: 'server', text: successReply('MAIL', step.before) },
      { speaker: 'client', text: `RCPT TO:<${knownAddress(session, 'RCPT')}>` },
      { speaker: 'server', text: successReply('RCPT', step.before) },
    ];
    const edits = [insertBefore(command, lines), ...grantAll(command, session)];
    return [{ title: 'insert-mail', values, edits, preferred: true }, removal];
  },
});

export const sequenceDataBeforeMailPage = (): RulePage => ({
  code: 'sequence.data-before-mail',
  explanation: {
    en: 'Mail data needs a transaction: an accepted MAIL and at least one accepted RCPT. The order is MAIL, RCPT (once or more), DATA.',
    'zh-cn': '邮件数据需要一个事务：被接受的 MAIL，以及至少一个被接受的 RCPT。顺序是 MAIL、RCPT（一次或多次）、DATA。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: DATA
S: 503 5.5.1 Error: need MAIL command
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
