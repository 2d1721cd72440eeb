import type { ReplyCodeEntry } from '../entry';
import { scenario523, scenario524, scenario525 } from '../scenarios/authentication';
import { scenario422 } from '../scenarios/bounceLists';
import { scenario430, scenario533 } from '../scenarios/envelope';

/** Numbers that no RFC defines for a command, but the IANA registry of enhanced codes mentions. */
export const registryOnlyReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '422',
    code: 422,
    title: {
      en: 'Password transition (registry), or mailbox full (some systems)',
      'zh-cn': '需转换密码（注册表）或邮箱已满（部分系统）',
    },
    meaning: {
      en:
        'No SMTP standard defines 422 for a command. The IANA registry associates it with X.7.12 (password ' +
        'transition), while bounce lists use it for a recipient over quota.',
      'zh-cn':
        '没有任何 SMTP 标准为命令定义 422。IANA 注册表把它与 X.7.12（需转换密码）关联；而各种退信代码表用它表示收件' +
        '人超出配额。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en:
        "- In bounces and bulk-mail reports, meaning that the recipient's mailbox is over its limit.\n" +
        '- Hardly ever in a live session; servers use 452 or 552 with X.2.2 there.',
      'zh-cn':
        '- 出现在退信和群发报告中，表示收件人邮箱超出限额。\n' +
        '- 实时会话中极少见；服务器一般用 452 或 552 配 X.2.2。',
    },
    howToFix: {
      en:
        '- Trust the text and the enhanced code more than the number.\n' +
        '- Mailbox full: the recipient must make room; retry for some days, then drop the address.',
      'zh-cn': '- 文字和增强代码比这个数字更可信。\n' + '- 邮箱已满：须由收件人清理；可重试数日，之后移除该地址。',
    },
    compareWith: [
      {
        key: '452',
        difference: {
          en: '452 is the standard temporary code for lack of storage.',
          'zh-cn': '452 才是存储不足的标准临时代码。',
        },
      },
      {
        key: '432',
        difference: {
          en: '432 is the standard code for a password transition.',
          'zh-cn': '432 才是需转换密码的标准代码。',
        },
      },
    ],
    scenarios: [scenario422],
    seeAlso: ['432', '452', '552', 'X.7.12', 'X.2.2'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-message'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '430',
    code: 430,
    title: { en: 'Invalid command, temporary (registry only)', 'zh-cn': '无效命令（临时，仅见于注册表）' },
    meaning: {
      en:
        'No RFC defines 430; the IANA registry only lists it among the codes seen with X.5.1 (invalid command). ' +
        'Treat it as any other 4yz: not now, try again.',
      'zh-cn':
        '没有 RFC 定义 430；IANA 注册表仅把它列为与 X.5.1（无效命令）同现的代码之一。按一般 4yz 处理：现在不行，稍' +
        '后再试。',
    },
    answers: ['ANY'],
    whenYouSeeIt: {
      en: '- Rarely, from servers that complain about the order or kind of a command and still allow a retry.',
      'zh-cn': '- 很少见；服务器对命令的顺序或种类不满、但仍允许重试时使用。',
    },
    howToFix: {
      en: '- Read the text, check the order of the commands before it, and retry later.',
      'zh-cn': '- 阅读文字，检查之前的命令顺序，稍后重试。',
    },
    compareWith: [
      {
        key: '503',
        difference: {
          en: '503 is the standard and permanent code for a command out of sequence.',
          'zh-cn': '503 才是命令顺序错误的标准永久代码。',
        },
      },
    ],
    scenarios: [scenario430],
    seeAlso: ['503', '500', 'X.5.1'],
    guides: ['smtp-reply-codes'],
    glossary: ['status-code'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '523',
    code: 523,
    title: { en: 'Encryption needed', 'zh-cn': '需要加密' },
    meaning: {
      en:
        'The registry ties 523 to X.7.10: the chosen authentication mechanism needs an encrypted connection. ' +
        'Bulk-mail lists use the same number for "message too large".',
      'zh-cn': '注册表把 523 与 X.7.10 关联：所选验证机制需要加密连接。群发行业的代码表则用同一数字表示“邮件过大”。',
    },
    answers: ['AUTH', 'MESSAGE'],
    whenYouSeeIt: {
      en:
        '- `AUTH PLAIN` or `LOGIN` on a connection without TLS (`523 5.7.10`); most servers say 530 or 538 instead.\n' +
        "- In bounce reports: the total size exceeds the recipient's limit.",
      'zh-cn':
        '- 未启用 TLS 就 `AUTH PLAIN` 或 `LOGIN`（`523 5.7.10`）；多数服务器改用 530 或 538。\n' +
        '- 在退信报告中：总大小超过收件方限制。',
    },
    howToFix: {
      en:
        '- Client: `STARTTLS`, `EHLO`, then `AUTH`, or use port 465.\n' +
        '- Size meant? Shrink or link the attachment.',
      'zh-cn': '- 客户端：先 `STARTTLS`、`EHLO`，再 `AUTH`；或用 465 端口。\n' + '- 若指大小：缩小附件或改发链接。',
    },
    compareWith: [
      {
        key: '538',
        difference: {
          en: '538 is the code of RFC 4954 (now historical) for the same complaint.',
          'zh-cn': '538 是 RFC 4954 中表达同一问题的代码（现属历史）。',
        },
      },
      {
        key: '530',
        difference: {
          en: '530 refuses any command until TLS or login; 523 only the mechanism.',
          'zh-cn': '530 在启用 TLS 或登录前拒绝任何命令；523 只拒绝该机制。',
        },
      },
      {
        key: '552',
        difference: { en: '552 is the standard code for size.', 'zh-cn': '大小问题的标准代码是 552。' },
      },
    ],
    scenarios: [scenario523],
    seeAlso: ['538', '530', '552', 'STARTTLS', 'AUTH', 'X.7.10'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls', 'smtp-authentication'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5248', section: '2.4', url: 'https://www.rfc-editor.org/rfc/rfc5248.html#section-2.4' },
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '524',
    code: 524,
    title: { en: 'Encryption required for this mechanism (registry only)', 'zh-cn': '该机制要求加密（仅见于注册表）' },
    meaning: {
      en:
        'No RFC defines 524 for a command; the registry lists it with X.7.11, next to 538: this mechanism is only ' +
        'allowed inside TLS.',
      'zh-cn': '没有 RFC 为命令定义 524；注册表把它与 538 一起列在 X.7.11 下：该机制只允许在 TLS 内使用。',
    },
    answers: ['AUTH'],
    whenYouSeeIt: {
      en: '- `AUTH` with a clear-text mechanism before `STARTTLS`. Rare.',
      'zh-cn': '- 在 `STARTTLS` 之前使用明文机制 `AUTH`。很少见。',
    },
    howToFix: {
      en: '- Client: start TLS, send `EHLO`, then `AUTH`.',
      'zh-cn': '- 客户端：先启动 TLS，发送 `EHLO`，再 `AUTH`。',
    },
    compareWith: [
      {
        key: '538',
        difference: { en: '538 is the number that RFC 4954 gives.', 'zh-cn': 'RFC 4954 给出的数字是 538。' },
      },
    ],
    scenarios: [scenario524],
    seeAlso: ['538', '523', '530', 'STARTTLS', 'X.7.11'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '525',
    code: 525,
    title: { en: 'User account disabled (registry only)', 'zh-cn': '用户账户已停用（仅见于注册表）' },
    meaning: {
      en:
        'The login was right, but the account has been disabled by its administrator; the registry lists 525 with ' +
        'X.7.13.',
      'zh-cn': '登录信息正确，但账户已被管理员停用；注册表把 525 与 X.7.13 关联。',
    },
    answers: ['AUTH'],
    whenYouSeeIt: {
      en:
        '- `AUTH` for an account that is blocked for abuse, lack of payment or a suspected break-in (`525 5.7.13`).\n' +
        '- Many servers say 535 instead, so as to tell nothing to a guesser.',
      'zh-cn':
        '- 账户因滥用、欠费或疑似被盗而被封时的 `AUTH`（`525 5.7.13`）。\n' +
        '- 许多服务器改用 535，以免向猜测者泄露信息。',
    },
    howToFix: {
      en:
        '- User: contact the administrator; another password does not help. Client: do not ask for the password ' +
        'again.',
      'zh-cn': '- 用户：联系管理员；换密码无济于事。客户端：不要再次提示输入密码。',
    },
    compareWith: [
      {
        key: '535',
        difference: {
          en: '535: wrong credentials. 525: right ones, closed account.',
          'zh-cn': '535：凭据错误。525：凭据正确，账户已停用。',
        },
      },
    ],
    scenarios: [scenario525],
    seeAlso: ['535', 'AUTH', 'X.7.13'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5248', section: '2.4', url: 'https://www.rfc-editor.org/rfc/rfc5248.html#section-2.4' },
    ],
  },
  {
    kind: 'reply-code',
    key: '533',
    code: 533,
    title: { en: 'Delivery not authorised (registry only)', 'zh-cn': '投递未获授权（仅见于注册表）' },
    meaning: {
      en: 'No RFC defines 533; the registry lists it among the codes seen with X.7.1 (delivery not authorised).',
      'zh-cn': '没有 RFC 定义 533；注册表把它列为与 X.7.1（投递未获授权）同现的代码之一。',
    },
    answers: ['ANY'],
    whenYouSeeIt: {
      en: '- A policy refuses this sender or recipient. Rare; 550 or 554 with 5.7.1 is usual.',
      'zh-cn': '- 策略拒绝该发件人或收件人。很少见；通常用 550 或 554 配 5.7.1。',
    },
    howToFix: {
      en: '- Read the text for the policy and ask the receiving side; do not retry unchanged.',
      'zh-cn': '- 从文字中了解策略并联系收件方；不要原样重试。',
    },
    compareWith: [
      {
        key: '550',
        difference: { en: '550 is the standard code for a refusal by policy.', 'zh-cn': '策略拒绝的标准代码是 550。' },
      },
    ],
    scenarios: [scenario533],
    seeAlso: ['550', '554', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    glossary: ['smtp-relay'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
