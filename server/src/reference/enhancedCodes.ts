import { addressStatuses } from './enhancedCodes/address';
import { contentStatuses } from './enhancedCodes/content';
import { mailboxAndSystemStatuses } from './enhancedCodes/mailboxAndSystem';
import { networkStatuses } from './enhancedCodes/network';
import { policyStatuses } from './enhancedCodes/policy';
import { protocolStatuses } from './enhancedCodes/protocol';
import { securityStatuses } from './enhancedCodes/security';
import type { EnhancedCodeEntry } from './entry';
import type { DigitMeaning } from './replyTheory';

/** The whole IANA registry of enumerated SMTP enhanced status codes. */
export const enhancedCodes: readonly EnhancedCodeEntry[] = [
  ...addressStatuses,
  ...mailboxAndSystemStatuses,
  ...networkStatuses,
  ...protocolStatuses,
  ...contentStatuses,
  ...securityStatuses,
  ...policyStatuses,
];

/** The first number of an enhanced status code (RFC 3463, section 2). */
export const enhancedClasses: Readonly<Record<string, DigitMeaning>> = {
  2: {
    title: { en: 'Success', 'zh-cn': '成功' },
    meaning: {
      en: 'The action succeeded; the detail may report something that happened on the way, such as a conversion.',
      'zh-cn': '操作成功；细节部分可能说明途中发生的事情，例如内容转换。',
    },
    sources: [
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  4: {
    title: { en: 'Persistent transient failure', 'zh-cn': '持续性临时失败' },
    meaning: {
      en:
        'Not now: the message is fine as it is, and a later attempt may succeed. In a bounce it means that ' +
        'attempts were given up or are still going on.',
      'zh-cn': '暂时失败：邮件本身没有问题，稍后重试可能成功。出现在退信中，表示已放弃或仍在重试。',
    },
    sources: [
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  5: {
    title: { en: 'Permanent failure', 'zh-cn': '永久失败' },
    meaning: {
      en: 'Sending the same message again will fail again; the message, the address or a setting must change first.',
      'zh-cn': '原样重发仍会失败；必须先更改邮件、地址或某项设置。',
    },
    sources: [
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
};

/** The second number of an enhanced status code (RFC 3463, section 3). */
export const enhancedSubjects: Readonly<Record<string, DigitMeaning>> = {
  0: {
    title: { en: 'Other or undefined', 'zh-cn': '其他或未定义' },
    meaning: { en: 'Nothing is said about where the cause lies.', 'zh-cn': '没有说明原因所在。' },
    sources: [{ document: 'RFC 3463', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.1' }],
  },
  1: {
    title: { en: 'Addressing', 'zh-cn': '地址' },
    meaning: {
      en: 'The address of sender or recipient: its spelling, its existence, its domain. The sender can usually mend it.',
      'zh-cn': '发件人或收件人的地址：写法、是否存在、域名。通常由发件方修正。',
    },
    sources: [{ document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' }],
  },
  2: {
    title: { en: 'Mailbox', 'zh-cn': '邮箱' },
    meaning: {
      en: "The state of the recipient's mailbox. The recipient can usually mend it.",
      'zh-cn': '收件人邮箱的状态。通常由收件人解决。',
    },
    sources: [{ document: 'RFC 3463', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.3' }],
  },
  3: {
    title: { en: 'Mail system', 'zh-cn': '邮件系统' },
    meaning: {
      en: 'The receiving system as a whole. Its administrator can mend it.',
      'zh-cn': '整个收件系统。由其管理员解决。',
    },
    sources: [{ document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' }],
  },
  4: {
    title: { en: 'Network and routing', 'zh-cn': '网络与路由' },
    meaning: {
      en: 'The way between the servers: DNS, connections, routes, loops, time.',
      'zh-cn': '服务器之间的路径：DNS、连接、路由、循环、时限。',
    },
    sources: [{ document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' }],
  },
  5: {
    title: { en: 'Mail delivery protocol', 'zh-cn': '邮件传输协议' },
    meaning: {
      en:
        'The SMTP dialogue itself: order, form and arguments of commands. The programmer of the client can usually ' +
        'mend it.',
      'zh-cn': 'SMTP 对话本身：命令的顺序、写法和参数。通常由客户端开发者修正。',
    },
    sources: [{ document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' }],
  },
  6: {
    title: { en: 'Message content or media', 'zh-cn': '邮件内容或媒体' },
    meaning: {
      en: 'The content: its format, its conversion, its character set.',
      'zh-cn': '内容：格式、转换、字符集。',
    },
    sources: [{ document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' }],
  },
  7: {
    title: { en: 'Security or policy', 'zh-cn': '安全或策略' },
    meaning: {
      en: 'Who may send what to whom: authentication, encryption, filters, sender checks.',
      'zh-cn': '谁可以向谁发送什么：身份验证、加密、过滤、发件方校验。',
    },
    sources: [{ document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' }],
  },
};
