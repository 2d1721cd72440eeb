import type { Session } from '../transcript/reader';
import type { MailData } from '../transcript/transcript';
import { whole } from './about';
import { readChunk } from './chunks';
import type { Problem, Rule, RulePage } from './rule';

export const framingBdatOctets: Rule = {
  category: 'framing',
  code: 'framing.bdat-octets',
  severity: 'error',
  title: { en: 'BDAT count and data differ', 'zh-cn': 'BDAT 字节数与数据不符' },
  messages: {
    short: {
      en: 'BDAT announces {octets} octets, only {sent} were sent when the next thing came',
      'zh-cn': 'BDAT 声明 {octets} 个字节，但下一项内容到来时只发送了 {sent} 个',
    },
    long: {
      en: 'BDAT announces {octets} octets, the lines behind it have {sent}: the rest is read as a command',
      'zh-cn': 'BDAT 声明 {octets} 个字节，其后的行却有 {sent} 个：多出的部分会被当作命令',
    },
  },
  sources: [{ rfc: 3030, section: '2' }],
  needs: ['chunks'],
  check,
};

export const framingBdatOctetsPage = (): RulePage => ({
  code: 'framing.bdat-octets',
  explanation: {
    en: 'The count of BDAT is in octets, line ends and multi-byte characters included, and there is no dot and no dot-stuffing. Too small a count turns the tail of the message into commands, too big a one makes the server wait for what the client thinks it has sent.',
    'zh-cn':
      'BDAT 的计数单位是字节，包括行尾和多字节字符，没有结束点也不加点。计数过小，邮件尾部会变成命令；过大，服务器会继续等待客户端以为已发送的内容。',
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
C: BDAT 500 LAST
C: Subject: hello
C: 
C: short
S: 421 4.4.2 mx.example.org Error: timeout exceeded
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: BDAT 24 LAST
C: Subject: hello
C: 
C: short
S: 250 Ok: 24 octets, the last line has no line end
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  if (!session.wire) return;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.command.verb !== 'BDAT' || exchange.data === undefined) continue;
    const octets = readChunk(exchange)?.octets;
    const { data } = exchange;
    if (octets === undefined || data.elided || data.octets === undefined || data.last === undefined) continue;
    const variant = data.end === 'interrupted' ? 'short' : data.octets - octets > lineEnd(data) ? 'long' : undefined;
    if (variant === undefined || (variant === 'short' && isNotice(data, octets))) continue;
    yield {
      variant,
      values: { octets, sent: data.octets },
      span: whole(exchange.command.said),
      related: [{ span: whole(data.last), note: 'said-here' }],
      step,
    };
  }
}

/** The end of the last line may not be part of the chunk: a log shows chunks by lines. */
function lineEnd({ last }: MailData): number {
  return last?.wireEol?.length ?? 2;
}

/** An example in a text has words in place of the octets: `...followed by 10000 bytes...`. */
function isNotice({ lineCount, first }: MailData, octets: number): boolean {
  const text = first?.text.slice(0, 200) ?? '';
  if (lineCount !== 1) return false;
  if (text.startsWith('...') && text.endsWith('...')) return true;
  return /\b(\d{1,15}) (?:bytes|octets)\b/i.exec(text)?.[1] === String(octets);
}
