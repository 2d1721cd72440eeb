import type { Session } from '../transcript/reader';
import { accepted, locate } from '../transcript/transcript';
import { answer } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { hasStrayArgument } from './explained';
import { fixesAt, type Mending } from './fixing';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxUnexpectedArgument: Rule = {
  category: 'syntax',
  code: 'syntax.unexpected-argument',
  severity: 'error',
  title: { en: 'Argument where none is allowed', 'zh-cn': '不该有参数的命令带了参数' },
  messages: {
    default: {
      en: '{verb} takes no argument, but “{argument}” follows',
      'zh-cn': '{verb} 没有参数，其后却有“{argument}”',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1' },
    { rfc: 5321, section: '4.1.1.4' },
    { rfc: 5321, section: '4.1.1.5' },
    { rfc: 5321, section: '4.1.1.10' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxUnexpectedArgumentPage = (): RulePage => ({
  code: 'syntax.unexpected-argument',
  explanation: {
    en: 'DATA, RSET and QUIT stand alone; a server should answer 501 to anything after them. NOOP and HELP may have an argument.',
    'zh-cn': 'DATA、RSET 和 QUIT 单独成行；其后若有内容，服务器应回复 501。NOOP 和 HELP 可以带参数。',
  },
  examples: {
    bad: `${opened()}C: RSET now\nS: 501 5.5.4 Syntax: RSET\n${QUIT}`,
    good: `${opened()}C: NOOP now\nS: 250 2.0.0 Ok\n${delivered()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.afterRefusedData || !hasStrayArgument(exchange)) continue;
    const { verb, argument, said } = exchange.command;
    const span = locate(said, verb.length + 1, said.text.length);
    const values = { verb, argument: argument.trim() };
    const mild = accepted(exchange) ? { severity: 'warning' as const } : {};
    yield { variant: 'default', values, span, related: answer(exchange), ...mild, step };
  }
}

function fixes(at: Mending): Fix[] {
  const { verb } = at.exchange.command;
  return rewriteCommand(at, verb, { title: 'remove-argument', values: { verb } });
}
