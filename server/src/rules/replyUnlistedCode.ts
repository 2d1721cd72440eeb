import { isKnownVerb } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { replySpan, whole } from './about';
import { mayAnswer } from './allowedReplies';
import { delivered, opened, QUIT } from './exampleSessions';
import { heardIn, placeName } from './replies';
import type { Problem, Related, Rule, RulePage } from './rule';

export const replyUnlistedCode: Rule = {
  category: 'reply',
  code: 'reply.unlisted-code',
  severity: 'information',
  title: { en: 'Code that no standard lists for this command', 'zh-cn': '标准未为该命令列出的代码' },
  messages: {
    command: {
      en: 'No standard lists {code} as an answer to {verb}; a client goes by its first digit: {class}',
      'zh-cn': '没有标准将 {code} 列为对 {verb} 的回复；客户端只看首位数字：{class}',
    },
    greeting: {
      en: 'No standard lists {code} as a greeting; a client goes by its first digit: {class}',
      'zh-cn': '没有标准将 {code} 列为问候语；客户端只看首位数字：{class}',
    },
    message: {
      en: 'No standard lists {code} as an answer to a message; a client goes by its first digit: {class}',
      'zh-cn': '没有标准将 {code} 列为对邮件的回复；客户端只看首位数字：{class}',
    },
  },
  sources: [
    { rfc: 5321, section: '4.3.2' },
    { rfc: 5321, section: '4.2.4' },
  ],
  needs: ['unusual-code'],
  check,
};

export const replyUnlistedCodePage = (): RulePage => ({
  code: 'reply.unlisted-code',
  explanation: {
    en: 'RFC 5321 §4.3.2 and the extensions list the codes that a command may get, and ask clients to go by the first digit when another one comes. Such a code works, then; it is worth a look when a client behaves strangely, or when you write a server.',
    'zh-cn':
      'RFC 5321 §4.3.2 和各扩展列出了每条命令可能得到的代码，并要求客户端遇到其他代码时只看首位数字。所以这样的代码仍然有效；当客户端行为异常，或您在编写服务器时，值得留意。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>\nS: 200 2.1.0 Ok\n${QUIT}`,
    good: `${opened()}${delivered()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const told = new Set<string>();
  for (const { reply, place, step, command } of heardIn(session)) {
    const { code } = reply;
    // 2yz to DATA answers the message where a log leaves the 354 out; what 3yz means elsewhere, another rule says.
    if (code < 200 || code > 559 || (place === 'DATA' && code < 300)) continue;
    // reply.code says it.
    if (Math.floor(code / 10) % 10 > 5) continue;
    // reply.multiline says it.
    if (reply.lines.some((line) => line.code !== code)) continue;
    if (code >= 300 && code < 400 && place !== 'DATA') continue;
    if (command?.lost || mayAnswer(place, code) !== false || told.has(`${place} ${code}`)) continue;
    if (command !== undefined && (!isKnownVerb(place) || command.afterRefusedData)) continue;
    told.add(`${place} ${code}`);
    const related: Related[] = command === undefined ? [] : [{ span: whole(command.command.said), note: 'said-here' }];
    yield {
      variant: place === 'GREETING' ? 'greeting' : place === 'MESSAGE' ? 'message' : 'command',
      values: { verb: placeName(place), code, class: `${Math.floor(code / 100)}yz` },
      span: replySpan(reply),
      related,
      ...(code >= 400 && { severity: 'hint' as const }),
      step,
    };
  }
}
