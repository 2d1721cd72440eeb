import type { Session } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import { accepted, type CommandExchange } from '../transcript/transcript';
import { answer, whole } from './about';
import { causeOf } from './cause';
import type { Problem, Rule, RulePage } from './rule';
import type { Thresholds } from './thresholds';

export const securityAddressHarvesting: Rule = {
  category: 'security',
  code: 'security.address-harvesting',
  severity: 'warning',
  title: { en: 'Addresses tried out', 'zh-cn': '试探地址' },
  messages: {
    default: {
      en: '{count} unknown users one after the other: somebody may be trying out addresses',
      'zh-cn': '接连 {count} 个不存在的用户：可能有人在试探地址',
    },
  },
  sources: [{ rfc: 5321, section: '7.3' }],
  thresholds: ['unknownUsers'],
  needs: ['refused-recipient', 'refusal'],
  check,
};

export const securityAddressHarvestingPage = (): RulePage => ({
  code: 'security.address-harvesting',
  explanation: {
    en: 'A dictionary attack asks for one name after the other to learn which exist. Servers answer with delays, with an error limit, or by closing the connection after some unknown users. A list owner who sees this in an own log should throw away the dead addresses.',
    'zh-cn':
      '字典攻击逐个询问名称以得知哪些存在。服务器会用延迟、错误上限或在若干未知用户之后断开连接来应对。邮件列表的主人若在自己的日志中看到此现象，应清除失效地址。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
${'abcdefghij'.replace(/./g, (name) => `C: RCPT TO:<${name}@example.org>\nS: 550 5.1.1 User unknown\n`)}C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
${'abcde'.replace(/./g, (name) => `C: RCPT TO:<${name}@example.org>\nS: 550 5.1.1 User unknown\n`)}C: RCPT TO:<bob@example.org>
S: 250 Ok
${'fghij'.replace(/./g, (name) => `C: RCPT TO:<${name}@example.org>\nS: 550 5.1.1 User unknown\n`)}C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session, { unknownUsers }: Thresholds): Generator<Problem> {
  if (refusals(session) < unknownUsers) return;
  let run: CommandExchange[] = [];
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command' || !ASKING.has(exchange.command.verb) || exchange.replies.length === 0) continue;
    if (isUnknownUser(exchange)) run.push(exchange);
    else if (accepted(exchange)) {
      yield* tell(run, unknownUsers);
      run = [];
    }
  }
  yield* tell(run, unknownUsers);
}

/** How often a user was refused, for whatever cause: finding that out takes much longer. */
function refusals({ steps }: Session): number {
  let count = 0;
  for (const { exchange } of steps) {
    if (exchange.kind !== 'command' || !ASKING.has(exchange.command.verb)) continue;
    if ((exchange.replies.at(-1)?.code ?? 0) >= 500) count++;
  }
  return count;
}

function* tell(run: readonly CommandExchange[], unknownUsers: number): Generator<Problem> {
  const first = run[0];
  if (first === undefined || run.length < unknownUsers) return;
  const related = run.slice(0, MOST_RELATED).flatMap((exchange) => answer(exchange));
  yield { variant: 'default', values: { count: run.length }, span: whole(first.command.said), related };
}

function isUnknownUser({ replies }: CommandExchange): boolean {
  const reply = replies.at(-1);
  if (reply === undefined || reply.code < 500) return false;
  const { code, enhanced } = reply;
  const cause = causeOf({ code, text: replyText(reply), ...(enhanced !== undefined && { enhanced }) });
  return cause?.kind === 'unknown-user';
}

const MOST_RELATED = 10;

const ASKING: ReadonlySet<string> = new Set(['RCPT', 'VRFY', 'EXPN']);
