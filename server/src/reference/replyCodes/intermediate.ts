import type { ReplyCodeEntry } from '../entry';
import { scenario355 } from '../scenarios/queue';

/** Replies 3yz: go on with the next part. */
export const intermediateReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '334',
    code: 334,
    title: { en: 'Authentication challenge', 'zh-cn': '身份验证质询' },
    meaning: {
      en:
        'The server wants the next piece of the `AUTH` exchange; the text after 334 is a Base64 challenge, which ' +
        'may be empty.',
      'zh-cn': '服务器要求 `AUTH` 交互的下一部分；334 后面是 Base64 编码的质询，可以为空。',
    },
    answers: ['AUTH', 'X-EXPS'],
    whenYouSeeIt: {
      en:
        '- `AUTH LOGIN`: `334 VXNlcm5hbWU6` is "Username:", `334 UGFzc3dvcmQ6` is "Password:".\n' +
        '- `AUTH PLAIN` without an initial response: an empty `334 `.\n' +
        '- `AUTH XOAUTH2` or `OAUTHBEARER` that failed: the challenge decodes to a JSON error, and a 535 follows.',
      'zh-cn':
        '- `AUTH LOGIN`：`334 VXNlcm5hbWU6` 即“Username:”，`334 UGFzc3dvcmQ6` 即“Password:”。\n' +
        '- `AUTH PLAIN` 未带初始响应：空的 `334 `。\n' +
        '- `AUTH XOAUTH2` 或 `OAUTHBEARER` 失败：质询解码后是 JSON 错误信息，随后是 535。',
    },
    howToFix: {
      en:
        '- Client: answer with one Base64 line and nothing else; a lone `*` cancels (the server then says 501).\n' +
        '- After the XOAUTH2 error challenge, send an empty line (OAUTHBEARER: `AQ==`), then get a fresh access ' +
        'token.\n' +
        '- The next client line is a secret even if it looks like noise: redact it before you share the log.',
      'zh-cn':
        '- 客户端：只回一行 Base64；单独的 `*` 表示取消（服务器随后回 501）。\n' +
        '- 收到 XOAUTH2 的错误质询后回一个空行（OAUTHBEARER 为 `AQ==`），再换取新的访问令牌。\n' +
        '- 下一行客户端内容就是机密，哪怕看似乱码：分享日志前务必脱敏。',
    },
    compareWith: [
      {
        key: '354',
        difference: {
          en: 'Both mean "go on": 334 inside `AUTH`, 354 after `DATA`.',
          'zh-cn': '都表示“继续”：334 用于 `AUTH` 之中，354 用于 `DATA` 之后。',
        },
      },
      {
        key: '235',
        difference: { en: '334 continues the exchange; 235 ends it.', 'zh-cn': '334 让交互继续；235 使其成功结束。' },
      },
    ],
    scenarios: [
      {
        title: {
          en: 'AUTH LOGIN in clear text, and the same inside TLS',
          'zh-cn': '明文 AUTH LOGIN，以及改在 TLS 内进行',
        },
        before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250-AUTH PLAIN LOGIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YWxpY2U=
S: 334 UGFzc3dvcmQ6
C: c2VjcmV0
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 7, rule: 'security.cleartext-credentials' }],
        explanation: {
          en:
            'The exchange works, but anyone on the path can decode name and password. The client should start TLS ' +
            'and greet again before `AUTH`.',
          'zh-cn': '交互成功，但链路上任何人都能解码出用户名和密码。客户端应先启动 TLS 并重新问候，再发送 `AUTH`。',
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
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YWxpY2U=
S: 334 UGFzc3dvcmQ6
C: c2VjcmV0
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
      },
    ],
    seeAlso: ['AUTH', '235', '535', '501', '354'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication', 'starttls'],
    sources: [
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
    ],
  },
  {
    kind: 'reply-code',
    key: '354',
    code: 354,
    title: { en: 'Start mail input', 'zh-cn': '开始输入邮件内容' },
    meaning: {
      en:
        'The server is ready for the message: send header, empty line and body, and end with a line that holds a ' +
        'single dot.',
      'zh-cn': '服务器准备接收邮件：依次发送标头、空行和正文，最后以只含一个句点的行结束。',
    },
    answers: ['DATA', 'XEXCH50'],
    whenYouSeeIt: {
      en:
        '- In answer to `DATA`, when at least one recipient was accepted. It is never the last word: a second ' +
        'reply follows the dot.\n' +
        '- Until the dot, everything the client sends is mail data, even a line that looks like a command.',
      'zh-cn':
        '- 回复 `DATA`，前提是至少有一个收件人被接受。它从来不是最终结果：句点之后还有第二个应答。\n' +
        '- 在句点之前，客户端发送的一切都是邮件数据，即使某行看起来像命令。',
    },
    howToFix: {
      en:
        '- Session hangs here? The client did not send CRLF `.` CRLF: a bare LF or a missing line end before the ' +
        'dot does not count.\n' +
        '- Client: double the dot of every line that starts with one (dot-stuffing).\n' +
        '- Server: answer 503 or 554 instead of 354 when no recipient is valid.',
      'zh-cn':
        '- 会话卡在这里？说明客户端没有发出 CRLF `.` CRLF：句点前只有 LF 或缺少换行都不算数。\n' +
        '- 客户端：以句点开头的行要再加一个句点（dot-stuffing）。\n' +
        '- 服务器：没有有效收件人时应回 503 或 554，而不是 354。',
    },
    compareWith: [
      {
        key: '250',
        difference: {
          en: '354 invites the message; only the 250 after the dot accepts it.',
          'zh-cn': '354 只是邀请发送；句点之后的 250 才表示接受。',
        },
      },
      {
        key: '334',
        difference: {
          en: '334 continues `AUTH`, 354 continues `DATA`.',
          'zh-cn': '334 使 `AUTH` 继续，354 使 `DATA` 继续。',
        },
      },
    ],
    scenarios: [
      {
        title: {
          en: '354 is not the end: the message is refused after the dot',
          'zh-cn': '354 不是终点：邮件在句点之后被拒',
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
C: DATA
S: 354 End data with <CR><LF>.<CR><LF>
C: Subject: Offer
C:
C: Buy now.
C: .
S: 550 5.7.1 Message refused by content policy
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 17, rule: 'delivery.message-refused' }],
        explanation: {
          en:
            'The envelope was fine, so the server said 354; the content was not, so it said 550. A complete header ' +
            'and harmless text were accepted.',
          'zh-cn': '信封没有问题，所以服务器回了 354；内容有问题，所以回了 550。换成完整标头和正常内容后被接受。',
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
    seeAlso: ['DATA', '250', '503', '554', 'BDAT'],
    guides: ['rfc-5321-deep-dive', 'smtp-reply-codes'],
    glossary: ['mail-transaction', 'envelope-vs-header'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.4' },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.5.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.2' },
    ],
  },
  {
    kind: 'reply-code',
    key: '355',
    code: 355,
    title: { en: 'Transaction offset (checkpoint)', 'zh-cn': '事务偏移量（断点续传）' },
    meaning: {
      en:
        'Extension CHECKPOINT: the server still has part of this message from a broken session and names the octet ' +
        'from which the client goes on. Hardly any server offers it.',
      'zh-cn':
        'CHECKPOINT 扩展：服务器仍保有上次中断会话中该邮件的一部分，并告知客户端从哪个字节继续。几乎没有服务器提供。',
    },
    answers: ['MAIL'],
    whenYouSeeIt: {
      en: '- After `MAIL … TRANSID=<…>` for a message whose first attempt broke off after the server had stored some of it.',
      'zh-cn': '- 邮件首次发送中断、服务器已保存一部分之后，再次以 `MAIL … TRANSID=<…>` 发送时。',
    },
    howToFix: {
      en:
        '- Nothing to fix. The client goes on with the data from that octet; the recipients of the first attempt count.\n' +
        '- A client that did not send `TRANSID` must not get this reply.',
      'zh-cn':
        '- 无需处理。客户端从该字节继续发送数据；首次尝试的收件人仍然有效。\n' +
        '- 未发送 `TRANSID` 的客户端不应得到此应答。',
    },
    compareWith: [
      {
        key: '250',
        difference: {
          en: '250 starts the transaction from nothing; 355 continues an old one.',
          'zh-cn': '250 从头开始事务；355 继续旧事务。',
        },
      },
      {
        key: '354',
        difference: {
          en: '354 answers `DATA` and asks for the message; 355 answers `MAIL`.',
          'zh-cn': '354 应答 `DATA` 并要求发送邮件；355 应答 `MAIL`。',
        },
      },
    ],
    scenarios: [scenario355],
    seeAlso: ['CHECKPOINT', 'TRANSID', 'MAIL'],
    guides: ['smtp-reply-codes'],
    glossary: ['mail-transaction', 'octet'],
    sources: [{ document: 'RFC 1845', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc1845.html#section-4' }],
  },
];
