import { decodeOctets } from '../transcript/base64';
import type { Session } from '../transcript/reader';
import { whole } from './about';
import { authentications, isRedacted, mechanismOf, responsesOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';

export const authReadableUser: Rule = {
  category: 'auth',
  code: 'auth.readable-user',
  severity: 'hint',
  title: { en: 'User name in the clear', 'zh-cn': '用户名明文传输' },
  messages: {
    default: {
      en: '{mechanism} without TLS keeps the password from a listener, but not the user name',
      'zh-cn': '没有 TLS 时，{mechanism} 能隐藏密码，但用户名会被窃听',
    },
  },
  sources: [
    { rfc: 4954, section: '9' },
    { rfc: 2195, section: '4' },
  ],
  needs: ['auth'],
  check,
};

export const authReadableUserPage = (): RulePage => ({
  code: 'auth.readable-user',
  explanation: {
    en: 'CRAM-MD5, DIGEST-MD5 and SCRAM send the user name only encoded. Without TLS anyone on the path learns which accounts exist, and can guess the password from what went over the wire.',
    'zh-cn':
      'CRAM-MD5、DIGEST-MD5 和 SCRAM 的用户名只是编码后发送。没有 TLS 时，路径上的任何人都能得知存在哪些账户，并可据此猜测密码。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3ODkwLjEyMzRAbXguZXhhbXBsZS5vcmc+
C: YWxpY2UgYjkxM2E2MDJjN2VkYTdhNDk1YjRlNmU3MzM0ZDM4OTA=
S: 235 2.7.0 Authentication successful
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
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3ODkwLjEyMzRAbXguZXhhbXBsZS5vcmc+
C: YWxpY2UgYjkxM2E2MDJjN2VkYTdhNDk1YjRlNmU3MzM0ZDM4OTA=
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    const mechanism = mechanismOf(exchange);
    if (step.before.tls !== 'none' || !/^(?:CRAM-MD5|DIGEST-MD5|SCRAM-)/.test(mechanism)) continue;
    const [first] = responsesOf(exchange);
    const name = first === undefined ? undefined : decodeOctets(first.text);
    if (first === undefined || name === undefined || name === '' || isRedacted(name)) continue;
    yield { variant: 'default', values: { mechanism }, span: whole(first.said), related: [], step };
    return;
  }
}
