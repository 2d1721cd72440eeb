import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { opened, QUIT } from './exampleSessions';
import { strayNonAscii } from './explained';
import type { Problem, Rule, RulePage } from './rule';

export const syntaxNonAscii: Rule = {
  category: 'syntax',
  code: 'syntax.non-ascii',
  severity: 'error',
  title: { en: 'Command outside ASCII', 'zh-cn': '命令含非 ASCII 字符' },
  messages: {
    default: {
      en: '“{text}” is not ASCII: commands and their arguments are, addresses under SMTPUTF8 excepted',
      'zh-cn': '“{text}”不是 ASCII：命令及其参数必须是 ASCII，SMTPUTF8 下的地址除外',
    },
  },
  sources: [
    { rfc: 5321, section: '2.4' },
    { rfc: 5321, section: '4.1.2' },
    { rfc: 6531, section: '3.1' },
    { rfc: 6531, section: '3.7.1' },
  ],
  needs: ['unusual-command'],
  check,
};

export const syntaxNonAsciiPage = (): RulePage => ({
  code: 'syntax.non-ascii',
  explanation: {
    en: 'SMTP commands are ASCII. SMTPUTF8 opens the addresses of MAIL, RCPT, VRFY and EXPN to UTF-8, nothing else: a client’s own name is written in its `xn--` form.',
    'zh-cn':
      'SMTP 命令是 ASCII。SMTPUTF8 只允许 MAIL、RCPT、VRFY 和 EXPN 的地址使用 UTF-8，别处不行：客户端自己的名称要写成 `xn--` 形式。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO münchen.example
S: 501 5.5.2 Invalid host name
C: EHLO xn--mnchen-3ya.example
S: 250 mx.example.org
${QUIT}`,
    good: `${opened('SMTPUTF8')}C: VRFY rené SMTPUTF8\nS: 252 2.1.5 Cannot verify\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    const at = exchange.kind === 'command' ? strayNonAscii(exchange) : -1;
    if (exchange.kind !== 'command' || at < 0) continue;
    const { said } = exchange.command;
    const text = said.text.slice(at).split(/\s/, 1)[0] ?? '';
    const values = { text, verb: nameOf(exchange) };
    yield { variant: 'default', values, span: locate(said, at, at + text.length), related: answer(exchange), step };
  }
}
