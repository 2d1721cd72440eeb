import { whole } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceAuthTwice = /* @__PURE__ */ faultRule({
  fault: 'auth-twice',
  code: 'sequence.auth-twice',
  severity: 'error',
  title: { en: 'AUTH after a successful AUTH', 'zh-cn': '认证成功后的再次 AUTH' },
  messages: {
    default: {
      en: 'AUTH although the session is authenticated already: only one successful AUTH is allowed',
      'zh-cn': '会话已通过认证却再次 AUTH：只允许一次成功的 AUTH',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'cause' }] }),
  fixes: removal,
});

export const sequenceAuthTwicePage = (): RulePage => ({
  code: 'sequence.auth-twice',
  explanation: {
    en: 'After a successful AUTH no further AUTH may be sent in the same session; the server answers 503. To change the identity open a new connection. (STARTTLS forgets the authentication.)',
    'zh-cn':
      'AUTH 成功之后，同一会话中不得再发送 AUTH；服务器会回复 503。要更换身份请新建连接。（STARTTLS 会使认证失效。）',
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
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
S: 235 2.7.0 Authentication successful
C: AUTH PLAIN AGJvYgBidWlsZGVy
S: 503 5.5.1 Error: already authenticated
C: QUIT
S: 221 2.0.0 Bye
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
C: AUTH PLAIN AGFsaWNlAG9vcHM=
S: 435 4.7.8 Try again
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});
