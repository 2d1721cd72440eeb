import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { opened, QUIT } from './exampleSessions';
import { lineLimit, lineOctets } from './lineLimits';
import type { Problem, Rule, RulePage } from './rule';

export const syntaxLineTooLong: Rule = {
  category: 'syntax',
  code: 'syntax.line-too-long',
  severity: 'warning',
  title: { en: 'Command line too long', 'zh-cn': '命令行过长' },
  messages: {
    default: {
      en: 'This {verb} has {octets} octets with its CRLF; {limit} is the limit',
      'zh-cn': '该 {verb} 连同 CRLF 共 {octets} 个八位字节；上限是 {limit}',
    },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.1.4' },
    { rfc: 4954, section: '4' },
    { rfc: 1870, section: '3' },
    { rfc: 6152, section: '2' },
  ],
  needs: ['unusual-command'],
  check,
};

export const syntaxLineTooLongPage = (): RulePage => ({
  code: 'syntax.line-too-long',
  explanation: {
    en: 'A command line may have 512 octets, CRLF counted. Each parameter of an extension adds what its RFC allows (SIZE 26, BODY 17, ENVID 107, ORCPT 507, AUTH= 500, …); AUTH itself may have 12288. A server may cut a longer line, or answer 500.',
    'zh-cn':
      '命令行连同 CRLF 最多 512 个八位字节。扩展的每个参数按其 RFC 增加上限（SIZE 26、BODY 17、ENVID 107、ORCPT 507、AUTH= 500 等）；AUTH 命令本身可达 12288。更长的行可能被截断，或得到 500。',
  },
  examples: {
    bad: `${opened()}C: NOOP ${'x'.repeat(510)}\nS: 500 5.5.2 Line too long\n${QUIT}`,
    good: `${opened()}C: NOOP ${'x'.repeat(500)}\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.afterRefusedData || exchange.lost) continue;
    const { said } = exchange.command;
    if (said.text.length < SHORT) continue;
    const limit = lineLimit(exchange.command);
    const octets = lineOctets(exchange.command);
    if (limit === undefined || octets <= limit) continue;
    const values = { verb: nameOf(exchange), octets, limit };
    yield { variant: 'default', values, span: locate(said, 0, said.text.length), related: answer(exchange), step };
  }
}

/** Characters below which no line can have 512 octets, three to a character. */
const SHORT = 170;
