import type { Scenario } from '../entry';

/** Worked examples of the replies to ETRN, ATRN, CHECKPOINT and PRDR. */
export const scenario253: Scenario = {
  title: { en: 'ETRN starts the waiting messages', 'zh-cn': 'ETRN 启动等待中的邮件' },
  before: `S: 220 relay.example.net ESMTP
C: EHLO branch.example.org
S: 250-relay.example.net
S: 250-ETRN
S: 250 ENHANCEDSTATUSCODES
C: ETRN example.org
S: 253 2.0.0 OK, 3 pending messages for node example.org started
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'The messages come over connections of their own, from the server to the client’s mail server; nothing more is seen in this session.',
    'zh-cn': '邮件将由服务器另行连接客户端的邮件服务器送达；本会话中不再看到任何内容。',
  },
};

export const scenario353: Scenario = {
  title: { en: 'One answer for each recipient', 'zh-cn': '每个收件人各有一个应答' },
  before: `S: 220 exim.example.org ESMTP
C: EHLO client.example.com
S: 250-exim.example.org
S: 250-PRDR
S: 250 HELP
C: MAIL FROM:<alice@example.com> PRDR
S: 250 OK
C: RCPT TO:<bob@example.org>
S: 250 Accepted
C: RCPT TO:<carol@example.org>
S: 250 Accepted
C: DATA
S: 354 Enter message, ending with "." on a line by itself
C: From: Alice <alice@example.com>
C: To: Bob <bob@example.org>
C: Subject: Minutes
C: Date: Mon, 24 Nov 2025 09:30:00 +0000
C: Message-ID: <m1@example.com>
C:
C: See you at ten.
C: .
S: 353 PRDR content analysis has started
S: 250 bob@example.org accepted
S: 550 carol@example.org does not take this content
S: 250 OK id=1abcde-000001-AB
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'Between the 353 and the final 250 stand the verdicts of the recipients in their order: Bob has the message, Carol does not.',
    'zh-cn': '353 与最后的 250 之间依次是各收件人的裁决：Bob 收到了邮件，Carol 没有。',
  },
};

export const scenario355: Scenario = {
  title: { en: 'A message that goes on where it broke off', 'zh-cn': '从中断处继续的邮件' },
  before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-CHECKPOINT
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> TRANSID=<12345@client.example.com>
S: 355 6135 is the transaction offset
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'The server has 6135 octets of this transaction from the session before; the client would go on with `DATA` from that octet, and the recipients are known already.',
    'zh-cn': '服务器保有上一会话中该事务的 6135 个字节；客户端可用 `DATA` 从该字节继续，收件人已知。',
  },
};

export const scenario453: Scenario = {
  title: { en: 'ATRN with an empty queue', 'zh-cn': '队列为空时的 ATRN' },
  before: `S: 220 odmr.example.net ESMTP
C: EHLO branch.example.org
S: 250-odmr.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO branch.example.org
S: 250-odmr.example.net
S: 250-AUTH CRAM-MD5
S: 250-ATRN
S: 250 ENHANCEDSTATUSCODES
C: AUTH CRAM-MD5
S: 334 PDEyMzQ1LjE3MDAwMDAwMDBAb2Rtci5leGFtcGxlLm5ldD4=
C: YnJhbmNoIDRiZjUyMWQyYzBmMmM0N2QwN2JiZDQ5NDBlMGVlNWU4
S: 235 2.7.0 Authentication successful
C: ATRN example.org
S: 453 4.3.2 You have no mail
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'Nothing is wrong: no mail was waiting. The client asks again on its usual schedule.',
    'zh-cn': '没有问题：没有等待中的邮件。客户端按惯常的间隔再次询问即可。',
  },
};

export const scenario458: Scenario = {
  title: { en: 'The queue cannot be started at the moment', 'zh-cn': '此刻无法启动队列' },
  before: `S: 220 relay.example.net ESMTP
C: EHLO branch.example.org
S: 250-relay.example.net
S: 250-ETRN
S: 250 ENHANCEDSTATUSCODES
C: ETRN example.org
S: 458 4.3.0 Unable to queue messages for node example.org
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'A later ETRN gets the messages going; until then they wait.',
    'zh-cn': '稍后再次 ETRN 即可启动；在此之前邮件继续等待。',
  },
  after: `S: 220 relay.example.net ESMTP
C: EHLO branch.example.org
S: 250-relay.example.net
S: 250-ETRN
S: 250 ENHANCEDSTATUSCODES
C: ETRN example.org
S: 250 2.0.0 Queuing for node example.org started
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario459: Scenario = {
  title: { en: 'ETRN for a domain that the server does not serve', 'zh-cn': '对服务器不负责的域名执行 ETRN' },
  before: `S: 220 relay.example.net ESMTP
C: EHLO branch.example.org
S: 250-relay.example.net
S: 250-ETRN
S: 250 ENHANCEDSTATUSCODES
C: ETRN example.edu
S: 459 4.7.1 <example.edu>: service unavailable
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'The domain is not on the server’s list. With the domain that the server holds mail for the queue is started.',
    'zh-cn': '该域名不在服务器的列表中。换成服务器代存邮件的域名，队列即可启动。',
  },
  after: `S: 220 relay.example.net ESMTP
C: EHLO branch.example.org
S: 250-relay.example.net
S: 250-ETRN
S: 250 ENHANCEDSTATUSCODES
C: ETRN example.org
S: 250 2.0.0 Queuing for node example.org started
C: QUIT
S: 221 2.0.0 Bye`,
};
