import type { ExtensionEntry } from '../entry';

/**
 * The rest of the IANA registry "SMTP Service Extensions": obsolete, or hardly used.
 */
export const historicExtensions: readonly ExtensionEntry[] = [
  {
    kind: 'extension',
    key: 'SEND',
    title: { en: 'Send to a terminal', 'zh-cn': '发送到终端' },
    meaning: {
      en: 'The server knows the obsolete `SEND` command. No current server should announce it.',
      'zh-cn': '服务器识别已废弃的 `SEND` 命令。现行服务器不应再声明它。',
    },
    ehloSyntax: '',
    verbs: ['SEND'],
    parameters: [],
    effect: { en: 'Clients have no use for it today.', 'zh-cn': '如今客户端用不到它。' },
    registered: true,
    seeAlso: ['SOML', 'SAML'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 821', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc821#section-4.1.1' },
      { document: 'RFC 5321', section: 'F.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.6' },
    ],
  },
  {
    kind: 'extension',
    key: 'SOML',
    title: { en: 'Send or mail', 'zh-cn': '发送到终端或邮箱' },
    meaning: {
      en: 'The server knows the obsolete `SOML` command. No current server should announce it.',
      'zh-cn': '服务器识别已废弃的 `SOML` 命令。现行服务器不应再声明它。',
    },
    ehloSyntax: '',
    verbs: ['SOML'],
    parameters: [],
    effect: { en: 'Clients have no use for it today.', 'zh-cn': '如今客户端用不到它。' },
    registered: true,
    seeAlso: ['SEND', 'SAML'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 821', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc821#section-4.1.1' },
      { document: 'RFC 5321', section: 'F.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.6' },
    ],
  },
  {
    kind: 'extension',
    key: 'SAML',
    title: { en: 'Send and mail', 'zh-cn': '同时发送到终端和邮箱' },
    meaning: {
      en: 'The server knows the obsolete `SAML` command. No current server should announce it.',
      'zh-cn': '服务器识别已废弃的 `SAML` 命令。现行服务器不应再声明它。',
    },
    ehloSyntax: '',
    verbs: ['SAML'],
    parameters: [],
    effect: { en: 'Clients have no use for it today.', 'zh-cn': '如今客户端用不到它。' },
    registered: true,
    seeAlso: ['SEND', 'SOML'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 821', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc821#section-4.1.1' },
      { document: 'RFC 5321', section: 'F.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.6' },
    ],
  },
  {
    kind: 'extension',
    key: 'EXPN',
    title: { en: 'Mailing list expansion', 'zh-cn': '邮件列表展开' },
    meaning: {
      en: 'The server answers `EXPN`, which lists the members of a mailing list. Often switched off for privacy.',
      'zh-cn': '服务器支持 `EXPN`，可列出邮件列表的成员。出于隐私常被关闭。',
    },
    ehloSyntax: '',
    verbs: ['EXPN'],
    parameters: [],
    effect: {
      en: 'The client may send EXPN; without the offer it should expect 502.',
      'zh-cn': '客户端可以发送 EXPN；未提供时应预期得到 502。',
    },
    registered: true,
    seeAlso: ['VRFY', '502'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5321', section: '4.1.1.7', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.7' },
    ],
  },
  {
    kind: 'extension',
    key: 'HELP',
    title: { en: 'Help text', 'zh-cn': '帮助文本' },
    meaning: {
      en: 'The server answers `HELP` with text for a human.',
      'zh-cn': '服务器会以供人阅读的文字回复 `HELP`。',
    },
    ehloSyntax: '',
    verbs: ['HELP'],
    parameters: [],
    effect: {
      en: 'The client may send HELP; nothing in the answer is for programs.',
      'zh-cn': '客户端可以发送 HELP；回复内容不是给程序用的。',
    },
    registered: true,
    seeAlso: ['214', 'NOOP'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5321', section: '4.1.1.8', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.8' },
    ],
  },
  {
    kind: 'extension',
    key: 'TURN',
    title: { en: 'Swap roles', 'zh-cn': '交换角色' },
    meaning: {
      en: 'The server would change places with the client on the same connection. Obsolete and unsafe without authentication.',
      'zh-cn': '服务器愿意在同一连接上与客户端互换角色。已废弃，没有身份验证时不安全。',
    },
    ehloSyntax: '',
    verbs: ['TURN'],
    parameters: [],
    effect: {
      en: 'Clients should use ETRN, or ATRN after authentication.',
      'zh-cn': '客户端应改用 ETRN，或在身份验证后使用 ATRN。',
    },
    registered: true,
    seeAlso: ['ATRN', 'ETRN'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 821', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc821#section-3.8' },
      { document: 'RFC 5321', section: 'F.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.1' },
    ],
  },
  {
    kind: 'extension',
    key: 'VERB',
    title: { en: 'Verbose mode', 'zh-cn': '详细模式' },
    meaning: {
      en: "The server knows `VERB`, sendmail's verbose mode. Registered without an RFC.",
      'zh-cn': '服务器识别 sendmail 的详细模式命令 `VERB`。有登记但没有 RFC。',
    },
    ehloSyntax: '',
    verbs: ['VERB'],
    parameters: [],
    effect: { en: 'Clients have no use for it today.', 'zh-cn': '如今客户端用不到它。' },
    registered: true,
    seeAlso: ['ONEX'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'ONEX',
    title: { en: 'One transaction only', 'zh-cn': '仅一个事务' },
    meaning: {
      en: 'The server knows `ONEX`, by which a client says that only one message will come. Registered without an RFC.',
      'zh-cn': '服务器识别 `ONEX`，客户端用它说明只发一封邮件。有登记但没有 RFC。',
    },
    ehloSyntax: '',
    verbs: ['ONEX'],
    parameters: [],
    effect: { en: 'Clients have no use for it today.', 'zh-cn': '如今客户端用不到它。' },
    registered: true,
    seeAlso: ['VERB'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'extension',
    key: 'CHECKPOINT',
    title: { en: 'Checkpoint and restart', 'zh-cn': '断点续传' },
    meaning: {
      en: 'The server can resume a broken transfer of a message where it stopped. Experimental and hardly used.',
      'zh-cn': '服务器可从中断处继续传送邮件。属实验性质，几乎无人使用。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['TRANSID'],
    effect: {
      en: 'The client may give a `TRANSID` on MAIL; after a break the server answers 355 with the offset to go on from.',
      'zh-cn': '客户端可在 MAIL 中给出 `TRANSID`；中断后服务器以 355 回复续传的偏移量。',
    },
    registered: true,
    seeAlso: ['TRANSID', '355'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 1845', url: 'https://www.rfc-editor.org/rfc/rfc1845' },
    ],
  },
  {
    kind: 'extension',
    key: 'NO-SOLICITING',
    title: { en: 'No soliciting', 'zh-cn': '谢绝推销' },
    meaning: {
      en: 'The server says that it does not want certain classes of advertising, as a sign at the door would. Hardly used.',
      'zh-cn': '服务器声明不接收某些类别的推销邮件，如同门上的“谢绝推销”。几乎无人使用。',
    },
    ehloSyntax: '[ Solicitation-keywords ]',
    verbs: [],
    parameters: ['SOLICIT'],
    effect: {
      en: 'A sender of advertising names its classes with `SOLICIT=` on MAIL and may be refused with 550 5.7.1.',
      'zh-cn': '推销邮件的发件方在 MAIL 中用 `SOLICIT=` 标明类别，可能被 550 5.7.1 拒绝。',
    },
    registered: true,
    seeAlso: ['SOLICIT'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3865', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc3865#section-2.1' },
    ],
  },
  {
    kind: 'extension',
    key: 'MTRK',
    title: { en: 'Message tracking', 'zh-cn': '邮件跟踪' },
    meaning: {
      en: 'The sender may mark a message so that its way can be asked for later. Hardly used.',
      'zh-cn': '发件人可标记邮件，以便日后查询其去向。几乎无人使用。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['MTRK'],
    effect: {
      en: 'The client may add `MTRK=` together with `ENVID=` to MAIL. Without the offer it must not.',
      'zh-cn': '客户端可在 MAIL 中同时加 `MTRK=` 和 `ENVID=`。未提供时不得使用。',
    },
    registered: true,
    seeAlso: ['ENVID', 'DSN'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3885', url: 'https://www.rfc-editor.org/rfc/rfc3885' },
    ],
  },
  {
    kind: 'extension',
    key: 'SUBMITTER',
    title: { en: 'Responsible submitter', 'zh-cn': '责任提交者' },
    meaning: {
      en: 'The client may name the address responsible for the latest hop of a message, for Sender ID. Experimental; Sender ID is dead, a few servers still announce it.',
      'zh-cn': '客户端可为 Sender ID 说明邮件最近一跳的责任地址。属实验性质；Sender ID 已消亡，仍有少数服务器声明它。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['SUBMITTER'],
    effect: {
      en: 'The client may add `SUBMITTER=` to MAIL; there is no need to.',
      'zh-cn': '客户端可在 MAIL 中加 `SUBMITTER=`，但没有必要。',
    },
    registered: true,
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4405', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4405#section-4' },
    ],
  },
  {
    kind: 'extension',
    key: 'ATRN',
    title: { en: 'Authenticated turn', 'zh-cn': '经身份验证的角色互换' },
    meaning: {
      en: 'After authentication the client can take its waiting mail over the same connection (ODMR, port 366).',
      'zh-cn': '身份验证后，客户端可在同一连接上取走等待的邮件（ODMR，366 端口）。',
    },
    ehloSyntax: '',
    verbs: ['ATRN'],
    parameters: [],
    effect: {
      en: 'The client may send ATRN after AUTH; 453 says that there is no mail.',
      'zh-cn': '客户端可在 AUTH 之后发送 ATRN；453 表示没有邮件。',
    },
    registered: true,
    seeAlso: ['ETRN', 'AUTH', '453'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2645', section: '5.2', url: 'https://www.rfc-editor.org/rfc/rfc2645#section-5.2' },
    ],
  },
  {
    kind: 'extension',
    key: 'CONPERM',
    title: { en: 'Content conversion permission', 'zh-cn': '内容转换许可' },
    meaning: {
      en: 'The sender may permit servers on the way to convert the content for the recipient. Meant for fax by mail, hardly used.',
      'zh-cn': '发件人可允许途中的服务器为收件人转换内容。原为邮件传真设计，几乎无人使用。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['CONPERM'],
    effect: {
      en: 'The client may add `CONPERM` to MAIL; it goes together with CONNEG.',
      'zh-cn': '客户端可在 MAIL 中加 `CONPERM`，与 CONNEG 配合使用。',
    },
    registered: true,
    seeAlso: ['CONNEG'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4141', url: 'https://www.rfc-editor.org/rfc/rfc4141' },
    ],
  },
  {
    kind: 'extension',
    key: 'CONNEG',
    title: { en: 'Content negotiation', 'zh-cn': '内容协商' },
    meaning: {
      en: "The server can tell in the reply to RCPT what content the recipient's device can show. Meant for fax by mail, hardly used.",
      'zh-cn': '服务器可在 RCPT 的回复中说明收件人设备能显示哪些内容。原为邮件传真设计，几乎无人使用。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['CONNEG'],
    effect: {
      en: 'The client may add `CONNEG` to RCPT and reads the media features from the multi-line 250 reply.',
      'zh-cn': '客户端可在 RCPT 中加 `CONNEG`，并从多行 250 回复中读取媒体特性。',
    },
    registered: true,
    seeAlso: ['CONPERM'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4141', url: 'https://www.rfc-editor.org/rfc/rfc4141' },
    ],
  },
  {
    kind: 'extension',
    key: 'UTF8SMTP',
    title: { en: 'Internationalised addresses (old)', 'zh-cn': '国际化邮件地址（旧）' },
    meaning: {
      en: 'The experimental forerunner of SMTPUTF8. Obsolete; the two do not work together.',
      'zh-cn': 'SMTPUTF8 的实验性前身。已废弃，二者互不兼容。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: {
      en: 'Clients must use SMTPUTF8 and ignore this keyword.',
      'zh-cn': '客户端必须使用 SMTPUTF8，忽略该关键字。',
    },
    registered: true,
    seeAlso: ['SMTPUTF8'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5336', url: 'https://www.rfc-editor.org/rfc/rfc5336' },
      { document: 'RFC 6531', url: 'https://www.rfc-editor.org/rfc/rfc6531' },
    ],
  },
];
