import type { Session } from '../transcript/reader';
import type { Reply } from '../transcript/transcript';
import { refusalOf, replySpan, whole } from './about';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const tlsStarttlsRefused: Rule = {
  category: 'tls',
  code: 'tls.starttls-refused',
  severity: 'warning',
  title: { en: 'STARTTLS refused', 'zh-cn': 'STARTTLS 被拒绝' },
  messages: {
    default: { en: 'STARTTLS was refused: {code} {text}', 'zh-cn': 'STARTTLS 被拒绝：{code} {text}' },
  },
  sources: [{ rfc: 3207, section: '4' }],
  needs: ['starttls'],
  check,
};

export const tlsStarttlsRefusedPage = (): RulePage => ({
  code: 'tls.starttls-refused',
  explanation: {
    en: '454: TLS is not available now (certificate or library trouble on the server). 501: an argument was given. What follows is sent in the clear unless the client gives up.',
    'zh-cn': '454：目前无法使用 TLS（服务器证书或库有问题）。501：带了参数。除非客户端放弃，否则之后的内容都是明文。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 454 4.7.0 TLS not available due to local problem
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
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'starttls') continue;
    const reply = exchange.replies.at(-1) as Reply;
    const related = [{ span: whole(exchange.command.said), note: 'said-here' } as const];
    yield { variant: 'default', values: quote(reply), span: replySpan(reply), related, step };
  }
}
