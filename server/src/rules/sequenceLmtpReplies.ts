import type { Session } from '../transcript/reader';
import type { Exchange, Reply } from '../transcript/transcript';
import { replySpan } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const sequenceLmtpReplies: Rule = {
  category: 'sequence',
  code: 'sequence.lmtp-replies',
  severity: 'error',
  title: { en: 'Wrong number of LMTP replies', 'zh-cn': 'LMTP 回复数量不符' },
  messages: {
    few: {
      en: '{count} of {expected} replies to the message: LMTP answers once for each accepted recipient',
      'zh-cn': '该邮件只有 {count} 个回复，应为 {expected} 个：LMTP 对每个被接受的收件人各回复一次',
    },
    many: {
      en: '{count} replies to the message instead of {expected}: LMTP answers once for each accepted recipient',
      'zh-cn': '该邮件有 {count} 个回复，应为 {expected} 个：LMTP 对每个被接受的收件人各回复一次',
    },
  },
  sources: [{ rfc: 2033, section: '4.2' }],
  needs: ['lmtp'],
  check,
};

export const sequenceLmtpRepliesPage = (): RulePage => ({
  code: 'sequence.lmtp-replies',
  explanation: {
    en: 'LMTP has no queue behind it, so after the final dot the server says for each accepted recipient, in their order, whether the message was stored. Too few or too many replies and the client cannot tell who got it.',
    'zh-cn':
      'LMTP 背后没有队列，因此在结束点之后，服务器按顺序对每个被接受的收件人说明邮件是否已存储。回复过少或过多，客户端都无法知道谁收到了。',
  },
  examples: {
    bad: `S: 220 lmtp.example.org LMTP
C: LHLO client.example.com
S: 250 lmtp.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: RCPT TO:<carol@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Hello.
C: .
S: 250 Ok <bob@example.org>
C: QUIT
S: 221 Bye
`,
    good: `S: 220 lmtp.example.org LMTP
C: LHLO client.example.com
S: 250 lmtp.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: RCPT TO:<carol@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Hello.
C: .
S: 250 Ok <bob@example.org>
S: 550 Mailbox full <carol@example.org>
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const last = session.steps.findLastIndex(({ exchange }) => 'replies' in exchange && exchange.replies.length > 0);
  for (const [index, step] of session.steps.entries()) {
    const { exchange } = step;
    if (exchange.kind !== 'message' || step.before.protocol !== 'lmtp') continue;
    const { transaction } = step.before;
    if (transaction.kind !== 'open' || transaction.recipients === undefined || exchange.replies.length === 0) continue;
    const extra = unaskedAfter(session, index);
    const count = exchange.replies.length + extra;
    const { expected } = exchange;
    // A connection that is closed under the message is another matter.
    if (count === expected || exchange.replies.at(-1)?.code === 421) continue;
    // Only where something was answered after it is nothing of this message's replies still to come.
    if (count < expected && last <= index) continue;
    const reply = exchange.replies.at(-1) as Reply;
    yield {
      variant: count < expected ? 'few' : 'many',
      values: { count, expected },
      span: replySpan(reply),
      related: [],
      step,
    };
  }
}

function unaskedAfter({ steps }: Session, index: number): number {
  let end = index + 1;
  for (let step = steps[end]; step !== undefined && isUnasked(step.exchange); step = steps[end]) end++;
  return end - index - 1;
}

/** A reply that nobody asked for, and no goodbye, which a server may say at any time (RFC 5321 §3.8). */
function isUnasked(exchange: Exchange): boolean {
  return exchange.kind === 'unasked' && exchange.replies.at(-1)?.code !== 421;
}
