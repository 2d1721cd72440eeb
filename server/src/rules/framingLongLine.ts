import { octetsOf } from '../transcript/octets';
import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';
import { whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

/** Octets of a text line, its CRLF included (RFC 5321 §4.5.3.1.6). */
export const LONGEST_TEXT_LINE = 1000;

export const framingLongLine: Rule = {
  category: 'framing',
  code: 'framing.long-line',
  severity: 'warning',
  title: { en: 'Line of the message too long', 'zh-cn': '邮件的行过长' },
  messages: {
    default: {
      en: 'This line of the message has {octets} octets with its CRLF, {most} are allowed ({count} such lines)',
      'zh-cn': '邮件的这一行连同 CRLF 有 {octets} 个字节，最多允许 {most} 个（共 {count} 行）',
    },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.1.6' },
    { rfc: 5322, section: '2.1.1' },
  ],
  needs: ['odd-line'],
  check,
};

export const framingLongLinePage = (): RulePage => ({
  code: 'framing.long-line',
  explanation: {
    en: 'A text line has at most 998 characters and CRLF. Longer ones are cut, folded or refused on the way; a line broken in two changes HTML and breaks a DKIM signature. Encode the part as quoted-printable or base64, or wrap its lines.',
    'zh-cn':
      '文本行最多 998 个字符加 CRLF。更长的行可能在途中被截断、折行或拒绝；一行断成两行会改变 HTML 并使 DKIM 签名失效。请用 quoted-printable 或 base64 编码，或自行折行。',
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
C: ${'0123456789'.repeat(100)}
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
C: ${'0123456789'.repeat(99)}01234567
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'message') continue;
    const long = exchange.data.oddities.filter(({ kind, said }) => kind === 'long' && !isManyLines(said));
    const first = long[0]?.said;
    if (first === undefined) continue;
    yield {
      variant: 'default',
      values: {
        octets: octetsOf(first.text) + (first.wireEol?.length ?? 2),
        most: LONGEST_TEXT_LINE,
        count: long.length,
      },
      span: whole(first),
      related: long.slice(1, 6).map(({ said }) => ({ span: whole(said), note: 'again' })),
      step,
    };
  }
}

/** Some tools print a whole message in one line, its line ends as escapes. */
function isManyLines({ text }: Said): boolean {
  return text.includes('\\n') || text.includes('\\r') || text.includes('<br>');
}
