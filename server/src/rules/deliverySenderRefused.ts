import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate, type Reply } from '../transcript/transcript';
import { refusalOf, replySpan } from './about';
import { causeNote } from './cause';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const deliverySenderRefused: Rule = {
  category: 'delivery',
  code: 'delivery.sender-refused',
  severity: 'warning',
  title: { en: 'Sender refused', 'zh-cn': '发件人被拒绝' },
  messages: {
    permanent: {
      en: 'The sender <{address}> was refused for good{cause}: {code} {text}',
      'zh-cn': '发件人 <{address}> 被永久拒绝{cause}：{code} {text}',
    },
    temporary: {
      en: 'The sender <{address}> was put off{cause}: {code} {text}',
      'zh-cn': '发件人 <{address}> 被暂时推迟{cause}：{code} {text}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.3' },
    { rfc: 5321, section: '4.2.1' },
  ],
  needs: ['refusal'],
  check,
};

export const deliverySenderRefusedPage = (): RulePage => ({
  code: 'delivery.sender-refused',
  explanation: {
    en: 'The server does not take mail from this sender: the domain does not exist, the client may not use it, authentication or TLS is required, or the message is too big for its SIZE limit.',
    'zh-cn': '服务器不接收来自该发件人的邮件：域名不存在、客户端无权使用、要求认证或 TLS，或邮件超过 SIZE 限制。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@invalid.example>
S: 550 5.1.8 <alice@invalid.example>: Sender address rejected: Domain not found
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 451 4.1.8 Sender address rejected: try again
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'sender') continue;
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
