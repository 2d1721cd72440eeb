import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';
import { whole } from './about';
import { type Origin, oddLines } from './lineEnds';
import type { Problem, Rule, RulePage } from './rule';

export const framingBareLf: Rule = {
  category: 'framing',
  code: 'framing.bare-lf',
  severity: 'error',
  title: { en: 'Line ended by LF alone', 'zh-cn': '行仅以 LF 结尾' },
  messages: {
    command: {
      en: 'This command ends in LF alone, not in CRLF ({count} such lines)',
      'zh-cn': '该命令仅以 LF 结尾，而不是 CRLF（共 {count} 行）',
    },
    data: {
      en: 'This line of the message ends in LF alone, not in CRLF ({count} such lines)',
      'zh-cn': '邮件的这一行仅以 LF 结尾，而不是 CRLF（共 {count} 行）',
    },
    reply: {
      en: 'This reply line ends in LF alone, not in CRLF ({count} such lines)',
      'zh-cn': '该回复行仅以 LF 结尾，而不是 CRLF（共 {count} 行）',
    },
  },
  sources: [
    { rfc: 5321, section: '2.3.8' },
    { rfc: 5321, section: '4.1.1.4' },
  ],
  needs: ['odd-line'],
  check,
};

export const framingBareLfPage = (): RulePage => ({
  code: 'framing.bare-lf',
  explanation: {
    en: 'On the wire a line ends in CR LF; neither character may stand alone. Servers differ in what they make of an LF alone: some end the line, some refuse the message (`550 5.5.2 bare LF`), some drop the character and join two lines. Where two servers on the way differ, a message can be smuggled. Scripts that send text as it stands in a Unix file (`nc`, a here-document) are the usual cause: convert it first.',
    'zh-cn':
      '在线路上，行以 CR LF 结尾，两个字符都不得单独出现。对单独的 LF，各服务器处理不同：有的视为行尾，有的拒绝邮件（`550 5.5.2 bare LF`），有的去掉该字符使两行相连。若沿途两台服务器处理不一，就可能走私邮件。常见原因是脚本照原样发送 Unix 文本（`nc`、here-document）：请先转换。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: one␊
C: two␊
C: three
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com␍␊
S: 250 mx.example.org␍␊
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: one␍␊
C: .␍␊
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const lines = new Map<Origin, Said[]>();
  for (const { said, origin } of oddLines(session)) {
    if (said.wireEol !== '\n') continue;
    const here = lines.get(origin);
    if (here === undefined) lines.set(origin, [said]);
    else here.push(said);
  }
  for (const [origin, said] of lines) {
    const [first, ...more] = said;
    if (first === undefined) continue;
    yield {
      variant: origin,
      values: { count: said.length },
      span: whole(first),
      related: more.slice(0, MOST_RELATED).map((each) => ({ span: whole(each), note: 'again' })),
    };
  }
}

/** So many further lines are pointed at. */
const MOST_RELATED = 5;
