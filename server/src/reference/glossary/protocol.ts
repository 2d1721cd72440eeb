import type { GlossaryEntry } from '../entry';

/** How SMTP talks: replies, sessions, extensions. */
export const protocolTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'status-code',
    title: { en: 'Status Code', 'zh-cn': '状态码' },
    meaning: {
      en: 'A status code is the three-digit number with which a server answers each SMTP command.',
      'zh-cn': '状态码是服务器对每条 SMTP 命令给出的三位数字应答。',
    },
    names: ['status code', 'reply code', 'smtp reply code', '状态码', '应答码', '回复码'],
    text: {
      en:
        'A status code is the three-digit number with which a server answers each SMTP command. The first digit ' +
        'carries the verdict: 2 means done, 3 means go on, 4 means not now, 5 means no. The second digit names the ' +
        'subject (0 syntax, 1 information, 2 connection, 5 mail system) and the third only tells neighbours apart. ' +
        'In a log, judge by the number and by the command it answers, never by the wording: the text belongs to ' +
        'the server operator and can say anything. A client that meets an unknown code may act on its first digit ' +
        'alone, which is why `450` and `451` lead to the same retry.',
      'zh-cn':
        '状态码是服务器对每条 SMTP 命令给出的三位数字应答。第一位就是结论：2 表示已完成，3 表示请继续，4 表示暂时不' +
        '行，5 表示拒绝。第二位说明主题（0 语法、1 信息、2 连接、5 邮件系统），第三位只用来区分相近的情况。读日志时' +
        '应看数字以及它所应答的命令，而不要只看文字：文字由服务器管理者决定，写什么都可以。客户端遇到不认识的代码' +
        '时，可以只按第一位处理，所以 `450` 和 `451` 都会导致稍后重试。',
    },
    looksLike: `C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 <nobody@example.org>: User unknown`,
    seeAlso: ['smtp-enhanced-status-codes', 'request-response-model', 'error-code-mapping', '250', '421', '550'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
    ],
  },
  {
    kind: 'term',
    key: 'smtp-enhanced-status-codes',
    title: { en: 'SMTP Enhanced Status Codes', 'zh-cn': 'SMTP 增强状态码' },
    meaning: {
      en:
        'An enhanced status code is the dotted triple, such as `5.1.1`, that stands after the reply code and says ' +
        'more precisely what happened.',
      'zh-cn': '增强状态码是应答码后面以点分隔的三个数字，例如 `5.1.1`，用来更准确地说明发生了什么。',
    },
    names: [
      'enhanced status code',
      'enhanced status codes',
      'smtp enhanced status codes',
      'enhancedstatuscodes',
      'extended status code',
      '增强状态码',
      'smtp 增强状态码',
      '扩展状态码',
    ],
    text: {
      en:
        'An enhanced status code is the dotted triple, such as `5.1.1`, that stands after the reply code and says ' +
        'more precisely what happened. Its three numbers are class (2 success, 4 temporary, 5 permanent), subject ' +
        '(1 addressing, 2 mailbox, 3 mail system, 4 network, 5 protocol, 6 content, 7 security) and detail. The ' +
        'class has to agree with the first digit of the reply code; a log line such as `450 5.7.1` contradicts ' +
        'itself. A server announces them with `ENHANCEDSTATUSCODES` in its EHLO reply, and the same triple comes ' +
        'back later as the `Status:` field of a bounce. It is usually the quickest way to tell a wrong address ' +
        'from a policy refusal.',
      'zh-cn':
        '增强状态码是应答码后面以点分隔的三个数字，例如 `5.1.1`，用来更准确地说明发生了什么。三个数字依次是类别（2 ' +
        '成功、4 临时、5 永久）、主题（1 地址、2 邮箱、3 邮件系统、4 网络、5 协议、6 内容、7 安全）和细节。类别必须' +
        '与应答码的第一位一致；日志中出现 `450 5.7.1` 就是自相矛盾。服务器在 EHLO 应答中用 `ENHANCEDSTATUSCODES` 声' +
        '明支持，之后同样的三个数字会出现在退信的 `Status:` 字段里。要区分地址写错和策略拒绝，看它通常最快。',
    },
    looksLike: 'S: 550 5.7.1 Relaying denied',
    seeAlso: ['status-code', 'dsn', 'error-code-mapping', 'X.1.1', 'X.7.1', 'ENHANCEDSTATUSCODES'],
    guides: ['smtp-reply-codes', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
      { document: 'RFC 2034', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc2034.html#section-4' },
      { document: 'RFC 5248', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc5248.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'request-response-model',
    title: { en: 'Request-Response Model', 'zh-cn': '请求-响应模型' },
    meaning: {
      en:
        'In the request-response model the client sends one command and waits until the server has answered it ' +
        'before it goes on.',
      'zh-cn': '在请求-响应模型中，客户端发出一条命令，等服务器应答之后才继续。',
    },
    names: [
      'request-response model',
      'request-response',
      'request and response',
      'command and reply',
      '请求-响应模型',
      '请求响应模型',
      '请求与响应',
    ],
    text: {
      en:
        'In the request-response model the client sends one command and waits until the server has answered it ' +
        'before it goes on. SMTP works this way, with one exception at the start: the server speaks first, with ' +
        'its greeting. Each command gets exactly one reply, which may stretch over several lines as long as every ' +
        'line but the last has a hyphen after the code. Reading a log therefore means pairing: take replies in ' +
        'order and give each to the oldest command still unanswered. Pipelining lets the client send ahead, but ' +
        'the order stays the same. A reply that fits no command (an unasked `421`, for instance) means the server ' +
        'wanted to end the session.',
      'zh-cn':
        '在请求-响应模型中，客户端发出一条命令，等服务器应答之后才继续。SMTP 就是这样工作的，只有开头例外：由服务器' +
        '先说话，发出欢迎语。每条命令恰好得到一个应答；应答可以有多行，只要除最后一行外每行代码后面都是连字符。因此' +
        '读日志就是配对：按顺序取出应答，逐一交给最早的、尚未得到应答的命令。流水线允许客户端提前发送，但顺序不变。' +
        '若某个应答对不上任何命令（例如突然出现的 `421`），说明服务器想结束会话。',
    },
    looksLike: `C: EHLO client.example.com
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok`,
    seeAlso: ['status-code', 'session', 'smtp-pipelining', 'greeting', '421', '503'],
    guides: ['rfc-5321-deep-dive', 'rfc-959-ftp-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.1' },
      { document: 'RFC 5321', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2' },
    ],
  },
  {
    kind: 'term',
    key: 'rfc',
    title: { en: 'RFC (Request for Comments)', 'zh-cn': 'RFC（征求意见稿）' },
    meaning: {
      en:
        'An RFC is a numbered document of the series in which the Internet protocols, SMTP among them, are ' +
        'specified.',
      'zh-cn': 'RFC 是一套带编号的文档，互联网协议（包括 SMTP）都在其中规定。',
    },
    names: ['rfc', 'rfcs', 'request for comments', '征求意见稿', 'rfc 文档'],
    text: {
      en:
        'An RFC is a numbered document of the series in which the Internet protocols, SMTP among them, are ' +
        'specified. A published RFC never changes; corrections go into errata, and a new version gets a new number ' +
        'that obsoletes the old one. So `RFC 821` of 1982 gave way to 2821 and then to 5321, and a server text ' +
        'that cites 821 or 2821 still means the same protocol. Words in capitals such as MUST and SHOULD grade the ' +
        'requirements: this tool reports a broken MUST as an error and a broken SHOULD as a warning. Refusals ' +
        'often quote an RFC to justify a policy, for example when a message lacks a header field that RFC 5322 ' +
        'requires.',
      'zh-cn':
        'RFC 是一套带编号的文档，互联网协议（包括 SMTP）都在其中规定。RFC 一经发布就不再改动；更正写进勘误表，新版' +
        '本则使用新编号并废止旧文档。因此 1982 年的 `RFC 821` 先后被 2821 和 5321 取代，服务器文本里引用 821 或 ' +
        '2821，说的仍是同一个协议。大写的 MUST、SHOULD 等词表示要求的强弱：本工具把违反 MUST 报为错误，把违反 ' +
        'SHOULD 报为警告。拒收应答也常引用 RFC 来说明理由，例如邮件缺少 RFC 5322 要求的邮件头字段。',
    },
    looksLike: 'S: 550 5.7.1 Messages missing a valid Message-ID header are not accepted (see RFC 5322)',
    seeAlso: ['iana', 'status-code', 'service-extension'],
    guides: ['rfc-5321-deep-dive', 'rfc-959-ftp-deep-dive'],
    sources: [
      { document: 'RFC 2026', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc2026.html#section-2.1' },
      { document: 'RFC 2119', url: 'https://www.rfc-editor.org/rfc/rfc2119.html' },
      { document: 'RFC 9280', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc9280.html#section-1' },
    ],
  },
  {
    kind: 'term',
    key: 'iana',
    title: { en: 'IANA (Internet Assigned Numbers Authority)', 'zh-cn': 'IANA（互联网号码分配机构）' },
    meaning: {
      en:
        'IANA keeps the public registries of the names and numbers that protocols share, so that two programs ' +
        'never give one word two meanings.',
      'zh-cn': 'IANA 负责维护各协议共用的名称与号码的公开注册表，避免两个程序对同一个词有两种理解。',
    },
    names: ['iana', 'internet assigned numbers authority', '互联网号码分配机构', 'iana 注册表'],
    text: {
      en:
        'IANA keeps the public registries of the names and numbers that protocols share, so that two programs ' +
        'never give one word two meanings. For mail it lists the SMTP service extensions (the keywords of the EHLO ' +
        'reply), the enhanced status codes, the SASL mechanisms behind `AUTH`, media types, port numbers and the ' +
        'protocol words in `Received:` headers. When a log shows something unfamiliar, the registry tells you ' +
        'whether it is a standard that you do not know or the private habit of one product: keywords starting with ' +
        '`X`, such as `X-EXPS`, are not registered. Each registry line points at the RFC where the details stand.',
      'zh-cn':
        'IANA 负责维护各协议共用的名称与号码的公开注册表，避免两个程序对同一个词有两种理解。与邮件有关的有：SMTP 服' +
        '务扩展（EHLO 应答中的关键字）、增强状态码、`AUTH` 背后的 SASL 机制、媒体类型、端口号，以及 `Received:` 头' +
        '中的协议名。日志里出现陌生的东西时，查注册表就能知道它是你不熟悉的标准，还是某个产品自己的做法：以 `X` 开' +
        '头的关键字（如 `X-EXPS`）没有注册。注册表的每一行都指明细节所在的 RFC。',
    },
    looksLike: 'S: 250-X-EXPS GSSAPI NTLM',
    seeAlso: ['rfc', 'service-extension', 'smtp-enhanced-status-codes', 'port-number', 'media-type', 'sasl'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      {
        document: 'IANA Mail Parameters',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 8126', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc8126.html#section-1' },
      { document: 'RFC 5321', section: '2.2.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.2.2' },
    ],
  },
  {
    kind: 'term',
    key: 'error-code-mapping',
    title: { en: 'Error Code Mapping', 'zh-cn': '错误码映射' },
    meaning: {
      en:
        'Error code mapping is what happens when one program turns an SMTP reply into an error of another kind, or ' +
        'the other way round.',
      'zh-cn': '错误码映射是指某个程序把 SMTP 应答转换成另一种错误，或者反过来转换。',
    },
    names: ['error code mapping', 'code mapping', 'error mapping', '错误码映射', '错误代码映射', '代码映射'],
    text: {
      en:
        'Error code mapping is what happens when one program turns an SMTP reply into an error of another kind, or ' +
        'the other way round. A client library raises an exception, a queue writes `status=bounced`, a mail API ' +
        'returns an HTTP error, and a bounce records `Status: 5.1.1`. Something gets lost each time: a library may ' +
        'keep only the last line, a gateway may turn every failure into `554 5.0.0`, a sender may treat a full ' +
        'mailbox as permanent. When you compare logs of several hops, go back to the place where the SMTP reply ' +
        'was first seen; in a bounce that is the `Diagnostic-Code: smtp;` line. Postfix writes the remote reply ' +
        'behind `said:`.',
      'zh-cn':
        '错误码映射是指某个程序把 SMTP 应答转换成另一种错误，或者反过来转换。客户端库抛出异常，队列写下 ' +
        '`status=bounced`，邮件 API 返回 HTTP 错误，退信则记录 `Status: 5.1.1`。每转换一次都会丢失一些信息：库可能' +
        '只保留最后一行，网关可能把所有失败都变成 `554 5.0.0`，发送方可能把邮箱已满当成永久错误。比较多跳日志时，要' +
        '回到最先看到 SMTP 应答的地方；在退信中就是 `Diagnostic-Code: smtp;` 那一行。Postfix 把远端的应答写在 ' +
        '`said:` 之后。',
    },
    looksLike: 'Diagnostic-Code: smtp; 550 5.1.1 <nobody@example.org>: User unknown',
    seeAlso: ['dsn', 'status-code', 'smtp-enhanced-status-codes', 'hard-bounce', 'soft-bounce', '554'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 3464', section: '2.3.4', url: 'https://www.rfc-editor.org/rfc/rfc3464.html#section-2.3.4' },
      { document: 'RFC 3464', section: '2.3.6', url: 'https://www.rfc-editor.org/rfc/rfc3464.html#section-2.3.6' },
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'session',
    title: { en: 'Session', 'zh-cn': '会话' },
    meaning: {
      en:
        'A session is everything that happens on one SMTP connection, from the greeting of the server to QUIT or ' +
        'the loss of the connection.',
      'zh-cn': '会话是在一条 SMTP 连接上发生的一切，从服务器的欢迎语开始，到 QUIT 或连接断开为止。',
    },
    names: ['session', 'smtp session', 'sessions', '会话', 'smtp 会话'],
    text: {
      en:
        'A session is everything that happens on one SMTP connection, from the greeting of the server to QUIT or ' +
        'the loss of the connection. It begins with `220`, continues with EHLO, possibly STARTTLS and AUTH, and ' +
        'can carry any number of mail transactions one after the other. What was agreed at the start (the ' +
        'extensions offered, encryption, who is logged in) holds for the whole session; only STARTTLS and a few ' +
        'others reset it, so that EHLO has to be said again. Logs of busy servers mix many sessions, so the ' +
        'process id, the connection id or the port of the client decides which lines belong together.',
      'zh-cn':
        '会话是在一条 SMTP 连接上发生的一切，从服务器的欢迎语开始，到 QUIT 或连接断开为止。它以 `220` 开头，接着是 ' +
        'EHLO，可能还有 STARTTLS 和 AUTH，随后可以依次承载任意多个邮件事务。开头商定的内容（提供哪些扩展、是否加' +
        '密、谁已登录）在整个会话中有效；只有 STARTTLS 等少数命令会使其清零，此后必须重新发送 EHLO。繁忙服务器的日' +
        '志会把许多会话混在一起，要靠进程号、连接标识或客户端端口来判断哪些行属于同一会话。',
    },
    looksLike: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 2.0.0 Bye`,
    seeAlso: ['mail-transaction', 'greeting', 'helo-ehlo', 'connection-oriented', '220', '221', '421', 'QUIT'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.1' },
      { document: 'RFC 5321', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.8' },
    ],
  },
  {
    kind: 'term',
    key: 'mail-transaction',
    title: { en: 'Mail transaction', 'zh-cn': '邮件事务' },
    meaning: {
      en:
        'A mail transaction is the part of a session that transfers one message: MAIL, one or more RCPT, then DATA ' +
        '(or BDAT) with the content.',
      'zh-cn': '邮件事务是会话中传送一封邮件的那一段：MAIL、一个或多个 RCPT，然后是带内容的 DATA（或 BDAT）。',
    },
    names: ['mail transaction', 'smtp transaction', 'mail transactions', '邮件事务', 'smtp 事务'],
    text: {
      en:
        'A mail transaction is the part of a session that transfers one message: MAIL, one or more RCPT, then DATA ' +
        '(or BDAT) with the content. MAIL opens it, the reply to the end of the mail data closes it, and RSET, ' +
        'EHLO or the end of the connection throws it away. The steps must come in this order, which is why DATA ' +
        'without an accepted recipient earns `503` or `554 5.5.1`. Each RCPT is answered on its own, so one ' +
        'transaction can succeed for some recipients and fail for others. Look for the last reply: only the `250` ' +
        'after the final dot hands responsibility to the server; before that, the client still owns the message.',
      'zh-cn':
        '邮件事务是会话中传送一封邮件的那一段：MAIL、一个或多个 RCPT，然后是带内容的 DATA（或 BDAT）。MAIL 开启事' +
        '务，对邮件数据结束标记的应答结束事务，而 RSET、EHLO 或连接断开会把它作废。各步骤必须按此顺序进行，所以没有' +
        '任何被接受的收件人就发 DATA，会得到 `503` 或 `554 5.5.1`。每条 RCPT 都单独得到应答，因此同一事务可能对一部' +
        '分收件人成功、对另一部分失败。要看最后一个应答：只有最后那个点之后的 `250` 才把责任交给服务器；在此之前，' +
        '邮件仍归客户端负责。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>`,
    seeAlso: ['session', 'envelope', 'mail-data', 'end-of-data', '354', '503', 'MAIL', 'RCPT', 'DATA', 'RSET'],
    guides: ['rfc-5321-deep-dive', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.3' },
      { document: 'RFC 5321', section: '4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.4' },
    ],
  },
  {
    kind: 'term',
    key: 'greeting',
    title: { en: 'Greeting (banner)', 'zh-cn': '欢迎语（横幅）' },
    meaning: {
      en:
        'The greeting is the `220` reply that the server sends by itself when a client connects, before any ' +
        'command.',
      'zh-cn': '欢迎语是客户端连上之后、尚未发任何命令时，服务器主动发出的 `220` 应答。',
    },
    names: ['greeting', 'banner', 'smtp banner', 'smtp greeting', '问候语', '横幅', '欢迎语'],
    text: {
      en:
        'The greeting is the `220` reply that the server sends by itself when a client connects, before any ' +
        'command. It names the host and usually the software; the word ESMTP in it is a courtesy, not a promise, ' +
        'since the extensions are only known from the EHLO reply. A client has to wait for it: those that talk too ' +
        'early are treated as spam software. Instead of `220` a server may answer `554` (no mail service for you), ' +
        '`521` (this host takes no mail at all) or `421` (too busy). No greeting at all, or one made of asterisks, ' +
        'points at a firewall between the two.',
      'zh-cn':
        '欢迎语是客户端连上之后、尚未发任何命令时，服务器主动发出的 `220` 应答。它写明主机名，通常还有软件名；其中' +
        '的 ESMTP 一词只是礼貌，并非承诺，因为支持哪些扩展只能从 EHLO 应答得知。客户端必须等它：抢先说话的会被当作' +
        '垃圾邮件软件。服务器也可能不答 `220`，而答 `554`（不为你服务）、`521`（本机根本不收邮件）或 `421`（太' +
        '忙）。完全没有欢迎语，或者欢迎语全是星号，说明中间有防火墙。',
    },
    looksLike: 'S: 220 mx.example.org ESMTP Postfix',
    seeAlso: ['session', 'helo-ehlo', 'early-talker', 'firewall', '220', '421', '521', '554'],
    guides: ['rfc-5321-deep-dive', 'tcp-handshake'],
    sources: [
      { document: 'RFC 5321', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.1' },
      { document: 'RFC 5321', section: '4.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.1' },
      { document: 'RFC 7504', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'helo-ehlo',
    title: { en: 'HELO/EHLO', 'zh-cn': 'HELO/EHLO' },
    meaning: {
      en: 'HELO and EHLO are the commands with which a client says who it is at the start of a session.',
      'zh-cn': 'HELO 和 EHLO 是客户端在会话开头报出自己身份的命令。',
    },
    names: [
      'helo/ehlo',
      'helo name',
      'ehlo name',
      'helo hostname',
      'helo argument',
      'helo 主机名',
      'ehlo 主机名',
      'helo',
      'ehlo',
    ],
    text: {
      en:
        'HELO and EHLO are the commands with which a client says who it is at the start of a session. EHLO also ' +
        'asks for the list of extensions; HELO is the old form, for servers that know none. The argument should be ' +
        'a host name that resolves to the client, or its address in brackets. Many refusals hang on it: ' +
        '`localhost`, a bare word or an address without brackets looks like malware, and SPF checks the name when ' +
        'the sender is null. A client falls back to HELO only after EHLO was refused with 500 or 502. After ' +
        'STARTTLS it has to send EHLO again, since the earlier answer no longer counts.',
      'zh-cn':
        'HELO 和 EHLO 是客户端在会话开头报出自己身份的命令。EHLO 还会索要扩展列表；HELO 是旧形式，用于不懂扩展的服' +
        '务器。参数应是能解析到该客户端的主机名，或者写在方括号里的地址。许多拒收都与它有关：`localhost`、单独一个' +
        '词、没有方括号的地址都像恶意软件；发件人为空时 SPF 还会检查这个名字。只有 EHLO 被 500 或 502 拒绝之后，客' +
        '户端才退回 HELO。STARTTLS 之后必须重新发送 EHLO，因为先前的应答不再算数。',
    },
    looksLike: `C: EHLO mail.example.com
S: 250-mx.example.org
S: 250-SIZE 52428800
S: 250 STARTTLS`,
    seeAlso: [
      'esmtp',
      'service-extension',
      'capability',
      'address-literal',
      'spf',
      'EHLO',
      'HELO',
      '501',
      '502',
      '550',
    ],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.1' },
      { document: 'RFC 5321', section: '4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.4' },
      { document: 'RFC 7208', section: '2.3', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-2.3' },
    ],
  },
  {
    kind: 'term',
    key: 'esmtp',
    title: { en: 'ESMTP', 'zh-cn': 'ESMTP' },
    meaning: {
      en:
        'ESMTP is SMTP with service extensions, which a client reaches by opening the session with EHLO instead of ' +
        'HELO.',
      'zh-cn': 'ESMTP 是带服务扩展的 SMTP，客户端用 EHLO 而不是 HELO 开始会话即可使用。',
    },
    names: ['esmtp', 'extended smtp', '扩展 smtp'],
    text: {
      en:
        'ESMTP is SMTP with service extensions, which a client reaches by opening the session with EHLO instead of ' +
        'HELO. Everything that modern mail needs lives there: encryption, authentication, size limits, pipelining, ' +
        'delivery notifications. In logs the word turns up in greetings, as `proto=ESMTP` in Postfix lines, as ' +
        '`P=esmtps` in Exim, and in `with ESMTPSA` of a `Received:` header, where S stands for TLS and A for an ' +
        'authenticated client. A plain `SMTP` in such a place tells you that the peer used HELO, so it could not ' +
        'have used TLS or AUTH in that session. Since RFC 5321 every server must support EHLO.',
      'zh-cn':
        'ESMTP 是带服务扩展的 SMTP，客户端用 EHLO 而不是 HELO 开始会话即可使用。现代邮件所需的一切都在这里：加密、' +
        '身份验证、大小限制、流水线、投递通知。在日志中，它出现在欢迎语里，Postfix 写作 `proto=ESMTP`，Exim 写作 ' +
        '`P=esmtps`，`Received:` 头则写作 `with ESMTPSA`，其中 S 表示用了 TLS，A 表示客户端已通过身份验证。这些地方' +
        '若只写 `SMTP`，说明对方用的是 HELO，因此该会话不可能用过 TLS 或 AUTH。自 RFC 5321 起，所有服务器都必须支' +
        '持 EHLO。',
    },
    looksLike: 'Received: from mail.example.com by mx.example.org with ESMTPS id 4XyZ1t0kqBz9',
    seeAlso: ['helo-ehlo', 'service-extension', 'received-header', 'lmtp', 'EHLO'],
    guides: ['rfc-5321-deep-dive', 'header-analysis'],
    sources: [
      { document: 'RFC 5321', section: '2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.2.1' },
      { document: 'RFC 3848', url: 'https://www.rfc-editor.org/rfc/rfc3848.html' },
    ],
  },
  {
    kind: 'term',
    key: 'lmtp',
    title: { en: 'LMTP', 'zh-cn': 'LMTP' },
    meaning: {
      en:
        'LMTP is a close relative of SMTP for the last step, from the mail server to the program that puts ' +
        'messages into mailboxes.',
      'zh-cn': 'LMTP 是 SMTP 的近亲，用于最后一步：从邮件服务器到把邮件放进邮箱的程序。',
    },
    names: ['lmtp', 'local mail transfer protocol', '本地邮件传输协议'],
    text: {
      en:
        'LMTP is a close relative of SMTP for the last step, from the mail server to the program that puts ' +
        'messages into mailboxes. You recognise it by `LHLO` in place of EHLO, and by what follows the final dot: ' +
        'one reply for each accepted recipient, in the order of the RCPT commands, instead of a single reply for ' +
        'all. The receiver can thus refuse one full mailbox without refusing the others, and it needs no queue of ' +
        'its own. It runs over Unix sockets or private ports and must not be offered on port 25. If a log shows ' +
        'two or three replies after one dot, it is LMTP, not a confused server.',
      'zh-cn':
        'LMTP 是 SMTP 的近亲，用于最后一步：从邮件服务器到把邮件放进邮箱的程序。它的特征是用 `LHLO` 代替 EHLO，以及' +
        '最后那个点之后的应答：每个被接受的收件人各有一个，按 RCPT 的顺序排列，而不是所有人共用一个。这样接收方可以' +
        '只拒绝已满的那个邮箱而不影响其他人，也不需要自己的队列。它运行在 Unix 套接字或内部端口上，不得在 25 端口提' +
        '供。日志里一个点之后出现两三个应答，那就是 LMTP，而不是服务器乱了。',
    },
    looksLike: `C: .
S: 250 2.1.5 <alice@example.org> Saved
S: 452 4.2.2 <bob@example.org> Mailbox full`,
    seeAlso: ['mda', 'esmtp', 'mail-transaction', 'soft-bounce', 'LHLO', '452'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 2033', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc2033.html#section-4.2' },
      { document: 'RFC 2033', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc2033.html#section-5' },
    ],
  },
  {
    kind: 'term',
    key: 'service-extension',
    title: { en: 'Service extension', 'zh-cn': '服务扩展' },
    meaning: {
      en: 'A service extension is an addition to SMTP that a server offers by a keyword in its EHLO reply.',
      'zh-cn': '服务扩展是对 SMTP 的补充，服务器通过 EHLO 应答中的关键字来提供。',
    },
    names: ['service extension', 'smtp extension', 'smtp extensions', 'service extensions', '服务扩展', 'smtp 扩展'],
    text: {
      en:
        'A service extension is an addition to SMTP that a server offers by a keyword in its EHLO reply. The ' +
        'keyword can have parameters (`SIZE 52428800`), and it unlocks new verbs (`STARTTLS`), new parameters of ' +
        'MAIL and RCPT (`BODY=8BITMIME`) or other rights, such as sending ahead. The rule that matters when ' +
        'reading a log: what was not offered in the latest EHLO reply must not be used. A client that sends ' +
        '`SIZE=` or `SMTPUTF8` to a server that never listed it gets `555` or `501`, and the fault lies with the ' +
        'client. Offers can change within a session, above all after STARTTLS.',
      'zh-cn':
        '服务扩展是对 SMTP 的补充，服务器通过 EHLO 应答中的关键字来提供。关键字可以带参数（`SIZE 52428800`），它会' +
        '启用新的命令（`STARTTLS`）、MAIL 和 RCPT 的新参数（`BODY=8BITMIME`），或者其他权利，例如提前发送命令。读日' +
        '志时要记住的规则是：最近一次 EHLO 应答没有提供的东西就不能用。如果服务器从未列出，客户端却发送 `SIZE=` 或 ' +
        '`SMTPUTF8`，得到的会是 `555` 或 `501`，错在客户端。扩展列表可能在会话中改变，尤其是在 STARTTLS 之后。',
    },
    looksLike: `S: 250-SIZE 52428800
S: 250-8BITMIME
S: 250 DSN`,
    seeAlso: ['capability', 'helo-ehlo', 'esmtp', 'iana', '501', '555', 'EHLO'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.2' },
      {
        document: 'IANA Mail Parameters',
        url: 'https://www.iana.org/assignments/mail-parameters/mail-parameters.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'capability',
    title: { en: 'Capability', 'zh-cn': '能力' },
    meaning: {
      en:
        'A capability is one line of the EHLO reply: a keyword, and possibly parameters, that says what this ' +
        'server can do in this session.',
      'zh-cn': '能力是 EHLO 应答中的一行：一个关键字，可能带参数，说明该服务器在本次会话中能做什么。',
    },
    names: [
      'capability',
      'capabilities',
      'ehlo keyword',
      'ehlo keywords',
      'advertised extension',
      '能力声明',
      '服务器能力',
      'ehlo 关键字',
    ],
    text: {
      en:
        'A capability is one line of the EHLO reply: a keyword, and possibly parameters, that says what this ' +
        'server can do in this session. The list depends on more than the software. It can differ before and after ' +
        'TLS (many servers show `AUTH` only on an encrypted connection), from one network to another, and behind a ' +
        'firewall that blanks out words. So when a client complains that a capability is missing, look at which ' +
        'EHLO reply it read, and whether it asked again after STARTTLS. The first line of the reply is no ' +
        'capability; it repeats the name of the host and often greets the client.',
      'zh-cn':
        '能力是 EHLO 应答中的一行：一个关键字，可能带参数，说明该服务器在本次会话中能做什么。列表不只取决于软件：' +
        'TLS 之前和之后可能不同（许多服务器只在加密连接上显示 `AUTH`），不同网络看到的可能不同，经过会抹掉单词的防' +
        '火墙也会不同。因此客户端抱怨缺少某项能力时，要看它读的是哪一次 EHLO 应答，以及 STARTTLS 之后有没有再问一' +
        '次。应答的第一行不是能力，它只是重复主机名，往往还带一句问候。',
    },
    looksLike: `S: 250-mx.example.org Hello mail.example.com
S: 250-PIPELINING
S: 250-AUTH PLAIN LOGIN
S: 250 ENHANCEDSTATUSCODES`,
    seeAlso: ['service-extension', 'helo-ehlo', 'starttls-stripping', '504', 'EHLO', 'STARTTLS'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.1' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2' },
    ],
  },
  {
    kind: 'term',
    key: 'xclient-command',
    title: { en: 'XCLIENT', 'zh-cn': 'XCLIENT' },
    meaning: {
      en:
        'XCLIENT is a private Postfix extension by which a trusted proxy overrides what the server believes about ' +
        'the client: its address, name, HELO name or login.',
      'zh-cn':
        'XCLIENT 是 Postfix 的私有扩展，受信任的代理用它来改写服务器对客户端的认识：地址、主机名、HELO 名称或登录' +
        '名。',
    },
    names: ['xclient', 'xclient command', 'xforward', 'xclient 命令'],
    text: {
      en:
        'XCLIENT is a private Postfix extension by which a trusted proxy overrides what the server believes about ' +
        'the client: its address, name, HELO name or login. A filter or load balancer in front of the server sends ' +
        'it, so that blocklists, rate limits and logs refer to the real origin instead of the proxy. The server ' +
        'answers `220` with a fresh greeting and forgets the session so far; EHLO follows once more. Its sibling ' +
        'XFORWARD only passes the data on for logging. In a log, every address that comes after XCLIENT is ' +
        'claimed, not observed, so it is worth exactly as much as the host that sent it; from strangers the ' +
        'command must be refused with `550`.',
      'zh-cn':
        'XCLIENT 是 Postfix 的私有扩展，受信任的代理用它来改写服务器对客户端的认识：地址、主机名、HELO 名称或登录' +
        '名。发送它的是服务器前面的过滤器或负载均衡器，这样黑名单、限速和日志针对的就是真正的来源，而不是代理。服务' +
        '器以 `220` 和新的欢迎语作答，并忘掉此前的会话，随后要再发一次 EHLO。同类的 XFORWARD 只是把信息传下去供记' +
        '录。在日志中，XCLIENT 之后的地址都是声称的而非实际观察到的，其可信程度取决于发送它的主机；来自陌生主机的 ' +
        'XCLIENT 必须用 `550` 拒绝。',
    },
    looksLike: `C: XCLIENT ADDR=192.0.2.10 NAME=mail.example.com
S: 220 mx.example.org ESMTP Postfix`,
    seeAlso: ['proxy-protocol', 'session', 'xtext', '220', '550', 'XCLIENT', 'XFORWARD'],
    sources: [
      { document: 'Postfix XCLIENT Howto', url: 'https://www.postfix.org/XCLIENT_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'text-vs-binary-protocol',
    title: { en: 'Text vs Binary Protocol', 'zh-cn': '文本协议与二进制协议' },
    meaning: {
      en:
        'A text protocol such as SMTP sends readable lines, while a binary protocol such as TLS or DNS sends ' +
        'fields of fixed meaning that need a decoder.',
      'zh-cn': '像 SMTP 这样的文本协议发送的是可读的行，而 TLS、DNS 之类的二进制协议发送的是含义固定、需要解码的字段。',
    },
    names: [
      'text vs binary protocol',
      'text protocol',
      'binary protocol',
      '文本协议',
      '二进制协议',
      '文本协议与二进制协议',
    ],
    text: {
      en:
        'A text protocol such as SMTP sends readable lines, while a binary protocol such as TLS or DNS sends ' +
        'fields of fixed meaning that need a decoder. This is why an SMTP dialogue can be typed by hand over ' +
        'telnet and read in a log without tools. It has a price: the end of each line has to be recognised, data ' +
        'must be escaped by dot-stuffing, and attachments grow by a third under base64. Three things in a mail log ' +
        'are binary after all: the TLS records after STARTTLS, the chunks of BDAT, and messages sent with ' +
        '`BODY=BINARYMIME`. Gibberish after `220 Ready to start TLS` is encryption, not damage.',
      'zh-cn':
        '像 SMTP 这样的文本协议发送的是可读的行，而 TLS、DNS 之类的二进制协议发送的是含义固定、需要解码的字段。所' +
        '以 SMTP 对话可以用 telnet 手工输入，日志也不用工具就能读。代价是：必须识别每行的结尾，数据要靠点填充来转' +
        '义，附件经 base64 编码后会大三分之一。不过邮件日志中仍有三样东西是二进制的：STARTTLS 之后的 TLS 记录、' +
        'BDAT 的数据块，以及用 `BODY=BINARYMIME` 发送的邮件。`220 Ready to start TLS` 之后的乱码是加密，不是损坏。',
    },
    looksLike: 'S: 220 2.0.0 Ready to start TLS',
    seeAlso: ['message-framing', 'crlf', 'dot-stuffing', 'bdat-chunking', 'base64', '8bit-mime', 'STARTTLS', 'BDAT'],
    guides: ['rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '2.3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.8' },
      { document: 'RFC 3030', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc3030.html#section-3' },
    ],
  },
];
