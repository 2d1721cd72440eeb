import { isKnownVerb } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { accepted, type Reply } from '../transcript/transcript';
import { replySpan, whole } from './about';
import { opened, QUIT } from './exampleSessions';
import type { Problem, Rule, RulePage } from './rule';

export const extensionUnusedEhlo: Rule = {
  category: 'extension',
  code: 'extension.unused-ehlo',
  severity: 'hint',
  title: { en: 'HELO although the server speaks ESMTP', 'zh-cn': '服务器支持 ESMTP 却使用 HELO' },
  messages: {
    default: {
      en: 'HELO gives up all extensions; the greeting says ESMTP, so EHLO would have been answered',
      'zh-cn': 'HELO 放弃了所有扩展；问候语写明 ESMTP，因此 EHLO 会得到回复',
    },
  },
  sources: [
    { rfc: 5321, section: '3.2' },
    { rfc: 5321, section: '4.1.1.1' },
  ],
  needs: ['helo'],
  alike: true,
  check,
};

export const extensionUnusedEhloPage = (): RulePage => ({
  code: 'extension.unused-ehlo',
  explanation: {
    en: 'A client should begin with EHLO and fall back to HELO only when that is refused. After HELO there is no STARTTLS, no AUTH, no SIZE check before the message, no 8BITMIME.',
    'zh-cn':
      '客户端应以 EHLO 开始，只有被拒绝时才退回 HELO。HELO 之后没有 STARTTLS、没有 AUTH、发送前不能检查 SIZE，也没有 8BITMIME。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP\nC: HELO client.example.com\nS: 250 mx.example.org\n${QUIT}`,
    good: `${opened()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  let greeting: Reply | undefined;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'greeting') greeting = exchange.replies[0];
    if (exchange.kind !== 'command' || !isKnownVerb(exchange.command.verb)) continue;
    const { command } = exchange;
    // Only the first command counts: an EHLO before may have been refused.
    if (command.verb !== 'HELO' || greeting === undefined || !accepted(exchange) || step.faults.length > 0) return;
    if (!greeting.lines.some(({ text }) => /\bESMTP\b/i.test(text))) return;
    const related = [{ span: replySpan(greeting), note: 'greeting' } as const];
    yield { variant: 'default', values: {}, span: whole(command.said), related, step };
    return;
  }
}
