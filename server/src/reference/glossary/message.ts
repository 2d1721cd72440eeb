import type { GlossaryEntry } from '../entry';

/** What stands in the message itself. */
export const messageTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'media-type',
    title: { en: 'Media Type (MIME Type)', 'zh-cn': '媒体类型（MIME 类型）' },
    meaning: {
      en:
        'A media type is a two-part name such as `text/plain` or `application/pdf` that says what kind of data ' +
        'follows, and it is what the `Content-Type:` field of a message or part carries.',
      'zh-cn':
        '媒体类型是由两部分组成的名称，如 `text/plain` 或 `application/pdf`，说明后面的数据是什么，邮件或其部分的 ' +
        '`Content-Type:` 字段所写的就是它。',
    },
    names: [
      'media type',
      'media type (mime type)',
      'media types',
      'content-type',
      'content type',
      '媒体类型',
      '内容类型',
    ],
    text: {
      en:
        'A media type is a two-part name such as `text/plain` or `application/pdf` that says what kind of data ' +
        'follows, and it is what the `Content-Type:` field of a message or part carries. The names are registered ' +
        'with IANA, and the same ones serve the web and other protocols. In a mail log it appears only inside the ' +
        'mail data, after `354`. Filters decide by it: a refusal such as `552 5.7.0` for a forbidden attachment ' +
        'goes back to a type or file name in a part. Parameters follow after a semicolon, `charset=utf-8` for text ' +
        'and `boundary=` for multipart; a missing charset explains garbled characters in a message that was ' +
        'delivered without any error.',
      'zh-cn':
        '媒体类型是由两部分组成的名称，如 `text/plain` 或 `application/pdf`，说明后面的数据是什么，邮件或其部分的 ' +
        '`Content-Type:` 字段所写的就是它。名称在 IANA 注册，网页等其他协议也用同一套。在邮件日志中，它只出现在 ' +
        '`354` 之后的邮件数据里。过滤器据此判断：对被禁附件的 `552 5.7.0` 之类的拒绝，就源于某个部分的类型或文件' +
        '名。参数写在分号之后，文本用 `charset=utf-8`，multipart 用 `boundary=`；投递没有任何错误而字符成了乱码，原' +
        '因往往是缺少 charset。',
    },
    looksLike: 'C: Content-Type: application/pdf; name="invoice.pdf"',
    seeAlso: ['mime-type', 'mime-multipart', 'mail-data', 'iana', '552', 'X.7.0'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 6838', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6838.html#section-3' },
      { document: 'RFC 2045', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc2045.html#section-5' },
      {
        document: 'IANA Media Types',
        url: 'https://www.iana.org/assignments/media-types/media-types.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'mime-type',
    title: { en: 'MIME Type', 'zh-cn': 'MIME 类型' },
    meaning: {
      en:
        'MIME type is the older name of media type, from MIME, the set of standards that taught mail to carry more ' +
        'than ASCII text.',
      'zh-cn': 'MIME 类型是媒体类型的旧名，来自 MIME，即让邮件能够承载 ASCII 文本之外内容的一组标准。',
    },
    names: [
      'mime type',
      'mime types',
      'mime',
      'multipurpose internet mail extensions',
      'mime-version',
      'content-transfer-encoding',
      'mime 类型',
      '多用途互联网邮件扩展',
    ],
    text: {
      en:
        'MIME type is the older name of media type, from MIME, the set of standards that taught mail to carry more ' +
        'than ASCII text. Three header fields do the work: `MIME-Version: 1.0`, `Content-Type:` for the kind of ' +
        'data and `Content-Transfer-Encoding:` for its packing as 7bit, quoted-printable, base64, 8bit or binary. ' +
        'SMTP itself looks at none of them; only the last one touches transport, because `8bit` asks for 8BITMIME ' +
        'and `binary` for BDAT. When a message arrives as a wall of letters and equals signs, the encoding line is ' +
        'missing, or an empty line before it ended the header too early.',
      'zh-cn':
        'MIME 类型是媒体类型的旧名，来自 MIME，即让邮件能够承载 ASCII 文本之外内容的一组标准。起作用的是三个邮件头' +
        '字段：`MIME-Version: 1.0`、表示数据种类的 `Content-Type:`，以及表示打包方式的 ' +
        '`Content-Transfer-Encoding:`（7bit、quoted-printable、base64、8bit 或 binary）。SMTP 本身都不看；只有最后' +
        '一个涉及传输，因为 `8bit` 需要 8BITMIME，`binary` 需要 BDAT。如果邮件到达时是满屏的字母和等号，那就是缺少' +
        '编码这一行，或者它前面的空行让邮件头提前结束了。',
    },
    looksLike: `C: MIME-Version: 1.0
C: Content-Type: text/plain; charset=utf-8
C: Content-Transfer-Encoding: quoted-printable`,
    seeAlso: ['media-type', 'mime-multipart', '8bit-mime', 'base64', 'bdat-chunking', '8BITMIME'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 2045', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc2045.html#section-4' },
      { document: 'RFC 2045', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc2045.html#section-6' },
      { document: 'RFC 6838', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc6838.html#section-1' },
    ],
  },
  {
    kind: 'term',
    key: 'mime-multipart',
    title: { en: 'MIME Multipart', 'zh-cn': 'MIME 多部分' },
    meaning: {
      en:
        'MIME multipart is the structure by which one message holds several parts, such as a text, its HTML ' +
        'version and attachments.',
      'zh-cn': 'MIME 多部分是让一封邮件包含几个部分的结构，例如正文、它的 HTML 版本和附件。',
    },
    names: [
      'mime multipart',
      'multipart',
      'mime boundary',
      'multipart/mixed',
      'multipart/alternative',
      'multipart/report',
      'mime 多部分',
      '多部分邮件',
      '分隔符行',
    ],
    text: {
      en:
        'MIME multipart is the structure by which one message holds several parts, such as a text, its HTML ' +
        'version and attachments. The `Content-Type:` names a boundary; each part begins with a line of two ' +
        'hyphens and that boundary, has a small header of its own, an empty line and content, and the last ' +
        'boundary is followed by two more hyphens. `multipart/alternative` holds versions of the same text, ' +
        '`mixed` attachments, `report` a bounce or a receipt. In a transcript these lines are all mail data. A ' +
        'boundary that never closes, or one that occurs in the content, makes attachments vanish without any SMTP ' +
        'error.',
      'zh-cn':
        'MIME 多部分是让一封邮件包含几个部分的结构，例如正文、它的 HTML 版本和附件。`Content-Type:` 写明分隔符；每' +
        '个部分以两个连字符加分隔符的一行开头，有自己的小邮件头、一个空行和内容，最后一个分隔符后面再跟两个连字符。' +
        '`multipart/alternative` 是同一内容的不同版本，`mixed` 是附件，`report` 是退信或回执。在对话记录中，这些行' +
        '全是邮件数据。分隔符没有闭合，或者在内容中出现，附件就会消失，而 SMTP 不会报任何错误。',
    },
    looksLike: `C: Content-Type: multipart/alternative; boundary="b1"
C:
C: --b1
C: Content-Type: text/plain; charset=utf-8
C:
C: Hi Bob
C: --b1--`,
    seeAlso: ['media-type', 'mime-type', 'mail-data', 'dsn', 'base64'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 2046', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc2046.html#section-5.1' },
      { document: 'RFC 6522', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6522.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'message-id',
    title: { en: 'Message-ID', 'zh-cn': 'Message-ID' },
    meaning: {
      en:
        'The Message-ID is a header field with a name for the message that should be unique in the world, in angle ' +
        'brackets and shaped like an address.',
      'zh-cn': 'Message-ID 是一个邮件头字段，给邮件起一个应当全球唯一的名称，写在尖括号里，形状像地址。',
    },
    names: ['message-id', 'message id', 'messageid', 'message-id header', '邮件标识', '消息标识', '邮件 id'],
    text: {
      en:
        'The Message-ID is a header field with a name for the message that should be unique in the world, in angle ' +
        'brackets and shaped like an address. The program of the author or the first server creates it, and nobody ' +
        'should change it afterwards, so it is the one thread that runs through the logs of all servers, where ' +
        'queue ids change at each hop. Postfix logs it as `message-id=<…>`, Exim as `id=`. All copies to different ' +
        'recipients share it; the same id twice in one mailbox is a duplicate delivery. Some receivers refuse ' +
        'messages without one, or with a broken one. It is not the string in `250 Ok: queued as`.',
      'zh-cn':
        'Message-ID 是一个邮件头字段，给邮件起一个应当全球唯一的名称，写在尖括号里，形状像地址。它由作者的程序或第' +
        '一台服务器生成，之后谁都不应更改，所以它是贯穿所有服务器日志的唯一线索，而队列 ID 每一跳都会变。Postfix 记' +
        '作 `message-id=<…>`，Exim 记作 `id=`。发给不同收件人的副本共用一个；同一邮箱中出现两次相同的 ID 就是重复投' +
        '递。有些接收方会拒绝没有或写错 Message-ID 的邮件。它不是 `250 Ok: queued as` 后面的那个字符串。',
    },
    looksLike: 'postfix/cleanup[2433]: 4XyZ1t0kqBz9: message-id=<20261124190253.1234@mail.example.com>',
    seeAlso: ['queue-id', 'received-header', 'mail-data', 'mail-loop', 'rfc'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 5322', section: '3.6.4', url: 'https://www.rfc-editor.org/rfc/rfc5322.html#section-3.6.4' },
    ],
  },
  {
    kind: 'term',
    key: 'received-header',
    title: { en: 'Received header', 'zh-cn': 'Received 头' },
    meaning: {
      en:
        'A Received header is the stamp that each server puts on top of a message: who handed it over, who took ' +
        'it, by which protocol, under which id, and when.',
      'zh-cn': 'Received 头是每台服务器盖在邮件最上方的戳记：谁交来、谁接收、用什么协议、编号是什么、什么时间。',
    },
    names: [
      'received header',
      'received headers',
      'trace header',
      'trace information',
      'received 头',
      '跟踪头',
      '路径信息',
    ],
    text: {
      en:
        'A Received header is the stamp that each server puts on top of a message: who handed it over, who took ' +
        'it, by which protocol, under which id, and when. Read the stack from the bottom, where the author is, to ' +
        'the top. `from` gives the HELO name and in parentheses the address actually seen; `by` is the server that ' +
        'wrote the line; `with ESMTPSA` tells of TLS and login. Lines below the first server you trust can be ' +
        'forged. Gaps between the times show where a message waited, though a wrong clock can mislead. Each line ' +
        'belongs to one session in the log of its server, found through the id.',
      'zh-cn':
        'Received 头是每台服务器盖在邮件最上方的戳记：谁交来、谁接收、用什么协议、编号是什么、什么时间。从最下面' +
        '（作者一端）往上读。`from` 给出 HELO 名称，括号里是实际看到的地址；`by` 是写这一行的服务器；' +
        '`with ESMTPSA` 说明用了 TLS 并已登录。在你信任的第一台服务器以下的行可能是伪造的。时间之间的间隔显示邮件在' +
        '哪里等待，不过时钟不准会误导人。每一行都对应其服务器日志中的一个会话，可以通过 id 找到。',
    },
    looksLike:
      'Received: from mail.example.com (mail.example.com [192.0.2.10]) by mx.example.org (Postfix) with ESMTPS id 4XyZ1t0kqBz9 for <bob@example.org>; Tue, 24 Nov 2026 19:02:53 +0000',
    seeAlso: ['message-id', 'queue-id', 'esmtp', 'mail-loop', 'envelope', 'arc'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 5321', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.4' },
      { document: 'RFC 3848', url: 'https://www.rfc-editor.org/rfc/rfc3848.html' },
    ],
  },
  {
    kind: 'term',
    key: 'email-header-injection',
    title: { en: 'Email Header Injection', 'zh-cn': '邮件头注入' },
    meaning: {
      en:
        'Email header injection is an attack on web forms: a line break typed into a field such as the subject or ' +
        'reply address adds header lines that the program never intended, for example a Bcc with thousands of ' +
        'addresses or a different body.',
      'zh-cn':
        '邮件头注入是针对网页表单的攻击：在主题、回复地址等字段里输入换行，就能加入程序本不打算写的邮件头，例如带几' +
        '千个地址的 Bcc，或者换掉正文。',
    },
    names: [
      'email header injection',
      'header injection',
      'mail header injection',
      'crlf injection',
      '邮件头注入',
      '邮件标头注入',
      'crlf 注入',
    ],
    text: {
      en:
        'Email header injection is an attack on web forms: a line break typed into a field such as the subject or ' +
        'reply address adds header lines that the program never intended, for example a Bcc with thousands of ' +
        'addresses or a different body. It happens where text from users is pasted into the header without ' +
        'removing CR and LF. The SMTP dialogue itself is correct, so look for effects: far more RCPT commands than ' +
        'a contact form should need, or a header with lines in an odd order. Programs should refuse line breaks in ' +
        'header values and build messages with a library. Do not confuse it with command injection, where the line ' +
        'break reaches the SMTP commands.',
      'zh-cn':
        '邮件头注入是针对网页表单的攻击：在主题、回复地址等字段里输入换行，就能加入程序本不打算写的邮件头，例如带几' +
        '千个地址的 Bcc，或者换掉正文。它发生在把用户输入的文字不去掉 CR 和 LF 就拼进邮件头的地方。SMTP 对话本身是' +
        '正确的，所以要看效果：RCPT 命令远多于一个联系表单应有的数量，或者邮件头的行顺序古怪。程序应拒绝邮件头值中' +
        '的换行，并用库来构造邮件。不要与命令注入混淆，后者是换行进入了 SMTP 命令。',
    },
    looksLike: `C: Subject: Hello
C: Bcc: victim1@example.net, victim2@example.net`,
    seeAlso: ['command-injection', 'crlf', 'envelope-vs-header', 'mail-data', 'smtp-smuggling'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 5322', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc5322.html#section-2.2' },
      {
        document: 'MITRE CWE-93: CRLF Injection',
        url: 'https://cwe.mitre.org/data/definitions/93.html',
        date: '2026-11-24',
      },
    ],
  },
];
