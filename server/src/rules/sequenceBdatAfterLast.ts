import { whole } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceBdatAfterLast = /* @__PURE__ */ faultRule({
  fault: 'bdat-after-last',
  code: 'sequence.bdat-after-last',
  severity: 'error',
  title: { en: 'BDAT after the last chunk', 'zh-cn': '最后一块之后的 BDAT' },
  messages: {
    default: {
      en: 'BDAT after BDAT LAST: the message is complete, a new one needs MAIL FROM',
      'zh-cn': 'BDAT LAST 之后又发送 BDAT：邮件已经完整，新的邮件需要 MAIL FROM',
    },
  },
  sources: [{ rfc: 3030, section: '2' }],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'cause' }] }),
  fixes: removal,
});

export const sequenceBdatAfterLastPage = (): RulePage => ({
  code: 'sequence.bdat-after-last',
  explanation: {
    en: 'BDAT with LAST ends the message and the transaction with it. Another chunk belongs to nothing and is answered 503.',
    'zh-cn': '带 LAST 的 BDAT 结束邮件及其事务。再发一块则无所归属，会得到 503。',
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
C: BDAT 5 LAST
C: you
S: 250 Ok: queued
C: BDAT 5 LAST
C: you
S: 503 5.5.1 Error: need RCPT command
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
C: BDAT 5 LAST
C: you
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});
