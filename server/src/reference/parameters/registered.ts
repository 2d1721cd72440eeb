import type { ParameterEntry } from '../entry';

/**
 * Parameters of registered extensions.
 */
export const registeredParameters: readonly ParameterEntry[] = [
  {
    kind: 'parameter',
    key: 'SIZE',
    title: { en: 'Declared message size', 'zh-cn': '声明的邮件大小' },
    meaning: {
      en: "The client's estimate of the message size in octets, line ends counted as two. The server may refuse at once with 552, or 452 when it is only short of space.",
      'zh-cn':
        '客户端对邮件大小的估计值（字节），每个换行按两个字节计。服务器可立即以 552 拒绝，仅暂时空间不足时回复 452。',
    },
    verbs: ['MAIL'],
    extension: 'SIZE',
    valueSyntax: 'size-value = 1*20DIGIT',
    limits: {
      en: 'At most 20 digits. Before dot-stuffing and without the closing dot.',
      'zh-cn': '最多 20 位数字。不含点填充和结束点。',
    },
    example: `C: MAIL FROM:<alice@example.org> SIZE=523000
S: 552 5.3.4 Message size exceeds fixed limit`,
    seeAlso: ['552', '452', 'X.3.4'],
    sources: [
      { document: 'RFC 1870', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc1870#section-3' },
      { document: 'RFC 1870', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc1870#section-6' },
    ],
  },
  {
    kind: 'parameter',
    key: 'BODY',
    title: { en: 'Body type', 'zh-cn': '正文类型' },
    meaning: {
      en: 'Says how the content is encoded: seven bits, eight bits in lines, or binary. Without it the content must be seven bits.',
      'zh-cn': '说明内容的编码：7 位、按行的 8 位，或二进制。省略时内容必须是 7 位。',
    },
    verbs: ['MAIL'],
    extension: '8BITMIME',
    valueSyntax: 'body-value = "7BIT" / "8BITMIME" / "BINARYMIME"',
    limits: {
      en: '`BINARYMIME` also needs BINARYMIME and CHUNKING, and BDAT in place of DATA.',
      'zh-cn': '`BINARYMIME` 还要求 BINARYMIME 和 CHUNKING，并须用 BDAT 代替 DATA。',
    },
    example: `C: MAIL FROM:<alice@example.org> BODY=8BITMIME
S: 250 2.1.0 Ok`,
    seeAlso: ['8BITMIME', 'BINARYMIME', 'CHUNKING', 'BDAT'],
    sources: [
      { document: 'RFC 6152', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc6152#section-2' },
      { document: 'RFC 6152', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6152#section-3' },
      { document: 'RFC 3030', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc3030#section-3' },
    ],
  },
  {
    kind: 'parameter',
    key: 'SMTPUTF8',
    title: { en: 'Internationalised message', 'zh-cn': '国际化邮件' },
    meaning: {
      en: 'Marks a message whose addresses or header fields contain UTF-8. Every server on the way must support it.',
      'zh-cn': '标记地址或邮件头包含 UTF-8 的邮件。途中每台服务器都必须支持。',
    },
    verbs: ['MAIL', 'VRFY', 'EXPN'],
    extension: 'SMTPUTF8',
    valueSyntax: '',
    limits: {
      en: 'Takes no value. Does not replace `BODY=8BITMIME` for an 8-bit body.',
      'zh-cn': '不带值。正文为 8 位时不能代替 `BODY=8BITMIME`。',
    },
    example: `C: MAIL FROM:<用户@example.org> SMTPUTF8
S: 250 2.1.0 Ok`,
    seeAlso: ['8BITMIME', 'X.6.7', 'X.6.9'],
    sources: [
      { document: 'RFC 6531', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc6531#section-3.4' },
      { document: 'RFC 6531', section: '3.7.4.2', url: 'https://www.rfc-editor.org/rfc/rfc6531#section-3.7.4.2' },
    ],
  },
  {
    kind: 'parameter',
    key: 'RET',
    title: { en: 'What a failure report returns', 'zh-cn': '失败报告返回的内容' },
    meaning: {
      en: 'Asks that a failure report quote the whole message or only its header section. Left out, the reporting server decides.',
      'zh-cn': '要求失败报告附上整封邮件或仅邮件头。省略时由生成报告的服务器决定。',
    },
    verbs: ['MAIL'],
    extension: 'DSN',
    valueSyntax: 'ret-value = "FULL" / "HDRS"',
    limits: { en: 'Once a MAIL command; failure reports only.', 'zh-cn': '每条 MAIL 只能出现一次；仅影响失败报告。' },
    example: `C: MAIL FROM:<alice@example.org> RET=HDRS ENVID=QQ314159
S: 250 2.1.0 Ok`,
    seeAlso: ['ENVID', 'NOTIFY'],
    guides: ['bounces-soft-hard'],
    glossary: ['dsn'],
    sources: [{ document: 'RFC 3461', section: '4.3', url: 'https://www.rfc-editor.org/rfc/rfc3461#section-4.3' }],
  },
  {
    kind: 'parameter',
    key: 'ENVID',
    title: { en: 'Envelope identifier', 'zh-cn': '信封标识' },
    meaning: {
      en: 'An identifier chosen by the sender, which comes back in every report about this message.',
      'zh-cn': '发件方选定的标识，会出现在该邮件的所有投递报告中。',
    },
    verbs: ['MAIL'],
    extension: 'DSN',
    valueSyntax: 'envid-value = xtext',
    limits: {
      en: 'At most 100 characters, encoded as xtext: `+` and `=` become `+2B` and `+3D`.',
      'zh-cn': '最多 100 个字符，以 xtext 编码：`+` 和 `=` 写作 `+2B`、`+3D`。',
    },
    example: `C: MAIL FROM:<alice@example.org> ENVID=QQ314159+2B1
S: 250 2.1.0 Ok`,
    seeAlso: ['RET', 'ORCPT', 'MTRK'],
    glossary: ['dsn'],
    sources: [{ document: 'RFC 3461', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc3461#section-4.4' }],
  },
  {
    kind: 'parameter',
    key: 'NOTIFY',
    title: { en: 'When to report', 'zh-cn': '何时通知' },
    meaning: {
      en: 'Says for which outcome the sender wants a report about this recipient: success, failure, delay, or never.',
      'zh-cn': '说明发件人希望就该收件人在哪些结果下收到报告：成功、失败、延迟，或从不。',
    },
    verbs: ['RCPT'],
    extension: 'DSN',
    valueSyntax: `notify-value = "NEVER" / notify-list
notify-list = notify-item *( "," notify-item )
notify-item = "SUCCESS" / "FAILURE" / "DELAY"`,
    limits: {
      en: '`NEVER` stands alone; no spaces in the list; at most 28 characters.',
      'zh-cn': '`NEVER` 只能单独出现；列表中不含空格；最多 28 个字符。',
    },
    example: `C: RCPT TO:<bob@example.net> NOTIFY=SUCCESS,FAILURE
S: 250 2.1.5 Ok`,
    seeAlso: ['ORCPT', 'RET'],
    guides: ['bounces-soft-hard'],
    glossary: ['dsn'],
    sources: [{ document: 'RFC 3461', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc3461#section-4.1' }],
  },
  {
    kind: 'parameter',
    key: 'ORCPT',
    title: { en: 'Original recipient', 'zh-cn': '原始收件人' },
    meaning: {
      en: 'The address the sender first wrote, before aliases and forwarding changed it. Reports show it, so the sender knows whom they mean.',
      'zh-cn': '发件人最初填写的地址，未经别名和转发改动。报告会显示它，便于发件人辨认。',
    },
    verbs: ['RCPT'],
    extension: 'DSN',
    valueSyntax: `orcpt-value = addr-type ";" xtext
addr-type = atom`,
    limits: {
      en: 'At most 500 characters; the type is mostly `rfc822`, or `utf-8` for internationalised addresses.',
      'zh-cn': '最多 500 个字符；类型多为 `rfc822`，国际化地址用 `utf-8`。',
    },
    example: `C: RCPT TO:<bob@example.net> ORCPT=rfc822;bob@example.com
S: 250 2.1.5 Ok`,
    seeAlso: ['NOTIFY', 'ENVID'],
    glossary: ['dsn'],
    sources: [
      { document: 'RFC 3461', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3461#section-4.2' },
      { document: 'RFC 6533', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6533#section-3' },
    ],
  },
  {
    kind: 'parameter',
    key: 'AUTH',
    title: { en: 'Submitter identity', 'zh-cn': '提交者身份' },
    meaning: {
      en: 'Passes on who submitted the message between servers that trust each other. `AUTH=<>` says that it is not known.',
      'zh-cn': '在互信的服务器之间传递邮件由谁提交。`AUTH=<>` 表示未知。',
    },
    verbs: ['MAIL'],
    extension: 'AUTH',
    valueSyntax: 'auth-value = xtext ; a Mailbox, or "<>"',
    limits: {
      en: 'Adds up to 500 characters to MAIL. Servers that do not trust the client act as if it were `<>`.',
      'zh-cn': '使 MAIL 最多增加 500 个字符。服务器不信任客户端时按 `<>` 处理。',
    },
    example: `C: MAIL FROM:<alice@example.org> AUTH=alice@example.org
S: 250 2.1.0 Ok`,
    seeAlso: ['SUBMITTER'],
    glossary: ['smtp-authentication'],
    sources: [{ document: 'RFC 4954', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc4954#section-5' }],
  },
  {
    kind: 'parameter',
    key: 'BY',
    title: { en: 'Deliver-by time', 'zh-cn': '投递期限' },
    meaning: {
      en: 'Sets the time in seconds within which the message is to be delivered. Mode `R` returns it afterwards, `N` only notifies the sender; `T` asks for traces.',
      'zh-cn': '设定邮件须在多少秒内投递。逾期时模式 `R` 退回邮件，`N` 仅通知发件人；`T` 要求跟踪。',
    },
    verbs: ['MAIL'],
    extension: 'DELIVERBY',
    valueSyntax: `by-value = by-time ";" by-mode [ by-trace ]
by-time = [ "-" / "+" ] 1*9DIGIT
by-mode = "N" / "R"
by-trace = "T"`,
    limits: {
      en: 'Up to nine digits; with `R` the time must be positive and not below the minimum that the server announced.',
      'zh-cn': '最多九位数字；模式 `R` 的时间须为正数，且不小于服务器声明的最小值。',
    },
    example: `C: MAIL FROM:<alice@example.org> BY=3600;R
S: 250 2.1.0 Ok`,
    seeAlso: ['DELIVERBY', 'NOTIFY', 'X.4.7'],
    glossary: ['dsn'],
    sources: [{ document: 'RFC 2852', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc2852#section-4' }],
  },
  {
    kind: 'parameter',
    key: 'MT-PRIORITY',
    title: { en: 'Transfer priority', 'zh-cn': '传输优先级' },
    meaning: {
      en: 'Asks for treatment before or after other mail. Higher is more urgent; the server may change the value and say so with X.3.6.',
      'zh-cn': '请求比其他邮件更先或更后处理。数值越大越紧急；服务器可修改数值并以 X.3.6 告知。',
    },
    verbs: ['MAIL'],
    extension: 'MT-PRIORITY',
    valueSyntax: 'priority-value = ( [ "-" ] %x31-39 ) / "0"',
    limits: { en: '-9 to 9; left out it is 0.', 'zh-cn': '-9 至 9；省略时为 0。' },
    example: `C: MAIL FROM:<alice@example.org> MT-PRIORITY=3
S: 250 2.3.6 3 is the new priority assigned to the message`,
    seeAlso: ['X.3.6', 'X.7.15', 'X.7.16'],
    sources: [{ document: 'RFC 6710', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6710#section-3' }],
  },
  {
    kind: 'parameter',
    key: 'HOLDFOR',
    title: { en: 'Hold for an interval', 'zh-cn': '延后若干秒' },
    meaning: {
      en: 'Keeps the message on the submission server for so many seconds before it goes out.',
      'zh-cn': '让提交服务器把邮件保留指定秒数后再发出。',
    },
    verbs: ['MAIL'],
    extension: 'FUTURERELEASE',
    valueSyntax: 'future-release-integer = %x31-39 *8DIGIT',
    limits: {
      en: 'One to nine digits, not above the interval that the server announced. Not together with `HOLDUNTIL`.',
      'zh-cn': '一至九位数字，不得超过服务器声明的间隔。不可与 `HOLDUNTIL` 并用。',
    },
    example: `C: MAIL FROM:<alice@example.org> HOLDFOR=86400
S: 250 2.1.0 Ok`,
    seeAlso: ['HOLDUNTIL'],
    sources: [{ document: 'RFC 4865', url: 'https://www.rfc-editor.org/rfc/rfc4865' }],
  },
  {
    kind: 'parameter',
    key: 'HOLDUNTIL',
    title: { en: 'Hold until a date', 'zh-cn': '延后至某日期' },
    meaning: {
      en: 'Keeps the message on the submission server until the given moment.',
      'zh-cn': '让提交服务器把邮件保留到指定时刻。',
    },
    verbs: ['MAIL'],
    extension: 'FUTURERELEASE',
    valueSyntax: 'internet-style-date-time-utc ; RFC 3339 in UTC with "Z"',
    limits: {
      en: 'Not after the date that the server announced. Not together with `HOLDFOR`.',
      'zh-cn': '不得晚于服务器声明的日期。不可与 `HOLDFOR` 并用。',
    },
    example: `C: MAIL FROM:<alice@example.org> HOLDUNTIL=2027-01-01T09:00:00Z
S: 250 2.1.0 Ok`,
    seeAlso: ['HOLDFOR'],
    sources: [{ document: 'RFC 4865', url: 'https://www.rfc-editor.org/rfc/rfc4865' }],
  },
  {
    kind: 'parameter',
    key: 'REQUIRETLS',
    title: { en: 'Require TLS', 'zh-cn': '要求 TLS' },
    meaning: {
      en: 'Demands that the message only travels over TLS with a checked certificate, at every hop. If that fails the message is returned.',
      'zh-cn': '要求邮件在每一跳都只经由证书已验证的 TLS 传输。做不到则退回邮件。',
    },
    verbs: ['MAIL'],
    extension: 'REQUIRETLS',
    valueSyntax: '',
    limits: { en: 'Takes no value; only under TLS.', 'zh-cn': '不带值；只能在 TLS 之下使用。' },
    example: `C: MAIL FROM:<alice@example.org> REQUIRETLS
S: 250 2.1.0 Ok`,
    seeAlso: ['STARTTLS', 'X.7.30'],
    glossary: ['starttls'],
    sources: [
      { document: 'RFC 8689', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc8689#section-2' },
      { document: 'RFC 8689', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc8689#section-4.2' },
    ],
  },
  {
    kind: 'parameter',
    key: 'RRVS',
    title: { en: 'Recipient valid since', 'zh-cn': '收件人自何时起有效' },
    meaning: {
      en: 'Delivers only if the address has had the same owner since the given moment. `R` returns the message at a server without RRVS, `C` lets it continue there.',
      'zh-cn': '仅当该地址自指定时刻起未换过主人才投递。遇到不支持 RRVS 的服务器时，`R` 退回邮件，`C` 允许继续。',
    },
    verbs: ['RCPT'],
    extension: 'RRVS',
    valueSyntax: 'rrvs-value = date-time [ ";" ( "C" / "R" ) ] ; RFC 3339',
    limits: { en: 'Adds up to 33 characters to RCPT.', 'zh-cn': '使 RCPT 最多增加 33 个字符。' },
    example: `C: RCPT TO:<bob@example.net> RRVS=2026-04-03T23:01:00Z
S: 250 2.1.5 Ok`,
    seeAlso: ['X.7.17', 'X.7.18', 'X.7.19'],
    sources: [{ document: 'RFC 7293', url: 'https://www.rfc-editor.org/rfc/rfc7293' }],
  },
  {
    kind: 'parameter',
    key: 'SOLICIT',
    title: { en: 'Solicitation class', 'zh-cn': '推销类别' },
    meaning: {
      en: 'Labels the message as advertising of the named classes, so that a server may refuse it.',
      'zh-cn': '把邮件标为指定类别的推销，供服务器拒绝。',
    },
    verbs: ['MAIL'],
    extension: 'NO-SOLICITING',
    valueSyntax: `Solicitation-keywords = word *( "," word )
word = ALPHA *( wordchar )`,
    limits: { en: 'The list may have up to 1000 characters.', 'zh-cn': '列表最多 1000 个字符。' },
    example: `C: MAIL FROM:<news@example.org> SOLICIT=org.example:ADV
S: 550 5.7.1 Solicitation not accepted here`,
    seeAlso: ['NO-SOLICITING', 'X.7.1'],
    guides: ['bulk-email'],
    sources: [
      { document: 'RFC 3865', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc3865#section-2.2' },
      { document: 'RFC 3865', section: '2.3', url: 'https://www.rfc-editor.org/rfc/rfc3865#section-2.3' },
    ],
  },
  {
    kind: 'parameter',
    key: 'MTRK',
    title: { en: 'Tracking certifier', 'zh-cn': '跟踪凭据' },
    meaning: {
      en: 'Lets the sender ask later where the message is: a hash of a secret that only the sender knows, and optionally how long to keep the record.',
      'zh-cn': '让发件人日后可查询邮件去向：一个只有发件人知道的秘密的哈希，可附记录保留时间。',
    },
    verbs: ['MAIL'],
    extension: 'MTRK',
    valueSyntax: `mtrk-value = certifier [ ":" timeout ]
certifier = base64
timeout = 1*9DIGIT`,
    limits: {
      en: '`ENVID` must be given as well; timeout in seconds, up to nine digits.',
      'zh-cn': '必须同时给出 `ENVID`；时间以秒计，最多九位数字。',
    },
    example: `C: MAIL FROM:<alice@example.org> ENVID=QQ314159 MTRK=ZXhhbXBsZS1jZXJ0aWZpZXIx:86400
S: 250 2.1.0 Ok`,
    seeAlso: ['ENVID'],
    sources: [{ document: 'RFC 3885', url: 'https://www.rfc-editor.org/rfc/rfc3885' }],
  },
  {
    kind: 'parameter',
    key: 'SUBMITTER',
    title: { en: 'Responsible submitter', 'zh-cn': '责任提交者' },
    meaning: {
      en: 'The address responsible for the latest hop, for Sender ID. Of no effect today.',
      'zh-cn': '最近一跳的责任地址，供 Sender ID 使用。如今没有作用。',
    },
    verbs: ['MAIL'],
    extension: 'SUBMITTER',
    valueSyntax: 'submitter-value = xtext ; a Mailbox',
    limits: {
      en: 'A mailbox without angle brackets, encoded as xtext.',
      'zh-cn': '不带尖括号的邮箱地址，以 xtext 编码。',
    },
    example: `C: MAIL FROM:<alice@example.org> SUBMITTER=list@example.com
S: 250 2.1.0 Ok`,
    seeAlso: ['AUTH'],
    glossary: ['spf-dkim-dmarc'],
    sources: [{ document: 'RFC 4405', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc4405#section-4.2' }],
  },
  {
    kind: 'parameter',
    key: 'TRANSID',
    title: { en: 'Transaction identifier', 'zh-cn': '事务标识' },
    meaning: {
      en: 'Names the transaction so that it can go on after a broken connection. The server then answers 355 with the offset.',
      'zh-cn': '为事务命名，以便断线后续传。此时服务器以 355 回复偏移量。',
    },
    verbs: ['MAIL'],
    extension: 'CHECKPOINT',
    valueSyntax: 'transid-value = "<" local "@" domain ">"',
    limits: {
      en: 'At most 80 characters; must stay unique for the client.',
      'zh-cn': '最多 80 个字符；对该客户端必须唯一。',
    },
    example: `C: MAIL FROM:<alice@example.org> TRANSID=<12345@client.example.org>
S: 355 6135 is the transaction offset`,
    seeAlso: ['CHECKPOINT', '355'],
    sources: [{ document: 'RFC 1845', url: 'https://www.rfc-editor.org/rfc/rfc1845' }],
  },
  {
    kind: 'parameter',
    key: 'CONPERM',
    title: { en: 'Permit content conversion', 'zh-cn': '许可内容转换' },
    meaning: {
      en: 'Permits servers on the way to convert the content to what the recipient can show.',
      'zh-cn': '许可途中的服务器把内容转换成收件人能够显示的形式。',
    },
    verbs: ['MAIL'],
    extension: 'CONPERM',
    valueSyntax: '',
    limits: { en: 'Takes no value.', 'zh-cn': '不带值。' },
    example: `C: MAIL FROM:<alice@example.org> CONPERM
S: 250 2.1.0 Ok`,
    seeAlso: ['CONNEG'],
    sources: [{ document: 'RFC 4141', url: 'https://www.rfc-editor.org/rfc/rfc4141' }],
  },
  {
    kind: 'parameter',
    key: 'CONNEG',
    title: { en: 'Ask for content features', 'zh-cn': '查询内容特性' },
    meaning: {
      en: 'Asks the server to tell in its reply what content the recipient can show.',
      'zh-cn': '要求服务器在回复中说明收件人能够显示的内容。',
    },
    verbs: ['RCPT'],
    extension: 'CONNEG',
    valueSyntax: '',
    limits: { en: 'Takes no value.', 'zh-cn': '不带值。' },
    example: `C: RCPT TO:<bob@example.net> CONNEG
S: 250-2.1.5 Ok
S: 250 CONNEG (&(image-file-structure=TIFF)(dpi=204))`,
    seeAlso: ['CONPERM'],
    sources: [{ document: 'RFC 4141', url: 'https://www.rfc-editor.org/rfc/rfc4141' }],
  },
  {
    kind: 'parameter',
    key: 'LAST',
    title: { en: 'Last chunk', 'zh-cn': '最后一块' },
    meaning: {
      en: 'Marks the chunk that ends the message. A plain word without `=`; `BDAT 0 LAST` is allowed.',
      'zh-cn': '标记结束邮件的数据块。它是不带 `=` 的单词；允许 `BDAT 0 LAST`。',
    },
    verbs: ['BDAT', 'BURL'],
    extension: 'CHUNKING',
    valueSyntax: '',
    limits: {
      en: 'Once a message; after it only RSET, MAIL or another non-transaction command.',
      'zh-cn': '每封邮件一次；其后只能是 RSET、MAIL 或事务之外的命令。',
    },
    example: `C: BDAT 0 LAST
S: 250 2.0.0 Ok: queued as 4F2A91C1`,
    seeAlso: ['BDAT', 'BURL'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 3030', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3030#section-2' },
      { document: 'RFC 4468', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc4468#section-3' },
    ],
  },
];
