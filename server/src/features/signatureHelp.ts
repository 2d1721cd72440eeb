import type { Position, SignatureHelp } from 'vscode-languageserver-types';
import type { Locale, Localized } from '../reference/entry';
import { saidAt } from './lookup';
import type { ParsedDocument } from './parsedDocument';

/** Typing one of these shows it. */
export const SIGNATURE_TRIGGERS: readonly string[] = [' ', ':'];

interface Signature {
  readonly label: string;
  readonly parameters: readonly { readonly label: string; readonly about: Localized }[];
}

const HOST: Localized = {
  en: 'Fully qualified name of the client, or an address literal such as [192.0.2.1]',
  'zh-cn': '客户端的完整域名，或地址字面量如 [192.0.2.1]',
};

/** Command lines after RFC 5321 §4.1.1 and the extensions' RFCs. */
const SIGNATURES: Readonly<Record<string, Signature>> = {
  EHLO: { label: 'EHLO domain', parameters: [{ label: 'domain', about: HOST }] },
  HELO: { label: 'HELO domain', parameters: [{ label: 'domain', about: HOST }] },
  LHLO: { label: 'LHLO domain', parameters: [{ label: 'domain', about: HOST }] },
  MAIL: {
    label: 'MAIL FROM:<reverse-path> [parameters]',
    parameters: [
      {
        label: 'FROM:<reverse-path>',
        about: { en: 'Where bounces go; <> for none', 'zh-cn': '退信地址；<> 表示没有' },
      },
      {
        label: '[parameters]',
        about: {
          en: 'SIZE=octets, BODY=8BITMIME, SMTPUTF8, RET=FULL|HDRS, ENVID=xtext, AUTH=<>: what EHLO offered',
          'zh-cn': 'SIZE=字节数、BODY=8BITMIME、SMTPUTF8、RET=FULL|HDRS、ENVID=xtext、AUTH=<>：以 EHLO 提供的为准',
        },
      },
    ],
  },
  RCPT: {
    label: 'RCPT TO:<forward-path> [parameters]',
    parameters: [
      {
        label: 'TO:<forward-path>',
        about: { en: 'One recipient; repeat the command for more', 'zh-cn': '一个收件人；更多收件人请重复此命令' },
      },
      {
        label: '[parameters]',
        about: {
          en: 'NOTIFY=NEVER|SUCCESS,FAILURE,DELAY, ORCPT=type;address: what EHLO offered',
          'zh-cn': 'NOTIFY=NEVER|SUCCESS,FAILURE,DELAY、ORCPT=类型;地址：以 EHLO 提供的为准',
        },
      },
    ],
  },
  AUTH: {
    label: 'AUTH mechanism [initial-response]',
    parameters: [
      { label: 'mechanism', about: { en: 'One of those that EHLO offered', 'zh-cn': 'EHLO 提供的机制之一' } },
      { label: '[initial-response]', about: { en: 'Base64, or = for an empty one', 'zh-cn': 'Base64；空响应写作 =' } },
    ],
  },
  BDAT: {
    label: 'BDAT octets [LAST]',
    parameters: [
      { label: 'octets', about: { en: 'Size of the chunk that follows, in octets', 'zh-cn': '后续数据块的字节数' } },
      { label: '[LAST]', about: { en: 'The message ends with this chunk', 'zh-cn': '邮件以此块结束' } },
    ],
  },
  VRFY: {
    label: 'VRFY string',
    parameters: [{ label: 'string', about: { en: 'A user name or address', 'zh-cn': '用户名或地址' } }],
  },
  EXPN: { label: 'EXPN list', parameters: [{ label: 'list', about: { en: 'A mailing list', 'zh-cn': '邮件列表' } }] },
  ETRN: {
    label: 'ETRN node',
    parameters: [
      { label: 'node', about: { en: 'The host whose queue is to be sent', 'zh-cn': '需要发送其队列的主机' } },
    ],
  },
};

/** What the command under the cursor takes, the argument at hand marked. */
export function signatureHelp(document: ParsedDocument, position: Position, locale: Locale): SignatureHelp | null {
  const at = saidAt(document, position);
  if (at === undefined || at.said.speaker !== 'client') return null;
  const typed = at.said.text.slice(0, at.offset);
  const words = typed.split(' ');
  const signature = SIGNATURES[(words[0] ?? '').toUpperCase()];
  if (signature === undefined || words.length < 2 || (at.context !== undefined && at.context.role !== 'command'))
    return null;
  const { label, parameters } = signature;
  return {
    signatures: [
      { label, parameters: parameters.map((each) => ({ label: each.label, documentation: each.about[locale] })) },
    ],
    activeSignature: 0,
    activeParameter: Math.min(words.length - 2, parameters.length - 1),
  };
}
