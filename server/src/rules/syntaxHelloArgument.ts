import type { Session } from '../transcript/reader';
import { accepted, type CommandExchange, locate } from '../transcript/transcript';
import { answer } from './about';
import { opened, QUIT } from './exampleSessions';
import { fixesAt, type Mending } from './fixing';
import { helloFault } from './helloArgument';
import { isIpv4 } from './mailbox';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxHelloArgument: Rule = {
  category: 'syntax',
  code: 'syntax.hello-argument',
  severity: 'warning',
  title: { en: 'Client name missing or malformed', 'zh-cn': '客户端名称缺失或格式错误' },
  messages: {
    missing: {
      en: '{verb} must name the client: {verb} client.example.com',
      'zh-cn': '{verb} 必须给出客户端名称：{verb} client.example.com',
    },
    several: { en: '{verb} takes one name, not “{name}”', 'zh-cn': '{verb} 只接受一个名称，而不是“{name}”' },
    localhost: {
      en: '{name} names every host and none: servers that check the name refuse it',
      'zh-cn': '{name} 可以指任何主机，等于没有指明：检查名称的服务器会拒绝它',
    },
    underscore: {
      en: '{name} has an underscore, which no host name may have',
      'zh-cn': '{name} 含有下划线，主机名中不允许',
    },
    'bare-ip': {
      en: 'An address stands in square brackets: {literal}',
      'zh-cn': '地址必须放在方括号中：{literal}',
    },
    literal: {
      en: '{name} is no address literal: [192.0.2.1] or [IPv6:2001:db8::1]',
      'zh-cn': '{name} 不是合法的地址字面量：应如 [192.0.2.1] 或 [IPv6:2001:db8::1]',
    },
    malformed: {
      en: '“{name}” is no domain: labels of letters, digits and inner hyphens with single dots between',
      'zh-cn': '“{name}”不是合法的域名：各级由字母、数字和中间的连字符组成，用单个点分隔',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.1' },
    { rfc: 5321, section: '4.1.3' },
    { rfc: 5321, section: '2.3.5' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxHelloArgumentPage = (): RulePage => ({
  code: 'syntax.hello-argument',
  explanation: {
    en: 'EHLO and HELO name the client by its domain name or, where it has none, by its address in brackets. Nothing else depends on it in the protocol, but many servers check the name and refuse mail, or count it as spam, when it is none. `localhost` is what an unconfigured program says.',
    'zh-cn':
      'EHLO 和 HELO 用域名给出客户端名称，没有域名时用方括号中的地址。协议中没有其他内容依赖它，但许多服务器会检查，名称不合法时拒绝邮件或判为垃圾邮件。`localhost` 是未配置的程序的默认值。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO
S: 501 5.5.4 Syntax: EHLO hostname
C: EHLO client.example.com
S: 250 mx.example.org
${QUIT}`,
    good: `${opened().replace('client.example.com', '[IPv6:2001:db8::25]')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.afterRefusedData || exchange.lost) continue;
    const { verb, argument, said } = exchange.command;
    if (verb !== 'EHLO' && verb !== 'HELO' && verb !== 'LHLO') continue;
    const variant = helloFault(argument);
    if (variant === undefined) continue;
    const name = argument.trim();
    const start = variant === 'missing' ? 0 : said.text.indexOf(name, verb.length);
    yield {
      variant,
      values: { verb, name, literal: literalOf(name) },
      span: locate(said, start, start + (variant === 'missing' ? verb.length : name.length)),
      related: answer(exchange),
      // Tolerated nearly everywhere; a refusal says that this server does not.
      ...(variant === 'missing' ? { severity: 'error' } : !isHeldAgainst(exchange) && { severity: 'information' }),
      step,
    };
  }
}

/** The server refuses the name: not the command, whatever it says (502, x.5.1), nor everybody (421). */
function isHeldAgainst(exchange: CommandExchange): boolean {
  const reply = exchange.replies.at(-1);
  if (accepted(exchange) || reply === undefined) return false;
  return reply.code !== 502 && reply.code !== 421 && !reply.enhanced?.endsWith('.5.1');
}

function literalOf(name: string): string {
  const bare = name.replace(/^IPv6:/i, '');
  return isIpv4(bare) ? `[${bare}]` : `[IPv6:${bare}]`;
}

function fixes(at: Mending): Fix[] {
  const { problem } = at;
  const { verb } = at.exchange.command;
  const literal = String(problem.values.literal);
  if (problem.variant === 'bare-ip')
    return rewriteCommand(at, `${verb} ${literal}`, { title: 'write-as', values: { with: literal } });
  if (problem.variant !== 'missing') return [];
  const text = `${verb} client.example.com`;
  return rewriteCommand(at, text, { title: 'write-as', values: { with: text }, preferred: false });
}
