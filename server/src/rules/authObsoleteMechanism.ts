import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { authentications, mechanismOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';

export const authObsoleteMechanism: Rule = {
  category: 'auth',
  code: 'auth.obsolete-mechanism',
  severity: 'information',
  tag: 'obsolete',
  title: { en: 'Obsolete authentication mechanism', 'zh-cn': '过时的认证机制' },
  messages: {
    'CRAM-MD5': {
      en: 'CRAM-MD5 is out of date: the server has to keep the password readable, and a listener can guess it at leisure',
      'zh-cn': 'CRAM-MD5 已过时：服务器必须保存可读的密码，窃听者可以慢慢猜测',
    },
    'DIGEST-MD5': {
      en: 'DIGEST-MD5 is historic (RFC 6331): use SCRAM, or PLAIN inside TLS',
      'zh-cn': 'DIGEST-MD5 已归为历史（RFC 6331）：请用 SCRAM，或在 TLS 中使用 PLAIN',
    },
    NTLM: {
      en: 'NTLM is out of date and switched off in many places: use OAuth, or PLAIN inside TLS',
      'zh-cn': 'NTLM 已过时，许多地方已停用：请用 OAuth，或在 TLS 中使用 PLAIN',
    },
  },
  sources: [
    { rfc: 6331, section: '1' },
    { rfc: 7677, section: '1' },
  ],
  needs: ['auth'],
  alike: true,
  check,
};

export const authObsoleteMechanismPage = (): RulePage => ({
  code: 'auth.obsolete-mechanism',
  explanation: {
    en: 'These mechanisms were made to keep a password from a listener before TLS was usual. Today the connection is encrypted, and they only bind the server to old ways of storing passwords. SCRAM-SHA-256, OAUTHBEARER or PLAIN inside TLS take their place.',
    'zh-cn':
      '这些机制是在 TLS 尚不普及时为防窃听而设。如今连接已加密，它们只会迫使服务器以旧方式保存密码。可用 SCRAM-SHA-256、OAUTHBEARER 或 TLS 内的 PLAIN 代替。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH DIGEST-MD5 PLAIN
C: AUTH DIGEST-MD5
S: 334 cmVhbG09ImV4YW1wbGUub3JnIg==
C: ****
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH DIGEST-MD5 SCRAM-SHA-256
C: AUTH SCRAM-SHA-256 ****
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    const mechanism = mechanismOf(exchange);
    if (!(mechanism in authObsoleteMechanism.messages)) continue;
    const { said } = exchange.command;
    const start = said.text.toUpperCase().indexOf(mechanism);
    const span = locate(said, start, start + mechanism.length);
    const hint = mechanism === 'CRAM-MD5' ? { severity: 'hint' as const } : {};
    yield { variant: mechanism, values: {}, span, related: [], ...hint, step };
    return;
  }
}
