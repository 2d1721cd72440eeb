import type { EnhancedCodeEntry } from '../entry';

/** X.7.0 to X.7.14: security and policy in general, cryptography, authentication. */
export const securityStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.7.0',
    title: { en: 'Other or undefined security status', 'zh-cn': '其他或未定义的安全状态' },
    meaning: {
      en:
        'A matter of security or policy that the server cannot or will not describe further; `2.7.0` reports a ' +
        'good login.',
      'zh-cn': '涉及安全或策略，服务器无法或不愿进一步说明；`2.7.0` 表示登录成功。',
    },
    basicCodes: [220, 235, 450, 454, 500, 501, 503, 504, 530, 535, 550],
    whenYouSeeIt: {
      en:
        '- `235 2.7.0` login accepted; `530 5.7.0` TLS or login first; `454 4.7.0` TLS or login service down.\n' +
        '- `421 4.7.0` at Gmail: rate or reputation limits.',
      'zh-cn':
        '- `235 2.7.0` 登录成功；`530 5.7.0` 须先启用 TLS 或登录；`454 4.7.0` TLS 或验证服务故障。\n' +
        '- Gmail 的 `421 4.7.0`：速率或信誉限制。',
    },
    howToFix: {
      en: '- Act on the basic code and the text: log in, start TLS, slow down.',
      'zh-cn': '- 依据基本代码和文字处理：登录、启用 TLS、放慢发送。',
    },
    compareWith: [
      {
        key: 'X.7.1',
        difference: { en: 'X.7.1 refuses delivery as not authorised.', 'zh-cn': 'X.7.1 以未获授权为由拒绝投递。' },
      },
    ],
    seeAlso: ['235', '454', '530', '421'],
    guides: ['smtp-reply-codes'],
    glossary: ['smtp-enhanced-status-codes'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.1',
    title: { en: 'Delivery not authorised, message refused', 'zh-cn': '投递未获授权，邮件被拒' },
    meaning: {
      en:
        'A policy does not let this sender, client or message through; the most used refusal of spam filters and ' +
        'relays.',
      'zh-cn': '策略不允许该发件人、客户端或邮件通过；垃圾过滤器和中继最常用的拒绝代码。',
    },
    basicCodes: [451, 454, 502, 503, 533, 550, 551],
    whenYouSeeIt: {
      en:
        '- "Relay access denied", "blocked using …" (block list), content filters, restricted recipients.\n' +
        '- `451 4.7.1`: greylisting, or a filter that is down.',
      'zh-cn':
        '- “Relay access denied”“blocked using …”（黑名单）、内容过滤、受限收件人。\n' +
        '- `451 4.7.1`：灰名单，或过滤器故障。',
    },
    howToFix: {
      en:
        '- Relay: log in first. Block list: follow the link, mend the cause, ask for delisting.\n' +
        '- Filter: check SPF, DKIM, DMARC and content; 4.7.1: just retry.',
      'zh-cn':
        '- 中继：先登录。黑名单：打开链接，解决原因后申请解除。\n' +
        '- 过滤：检查 SPF、DKIM、DMARC 和内容；4.7.1：重试即可。',
    },
    compareWith: [
      {
        key: 'X.7.0',
        difference: { en: 'X.7.0 says only "security".', 'zh-cn': 'X.7.0 只说“安全原因”。' },
      },
      {
        key: 'X.7.26',
        difference: { en: 'X.7.26 names failed authentication as the reason.', 'zh-cn': 'X.7.26 指明原因是验证失败。' },
      },
    ],
    seeAlso: ['550', '554', '451'],
    guides: ['smtp-delivery-failures', 'spf-dkim-dmarc-setup'],
    glossary: ['open-relay', 'greylisting', 'smtp-relay'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.2',
    title: { en: 'Mailing list expansion prohibited', 'zh-cn': '不允许向该列表发信' },
    meaning: { en: 'This sender may not write to the mailing list.', 'zh-cn': '该发件人无权向此邮件列表发信。' },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- Members-only lists, closed distribution groups in Exchange.',
      'zh-cn': '- 仅限成员的列表、Exchange 中受限的通讯组。',
    },
    howToFix: {
      en: '- Sender: join the list or ask its owner; send from the subscribed address.',
      'zh-cn': '- 发件方：加入列表或联系管理者；使用订阅时的地址。',
    },
    compareWith: [
      {
        key: 'X.2.4',
        difference: { en: 'X.2.4: the list is broken, not closed.', 'zh-cn': 'X.2.4：列表有故障，而非不开放。' },
      },
    ],
    seeAlso: ['550'],
    guides: ['smtp-reply-codes'],
    glossary: ['mailing-list'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.3',
    title: { en: 'Security conversion required but not possible', 'zh-cn': '需要安全转换但无法实现' },
    meaning: {
      en: 'The message would have to be carried over to another security protocol, and that cannot be done.',
      'zh-cn': '邮件须转换到另一种安全协议，但无法实现。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en:
        '- Gateways between systems with different encryption. Exchange used 5.7.3 for "not authenticated" (`535 ' +
        '5.7.3`).',
      'zh-cn': '- 加密方式不同的系统之间的网关。Exchange 用 5.7.3 表示“未通过验证”（`535 5.7.3`）。',
    },
    howToFix: {
      en: '- With 535: check the login. Else send without the special protection.',
      'zh-cn': '- 若为 535：检查登录信息。否则去掉特殊保护后发送。',
    },
    compareWith: [
      {
        key: 'X.7.8',
        difference: { en: 'X.7.8 is the standard code for bad credentials.', 'zh-cn': '凭据错误的标准代码是 X.7.8。' },
      },
    ],
    seeAlso: ['535'],
    guides: ['smtp-reply-codes'],
    glossary: ['smtp-relay'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.4',
    title: { en: 'Security features not supported', 'zh-cn': '不支持所需安全功能' },
    meaning: {
      en: 'A security feature that was asked for is not available, for example an authentication mechanism.',
      'zh-cn': '请求的安全功能不可用，例如某种验证机制。',
    },
    basicCodes: [504],
    whenYouSeeIt: {
      en: '- `504 5.7.4 Unrecognized authentication type` (Exchange): `AUTH` not offered before TLS or at all.',
      'zh-cn': '- `504 5.7.4 Unrecognized authentication type`（Exchange）：TLS 之前或根本未提供 `AUTH`。',
    },
    howToFix: {
      en: '- Client: start TLS, read the new `EHLO` reply, choose an offered mechanism.',
      'zh-cn': '- 客户端：启动 TLS，读取新的 `EHLO` 应答，选择已提供的机制。',
    },
    compareWith: [
      {
        key: 'X.7.9',
        difference: { en: 'X.7.9: known but too weak.', 'zh-cn': 'X.7.9：认识但太弱。' },
      },
    ],
    seeAlso: ['504', 'AUTH'],
    guides: ['tls-1-3'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.5',
    title: { en: 'Cryptographic failure', 'zh-cn': '加密操作失败' },
    meaning: {
      en: 'A server that should verify or decrypt the message could not: key missing or invalid.',
      'zh-cn': '负责校验或解密的服务器无法完成：密钥缺失或无效。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- S/MIME or PGP gateways; failed DANE or TLS checks (`4.7.5` "Server certificate not trusted" in Postfix).',
      'zh-cn': '- S/MIME 或 PGP 网关；DANE 或 TLS 校验失败（Postfix 的 `4.7.5`“Server certificate not trusted”）。',
    },
    howToFix: {
      en: '- Administrator: check certificates, keys, TLSA records and their dates.',
      'zh-cn': '- 管理员：检查证书、密钥、TLSA 记录及有效期。',
    },
    compareWith: [
      {
        key: 'X.7.6',
        difference: { en: 'X.7.6: the algorithm is unknown.', 'zh-cn': 'X.7.6：算法不支持。' },
      },
    ],
    seeAlso: ['454', 'STARTTLS'],
    guides: ['tls-1-3'],
    glossary: ['tls-handshake'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.6',
    title: { en: 'Cryptographic algorithm not supported', 'zh-cn': '不支持的加密算法' },
    meaning: { en: 'The server does not know the algorithm used.', 'zh-cn': '服务器不支持所用算法。' },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Gateways that must decrypt or verify; old software meeting new algorithms.',
      'zh-cn': '- 须解密或校验的网关；旧软件遇到新算法。',
    },
    howToFix: {
      en: '- Sender: use a common algorithm. Operator: update the gateway.',
      'zh-cn': '- 发件方：改用常见算法。管理员：升级网关。',
    },
    compareWith: [
      {
        key: 'X.7.5',
        difference: { en: 'X.7.5: known algorithm, failed use.', 'zh-cn': 'X.7.5：算法支持，但操作失败。' },
      },
    ],
    seeAlso: ['554'],
    guides: ['tls-1-3'],
    glossary: ['cipher-suite'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.7',
    title: { en: 'Message integrity failure', 'zh-cn': '邮件完整性校验失败' },
    meaning: {
      en: 'The message was altered or damaged on its way, as a signature or checksum shows.',
      'zh-cn': '签名或校验值表明邮件在途中被改动或损坏。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- A DKIM or S/MIME signature that no longer fits; footers added by lists or filters.',
      'zh-cn': '- DKIM 或 S/MIME 签名不再匹配；列表或过滤器添加了页脚。',
    },
    howToFix: {
      en: '- Sender: sign last, after every footer; find the hop that rewrites mail.',
      'zh-cn': '- 发件方：在加完页脚之后最后签名；找出改写邮件的环节。',
    },
    compareWith: [
      {
        key: 'X.7.20',
        difference: { en: 'X.7.20: no DKIM signature passes.', 'zh-cn': 'X.7.20：没有通过的 DKIM 签名。' },
      },
    ],
    seeAlso: ['550', 'X.7.20'],
    guides: ['smtp-reply-codes'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'RFC 3463', section: '3.8', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.8' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.8',
    title: { en: 'Authentication credentials invalid', 'zh-cn': '身份验证凭据无效' },
    meaning: { en: 'User name, password or token was not accepted.', 'zh-cn': '用户名、密码或令牌未被接受。' },
    basicCodes: [535, 554],
    whenYouSeeIt: {
      en: '- `535 5.7.8` at the end of `AUTH`: wrong password, or an app password is needed.',
      'zh-cn': '- `AUTH` 结束时的 `535 5.7.8`：密码错误，或需要应用专用密码。',
    },
    howToFix: {
      en:
        '- User: correct the login; use an app password or OAuth where two-factor login is on.\n' +
        '- Client: ask for new credentials instead of repeating.',
      'zh-cn':
        '- 用户：改正登录信息；启用双重验证时用应用专用密码或 OAuth。\n' + '- 客户端：提示重新输入，不要反复重试。',
    },
    compareWith: [
      {
        key: 'X.7.9',
        difference: { en: 'X.7.9: the mechanism is too weak.', 'zh-cn': 'X.7.9：机制太弱。' },
      },
      {
        key: 'X.7.13',
        difference: { en: 'X.7.13: the account is disabled.', 'zh-cn': 'X.7.13：账户已停用。' },
      },
    ],
    seeAlso: ['535', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.9',
    title: { en: 'Authentication mechanism is too weak', 'zh-cn': '身份验证机制太弱' },
    meaning: { en: 'Policy wants a stronger mechanism for this user.', 'zh-cn': '策略要求该用户使用更强的机制。' },
    basicCodes: [534],
    whenYouSeeIt: {
      en: '- `534 5.7.9`; Gmail: "Application-specific password required".',
      'zh-cn': '- `534 5.7.9`；Gmail 的文字为“Application-specific password required”。',
    },
    howToFix: {
      en: '- Client: choose a stronger mechanism. Gmail user: app password or OAuth.',
      'zh-cn': '- 客户端：选择更强的机制。Gmail 用户：应用专用密码或 OAuth。',
    },
    compareWith: [
      {
        key: 'X.7.11',
        difference: { en: 'X.7.11: fine, but only inside TLS.', 'zh-cn': 'X.7.11：可用，但仅限 TLS 内。' },
      },
    ],
    seeAlso: ['534', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.10',
    title: { en: 'Encryption needed', 'zh-cn': '需要加密' },
    meaning: {
      en: 'An encrypted connection is needed for the mechanism, or for the message when REQUIRETLS is in force.',
      'zh-cn': '该机制需要加密连接；使用 REQUIRETLS 时，邮件本身也需要。',
    },
    basicCodes: [523],
    whenYouSeeIt: {
      en:
        '- `523 5.7.10` to `AUTH` before TLS.\n' +
        '- In a bounce: REQUIRETLS was asked for and no TLS session could be set up.',
      'zh-cn': '- TLS 之前 `AUTH` 得到 `523 5.7.10`。\n' + '- 退信中：要求 REQUIRETLS 但无法建立 TLS 会话。',
    },
    howToFix: {
      en: "- Client: `STARTTLS`, `EHLO`, then go on. Recipient's side: offer TLS with a valid certificate.",
      'zh-cn': '- 客户端：先 `STARTTLS`、`EHLO` 再继续。收件方：提供带有效证书的 TLS。',
    },
    compareWith: [
      {
        key: 'X.7.11',
        difference: {
          en: 'X.7.11 is the RFC 4954 code for one mechanism.',
          'zh-cn': 'X.7.11 是 RFC 4954 中针对单个机制的代码。',
        },
      },
      {
        key: 'X.7.30',
        difference: {
          en: 'X.7.30: TLS works, REQUIRETLS is missing.',
          'zh-cn': 'X.7.30：TLS 可用，但缺少 REQUIRETLS。',
        },
      },
    ],
    seeAlso: ['523', '530', 'STARTTLS'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls'],
    sources: [
      { document: 'RFC 5248', section: '2.4', url: 'https://www.rfc-editor.org/rfc/rfc5248.html#section-2.4' },
      { document: 'RFC 8689', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc8689.html#section-4.2.1' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.11',
    title: { en: 'Encryption required for this mechanism', 'zh-cn': '该验证机制要求加密' },
    meaning: {
      en: 'The chosen `AUTH` mechanism may be used only inside TLS; kept in the standard for history.',
      'zh-cn': '所选 `AUTH` 机制只能在 TLS 内使用；标准中仅因历史原因保留。',
    },
    basicCodes: [524, 538],
    whenYouSeeIt: {
      en: '- `538 5.7.11` to `AUTH PLAIN` or `LOGIN` without TLS.',
      'zh-cn': '- 无 TLS 时 `AUTH PLAIN` 或 `LOGIN` 得到 `538 5.7.11`。',
    },
    howToFix: {
      en: '- Client: start TLS first. Server: do not offer the mechanism before TLS.',
      'zh-cn': '- 客户端：先启动 TLS。服务器：TLS 之前不要提供该机制。',
    },
    compareWith: [
      {
        key: 'X.7.9',
        difference: { en: 'X.7.9: too weak even with TLS.', 'zh-cn': 'X.7.9：即使有 TLS 也太弱。' },
      },
    ],
    seeAlso: ['538', 'STARTTLS'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls', 'smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.12',
    title: { en: 'A password transition is needed', 'zh-cn': '需要转换密码' },
    meaning: {
      en: 'The account has no password in the form that the mechanism needs; one login with PLAIN creates it.',
      'zh-cn': '账户缺少该机制所需形式的密码；用 PLAIN 登录一次即可生成。',
    },
    basicCodes: [422, 432],
    whenYouSeeIt: {
      en: '- `432 4.7.12` after a migration of the password database.',
      'zh-cn': '- 密码库迁移之后的 `432 4.7.12`。',
    },
    howToFix: {
      en: '- Client: start TLS, log in once with `AUTH PLAIN`.',
      'zh-cn': '- 客户端：启动 TLS，用 `AUTH PLAIN` 登录一次。',
    },
    compareWith: [
      {
        key: 'X.7.8',
        difference: { en: 'X.7.8: the password is wrong.', 'zh-cn': 'X.7.8：密码错误。' },
      },
    ],
    seeAlso: ['432', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.13',
    title: { en: 'User account disabled', 'zh-cn': '用户账户已停用' },
    meaning: {
      en: 'The login was right, but the administrator has disabled the account.',
      'zh-cn': '登录信息正确，但管理员已停用该账户。',
    },
    basicCodes: [525],
    whenYouSeeIt: {
      en: '- `525 5.7.13`: abuse, unpaid bill, suspected break-in.',
      'zh-cn': '- `525 5.7.13`：滥用、欠费、疑似被盗。',
    },
    howToFix: {
      en: '- User: contact the administrator; a new password does not help.',
      'zh-cn': '- 用户：联系管理员；换密码无用。',
    },
    compareWith: [
      {
        key: 'X.7.8',
        difference: { en: 'X.7.8: wrong credentials.', 'zh-cn': 'X.7.8：凭据错误。' },
      },
      {
        key: 'X.2.1',
        difference: { en: "X.2.1: the recipient's mailbox is disabled.", 'zh-cn': 'X.2.1：收件人邮箱已停用。' },
      },
    ],
    seeAlso: ['525', '535'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 5248', section: '2.4', url: 'https://www.rfc-editor.org/rfc/rfc5248.html#section-2.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.14',
    title: { en: 'Trust relationship required', 'zh-cn': '需要信任关系' },
    meaning: {
      en:
        'The submission server needs a configured trust with another server to fetch the content; replaces X.7.8 ' +
        'in this use.',
      'zh-cn': '提交服务器须与另一服务器建立信任才能取得内容；在此用途上取代 X.7.8。',
    },
    basicCodes: [535, 554],
    whenYouSeeIt: {
      en:
        '- `554 5.7.14` to `BURL` for an IMAP server that is not configured.\n' +
        '- Gmail uses `534 5.7.14` for "log in via your web browser".',
      'zh-cn':
        '- `BURL` 指向未配置的 IMAP 服务器时的 `554 5.7.14`。\n' + '- Gmail 用 `534 5.7.14` 表示“请通过浏览器登录”。',
    },
    howToFix: {
      en: '- Operator: configure trust between the servers. Client: upload with `DATA`.',
      'zh-cn': '- 管理员：配置服务器间信任。客户端：改用 `DATA` 上传。',
    },
    compareWith: [
      {
        key: 'X.6.6',
        difference: {
          en: 'X.6.6: trusted, but the content was not there.',
          'zh-cn': 'X.6.6：有信任关系，但取不到内容。',
        },
      },
    ],
    seeAlso: ['554', 'BURL', '534'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 5248', section: '2.4', url: 'https://www.rfc-editor.org/rfc/rfc5248.html#section-2.4' },
      { document: 'RFC 4468', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc4468.html#section-5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
