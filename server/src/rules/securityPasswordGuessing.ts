import type { Session } from '../transcript/reader';
import type { CommandExchange } from '../transcript/transcript';
import { answer, whole } from './about';
import { authentications } from './credentials';
import type { Problem, Rule, RulePage } from './rule';
import type { Thresholds } from './thresholds';

export const securityPasswordGuessing: Rule = {
  category: 'security',
  code: 'security.password-guessing',
  severity: 'warning',
  title: { en: 'Password guessing', 'zh-cn': '密码猜测' },
  messages: {
    default: {
      en: '{count} logins were refused in this session: somebody may be guessing passwords',
      'zh-cn': '本会话中有 {count} 次登录被拒绝：可能有人在猜测密码',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  thresholds: ['passwordGuesses'],
  needs: ['auth'],
  check,
};

export const securityPasswordGuessingPage = (): RulePage => ({
  code: 'security.password-guessing',
  explanation: {
    en: 'A person mistypes once or twice, a misconfigured device repeats the same password, an attacker tries many. Limit the failures per connection and per address (`smtpd_soft_error_limit`, fail2ban), and close the session early.',
    'zh-cn':
      '人会输错一两次，配置错误的设备会重复同一密码，攻击者则尝试很多。请限制每个连接和每个地址的失败次数（`smtpd_soft_error_limit`、fail2ban），并尽早关闭会话。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
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
S: 250 AUTH PLAIN
C: AUTH PLAIN ****
S: 454 4.7.0 Temporary authentication failure
C: AUTH PLAIN ****
S: 535 5.7.8 Authentication credentials invalid
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session, { passwordGuesses }: Thresholds): Generator<Problem> {
  const failed: CommandExchange[] = [];
  for (const { exchange } of authentications(session)) {
    if (exchange.replies.at(-1)?.code === 535) failed.push(exchange);
  }
  const first = failed[0];
  if (first === undefined || failed.length < passwordGuesses) return;
  const related = failed.slice(0, 10).flatMap((exchange) => answer(exchange));
  yield { variant: 'default', values: { count: failed.length }, span: whole(first.command.said), related };
}
