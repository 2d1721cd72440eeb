import type { VerbEntry } from '../entry';

/**
 * Verbs of one product, and lines that stand where a verb would.
 */
export const privateVerbs: readonly VerbEntry[] = [
  {
    kind: 'verb',
    key: 'XCLIENT',
    title: { en: 'Override client attributes', 'zh-cn': '覆盖客户端属性' },
    meaning: {
      en: "Lets a trusted proxy tell Postfix who the real client is, and the session starts over as that client. Postfix's own extension; others have copied it.",
      'zh-cn':
        '让受信任的代理告诉 Postfix 真正的客户端是谁，会话随即以该客户端身份重新开始。这是 Postfix 自有的扩展，也有其他软件仿效。',
    },
    syntax: `xclient = "XCLIENT" 1*( SP attribute-name "=" attribute-value )
attribute-name = "NAME" / "ADDR" / "PORT" / "PROTO" / "HELO" / "LOGIN" / "DESTADDR" / "DESTPORT"
attribute-value = xtext / "[UNAVAILABLE]" / "[TEMPUNAVAIL]"`,
    whenAllowed: {
      en: 'Outside a transaction, from hosts in `smtpd_authorized_xclient_hosts`. After 220 the client must send EHLO or HELO again.',
      'zh-cn':
        '在事务之外可用，且须来自 `smtpd_authorized_xclient_hosts` 中的主机。收到 220 后必须重新发送 EHLO 或 HELO。',
    },
    replies: { success: [220], intermediate: [], failure: [421, 500, 501, 502, 503, 550] },
    example: `C: XCLIENT NAME=client.example.com ADDR=192.0.2.25
S: 220 mx.example.net ESMTP Postfix`,
    extension: 'XCLIENT',
    status: 'private',
    seeAlso: ['XFORWARD', 'PROXY', 'EHLO', 'ADDR'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'verb',
    key: 'XFORWARD',
    title: { en: 'Forward client attributes', 'zh-cn': '转发客户端属性' },
    meaning: {
      en: "Passes the original client's name and address to a server behind a content filter, for its log only. Unlike XCLIENT it changes no access decision.",
      'zh-cn':
        '把原始客户端的名称和地址传给内容过滤器之后的服务器，仅供记录日志。与 XCLIENT 不同，它不影响任何访问判断。',
    },
    syntax: `xforward = "XFORWARD" 1*( SP attribute-name "=" attribute-value )
attribute-name = "NAME" / "ADDR" / "PORT" / "PROTO" / "HELO" / "IDENT" / "SOURCE"
attribute-value = xtext / "[UNAVAILABLE]"`,
    whenAllowed: {
      en: 'After EHLO, outside a transaction, from hosts in `smtpd_authorized_xforward_hosts`. Holds for the next transaction.',
      'zh-cn': '在 EHLO 之后、事务之外可用，且须来自 `smtpd_authorized_xforward_hosts` 中的主机。对下一个事务有效。',
    },
    replies: { success: [250], intermediate: [], failure: [421, 500, 501, 502, 503, 550] },
    example: `C: XFORWARD NAME=client.example.com ADDR=192.0.2.25 PROTO=ESMTP
S: 250 2.0.0 Ok`,
    extension: 'XFORWARD',
    status: 'private',
    seeAlso: ['XCLIENT', 'ADDR', 'SOURCE'],
    sources: [
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'verb',
    key: 'PROXY',
    title: { en: 'PROXY protocol header', 'zh-cn': 'PROXY 协议头' },
    meaning: {
      en: 'Not an SMTP command: the line a load balancer puts before the session to name the real client. It has no reply; a server that does not expect it answers 500.',
      'zh-cn':
        '这不是 SMTP 命令，而是负载均衡器为说明真实客户端而放在会话之前的一行。它没有回复；未作此配置的服务器会回复 500。',
    },
    syntax: `proxy = "PROXY" SP ( "TCP4" / "TCP6" ) SP src-address SP dst-address SP src-port SP dst-port
proxy =/ "PROXY UNKNOWN" *( SP *VCHAR )`,
    whenAllowed: {
      en: 'Only as the very first line, before the greeting, when the server listens for it.',
      'zh-cn': '只能作为最先的一行，在问候之前出现，且服务器须已启用该协议。',
    },
    replies: { success: [], intermediate: [], failure: [500] },
    example: `C: PROXY TCP4 192.0.2.25 198.51.100.7 51312 25
S: 220 mx.example.net ESMTP`,
    status: 'private',
    seeAlso: ['XCLIENT', 'EHLO'],
    sources: [
      {
        document: 'HAProxy PROXY protocol',
        url: 'https://www.haproxy.org/download/3.0/doc/proxy-protocol.txt',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'VERB',
    title: { en: 'Verbose mode', 'zh-cn': '详细模式' },
    meaning: {
      en: 'Asks sendmail to show in its replies how delivery goes. Registered at IANA without an RFC; servers refuse it for privacy.',
      'zh-cn': '要求 sendmail 在回复中显示投递过程。在 IANA 有登记但没有 RFC；服务器出于隐私通常拒绝。',
    },
    syntax: 'verb = "VERB"',
    whenAllowed: {
      en: 'At any time after the hello. Stays on for the session.',
      'zh-cn': '问候之后随时可用，在整个会话中有效。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 502] },
    example: `C: VERB
S: 502 5.7.0 Verbose unavailable`,
    extension: 'VERB',
    status: 'obsolete',
    seeAlso: ['ONEX', 'NOOP', '502'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'ONEX',
    title: { en: 'One transaction only', 'zh-cn': '仅一个事务' },
    meaning: {
      en: 'Tells sendmail that only one message will come, so it need not fork. Registered at IANA without an RFC, of no use today.',
      'zh-cn': '告诉 sendmail 只会发送一封邮件，无需另起进程。在 IANA 有登记但没有 RFC，如今已无用处。',
    },
    syntax: 'onex = "ONEX"',
    whenAllowed: { en: 'Outside a transaction.', 'zh-cn': '在事务之外可用。' },
    replies: { success: [250], intermediate: [], failure: [500, 502] },
    example: `C: ONEX
S: 250 2.0.0 Only one transaction`,
    extension: 'ONEX',
    status: 'obsolete',
    seeAlso: ['VERB', 'QUIT'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XUSR',
    title: { en: 'Initial user submission', 'zh-cn': '用户初次提交' },
    meaning: {
      en: "Tells sendmail that this session is an initial submission by a user and not a relay. Sendmail's own command.",
      'zh-cn': '告诉 sendmail 本会话是用户的初次提交而不是中继。sendmail 自有命令。',
    },
    syntax: 'xusr = "XUSR"',
    whenAllowed: { en: 'After the hello, outside a transaction.', 'zh-cn': '问候之后、事务之外可用。' },
    replies: { success: [250], intermediate: [], failure: [500, 502] },
    example: `C: XUSR
S: 250 2.0.0 Initial submission`,
    status: 'private',
    seeAlso: ['VERB', 'ONEX'],
    sources: [
      {
        document: 'Sendmail Installation and Operation Guide',
        url: 'https://www.sendmail.org/~ca/email/doc8.12/op.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'X-EXPS',
    title: { en: 'Exchange authentication', 'zh-cn': 'Exchange 身份验证' },
    meaning: {
      en: 'AUTH under another name, with which Exchange servers of one organisation prove themselves to each other. Carries GSSAPI, NTLM or EXCHANGEAUTH tokens.',
      'zh-cn': '换了名字的 AUTH，供同一组织内的 Exchange 服务器互相证明身份。承载 GSSAPI、NTLM 或 EXCHANGEAUTH 令牌。',
    },
    syntax: `x-exps = "X-EXPS" SP exps-mech [ SP hash-name ] [ SP initial-response ]
exps-mech = "GSSAPI" / "NTLM" / "LOGIN" / "EXCHANGEAUTH"`,
    whenAllowed: {
      en: 'After EHLO, outside a transaction; EXCHANGEAUTH only under X-ANONYMOUSTLS or TLS.',
      'zh-cn': '在 EHLO 之后、事务之外可用；EXCHANGEAUTH 只能在 X-ANONYMOUSTLS 或 TLS 之下使用。',
    },
    replies: { success: [235], intermediate: [334], failure: [454, 500, 501, 503, 504, 535] },
    example: `C: X-EXPS GSSAPI
S: 334 GSSAPI supported
C: YIIFexampletokenAAAA
S: 235 2.7.0 Authentication successful`,
    extension: 'X-EXPS',
    status: 'private',
    seeAlso: ['AUTH', 'X-ANONYMOUSTLS', 'GSSAPI', 'NTLM'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Microsoft: Receive connectors in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/receive-connectors',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft [MS-OXSMTP]: SMTP Extensions',
        url: 'https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-oxsmtp/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'X-ANONYMOUSTLS',
    title: { en: 'TLS between Exchange servers', 'zh-cn': 'Exchange 服务器间的 TLS' },
    meaning: {
      en: 'STARTTLS under another name: encrypts traffic between Exchange servers without checking the certificate. EHLO follows, as after STARTTLS.',
      'zh-cn': '换了名字的 STARTTLS：加密 Exchange 服务器之间的通信而不校验证书。与 STARTTLS 一样，其后须重发 EHLO。',
    },
    syntax: 'x-anonymoustls = "X-ANONYMOUSTLS"',
    whenAllowed: {
      en: 'After an EHLO that offered it, not under TLS already.',
      'zh-cn': '在 EHLO 提供该扩展之后可用，且不得已处于 TLS 中。',
    },
    replies: { success: [220], intermediate: [], failure: [454, 500, 501, 503] },
    example: `C: X-ANONYMOUSTLS
S: 220 2.0.0 SMTP server ready`,
    extension: 'X-ANONYMOUSTLS',
    status: 'private',
    seeAlso: ['STARTTLS', 'X-EXPS'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'Microsoft: Receive connectors in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/receive-connectors',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'X-LINK2STATE',
    title: { en: 'Exchange link state', 'zh-cn': 'Exchange 链路状态' },
    meaning: {
      en: 'Carried routing tables between Exchange 2000 and 2003 servers. Ignored by current Exchange; from outside it is a probe for an old buffer overflow.',
      'zh-cn':
        '在 Exchange 2000 与 2003 服务器之间传送路由表。现行 Exchange 不再使用；若来自外部，则是在探测一个旧的缓冲区溢出漏洞。',
    },
    syntax: 'x-link2state = "X-LINK2STATE" SP ( "FIRST" / "NEXT" / "LAST" ) SP "CHUNK=" *VCHAR',
    whenAllowed: {
      en: 'After X-EXPS between servers of one organisation.',
      'zh-cn': '同一组织内的服务器在 X-EXPS 之后使用。',
    },
    replies: { success: [200, 250], intermediate: [], failure: [500, 501, 503] },
    example: `C: X-LINK2STATE LAST CHUNK={0000000a} example
S: 500 5.3.3 Unrecognized command`,
    extension: 'X-LINK2STATE',
    status: 'private',
    seeAlso: ['X-EXPS', 'XEXCH50'],
    sources: [
      {
        document: 'Microsoft Security Bulletin MS05-021',
        url: 'https://learn.microsoft.com/en-us/security-updates/securitybulletins/2005/ms05-021',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XEXCH50',
    title: { en: 'Exchange properties', 'zh-cn': 'Exchange 属性' },
    meaning: {
      en: 'Carried Exchange message properties as a binary block of the stated size, sent after 354. Gone since Exchange 2013; those octets must not be read as commands.',
      'zh-cn':
        '以指定大小的二进制块传送 Exchange 邮件属性，在 354 之后发送。自 Exchange 2013 起已取消；这些字节不能当作命令解读。',
    },
    syntax: `xexch50 = "XEXCH50" SP size SP version
size = 1*DIGIT
version = 1*DIGIT`,
    whenAllowed: {
      en: 'After RCPT and before the data, once the servers have authenticated.',
      'zh-cn': '服务器互相验证身份后，在 RCPT 之后、数据之前可用。',
    },
    replies: { success: [250], intermediate: [354], failure: [500, 501, 503, 504] },
    example: `C: XEXCH50 1024 2
S: 504 Need to authenticate first`,
    extension: 'XEXCH50',
    status: 'private',
    seeAlso: ['X-EXPS', 'X-LINK2STATE', 'BDAT'],
    sources: [
      {
        document: 'Microsoft Security Bulletin MS03-046',
        url: 'https://learn.microsoft.com/en-us/security-updates/securitybulletins/2003/ms03-046',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XPROXY',
    title: { en: 'Exchange front end to back end', 'zh-cn': 'Exchange 前端到后端' },
    meaning: {
      en: 'Tells the Exchange back end on port 465 or 2525 who the client at the front end is. Stands in protocol logs of Exchange 2013 and later.',
      'zh-cn':
        '告诉 465 或 2525 端口上的 Exchange 后端：前端的客户端是谁。出现在 Exchange 2013 及以后版本的协议日志中。',
    },
    syntax: `xproxy = "XPROXY" 1*( SP attribute-name "=" attribute-value )
attribute-name = "SID" / "IP" / "PORT" / "DOMAIN" / "CAPABILITIES" / "SECID"`,
    whenAllowed: {
      en: 'Between Exchange services, after EHLO and X-EXPS.',
      'zh-cn': '在 Exchange 服务之间使用，位于 EHLO 和 X-EXPS 之后。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 503] },
    example: `C: XPROXY SID=08DF000000000005 IP=192.0.2.25 PORT=50100 DOMAIN=client.example.org CAPABILITIES=0
S: 250 XProxy accepted`,
    extension: 'XPROXY',
    status: 'private',
    seeAlso: ['XPROXYFROM', 'XPROXYTO', 'XCLIENT', 'X-EXPS'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XPROXYFROM',
    title: { en: 'Exchange: whom a session is proxied from', 'zh-cn': 'Exchange：代理来源' },
    meaning: {
      en: 'Names the outside client whose session the Exchange front end passes on to the transport service. The counterpart of XPROXY for incoming mail.',
      'zh-cn': '说明 Exchange 前端把哪个外部客户端的会话转给传输服务。是 XPROXY 用于入站邮件的对应命令。',
    },
    syntax: 'xproxyfrom = "XPROXYFROM" 1*( SP attribute-name "=" attribute-value )',
    whenAllowed: {
      en: 'Between Exchange services, after EHLO and X-EXPS.',
      'zh-cn': '在 Exchange 服务之间使用，位于 EHLO 和 X-EXPS 之后。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 503] },
    example: `C: XPROXYFROM SID=08DF000000000006 IP=192.0.2.25 PORT=50101 DOMAIN=client.example.org
S: 250 XProxyFrom accepted`,
    extension: 'XPROXYFROM',
    status: 'private',
    seeAlso: ['XPROXY', 'XPROXYTO'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XPROXYTO',
    title: { en: 'Exchange: whom a session is proxied to', 'zh-cn': 'Exchange：代理目标' },
    meaning: {
      en: 'Asks the Exchange front end to open the outgoing connection and pass the session through. Used when outbound mail goes by way of the front end.',
      'zh-cn': '请求 Exchange 前端建立对外连接并转发会话。用于出站邮件经由前端发送的情况。',
    },
    syntax: 'xproxyto = "XPROXYTO" 1*( SP attribute-name "=" attribute-value )',
    whenAllowed: {
      en: 'Between Exchange services, after EHLO and X-EXPS.',
      'zh-cn': '在 Exchange 服务之间使用，位于 EHLO 和 X-EXPS 之后。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 503] },
    example: `C: XPROXYTO DESTINATIONS=mx.example.net PORT=25
S: 250 XProxyTo accepted`,
    extension: 'XPROXYTO',
    status: 'private',
    seeAlso: ['XPROXY', 'XPROXYFROM'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XSHADOW',
    title: { en: 'Exchange shadow redundancy', 'zh-cn': 'Exchange 影子冗余' },
    meaning: {
      en: 'Lets Exchange servers keep a second copy of a message until it is delivered, and ask each other which copies may go.',
      'zh-cn': '让 Exchange 服务器在邮件投递完成前保留第二份副本，并互相查询哪些副本可以丢弃。',
    },
    syntax: 'xshadow = "XSHADOW" SP 1*VCHAR',
    whenAllowed: {
      en: 'Between Exchange servers, after X-EXPS, outside a transaction.',
      'zh-cn': '在 Exchange 服务器之间使用，位于 X-EXPS 之后、事务之外。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 503] },
    example: `C: XSHADOW ZXhhbXBsZS1zZXJ2ZXI=
S: 250 ZXhhbXBsZS1zaGFkb3c=`,
    status: 'private',
    seeAlso: ['X-EXPS', 'XQDISCARD'],
    sources: [
      {
        document: 'Microsoft: Shadow redundancy in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/transport-high-availability/shadow-redundancy',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'XQDISCARD',
    title: { en: 'Exchange: discard shadow copies', 'zh-cn': 'Exchange：丢弃影子副本' },
    meaning: {
      en: 'Asks the primary Exchange server which shadow copies may be thrown away. The number limits how many it may name.',
      'zh-cn': '询问主 Exchange 服务器哪些影子副本可以丢弃。数字限制一次返回的数量。',
    },
    syntax: 'xqdiscard = "XQDISCARD" SP 1*DIGIT',
    whenAllowed: { en: 'After XSHADOW, outside a transaction.', 'zh-cn': '在 XSHADOW 之后、事务之外可用。' },
    replies: { success: [250], intermediate: [], failure: [500, 501, 503] },
    example: `C: XQDISCARD 50
S: 250 OK, no discard events`,
    status: 'private',
    seeAlso: ['XSHADOW'],
    sources: [
      {
        document: 'Microsoft: Shadow redundancy in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/transport-high-availability/shadow-redundancy',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'DEBUG',
    title: { en: 'Sendmail debug back door', 'zh-cn': 'sendmail 调试后门' },
    meaning: {
      en: 'A debugging switch of old sendmail that let a sender run commands; the worm of 1988 used it. In a log of today it is a scan.',
      'zh-cn': '旧版 sendmail 的调试开关，可让发件方执行命令；1988 年的蠕虫曾利用它。如今出现在日志中意味着扫描。',
    },
    syntax: 'debug = "DEBUG"',
    whenAllowed: { en: 'Never. Servers must not know it.', 'zh-cn': '任何时候都不应使用，服务器不应识别它。' },
    replies: { success: [200], intermediate: [], failure: [500, 502] },
    example: `C: DEBUG
S: 500 5.5.1 Command unrecognized`,
    status: 'obsolete',
    seeAlso: ['500'],
    sources: [{ document: 'RFC 1135', url: 'https://www.rfc-editor.org/rfc/rfc1135' }],
  },
];
