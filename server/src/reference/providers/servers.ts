import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of Sendmail and Dovecot.
 */
export const serverReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'sendmail-relaying-denied',
    title: { en: 'Relaying refused', 'zh-cn': '拒绝中继' },
    provider: 'Sendmail',
    match: { codes: [550], text: ['relaying denied'] },
    meaning: {
      en: 'The domain is not served here and the client may not relay. A missing reverse DNS of the client is named too.',
      'zh-cn': '本机不负责该域名，客户端也无权中继。若客户端缺少反向解析也会注明。',
    },
    action: {
      en: 'Client: log in. Administrator: `relay-domains` or the access map.',
      'zh-cn': '客户端：先登录。管理员：检查 `relay-domains` 或 access 表。',
    },
    seeAlso: ['550', 'X.7.1'],
    glossary: ['open-relay', 'smtp-relay'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendmail-polite-people',
    title: { en: 'Hello missing', 'zh-cn': '缺少问候' },
    provider: 'Sendmail',
    match: { codes: [503], text: ['polite people say helo first'] },
    meaning: { en: 'sendmail wants a hello before MAIL.', 'zh-cn': 'sendmail 要求在 MAIL 之前先问候。' },
    action: {
      en: 'Client: send EHLO first, and again after STARTTLS.',
      'zh-cn': '客户端：先发送 EHLO，STARTTLS 之后再发一次。',
    },
    seeAlso: ['503', 'EHLO'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendmail-order',
    title: { en: 'Commands in the wrong order', 'zh-cn': '命令顺序错误' },
    provider: 'Sendmail',
    match: {
      codes: [503],
      enhanced: ['5.0.0', '5.5.0'],
      text: ['need mail before rcpt', 'need mail command', 'need rcpt (recipient)', 'sender already specified'],
    },
    meaning: {
      en: 'MAIL or an accepted RCPT is missing, or a second MAIL came.',
      'zh-cn': '缺少 MAIL 或被接受的 RCPT，或重复发送了 MAIL。',
    },
    action: {
      en: 'Client: look at the replies to MAIL and RCPT before this one; RSET before a new MAIL.',
      'zh-cn': '客户端：查看此前 MAIL 与 RCPT 的回复；新的 MAIL 之前发送 RSET。',
    },
    seeAlso: ['503', 'MAIL', 'RCPT', 'RSET'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendmail-sender-domain',
    title: { en: 'Sender domain does not resolve', 'zh-cn': '发件人域名无法解析' },
    provider: 'Sendmail',
    match: { codes: [553, 451, 501], text: ['domain of sender address'] },
    meaning: {
      en: 'The domain of the reverse-path does not exist (553) or could not be looked up just now (451).',
      'zh-cn': '反向路径的域名不存在（553）或暂时无法查询（451）。',
    },
    action: { en: 'Sender: use a domain that exists in DNS.', 'zh-cn': '发件方：使用 DNS 中存在的域名。' },
    seeAlso: ['553', '451', 'X.1.8'],
    guides: ['dns-record-types'],
    glossary: ['reverse-path'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendmail-user-unknown',
    title: { en: 'Recipient unknown', 'zh-cn': '收件人未知' },
    provider: 'Sendmail',
    match: { codes: [550], text: ['... user unknown'] },
    meaning: { en: 'There is no such user or alias on this host.', 'zh-cn': '本机没有该用户或别名。' },
    action: { en: 'Sender: correct the address.', 'zh-cn': '发件方：更正地址。' },
    seeAlso: ['550', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendmail-connection-rate',
    title: { en: 'Too many connections', 'zh-cn': '连接过多' },
    provider: 'Sendmail',
    match: { codes: [421, 452], text: ['connection rate limit exceeded', 'too many open connections'] },
    meaning: {
      en: 'The client opened more connections in the interval than allowed.',
      'zh-cn': '客户端在时限内建立的连接超过上限。',
    },
    action: { en: 'Client: use fewer connections and retry later.', 'zh-cn': '客户端：减少连接并稍后重试。' },
    seeAlso: ['421'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'dovecot-no-such-user',
    title: { en: 'No such mailbox', 'zh-cn': '邮箱不存在' },
    provider: 'Dovecot',
    match: { codes: [550], enhanced: ['5.1.1'], text: ["user doesn't exist"] },
    meaning: {
      en: "Dovecot's LMTP does not know the user. The server before it should have refused at RCPT.",
      'zh-cn': 'Dovecot 的 LMTP 不认识该用户。前面的服务器本应在 RCPT 时拒绝。',
    },
    action: {
      en: 'Administrator: check the user database, and let the MTA check recipients.',
      'zh-cn': '管理员：检查用户数据库，并让 MTA 校验收件人。',
    },
    seeAlso: ['550', 'X.1.1', 'LHLO'],
    sources: [
      {
        document: 'Dovecot: LMTP server',
        url: 'https://doc.dovecot.org/latest/core/config/delivery/lmtp.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'dovecot-quota',
    title: { en: 'Mailbox full', 'zh-cn': '邮箱已满' },
    provider: 'Dovecot',
    match: { codes: [552, 452], text: ['quota exceeded (mailbox for user is full)'] },
    meaning: { en: "The user's quota is used up.", 'zh-cn': '该用户的配额已用尽。' },
    action: {
      en: 'Recipient: delete mail. Administrator: raise the quota, or let the MTA ask for it before it accepts.',
      'zh-cn': '收件人：删除邮件。管理员：提高配额，或让 MTA 在接收前查询配额。',
    },
    seeAlso: ['552', '452', 'X.2.2'],
    guides: ['bounces-soft-hard'],
    sources: [
      { document: 'Dovecot: Quota', url: 'https://doc.dovecot.org/latest/core/plugins/quota.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'dovecot-lmtp-order',
    title: { en: 'LMTP commands in the wrong order', 'zh-cn': 'LMTP 命令顺序错误' },
    provider: 'Dovecot',
    match: { codes: [503], enhanced: ['5.5.0'], text: ['mail needed first', 'no valid recipients'] },
    meaning: {
      en: 'MAIL is missing, or every RCPT was refused before DATA.',
      'zh-cn': '缺少 MAIL，或 DATA 之前所有 RCPT 均被拒。',
    },
    action: {
      en: 'Client: send LHLO, MAIL and RCPT, and DATA only when a recipient was accepted.',
      'zh-cn': '客户端：依次发送 LHLO、MAIL、RCPT，有收件人被接受后再发 DATA。',
    },
    seeAlso: ['503', 'LHLO', 'RCPT'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'Dovecot: LMTP server',
        url: 'https://doc.dovecot.org/latest/core/config/delivery/lmtp.html',
        date: '2026-11-24',
      },
    ],
  },
];
