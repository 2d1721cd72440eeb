import { faultRule } from './faultRule';
import { removalOf } from './fixing';
import type { RulePage } from './rule';

export const sequenceDataAfterRefusal = /* @__PURE__ */ faultRule({
  fault: 'data-after-refusal',
  code: 'sequence.data-after-refusal',
  severity: 'error',
  title: { en: 'Mail data after a refused DATA', 'zh-cn': 'DATA 被拒绝后仍发送邮件数据' },
  messages: {
    default: {
      en: 'This is mail data, but DATA was refused: the server reads every line as a command',
      'zh-cn': '这是邮件数据，但 DATA 已被拒绝：服务器会把每一行都当作命令',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.4' },
    { rfc: 5321, section: '3.3' },
  ],
  fixes: ({ exchange, session }) => [{ ...removalOf(exchange, session), title: 'remove-data' }],
});

export const sequenceDataAfterRefusalPage = (): RulePage => ({
  code: 'sequence.data-after-refusal',
  explanation: {
    en: 'Only 354 opens the mail data. After 5yz or 4yz to DATA the client must not send the message: its lines are taken as commands, most are answered 500, and a line that happens to be a command is carried out.',
    'zh-cn':
      '只有 354 才允许发送邮件数据。DATA 得到 5yz 或 4yz 之后，客户端不得发送邮件：各行会被当作命令，大多得到 500，碰巧是命令的行则会被执行。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: DATA
S: 554 5.5.1 Error: no valid recipients
C: Subject: hello
S: 500 5.5.2 Error: bad syntax
C: .
S: 500 5.5.2 Error: bad syntax
C: RSET
S: 250 2.0.0 Ok
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
