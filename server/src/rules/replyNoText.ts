import type { Session } from '../transcript/reader';
import { replySpan } from './about';
import { opened, QUIT } from './exampleSessions';
import { heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyNoText: Rule = {
  category: 'reply',
  code: 'reply.no-text',
  severity: 'hint',
  title: { en: 'Reply code without text', 'zh-cn': '没有文本的回复码' },
  messages: {
    default: {
      en: 'A bare {code}: allowed, but some clients want a blank and a text after the code',
      'zh-cn': '只有 {code}：这是允许的，但有些客户端要求代码后有空格和文本',
    },
  },
  sources: [{ rfc: 5321, section: '4.2' }],
  needs: ['unusual-reply'],
  check,
};

export const replyNoTextPage = (): RulePage => ({
  code: 'reply.no-text',
  explanation: {
    en: 'A client must take a code without text, even without the blank; servers should send a text all the same, because not all clients do, and because people read logs.',
    'zh-cn':
      '客户端必须接受没有文本、甚至没有空格的代码；但服务器仍应附上文本，因为并非所有客户端都能接受，而且日志是给人看的。',
  },
  examples: {
    bad: `${opened()}C: NOOP\nS: 250\n${QUIT}`,
    good: `${opened()}C: NOOP\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
});

/** Said once: a server that does it does it always. Where no reply has a text, the log leaves them out. */
function* check(session: Session): Generator<Problem> {
  const heard = heardIn(session).filter(({ reply }) => reply.code !== 334);
  const bare = heard.find(({ reply }) => reply.lines.every(({ text }) => text.trim() === ''));
  if (bare === undefined || heard.every(({ reply }) => reply.lines.every(({ text }) => text.trim() === ''))) return;
  const { reply, step } = bare;
  yield { variant: 'default', values: { code: reply.code }, span: replySpan(reply), related: [], step };
}
