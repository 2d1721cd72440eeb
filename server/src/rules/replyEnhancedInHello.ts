import type { Session } from '../transcript/reader';
import { locate, type ReplyLine } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { replyAt } from './fixing';
import { answersHello, heardIn } from './replies';
import { rewriteReply } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const replyEnhancedInHello: Rule = {
  category: 'reply',
  code: 'reply.enhanced-in-hello',
  severity: 'information',
  title: { en: 'Enhanced code in the greeting or the hello reply', 'zh-cn': '问候语或 hello 回复中的增强状态码' },
  messages: {
    greeting: {
      en: '{enhanced} in the greeting: enhanced codes are agreed on by EHLO, and a name must stand here',
      'zh-cn': '问候语中出现 {enhanced}：增强状态码要到 EHLO 才约定，这里应是主机名',
    },
    hello: {
      en: '{enhanced} in the answer to {verb}: the first word must be the server’s name',
      'zh-cn': '对 {verb} 的回复中出现 {enhanced}：首词应是服务器的名称',
    },
  },
  sources: [
    { rfc: 2034, section: '3' },
    { rfc: 5321, section: '4.1.1.1' },
  ],
  needs: ['unusual-enhanced'],
  alike: true,
  check,
  fixes,
};

export const replyEnhancedInHelloPage = (): RulePage => ({
  code: 'reply.enhanced-in-hello',
  explanation: {
    en: 'The greeting and the answers to HELO and EHLO have no enhanced code: their first word is the server’s name. Clients that read the name there get the code in its place. Refusals may have one: many servers do it, and it helps.',
    'zh-cn':
      '问候语以及对 HELO、EHLO 的回复没有增强状态码：它们的首词是服务器名称。从那里读取名称的客户端会读到代码。拒绝中可以带有：许多服务器如此，也有帮助。',
  },
  examples: {
    bad: `S: 220 2.0.0 mx.example.org ESMTP\nC: EHLO client.example.com\nS: 250 mx.example.org\n${QUIT}`,
    good: `${opened()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    const { enhanced } = reply;
    const line = reply.lines[0];
    if (enhanced === undefined || !(place === 'GREETING' || answersHello(place))) continue;
    if (reply.code >= 400) continue;
    const start = line.said.text.length - line.text.length;
    yield {
      variant: place === 'GREETING' ? 'greeting' : 'hello',
      values: { enhanced, verb: place },
      span: locate(line.said, start, start + enhanced.length),
      related: [],
      step,
    };
  }
}

function fixes(problem: Problem): Fix[] {
  const enhanced = String(problem.values.enhanced);
  const reply = replyAt(problem);
  const rest = reply?.lines[0].text.slice(enhanced.length).trimStart();
  if (reply === undefined || rest === '') return [];
  const text = `${reply.lines[0].said.text.slice(0, 4)}${rest}`;
  const write = ({ said }: ReplyLine, index: number) => (index === 0 ? text : said.text);
  return rewriteReply(reply, write, { title: 'write-as', values: { with: text } });
}
