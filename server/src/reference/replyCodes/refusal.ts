import type { ReplyCodeEntry } from '../entry';
import { scenario553 } from '../scenarios/envelope';
import { scenario551 } from '../scenarios/information';

/** Replies 550 to 553: what is refused about a mailbox or message. */
export const refusalReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '550',
    code: 550,
    title: { en: 'Mailbox unavailable or refused by policy', 'zh-cn': '邮箱不可用或被策略拒绝' },
    meaning: {
      en:
        'A permanent no: the mailbox does not exist, may not be used by you, or a policy refuses the sender or ' +
        'message. The enhanced code and the text say which.',
      'zh-cn': '永久拒绝：邮箱不存在、你无权使用，或策略拒绝该发件人或邮件。具体原因看增强代码和文字。',
    },
    // RFC 5321, section 4.3.2; BDAT and BURL answer like the end of mail data; XCLIENT, XFORWARD: Postfix.
    // DATA is not in RFC 5321 §4.3.2, but servers with a policy at DATA answer so; its first digit counts (§4.2.1).
    answers: [
      'EHLO',
      'HELO',
      'MAIL',
      'RCPT',
      'MESSAGE',
      'BDAT',
      'BURL',
      'VRFY',
      'EXPN',
      'SEND',
      'SOML',
      'SAML',
      'XCLIENT',
      'XFORWARD',
      'DATA',
      'LHLO',
    ],
    whenYouSeeIt: {
      en:
        '- `550 5.1.1` to `RCPT`: no such user; misspelt, closed, or never existed.\n' +
        '- `550 5.7.1`: relaying denied, block list, spam filter, or not allowed to write to this address.\n' +
        '- `550 5.7.26` and relatives after the message: SPF, DKIM or DMARC failed (Gmail, Yahoo, Microsoft).\n' +
        '- `550 5.7.25`: the sending IP address has no matching reverse DNS.\n' +
        '- To `MAIL`: sender domain unknown, or the login may not use this sender.',
      'zh-cn':
        '- 对 `RCPT` 的 `550 5.1.1`：没有该用户；拼写错误、已注销或从未存在。\n' +
        '- `550 5.7.1`：拒绝中继、黑名单、垃圾邮件过滤，或不允许给该地址写信。\n' +
        '- 邮件之后的 `550 5.7.26` 等：SPF、DKIM 或 DMARC 未通过（Gmail、Yahoo、Microsoft）。\n' +
        '- `550 5.7.25`：发送 IP 没有匹配的反向 DNS。\n' +
        '- 对 `MAIL`：发件域未知，或登录用户无权使用该发件人。',
    },
    howToFix: {
      en:
        '- Client: do not retry unchanged; bounce it to the sender with the full text, and take dead addresses off ' +
        'the list.\n' +
        '- User: check the spelling; ask the recipient by another way.\n' +
        "- Relaying denied: log in (ports 587, 465), or deliver to the MX of the recipient's domain.\n" +
        '- Policy: read the link in the text; then SPF, DKIM, DMARC, PTR record, block lists.',
      'zh-cn':
        '- 客户端：不要原样重试；带完整文字退回发件人，并从名单中移除失效地址。\n' +
        '- 用户：检查拼写；换其他方式联系收件人。\n' +
        '- 拒绝中继：先登录（端口 587、465），或直接投递到收件域的 MX。\n' +
        '- 策略：打开文字中的链接，依次检查 SPF、DKIM、DMARC、PTR 记录、黑名单。',
    },
    compareWith: [
      {
        key: '551',
        difference: {
          en: '551 tells (or hints) where the user went; 550 does not.',
          'zh-cn': '551 说明（或暗示）用户去向；550 不说明。',
        },
      },
      {
        key: '553',
        difference: {
          en: '553 finds the name itself unacceptable; 550 accepts the name and refuses the mailbox.',
          'zh-cn': '553 不接受名称本身；550 认可名称但拒绝该邮箱。',
        },
      },
      {
        key: '554',
        difference: {
          en: '554 refuses the whole transaction or connection; 550 usually one address or one message by policy.',
          'zh-cn': '554 拒绝整个事务或连接；550 通常针对某个地址，或因策略拒绝某封邮件。',
        },
      },
      {
        key: '450',
        difference: { en: '450 is the temporary twin: retry.', 'zh-cn': '450 是对应的临时错误：可重试。' },
      },
      {
        key: '552',
        difference: { en: '552 is about size or quota.', 'zh-cn': '552 与大小或配额有关。' },
      },
    ],
    scenarios: [
      {
        title: {
          en: 'No such user; the client goes on with the other recipient',
          'zh-cn': '查无此人；客户端继续投递其他收件人',
        },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Sender OK
C: RCPT TO:<bobb@example.org>
S: 550 5.1.1 <bobb@example.org>: User unknown
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
        findings: [{ line: 10, rule: 'delivery.recipient-refused' }],
        explanation: {
          en:
            'Only the refused recipient bounces; the transaction goes on with the accepted one. The misspelt ' +
            'address was taken out.',
          'zh-cn': '只有被拒的收件人退信；事务对已接受的收件人继续。之后删去了拼错的地址。',
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
        title: { en: 'Refused after the message for failed authentication', 'zh-cn': '邮件因验证失败在结束后被拒' },
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
S: 550 5.7.26 Unauthenticated mail from example.com is not accepted
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 21, rule: 'delivery.message-refused' }],
        explanation: {
          en:
            'Sender and recipient were fine; the message carried neither a valid DKIM signature nor came from an ' +
            'address that SPF allows. After the DNS records were set, the same mail passed.',
          'zh-cn':
            '发件人和收件人都没问题，但邮件没有有效 DKIM 签名，来源也不在 SPF 允许之列。设置 DNS 记录后，同一封邮件' +
            '通过。',
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
    seeAlso: ['551', '553', '554', '450', 'X.1.1', 'X.7.1', 'X.7.26', 'X.7.25'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard', 'spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc', 'open-relay', 'ptr-record', 'bounce-rate', 'backscatter'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.6.2' },
      { document: 'RFC 7372', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3' },
    ],
  },
  {
    kind: 'reply-code',
    key: '551',
    code: 551,
    title: { en: 'User not local, try another address', 'zh-cn': '非本地用户，请尝试其他地址' },
    meaning: {
      en: 'The recipient is not here, and this server will not forward; the text may name the address to use instead.',
      'zh-cn': '收件人不在此处，服务器也不会转发；文字中可能给出应使用的地址。',
    },
    answers: ['RCPT', 'VRFY'],
    whenYouSeeIt: {
      en:
        '- The user moved and the server prefers that senders learn the new address.\n' +
        '- Some servers say it for "relaying denied" (`551 5.7.1`).',
      'zh-cn': '- 用户已迁移，服务器希望发件人改用新地址。\n' + '- 有些服务器用它表示“拒绝中继”（`551 5.7.1`）。',
    },
    howToFix: {
      en:
        '- User: check the new address by another way, then send again; update the address book.\n' +
        '- Client: do not readdress by itself, the reply may be forged or outdated.\n' +
        '- With relaying in the text: log in, or use the right outgoing server.',
      'zh-cn':
        '- 用户：通过其他途径确认新地址后重发，并更新通讯录。\n' +
        '- 客户端：不要自动改投，该应答可能是伪造的或已过时。\n' +
        '- 文字提到中继：先登录，或改用正确的外发服务器。',
    },
    compareWith: [
      {
        key: '251',
        difference: { en: '251 forwards for you, 551 does not.', 'zh-cn': '251 会替你转发，551 不会。' },
      },
      {
        key: '550',
        difference: { en: '550 gives no other address.', 'zh-cn': '550 不提供其他地址。' },
      },
      {
        key: '553',
        difference: { en: '553 rejects the name as such.', 'zh-cn': '553 拒绝的是名称本身。' },
      },
    ],
    scenarios: [scenario551],
    seeAlso: ['251', '550', '553', 'X.1.6', 'X.7.1'],
    guides: ['rfc-5321-deep-dive', 'smtp-delivery-failures'],
    glossary: ['smtp-relay', 'forward-path'],
    sources: [
      { document: 'RFC 5321', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.4' },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
    ],
  },
  {
    kind: 'reply-code',
    key: '552',
    code: 552,
    title: { en: 'Exceeded storage allocation or size limit', 'zh-cn': '超出存储配额或大小限制' },
    meaning: {
      en: 'The message is larger than allowed, or the mailbox is over its quota; this message will not be taken.',
      'zh-cn': '邮件超出允许大小，或邮箱超出配额；这封邮件不会被接收。',
    },
    // DATA is not in RFC 5321 §4.3.2, but servers with a policy at DATA answer so; its first digit counts (§4.2.1).
    answers: ['MAIL', 'RCPT', 'MESSAGE', 'BDAT', 'BURL', 'DATA', 'SEND', 'SOML', 'SAML'],
    whenYouSeeIt: {
      en:
        '- To `MAIL … SIZE=`: the declared size is above the limit in the `EHLO` reply (`552 5.3.4`).\n' +
        '- After the data: the real size is above the limit; the whole upload was wasted.\n' +
        "- To `RCPT` or after the data: the recipient's mailbox is full (`552 5.2.2`), or it takes no message so " +
        'long (`552 5.2.3`).\n' +
        '- Gmail uses `552 5.7.0` for forbidden attachments.',
      'zh-cn':
        '- 对 `MAIL … SIZE=`：声明的大小超过 `EHLO` 应答中的上限（`552 5.3.4`）。\n' +
        '- 数据之后：实际大小超限，整个上传都白费了。\n' +
        '- 对 `RCPT` 或数据之后：收件人邮箱已满（`552 5.2.2`），或不接收这么长的邮件（`552 5.2.3`）。\n' +
        '- Gmail 用 `552 5.7.0` 表示禁止的附件类型。',
    },
    howToFix: {
      en:
        '- Client: compare with the number after `SIZE` in the `EHLO` reply and send `SIZE=` with `MAIL`, so that ' +
        'the refusal comes before the upload.\n' +
        '- User: Base64 makes attachments a third larger; shrink them or share a link.\n' +
        '- Mailbox full: only the recipient can make room. RFC 5321 lets clients treat 552 to `RCPT` as 452, for ' +
        'old servers that meant "too many recipients".',
      'zh-cn':
        '- 客户端：与 `EHLO` 应答中 `SIZE` 后的数字比较，并在 `MAIL` 中带上 `SIZE=`，使拒绝发生在上传之前。\n' +
        '- 用户：Base64 会让附件增大三分之一；请压缩或改发链接。\n' +
        '- 邮箱已满：只有收件人能清理。RFC 5321 允许客户端把对 `RCPT` 的 552 当作 452，因为旧服务器曾用它表示收件人' +
        '过多。',
    },
    compareWith: [
      {
        key: '452',
        difference: {
          en: '452 is temporary: no room now. 552 is final for this message.',
          'zh-cn': '452 是临时的：现在没有空间。552 对这封邮件是最终结果。',
        },
      },
      {
        key: '550',
        difference: { en: '550 has other reasons than size or quota.', 'zh-cn': '550 的原因与大小或配额无关。' },
      },
      {
        key: '554',
        difference: {
          en: '`554 5.3.4` is used by some servers for a message too big.',
          'zh-cn': '有些服务器用 `554 5.3.4` 表示邮件过大。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'Larger than the server said it takes', 'zh-cn': '超过服务器声明的上限' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> SIZE=25000000
S: 552 5.3.4 Message size exceeds fixed limit
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 7, rule: 'extension.size-exceeded' }],
        explanation: {
          en:
            'The `EHLO` reply offered `SIZE 10485760`. Declaring the size saved the upload; with a link instead of ' +
            'the attachment the mail fits.',
          'zh-cn': '`EHLO` 应答给出 `SIZE 10485760`。声明大小避免了无谓上传；用链接代替附件后即可发送。',
        },
        after: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> SIZE=2400
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
    seeAlso: ['452', 'SIZE', 'X.3.4', 'X.2.2', 'X.2.3'],
    guides: ['bounces-soft-hard', 'smtp-delivery-failures'],
    glossary: ['octet'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      {
        document: 'RFC 5321',
        section: '4.5.3.1.10',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.1.10',
      },
      { document: 'RFC 1870', section: '6.1', url: 'https://www.rfc-editor.org/rfc/rfc1870.html#section-6.1' },
      { document: 'RFC 1870', section: '6.3', url: 'https://www.rfc-editor.org/rfc/rfc1870.html#section-6.3' },
    ],
  },
  {
    kind: 'reply-code',
    key: '553',
    code: 553,
    title: { en: 'Mailbox name not allowed', 'zh-cn': '邮箱名称不允许' },
    meaning: {
      en:
        'The address is not acceptable as a mailbox name: malformed for this server, ambiguous, or not one that ' +
        'this session may use.',
      'zh-cn': '该地址不能作为邮箱名称：不符合服务器要求、有歧义，或本会话无权使用。',
    },
    answers: ['MAIL', 'RCPT', 'VRFY'],
    whenYouSeeIt: {
      en:
        '- Postfix, after login: `553 5.7.1 Sender address rejected: not owned by user`.\n' +
        '- Bad syntax or unknown domain in the address (`553 5.1.3`, `553 5.1.8`).\n' +
        "- qmail: `553 sorry, that domain isn't in my list of allowed rcpthosts`: relaying denied.\n" +
        '- A non-ASCII address without `SMTPUTF8` (`553 5.6.7`).\n' +
        '- To `VRFY`: the name fits several users.',
      'zh-cn':
        '- Postfix 登录后：`553 5.7.1 Sender address rejected: not owned by user`。\n' +
        '- 地址语法错误或域未知（`553 5.1.3`、`553 5.1.8`）。\n' +
        "- qmail：`553 sorry, that domain isn't in my list of allowed rcpthosts`，即拒绝中继。\n" +
        '- 未用 `SMTPUTF8` 的非 ASCII 地址（`553 5.6.7`）。\n' +
        '- 对 `VRFY`：名称匹配多个用户。',
    },
    howToFix: {
      en:
        '- Client: send with the address of the account that logged in, or have the other one added as alias.\n' +
        '- Check for spaces, quotes, two `@`, a missing domain.\n' +
        '- qmail text: log in, or use another outgoing server.',
      'zh-cn':
        '- 客户端：用登录账户自己的地址发送，或请管理员添加别名。\n' +
        '- 检查空格、引号、两个 `@`、缺失的域名。\n' +
        '- qmail 的文字：先登录，或改用其他外发服务器。',
    },
    compareWith: [
      {
        key: '550',
        difference: {
          en: '550: good name, no such or forbidden mailbox.',
          'zh-cn': '550：名称没问题，但邮箱不存在或被禁止。',
        },
      },
      {
        key: '501',
        difference: {
          en: '501: the line is malformed. 553: the line is fine, the mailbox name is not.',
          'zh-cn': '501：整行格式有误。553：整行没问题，邮箱名不行。',
        },
      },
      {
        key: '551',
        difference: { en: '551: the user is elsewhere.', 'zh-cn': '551：用户在别处。' },
      },
    ],
    scenarios: [scenario553],
    seeAlso: ['550', '501', '551', 'X.1.3', 'X.1.7', 'X.1.8', 'X.6.7'],
    guides: ['smtp-delivery-failures'],
    glossary: ['reverse-path', 'open-relay'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '3.5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.5.1' },
      { document: 'RFC 6531', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-3.2' },
    ],
  },
];
