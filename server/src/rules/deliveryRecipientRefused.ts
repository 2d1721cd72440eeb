import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import { locate, type Reply } from '../transcript/transcript';
import { refusalOf, replySpan } from './about';
import { causeNote } from './cause';
import { limitOf } from './limits';
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
    limit: {
      en: '<{address}> was refused for good{cause}, where RFC 5321 asks for 452: {code} {text}',
      'zh-cn': '<{address}> 被永久拒绝{cause}，而 RFC 5321 要求使用 452：{code} {text}',
    },
    early: {
      en: '<{address}> was put off{cause}, RCPT TO {count} of the transaction, where RFC 5321 asks for 100 at least: {code} {text}',
      'zh-cn':
        '<{address}> 被暂时推迟{cause}，是本事务的第 {count} 条 RCPT TO，而 RFC 5321 要求至少 100 条：{code} {text}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.3' },
    { rfc: 5321, section: '4.2.1' },
    { rfc: 5321, section: '4.5.3.1.8' },
    { rfc: 5321, section: '4.5.3.1.10' },
  ],
  needs: ['refused-recipient', 'refusal'],
  alike: true,
  check,
};

export const deliveryRecipientRefusedPage = (): RulePage => ({
  code: 'delivery.recipient-refused',
  explanation: {
    en: 'The server does not take mail for this recipient. 5yz is final: unknown user, relaying denied, policy. 4yz asks to try again: greylisting, a full mailbox, rate limits. The message still goes to the other recipients. A server that has a limit on recipients takes a hundred and answers 452 to more, unless it offers LIMITS; a client sends the rest in another transaction.',
    'zh-cn':
      '服务器不接收发给该收件人的邮件。5yz 是最终结果：用户不存在、拒绝转发、策略限制。4yz 要求稍后重试：灰名单、邮箱已满、速率限制。邮件仍会发给其他收件人。限制收件人数的服务器应接受一百个，对更多的回复 452，除非声明了 LIMITS；客户端应在另一事务中发送其余部分。',
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
    const count = countOf(step);
    yield {
      variant: variantOf(step, reply, count),
      ...(reply.code < 500 && { severity: 'information' as const }),
      values: { address, count, cause: causeNote(reply), ...quote(reply) },
      span: replySpan(reply),
      related: [{ span: locate(exchange.command.said, start, end), note: 'said-here' }],
      step,
    };
  }
}

/** How a server over its limit answers is told where it says so, unless it offers another one. */
function variantOf({ before: { offers, protocol } }: Step, reply: Reply, count: number): string {
  const { code } = reply;
  if (code >= 500) return isOverLimit(reply) ? 'limit' : 'permanent';
  if (code !== 452 || protocol === 'lmtp' || count === 0 || count > LEAST || !isOverLimit(reply)) return 'temporary';
  return offers === undefined || limitOf(offers, 'RCPTMAX') !== undefined ? 'temporary' : 'early';
}

/** Recipients that every server has to take. */
const LEAST = 100;

function isOverLimit(reply: Reply): boolean {
  return TOO_MANY.test(replyText(reply).slice(0, 200));
}

/** Not those of a client in some time, or of several messages. */
const TOO_MANY = /too many (?:recipients|rcpts)(?! (?:from|in|per|this|today|received|recently|within|over|for your))/i;

/** Which RCPT of its transaction it is; 0 where the log does not show all of it. */
function countOf({ before: { transaction } }: Step): number {
  if (transaction.kind !== 'open') return 0;
  return (transaction.recipients?.length ?? 0) + (transaction.refusedRecipients?.length ?? 0) + 1;
}
