import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { isJudgeable } from './explained';
import { fixesAt, type Mending } from './fixing';
import { mailboxParts } from './mailbox';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxSourceRoute: Rule = {
  category: 'syntax',
  code: 'syntax.source-route',
  severity: 'information',
  tag: 'obsolete',
  title: { en: 'Source route in the address', 'zh-cn': '地址中的源路由' },
  messages: {
    default: {
      en: '“{route}” is a source route: obsolete, servers ignore it or refuse the address',
      'zh-cn': '“{route}”是源路由：已废弃，服务器会忽略它或拒绝该地址',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.3' },
    { rfc: 5321, section: 'C' },
    { rfc: 5321, section: 'F.2' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxSourceRoutePage = (): RulePage => ({
  code: 'syntax.source-route',
  explanation: {
    en: 'A path may begin with the hosts that mail was to travel through, as in `<@relay.example:bob@example.org>`. Nobody needs that since there are MX records; a client should not send it, a server must read past it.',
    'zh-cn':
      '路径可以以邮件要经过的主机开头，如 `<@relay.example:bob@example.org>`。有了 MX 记录之后已无此需要；客户端不应再发送，服务器则须跳过它。',
  },
  examples: {
    bad: `${opened()}${delivered(undefined, 'RCPT TO:<@relay.example.net:bob@example.org>')}${QUIT}`,
    good: `${opened()}${delivered()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || !isJudgeable(exchange)) continue;
    const { address, start } = readPath(exchange.command);
    const route = address.slice(0, mailboxParts(address).start);
    if (route === '') continue;
    const span = locate(exchange.command.said, start, start + route.length);
    yield { variant: 'default', values: { route }, span, related: answer(exchange), step };
  }
}

function fixes(at: Mending): Fix[] {
  const { command } = at.exchange;
  const route = String(at.problem.values.route);
  const text = command.said.text.replace(`<${route}`, '<');
  const { address } = readPath({ ...command, said: { ...command.said, text } });
  return rewriteCommand(at, text, { title: 'write-as', values: { with: `<${address}>` } });
}
