import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of Yahoo with AOL, and of iCloud.
 */
export const mailboxProviderReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'yahoo-deferred-volume',
    title: { en: 'Deferred for volume or complaints', 'zh-cn': '因发送量或投诉被延迟' },
    provider: 'Yahoo',
    match: {
      codes: [421, 451],
      text: [
        'temporarily deferred due to unexpected volume or user complaints',
        'temporarily deferred due to user complaints',
        '[tss04]',
      ],
    },
    meaning: {
      en: 'Yahoo and AOL hold back mail from this address because of unusual volume or complaints (TSS04).',
      'zh-cn': '因发送量异常或用户投诉，Yahoo 和 AOL 暂缓接收来自该地址的邮件（TSS04）。',
    },
    action: {
      en: 'Client: retry with long pauses. Sender: lower the volume, remove complainers with the feedback loop.',
      'zh-cn': '客户端：以较长间隔重试。发件方：降低发送量，并通过反馈环清除投诉者。',
    },
    seeAlso: ['421'],
    guides: ['feedback-loops', 'ip-warming'],
    sources: [
      {
        document: 'Yahoo Sender Hub: SMTP error codes',
        url: 'https://senders.yahooinc.com/smtp-error-codes/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'yahoo-permanently-deferred',
    title: { en: 'Blocked for good', 'zh-cn': '被长期拦截' },
    provider: 'Yahoo',
    match: { codes: [553, 421], text: ['will be permanently deferred'] },
    meaning: {
      en: 'Yahoo refuses all mail from this address; retrying does not help (TSS09, TSS11).',
      'zh-cn': 'Yahoo 拒绝来自该地址的所有邮件，重试无效（TSS09、TSS11）。',
    },
    action: {
      en: "Sender: stop, mend the list and the complaints, then use Yahoo's sender support form.",
      'zh-cn': '发件方：停止发送，整改列表与投诉问题，然后使用 Yahoo 的发件人支持表单。',
    },
    seeAlso: ['553', 'X.7.1'],
    guides: ['feedback-loops'],
    sources: [
      {
        document: 'Yahoo Sender Hub: SMTP error codes',
        url: 'https://senders.yahooinc.com/smtp-error-codes/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'yahoo-unauthenticated-sender',
    title: { en: 'Sender not authenticated', 'zh-cn': '发件人未通过验证' },
    provider: 'Yahoo',
    match: { codes: [550, 554], text: ['yahoo requires all senders to authenticate'] },
    meaning: { en: 'Neither SPF nor DKIM passed for this message.', 'zh-cn': '该邮件的 SPF 和 DKIM 都未通过。' },
    action: { en: 'Sender: set up SPF and DKIM for the domain.', 'zh-cn': '发件方：为该域名配置 SPF 和 DKIM。' },
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Yahoo Sender Hub: SMTP error codes',
        url: 'https://senders.yahooinc.com/smtp-error-codes/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'yahoo-policy-reasons',
    title: { en: 'Not accepted for policy reasons', 'zh-cn': '因策略原因不被接受' },
    provider: 'Yahoo',
    match: { codes: [554], text: ['not accepted for policy reasons'] },
    meaning: {
      en: 'Content, a link, or a failed DMARC check of the From domain led to the refusal.',
      'zh-cn': '因内容、链接或 From 域名的 DMARC 检查失败而被拒。',
    },
    action: {
      en: 'Sender: check DMARC alignment first, then links and content.',
      'zh-cn': '发件方：先检查 DMARC 对齐，再检查链接和内容。',
    },
    seeAlso: ['554', 'X.7.1'],
    guides: ['spf-dkim-dmarc-setup', 'bulk-email'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Yahoo Sender Hub: SMTP error codes',
        url: 'https://senders.yahooinc.com/smtp-error-codes/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'yahoo-spamhaus-listed',
    title: { en: 'Listed at Spamhaus', 'zh-cn': '被 Spamhaus 收录' },
    provider: 'Yahoo',
    match: {
      codes: [553],
      text: ["because the ip is in spamhaus's list", 'not accepted from ip addresses on spamhaus'],
    },
    meaning: {
      en: 'Yahoo takes no connection from addresses on a Spamhaus list (BL21, BL23).',
      'zh-cn': 'Yahoo 不接受 Spamhaus 列表中的地址的连接（BL21、BL23）。',
    },
    action: {
      en: 'Sender: look up the address at Spamhaus and ask for removal there.',
      'zh-cn': '发件方：在 Spamhaus 查询并申请移除。',
    },
    seeAlso: ['553', 'X.7.1'],
    sources: [
      {
        document: 'Yahoo Sender Hub: SMTP error codes',
        url: 'https://senders.yahooinc.com/smtp-error-codes/',
        date: '2026-11-24',
      },
      { document: 'Spamhaus: Check', url: 'https://check.spamhaus.org/', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'yahoo-no-such-user',
    title: { en: 'No such mailbox', 'zh-cn': '邮箱不存在' },
    provider: 'Yahoo',
    match: {
      codes: [554, 552],
      text: [
        "dd this user doesn't have a",
        'requested mail action aborted, mailbox not found',
        'this mailbox is disabled',
      ],
    },
    meaning: {
      en: 'The mailbox does not exist at Yahoo or AOL, or is switched off. Yahoo often says it only after the data.',
      'zh-cn': '该邮箱在 Yahoo 或 AOL 不存在或已停用。Yahoo 常在数据之后才告知。',
    },
    action: { en: 'Sender: remove the address.', 'zh-cn': '发件方：删除该地址。' },
    seeAlso: ['554', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Yahoo Sender Hub: SMTP error codes',
        url: 'https://senders.yahooinc.com/smtp-error-codes/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'icloud-local-policy',
    title: { en: 'Refused by local policy', 'zh-cn': '因本地策略被拒' },
    provider: 'iCloud',
    match: { codes: [550, 554], text: ['message rejected due to local policy'] },
    meaning: {
      en: "Apple's filter refused the content or the reputation of the sender (CS01 and others).",
      'zh-cn': 'Apple 的过滤器因内容或发件方信誉而拒收（CS01 等）。',
    },
    action: {
      en: "Sender: check SPF, DKIM and DMARC, content and links; write to Apple's postmaster with the reply.",
      'zh-cn': '发件方：检查 SPF、DKIM、DMARC、内容和链接；附上回复联系 Apple 邮件管理员。',
    },
    seeAlso: ['550', 'X.7.1'],
    guides: ['bulk-email'],
    sources: [
      {
        document: 'Apple: Postmaster information for iCloud Mail',
        url: 'https://support.apple.com/en-us/102322',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'icloud-unauthenticated',
    title: { en: 'SPF and DKIM failed', 'zh-cn': 'SPF 与 DKIM 均失败' },
    provider: 'iCloud',
    match: { codes: [554, 550], text: ['blocked for failing both spf and dkim'] },
    meaning: {
      en: 'Both SPF and DKIM failed, so iCloud does not take the message.',
      'zh-cn': 'SPF 和 DKIM 均失败，iCloud 不接收该邮件。',
    },
    action: { en: 'Sender: set up both for the sending domain.', 'zh-cn': '发件方：为发送域名配置两者。' },
    seeAlso: ['554', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Apple: Postmaster information for iCloud Mail',
        url: 'https://support.apple.com/en-us/102322',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'icloud-excessive-volume',
    title: { en: 'Too much mail to this recipient', 'zh-cn': '发往该收件人的邮件过多' },
    provider: 'iCloud',
    match: { codes: [421], text: ['deferred due to excessive volume'] },
    meaning: {
      en: 'Too many messages for one iCloud address in a short time.',
      'zh-cn': '短时间内发往同一 iCloud 地址的邮件过多。',
    },
    action: {
      en: 'Client: retry later. Sender: send less to the same address.',
      'zh-cn': '客户端：稍后重试。发件方：减少发往同一地址的邮件。',
    },
    seeAlso: ['421'],
    sources: [
      {
        document: 'Apple: Postmaster information for iCloud Mail',
        url: 'https://support.apple.com/en-us/102322',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'icloud-inactive-address',
    title: { en: 'Address inactive or unknown', 'zh-cn': '地址不活跃或未知' },
    provider: 'iCloud',
    match: { codes: [550], text: ['inactive email address', 'unknown or illegal alias'] },
    meaning: {
      en: 'The iCloud address does not exist or is no longer used.',
      'zh-cn': '该 iCloud 地址不存在或已不再使用。',
    },
    action: { en: 'Sender: remove the address.', 'zh-cn': '发件方：删除该地址。' },
    seeAlso: ['550', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Apple: Postmaster information for iCloud Mail',
        url: 'https://support.apple.com/en-us/102322',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'icloud-over-quota',
    title: { en: 'Mailbox full', 'zh-cn': '邮箱已满' },
    provider: 'iCloud',
    match: { codes: [552], text: ['user is over quota'] },
    meaning: { en: 'The storage of the iCloud account is used up.', 'zh-cn': '该 iCloud 账号的存储空间已用尽。' },
    action: {
      en: 'Recipient: free space. Sender: try again after some days.',
      'zh-cn': '收件人：清理空间。发件方：数日后再试。',
    },
    seeAlso: ['552', 'X.2.2'],
    sources: [
      {
        document: 'Apple: Postmaster information for iCloud Mail',
        url: 'https://support.apple.com/en-us/102322',
        date: '2026-11-24',
      },
    ],
  },
];
