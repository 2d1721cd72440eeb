import type { ReplyCodeEntry } from '../entry';
import { scenario235 } from '../scenarios/authentication';
import { scenario211, scenario214, scenario251, scenario252 } from '../scenarios/information';
import { scenario253 } from '../scenarios/queue';
import { scenario220, scenario221 } from '../scenarios/session';

/** Replies 2yz: done. */
export const successReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '211',
    code: 211,
    title: { en: 'System status or help reply', 'zh-cn': '系统状态或帮助信息' },
    meaning: {
      en: 'The server reports its status or general help, for a human reader. Nothing in the session changes.',
      'zh-cn': '服务器返回自身状态或一般性帮助，供人阅读。会话状态不受影响。',
    },
    answers: ['HELP'],
    whenYouSeeIt: {
      en: '- In answer to `HELP` without an argument, when the server prefers a status overview to a help text.',
      'zh-cn': '- 回复不带参数的 `HELP`，服务器给出的是状态概览而不是帮助正文。',
    },
    howToFix: {
      en: 'Nothing to fix. A program must not act on the text.',
      'zh-cn': '无需处理。程序不应依据其中的文字做判断。',
    },
    compareWith: [
      {
        key: '214',
        difference: {
          en: '211 describes the system as a whole; 214 explains how to use the server or one command.',
          'zh-cn': '211 描述整个系统；214 说明服务器或某条命令的用法。',
        },
      },
    ],
    scenarios: [scenario211],
    seeAlso: ['HELP', '214'],
    guides: ['smtp-reply-codes'],
    glossary: ['session'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.1.1.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.8' },
    ],
  },
  {
    kind: 'reply-code',
    key: '214',
    code: 214,
    title: { en: 'Help message', 'zh-cn': '帮助信息' },
    meaning: {
      en: 'The lines that follow explain, to a human reader, how to use the server or one of its commands.',
      'zh-cn': '后面各行向人说明如何使用该服务器或其中某条命令。',
    },
    answers: ['HELP'],
    whenYouSeeIt: {
      en:
        '- In answer to `HELP` or `HELP MAIL`; usually a multi-line reply (`214-`, `214-`, `214 `).\n' +
        '- Many servers now give a single line with a web address, so as not to describe themselves to strangers.',
      'zh-cn':
        '- 回复 `HELP` 或 `HELP MAIL`，通常是多行应答（`214-`、`214-`、`214 `）。\n' +
        '- 如今许多服务器只回一行网址，避免向陌生人透露自身信息。',
    },
    howToFix: {
      en: 'Nothing to fix. To learn what a server supports, read the reply to `EHLO`, not the help text.',
      'zh-cn': '无需处理。要了解服务器支持什么，应看 `EHLO` 的应答，而不是帮助文字。',
    },
    compareWith: [
      {
        key: '211',
        difference: {
          en: '214 is help on usage; 211 is a status report.',
          'zh-cn': '214 是用法帮助；211 是状态报告。',
        },
      },
    ],
    scenarios: [scenario214],
    seeAlso: ['HELP', 'EHLO', '211'],
    guides: ['smtp-reply-codes'],
    glossary: ['session'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.1.1.8', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.8' },
    ],
  },
  {
    kind: 'reply-code',
    key: '220',
    code: 220,
    title: { en: 'Service ready', 'zh-cn': '服务就绪' },
    meaning: {
      en:
        'The server is ready: as the greeting it opens the session, and after `STARTTLS` it tells the client to ' +
        'begin the TLS handshake now.',
      'zh-cn': '服务器已就绪：作为欢迎语，它开启会话；作为 `STARTTLS` 的应答，它要求客户端立即开始 TLS 握手。',
    },
    // XCLIENT starts the session over and answers with a new greeting (Postfix XCLIENT_README).
    answers: ['GREETING', 'STARTTLS', 'XCLIENT', 'X-ANONYMOUSTLS'],
    whenYouSeeIt: {
      en:
        '- First line of every session that the server is willing to serve.\n' +
        '- After `STARTTLS`; the very next bytes on the wire are TLS, so a plain-text log shows nothing more.\n' +
        '- After Postfix `XCLIENT`, which starts the session over.',
      'zh-cn':
        '- 服务器愿意提供服务时，每个会话的第一行。\n' +
        '- 在 `STARTTLS` 之后；线路上紧接着的字节就是 TLS，因此明文日志看不到后续内容。\n' +
        '- 在 Postfix 的 `XCLIENT` 之后，会话从头开始。',
    },
    howToFix: {
      en:
        '- Client: wait for the whole greeting (also `220-` lines) before sending `EHLO`; talking first is ' +
        'punished as pregreet.\n' +
        '- Client: after `STARTTLS` forget every earlier offer and send `EHLO` again inside TLS.',
      'zh-cn':
        '- 客户端：收完整个欢迎语（包括 `220-` 行）后再发 `EHLO`；抢先发送会被视为 pregreet 而受罚。\n' +
        '- 客户端：`STARTTLS` 之后须丢弃先前得到的全部扩展信息，并在 TLS 内重新发送 `EHLO`。',
    },
    compareWith: [
      {
        key: '250',
        difference: {
          en: '220 concerns the connection (ready to talk, ready for TLS); 250 says that a command was carried out.',
          'zh-cn': '220 针对连接（可以通话、可以开始 TLS）；250 表示命令已执行。',
        },
      },
      {
        key: '554',
        difference: {
          en: 'As a greeting, 554 says that there is no mail service here for you; 220 says there is.',
          'zh-cn': '同为欢迎语，554 表示这里不向你提供邮件服务，220 表示提供。',
        },
      },
    ],
    scenarios: [scenario220],
    seeAlso: ['STARTTLS', 'EHLO', '421', '554', '521'],
    guides: ['smtp-reply-codes', 'tls-1-3', 'tcp-handshake'],
    glossary: ['starttls', 'tls-handshake', 'three-way-handshake'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.1' },
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4' },
    ],
  },
  {
    kind: 'reply-code',
    key: '221',
    code: 221,
    title: { en: 'Service closing transmission channel', 'zh-cn': '服务关闭连接' },
    meaning: {
      en: 'The server agrees to end the session and closes the connection after this line.',
      'zh-cn': '服务器同意结束会话，并在此行之后关闭连接。',
    },
    answers: ['QUIT'],
    whenYouSeeIt: {
      en:
        '- In answer to `QUIT`; a good session ends so.\n' +
        '- Some servers also say it when they hang up by themselves; 421 is the code for that.',
      'zh-cn': '- 回复 `QUIT`；正常会话以此结束。\n' + '- 有些服务器主动断开时也用它；那种情况应使用 421。',
    },
    howToFix: {
      en:
        '- Client: send `QUIT` and wait for 221 before closing; a connection cut after the end of mail data may ' +
        'lead to duplicates.\n' +
        '- A transaction still open at `QUIT` is thrown away, without an error.',
      'zh-cn':
        '- 客户端：先发 `QUIT`，等到 221 再关闭；邮件数据结束后就断开，可能造成重复投递。\n' +
        '- `QUIT` 时尚未完成的事务会被直接丢弃，不会报错。',
    },
    compareWith: [
      {
        key: '421',
        difference: {
          en:
            '221 is the end that the client asked for; 421 is the server leaving by itself, and the client should ' +
            'come back.',
          'zh-cn': '221 是客户端请求的结束；421 是服务器自行离开，客户端应稍后再来。',
        },
      },
    ],
    scenarios: [scenario221],
    seeAlso: ['QUIT', '421'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      {
        document: 'RFC 5321',
        section: '4.1.1.10',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.10',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '235',
    code: 235,
    title: { en: 'Authentication succeeded', 'zh-cn': '身份验证成功' },
    meaning: {
      en: 'The server accepted the credentials; the rest of the session runs in the name of that user.',
      'zh-cn': '服务器接受了凭据；此后的会话以该用户身份进行。',
    },
    answers: ['AUTH', 'X-EXPS'],
    whenYouSeeIt: {
      en: '- At the end of every successful `AUTH` exchange, usually as `235 2.7.0`.',
      'zh-cn': '- 每次 `AUTH` 交互成功时的最后一行，通常写作 `235 2.7.0`。',
    },
    howToFix: {
      en:
        '- Go on with `MAIL`. A second `AUTH` in the same session is refused with 503.\n' +
        '- If the mechanism set up a SASL security layer, forget the old offers and send `EHLO` again.',
      'zh-cn':
        '- 继续发送 `MAIL`。同一会话中再次 `AUTH` 会被 503 拒绝。\n' +
        '- 若该机制建立了 SASL 安全层，须丢弃先前的扩展信息并重新发送 `EHLO`。',
    },
    compareWith: [
      {
        key: '334',
        difference: {
          en: '334 asks for the next part of the exchange; 235 ends it with success.',
          'zh-cn': '334 要求发送交互的下一部分；235 表示交互成功结束。',
        },
      },
      {
        key: '535',
        difference: {
          en: '535 is the opposite end: the credentials were refused.',
          'zh-cn': '535 是相反的结局：凭据被拒绝。',
        },
      },
    ],
    scenarios: [scenario235],
    seeAlso: ['AUTH', '334', '535', '503', 'X.7.0'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
    ],
  },
  {
    kind: 'reply-code',
    key: '250',
    code: 250,
    title: { en: 'Requested mail action completed', 'zh-cn': '请求的邮件操作已完成' },
    meaning: {
      en:
        'The command was carried out. After the end of mail data it means more: the server has taken over ' +
        'responsibility for delivering the message or reporting its failure.',
      'zh-cn': '命令已执行。若出现在邮件数据结束之后，含义更重：服务器已接管责任，要么投递这封邮件，要么报告失败。',
    },
    answers: [
      'EHLO',
      'HELO',
      'LHLO',
      'MAIL',
      'RCPT',
      'MESSAGE',
      'BDAT',
      'BURL',
      'RSET',
      'VRFY',
      'EXPN',
      'NOOP',
      'SEND',
      'SOML',
      'SAML',
      'TURN',
      'ETRN',
      'ATRN',
      'XFORWARD',
      'VERB',
      'ONEX',
      'XUSR',
      'X-LINK2STATE',
      'XEXCH50',
      'XPROXY',
      'XPROXYFROM',
      'XPROXYTO',
      'XSHADOW',
      'XQDISCARD',
    ],
    whenYouSeeIt: {
      en:
        '- After `EHLO`: the last line of the list of offered extensions (`250-…` lines before it).\n' +
        '- After `MAIL`, `RCPT`, `RSET`, `NOOP`: accepted.\n' +
        "- After the lone dot: queued; the text often carries the queue id to search for in the server's log.",
      'zh-cn':
        '- 在 `EHLO` 之后：扩展列表的最后一行（前面是 `250-…` 行）。\n' +
        '- 在 `MAIL`、`RCPT`、`RSET`、`NOOP` 之后：已接受。\n' +
        '- 在单独的句点之后：已入队；文字中常带有队列 ID，可据此在服务器日志中查找。',
    },
    howToFix: {
      en:
        '- Nothing to fix. 250 to `RCPT` is not a promise of delivery; the message may still be refused at the dot ' +
        'or bounce later.\n' +
        "- Missing mail after a final 250? Ask the server's operator with the queue id: it is in their log, not in " +
        'yours.',
      'zh-cn':
        '- 无需处理。对 `RCPT` 的 250 并不保证送达；邮件仍可能在句点之后被拒，或稍后被退回。\n' +
        '- 最终得到 250 却没收到邮件？带着队列 ID 询问对方管理员：线索在对方日志里，不在你这边。',
    },
    compareWith: [
      {
        key: '251',
        difference: {
          en: 'Both accept the recipient; 251 adds that the mail will be forwarded to another address.',
          'zh-cn': '两者都接受收件人；251 额外说明邮件会转发到另一地址。',
        },
      },
      {
        key: '252',
        difference: {
          en: '250 to `VRFY` confirms the mailbox; 252 declines to confirm but will try to deliver.',
          'zh-cn': '对 `VRFY` 的 250 确认邮箱存在；252 不予确认，但会尝试投递。',
        },
      },
      {
        key: '354',
        difference: {
          en: '354 is only half of `DATA`; the message counts as accepted with the 250 after the dot.',
          'zh-cn': '354 只是 `DATA` 的前半程；句点之后的 250 才表示邮件被接受。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'A complete session, every command accepted', 'zh-cn': '完整会话，每条命令都被接受' },
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
S: 250 2.0.0 Queued as 4A1B2C
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [],
        explanation: {
          en:
            'Each 250 completes one command; the one with the queue id, after the dot, is the one that counts as ' +
            '"sent".',
          'zh-cn': '每个 250 完成一条命令；句点之后、带队列 ID 的那一个才算“已发送”。',
        },
      },
    ],
    seeAlso: ['MAIL', 'RCPT', 'DATA', 'EHLO', '251', '252', '354'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    glossary: ['mail-transaction', 'email-queue', 'status-code'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '4.2.5', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.5' },
    ],
  },
  {
    kind: 'reply-code',
    key: '251',
    code: 251,
    title: { en: 'User not local, will forward', 'zh-cn': '非本地用户，将转发' },
    meaning: {
      en:
        'The recipient does not live here, but the server takes the message and forwards it to the address named ' +
        'in the reply.',
      'zh-cn': '收件人不在本服务器，但服务器会收下邮件并转发到应答中给出的地址。',
    },
    // ETRN gives 251 another meaning: no messages waiting for the node (RFC 1985, section 5.1).
    answers: ['RCPT', 'VRFY', 'ETRN'],
    whenYouSeeIt: {
      en:
        '- `RCPT` or `VRFY` for someone who moved and left a forwarding address that the server may disclose.\n' +
        '- After `ETRN` it means something else: no messages are waiting for that node.',
      'zh-cn':
        '- 对已迁走且留有可公开转发地址的用户执行 `RCPT` 或 `VRFY`。\n' +
        '- 在 `ETRN` 之后含义不同：没有等待该节点的邮件。',
    },
    howToFix: {
      en:
        '- Nothing is wrong: treat it like 250. The user may update the address book.\n' +
        '- A client must not readdress by itself unless it trusts the server; a false 251 would redirect mail.',
      'zh-cn':
        '- 没有错误：按 250 处理即可。用户可据此更新通讯录。\n' +
        '- 除非信任该服务器，客户端不应自动改投；伪造的 251 会把邮件引向他处。',
    },
    compareWith: [
      {
        key: '551',
        difference: {
          en: '251 forwards for you; 551 refuses and leaves it to you to send to the new address.',
          'zh-cn': '251 替你转发；551 拒收，由你自行改发到新地址。',
        },
      },
      {
        key: '250',
        difference: {
          en: '250 accepts without saying where the mail goes next.',
          'zh-cn': '250 只表示接受，不说明邮件接下来去哪里。',
        },
      },
    ],
    scenarios: [scenario251],
    seeAlso: ['551', '250', 'RCPT', 'VRFY', 'ETRN'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['forward-path', 'smtp-relay'],
    sources: [
      { document: 'RFC 5321', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.4' },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 1985', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc1985.html#section-5.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '252',
    code: 252,
    title: { en: 'Cannot verify user, but will try to deliver', 'zh-cn': '无法验证用户，但会尝试投递' },
    meaning: {
      en: 'The server neither confirms nor denies that the mailbox exists; it would take a message for it and try.',
      'zh-cn': '服务器既不确认也不否认该邮箱存在；若有邮件，它会收下并尝试投递。',
    },
    // ETRN gives 252 another meaning: pending messages for the node have been started (RFC 1985, section 5.1).
    answers: ['VRFY', 'EXPN', 'ETRN'],
    whenYouSeeIt: {
      en:
        '- `VRFY` on a server that hides its users from address harvesters; the usual answer today.\n' +
        '- A relay that cannot check the mailbox because it lives behind another server.\n' +
        '- After `ETRN`: delivery of the pending messages was started.',
      'zh-cn':
        '- 服务器为防地址收集而不透露用户，对 `VRFY` 最常见的回答。\n' +
        '- 中继服务器无法核实位于另一台服务器后面的邮箱。\n' +
        '- 在 `ETRN` 之后：已开始投递等待中的邮件。',
    },
    howToFix: {
      en:
        '- Do not count it as proof that the address exists.\n' +
        '- To learn whether an address takes mail, send a message and read the reply to `RCPT`.',
      'zh-cn': '- 不要把它当作地址存在的证明。\n' + '- 想知道某地址能否收信，请实际发送并查看 `RCPT` 的应答。',
    },
    compareWith: [
      {
        key: '250',
        difference: {
          en: '250 to `VRFY` vouches for the mailbox; 252 does not.',
          'zh-cn': '对 `VRFY` 的 250 为邮箱作保；252 不作保。',
        },
      },
      {
        key: '502',
        difference: {
          en: '502 says that `VRFY` is not implemented; 252 says that it is, but gives no answer.',
          'zh-cn': '502 表示未实现 `VRFY`；252 表示已实现但不给结论。',
        },
      },
    ],
    scenarios: [scenario252],
    seeAlso: ['VRFY', 'EXPN', '250', '502', '550'],
    guides: ['smtp-reply-codes'],
    glossary: ['forward-path'],
    sources: [
      { document: 'RFC 5321', section: '3.5.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.5.3' },
      { document: 'RFC 5321', section: '7.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-7.3' },
      { document: 'RFC 1985', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc1985.html#section-5.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '253',
    code: 253,
    title: { en: 'ETRN: pending messages started', 'zh-cn': 'ETRN：已开始投递等待中的邮件' },
    meaning: {
      en: 'The server has started to deliver the stated number of messages that were waiting for the node.',
      'zh-cn': '服务器已开始投递等待该节点的邮件，应答中给出了数量。',
    },
    answers: ['ETRN'],
    whenYouSeeIt: {
      en: '- In answer to `ETRN example.org`, when the server knows how many messages are queued.',
      'zh-cn': '- 回复 `ETRN example.org`，且服务器知道队列中有多少封邮件。',
    },
    howToFix: {
      en: 'Nothing to fix. The messages arrive over new connections to your MX host, not over this session.',
      'zh-cn': '无需处理。邮件会通过新的连接送到你的 MX 主机，而不是走当前会话。',
    },
    compareWith: [
      {
        key: '250',
        difference: {
          en: '250 to `ETRN` says that queue processing began; 253 adds the number of messages.',
          'zh-cn': '对 `ETRN` 的 250 只说明队列处理已开始；253 还给出邮件数量。',
        },
      },
      {
        key: '251',
        difference: {
          en: '251 to `ETRN` says that nothing is waiting.',
          'zh-cn': '对 `ETRN` 的 251 表示没有等待的邮件。',
        },
      },
    ],
    scenarios: [scenario253],
    seeAlso: ['ETRN', '250', '251', '252', '458', '459'],
    guides: ['smtp-reply-codes'],
    glossary: ['email-queue', 'mx-record'],
    sources: [{ document: 'RFC 1985', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc1985.html#section-5.1' }],
  },
];
