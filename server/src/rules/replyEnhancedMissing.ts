import type { Session } from '../transcript/reader';
import { replySpan } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { answersHello, type Heard, heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyEnhancedMissing: Rule = {
  category: 'reply',
  code: 'reply.enhanced-missing',
  severity: 'hint',
  title: { en: 'Enhanced code missing though offered', 'zh-cn': '缺少已提供的增强状态码' },
  messages: {
    one: {
      en: 'The server offers ENHANCEDSTATUSCODES, but this {code} has none',
      'zh-cn': '服务器提供 ENHANCEDSTATUSCODES，但这个 {code} 没有增强状态码',
    },
    several: {
      en: 'The server offers ENHANCEDSTATUSCODES, but this {code} and {more} more replies have none',
      'zh-cn': '服务器提供 ENHANCEDSTATUSCODES，但这个 {code} 及另外 {more} 个回复没有增强状态码',
    },
  },
  sources: [
    { rfc: 2034, section: '3' },
    { rfc: 2034, section: '4' },
  ],
  needs: ['unusual-enhanced'],
  alike: true,
  check,
};

export const replyEnhancedMissingPage = (): RulePage => ({
  code: 'reply.enhanced-missing',
  explanation: {
    en: 'A server that offers ENHANCEDSTATUSCODES begins the text of every 2yz, 4yz and 5yz with such a code, the greeting and the answers to HELO and EHLO excepted. Without it a client has only the reply code to tell what went wrong.',
    'zh-cn':
      '提供 ENHANCEDSTATUSCODES 的服务器，除问候语以及对 HELO 和 EHLO 的回复外，每个 2yz、4yz、5yz 的文本都以增强状态码开头。没有它，客户端只能凭回复码判断出了什么问题。',
  },
  examples: {
    bad: `${opened()}${delivered().replace('250 2.1.5 Ok', '250 Ok')}${QUIT}`,
    good: `${opened()}${delivered()}${QUIT}`,
  },
});

/** One finding for all of them: it is the server's habit. */
function* check(session: Session): Generator<Problem> {
  const missing = heardIn(session).filter(lacksCode);
  const first = missing[0];
  if (first === undefined) return;
  const { reply, step } = first;
  const values = { code: reply.code, more: missing.length - 1 };
  const variant = missing.length === 1 ? 'one' : 'several';
  yield { variant, values, span: replySpan(reply), related: [], step };
}

function lacksCode({ reply, place, step }: Heard): boolean {
  if (reply.enhanced !== undefined || place === 'GREETING' || answersHello(place)) return false;
  // XCLIENT is answered with a new greeting.
  if (place === 'XCLIENT' && reply.code === 220) return false;
  if (step.before.offers?.has('ENHANCEDSTATUSCODES') !== true) return false;
  // After STARTTLS is accepted nothing is offered any more; a code may be all that the log shows.
  return (
    /^[245]/.test(String(reply.code)) &&
    place !== 'STARTTLS' &&
    reply.lines.some(({ text }) => !/^(?:\s*|\*{3})$/.test(text))
  );
}
