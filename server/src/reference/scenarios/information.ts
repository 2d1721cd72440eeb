import type { Scenario } from '../entry';

/** Worked examples of replies that inform: help, verification, forwarding, what is not implemented. */
export const scenario211: Scenario = {
  title: { en: 'HELP answered with a status', 'zh-cn': '以状态回答 HELP' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: HELP
S: 211 2.0.0 mx.example.org, 12 connections, queue empty
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'Information for a person. The session is as it was before: a transaction could begin now.',
    'zh-cn': '供人阅读的信息。会话与之前一样，现在就可以开始事务。',
  },
};

export const scenario214: Scenario = {
  title: { en: 'HELP answered in several lines', 'zh-cn': '以多行回答 HELP' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: HELP
S: 214-Commands: EHLO HELO MAIL RCPT DATA RSET NOOP QUIT HELP VRFY
S: 214 See RFC 5321
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'One reply in two lines: the hyphen says that more follows, the space that it is the last line.',
    'zh-cn': '一条应答分两行：连字符表示还有后续，空格表示这是最后一行。',
  },
};

export const scenario251: Scenario = {
  title: { en: 'The mailbox moved, and the server forwards', 'zh-cn': '邮箱已迁移，由服务器转发' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 251 2.1.5 User not local; will forward to <bob@example.net>
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
    en: '251 is an acceptance: the message goes on to the new address without the client doing anything.',
    'zh-cn': '251 表示接受：客户端无需任何操作，邮件会转到新地址。',
  },
};

export const scenario252: Scenario = {
  title: { en: 'VRFY that tells nothing', 'zh-cn': '不透露任何信息的 VRFY' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: VRFY bob
S: 252 2.1.5 Cannot VRFY user, but will accept message and attempt delivery
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
  findings: [],
  explanation: {
    en: 'The server does not tell who exists. Whether it takes mail for the address only `RCPT` shows.',
    'zh-cn': '服务器不透露谁存在。是否接收该地址的邮件，只有 `RCPT` 能说明。',
  },
};

export const scenario502: Scenario = {
  title: { en: 'VRFY is switched off', 'zh-cn': 'VRFY 已停用' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: VRFY bob
S: 502 5.5.1 VRFY command is disabled
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 8, rule: 'reply.command-refused' }],
  explanation: {
    en: 'An operator switched the command off. A sender does not need it: `RCPT` gives the answer that counts.',
    'zh-cn': '管理员停用了该命令。发送方并不需要它：`RCPT` 才给出有意义的答案。',
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

export const scenario504: Scenario = {
  title: { en: 'A mechanism that the server does not offer', 'zh-cn': '服务器未提供的验证机制' },
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
C: AUTH CRAM-MD5
S: 504 5.5.4 Unrecognized authentication type
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 12, rule: 'extension.not-offered' }],
  explanation: {
    en: '`AUTH` is right, this value of it is not supported. The client takes a mechanism from the list in the `EHLO` reply.',
    'zh-cn': '`AUTH` 没错，只是不支持这个取值。客户端应从 `EHLO` 应答的列表中选择机制。',
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
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario551: Scenario = {
  title: { en: 'The mailbox moved, and the server does not forward', 'zh-cn': '邮箱已迁移，服务器不转发' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.org>
S: 551 5.1.6 User not local; please try <bob@example.net>
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 10, rule: 'delivery.recipient-refused' }],
  explanation: {
    en: 'The sender learns the new address and sends the message there; the mail server does not do that by itself.',
    'zh-cn': '发件人得知新地址并改发到那里；邮件服务器不会自行这样做。',
  },
  after: `S: 220 mx.example.net ESMTP
C: EHLO client.example.com
S: 250-mx.example.net
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bob@example.net>
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
