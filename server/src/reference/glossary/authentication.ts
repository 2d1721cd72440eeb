import type { GlossaryEntry } from '../entry';

/** How a client logs in. */
export const authenticationTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'authentication',
    title: { en: 'Authentication', 'zh-cn': '身份验证' },
    meaning: {
      en: 'Authentication is proving who you are, as opposed to authorization, which is what you may then do.',
      'zh-cn': '身份验证是证明你是谁，区别于授权，即之后允许你做什么。',
    },
    names: ['authentication', 'login failure', '身份验证', '认证', '凭据', '登录失败'],
    text: {
      en:
        'Authentication is proving who you are, as opposed to authorization, which is what you may then do. In ' +
        'mail the word has two meanings that should not be mixed. A user authenticates to a submission server with ' +
        'AUTH, and failures read `535` or `530`. A domain authenticates its mail with SPF, DKIM and DMARC, and ' +
        'failures read `550 5.7.26` or similar, with no login involved. When a refusal says "authentication", look ' +
        'at the port and at the command it answers: after AUTH it is about a password or token, after MAIL, RCPT ' +
        'or the data it is about the domain. A successful AUTH does not make a message pass DMARC.',
      'zh-cn':
        '身份验证是证明你是谁，区别于授权，即之后允许你做什么。在邮件中这个词有两种含义，不可混淆。用户用 AUTH 向提' +
        '交服务器验证身份，失败时为 `535` 或 `530`。域用 SPF、DKIM 和 DMARC 验证自己的邮件，失败时为 `550 5.7.26` ' +
        '之类，与登录无关。拒收文字里出现“authentication”时，要看端口和它应答的命令：在 AUTH 之后，说的是密码或令' +
        '牌；在 MAIL、RCPT 或数据之后，说的是域。AUTH 成功并不能让邮件通过 DMARC。',
    },
    looksLike: `C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 535 5.7.8 Error: authentication failed`,
    seeAlso: ['smtp-authentication', 'sasl', 'spf-dkim-dmarc', 'app-password', '530', '535', 'X.7.8', 'X.7.26'],
    guides: ['smtp-authentication-methods', 'spf-dkim-dmarc-setup'],
    sources: [
      { document: 'RFC 4954', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-1' },
      { document: 'RFC 4422', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc4422.html#section-1' },
      { document: 'RFC 8601', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc8601.html#section-1' },
    ],
  },
  {
    kind: 'term',
    key: 'smtp-authentication',
    title: { en: 'SMTP Authentication (SMTP AUTH)', 'zh-cn': 'SMTP 身份验证（SMTP AUTH）' },
    meaning: {
      en:
        'SMTP authentication is the extension by which a client logs in to a server, with the command `AUTH` and ' +
        'the name of a mechanism.',
      'zh-cn': 'SMTP 身份验证是客户端登录服务器的扩展，使用命令 `AUTH` 和机制名称。',
    },
    names: [
      'smtp authentication',
      'smtp auth',
      'smtp-auth',
      'auth command',
      'auth login',
      'auth plain',
      'smtp 身份验证',
      'smtp 认证',
      '发信认证',
      'smtp authentication (smtp auth)',
    ],
    text: {
      en:
        'SMTP authentication is the extension by which a client logs in to a server, with the command `AUTH` and ' +
        'the name of a mechanism. The server lists its mechanisms in the EHLO reply, often only after STARTTLS. ' +
        'The exchange is made of `334` challenges and base64 answers and ends in `235` for success, `535` for ' +
        'wrong credentials, `534` for a mechanism too weak or a login that needs another way, `538` or `530` when ' +
        'TLS or a login is missing, `454` for trouble on the server. AUTH can succeed once per session and has no ' +
        'place inside a mail transaction. An `AUTH=` parameter on MAIL is something else: it names the original ' +
        'submitter.',
      'zh-cn':
        'SMTP 身份验证是客户端登录服务器的扩展，使用命令 `AUTH` 和机制名称。服务器在 EHLO 应答中列出支持的机制，往' +
        '往在 STARTTLS 之后才列出。交换由 `334` 质询和 base64 响应组成，最后以 `235` 表示成功，`535` 表示凭据错误，' +
        '`534` 表示机制太弱或需要换一种登录方式，`538` 或 `530` 表示缺少 TLS 或登录，`454` 表示服务器出了问题。' +
        'AUTH 每个会话只能成功一次，也不能在邮件事务中使用。MAIL 上的 `AUTH=` 参数是另一回事：它写的是最初的提交' +
        '者。',
    },
    looksLike: `C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful`,
    seeAlso: [
      'authentication',
      'sasl',
      'base64',
      'oauth-2',
      'app-password',
      'submission',
      '235',
      '334',
      '454',
      '534',
      '535',
      '538',
      'AUTH',
    ],
    guides: ['smtp-authentication-methods'],
    sources: [
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
    ],
  },
  {
    kind: 'term',
    key: 'sasl',
    title: { en: 'SASL', 'zh-cn': 'SASL' },
    meaning: {
      en:
        'SASL is the common framework of login methods that SMTP, IMAP, POP3 and others share; AUTH is its SMTP ' +
        'form.',
      'zh-cn': 'SASL 是 SMTP、IMAP、POP3 等共用的登录方式框架，AUTH 是它在 SMTP 中的形式。',
    },
    names: ['sasl', 'simple authentication and security layer', 'sasl mechanism', '简单身份验证和安全层', 'sasl 机制'],
    text: {
      en:
        'SASL is the common framework of login methods that SMTP, IMAP, POP3 and others share; AUTH is its SMTP ' +
        'form. Each method is a mechanism with a registered name: `PLAIN` and `LOGIN` send the password itself, ' +
        '`CRAM-MD5` and `SCRAM-SHA-256` prove knowledge of it, `XOAUTH2` and `OAUTHBEARER` carry a token, `GSSAPI` ' +
        'uses Kerberos. The client sends an initial response with the command or waits for an empty `334`; `=` ' +
        'stands for an empty response and `*` cancels with `501`. In Postfix logs `sasl_method=` and ' +
        '`sasl_username=` show a successful login. "No worthy mechs found" means that client and server share no ' +
        'mechanism.',
      'zh-cn':
        'SASL 是 SMTP、IMAP、POP3 等共用的登录方式框架，AUTH 是它在 SMTP 中的形式。每种方式是一个有注册名称的机制：' +
        '`PLAIN` 和 `LOGIN` 直接发送密码，`CRAM-MD5` 和 `SCRAM-SHA-256` 证明知道密码，`XOAUTH2` 和 `OAUTHBEARER` 携' +
        '带令牌，`GSSAPI` 使用 Kerberos。客户端可以随命令发送初始响应，也可以等一个空的 `334`；`=` 表示空响应，`*` ' +
        '表示取消，得到 `501`。Postfix 日志中的 `sasl_method=` 和 `sasl_username=` 表示登录成功。“No worthy mechs ' +
        'found”表示客户端和服务器没有共同的机制。',
    },
    looksLike:
      'postfix/submission/smtpd[2430]: 4XyZ1t0kqBz9: client=unknown[192.0.2.10], sasl_method=PLAIN, sasl_username=alice',
    seeAlso: ['smtp-authentication', 'base64', 'oauth-2', 'authentication', '334', '501', '504', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    sources: [
      { document: 'RFC 4422', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc4422.html#section-3' },
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'oauth-2',
    title: { en: 'OAuth 2.0 (XOAUTH2)', 'zh-cn': 'OAuth 2.0（XOAUTH2）' },
    meaning: {
      en: 'OAuth 2.0 lets a program send mail with a short-lived access token instead of a password.',
      'zh-cn': 'OAuth 2.0 让程序用短期访问令牌而不是密码发信。',
    },
    names: [
      'oauth 2.0 (xoauth2)',
      'oauth 2.0',
      'oauth2',
      'oauth',
      'modern authentication',
      'access token',
      '新式身份验证',
      '访问令牌',
    ],
    text: {
      en:
        'OAuth 2.0 lets a program send mail with a short-lived access token instead of a password. In SMTP the ' +
        'token travels through the mechanism `XOAUTH2` of Google and Microsoft or the standard `OAUTHBEARER`. A ' +
        'failure has a form of its own: the server answers `334` with a base64 error in JSON, the client must send ' +
        'an empty line (for OAUTHBEARER a single `AQ==`), and only then comes `535`. Usual causes are an expired ' +
        'token, a token for another user or without the mail scope, and SMTP AUTH switched off for the mailbox. ' +
        'The token in the log is valid for about an hour, so redact it like a password.',
      'zh-cn':
        'OAuth 2.0 让程序用短期访问令牌而不是密码发信。在 SMTP 中，令牌通过 Google 和 Microsoft 的 `XOAUTH2` 机制或' +
        '标准的 `OAUTHBEARER` 传送。失败有自己的形式：服务器先答 `334`，后面是 base64 编码的 JSON 错误，客户端必须' +
        '发一个空行（OAUTHBEARER 则发 `AQ==`），之后才会得到 `535`。常见原因有：令牌过期、令牌属于另一个用户或缺少' +
        '邮件权限范围、该邮箱关闭了 SMTP AUTH。日志里的令牌大约一小时内有效，所以要像密码一样脱敏。',
    },
    looksLike: `C: AUTH XOAUTH2 dXNlcj1hbGljZUBleGFtcGxlLmNvbQFhdXRoPUJlYXJlciB5YTI5LmV4YW1wbGUBAQ==
S: 334 eyJzdGF0dXMiOiI0MDAifQ==
C:
S: 535 5.7.8 Username and Password not accepted`,
    seeAlso: ['sasl', 'smtp-authentication', 'app-password', 'base64', '334', '535', 'X.7.8', 'AUTH'],
    guides: ['smtp-authentication-methods'],
    sources: [
      {
        document: 'Google: XOAUTH2 protocol',
        url: 'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
        date: '2026-11-24',
      },
      { document: 'RFC 7628', section: '3.2.3', url: 'https://www.rfc-editor.org/rfc/rfc7628.html#section-3.2.3' },
    ],
  },
  {
    kind: 'term',
    key: 'app-password',
    title: { en: 'App password', 'zh-cn': '应用专用密码' },
    meaning: {
      en:
        'An app password is a generated password for one program, used where the account itself is protected by a ' +
        'second factor that SMTP cannot ask for.',
      'zh-cn': '应用专用密码是为某一个程序生成的密码，用于账户启用了 SMTP 无法询问的第二因素的情况。',
    },
    names: [
      'app password',
      'application-specific password',
      'application password',
      'app passwords',
      '应用专用密码',
      '应用密码',
      '专用密码',
      '授权码',
    ],
    text: {
      en:
        'An app password is a generated password for one program, used where the account itself is protected by a ' +
        'second factor that SMTP cannot ask for. Gmail, Yahoo and iCloud issue them, and Chinese providers such as ' +
        'QQ and 163 call it an authorization code. Logging in with the normal password is then answered with ' +
        'something like `534 5.7.9 Application-specific password required` or a plain `535`, although the password ' +
        'is right. Spaces shown in the generated word are usually not part of it. Microsoft has been closing ' +
        'password login for SMTP altogether, so there `535 5.7.139` asks for OAuth instead of an app password.',
      'zh-cn':
        '应用专用密码是为某一个程序生成的密码，用于账户启用了 SMTP 无法询问的第二因素的情况。Gmail、Yahoo、iCloud ' +
        '都会签发；QQ、163 等国内服务商称之为授权码。此时用普通密码登录，会得到 ' +
        '`534 5.7.9 Application-specific password required` 之类的应答，或者单纯的 `535`，尽管密码没错。生成的密码' +
        '中显示的空格通常不是密码的一部分。Microsoft 正在逐步关闭 SMTP 的密码登录，所以它的 `535 5.7.139` 要求的是 ' +
        'OAuth 而不是应用专用密码。',
    },
    looksLike: `C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 534 5.7.9 Application-specific password required`,
    seeAlso: ['authentication', 'smtp-authentication', 'oauth-2', '534', '535', 'X.7.9'],
    guides: ['smtp-authentication-methods'],
    sources: [
      {
        document: 'Google: Sign in with app passwords',
        url: 'https://support.google.com/accounts/answer/185833',
        date: '2026-11-24',
      },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
    ],
  },
];
