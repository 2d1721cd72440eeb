import type { GlossaryEntry } from '../entry';

/** What comes back: bounces, notifications, and the rates counted from them. */
export const bounceTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'bounce-message',
    title: { en: 'Bounce message', 'zh-cn': '退信' },
    meaning: {
      en:
        'A bounce message is the notice that a server sends to the reverse-path when it cannot deliver a message ' +
        'it had accepted.',
      'zh-cn': '退信是服务器无法投递已接受的邮件时，发给反向路径的通知。',
    },
    names: [
      'bounce message',
      'bounce',
      'bounces',
      'ndr',
      'non-delivery report',
      'non-delivery notification',
      '退信',
      '退信通知',
      '未送达报告',
    ],
    text: {
      en:
        'A bounce message is the notice that a server sends to the reverse-path when it cannot deliver a message ' +
        'it had accepted. If a server refuses during the dialogue, with 5yz at RCPT or after the data, it sends no ' +
        'bounce itself: the client that got the refusal writes one. A bounce has the null sender, usually the form ' +
        'of a DSN, and quotes the SMTP reply that caused it. Start reading at `Diagnostic-Code:` and ' +
        '`Remote-MTA:`; the human text above is often a guess. In a log the birth of a bounce looks like ' +
        '`sender non-delivery notification: 4XyZ2b0hrDz9`, where the second queue id belongs to the bounce.',
      'zh-cn':
        '退信是服务器无法投递已接受的邮件时，发给反向路径的通知。如果服务器在对话中就用 5yz 拒绝（在 RCPT 时或数据' +
        '之后），它自己并不发退信：由收到拒绝的客户端来写。退信使用空发件人，通常是 DSN 格式，并引用引起退信的 ' +
        'SMTP 应答。应从 `Diagnostic-Code:` 和 `Remote-MTA:` 读起；上面给人看的文字往往只是猜测。在日志中，退信产生' +
        '时写作 `sender non-delivery notification: 4XyZ2b0hrDz9`，后一个队列 ID 属于退信本身。',
    },
    looksLike: 'postfix/bounce[2470]: 4XyZ1t0kqBz9: sender non-delivery notification: 4XyZ2b0hrDz9',
    seeAlso: ['dsn', 'hard-bounce', 'soft-bounce', 'null-sender', 'double-bounce', 'backscatter', '550', '554'],
    guides: ['bounces-soft-hard', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '6.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-6.1' },
      { document: 'RFC 3464', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3464.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'double-bounce',
    title: { en: 'Double bounce', 'zh-cn': '双重退信' },
    meaning: {
      en: 'A double bounce is a bounce that cannot be delivered either.',
      'zh-cn': '双重退信是指退信本身也无法投递。',
    },
    names: ['double bounce', 'double-bounce', 'doublebounce', 'bounced bounce', '双重退信', '二次退信'],
    text: {
      en:
        'A double bounce is a bounce that cannot be delivered either. Since it carries the null sender there is ' +
        'nobody left to tell, so it is discarded or sent to the postmaster of the server that made it. It happens ' +
        'when the sender address of the original message was forged, mistyped, or belongs to a machine that takes ' +
        'no mail. A handful is normal noise; a flood means that your server accepts spam for unknown users and ' +
        'bounces it later. The cure is to refuse unknown recipients at RCPT. Postfix sends address probes from ' +
        '`double-bounce@`, so that name in the log of a recipient is not necessarily a failure.',
      'zh-cn':
        '双重退信是指退信本身也无法投递。由于它用的是空发件人，已经没有人可通知，所以会被丢弃，或者发给产生它的服务' +
        '器的 postmaster。原因是原邮件的发件人地址是伪造的、写错的，或者属于不收邮件的机器。少量是正常的噪声；大量' +
        '出现说明你的服务器先接收寄给不存在用户的垃圾邮件，之后才退回。办法是在 RCPT 时就拒绝不存在的收件人。' +
        'Postfix 用 `double-bounce@` 发送地址探测，所以在接收方日志中看到这个名字，不一定表示失败。',
    },
    looksLike:
      'postfix/smtp[2475]: 4XyZ2b0hrDz9: to=<x@forged.example>, relay=none, dsn=5.4.4, status=bounced (Host or domain name not found)',
    seeAlso: ['bounce-message', 'null-sender', 'backscatter', 'role-address', 'X.4.4'],
    guides: ['bounces-soft-hard'],
    sources: [
      { document: 'RFC 5321', section: '6.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-6.1' },
      {
        document: 'Postfix notify_classes',
        url: 'https://www.postfix.org/postconf.5.html#notify_classes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'hard-bounce',
    title: { en: 'Hard bounce', 'zh-cn': '硬退信' },
    meaning: {
      en: 'A hard bounce is a delivery that failed for good, and that no retry can save.',
      'zh-cn': '硬退信是彻底失败、重试也无法挽回的投递。',
    },
    names: ['hard bounce', 'hard bounces', 'permanent failure', 'permanent bounce', '硬退信', '硬退', '永久失败'],
    text: {
      en:
        'A hard bounce is a delivery that failed for good, and that no retry can save. In the dialogue it is a 5yz ' +
        'reply, in a bounce a `Status:` beginning with 5. The classic case is `550 5.1.1`, no such user; others ' +
        'are a domain that does not exist or has a null MX. Bulk senders remove such an address at once, because ' +
        'repeated mail to dead addresses ruins reputation. But look at the detail before you do: `550 5.7.1` or ' +
        '`5.7.26` says that the receiver dislikes the sender or the authentication, not that the address is dead, ' +
        'and deleting the recipient would be the wrong cure.',
      'zh-cn':
        '硬退信是彻底失败、重试也无法挽回的投递。在对话中是 5yz 应答，在退信中是以 5 开头的 `Status:`。典型的是 ' +
        '`550 5.1.1`，没有这个用户；还有域不存在或使用空 MX。群发者会立刻删除这样的地址，因为不断给失效地址发信会毁' +
        '掉信誉。但在删除之前要看细节：`550 5.7.1` 或 `5.7.26` 说的是接收方不接受发件人或其身份验证，而不是地址失' +
        '效，这时删除收件人就开错了药方。',
    },
    looksLike: `C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 <nobody@example.org>: Recipient address rejected: User unknown`,
    seeAlso: ['soft-bounce', 'bounce-message', 'bounce-rate', 'null-mx', '550', '553', 'X.1.1', 'X.1.2'],
    guides: ['bounces-soft-hard', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'soft-bounce',
    title: { en: 'Soft bounce', 'zh-cn': '软退信' },
    meaning: {
      en:
        'A soft bounce is a delivery that failed for a reason that may pass: a 4yz reply, a timeout, a full ' +
        'mailbox, a throttle.',
      'zh-cn': '软退信是因可能会过去的原因而失败的投递：4yz 应答、超时、邮箱已满、限流。',
    },
    names: ['soft bounce', 'soft bounces', 'temporary failure', 'transient failure', '软退信', '软退', '临时失败'],
    text: {
      en:
        'A soft bounce is a delivery that failed for a reason that may pass: a 4yz reply, a timeout, a full ' +
        'mailbox, a throttle. The server keeps the message and tries again by itself, so no action is needed at ' +
        'first; only when the retry period ends does it become a real bounce. The word comes from bulk mailing and ' +
        'is used loosely: many tools also count `552 5.2.2` (mailbox full) as soft although the reply is permanent ' +
        'by its digit. Decide by the number when you read a dialogue, and by history when you clean a list: an ' +
        'address that fails softly for weeks is as good as dead.',
      'zh-cn':
        '软退信是因可能会过去的原因而失败的投递：4yz 应答、超时、邮箱已满、限流。服务器会保留邮件并自行重试，因此起' +
        '初不需要做什么；只有重试期结束，才变成真正的退信。这个词来自群发行业，用法并不严格：许多工具把 ' +
        '`552 5.2.2`（邮箱已满）也算软退信，尽管按首位数字它是永久的。读对话时按数字判断，清理名单时按历史判断：连' +
        '续几周软退信的地址，与失效地址无异。',
    },
    looksLike: `C: RCPT TO:<bob@example.org>
S: 452 4.2.2 Mailbox full`,
    seeAlso: [
      'hard-bounce',
      'deferred',
      'retry-schedule',
      'greylisting',
      'bounce-rate',
      '450',
      '451',
      '452',
      '552',
      'X.2.2',
    ],
    guides: ['bounces-soft-hard', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
      { document: 'RFC 3463', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'bounce-rate',
    title: { en: 'Bounce Rate (Email)', 'zh-cn': '退信率（电子邮件）' },
    meaning: {
      en:
        'The bounce rate is the share of sent messages that came back, counted over a mailing, a day or a sending ' +
        'domain.',
      'zh-cn': '退信率是退回的邮件占所发邮件的比例，按一次群发、一天或一个发送域统计。',
    },
    names: ['bounce rate', 'bounce rate (email)', 'email bounce rate', '退信率', '退信比例'],
    text: {
      en:
        'The bounce rate is the share of sent messages that came back, counted over a mailing, a day or a sending ' +
        'domain. Count hard bounces: they show how clean the address list is. A rate of a few per thousand is ' +
        'healthy; Amazon SES, for example, puts an account under review at five per cent and may stop it at ten. ' +
        'From a log you get it by counting final results for each recipient, `status=bounced` against ' +
        '`status=sent`; deferred lines must not be counted, since one message has many of them. If the rate jumps ' +
        'on one day, group by reply text first: a single blocklist or a failing DKIM key can turn good addresses ' +
        'into bounces.',
      'zh-cn':
        '退信率是退回的邮件占所发邮件的比例，按一次群发、一天或一个发送域统计。要统计的是硬退信，它反映地址名单是否' +
        '干净。千分之几属于健康；以 Amazon SES 为例，达到百分之五账户会被审查，达到百分之十可能被停用。从日志计算' +
        '时，按每个收件人的最终结果统计，即 `status=bounced` 与 `status=sent` 之比；不能把 deferred 行算进去，因为' +
        '一封邮件会有很多行。如果某一天突然升高，先按应答文字分组：一个黑名单或失效的 DKIM 密钥就能使好地址变成退' +
        '信。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<nobody@example.org>, relay=mx.example.org[192.0.2.25]:25, dsn=5.1.1, status=bounced (host mx.example.org[192.0.2.25] said: 550 5.1.1 User unknown (in reply to RCPT TO command))',
    seeAlso: ['hard-bounce', 'soft-bounce', 'email-deliverability', 'reputation', 'blocklist', 'X.1.1'],
    guides: ['bounces-soft-hard', 'bulk-email', 'ip-warming'],
    sources: [
      {
        document: 'Amazon SES: Reputation metrics messages',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/reputationdashboardmessages.html',
        date: '2026-11-24',
      },
      {
        document: 'AWS re:Post: Sending account under review or paused',
        url: 'https://repost.aws/knowledge-center/ses-resolve-account-review-pause',
        date: '2026-11-24',
      },
      { document: 'RFC 3464', section: '2.3.3', url: 'https://www.rfc-editor.org/rfc/rfc3464.html#section-2.3.3' },
    ],
  },
  {
    kind: 'term',
    key: 'backscatter',
    title: { en: 'Backscatter', 'zh-cn': '反向散射' },
    meaning: {
      en:
        'Backscatter is the flood of bounces that reach somebody who sent nothing, because spammers used that ' +
        'address as reverse-path.',
      'zh-cn': '反向散射是指大量退信涌向从未发过信的人，因为垃圾邮件把那个地址用作反向路径。',
    },
    names: ['backscatter', 'outscatter', 'misdirected bounces', 'back-scatter', '反向散射', '退信散射'],
    text: {
      en:
        'Backscatter is the flood of bounces that reach somebody who sent nothing, because spammers used that ' +
        'address as reverse-path. The server at fault is the one that first accepts the spam and only then finds ' +
        'that it cannot deliver it. In the log of the victim you see many `MAIL FROM:<>` sessions from unrelated ' +
        'servers for one recipient; in the log of the culprit, `250` at RCPT for users that do not exist, followed ' +
        'by outgoing messages with null sender. The remedy at the source is to check recipients, quotas and ' +
        'content during the dialogue and refuse there. The victim can sign senders with BATV and publish SPF.',
      'zh-cn':
        '反向散射是指大量退信涌向从未发过信的人，因为垃圾邮件把那个地址用作反向路径。有过错的是先接收垃圾邮件、之后' +
        '才发现无法投递的服务器。在受害者的日志中，会看到许多不相干的服务器以 `MAIL FROM:<>` 寄给同一个收件人；在肇' +
        '事者的日志中，不存在的用户在 RCPT 时得到 `250`，随后出现空发件人的外发邮件。根本的办法是在对话过程中检查收' +
        '件人、配额和内容并当场拒绝。受害者可以用 BATV 给发件人签名，并发布 SPF。',
    },
    looksLike: `C: MAIL FROM:<>
S: 250 2.1.0 Ok
C: RCPT TO:<alice@example.com>
S: 550 5.7.1 This address sent no such message`,
    seeAlso: ['null-sender', 'bounce-message', 'double-bounce', 'batv', 'catch-all', 'spf', '550'],
    guides: ['bounces-soft-hard'],
    sources: [
      { document: 'RFC 5321', section: '6.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-6.2' },
      {
        document: 'Postfix Backscatter Howto',
        url: 'https://www.postfix.org/BACKSCATTER_README.html',
        date: '2026-11-24',
      },
      { document: 'RFC 3834', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3834.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'dsn',
    title: { en: 'DSN (Delivery Status Notification)', 'zh-cn': 'DSN（投递状态通知）' },
    meaning: {
      en:
        'A DSN is a delivery report in a form that programs can read, and also the SMTP extension by which senders ' +
        'ask for such reports.',
      'zh-cn': 'DSN 是程序可读的投递报告，也指发送方用来请求这种报告的 SMTP 扩展。',
    },
    names: ['dsn', 'delivery status notification', 'delivery status notifications', '投递状态通知', '传递状态通知'],
    text: {
      en:
        'A DSN is a delivery report in a form that programs can read, and also the SMTP extension by which senders ' +
        'ask for such reports. With `NOTIFY=SUCCESS,FAILURE,DELAY` or `NEVER` on RCPT the sender chooses the ' +
        'occasions, with `RET=HDRS` or `FULL` on MAIL how much of the message comes back; `ENVID` and `ORCPT` help ' +
        'to recognise it. The report is a `multipart/report` message with fields such as `Action: failed`, ' +
        '`Status: 5.1.1` and `Diagnostic-Code:`. In Postfix logs `dsn=` is just the enhanced status code of the ' +
        'attempt, not a sign that a report was sent. A server that does not offer DSN must not be sent these ' +
        'parameters.',
      'zh-cn':
        'DSN 是程序可读的投递报告，也指发送方用来请求这种报告的 SMTP 扩展。在 RCPT 上用 ' +
        '`NOTIFY=SUCCESS,FAILURE,DELAY` 或 `NEVER` 选择在什么情况下报告，在 MAIL 上用 `RET=HDRS` 或 `FULL` 决定退回' +
        '多少原文；`ENVID` 和 `ORCPT` 便于识别。报告是一封 `multipart/report` 邮件，含 `Action: failed`、' +
        '`Status: 5.1.1`、`Diagnostic-Code:` 等字段。Postfix 日志中的 `dsn=` 只是这次尝试的增强状态码，并不表示发出' +
        '了报告。不得向没有提供 DSN 的服务器发送这些参数。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com> RET=HDRS ENVID=QQ314159
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org> NOTIFY=SUCCESS,FAILURE
S: 250 2.1.5 Ok`,
    seeAlso: [
      'bounce-message',
      'mdn',
      'smtp-enhanced-status-codes',
      'error-code-mapping',
      'xtext',
      'null-sender',
      'DSN',
    ],
    guides: ['bounces-soft-hard'],
    sources: [
      { document: 'RFC 3461', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3461.html#section-4' },
      { document: 'RFC 3464', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3464.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'mdn',
    title: { en: 'MDN (Message Disposition Notification)', 'zh-cn': 'MDN（邮件处置通知）' },
    meaning: {
      en:
        'An MDN is a receipt that the mail program of the recipient sends about what became of a message: ' +
        'displayed, deleted, forwarded.',
      'zh-cn': 'MDN 是收件人的邮件程序发出的回执，说明邮件的去向：已显示、已删除、已转发。',
    },
    names: [
      'mdn',
      'message disposition notification',
      'read receipt',
      'return receipt',
      'disposition-notification-to',
      '邮件处置通知',
      '已读回执',
      '阅读回执',
    ],
    text: {
      en:
        'An MDN is a receipt that the mail program of the recipient sends about what became of a message: ' +
        'displayed, deleted, forwarded. The sender asks for it by the header field `Disposition-Notification-To:`, ' +
        'not by any SMTP command, so it leaves no trace in the dialogue except as a new message with null sender ' +
        'some time later. It differs from a DSN in who speaks: a DSN comes from a server and is about delivery, an ' +
        'MDN from a person or program that has the message already. Users may refuse it, so a missing MDN proves ' +
        'nothing. Its content type is `multipart/report` with `report-type=disposition-notification`.',
      'zh-cn':
        'MDN 是收件人的邮件程序发出的回执，说明邮件的去向：已显示、已删除、已转发。发送方通过邮件头 ' +
        '`Disposition-Notification-To:` 请求它，而不是任何 SMTP 命令，所以它在对话中不留痕迹，只是过一段时间会出现' +
        '一封空发件人的新邮件。它与 DSN 的区别在于由谁发出：DSN 来自服务器，说的是投递；MDN 来自已经拿到邮件的人或' +
        '程序。用户可以拒绝发送，所以没有收到 MDN 说明不了什么。它的内容类型是 `multipart/report`，带 ' +
        '`report-type=disposition-notification`。',
    },
    looksLike: 'C: Content-Type: multipart/report; report-type=disposition-notification; boundary="b1"',
    seeAlso: ['dsn', 'auto-reply', 'null-sender', 'mime-multipart'],
    guides: ['header-analysis'],
    sources: [
      { document: 'RFC 8098', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc8098.html#section-2.1' },
      { document: 'RFC 8098', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc8098.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'email-deliverability',
    title: { en: 'Email Deliverability', 'zh-cn': '邮件送达率' },
    meaning: {
      en:
        'Email deliverability is the chance that a message reaches the inbox, as opposed to being refused, delayed ' +
        'or filed as spam.',
      'zh-cn': '邮件送达率是邮件到达收件箱的可能性，相对的是被拒绝、被延迟或被归入垃圾邮件。',
    },
    names: [
      'email deliverability',
      'deliverability',
      'inbox placement',
      '邮件送达率',
      '送达率',
      '可送达性',
      '收件箱到达率',
    ],
    text: {
      en:
        'Email deliverability is the chance that a message reaches the inbox, as opposed to being refused, delayed ' +
        'or filed as spam. A log shows only part of it: `250` after the data means accepted, and says nothing ' +
        'about which folder follows. What you can see are early warnings: more `421 4.7.0` and `451` from one ' +
        'provider, texts that mention reputation or policy, `550 5.7.26` for missing authentication. The ' +
        'ingredients are SPF, DKIM and DMARC with alignment, a matching PTR record, TLS, wanted content, easy ' +
        'unsubscribing, few bounces and few complaints. Gmail asks large senders to keep the reported spam rate ' +
        'below 0.3 per cent.',
      'zh-cn':
        '邮件送达率是邮件到达收件箱的可能性，相对的是被拒绝、被延迟或被归入垃圾邮件。日志只能显示一部分：数据之后' +
        '的 `250` 表示已接受，并不说明会放进哪个文件夹。能看到的是早期征兆：某个服务商的 `421 4.7.0` 和 `451` 增' +
        '多，文字里提到信誉或策略，缺少身份验证时的 `550 5.7.26`。要素包括：对齐的 SPF、DKIM 和 DMARC，匹配的 PTR ' +
        '记录，TLS，受欢迎的内容，方便的退订，少量的退信和投诉。Gmail 要求大发送量的发件人把被举报为垃圾邮件的比率' +
        '保持在 0.3% 以下。',
    },
    looksLike:
      'S: 421 4.7.0 Our system has detected that this message is suspicious due to the reputation of the sending domain',
    seeAlso: [
      'reputation',
      'bounce-rate',
      'spf-dkim-dmarc',
      'alignment',
      'ptr-record',
      'feedback-loop',
      '421',
      '550',
      'X.7.26',
    ],
    guides: ['bulk-email', 'ip-warming', 'spf-dkim-dmarc-setup'],
    sources: [
      {
        document: 'Google: Email sender guidelines',
        url: 'https://support.google.com/a/answer/81126',
        date: '2026-11-24',
      },
    ],
  },
];
