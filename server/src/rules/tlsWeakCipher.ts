import type { Session } from '../transcript/reader';
import { whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const tlsWeakCipher: Rule = {
  category: 'tls',
  code: 'tls.weak-cipher',
  severity: 'warning',
  tag: 'obsolete',
  title: { en: 'Weak TLS cipher', 'zh-cn': '弱 TLS 密码套件' },
  messages: {
    default: { en: '{cipher} is a weak cipher: {why}', 'zh-cn': '{cipher} 是弱密码套件：{why}' },
    anonymous: {
      en: '{cipher} uses no certificate: the connection is encrypted, but nobody knows with whom',
      'zh-cn': '{cipher} 不使用证书：连接已加密，但不知对方是谁',
    },
  },
  sources: [
    { rfc: 7465, section: '2' },
    { rfc: 9325, section: '4.1' },
  ],
  needs: ['tool-tls'],
  alike: true,
  check,
};

export const tlsWeakCipherPage = (): RulePage => ({
  code: 'tls.weak-cipher',
  explanation: {
    en: 'RC4, DES, export and NULL ciphers hide nothing from somebody who tries, triple DES and MD5 are too old to rely on. Turn them off on the side that you run; TLS 1.3 has none of them. Anonymous suites are what mail servers use among themselves when nobody checks certificates anyway.',
    'zh-cn':
      'RC4、DES、出口级和 NULL 套件挡不住有心人，三重 DES 与 MD5 已过时、不可依赖。请在自己管理的一侧停用；TLS 1.3 中都不存在。匿名套件是邮件服务器之间在都不检查证书时使用的。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.2 RC4-MD5
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.2 ECDHE-ECDSA-AES128-GCM-SHA256
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'event' || exchange.told.event.type !== 'tls') continue;
    const { cipher = '' } = exchange.told.event;
    const why = WEAK.find(({ pattern }) => pattern.test(cipher));
    if (why === undefined) continue;
    const anonymous = why.name === 'anonymous';
    yield {
      variant: anonymous ? 'anonymous' : 'default',
      values: { cipher: cipher.slice(0, 80), why: why.name },
      span: whole(exchange.told),
      related: [],
      ...(anonymous && { severity: 'information' as const }),
      step,
    };
  }
}

/** In OpenSSL's, GnuTLS' and IANA's spelling. */
const WEAK: readonly { readonly name: string; readonly pattern: RegExp }[] = [
  { name: 'NULL', pattern: /(?:^|[-_])e?NULL(?:$|[-_])/i },
  { name: 'EXPORT', pattern: /(?:^|[-_])EXP(?:ORT)?\d{0,4}(?:$|[-_])/i },
  { name: 'RC4', pattern: /(?:^|[-_])(?:RC4|ARCFOUR)(?:$|[-_])/i },
  { name: '3DES', pattern: /3DES|DES-CBC3/i },
  { name: 'DES', pattern: /(?:^|[-_])DES(?:$|[-_])/i },
  { name: 'MD5', pattern: /(?:^|[-_])MD5$/i },
  { name: 'anonymous', pattern: /^A(?:EC)?DH-|(?:^|[-_])anon(?:$|[-_])|^ANON-/i },
];
