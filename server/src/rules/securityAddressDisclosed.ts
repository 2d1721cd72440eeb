import type { Session } from '../transcript/reader';
import { replySpan, whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const securityAddressDisclosed: Rule = {
  category: 'security',
  code: 'security.address-disclosed',
  severity: 'information',
  title: { en: 'Address confirmed to a stranger', 'zh-cn': '向陌生人确认了地址' },
  messages: {
    VRFY: {
      en: 'VRFY was answered with an address: anyone can ask which users exist',
      'zh-cn': 'VRFY 得到了地址：任何人都能查询有哪些用户',
    },
    EXPN: { en: 'EXPN was answered with the members of a list', 'zh-cn': 'EXPN 得到了列表成员' },
  },
  sources: [
    { rfc: 5321, section: '7.3' },
    { rfc: 5321, section: '3.5.3' },
  ],
  needs: ['unusual-command'],
  check,
};

export const securityAddressDisclosedPage = (): RulePage => ({
  code: 'security.address-disclosed',
  explanation: {
    en: 'VRFY and EXPN tell who has a mailbox and who is on a list. Most servers answer 252 or 502 so that senders of spam learn nothing; RFC 5321 §7.3 wants 252. Switch them off unless only your own people can ask.',
    'zh-cn':
      'VRFY 和 EXPN 会透露谁有邮箱、谁在列表中。多数服务器回复 252 或 502，使垃圾邮件发送者一无所获；RFC 5321 §7.3 要求用 252。除非只有自己人可以查询，否则请关闭。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: VRFY alice
S: 250 Alice Example <alice@example.org>
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: VRFY alice
S: 252 2.0.0 Cannot VRFY user, send some mail
C: VRFY bob
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const told = new Set<string>();
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command') continue;
    const { verb, said } = exchange.command;
    if ((verb !== 'VRFY' && verb !== 'EXPN') || before.auth.kind === 'done' || told.has(verb)) continue;
    const reply = exchange.replies.at(-1);
    if (reply === undefined || (reply.code !== 250 && reply.code !== 251)) continue;
    if (!reply.lines.some(({ text }) => /[^\s@<]{1,64}@[^\s@>]{1,255}/.test(text.slice(0, 500)))) continue;
    told.add(verb);
    const related = [{ span: whole(said), note: 'said-here' } as const];
    yield { variant: verb, values: {}, span: replySpan(reply), related, step };
  }
}
