import type { EnhancedCodeEntry } from '../entry';

/** X.0.0 and X.1.z: nothing known, and addresses. */
export const addressStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.0.0',
    title: { en: 'Other or undefined status', 'zh-cn': '其他或未定义的状态' },
    meaning: {
      en:
        'Only the class is known: the first digit says success, try later or final, and nothing more. `2.0.0` is ' +
        'the usual "queued" after a message.',
      'zh-cn':
        '只知道类别：首位数字说明成功、稍后再试或永久失败，除此之外没有更多信息。邮件结束后的 `2.0.0` 通常表示“已入' +
        '队”。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en:
        '- `250 2.0.0` after the message, `RSET`, `NOOP`; `221 2.0.0` to `QUIT`.\n' +
        '- `4.0.0`, `5.0.0`: a server or library that has no better code.',
      'zh-cn':
        '- 邮件结束、`RSET`、`NOOP` 之后的 `250 2.0.0`；对 `QUIT` 的 `221 2.0.0`。\n' +
        '- `4.0.0`、`5.0.0`：服务器或程序库没有更合适的代码。',
    },
    howToFix: {
      en: '- Go by the text of the reply; look for the queue id or the reason there.',
      'zh-cn': '- 以应答文字为准，从中找队列 ID 或原因。',
    },
    compareWith: [
      {
        key: 'X.3.0',
        difference: {
          en: 'X.3.0 at least blames the mail system; X.0.0 blames nothing.',
          'zh-cn': 'X.3.0 至少指向邮件系统；X.0.0 什么也不指。',
        },
      },
    ],
    seeAlso: ['250', '221', 'X.3.0'],
    guides: ['smtp-reply-codes'],
    glossary: ['smtp-enhanced-status-codes'],
    sources: [
      { document: 'RFC 3463', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.1' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.0',
    title: { en: 'Other address status', 'zh-cn': '其他地址问题' },
    meaning: {
      en: 'Something about an address, of sender or recipient, caused the reply; `2.1.0` simply accepts the sender.',
      'zh-cn': '发件人或收件人的地址方面有情况；`2.1.0` 则只是接受发件人。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- `250 2.1.0` to `MAIL`.\n' + '- `550 5.1.0`: address rejected without details, often a sender policy.',
      'zh-cn': '- 对 `MAIL` 的 `250 2.1.0`。\n' + '- `550 5.1.0`：地址被拒但不给细节，常为发件人策略。',
    },
    howToFix: {
      en: '- Check both addresses: spelling, domain, whether this login may use the sender.',
      'zh-cn': '- 检查两个地址：拼写、域名，以及登录用户能否使用该发件人。',
    },
    compareWith: [
      {
        key: 'X.1.1',
        difference: {
          en: "X.1.1 says precisely that the recipient's mailbox does not exist.",
          'zh-cn': 'X.1.1 明确表示收件邮箱不存在。',
        },
      },
    ],
    seeAlso: ['MAIL', '250', '550', '510'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['forward-path'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.1',
    title: { en: 'Bad destination mailbox address', 'zh-cn': '收件邮箱不存在' },
    meaning: {
      en: 'The part before the `@` of the recipient is unknown at the destination: no such user.',
      'zh-cn': '收件人 `@` 之前的部分在目的地不存在：没有该用户。',
    },
    basicCodes: [451, 550],
    whenYouSeeIt: {
      en:
        '- `550 5.1.1` to `RCPT`, or in a bounce: misspelt, left the company, or never existed.\n' +
        '- Exchange and Gmail say it too when an address list or alias has not been synchronised.',
      'zh-cn':
        '- 对 `RCPT` 的 `550 5.1.1` 或退信中：拼写错误、已离职或从未存在。\n' +
        '- 地址列表或别名尚未同步时，Exchange 和 Gmail 也会这样回答。',
    },
    howToFix: {
      en:
        '- User: check the address. List owner: remove it now; many 5.1.1 ruin your reputation.\n' +
        '- Administrator of the receiving side: create the mailbox, alias or relay recipient map entry.',
      'zh-cn':
        '- 用户：核对地址。名单管理者：立即移除；大量 5.1.1 会损害信誉。\n' +
        '- 收件方管理员：创建邮箱、别名或中继收件人映射。',
    },
    compareWith: [
      {
        key: 'X.1.2',
        difference: { en: 'X.1.2 is about the domain after the `@`.', 'zh-cn': 'X.1.2 针对 `@` 之后的域。' },
      },
      {
        key: 'X.2.1',
        difference: { en: 'X.2.1: the mailbox exists but is switched off.', 'zh-cn': 'X.2.1：邮箱存在但已停用。' },
      },
    ],
    seeAlso: ['550', 'RCPT', 'X.1.6', '511'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-rate'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.2',
    title: { en: 'Bad destination system address', 'zh-cn': '收件域无效' },
    meaning: {
      en: 'The domain after the `@` does not exist or cannot take mail.',
      'zh-cn': '`@` 之后的域不存在或无法收信。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- No DNS entry (NXDOMAIN), or neither MX nor address record: misspelt or expired domain.',
      'zh-cn': '- DNS 查不到（NXDOMAIN），或没有 MX 也没有地址记录：拼写错误或域名过期。',
    },
    howToFix: {
      en: '- User: correct the domain. Domain owner: publish MX records, renew the domain.',
      'zh-cn': '- 用户：改正域名。域名所有者：发布 MX 记录、续费域名。',
    },
    compareWith: [
      {
        key: 'X.1.10',
        difference: {
          en: 'X.1.10: the domain says by a null MX that it takes no mail.',
          'zh-cn': 'X.1.10：该域用空 MX 声明不收信。',
        },
      },
      {
        key: 'X.4.4',
        difference: {
          en: 'X.4.4: no route could be found just now; the domain may exist.',
          'zh-cn': 'X.4.4：暂时找不到路由；域可能存在。',
        },
      },
    ],
    seeAlso: ['550', '512', 'X.4.4'],
    guides: ['dns-record-types'],
    glossary: ['mx-record'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.3',
    title: { en: 'Bad destination mailbox address syntax', 'zh-cn': '收件地址语法错误' },
    meaning: { en: "The recipient's address is malformed.", 'zh-cn': '收件人地址格式有误。' },
    basicCodes: [501],
    whenYouSeeIt: {
      en:
        '- A space, two `@`, a missing domain, brackets or a display name inside the address.\n' +
        '- Non-ASCII letters without `SMTPUTF8`.',
      'zh-cn': '- 含空格、两个 `@`、缺少域名，或地址里混入尖括号、显示名。\n' + '- 未用 `SMTPUTF8` 的非 ASCII 字符。',
    },
    howToFix: {
      en: '- Client: validate and trim addresses before `RCPT`; one address a command.',
      'zh-cn': '- 客户端：`RCPT` 之前校验并去除多余字符；每条命令一个地址。',
    },
    compareWith: [
      {
        key: 'X.1.1',
        difference: { en: 'X.1.1: well formed, but unknown.', 'zh-cn': 'X.1.1：格式正确但不存在。' },
      },
      {
        key: 'X.1.7',
        difference: { en: 'X.1.7 says the same of the sender.', 'zh-cn': 'X.1.7 针对发件人。' },
      },
    ],
    seeAlso: ['501', '553', 'RCPT'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['forward-path'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.4',
    title: { en: 'Destination mailbox address ambiguous', 'zh-cn': '收件地址有歧义' },
    meaning: {
      en: 'The address fits more than one recipient at the destination.',
      'zh-cn': '该地址在目的地匹配多个收件人。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Servers that match by similar names; rare. Exchange: two objects share one address.',
      'zh-cn': '- 按相近名称匹配的服务器；很少见。Exchange：两个对象共用一个地址。',
    },
    howToFix: {
      en: '- User: use the full, exact address. Administrator: remove the duplicate.',
      'zh-cn': '- 用户：使用完整准确的地址。管理员：删除重复项。',
    },
    compareWith: [
      {
        key: 'X.1.1',
        difference: { en: 'X.1.1: no match; X.1.4: too many.', 'zh-cn': 'X.1.1：没有匹配；X.1.4：匹配过多。' },
      },
    ],
    seeAlso: ['553', '550'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['forward-path'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.5',
    title: { en: 'Destination address valid', 'zh-cn': '收件地址有效' },
    meaning: { en: 'The recipient was accepted; it is a success code.', 'zh-cn': '收件人已被接受；这是成功代码。' },
    basicCodes: [250],
    whenYouSeeIt: {
      en: '- `250 2.1.5` to `RCPT`, and in positive delivery reports.',
      'zh-cn': '- 对 `RCPT` 的 `250 2.1.5`，以及成功投递报告中。',
    },
    howToFix: { en: '- Nothing to fix. It is no promise of delivery.', 'zh-cn': '- 无需处理。它并不保证送达。' },
    compareWith: [
      {
        key: 'X.1.0',
        difference: { en: '`2.1.0` is the same for the sender.', 'zh-cn': '`2.1.0` 用于发件人。' },
      },
    ],
    seeAlso: ['250', 'RCPT'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['dsn'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.6',
    title: { en: 'Mailbox has moved, no forwarding address', 'zh-cn': '邮箱已迁移，无转发地址' },
    meaning: {
      en: 'The address was good once, but mail for it is no longer accepted.',
      'zh-cn': '该地址曾经有效，但现已不再接收邮件。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- `550 5.1.6` or `551 5.1.6` for users who left; Postfix `relocated` table.',
      'zh-cn': '- 用户离开后的 `550 5.1.6` 或 `551 5.1.6`；Postfix 的 `relocated` 表。',
    },
    howToFix: {
      en: '- User: read the text for a new address. List owner: remove the old one.',
      'zh-cn': '- 用户：查看文字中是否有新地址。名单管理者：移除旧地址。',
    },
    compareWith: [
      {
        key: 'X.1.1',
        difference: { en: 'X.1.1 does not say that it ever existed.', 'zh-cn': 'X.1.1 不说明是否曾经存在。' },
      },
    ],
    seeAlso: ['551', '550', '251'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['forward-path'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.7',
    title: { en: "Bad sender's mailbox address syntax", 'zh-cn': '发件地址语法错误' },
    meaning: { en: 'The address in `MAIL FROM` is malformed.', 'zh-cn': '`MAIL FROM` 中的地址格式有误。' },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Missing angle brackets, a bare user name, an empty variable in a script, a non-ASCII address.',
      'zh-cn': '- 缺尖括号、只有用户名、脚本变量为空、含非 ASCII 字符。',
    },
    howToFix: {
      en: '- Client: send `MAIL FROM:<user@example.com>`; for bounces `<>`.',
      'zh-cn': '- 客户端：写成 `MAIL FROM:<user@example.com>`；退信用 `<>`。',
    },
    compareWith: [
      {
        key: 'X.1.8',
        difference: {
          en: 'X.1.8: well formed, but the domain cannot receive replies.',
          'zh-cn': 'X.1.8：格式正确，但该域无法接收回信。',
        },
      },
      {
        key: 'X.1.3',
        difference: { en: 'X.1.3 says the same of the recipient.', 'zh-cn': 'X.1.3 针对收件人。' },
      },
    ],
    seeAlso: ['501', '553', 'MAIL'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['reverse-path', 'null-sender'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.8',
    title: { en: "Bad sender's system address", 'zh-cn': '发件域无效' },
    meaning: {
      en: 'The domain in `MAIL FROM` does not exist or cannot take a bounce.',
      'zh-cn': '`MAIL FROM` 中的域不存在或无法接收退信。',
    },
    basicCodes: [451, 501],
    whenYouSeeIt: {
      en:
        '- Postfix: `450 4.1.8` or `550 5.1.8` "Sender address rejected: Domain not found".\n' +
        '- Scripts that send as `root@localhost` or `www-data@host.internal`.\n' +
        '- Microsoft 365: `550 5.1.8 Access denied, bad outbound sender`: the account is blocked for spam.',
      'zh-cn':
        '- Postfix：`450 4.1.8` 或 `550 5.1.8`“Sender address rejected: Domain not found”。\n' +
        '- 以 `root@localhost` 或 `www-data@host.internal` 发信的脚本。\n' +
        '- Microsoft 365：`550 5.1.8 Access denied, bad outbound sender`，账户因垃圾邮件被封。',
    },
    howToFix: {
      en:
        '- Client: set a sender in a real domain with MX or A record.\n' +
        '- Microsoft 365 administrator: secure the account, then take it off the restricted users.',
      'zh-cn':
        '- 客户端：把发件人设为有 MX 或 A 记录的真实域。\n' +
        '- Microsoft 365 管理员：先保护账户，再将其从受限用户中移除。',
    },
    compareWith: [
      {
        key: 'X.7.27',
        difference: { en: "X.7.27: the sender's domain declares a null MX.", 'zh-cn': 'X.7.27：发件域声明了空 MX。' },
      },
    ],
    seeAlso: ['450', '550', 'MAIL', 'X.7.27'],
    guides: ['smtp-delivery-failures', 'dns-record-types'],
    glossary: ['reverse-path', 'mx-record'],
    sources: [
      { document: 'RFC 3463', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.9',
    title: { en: 'Relayed to a non-compliant mailer', 'zh-cn': '已中继到不支持的系统' },
    meaning: {
      en:
        'The message went on to a system that cannot report further; its trail ends here. Defined for message ' +
        'tracking.',
      'zh-cn': '邮件已转给无法继续报告的系统，踪迹到此为止。为邮件跟踪而定义。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- `2.1.9` in tracking reports or delivery notifications (action "relayed").',
      'zh-cn': '- 跟踪报告或投递通知中的 `2.1.9`（动作为“relayed”）。',
    },
    howToFix: {
      en: '- Nothing failed. To learn more, ask the operator of the next system.',
      'zh-cn': '- 没有失败。想了解后续，请询问下一系统的管理员。',
    },
    compareWith: [
      {
        key: 'X.1.5',
        difference: {
          en: 'X.1.5 accepts a recipient; X.1.9 reports that the message left the traceable path.',
          'zh-cn': 'X.1.5 接受收件人；X.1.9 报告邮件离开了可跟踪的路径。',
        },
      },
    ],
    seeAlso: ['250', '251'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['dsn', 'smtp-relay'],
    sources: [
      { document: 'RFC 3886', url: 'https://www.rfc-editor.org/rfc/rfc3886.html' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.1.10',
    title: { en: 'Recipient address has null MX', 'zh-cn': '收件域声明空 MX' },
    meaning: {
      en: "The recipient's domain publishes a null MX (`0 .`), which means that it never accepts mail.",
      'zh-cn': '收件域发布了空 MX（`0 .`），表示从不接收邮件。',
    },
    basicCodes: [556],
    whenYouSeeIt: {
      en:
        '- `556 5.1.10` (older servers: `550 5.1.10`) to `RCPT`, or an immediate bounce; often a misspelt, parked ' +
        'domain.\n' +
        '- Microsoft 365 uses `550 5.1.10` for "recipient not found by SMTP address lookup".',
      'zh-cn':
        '- 对 `RCPT` 的 `556 5.1.10`（旧服务器为 `550 5.1.10`）或立即退信；多为拼错的停放域名。\n' +
        '- Microsoft 365 用 `550 5.1.10` 表示“按 SMTP 地址查不到收件人”。',
    },
    howToFix: {
      en: '- User: correct the domain. Domain owner: replace the null MX if mail is wanted.',
      'zh-cn': '- 用户：改正域名。域名所有者：若要收信，请替换空 MX。',
    },
    compareWith: [
      {
        key: 'X.1.2',
        difference: { en: 'X.1.2: no such domain.', 'zh-cn': 'X.1.2：域不存在。' },
      },
      {
        key: 'X.7.27',
        difference: { en: "X.7.27 is about the sender's domain.", 'zh-cn': 'X.7.27 针对发件域。' },
      },
    ],
    seeAlso: ['556', '521'],
    guides: ['dns-record-types'],
    glossary: ['mx-record'],
    sources: [
      { document: 'RFC 7505', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc7505.html#section-4.1' },
      { document: 'RFC 7504', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
