import type { Scenario } from '../entry';

/** Worked examples of replies about the session and the host. */

export const scenario200: Scenario = {
  title: { en: 'A proxy that answers as if it were HTTP', 'zh-cn': '像 HTTP 一样应答的代理' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: NOOP
S: 200 OK
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'By its first digit it is a success, and a client must take it as one. The server should say 250.',
    'zh-cn': '按首位数字它表示成功，客户端必须如此对待。服务器应当回 250。',
  },
  after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: NOOP
S: 250 2.0.0 OK
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario220: Scenario = {
  title: {
    en: 'Connections that are answered and one that is not a mail server',
    'zh-cn': '正常应答的连接，与并非邮件服务器的连接',
  },
  before: `S: 554 5.3.2 No mail service here
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 1, rule: 'delivery.service-refused' }],
  explanation: {
    en: 'A greeting of 220 means ready, 554 that no mail is taken. The client asked the wrong host; the MX record names the right one.',
    'zh-cn': '问候为 220 表示就绪，554 表示不收邮件。客户端连错了主机；MX 记录给出的才是正确的主机。',
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

export const scenario221: Scenario = {
  title: { en: 'Leaving without a word, and the proper end', 'zh-cn': '不辞而别与正常结束' },
  before: `* connected to mx.example.org:25
S: 220 mx.example.org ESMTP
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
* closed by client`,
  findings: [],
  explanation: {
    en: 'The message is delivered in both sessions. With `QUIT` and its 221 the server knows that the client is done and did not break off.',
    'zh-cn': '两个会话都已投递邮件。有了 `QUIT` 及其 221，服务器便知道客户端已完成，而不是中断。',
  },
  after: `* connected to mx.example.org:25
S: 220 mx.example.org ESMTP
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

export const scenario521: Scenario = {
  title: { en: 'A host that takes no mail', 'zh-cn': '不收邮件的主机' },
  before: `S: 521 5.3.2 web1.example.org does not accept mail
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 1, rule: 'delivery.service-refused' }],
  explanation: {
    en: 'The client went to the web server because the domain had no MX record. With one it reaches the mail server.',
    'zh-cn': '域名没有 MX 记录，客户端便连到了网站服务器。设置 MX 后即可到达邮件服务器。',
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
