import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, refusalOf, whole } from './about';
import { fixesAt, type Mending, removalOf } from './fixing';
import { restOfOther } from './otherProtocol';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxUnknownVerb: Rule = {
  category: 'syntax',
  code: 'syntax.unknown-verb',
  severity: 'warning',
  title: { en: 'Unknown command', 'zh-cn': '未知命令' },
  messages: {
    default: {
      en: '{verb} is no SMTP command; the server answered {code}',
      'zh-cn': '{verb} 不是 SMTP 命令；服务器回复了 {code}',
    },
    empty: { en: 'A line without a command; the server answered {code}', 'zh-cn': '没有命令的行；服务器回复了 {code}' },
  },
  sources: [
    { rfc: 5321, section: '4.2.4' },
    { rfc: 5321, section: '4.1.1' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxUnknownVerbPage = (): RulePage => ({
  code: 'syntax.unknown-verb',
  explanation: {
    en: 'The server does not know the first word of the line: a typing error, mail data that reached it as commands, a protocol for another port, or an extension that it does not have.',
    'zh-cn':
      '服务器不认识该行的第一个词：可能是拼写错误、邮件数据被当作命令、本应发往其他端口的协议，或服务器没有的扩展。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: FOO bar
S: 500 5.5.2 Error: command not recognized
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: NOOP
S: 250 2.0.0 Ok
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  // syntax.other-protocol has told of them.
  const rest = restOfOther(session);
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'unknown-verb' || rest.has(step)) continue;
    const { verb, said } = exchange.command;
    const code = exchange.replies.at(-1)?.code ?? 0;
    const span = verb === '' ? whole(said) : locate(said, 0, verb.length);
    yield { variant: verb === '' ? 'empty' : 'default', values: { verb, code }, span, related: answer(exchange), step };
  }
}

function fixes({ exchange, session }: Mending): Fix[] {
  return [removalOf(exchange, session, false)];
}
