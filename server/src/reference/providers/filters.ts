import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of filters, blocklists and greylisting, whichever server speaks them.
 */
export const filterReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'proofpoint-ip-blocked',
    title: { en: 'IP blocked by Proofpoint', 'zh-cn': 'IP 被 Proofpoint 拦截' },
    provider: 'Proofpoint',
    match: { codes: [554, 550], text: ['ipcheck.proofpoint.com', 'support.proofpoint.com/dnsbl-lookup'] },
    meaning: {
      en: 'Proofpoint Dynamic Reputation blocks the address; iCloud and many companies use it. Often already in the greeting.',
      'zh-cn': 'Proofpoint 动态信誉拦截了该地址；iCloud 和许多企业都使用它。常在问候中就出现。',
    },
    action: {
      en: 'Sender: look up the address at the link in the reply and ask for removal there.',
      'zh-cn': '发件方：通过回复中的链接查询并申请移除。',
    },
    seeAlso: ['554', 'X.7.0'],
    guides: ['ip-warming'],
    sources: [
      { document: 'Proofpoint Postmaster', url: 'https://www.proofpoint.com/us/postmaster', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'proofpoint-dynamic-reputation',
    title: { en: 'Blocked by dynamic reputation', 'zh-cn': '被动态信誉拦截' },
    provider: 'Proofpoint',
    match: { codes: [550, 554, 421, 451], text: ['blocked using proofpoint dynamic reputation'] },
    meaning: {
      en: 'The receiving server asked Proofpoint about the address and got a bad answer at this moment.',
      'zh-cn': '接收服务器向 Proofpoint 查询该地址，当时得到不良评价。',
    },
    action: {
      en: 'Sender: check the address at ipcheck.proofpoint.com; the state may change by the hour.',
      'zh-cn': '发件方：在 ipcheck.proofpoint.com 查询；状态可能随时变化。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['ip-warming'],
    sources: [
      { document: 'Proofpoint Postmaster', url: 'https://www.proofpoint.com/us/postmaster', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'proofpoint-dmarc-reject',
    title: { en: 'Refused for DMARC', 'zh-cn': '因 DMARC 被拒' },
    provider: 'Proofpoint',
    match: { codes: [550], text: ['local policy violation - dmarc reject'] },
    meaning: {
      en: 'The From domain asks for rejection, and neither SPF nor DKIM passes in alignment.',
      'zh-cn': 'From 域名要求拒收，而 SPF 与 DKIM 均未对齐通过。',
    },
    action: {
      en: 'Sender: make SPF or DKIM pass for the From domain.',
      'zh-cn': '发件方：让 SPF 或 DKIM 以 From 域名通过。',
    },
    seeAlso: ['550', 'X.7.26'],
    guides: ['dmarc-reporting'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'Proofpoint Postmaster', url: 'https://www.proofpoint.com/us/postmaster', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'mimecast-greylisted',
    title: { en: 'Greylisted', 'zh-cn': '被灰名单延迟' },
    provider: 'Mimecast',
    match: { codes: [451], text: ['internal resources are temporarily unavailable'] },
    meaning: {
      en: 'In spite of the words this is greylisting, or a poor reputation of the address.',
      'zh-cn': '尽管措辞如此，实际上是灰名单，或该地址信誉不佳。',
    },
    action: {
      en: 'Client: retry from the same address after a minute or more, up to 12 hours.',
      'zh-cn': '客户端：一分钟后从同一地址重试，最长 12 小时。',
    },
    seeAlso: ['451', 'X.7.1'],
    glossary: ['greylisting'],
    sources: [
      {
        document: 'Mimecast SMTP error codes',
        url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'mimecast-envelope-blocked',
    title: { en: 'Sender blocked by policy', 'zh-cn': '发件人被策略阻止' },
    provider: 'Mimecast',
    match: {
      codes: [550],
      text: [
        'administrative prohibition envelope blocked',
        'envelope blocked - user entry',
        'envelope blocked - user domain entry',
        'envelope rejected - block policy',
      ],
    },
    meaning: {
      en: 'The recipient or the administrator has put the sender on a block list.',
      'zh-cn': '收件人或管理员已把该发件人列入阻止名单。',
    },
    action: {
      en: "Recipient's administrator: remove the entry. Sender: reach the recipient in another way.",
      'zh-cn': '收件方管理员：删除该条目。发件方：以其他方式联系收件人。',
    },
    seeAlso: ['550', 'X.7.1'],
    sources: [
      {
        document: 'Mimecast SMTP error codes',
        url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'mimecast-authentication-failed',
    title: { en: 'SPF, DKIM or DMARC failed', 'zh-cn': 'SPF、DKIM 或 DMARC 失败' },
    provider: 'Mimecast',
    match: {
      codes: [550],
      text: [
        'spf sender invalid - envelope rejected',
        'dkim sender invalid - envelope rejected',
        'dmarc sender invalid - envelope rejected',
      ],
    },
    meaning: {
      en: 'The check named in the reply failed for the sending domain.',
      'zh-cn': '回复中所示的检查对发送域名失败。',
    },
    action: {
      en: 'Sender: list every sending address in SPF, and mend DKIM or DMARC.',
      'zh-cn': '发件方：在 SPF 中列出所有发送地址，并修正 DKIM 或 DMARC。',
    },
    seeAlso: ['550', 'X.7.23', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Mimecast SMTP error codes',
        url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'mimecast-anti-spoofing',
    title: { en: 'Taken for spoofing', 'zh-cn': '被视为冒充' },
    provider: 'Mimecast',
    match: { codes: [550], text: ['anti-spoofing policy'] },
    meaning: {
      en: "A message from outside carries an address of the recipient's own domain, and the policy forbids that.",
      'zh-cn': '来自外部的邮件使用了收件方自己域名的地址，策略不允许。',
    },
    action: {
      en: "Recipient's administrator: allow the outside service that sends in the domain's name.",
      'zh-cn': '收件方管理员：放行以本域名义发信的外部服务。',
    },
    seeAlso: ['550', 'X.7.1'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Mimecast SMTP error codes',
        url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'mimecast-tls-required',
    title: { en: 'TLS required', 'zh-cn': '要求 TLS' },
    provider: 'Mimecast',
    match: {
      codes: [553],
      text: [
        'this route requires encryption (tls)',
        'this route requires tls version',
        'this route requires high-strength ciphers',
      ],
    },
    meaning: {
      en: 'A policy of the recipient demands TLS, or a newer version or stronger cipher than was used.',
      'zh-cn': '收件方策略要求 TLS，或要求比当前更新的版本或更强的算法。',
    },
    action: {
      en: 'Sender: turn on STARTTLS with TLS 1.2 or later, and check that no firewall takes it away.',
      'zh-cn': '发件方：启用 STARTTLS 与 TLS 1.2 及以上版本，并确认没有防火墙将其去掉。',
    },
    seeAlso: ['553', 'STARTTLS'],
    guides: ['tls-1-3'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'Mimecast SMTP error codes',
        url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'mimecast-poor-reputation',
    title: { en: 'Poor reputation', 'zh-cn': '信誉不佳' },
    provider: 'Mimecast',
    match: { codes: [550], text: ['local ct ip reputation'] },
    meaning: {
      en: 'The reputation check refused the address, often after earlier 4yz replies.',
      'zh-cn': '信誉检查拒绝了该地址，常在先前的 4yz 回复之后。',
    },
    action: {
      en: 'Sender: ask Mimecast to review the address; mend the sending habits.',
      'zh-cn': '发件方：请 Mimecast 复核该地址，并改善发送行为。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['ip-warming'],
    sources: [
      {
        document: 'Mimecast SMTP error codes',
        url: 'https://community.mimecast.com/s/article/email-security-cloud-gateway-mimecast-smtp-error-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'barracuda-reputation',
    title: { en: 'On the Barracuda reputation list', 'zh-cn': '在 Barracuda 信誉列表中' },
    provider: 'Barracuda',
    match: { codes: [550, 554], text: ['blocked using barracuda reputation', 'barracudanetworks.com/reputation'] },
    meaning: {
      en: 'A Barracuda device or service refuses the address because of its reputation.',
      'zh-cn': 'Barracuda 设备或服务因信誉拒绝该地址。',
    },
    action: {
      en: 'Sender: look it up at barracudacentral.org and ask for removal there.',
      'zh-cn': '发件方：在 barracudacentral.org 查询并申请移除。',
    },
    seeAlso: ['554', 'X.7.1'],
    guides: ['ip-warming'],
    sources: [
      { document: 'Barracuda Reputation Block List', url: 'https://www.barracudacentral.org/rbl', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'barracuda-rbl',
    title: { en: 'On the Barracuda blocklist', 'zh-cn': '在 Barracuda 阻止列表中' },
    provider: 'Barracuda',
    match: { codes: [550, 554], text: ['b.barracudacentral.org'] },
    meaning: {
      en: "Another server asked Barracuda's public DNS list, which contains the address.",
      'zh-cn': '其他服务器查询了 Barracuda 的公共 DNS 列表，其中收录了该地址。',
    },
    action: {
      en: 'Sender: ask for removal at barracudacentral.org, after the cause is gone.',
      'zh-cn': '发件方：消除原因后，在 barracudacentral.org 申请移除。',
    },
    seeAlso: ['554', 'X.7.1'],
    sources: [
      { document: 'Barracuda Reputation Block List', url: 'https://www.barracudacentral.org/rbl', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'barracuda-recipients-failed',
    title: { en: 'Refused for some recipients', 'zh-cn': '部分收件人被拒' },
    provider: 'Barracuda',
    match: { codes: [550], text: ['permanent failure for one or more recipients'] },
    meaning: {
      en: "Barracuda's cloud service refuses for the recipients in brackets; `blocked` means policy or spam, a code is the reply of the server behind.",
      'zh-cn': 'Barracuda 云服务拒绝了括号中的收件人；`blocked` 表示策略或垃圾邮件，数字代码则是后端服务器的回复。',
    },
    action: {
      en: "Sender: read the reason in brackets. Recipient's administrator: look in the message log.",
      'zh-cn': '发件方：查看括号中的原因。收件方管理员：查看邮件日志。',
    },
    seeAlso: ['550', 'X.1.1'],
    sources: [
      {
        document: 'Barracuda Email Gateway Defense documentation',
        url: 'https://campus.barracuda.com/product/emailgatewaydefense/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'spamhaus-open-resolver',
    title: { en: 'Blocklist refused the receiver’s question', 'zh-cn': '阻止列表拒绝了接收方的查询' },
    provider: 'Spamhaus',
    match: {
      codes: [550, 554],
      text: ['error: open resolver', 'spamhaus.org/returnc/pub', 'spamhaus.org/returnc/vol'],
    },
    meaning: {
      en: 'The receiving server asks Spamhaus through a public or overused resolver and takes the error for a listing. The sender is not listed.',
      'zh-cn': '接收服务器通过公共或超量的解析器查询 Spamhaus，把错误返回当成了命中。发件方并未被收录。',
    },
    action: {
      en: "Receiver's administrator: use an own resolver or a Data Query key, and check the return code of the list.",
      'zh-cn': '接收方管理员：使用自己的解析器或数据查询密钥，并检查列表的返回码。',
    },
    seeAlso: ['554', 'X.7.1'],
    guides: ['dns-record-types'],
    sources: [
      {
        document: 'Spamhaus: Public resolver return codes',
        url: 'https://www.spamhaus.org/returnc/pub/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'spamhaus-listed',
    title: { en: 'Listed at Spamhaus', 'zh-cn': '被 Spamhaus 收录' },
    provider: 'Spamhaus',
    match: {
      codes: [550, 553, 554, 571],
      text: [
        'blocked using zen.spamhaus.org',
        'blocked using sbl-xbl.spamhaus.org',
        'spamhaus.org/query/ip',
        'spamhaus.org/query/bl',
        'spamhaus.org/sbl',
        'spamhaus.org/query/dbl',
        'check.spamhaus.org',
      ],
    },
    meaning: {
      en: 'The address or a domain is on a Spamhaus list: SBL for spam sources, XBL for infected hosts, PBL for addresses that should not send directly.',
      'zh-cn': '地址或域名在 Spamhaus 列表中：SBL 为垃圾邮件来源，XBL 为受感染主机，PBL 为不应直接发信的地址。',
    },
    action: {
      en: "Sender: look it up at check.spamhaus.org; clean the host, or send through the provider's relay for PBL.",
      'zh-cn': '发件方：在 check.spamhaus.org 查询；清理主机，若为 PBL 则经服务商中继发送。',
    },
    seeAlso: ['554', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    glossary: ['smtp-relay'],
    sources: [{ document: 'Spamhaus: Check', url: 'https://check.spamhaus.org/', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'postgrey-greylisted',
    title: { en: 'Greylisted', 'zh-cn': '被灰名单延迟' },
    provider: 'Postgrey',
    match: { codes: [450, 451], text: ['greylisted, see http', 'postgrey.schweikert.ch'] },
    meaning: {
      en: 'A new combination of client, sender and recipient has to come again after some minutes. Real servers do, spam programs mostly do not.',
      'zh-cn': '新的客户端、发件人、收件人组合须在几分钟后再次发送。正规服务器会重试，垃圾程序多半不会。',
    },
    action: {
      en: 'Client: keep it in the queue and retry from the same address. Nothing has to be changed.',
      'zh-cn': '客户端：留在队列中，从同一地址重试。无需更改任何设置。',
    },
    seeAlso: ['450', 'X.7.1', 'X.2.0'],
    guides: ['smtp-delivery-failures'],
    glossary: ['greylisting'],
    sources: [{ document: 'Postgrey', url: 'https://postgrey.schweikert.ch/', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'milter-greylist-greylisting',
    title: { en: 'Greylisted', 'zh-cn': '被灰名单延迟' },
    provider: 'milter-greylist',
    match: { codes: [451], text: ['greylisting in action'] },
    meaning: { en: 'Greylisting with the remaining time in the reply.', 'zh-cn': '灰名单，回复中注明了剩余时间。' },
    action: {
      en: 'Client: retry from the same address after that time.',
      'zh-cn': '客户端：在该时间之后从同一地址重试。',
    },
    seeAlso: ['451', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    glossary: ['greylisting'],
    sources: [{ document: 'milter-greylist', url: 'https://hcpnet.free.fr/milter-greylist/', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'greylisting-unnamed',
    title: { en: 'Greylisted', 'zh-cn': '被灰名单延迟' },
    provider: 'Greylisting',
    match: { codes: [421, 450, 451, 452], text: ['greylist', 'graylist'] },
    meaning: {
      en: 'Nothing is wrong with the message: the server sees this sender for the first time and takes it when the client comes again after a pause.',
      'zh-cn': '邮件本身没有问题：服务器首次见到该发件方，客户端过一段时间再来即可被接受。',
    },
    action: {
      en: 'Client: keep it in the queue and retry from the same IP address after the pause that the text names, or 5 to 15 minutes. Mail servers do so by themselves; a program that sends directly must do it, or hand the message to one.',
      'zh-cn':
        '客户端：留在队列中，在文字所述的间隔（或 5 至 15 分钟）之后从同一 IP 地址重试。邮件服务器会自动这样做；直接发信的程序须自行重试，或把邮件交给邮件服务器。',
    },
    seeAlso: ['450', '451', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    glossary: ['greylisting'],
    sources: [
      { document: 'RFC 6647: Email Greylisting', url: 'https://www.rfc-editor.org/rfc/rfc6647', date: '2026-11-24' },
    ],
  },
];
