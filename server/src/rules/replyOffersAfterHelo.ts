import type { Session } from '../transcript/reader';
import { whole } from './about';
import { QUIT } from './exampleSessions';
import { heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyOffersAfterHelo: Rule = {
  category: 'reply',
  code: 'reply.offers-after-helo',
  severity: 'information',
  title: { en: 'HELO answered with extensions', 'zh-cn': '以扩展列表回复 HELO' },
  messages: {
    default: {
      en: 'HELO is answered as EHLO is, with a list of extensions: {keyword}',
      'zh-cn': 'HELO 得到了 EHLO 式的扩展列表：{keyword}',
    },
  },
  sources: [{ rfc: 5321, section: '3.2' }],
  needs: ['helo'],
  check,
};

export const replyOffersAfterHeloPage = (): RulePage => ({
  code: 'reply.offers-after-helo',
  explanation: {
    en: 'A client that says HELO asks for SMTP without extensions. It takes the list for text, and may stumble over its lines; what is offered there is not in force.',
    'zh-cn':
      '使用 HELO 的客户端要求不带扩展的 SMTP。它把列表当作普通文本，也可能因多行而出错；其中提供的扩展并不生效。',
  },
  examples: {
    bad: `S: 220 mx.example.org SMTP\nC: HELO client.example.com\nS: 250-mx.example.org\nS: 250-SIZE 10240000\nS: 250 8BITMIME\n${QUIT}`,
    good: `S: 220 mx.example.org SMTP\nC: HELO client.example.com\nS: 250-mx.example.org Hello client.example.com\nS: 250 pleased to meet you\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    if (place !== 'HELO' || reply.code !== 250) continue;
    const line = reply.lines.slice(1).find(({ text }) => OFFER.test(text));
    if (line === undefined) continue;
    yield { variant: 'default', values: { keyword: line.text.trim() }, span: whole(line.said), related: [], step };
    return;
  }
}

/** Keywords that no sentence begins with. */
const OFFER =
  /^(?:SIZE(?: \d+)?|8BITMIME|BINARYMIME|PIPELINING|CHUNKING|STARTTLS|SMTPUTF8|ENHANCEDSTATUSCODES|DSN|ETRN|AUTH[ =](?:PLAIN|LOGIN|[A-Z0-9_-]+-[A-Z0-9-]+|XOAUTH2|NTLM)\b.*)\s*$/i;
