import type { Session } from '../transcript/reader';
import { enhancedCodeOf } from '../transcript/reply';
import { locate, type ReplyLine } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { replyAt } from './fixing';
import { answersHello, heardIn } from './replies';
import { rewriteReply } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const replyEnhancedClass: Rule = {
  category: 'reply',
  code: 'reply.enhanced-class',
  severity: 'error',
  title: { en: 'Enhanced code contradicts the reply code', 'zh-cn': '增强状态码与回复码矛盾' },
  messages: {
    default: {
      en: '{code} and {enhanced} contradict each other: the enhanced code must begin with {digit}, too',
      'zh-cn': '{code} 与 {enhanced} 互相矛盾：增强状态码也必须以 {digit} 开头',
    },
  },
  sources: [
    { rfc: 2034, section: '4' },
    { rfc: 3463, section: '2' },
  ],
  needs: ['unusual-enhanced'],
  alike: true,
  check,
  fixes,
};

export const replyEnhancedClassPage = (): RulePage => ({
  code: 'reply.enhanced-class',
  explanation: {
    en: 'The first number of the enhanced code must be the first digit of the reply code. Clients go by the reply code: `550 4.7.1` is a refusal for good although its author may have meant “later”; bounce processors may go by the other one.',
    'zh-cn':
      '增强状态码的第一个数字必须与回复码的首位数字相同。客户端以回复码为准：`550 4.7.1` 是永久拒绝，尽管作者可能想表达“稍后再试”；而退信处理程序可能以后者为准。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>\nS: 250 5.1.0 Ok\n${QUIT}`,
    good: `${opened()}C: MAIL FROM:<alice@example.com>\nS: 250 2.1.0 Ok\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    // The lines of an EHLO reply are keywords.
    const lines = answersHello(place) ? reply.lines.slice(0, 1) : reply.lines;
    const line = lines.find(contradicts);
    if (line === undefined) continue;
    const enhanced = enhancedCodeOf(line.text) ?? '';
    const start = line.said.text.length - line.text.length;
    yield {
      variant: 'default',
      values: { code: line.code, enhanced, digit: Math.floor(line.code / 100) },
      span: locate(line.said, start, start + enhanced.length),
      related: [],
      // Only the extension makes it a duty.
      ...(step.before.offers?.has('ENHANCEDSTATUSCODES') !== true && { severity: 'information' as const }),
      step,
    };
  }
}

function contradicts({ code, text }: ReplyLine): boolean {
  const enhanced = enhancedCodeOf(text);
  const digit = Math.floor(code / 100);
  return enhanced !== undefined && (digit === 2 || digit === 4 || digit === 5) && Number(enhanced[0]) !== digit;
}

function fixes(problem: Problem): Fix[] {
  const reply = replyAt(problem);
  const digit = String(problem.values.digit);
  const right = `${digit}${String(problem.values.enhanced).slice(1)}`;
  const write = (line: ReplyLine) =>
    contradicts(line) ? `${line.said.text.slice(0, 4)}${digit}${line.text.slice(1)}` : line.said.text;
  return reply === undefined ? [] : rewriteReply(reply, write, { title: 'write-as', values: { with: right } });
}
