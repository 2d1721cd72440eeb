import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceStarttlsInTls = /* @__PURE__ */ faultRule({
  fault: 'starttls-in-tls',
  code: 'sequence.starttls-in-tls',
  severity: 'error',
  title: { en: 'STARTTLS inside TLS', 'zh-cn': 'TLS 之内的 STARTTLS' },
  messages: {
    default: {
      en: 'STARTTLS although the connection is already encrypted',
      'zh-cn': '连接已经加密，却再次发送 STARTTLS',
    },
  },
  sources: [{ rfc: 3207, section: '4.2' }],
  fixes: removal,
});

export const sequenceStarttlsInTlsPage = (): RulePage => ({
  code: 'sequence.starttls-in-tls',
  explanation: {
    en: 'TLS can be started once on a connection. A server must not offer STARTTLS again inside TLS, and a client must not send it. Remove it.',
    'zh-cn': '一个连接只能启动一次 TLS。TLS 之内服务器不得再提供 STARTTLS，客户端也不得再发送。请删除它。',
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
S: 250 STARTTLS
C: STARTTLS
S: 503 5.5.1 Error: TLS already active
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
