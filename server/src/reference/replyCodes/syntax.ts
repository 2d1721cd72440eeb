import type { ReplyCodeEntry } from '../entry';
import { scenario502, scenario504 } from '../scenarios/information';

/** Replies 50z about the form of a command. */
export const syntaxReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '500',
    code: 500,
    title: { en: 'Syntax error, command not recognised', 'zh-cn': '语法错误，无法识别命令' },
    meaning: {
      en:
        'The server does not know this command word, or the line could not be read as a command at all, for ' +
        'example because it is too long.',
      'zh-cn': '服务器不认识该命令字，或根本无法把这一行读成命令，例如行过长。',
    },
    answers: ['ANY'],
    whenYouSeeIt: {
      en:
        '- A typing error or another protocol on the port: HTTP `GET`, a TLS handshake sent to a plain-text port.\n' +
        '- `EHLO` to a very old server: answer with `HELO`.\n' +
        '- An extension verb that was never offered: `BDAT`, `AUTH`, `STARTTLS`, `XCLIENT`.\n' +
        '- Mail data read as commands: the client sent the message although `DATA` was refused.\n' +
        "- A Base64 line of `AUTH` longer than the server's buffer (`500 5.5.6`).",
      'zh-cn':
        '- 打错字，或端口上跑的是别的协议：HTTP `GET`、把 TLS 握手发到明文端口。\n' +
        '- 对很旧的服务器发送 `EHLO`：改用 `HELO`。\n' +
        '- 使用了从未提供的扩展命令：`BDAT`、`AUTH`、`STARTTLS`、`XCLIENT`。\n' +
        '- 邮件数据被当成命令：`DATA` 已被拒绝，客户端仍发送了邮件。\n' +
        '- `AUTH` 的 Base64 行超过服务器缓冲区（`500 5.5.6`）。',
    },
    howToFix: {
      en:
        '- Client: use only verbs of RFC 5321 and of extensions that the last `EHLO` reply offered.\n' +
        '- Many 500 in a row? Look at the first refused command before them, and wait for 354 before sending mail ' +
        'data.\n' +
        '- Check the port: 465 wants TLS from the first byte, 25 and 587 want plain text and `STARTTLS`.',
      'zh-cn':
        '- 客户端：只使用 RFC 5321 的命令，以及最近一次 `EHLO` 应答提供的扩展命令。\n' +
        '- 连续出现许多 500？请看它们之前第一条被拒的命令；收到 354 之前不要发送邮件数据。\n' +
        '- 检查端口：465 从第一个字节起就是 TLS，25 和 587 则先明文再 `STARTTLS`。',
    },
    compareWith: [
      {
        key: '502',
        difference: {
          en: '500: never heard of it. 502: known, but not implemented or switched off here.',
          'zh-cn': '500：从未听说。502：认识，但此处未实现或已关闭。',
        },
      },
      {
        key: '501',
        difference: { en: '501: the verb is known, its argument is wrong.', 'zh-cn': '501：命令认识，但参数有误。' },
      },
      {
        key: '503',
        difference: { en: '503: the command is fine, its moment is not.', 'zh-cn': '503：命令没问题，时机不对。' },
      },
    ],
    scenarios: [
      {
        title: { en: 'A verb from nowhere', 'zh-cn': '凭空出现的命令' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: SENDMAIL FROM:<alice@example.com>
S: 500 5.5.2 Error: command not recognized
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 7, rule: 'syntax.unknown-verb' }],
        explanation: {
          en: 'There is no such verb. The command that opens a transaction is `MAIL`.',
          'zh-cn': '没有这个命令。开启事务的命令是 `MAIL`。',
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
    seeAlso: ['501', '502', '503', 'EHLO', 'X.5.2', 'X.5.6'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    glossary: ['request-response-model'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.2.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.4' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
    ],
  },
  {
    kind: 'reply-code',
    key: '501',
    code: 501,
    title: { en: 'Syntax error in parameters or arguments', 'zh-cn': '参数或变量语法错误' },
    meaning: {
      en:
        'The verb is known, but what follows it is malformed: an address, a host name, a parameter, or an argument ' +
        'where none is allowed.',
      'zh-cn': '命令认识，但后面的内容格式不对：地址、主机名、参数，或在不允许带参数处带了参数。',
    },
    answers: ['ANY'],
    whenYouSeeIt: {
      en:
        '- `MAIL FROM: alice@example.com`: angle brackets missing, or a space after the colon.\n' +
        '- `EHLO` without a name or with an invalid one (underscore, bare IP address without `[ ]`).\n' +
        '- `DATA`, `RSET`, `QUIT` or `STARTTLS` with an argument.\n' +
        '- `AUTH`: a line that is not Base64, or the client cancelled with `*`.\n' +
        '- `SIZE=` without a number; an unquoted space or a non-ASCII address without `SMTPUTF8`.',
      'zh-cn':
        '- `MAIL FROM: alice@example.com`：缺少尖括号，或冒号后多了空格。\n' +
        '- `EHLO` 没有名称或名称无效（含下划线，IP 地址未加 `[ ]`）。\n' +
        '- `DATA`、`RSET`、`QUIT`、`STARTTLS` 带了参数。\n' +
        '- `AUTH`：某行不是 Base64，或客户端以 `*` 取消。\n' +
        '- `SIZE=` 后没有数字；未加引号的空格；未用 `SMTPUTF8` 的非 ASCII 地址。',
    },
    howToFix: {
      en:
        '- Client: write `MAIL FROM:<address>` with no space after the colon and parameters after one space.\n' +
        '- Greet with a fully qualified domain name or an address literal such as `[192.0.2.5]`.\n' +
        '- Clean addresses before use: no display name, no line break, one address a `RCPT`.',
      'zh-cn':
        '- 客户端：写成 `MAIL FROM:<地址>`，冒号后无空格，参数前留一个空格。\n' +
        '- 用完整域名或形如 `[192.0.2.5]` 的地址字面量问候。\n' +
        '- 使用前清理地址：不含显示名和换行，每个 `RCPT` 一个地址。',
    },
    compareWith: [
      {
        key: '555',
        difference: {
          en: '501: written wrongly. 555: a `MAIL` or `RCPT` parameter that the server does not recognise or implement.',
          'zh-cn': '501：写法有误。555：服务器不认识或未实现的 `MAIL`、`RCPT` 参数。',
        },
      },
      {
        key: '504',
        difference: {
          en: '504: well written, but this value is not implemented.',
          'zh-cn': '504：写法正确，但该取值未实现。',
        },
      },
      {
        key: '553',
        difference: {
          en: '553 judges the mailbox name, 501 the syntax of the line.',
          'zh-cn': '553 针对邮箱名，501 针对整行语法。',
        },
      },
      {
        key: '500',
        difference: {
          en: '500 means that the verb itself was not understood.',
          'zh-cn': '500 表示命令字本身无法理解。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'Missing angle brackets', 'zh-cn': '缺少尖括号' },
        before: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-SIZE 10485760
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM: alice@example.com
S: 501 5.1.7 Bad sender address syntax
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 7, rule: 'syntax.path' }],
        explanation: {
          en:
            'The path must stand in angle brackets right after the colon. Many servers forgive this; strict ones ' +
            'do not.',
          'zh-cn': '路径须紧跟冒号写在尖括号内。许多服务器会容忍，严格的服务器则不会。',
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
    seeAlso: ['500', '504', '553', '555', 'X.5.2', 'X.5.4', 'X.1.3', 'X.1.7'],
    guides: ['smtp-reply-codes'],
    glossary: ['reverse-path', 'forward-path'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 5321', section: '4.1.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.2' },
    ],
  },
  {
    kind: 'reply-code',
    key: '502',
    code: 502,
    title: { en: 'Command not implemented', 'zh-cn': '命令未实现' },
    meaning: {
      en: 'The server recognises the command but does not implement it, or its operator switched it off.',
      'zh-cn': '服务器认识该命令，但没有实现，或已被管理员关闭。',
    },
    // RFC 5321, section 4.2.4 allows it for any recognised command; those every server must implement (section 4.5.1)
    // are left out, but for HELO and EHLO, where section 4.3.2 names it.
    answers: [
      'EHLO',
      'HELO',
      'VRFY',
      'EXPN',
      'HELP',
      'SEND',
      'SOML',
      'SAML',
      'TURN',
      'ETRN',
      'ATRN',
      'AUTH',
      'STARTTLS',
      'BDAT',
      'BURL',
      'LHLO',
      'XCLIENT',
      'XFORWARD',
      'VERB',
      'ONEX',
      'XUSR',
      'DEBUG',
    ],
    whenYouSeeIt: {
      en:
        '- `VRFY` and `EXPN` disabled against address harvesting.\n' +
        '- `AUTH` on a port where logging in is off; `STARTTLS` without a certificate.\n' +
        '- `EHLO` to a server that speaks only `HELO`.\n' +
        '- Postfix also says `502 5.5.2 Error: command not recognized` for unknown words.',
      'zh-cn':
        '- 为防地址收集而禁用的 `VRFY` 和 `EXPN`。\n' +
        '- 端口不允许登录时的 `AUTH`；没有证书时的 `STARTTLS`。\n' +
        '- 对只会 `HELO` 的服务器发送 `EHLO`。\n' +
        '- Postfix 对不认识的命令也回 `502 5.5.2 Error: command not recognized`。',
    },
    howToFix: {
      en:
        '- Client: go on without the command; for `EHLO`, fall back to `HELO`.\n' +
        '- Do not use what `EHLO` did not offer; a server must not offer what it answers with 502.\n' +
        '- Wrong port? Log in on 587 or 465, not on 25.',
      'zh-cn':
        '- 客户端：不用该命令继续；若是 `EHLO`，退回 `HELO`。\n' +
        '- 不要使用 `EHLO` 未提供的命令；服务器也不得提供会以 502 回答的命令。\n' +
        '- 端口错了？登录应走 587 或 465，而不是 25。',
    },
    compareWith: [
      {
        key: '500',
        difference: { en: '500 means not recognised at all.', 'zh-cn': '500 表示完全不认识。' },
      },
      {
        key: '252',
        difference: {
          en: '252 to `VRFY` keeps the secret without refusing the command.',
          'zh-cn': '对 `VRFY` 的 252 既保密又不拒绝命令。',
        },
      },
      {
        key: '504',
        difference: { en: '504 is about a parameter, 502 about the command.', 'zh-cn': '504 针对参数，502 针对命令。' },
      },
    ],
    scenarios: [scenario502],
    seeAlso: ['500', '504', '252', 'VRFY', 'EXPN', 'EHLO', 'X.5.1'],
    guides: ['smtp-reply-codes'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 5321', section: '4.2.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.4' },
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
    ],
  },
  {
    kind: 'reply-code',
    key: '504',
    code: 504,
    title: { en: 'Command parameter not implemented', 'zh-cn': '命令参数未实现' },
    meaning: {
      en: 'The command and its form are right, but this particular value is not supported here.',
      'zh-cn': '命令和写法都正确，但此处不支持该取值。',
    },
    answers: ['EHLO', 'HELO', 'VRFY', 'EXPN', 'HELP', 'AUTH', 'LHLO', 'BURL', 'X-EXPS', 'XEXCH50'],
    whenYouSeeIt: {
      en:
        '- `AUTH` with a mechanism that the server does not offer: `504 5.5.4 Unrecognized authentication type`.\n' +
        '- Postfix: `504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname`; by default it says so ' +
        'only at `RCPT`.',
      'zh-cn':
        '- `AUTH` 使用服务器未提供的机制：`504 5.5.4 Unrecognized authentication type`。\n' +
        '- Postfix：`504 5.5.2 <pc>: Helo command rejected: need fully-qualified hostname`；默认到 `RCPT` 才回。',
    },
    howToFix: {
      en:
        '- Client, `AUTH`: choose from the mechanisms in the current `EHLO` reply; the list may differ before and ' +
        'after `STARTTLS`.\n' +
        '- Client, `EHLO`: greet with a full domain name, not with a bare computer name or `localhost`.',
      'zh-cn':
        '- 客户端，`AUTH`：从当前 `EHLO` 应答的机制中选择；`STARTTLS` 前后列表可能不同。\n' +
        '- 客户端，`EHLO`：用完整域名问候，不要用单独的计算机名或 `localhost`。',
    },
    compareWith: [
      {
        key: '555',
        difference: {
          en: '555 is the code for parameters of `MAIL` and `RCPT`.',
          'zh-cn': '`MAIL` 和 `RCPT` 的参数问题用 555。',
        },
      },
      {
        key: '501',
        difference: {
          en: '501 is malformed, 504 is well formed but not available.',
          'zh-cn': '501 是格式错误，504 是格式正确但不可用。',
        },
      },
      {
        key: '502',
        difference: { en: '502 concerns the whole command.', 'zh-cn': '502 针对整条命令。' },
      },
      {
        key: '534',
        difference: {
          en: '534: the mechanism exists, but policy finds it too weak for this user.',
          'zh-cn': '534：机制存在，但策略认为它对该用户太弱。',
        },
      },
    ],
    scenarios: [scenario504],
    seeAlso: ['AUTH', 'EHLO', '501', '502', '534', '555', 'X.5.4', 'X.7.4'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 5321', section: '4.2.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.3' },
      { document: 'RFC 5321', section: '4.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.2' },
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
    ],
  },
];
