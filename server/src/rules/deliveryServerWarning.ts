import { deliveryRule } from './deliveryRule';
import type { RulePage } from './rule';

export const deliveryServerWarning = /* @__PURE__ */ deliveryRule({
  category: 'delivery',
  code: 'delivery.server-warning',
  severity: 'information',
  title: { en: 'The mail server complains', 'zh-cn': '邮件服务器告警' },
  messages: {
    default: { en: 'The mail server’s own words: {reason}', 'zh-cn': '邮件服务器的原话：{reason}' },
  },
  sources: [{ document: 'Postfix postlogd and msg(3)', url: 'https://www.postfix.org/DEBUG_README.html#logging' }],
  tell({ action, fault, reason = '' }) {
    if (action !== 'warning' || fault !== undefined) return undefined;
    if (/^(?:fatal|panic|error): |^SYSERR/.test(reason)) return { severity: 'warning' };
    // Clients whose names do not match their addresses are so common that they only drown the rest.
    return /^warning: (?:hostname |\S+: hostname |\S+: address not listed)/.test(reason) ? { severity: 'hint' } : {};
  },
});

export const deliveryServerWarningPage = (): RulePage => ({
  code: 'delivery.server-warning',
  explanation: {
    en: 'A line in which the mail server itself asks for attention: a frozen or held message, a table that cannot be read, a name that does not resolve, a program that failed. Errors that stop a service are warnings here, the rest is information.',
    'zh-cn':
      '邮件服务器自身要求注意的日志行：被冻结或搁置的邮件、无法读取的表、无法解析的名称、失败的程序。使服务停止的错误在此为警告，其余为信息。',
  },
  examples: {
    bad: `* delivery warning reason="fatal: open database /etc/aliases.db: No such file or directory"
`,
    good: `* delivery received queue=4bXyZ1 client=mail.example.net[192.0.2.7]
`,
  },
});
