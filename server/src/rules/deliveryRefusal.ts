import type { Session } from '../transcript/reader';
import type { Exchange, Reply, ToolEvent } from '../transcript/transcript';
import { replySpan } from './about';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const deliveryRefusal: Rule = {
  category: 'delivery',
  code: 'delivery.refusal',
  severity: 'warning',
  title: { en: 'Refusal whose command is not shown', 'zh-cn': '未显示命令的拒绝' },
  messages: {
    permanent: {
      en: 'Refused for good, the command is not in this log: {code} {text}',
      'zh-cn': '被永久拒绝，此日志中没有对应的命令：{code} {text}',
    },
    temporary: {
      en: 'Put off, the command is not in this log: {code} {text}',
      'zh-cn': '被暂时拒绝，此日志中没有对应的命令：{code} {text}',
    },
  },
  sources: [{ rfc: 5321, section: '4.2.1' }],
  needs: ['refusal'],
  check,
};

export const deliveryRefusalPage = (): RulePage => ({
  code: 'delivery.refusal',
  explanation: {
    en: 'The log shows only what the server said. A 4yz or 5yz in it refused something, though what was asked is not shown.',
    'zh-cn': '此日志只显示服务器所说的内容。其中的 4yz 或 5yz 拒绝了某个请求，但请求本身没有显示。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
S: 250 mx.example.org
S: 250 Ok
S: 554 5.7.1 <someone@example.net>: Relay access denied
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
S: 250 mx.example.org
S: 250 Ok
S: 250 Ok
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let hidden = true;
  for (const [index, step] of session.steps.entries()) {
    const { exchange } = step;
    // Once the client is seen, what nobody asked for is another rule's; at the start and behind a gap a command is missing.
    if (exchange.kind === 'event') hidden ||= isGap(exchange.told.event);
    else if (session.clientSeen && exchange.kind !== 'unasked') hidden = false;
    if (exchange.kind !== 'unasked' || !hidden) continue;
    const reply = exchange.replies[0];
    if (reply.code < 400 || reply.code === 421 || reply.code === 503) continue;
    if (session.clientSeen && isQuoted(reply, session.steps[index + 1]?.exchange)) continue;
    yield {
      variant: reply.code >= 500 ? 'permanent' : 'temporary',
      ...(reply.code < 500 && { severity: 'information' as const }),
      values: quote(reply),
      span: replySpan(reply),
      related: [],
      step,
    };
  }
}

/** What follows is of the same connection. */
function isGap(event: ToolEvent): boolean {
  return event.type === 'gap' && event.tls !== 'unknown';
}

/** The tool tells the same as an error of its own, of which another rule speaks. */
function isQuoted({ lines: [{ said }] }: Reply, next: Exchange | undefined): boolean {
  if (next?.kind !== 'event' || next.told.event.type !== 'error') return false;
  return next.told.event.message.includes(said.text);
}
