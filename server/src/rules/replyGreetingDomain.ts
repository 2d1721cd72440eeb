import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';
import { firstWord, isServerName } from './serverName';

export const replyGreetingDomain: Rule = {
  category: 'reply',
  code: 'reply.greeting-domain',
  severity: 'information',
  title: { en: 'Greeting without the server’s name', 'zh-cn': '问候语缺少服务器名称' },
  messages: {
    default: {
      en: 'The greeting begins with “{word}” where the server’s name must stand',
      'zh-cn': '问候语以“{word}”开头，而此处应是服务器的名称',
    },
    empty: { en: 'The greeting does not tell the server’s name', 'zh-cn': '问候语没有给出服务器的名称' },
  },
  sources: [
    { rfc: 5321, section: '4.2' },
    { rfc: 5321, section: '4.3.1' },
  ],
  needs: ['unusual-greeting'],
  alike: true,
  check,
};

export const replyGreetingDomainPage = (): RulePage => ({
  code: 'reply.greeting-domain',
  explanation: {
    en: 'The first word after 220 is the domain of the server, or its address in brackets. Clients use it in log lines and to notice that they talk to themselves.',
    'zh-cn': '220 之后的第一个词是服务器的域名，或方括号中的地址。客户端用它写日志，并据此发现自己在与自己对话。',
  },
  examples: {
    bad: `S: 220 ESMTP ready\nC: EHLO client.example.com\nS: 250 mx.example.org\n${QUIT}`,
    good: `${opened()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    const line = reply.lines[0];
    if (place !== 'GREETING' || reply.code !== 220 || reply.enhanced !== undefined) continue;
    const word = firstWord(reply);
    if (isServerName(word)) continue;
    const start = line.said.text.length - line.text.trimStart().length;
    const span = locate(line.said, word === '' ? 0 : start, start + word.length);
    yield { variant: word === '' ? 'empty' : 'default', values: { word }, span, related: [], step };
  }
}
