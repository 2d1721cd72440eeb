import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, type Refusal, refusalOf, whole } from './about';
import { fixesAt, type Mending } from './fixing';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxPath: Rule = {
  category: 'syntax',
  code: 'syntax.path',
  severity: 'warning',
  title: { en: 'Malformed MAIL or RCPT argument', 'zh-cn': 'MAIL 或 RCPT 参数格式错误' },
  messages: {
    brackets: {
      en: 'The address must stand in angle brackets: {keyword}:<{address}>',
      'zh-cn': '地址必须放在尖括号中：{keyword}:<{address}>',
    },
    spaced: {
      en: 'No blank may stand beside the colon: {keyword}:<{address}>',
      'zh-cn': '冒号两侧不能有空格：{keyword}:<{address}>',
    },
    keyword: { en: '{verb} takes {keyword}:<address>', 'zh-cn': '{verb} 的格式为 {keyword}:<地址>' },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.2' },
    { rfc: 5321, section: '4.1.1.3' },
    { rfc: 5321, section: '3.3' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxPathPage = (): RulePage => ({
  code: 'syntax.path',
  explanation: {
    en: 'The grammar is `MAIL FROM:<address>` and `RCPT TO:<address>`: the keyword, a colon, and the address in angle brackets with no blank beside the colon. Many servers tolerate the blank and the missing brackets, others answer 501. The empty sender is `<>`.',
    'zh-cn':
      '语法是 `MAIL FROM:<地址>` 和 `RCPT TO:<地址>`：关键字、冒号、尖括号中的地址，冒号两侧没有空格。许多服务器容忍空格或缺少尖括号，另一些则回复 501。空发件人写作 `<>`。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM: alice@example.com
S: 501 5.1.7 Bad sender address syntax
C: QUIT
S: 221 2.0.0 Bye
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

/** The blank was put up with, or what was refused is the address behind it and not how it is written. */
const ELSEWHERE: ReadonlySet<Refusal | undefined> = new Set([
  undefined,
  'sender',
  'recipient',
  'order',
  'policy',
  'closing',
]);

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.afterRefusedData || exchange.lost) continue;
    const { verb, said } = exchange.command;
    if (verb !== 'MAIL' && verb !== 'RCPT') continue;
    const path = readPath(exchange.command);
    const keyword = verb === 'MAIL' ? 'FROM' : 'TO';
    const values = { verb, keyword, address: path.address };
    const related = answer(exchange);
    if (path.keyword !== keyword) yield { variant: 'keyword', values, span: whole(said), related, step };
    else if (!path.bracketed)
      yield { variant: 'brackets', values, span: locate(said, path.start, path.end), related, step };
    else if (path.spaced) {
      const span = locate(said, path.start - 1, path.end + 1);
      yield {
        variant: 'spaced',
        values,
        span,
        related,
        severity: ELSEWHERE.has(refusalOf(step)) ? 'information' : 'warning',
        step,
      };
    }
  }
}

function fixes(at: Mending): Fix[] {
  const { said, verb } = at.exchange.command;
  const { address, parameters } = readPath(at.exchange.command);
  if (!/^[^\s<>]+@[^\s<>]+$/.test(address)) return [];
  const rest = parameters.map(({ start, end }) => ` ${said.text.slice(start, end)}`).join('');
  const text = `${verb} ${verb === 'MAIL' ? 'FROM' : 'TO'}:<${address}>${rest}`;
  return rewriteCommand(at, text, { title: 'add-brackets' });
}
