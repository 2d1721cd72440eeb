import type { ExtensionEntry } from '../entry';

/**
 * Keywords of Microsoft Exchange, none registered.
 */
export const exchangeExtensions: readonly ExtensionEntry[] = [
  {
    kind: 'extension',
    key: 'X-EXPS',
    title: { en: 'Exchange authentication', 'zh-cn': 'Exchange 身份验证' },
    meaning: {
      en: 'Lists the mechanisms by which Exchange servers log in to each other. Shows that the server is Exchange.',
      'zh-cn': '列出 Exchange 服务器互相登录的机制。说明该服务器是 Exchange。',
    },
    ehloSyntax: 'exps-mech *( SP exps-mech )',
    verbs: ['X-EXPS'],
    parameters: [],
    effect: {
      en: 'Only Exchange servers of the same organisation use it; clients use AUTH. Old ones also say `X-EXPS=LOGIN`.',
      'zh-cn': '仅供同一组织的 Exchange 服务器使用，普通客户端用 AUTH。旧版还会声明 `X-EXPS=LOGIN`。',
    },
    registered: false,
    seeAlso: ['AUTH', 'X-ANONYMOUSTLS'],
    sources: [
      {
        document: 'Microsoft: Receive connectors in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/receive-connectors',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'X-ANONYMOUSTLS',
    title: { en: 'TLS between Exchange servers', 'zh-cn': 'Exchange 服务器间的 TLS' },
    meaning: {
      en: 'Exchange servers of one organisation may encrypt without checking certificates. Shows that the server is Exchange.',
      'zh-cn': '同一组织的 Exchange 服务器可不校验证书而加密。说明该服务器是 Exchange。',
    },
    ehloSyntax: '',
    verbs: ['X-ANONYMOUSTLS'],
    parameters: [],
    effect: { en: 'Other clients use STARTTLS.', 'zh-cn': '其他客户端使用 STARTTLS。' },
    registered: false,
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
    kind: 'extension',
    key: 'X-EXCHANGEAUTH',
    title: { en: 'Exchange authentication hash', 'zh-cn': 'Exchange 身份验证哈希' },
    meaning: {
      en: 'Names the hash for the EXCHANGEAUTH mechanism of X-EXPS. Seen in Exchange protocol logs.',
      'zh-cn': '说明 X-EXPS 的 EXCHANGEAUTH 机制所用的哈希。见于 Exchange 协议日志。',
    },
    ehloSyntax: 'hash-name',
    verbs: [],
    parameters: [],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
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
    kind: 'extension',
    key: 'X-LINK2STATE',
    title: { en: 'Exchange link state', 'zh-cn': 'Exchange 链路状态' },
    meaning: {
      en: 'Exchange 2000 and 2003 exchange routing tables by it. Shows a very old server.',
      'zh-cn': 'Exchange 2000 和 2003 用它交换路由表。说明服务器非常老旧。',
    },
    ehloSyntax: '',
    verbs: ['X-LINK2STATE'],
    parameters: [],
    effect: { en: 'Used only between old Exchange servers.', 'zh-cn': '仅用于旧版 Exchange 服务器之间。' },
    registered: false,
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
    kind: 'extension',
    key: 'XEXCH50',
    title: { en: 'Exchange properties', 'zh-cn': 'Exchange 属性' },
    meaning: {
      en: 'Exchange servers up to 2010 pass message properties in a binary block. A firewall that does not know it breaks the session.',
      'zh-cn': '2010 及以前的 Exchange 服务器以二进制块传送邮件属性。不识别它的防火墙会破坏会话。',
    },
    ehloSyntax: '',
    verbs: ['XEXCH50'],
    parameters: [],
    effect: {
      en: 'Used only between Exchange servers that have authenticated.',
      'zh-cn': '仅用于已互相验证的 Exchange 服务器之间。',
    },
    registered: false,
    seeAlso: ['X-EXPS', 'X-LINK2STATE'],
    sources: [
      {
        document: 'Microsoft Security Bulletin MS03-046',
        url: 'https://learn.microsoft.com/en-us/security-updates/securitybulletins/2003/ms03-046',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XRDST',
    title: { en: 'Exchange routing destination', 'zh-cn': 'Exchange 路由目的地' },
    meaning: {
      en: 'Exchange servers of one organisation pass on where a recipient is to be routed.',
      'zh-cn': '同一组织的 Exchange 服务器借此传递收件人的路由目的地。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
    seeAlso: ['X-EXPS', 'XSHADOW'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XSHADOW',
    title: { en: 'Exchange shadow redundancy', 'zh-cn': 'Exchange 影子冗余' },
    meaning: {
      en: 'The Exchange server keeps shadow copies of mail in transit. Exchange 2013 and later say XSHADOWREQUEST.',
      'zh-cn': '该 Exchange 服务器保存在途邮件的影子副本。2013 及以后版本声明为 XSHADOWREQUEST。',
    },
    ehloSyntax: '',
    verbs: ['XSHADOW', 'XQDISCARD'],
    parameters: ['XSHADOW'],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
    seeAlso: ['XSHADOWREQUEST', 'XRDST'],
    sources: [
      {
        document: 'Microsoft: Shadow redundancy in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/transport-high-availability/shadow-redundancy',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XSHADOWREQUEST',
    title: { en: 'Exchange shadow redundancy request', 'zh-cn': 'Exchange 影子冗余请求' },
    meaning: {
      en: 'Exchange 2013 and later let the sending server ask for a shadow copy to be made.',
      'zh-cn': 'Exchange 2013 及以后版本允许发送方请求生成影子副本。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
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
    kind: 'extension',
    key: 'XOORG',
    title: { en: 'Originating organisation', 'zh-cn': '源组织' },
    meaning: {
      en: 'Exchange passes on, in a hybrid deployment, which organisation a message comes from.',
      'zh-cn': '在混合部署中，Exchange 借此传递邮件来自哪个组织。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['XOORG'],
    effect: {
      en: 'Used between Exchange on premises and Microsoft 365, on a connection with checked TLS certificates.',
      'zh-cn': '用于本地 Exchange 与 Microsoft 365 之间、且 TLS 证书已验证的连接。',
    },
    registered: false,
    seeAlso: ['X-EXPS', 'STARTTLS'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XORIGFROM',
    title: { en: 'Original sender', 'zh-cn': '原始发件人' },
    meaning: {
      en: 'Exchange passes on the sender before its rewriting.',
      'zh-cn': 'Exchange 借此传递改写之前的发件人。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
    seeAlso: ['XOORG'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XSYSPROBE',
    title: { en: 'Exchange system probe', 'zh-cn': 'Exchange 系统探测' },
    meaning: {
      en: 'Marks the messages by which Exchange monitors itself.',
      'zh-cn': '标记 Exchange 用于自我监控的邮件。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
    seeAlso: ['XPROXY'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XMESSAGECONTEXT',
    title: { en: 'Exchange message context', 'zh-cn': 'Exchange 邮件上下文' },
    meaning: {
      en: 'Exchange servers pass on what they already know about recipients and properties. Versions such as `ADRC-2.1.0.0` follow.',
      'zh-cn': 'Exchange 服务器借此传递已掌握的收件人和属性信息，其后跟有 `ADRC-2.1.0.0` 之类的版本。',
    },
    ehloSyntax: 'context-name *( SP context-name )',
    verbs: [],
    parameters: [],
    effect: { en: 'Used only between Exchange servers.', 'zh-cn': '仅用于 Exchange 服务器之间。' },
    registered: false,
    seeAlso: ['XEXCH50'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XPROXY',
    title: { en: 'Exchange front end to back end', 'zh-cn': 'Exchange 前端到后端' },
    meaning: {
      en: "The Exchange back end takes the client's attributes from its front end.",
      'zh-cn': 'Exchange 后端从前端接收客户端属性。',
    },
    ehloSyntax: '',
    verbs: ['XPROXY'],
    parameters: [],
    effect: { en: 'Used only by the Exchange front end.', 'zh-cn': '仅由 Exchange 前端使用。' },
    registered: false,
    seeAlso: ['XPROXYFROM', 'XPROXYTO', 'XCLIENT'],
    sources: [
      {
        document: 'Microsoft: Protocol logging in Exchange Server',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/protocol-logging',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'XPROXYFROM',
    title: { en: 'Exchange: proxied from', 'zh-cn': 'Exchange：代理来源' },
    meaning: {
      en: 'The Exchange transport service takes outside sessions from its front end.',
      'zh-cn': 'Exchange 传输服务从前端接收外部会话。',
    },
    ehloSyntax: '',
    verbs: ['XPROXYFROM'],
    parameters: [],
    effect: { en: 'Used only by the Exchange front end.', 'zh-cn': '仅由 Exchange 前端使用。' },
    registered: false,
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
    kind: 'extension',
    key: 'XPROXYTO',
    title: { en: 'Exchange: proxied to', 'zh-cn': 'Exchange：代理目标' },
    meaning: {
      en: 'The Exchange front end opens outgoing connections for the transport service.',
      'zh-cn': 'Exchange 前端替传输服务建立对外连接。',
    },
    ehloSyntax: '',
    verbs: ['XPROXYTO'],
    parameters: [],
    effect: { en: 'Used only by the Exchange transport service.', 'zh-cn': '仅由 Exchange 传输服务使用。' },
    registered: false,
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
    kind: 'extension',
    key: 'OK',
    title: { en: 'End of an IIS list', 'zh-cn': 'IIS 列表的结尾' },
    meaning: {
      en: 'Not an extension: the SMTP service of IIS and Exchange 2003 ends its list with a line `250 OK`.',
      'zh-cn': '这不是扩展：IIS 与 Exchange 2003 的 SMTP 服务以一行 `250 OK` 结束列表。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: { en: 'Ignore it.', 'zh-cn': '可忽略。' },
    registered: false,
    seeAlso: ['EHLO', '250'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1' },
    ],
  },
];
