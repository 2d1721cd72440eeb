import { whole } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceAuthInTransaction = /* @__PURE__ */ faultRule({
  fault: 'auth-in-transaction',
  code: 'sequence.auth-in-transaction',
  severity: 'error',
  title: { en: 'AUTH inside a mail transaction', 'zh-cn': '邮件事务中的 AUTH' },
  messages: {
    default: {
      en: 'AUTH inside a mail transaction: it is not allowed between MAIL FROM and the end of the message',
      'zh-cn': '邮件事务中发送 AUTH：在 MAIL FROM 与邮件结束之间不允许',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'began-here' }] }),
  fixes: removal,
});

export const sequenceAuthInTransactionPage = (): RulePage => ({
  code: 'sequence.auth-in-transaction',
  explanation: {
    en: 'Authenticate before the first MAIL. Inside a transaction the server answers 503.',
    'zh-cn': '请在第一个 MAIL 之前认证。在事务之内服务器会回复 503。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
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
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
S: 235 2.7.0 Authentication successful
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});
