import { faultRule } from './faultRule';
import { grantAll, helloLines, insertBefore } from './repairs';
import type { RulePage } from './rule';

export const sequenceAuthBeforeHello = /* @__PURE__ */ faultRule({
  fault: 'auth-before-hello',
  code: 'sequence.auth-before-hello',
  severity: 'error',
  title: { en: 'AUTH before EHLO', 'zh-cn': 'EHLO 之前的 AUTH' },
  messages: {
    default: {
      en: 'AUTH before EHLO: the server has not offered any mechanism yet',
      'zh-cn': 'EHLO 之前发送 AUTH：服务器尚未提供任何认证机制',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  fixes({ exchange: command, step, session }) {
    const edits = [insertBefore(command, helloLines(session, step)), ...grantAll(command, session)];
    return [{ title: 'insert-ehlo', values: { verb: 'AUTH' }, edits, preferred: true }];
  },
});

export const sequenceAuthBeforeHelloPage = (): RulePage => ({
  code: 'sequence.auth-before-hello',
  explanation: {
    en: 'AUTH is an extension: it exists only once EHLO has offered it, with the mechanisms that may be used.',
    'zh-cn': 'AUTH 是扩展：只有 EHLO 的回复提供了它及可用机制之后才能使用。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
S: 503 5.5.1 Error: send HELO/EHLO first
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
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
  },
});
