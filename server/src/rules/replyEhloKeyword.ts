import type { Session } from '../transcript/reader';
import { locate, type ReplyLine, type Span } from '../transcript/transcript';
import { whole } from './about';
import { opened, QUIT } from './exampleSessions';
import { heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyEhloKeyword: Rule = {
  category: 'reply',
  code: 'reply.ehlo-keyword',
  severity: 'warning',
  title: { en: 'Malformed line in the EHLO reply', 'zh-cn': 'EHLO 回复中的行格式错误' },
  messages: {
    keyword: {
      en: '“{keyword}” is no EHLO keyword: letters, digits and hyphens, a letter or digit first',
      'zh-cn': '“{keyword}”不是 EHLO 关键字：只能用字母、数字和连字符，且以字母或数字开头',
    },
    equals: {
      en: '{keyword} is how servers offered AUTH before RFC 2554; only old clients read it',
      'zh-cn': '{keyword} 是 RFC 2554 之前提供 AUTH 的写法；只有旧客户端会读取',
    },
    empty: { en: 'An EHLO line without a keyword', 'zh-cn': '没有关键字的 EHLO 行' },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.1' },
    { rfc: 5321, section: '2.2.1' },
  ],
  needs: ['unusual-offer'],
  alike: true,
  check,
};

export const replyEhloKeywordPage = (): RulePage => ({
  code: 'reply.ehlo-keyword',
  explanation: {
    en: 'Every line of the EHLO reply after the first offers one extension: a keyword, then its parameters, with single blanks between. A client skips what it cannot read, and the extension is not used.',
    'zh-cn':
      'EHLO 回复从第二行起每行提供一个扩展：关键字，然后是参数，中间各一个空格。客户端会跳过无法读取的行，该扩展也就不会被使用。',
  },
  examples: {
    bad: `${opened('MAX_SIZE=1000000')}${QUIT}`,
    good: `${opened('SIZE 1000000', 'X-MAX-SIZE 1000000')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    if ((place !== 'EHLO' && place !== 'LHLO') || reply.code !== 250) continue;
    for (const line of reply.lines.slice(1)) {
      const found = faultOf(line);
      if (found === undefined) continue;
      const { variant, keyword, span } = found;
      const mild = variant === 'keyword' ? {} : { severity: 'information' as const };
      yield { variant, values: { keyword }, span, related: [], ...mild, step };
    }
  }
}

function faultOf({ said, text }: ReplyLine): { variant: string; keyword: string; span: Span } | undefined {
  const keyword = /^\s*(\S*)/.exec(text)?.[1] ?? '';
  if (keyword === '') return { variant: 'empty', keyword, span: whole(said) };
  if (/^[A-Za-z0-9][A-Za-z0-9-]*$/.test(keyword)) return undefined;
  const start = said.text.length - text.length + text.indexOf(keyword);
  const variant = /^AUTH=/i.test(keyword) ? 'equals' : 'keyword';
  return { variant, keyword, span: locate(said, start, start + keyword.length) };
}
