import type { GlossaryEntry } from '../entry';

/** The agents that carry a message, and the queue between them. */
export const deliveryTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'mta',
    title: { en: 'MTA (Mail Transfer Agent)', 'zh-cn': 'MTA（邮件传输代理）' },
    meaning: {
      en:
        'An MTA is a mail server that accepts messages by SMTP, queues them and passes them on toward their ' +
        'destination.',
      'zh-cn': 'MTA 是邮件服务器，它通过 SMTP 接收邮件、放入队列，再朝目的地传递。',
    },
    names: ['mta', 'mail transfer agent', 'message transfer agent', 'mail server', '邮件传输代理', '邮件服务器'],
    text: {
      en:
        'An MTA is a mail server that accepts messages by SMTP, queues them and passes them on toward their ' +
        'destination. Postfix, Exim, Sendmail, OpenSMTPD and Exchange transport are MTAs. It plays both roles of ' +
        'the protocol, server toward the sender and client toward the next hop, so one message leaves two ' +
        'dialogues in its log, tied together by the queue id. Find out which role you are looking at before you ' +
        'read an arrow: in Postfix `smtpd` lines are the receiving side, `smtp` lines the sending side. With its ' +
        '`250` after the data an MTA promises to deliver or to report failure.',
      'zh-cn':
        'MTA 是邮件服务器，它通过 SMTP 接收邮件、放入队列，再朝目的地传递。Postfix、Exim、Sendmail、OpenSMTPD 和 ' +
        'Exchange 传输服务都是 MTA。它在协议中扮演两个角色：对发送方是服务器，对下一跳是客户端，所以一封邮件会在它' +
        '的日志里留下两段对话，由队列 ID 联系起来。看箭头之前先弄清看的是哪个角色：Postfix 的 `smtpd` 行是接收方，' +
        '`smtp` 行是发送方。MTA 在数据之后答 `250`，就是承诺要么投递、要么报告失败。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=mx.example.org[192.0.2.25]:25, delay=0.8, dsn=2.0.0, status=sent (250 2.0.0 Ok)',
    seeAlso: ['mua', 'msa', 'mda', 'smtp-relay', 'email-queue', 'queue-id'],
    guides: ['rfc-5321-deep-dive', 'header-analysis'],
    sources: [
      { document: 'RFC 5598', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5598.html#section-4.3.2' },
      { document: 'RFC 5321', section: '2.3.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.3' },
    ],
  },
  {
    kind: 'term',
    key: 'mua',
    title: { en: 'MUA', 'zh-cn': 'MUA' },
    meaning: {
      en:
        'An MUA is the program with which a person writes and reads mail: Outlook, Thunderbird, a phone app, or a ' +
        'script using a mail library.',
      'zh-cn': 'MUA 是人用来写信和读信的程序：Outlook、Thunderbird、手机应用，或者使用邮件库的脚本。',
    },
    names: [
      'mua',
      'mail user agent',
      'message user agent',
      'mail client',
      'email client',
      '邮件用户代理',
      '邮件客户端',
    ],
    text: {
      en:
        'An MUA is the program with which a person writes and reads mail: Outlook, Thunderbird, a phone app, or a ' +
        'script using a mail library. It hands messages to a submission server on port 587 or 465 and logs in with ' +
        'AUTH; it normally does not talk to the servers of the recipients. In logs MUAs are easily told from ' +
        'servers: EHLO with an address literal or a local name, `AUTH` soon after, few recipients, and a QUIT or ' +
        'just a dropped connection. Errors such as `535` are for the user to mend. If an MUA appears on port 25 ' +
        'from a home connection, expect it to be refused by policy lists.',
      'zh-cn':
        'MUA 是人用来写信和读信的程序：Outlook、Thunderbird、手机应用，或者使用邮件库的脚本。它在 587 或 465 端口把' +
        '邮件交给提交服务器，并用 AUTH 登录；通常不会直接连接收件人的服务器。在日志中很容易区分 MUA 和服务器：EHLO ' +
        '使用地址字面量或本地名称，紧接着就是 `AUTH`，收件人很少，最后发 QUIT 或者干脆断开。`535` 之类的错误应由用' +
        '户自己解决。如果 MUA 从家庭网络出现在 25 端口，多半会被策略名单拒绝。',
    },
    looksLike: `C: EHLO [192.168.1.20]
S: 250-smtp.example.com
S: 250 AUTH PLAIN LOGIN
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['msa', 'mta', 'submission', 'smtp-authentication', '235', '535', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    sources: [
      { document: 'RFC 5598', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5598.html#section-4.2.1' },
      { document: 'RFC 6409', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc6409.html#section-2.1' },
    ],
  },
  {
    kind: 'term',
    key: 'msa',
    title: { en: 'MSA', 'zh-cn': 'MSA' },
    meaning: {
      en:
        'An MSA is the server that takes new messages from users and programs, as opposed to mail arriving from ' +
        'other servers.',
      'zh-cn': 'MSA 是接收用户和程序新写邮件的服务器，与接收其他服务器来信的服务器不同。',
    },
    names: [
      'msa',
      'message submission agent',
      'mail submission agent',
      'submission server',
      '邮件提交代理',
      '提交服务器',
    ],
    text: {
      en:
        'An MSA is the server that takes new messages from users and programs, as opposed to mail arriving from ' +
        'other servers. It listens on port 587 or 465, demands authentication, and is allowed to correct what ' +
        'users get wrong: it may add Date and Message-ID, complete short addresses, sign with DKIM, or refuse a ' +
        'From that the account must not use. Typical refusals are `530` (log in first), `535` (wrong credentials) ' +
        'and `550 5.7.60` or `553 5.7.1` (this sender is not yours). Keep it apart from the MX when you search: a ' +
        'provider may accept your message as MSA within a second and bounce it ten minutes later as MTA.',
      'zh-cn':
        'MSA 是接收用户和程序新写邮件的服务器，与接收其他服务器来信的服务器不同。它监听 587 或 465 端口，要求身份验' +
        '证，并且可以纠正用户的疏漏：补上 Date 和 Message-ID、补全简写的地址、加 DKIM 签名，或者拒绝该账户无权使用' +
        '的 From。典型的拒绝是 `530`（请先登录）、`535`（凭据错误），以及 `550 5.7.60` 或 `553 5.7.1`（这个发件人不' +
        '属于你）。排查时要与 MX 区分开：服务商可能作为 MSA 一秒内就接受了邮件，十分钟后又作为 MTA 退信。',
    },
    looksLike: `C: MAIL FROM:<ceo@example.com>
S: 553 5.7.1 <ceo@example.com>: Sender address rejected: not owned by user alice`,
    seeAlso: ['submission', 'mua', 'mta', 'smtp-authentication', 'implicit-tls', '530', '535', '553'],
    guides: ['smtp-authentication-methods', 'transactional-email'],
    sources: [
      { document: 'RFC 6409', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc6409.html#section-3.1' },
      { document: 'RFC 6409', section: '8', url: 'https://www.rfc-editor.org/rfc/rfc6409.html#section-8' },
      { document: 'RFC 5598', section: '4.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5598.html#section-4.3.1' },
    ],
  },
  {
    kind: 'term',
    key: 'mda',
    title: { en: 'MDA', 'zh-cn': 'MDA' },
    meaning: {
      en:
        'An MDA is the program that performs the last step and writes a message into the mailbox of the recipient, ' +
        'for example Dovecot deliver, procmail or the local agent of Postfix.',
      'zh-cn': 'MDA 是执行最后一步、把邮件写进收件人邮箱的程序，例如 Dovecot deliver、procmail 或 Postfix 的 local。',
    },
    names: [
      'mda',
      'mail delivery agent',
      'message delivery agent',
      'local delivery agent',
      '邮件投递代理',
      '本地投递代理',
    ],
    text: {
      en:
        'An MDA is the program that performs the last step and writes a message into the mailbox of the recipient, ' +
        'for example Dovecot deliver, procmail or the local agent of Postfix. It is called as a command or spoken ' +
        'to with LMTP, and it is the one that adds `Return-Path:` and `Delivered-To:`, runs the filters of the ' +
        'user and meets full disks and quotas. In a log of the queue it appears as `relay=dovecot` or ' +
        '`relay=local`. Problems here come after the SMTP dialogue is over: the sender has already seen `250`, and ' +
        'learns of a full mailbox only by a bounce.',
      'zh-cn':
        'MDA 是执行最后一步、把邮件写进收件人邮箱的程序，例如 Dovecot deliver、procmail 或 Postfix 的 local。它被当' +
        '作命令调用，或通过 LMTP 通信；添加 `Return-Path:` 和 `Delivered-To:`、运行用户的过滤规则、碰到磁盘已满和配' +
        '额限制的都是它。在队列日志中它显示为 `relay=dovecot` 或 `relay=local`。这里的问题发生在 SMTP 对话结束之' +
        '后：发送方已经看到 `250`，只有通过退信才知道邮箱已满。',
    },
    looksLike:
      'postfix/pipe[2460]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=dovecot, delay=0.3, dsn=4.3.0, status=deferred (temporary failure)',
    seeAlso: ['lmtp', 'mta', 'mua', 'bounce-message', 'deferred', 'X.2.2'],
    guides: ['bounces-soft-hard'],
    sources: [
      { document: 'RFC 5598', section: '4.3.3', url: 'https://www.rfc-editor.org/rfc/rfc5598.html#section-4.3.3' },
      { document: 'RFC 5321', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.4' },
    ],
  },
  {
    kind: 'term',
    key: 'submission',
    title: { en: 'Submission (587/465)', 'zh-cn': '提交（587/465）' },
    meaning: {
      en:
        'Submission is the first step of a message, from the author to the server of the provider, and it has ' +
        'ports of its own: 587, where TLS begins with STARTTLS, and 465, where it begins at once.',
      'zh-cn':
        '提交是邮件的第一步，从作者到服务商的服务器，它有专用端口：587 用 STARTTLS 开始 TLS，465 一连上就是 TLS。',
    },
    names: [
      'submission',
      'message submission',
      'mail submission',
      'port 587',
      'port 465',
      'submissions',
      '邮件提交',
      '提交端口',
      '587 端口',
      '465 端口',
    ],
    text: {
      en:
        'Submission is the first step of a message, from the author to the server of the provider, and it has ' +
        'ports of its own: 587, where TLS begins with STARTTLS, and 465, where it begins at once. Port 25 is for ' +
        'mail between servers. The ports differ in rules: on submission a user logs in and may then send to ' +
        'anybody; on 25 a stranger may send only to local recipients. Mixing them up gives familiar symptoms: ' +
        '`530` or `554 Relay access denied` for the user who forgot to log in, a hanging connection for the one ' +
        'who speaks plain text to 465, no `AUTH` in the EHLO reply on 25, and a timeout where an access provider ' +
        'blocks port 25.',
      'zh-cn':
        '提交是邮件的第一步，从作者到服务商的服务器，它有专用端口：587 用 STARTTLS 开始 TLS，465 一连上就是 TLS。' +
        '25 端口用于服务器之间。各端口的规则不同：在提交端口，用户登录后可以发给任何人；在 25 端口，陌生人只能发给' +
        '本地收件人。混用会出现熟悉的症状：忘记登录的用户得到 `530` 或 `554 Relay access denied`；向 465 发明文的人' +
        '看到连接卡住；25 端口的 EHLO 应答里没有 `AUTH`；接入商封锁 25 端口时则超时。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com>
S: 530 5.7.0 Authentication required`,
    seeAlso: ['msa', 'implicit-tls', 'starttls', 'port-number', 'smtp-authentication', 'open-relay', '530', '554'],
    guides: ['smtp-authentication-methods'],
    sources: [
      { document: 'RFC 6409', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc6409.html#section-3.1' },
      { document: 'RFC 8314', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc8314.html#section-3.3' },
    ],
  },
  {
    kind: 'term',
    key: 'smtp-relay',
    title: { en: 'SMTP Relay', 'zh-cn': 'SMTP 中继' },
    meaning: {
      en:
        'SMTP relay is the passing on of a message by a server that is neither its origin nor its final ' +
        'destination.',
      'zh-cn': 'SMTP 中继是指既非来源也非最终目的地的服务器把邮件继续传下去。',
    },
    names: ['smtp relay', 'mail relay', 'relaying', 'relay server', 'smtp 中继', '邮件中继', '中继服务器', '中继'],
    text: {
      en:
        'SMTP relay is the passing on of a message by a server that is neither its origin nor its final ' +
        'destination. A relay accepts the message, queues it, adds a `Received:` line and becomes the client of ' +
        'the next hop. Whether it does so is a matter of permission: servers relay for authenticated users, for ' +
        'their own networks and for domains they serve, and answer `550 5.7.1` or `554 5.7.1 Relay access denied` ' +
        'to everybody else. When you see that refusal, check three things in this order: was there a successful ' +
        'AUTH in the session, is the recipient domain really hosted here, and did the connection come from an ' +
        'address that is allowed.',
      'zh-cn':
        'SMTP 中继是指既非来源也非最终目的地的服务器把邮件继续传下去。中继服务器接收邮件、放入队列、添加一行 ' +
        '`Received:`，然后成为下一跳的客户端。是否中继取决于权限：服务器为已验证的用户、自己的网络和自己服务的域中' +
        '继，对其他人一律答 `550 5.7.1` 或 `554 5.7.1 Relay access denied`。看到这种拒绝时，依次检查三点：会话中 ' +
        'AUTH 是否成功，收件人的域是否真的由这台服务器托管，连接是否来自允许的地址。',
    },
    looksLike: `C: RCPT TO:<bob@example.net>
S: 554 5.7.1 <bob@example.net>: Relay access denied`,
    seeAlso: ['open-relay', 'smarthost', 'relay-host', 'mta', 'submission', '550', '554', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.6' },
      { document: 'RFC 5321', section: '2.3.10', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.10' },
    ],
  },
  {
    kind: 'term',
    key: 'smarthost',
    title: { en: 'Smarthost', 'zh-cn': '智能主机' },
    meaning: {
      en:
        'A smarthost is the server to which a machine hands all its outgoing mail instead of delivering to each ' +
        'destination itself.',
      'zh-cn': '智能主机是这样一台服务器：某台机器把全部外发邮件交给它，而不自己投递到各个目的地。',
    },
    names: ['smarthost', 'smart host', 'smart-host', '智能主机', '外发主机'],
    text: {
      en:
        'A smarthost is the server to which a machine hands all its outgoing mail instead of delivering to each ' +
        'destination itself. Home servers, printers, containers and cloud machines need one, because their ' +
        'addresses are listed as dynamic, have no reverse name, or cannot reach port 25. The connection normally ' +
        'uses a submission port with AUTH and TLS. In the log of the machine every message shows the same relay, ' +
        'and `status=sent` only means that the smarthost took it: the reply of the real destination is in the log ' +
        'of the smarthost or in a bounce. Refusals about AUTH or about a sender not allowed concern the account ' +
        'there.',
      'zh-cn':
        '智能主机是这样一台服务器：某台机器把全部外发邮件交给它，而不自己投递到各个目的地。家用服务器、打印机、容器' +
        '和云主机都需要它，因为它们的地址被列为动态地址、没有反向解析，或者连不上 25 端口。连接通常使用带 AUTH 和 ' +
        'TLS 的提交端口。在这台机器的日志里，每封邮件都显示同一个 relay，`status=sent` 只表示智能主机收下了：真正目' +
        '的地的应答在智能主机的日志里，或者在退信里。关于 AUTH 或发件人不被允许的拒绝，说的是那里的账户。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=smtp.provider.example[192.0.2.80]:587, dsn=2.0.0, status=sent (250 2.0.0 Accepted)',
    seeAlso: ['relay-host', 'smtp-relay', 'submission', 'smtp-authentication', '535'],
    guides: ['smtp-delivery-failures', 'smtp-authentication-methods'],
    sources: [
      { document: 'Postfix relayhost', url: 'https://www.postfix.org/postconf.5.html#relayhost', date: '2026-11-24' },
      { document: 'RFC 5321', section: '3.6.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.6.3' },
    ],
  },
  {
    kind: 'term',
    key: 'relay-host',
    title: { en: 'Relay host', 'zh-cn': '中继主机' },
    meaning: {
      en: 'The relay host is the next machine to which a server actually handed a message.',
      'zh-cn': '中继主机是服务器实际把邮件交给的下一台机器。',
    },
    names: ['relay host', 'relayhost', 'next hop', 'next-hop', '中继主机', '下一跳'],
    text: {
      en:
        'The relay host is the next machine to which a server actually handed a message. In Postfix it is written ' +
        '`relay=name[address]:port`; in Exim `H=name [address]`. It comes from the MX records of the recipient ' +
        'domain, from a transport table, or from a fixed setting such as `relayhost`, and it tells you whose log ' +
        'to read next. `relay=none` means that no connection was made: the name did not resolve, the connection ' +
        'was refused, or the message was rejected locally. Note the address as well as the name: providers put ' +
        'many machines behind one name, and only one of them may be misbehaving.',
      'zh-cn':
        '中继主机是服务器实际把邮件交给的下一台机器。Postfix 写作 `relay=name[address]:port`，Exim 写作 ' +
        '`H=name [address]`。它来自收件人域的 MX 记录、传输表，或者 `relayhost` 之类的固定设置，它告诉你下一步该看' +
        '谁的日志。`relay=none` 表示没有建立连接：名称无法解析、连接被拒绝，或者邮件在本地就被拒绝。除了名称还要注' +
        '意地址：服务商在一个名称后面有许多机器，可能只有其中一台有问题。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=none, delay=30, dsn=4.4.1, status=deferred (connect to mx.example.org[192.0.2.25]:25: Connection timed out)',
    seeAlso: ['smarthost', 'smtp-relay', 'mx-record', 'deferred', 'queue-id', 'X.4.1'],
    guides: ['smtp-delivery-failures', 'dns-record-types'],
    sources: [
      { document: 'Postfix relayhost', url: 'https://www.postfix.org/postconf.5.html#relayhost', date: '2026-11-24' },
      { document: 'RFC 5321', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-5.1' },
    ],
  },
  {
    kind: 'term',
    key: 'open-relay',
    title: { en: 'Open Relay', 'zh-cn': '开放中继' },
    meaning: {
      en:
        'An open relay is a server that passes mail from anybody to anybody, without login and without serving ' +
        'either side.',
      'zh-cn': '开放中继是指替任何人向任何人传递邮件的服务器，既不要求登录，双方也都不是它服务的对象。',
    },
    names: ['open relay', 'open relays', 'open mail relay', '开放中继', '开放转发'],
    text: {
      en:
        'An open relay is a server that passes mail from anybody to anybody, without login and without serving ' +
        'either side. Spammers find one within hours, and the machine then appears on blocklists. In a log it ' +
        'looks like this: a stranger connects, sends no AUTH, gives a recipient in a foreign domain, and gets ' +
        '`250` instead of `550 5.7.1` or `554 5.7.1`. Test from outside your own networks, since a client inside ' +
        'them is allowed to relay. The usual causes are a trusted network that is too wide, a proxy in front that ' +
        'makes all clients look local, and a hacked account, which is not an open relay but sends the same spam.',
      'zh-cn':
        '开放中继是指替任何人向任何人传递邮件的服务器，既不要求登录，双方也都不是它服务的对象。垃圾邮件发送者几小时' +
        '内就能发现它，随后这台机器就会上黑名单。在日志中表现为：陌生人连上来，没有 AUTH，给出外部域的收件人，得到' +
        '的却是 `250` 而不是 `550 5.7.1` 或 `554 5.7.1`。测试要从自己的网络之外进行，因为内部客户端本来就允许中继。' +
        '常见原因是信任的网络范围过大、前面的代理使所有客户端看起来都像本地，以及账户被盗（那不算开放中继，但发出的' +
        '垃圾邮件一样多）。',
    },
    looksLike: `C: MAIL FROM:<x@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<y@example.net>
S: 250 2.1.5 Ok`,
    seeAlso: ['smtp-relay', 'blocklist', 'source-route', 'submission', 'proxy-protocol', '550', '554', 'X.7.1'],
    guides: ['smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '7.9', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-7.9' },
      { document: 'RFC 2505', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc2505.html#section-2.1' },
      { document: 'RFC 5068', url: 'https://www.rfc-editor.org/rfc/rfc5068.html' },
    ],
  },
  {
    kind: 'term',
    key: 'email-queue',
    title: { en: 'Email Queue', 'zh-cn': '邮件队列' },
    meaning: {
      en: 'The email queue is the storage where a server keeps messages it has accepted but not yet delivered.',
      'zh-cn': '邮件队列是服务器存放已接受但尚未投递的邮件的地方。',
    },
    names: ['email queue', 'mail queue', 'message queue', 'mailq', '邮件队列', '队列'],
    text: {
      en:
        'The email queue is the storage where a server keeps messages it has accepted but not yet delivered. A ' +
        'message enters it with the `250` after the data, is tried at once, and leaves as sent, bounced or ' +
        'expired. After a temporary failure it waits there and is tried again, less and less often. The history of ' +
        'one message is found by its queue id; `mailq` or `postqueue -p` shows what waits and the last reason. A ' +
        'growing queue for one destination means trouble there or rate limiting; a growing queue for all means ' +
        'that your own DNS, network or filter fails; a queue full of null senders means backscatter.',
      'zh-cn':
        '邮件队列是服务器存放已接受但尚未投递的邮件的地方。邮件随数据之后的 `250` 进入队列，立即尝试投递，然后以已' +
        '发送、已退信或已过期离开。临时失败后它留在队列里，重试的间隔越来越长。用队列 ID 可以查到一封邮件的全部经' +
        '过；`mailq` 或 `postqueue -p` 显示正在等待的邮件及最近的原因。只有某个目的地的队列在增长，说明那边有问题或' +
        '在限速；全部都在增长，说明自己的 DNS、网络或过滤器出了故障；队列里满是空发件人，说明有反向散射。',
    },
    looksLike: 'postfix/qmgr[1310]: 4XyZ1t0kqBz9: from=<alice@example.com>, size=4821, nrcpt=1 (queue active)',
    seeAlso: ['queue-id', 'deferred', 'retry-schedule', 'exponential-backoff', 'poison-message', '250', '451', 'X.4.7'],
    guides: ['smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '4.5.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.4' },
      { document: 'Postfix Queue Scheduler', url: 'https://www.postfix.org/QSHAPE_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'queue-id',
    title: { en: 'Queue ID', 'zh-cn': '队列 ID' },
    meaning: {
      en:
        'The queue id is the short name that a server gives a message in its own queue, and the thread that ties ' +
        'its log lines together.',
      'zh-cn': '队列 ID 是服务器在自己的队列中给邮件起的短名，也是把它的日志行串起来的线索。',
    },
    names: ['queue id', 'queue-id', 'queueid', 'message queue id', 'queued as', '队列 id', '队列标识', '排队编号'],
    text: {
      en:
        'The queue id is the short name that a server gives a message in its own queue, and the thread that ties ' +
        'its log lines together. Postfix writes ten or so hexadecimal digits or a longer mixed string, Exim ' +
        '`1xVvr6-0007Bd-2C`, and it is often quoted in the final reply: `250 2.0.0 Ok: queued as 4XyZ1t0kqBz9`. ' +
        'Each server on the way uses its own, so note it when you pass a case to another operator; together with ' +
        'the time it is all they need. It also stands after `id` in the `Received:` line. `NOQUEUE` means that the ' +
        'message was refused before it had an id. Ids can be used again later, so compare the dates.',
      'zh-cn':
        '队列 ID 是服务器在自己的队列中给邮件起的短名，也是把它的日志行串起来的线索。Postfix 用十来位十六进制数字或' +
        '更长的混合字符串，Exim 用 `1xVvr6-0007Bd-2C` 这样的形式；最后的应答里常会引用它：' +
        '`250 2.0.0 Ok: queued as 4XyZ1t0kqBz9`。途中每台服务器都用自己的 ID，所以把问题转给别的管理者时要记下它；' +
        '有了它和时间，对方就能查。它也出现在 `Received:` 行的 `id` 之后。`NOQUEUE` 表示邮件还没有 ID 就被拒绝了。' +
        'ID 以后可能被重复使用，所以要对照日期。',
    },
    looksLike: 'S: 250 2.0.0 Ok: queued as 4XyZ1t0kqBz9',
    seeAlso: ['email-queue', 'message-id', 'received-header', 'end-of-data', 'relay-host', '250'],
    guides: ['header-analysis', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.4' },
      {
        document: 'Postfix enable_long_queue_ids',
        url: 'https://www.postfix.org/postconf.5.html#enable_long_queue_ids',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'deferred',
    title: { en: 'Deferred', 'zh-cn': '延迟' },
    meaning: {
      en: 'Deferred means that a delivery attempt failed for now and the message stays in the queue for another one.',
      'zh-cn': '延迟表示这次投递暂时失败，邮件留在队列中等待下一次尝试。',
    },
    names: ['deferred', 'deferral', 'status=deferred', 'delayed mail', '延迟投递', '已延迟', '推迟投递'],
    text: {
      en:
        'Deferred means that a delivery attempt failed for now and the message stays in the queue for another one. ' +
        'The cause is a 4yz reply, a connection that could not be made, or a DNS failure; nothing is lost and the ' +
        'sender is usually told nothing, at most a delay warning after some hours. In Postfix the line says ' +
        '`status=deferred` with the reason in parentheses, in Exim it carries `==`. Read the reason before you ' +
        'act: greylisting solves itself within minutes, a full mailbox within days or never, a rate limit only ' +
        'when you send more slowly. If all deferrals share one destination, do not flush the queue; that makes ' +
        'throttling worse.',
      'zh-cn':
        '延迟表示这次投递暂时失败，邮件留在队列中等待下一次尝试。原因是 4yz 应答、连接无法建立或 DNS 故障；邮件没有' +
        '丢，发件人通常也不会收到通知，最多几小时后有一封延迟警告。Postfix 的日志写 `status=deferred`，原因在括号' +
        '里；Exim 用 `==` 标出。行动之前先看原因：灰名单几分钟内自行解决，邮箱已满要几天甚至永远不会好，限速只有放' +
        '慢发送才能缓解。如果所有延迟都针对同一目的地，不要强制刷新队列，那只会使限流更严重。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=mx.example.org[192.0.2.25]:25, dsn=4.7.1, status=deferred (host mx.example.org[192.0.2.25] said: 450 4.7.1 Greylisted (in reply to RCPT TO command))',
    seeAlso: ['email-queue', 'retry-schedule', 'soft-bounce', 'greylisting', 'rate-limiting', '421', '450', '451'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 5321', section: '4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.4.1' },
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  {
    kind: 'term',
    key: 'retry-schedule',
    title: { en: 'Retry schedule', 'zh-cn': '重试计划' },
    meaning: {
      en:
        'A retry schedule is the plan by which a server repeats deliveries that failed temporarily, and after ' +
        'which it gives up.',
      'zh-cn': '重试计划规定服务器怎样重复暂时失败的投递，以及何时放弃。',
    },
    names: ['retry schedule', 'retry interval', 'queue lifetime', '重试计划', '重试间隔', '重试周期'],
    text: {
      en:
        'A retry schedule is the plan by which a server repeats deliveries that failed temporarily, and after ' +
        'which it gives up. RFC 5321 recommends waiting at least thirty minutes between attempts to one ' +
        'destination and giving up only after four or five days; real servers try sooner at first, Postfix after ' +
        'five minutes, then up to about an hour apart. When the time is over the message is bounced, often with ' +
        '`4.4.7` or `5.4.7` and the last 4yz reply as explanation. To reconstruct a case, list all attempts with ' +
        'one queue id: intervals that grow are normal; a single attempt and then nothing means that the sender ' +
        'treats 4yz as final, which is a bug.',
      'zh-cn':
        '重试计划规定服务器怎样重复暂时失败的投递，以及何时放弃。RFC 5321 建议对同一目的地至少隔三十分钟再试，四五' +
        '天之后才放弃；实际的服务器起初更快，Postfix 五分钟后重试，之后间隔逐渐增加到一小时左右。期限一到，邮件就被' +
        '退回，常带 `4.4.7` 或 `5.4.7`，并以最后一个 4yz 应答作为解释。要还原经过，可列出同一队列 ID 的所有尝试：间' +
        '隔逐渐变长是正常的；只试一次就没有下文，说明发送方把 4yz 当成最终结果，那是错误。',
    },
    looksLike: 'postfix/qmgr[1310]: 4XyZ1t0kqBz9: from=<alice@example.com>, status=expired, returned to sender',
    seeAlso: ['deferred', 'exponential-backoff', 'email-queue', 'soft-bounce', 'greylisting', 'X.4.7'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 5321', section: '4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.4.1' },
      {
        document: 'Postfix minimal_backoff_time',
        url: 'https://www.postfix.org/postconf.5.html#minimal_backoff_time',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'exponential-backoff',
    title: { en: 'Exponential Backoff', 'zh-cn': '指数退避' },
    meaning: {
      en:
        'Exponential backoff means waiting twice as long after each failed attempt, up to a ceiling, often with ' +
        'some randomness added.',
      'zh-cn': '指数退避是指每次失败后等待时间加倍，直到某个上限，往往再加一点随机量。',
    },
    names: ['exponential backoff', 'exponential back-off', 'backoff', 'back-off', '指数退避', '退避'],
    text: {
      en:
        'Exponential backoff means waiting twice as long after each failed attempt, up to a ceiling, often with ' +
        'some randomness added. Mail queues do it so that a server that is down or throttling is not hammered by ' +
        'everybody at once, and programs that send through an API should do the same. In a log you see attempts of ' +
        'one message after 5, 10, 20 and 40 minutes, and then steadily once an hour. If the steps stay at a few ' +
        'seconds, a script is retrying in a loop, and the receiver will soon answer `421` or add the address to a ' +
        'blocklist. Backoff belongs to 4yz replies only: repeating a 5yz refusal does not help however long you ' +
        'wait.',
      'zh-cn':
        '指数退避是指每次失败后等待时间加倍，直到某个上限，往往再加一点随机量。邮件队列这样做，是为了不让所有人同时' +
        '去冲击一台宕机或限流的服务器；通过 API 发送的程序也应如此。在日志中，同一封邮件在 5、10、20、40 分钟后重' +
        '试，然后稳定为每小时一次。如果间隔一直只有几秒，说明脚本在循环重试，接收方很快会答 `421` 或把地址列入黑名' +
        '单。退避只适用于 4yz 应答：5yz 的拒绝无论等多久再试都没用。',
    },
    looksLike: 'S: 421 4.7.0 Try again later, closing connection',
    seeAlso: ['retry-schedule', 'deferred', 'rate-limiting', 'soft-bounce', '421', '451'],
    guides: ['smtp-delivery-failures', 'transactional-email'],
    sources: [
      { document: 'RFC 5321', section: '4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.4.1' },
      {
        document: 'Postfix maximal_backoff_time',
        url: 'https://www.postfix.org/postconf.5.html#maximal_backoff_time',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'poison-message',
    title: { en: 'Poison Message', 'zh-cn': '毒消息' },
    meaning: {
      en:
        'A poison message is one that makes the program handling it fail each time, so that it is retried for ever ' +
        'or takes the service down with it.',
      'zh-cn': '毒消息是指每次都使处理它的程序失败的邮件，于是它被无休止地重试，甚至拖垮服务。',
    },
    names: ['poison message', 'poison queue', 'poison mail', '毒消息', '有毒消息', '毒邮件'],
    text: {
      en:
        'A poison message is one that makes the program handling it fail each time, so that it is retried for ever ' +
        'or takes the service down with it. The trigger is in the content: a broken attachment that crashes a ' +
        'scanner, a header of absurd length, a damaged queue file. Exchange moves such messages to a poison queue ' +
        'after repeated crashes; Postfix puts unreadable files into `corrupt`. In a log the sign is one queue id ' +
        'that appears before every restart or timeout, often as `451 4.3.0` or a lost connection after the final ' +
        'dot, while other mail flows. Set the message aside, keep a copy for the maker of the filter, and do not ' +
        'resubmit it.',
      'zh-cn':
        '毒消息是指每次都使处理它的程序失败的邮件，于是它被无休止地重试，甚至拖垮服务。诱因在内容里：使扫描程序崩溃' +
        '的损坏附件、长得离谱的邮件头、损坏的队列文件。Exchange 在反复崩溃之后会把它移到毒消息队列；Postfix 把无法' +
        '读取的文件放进 `corrupt`。在日志中的迹象是：每次重启或超时之前都出现同一个队列 ID，往往是最后那个点之后的 ' +
        '`451 4.3.0` 或连接中断，而其他邮件畅通。应把它隔离，保留副本给过滤器的开发者，不要重新提交。',
    },
    looksLike: 'S: 451 4.3.0 Error: queue file write error',
    seeAlso: ['email-queue', 'retry-schedule', 'milter', 'end-of-data', '451', 'X.3.0'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'Microsoft: Queues and messages in queues',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/queues/queues',
        date: '2026-11-24',
      },
      { document: 'Postfix qmgr(8)', url: 'https://www.postfix.org/qmgr.8.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'mail-loop',
    title: { en: 'Mail loop', 'zh-cn': '邮件循环' },
    meaning: {
      en: 'A mail loop is a message that keeps returning to a server it has already passed.',
      'zh-cn': '邮件循环是指邮件不断回到已经经过的服务器。',
    },
    names: [
      'mail loop',
      'routing loop',
      'mail loops',
      'too many hops',
      'loops back to myself',
      '邮件循环',
      '路由循环',
      '邮件环路',
    ],
    text: {
      en:
        'A mail loop is a message that keeps returning to a server it has already passed. Typical makers are two ' +
        'forwards pointing at each other, an MX record that names the server itself while it does not know the ' +
        'domain, and automatic replies that answer each other. Servers count the `Received:` lines and give up, at ' +
        'fifty or a hundred, with `554 5.4.6 Too many hops`; Postfix notices the short form at once: ' +
        '`mail for example.org loops back to myself`. In the log the Message-ID stays the same on each round while ' +
        'the queue id changes. `Delivered-To:` lines serve to catch loops through forwarding.',
      'zh-cn':
        '邮件循环是指邮件不断回到已经经过的服务器。常见的原因有：两个互相指向的转发、MX 记录指向服务器自己而它又不' +
        '认识该域，以及互相应答的自动回复。服务器会数 `Received:` 行，到五十或一百行时以 `554 5.4.6 Too many hops` ' +
        '放弃；Postfix 能立刻发现最短的循环：`mail for example.org loops back to myself`。在日志中，每一圈 ' +
        'Message-ID 不变，而队列 ID 在变。`Delivered-To:` 行用来发现由转发造成的循环。',
    },
    looksLike: `C: .
S: 554 5.4.6 Too many hops`,
    seeAlso: ['received-header', 'auto-reply', 'message-id', 'mx-record', 'queue-id', '554', 'X.4.6'],
    guides: ['header-analysis', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '6.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-6.3' },
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
    ],
  },
  {
    kind: 'term',
    key: 'milter',
    title: { en: 'Milter', 'zh-cn': 'Milter' },
    meaning: {
      en:
        'A milter is an external filter program that a mail server asks at each step of the SMTP dialogue, before ' +
        'it replies.',
      'zh-cn': 'Milter 是外部过滤程序，邮件服务器在 SMTP 对话的每一步、作答之前都会询问它。',
    },
    names: ['milter', 'mail filter', 'milters', 'content filter', '邮件过滤器', '内容过滤'],
    text: {
      en:
        'A milter is an external filter program that a mail server asks at each step of the SMTP dialogue, before ' +
        'it replies. Sendmail invented the interface and Postfix speaks it too. Spam scanners, virus scanners, ' +
        'DKIM signers and DMARC checkers work this way: they can refuse, defer, quarantine, change headers or add ' +
        'recipients. In Postfix logs their verdicts read `milter-reject: END-OF-MESSAGE`, and the reply text is ' +
        'theirs, not that of the server. If the milter itself is down the server answers ' +
        '`451 4.7.1 Service unavailable` or lets mail pass, depending on its settings. Long pauses before the ' +
        'reply to the final dot are filters at work.',
      'zh-cn':
        'Milter 是外部过滤程序，邮件服务器在 SMTP 对话的每一步、作答之前都会询问它。这个接口由 Sendmail 发明，' +
        'Postfix 也支持。垃圾邮件扫描、病毒扫描、DKIM 签名和 DMARC 检查都这样工作：可以拒绝、延迟、隔离、修改邮件头' +
        '或添加收件人。在 Postfix 日志中，它的结论写作 `milter-reject: END-OF-MESSAGE`，应答文字出自它而不是服务' +
        '器。如果 milter 本身停了，服务器会按设置答 `451 4.7.1 Service unavailable` 或者放行。最后那个点的应答之前' +
        '的长时间停顿，就是过滤器在工作。',
    },
    looksLike:
      'postfix/cleanup[2433]: 4XyZ1t0kqBz9: milter-reject: END-OF-MESSAGE from mail.example.com[192.0.2.10]: 5.7.1 Spam message rejected; from=<alice@example.com> to=<bob@example.org> proto=ESMTP helo=<mail.example.com>',
    seeAlso: ['end-of-data', 'dkim', 'poison-message', 'tarpitting', '451', '550', '554', 'X.7.1'],
    sources: [
      {
        document: 'Postfix before-queue Milter support',
        url: 'https://www.postfix.org/MILTER_README.html',
        date: '2026-11-24',
      },
    ],
  },
];
