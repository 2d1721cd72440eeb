import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, isForeign } from './about';
import { restOfOther } from './otherProtocol';
import type { Problem, Rule, RulePage } from './rule';

export const securityLineBreakInjection: Rule = {
  category: 'security',
  code: 'security.line-break-injection',
  severity: 'error',
  title: { en: 'Line break inside a command', 'zh-cn': '命令中含有换行' },
  messages: {
    raw: {
      en: 'A line break stands inside this {verb}: what comes behind it is another command for some servers',
      'zh-cn': '该 {verb} 中含有换行：对某些服务器而言其后是另一条命令',
    },
    encoded: {
      en: 'This {verb} carries an encoded line break ({text}): somebody tries to inject commands through the program that sends it',
      'zh-cn': '该 {verb} 含有编码的换行（{text}）：有人试图通过发送程序注入命令',
    },
  },
  sources: [
    { rfc: 5321, section: '2.3.8' },
    { document: 'CWE-93', url: 'https://cwe.mitre.org/data/definitions/93.html' },
  ],
  needs: ['unusual-command'],
  check,
};

export const securityLineBreakInjectionPage = (): RulePage => ({
  code: 'security.line-break-injection',
  explanation: {
    en: 'Text from a form that goes into MAIL, RCPT or EHLO unchecked lets a stranger add commands of his own: a line break in the address, then `RCPT TO` or `DATA`. Refuse CR and LF in everything that becomes part of a command.',
    'zh-cn':
      '若表单内容未经检查就放进 MAIL、RCPT 或 EHLO，陌生人便能加入自己的命令：在地址中放一个换行，接着是 `RCPT TO` 或 `DATA`。凡会成为命令一部分的内容，都要拒绝 CR 和 LF。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>␍RCPT TO:<victim@example.net>
S: 501 5.1.7 Bad sender address syntax
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<50%0ff@example.com>
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const foreign = restOfOther(session);
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.lost || exchange.afterRefusedData) continue;
    if (isForeign(exchange) || foreign.has(step)) continue;
    const { said, verb } = exchange.command;
    const raw = /[\r\n]/.exec(said.text);
    const encoded = raw === null && ADDRESSED.has(verb) ? ENCODED.exec(said.text) : null;
    const found = raw ?? encoded;
    if (found === null) continue;
    // A log without the wire's octets may have put the character there itself.
    const doubtful = raw !== null && !session.wire;
    const severity = doubtful ? 'information' : raw === null ? 'warning' : undefined;
    yield {
      variant: raw === null ? 'encoded' : 'raw',
      values: { verb: verb.slice(0, 20), text: raw === null ? found[0] : '' },
      span: locate(said, found.index, found.index + found[0].length),
      related: answer(exchange),
      ...(severity !== undefined && { severity }),
      step,
    };
  }
}

const ADDRESSED: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'EHLO', 'HELO', 'VRFY', 'EXPN']);

/** `%0d%0a` as URLs carry it. One of the two alone may be part of a name. */
const ENCODED = /%0d%0a|%0a%0d|%0a(?=(?:rcpt|data|mail|rset|quit|bcc|to|cc)\b)/i;
