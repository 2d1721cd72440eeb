import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of Postfix with its own texts.
 */
export const postfixReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'postfix-nested-mail',
    title: { en: 'MAIL inside a transaction', 'zh-cn': '事务中又发 MAIL' },
    provider: 'Postfix',
    match: { codes: [503], text: ['error: nested mail command'] },
    meaning: {
      en: 'A transaction is already open, and a second MAIL came. It was not closed by DATA, RSET or a new EHLO.',
      'zh-cn': '已有未完成的事务，却又收到 MAIL。之前没有用 DATA、RSET 或新的 EHLO 结束它。',
    },
    action: {
      en: 'Client: send RSET before the next MAIL, above all after recipients were refused.',
      'zh-cn': '客户端：在下一条 MAIL 之前发送 RSET，尤其是收件人被拒之后。',
    },
    seeAlso: ['503', 'MAIL', 'RSET'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [{ document: 'Postfix smtpd(8)', url: 'https://www.postfix.org/smtpd.8.html', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-need-mail',
    title: { en: 'MAIL missing', 'zh-cn': '缺少 MAIL' },
    provider: 'Postfix',
    match: { codes: [503], text: ['error: need mail command'] },
    meaning: {
      en: 'RCPT or DATA came without an accepted MAIL. Often MAIL was sent but refused.',
      'zh-cn': '在没有被接受的 MAIL 的情况下收到 RCPT 或 DATA。常见的是 MAIL 已发送但被拒。',
    },
    action: {
      en: 'Client: look at the reply to MAIL; after a new EHLO or RSET start again with MAIL.',
      'zh-cn': '客户端：查看 MAIL 的回复；重发 EHLO 或 RSET 之后要从 MAIL 重新开始。',
    },
    seeAlso: ['503', 'MAIL', 'RCPT'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [{ document: 'Postfix smtpd(8)', url: 'https://www.postfix.org/smtpd.8.html', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-need-rcpt',
    title: { en: 'RCPT missing', 'zh-cn': '缺少 RCPT' },
    provider: 'Postfix',
    match: { codes: [503], text: ['error: need rcpt command'] },
    meaning: {
      en: 'DATA or BDAT came before any RCPT. If RCPT was sent, look whether it was refused.',
      'zh-cn': '在任何 RCPT 之前就收到 DATA 或 BDAT。若已发送 RCPT，请查看是否被拒。',
    },
    action: {
      en: 'Client: send DATA only after at least one RCPT got 2yz.',
      'zh-cn': '客户端：至少有一条 RCPT 得到 2yz 后再发送 DATA。',
    },
    seeAlso: ['503', 'RCPT', 'DATA', '554'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [{ document: 'Postfix smtpd(8)', url: 'https://www.postfix.org/smtpd.8.html', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-hello-first',
    title: { en: 'Hello missing', 'zh-cn': '缺少问候' },
    provider: 'Postfix',
    match: { codes: [503], text: ['error: send helo/ehlo first'] },
    meaning: {
      en: '`smtpd_helo_required` is on and no EHLO or HELO was accepted yet. After STARTTLS it has to be sent again.',
      'zh-cn': '启用了 `smtpd_helo_required`，而尚无被接受的 EHLO 或 HELO。STARTTLS 之后须重新发送。',
    },
    action: { en: 'Client: send EHLO first, and again after TLS.', 'zh-cn': '客户端：先发送 EHLO，TLS 之后再发一次。' },
    seeAlso: ['503', 'EHLO'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-no-valid-recipients',
    title: { en: 'All recipients were refused', 'zh-cn': '所有收件人都被拒' },
    provider: 'Postfix',
    match: { codes: [554], text: ['error: no valid recipients'] },
    meaning: {
      en: 'DATA was sent, but every RCPT before it had been refused. The real cause stands in those replies.',
      'zh-cn': '已发送 DATA，但此前每条 RCPT 都被拒。真正原因在那些回复中。',
    },
    action: {
      en: 'Client: do not send DATA when no recipient was accepted; show the replies to RCPT.',
      'zh-cn': '客户端：没有收件人被接受时不要发送 DATA，应显示 RCPT 的回复。',
    },
    seeAlso: ['554', 'RCPT', 'DATA', '503'],
    guides: ['smtp-delivery-failures'],
    glossary: ['smtp-pipelining', 'mail-transaction'],
    sources: [{ document: 'Postfix smtpd(8)', url: 'https://www.postfix.org/smtpd.8.html', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-relay-denied',
    title: { en: 'Relaying refused', 'zh-cn': '拒绝中继' },
    provider: 'Postfix',
    match: { codes: [554, 454, 550], text: ['relay access denied'] },
    meaning: {
      en: 'The server neither holds this domain nor trusts this client to send elsewhere. 454 means that it may be a fault of its configuration.',
      'zh-cn': '服务器既不负责该域名，也不信任该客户端向外发信。454 表示可能是服务器配置问题。',
    },
    action: {
      en: 'Client: log in, or use the right server. Administrator: add the domain or the network; never open relay for all.',
      'zh-cn': '客户端：先登录，或使用正确的服务器。管理员：添加域名或网络，切勿对所有人开放中继。',
    },
    seeAlso: ['554', '454', 'X.7.1'],
    glossary: ['open-relay', 'smtp-relay'],
    sources: [
      {
        document: 'Postfix SMTP relay and access control',
        url: 'https://www.postfix.org/SMTPD_ACCESS_README.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-user-unknown',
    title: { en: 'Recipient unknown', 'zh-cn': '收件人未知' },
    provider: 'Postfix',
    match: {
      codes: [550, 450],
      text: [
        'user unknown in local recipient table',
        'user unknown in virtual mailbox table',
        'user unknown in virtual alias table',
        'user unknown in relay recipient table',
        'unknown user account',
      ],
    },
    meaning: {
      en: 'The domain is served here, but the address is in none of the tables. 450 in place of 550 is `soft_bounce` or a test setting.',
      'zh-cn': '本机负责该域名，但地址不在任何收件人表中。若为 450 而非 550，则是 `soft_bounce` 或测试设置。',
    },
    action: {
      en: 'Sender: correct the address. Administrator: check the map named in the reply.',
      'zh-cn': '发件方：更正地址。管理员：检查回复中提到的查找表。',
    },
    seeAlso: ['550', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'Postfix local recipient table',
        url: 'https://www.postfix.org/LOCAL_RECIPIENT_README.html',
        date: '2026-11-24',
      },
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-sender-domain-not-found',
    title: { en: 'Sender domain does not resolve', 'zh-cn': '发件人域名无法解析' },
    provider: 'Postfix',
    match: {
      codes: [450, 550, 504],
      text: ['sender address rejected: domain not found', 'sender address rejected: need fully-qualified address'],
    },
    meaning: {
      en: 'The domain of the reverse-path has neither MX nor address record, or is not a full name.',
      'zh-cn': '反向路径的域名既无 MX 也无地址记录，或不是完整域名。',
    },
    action: {
      en: 'Sender: use an address in a domain that exists in DNS. Administrator: check the resolver when it hits many.',
      'zh-cn': '发件方：使用 DNS 中存在的域名。管理员：若大量出现，检查解析器。',
    },
    seeAlso: ['450', 'X.1.8'],
    guides: ['dns-record-types'],
    glossary: ['reverse-path', 'mx-record'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-helo-rejected',
    title: { en: 'Hello name refused', 'zh-cn': '问候名称被拒' },
    provider: 'Postfix',
    match: { codes: [450, 504, 550, 501], text: ['helo command rejected'] },
    meaning: {
      en: 'The name in EHLO is not a full host name, or does not resolve. The reason follows the colon.',
      'zh-cn': 'EHLO 中的名称不是完整主机名，或无法解析。原因写在冒号之后。',
    },
    action: {
      en: 'Client: give a full host name that resolves to its own address; not `localhost`.',
      'zh-cn': '客户端：给出能解析到自身地址的完整主机名，不要用 `localhost`。',
    },
    seeAlso: ['504', 'EHLO'],
    guides: ['dns-record-types'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
      {
        document: 'Postfix SMTP relay and access control',
        url: 'https://www.postfix.org/SMTPD_ACCESS_README.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-client-hostname',
    title: { en: 'No matching reverse DNS', 'zh-cn': '反向解析不匹配' },
    provider: 'Postfix',
    match: { codes: [450, 550], text: ['cannot find your hostname', 'cannot find your reverse hostname'] },
    meaning: {
      en: "The client's address has no PTR record, or its name does not lead back to the address.",
      'zh-cn': '客户端地址没有 PTR 记录，或该名称不能解析回此地址。',
    },
    action: {
      en: 'Administrator of the sending host: set PTR and A records that match.',
      'zh-cn': '发送主机管理员：设置互相匹配的 PTR 与 A 记录。',
    },
    seeAlso: ['450', 'X.7.25'],
    guides: ['dns-record-types'],
    glossary: ['ptr-record'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-improper-pipelining',
    title: { en: 'Spoke out of turn', 'zh-cn': '抢先发送命令' },
    provider: 'Postfix',
    match: { codes: [503, 550, 554], text: ['improper use of smtp command pipelining', 'improper command pipelining'] },
    meaning: {
      en: 'The client sent commands without waiting where it must wait: before the EHLO reply, after DATA, or without PIPELINING.',
      'zh-cn': '客户端在必须等待的地方没有等待：EHLO 回复之前、DATA 之后，或未提供 PIPELINING 时。',
    },
    action: {
      en: 'Client: wait for each reply unless PIPELINING was offered, and always after EHLO, DATA and STARTTLS.',
      'zh-cn': '客户端：除非提供了 PIPELINING，否则逐条等待回复；EHLO、DATA、STARTTLS 之后始终要等待。',
    },
    seeAlso: ['503', 'PIPELINING'],
    glossary: ['smtp-pipelining'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-too-many-errors',
    title: { en: 'Too many errors', 'zh-cn': '错误过多' },
    provider: 'Postfix',
    match: { codes: [421], text: ['error: too many errors'] },
    meaning: {
      en: 'After `smtpd_hard_error_limit` errors in the session Postfix hangs up. The cause is in the earlier replies.',
      'zh-cn': '会话中的错误达到 `smtpd_hard_error_limit` 后 Postfix 断开连接。原因在先前的回复中。',
    },
    action: {
      en: 'Client: mend the first error; do not try many unknown recipients in one session.',
      'zh-cn': '客户端：修正第一个错误；不要在一个会话中尝试大量未知收件人。',
    },
    seeAlso: ['421'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-message-too-big',
    title: { en: 'Message too large', 'zh-cn': '邮件过大' },
    provider: 'Postfix',
    match: { codes: [552], text: ['message file too big', 'message size exceeds fixed limit'] },
    meaning: {
      en: 'The message is larger than `message_size_limit`, whose value EHLO announces as SIZE.',
      'zh-cn': '邮件超过 `message_size_limit`，该值在 EHLO 中以 SIZE 声明。',
    },
    action: {
      en: 'Sender: make it smaller. Administrator: raise `message_size_limit`, and the mailbox limit with it.',
      'zh-cn': '发件方：缩小邮件。管理员：调高 `message_size_limit` 以及邮箱上限。',
    },
    seeAlso: ['552', 'SIZE', 'X.3.4'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-rbl-blocked',
    title: { en: 'Listed on a blocklist', 'zh-cn': '被列入阻止列表' },
    provider: 'Postfix',
    match: {
      codes: [554, 450, 550],
      text: [
        'service unavailable; client host',
        'service unavailable; sender address',
        'service unavailable; helo command',
        'service unavailable; unverified client host',
      ],
    },
    meaning: {
      en: 'A DNS blocklist named in the reply lists this address or name. The list decides, not this server.',
      'zh-cn': '回复中所示的 DNS 阻止列表收录了该地址或名称。决定权在该列表而非此服务器。',
    },
    action: {
      en: 'Sender: look up the listing at the link in the reply, remove the cause, ask for removal.',
      'zh-cn': '发件方：通过回复中的链接查询，消除原因后申请移除。',
    },
    seeAlso: ['554', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-auth-failed',
    title: { en: 'Login failed', 'zh-cn': '登录失败' },
    provider: 'Postfix',
    match: { codes: [535], text: ['error: authentication failed'] },
    meaning: {
      en: 'The SASL back end, Dovecot or Cyrus, did not accept the login.',
      'zh-cn': 'SASL 后端（Dovecot 或 Cyrus）不接受此登录。',
    },
    action: {
      en: 'User: check name and password. Administrator: look in the log of the back end.',
      'zh-cn': '用户：检查用户名和密码。管理员：查看后端日志。',
    },
    seeAlso: ['535', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [{ document: 'Postfix SASL Howto', url: 'https://www.postfix.org/SASL_README.html', date: '2026-11-24' }],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-sender-login-mismatch',
    title: { en: 'Sender does not belong to this login', 'zh-cn': '发件人与登录用户不符' },
    provider: 'Postfix',
    match: { codes: [553], text: ['not owned by user', 'not logged in'] },
    meaning: {
      en: '`smtpd_sender_login_maps` gives this sender address to another user.',
      'zh-cn': '`smtpd_sender_login_maps` 规定该发件地址属于其他用户。',
    },
    action: {
      en: "Client: send with the user's own address. Administrator: add the pair to the map.",
      'zh-cn': '客户端：使用用户自己的地址。管理员：在映射表中添加对应关系。',
    },
    seeAlso: ['553', 'X.7.1'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'Postfix SASL Howto', url: 'https://www.postfix.org/SASL_README.html', date: '2026-11-24' },
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-recipient-unverified',
    title: { en: 'Address could not be verified', 'zh-cn': '无法验证地址' },
    provider: 'Postfix',
    match: { codes: [450, 550], text: ['unverified address'] },
    meaning: {
      en: 'Postfix asked the next server about the address and got no positive answer yet.',
      'zh-cn': 'Postfix 已向下一台服务器查询该地址，尚未得到肯定答复。',
    },
    action: {
      en: 'Client: retry on 450. Administrator: see the probe in the log of this server.',
      'zh-cn': '客户端：遇到 450 时重试。管理员：查看本机日志中的探测记录。',
    },
    seeAlso: ['450', 'X.1.1'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-temporary-failure',
    title: { en: 'Server has a fault of its own', 'zh-cn': '服务器自身故障' },
    provider: 'Postfix',
    match: {
      codes: [451, 452],
      text: [
        'temporary lookup failure',
        'server configuration error',
        'queue file write error',
        'insufficient system storage',
      ],
    },
    meaning: {
      en: 'A map, a milter, the queue or the disk of this server does not work. It is no fault of the sender.',
      'zh-cn': '本服务器的查找表、milter、队列或磁盘出了问题，与发件方无关。',
    },
    action: {
      en: 'Client: retry. Administrator: look for `warning` and `fatal` in the mail log.',
      'zh-cn': '客户端：重试。管理员：在邮件日志中查找 `warning` 和 `fatal`。',
    },
    seeAlso: ['451', '452'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-postscreen',
    title: { en: 'Stopped by postscreen', 'zh-cn': '被 postscreen 拦下' },
    provider: 'Postfix',
    match: {
      codes: [550, 450, 521],
      text: ['service currently unavailable', 'service currently not available', 'protocol error'],
    },
    meaning: {
      en: 'postscreen tests new clients before they reach Postfix. 450 is normal after its deep tests; 550 means that the client spoke too early or broke the protocol.',
      'zh-cn':
        'postscreen 在客户端接触 Postfix 之前进行检测。深度检测后回复 450 属正常；550 表示客户端抢先发言或违反协议。',
    },
    action: {
      en: 'Client: retry on 450 from the same address; wait for the greeting and for replies.',
      'zh-cn': '客户端：遇到 450 时从同一地址重试；等待问候和回复。',
    },
    seeAlso: ['450', '550'],
    glossary: ['greylisting'],
    sources: [
      {
        document: 'Postfix Postscreen Howto',
        url: 'https://www.postfix.org/POSTSCREEN_README.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-bare-newline',
    title: { en: 'Bare line feed', 'zh-cn': '裸换行符' },
    provider: 'Postfix',
    match: { codes: [521, 550], text: ['bare <lf> received', 'bare newline'] },
    meaning: {
      en: 'A line ended with LF alone in place of CR LF. Postfix refuses that since it can hide a second message (SMTP smuggling).',
      'zh-cn': '某行只以 LF 而非 CR LF 结束。由于可能夹带第二封邮件（SMTP 走私），Postfix 予以拒绝。',
    },
    action: {
      en: 'Client: end every line with CR LF, also inside the message.',
      'zh-cn': '客户端：每一行都以 CR LF 结束，邮件内容也不例外。',
    },
    seeAlso: ['521', '550', 'DATA'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'postfix-starttls-first',
    title: { en: 'STARTTLS first', 'zh-cn': '须先 STARTTLS' },
    provider: 'Postfix',
    match: { codes: [530], text: ['must issue a starttls command first'] },
    meaning: {
      en: '`smtpd_tls_security_level = encrypt` is set and the connection is not encrypted yet. Sendmail and others use the same words.',
      'zh-cn': '已设置 `smtpd_tls_security_level = encrypt`，而连接尚未加密。Sendmail 等也使用同样的措辞。',
    },
    action: {
      en: 'Client: send STARTTLS after EHLO, then EHLO again.',
      'zh-cn': '客户端：在 EHLO 之后发送 STARTTLS，再重发 EHLO。',
    },
    seeAlso: ['530', 'STARTTLS', 'X.7.0'],
    guides: ['tls-1-3'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'Postfix configuration parameters',
        url: 'https://www.postfix.org/postconf.5.html',
        date: '2026-11-24',
      },
    ],
  },
];
