import type { ReplyCodeEntry } from '../entry';
import { scenario534, scenario538 } from '../scenarios/authentication';

/** Replies 53z: authentication and encryption. */
export const authenticationReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '530',
    code: 530,
    title: { en: 'Authentication or TLS required first', 'zh-cn': '须先身份验证或启用 TLS' },
    meaning: {
      en: 'The server refuses this command until the client has logged in, or has started TLS; the text says which.',
      'zh-cn': '在客户端登录或启动 TLS 之前，服务器拒绝该命令；文字会说明是哪一种。',
    },
    // RFC 4954 section 6: not to AUTH, EHLO, HELO, NOOP, RSET, QUIT. RFC 3207 section 4: not to NOOP, EHLO, STARTTLS,
    // QUIT. The union is listed.
    answers: [
      'AUTH',
      'MAIL',
      'RCPT',
      'DATA',
      'BDAT',
      'BURL',
      'RSET',
      'VRFY',
      'EXPN',
      'HELP',
      'HELO',
      'ETRN',
      'ATRN',
      'TURN',
      'SEND',
      'SOML',
      'SAML',
    ],
    whenYouSeeIt: {
      en:
        '- `530 5.7.0 Must issue a STARTTLS command first` to `AUTH` or `MAIL` on port 587.\n' +
        '- `530 5.7.0 Authentication required` to `MAIL` on a submission port.\n' +
        '- Exchange: `530 5.7.57 Client not authenticated to send mail`; `530 5.7.1 Client was not authenticated`: ' +
        'anonymous mail to a connector that does not allow it.\n' +
        '- `ATRN` without login.',
      'zh-cn':
        '- 在 587 端口对 `AUTH` 或 `MAIL` 回 `530 5.7.0 Must issue a STARTTLS command first`。\n' +
        '- 在提交端口对 `MAIL` 回 `530 5.7.0 Authentication required`。\n' +
        '- Exchange：`530 5.7.57 Client not authenticated to send mail`、`530 5.7.1 Client was not authenticated`：' +
        '匿名邮件发到了不允许匿名的连接器。\n' +
        '- 未登录就 `ATRN`。',
    },
    howToFix: {
      en:
        '- Client: set encryption to STARTTLS (587) or implicit TLS (465) and switch on SMTP authentication.\n' +
        '- Order: `EHLO`, `STARTTLS`, `EHLO`, `AUTH`, then `MAIL`.\n' +
        '- Server operator: port 25 must take mail for your own users without login; a 530 there is a wrong ' +
        'setting.',
      'zh-cn':
        '- 客户端：加密选 STARTTLS（587）或隐式 TLS（465），并启用 SMTP 身份验证。\n' +
        '- 顺序：`EHLO`、`STARTTLS`、`EHLO`、`AUTH`，然后 `MAIL`。\n' +
        '- 服务器管理员：25 端口必须无需登录就能接收发给本域用户的邮件；在那里回 530 属配置错误。',
    },
    compareWith: [
      {
        key: '535',
        difference: {
          en: '530: you have not logged in. 535: you tried and failed.',
          'zh-cn': '530：还没登录。535：登录过但失败。',
        },
      },
      {
        key: '538',
        difference: {
          en: '538 refuses one `AUTH` mechanism without TLS; 530 refuses commands in general.',
          'zh-cn': '538 拒绝的是无 TLS 时的某个 `AUTH` 机制；530 泛指拒绝命令。',
        },
      },
      {
        key: '534',
        difference: { en: '534: the mechanism is too weak.', 'zh-cn': '534：机制太弱。' },
      },
      {
        key: '550',
        difference: {
          en: '`550 5.7.1 Relaying denied` says that this client may not relay at all; login often helps there too.',
          'zh-cn': '`550 5.7.1 Relaying denied` 表示不为该客户端中继；登录往往也能解决。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'The server wants TLS before anything else', 'zh-cn': '服务器要求先启用 TLS' },
        before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 530 5.7.0 Must issue a STARTTLS command first
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 6, rule: 'tls.required' }],
        explanation: {
          en: 'The offer was in the `EHLO` reply. The client now starts TLS, greets again and logs in.',
          'zh-cn': '`EHLO` 应答中已提供 STARTTLS。客户端改为先启动 TLS、重新问候并登录。',
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
    seeAlso: ['535', '538', '534', 'STARTTLS', 'AUTH', 'X.7.0', 'X.7.10'],
    guides: ['smtp-authentication-methods', 'tls-1-3'],
    glossary: ['starttls', 'smtp-authentication', 'open-relay'],
    sources: [
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      { document: 'RFC 2645', section: '5.2.1', url: 'https://www.rfc-editor.org/rfc/rfc2645.html#section-5.2.1' },
    ],
  },
  {
    kind: 'reply-code',
    key: '534',
    code: 534,
    title: { en: 'Authentication mechanism too weak', 'zh-cn': '身份验证机制太弱' },
    meaning: {
      en: 'The mechanism works, but policy finds it too weak for this user; choose a stronger one.',
      'zh-cn': '机制可用，但策略认为它对该用户强度不足；请改用更强的机制。',
    },
    answers: ['AUTH'],
    whenYouSeeIt: {
      en:
        '- `AUTH PLAIN` for a user who must use SCRAM, GSSAPI or a certificate (`534 5.7.9`).\n' +
        '- Gmail: `534 5.7.9 Application-specific password required`, ' +
        '`534 5.7.14 Please log in via your web browser`: the plain password is not enough.',
      'zh-cn':
        '- 用户须使用 SCRAM、GSSAPI 或证书，却用了 `AUTH PLAIN`（`534 5.7.9`）。\n' +
        '- Gmail：`534 5.7.9 Application-specific password required`、' +
        '`534 5.7.14 Please log in via your web browser`：普通密码不够。',
    },
    howToFix: {
      en:
        '- Client: try the next stronger mechanism of the `EHLO` list, for example `XOAUTH2` or `SCRAM-SHA-256`.\n' +
        '- User, Gmail: create an app password or sign in with OAuth; the account password will not be taken.',
      'zh-cn':
        '- 客户端：改用 `EHLO` 列表中更强的机制，如 `XOAUTH2` 或 `SCRAM-SHA-256`。\n' +
        '- Gmail 用户：创建应用专用密码或使用 OAuth 登录；账户密码不会被接受。',
    },
    compareWith: [
      {
        key: '535',
        difference: { en: '535 judges the credentials, 534 the mechanism.', 'zh-cn': '535 判定凭据，534 判定机制。' },
      },
      {
        key: '538',
        difference: {
          en: '538 would accept the mechanism inside TLS; 534 does not.',
          'zh-cn': '538 表示在 TLS 内可用该机制；534 则不行。',
        },
      },
      {
        key: '504',
        difference: { en: '504: the server does not have this mechanism.', 'zh-cn': '504：服务器没有该机制。' },
      },
      {
        key: '530',
        difference: { en: '530: no login was tried yet.', 'zh-cn': '530：尚未尝试登录。' },
      },
    ],
    scenarios: [scenario534],
    seeAlso: ['AUTH', '535', '538', '504', '432', 'X.7.9'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'Google Workspace: Gmail SMTP errors and codes',
        url: 'https://support.google.com/a/answer/3726730',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '535',
    code: 535,
    title: { en: 'Authentication credentials invalid', 'zh-cn': '身份验证凭据无效' },
    meaning: {
      en: 'User name, password or token was not accepted, or this account may not log in this way.',
      'zh-cn': '用户名、密码或令牌未被接受，或该账户不允许以此方式登录。',
    },
    answers: ['AUTH', 'X-EXPS'],
    whenYouSeeIt: {
      en:
        '- Wrong user name (often the full address is needed) or password; password changed or expired.\n' +
        '- Two-factor login is on: an app password or OAuth is needed (Gmail `535 5.7.8 BadCredentials`).\n' +
        '- Microsoft 365: `535 5.7.139`: SMTP AUTH or basic authentication is switched off for the mailbox or ' +
        'tenant; `535 5.7.3`: wrong login.\n' +
        '- OAuth: token expired or without the SMTP scope; the 334 before it carries the reason as Base64 JSON.\n' +
        '- Base64 made from the wrong bytes: a line break in the password, no leading NUL in `PLAIN`.',
      'zh-cn':
        '- 用户名错误（往往需要完整地址）或密码错误；密码已更改或过期。\n' +
        '- 已开启双重验证：需要应用专用密码或 OAuth（Gmail `535 5.7.8 BadCredentials`）。\n' +
        '- Microsoft 365：`535 5.7.139` 表示邮箱或租户已关闭 SMTP AUTH 或基本验证；`535 5.7.3` 表示登录信息错误。\n' +
        '- OAuth：令牌过期或缺少 SMTP 权限范围；之前的 334 以 Base64 JSON 给出原因。\n' +
        '- Base64 的原始字节有误：密码带换行，`PLAIN` 缺少开头的 NUL。',
    },
    howToFix: {
      en:
        "- User: test the login in the provider's web mail; use the full address and, where asked, an app password.\n" +
        '- Client: ask for new credentials; do not repeat the same ones, or the account gets locked.\n' +
        '- Administrator: enable SMTP AUTH for the mailbox, or move the program to OAuth.',
      'zh-cn':
        '- 用户：在网页邮箱验证登录；使用完整地址，必要时用应用专用密码。\n' +
        '- 客户端：提示输入新凭据；不要重复同一组，否则账户可能被锁。\n' +
        '- 管理员：为该邮箱启用 SMTP AUTH，或让程序改用 OAuth。',
    },
    compareWith: [
      {
        key: '534',
        difference: { en: '534 rejects the mechanism, 535 the credentials.', 'zh-cn': '534 拒绝机制，535 拒绝凭据。' },
      },
      {
        key: '538',
        difference: { en: '538 wants TLS first; nothing was checked.', 'zh-cn': '538 要求先启用 TLS，尚未核对凭据。' },
      },
      {
        key: '530',
        difference: { en: '530: no login was attempted.', 'zh-cn': '530：尚未尝试登录。' },
      },
      {
        key: '454',
        difference: {
          en: '454: the server could not check; retry with the same password.',
          'zh-cn': '454：服务器无法核对；可用同一密码重试。',
        },
      },
      {
        key: '525',
        difference: {
          en: '525: the login is right, the account is disabled.',
          'zh-cn': '525：登录正确，但账户已停用。',
        },
      },
    ],
    scenarios: [
      {
        title: { en: 'Wrong password, then an app password', 'zh-cn': '密码错误，改用应用专用密码' },
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
C: AUTH PLAIN AGFsaWNlAHdyb25n
S: 535 5.7.8 Authentication credentials invalid
C: QUIT
S: 221 2.0.0 Bye`,
        findings: [{ line: 13, rule: 'auth.failed' }],
        explanation: {
          en: 'The account has two-factor login, so its own password is refused. An app password is accepted.',
          'zh-cn': '该账户启用了双重验证，因此拒绝普通密码；应用专用密码可以通过。',
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
    seeAlso: ['534', '538', '530', '454', '334', 'AUTH', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'Microsoft MS-SMTPNTLM: SMTP_AUTH_Fail_Response',
        url: 'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-smtpntlm/62888982-a911-40fa-b587-50b5c69f7334',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '538',
    code: 538,
    title: { en: 'Encryption required for this mechanism', 'zh-cn': '该身份验证机制要求加密' },
    meaning: {
      en:
        'The requested mechanism may be used only inside TLS. RFC 4954 keeps the code for history: a server should ' +
        'not offer such a mechanism before TLS.',
      'zh-cn': '所请求的机制只能在 TLS 内使用。RFC 4954 仅因历史原因保留该代码：服务器不应在 TLS 之前提供此类机制。',
    },
    answers: ['AUTH'],
    whenYouSeeIt: {
      en:
        '- `AUTH PLAIN` or `LOGIN` before `STARTTLS`, on a server that allows them only with encryption (`538 ' +
        '5.7.11`).',
      'zh-cn': '- 在 `STARTTLS` 之前使用 `AUTH PLAIN` 或 `LOGIN`（`538 5.7.11`）。',
    },
    howToFix: {
      en:
        '- Client: `STARTTLS`, `EHLO`, then `AUTH`. If the password went out in the first try, it was sent in ' +
        'clear text: change it.\n' +
        '- Server operator: hide clear-text mechanisms from the `EHLO` reply until TLS is on.',
      'zh-cn':
        '- 客户端：先 `STARTTLS`、`EHLO`，再 `AUTH`。若首次尝试已带上密码，则密码已以明文发出：请更换。\n' +
        '- 服务器管理员：启用 TLS 之前，不要在 `EHLO` 应答中列出明文机制。',
    },
    compareWith: [
      {
        key: '530',
        difference: {
          en: '530 refuses commands in general, 538 one mechanism.',
          'zh-cn': '530 泛指拒绝命令，538 只拒绝某个机制。',
        },
      },
      {
        key: '534',
        difference: { en: 'TLS mends 538; it does not mend 534.', 'zh-cn': '启用 TLS 能解决 538，但解决不了 534。' },
      },
      {
        key: '535',
        difference: {
          en: '535 comes after checking the credentials; 538 before.',
          'zh-cn': '535 是核对凭据之后；538 是之前。',
        },
      },
      {
        key: '523',
        difference: {
          en: "523 is the number of RFC 5248's registry for the same need.",
          'zh-cn': '523 是 RFC 5248 注册表中表达同一需求的数字。',
        },
      },
    ],
    scenarios: [scenario538],
    seeAlso: ['STARTTLS', 'AUTH', '530', '534', '535', 'X.7.11'],
    guides: ['smtp-authentication-methods'],
    glossary: ['starttls', 'smtp-authentication'],
    sources: [{ document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' }],
  },
];
