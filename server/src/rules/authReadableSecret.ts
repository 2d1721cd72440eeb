import { equal } from '../transcript/equal';
import { locateOnLines } from '../transcript/pieces';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { authentications, mechanismOf, type Secret, secretsOf } from './credentials';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const authReadableSecret: Rule = {
  category: 'auth',
  code: 'auth.readable-secret',
  severity: 'information',
  title: { en: 'Secret readable in this file', 'zh-cn': '文件中含有可读的秘密' },
  messages: {
    password: {
      en: 'Anyone who has this file can read the password of {mechanism}: redact it before you share the log',
      'zh-cn': '任何拿到此文件的人都能读出 {mechanism} 的密码：分享日志之前请先遮盖',
    },
    token: {
      en: 'Anyone who has this file can use the token of {mechanism} until it expires: redact it before you share the log',
      'zh-cn': '在过期之前，任何拿到此文件的人都能使用 {mechanism} 的令牌：分享日志之前请先遮盖',
    },
  },
  sources: [
    { rfc: 4616, section: '4' },
    { rfc: 4954, section: '9' },
  ],
  needs: ['auth'],
  alike: true,
  check,
  fixes,
};

export const authReadableSecretPage = (): RulePage => ({
  code: 'auth.readable-secret',
  explanation: {
    en: 'Base64 is no encryption. The quick fix writes `****` over the secret and keeps the rest of the line; the command `smtp-transcripts redact` does it for a whole file. Change a password that has been shared already.',
    'zh-cn':
      'base64 不是加密。快速修复会用 `****` 覆盖该秘密并保留该行其余内容；`smtp-transcripts redact` 可处理整个文件。若密码已经外泄，请更换。',
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
C: AUTH PLAIN ****
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    for (const secret of secretsOf(exchange)) {
      const values = { mechanism: mechanismOf(exchange) };
      yield { variant: secret.what, values, span: spanOf(secret), related: [], step };
    }
  }
}

function spanOf({ said, start, end }: Secret) {
  return locate(said, start, end);
}

function fixes({ span, step }: Problem): Fix[] {
  const secrets = step?.exchange.kind === 'command' ? secretsOf(step.exchange) : [];
  const secret = secrets.find((each) => equal(spanOf(each), span));
  if (secret === undefined) return [];
  const spans = locateOnLines(secret.said, secret.start, secret.end);
  const edits = spans.map((each, index) => ({ kind: 'text', span: each, text: index === 0 ? '****' : '' }) as const);
  return [{ title: 'redact', values: {}, edits, preferred: false }];
}
