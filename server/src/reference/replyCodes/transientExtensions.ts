import type { ReplyCodeEntry } from '../entry';
import { scenario432 } from '../scenarios/authentication';
import { scenario453, scenario458, scenario459 } from '../scenarios/queue';

/** Replies 4yz of service extensions: AUTH, STARTTLS, ETRN, ATRN. */
export const transientExtensionReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '432',
    code: 432,
    title: { en: 'Password transition needed', 'zh-cn': '需要转换密码' },
    meaning: {
      en:
        'The account exists, but the server holds no password in the form that the chosen mechanism needs; logging ' +
        'in once with PLAIN lets it create one.',
      'zh-cn': '账户存在，但服务器没有所选机制需要的密码形式；用 PLAIN 登录一次即可生成。',
    },
    answers: ['AUTH'],
    whenYouSeeIt: {
      en:
        '- `AUTH CRAM-MD5` or `DIGEST-MD5` against accounts whose passwords were migrated as one-way hashes (`432 ' +
        '4.7.12`).\n' +
        '- Exchange uses the same number for something else: `432 4.3.2 STOREDRV…`, a mailbox store too busy to ' +
        'take the message.',
      'zh-cn':
        '- 对以单向散列迁移来的账户使用 `AUTH CRAM-MD5` 或 `DIGEST-MD5`（`432 4.7.12`）。\n' +
        '- Exchange 用同一数字表示别的情况：`432 4.3.2 STOREDRV…`，即邮箱存储过于繁忙，暂不收信。',
    },
    howToFix: {
      en:
        '- Client: start TLS, authenticate once with `AUTH PLAIN`; afterwards the other mechanism works.\n' +
        '- Server operator: do not offer mechanisms for which accounts have no stored secret.\n' +
        '- With STOREDRV in the text: wait; the sending server retries by itself.',
      'zh-cn':
        '- 客户端：先启动 TLS，用 `AUTH PLAIN` 验证一次；之后另一机制即可使用。\n' +
        '- 服务器管理员：账户没有相应密钥时，不要提供该机制。\n' +
        '- 文字中有 STOREDRV：等待即可，发送方服务器会自动重试。',
    },
    compareWith: [
      {
        key: '454',
        difference: {
          en: '454 is a fault of the server during `AUTH`; 432 needs an action by the user.',
          'zh-cn': '454 是 `AUTH` 期间的服务器故障；432 需要用户操作。',
        },
      },
      {
        key: '534',
        difference: {
          en: '534 says the mechanism is too weak; 432 says it lacks a password in the right form.',
          'zh-cn': '534 表示机制太弱；432 表示缺少相应形式的密码。',
        },
      },
      {
        key: '535',
        difference: { en: '535 says that the credentials are wrong.', 'zh-cn': '535 表示凭据错误。' },
      },
    ],
    scenarios: [scenario432],
    seeAlso: ['AUTH', '534', '535', '454', 'X.7.12'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [{ document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' }],
  },
  {
    kind: 'reply-code',
    key: '453',
    code: 453,
    title: { en: 'ATRN: you have no mail', 'zh-cn': 'ATRN：没有等待的邮件' },
    meaning: {
      en:
        'On-demand mail relay: the provider holds no messages for the authenticated domain, so the roles are not ' +
        'reversed.',
      'zh-cn': '按需邮件中继：服务商那里没有属于该已验证域的邮件，因此不进行角色互换。',
    },
    answers: ['ATRN'],
    whenYouSeeIt: {
      en:
        '- In answer to `ATRN` on port 366, when the queue is empty.\n' +
        '- The IANA registry also lists it with X.3.2 (system not accepting messages).',
      'zh-cn': '- 在 366 端口回复 `ATRN`，而队列为空。\n' + '- IANA 注册表还把它与 X.3.2（系统不接收邮件）关联。',
    },
    howToFix: {
      en: 'Nothing to fix: send `QUIT` and poll again later.',
      'zh-cn': '无需处理：发送 `QUIT`，稍后再来查询。',
    },
    compareWith: [
      {
        key: '450',
        difference: {
          en: '450 to `ATRN` refuses the request; 453 accepts it but has nothing to send.',
          'zh-cn': '对 `ATRN` 的 450 是拒绝请求；453 是没有可发送的内容。',
        },
      },
      {
        key: '251',
        difference: {
          en: '251 to `ETRN` says the same for ETRN: nothing is waiting.',
          'zh-cn': '对 `ETRN` 的 251 表达同样意思：没有等待的邮件。',
        },
      },
    ],
    scenarios: [scenario453],
    seeAlso: ['ATRN', '450', '451', '530', 'ETRN', 'X.3.2'],
    guides: ['smtp-reply-codes'],
    glossary: ['email-queue'],
    sources: [
      { document: 'RFC 2645', section: '7', url: 'https://www.rfc-editor.org/rfc/rfc2645.html#section-7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '454',
    code: 454,
    title: { en: 'TLS or authentication temporarily not available', 'zh-cn': 'TLS 或身份验证暂不可用' },
    meaning: {
      en:
        'The server cannot do `STARTTLS` or `AUTH` at this moment because of a fault on its side; the connection ' +
        'stays as it was.',
      'zh-cn': '由于服务器自身的故障，暂时无法执行 `STARTTLS` 或 `AUTH`；连接保持原状。',
    },
    answers: ['STARTTLS', 'AUTH', 'X-EXPS', 'X-ANONYMOUSTLS'],
    whenYouSeeIt: {
      en:
        '- `454 4.7.0 TLS not available due to local problem`: certificate or key missing, unreadable or broken; ' +
        'no random source.\n' +
        '- `454 4.7.0 Temporary authentication failure`: the password database, LDAP, Dovecot or saslauthd does ' +
        'not answer.\n' +
        '- Some relays misuse it as `454 4.7.1 Relay access denied` to `RCPT`.',
      'zh-cn':
        '- `454 4.7.0 TLS not available due to local problem`：证书或私钥缺失、不可读或损坏；缺少随机源。\n' +
        '- `454 4.7.0 Temporary authentication failure`：密码库、LDAP、Dovecot 或 saslauthd 无响应。\n' +
        '- 有些中继误用为对 `RCPT` 的 `454 4.7.1 Relay access denied`。',
    },
    howToFix: {
      en:
        '- Client: decide before going on. If policy demands TLS, quit; never send a password without TLS instead.\n' +
        '- Client, `AUTH`: retry later with the same password; it was not judged wrong.\n' +
        "- Server operator: check certificate paths and permissions, then the authentication backend's log.",
      'zh-cn':
        '- 客户端：继续之前先做决定。若策略要求 TLS 就退出；绝不能改为明文发送密码。\n' +
        '- 客户端，`AUTH`：稍后用同一密码重试；密码并未被判定为错误。\n' +
        '- 服务器管理员：检查证书路径和权限，再查看验证后端的日志。',
    },
    compareWith: [
      {
        key: '535',
        difference: {
          en: '535 judges the credentials wrong; 454 could not judge them.',
          'zh-cn': '535 判定凭据错误；454 是无法判定。',
        },
      },
      {
        key: '501',
        difference: {
          en: '501 to `STARTTLS` means that the client added a parameter.',
          'zh-cn': '对 `STARTTLS` 的 501 表示客户端带了参数。',
        },
      },
      {
        key: '554',
        difference: {
          en: 'After a completed handshake that is too weak, servers answer 554, not 454.',
          'zh-cn': '握手完成但强度不足时，服务器回 554 而不是 454。',
        },
      },
    ],
    scenarios: [
      {
        title: {
          en: 'STARTTLS fails and the client sends the password anyway',
          'zh-cn': 'STARTTLS 失败后客户端仍发送密码',
        },
        before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 454 4.7.0 TLS not available due to local problem
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [
          { line: 8, rule: 'tls.starttls-refused' },
          { line: 9, rule: 'security.cleartext-credentials' },
        ],
        explanation: {
          en:
            '454 leaves the connection in clear text, and the client went on as if TLS were there. With the ' +
            "server's certificate repaired the password travels inside TLS.",
          'zh-cn': '454 之后连接仍是明文，而客户端当作已有 TLS 继续。修好服务器证书后，密码在 TLS 内传输。',
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
      },
    ],
    seeAlso: ['STARTTLS', 'AUTH', '535', '530', '220', 'X.7.0'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls', 'tls-handshake', 'smtp-authentication'],
    sources: [
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
    ],
  },
  {
    kind: 'reply-code',
    key: '458',
    code: 458,
    title: { en: 'ETRN: unable to queue messages', 'zh-cn': 'ETRN：无法将邮件排入队列' },
    meaning: {
      en:
        "The server could not start delivery of the messages waiting for that node; the reason is on the server's " +
        'side and temporary.',
      'zh-cn': '服务器无法开始投递等待该节点的邮件；原因在服务器一侧且是暂时的。',
    },
    answers: ['ETRN'],
    whenYouSeeIt: {
      en: '- `ETRN` while the queue runner is overloaded or the queue is locked.',
      'zh-cn': '- 队列处理程序过载或队列被锁定时收到 `ETRN`。',
    },
    howToFix: {
      en: '- Client: ask again later. The mail is not lost and will also be retried on schedule.',
      'zh-cn': '- 客户端：稍后再次请求。邮件没有丢失，也会按计划重试。',
    },
    compareWith: [
      {
        key: '459',
        difference: {
          en: '458 is a fault; 459 forbids `ETRN` for that node.',
          'zh-cn': '458 是故障；459 是不允许对该节点执行 `ETRN`。',
        },
      },
    ],
    scenarios: [scenario458],
    seeAlso: ['ETRN', '459', '250', '253'],
    guides: ['smtp-reply-codes'],
    glossary: ['email-queue'],
    sources: [{ document: 'RFC 1985', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc1985.html#section-5.1' }],
  },
  {
    kind: 'reply-code',
    key: '459',
    code: 459,
    title: { en: 'ETRN: node not allowed', 'zh-cn': 'ETRN：不允许该节点' },
    meaning: {
      en: 'The server does not let this client start the queue for that node; the text gives the reason.',
      'zh-cn': '服务器不允许该客户端启动该节点的队列；文字中给出原因。',
    },
    answers: ['ETRN'],
    whenYouSeeIt: {
      en:
        '- `ETRN` for a domain that the server does not hold mail for, or from a client that has no right to ask.\n' +
        '- Postfix: the domain is not in `fast_flush_domains` (`459 <domain>: service unavailable`).',
      'zh-cn':
        '- 对服务器并不代存的域执行 `ETRN`，或客户端无权请求。\n' +
        '- Postfix：该域不在 `fast_flush_domains` 中（`459 <域>: service unavailable`）。',
    },
    howToFix: {
      en:
        '- Client: check the name after `ETRN`; it must be your own domain as the provider configured it.\n' +
        "- Server operator: add the domain or the client's address to the allowed list.",
      'zh-cn':
        '- 客户端：检查 `ETRN` 后的名称，应与服务商为你配置的域一致。\n' +
        '- 服务器管理员：把该域或客户端地址加入允许列表。',
    },
    compareWith: [
      {
        key: '458',
        difference: {
          en: '459 is a matter of permission, 458 of a temporary fault.',
          'zh-cn': '459 是权限问题，458 是临时故障。',
        },
      },
    ],
    scenarios: [scenario459],
    seeAlso: ['ETRN', '458', '530'],
    guides: ['smtp-reply-codes'],
    glossary: ['email-queue'],
    sources: [{ document: 'RFC 1985', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc1985.html#section-5.1' }],
  },
];
