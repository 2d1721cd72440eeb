import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const tlsStarttlsArgument: Rule = {
  category: 'tls',
  code: 'tls.starttls-argument',
  severity: 'error',
  title: { en: 'STARTTLS with an argument', 'zh-cn': 'STARTTLS 带有参数' },
  messages: {
    default: { en: 'STARTTLS takes no argument: {argument}', 'zh-cn': 'STARTTLS 不接受参数：{argument}' },
  },
  sources: [{ rfc: 3207, section: '4' }],
  needs: ['unusual-command'],
  check,
};

export const tlsStarttlsArgumentPage = (): RulePage => ({
  code: 'tls.starttls-argument',
  explanation: {
    en: 'STARTTLS stands alone on its line. A server answers 501 to anything behind it, and the session goes on in the clear.',
    'zh-cn': 'STARTTLS 独占一行。后面若有其他内容，服务器回复 501，会话继续以明文进行。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS now
S: 501 5.5.4 Syntax: STARTTLS takes no parameters
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: starttls
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.command.verb !== 'STARTTLS' || exchange.lost) continue;
    const { said, argument, verb } = exchange.command;
    if (argument.trim() === '') continue;
    const span = locate(said, verb.length + 1, said.text.length);
    yield { variant: 'default', values: { argument: argument.trim() }, span, related: answer(exchange), step };
  }
}
