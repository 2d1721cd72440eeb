import type { VerbEntry } from '../entry';

/**
 * Verbs of RFC 5321 with the replies of its §4.3.2 and of the extensions that add to them.
 *
 * `replies` leaves out 421, 500 and 501, which any command may get (RFC 5321 §4.3.2), except where a document names them
 * for the verb. 530 stands where RFC 3207 §4 and RFC 4954 §6 allow it, 554 where RFC 3207 §4.1 does (too little security),
 * 521 where a server that refuses all mail goes on answering (RFC 7504 §3).
 */
export const coreVerbs: readonly VerbEntry[] = [
  {
    kind: 'verb',
    key: 'EHLO',
    title: { en: 'Extended hello', 'zh-cn': '扩展问候' },
    meaning: {
      en: 'Opens an ESMTP session: the client names itself and asks which extensions the server offers. The multi-line 250 reply lists one keyword a line; it counts until the next EHLO, or until TLS starts.',
      'zh-cn':
        '开启 ESMTP 会话：客户端报出自己的名称，并询问服务器提供哪些扩展。多行 250 回复每行列出一个关键字，有效期到下一次 EHLO 或 TLS 开始为止。',
    },
    syntax: 'ehlo = "EHLO" SP ( Domain / address-literal )',
    whenAllowed: {
      en: 'At any time after the greeting. Ends an open transaction as RSET does; required again after STARTTLS, and after AUTH when a security layer was negotiated.',
      'zh-cn':
        '服务器问候之后随时可用。与 RSET 一样会结束未完成的事务；STARTTLS 之后必须重发，AUTH 协商出安全层之后也必须重发。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 502, 503, 504, 521, 550, 554] },
    example: `C: EHLO client.example.org
S: 250-mx.example.net
S: 250-SIZE 10240000
S: 250-STARTTLS
S: 250 PIPELINING`,
    status: 'current',
    seeAlso: ['HELO', 'LHLO', 'STARTTLS', '250', '503'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
      { document: 'RFC 7504', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7504#section-3' },
    ],
  },
  {
    kind: 'verb',
    key: 'HELO',
    title: { en: 'Hello', 'zh-cn': '问候' },
    meaning: {
      en: 'Opens a session the old way, without extensions. Servers must still accept it; after HELO no MAIL or RCPT parameter, STARTTLS, AUTH or pipelining may be used.',
      'zh-cn':
        '以旧方式开启会话，不使用任何扩展。服务器仍须接受它；发过 HELO 之后不得使用 MAIL/RCPT 参数、STARTTLS、AUTH 或流水线。',
    },
    syntax: 'helo = "HELO" SP Domain',
    whenAllowed: {
      en: 'At any time after the greeting, normally only when EHLO was refused. Ends an open transaction.',
      'zh-cn': '问候之后随时可用，通常只在 EHLO 被拒绝时使用。会结束未完成的事务。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 501, 502, 503, 504, 521, 530, 550, 554] },
    example: `C: HELO client.example.org
S: 250 mx.example.net`,
    status: 'current',
    seeAlso: ['EHLO', '250', '502'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.1' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'MAIL',
    title: { en: 'Start a mail transaction', 'zh-cn': '开始邮件事务' },
    meaning: {
      en: 'Starts a mail transaction and gives the reverse-path, the address that bounces go to. `MAIL FROM:<>` is the null sender of bounces and other notifications.',
      'zh-cn': '开始一个邮件事务，并给出反向路径，即退信要送往的地址。`MAIL FROM:<>` 是退信等通知使用的空发件人。',
    },
    syntax: `mail = "MAIL FROM:" Reverse-path [ SP Mail-parameters ]
Reverse-path = Path / "<>"
Mail-parameters = esmtp-param *( SP esmtp-param )
esmtp-param = esmtp-keyword [ "=" esmtp-value ]`,
    whenAllowed: {
      en: 'After EHLO, HELO or LHLO, when no transaction is open. Clears the buffers and sets the reverse-path; parameters only of extensions that were offered.',
      'zh-cn':
        '在 EHLO、HELO 或 LHLO 之后、没有未完成事务时可用。它清空各缓冲区并设定反向路径；只能使用服务器已提供的扩展的参数。',
    },
    replies: {
      success: [250],
      intermediate: [355],
      failure: [450, 451, 452, 455, 501, 503, 521, 530, 550, 552, 553, 554, 555],
    },
    example: `C: MAIL FROM:<alice@example.org> SIZE=5120 BODY=8BITMIME
S: 250 2.1.0 Ok`,
    status: 'current',
    seeAlso: ['RCPT', 'RSET', 'SIZE', 'BODY', '503', '530', 'X.1.0'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['reverse-path', 'null-sender', 'mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.2' },
      { document: 'RFC 5321', section: '4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.4' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954#section-6' },
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207#section-4' },
      { document: 'RFC 1845', url: 'https://www.rfc-editor.org/rfc/rfc1845' },
    ],
  },
  {
    kind: 'verb',
    key: 'RCPT',
    title: { en: 'Add a recipient', 'zh-cn': '添加收件人' },
    meaning: {
      en: 'Names one recipient; it is repeated for each. The server answers every RCPT on its own, so some may be accepted and others refused in the same transaction.',
      'zh-cn': '指定一个收件人，每个收件人各发一次。服务器对每条 RCPT 单独回复，因此同一事务中可能部分接受、部分拒绝。',
    },
    syntax: `rcpt = "RCPT TO:" ( "<Postmaster@" Domain ">" / "<Postmaster>" / Forward-path )
       [ SP Rcpt-parameters ]
Forward-path = Path
Rcpt-parameters = esmtp-param *( SP esmtp-param )`,
    whenAllowed: {
      en: 'After an accepted MAIL and before DATA or the first BDAT. Adds one forward-path; servers must take at least 100.',
      'zh-cn': '在 MAIL 被接受之后、DATA 或首个 BDAT 之前可用。每次添加一个正向路径；服务器至少要能接受 100 个。',
    },
    replies: {
      success: [250, 251],
      intermediate: [],
      failure: [450, 451, 452, 455, 501, 503, 521, 530, 550, 551, 552, 553, 554, 555, 556],
    },
    example: `C: RCPT TO:<bob@example.net> NOTIFY=FAILURE
S: 250 2.1.5 Ok
C: RCPT TO:<nobody@example.net>
S: 550 5.1.1 User unknown`,
    status: 'current',
    seeAlso: ['MAIL', 'DATA', 'NOTIFY', 'ORCPT', '550', 'X.1.1'],
    guides: ['rfc-5321-deep-dive', 'bounces-soft-hard'],
    glossary: ['mail-transaction', 'smtp-relay'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.3', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
      { document: 'RFC 5321', section: '4.5.3.1.8', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.5.3.1.8' },
      { document: 'RFC 7504', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc7504#section-4' },
    ],
  },
  {
    kind: 'verb',
    key: 'DATA',
    title: { en: 'Send the message', 'zh-cn': '发送邮件内容' },
    meaning: {
      en: 'Announces the message; after 354 everything up to a line with a single dot is mail data, not commands. The reply after that dot decides: 2yz means the server now answers for delivery.',
      'zh-cn':
        '宣布开始传送邮件；收到 354 之后，直到单独一个点的那一行为止都是邮件数据而不是命令。点之后的回复才是结论：2yz 表示服务器从此对投递负责。',
    },
    syntax: 'data = "DATA"',
    whenAllowed: {
      en: 'After MAIL and at least one accepted RCPT, never together with BDAT or after BODY=BINARYMIME. The final reply ends the transaction, whatever it is.',
      'zh-cn':
        '在 MAIL 和至少一个被接受的 RCPT 之后可用；不得与 BDAT 混用，也不得用于 BODY=BINARYMIME。最终回复无论结果如何都会结束事务。',
    },
    replies: { success: [250], intermediate: [353, 354], failure: [450, 451, 452, 501, 503, 521, 530, 550, 552, 554] },
    example: `C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: Subject: Hello
C:
C: Hi Bob
C: .
S: 250 2.0.0 Ok: queued as 4F2A91C0`,
    status: 'current',
    seeAlso: ['BDAT', 'RCPT', '354', '503', '554', '552'],
    guides: ['rfc-5321-deep-dive', 'smtp-delivery-failures'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.4' },
      { document: 'RFC 5321', section: '4.2.5', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.2.5' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
      { document: 'RFC 2920', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc2920#section-3.1' },
    ],
  },
  {
    kind: 'verb',
    key: 'RSET',
    title: { en: 'Abort the transaction', 'zh-cn': '中止事务' },
    meaning: {
      en: 'Throws away sender, recipients and data and keeps the session. It does not undo the hello, TLS or authentication.',
      'zh-cn': '丢弃发件人、收件人和数据，但保留会话。它不会撤销问候、TLS 或身份验证。',
    },
    syntax: 'rset = "RSET"',
    whenAllowed: {
      en: 'At any time, except while mail data is being sent. Between BDAT chunks it cancels the message.',
      'zh-cn': '除正在发送邮件数据时外，随时可用。在 BDAT 分块之间发送则取消该邮件。',
    },
    replies: { success: [250], intermediate: [], failure: [501, 521, 530, 554] },
    example: `C: RSET
S: 250 2.0.0 Ok`,
    status: 'current',
    seeAlso: ['MAIL', 'QUIT', 'BDAT', '250'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.5', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.5' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'NOOP',
    title: { en: 'Do nothing', 'zh-cn': '空操作' },
    meaning: {
      en: 'Asks for nothing but a 250, to see that the server is still there. An argument is ignored.',
      'zh-cn': '除一个 250 回复外不要求任何动作，用来确认服务器仍在线。参数会被忽略。',
    },
    syntax: 'noop = "NOOP" [ SP String ]',
    whenAllowed: {
      en: 'At any time. Changes nothing; it also keeps an idle timer from running out.',
      'zh-cn': '随时可用，不改变任何状态，也可避免空闲超时。',
    },
    replies: { success: [250], intermediate: [], failure: [501, 521, 554] },
    example: `C: NOOP
S: 250 2.0.0 Ok`,
    status: 'current',
    seeAlso: ['RSET', 'QUIT', '250'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.9', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.9' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'QUIT',
    title: { en: 'End the session', 'zh-cn': '结束会话' },
    meaning: {
      en: 'Ends the session politely: the server answers 221, then both sides close. An unfinished transaction is dropped, mail already accepted is not affected.',
      'zh-cn': '礼貌地结束会话：服务器回复 221，然后双方关闭连接。未完成的事务被丢弃，已被接受的邮件不受影响。',
    },
    syntax: 'quit = "QUIT"',
    whenAllowed: {
      en: 'At any time outside mail data. It should be the last command of every session.',
      'zh-cn': '邮件数据之外随时可用，应是每个会话的最后一条命令。',
    },
    replies: { success: [221], intermediate: [], failure: [501] },
    example: `C: QUIT
S: 221 2.0.0 Bye`,
    status: 'current',
    seeAlso: ['RSET', '221', '421'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.10', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.10' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'VRFY',
    title: { en: 'Verify a user', 'zh-cn': '验证用户' },
    meaning: {
      en: 'Asks whether a user or mailbox exists. Most servers answer 252 or refuse, because address harvesters use it.',
      'zh-cn': '询问某个用户或邮箱是否存在。由于会被用来收集地址，多数服务器只回复 252 或直接拒绝。',
    },
    syntax: 'vrfy = "VRFY" SP String [ SP "SMTPUTF8" ]',
    whenAllowed: {
      en: 'At any time, even before a hello. Does not touch the transaction; `SMTPUTF8` only when offered.',
      'zh-cn': '随时可用，甚至可在问候之前。不影响事务；只有服务器提供时才可带 `SMTPUTF8`。',
    },
    replies: {
      success: [250, 251, 252],
      intermediate: [],
      failure: [500, 501, 502, 503, 504, 521, 530, 550, 551, 553, 554],
    },
    example: `C: VRFY bob
S: 252 2.0.0 Cannot VRFY user, but will accept message and attempt delivery`,
    status: 'current',
    seeAlso: ['EXPN', 'RCPT', '252', '502'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.6' },
      { document: 'RFC 5321', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-3.5' },
      { document: 'RFC 5321', section: '7.3', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-7.3' },
      { document: 'RFC 6531', section: '3.7.4.2', url: 'https://www.rfc-editor.org/rfc/rfc6531#section-3.7.4.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'EXPN',
    title: { en: 'Expand a mailing list', 'zh-cn': '展开邮件列表' },
    meaning: {
      en: 'Asks for the members of a mailing list, one address a line. Commonly disabled for the same reason as VRFY.',
      'zh-cn': '请求列出邮件列表的成员，每行一个地址。出于与 VRFY 相同的原因通常被禁用。',
    },
    syntax: 'expn = "EXPN" SP String [ SP "SMTPUTF8" ]',
    whenAllowed: {
      en: 'At any time, even before a hello. Does not touch the transaction.',
      'zh-cn': '随时可用，甚至可在问候之前。不影响事务。',
    },
    replies: { success: [250, 252], intermediate: [], failure: [500, 501, 502, 503, 504, 521, 530, 550, 554] },
    example: `C: EXPN staff
S: 250-Alice <alice@example.net>
S: 250 Bob <bob@example.net>`,
    status: 'optional',
    seeAlso: ['VRFY', '252', '502'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.7', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.7' },
      { document: 'RFC 5321', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-3.5' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'HELP',
    title: { en: 'Ask for help', 'zh-cn': '请求帮助' },
    meaning: {
      en: 'Returns text for a human, often the list of commands. Programs must not rely on it.',
      'zh-cn': '返回供人阅读的文字，常为命令列表。程序不应依赖其内容。',
    },
    syntax: 'help = "HELP" [ SP String ]',
    whenAllowed: {
      en: 'At any time, even before a hello. Changes nothing.',
      'zh-cn': '随时可用，甚至可在问候之前。不改变任何状态。',
    },
    replies: { success: [211, 214], intermediate: [], failure: [500, 501, 502, 504, 521, 530, 554] },
    example: `C: HELP
S: 214-Commands: EHLO HELO MAIL RCPT DATA RSET NOOP QUIT
S: 214 End of HELP info`,
    status: 'optional',
    seeAlso: ['214', 'NOOP'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.8', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.1.1.8' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321#section-4.3.2' },
    ],
  },
  {
    kind: 'verb',
    key: 'SEND',
    title: { en: 'Send to a terminal', 'zh-cn': '发送到终端' },
    meaning: {
      en: 'Would have written the message to the terminal of a logged-in user. Obsolete: servers refuse it, and clients must not send it.',
      'zh-cn': '原意是把消息写到已登录用户的终端上。已废弃：服务器会拒绝，客户端不得发送。',
    },
    syntax: 'send = "SEND FROM:" Reverse-path',
    whenAllowed: {
      en: 'In place of MAIL, with the same conditions: after a hello, with no transaction open.',
      'zh-cn': '代替 MAIL，条件相同：问候之后且没有未完成事务。',
    },
    replies: { success: [250], intermediate: [], failure: [421, 451, 452, 500, 501, 502, 503, 530, 550, 552] },
    example: `C: SEND FROM:<alice@example.org>
S: 502 5.5.1 Command not implemented`,
    extension: 'SEND',
    status: 'obsolete',
    seeAlso: ['SOML', 'SAML', 'MAIL', '502'],
    sources: [
      { document: 'RFC 821', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc821#section-4.1.1' },
      { document: 'RFC 5321', section: 'F.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.6' },
    ],
  },
  {
    kind: 'verb',
    key: 'SOML',
    title: { en: 'Send or mail', 'zh-cn': '发送到终端或邮箱' },
    meaning: {
      en: 'Would have written to the terminal if the user was logged in, and to the mailbox otherwise. Obsolete.',
      'zh-cn': '原意是用户在线时写到终端，否则投入邮箱。已废弃。',
    },
    syntax: 'soml = "SOML FROM:" Reverse-path',
    whenAllowed: { en: 'In place of MAIL, with the same conditions.', 'zh-cn': '代替 MAIL，条件相同。' },
    replies: { success: [250], intermediate: [], failure: [421, 451, 452, 500, 501, 502, 503, 530, 550, 552] },
    example: `C: SOML FROM:<alice@example.org>
S: 502 5.5.1 Command not implemented`,
    extension: 'SOML',
    status: 'obsolete',
    seeAlso: ['SEND', 'SAML', 'MAIL', '502'],
    sources: [
      { document: 'RFC 821', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc821#section-4.1.1' },
      { document: 'RFC 5321', section: 'F.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.6' },
    ],
  },
  {
    kind: 'verb',
    key: 'SAML',
    title: { en: 'Send and mail', 'zh-cn': '同时发送到终端和邮箱' },
    meaning: {
      en: 'Would have written to the terminal and to the mailbox as well. Obsolete; it has nothing to do with SAML sign-on.',
      'zh-cn': '原意是既写到终端又投入邮箱。已废弃；与 SAML 单点登录无关。',
    },
    syntax: 'saml = "SAML FROM:" Reverse-path',
    whenAllowed: { en: 'In place of MAIL, with the same conditions.', 'zh-cn': '代替 MAIL，条件相同。' },
    replies: { success: [250], intermediate: [], failure: [421, 451, 452, 500, 501, 502, 503, 530, 550, 552] },
    example: `C: SAML FROM:<alice@example.org>
S: 502 5.5.1 Command not implemented`,
    extension: 'SAML',
    status: 'obsolete',
    seeAlso: ['SEND', 'SOML', 'MAIL', '502'],
    sources: [
      { document: 'RFC 821', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc821#section-4.1.1' },
      { document: 'RFC 5321', section: 'F.6', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.6' },
    ],
  },
  {
    kind: 'verb',
    key: 'TURN',
    title: { en: 'Swap roles', 'zh-cn': '交换角色' },
    meaning: {
      en: 'Would have made client and server change places on the same connection, so that the server could hand over mail. Obsolete, because nothing proves who asks; ATRN and ETRN replace it.',
      'zh-cn':
        '原意是让客户端与服务器在同一连接上互换角色，以便服务器交出邮件。由于无法证明请求者身份而废弃，由 ATRN 和 ETRN 取代。',
    },
    syntax: 'turn = "TURN"',
    whenAllowed: {
      en: 'Outside a transaction; after 250 the roles are reversed. Must not be used without strong authentication.',
      'zh-cn': '在事务之外可用；收到 250 后角色互换。没有强身份验证时不得使用。',
    },
    replies: { success: [250], intermediate: [], failure: [500, 502, 503, 530] },
    example: `C: TURN
S: 502 5.5.1 Command not implemented`,
    extension: 'TURN',
    status: 'obsolete',
    seeAlso: ['ATRN', 'ETRN', '502'],
    sources: [
      { document: 'RFC 821', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc821#section-3.8' },
      { document: 'RFC 5321', section: 'F.1', url: 'https://www.rfc-editor.org/rfc/rfc5321#appendix-F.1' },
    ],
  },
];
