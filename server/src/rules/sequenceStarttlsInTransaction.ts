import { whole } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceStarttlsInTransaction = /* @__PURE__ */ faultRule({
  fault: 'starttls-in-transaction',
  code: 'sequence.starttls-in-transaction',
  severity: 'error',
  title: { en: 'STARTTLS inside a mail transaction', 'zh-cn': '邮件事务中的 STARTTLS' },
  messages: {
    default: {
      en: 'STARTTLS inside a mail transaction: it belongs before MAIL FROM',
      'zh-cn': '邮件事务中发送 STARTTLS：它应在 MAIL FROM 之前',
    },
  },
  sources: [
    { rfc: 3207, section: '4' },
    { rfc: 5321, section: '4.1.4' },
  ],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'began-here' }] }),
  fixes: removal,
});

export const sequenceStarttlsInTransactionPage = (): RulePage => ({
  code: 'sequence.starttls-in-transaction',
  explanation: {
    en: 'STARTTLS resets the session, so it makes no sense once a sender and recipients are named, and servers answer 503. Start TLS right after the first EHLO.',
    'zh-cn':
      'STARTTLS 会重置会话，因此在给出发件人和收件人之后毫无意义，服务器会回复 503。请在第一个 EHLO 之后立即启动 TLS。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: STARTTLS
S: 503 MAIL transaction in progress
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});
