import type { Session } from '../transcript/reader';
import { answer, whole } from './about';
import { authentications, cancellation, mechanismOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';

export const authCancelled: Rule = {
  category: 'auth',
  code: 'auth.cancelled',
  severity: 'information',
  title: { en: 'Authentication given up by the client', 'zh-cn': '客户端放弃认证' },
  messages: {
    default: {
      en: 'The client gave up {mechanism} with *, and the server confirmed it with 501',
      'zh-cn': '客户端用 * 放弃了 {mechanism}，服务器以 501 确认',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  needs: ['auth'],
  check,
};

export const authCancelledPage = (): RulePage => ({
  code: 'auth.cancelled',
  explanation: {
    en: 'A line with a single `*` cancels an AUTH in progress; the server answers 501. Clients do so when a challenge is not what they expect: a server that fails to prove itself in SCRAM, an OAuth error that they have read, a user who pressed cancel.',
    'zh-cn':
      '仅含一个 `*` 的行取消进行中的 AUTH，服务器回复 501。当质询不符合预期时客户端会这样做：服务器在 SCRAM 中未能证明自己、读到了 OAuth 错误，或用户按了取消。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3ODkwLjEyMzRAbXguZXhhbXBsZS5vcmc+
C: *
S: 501 5.7.0 Authentication aborted
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH CRAM-MD5
C: AUTH CRAM-MD5
S: 334 PDE3ODkwLjEyMzRAbXguZXhhbXBsZS5vcmc+
C: *
S: 235 2.7.0 Authentication successful, so the asterisk stands for something else
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    const said = cancellation(exchange);
    if (said === undefined) continue;
    const values = { mechanism: mechanismOf(exchange) };
    yield { variant: 'default', values, span: whole(said), related: answer(exchange), step };
  }
}
