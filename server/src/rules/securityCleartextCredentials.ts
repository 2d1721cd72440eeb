import type { Session } from '../transcript/reader';
import { finalReply, type Reply } from '../transcript/transcript';
import { replySpan, whole } from './about';
import { cancellation } from './credentials';
import type { Problem, Rule, RulePage } from './rule';
import { demandsTls } from './tlsDemand';

export const securityCleartextCredentials: Rule = {
  category: 'security',
  code: 'security.cleartext-credentials',
  severity: 'warning',
  title: { en: 'Credentials without TLS', 'zh-cn': '未加密的凭据' },
  messages: {
    default: {
      en: 'AUTH {mechanism} sends user name and password without TLS: anyone on the path can read them',
      'zh-cn': 'AUTH {mechanism} 在没有 TLS 的连接上发送用户名和密码：路径上的任何人都能读取',
    },
    asked: {
      en: 'AUTH {mechanism} sends user name and password without TLS, though the server had asked for STARTTLS first',
      'zh-cn': '服务器已要求先 STARTTLS，AUTH {mechanism} 仍在没有 TLS 的连接上发送用户名和密码',
    },
  },
  sources: [
    { rfc: 4954, section: '4' },
    { rfc: 8314, section: '3' },
  ],
  needs: ['auth'],
  alike: true,
  check,
};

export const securityCleartextCredentialsPage = (): RulePage => ({
  code: 'security.cleartext-credentials',
  explanation: {
    en: 'PLAIN, LOGIN and the OAuth tokens are only encoded, not encrypted. Use STARTTLS or port 465 first, and change a password that was sent in the clear.',
    'zh-cn':
      'PLAIN、LOGIN 以及 OAuth 令牌只是编码而非加密。请先使用 STARTTLS 或 465 端口，并更换已经明文发送过的密码。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN
C: AUTH PLAIN AGFsaWNlAHdvbmRlcmxhbmQ=
S: 235 2.7.0 Authentication successful
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
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let demand: Reply | undefined;
  for (const step of session.steps) {
    const { exchange, before } = step;
    const asked = demand;
    if (demandsTls(exchange)) demand ??= finalReply(exchange);
    if (exchange.kind !== 'command' || exchange.command.verb !== 'AUTH' || before.tls !== 'none' || exchange.lost)
      continue;
    const [mechanism = '', initial] = exchange.command.argument.split(' ');
    // A mechanism that the server turned down, or the client gave up, before anything was sent has disclosed nothing.
    const sent = exchange.responses.length - (cancellation(exchange) === undefined ? 0 : 1);
    if (!REUSABLE.has(mechanism.toUpperCase()) || (initial === undefined && sent === 0)) continue;
    yield {
      variant: asked === undefined ? 'default' : 'asked',
      values: { mechanism: mechanism.toUpperCase() },
      span: whole(exchange.command.said),
      related: [
        ...(asked === undefined ? [] : [{ span: replySpan(asked), note: 'asked-for-tls' } as const]),
        ...exchange.responses.map((said) => ({ span: whole(said), note: 'said-here' }) as const),
      ],
      step,
    };
  }
}

/** Mechanisms whose messages a listener can use again (RFC 4616 and the LOGIN and OAuth forms). */
const REUSABLE: ReadonlySet<string> = new Set(['PLAIN', 'LOGIN', 'XOAUTH2', 'OAUTHBEARER', 'XOAUTH']);
