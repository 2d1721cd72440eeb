import type { VerbEntry } from '../entry';

/**
 * Verbs that standards-track extensions of SMTP, and LMTP, add.
 */
export const extensionVerbs: readonly VerbEntry[] = [
  {
    kind: 'verb',
    key: 'AUTH',
    title: { en: 'Authenticate', 'zh-cn': '身份验证' },
    meaning: {
      en: 'Starts a SASL exchange that proves who the client is. The server asks with 334 and Base64, the client answers in Base64, and 235 ends it; a single `*` cancels.',
      'zh-cn':
        '启动 SASL 交换以证明客户端身份。服务器用 334 加 Base64 提问，客户端以 Base64 作答，235 表示成功；单独一个 `*` 表示取消。',
    },
    syntax: `auth = "AUTH" SP sasl-mech [ SP initial-response ]
sasl-mech = 1*20( UPPER-ALPHA / DIGIT / "-" / "_" )
initial-response = base64 / "="`,
    whenAllowed: {
      en: 'After EHLO, outside a transaction, once a session. After success a second AUTH gets 503; the offers must be read again if a security layer was negotiated.',
      'zh-cn':
        '在 EHLO 之后、事务之外，每个会话只能成功一次。成功后再次 AUTH 会得到 503；若协商了安全层，须重新读取扩展列表。',
    },
    replies: {
      success: [235],
      intermediate: [334],
      failure: [422, 432, 454, 500, 501, 502, 503, 504, 521, 523, 524, 525, 530, 534, 535, 538, 554],
    },
    example: `C: AUTH PLAIN AGFsaWNlAG5vdC1hLXJlYWwtc2VjcmV0
S: 235 2.7.0 Authentication successful`,
    extension: 'AUTH',
    status: 'current',
    seeAlso: ['STARTTLS', 'PLAIN', 'LOGIN', '334', '535', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication', 'starttls'],
    sources: [
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954#section-4' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'verb',
    key: 'STARTTLS',
    title: { en: 'Switch to TLS', 'zh-cn': '切换到 TLS' },
    meaning: {
      en: 'Turns the plain connection into a TLS one. After 220 the handshake begins at once; afterwards both sides forget the session, and the client must send EHLO again.',
      'zh-cn':
        '把明文连接升级为 TLS 连接。收到 220 后立即开始握手；握手后双方忘记此前的会话信息，客户端必须重新发送 EHLO。',
    },
    syntax: 'starttls = "STARTTLS"',
    whenAllowed: {
      en: 'After an EHLO that offered it and not under TLS already; an open transaction would be lost. Nothing may be pipelined behind it.',
      'zh-cn': '在 EHLO 提供该扩展之后可用，且不得已处于 TLS 中；未完成的事务会丢失。其后不得流水线追加任何内容。',
    },
    replies: { success: [220], intermediate: [], failure: [454, 500, 501, 502, 503, 521, 554] },
    example: `C: STARTTLS
S: 220 2.0.0 Ready to start TLS`,
    extension: 'STARTTLS',
    status: 'current',
    seeAlso: ['EHLO', 'AUTH', '220', '454', '530'],
    guides: ['tls-1-3', 'smtp-authentication-methods'],
    glossary: ['starttls'],
    sources: [
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'BDAT',
    title: { en: 'Send a chunk', 'zh-cn': '发送数据块' },
    meaning: {
      en: 'Sends a chunk of exactly the stated number of octets directly after the command, with no 354 and no closing dot. `LAST` marks the final chunk; each chunk gets its own reply.',
      'zh-cn':
        '紧跟命令发送恰好指定字节数的数据块，没有 354，也没有结束点。`LAST` 表示最后一块；每一块都有自己的回复。',
    },
    syntax: `bdat = "BDAT" SP chunk-size [ SP "LAST" ]
chunk-size = 1*DIGIT`,
    whenAllowed: {
      en: 'After MAIL and an accepted RCPT, not mixed with DATA. The chunk follows even if the reply will be an error, so the octets must be skipped, not read as commands.',
      'zh-cn':
        '在 MAIL 和被接受的 RCPT 之后可用，不得与 DATA 混用。即使回复会是错误，数据块也已随命令发出，因此要跳过这些字节而不是当作命令。',
    },
    replies: { success: [250], intermediate: [], failure: [450, 451, 452, 501, 502, 503, 521, 530, 550, 552, 554] },
    example: `C: BDAT 29
C: Subject: Hello
C: To: example
S: 250 2.0.0 29 octets received
C: BDAT 0 LAST
S: 250 2.0.0 Ok: queued as 4F2A91C1`,
    extension: 'CHUNKING',
    status: 'current',
    seeAlso: ['DATA', 'RSET', 'BODY', '503'],
    glossary: ['mail-transaction'],
    sources: [{ document: 'RFC 3030', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3030#section-2' }],
  },
  {
    kind: 'verb',
    key: 'LHLO',
    title: { en: 'LMTP hello', 'zh-cn': 'LMTP 问候' },
    meaning: {
      en: "Opens an LMTP session; it is EHLO's counterpart for local delivery. In LMTP the end of the data is answered once for each accepted recipient.",
      'zh-cn': '开启 LMTP 会话，相当于本地投递中的 EHLO。在 LMTP 中，数据结束后服务器为每个已接受的收件人各回复一次。',
    },
    syntax: 'lhlo = "LHLO" SP ( Domain / address-literal )',
    whenAllowed: {
      en: 'At any time after an LMTP greeting. An SMTP server refuses it, and an LMTP server refuses HELO and EHLO.',
      'zh-cn': 'LMTP 问候之后随时可用。SMTP 服务器会拒绝它，LMTP 服务器则拒绝 HELO 和 EHLO。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 502, 503, 504, 550] },
    example: `C: LHLO client.example.org
S: 250-store.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES`,
    status: 'current',
    seeAlso: ['EHLO', 'DATA', '250'],
    sources: [
      { document: 'RFC 2033', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc2033#section-4.1' },
      { document: 'RFC 2033', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc2033#section-4.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'ETRN',
    title: { en: 'Start the queue for a host', 'zh-cn': '启动某主机的队列' },
    meaning: {
      en: 'Asks the server to start delivering mail that waits for a host or domain, over a new connection. It replaces TURN: mail goes where DNS points, not to whoever asks.',
      'zh-cn':
        '请求服务器通过新的连接开始投递为某主机或域名等待的邮件。它取代 TURN：邮件送往 DNS 指向之处，而不是交给请求者。',
    },
    syntax: `etrn = "ETRN" SP [ option-char ] node-name
option-char = "@" / "#"`,
    whenAllowed: {
      en: 'After EHLO, outside a transaction. `@` includes subdomains, `#` names a queue.',
      'zh-cn': '在 EHLO 之后、事务之外可用。`@` 表示包含子域，`#` 表示指定队列名。',
    },
    replies: { success: [250, 251, 252, 253], intermediate: [], failure: [458, 459, 500, 501, 502, 503, 530, 554] },
    example: `C: ETRN example.org
S: 253 2.0.0 3 pending messages for node example.org started`,
    extension: 'ETRN',
    status: 'current',
    seeAlso: ['ATRN', 'TURN', '458', '459'],
    sources: [{ document: 'RFC 1985', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc1985#section-5' }],
  },
  {
    kind: 'verb',
    key: 'ATRN',
    title: { en: 'Authenticated turn', 'zh-cn': '经身份验证的角色互换' },
    meaning: {
      en: 'After authentication swaps the roles, and the server delivers the waiting mail on this same connection. Used on port 366 by hosts without a fixed address (ODMR).',
      'zh-cn':
        '身份验证之后互换角色，由服务器在同一连接上投递等待的邮件。供没有固定地址的主机在 366 端口使用（ODMR）。',
    },
    syntax: 'atrn = "ATRN" [ SP domain *( "," domain ) ]',
    whenAllowed: {
      en: 'After a successful AUTH, outside a transaction. After 250 the former server speaks first as client, starting with EHLO.',
      'zh-cn': '在 AUTH 成功之后、事务之外可用。收到 250 后，原服务器以客户端身份先发言，从 EHLO 开始。',
    },
    replies: { success: [250], intermediate: [], failure: [450, 451, 453, 500, 501, 502, 503, 530] },
    example: `C: ATRN example.org
S: 250 2.0.0 OK now reversing the connection`,
    extension: 'ATRN',
    status: 'optional',
    seeAlso: ['ETRN', 'TURN', 'AUTH', '453'],
    glossary: ['smtp-authentication'],
    sources: [{ document: 'RFC 2645', section: '5.2.1', url: 'https://www.rfc-editor.org/rfc/rfc2645#section-5.2.1' }],
  },
  {
    kind: 'verb',
    key: 'BURL',
    title: { en: 'Send from an IMAP URL', 'zh-cn': '由 IMAP URL 取内容' },
    meaning: {
      en: 'Makes the submission server fetch a part of the message from an IMAP server itself. So a client can forward a large attachment without downloading it.',
      'zh-cn': '让提交服务器自己从 IMAP 服务器取回邮件的一部分。这样客户端无需下载大附件即可转发。',
    },
    syntax: 'burl = "BURL" SP absolute-URI [ SP "LAST" ]',
    whenAllowed: {
      en: 'Where BDAT is allowed, on a submission server, after authentication; may be mixed with BDAT. `LAST` ends the message.',
      'zh-cn': '在允许 BDAT 的位置可用，仅限提交服务器且须先通过身份验证；可与 BDAT 混用。`LAST` 表示邮件结束。',
    },
    replies: { success: [250], intermediate: [], failure: [450, 451, 452, 501, 502, 503, 504, 530, 550, 552, 554] },
    example: `C: BURL imap://alice@imap.example.org/Sent;UIDVALIDITY=7/;UID=20;URLAUTH=submit+alice:internal:0a1b LAST
S: 250 2.5.0 Ok`,
    extension: 'BURL',
    status: 'optional',
    seeAlso: ['BDAT', 'AUTH', '554'],
    glossary: ['smtp-authentication', 'mail-transaction'],
    sources: [{ document: 'RFC 4468', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc4468#section-3' }],
  },
];
