import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import { accepted, type CommandExchange, locate } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { isEmptyRecipient, isJudgeable, isUnclosed, mayBeUtf8 } from './explained';
import { fixesAt, type Mending } from './fixing';
import { type AddressFault, addressFault, hostFault, isIpv4, isIpv6, mailboxParts, needlesslyQuoted } from './mailbox';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxAddress: Rule = {
  category: 'syntax',
  code: 'syntax.address',
  severity: 'error',
  title: { en: 'Malformed address', 'zh-cn': '地址格式错误' },
  messages: {
    unclosed: { en: 'The closing “>” of the address is missing', 'zh-cn': '地址缺少结尾的“>”' },
    blank: {
      en: 'A blank stands inside <{address}>; only a quoted local part may hold one',
      'zh-cn': '<{address}> 中含有空格；只有加引号的本地部分才可以有空格',
    },
    control: {
      en: 'A control character stands inside <{address}>',
      'zh-cn': '<{address}> 中含有控制字符',
    },
    'no-domain': {
      en: '<{address}> has no domain; only postmaster may do without',
      'zh-cn': '<{address}> 没有域名；只有 postmaster 可以省略',
    },
    'local-part': {
      en: "“{part}” is no local part: letters, digits and !#$%&'*+-/=?^_`{|}~ with single dots between, or in quotes",
      'zh-cn': "“{part}”不是合法的本地部分：只能是字母、数字和 !#$%&'*+-/=?^_`{|}~，中间用单个点分隔，或加引号",
    },
    quoted: {
      en: '“{part}” is no quoted string: it must end with the second quote',
      'zh-cn': '“{part}”不是合法的引号字符串：必须以第二个引号结束',
    },
    domain: {
      en: '“{part}” is no domain: labels of letters, digits and inner hyphens with single dots between',
      'zh-cn': '“{part}”不是合法的域名：各级由字母、数字和中间的连字符组成，用单个点分隔',
    },
    underscore: {
      en: 'The domain label “{part}” has an underscore, which no host name may have',
      'zh-cn': '域名标签“{part}”含有下划线，主机名中不允许',
    },
    label: {
      en: 'The domain label “{part}” has more than 63 characters',
      'zh-cn': '域名标签“{part}”超过 63 个字符',
    },
    literal: {
      en: '{part} is no address literal: [192.0.2.1] or [IPv6:2001:db8::1]',
      'zh-cn': '{part} 不是合法的地址字面量：应如 [192.0.2.1] 或 [IPv6:2001:db8::1]',
    },
    tag: {
      en: 'The kind of the address literal {part} is not registered: only IPv6 is',
      'zh-cn': '地址字面量 {part} 的类型未注册：只有 IPv6 已注册',
    },
    needless: {
      en: '{part} needs no quotes: <{with}>',
      'zh-cn': '{part} 无需加引号：<{with}>',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.2' },
    { rfc: 5321, section: '4.1.3' },
    { rfc: 5321, section: '2.3.5' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxAddressPage = (): RulePage => ({
  code: 'syntax.address',
  explanation: {
    en: 'A mailbox is a local part, `@`, and a domain or an address literal. The local part is words with single dots between, or a quoted string; the domain is labels of letters, digits and hyphens. Servers differ in what else they take, so such an address works with one and not with the next.',
    'zh-cn':
      '邮箱由本地部分、`@` 以及域名或地址字面量组成。本地部分是用单个点分隔的词，或加引号的字符串；域名由字母、数字和连字符的标签组成。服务器对其他写法的容忍各不相同，因此这样的地址可能在一处有效、在另一处无效。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice..smith@example.com>
S: 501 5.1.7 Bad sender address syntax
${QUIT}`,
    good: `${opened()}${delivered('MAIL FROM:<"alice..smith"@example.com>', 'RCPT TO:<bob+list@[192.0.2.1]>')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || !isJudgeable(exchange) || isEmptyRecipient(exchange)) continue;
    const { said } = exchange.command;
    const { address, start } = readPath(exchange.command);
    const fault = faultOf(exchange, address);
    if (fault === undefined) yield* inNeedlessQuotes(step, exchange);
    if (fault === undefined || (address.includes('..') && mayBeUtf8(exchange, step.before))) continue;
    const part = address.slice(fault.start, fault.end);
    yield {
      variant: fault.kind,
      values: { address, part, verb: nameOf(exchange) },
      span: locate(said, start + fault.start, start + fault.end),
      related: answer(exchange),
      // A local name and an underscore are taken nearly everywhere.
      ...(MILD.has(fault.kind) && { severity: accepted(exchange) ? ('information' as const) : ('warning' as const) }),
      step,
    };
  }
}

const MILD: ReadonlySet<string> = new Set(['no-domain', 'underscore', 'tag']);

function* inNeedlessQuotes(step: Step, { command }: CommandExchange): Generator<Problem> {
  const { address, start } = readPath(command);
  const bare = needlesslyQuoted(address);
  if (bare === undefined) return;
  const { start: from, at } = mailboxParts(address);
  yield {
    variant: 'needless',
    values: { part: address.slice(from, at), with: `${address.slice(0, from)}${bare}${address.slice(at)}` },
    span: locate(command.said, start + from, start + at),
    related: [],
    severity: 'hint',
    step,
  };
}

function faultOf(
  exchange: CommandExchange,
  address: string,
): { readonly kind: AddressFault['kind'] | 'unclosed'; readonly start: number; readonly end: number } | undefined {
  return isUnclosed(exchange) ? { kind: 'unclosed', start: 0, end: address.length } : addressFault(address);
}

/** Certain are a literal that lacks only its tag, and a bracket that was forgotten at the end of the line. */
function fixes(at: Mending): Fix[] {
  const { command } = at.exchange;
  const { problem } = at;
  const { text } = command.said;
  if (problem.variant === 'unclosed') {
    const closed = `${text.trimEnd()}>`;
    const { address } = readPath({ ...command, said: { ...command.said, text: closed } });
    if (addressFault(address) !== undefined) return [];
    return rewriteCommand(at, closed, { title: 'write-as', values: { with: `<${address}>` } });
  }
  if (problem.variant === 'needless') {
    const right = String(problem.values.with);
    const { start, end } = readPath(command);
    return rewriteCommand(at, `${text.slice(0, start)}${right}${text.slice(end)}`, {
      title: 'write-as',
      values: { with: `<${right}>` },
    });
  }
  if (problem.variant !== 'literal') return [];
  const part = String(problem.values.part);
  const inside = part.replace(/^\[|\]$/g, '');
  const right = isIpv6(inside) ? `[IPv6:${inside}]` : isIpv4(inside) ? `[${inside}]` : undefined;
  if (right === undefined || hostFault(right) !== undefined) return [];
  return rewriteCommand(at, text.replace(part, right), { title: 'write-as', values: { with: right } });
}
