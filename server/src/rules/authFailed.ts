import type { Session } from '../transcript/reader';
import type { Reply } from '../transcript/transcript';
import { refusalOf, replySpan, whole } from './about';
import { cancellation, malformedResponse } from './credentials';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const authFailed: Rule = {
  category: 'auth',
  code: 'auth.failed',
  severity: 'warning',
  title: { en: 'Authentication failed', 'zh-cn': '认证失败' },
  messages: {
    permanent: {
      en: '{mechanism} authentication was refused: {code} {text}',
      'zh-cn': '{mechanism} 认证被拒绝：{code} {text}',
    },
    temporary: {
      en: '{mechanism} authentication could not be checked now: {code} {text}',
      'zh-cn': '{mechanism} 认证目前无法验证：{code} {text}',
    },
  },
  sources: [
    { rfc: 4954, section: '4' },
    { rfc: 4954, section: '6' },
  ],
  needs: ['auth'],
  check,
};

export const authFailedPage = (): RulePage => ({
  code: 'auth.failed',
  explanation: {
    en: '535: the user name or the password is wrong, the account may not use SMTP AUTH, or an app password is required. 534: the mechanism is too weak. 538: TLS first. 504: the server does not know the mechanism. 454: try again later.',
    'zh-cn':
      '535：用户名或密码错误、账户不允许 SMTP AUTH，或需要应用专用密码。534：机制太弱。538：先启用 TLS。504：服务器不认识该机制。454：稍后重试。',
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
C: AUTH PLAIN AGFsaWNlAHdyb25n
S: 535 5.7.8 Authentication credentials invalid
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
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'auth') continue;
    // These say why.
    if (malformedResponse(exchange) !== undefined || cancellation(exchange) !== undefined) continue;
    const reply = exchange.replies.at(-1) as Reply;
    const mechanism = exchange.command.argument.split(' ')[0]?.toUpperCase() ?? '';
    yield {
      variant: reply.code >= 500 ? 'permanent' : 'temporary',
      ...(reply.code < 500 && { severity: 'information' as const }),
      values: { mechanism, ...quote(reply) },
      span: replySpan(reply),
      related: [{ span: whole(exchange.command.said), note: 'said-here' }],
      step,
    };
  }
}
