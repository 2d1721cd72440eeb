import type { Session } from '../transcript/reader';
import type { Reply } from '../transcript/transcript';
import { answer, nameOf, refusalOf, whole } from './about';
import { quote } from './quote';
import type { Problem, Rule, RulePage } from './rule';

export const syntaxCommand: Rule = {
  category: 'syntax',
  code: 'syntax.command',
  severity: 'warning',
  title: { en: 'The server could not read the command', 'zh-cn': '服务器无法解析该命令' },
  messages: {
    default: { en: 'The server could not read {verb}: {code} {text}', 'zh-cn': '服务器无法解析 {verb}：{code} {text}' },
  },
  sources: [
    { rfc: 5321, section: '4.2.2' },
    { rfc: 5321, section: '4.3.2' },
  ],
  needs: ['refusal', 'unusual-command'],
  check,
};

export const syntaxCommandPage = (): RulePage => ({
  code: 'syntax.command',
  explanation: {
    en: '500 and 501 say that the command or its argument is malformed. Where the fault can be seen in the line itself (a bad address, a missing name, an argument too many), another rule names it in place of this one.',
    'zh-cn':
      '500 和 501 表示命令或参数格式错误。如果从该行本身就能看出错误（地址不正确、缺少名称、多余的参数），则由另一条规则指明。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: VRFY
S: 501 Syntax: VRFY address
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'syntax') continue;
    const values = { verb: nameOf(exchange), ...quote(exchange.replies.at(-1) as Reply) };
    // An old server that knows no EHLO is no fault: the client falls back to HELO, or another rule speaks.
    const isHello = exchange.command.verb === 'EHLO' && exchange.replies.at(-1)?.code === 500;
    const severity = isHello ? { severity: 'information' as const } : {};
    const span = whole(exchange.command.said);
    yield { variant: 'default', values, span, related: answer(exchange), step, ...severity };
  }
}
