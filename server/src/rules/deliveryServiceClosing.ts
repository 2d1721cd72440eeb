import type { Session, Step } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import type { Reply } from '../transcript/transcript';
import { replySpan, whole } from './about';
import { quote } from './quote';
import type { Problem, Related, Rule, RulePage } from './rule';
import { SERVER_TIMEOUT, waitedLittle } from './timings';

export const deliveryServiceClosing: Rule = {
  category: 'delivery',
  code: 'delivery.service-closing',
  severity: 'information',
  title: { en: 'The server closes the session', 'zh-cn': '服务器关闭会话' },
  messages: {
    default: { en: 'The server gives up the session: {code} {text}', 'zh-cn': '服务器放弃会话：{code} {text}' },
    transaction: {
      en: 'The server gives up the session and the mail transaction in it: {code} {text}',
      'zh-cn': '服务器放弃会话及其中的邮件事务：{code} {text}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.8' },
    { rfc: 5321, section: '4.2.1' },
    { rfc: 5321, section: '4.5.3.2.7' },
  ],
  needs: ['refusal'],
  check,
};

export const deliveryServiceClosingPage = (): RulePage => ({
  code: 'delivery.service-closing',
  explanation: {
    en: '421 may come at any time: an overloaded server, a shutdown, a timeout, too many errors. The transaction is lost, nothing was delivered; the client keeps the message and tries again later.',
    'zh-cn':
      '421 可以在任何时候出现：服务器过载、关机、超时、错误过多。事务就此丢失，没有投递；客户端应保留邮件稍后重试。',
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
S: 421 4.3.2 mx.example.org System not accepting network messages
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const [index, step] of session.steps.entries()) {
    const { exchange } = step;
    if (exchange.kind !== 'command' && exchange.kind !== 'unasked' && exchange.kind !== 'message') continue;
    const reply = exchange.replies.at(-1);
    if (reply?.code !== 421 || (exchange.kind === 'message' && exchange.data.end === 'complete')) continue;
    if (exchange.kind === 'command' && exchange.command.verb === 'QUIT') continue;
    yield {
      variant: step.before.transaction.kind === 'open' ? 'transaction' : 'default',
      values: quote(reply),
      span: replySpan(reply),
      related:
        exchange.kind === 'command'
          ? [{ span: whole(exchange.command.said), note: 'said-here' }]
          : silence(session.steps[index - 1], step, reply),
      step,
    };
  }
}

/** The server did not wait long enough for the next command, by its own words and the log's times. */
function silence(previous: Step | undefined, { exchange: { kind } }: Step, reply: Reply): Related[] {
  const before = previous?.exchange;
  if (before === undefined || kind !== 'unasked' || !('replies' in before) || !TIMEOUT.test(replyText(reply)))
    return [];
  if (before.kind === 'command' && before.command.verb === 'STARTTLS') return [];
  const since = before.replies.at(-1)?.lines.at(-1)?.said;
  return waitedLittle(since, reply.lines[0].said.time, SERVER_TIMEOUT);
}

const TIMEOUT = /\btime[d -]{0,2}out\b|\bidle\b|inactiv/i;
