import type { Session } from '../transcript/reader';
import { accepted, locate } from '../transcript/transcript';
import { answer } from './about';
import { opened, QUIT } from './exampleSessions';
import { isObsolete } from './explained';
import type { Problem, Rule, RulePage } from './rule';

export const syntaxObsoleteVerb: Rule = {
  category: 'syntax',
  code: 'syntax.obsolete-verb',
  severity: 'information',
  tag: 'obsolete',
  title: { en: 'Obsolete command', 'zh-cn': '已废弃的命令' },
  messages: {
    deliver: {
      en: '{verb} is obsolete: it was meant for users’ terminals, and MAIL does the same',
      'zh-cn': '{verb} 已废弃：它原用于用户终端，现在由 MAIL 完成同样的事',
    },
    turn: {
      en: 'TURN is obsolete and a danger: it hands out mail without knowing to whom (ETRN and ATRN came after it)',
      'zh-cn': 'TURN 已废弃且有风险：它会在不知对方是谁的情况下交出邮件（后来有 ETRN 和 ATRN）',
    },
  },
  sources: [
    { rfc: 5321, section: 'F.1' },
    { rfc: 5321, section: 'F.6' },
  ],
  needs: ['unusual-command'],
  check,
};

export const syntaxObsoleteVerbPage = (): RulePage => ({
  code: 'syntax.obsolete-verb',
  explanation: {
    en: 'SEND, SOML and SAML put a message on a user’s terminal; TURN exchanged the roles of client and server. RFC 5321 withdraws them, and clients should not use them.',
    'zh-cn':
      'SEND、SOML、SAML 把消息显示在用户终端上；TURN 交换客户端与服务器的角色。RFC 5321 已撤销它们，客户端不应使用。',
  },
  examples: {
    bad: `${opened()}C: TURN\nS: 502 5.5.1 TURN is disabled\n${QUIT}`,
    good: `${opened()}C: NOOP\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || !isObsolete(exchange.command.verb) || exchange.afterRefusedData) continue;
    const { verb, said } = exchange.command;
    yield {
      variant: verb === 'TURN' ? 'turn' : 'deliver',
      values: { verb },
      span: locate(said, 0, verb.length),
      related: answer(exchange),
      ...(!accepted(exchange) && { severity: 'warning' as const }),
      step,
    };
  }
}
