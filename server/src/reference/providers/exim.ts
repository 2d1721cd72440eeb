import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of Exim with its own texts.
 */
export const eximReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'exim-relay-not-permitted',
    title: { en: 'Relaying refused', 'zh-cn': '拒绝中继' },
    provider: 'Exim',
    match: { codes: [550], text: ['relay not permitted'] },
    meaning: {
      en: "The recipient's domain is not local and the client is neither trusted nor logged in.",
      'zh-cn': '收件人域名不属于本机，客户端既不受信任也未登录。',
    },
    action: {
      en: 'Client: log in on the submission port. Administrator: check `local_domains`, `relay_to_domains`, `relay_from_hosts`.',
      'zh-cn': '客户端：在提交端口登录。管理员：检查 `local_domains`、`relay_to_domains`、`relay_from_hosts`。',
    },
    seeAlso: ['550', 'X.7.1'],
    glossary: ['open-relay', 'smtp-relay'],
    sources: [
      {
        document: 'Exim Specification: Access control lists',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-sender-already-given',
    title: { en: 'MAIL inside a transaction', 'zh-cn': '事务中又发 MAIL' },
    provider: 'Exim',
    match: { codes: [503], text: ['sender already given'] },
    meaning: { en: 'A second MAIL came while a transaction was open.', 'zh-cn': '事务尚未结束时又收到 MAIL。' },
    action: { en: 'Client: send RSET before the next MAIL.', 'zh-cn': '客户端：在下一条 MAIL 之前发送 RSET。' },
    seeAlso: ['503', 'MAIL', 'RSET'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'Exim Specification: SMTP processing',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-sender-not-yet-given',
    title: { en: 'MAIL missing', 'zh-cn': '缺少 MAIL' },
    provider: 'Exim',
    match: { codes: [503], text: ['sender not yet given'] },
    meaning: {
      en: 'RCPT came without an accepted MAIL. Look at the reply to MAIL.',
      'zh-cn': '在没有被接受的 MAIL 的情况下收到 RCPT。请查看 MAIL 的回复。',
    },
    action: {
      en: 'Client: send MAIL first, and go on only when it got 250.',
      'zh-cn': '客户端：先发送 MAIL，得到 250 后再继续。',
    },
    seeAlso: ['503', 'MAIL', 'RCPT'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'Exim Specification: SMTP processing',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-no-valid-rcpt',
    title: { en: 'No accepted recipient', 'zh-cn': '没有被接受的收件人' },
    provider: 'Exim',
    match: { codes: [503, 554], text: ['valid rcpt command must precede', 'all rcpt commands were rejected'] },
    meaning: {
      en: 'DATA or BDAT came although no RCPT was accepted. When all were refused, Exim repeats their common reason.',
      'zh-cn': '没有 RCPT 被接受就收到 DATA 或 BDAT。若全部被拒，Exim 会重复其共同原因。',
    },
    action: {
      en: 'Client: send DATA only after a RCPT got 2yz; look at the refusals.',
      'zh-cn': '客户端：有 RCPT 得到 2yz 后再发送 DATA，并查看拒绝原因。',
    },
    seeAlso: ['503', 'RCPT', 'DATA', '554'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'Exim Specification: SMTP processing',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-helo-required',
    title: { en: 'Hello missing', 'zh-cn': '缺少问候' },
    provider: 'Exim',
    match: { codes: [503, 550], text: ['helo or ehlo required'] },
    meaning: {
      en: 'The configuration demands EHLO or HELO before MAIL.',
      'zh-cn': '配置要求在 MAIL 之前先发送 EHLO 或 HELO。',
    },
    action: {
      en: 'Client: send EHLO first, and again after STARTTLS.',
      'zh-cn': '客户端：先发送 EHLO，STARTTLS 之后再发一次。',
    },
    seeAlso: ['503', 'EHLO'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      {
        document: 'Exim Specification: SMTP processing',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-unrecognized-command',
    title: { en: 'Unknown command', 'zh-cn': '未知命令' },
    provider: 'Exim',
    match: { codes: [500], text: ['unrecognized command'] },
    meaning: {
      en: 'Exim does not know this verb, or it read message text as a command. Other servers use the same words.',
      'zh-cn': 'Exim 不识别该命令，或把邮件内容当作命令读取。其他服务器也使用同样的措辞。',
    },
    action: {
      en: 'Client: check the spelling, and whether DATA got 354 before the text was sent.',
      'zh-cn': '客户端：检查拼写，并确认发送正文前 DATA 已得到 354。',
    },
    seeAlso: ['500', 'DATA'],
    sources: [
      {
        document: 'Exim Specification: SMTP processing',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-synchronization-error',
    title: { en: 'Spoke out of turn', 'zh-cn': '抢先发送命令' },
    provider: 'Exim',
    match: { codes: [554], text: ['smtp synchronization error'] },
    meaning: {
      en: 'The client sent data before the greeting or did not wait for a reply although PIPELINING does not allow it.',
      'zh-cn': '客户端在问候之前就发送数据，或在流水线不允许处没有等待回复。',
    },
    action: {
      en: 'Client: wait for the greeting and for the replies to EHLO and DATA. TLS on a plain port gives the same.',
      'zh-cn': '客户端：等待问候以及 EHLO、DATA 的回复。在明文端口直接发 TLS 也会如此。',
    },
    seeAlso: ['554', 'PIPELINING'],
    glossary: ['smtp-pipelining'],
    sources: [
      {
        document: 'Exim Specification: Main configuration',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-sender-verify-failed',
    title: { en: 'Sender address does not work', 'zh-cn': '发件人地址不可用' },
    provider: 'Exim',
    match: {
      codes: [550, 451],
      text: [
        'sender verify failed',
        'sender verification failed',
        'verification failed for <',
        'could not complete sender verify',
      ],
    },
    meaning: {
      en: 'Exim tried to route mail to the reverse-path, perhaps with a call to its server, and could not.',
      'zh-cn': 'Exim 试图把邮件送往反向路径（可能还联系了其服务器），但未成功。',
    },
    action: {
      en: 'Sender: use a reverse-path that takes bounces. Its server must accept MAIL FROM:<>.',
      'zh-cn': '发件方：使用能接收退信的反向路径。其服务器必须接受 MAIL FROM:<>。',
    },
    seeAlso: ['550', 'X.1.8'],
    glossary: ['reverse-path', 'null-sender'],
    sources: [
      {
        document: 'Exim Specification: Access control lists',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-unrouteable',
    title: { en: 'Address leads nowhere', 'zh-cn': '地址无法路由' },
    provider: 'Exim',
    match: { codes: [550, 451], text: ['unrouteable address', 'unroutable address'] },
    meaning: {
      en: 'No router of Exim knows what to do with the address: the user or the domain does not exist.',
      'zh-cn': 'Exim 的任何路由器都无法处理该地址：用户或域名不存在。',
    },
    action: {
      en: 'Sender: check the address. Administrator: try `exim -bt address`.',
      'zh-cn': '发件方：检查地址。管理员：用 `exim -bt 地址` 测试。',
    },
    seeAlso: ['550', 'X.1.1', 'X.1.2'],
    guides: ['bounces-soft-hard'],
    glossary: ['mx-record'],
    sources: [
      {
        document: 'Exim Specification: Access control lists',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-auth-not-advertised',
    title: { en: 'Command not offered', 'zh-cn': '使用了未声明的命令' },
    provider: 'Exim',
    match: {
      codes: [503],
      text: [
        'auth command used when not advertised',
        'starttls command used when not advertised',
        'bdat command used when chunking not advertised',
      ],
    },
    meaning: {
      en: 'The client used AUTH, STARTTLS or BDAT although EHLO did not offer it. AUTH is often offered only under TLS.',
      'zh-cn': 'EHLO 未声明 AUTH、STARTTLS 或 BDAT，客户端却使用了它。AUTH 常只在 TLS 下声明。',
    },
    action: {
      en: 'Client: send EHLO, start TLS, send EHLO again and read the new list.',
      'zh-cn': '客户端：发送 EHLO，启动 TLS，再发 EHLO 并读取新列表。',
    },
    seeAlso: ['503', 'AUTH', 'STARTTLS'],
    glossary: ['smtp-authentication', 'starttls'],
    sources: [
      {
        document: 'Exim Specification: SMTP authentication',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html',
        date: '2026-11-24',
      },
      {
        document: 'Exim Specification: SMTP processing',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_processing.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-incorrect-authentication',
    title: { en: 'Login failed', 'zh-cn': '登录失败' },
    provider: 'Exim',
    match: { codes: [535], text: ['incorrect authentication data'] },
    meaning: {
      en: "Exim's authenticator did not accept the user name or password.",
      'zh-cn': 'Exim 的身份验证器不接受该用户名或密码。',
    },
    action: {
      en: 'User: check name and password. Administrator: see the `set_id` in rejectlog and mainlog.',
      'zh-cn': '用户：检查用户名和密码。管理员：查看 rejectlog 与 mainlog 中的 `set_id`。',
    },
    seeAlso: ['535', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Exim Specification: SMTP authentication',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-smtp_authentication.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-too-many-errors',
    title: { en: 'Too many errors', 'zh-cn': '错误过多' },
    provider: 'Exim',
    match: {
      codes: [500, 554],
      text: ['too many syntax or protocol errors', 'too many nonmail commands', 'too many unrecognized commands'],
    },
    meaning: {
      en: 'The session had more errors or commands without mail than allowed, and Exim hangs up.',
      'zh-cn': '会话中的错误或与邮件无关的命令超过上限，Exim 断开连接。',
    },
    action: { en: 'Client: mend the first error in the session.', 'zh-cn': '客户端：修正会话中的第一个错误。' },
    seeAlso: ['500', '554'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Exim Specification: Main configuration',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-message-too-large',
    title: { en: 'Message too large', 'zh-cn': '邮件过大' },
    provider: 'Exim',
    match: { codes: [552], text: ['message size exceeds maximum permitted'] },
    meaning: {
      en: 'The message is larger than `message_size_limit`, which EHLO announces as SIZE.',
      'zh-cn': '邮件超过 `message_size_limit`，该值在 EHLO 中以 SIZE 声明。',
    },
    action: {
      en: 'Sender: make it smaller. Administrator: raise the limit.',
      'zh-cn': '发件方：缩小邮件。管理员：调高上限。',
    },
    seeAlso: ['552', 'SIZE', 'X.3.4'],
    sources: [
      {
        document: 'Exim Specification: Main configuration',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-main_configuration.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-administrative-prohibition',
    title: { en: 'Forbidden by the administrator', 'zh-cn': '管理员禁止' },
    provider: 'Exim',
    match: { codes: [550], text: ['administrative prohibition'] },
    meaning: {
      en: "An access rule without a message of its own refused the command. Only the server's log tells which.",
      'zh-cn': '某条没有自定义消息的访问规则拒绝了命令，只有服务器日志能说明是哪一条。',
    },
    action: {
      en: 'Administrator: find the `rejected` line in the log and give that rule a `message`.',
      'zh-cn': '管理员：在日志中找到 `rejected` 行，并为该规则加上 `message`。',
    },
    seeAlso: ['550', 'X.7.1'],
    sources: [
      {
        document: 'Exim Specification: Access control lists',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'exim-blacklisted',
    title: { en: 'Listed on a blocklist', 'zh-cn': '被列入阻止列表' },
    provider: 'Exim',
    match: { codes: [550], text: ['is in a black list at', 'is in a blacklist at'] },
    meaning: {
      en: "A DNS list named in the reply contains the client's address.",
      'zh-cn': '回复中所示的 DNS 列表收录了该客户端地址。',
    },
    action: {
      en: 'Sender: look it up, remove the cause, ask for removal.',
      'zh-cn': '发件方：查询后消除原因，再申请移除。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Exim Specification: Access control lists',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/ch-access_control_lists.html',
        date: '2026-11-24',
      },
    ],
  },
];
