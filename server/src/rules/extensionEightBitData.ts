import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import { type CommandExchange, locate, type Said } from '../transcript/transcript';
import { whole } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { bodyOf } from './explained';
import { isOffered } from './notOffered';
import { firstNonAscii } from './octets';
import { grant } from './repairs';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const extensionEightBitData: Rule = {
  category: 'extension',
  code: 'extension.eight-bit-data',
  severity: 'warning',
  title: { en: '8-bit mail data without 8BITMIME', 'zh-cn': '未用 8BITMIME 的 8 位邮件数据' },
  messages: {
    'not-offered': {
      en: 'This line is not ASCII, and the server does not offer 8BITMIME: encode it (quoted-printable, base64)',
      'zh-cn': '该行不是 ASCII，而服务器未提供 8BITMIME：请编码（quoted-printable、base64）',
    },
    undeclared: {
      en: 'This line is not ASCII: MAIL FROM should say BODY=8BITMIME, which the server offers',
      'zh-cn': '该行不是 ASCII：MAIL FROM 应声明 BODY=8BITMIME，服务器已提供',
    },
  },
  sources: [
    { rfc: 6152, section: '3' },
    { rfc: 5321, section: '2.3.1' },
  ],
  needs: ['eight-bit-data'],
  check,
  fixes,
};

export const extensionEightBitDataPage = (): RulePage => ({
  code: 'extension.eight-bit-data',
  explanation: {
    en: 'Mail data is ASCII unless the server offers 8BITMIME and MAIL FROM says BODY=8BITMIME, or SMTPUTF8. A server without the extension may clear the eighth bit or refuse the message; one that offers it but is not told cannot know whether to convert it for the next hop. Most servers pass such data on all the same.',
    'zh-cn':
      '邮件数据必须是 ASCII，除非服务器提供 8BITMIME 且 MAIL FROM 声明 BODY=8BITMIME 或 SMTPUTF8。没有该扩展的服务器可能清除第八位或拒绝邮件；提供了却未被告知的服务器，无从知道是否需要为下一跳转换。多数服务器仍会原样转发。',
  },
  examples: {
    bad: `${opened().replace('S: 250-8BITMIME\n', '')}${delivered(undefined, undefined, ['Subject: hello', '', 'Grüße'])}${QUIT}`,
    good: `${opened()}${delivered('MAIL FROM:<alice@example.com> BODY=8BITMIME', undefined, ['Subject: hello', '', 'Grüße'])}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const told = new Set<CommandExchange>();
  for (const step of session.steps) {
    const { before } = step;
    const line = eightBitLine(step);
    if (line === undefined || before.transaction.kind !== 'open' || before.offers === undefined) continue;
    const { mail } = before.transaction;
    if (told.has(mail) || isDeclared(mail)) continue;
    told.add(mail);
    const offered = isOffered(before.offers, '8BITMIME');
    const at = firstNonAscii(line.text);
    yield {
      variant: offered ? 'undeclared' : 'not-offered',
      values: {},
      span: locate(line, Math.max(0, at), line.text.length),
      related: [{ span: whole(mail.command.said), note: 'began-here' }],
      ...(offered && { severity: 'information' as const }),
      step,
    };
  }
}

function eightBitLine({ exchange }: Step): Said | undefined {
  const data = exchange.kind === 'message' || exchange.kind === 'command' ? exchange.data : undefined;
  const line = data?.firstEightBit;
  return line !== undefined && firstNonAscii(line.text) >= 0 ? line : undefined;
}

/** BODY says it, or SMTPUTF8 does; whether they may is another rule's part. */
function isDeclared(mail: CommandExchange): boolean {
  const body = bodyOf(mail);
  if (body === '8BITMIME' || body === 'BINARYMIME') return true;
  return readPath(mail.command).parameters.some(({ key }) => key === 'SMTPUTF8' || key === 'UTF8SMTP');
}

function fixes(problem: Problem): Fix[] {
  const transaction = problem.step?.before.transaction;
  if (problem.variant !== 'undeclared' || transaction?.kind !== 'open' || problem.step === undefined) return [];
  const { mail } = transaction;
  if (bodyOf(mail) !== undefined || !problem.step.before.offers?.has('8BITMIME')) return [];
  const { said } = mail.command;
  const text = `${said.text.trimEnd()} BODY=8BITMIME`;
  const edits = [
    { kind: 'replace', said, lines: [{ speaker: 'client', text }] } as const,
    ...grant(mail, problem.step.before),
  ];
  return [{ title: 'add-parameter', values: { parameter: 'BODY=8BITMIME' }, edits, preferred: true }];
}
