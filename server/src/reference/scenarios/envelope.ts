import type { Scenario } from '../entry';

/** Worked examples of replies about sender, recipient and their parameters. */

export const scenario430: Scenario = {
  title: { en: 'A command that the server does not take at the moment', 'zh-cn': '服务器此刻不接受的命令' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 430 4.5.1 Not now, still starting up
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'The first digit decides: 4 means that the same command may succeed later.',
    'zh-cn': '首位数字说明一切：4 表示同一命令稍后可能成功。',
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
};

export const scenario455: Scenario = {
  title: { en: 'A delivery deadline that cannot be kept now', 'zh-cn': '目前无法满足的投递期限' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-DELIVERBY 240
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> BY=300;R
S: 455 4.5.4 Deadline cannot be guaranteed at the moment
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'The parameter is known and well formed; only now it cannot be honoured. The client retries later, or sends without it.',
    'zh-cn': '参数已知且格式正确，只是此刻无法满足。客户端稍后重试，或不带参数发送。',
  },
  after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-DELIVERBY 240
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
};

export const scenario533: Scenario = {
  title: { en: 'Policy refuses the sender', 'zh-cn': '策略拒绝该发件人' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 533 5.7.1 Sender not authorised for this server
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 8, rule: 'delivery.sender-refused' }],
  explanation: {
    en: 'The sender has to log in at its own provider’s submission server; this one serves others.',
    'zh-cn': '发件人应登录自己服务商的提交服务器；这台服务器为他人服务。',
  },
  after: `S: 220 smtp.example.com ESMTP
C: EHLO client.example.com
S: 250-smtp.example.com
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO client.example.com
S: 250-smtp.example.com
S: 250-AUTH PLAIN
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
};

export const scenario553: Scenario = {
  title: { en: 'A user may not send as somebody else', 'zh-cn': '用户不能以他人身份发送' },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: MAIL FROM:<boss@example.com>
S: 553 5.7.1 <boss@example.com>: Sender address rejected: not owned by user alice
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 15, rule: 'delivery.sender-refused' }],
  explanation: {
    en: 'Alice logged in and gave an address that is not hers. With her own address the server takes the message.',
    'zh-cn': 'Alice 登录后使用了不属于她的地址。换成自己的地址，服务器便接受邮件。',
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
S: 250-AUTH PLAIN
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
};

export const scenario556: Scenario = {
  title: { en: 'A domain with a null MX record', 'zh-cn': '具有空 MX 记录的域名' },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@exmaple.org>
S: 556 5.1.10 <bob@exmaple.org>: Domain does not accept mail (null MX)
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 17, rule: 'delivery.recipient-refused' }],
  explanation: {
    en: 'The domain is misspelt, and its owner says in DNS that it takes no mail. The right spelling is delivered.',
    'zh-cn': '域名拼写有误，其所有者在 DNS 中声明不收邮件。改正拼写后即可投递。',
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
S: 250-AUTH PLAIN
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
};
