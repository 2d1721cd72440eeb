import type { Session } from '../transcript/reader';
import type { Reply } from '../transcript/transcript';
import { closeBehind, replySpan, whole } from './about';
import { causeNote } from './cause';
import { quote } from './quote';
import type { Problem, Related, Rule, RulePage } from './rule';

export const deliveryServiceRefused: Rule = {
  category: 'delivery',
  code: 'delivery.service-refused',
  severity: 'warning',
  title: { en: 'The server refuses service', 'zh-cn': '服务器拒绝服务' },
  messages: {
    permanent: {
      en: 'The server accepts no mail from this client{cause}: {code} {text}',
      'zh-cn': '服务器不接受该客户端的任何邮件{cause}：{code} {text}',
    },
    temporary: {
      en: 'The server has no service for this client now{cause}: {code} {text}',
      'zh-cn': '服务器目前不为该客户端服务{cause}：{code} {text}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.1' },
    { rfc: 5321, section: '4.3.2' },
  ],
  needs: ['refusal'],
  check,
};

export const deliveryServiceRefusedPage = (): RulePage => ({
  code: 'delivery.service-refused',
  explanation: {
    en: 'The greeting itself refuses: the host takes no mail, the client is on a blocklist, or too many connections are open. 4yz: try again later; 5yz: try the next MX or ask the server’s postmaster.',
    'zh-cn':
      '问候语本身就是拒绝：该主机不收邮件、客户端在黑名单中，或连接过多。4yz：稍后重试；5yz：尝试下一个 MX 或联系对方邮件管理员。',
  },
  examples: {
    bad: `S: 554 mx.example.org No SMTP service here
C: QUIT
S: 221 Bye
`,
    good: `S: 421 mx.example.org Too many connections
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'greeting') continue;
    const reply = exchange.replies[0];
    if (reply.code < 400) continue;
    yield {
      variant: reply.code >= 500 ? 'permanent' : 'temporary',
      ...(reply.code < 500 && { severity: 'information' as const }),
      values: { cause: causeNote(reply), ...quote(reply) },
      span: replySpan(reply),
      related: reply.code === 554 ? closedAtOnce(session, reply) : [],
      step,
    };
  }
}

/** The server did not wait for QUIT (RFC 5321 §3.1). */
function closedAtOnce({ steps, after }: Session, reply: Reply): Related[] {
  if (!after.whole || steps.some(({ exchange }) => exchange.kind === 'command')) return [];
  const close = closeBehind(steps, reply.lines[0].said);
  return close?.by === 'server' ? [{ span: whole(close.told), note: 'close' }] : [];
}
