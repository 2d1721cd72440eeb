import type { Session } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import type { Reply } from '../transcript/transcript';
import { replySpan } from './about';
import { withoutAddresses } from './cause';
import { opened, QUIT } from './exampleSessions';
import { heardIn, placeName } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyContradiction: Rule = {
  category: 'reply',
  code: 'reply.contradiction',
  severity: 'information',
  title: { en: 'Code and text contradict each other', 'zh-cn': '代码与文本矛盾' },
  messages: {
    success: {
      en: '{code} accepts, but the text says “{words}”: a client goes by the code',
      'zh-cn': '{code} 表示接受，但文本说“{words}”：客户端以代码为准',
    },
    permanent: {
      en: '{code} refuses for good, but the text says “{words}”: a client will not try again',
      'zh-cn': '{code} 是永久拒绝，但文本说“{words}”：客户端不会重试',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2.1' },
    { rfc: 5321, section: '4.2' },
  ],
  needs: ['contradiction'],
  check,
};

export const replyContradictionPage = (): RulePage => ({
  code: 'reply.contradiction',
  explanation: {
    en: 'Only the code counts. A message refused in the words of a 250 is taken for delivered, and nobody gets a bounce; a “try again later” with 5yz is returned to its sender at once. Greylisting and passing trouble need 4yz, refusals 5yz.',
    'zh-cn':
      '只有代码算数。用 250 说出的拒绝会被当作投递成功，没有人会收到退信；用 5yz 说“稍后再试”，邮件会立即退回发件人。灰名单和暂时性故障应使用 4yz，拒绝应使用 5yz。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 550 5.7.1 Greylisted, try again later
${QUIT}`,
    good: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 450 4.7.1 Greylisted, try again later
${QUIT}`,
  },
});

/** The answers that decide about mail; others (HELP, EHLO) may speak of refusals without saying one. */
export function isDecision(place: string): boolean {
  return DECISIONS.has(place);
}

const DECISIONS: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'DATA', 'BDAT', 'MESSAGE']);

const REFUSED =
  /(?<!\b(?:not|never|nothing|none|be|if|or|and|was) )\b(?:rejected|refused|denied|not accepted|user unknown|unknown user|no such user|mailbox (?:is )?full)\b/i;
const LATER =
  /\b(?:try again later|retry later|try later|come back later|try again in \d|gr[ea]y-?list(?:ed|ing)\b|temporarily (?:deferred|unavailable|rejected|refused|blocked))/i;

/** The words say that something was refused. */
export function isRefusal(words: string): boolean {
  return REFUSED.test(words);
}

/** The words that do not fit the code. */
export function contradictionIn(reply: Reply): string | undefined {
  const { code, lines } = reply;
  if (code < 200 || (code >= 300 && code < 500)) return undefined;
  const text = lines.length === 1 ? lines[0].text : replyText(reply);
  const pattern = code < 300 ? REFUSED : LATER;
  return pattern.test(text) ? pattern.exec(withoutAddresses(text))?.[0] : undefined;
}

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    const words = isDecision(place) ? contradictionIn(reply) : undefined;
    if (words === undefined) continue;
    const variant = reply.code < 300 ? 'success' : 'permanent';
    const values = { code: reply.code, words, verb: placeName(place) };
    yield { variant, values, span: replySpan(reply), related: [], step };
  }
}
