import type { ExtensionEntry } from '../entry';

/**
 * Extensions of the IANA registry "SMTP Service Extensions" that are in use, in its order.
 */
export const registeredExtensions: readonly ExtensionEntry[] = [
  {
    kind: 'extension',
    key: '8BITMIME',
    title: { en: '8-bit text', 'zh-cn': '8 位文本' },
    meaning: {
      en: 'The server takes message text with octets above 127 unchanged, in lines of at most 998 octets. Without it the client must encode the message to seven bits.',
      'zh-cn': '服务器可原样接收含有大于 127 字节的邮件文本，每行最多 998 字节。未提供时客户端必须把邮件编码成 7 位。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['BODY'],
    effect: {
      en: 'The client may say `BODY=8BITMIME` on MAIL. Without the offer it must convert to quoted-printable or Base64, or return the message.',
      'zh-cn': '客户端可在 MAIL 中写 `BODY=8BITMIME`。未提供时必须转换为 quoted-printable 或 Base64，否则退回邮件。',
    },
    registered: true,
    seeAlso: ['BODY', 'BINARYMIME', 'SMTPUTF8'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 6152', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc6152#section-2' },
    ],
  },
  {
    kind: 'extension',
    key: 'SIZE',
    title: { en: 'Message size declaration', 'zh-cn': '邮件大小声明' },
    meaning: {
      en: 'The server tells the largest message it takes, in octets, and lets the client declare the size beforehand. No number or `0` means that no fixed limit is stated.',
      'zh-cn': '服务器公布所接受邮件的最大字节数，并允许客户端预先声明大小。没有数字或为 `0` 表示未声明固定上限。',
    },
    ehloSyntax: '[ 1*20DIGIT ]',
    verbs: [],
    parameters: ['SIZE'],
    effect: {
      en: 'The client may add `SIZE=` to MAIL and need not send a message that is too large; the server may refuse at MAIL or RCPT with 552 or 452.',
      'zh-cn': '客户端可在 MAIL 中加 `SIZE=`，不必再发送过大的邮件；服务器可在 MAIL 或 RCPT 时以 552 或 452 拒绝。',
    },
    registered: true,
    seeAlso: ['552', '452', 'X.3.4'],
    guides: ['smtp-delivery-failures'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 1870', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc1870#section-4' },
      { document: 'RFC 1870', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc1870#section-6' },
    ],
  },
  {
    kind: 'extension',
    key: 'CHUNKING',
    title: { en: 'Send in chunks', 'zh-cn': '分块发送' },
    meaning: {
      en: 'The server takes the message in counted chunks with `BDAT` instead of `DATA`. No dot-stuffing and no search for the end are needed.',
      'zh-cn': '服务器接受用 `BDAT` 代替 `DATA`，按字节数分块接收邮件。无需点填充，也无需查找结束标志。',
    },
    ehloSyntax: '',
    verbs: ['BDAT'],
    parameters: ['LAST'],
    effect: {
      en: 'The client may use BDAT; without the offer it must use DATA. The two must not be mixed in one transaction.',
      'zh-cn': '客户端可使用 BDAT；未提供时只能用 DATA。同一事务中两者不得混用。',
    },
    registered: true,
    seeAlso: ['BDAT', 'BINARYMIME', 'PIPELINING'],
    glossary: ['smtp-pipelining'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3030', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3030#section-2' },
    ],
  },
  {
    kind: 'extension',
    key: 'BINARYMIME',
    title: { en: 'Binary message content', 'zh-cn': '二进制邮件内容' },
    meaning: {
      en: 'The server takes MIME parts in binary, without line limits or encoding. It only works together with CHUNKING.',
      'zh-cn': '服务器可接收二进制 MIME 部分，没有行长限制也无需编码。必须与 CHUNKING 一起使用。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['BODY'],
    effect: {
      en: 'The client may say `BODY=BINARYMIME` and must then send with BDAT. Without the offer it must encode the message.',
      'zh-cn': '客户端可写 `BODY=BINARYMIME`，此后必须用 BDAT 发送。未提供时必须对邮件编码。',
    },
    registered: true,
    seeAlso: ['CHUNKING', 'BODY', '8BITMIME'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3030', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc3030#section-3' },
    ],
  },
  {
    kind: 'extension',
    key: 'DELIVERBY',
    title: { en: 'Deliver by a deadline', 'zh-cn': '限时投递' },
    meaning: {
      en: 'The sender may set a time by which the message must be delivered, or else be told or have it returned. The number is the shortest time in seconds that the server accepts.',
      'zh-cn': '发件人可设定投递期限，到期未投递则收到通知或退信。数字是服务器接受的最短时间（秒）。',
    },
    ehloSyntax: `[ min-by-time ]
min-by-time = 1*9DIGIT`,
    verbs: [],
    parameters: ['BY'],
    effect: {
      en: 'The client may add `BY=` to MAIL; without the offer it must not, and mode `R` mail must not be relayed without it.',
      'zh-cn': '客户端可在 MAIL 中加 `BY=`；未提供时不得使用，模式 `R` 的邮件也不得转给不支持的服务器。',
    },
    registered: true,
    seeAlso: ['BY', 'DSN'],
    glossary: ['dsn'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2852', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc2852#section-4' },
    ],
  },
  {
    kind: 'extension',
    key: 'PIPELINING',
    title: { en: 'Command pipelining', 'zh-cn': '命令流水线' },
    meaning: {
      en: 'The client may send several commands without waiting for each reply. Replies come in the same order, one for each command.',
      'zh-cn': '客户端可不等回复就连续发送多条命令。回复按相同顺序逐条返回。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: {
      en: 'MAIL, RCPT and RSET may be sent in a batch; EHLO, DATA, VRFY, EXPN, TURN, QUIT and NOOP only as the last of one. Without the offer the client must wait for every reply.',
      'zh-cn':
        'MAIL、RCPT、RSET 可成批发送；EHLO、DATA、VRFY、EXPN、TURN、QUIT、NOOP 只能放在一批的最后。未提供时客户端必须等待每个回复。',
    },
    registered: true,
    seeAlso: ['CHUNKING', 'DATA', '503'],
    glossary: ['smtp-pipelining'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2920', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc2920#section-3.1' },
      { document: 'RFC 2920', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc2920#section-3.2' },
    ],
  },
  {
    kind: 'extension',
    key: 'DSN',
    title: { en: 'Delivery status notifications', 'zh-cn': '投递状态通知' },
    meaning: {
      en: 'The client may say which reports it wants about a message, and what they should quote. Without it a sender only gets the default failure report.',
      'zh-cn': '客户端可以指定需要哪些投递报告以及报告中引用的内容。未提供时只会有默认的失败报告。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['RET', 'ENVID', 'NOTIFY', 'ORCPT'],
    effect: {
      en: '`RET` and `ENVID` may be used on MAIL, `NOTIFY` and `ORCPT` on RCPT. Without the offer none of them.',
      'zh-cn': 'MAIL 可用 `RET` 和 `ENVID`，RCPT 可用 `NOTIFY` 和 `ORCPT`。未提供时都不得使用。',
    },
    registered: true,
    seeAlso: ['RET', 'ENVID', 'NOTIFY', 'ORCPT'],
    guides: ['bounces-soft-hard'],
    glossary: ['dsn'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3461', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc3461#section-3' },
      { document: 'RFC 3461', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3461#section-4' },
    ],
  },
  {
    kind: 'extension',
    key: 'ETRN',
    title: { en: 'Start a remote queue', 'zh-cn': '启动远程队列' },
    meaning: {
      en: 'The server can be asked to start delivering mail that waits for a host. For sites that are not always online.',
      'zh-cn': '可请求服务器开始投递为某主机等待的邮件。面向不总是在线的站点。',
    },
    ehloSyntax: '',
    verbs: ['ETRN'],
    parameters: [],
    effect: {
      en: 'The client may send ETRN; it gets 250 to 253, or 458 and 459.',
      'zh-cn': '客户端可发送 ETRN，得到 250 至 253，或 458、459。',
    },
    registered: true,
    seeAlso: ['ATRN', '458', '459'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 1985', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc1985#section-5' },
    ],
  },
  {
    kind: 'extension',
    key: 'ENHANCEDSTATUSCODES',
    title: { en: 'Enhanced status codes', 'zh-cn': '增强状态码' },
    meaning: {
      en: 'Replies carry a second code such as `5.1.1` after the three digits, which names the cause more exactly.',
      'zh-cn': '回复在三位数字之后再带一个如 `5.1.1` 的代码，更准确地说明原因。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: [],
    effect: {
      en: 'The server must begin the text of 2yz, 4yz and 5yz replies with the code, except those to the greeting and EHLO or HELO. The client sends nothing new.',
      'zh-cn':
        '除问候以及 EHLO/HELO 的回复外，服务器须在 2yz、4yz、5yz 回复文本的开头给出该代码。客户端无需发送新内容。',
    },
    registered: true,
    seeAlso: ['X.1.1', 'X.7.1'],
    guides: ['smtp-reply-codes'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2034', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc2034#section-3' },
      { document: 'RFC 2034', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc2034#section-4' },
    ],
  },
  {
    kind: 'extension',
    key: 'STARTTLS',
    title: { en: 'Start TLS', 'zh-cn': '启动 TLS' },
    meaning: {
      en: 'The server can turn this connection into an encrypted one. It must not be announced any more once TLS runs.',
      'zh-cn': '服务器可把当前连接升级为加密连接。TLS 启用之后不得再声明它。',
    },
    ehloSyntax: '',
    verbs: ['STARTTLS'],
    parameters: [],
    effect: {
      en: 'The client may send STARTTLS, and must send EHLO again after the handshake. If the keyword is missing although it was there before, suspect a downgrade attack.',
      'zh-cn': '客户端可发送 STARTTLS，握手后必须重发 EHLO。如果过去有、现在却没有该关键字，应怀疑降级攻击。',
    },
    registered: true,
    seeAlso: ['REQUIRETLS', '454', '530'],
    guides: ['tls-1-3'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4.2' },
      { document: 'RFC 3207', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-6' },
    ],
  },
  {
    kind: 'extension',
    key: 'AUTH',
    title: { en: 'Authentication', 'zh-cn': '身份验证' },
    meaning: {
      en: 'Lists the SASL mechanisms by which a client can log in. The list may change after STARTTLS, so it must be read again.',
      'zh-cn': '列出客户端可用于登录的 SASL 机制。STARTTLS 之后列表可能变化，必须重新读取。',
    },
    ehloSyntax: 'sasl-mech *( SP sasl-mech )',
    verbs: ['AUTH'],
    parameters: ['AUTH'],
    effect: {
      en: 'The client may send AUTH with a listed mechanism, and `AUTH=` on MAIL. Old servers also announce `AUTH=LOGIN PLAIN` with an equals sign, for old Outlook; it means the same.',
      'zh-cn':
        '客户端可用列出的机制发送 AUTH，并可在 MAIL 中使用 `AUTH=`。旧服务器为照顾旧版 Outlook 还会声明带等号的 `AUTH=LOGIN PLAIN`，含义相同。',
    },
    registered: true,
    seeAlso: ['STARTTLS', 'PLAIN', 'LOGIN', 'XOAUTH2', '535', '530'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4954', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc4954#section-3' },
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954#section-4' },
    ],
  },
  {
    kind: 'extension',
    key: 'FUTURERELEASE',
    title: { en: 'Release at a later time', 'zh-cn': '延后发送' },
    meaning: {
      en: 'A submission server keeps a message until a given time before it goes out. It states the longest interval in seconds and the latest date.',
      'zh-cn': '提交服务器把邮件保留到指定时间再发出。它给出最长间隔（秒）和最晚日期。',
    },
    ehloSyntax: `max-interval SP max-date-time
max-interval = %x31-39 *8DIGIT`,
    verbs: [],
    parameters: ['HOLDFOR', 'HOLDUNTIL'],
    effect: {
      en: 'The client may add either `HOLDFOR=` or `HOLDUNTIL=` to MAIL, not both.',
      'zh-cn': '客户端可在 MAIL 中加 `HOLDFOR=` 或 `HOLDUNTIL=` 之一，不可并用。',
    },
    registered: true,
    seeAlso: ['HOLDFOR', 'HOLDUNTIL'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4865', url: 'https://www.rfc-editor.org/rfc/rfc4865' },
    ],
  },
  {
    kind: 'extension',
    key: 'SMTPUTF8',
    title: { en: 'Internationalised addresses', 'zh-cn': '国际化邮件地址' },
    meaning: {
      en: 'Addresses and header fields may contain UTF-8, such as `用户@例子.example`. The server must offer 8BITMIME too.',
      'zh-cn': '地址和邮件头可包含 UTF-8，例如 `用户@例子.example`。服务器必须同时提供 8BITMIME。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['SMTPUTF8'],
    effect: {
      en: 'The client may add `SMTPUTF8` to MAIL, VRFY and EXPN. Without the offer such a message cannot be sent to this server.',
      'zh-cn': '客户端可在 MAIL、VRFY、EXPN 中加 `SMTPUTF8`。未提供时此类邮件无法发给该服务器。',
    },
    registered: true,
    seeAlso: ['8BITMIME', 'UTF8SMTP', 'X.6.7'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 6531', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc6531#section-3.1' },
      { document: 'RFC 6531', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc6531#section-3.4' },
    ],
  },
  {
    kind: 'extension',
    key: 'MT-PRIORITY',
    title: { en: 'Transfer priority', 'zh-cn': '传输优先级' },
    meaning: {
      en: 'The sender may ask for a message to be handled before or after others, from -9 to 9. The name behind the keyword tells the policy in force.',
      'zh-cn': '发件人可请求提前或推后处理邮件，取值 -9 到 9。关键字之后的名称表示所采用的策略。',
    },
    ehloSyntax: '[ priority-profile ]',
    verbs: [],
    parameters: ['MT-PRIORITY'],
    effect: {
      en: 'The client may add `MT-PRIORITY=` to MAIL; the server may lower the value or refuse.',
      'zh-cn': '客户端可在 MAIL 中加 `MT-PRIORITY=`；服务器可调低数值或拒绝。',
    },
    registered: true,
    seeAlso: ['X.7.15'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 6710', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6710#section-3' },
    ],
  },
  {
    kind: 'extension',
    key: 'RRVS',
    title: { en: 'Require recipient valid since', 'zh-cn': '要求收件人自某时起有效' },
    meaning: {
      en: 'The sender may say since when it knows the recipient, so that mail does not reach a new owner of the address.',
      'zh-cn': '发件人可说明自何时起认识该收件人，避免邮件落到该地址的新主人手中。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['RRVS'],
    effect: {
      en: 'The client may add `RRVS=` to RCPT. Without the offer it should use the header field, or not send at all.',
      'zh-cn': '客户端可在 RCPT 中加 `RRVS=`。未提供时应改用邮件头字段，或不发送。',
    },
    registered: true,
    seeAlso: ['X.7.17', 'X.7.18'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 7293', url: 'https://www.rfc-editor.org/rfc/rfc7293' },
    ],
  },
  {
    kind: 'extension',
    key: 'REQUIRETLS',
    title: { en: 'Require TLS all the way', 'zh-cn': '全程要求 TLS' },
    meaning: {
      en: 'The sender may demand that every further hop uses TLS with a checked certificate, or the message is returned. Only announced under TLS.',
      'zh-cn': '发件人可要求此后每一跳都使用经证书验证的 TLS，否则退回邮件。只在 TLS 之下声明。',
    },
    ehloSyntax: '',
    verbs: [],
    parameters: ['REQUIRETLS'],
    effect: {
      en: 'The client may add `REQUIRETLS` to MAIL. A message so marked must not go to a server without the offer.',
      'zh-cn': '客户端可在 MAIL 中加 `REQUIRETLS`。带此标记的邮件不得发给未提供该扩展的服务器。',
    },
    registered: true,
    seeAlso: ['STARTTLS', 'X.7.30'],
    guides: ['tls-1-3'],
    glossary: ['starttls'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 8689', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc8689#section-2' },
      { document: 'RFC 8689', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc8689#section-4.2' },
    ],
  },
  {
    kind: 'extension',
    key: 'BURL',
    title: { en: 'Message from a URL', 'zh-cn': '由 URL 取邮件内容' },
    meaning: {
      en: 'A submission server can fetch parts of the message from an IMAP server. `imap` says that IMAP URLs work; a URL prefix behind it names a server that it trusts.',
      'zh-cn': '提交服务器可从 IMAP 服务器取回邮件的一部分。`imap` 表示支持 IMAP URL，其后的 URL 指明受信任的服务器。',
    },
    ehloSyntax: `[ burl-param *( SP burl-param ) ]
burl-param = "imap" / ( "imap://" authority ) / absolute-URI`,
    verbs: ['BURL'],
    parameters: ['LAST'],
    effect: {
      en: 'The client may use BURL in place of, or mixed with, BDAT after AUTH. May be announced only after AUTH.',
      'zh-cn': '客户端在 AUTH 之后可用 BURL 代替 BDAT 或与之混用。可能在 AUTH 之后才声明。',
    },
    registered: true,
    seeAlso: ['CHUNKING', 'AUTH'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4468', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc4468#section-3' },
    ],
  },
  {
    kind: 'extension',
    key: 'LIMITS',
    title: { en: 'Server limits', 'zh-cn': '服务器限制' },
    meaning: {
      en: 'The server states what it allows in one session: `RCPTMAX` recipients, `MAILMAX` transactions, `RCPTDOMAINMAX` domains.',
      'zh-cn': '服务器公布一个会话内的限制：`RCPTMAX` 收件人数、`MAILMAX` 事务数、`RCPTDOMAINMAX` 域名数。',
    },
    ehloSyntax: `limit *( SP limit )
limit = limit-name [ "=" limit-value ]
limit-name = "MAILMAX" / "RCPTMAX" / "RCPTDOMAINMAX"
limit-value = %x31-39 *5DIGIT`,
    verbs: [],
    parameters: [],
    effect: {
      en: 'The client should stay below the limits, by splitting messages or opening another session. Nothing new is sent.',
      'zh-cn': '客户端应拆分邮件或另开会话以不超过限制。无需发送新内容。',
    },
    registered: true,
    seeAlso: ['RCPT', '452'],
    guides: ['bulk-email'],
    glossary: ['mail-transaction'],
    sources: [
      {
        document: 'IANA SMTP Service Extensions',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 9422', url: 'https://www.rfc-editor.org/rfc/rfc9422' },
    ],
  },
];
