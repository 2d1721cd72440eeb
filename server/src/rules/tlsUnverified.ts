import type { Session } from '../transcript/reader';
import type { Told } from '../transcript/transcript';
import { whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const tlsUnverified: Rule = {
  category: 'tls',
  code: 'tls.unverified',
  severity: 'information',
  title: { en: 'Certificate not verified', 'zh-cn': '证书未验证' },
  messages: {
    default: {
      en: 'TLS without a certificate that the tool trusts, and the session goes on: {message}',
      'zh-cn': 'TLS 使用了工具不信任的证书，而会话仍继续：{message}',
    },
  },
  sources: [
    { rfc: 3207, section: '4.1' },
    { rfc: 7817, section: '3' },
  ],
  needs: ['tool-tls'],
  alike: true,
  check,
};

export const tlsUnverifiedPage = (): RulePage => ({
  code: 'tls.unverified',
  explanation: {
    en: 'The connection is encrypted, but the tool could not prove who is at the other end: self-signed, expired, another name, or an issuer that it does not know. Between mail servers this is usual; a mail program that sends a password should not go on.',
    'zh-cn':
      '连接已加密，但工具无法证明对方身份：自签名、过期、名称不符，或签发者未知。这在邮件服务器之间很常见；会发送密码的邮件程序则不应继续。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384 certificate verify failed: self-signed certificate
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
* tls TLSv1.3 TLS_AES_256_GCM_SHA384 certificate verified ok
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
    if (exchange.kind !== 'event' || !saysUnverified(exchange.told)) continue;
    const { told } = exchange;
    yield { variant: 'default', values: { message: told.text.slice(0, 160) }, span: whole(told), related: [], step };
  }
}

/** An error about TLS is tls.failed. */
function saysUnverified({ event, text }: Told): boolean {
  return event.type === 'tls' && UNVERIFIED.test(text.slice(0, 500));
}

const UNVERIFIED =
  /^Untrusted TLS|verif\w{1,12} (?:failed|error|result: (?!ok))|(?:certificate|cert) .{0,30}(?:not (?:trusted|verified)|unverified|untrusted)|self[- ]signed/i;
