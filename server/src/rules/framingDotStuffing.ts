import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const framingDotStuffing: Rule = {
  category: 'framing',
  code: 'framing.dot-stuffing',
  severity: 'warning',
  title: { en: 'Dot at the start of a line not doubled', 'zh-cn': '行首的点未加倍' },
  messages: {
    default: {
      en: 'The dot at the start of this line was sent once: the server takes it away and the message loses it ({count} such lines)',
      'zh-cn': '行首的点只发送了一个：服务器会去掉它，邮件因此缺失该点（共 {count} 行）',
    },
  },
  sources: [{ rfc: 5321, section: '4.5.2' }],
  needs: ['odd-line'],
  check,
  fixes,
};

export const framingDotStuffingPage = (): RulePage => ({
  code: 'framing.dot-stuffing',
  explanation: {
    en: 'A client puts one more dot before each line that begins with a dot, and the server takes the first dot of each line away. Where the client forgets, `.profile` arrives as `profile`, a line of one dot ends the message early, and a DKIM signature breaks. It shows only in logs of what was really on the wire; logs of what the program meant to send show lines before that step.',
    'zh-cn':
      '客户端在每个以点开头的行前再加一个点，服务器则去掉每行的首个点。若客户端忘记，`.profile` 会变成 `profile`，只有一个点的行会提前结束邮件，DKIM 签名也会失效。只有显示线路实际内容的日志才能看出；显示程序意图的日志列出的是加点之前的行。',
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
C: .profile is the file
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
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
C: ..profile is the file
C: ...
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  if (!session.wire) return;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'message') continue;
    const lines = exchange.data.oddities.filter(({ kind }) => kind === 'dot').map(({ said }) => said);
    const first = lines[0];
    if (first === undefined) continue;
    yield {
      variant: 'default',
      values: { count: lines.length },
      span: locate(first, 0, 1),
      related: lines.slice(1).map((said) => ({ span: locate(said, 0, 1), note: 'again' })),
      step,
    };
  }
}

function fixes(problem: Problem): Fix[] {
  const spans = [problem.span, ...problem.related.map(({ span }) => span)];
  const edits = spans.map((span) => ({ kind: 'text', span: { ...span, end: span.start }, text: '.' }) as const);
  return [{ title: 'double-dot', values: {}, edits, preferred: true }];
}
