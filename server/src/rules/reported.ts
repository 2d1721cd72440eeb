/**
 * Mistakes in the protocol which a server's log of events reports: the dialogue is not shown, so the server's word is all
 * there is. One rule per category.
 */
import type { Localized } from '../reference/entry';
import type { Session } from '../transcript/reader';
import type { DeliveryFault, Exchange } from '../transcript/transcript';
import { whole } from './about';
import { deliveryRule } from './deliveryRule';
import type { Category, Problem, Rule, RulePage, RuleSource, Severity } from './rule';

interface Reported {
  readonly category: Category;
  readonly severity: Severity;
  readonly title: Localized;
  readonly messages: Partial<Record<DeliveryFault, Localized>>;
  readonly sources: readonly RuleSource[];
}

function reported(rule: Reported): Rule {
  return deliveryRule({
    ...rule,
    code: `${rule.category}.reported`,
    tell: ({ fault }) => (fault !== undefined && fault in rule.messages ? { variant: fault } : undefined),
  });
}

/** The near miss of each. */
const GOOD = '* delivery received queue=4bXyZ1 client=mail.example.net[192.0.2.7]\n';

const outOfStep = /* @__PURE__ */ reported({
  category: 'sequence',
  severity: 'warning',
  title: { en: 'The server reports a client out of step', 'zh-cn': '服务器报告客户端违反顺序' },
  messages: {
    'early-talker': {
      en: 'The client did not wait for the greeting: {reason}',
      'zh-cn': '客户端没有等待问候语：{reason}',
    },
    pipelining: {
      en: 'The client sent on before it was answered: {reason}',
      'zh-cn': '客户端未等到回复就继续发送：{reason}',
    },
    order: { en: 'The client’s command came out of order: {reason}', 'zh-cn': '客户端的命令顺序错误：{reason}' },
  },
  sources: [
    { rfc: 5321, section: '4.3.1' },
    { rfc: 2920, section: '3.1' },
  ],
});

export const sequenceReported: Rule = {
  ...outOfStep,
  needs: ['delivery', 'tool-error'],
  *check(session, ...rest): Generator<Problem> {
    yield* outOfStep.check(session, ...rest);
    yield* unseenPipelining(session);
  },
};

/** Servers write a dialogue as they worked it off: that the client did not wait is then only in their own words. */
function* unseenPipelining({ steps }: Session): Generator<Problem> {
  if (
    steps.some(({ exchange, faults }) => isSentAhead(exchange) || faults.some(({ type }) => type === 'before-greeting'))
  )
    return;
  for (const step of steps) {
    if (step.exchange.kind !== 'event') continue;
    const { told } = step.exchange;
    if (told.event.type !== 'error' || told.event.about !== 'pipelining') continue;
    yield {
      variant: 'pipelining',
      values: { reason: told.event.message.slice(0, 200) },
      span: whole(told),
      related: [],
      step,
    };
    return;
  }
}

function isSentAhead(exchange: Exchange): boolean {
  return exchange.kind === 'command' && exchange.sentBeforeReplyTo !== undefined;
}

export const sequenceReportedPage = (): RulePage => ({
  code: 'sequence.reported',
  explanation: {
    en: 'SMTP is a conversation: the client waits for the greeting, for the answer to each command unless the server offers PIPELINING, and even then for the answers to EHLO, DATA, STARTTLS and the like. Programs that only pour out their text are mostly spam senders; a honest one is broken and should be mended.',
    'zh-cn':
      'SMTP 是一问一答：客户端要等待问候语，除非服务器提供 PIPELINING，还要等待每条命令的回复；即便如此，EHLO、DATA、STARTTLS 等命令的回复也必须等待。只顾倾倒文本的程序多半在发垃圾邮件；若是正当程序，则它有错误，应当修正。',
  },
  examples: {
    bad: `* delivery warning client=unknown[192.0.2.7] fault=pipelining reason="improper command pipelining after EHLO from unknown[192.0.2.7]"
`,
    good: GOOD,
  },
});

export const syntaxReported = /* @__PURE__ */ reported({
  category: 'syntax',
  severity: 'warning',
  title: { en: 'The server reports a malformed command', 'zh-cn': '服务器报告命令格式错误' },
  messages: {
    'other-protocol': { en: 'The client does not speak SMTP: {reason}', 'zh-cn': '客户端说的不是 SMTP：{reason}' },
    'unknown-command': {
      en: 'The client sent an unknown command: {reason}',
      'zh-cn': '客户端发送了未知命令：{reason}',
    },
    syntax: { en: 'The client’s command is malformed: {reason}', 'zh-cn': '客户端的命令格式错误：{reason}' },
  },
  sources: [{ rfc: 5321, section: '4.1.1' }],
});

export const syntaxReportedPage = (): RulePage => ({
  code: 'syntax.reported',
  explanation: {
    en: 'The server could not read what the client sent as a command: another protocol (HTTP from a scanner or a misused browser, TLS on a port that begins in the clear), a misspelled verb, an argument that RFC 5321 does not allow.',
    'zh-cn':
      '服务器无法把客户端发送的内容读作命令：其他协议（扫描器或被滥用的浏览器发出的 HTTP、在明文端口上发起的 TLS）、拼错的动词，或 RFC 5321 不允许的参数。',
  },
  examples: {
    bad: `* delivery warning client=unknown[192.0.2.7] fault=other-protocol reason="non-SMTP command from unknown[192.0.2.7]: GET / HTTP/1.1"
`,
    good: GOOD,
  },
});

export const framingReported = /* @__PURE__ */ reported({
  category: 'framing',
  severity: 'warning',
  title: { en: 'The server reports a bare line feed', 'zh-cn': '服务器报告单独的换行符' },
  messages: {
    'bare-newline': { en: 'A line ended without CRLF: {reason}', 'zh-cn': '有一行没有以 CRLF 结尾：{reason}' },
  },
  sources: [{ rfc: 5321, section: '2.3.8' }],
});

export const framingReportedPage = (): RulePage => ({
  code: 'framing.reported',
  explanation: {
    en: 'Lines end with CR LF and nothing else. Servers that took a bare LF for a line end could be made to see two messages where the sender’s server saw one (SMTP smuggling), so they refuse or log it now.',
    'zh-cn':
      '行只能以 CR LF 结尾。若服务器把单独的 LF 当作行尾，就可能在发送方服务器看到一封邮件的地方看到两封（SMTP 走私），因此现在会拒绝或记录。',
  },
  examples: {
    bad: `* delivery warning client=[192.0.2.7]:40000 fault=bare-newline reason="BARE NEWLINE from [192.0.2.7]:40000 after EHLO"
`,
    good: GOOD,
  },
});

export const tlsReported = /* @__PURE__ */ reported({
  category: 'tls',
  severity: 'information',
  title: { en: 'The server reports a failed TLS handshake', 'zh-cn': '服务器报告 TLS 握手失败' },
  messages: { tls: { en: 'TLS could not be established: {reason}', 'zh-cn': '无法建立 TLS：{reason}' } },
  sources: [
    { rfc: 3207, section: '4' },
    { rfc: 8314, section: '4.1' },
  ],
});

export const tlsReportedPage = (): RulePage => ({
  code: 'tls.reported',
  explanation: {
    en: 'Both sides could not agree on TLS: no common version or cipher, a certificate that one side does not accept, a client that hung up. Scanners cause most of these lines; for a real partner look at the versions and the certificate.',
    'zh-cn':
      '双方未能就 TLS 达成一致：没有共同的版本或密码套件、一方不接受证书，或客户端挂断。这类日志大多由扫描器引起；若对方是真实的邮件伙伴，请检查版本和证书。',
  },
  examples: {
    bad: `* delivery warning client=unknown[192.0.2.7] fault=tls reason="SSL_accept error from unknown[192.0.2.7]: -1"
`,
    good: GOOD,
  },
});

export const authReported = /* @__PURE__ */ reported({
  category: 'auth',
  severity: 'warning',
  title: { en: 'The server reports a failed login', 'zh-cn': '服务器报告登录失败' },
  messages: { auth: { en: 'A login failed: {reason}', 'zh-cn': '登录失败：{reason}' } },
  sources: [{ rfc: 4954, section: '4' }],
});

export const authReportedPage = (): RulePage => ({
  code: 'auth.reported',
  explanation: {
    en: 'A client gave a user name or a password that the server does not accept. One now and then is a typing error or a device with an old password; many from strange addresses are somebody guessing.',
    'zh-cn':
      '客户端提供的用户名或密码未被服务器接受。偶尔一次是输入错误或设备保存了旧密码；来自陌生地址的大量失败则是有人在猜测密码。',
  },
  examples: {
    bad: `* delivery warning client=unknown[192.0.2.7] fault=auth reason="SASL LOGIN authentication failed"
`,
    good: GOOD,
  },
});
