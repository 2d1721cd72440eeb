import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { oddLines } from './lineEnds';
import type { Problem, Rule, RulePage } from './rule';

export const framingNul: Rule = {
  category: 'framing',
  code: 'framing.nul',
  severity: 'warning',
  title: { en: 'NUL in a line', 'zh-cn': '行中含有 NUL' },
  messages: { default: { en: 'A NUL octet stands in this line', 'zh-cn': '该行含有 NUL 字节' } },
  sources: [{ rfc: 5322, section: '4' }],
  needs: ['odd-line'],
  check,
};

export const framingNulPage = (): RulePage => ({
  code: 'framing.nul',
  explanation: {
    en: 'A NUL ends the string for programs written in C: filters and servers see different lines, and some refuse or cut the message. Message text has no NUL (RFC 5322 allows it only as an obsolete form to be read); binary content belongs into base64, or into BDAT with BINARYMIME.',
    'zh-cn':
      '对 C 语言程序而言 NUL 会结束字符串：过滤器与服务器看到的行可能不同，有的会拒绝或截断邮件。邮件文本不含 NUL（RFC 5322 只把它作为过时形式允许读取）；二进制内容应使用 base64，或使用 BDAT 与 BINARYMIME。',
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
C: cut␀here
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
C: a	tab and the picture of a NUL: ␦␀
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { said } of oddLines(session)) {
    const at = said.text.indexOf('\0');
    if (at < 0) continue;
    const severity = session.wire ? {} : { severity: 'information' as const };
    yield { variant: 'default', values: {}, span: locate(said, at, at + 1), related: [], ...severity };
    return;
  }
}
