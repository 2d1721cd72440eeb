import type { ReplyCodeEntry } from '../entry';

/** Reply 503, the most asked about: the order of commands. */
export const badSequenceReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '503',
    code: 503,
    title: { en: 'Bad sequence of commands', 'zh-cn': '命令顺序错误' },
    meaning: {
      en:
        'The command is valid, but not now: something that must come before it is missing, was refused, or was ' +
        'already done. Look at the earlier lines, not at this one.',
      'zh-cn': '命令本身有效，但时机不对：之前必需的步骤缺失、被拒绝，或已经做过。问题在更早的行，而不在这一行。',
    },
    // Any command: RFC 5321, section 4.1.4 (order of commands) and section 3.1 (after a 554 greeting).
    answers: ['ANY'],
    whenYouSeeIt: {
      en:
        '- No greeting: `MAIL` before `EHLO`/`HELO`, or no new `EHLO` after `STARTTLS`, which erases the first one.\n' +
        '- `RCPT` without an accepted `MAIL`: never sent, refused, or cleared by `RSET`, `EHLO` or the end of a ' +
        'message.\n' +
        '- `DATA` without an accepted `RCPT`: none sent, or every one refused. Postfix says 503 only if none was ' +
        'sent, else `554 5.5.1 no valid recipients`.\n' +
        '- Second `MAIL` in an open transaction ("nested MAIL", "sender already given").\n' +
        '- `AUTH` twice, `AUTH` inside a transaction, or on a port that does not offer it; `STARTTLS` inside TLS.\n' +
        '- `DATA` mixed with `BDAT`, or a chunk after `BDAT … LAST`.\n' +
        '- Policy: "503 AUTH first", "503 this server requires authentication": log in before `RCPT`.\n' +
        '- After a greeting of 554 the server answers 503 to everything but `QUIT`.\n' +
        '- Pipelining: one refused `MAIL` or `RCPT` makes the commands sent after it fail with 503; or the client ' +
        'pipelined without the offer (`503 5.5.0 Improper use of SMTP command pipelining`).',
      'zh-cn':
        '- 没有问候：`MAIL` 早于 `EHLO`/`HELO`；或 `STARTTLS` 之后没有重新 `EHLO`（之前的问候已失效）。\n' +
        '- `RCPT` 之前没有被接受的 `MAIL`：从未发送、被拒绝，或被 `RSET`、`EHLO`、上一封邮件的结束清除。\n' +
        '- `DATA` 之前没有被接受的 `RCPT`：未发送或全部被拒。Postfix 仅在从未发送时回 503，否则回 ' +
        '`554 5.5.1 no valid recipients`。\n' +
        '- 事务未结束又发 `MAIL`（“nested MAIL”“sender already given”）。\n' +
        '- 重复 `AUTH`、在事务中 `AUTH`、端口未提供 `AUTH`；或在 TLS 内再次 `STARTTLS`。\n' +
        '- `DATA` 与 `BDAT` 混用，或在 `BDAT … LAST` 之后又发数据块。\n' +
        '- 策略：“503 AUTH first”“503 this server requires authentication”，须先登录再 `RCPT`。\n' +
        '- 欢迎语为 554 之后，除 `QUIT` 外一律回 503。\n' +
        '- 流水线：一个 `MAIL` 或 `RCPT` 被拒，其后已发出的命令便接连 503；或服务器未提供流水线而客户端抢发（' +
        '`503 5.5.0 Improper use of SMTP command pipelining`）。',
    },
    howToFix: {
      en:
        '- Order: `EHLO` → `STARTTLS` → `EHLO` → `AUTH` → `MAIL` → `RCPT` (one or more) → `DATA`. Each step only ' +
        'after the one before got its 2yz.\n' +
        '- Find the *first* refusal above; the 503 is its echo. Mend that one: wrong recipient, login, sender.\n' +
        '- Client: read every reply. Without an accepted recipient do not send `DATA`; send `RSET` and go to the ' +
        'next message.\n' +
        '- "AUTH first": turn on SMTP authentication (ports 587 or 465) in the program\'s account settings.\n' +
        '- Lost track? `RSET` clears the transaction, but keeps greeting, TLS and login.',
      'zh-cn':
        '- 顺序：`EHLO` → `STARTTLS` → `EHLO` → `AUTH` → `MAIL` → `RCPT`（一个或多个）→ `DATA`。上一步得到 2yz 才能' +
        '走下一步。\n' +
        '- 找到上方*第一个*被拒的命令；503 只是它的回声。应修正的是那一条：收件人、登录或发件人。\n' +
        '- 客户端：逐条读取应答。没有被接受的收件人就不要发 `DATA`；用 `RSET` 后处理下一封。\n' +
        '- “AUTH first”：在程序的账户设置中启用 SMTP 身份验证（端口 587 或 465）。\n' +
        '- 状态混乱？`RSET` 清除事务，但保留问候、TLS 和登录。',
    },
    compareWith: [
      {
        key: '554',
        difference: {
          en:
            'For `DATA` without valid recipients RFC 5321 allows both: 503 points at the order, 554 at the failed ' +
            'transaction. Elsewhere 554 is a refusal that reordering does not mend.',
          'zh-cn':
            '对没有有效收件人的 `DATA`，RFC 5321 两者都允许：503 指顺序，554 指事务失败。其他场合的 554 是调整顺序' +
            '也无法解决的拒绝。',
        },
      },
      {
        key: '500',
        difference: {
          en: '500: the verb is unknown at any time. 503: known, but not at this time.',
          'zh-cn': '500：命令在任何时候都不认识。503：认识，但此刻不行。',
        },
      },
      {
        key: '501',
        difference: {
          en: '501 is about the argument, 503 about the place in the session.',
          'zh-cn': '501 针对参数，503 针对命令在会话中的位置。',
        },
      },
      {
        key: '530',
        difference: {
          en: '530 is the proper code for "log in (or start TLS) first"; some servers say 503 instead.',
          'zh-cn': '“请先登录（或先启动 TLS）”的正确代码是 530；有些服务器改用 503。',
        },
      },
      {
        key: '550',
        difference: {
          en: '550 refuses this address or sender; repeating in another order gives 550 again.',
          'zh-cn': '550 拒绝的是地址或发件人；换顺序重试仍是 550。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'MAIL before EHLO, and everything after it fails', 'zh-cn': 'MAIL 早于 EHLO，后续全部失败' },
        before: `S: 220 mx.example.org ESMTP
C: MAIL FROM:<alice@example.com>
S: 503 5.5.1 Error: send HELO/EHLO first
C: RCPT TO:<bob@example.org>
S: 503 5.5.1 Error: need MAIL command
C: DATA
S: 503 5.5.1 Error: need RCPT command
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 2, rule: 'sequence.before-hello' }],
        explanation: {
          en:
            'One missing greeting, three refusals: the two that follow are its consequences and are listed with it. ' +
            'With `EHLO` first the same commands are accepted.',
          'zh-cn':
            '只少了一次问候，却有三次拒绝：后两次是它的后果，与它一并列出。先发 `EHLO`，同样的命令便全部被接受。',
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
        title: { en: 'DATA after the only recipient was refused', 'zh-cn': '唯一的收件人被拒后仍发送 DATA' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bbo@example.org>
S: 550 5.1.1 <bbo@example.org>: User unknown
C: DATA
S: 503 5.5.1 Error: need RCPT command
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [
          { line: 10, rule: 'delivery.recipient-refused' },
          { line: 11, rule: 'sequence.data-without-recipients' },
        ],
        explanation: {
          en:
            'The real fault is the misspelt address; the client overlooked the 550 and went on. The address was ' +
            'corrected.',
          'zh-cn': '真正的错误是地址拼写；客户端忽略了 550 继续发送。改正地址后成功。',
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
        title: {
          en: 'Nested MAIL: the second message starts before the first is finished',
          'zh-cn': '嵌套 MAIL：前一封未完就开始后一封',
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
C: MAIL FROM:<carol@example.com>
S: 503 5.5.1 Error: nested MAIL command
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 11, rule: 'sequence.nested-mail' }],
        explanation: {
          en:
            'A transaction ends with the reply to the message, with `RSET`, or with a new `EHLO`. The client gave ' +
            'up the first message and must say so with `RSET`.',
          'zh-cn': '事务以邮件的最终应答、`RSET` 或新的 `EHLO` 结束。客户端放弃了前一封邮件，就必须用 `RSET` 说明。',
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
C: RSET
S: 250 2.0.0 OK
C: MAIL FROM:<carol@example.com>
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
        title: { en: 'No EHLO after STARTTLS', 'zh-cn': 'STARTTLS 之后没有 EHLO' },
        before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: MAIL FROM:<alice@example.com>
S: 503 5.5.1 Error: send HELO/EHLO first
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 8, rule: 'sequence.no-ehlo-after-starttls' }],
        explanation: {
          en:
            'The handshake puts the session back to its beginning; the greeting before it no longer counts, and ' +
            'neither do the offers.',
          'zh-cn': '握手使会话回到起点；之前的问候和得到的扩展都不再有效。',
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
      {
        title: { en: 'AUTH a second time', 'zh-cn': '第二次 AUTH' },
        before: `S: 220 smtp.example.net ESMTP
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
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 503 5.5.1 Error: already authenticated
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 14, rule: 'sequence.auth-twice' }],
        explanation: {
          en: 'A session is authenticated once. To send as another user, open a new connection.',
          'zh-cn': '一个会话只能验证一次。要以其他用户发送，请新建连接。',
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
      {
        title: { en: 'AUTH in the middle of a transaction', 'zh-cn': '在事务中途 AUTH' },
        before: `S: 220 smtp.example.net ESMTP
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
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 503 5.5.1 Error: MAIL transaction in progress
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 14, rule: 'sequence.auth-in-transaction' }],
        explanation: {
          en: 'RFC 4954 forbids `AUTH` between `MAIL` and the end of the message. Log in first.',
          'zh-cn': 'RFC 4954 禁止在 `MAIL` 与邮件结束之间使用 `AUTH`。应先登录。',
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
      {
        title: {
          en: 'Policy: the server wants a login and says it with 503',
          'zh-cn': '策略：服务器要求登录，却用 503 表达',
        },
        before: `S: 220 smtp.example.net ESMTP
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
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 503 5.5.4 Authentication required before sending to other domains
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 15, rule: 'reply.bad-sequence' }],
        explanation: {
          en:
            'The order is right by the RFC, but this server relays only for users who have logged in. 530 would be ' +
            'the clearer code.',
          'zh-cn': '按 RFC 顺序没有错，但该服务器只为已登录用户中继。用 530 会更清楚。',
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
    seeAlso: ['554', '530', '500', '501', '550', 'EHLO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'X.5.1', 'X.5.0'],
    guides: ['rfc-5321-deep-dive', 'smtp-reply-codes', 'smtp-delivery-failures', 'smtp-authentication-methods'],
    glossary: ['mail-transaction', 'smtp-pipelining', 'starttls', 'smtp-authentication', 'status-code'],
    sources: [
      { document: 'RFC 5321', section: '4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.4' },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.1' },
      { document: 'RFC 5321', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.3' },
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2' },
      { document: 'RFC 3030', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3030.html#section-2' },
      { document: 'RFC 2920', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc2920.html#section-3.1' },
    ],
  },
];
