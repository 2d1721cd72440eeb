import type { Session } from '../transcript/reader';
import { answer, whole } from './about';
import { isMalformedChunk } from './chunks';
import type { Problem, Rule, RulePage } from './rule';

export const framingBdatSize: Rule = {
  category: 'framing',
  code: 'framing.bdat-size',
  severity: 'error',
  title: { en: 'BDAT without a proper size', 'zh-cn': 'BDAT 缺少正确的大小' },
  messages: {
    missing: { en: 'BDAT needs the number of octets that follow', 'zh-cn': 'BDAT 需要后续数据的字节数' },
    default: {
      en: 'BDAT takes a number of octets and at most the word LAST, not {argument}',
      'zh-cn': 'BDAT 只接受字节数和可选的 LAST，而不是 {argument}',
    },
  },
  sources: [{ rfc: 3030, section: '2' }],
  needs: ['chunks'],
  check,
};

export const framingBdatSizePage = (): RulePage => ({
  code: 'framing.bdat-size',
  explanation: {
    en: 'The server reads exactly as many octets as BDAT says and takes what comes then for the next command. Without a number, or with a negative one, both sides lose step: the server answers 501, and the chunk itself is read as commands.',
    'zh-cn':
      '服务器恰好读取 BDAT 所说的字节数，其后的内容当作下一条命令。没有数字或数字为负时，双方就会失去同步：服务器回复 501，数据块本身被当作命令。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: BDAT -5 LAST
S: 501 5.5.4 Syntax: BDAT count [LAST]
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: bdat 7
C: Hello
S: 250 Ok
C: BDAT 0 LAST
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.lost || step.faults.length > 0 || !isMalformedChunk(exchange)) continue;
    const argument = exchange.command.argument.trim();
    yield {
      variant: argument === '' ? 'missing' : 'default',
      values: { argument },
      span: whole(exchange.command.said),
      related: answer(exchange),
      step,
    };
  }
}
