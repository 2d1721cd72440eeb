import type { Session } from '../transcript/reader';
import { locate, type Said, type Span } from '../transcript/transcript';
import { whole } from './about';
import { oddLines } from './lineEnds';
import type { Problem, Rule, RulePage } from './rule';

export const framingBareCr: Rule = {
  category: 'framing',
  code: 'framing.bare-cr',
  severity: 'error',
  title: { en: 'CR that belongs to no line end', 'zh-cn': '不属于行尾的 CR' },
  messages: {
    inside: { en: 'A CR stands inside this line', 'zh-cn': '该行内含有单独的 CR' },
    end: { en: 'This line ends in CR alone, not in CRLF', 'zh-cn': '该行仅以 CR 结尾，而不是 CRLF' },
    double: {
      en: 'This line ends in {end}: one CR too many',
      'zh-cn': '该行以 {end} 结尾：多了一个 CR',
    },
  },
  sources: [
    { rfc: 5321, section: '2.3.8' },
    { rfc: 5322, section: '2.3' },
  ],
  needs: ['odd-line'],
  check,
};

export const framingBareCrPage = (): RulePage => ({
  code: 'framing.bare-cr',
  explanation: {
    en: 'CR may be sent only right before LF. A program that adds CRLF to text that already ends in CRLF sends CR CR LF; servers refuse the message, drop the CR or keep it, and DKIM signatures break. A CR inside a line is a line end for some receivers and not for others, which is what SMTP smuggling needs.',
    'zh-cn':
      'CR 只能紧接在 LF 之前发送。程序在已以 CRLF 结尾的文本后再加 CRLF，就会发出 CR CR LF；服务器可能拒绝邮件、丢弃或保留该 CR，DKIM 签名也会失效。行内的 CR 对有的接收方是行尾、对有的不是，这正是 SMTP 走私所需要的。',
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
C: a progress bar: 10%␍20%␍30%
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
C: the picture of a CR: ␦␍
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const told = new Set<string>();
  for (const { said, origin } of oddLines(session)) {
    const found = find(said, origin === 'command');
    if (found === undefined || told.has(found.variant)) continue;
    told.add(found.variant);
    yield {
      variant: found.variant,
      values: { end: nameLineEnd(said.wireEol) },
      span: found.span,
      related: [],
      // Without the octets of the wire the CR may be the log's own.
      ...(!session.wire && said.wireEol === undefined && { severity: 'information' as const }),
    };
  }
}

function find(said: Said, isCommand: boolean): { readonly variant: string; readonly span: Span } | undefined {
  const { text, wireEol } = said;
  if (wireEol === '\r') return { variant: 'end', span: whole(said) };
  if (wireEol?.startsWith('\r\r')) return { variant: 'double', span: whole(said) };
  const at = text.indexOf('\r');
  // In a command it is security.line-break-injection.
  return at < 0 || isCommand ? undefined : { variant: 'inside', span: locate(said, at, at + 1) };
}

/** `CR LF` for the characters of a line end. */
export function nameLineEnd(eol: string | undefined): string {
  return [...(eol ?? '\r\n')].map((char) => (char === '\r' ? 'CR' : 'LF')).join(' ');
}
