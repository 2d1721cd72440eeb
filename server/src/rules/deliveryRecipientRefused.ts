import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate, type Reply } from '../transcript/transcript';
import { refusalOf, replySpan } from './about';
import { causeNote } from './cause';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const deliveryRecipientRefused: Rule = {
  category: 'delivery',
  code: 'delivery.recipient-refused',
  severity: 'warning',
  title: { en: 'Recipient refused', 'zh-cn': '收件人被拒绝' },
  messages: {
    permanent: {
      en: '<{address}> was refused for good{cause}: {code} {text}',
      'zh-cn': '<{address}> 被永久拒绝{cause}：{code} {text}',
    },
    temporary: {
      en: '<{address}> was put off{cause}: {code} {text}',
      'zh-cn': '<{address}> 被暂时推迟{cause}：{code} {text}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.3' },
    { rfc: 5321, section: '4.2.1' },
  ],
  needs: ['refused-recipient', 'refusal'],
  check,
};

export const deliveryRecipientRefusedPage = (): RulePage => ({
  code: 'delivery.recipient-refused',
  explanation: {
    en: 'The server does not take mail for this recipient. 5yz is final: unknown user, relaying denied, policy. 4yz asks to try again: greylisting, a full mailbox, rate limits. The message still goes to the other recipients.',
    'zh-cn':
      '服务器不接收发给该收件人的邮件。5yz 是最终结果：用户不存在、拒绝转发、策略限制。4yz 要求稍后重试：灰名单、邮箱已满、速率限制。邮件仍会发给其他收件人。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<ghost@example.org>
S: 550 5.1.1 <ghost@example.org>: User unknown
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
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
C: RCPT TO:<grey@example.org>
S: 450 4.7.1 Greylisted
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'recipient') continue;
    const reply = exchange.replies.at(-1) as Reply;
    const { address, start, end } = readPath(exchange.command);
    yield {
      variant: reply.code >= 500 ? 'permanent' : 'temporary',
      ...(reply.code < 500 && { severity: 'information' as const }),
      values: { address, cause: causeNote(reply), ...quote(reply) },
      span: replySpan(reply),
      related: [{ span: locate(exchange.command.said, start, end), note: 'said-here' }],
      step,
    };
  }
}
