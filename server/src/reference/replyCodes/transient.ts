import type { ReplyCodeEntry } from '../entry';
import { scenario455 } from '../scenarios/envelope';

/** Replies 4yz of RFC 5321: not now, try again. */
export const transientReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '421',
    code: 421,
    title: { en: 'Service not available, closing connection', 'zh-cn': '服务不可用，正在关闭连接' },
    meaning: {
      en:
        'The server cannot or will not go on with this session and hangs up; nothing was refused for good, so the ' +
        'client keeps the mail and tries again later.',
      'zh-cn': '服务器无法或不愿继续本次会话并将断开连接；邮件并未被永久拒绝，客户端应保留邮件稍后重试。',
    },
    answers: ['GREETING', 'ANY', 'MESSAGE'],
    whenYouSeeIt: {
      en:
        '- Instead of a greeting: too many connections, overload, rate limit on your IP address or its reputation.\n' +
        '- In the middle: the server shuts down, or the client was silent too long (`421 4.4.2 … timeout ' +
        'exceeded`).\n' +
        '- After many errors: `421 4.7.0 … too many errors`.\n' +
        '- After the message: large providers defer unwanted volume (`421 4.7.0`, `421 4.7.28`).',
      'zh-cn':
        '- 代替欢迎语出现：连接过多、服务器过载，或针对你的 IP 地址或其信誉限速。\n' +
        '- 会话中途：服务器正在关闭，或客户端沉默太久（`421 4.4.2 … timeout exceeded`）。\n' +
        '- 错误太多之后：`421 4.7.0 … too many errors`。\n' +
        '- 邮件发送之后：大型服务商推迟不受欢迎的大量邮件（`421 4.7.0`、`421 4.7.28`）。',
    },
    howToFix: {
      en:
        '- Client: close, keep the message queued, retry with growing delays; do not reconnect at once.\n' +
        '- Sender: fewer parallel connections and messages per connection; warm up new IP addresses; read the text ' +
        "for the provider's reason.\n" +
        '- Server operator: look for exhausted processes, disk, DNS or filter time-outs; raise limits with care.',
      'zh-cn':
        '- 客户端：关闭连接，邮件留在队列中，以递增间隔重试；不要立即重连。\n' +
        '- 发件方：减少并发连接和每连接邮件数；新 IP 要预热；阅读文字中服务商给出的原因。\n' +
        '- 服务器管理员：检查进程、磁盘是否耗尽，DNS 或过滤器是否超时；谨慎调高限额。',
    },
    compareWith: [
      {
        key: '450',
        difference: {
          en: '421 ends the connection; 450 refuses one recipient or message and the session goes on.',
          'zh-cn': '421 结束连接；450 只推迟某个收件人或某封邮件，会话继续。',
        },
      },
      {
        key: '451',
        difference: {
          en: '451 is a failed action on an open session; 421 is the end of the session.',
          'zh-cn': '451 是会话中某个操作失败；421 是会话本身结束。',
        },
      },
      {
        key: '554',
        difference: {
          en: 'A 554 greeting is final for this server; a 421 greeting means come back later.',
          'zh-cn': '554 欢迎语是最终拒绝；421 欢迎语表示请稍后再来。',
        },
      },
      {
        key: '221',
        difference: { en: "221 answers the client's own `QUIT`.", 'zh-cn': '221 是对客户端 `QUIT` 的应答。' },
      },
    ],
    scenarios: [
      {
        title: { en: 'The server hangs up on an idle client', 'zh-cn': '服务器断开空闲的客户端' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
S: 421 4.4.2 mx.example.org Error: timeout exceeded`,
        findings: [],
        explanation: {
          en:
            'The client opened a transaction and fell silent, so the server left. Nothing was delivered; the ' +
            'client retried later without the pause. A 4yz is information, not a warning.',
          'zh-cn':
            '客户端开启事务后没有动静，服务器便离开了。邮件未投递；客户端稍后重试，中间不再停顿。4yz 只是提示信息，' +
            '不是警告。',
        },
        after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Recipient OK
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 250 2.0.0 Queued as 4A1B2C
C: QUIT
S: 221 2.0.0 Bye`,
      },
    ],
    seeAlso: ['450', '451', '554', '221', 'X.4.2', 'X.7.28'],
    guides: ['smtp-delivery-failures', 'ip-warming', 'bulk-email', 'bounces-soft-hard'],
    glossary: ['exponential-backoff', 'email-queue', 'status-code'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.8' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
    ],
  },
  {
    kind: 'reply-code',
    key: '450',
    code: 450,
    title: { en: 'Mailbox temporarily unavailable', 'zh-cn': '邮箱暂时不可用' },
    meaning: {
      en:
        'The server did not do it now, because of the mailbox or a temporary policy; the same command may succeed ' +
        'later without any change.',
      'zh-cn': '由于邮箱状态或临时策略，服务器这次没有执行；稍后原样重试可能成功。',
    },
    // MAIL: MT-PRIORITY (RFC 6710, X.7.15). ATRN: request refused (RFC 2645). MESSAGE: RFC 5321, section 4.3.2.
    // DATA is not in RFC 5321 §4.3.2, but servers with a policy at DATA answer so; its first digit counts (§4.2.1).
    answers: ['MAIL', 'RCPT', 'MESSAGE', 'BDAT', 'BURL', 'ATRN', 'DATA'],
    whenYouSeeIt: {
      en:
        '- Greylisting: an unknown sender, server and recipient are told to come back (`450 4.2.0`, also ' +
        '`451 4.7.1`).\n' +
        "- Mailbox locked or busy; the user's store is under maintenance.\n" +
        '- Postfix: sender domain, HELO name or reverse DNS cannot be resolved right now (`450 4.1.8`, `450 4.7.25`' +
        ').\n' +
        '- Recipient gets mail too fast (`450 4.2.1`).',
      'zh-cn':
        '- 灰名单：对陌生的发件人、服务器、收件人组合要求稍后再来（`450 4.2.0`，也可能是 `451 4.7.1`）。\n' +
        '- 邮箱被锁定或正忙；用户存储在维护。\n' +
        '- Postfix：发件域、HELO 名称或反向 DNS 暂时无法解析（`450 4.1.8`、`450 4.7.25`）。\n' +
        '- 该收件人收信过快（`450 4.2.1`）。',
    },
    howToFix: {
      en:
        '- Client: keep the message and retry from the same IP address after some minutes, with growing delays.\n' +
        '- Greylisting passes at the second or third try; a program without a queue must hand its mail to a real ' +
        'MTA.\n' +
        '- DNS in the text: check that A, MX and PTR records of the named host resolve.\n' +
        '- Only the refused recipient waits; the accepted ones go on.',
      'zh-cn':
        '- 客户端：保留邮件，几分钟后从同一 IP 重试，间隔逐渐加长。\n' +
        '- 灰名单在第二、三次尝试时放行；没有队列的程序应把邮件交给真正的 MTA。\n' +
        '- 文字提到 DNS：确认所指主机的 A、MX、PTR 记录可以解析。\n' +
        '- 只有被推迟的收件人需要等待，已接受的照常投递。',
    },
    compareWith: [
      {
        key: '451',
        difference: {
          en: '450 points at the mailbox or policy; 451 at a fault while processing. In practice both mean retry.',
          'zh-cn': '450 指向邮箱或策略；451 指向处理过程中的故障。实际上都应重试。',
        },
      },
      {
        key: '452',
        difference: {
          en: '452 says what is short: storage, or room for more recipients.',
          'zh-cn': '452 指明短缺的是存储或收件人名额。',
        },
      },
      {
        key: '421',
        difference: {
          en: 'After 421 the connection is gone; after 450 the session continues.',
          'zh-cn': '421 之后连接断开；450 之后会话继续。',
        },
      },
      {
        key: '550',
        difference: {
          en: '550 is the permanent twin: do not retry unchanged.',
          'zh-cn': '550 是对应的永久错误：不要原样重试。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'Greylisting: the same mail passes on the second visit', 'zh-cn': '灰名单：同一封邮件第二次通过' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 450 4.2.0 Greylisted, please try again in 300 seconds
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [],
        explanation: {
          en:
            'The server does not know this client yet and defers. The client kept the mail and returned after five ' +
            'minutes. The checker gives information only.',
          'zh-cn': '服务器还不认识该客户端，于是推迟。客户端保留邮件，五分钟后再来便通过。检查器只给出提示信息。',
        },
        after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Recipient OK
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 250 2.0.0 Queued as 4A1B2C
C: QUIT
S: 221 2.0.0 Bye`,
      },
    ],
    seeAlso: ['451', '452', '421', '550', 'X.2.0', 'X.4.3'],
    guides: ['bounces-soft-hard', 'smtp-delivery-failures'],
    glossary: ['greylisting', 'exponential-backoff', 'email-queue', 'ptr-record'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '4.5.4.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.4.1' },
      { document: 'RFC 2645', section: '5.2.1', url: 'https://www.rfc-editor.org/rfc/rfc2645.html#section-5.2.1' },
      { document: 'RFC 6710', url: 'https://www.rfc-editor.org/rfc/rfc6710.html' },
    ],
  },
  {
    kind: 'reply-code',
    key: '451',
    code: 451,
    title: { en: 'Local error in processing', 'zh-cn': '处理过程中本地出错' },
    meaning: {
      en:
        'Something went wrong inside the server, or in something it depends on, so the action was not done; try ' +
        'again later.',
      'zh-cn': '服务器内部或其依赖的组件出错，操作未执行；请稍后重试。',
    },
    // BURL: 451 4.4.1 when the IMAP server cannot be reached (RFC 4468). ATRN: RFC 2645.
    // DATA is not in RFC 5321 §4.3.2, but servers with a policy at DATA answer so; its first digit counts (§4.2.1).
    answers: ['MAIL', 'RCPT', 'MESSAGE', 'BDAT', 'BURL', 'ATRN', 'DATA', 'SEND', 'SOML', 'SAML'],
    whenYouSeeIt: {
      en:
        '- A content filter, milter, database or LDAP server does not answer (`451 4.7.1 Service unavailable`, ' +
        '`451 4.3.0`).\n' +
        '- DNS lookups fail temporarily: sender domain, SPF or DKIM keys (`451 4.4.3`, `451 4.7.24`).\n' +
        '- Exchange and Microsoft 365 throttling or a failed next hop (`451 4.4.0`, `451 4.7.500`).\n' +
        '- Some greylisting implementations (`451 4.7.1 Greylisting in action`).',
      'zh-cn':
        '- 内容过滤器、milter、数据库或 LDAP 无响应（`451 4.7.1 Service unavailable`、`451 4.3.0`）。\n' +
        '- DNS 查询暂时失败：发件域、SPF 或 DKIM 密钥（`451 4.4.3`、`451 4.7.24`）。\n' +
        '- Exchange 和 Microsoft 365 的限流或下一跳失败（`451 4.4.0`、`451 4.7.500`）。\n' +
        '- 某些灰名单实现（`451 4.7.1 Greylisting in action`）。',
    },
    howToFix: {
      en:
        '- Client: queue and retry; do not treat it as a bounce before the queue lifetime (four to five days) is ' +
        'over.\n' +
        '- Server operator: the cause is in your own log at this time and queue id: filter socket, disk, DNS, ' +
        'database.\n' +
        '- Sender, if the text speaks of SPF or DKIM: test your DNS records for time-outs and too many lookups.',
      'zh-cn':
        '- 客户端：入队重试；在队列期限（四到五天）之前不要当作退信。\n' +
        '- 服务器管理员：原因就在你自己的日志中，按时间和队列 ID 查找：过滤器套接字、磁盘、DNS、数据库。\n' +
        '- 发件方，若文字提到 SPF 或 DKIM：检查 DNS 记录是否超时或查询次数过多。',
    },
    compareWith: [
      {
        key: '450',
        difference: {
          en: '450 is about the mailbox or policy, 451 about an error of processing.',
          'zh-cn': '450 关乎邮箱或策略，451 关乎处理故障。',
        },
      },
      {
        key: '452',
        difference: { en: '452 names a resource that ran out.', 'zh-cn': '452 指明某种资源已耗尽。' },
      },
      {
        key: '554',
        difference: { en: '554 is the permanent failure of the transaction.', 'zh-cn': '554 是事务的永久失败。' },
      },
    ],
    scenarios: [
      {
        title: { en: 'The filter was down when the dot came', 'zh-cn': '句点到达时过滤器不可用' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Recipient OK
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 451 4.7.1 Service unavailable - try again later
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [],
        explanation: {
          en:
            'The server could not have the message scanned, so it took no responsibility. The client sent the ' +
            'whole message again an hour later.',
          'zh-cn': '服务器无法扫描该邮件，因此没有接管责任。客户端一小时后重新发送了整封邮件。',
        },
        after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Recipient OK
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 250 2.0.0 Queued as 4A1B2C
C: QUIT
S: 221 2.0.0 Bye`,
      },
    ],
    seeAlso: ['450', '452', '421', '554', 'X.3.0', 'X.4.3', 'X.7.24'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    glossary: ['greylisting', 'exponential-backoff', 'email-queue'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 4468', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4468.html#section-6' },
    ],
  },
  {
    kind: 'reply-code',
    key: '452',
    code: 452,
    title: { en: 'Insufficient system storage, or too many recipients', 'zh-cn': '系统存储不足，或收件人过多' },
    meaning: {
      en:
        'The server lacks a resource for this action right now: disk space, quota, or room for another recipient ' +
        'in this transaction.',
      'zh-cn': '服务器此刻缺少所需资源：磁盘空间、配额，或本事务再容纳一个收件人的余地。',
    },
    // DATA is not in RFC 5321 §4.3.2, but servers with a policy at DATA answer so; its first digit counts (§4.2.1).
    answers: ['MAIL', 'RCPT', 'MESSAGE', 'BDAT', 'BURL', 'DATA', 'SEND', 'SOML', 'SAML'],
    whenYouSeeIt: {
      en:
        '- To `RCPT` after many accepted recipients: `452 4.5.3 Too many recipients`. RFC 5321 requires room for ' +
        'at least 100.\n' +
        '- To `MAIL … SIZE=`: not enough free disk for a message of that size (RFC 1870).\n' +
        '- Mailbox over quota, temporary form: `452 4.2.2`, common at Gmail and in LMTP.\n' +
        '- Memory or queue pressure in Exchange: `452 4.3.1 Insufficient system resources`.',
      'zh-cn':
        '- 已接受许多收件人后的 `RCPT`：`452 4.5.3 Too many recipients`。RFC 5321 要求至少容纳 100 个。\n' +
        '- `MAIL … SIZE=`：剩余磁盘不足以容纳该大小的邮件（RFC 1870）。\n' +
        '- 邮箱超额的临时形式：`452 4.2.2`，常见于 Gmail 和 LMTP。\n' +
        '- Exchange 内存或队列压力：`452 4.3.1 Insufficient system resources`。',
    },
    howToFix: {
      en:
        '- Too many recipients: deliver to the accepted ones now and send the rest in a new transaction.\n' +
        '- Server operator: free disk space or memory; check the queue directory and back-pressure limits.\n' +
        '- Mailbox full: only the recipient can make room; retry for some days.',
      'zh-cn':
        '- 收件人过多：先投递给已接受的收件人，其余放进新的事务。\n' +
        '- 服务器管理员：释放磁盘或内存；检查队列目录和背压阈值。\n' +
        '- 邮箱已满：只有收件人能清理；可重试数日。',
    },
    compareWith: [
      {
        key: '552',
        difference: {
          en: '452 says not now; 552 says that this size or mailbox will not take it at all.',
          'zh-cn': '452 表示现在不行；552 表示该大小或该邮箱根本不收。',
        },
      },
      {
        key: '450',
        difference: {
          en: '450 blames the mailbox or policy, 452 a shortage.',
          'zh-cn': '450 归因于邮箱或策略，452 归因于资源短缺。',
        },
      },
      {
        key: '451',
        difference: {
          en: '451 is an error, 452 a lack of space or slots.',
          'zh-cn': '451 是出错，452 是空间或名额不足。',
        },
      },
    ],
    scenarios: [
      {
        title: {
          en: 'Too many recipients: the rest goes in a second transaction',
          'zh-cn': '收件人过多：其余放进第二个事务',
        },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Recipient OK
C: RCPT TO:<carol@example.org>
S: 452 4.5.3 Too many recipients
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 250 2.0.0 Queued as 4A1B2C
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [],
        explanation: {
          en:
            'The message went to the accepted recipient; the deferred one got it in a second transaction of the ' +
            'next session.',
          'zh-cn': '邮件先发给了已接受的收件人；被推迟的收件人在下一会话的另一事务中收到。',
        },
        after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<carol@example.org>
S: 250 2.1.5 Recipient OK
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 250 2.0.0 Queued as 4A1B2C
C: QUIT
S: 221 2.0.0 Bye`,
      },
    ],
    seeAlso: ['552', '450', '451', 'X.5.3', 'X.3.1', 'X.2.2', 'SIZE'],
    guides: ['bounces-soft-hard', 'bulk-email'],
    glossary: ['mail-transaction', 'email-queue', 'exponential-backoff'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      {
        document: 'RFC 5321',
        section: '4.5.3.1.10',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.1.10',
      },
      { document: 'RFC 1870', section: '6.1', url: 'https://www.rfc-editor.org/rfc/rfc1870.html#section-6.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '455',
    code: 455,
    title: { en: 'Server unable to accommodate parameters', 'zh-cn': '暂时无法满足参数要求' },
    meaning: {
      en: 'The server knows the parameter of `MAIL` or `RCPT`, but cannot honour it at the moment.',
      'zh-cn': '服务器认识 `MAIL` 或 `RCPT` 的该参数，但此刻无法满足。',
    },
    answers: ['MAIL', 'RCPT'],
    whenYouSeeIt: {
      en:
        '- A parameter asks for something that is temporarily out of reach, for example a delivery deadline or ' +
        'priority.\n' +
        '- Rare in practice.',
      'zh-cn': '- 参数要求的内容暂时做不到，例如投递期限或优先级。\n' + '- 实际很少见。',
    },
    howToFix: {
      en:
        '- Client: retry later, or repeat the command without the optional parameter if the message may go without ' +
        'it.',
      'zh-cn': '- 客户端：稍后重试；若邮件不依赖该可选参数，也可去掉参数重发命令。',
    },
    compareWith: [
      {
        key: '555',
        difference: {
          en: '455 is "not now"; 555 is "this parameter is not recognised or not implemented".',
          'zh-cn': '455 是“现在不行”；555 是“不认识或未实现该参数”。',
        },
      },
      {
        key: '501',
        difference: { en: '501 says that the parameter is written wrongly.', 'zh-cn': '501 表示参数写法有误。' },
      },
    ],
    scenarios: [scenario455],
    seeAlso: ['555', '501', '504', 'MAIL', 'RCPT', 'X.5.4'],
    guides: ['smtp-reply-codes'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      {
        document: 'RFC 5321',
        section: '4.1.1.11',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.11',
      },
    ],
  },
];
