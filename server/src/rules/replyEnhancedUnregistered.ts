import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { isRegistered } from './enhancedRegistry';
import { opened, QUIT } from './exampleSessions';
import { answersHello, heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyEnhancedUnregistered: Rule = {
  category: 'reply',
  code: 'reply.enhanced-unregistered',
  severity: 'hint',
  title: { en: 'Unregistered enhanced code', 'zh-cn': '未注册的增强状态码' },
  messages: {
    default: {
      en: '{enhanced} is not in the IANA registry: only the server’s maker says what it means',
      'zh-cn': '{enhanced} 不在 IANA 注册表中：其含义只能由服务器厂商说明',
    },
  },
  sources: [
    { rfc: 5248, section: '2.1' },
    {
      document: 'IANA SMTP Enhanced Status Codes',
      url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
      date: '2026-11-24',
    },
  ],
  needs: ['unusual-enhanced'],
  alike: true,
  check,
};

export const replyEnhancedUnregisteredPage = (): RulePage => ({
  code: 'reply.enhanced-unregistered',
  explanation: {
    en: 'IANA lists the enhanced status codes; some providers number reasons of their own (Microsoft 5.7.606, for one). A client may rely on the class and, within limits, on the subject only.',
    'zh-cn':
      '增强状态码由 IANA 登记；有些服务商自行编号（例如 Microsoft 的 5.7.606）。客户端只能依据类别，并在一定程度上依据主题来判断。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>\nS: 550 5.7.606 Access denied, banned sending IP\n${QUIT}`,
    good: `${opened()}C: MAIL FROM:<alice@example.com>\nS: 451 4.7.1 Try again later\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const told = new Set<string>();
  for (const { reply, place, step } of heardIn(session)) {
    const { enhanced } = reply;
    const line = reply.lines[0];
    if (enhanced === undefined || answersHello(place)) continue;
    if (isRegistered(enhanced) || told.has(enhanced)) continue;
    told.add(enhanced);
    const start = line.said.text.length - line.text.length;
    const span = locate(line.said, start, start + enhanced.length);
    yield { variant: 'default', values: { enhanced }, span, related: [], step };
  }
}
