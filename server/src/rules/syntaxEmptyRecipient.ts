import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { isEmptyRecipient } from './explained';
import { fixesAt, type Mending, removalOf } from './fixing';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxEmptyRecipient: Rule = {
  category: 'syntax',
  code: 'syntax.empty-recipient',
  severity: 'error',
  title: { en: 'Empty recipient', 'zh-cn': '空收件人' },
  messages: {
    default: {
      en: 'RCPT TO:<> names nobody: only a sender may be empty',
      'zh-cn': 'RCPT TO:<> 没有指明任何人：只有发件人可以为空',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.3' },
    { rfc: 5321, section: '4.5.5' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxEmptyRecipientPage = (): RulePage => ({
  code: 'syntax.empty-recipient',
  explanation: {
    en: 'The empty path `<>` is the sender of bounces, so that a bounce is never answered with another. A recipient it cannot be: mostly a program answered a bounce, or a template was filled with nothing.',
    'zh-cn':
      '空路径 `<>` 是退信的发件人，使退信不会再引发退信。它不能是收件人：多半是程序回复了退信，或模板中的地址为空。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<>
S: 501 5.1.3 Bad recipient address syntax
${QUIT}`,
    good: `${opened()}${delivered('MAIL FROM:<>')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.afterRefusedData || exchange.lost) continue;
    if (step.faults.length > 0 || !isEmptyRecipient(exchange)) continue;
    const { start, end } = readPath(exchange.command);
    const span = locate(exchange.command.said, start - 1, end + 1);
    yield { variant: 'default', values: {}, span, related: answer(exchange), step };
  }
}

function fixes({ exchange, session }: Mending): Fix[] {
  return [removalOf(exchange, session, false)];
}
