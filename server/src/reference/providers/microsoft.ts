import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of Microsoft 365, Exchange and Outlook.com.
 */
export const microsoftReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'microsoft-smtp-auth-disabled',
    title: { en: 'SMTP AUTH switched off', 'zh-cn': 'SMTP AUTH 已关闭' },
    provider: 'Microsoft 365',
    match: { codes: [535], enhanced: ['5.7.139'], text: ['smtpclientauthentication is disabled'] },
    meaning: {
      en: 'The user may be right, but the tenant or mailbox does not allow login over SMTP. New tenants have it off.',
      'zh-cn': '用户名密码可能正确，但租户或邮箱不允许通过 SMTP 登录。新租户默认关闭。',
    },
    action: {
      en: 'Administrator: allow SMTP AUTH for this mailbox, with OAuth; or send by Graph or a connector.',
      'zh-cn': '管理员：为该邮箱开启 SMTP AUTH 并使用 OAuth；或改用 Graph 或连接器发送。',
    },
    seeAlso: ['535', 'X.7.8', 'XOAUTH2'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Microsoft: Enable or disable SMTP AUTH in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-basic-auth-disabled',
    title: { en: 'Login refused', 'zh-cn': '登录被拒' },
    provider: 'Microsoft 365',
    match: {
      codes: [535],
      enhanced: ['5.7.139'],
      text: [
        'basic authentication is disabled',
        'user credentials were incorrect',
        'did not meet the criteria to be authenticated',
        'locked by your organization',
        'authentication unsuccessful, the request',
      ],
    },
    meaning: {
      en: 'Microsoft did not accept the login: wrong password, security defaults, a sign-in policy, or basic authentication that is switched off.',
      'zh-cn': 'Microsoft 不接受此登录：密码错误、安全默认值、登录策略限制，或基本身份验证已关闭。',
    },
    action: {
      en: 'User: check name and password. Administrator: look at the sign-in log in Entra, and move the program to OAuth.',
      'zh-cn': '用户：检查用户名和密码。管理员：查看 Entra 登录日志，并把程序改为 OAuth。',
    },
    seeAlso: ['535', 'X.7.8', 'XOAUTH2'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Microsoft: Enable or disable SMTP AUTH in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-authentication-unsuccessful',
    title: { en: 'Login failed', 'zh-cn': '登录失败' },
    provider: 'Microsoft 365',
    match: { codes: [535], enhanced: ['5.7.3'], text: ['authentication unsuccessful'] },
    meaning: {
      en: 'The login failed; the server does not say why. On premises often the wrong connector or mechanism.',
      'zh-cn': '登录失败，服务器未说明原因。本地部署中常因连接器或机制不对。',
    },
    action: {
      en: 'User: check name and password, also that the port is 587. Administrator: check that SMTP AUTH is allowed.',
      'zh-cn': '用户：检查用户名、密码以及端口是否为 587。管理员：确认允许 SMTP AUTH。',
    },
    seeAlso: ['535', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Microsoft: Enable or disable SMTP AUTH in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/clients-and-mobile-in-exchange-online/authenticated-client-smtp-submission',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-client-not-authenticated',
    title: { en: 'Login required to send', 'zh-cn': '发送前须登录' },
    provider: 'Microsoft 365',
    match: {
      codes: [530],
      enhanced: ['5.7.57'],
      text: ['client was not authenticated to send anonymous mail', 'client not authenticated to send mail'],
    },
    meaning: {
      en: 'The client sent MAIL without logging in, on the port for submission. Often TLS or the login step was left out.',
      'zh-cn': '客户端在提交端口上未登录就发送了 MAIL，常因漏掉 TLS 或登录步骤。',
    },
    action: {
      en: 'Client: EHLO, STARTTLS, EHLO, AUTH, then MAIL. Devices without login: use direct send or a connector.',
      'zh-cn': '客户端：依次 EHLO、STARTTLS、EHLO、AUTH，再 MAIL。不能登录的设备：使用直接发送或连接器。',
    },
    seeAlso: ['530', 'AUTH', 'STARTTLS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Microsoft: Send email from a device or application',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-client-not-authenticated-relay',
    title: { en: 'Relaying not allowed', 'zh-cn': '不允许中继' },
    provider: 'Microsoft 365',
    match: { codes: [530, 550], enhanced: ['5.7.1'], text: ['client was not authenticated', 'unable to relay'] },
    meaning: {
      en: 'The client did not log in, and the server does not pass on mail of strangers.',
      'zh-cn': '客户端没有登录，服务器不为陌生人转发邮件。',
    },
    action: {
      en: 'Client: log in. Administrator: allow the address on a relay connector, if it is one of yours.',
      'zh-cn': '客户端：先登录。管理员：若是自己的设备，在中继连接器上允许其地址。',
    },
    seeAlso: ['550', '530', 'X.7.1'],
    glossary: ['smtp-relay', 'open-relay'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Send email from a device or application',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-recipient-access-denied',
    title: { en: 'Recipient unknown or not accepted', 'zh-cn': '收件人未知或不被接受' },
    provider: 'Microsoft 365',
    match: { codes: [550], enhanced: ['5.4.1'], text: ['recipient address rejected: access denied'] },
    meaning: {
      en: "Edge blocking: the address is not in the tenant's directory, or the domain is not set up there.",
      'zh-cn': '边缘拦截：该地址不在租户目录中，或域名未在该租户配置。',
    },
    action: {
      en: 'Sender: check the address. Administrator: check the accepted domain, the sync of the directory, and the MX record.',
      'zh-cn': '发件方：检查地址。管理员：检查接受域、目录同步和 MX 记录。',
    },
    seeAlso: ['550', 'X.4.1', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    glossary: ['mx-record'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-recipient-not-found',
    title: { en: 'Recipient not found', 'zh-cn': '找不到收件人' },
    provider: 'Microsoft 365',
    match: {
      codes: [550],
      enhanced: ['5.1.10'],
      text: ['recipientnotfound', 'recipient not found by smtp address lookup'],
    },
    meaning: {
      en: "The address does not exist in this organisation. Microsoft's 5.1.10 is not the null MX of the registry.",
      'zh-cn': '该地址在此组织中不存在。Microsoft 的 5.1.10 与注册表中表示空 MX 的含义不同。',
    },
    action: {
      en: "Sender: correct the address, and clear it from Outlook's suggestions. Administrator: check aliases.",
      'zh-cn': '发件方：更正地址，并清除 Outlook 的自动完成记录。管理员：检查别名。',
    },
    seeAlso: ['550', 'X.1.1', 'X.1.10'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-server-busy',
    title: { en: 'Throttled by reputation', 'zh-cn': '因信誉限速' },
    provider: 'Microsoft 365',
    match: {
      codes: [451, 421],
      enhanced: ['4.7.500'],
      text: ['server busy. please try again later from', 'server busy, please try again later from'],
    },
    meaning: {
      en: 'Microsoft slows down this sending address for now; mostly a new or suspicious one.',
      'zh-cn': 'Microsoft 暂时限制该发送地址，多为新地址或可疑地址。',
    },
    action: {
      en: 'Client: keep retrying with pauses and fewer connections. Sender: warm up the address, check SPF, DKIM and PTR.',
      'zh-cn': '客户端：放慢重试并减少连接。发件方：为该地址预热，检查 SPF、DKIM 和 PTR。',
    },
    seeAlso: ['451', 'X.7.1'],
    guides: ['ip-warming'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'outlook-rate-limited-reputation',
    title: { en: 'Rate limited for IP reputation', 'zh-cn': '因 IP 信誉被限速' },
    provider: 'Outlook.com',
    match: { codes: [451, 421], text: ['temporarily rate limited due to ip reputation'] },
    meaning: {
      en: 'Outlook.com takes little mail from this address because of its reputation (4.7.650 or 4.7.651).',
      'zh-cn': '因该地址信誉不佳，Outlook.com 只接受少量邮件（4.7.650 或 4.7.651）。',
    },
    action: {
      en: 'Sender: lower the volume, look at SNDS, remove addresses that bounce, then raise it step by step.',
      'zh-cn': '发件方：降低发送量，查看 SNDS，清除退信地址，再逐步提高。',
    },
    seeAlso: ['451', 'X.7.1'],
    guides: ['ip-warming', 'feedback-loops'],
    sources: [
      {
        document: 'Outlook.com Postmaster: Troubleshooting',
        url: 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-access-denied-evaluation',
    title: { en: 'Held back for evaluation', 'zh-cn': '暂缓评估' },
    provider: 'Microsoft 365',
    match: { codes: [451], text: ['access denied, please try again later'] },
    meaning: {
      en: 'Microsoft saw something suspicious from this address and restricts it while it looks.',
      'zh-cn': 'Microsoft 发现该地址有可疑活动，评估期间予以限制。',
    },
    action: {
      en: 'Client: retry. Sender: look for compromised accounts; the restriction ends by itself.',
      'zh-cn': '客户端：重试。发件方：检查是否有被盗账号；限制会自行解除。',
    },
    seeAlso: ['451', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'outlook-blocked-ip-list',
    title: { en: 'IP on the Outlook.com block list', 'zh-cn': 'IP 在 Outlook.com 阻止列表中' },
    provider: 'Outlook.com',
    match: { codes: [550], enhanced: ['5.7.1'], text: ['part of their network is on our block list'] },
    meaning: {
      en: 'The address or its neighbourhood is blocked at Outlook.com and Hotmail (S3140, S3150).',
      'zh-cn': '该地址或其所在网段被 Outlook.com 和 Hotmail 阻止（S3140、S3150）。',
    },
    action: {
      en: 'Sender: stop the cause, then ask for removal with the sender support form; join SNDS and JMRP.',
      'zh-cn': '发件方：消除原因后，通过发件人支持表单申请解除，并加入 SNDS 和 JMRP。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['feedback-loops'],
    sources: [
      {
        document: 'Outlook.com Postmaster: Troubleshooting',
        url: 'https://sendersupport.olc.protection.outlook.com/pm/troubleshooting',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'outlook-unauthenticated-bulk',
    title: { en: 'Bulk mail without SPF, DKIM and DMARC', 'zh-cn': '批量邮件缺少 SPF、DKIM 和 DMARC' },
    provider: 'Outlook.com',
    match: { codes: [550], enhanced: ['5.7.515'], text: ['does not meet the required authentication level'] },
    meaning: {
      en: 'Domains that send more than 5000 messages a day to Outlook.com must pass SPF, DKIM and DMARC, and this one does not.',
      'zh-cn': '每天向 Outlook.com 发送超过 5000 封邮件的域名必须通过 SPF、DKIM 和 DMARC，而该域名没有。',
    },
    action: {
      en: 'Sender: publish SPF and DMARC, sign with DKIM, and align them with From.',
      'zh-cn': '发件方：发布 SPF 和 DMARC，用 DKIM 签名，并与 From 对齐。',
    },
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup', 'bulk-email'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Microsoft: Outlook requirements for high-volume senders',
        url: 'https://techcommunity.microsoft.com/blog/microsoftdefenderforoffice365blog/strengthening-email-ecosystem-outlook%E2%80%99s-new-requirements-for-high%E2%80%90volume-senders/4399730',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-banned-sending-ip',
    title: { en: 'Sending IP banned', 'zh-cn': '发送 IP 被封禁' },
    provider: 'Microsoft 365',
    match: { codes: [550], text: ['banned sending ip'] },
    meaning: {
      en: "The address is on Microsoft's list of banned senders (5.7.606 to 5.7.649) because spam came from it.",
      'zh-cn': '该地址因发送垃圾邮件被列入 Microsoft 封禁名单（5.7.606 至 5.7.649）。',
    },
    action: {
      en: 'Sender: stop the spam, then ask for removal at sender.office.com.',
      'zh-cn': '发件方：先制止垃圾邮件，再到 sender.office.com 申请移除。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Microsoft: Use the delist portal',
        url: 'https://learn.microsoft.com/en-us/defender-office-365/use-the-delist-portal-to-remove-yourself-from-the-office-365-blocked-senders-lis',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-banned-sender',
    title: { en: 'Sender banned', 'zh-cn': '发件人被封禁' },
    provider: 'Microsoft 365',
    match: { codes: [550], enhanced: ['5.7.511'], text: ['access denied, banned sender'] },
    meaning: {
      en: 'The address is banned, and the delist portal does not apply.',
      'zh-cn': '该地址被封禁，且不能通过自助门户解除。',
    },
    action: {
      en: 'Sender: write to delist@messaging.microsoft.com with the whole reply.',
      'zh-cn': '发件方：附上完整回复，写信至 delist@messaging.microsoft.com。',
    },
    seeAlso: ['550', 'X.7.1'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-dmarc-failed',
    title: { en: 'DMARC failed', 'zh-cn': 'DMARC 未通过' },
    provider: 'Microsoft 365',
    match: { codes: [550], enhanced: ['5.7.509'], text: ['does not pass dmarc verification'] },
    meaning: {
      en: 'The From domain asks for rejection with DMARC, and the message does not pass.',
      'zh-cn': 'From 域名的 DMARC 策略要求拒收，而该邮件未通过。',
    },
    action: {
      en: 'Sender: make SPF or DKIM pass in alignment with From.',
      'zh-cn': '发件方：让 SPF 或 DKIM 与 From 对齐并通过。',
    },
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup', 'dmarc-reporting'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-tenant-attribution',
    title: { en: 'No connector matches', 'zh-cn': '没有匹配的连接器' },
    provider: 'Microsoft 365',
    match: { codes: [550], enhanced: ['5.7.64'], text: ['tenantattribution; relay access denied'] },
    meaning: {
      en: "Microsoft could not tell to which tenant the relaying host belongs: the inbound connector's address or certificate does not match.",
      'zh-cn': 'Microsoft 无法判断中继主机属于哪个租户：入站连接器的地址或证书不匹配。',
    },
    action: {
      en: 'Administrator: correct the certificate name or IP address in the inbound connector, and send as an accepted domain.',
      'zh-cn': '管理员：修正入站连接器的证书名称或 IP，并使用接受域的地址发送。',
    },
    seeAlso: ['550', 'X.7.1'],
    glossary: ['smtp-relay'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-send-as-denied',
    title: { en: 'May not send as this address', 'zh-cn': '无权以该地址发送' },
    provider: 'Microsoft 365',
    match: { codes: [550, 554], text: ['sendasdenied', 'does not have permissions to send as this sender'] },
    meaning: {
      en: 'The user who logged in may not use the address in From.',
      'zh-cn': '登录用户无权使用 From 中的地址。',
    },
    action: {
      en: "Client: use the user's own address. Administrator: give the Send As right.",
      'zh-cn': '客户端：使用用户自己的地址。管理员：授予“代理发送”权限。',
    },
    seeAlso: ['554', 'X.7.1'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Send email from a device or application',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/how-to-set-up-a-multifunction-device-or-application-to-send-email-using-microsoft-365-or-office-365',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-connection-dropped',
    title: { en: 'Connection dropped', 'zh-cn': '连接中断' },
    provider: 'Microsoft 365',
    match: { codes: [421], enhanced: ['4.4.2'], text: ['connection dropped'] },
    meaning: {
      en: 'The session was cut, by a time limit, a size limit or a device in between.',
      'zh-cn': '会话因超时、大小限制或中间设备而中断。',
    },
    action: {
      en: 'Client: retry. Administrator: look at firewalls that inspect SMTP, and at message size and MTU.',
      'zh-cn': '客户端：重试。管理员：检查会检视 SMTP 的防火墙、邮件大小和 MTU。',
    },
    seeAlso: ['421', 'X.4.2'],
    guides: ['tcp-handshake', 'smtp-delivery-failures'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'microsoft-spam-suspected',
    title: { en: 'Account blocked for spam', 'zh-cn': '账号因垃圾邮件被封' },
    provider: 'Microsoft 365',
    match: { codes: [550], text: ['access denied, spam abuse detected', 'bad outbound sender'] },
    meaning: {
      en: 'The sending account has been blocked after it sent spam; most often it was taken over.',
      'zh-cn': '发送账号因发出垃圾邮件而被封，多半是被盗用。',
    },
    action: {
      en: 'Administrator: secure the account, then unblock it under Restricted entities.',
      'zh-cn': '管理员：保护该账号，然后在“受限实体”中解除阻止。',
    },
    seeAlso: ['550', 'X.1.8'],
    sources: [
      {
        document: 'Microsoft: Email non-delivery reports in Exchange Online',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow-best-practices/non-delivery-reports-in-exchange-online/non-delivery-reports-in-exchange-online',
        date: '2026-11-24',
      },
    ],
  },
];
