import type { GlossaryEntry } from '../entry';

/** What lies below SMTP: TCP/IP, ports, DNS. */
export const dnsNetworkTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'tcp-ip',
    title: { en: 'TCP/IP', 'zh-cn': 'TCP/IP' },
    meaning: {
      en:
        'TCP/IP is the pair of protocols below SMTP: IP carries packets between addresses, and TCP makes of them a ' +
        'reliable, ordered stream of octets.',
      'zh-cn': 'TCP/IP 是 SMTP 下面的一对协议：IP 在地址之间传送数据包，TCP 把它们变成可靠、有序的八位组流。',
    },
    names: ['tcp/ip', 'tcp', 'ip address', 'internet protocol', '传输控制协议', 'tcp/ip 协议', 'ip 地址'],
    text: {
      en:
        'TCP/IP is the pair of protocols below SMTP: IP carries packets between addresses, and TCP makes of them a ' +
        'reliable, ordered stream of octets. SMTP relies on both: commands arrive in order or not at all, and the ' +
        'address of the client is the only thing about it that the server knows for sure. TCP knows no lines or ' +
        'messages, so one packet can hold half a command or five of them. When a log shows no reply at all, the ' +
        'fault lies on this floor: `Connection refused` (nothing listens), `timed out` (a filter or dead host), ' +
        '`reset by peer` (torn down in mid-session), `No route to host`.',
      'zh-cn':
        'TCP/IP 是 SMTP 下面的一对协议：IP 在地址之间传送数据包，TCP 把它们变成可靠、有序的八位组流。SMTP 依赖两' +
        '者：命令要么按序到达，要么根本不到；而客户端的地址是服务器唯一能确定的信息。TCP 不懂行和邮件，所以一个数据' +
        '包可能只有半条命令，也可能有五条。如果日志里完全没有应答，问题就在这一层：`Connection refused`（没有程序监' +
        '听）、`timed out`（被过滤或主机已死）、`reset by peer`（会话中途被拆断）、`No route to host`。',
    },
    looksLike: 'postfix/smtp[2451]: connect to mx.example.org[192.0.2.25]:25: Connection timed out',
    seeAlso: ['three-way-handshake', 'connection-oriented', 'port-number', 'firewall', 'ipv6', '421', 'X.4.1', 'X.4.2'],
    guides: ['tcp-handshake'],
    sources: [
      { document: 'RFC 9293', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc9293.html#section-2.2' },
      { document: 'RFC 1122', section: '1.1.3', url: 'https://www.rfc-editor.org/rfc/rfc1122.html#section-1.1.3' },
      { document: 'RFC 5321', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.1' },
    ],
  },
  {
    kind: 'term',
    key: 'connection-oriented',
    title: { en: 'Connection-Oriented', 'zh-cn': '面向连接' },
    meaning: {
      en:
        'A connection-oriented protocol sets up a connection first, sends over it, and takes it down in an orderly ' +
        'way at the end.',
      'zh-cn': '面向连接的协议先建立连接，在连接上传输，最后有序地拆除。',
    },
    names: ['connection-oriented', 'connection oriented', 'connection-oriented protocol', '面向连接', '面向连接的协议'],
    text: {
      en:
        'A connection-oriented protocol sets up a connection first, sends over it, and takes it down in an orderly ' +
        'way at the end. SMTP is so twice: TCP below, and the session with greeting and QUIT above. State lives as ' +
        'long as the connection: EHLO, TLS, AUTH and an open transaction are gone when it breaks, and the client ' +
        'starts from the beginning. So `lost connection after DATA` in a log means that this message was not ' +
        'accepted, and the sender will try again. A polite end is QUIT and `221`; many clients just close, which ' +
        'is untidy but loses nothing once the `250` after the data has arrived.',
      'zh-cn':
        '面向连接的协议先建立连接，在连接上传输，最后有序地拆除。SMTP 在两个层面上都是如此：下面是 TCP，上面是从欢' +
        '迎语到 QUIT 的会话。状态与连接共存亡：连接一断，EHLO、TLS、AUTH 和进行中的事务都消失，客户端要从头开始。所' +
        '以日志中的 `lost connection after DATA` 表示这封邮件没有被接受，发送方会重试。礼貌的结束是 QUIT 和 `221`；' +
        '许多客户端直接关闭连接，虽不规矩，但只要数据之后的 `250` 已经收到就没有损失。',
    },
    looksLike: 'postfix/smtpd[2430]: lost connection after DATA (20 bytes) from mail.example.com[192.0.2.10]',
    seeAlso: ['tcp-ip', 'three-way-handshake', 'session', 'message-framing', '221', '421', 'QUIT'],
    guides: ['tcp-handshake', 'rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 9293', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc9293.html#section-2.2' },
      { document: 'RFC 5321', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.8' },
      {
        document: 'RFC 5321',
        section: '4.1.1.10',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.10',
      },
    ],
  },
  {
    kind: 'term',
    key: 'three-way-handshake',
    title: { en: 'Three-Way Handshake', 'zh-cn': '三次握手' },
    meaning: {
      en:
        'The three-way handshake is how TCP opens a connection: the client sends SYN, the server answers SYN-ACK, ' +
        'the client confirms with ACK.',
      'zh-cn': '三次握手是 TCP 打开连接的方式：客户端发 SYN，服务器答 SYN-ACK，客户端以 ACK 确认。',
    },
    names: ['three-way handshake', '3-way handshake', 'tcp handshake', 'syn-ack', '三次握手', 'tcp 握手'],
    text: {
      en:
        'The three-way handshake is how TCP opens a connection: the client sends SYN, the server answers SYN-ACK, ' +
        'the client confirms with ACK. Only then can the server send its `220`. The way in which it fails tells ' +
        'the cause. A refusal comes at once, as RST, and means that the host is alive but nothing listens on the ' +
        'port. Silence until a timeout means that packets are dropped: a firewall, a provider that blocks port 25, ' +
        'or a dead host. A connection that opens but shows no greeting passed the handshake; look at the server or ' +
        'a proxy instead. SMTP logs begin after the handshake, so a capture is needed to see it.',
      'zh-cn':
        '三次握手是 TCP 打开连接的方式：客户端发 SYN，服务器答 SYN-ACK，客户端以 ACK 确认。之后服务器才能发出 ' +
        '`220`。失败的方式能说明原因。立刻以 RST 拒绝，表示主机在线，但端口上没有程序监听。一直沉默到超时，表示数据' +
        '包被丢弃：防火墙、封锁 25 端口的接入商，或者主机已死。连接打开了却没有欢迎语，说明握手已通过，应去查服务器' +
        '或代理。SMTP 日志从握手之后开始，要看握手本身得抓包。',
    },
    looksLike: 'telnet: Unable to connect to remote host: Connection refused',
    seeAlso: ['tcp-ip', 'connection-oriented', 'firewall', 'port-number', 'tls-handshake', 'greeting', '220'],
    guides: ['tcp-handshake'],
    sources: [{ document: 'RFC 9293', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc9293.html#section-3.5' }],
  },
  {
    kind: 'term',
    key: 'port-number',
    title: { en: 'Port Number', 'zh-cn': '端口号' },
    meaning: {
      en: 'The port number selects the service on a host, and for mail it decides which rules apply.',
      'zh-cn': '端口号选择主机上的服务，对邮件来说它决定适用哪套规则。',
    },
    names: ['port number', 'tcp port', 'port 25', 'port 2525', '端口号', '25 端口'],
    text: {
      en:
        'The port number selects the service on a host, and for mail it decides which rules apply. Port 25 is for ' +
        'mail between servers, 587 for submission with STARTTLS, 465 for submission with implicit TLS; 24 is ' +
        'sometimes used for LMTP, and 2525 is an unofficial way out where the others are blocked. Logs write it ' +
        'after the address, as in `[192.0.2.25]:25`. Two numbers belong to each connection: the fixed one of the ' +
        'server and a high, random one of the client, which together with the address tells sessions apart. Home ' +
        'and cloud networks often block 25 outward, so a timeout there says nothing about the server you tried to ' +
        'reach.',
      'zh-cn':
        '端口号选择主机上的服务，对邮件来说它决定适用哪套规则。25 端口用于服务器之间，587 用于带 STARTTLS 的提交，' +
        '465 用于隐式 TLS 的提交；24 有时用于 LMTP，2525 是其他端口被封锁时的非正式出路。日志把它写在地址之后，如 ' +
        '`[192.0.2.25]:25`。每条连接有两个端口号：服务器固定的那个，和客户端随机的高位端口；后者与地址一起可以区分' +
        '会话。家庭和云网络常封锁对外的 25 端口，所以那里的超时并不能说明对方服务器有问题。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=smtp.provider.example[192.0.2.80]:587, dsn=2.0.0, status=sent (250 2.0.0 Ok)',
    seeAlso: ['submission', 'implicit-tls', 'starttls', 'firewall', 'tcp-ip'],
    guides: ['tcp-handshake', 'smtp-authentication-methods'],
    sources: [
      { document: 'RFC 6335', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc6335.html#section-6' },
      { document: 'RFC 8314', section: '7.3', url: 'https://www.rfc-editor.org/rfc/rfc8314.html#section-7.3' },
      {
        document: 'IANA Service Name and Port Number Registry',
        url: 'https://www.iana.org/assignments/service-names-port-numbers/service-names-port-numbers.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'firewall',
    title: { en: 'Firewall', 'zh-cn': '防火墙' },
    meaning: {
      en:
        'A firewall lets some connections through and stops others, and some kinds even rewrite the SMTP that ' +
        'passes through them.',
      'zh-cn': '防火墙放行一部分连接、阻止另一部分，有些甚至会改写经过的 SMTP。',
    },
    names: ['firewall', 'smtp fixup', 'smtp inspection', 'packet filter', '防火墙', '包过滤', 'smtp 检测'],
    text: {
      en:
        'A firewall lets some connections through and stops others, and some kinds even rewrite the SMTP that ' +
        'passes through them. The simple kind drops or rejects packets: the client sees a timeout or a refusal and ' +
        'no greeting. The other kind reads SMTP and meddles with it: a greeting of asterisks, EHLO keywords ' +
        'replaced by X, EHLO refused with `500` so that the client falls back to HELO, STARTTLS gone, or a ' +
        'connection that dies at the final dot or with large messages. Antivirus software on a desktop does the ' +
        'same for port 587. Suspect it when the transcript differs between two networks, and switch the inspection ' +
        'off instead of working around it.',
      'zh-cn':
        '防火墙放行一部分连接、阻止另一部分，有些甚至会改写经过的 SMTP。简单的一种丢弃或拒绝数据包：客户端看到超时' +
        '或拒绝，没有欢迎语。另一种会读 SMTP 并加以干预：欢迎语变成星号，EHLO 关键字被换成 X，EHLO 被 `500` 拒绝而' +
        '使客户端退回 HELO，STARTTLS 消失，或者连接在最后那个点、在大邮件时断掉。桌面上的杀毒软件对 587 端口也会这' +
        '样做。如果两个网络看到的对话不同，就应怀疑它，并且应关闭这种检测，而不是设法绕过。',
    },
    looksLike: `S: 220 ********************************
C: EHLO mail.example.com
S: 500 5.5.1 Command unrecognized`,
    seeAlso: ['starttls-stripping', 'greeting', 'three-way-handshake', 'port-number', 'capability', '500', '502'],
    guides: ['tcp-handshake'],
    sources: [
      { document: 'RFC 2979', url: 'https://www.rfc-editor.org/rfc/rfc2979.html' },
      {
        document: 'Postfix smtp_pix_workarounds',
        url: 'https://www.postfix.org/postconf.5.html#smtp_pix_workarounds',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'ipv6',
    title: { en: 'IPv6', 'zh-cn': 'IPv6' },
    meaning: {
      en: 'IPv6 is the successor of IPv4, with addresses such as `2001:db8::25`, and many mail servers use both.',
      'zh-cn': 'IPv6 是 IPv4 的后继，地址形如 `2001:db8::25`，许多邮件服务器两者都用。',
    },
    names: ['ipv6', 'ip version 6', 'aaaa record', 'ipv6 address', 'ipv6 地址', 'aaaa 记录'],
    text: {
      en:
        'IPv6 is the successor of IPv4, with addresses such as `2001:db8::25`, and many mail servers use both. A ' +
        'sender that has IPv6 usually tries the AAAA address of an MX host first, so a problem may hit only some ' +
        'of your messages. Receivers are stricter there: Gmail refuses mail over IPv6 from hosts without PTR ' +
        'record or without SPF or DKIM, with `550 5.7.1` or `5.7.25`. Blocklists work by networks of /64 rather ' +
        'than single addresses. In logs the address stands in brackets, in EHLO and in mail addresses with a tag: ' +
        '`[IPv6:2001:db8::10]`. Forcing IPv4 for a test is a quick way to find the difference.',
      'zh-cn':
        'IPv6 是 IPv4 的后继，地址形如 `2001:db8::25`，许多邮件服务器两者都用。有 IPv6 的发送方通常先试 MX 主机的 ' +
        'AAAA 地址，所以问题可能只影响一部分邮件。接收方在 IPv6 上更严格：Gmail 会以 `550 5.7.1` 或 `5.7.25` 拒绝没' +
        '有 PTR 记录、或没有 SPF 或 DKIM 的主机。黑名单按 /64 网段而不是单个地址处理。日志中地址写在方括号里；在 ' +
        'EHLO 和邮件地址中要加标记：`[IPv6:2001:db8::10]`。测试时强制使用 IPv4，可以很快找出差别。',
    },
    looksLike: 'postfix/smtp[2451]: connect to mx.example.org[2001:db8::25]:25: Network is unreachable',
    seeAlso: ['ptr-record', 'address-literal', 'mx-record', 'blocklist', 'spf', '550', 'X.7.25'],
    guides: ['dns-record-types', 'tcp-handshake'],
    sources: [
      { document: 'RFC 5321', section: '5.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-5.2' },
      { document: 'RFC 8200', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc8200.html#section-1' },
      {
        document: 'Google: Email sender guidelines',
        url: 'https://support.google.com/a/answer/81126',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'mx-record',
    title: { en: 'MX Record', 'zh-cn': 'MX 记录' },
    meaning: {
      en:
        'An MX record is the DNS entry that names the mail servers of a domain, each with a preference; the lowest ' +
        'number is tried first.',
      'zh-cn': 'MX 记录是 DNS 中写明某个域的邮件服务器的条目，每个带一个优先值，数字最小的先试。',
    },
    names: ['mx record', 'mx', 'mx records', 'mail exchanger', 'mx lookup', 'mx 记录', '邮件交换记录'],
    text: {
      en:
        'An MX record is the DNS entry that names the mail servers of a domain, each with a preference; the lowest ' +
        'number is tried first. If there is none, the sender uses the address of the domain itself. The target ' +
        'must be a host name with an address record, not an IP address and not an alias. For the log reader it ' +
        'explains where `relay=` comes from, and several errors: `Host not found` (`5.1.2` or `5.4.4`) for a ' +
        'domain that does not exist, `4.4.3` when DNS did not answer, `loops back to myself` when the record names ' +
        'a server that does not know the domain. After a change, old records live on in caches for their time to ' +
        'live.',
      'zh-cn':
        'MX 记录是 DNS 中写明某个域的邮件服务器的条目，每个带一个优先值，数字最小的先试。如果没有 MX，发送方就使用' +
        '域本身的地址。目标必须是有地址记录的主机名，不能是 IP 地址，也不能是别名。对读日志的人来说，它解释了 ' +
        '`relay=` 从何而来，也解释了几种错误：域不存在时的 `Host not found`（`5.1.2` 或 `5.4.4`），DNS 没有应答时' +
        '的 `4.4.3`，以及记录指向一台不认识该域的服务器时的 `loops back to myself`。更改之后，旧记录在缓存里会保留' +
        '到生存时间结束。',
    },
    looksLike: 'example.org. IN MX 10 mx1.example.org.',
    seeAlso: ['backup-mx', 'null-mx', 'ptr-record', 'relay-host', 'mail-loop', 'nolisting', 'X.1.2', 'X.4.3', 'X.4.4'],
    guides: ['dns-record-types', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-5.1' },
      { document: 'RFC 1035', section: '3.3.9', url: 'https://www.rfc-editor.org/rfc/rfc1035.html#section-3.3.9' },
    ],
  },
  {
    kind: 'term',
    key: 'ptr-record',
    title: { en: 'PTR Record', 'zh-cn': 'PTR 记录' },
    meaning: {
      en:
        'A PTR record gives the name that belongs to an IP address, the reverse of the usual lookup, and receivers ' +
        'use it to judge connecting servers.',
      'zh-cn': 'PTR 记录给出 IP 地址所属的名称，与通常的查询方向相反，接收方用它来判断连上来的服务器。',
    },
    names: [
      'ptr record',
      'ptr',
      'reverse dns',
      'rdns',
      'fcrdns',
      'forward-confirmed reverse dns',
      'ptr 记录',
      '反向解析',
      '反向 dns',
    ],
    text: {
      en:
        'A PTR record gives the name that belongs to an IP address, the reverse of the usual lookup, and receivers ' +
        'use it to judge connecting servers. They want a name, and that this name leads back to the same address; ' +
        'ideally EHLO uses it too. Logs show the outcome: `mail.example.com[192.0.2.10]` when it fits, ' +
        '`unknown[192.0.2.10]` when not. Refusals read `550 5.7.25`, ' +
        '`450 4.7.1 Client host rejected: cannot find your reverse hostname`, or speak of a generic or dynamic ' +
        'name. The record is set by whoever owns the address, the hosting provider as a rule, not in the zone of ' +
        'your own domain. Submission clients need none.',
      'zh-cn':
        'PTR 记录给出 IP 地址所属的名称，与通常的查询方向相反，接收方用它来判断连上来的服务器。它们希望有名称，并且' +
        '该名称能解析回同一地址；EHLO 最好也使用它。日志显示结果：相符时写 `mail.example.com[192.0.2.10]`，否则写 ' +
        '`unknown[192.0.2.10]`。拒绝时为 `550 5.7.25`、' +
        '`450 4.7.1 Client host rejected: cannot find your reverse hostname`，或者提到通用或动态名称。记录由地址的' +
        '拥有者设置，通常是主机服务商，而不在你自己域的区域里。提交客户端不需要它。',
    },
    looksLike: 'S: 450 4.7.1 Client host rejected: cannot find your reverse hostname, [192.0.2.10]',
    seeAlso: ['helo-ehlo', 'mx-record', 'blocklist', 'ipv6', 'email-deliverability', '450', '550', 'X.7.25'],
    guides: ['dns-record-types', 'ip-warming'],
    sources: [
      { document: 'RFC 1035', section: '3.3.12', url: 'https://www.rfc-editor.org/rfc/rfc1035.html#section-3.3.12' },
      { document: 'RFC 7372', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.3' },
    ],
  },
  {
    kind: 'term',
    key: 'backup-mx',
    title: { en: 'Backup MX', 'zh-cn': '备用 MX' },
    meaning: {
      en:
        'A backup MX is a server with a higher preference number that takes mail for a domain while the main one ' +
        'cannot be reached, and passes it on later.',
      'zh-cn': '备用 MX 是优先值较大的服务器，在主服务器无法访问时代收某个域的邮件，稍后再转交。',
    },
    names: ['backup mx', 'secondary mx', 'fallback mx', 'backup mail server', '备用 mx', '备份 mx', '辅助 mx'],
    text: {
      en:
        'A backup MX is a server with a higher preference number that takes mail for a domain while the main one ' +
        'cannot be reached, and passes it on later. Senders retry for days anyway, so its use today is small and ' +
        'its risks are real: it often does not know which users exist, accepts everything, and turns into a source ' +
        'of bounces and backscatter; spammers like it for its weaker filters. In the log of the main server such ' +
        'mail comes from the backup, so SPF and blocklists must not be applied to that address. A server that is ' +
        'backup by oversight answers `554 5.7.1 Relay access denied`, and part of the mail fails at random.',
      'zh-cn':
        '备用 MX 是优先值较大的服务器，在主服务器无法访问时代收某个域的邮件，稍后再转交。发送方本来就会重试几天，所' +
        '以它如今用处不大，风险却实在：它往往不知道有哪些用户，什么都接受，于是成为退信和反向散射的来源；垃圾邮件发' +
        '送者也因其过滤较弱而偏爱它。在主服务器的日志中，这类邮件来自备用服务器，因此不能对那个地址做 SPF 和黑名单' +
        '检查。由于疏忽而成为备用的服务器会答 `554 5.7.1 Relay access denied`，使一部分邮件随机失败。',
    },
    looksLike: 'postfix/smtpd[2430]: 4XyZ1t0kqBz9: client=mx2.example.org[198.51.100.25]',
    seeAlso: ['mx-record', 'nolisting', 'backscatter', 'smtp-relay', 'spf', '554', 'X.7.1'],
    guides: ['dns-record-types'],
    sources: [
      { document: 'RFC 5321', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-5.1' },
      {
        document: 'Postfix relay_recipient_maps',
        url: 'https://www.postfix.org/postconf.5.html#relay_recipient_maps',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'null-mx',
    title: { en: 'Null MX', 'zh-cn': '空 MX' },
    meaning: {
      en: 'A null MX is the record `MX 0 .` and says that a domain does not take mail at all.',
      'zh-cn': '空 MX 是记录 `MX 0 .`，表示该域根本不收邮件。',
    },
    names: ['null mx', 'nullmx', 'null mx record', 'does not accept mail', '空 mx', '空 mx 记录'],
    text: {
      en:
        'A null MX is the record `MX 0 .` and says that a domain does not take mail at all. Without it a sender ' +
        'would try the address of the web server and keep the message for days; with it the message fails at once, ' +
        'as a hard bounce with `556 5.1.10` or, in Postfix, `Domain example.net does not accept mail (nullMX)`. ' +
        'Typical cases are typing errors that lead to parked domains. The record works in the other direction too: ' +
        'mail with such a domain in MAIL FROM may be refused with `550 5.7.27`, since no bounce could ever be ' +
        'returned. A null MX beside other MX records is a mistake.',
      'zh-cn':
        '空 MX 是记录 `MX 0 .`，表示该域根本不收邮件。没有它，发送方会去试网页服务器的地址，并把邮件保留好几天；有' +
        '了它，邮件立即失败，成为带 `556 5.1.10` 的硬退信，在 Postfix 中写作 ' +
        '`Domain example.net does not accept mail (nullMX)`。典型情形是拼写错误而指向了停放的域。该记录在反方向也有' +
        '作用：MAIL FROM 使用这样的域时，可能被 `550 5.7.27` 拒绝，因为退信永远无法送回。空 MX 与其他 MX 记录并存是' +
        '错误的。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.net>, relay=none, dsn=5.1.0, status=bounced (Domain example.net does not accept mail (nullMX))',
    seeAlso: ['mx-record', 'hard-bounce', 'reverse-path', '550', '556', 'X.1.10', 'X.7.27'],
    guides: ['dns-record-types', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 7505', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7505.html#section-3' },
      { document: 'RFC 7505', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc7505.html#section-4' },
      { document: 'RFC 7504', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-4' },
    ],
  },
  {
    kind: 'term',
    key: 'punycode',
    title: { en: 'Punycode/IDN', 'zh-cn': 'Punycode/国际化域名' },
    meaning: {
      en:
        'Punycode is the way of writing a domain name with non-ASCII letters in plain ASCII, so that DNS and SMTP ' +
        'can carry it.',
      'zh-cn': 'Punycode 是用纯 ASCII 书写含非 ASCII 字母的域名的方法，使 DNS 和 SMTP 能够传送它。',
    },
    names: [
      'punycode/idn',
      'punycode',
      'internationalized domain name',
      'a-label',
      'xn--',
      '国际化域名',
      '域名编码',
      'idn',
    ],
    text: {
      en:
        'Punycode is the way of writing a domain name with non-ASCII letters in plain ASCII, so that DNS and SMTP ' +
        'can carry it. Each label gets the prefix `xn--`: `münchen.example` becomes `xn--mnchen-3ya.example`. In ' +
        'EHLO, MAIL and RCPT the ASCII form must be used unless SMTPUTF8 is in force; a client that sends raw ' +
        'letters gets `501` or `553 5.1.2`. It covers only the domain: there is no such form for the part before ' +
        'the at sign. In logs the two spellings are the same domain, so convert before you search. Look twice at ' +
        'unfamiliar `xn--` names in From, because letters that merely look Latin are a tool of phishing.',
      'zh-cn':
        'Punycode 是用纯 ASCII 书写含非 ASCII 字母的域名的方法，使 DNS 和 SMTP 能够传送它。每个标签加上前缀 ' +
        '`xn--`：`münchen.example` 变成 `xn--mnchen-3ya.example`。在 EHLO、MAIL 和 RCPT 中必须使用 ASCII 形式，除非' +
        '已启用 SMTPUTF8；直接发送原字母的客户端会得到 `501` 或 `553 5.1.2`。它只涉及域名：@ 之前的部分没有这样的形' +
        '式。日志中两种写法是同一个域，所以搜索之前要先转换。From 中陌生的 `xn--` 名称要多看一眼，因为貌似拉丁字母' +
        '的字符是钓鱼的工具。',
    },
    looksLike: `C: RCPT TO:<info@xn--mnchen-3ya.example>
S: 250 2.1.5 Ok`,
    seeAlso: ['internationalized-email', 'forward-path', 'mx-record', '501', '553', 'X.1.2', 'SMTPUTF8'],
    guides: ['dns-record-types'],
    sources: [
      { document: 'RFC 3492', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc3492.html#section-1' },
      { document: 'RFC 5890', section: '2.3.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5890.html#section-2.3.2.1' },
    ],
  },
  {
    kind: 'term',
    key: 'proxy-protocol',
    title: { en: 'PROXY protocol', 'zh-cn': 'PROXY 协议' },
    meaning: {
      en:
        'The PROXY protocol is a line that a load balancer puts before the actual connection to tell the server ' +
        'the real address of the client.',
      'zh-cn': 'PROXY 协议是负载均衡器放在实际连接之前的一行，用来告诉服务器客户端的真实地址。',
    },
    names: ['proxy protocol', 'proxy header', 'haproxy header', 'proxy 协议', '代理协议'],
    text: {
      en:
        'The PROXY protocol is a line that a load balancer puts before the actual connection to tell the server ' +
        'the real address of the client. It looks like `PROXY TCP4 192.0.2.10 198.51.100.25 51234 25` and comes ' +
        'before the greeting, or in a binary form in version 2. Both sides must be set up for it. If the server ' +
        'does not expect it, the line is taken for a command: an early talker in postscreen, or `500`. If the ' +
        'server expects it and does not get it, the connection is closed or hangs. If nobody uses it, every client ' +
        'seems to have the address of the balancer, SPF fails for all, and with trusted networks the server ' +
        'becomes an open relay.',
      'zh-cn':
        'PROXY 协议是负载均衡器放在实际连接之前的一行，用来告诉服务器客户端的真实地址。它形如 ' +
        '`PROXY TCP4 192.0.2.10 198.51.100.25 51234 25`，出现在欢迎语之前；版本 2 则是二进制形式。两边都必须配置。' +
        '如果服务器没有预料到它，这一行会被当成命令：在 postscreen 中成了抢先发言，或者得到 `500`。如果服务器等着它' +
        '却没有收到，连接会被关闭或卡住。如果谁都不用它，所有客户端看起来都是均衡器的地址，SPF 全部失败；若该地址属' +
        '于受信任网络，服务器就成了开放中继。',
    },
    looksLike: 'PROXY TCP4 192.0.2.10 198.51.100.25 51234 25',
    seeAlso: ['xclient-command', 'early-talker', 'open-relay', 'greeting', '500'],
    sources: [
      {
        document: 'HAProxy: The PROXY protocol',
        url: 'https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt',
        date: '2026-11-24',
      },
      {
        document: 'Postfix postscreen_upstream_proxy_protocol',
        url: 'https://www.postfix.org/postconf.5.html#postscreen_upstream_proxy_protocol',
        date: '2026-11-24',
      },
    ],
  },
];
