import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of Gmail and Google Workspace.
 */
export const gmailReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'gmail-unauthenticated-sender',
    title: { en: 'Sender not authenticated', 'zh-cn': '发件人未通过验证' },
    provider: 'Gmail',
    match: {
      codes: [550, 421],
      enhanced: ['5.7.26', '4.7.26'],
      text: [
        'sender is unauthenticated',
        'authenticate with either spf or dkim',
        'fails to pass authentication checks',
        'because it is unauthenticated',
      ],
    },
    meaning: {
      en: 'Neither SPF nor DKIM passed for this message. Gmail requires at least one of them from everybody.',
      'zh-cn': '该邮件的 SPF 和 DKIM 都未通过。Gmail 要求所有发件方至少通过其一。',
    },
    action: {
      en: 'Sender: add the sending address to SPF or sign with DKIM for the domain, and check that forwarding does not break it. Then send again.',
      'zh-cn': '发件方：把发送地址加入 SPF，或用该域名做 DKIM 签名，并确认转发没有破坏它们，然后重发。',
    },
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
      {
        document: 'Google: Email sender guidelines',
        url: 'https://support.google.com/a/answer/81126',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-dmarc-policy',
    title: { en: 'Refused by the domain’s DMARC policy', 'zh-cn': '因域名的 DMARC 策略被拒' },
    provider: 'Gmail',
    match: {
      codes: [550, 451],
      enhanced: ['5.7.26', '4.7.26'],
      text: ['unauthenticated email from', "domain's dmarc policy"],
    },
    meaning: {
      en: 'The From domain publishes a DMARC policy, and this message does not pass with alignment. The domain itself asked for the refusal.',
      'zh-cn': 'From 域名发布了 DMARC 策略，而该邮件没有对齐通过。是该域名自己要求拒收的。',
    },
    action: {
      en: 'Sender: let SPF or DKIM pass for the same domain as in From; mailing lists must rewrite From.',
      'zh-cn': '发件方：让 SPF 或 DKIM 以与 From 相同的域名通过；邮件列表需要改写 From。',
    },
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup', 'dmarc-reporting'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
      {
        document: 'Google: Email sender guidelines',
        url: 'https://support.google.com/a/answer/81126',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-unsolicited-message',
    title: { en: 'Looks like spam', 'zh-cn': '被判为垃圾邮件' },
    provider: 'Gmail',
    match: { codes: [550], text: ['likely unsolicited mail', 'p=unsolicitedmessageerror'] },
    meaning: {
      en: 'Gmail judged the message to be unsolicited, mostly from content and reputation, and not for missing SPF or DKIM.',
      'zh-cn': 'Gmail 认为该邮件是垃圾邮件，主要依据内容和信誉，而不是因为缺少 SPF 或 DKIM。',
    },
    action: {
      en: 'Sender: do not repeat it unchanged. Check reputation in Postmaster Tools, consent of the recipients, links and content.',
      'zh-cn': '发件方：不要原样重发。在 Postmaster Tools 查看信誉，检查收件人是否同意、链接和内容。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['bulk-email'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-rate-unsolicited',
    title: { en: 'Too much suspicious mail from this address', 'zh-cn': '该地址可疑邮件过多' },
    provider: 'Gmail',
    match: {
      codes: [421, 550],
      text: [
        'an unusual rate of unsolicited mail',
        'unsolicited mail originating from your ip',
        'p=unsolicitedratelimiterror',
        'an unusual rate of mail',
      ],
    },
    meaning: {
      en: 'Gmail sees an unusual rate of unwanted mail from the IP address, domain or link and slows it down or blocks it.',
      'zh-cn': 'Gmail 发现来自该 IP、域名或链接的可疑邮件异常增多，因而限速或拦截。',
    },
    action: {
      en: 'Sender: slow down, find the account or script that sends spam, then raise the volume again step by step.',
      'zh-cn': '发件方：降低速率，找出发送垃圾邮件的账号或程序，之后再逐步提高发送量。',
    },
    seeAlso: ['421', 'X.7.28'],
    guides: ['ip-warming', 'bulk-email'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-try-again-later',
    title: { en: 'Try again later', 'zh-cn': '请稍后再试' },
    provider: 'Gmail',
    match: {
      codes: [421],
      enhanced: ['4.7.0'],
      text: ['try again later, closing connection', 'temporary system problem'],
    },
    meaning: {
      en: 'Gmail closes the connection for now. On the relay service it usually means too many connections, or an unsuitable EHLO name.',
      'zh-cn': 'Gmail 暂时关闭连接。在中继服务上通常意味着连接过多或 EHLO 名称不当。',
    },
    action: {
      en: 'Client: retry with growing pauses and fewer connections, and give a real host name in EHLO.',
      'zh-cn': '客户端：以递增的间隔、更少的连接重试，并在 EHLO 中给出真实主机名。',
    },
    seeAlso: ['421', 'EHLO'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-no-such-user',
    title: { en: 'No such mailbox', 'zh-cn': '邮箱不存在' },
    provider: 'Gmail',
    match: {
      codes: [550],
      enhanced: ['5.1.1'],
      text: ['account that you tried to reach does not exist', 'p=nosuchuser'],
    },
    meaning: {
      en: 'The address does not exist at Gmail or in this Workspace domain. A typing error is the most common cause.',
      'zh-cn': '该地址在 Gmail 或该 Workspace 域中不存在。最常见的原因是输入错误。',
    },
    action: {
      en: 'Sender: correct the address, or remove it from the list at once; repeated attempts harm reputation.',
      'zh-cn': '发件方：更正地址，或立即从列表中删除；反复尝试会损害信誉。',
    },
    seeAlso: ['550', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-over-quota',
    title: { en: 'Recipient out of storage', 'zh-cn': '收件人存储空间已满' },
    provider: 'Gmail',
    match: {
      codes: [452, 552],
      enhanced: ['4.2.2', '5.2.2'],
      text: ['inbox is out of storage space', 'tried to reach is over quota', 'p=overquota'],
    },
    meaning: {
      en: "The recipient's storage is used up. 452 means try again later; 552 that the account is also inactive.",
      'zh-cn': '收件人的存储空间已用尽。452 表示可稍后再试；552 表示该账号同时已不活跃。',
    },
    action: {
      en: 'Client: retry a 452 for some days. Recipient: free space. Sender: drop addresses that answer 552.',
      'zh-cn': '客户端：对 452 重试数日。收件人：清理空间。发件方：删除返回 552 的地址。',
    },
    seeAlso: ['452', '552', 'X.2.2'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-receiving-rate',
    title: { en: 'Recipient gets mail too fast', 'zh-cn': '收件人收信过快' },
    provider: 'Gmail',
    match: {
      codes: [450, 550],
      enhanced: ['4.2.1', '5.2.1'],
      text: ['you are trying to contact is receiving mail', 'p=receivingrate'],
    },
    meaning: {
      en: 'The mailbox has reached its limit of messages in a short time. Often a loop or an alert storm.',
      'zh-cn': '该邮箱短时间内收信达到上限，常由环路或告警风暴造成。',
    },
    action: {
      en: 'Client: retry later. Sender: bundle alerts and look for loops.',
      'zh-cn': '客户端：稍后重试。发件方：合并告警并检查环路。',
    },
    seeAlso: ['450', 'X.2.1'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-disabled-user',
    title: { en: 'Account disabled', 'zh-cn': '账号已停用' },
    provider: 'Gmail',
    match: {
      codes: [550],
      enhanced: ['5.2.1'],
      text: ['tried to reach is disabled', 'tried to reach is inactive', 'p=disableduser'],
    },
    meaning: {
      en: 'The account exists but is disabled or inactive. Mail to it will not be taken.',
      'zh-cn': '账号存在，但已停用或不活跃，不再接收邮件。',
    },
    action: {
      en: 'Sender: remove the address. Owner: sign in or ask the Workspace administrator.',
      'zh-cn': '发件方：删除该地址。所有者：登录账号或联系 Workspace 管理员。',
    },
    seeAlso: ['550', 'X.2.1'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-app-password',
    title: { en: 'App password required', 'zh-cn': '需要应用专用密码' },
    provider: 'Gmail',
    match: { codes: [534, 535], text: ['application-specific password required', 'p=invalidsecondfactor'] },
    meaning: {
      en: 'The account uses 2-Step Verification, so the normal password does not work over SMTP.',
      'zh-cn': '该账号启用了两步验证，因此普通密码不能用于 SMTP。',
    },
    action: {
      en: 'User: create an app password, or let the program use OAuth (XOAUTH2).',
      'zh-cn': '用户：创建应用专用密码，或让程序使用 OAuth（XOAUTH2）。',
    },
    seeAlso: ['534', 'X.7.9', 'XOAUTH2'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-web-login-required',
    title: { en: 'Sign in in the browser first', 'zh-cn': '请先在浏览器登录' },
    provider: 'Gmail',
    match: {
      codes: [534, 535],
      text: [
        'please log in with your web browser',
        'please log in via your web browser',
        'please log in through your web browser',
        'p=webloginrequired',
      ],
    },
    meaning: {
      en: 'Google found the login unusual and wants the owner to confirm it in a browser.',
      'zh-cn': 'Google 认为此次登录异常，要求所有者在浏览器中确认。',
    },
    action: {
      en: 'User: sign in from the same network and confirm, then use an app password or OAuth.',
      'zh-cn': '用户：在同一网络用浏览器登录并确认，然后使用应用专用密码或 OAuth。',
    },
    seeAlso: ['534', 'XOAUTH2'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-bad-credentials',
    title: { en: 'Wrong user name or password', 'zh-cn': '用户名或密码错误' },
    provider: 'Gmail',
    match: { codes: [535], text: ['username and password not accepted', 'p=badcredentials'] },
    meaning: {
      en: 'Google did not accept the login. For most accounts the normal password is no longer valid for SMTP at all.',
      'zh-cn': 'Google 不接受此登录。多数账号的普通密码已完全不能用于 SMTP。',
    },
    action: {
      en: 'User: use the full address and an app password, or OAuth. Check which account the program really uses.',
      'zh-cn': '用户：使用完整地址加应用专用密码，或使用 OAuth，并确认程序实际使用的账号。',
    },
    seeAlso: ['535', 'X.7.8', 'XOAUTH2'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-starttls-first',
    title: { en: 'STARTTLS first', 'zh-cn': '须先 STARTTLS' },
    provider: 'Gmail',
    match: { codes: [530], enhanced: ['5.7.0'], text: ['must issue a starttls command first.'] },
    meaning: {
      en: 'The connection is not encrypted, and Gmail takes neither login nor mail on it.',
      'zh-cn': '连接未加密，Gmail 在其上既不接受登录也不接受邮件。',
    },
    action: {
      en: 'Client: send STARTTLS after EHLO on port 587, then EHLO again; or use port 465 with TLS from the start.',
      'zh-cn': '客户端：在 587 端口的 EHLO 之后发送 STARTTLS，再重发 EHLO；或在 465 端口直接使用 TLS。',
    },
    seeAlso: ['530', 'STARTTLS', 'X.7.0'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-authentication-required',
    title: { en: 'Login required', 'zh-cn': '需要登录' },
    provider: 'Gmail',
    match: {
      codes: [530],
      text: [
        'p=wantautherror',
        'authentication required. for more information',
        'authentication required. learn more at',
      ],
    },
    meaning: {
      en: 'The client sent MAIL without logging in. `smtp.gmail.com` takes mail only after AUTH.',
      'zh-cn': '客户端未登录就发送了 MAIL。`smtp.gmail.com` 只在 AUTH 之后接受邮件。',
    },
    action: {
      en: "Client: send AUTH after TLS; check that the program's user name is not empty.",
      'zh-cn': '客户端：在 TLS 之后发送 AUTH，并检查程序的用户名是否为空。',
    },
    seeAlso: ['530', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-daily-limit',
    title: { en: 'Daily sending limit reached', 'zh-cn': '达到每日发送上限' },
    provider: 'Gmail',
    match: {
      codes: [550],
      enhanced: ['5.4.5'],
      text: ['daily user sending limit exceeded', 'daily sending quota exceeded', 'daily smtp relay limit exceeded'],
    },
    meaning: {
      en: 'The account has sent as much as it may in 24 hours.',
      'zh-cn': '该账号在 24 小时内的发送量已达上限。',
    },
    action: {
      en: 'Sender: wait up to a day; use a service meant for bulk mail.',
      'zh-cn': '发件方：等待至多一天；批量邮件请改用专门的服务。',
    },
    seeAlso: ['550', 'X.4.5'],
    guides: ['bulk-email', 'transactional-email'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-no-ptr',
    title: { en: 'No reverse DNS', 'zh-cn': '没有反向解析' },
    provider: 'Gmail',
    match: {
      codes: [550, 421],
      enhanced: ['5.7.25', '4.7.23', '4.7.0'],
      text: [
        'does not have a ptr record',
        "doesn't have a ptr record",
        'does not match the ip address of the hostname',
      ],
    },
    meaning: {
      en: 'The sending IP address has no PTR record, or the name does not lead back to it.',
      'zh-cn': '发送 IP 没有 PTR 记录，或该名称不能解析回此 IP。',
    },
    action: {
      en: 'Administrator of the sending host: have the provider set the PTR record and a matching A or AAAA record.',
      'zh-cn': '发送主机管理员：请服务商设置 PTR 记录以及与之匹配的 A/AAAA 记录。',
    },
    seeAlso: ['550', 'X.7.25'],
    guides: ['dns-record-types'],
    glossary: ['ptr-record'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
      {
        document: 'Google: Email sender guidelines',
        url: 'https://support.google.com/a/answer/81126',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-not-authorized-ip',
    title: { en: 'IP may not send directly', 'zh-cn': '该 IP 不得直接发信' },
    provider: 'Gmail',
    match: { codes: [550], text: ["the ip you're using to send mail is not authorized", 'p=notauthorizederror'] },
    meaning: {
      en: 'The address is one of those for end users, which are not to deliver mail themselves.',
      'zh-cn': '该地址属于最终用户地址段，不应自行投递邮件。',
    },
    action: {
      en: 'Sender: send through the relay of the provider, on port 587 with login.',
      'zh-cn': '发件方：经服务商的中继发送，使用 587 端口并登录。',
    },
    seeAlso: ['550', 'X.7.1'],
    glossary: ['smtp-relay'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-blocked-content',
    title: { en: 'Attachment or content blocked', 'zh-cn': '附件或内容被拦截' },
    provider: 'Gmail',
    match: {
      codes: [552],
      enhanced: ['5.7.0'],
      text: ['presents a potential security issue', 'p=blockedmessage', 'illegal attachment'],
    },
    meaning: {
      en: 'The message holds a type of file or content that Gmail never accepts, such as programs, also inside archives.',
      'zh-cn': '邮件包含 Gmail 一律不接受的文件或内容，如可执行程序，压缩包内的也算。',
    },
    action: {
      en: 'Sender: share the file by a link and send the message without it.',
      'zh-cn': '发件方：改用链接分享文件，去掉附件后重发。',
    },
    seeAlso: ['552', 'X.7.0'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-message-too-large',
    title: { en: 'Message too large', 'zh-cn': '邮件过大' },
    provider: 'Gmail',
    match: {
      codes: [552],
      text: ["exceeded google's message size limits", "exceeds google's message size limit", 'p=maxsizeerror'],
    },
    meaning: {
      en: 'The message is larger than Gmail takes. Base64 makes attachments about a third larger.',
      'zh-cn': '邮件超过 Gmail 的大小上限。Base64 会使附件增大约三分之一。',
    },
    action: {
      en: 'Sender: make the attachment smaller or share it by a link.',
      'zh-cn': '发件方：缩小附件，或用链接分享。',
    },
    seeAlso: ['552', 'SIZE', 'X.3.4'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'gmail-command-order',
    title: { en: 'Commands in the wrong order', 'zh-cn': '命令顺序错误' },
    provider: 'Gmail',
    match: {
      codes: [503],
      text: ['ehlo/helo first', 'bad sequence of commands. for more information', 'no data after bdat'],
    },
    meaning: {
      en: 'Gmail got a command before the one that must come first, such as MAIL before EHLO.',
      'zh-cn': 'Gmail 收到的命令缺少前置命令，例如在 EHLO 之前发送 MAIL。',
    },
    action: {
      en: 'Client: send EHLO (again after STARTTLS), MAIL, RCPT, DATA in this order.',
      'zh-cn': '客户端：按 EHLO（STARTTLS 后再发一次）、MAIL、RCPT、DATA 的顺序发送。',
    },
    seeAlso: ['503', 'X.5.1'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'Google: Gmail SMTP errors and codes',
        url: 'https://knowledge.workspace.google.com/admin/support/troubleshooting/gmail-smtp-errors-and-codes',
        date: '2026-11-24',
      },
    ],
  },
];
