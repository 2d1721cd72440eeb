import type { Session } from '../transcript/reader';
import { type MailTransaction, transactionsOf } from '../transcript/transactions';
import { finalReply, type Reply } from '../transcript/transcript';
import { replySpan } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';

export const deliveryPartlyDelivered: Rule = {
  category: 'delivery',
  code: 'delivery.partly-delivered',
  severity: 'information',
  title: { en: 'Delivered to some recipients only', 'zh-cn': '只投递给部分收件人' },
  messages: {
    default: {
      en: 'The message was taken for {taken} of {all} recipients; not for {missed}',
      'zh-cn': '邮件已为 {all} 个收件人中的 {taken} 个接收；未接收：{missed}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.3' },
    { rfc: 2033, section: '4.2' },
  ],
  needs: ['refused-recipient', 'refusal', 'lmtp'],
  alike: true,
  check,
};

export const deliveryPartlyDeliveredPage = (): RulePage => ({
  code: 'delivery.partly-delivered',
  explanation: {
    en: 'Each recipient has an answer of its own: to RCPT, in LMTP also to the message. The client has to keep those that were put off and to report those that were refused; programs that treat “some” as “all” or as “none” lose mail or send it twice.',
    'zh-cn':
      '每个收件人都有各自的回复：针对 RCPT，在 LMTP 中还针对邮件。客户端要保留被推迟的，并报告被拒绝的；把“部分”当作“全部”或“没有”的程序会丢失邮件或重复发送。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<grey@example.org>
S: 450 Greylisted
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<grey@example.org>
S: 450 Greylisted
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: .
S: 451 Try again later
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const transaction of transactionsOf(session)) {
    if (transaction.outcome !== 'partly-delivered' || transaction.recipients.length < 2) continue;
    const missed = transaction.recipients.filter(({ code }) => (code ?? 0) >= 400);
    const reply = settlingReply(transaction);
    if (missed.length === 0 || reply === undefined) continue;
    const all = transaction.recipients.length;
    yield {
      variant: 'default',
      values: { taken: all - missed.length, all, missed: names(missed.map(({ address }) => address)) },
      span: replySpan(reply),
      related: missed.slice(0, MOST_RELATED).flatMap(({ exchange }) => refusal(exchange.replies.at(-1))),
    };
  }
}

/** What the message was answered with. */
function settlingReply({ message, steps }: MailTransaction): Reply | undefined {
  if (message !== undefined) return message.replies.findLast(({ code }) => code < 400);
  const chunk = steps.findLast(({ exchange }) => exchange.kind === 'command' && exchange.command.verb === 'BDAT');
  return chunk === undefined ? undefined : finalReply(chunk.exchange);
}

function refusal(reply: Reply | undefined): Related[] {
  if (reply === undefined || reply.code < 400) return [];
  return [{ span: replySpan(reply), note: 'refusal', values: { code: reply.code } }];
}

function names(addresses: readonly string[]): string {
  const shown = addresses.slice(0, 3).map((address) => `<${address}>`);
  return addresses.length > shown.length ? `${shown.join(', ')}, … (${addresses.length})` : shown.join(', ');
}

const MOST_RELATED = 20;
