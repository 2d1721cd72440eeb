import type { Session } from '../transcript/reader';
import type { CommandExchange } from '../transcript/transcript';
import { answer, whole } from './about';
import { authentications, mechanismOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';
import type { Thresholds } from './thresholds';

export const authRepeated: Rule = {
  category: 'auth',
  code: 'auth.repeated',
  severity: 'information',
  title: { en: 'Authentication repeated after a refusal', 'zh-cn': '被拒后重复认证' },
  messages: {
    default: {
      en: '{mechanism} again after it was refused: {attempts} attempts in this session',
      'zh-cn': '{mechanism} 被拒后再次尝试：本会话共 {attempts} 次',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  thresholds: ['repeatedLogins', 'passwordGuesses'],
  needs: ['auth'],
  check,
};

export const authRepeatedPage = (): RulePage => ({
  code: 'auth.repeated',
  explanation: {
    en: 'The same user name and password bring the same answer, and servers count failures: some slow down, some close the connection, some lock the account. A client should ask its user after the first 535.',
    'zh-cn':
      '同样的用户名和密码只会得到同样的回复，而且服务器会计数：有的放慢，有的断开连接，有的锁定账户。客户端应在第一次 535 之后询问用户。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: ****
S: 334 UGFzc3dvcmQ6
C: ****
S: 535 5.7.8 Authentication credentials invalid
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session, { repeatedLogins, passwordGuesses }: Thresholds): Generator<Problem> {
  const failed = new Map<string, CommandExchange[]>();
  let failures = 0;
  for (const { exchange } of authentications(session)) {
    if (exchange.replies.at(-1)?.code !== 535) continue;
    failures++;
    const mechanism = mechanismOf(exchange);
    const attempts = failed.get(mechanism);
    if (attempts === undefined) failed.set(mechanism, [exchange]);
    else attempts.push(exchange);
  }
  // security.password-guessing says more.
  if (failures >= passwordGuesses) return;
  for (const [mechanism, attempts] of failed) {
    const [first, second] = attempts;
    if (first === undefined || second === undefined || attempts.length < repeatedLogins) continue;
    const related = [...answer(first), ...answer(second)];
    const values = { mechanism, attempts: attempts.length };
    yield { variant: 'default', values, span: whole(second.command.said), related };
  }
}
