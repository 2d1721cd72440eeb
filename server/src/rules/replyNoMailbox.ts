import type { Session } from '../transcript/reader';
import { replySpan, whole } from './about';
import { opened, QUIT } from './exampleSessions';
import { isMasked } from './masked';
import { heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyNoMailbox: Rule = {
  category: 'reply',
  code: 'reply.no-mailbox',
  severity: 'hint',
  title: { en: 'VRFY or EXPN answered without a mailbox', 'zh-cn': 'VRFY 或 EXPN 的回复中没有邮箱' },
  messages: {
    default: {
      en: '{code} to {verb} must name the mailbox; who will not say it answers 252',
      'zh-cn': '以 {code} 回复 {verb} 必须给出邮箱；不愿透露则应回复 252',
    },
  },
  sources: [
    { rfc: 5321, section: '3.5.2' },
    { rfc: 5321, section: '3.5.3' },
  ],
  needs: ['unusual-command'],
  check,
};

export const replyNoMailboxPage = (): RulePage => ({
  code: 'reply.no-mailbox',
  explanation: {
    en: '250 says that the address was verified, and names it: `User Name <user@example.org>`. A server that does not verify, or does not tell, answers 252; 251 and 551 say where the user is now.',
    'zh-cn':
      '250 表示地址已经验证，并给出该地址：`User Name <user@example.org>`。不验证或不愿透露的服务器应回复 252；251 和 551 给出用户现在的地址。',
  },
  examples: {
    bad: `${opened()}C: VRFY alice\nS: 250 2.0.0 Ok\n${QUIT}`,
    good: `${opened()}C: VRFY alice\nS: 252 2.0.0 Cannot verify\nC: VRFY bob\nS: 250 2.1.5 Bob <bob@example.org>\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step, command } of heardIn(session)) {
    if ((place !== 'VRFY' && place !== 'EXPN') || !NAMING.has(reply.code) || command === undefined) continue;
    if (reply.lines.some(({ text }) => MAILBOX.test(text) || isMasked(text))) continue;
    const related = [{ span: whole(command.command.said), note: 'said-here' } as const];
    yield { variant: 'default', values: { verb: place, code: reply.code }, span: replySpan(reply), related, step };
  }
}

const NAMING: ReadonlySet<number> = new Set([250, 251, 551]);
const MAILBOX = /[^\s<>@]@|<[^<>]+>/;
