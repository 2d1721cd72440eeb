import type { GlossaryEntry } from '../entry';

/** How bytes become commands and messages: lines, dots, chunks, encodings, and what attackers make of them. */
export const framingTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'message-framing',
    title: { en: 'Message Framing', 'zh-cn': '消息定界' },
    meaning: {
      en:
        'Message framing is the way a receiver finds out where one command, reply or message ends and the next ' +
        'begins.',
      'zh-cn': '消息定界是指接收方如何判断一条命令、应答或邮件在哪里结束、下一条从哪里开始。',
    },
    names: ['message framing', 'framing', '消息定界', '消息成帧', '定界'],
    text: {
      en:
        'Message framing is the way a receiver finds out where one command, reply or message ends and the next ' +
        'begins. TCP delivers a stream without borders, so SMTP draws its own: CRLF ends a command, a blank ' +
        'instead of a hyphen after the code marks the last line of a reply, and a line holding only a dot ends the ' +
        'mail data. BDAT counts octets instead. When both sides disagree about a border, each reads the other ' +
        'wrongly from then on: message lines are answered with `500`, or a second message is smuggled in. A log ' +
        'full of `500` and `502` right after DATA usually shows a client that sent content without waiting for ' +
        '`354`.',
      'zh-cn':
        '消息定界是指接收方如何判断一条命令、应答或邮件在哪里结束、下一条从哪里开始。TCP 传送的是没有边界的字节流，' +
        '所以 SMTP 自己划界：CRLF 结束一条命令，代码后面是空格而非连字符表示应答的最后一行，只含一个点的行结束邮件' +
        '数据；BDAT 则按八位组计数。双方对边界理解不一致时，从那里起就会互相误读：邮件内容的行被答以 `500`，或者被' +
        '夹带进第二封邮件。DATA 之后满是 `500` 和 `502` 的日志，通常说明客户端没有等 `354` 就发送了内容。',
    },
    looksLike: `S: 250-mx.example.org
S: 250 PIPELINING`,
    seeAlso: [
      'crlf',
      'dot-stuffing',
      'end-of-data',
      'bdat-chunking',
      'smtp-smuggling',
      'connection-oriented',
      'text-vs-binary-protocol',
      '354',
      '500',
    ],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '2.3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.8' },
      { document: 'RFC 5321', section: '4.1.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.4' },
      { document: 'RFC 3030', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3030.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'mail-data',
    title: { en: 'Mail data', 'zh-cn': '邮件数据' },
    meaning: {
      en:
        'Mail data is what is sent after the `354` reply to DATA, or inside BDAT chunks: the header fields, an ' +
        'empty line and the body.',
      'zh-cn': '邮件数据是在 DATA 得到 `354` 之后，或者在 BDAT 数据块中发送的内容：邮件头字段、一个空行和正文。',
    },
    names: ['mail data', 'message content', '邮件数据', '邮件内容'],
    text: {
      en:
        'Mail data is what is sent after the `354` reply to DATA, or inside BDAT chunks: the header fields, an ' +
        'empty line and the body. It is only content. The server does not take recipients or sender from it, so ' +
        '`To:` and `From:` lines here need not match the RCPT and MAIL commands above. In a log everything between ' +
        '`354` and the line with a single dot is mail data, even when it looks like a command or a reply; a quoted ' +
        'SMTP session inside a message is the classic trap. Lines may have at most 1000 octets including CRLF, and ' +
        'longer ones are folded, cut or refused.',
      'zh-cn':
        '邮件数据是在 DATA 得到 `354` 之后，或者在 BDAT 数据块中发送的内容：邮件头字段、一个空行和正文。它只是内' +
        '容，服务器不会从中取收件人或发件人，所以这里的 `To:` 和 `From:` 不一定与上面的 RCPT 和 MAIL 命令相同。在日' +
        '志中，从 `354` 到只含一个点的行之间全是邮件数据，哪怕它看起来像命令或应答；邮件里引用的 SMTP 会话是典型的' +
        '陷阱。每行连同 CRLF 最多 1000 个八位组，更长的行会被折行、截断或拒绝。',
    },
    looksLike: `S: 354 End data with <CR><LF>.<CR><LF>
C: Subject: Hello
C:
C: Hi Bob
C: .
S: 250 2.0.0 Ok: queued as 4XyZ1t0kqBz9`,
    seeAlso: ['envelope-vs-header', 'dot-stuffing', 'end-of-data', 'bdat-chunking', '354', 'DATA', 'BDAT'],
    guides: ['rfc-5321-deep-dive', 'header-analysis'],
    sources: [
      { document: 'RFC 5321', section: '2.3.9', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.9' },
      { document: 'RFC 5321', section: '4.1.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.4' },
      {
        document: 'RFC 5321',
        section: '4.5.3.1.6',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.1.6',
      },
    ],
  },
  {
    kind: 'term',
    key: 'dot-stuffing',
    title: { en: 'Dot-stuffing', 'zh-cn': '点填充' },
    meaning: {
      en:
        'Dot-stuffing is the rule that a client puts an extra dot before every line of the mail data that begins ' +
        'with a dot.',
      'zh-cn': '点填充是这样的规则：邮件数据中凡是以点开头的行，客户端都要在前面再加一个点。',
    },
    names: ['dot-stuffing', 'dot stuffing', '点填充', '点转义', '透明传输'],
    text: {
      en:
        'Dot-stuffing is the rule that a client puts an extra dot before every line of the mail data that begins ' +
        'with a dot. Without it a line consisting of one dot would end the message early. The server removes the ' +
        'first dot of such lines again, so the reader never sees the change. Whether a log shows the data before ' +
        'or after stuffing depends on the program that wrote it: `..` at the start of a line is what went over the ' +
        'wire. If text after a lone dot is answered with `500` or `502` replies, the client forgot to stuff, and ' +
        'part of the message is being read as commands. BDAT needs no stuffing.',
      'zh-cn':
        '点填充是这样的规则：邮件数据中凡是以点开头的行，客户端都要在前面再加一个点。否则，只含一个点的行会让邮件提' +
        '前结束。服务器会把这种行的第一个点去掉，读者看不出任何变化。日志显示的是填充前还是填充后的数据，取决于写日' +
        '志的程序：行首的 `..` 才是线路上真正传送的内容。如果单独一个点之后的文字被答以 `500` 或 `502`，说明客户端' +
        '忘了填充，邮件的一部分正被当作命令读取。BDAT 不需要点填充。',
    },
    looksLike: `C: ..hidden files start with a dot
C: .
S: 250 2.0.0 Ok`,
    seeAlso: ['end-of-data', 'mail-data', 'message-framing', 'smtp-smuggling', 'bdat-chunking', '500', 'DATA'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.5.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.2' },
    ],
  },
  {
    kind: 'term',
    key: 'end-of-data',
    title: { en: 'End of data', 'zh-cn': '数据结束标记' },
    meaning: {
      en: 'The end of data is a line that holds nothing but a dot; it tells the server that the message is complete.',
      'zh-cn': '数据结束标记是只含一个点的行，它告诉服务器邮件已经完整。',
    },
    names: ['end of data', 'end-of-data', 'final dot', 'end of mail data', '数据结束标记', '数据结束', '结束点'],
    text: {
      en:
        'The end of data is a line that holds nothing but a dot; it tells the server that the message is complete. ' +
        'The reply to it is the most important one in the log: `250` means that the server now owns the message, ' +
        'often with its queue id; 4yz means try again with everything; 5yz means refused for all recipients. The ' +
        'wait can be long, because filters run at this moment; RFC 5321 asks clients to allow ten minutes. If the ' +
        'connection breaks after the dot but before the reply, nobody knows whether the message was taken, and a ' +
        'retry can produce a duplicate. Only CRLF, dot, CRLF counts as the end.',
      'zh-cn':
        '数据结束标记是只含一个点的行，它告诉服务器邮件已经完整。对它的应答是日志里最重要的一个：`250` 表示服务器从' +
        '此对这封邮件负责，常附有队列 ID；4yz 表示整封稍后重试；5yz 表示对所有收件人都拒绝。等待可能很久，因为过滤' +
        '器正是在这时运行；RFC 5321 要求客户端至少等十分钟。如果连接在点之后、应答之前中断，就没人知道邮件是否已被' +
        '接收，重试可能产生重复邮件。只有 CRLF、点、CRLF 才算结束。',
    },
    looksLike: `C: .
S: 250 2.0.0 Ok: queued as 4XyZ1t0kqBz9`,
    seeAlso: ['mail-data', 'dot-stuffing', 'queue-id', 'smtp-smuggling', 'milter', '250', '451', '552', '554', 'DATA'],
    guides: ['smtp-delivery-failures', 'rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.4' },
      {
        document: 'RFC 5321',
        section: '4.5.3.2.6',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.2.6',
      },
      { document: 'RFC 5321', section: '6.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-6.1' },
    ],
  },
  {
    kind: 'term',
    key: 'crlf',
    title: { en: 'CRLF', 'zh-cn': 'CRLF' },
    meaning: {
      en:
        'CRLF is the pair of control characters, carriage return and line feed (13 and 10), that ends every line ' +
        'in SMTP.',
      'zh-cn': 'CRLF 是回车和换行这一对控制字符（13 和 10），SMTP 的每一行都以它结尾，两者都不能单独出现。',
    },
    names: ['crlf', 'cr lf', 'carriage return line feed', 'line ending', '回车换行', '行尾'],
    text: {
      en:
        'CRLF is the pair of control characters, carriage return and line feed (13 and 10), that ends every line ' +
        'in SMTP. Neither may appear alone. Most logs drop it, so you see its absence only by its effects: a ' +
        'server that waits for ever because the client sent a bare line feed, or `\\r\\n` printed as text by tools ' +
        'that escape control characters. Text typed into telnet is sent with CRLF, while netcat sends only LF ' +
        'unless told otherwise, which is a frequent cause of "the server does not answer". In a hex dump look for ' +
        '`0d 0a`. Editors convert line ends when they open a file.',
      'zh-cn':
        'CRLF 是回车和换行这一对控制字符（13 和 10），SMTP 的每一行都以它结尾，两者都不能单独出现。大多数日志会去掉' +
        '它，所以只能从后果看出它的缺失：客户端只发了换行，服务器便一直等下去；或者某些工具把控制字符转义，直接打印' +
        '出 `\\r\\n`。用 telnet 输入的文字以 CRLF 发送，而 netcat 默认只发 LF，这正是“服务器没有反应”的常见原因。在十' +
        '六进制转储中要找的是 `0d 0a`。编辑器打开文件时会转换行尾。',
    },
    looksLike:
      'postfix/smtpd[412]: improper command pipelining after EHLO from unknown[192.0.2.10]: MAIL FROM:<alice@example.com>\\r\\n',
    seeAlso: ['bare-lf', 'message-framing', 'octet', 'end-of-data', 'smtp-smuggling'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '2.3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.8' },
    ],
  },
  {
    kind: 'term',
    key: 'bare-lf',
    title: { en: 'Bare LF', 'zh-cn': '裸 LF' },
    meaning: {
      en:
        'A bare LF is a line feed without the carriage return that SMTP demands before it; a bare CR is the ' +
        'reverse.',
      'zh-cn': '裸 LF 是前面没有回车的换行，而 SMTP 要求两者成对；裸 CR 则相反。',
    },
    names: ['bare lf', 'bare newline', 'bare line feed', 'bare cr', 'lone lf', '裸 lf', '裸换行', '单独的换行'],
    text: {
      en:
        'A bare LF is a line feed without the carriage return that SMTP demands before it; a bare CR is the ' +
        'reverse. Both are forbidden, in commands as well as in mail data. Old servers let them pass as line ends, ' +
        'and that tolerance made SMTP smuggling possible, so current ones are strict: Postfix takes only CRLF, ' +
        'dot, CRLF as the end and, when told to reject, answers `550 5.5.2 Error: bare <LF> received`; others say ' +
        '`521` or drop the connection. The sender has to be mended, typically a script that writes `\\n`, a ' +
        'template engine, or a mail library fed with Unix text. An editor that shows the log cannot display the ' +
        'difference; the escaped form of the log or a packet capture can.',
      'zh-cn':
        '裸 LF 是前面没有回车的换行，而 SMTP 要求两者成对；裸 CR 则相反。两者在命令和邮件数据中都被禁止。旧服务器容' +
        '忍它们作为行尾，这种宽容使 SMTP 走私成为可能，所以现在的服务器更严格：Postfix 只把 CRLF、点、CRLF 当作结' +
        '束，设为拒绝时答 `550 5.5.2 Error: bare <LF> received`；另一些答 `521` 或直接断开。需要修正的是发送方，通' +
        '常是输出 `\\n` 的脚本、模板引擎，或者被喂入 Unix 文本的邮件库。在编辑器里看日志看不出区别，转义形式的日志或' +
        '抓包才看得出。',
    },
    looksLike: 'S: 550 5.5.2 mx.example.org Error: bare <LF> received',
    seeAlso: ['crlf', 'smtp-smuggling', 'end-of-data', '521', '550', 'X.5.2'],
    guides: ['smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '2.3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.8' },
      { document: 'Postfix SMTP Smuggling', url: 'https://www.postfix.org/smtp-smuggling.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'octet',
    title: { en: 'Octet', 'zh-cn': '八位组' },
    meaning: {
      en: 'An octet is a unit of exactly eight bits, the word that protocol documents prefer to byte.',
      'zh-cn': '八位组是恰好八个比特的单位，协议文档更喜欢用它而不用“字节”。',
    },
    names: ['octet', 'octets', '八位组', '八位字节'],
    text: {
      en:
        'An octet is a unit of exactly eight bits, the word that protocol documents prefer to byte. Limits in SMTP ' +
        'are counted in octets, not in characters: a command line has at most 512, a line of mail data 1000, both ' +
        'including CRLF, a local part 64, a domain 255. The same goes for the value of `SIZE` and the length given ' +
        'to BDAT. For ASCII the difference does not matter, but one Chinese character takes three octets in UTF-8 ' +
        'and an emoji four, so a line that looks short can break the limit. If a server reports a size that does ' +
        'not fit the file, compare octets after CRLF conversion and dot-stuffing.',
      'zh-cn':
        '八位组是恰好八个比特的单位，协议文档更喜欢用它而不用“字节”。SMTP 的各种限制按八位组计算，而不是按字符：命' +
        '令行最多 512，邮件数据的一行最多 1000（都含 CRLF），本地部分 64，域名 255。`SIZE` 的值和 BDAT 给出的长度也' +
        '是如此。对 ASCII 来说没有区别，但在 UTF-8 中一个汉字占三个八位组，表情符号占四个，看起来很短的行也可能超' +
        '限。如果服务器报告的大小与文件不符，请比较经过 CRLF 转换和点填充之后的八位组数。',
    },
    looksLike: `C: BDAT 86 LAST
S: 250 2.0.0 Message accepted, 86 octets received`,
    seeAlso: ['bdat-chunking', 'crlf', 'internationalized-email', '500', '552', 'SIZE', 'BDAT'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '2.3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.8' },
      { document: 'RFC 5321', section: '4.5.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.1' },
      { document: 'RFC 1870', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc1870.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'bdat-chunking',
    title: { en: 'BDAT/CHUNKING', 'zh-cn': 'BDAT/CHUNKING' },
    meaning: {
      en: 'BDAT is the counted alternative to DATA that a server offers with the keyword CHUNKING.',
      'zh-cn': 'BDAT 是按长度计数的 DATA 替代方式，服务器用关键字 CHUNKING 声明支持。',
    },
    names: [
      'bdat/chunking',
      'bdat chunk',
      'chunked transfer',
      'binarymime',
      '分块传输',
      'bdat 数据块',
      'bdat',
      'chunking',
    ],
    text: {
      en:
        'BDAT is the counted alternative to DATA that a server offers with the keyword CHUNKING. The client ' +
        'announces how many octets follow, sends exactly that many right behind the command without waiting for ' +
        '`354`, and marks the final chunk with LAST. There is no closing dot and no dot-stuffing, so binary ' +
        'content becomes possible together with BINARYMIME. Each chunk is answered: `250` to go on, anything else ' +
        'to give up. In a log the lines after BDAT are content until the count is used up; a wrong count makes the ' +
        'rest of the message look like bad commands. DATA and BDAT must not be mixed in one transaction, which ' +
        'earns `503`.',
      'zh-cn':
        'BDAT 是按长度计数的 DATA 替代方式，服务器用关键字 CHUNKING 声明支持。客户端先说明后面有多少个八位组，不等 ' +
        '`354` 就紧接着发送恰好这么多内容，最后一块用 LAST 标出。它没有结尾的点，也不需要点填充，因此配合 ' +
        'BINARYMIME 可以传送二进制内容。每一块都会得到应答：`250` 表示继续，其他则应放弃。在日志中，BDAT 之后的行直' +
        '到数够为止都是内容；数错了，邮件剩下的部分看起来就像一串错误命令。同一事务中不能混用 DATA 和 BDAT，否则会' +
        '得到 `503`。',
    },
    looksLike: `C: BDAT 1000
S: 250 2.0.0 1000 octets received
C: BDAT 86 LAST
S: 250 2.0.0 Message accepted`,
    seeAlso: ['mail-data', 'message-framing', 'octet', 'dot-stuffing', 'smtp-pipelining', '503', 'BDAT', 'CHUNKING'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 3030', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3030.html#section-2' },
      { document: 'RFC 3030', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc3030.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'smtp-pipelining',
    title: { en: 'SMTP Pipelining', 'zh-cn': 'SMTP 流水线' },
    meaning: {
      en: 'SMTP pipelining lets a client send several commands in one go instead of waiting for the reply to each.',
      'zh-cn': 'SMTP 流水线允许客户端一次发出多条命令，而不必逐条等待应答。',
    },
    names: ['smtp pipelining', 'pipelining', 'command pipelining', 'smtp 流水线', '流水线', '管道化'],
    text: {
      en:
        'SMTP pipelining lets a client send several commands in one go instead of waiting for the reply to each. ' +
        'The server must have offered PIPELINING; it then answers every command, in the order received. A typical ' +
        'group is MAIL, several RCPT and DATA. In a log the commands stand first and the replies come after them ' +
        'in a block, so pair them by counting, not by position. The client has to look at all replies before it ' +
        'sends content: if every RCPT was refused but DATA still got `354`, it must send an empty message, a ' +
        'single dot. Sending ahead without the offer, or past a point where waiting is required, is reported as ' +
        'improper pipelining.',
      'zh-cn':
        'SMTP 流水线允许客户端一次发出多条命令，而不必逐条等待应答。前提是服务器提供了 PIPELINING，它会按收到的顺序' +
        '逐条应答。典型的一组是 MAIL、若干 RCPT 和 DATA。在日志中，命令先出现，应答随后成块出现，所以要按数目配对，' +
        '而不是按位置。客户端在发送内容之前必须看完所有应答：如果所有 RCPT 都被拒绝而 DATA 仍得到 `354`，就只能发一' +
        '封空邮件，即单独一个点。服务器没有提供就提前发送，或者越过必须等待的地方，会被报为不当流水线。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 2.1.0 Ok
S: 250 2.1.5 Ok
S: 354 Go ahead`,
    seeAlso: ['pipelining-sync-point', 'request-response-model', 'early-talker', '354', '503', '554', 'PIPELINING'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 2920', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc2920.html#section-3.1' },
      { document: 'RFC 2920', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc2920.html#section-3.2' },
    ],
  },
  {
    kind: 'term',
    key: 'pipelining-sync-point',
    title: { en: 'Pipelining sync point', 'zh-cn': '流水线同步点' },
    meaning: {
      en:
        'A sync point is a command after which even a pipelining client has to stop and read all outstanding ' +
        'replies.',
      'zh-cn': '同步点是这样的命令：即使是使用流水线的客户端，在它之后也必须停下来读完所有尚未收到的应答。',
    },
    names: [
      'pipelining sync point',
      'sync point',
      'synchronization point',
      'improper command pipelining',
      '流水线同步点',
      '管道化同步点',
      '同步点',
      '不当流水线',
    ],
    text: {
      en:
        'A sync point is a command after which even a pipelining client has to stop and read all outstanding ' +
        'replies. EHLO, DATA, VRFY, EXPN, TURN, QUIT and NOOP may only stand at the end of a group, and STARTTLS ' +
        'and AUTH change the conversation so much that nothing may follow unread. MAIL, RCPT and RSET can stand ' +
        'anywhere. A client that runs past such a point sends message text before it knows that DATA was accepted, ' +
        'or plain commands that end up inside the encrypted session. Servers report this as ' +
        '`improper command pipelining` or `synchronization error` and often close the connection, since spam ' +
        'software does it habitually.',
      'zh-cn':
        '同步点是这样的命令：即使是使用流水线的客户端，在它之后也必须停下来读完所有尚未收到的应答。EHLO、DATA、' +
        'VRFY、EXPN、TURN、QUIT 和 NOOP 只能出现在一组命令的末尾；STARTTLS 和 AUTH 对对话的改变太大，其后不得有任何' +
        '未读的内容。MAIL、RCPT 和 RSET 可以放在任何位置。越过同步点的客户端，会在不知道 DATA 是否被接受时就发送正' +
        '文，或者让明文命令落进加密会话。服务器把这报为 `improper command pipelining` 或 `synchronization error`，' +
        '并且往往断开连接，因为垃圾邮件软件惯于这样做。',
    },
    looksLike:
      'postfix/smtpd[412]: improper command pipelining after DATA from unknown[192.0.2.10]: Subject: impatient\\r\\n',
    seeAlso: [
      'smtp-pipelining',
      'early-talker',
      'command-injection',
      'starttls',
      '503',
      '554',
      'PIPELINING',
      'STARTTLS',
    ],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 2920', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc2920.html#section-3.1' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2' },
    ],
  },
  {
    kind: 'term',
    key: 'smtp-smuggling',
    title: { en: 'SMTP smuggling', 'zh-cn': 'SMTP 走私' },
    meaning: {
      en: 'SMTP smuggling hides a second message, with its own MAIL and RCPT, inside the mail data of a first one.',
      'zh-cn': 'SMTP 走私是把第二封邮件（连同它自己的 MAIL 和 RCPT）藏在第一封邮件的数据里。',
    },
    names: ['smtp smuggling', 'smuggling', 'smtp 走私', '邮件走私'],
    text: {
      en:
        'SMTP smuggling hides a second message, with its own MAIL and RCPT, inside the mail data of a first one. ' +
        'It works when the sending server passes on a sequence such as LF, dot, CRLF as ordinary text while the ' +
        'receiving server takes it for the end of data. What follows is then executed as commands, from an address ' +
        'that passes SPF for the domain of the sending server. Published in December 2023, it was met in Postfix, ' +
        'Exim and Sendmail by taking only the strict end of data, or by refusing bare line feeds. In a server log ' +
        'it looks like an unexpected further transaction pipelined behind the first; in the log of the sender ' +
        'there is only one message.',
      'zh-cn':
        'SMTP 走私是把第二封邮件（连同它自己的 MAIL 和 RCPT）藏在第一封邮件的数据里。当发送服务器把 LF、点、CRLF 这' +
        '样的序列当普通文字传出，而接收服务器把它当成数据结束标记时，攻击就会成功：后面的内容被当作命令执行，而且来' +
        '源地址能通过发送服务器所属域的 SPF 检查。该手法于 2023 年 12 月公开，Postfix、Exim 和 Sendmail 的对策是只' +
        '认严格的数据结束标记，或者拒绝裸 LF。在服务器日志中，它表现为第一个事务后面紧跟着一个意料之外的事务；而在' +
        '发送方日志里只有一封邮件。',
    },
    looksLike: `C: .
C: MAIL FROM:<admin@example.com>
C: RCPT TO:<victim@example.org>
C: DATA
S: 250 2.0.0 Ok: queued as 4XyZ1t0kqBz9`,
    seeAlso: ['end-of-data', 'bare-lf', 'crlf', 'dot-stuffing', 'command-injection', 'spf'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'Postfix SMTP Smuggling', url: 'https://www.postfix.org/smtp-smuggling.html', date: '2026-11-24' },
      { document: 'RFC 5321', section: '2.3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.8' },
      { document: 'RFC 5321', section: '4.1.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.4' },
    ],
  },
  {
    kind: 'term',
    key: 'command-injection',
    title: { en: 'Command injection', 'zh-cn': '命令注入' },
    meaning: {
      en:
        'Command injection means that an attacker gets commands into an SMTP session that the client never meant ' +
        'to send.',
      'zh-cn': '命令注入是指攻击者让客户端本不想发的命令进入 SMTP 会话。',
    },
    names: [
      'command injection',
      'smtp command injection',
      'smtp injection',
      'plaintext command injection',
      '命令注入',
      'smtp 命令注入',
    ],
    text: {
      en:
        'Command injection means that an attacker gets commands into an SMTP session that the client never meant ' +
        'to send. One way is an address with a line break from a web form: `MAIL FROM:<a@example.com>` followed by ' +
        'CRLF and a command of the attacker. Another is to add plain commands right after STARTTLS in the same ' +
        'packet; a server that keeps its buffer then runs them as if they had come encrypted. In a log you see ' +
        'commands out of rhythm: an RCPT nobody asked for, two commands in one packet where pipelining is not ' +
        'allowed, a reply too many. Clients must refuse CR and LF in addresses, and both sides must empty their ' +
        'buffers at STARTTLS.',
      'zh-cn':
        '命令注入是指攻击者让客户端本不想发的命令进入 SMTP 会话。一种方式是通过网页表单提交带换行的地址：' +
        '`MAIL FROM:<a@example.com>` 之后是 CRLF 和攻击者的命令。另一种是在同一个数据包里紧跟 STARTTLS 加上明文命' +
        '令；如果服务器保留缓冲区，就会把它们当作加密传来的命令执行。在日志中会看到节奏不对的命令：没人要求的 ' +
        'RCPT、不允许流水线的地方一次来了两条命令、多出来的应答。客户端必须拒绝含 CR 或 LF 的地址，双方在 STARTTLS ' +
        '时都必须清空缓冲区。',
    },
    looksLike: `C: RCPT TO:<bob@example.org>
C: RCPT TO:<victim@example.net>
S: 250 2.1.5 Ok
S: 250 2.1.5 Ok`,
    seeAlso: [
      'email-header-injection',
      'starttls',
      'smtp-smuggling',
      'pipelining-sync-point',
      'crlf',
      '501',
      'STARTTLS',
    ],
    sources: [
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2' },
      { document: 'RFC 5321', section: '4.1.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.2' },
      { document: 'Postfix CVE-2011-0411', url: 'https://www.postfix.org/CVE-2011-0411.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: '8bit-mime',
    title: { en: '8BITMIME', 'zh-cn': '8BITMIME' },
    meaning: {
      en: '8BITMIME is the extension that allows octets above 127 in the body of a message.',
      'zh-cn': '8BITMIME 是允许正文中出现大于 127 的八位组的扩展。',
    },
    names: ['8bitmime', '8bit-mime', '8-bit mime', '8bit transport', '8 位传输', '八位传输'],
    text: {
      en:
        '8BITMIME is the extension that allows octets above 127 in the body of a message. Without it, SMTP carries ' +
        'seven-bit ASCII only, and accents or Chinese have to be wrapped as quoted-printable or base64. A client ' +
        'says `BODY=8BITMIME` in MAIL when the body needs it; the server must have offered the keyword. If the ' +
        'next hop does not, the sending server has to convert the content, which breaks a DKIM signature over the ' +
        'body, or bounce with `5.6.3`. The extension covers only the body: raw UTF-8 in header fields or addresses ' +
        'needs SMTPUTF8. Many servers pass eight-bit data silently anyway, which works until one hop does not.',
      'zh-cn':
        '8BITMIME 是允许正文中出现大于 127 的八位组的扩展。没有它，SMTP 只能传 7 位 ASCII，重音字母或汉字必须编码' +
        '成 quoted-printable 或 base64。正文需要时，客户端在 MAIL 中写 `BODY=8BITMIME`，前提是服务器提供了该关键' +
        '字。如果下一跳不支持，发送服务器必须转换内容（这会破坏对正文的 DKIM 签名），或者以 `5.6.3` 退信。该扩展只' +
        '涉及正文：邮件头或地址里的原始 UTF-8 需要 SMTPUTF8。许多服务器其实会默默放行 8 位数据，但只要有一跳不放行' +
        '就会出问题。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com> BODY=8BITMIME
S: 250 2.1.0 Ok`,
    seeAlso: ['internationalized-email', 'base64', 'dkim', 'bdat-chunking', '554', '555', 'X.6.3', '8BITMIME'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 6152', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc6152.html#section-2' },
      { document: 'RFC 6152', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6152.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'internationalized-email',
    title: { en: 'SMTPUTF8/EAI', 'zh-cn': 'SMTPUTF8/EAI' },
    meaning: {
      en:
        'SMTPUTF8 is the extension that permits UTF-8 in mail addresses and header fields; the wider effort is ' +
        'known as EAI.',
      'zh-cn': 'SMTPUTF8 是允许邮件地址和邮件头使用 UTF-8 的扩展，整个工作统称 EAI。',
    },
    names: [
      'smtputf8/eai',
      'eai',
      'email address internationalization',
      'internationalized email',
      'utf-8 address',
      '国际化电子邮件',
      '国际化邮件地址',
      '电子邮件地址国际化',
      'smtputf8',
    ],
    text: {
      en:
        'SMTPUTF8 is the extension that permits UTF-8 in mail addresses and header fields; the wider effort is ' +
        'known as EAI. A client that needs it adds the parameter SMTPUTF8 to MAIL, and the server must have ' +
        'offered the keyword. There is no fallback: if any server on the way does not support it, the message ' +
        'cannot be converted and is returned, typically with `5.6.7` or, in older words, `553`. So when a log ' +
        'shows a refusal for an address such as `用户@例子.example`, ask first whether the keyword was in the EHLO ' +
        'reply. A non-ASCII domain alone needs no SMTPUTF8, since it can be written in punycode.',
      'zh-cn':
        'SMTPUTF8 是允许邮件地址和邮件头使用 UTF-8 的扩展，整个工作统称 EAI。需要它的客户端在 MAIL 中加上参数 ' +
        'SMTPUTF8，前提是服务器提供了该关键字。它没有退路：只要途中有一台服务器不支持，邮件就无法转换，只能退回，通' +
        '常是 `5.6.7`，或者较旧的说法 `553`。因此日志中 `用户@例子.example` 这类地址被拒时，先看 EHLO 应答里有没有' +
        '这个关键字。如果只有域名含非 ASCII 字符，就不需要 SMTPUTF8，因为可以写成 punycode。',
    },
    looksLike: `C: MAIL FROM:<用户@例子.example> SMTPUTF8
S: 250 2.1.0 Ok`,
    seeAlso: ['punycode', '8bit-mime', 'forward-path', 'octet', '553', 'X.6.7', 'SMTPUTF8'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 6531', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-3.1' },
      { document: 'RFC 6531', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-3.4' },
      { document: 'RFC 6530', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6530.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'base64',
    title: { en: 'Base64', 'zh-cn': 'Base64' },
    meaning: {
      en: 'Base64 writes any octets with 64 harmless ASCII characters, four for every three octets, padded with `=`.',
      'zh-cn': 'Base64 用 64 个无害的 ASCII 字符表示任意八位组，每三个变成四个，末尾用 `=` 补齐。',
    },
    names: ['base64', 'base-64', 'base 64', 'base64 编码'],
    text: {
      en:
        'Base64 writes any octets with 64 harmless ASCII characters, four for every three octets, padded with `=`. ' +
        'In SMTP it appears in two places: in the AUTH exchange and in the encoding of attachments and non-ASCII ' +
        'text. It is no encryption: anybody can turn `AGFsaWNlAHNlY3JldA==` back into a user name and password, so ' +
        'a log with such lines contains secrets and should be redacted before it is shared. Two challenges are ' +
        'worth knowing by sight: `334 VXNlcm5hbWU6` asks for the user name and `334 UGFzc3dvcmQ6` for the ' +
        'password. A line that is not valid base64 is answered with `501`. It makes content a third larger, which ' +
        'counts against SIZE.',
      'zh-cn':
        'Base64 用 64 个无害的 ASCII 字符表示任意八位组，每三个变成四个，末尾用 `=` 补齐。它在 SMTP 中出现于两处：' +
        'AUTH 交换，以及附件和非 ASCII 文字的编码。它不是加密：任何人都能把 `AGFsaWNlAHNlY3JldA==` 还原成用户名和密' +
        '码，所以含有这种行的日志带有机密，分享前应先脱敏。有两个质询值得记住：`334 VXNlcm5hbWU6` 要用户名，' +
        '`334 UGFzc3dvcmQ6` 要密码。不是合法 base64 的行会得到 `501`。它使内容增大三分之一，这也计入 SIZE。',
    },
    looksLike: `C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YWxpY2U=
S: 334 UGFzc3dvcmQ6`,
    seeAlso: ['smtp-authentication', 'sasl', 'mime-multipart', 'xtext', '334', '501', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    sources: [
      { document: 'RFC 4648', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4648.html#section-4' },
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
    ],
  },
  {
    kind: 'term',
    key: 'xtext',
    title: { en: 'xtext', 'zh-cn': 'xtext' },
    meaning: {
      en:
        'xtext is the escape form for values in MAIL, RCPT and XCLIENT parameters: a plus sign and two upper-case ' +
        'hexadecimal digits stand for one octet.',
      'zh-cn': 'xtext 是 MAIL、RCPT 和 XCLIENT 参数值的转义形式：一个加号加两个大写十六进制数字表示一个八位组。',
    },
    names: ['xtext', 'xtext encoding', 'xtext 编码'],
    text: {
      en:
        'xtext is the escape form for values in MAIL, RCPT and XCLIENT parameters: a plus sign and two upper-case ' +
        'hexadecimal digits stand for one octet. It exists because a parameter value must not contain a blank, ' +
        '`=`, `+` or control characters. You meet it in `ORCPT=`, `ENVID=` and `AUTH=`: the address ' +
        '`bob+news@example.org` is written `bob+2Bnews@example.org`. Forgetting it is a common client bug, above ' +
        'all with plus-addresses, and the server answers `501 5.5.4`. When you compare an ORCPT value with an ' +
        'address elsewhere in the log or in a bounce, decode it first. Lower-case digits such as `+2b` are not ' +
        'valid.',
      'zh-cn':
        'xtext 是 MAIL、RCPT 和 XCLIENT 参数值的转义形式：一个加号加两个大写十六进制数字表示一个八位组。之所以需要' +
        '它，是因为参数值不能含空格、`=`、`+` 或控制字符。它出现在 `ORCPT=`、`ENVID=` 和 `AUTH=` 中：地址 ' +
        '`bob+news@example.org` 要写成 `bob+2Bnews@example.org`。忘记转义是客户端的常见错误，尤其是带加号的地址，服' +
        '务器会答 `501 5.5.4`。拿 ORCPT 的值与日志其他地方或退信里的地址比较时，要先解码。`+2b` 这样的小写数字不合' +
        '法。',
    },
    looksLike: `C: RCPT TO:<bob+news@example.org> NOTIFY=FAILURE ORCPT=rfc822;bob+2Bnews@example.org
S: 250 2.1.5 Ok`,
    seeAlso: ['dsn', 'xclient-command', 'forward-path', 'base64', '501', 'X.5.4'],
    sources: [
      { document: 'RFC 3461', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3461.html#section-4' },
      { document: 'RFC 4954', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-5' },
    ],
  },
];
