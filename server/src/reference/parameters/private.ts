import type { ParameterEntry } from '../entry';

/**
 * Parameters of one product, and the attributes of XCLIENT and XFORWARD.
 */
export const privateParameters: readonly ParameterEntry[] = [
  {
    kind: 'parameter',
    key: 'XVERP',
    title: { en: 'Variable envelope return path', 'zh-cn': '可变信封返回路径' },
    meaning: {
      en: 'Makes Postfix put the recipient into the return address of each copy. The two characters set the separators.',
      'zh-cn': '让 Postfix 把收件人写入每份副本的返回地址。两个字符指定分隔符。',
    },
    verbs: ['MAIL'],
    extension: 'XVERP',
    valueSyntax: '[ "=" 2VCHAR ] ; the default is "+="',
    limits: {
      en: 'Exactly two characters, out of those that `verp_delimiter_filter` allows.',
      'zh-cn': '恰好两个字符，且须为 `verp_delimiter_filter` 允许的字符。',
    },
    example: `C: MAIL FROM:<list-return@example.org> XVERP=+=
S: 250 2.1.0 Ok`,
    guides: ['bounces-soft-hard'],
    glossary: ['reverse-path'],
    sources: [{ document: 'Postfix VERP Howto', url: 'https://www.postfix.org/VERP_README.html', date: '2026-11-24' }],
  },
  {
    kind: 'parameter',
    key: 'PRDR',
    title: { en: 'Per-recipient data responses', 'zh-cn': '按收件人回复数据结果' },
    meaning: {
      en: 'Asks Exim to answer the end of data once for each recipient.',
      'zh-cn': '要求 Exim 在数据结束后为每个收件人分别回复。',
    },
    verbs: ['MAIL'],
    extension: 'PRDR',
    valueSyntax: '',
    limits: { en: 'Takes no value.', 'zh-cn': '不带值。' },
    example: `C: MAIL FROM:<alice@example.org> PRDR
S: 250 OK, PRDR Requested`,
    seeAlso: ['DATA'],
    sources: [
      {
        document: 'Exim Specification',
        url: 'https://www.exim.org/exim-html-current/doc/html/spec_html/',
        date: '2026-11-24',
      },
      { document: 'draft-hall-prdr', url: 'https://datatracker.ietf.org/doc/html/draft-hall-prdr-00' },
    ],
  },
  {
    kind: 'parameter',
    key: 'XOORG',
    title: { en: 'Originating organisation', 'zh-cn': '源组织' },
    meaning: {
      en: 'Exchange hybrid: the domain of the organisation that the message comes from.',
      'zh-cn': 'Exchange 混合部署：邮件来源组织的域名。',
    },
    verbs: ['MAIL'],
    extension: 'XOORG',
    valueSyntax: 'domain',
    example: `C: MAIL FROM:<alice@example.org> XOORG=example.org
S: 250 2.1.0 Sender OK`,
    seeAlso: ['X-EXPS'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'parameter',
    key: 'XSHADOW',
    title: { en: 'Shadow copy identifier', 'zh-cn': '影子副本标识' },
    meaning: {
      en: 'Exchange: names the message of which the receiving server keeps a shadow copy.',
      'zh-cn': 'Exchange：标识接收服务器为其保存影子副本的邮件。',
    },
    verbs: ['MAIL'],
    extension: 'XSHADOW',
    valueSyntax: '1*VCHAR',
    example: `C: MAIL FROM:<alice@example.org> XSHADOW=3f1c0000-0000-4000-8000-00000000000a
S: 250 2.1.0 Sender OK`,
    seeAlso: ['XSHADOWREQUEST'],
    sources: [
      {
        document: 'Microsoft: Shadow redundancy in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/transport-high-availability/shadow-redundancy',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'parameter',
    key: 'NAME',
    title: { en: 'Client host name', 'zh-cn': '客户端主机名' },
    meaning: {
      en: 'Host name of the original client, as reverse DNS gave it. Not the name from HELO.',
      'zh-cn': '原始客户端的主机名，来自反向 DNS，而不是 HELO 中的名称。',
    },
    verbs: ['XCLIENT', 'XFORWARD'],
    extension: 'XCLIENT',
    valueSyntax: 'xtext / "[UNAVAILABLE]" / "[TEMPUNAVAIL]"',
    example: `C: XCLIENT NAME=client.example.com ADDR=192.0.2.25
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT', 'XFORWARD'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'ADDR',
    title: { en: 'Client address', 'zh-cn': '客户端地址' },
    meaning: {
      en: 'IP address of the original client. IPv6 addresses carry the prefix `IPV6:`.',
      'zh-cn': '原始客户端的 IP 地址。IPv6 地址带 `IPV6:` 前缀。',
    },
    verbs: ['XCLIENT', 'XFORWARD'],
    extension: 'XCLIENT',
    valueSyntax: 'IPv4-address / ( "IPV6:" IPv6-address ) / "[UNAVAILABLE]"',
    example: `C: XCLIENT ADDR=IPV6:2001:db8::25
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT', 'XFORWARD'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'PORT',
    title: { en: 'Client port', 'zh-cn': '客户端端口' },
    meaning: { en: 'TCP port of the original client.', 'zh-cn': '原始客户端的 TCP 端口。' },
    verbs: ['XCLIENT', 'XFORWARD'],
    extension: 'XCLIENT',
    valueSyntax: '1*5DIGIT / "[UNAVAILABLE]"',
    example: `C: XCLIENT ADDR=192.0.2.25 PORT=51312
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT', 'XFORWARD'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'PROTO',
    title: { en: 'Protocol', 'zh-cn': '协议' },
    meaning: { en: 'Which protocol the original client spoke.', 'zh-cn': '原始客户端使用的协议。' },
    verbs: ['XCLIENT', 'XFORWARD'],
    extension: 'XCLIENT',
    valueSyntax: '"SMTP" / "ESMTP"',
    example: `C: XCLIENT PROTO=ESMTP HELO=client.example.com
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT', 'XFORWARD'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'HELO',
    title: { en: 'Hello name', 'zh-cn': '问候名称' },
    meaning: {
      en: 'The name that the original client gave with HELO or EHLO.',
      'zh-cn': '原始客户端在 HELO 或 EHLO 中给出的名称。',
    },
    verbs: ['XCLIENT', 'XFORWARD'],
    extension: 'XCLIENT',
    valueSyntax: 'xtext / "[UNAVAILABLE]" / "[TEMPUNAVAIL]"',
    example: `C: XFORWARD HELO=client.example.com
S: 250 2.0.0 Ok`,
    seeAlso: ['XCLIENT', 'XFORWARD'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'LOGIN',
    title: { en: 'Login name', 'zh-cn': '登录名' },
    meaning: {
      en: 'The SASL name with which the original client logged in. The session then counts as authenticated.',
      'zh-cn': '原始客户端登录所用的 SASL 名称。此后会话视为已通过身份验证。',
    },
    verbs: ['XCLIENT'],
    extension: 'XCLIENT',
    valueSyntax: 'xtext / "[UNAVAILABLE]" / "[TEMPUNAVAIL]"',
    example: `C: XCLIENT LOGIN=alice@example.org
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'DESTADDR',
    title: { en: 'Server address', 'zh-cn': '服务器地址' },
    meaning: { en: 'The IP address to which the original client connected.', 'zh-cn': '原始客户端所连接的 IP 地址。' },
    verbs: ['XCLIENT'],
    extension: 'XCLIENT',
    valueSyntax: 'IPv4-address / ( "IPV6:" IPv6-address ) / "[UNAVAILABLE]"',
    example: `C: XCLIENT ADDR=192.0.2.25 DESTADDR=198.51.100.7
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'DESTPORT',
    title: { en: 'Server port', 'zh-cn': '服务器端口' },
    meaning: { en: 'The port to which the original client connected.', 'zh-cn': '原始客户端所连接的端口。' },
    verbs: ['XCLIENT'],
    extension: 'XCLIENT',
    valueSyntax: '1*5DIGIT / "[UNAVAILABLE]"',
    example: `C: XCLIENT DESTADDR=198.51.100.7 DESTPORT=25
S: 220 mx.example.net ESMTP Postfix`,
    seeAlso: ['XCLIENT'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'IDENT',
    title: { en: 'Queue identifier', 'zh-cn': '队列标识' },
    meaning: {
      en: 'The queue id of the message on the server before, for the log.',
      'zh-cn': '邮件在上一台服务器上的队列标识，用于日志。',
    },
    verbs: ['XFORWARD'],
    extension: 'XFORWARD',
    valueSyntax: 'xtext / "[UNAVAILABLE]" / "[TEMPUNAVAIL]"',
    example: `C: XFORWARD IDENT=4F2A91C0
S: 250 2.0.0 Ok`,
    seeAlso: ['XFORWARD'],
    sources: [
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'parameter',
    key: 'SOURCE',
    title: { en: 'Origin', 'zh-cn': '来源' },
    meaning: { en: 'Whether the original client was local or remote.', 'zh-cn': '原始客户端是本地还是远程。' },
    verbs: ['XFORWARD'],
    extension: 'XFORWARD',
    valueSyntax: '"LOCAL" / "REMOTE" / "[UNAVAILABLE]"',
    example: `C: XFORWARD SOURCE=REMOTE
S: 250 2.0.0 Ok`,
    seeAlso: ['XFORWARD'],
    sources: [
      { document: 'Postfix XFORWARD Howto', url: 'https://www.postfix.org/XFORWARD_README.html', date: '2026-11-24' },
    ],
  },
];
