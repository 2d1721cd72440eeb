import type { ReplyCodeEntry } from '../entry';
import { scenario556 } from '../scenarios/envelope';
import { scenario521 } from '../scenarios/session';

/** Replies about the transaction, the host or the domain as a whole. */
export const transactionReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '521',
    code: 521,
    title: { en: 'Host does not accept mail', 'zh-cn': '主机不接收邮件' },
    meaning: {
      en:
        'This host never accepts mail: the server that answered exists only to say so. Trying again here is ' +
        'pointless.',
      'zh-cn': '该主机从不接收邮件：应答的服务器只为说明这一点而存在。在这里重试没有意义。',
    },
    // RFC 7504, section 3: meant for the greeting; the server may go on answering 521 to any command but QUIT.
    answers: ['GREETING', 'ANY'],
    whenYouSeeIt: {
      en:
        '- As greeting, from a dummy server on a web or database host.\n' +
        '- Postfix postscreen uses it to hang up on clients that break the protocol or stand on a block list (`521 ' +
        '5.5.1 Protocol error`, `521 5.7.1`).\n' +
        '- AOL used `521 5.2.1` for blocked senders.',
      'zh-cn':
        '- 作为欢迎语，来自 Web 或数据库主机上的占位服务器。\n' +
        '- Postfix postscreen 用它断开违反协议或列入黑名单的客户端（`521 5.5.1 Protocol error`、`521 5.7.1`）。\n' +
        '- AOL 曾对被封锁的发件方使用 `521 5.2.1`。',
    },
    howToFix: {
      en:
        "- Sender: check where the domain's MX points; mail to a host that is no mail server means wrong or " +
        'missing MX records.\n' +
        '- "Protocol error": wait for the whole greeting before sending; other text: check your IP address against ' +
        'block lists.\n' +
        '- Domain owner: a domain without mail should publish a null MX instead.',
      'zh-cn':
        '- 发件方：检查该域的 MX 指向；邮件送到非邮件主机说明 MX 错误或缺失。\n' +
        '- 文字为“Protocol error”：等完整欢迎语后再发送；其他情况：查询你的 IP 是否在黑名单上。\n' +
        '- 域名所有者：不收信的域应发布空 MX。',
    },
    compareWith: [
      {
        key: '554',
        difference: {
          en: '554 as greeting refuses this client or situation; 521 refuses everyone, always.',
          'zh-cn': '554 欢迎语拒绝的是该客户端或当前情形；521 对任何人、任何时候都拒绝。',
        },
      },
      {
        key: '556',
        difference: {
          en: '556 is said by a relay about another domain; 521 by the host about itself.',
          'zh-cn': '556 是中继谈论另一个域；521 是主机谈论自己。',
        },
      },
      {
        key: '421',
        difference: { en: '421 invites you to come back.', 'zh-cn': '421 表示请稍后再来。' },
      },
    ],
    scenarios: [scenario521],
    seeAlso: ['554', '556', '421', 'X.3.2'],
    guides: ['dns-record-types'],
    glossary: ['mx-record'],
    sources: [
      { document: 'RFC 7504', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-3' },
      { document: 'RFC 7504', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-5.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '554',
    code: 554,
    title: { en: 'Transaction failed, or no mail service here', 'zh-cn': '事务失败，或此处不提供邮件服务' },
    meaning: {
      en:
        'As an answer to a message or `DATA`, the transaction failed for good; as a greeting, this server will not ' +
        'talk mail with you.',
      'zh-cn': '作为对邮件或 `DATA` 的应答，事务永久失败；作为欢迎语，服务器不与你进行邮件会话。',
    },
    // ANY: after a TLS handshake that policy finds too weak, the server may answer 554 to every command but QUIT (RFC
    // 3207, section 4.1). Postfix also uses 554 5.7.1 for RCPT.
    answers: ['GREETING', 'DATA', 'MESSAGE', 'BDAT', 'BURL', 'STARTTLS', 'ANY'],
    whenYouSeeIt: {
      en:
        '- After the data: content refused as spam, virus or for policy (`554 5.7.1`, `554 5.6.0`).\n' +
        '- To `DATA`: no valid recipients (`554 5.5.1`).\n' +
        '- As greeting: your IP address is on a block list or has no reverse DNS (`554 5.7.1`).\n' +
        '- To `RCPT`, Postfix: `554 5.7.1 Relay access denied`.\n' +
        '- After TLS: connection not secure enough; to `BURL`: the content could not be fetched (`554 5.6.6`).',
      'zh-cn':
        '- 数据之后：内容被当作垃圾邮件、病毒或违反策略而拒绝（`554 5.7.1`、`554 5.6.0`）。\n' +
        '- 对 `DATA`：没有有效收件人（`554 5.5.1`）。\n' +
        '- 作为欢迎语：你的 IP 在黑名单上或没有反向 DNS（`554 5.7.1`）。\n' +
        '- 对 `RCPT`，Postfix：`554 5.7.1 Relay access denied`。\n' +
        '- TLS 之后：连接安全性不足；对 `BURL`：无法取得内容（`554 5.6.6`）。',
    },
    howToFix: {
      en:
        '- Read the text: most name a block list or a help page. Ask for delisting only after the cause is mended.\n' +
        '- "No valid recipients": look at the refused `RCPT` lines above.\n' +
        '- "Relay access denied": log in, or send to the MX of the recipient\'s domain.\n' +
        '- Client: after a 554 greeting send only `QUIT`; try the next MX.',
      'zh-cn':
        '- 阅读文字：多数会写明黑名单或帮助页。先解决原因，再申请解除。\n' +
        '- “No valid recipients”：看上方被拒的 `RCPT`。\n' +
        '- “Relay access denied”：先登录，或投递到收件域的 MX。\n' +
        '- 客户端：收到 554 欢迎语后只发 `QUIT`，改试下一个 MX。',
    },
    compareWith: [
      {
        key: '503',
        difference: {
          en: '503 is cured by the right order; 554 is not, but for `DATA` without recipients, where both are used.',
          'zh-cn': '503 调整顺序即可解决；554 不行，唯有“无收件人的 `DATA`”两者都用。',
        },
      },
      {
        key: '550',
        difference: {
          en: '550 names the mailbox or policy for one address; 554 the transaction or connection. Servers mix them.',
          'zh-cn': '550 针对单个地址的邮箱或策略；554 针对事务或连接。服务器常混用。',
        },
      },
      {
        key: '451',
        difference: { en: '451 is the temporary failure while processing.', 'zh-cn': '451 是处理过程中的临时失败。' },
      },
      {
        key: '521',
        difference: {
          en: '521: this host never takes mail from anyone.',
          'zh-cn': '521：该主机从不接收任何人的邮件。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'DATA when every recipient was refused', 'zh-cn': '所有收件人都被拒后仍发送 DATA' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 <nobody@example.org>: User unknown
C: DATA
S: 554 5.5.1 Error: no valid recipients
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [
          { line: 10, rule: 'delivery.recipient-refused' },
          { line: 11, rule: 'sequence.data-without-recipients' },
        ],
        explanation: {
          en: 'The cause is the refused address; 554 only repeats that nobody is left to deliver to.',
          'zh-cn': '根源是被拒的地址；554 只是重申已无可投递的对象。',
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
      {
        title: { en: 'Relay access denied', 'zh-cn': '拒绝中继' },
        before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 554 5.7.1 <bob@example.org>: Relay access denied
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 9, rule: 'delivery.recipient-refused' }],
        explanation: {
          en: 'The server would send mail to another domain only for its own users. After TLS and login it does.',
          'zh-cn': '服务器只为自己的用户向其他域中继。启用 TLS 并登录后即可。',
        },
        after: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-AUTH PLAIN LOGIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
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
    seeAlso: ['550', '503', '521', '451', 'X.7.1', 'X.5.1', 'X.6.6'],
    guides: ['smtp-delivery-failures', 'bulk-email', 'smtp-reply-codes'],
    glossary: ['open-relay', 'smtp-relay', 'ptr-record'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.1' },
      { document: 'RFC 3207', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.1' },
      { document: 'RFC 4468', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4468.html#section-6' },
    ],
  },
  {
    kind: 'reply-code',
    key: '555',
    code: 555,
    title: { en: 'MAIL or RCPT parameter not recognised or implemented', 'zh-cn': '不认识或未实现 MAIL、RCPT 的参数' },
    meaning: {
      en: 'The address part was fine, but the server does not know or support a parameter after it.',
      'zh-cn': '地址部分没有问题，但服务器不认识或不支持其后的某个参数。',
    },
    answers: ['MAIL', 'RCPT'],
    whenYouSeeIt: {
      en:
        '- `SIZE=`, `BODY=8BITMIME`, `SMTPUTF8`, `NOTIFY=`, `REQUIRETLS` on a server whose `EHLO` reply does not ' +
        'offer it.\n' +
        '- Parameters after `HELO`, which offers no extensions at all.\n' +
        '- Gmail: `555 5.5.2 Syntax error`, for a malformed line in general, such as an address with a missing ' +
        'bracket.',
      'zh-cn':
        '- 服务器 `EHLO` 应答未提供，却使用 `SIZE=`、`BODY=8BITMIME`、`SMTPUTF8`、`NOTIFY=`、`REQUIRETLS`。\n' +
        '- 在 `HELO` 之后带参数；`HELO` 不提供任何扩展。\n' +
        '- Gmail：`555 5.5.2 Syntax error` 泛指整行格式有误，例如地址缺尖括号。',
    },
    howToFix: {
      en:
        '- Client: use only parameters of extensions offered in the last `EHLO` reply (again after `STARTTLS`).\n' +
        '- Repeat the command without the parameter if the message may go without it; else return the message to ' +
        'its sender.\n' +
        '- Check for a space inside the address: what follows is read as a parameter.',
      'zh-cn':
        '- 客户端：只使用最近一次 `EHLO` 应答提供的扩展参数（`STARTTLS` 后须重新读取）。\n' +
        '- 若邮件不依赖该参数，去掉后重发命令；否则退回发件人。\n' +
        '- 检查地址中是否有空格：空格之后会被当作参数。',
    },
    compareWith: [
      {
        key: '501',
        difference: {
          en: '501: the parameter is known but badly written. 555: not known or not supported.',
          'zh-cn': '501：参数认识但写法有误。555：不认识或不支持。',
        },
      },
      {
        key: '504',
        difference: { en: '504 is the code for arguments of other commands.', 'zh-cn': '其他命令的参数用 504。' },
      },
      {
        key: '455',
        difference: { en: '455: supported, but not now.', 'zh-cn': '455：支持，但此刻不行。' },
      },
    ],
    scenarios: [
      {
        title: { en: 'A parameter the server never offered', 'zh-cn': '服务器从未提供的参数' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> BODY=8BITMIME
S: 555 5.5.4 Unsupported option: BODY=8BITMIME
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 7, rule: 'extension.not-offered' }],
        explanation: {
          en:
            '`8BITMIME` is missing from the `EHLO` reply. The client encodes the body as quoted-printable and ' +
            'sends without the parameter.',
          'zh-cn': '`EHLO` 应答中没有 `8BITMIME`。客户端把正文编码为 quoted-printable，不带参数发送。',
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
    seeAlso: ['501', '504', '455', 'MAIL', 'RCPT', 'EHLO', 'X.5.4'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['service-extension'],
    sources: [
      {
        document: 'RFC 5321',
        section: '4.1.1.11',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.11',
      },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.2.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '556',
    code: 556,
    title: { en: 'Domain does not accept mail', 'zh-cn': '该域不接收邮件' },
    meaning: {
      en:
        "A relay found out, usually from a null MX record, that the recipient's domain never accepts mail, and " +
        'refuses without trying to connect.',
      'zh-cn': '中继（通常通过空 MX 记录）得知收件域从不接收邮件，于是不连接就直接拒绝。',
    },
    answers: ['RCPT'],
    whenYouSeeIt: {
      en:
        '- `RCPT` for an address in a domain whose only MX record is `0 .` (`556 5.1.10`).\n' +
        '- Often a misspelt domain that its owner parked with a null MX.',
      'zh-cn':
        '- 收件域唯一的 MX 记录是 `0 .`（`556 5.1.10`）时的 `RCPT`。\n' +
        '- 往往是拼错的域名，被其所有者用空 MX 停放。',
    },
    howToFix: {
      en:
        '- User: correct the domain. Client: do not retry, return the message at once.\n' +
        '- Domain owner: if the domain should get mail, replace the null MX.',
      'zh-cn': '- 用户：改正域名。客户端：不要重试，立即退信。\n' + '- 域名所有者：若该域应当收信，请替换空 MX。',
    },
    compareWith: [
      {
        key: '521',
        difference: { en: '521 comes from the host itself as greeting.', 'zh-cn': '521 由该主机自己在欢迎语中给出。' },
      },
      {
        key: '550',
        difference: {
          en: '`550 5.1.2` or `5.1.1`: unknown domain or user; the domain may take mail in general.',
          'zh-cn': '`550 5.1.2` 或 `5.1.1`：域或用户未知；该域本身可能收信。',
        },
      },
    ],
    scenarios: [scenario556],
    seeAlso: ['521', '550', 'X.1.10', 'X.1.2'],
    guides: ['dns-record-types', 'bounces-soft-hard'],
    glossary: ['mx-record', 'dsn'],
    sources: [
      { document: 'RFC 7504', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-4' },
      { document: 'RFC 7504', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-5.1' },
      { document: 'RFC 7505', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc7505.html#section-4.1' },
    ],
  },
];
