import { whole } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceBdatMixed = /* @__PURE__ */ faultRule({
  fault: 'bdat-mixed',
  code: 'sequence.bdat-mixed',
  severity: 'error',
  title: { en: 'DATA mixed with BDAT', 'zh-cn': 'DATA 与 BDAT 混用' },
  messages: {
    default: {
      en: 'DATA in a transaction that already sends its message with BDAT',
      'zh-cn': '该事务已用 BDAT 发送邮件，却又发送 DATA',
    },
  },
  sources: [{ rfc: 3030, section: '3' }],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'cause' }] }),
  fixes: removal,
});

export const sequenceBdatMixedPage = (): RulePage => ({
  code: 'sequence.bdat-mixed',
  explanation: {
    en: 'A message is sent either with DATA or in BDAT chunks, never both in one transaction. Go on with BDAT until LAST, or RSET and begin again.',
    'zh-cn':
      '一封邮件要么用 DATA，要么用 BDAT 分块发送，不能在同一事务中混用。请继续用 BDAT 直到 LAST，或 RSET 后重新开始。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: BDAT 6
C: Hi, 
S: 250 6 octets received
C: DATA
S: 503 5.5.1 Error: DATA after BDAT
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: BDAT 6
C: Hi, 
S: 250 6 octets received
C: BDAT 5 LAST
C: you
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});
