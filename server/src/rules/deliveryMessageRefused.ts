import type { Session } from '../transcript/reader';
import { refusalOf, replySpan, whole } from './about';
import { causeNote } from './cause';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const deliveryMessageRefused: Rule = {
  category: 'delivery',
  code: 'delivery.message-refused',
  severity: 'warning',
  title: { en: 'Message refused', 'zh-cn': '邮件被拒绝' },
  messages: {
    permanent: {
      en: 'The message was refused for good{cause}: {code} {text}',
      'zh-cn': '邮件被永久拒绝{cause}：{code} {text}',
    },
    temporary: { en: 'The message was put off{cause}: {code} {text}', 'zh-cn': '邮件被暂时推迟{cause}：{code} {text}' },
  },
  sources: [
    { rfc: 5321, section: '4.2.5' },
    { rfc: 5321, section: '4.1.1.4' },
  ],
  needs: ['refusal'],
  check,
};

export const deliveryMessageRefusedPage = (): RulePage => ({
  code: 'delivery.message-refused',
  explanation: {
    en: 'The recipients were accepted, the message itself was not: its size, its content, its authentication (SPF, DKIM, DMARC) or the server’s state. Nothing was delivered to anyone; in LMTP each recipient has an answer of its own.',
    'zh-cn':
      '收件人已被接受，但邮件本身没有：可能是大小、内容、身份验证（SPF、DKIM、DMARC）或服务器状态的原因。没有投递给任何人；在 LMTP 中每个收件人有各自的回复。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Hello.
C: .
S: 550 5.7.1 Message contains spam or virus
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Hello.
C: .
S: 451 4.3.0 Try again later
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if ((exchange.kind !== 'command' && exchange.kind !== 'message') || refusalOf(step) !== 'message') continue;
    const said = exchange.kind === 'command' ? exchange.command.said : (exchange.data.first ?? exchange.command?.said);
    for (const reply of exchange.replies) {
      if (reply.code < 400) continue;
      yield {
        variant: reply.code >= 500 ? 'permanent' : 'temporary',
        ...(reply.code < 500 && { severity: 'information' as const }),
        values: { cause: causeNote(reply), ...quote(reply) },
        span: replySpan(reply),
        related: said === undefined ? [] : [{ span: whole(said), note: 'said-here' }],
        step,
      };
    }
  }
}
