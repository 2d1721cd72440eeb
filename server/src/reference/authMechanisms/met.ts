import type { AuthMechanismEntry } from '../entry';

/**
 * SASL mechanisms met in SMTP. `usage` is that of the IANA registry, or our own judgement where it has no entry.
 *
 * `safeWithoutTls` is about reading a secret off the wire: a challenge and response counts as safe although a weak
 * password can be guessed from it offline. It is false too where the mechanism's own specification demands TLS.
 */
export const metMechanisms: readonly AuthMechanismEntry[] = [
  {
    kind: 'auth-mechanism',
    key: 'PLAIN',
    title: { en: 'User name and password in one line', 'zh-cn': '用户名与密码合为一行' },
    meaning: {
      en: 'Sends identity, user name and password, parted by NUL octets, in one Base64 string. Anyone who sees the line has the password: only under TLS.',
      'zh-cn':
        '把身份、用户名和密码以 NUL 分隔，合成一个 Base64 字符串发送。看到这一行就等于拿到密码，只能在 TLS 下使用。',
    },
    usage: 'common',
    safeWithoutTls: false,
    example: `C: AUTH PLAIN AGFsaWNlAG5vdC1hLXJlYWwtc2VjcmV0
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['LOGIN', 'STARTTLS', '535'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4616', url: 'https://www.rfc-editor.org/rfc/rfc4616' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'LOGIN',
    title: { en: 'User name and password one by one', 'zh-cn': '用户名与密码分步发送' },
    meaning: {
      en: 'Asks for user name and password one after the other, each in Base64. Never standardised and marked obsolete at IANA, yet offered nearly everywhere; PLAIN does the same in one step.',
      'zh-cn':
        '先后询问用户名和密码，各以 Base64 发送。从未标准化，IANA 标为废弃，却几乎处处提供；PLAIN 一步即可完成同样的事。',
    },
    usage: 'obsolete',
    safeWithoutTls: false,
    example: `C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YWxpY2U=
S: 334 UGFzc3dvcmQ6
C: bm90LWEtcmVhbC1zZWNyZXQ=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['PLAIN', 'STARTTLS', '334'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'draft-murchison-sasl-login',
        url: 'https://datatracker.ietf.org/doc/html/draft-murchison-sasl-login-00',
      },
      {
        document: 'Microsoft [MS-XLOGIN]: SMTP AUTH LOGIN Extension',
        url: 'https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-xlogin/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'CRAM-MD5',
    title: { en: 'Challenge and HMAC-MD5', 'zh-cn': '质询加 HMAC-MD5' },
    meaning: {
      en: 'The client answers a challenge with a keyed MD5 of it, so the password itself is not sent. A listener can still try out weak passwords offline, and the server must store the secret.',
      'zh-cn': '客户端对质询做带密钥的 MD5 作答，不发送密码本身。窃听者仍可离线猜测弱密码，且服务器须保存原始密钥。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH CRAM-MD5
S: 334 PDEyMzQuNTY3OEBteC5leGFtcGxlLm5ldD4=
C: YWxpY2UgMDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256', 'DIGEST-MD5'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2195', url: 'https://www.rfc-editor.org/rfc/rfc2195' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'DIGEST-MD5',
    title: { en: 'HTTP-like digest', 'zh-cn': '类似 HTTP 摘要' },
    meaning: {
      en: 'A challenge and response after the HTTP digest. Moved to historic by RFC 6331 for its many ambiguities; SCRAM replaces it.',
      'zh-cn': '仿照 HTTP 摘要的质询与应答。因歧义众多，RFC 6331 将其列为历史文档；由 SCRAM 取代。',
    },
    usage: 'obsolete',
    safeWithoutTls: true,
    example: `C: AUTH DIGEST-MD5
S: 334 cmVhbG09ImV4YW1wbGUubmV0Iixub25jZT0iYWJjIg==
C: dXNlcm5hbWU9ImFsaWNlIixyZXNwb25zZT0wMDAw
S: 334 cnNwYXV0aD0wMDAw
C:
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256', 'CRAM-MD5'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2831', url: 'https://www.rfc-editor.org/rfc/rfc2831' },
      { document: 'RFC 6331', url: 'https://www.rfc-editor.org/rfc/rfc6331' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA-1',
    title: { en: 'Salted challenge and response', 'zh-cn': '加盐质询应答' },
    meaning: {
      en: 'Proves the password in both directions without sending it, over a salted and stretched hash. A listener gets nothing reusable, though a weak password can be guessed offline.',
      'zh-cn': '以加盐并多次迭代的哈希双向证明密码，而不发送密码。窃听者得不到可重用的秘密，但弱密码可能被离线猜出。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA-1 biwsbj1hbGljZSxyPWZ5a28=
S: 334 cj1meWtvM3JmYyxzPWMyRnNkQT09LGk9NDA5Ng==
C: Yz1iaXdzLHI9ZnlrbzNyZmMscD1aWGhoYlhCc1pRPT0=
S: 334 dj1aWGhoYlhCc1pRPT0=
C:
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256', 'SCRAM-SHA-1-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5802', url: 'https://www.rfc-editor.org/rfc/rfc5802' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA-1-PLUS',
    title: { en: 'Salted challenge and response bound to TLS', 'zh-cn': '加盐质询应答（绑定 TLS 通道）' },
    meaning: {
      en: 'SCRAM-SHA-1 bound to the TLS connection, so that no one in the middle can pass it on. Offered only under TLS.',
      'zh-cn': '与 TLS 连接绑定的 SCRAM-SHA-1，中间人无法转发。只在 TLS 下提供。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA-1-PLUS cD10bHMtZXhwb3J0ZXIsLG49YWxpY2Uscj1meWtv
S: 334 cj1meWtvM3JmYyxzPWMyRnNkQT09LGk9NDA5Ng==
C: Yz1iaXdzLHI9ZnlrbzNyZmMscD1aWGhoYlhCc1pRPT0=
S: 334 dj1aWGhoYlhCc1pRPT0=
C:
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5802', url: 'https://www.rfc-editor.org/rfc/rfc5802' },
      { document: 'RFC 5929', url: 'https://www.rfc-editor.org/rfc/rfc5929' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA-256',
    title: { en: 'Salted challenge and response', 'zh-cn': '加盐质询应答' },
    meaning: {
      en: 'SCRAM with SHA-256, the best choice for passwords today. The password is not sent and the server proves itself too.',
      'zh-cn': '使用 SHA-256 的 SCRAM，是目前密码验证的最佳选择。不发送密码，服务器也须证明自身。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA-256 biwsbj1hbGljZSxyPWZ5a28=
S: 334 cj1meWtvM3JmYyxzPWMyRnNkQT09LGk9NDA5Ng==
C: Yz1iaXdzLHI9ZnlrbzNyZmMscD1aWGhoYlhCc1pRPT0=
S: 334 dj1aWGhoYlhCc1pRPT0=
C:
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256-PLUS', 'PLAIN'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 7677', url: 'https://www.rfc-editor.org/rfc/rfc7677' },
      { document: 'RFC 5802', url: 'https://www.rfc-editor.org/rfc/rfc5802' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA-256-PLUS',
    title: { en: 'Salted challenge and response bound to TLS', 'zh-cn': '加盐质询应答（绑定 TLS 通道）' },
    meaning: {
      en: 'SCRAM-SHA-256 bound to the TLS connection, so that no one in the middle can pass it on. Offered only under TLS.',
      'zh-cn': '与 TLS 连接绑定的 SCRAM-SHA-256，中间人无法转发。只在 TLS 下提供。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA-256-PLUS cD10bHMtZXhwb3J0ZXIsLG49YWxpY2Uscj1meWtv
S: 334 cj1meWtvM3JmYyxzPWMyRnNkQT09LGk9NDA5Ng==
C: Yz1iaXdzLHI9ZnlrbzNyZmMscD1aWGhoYlhCc1pRPT0=
S: 334 dj1aWGhoYlhCc1pRPT0=
C:
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 7677', url: 'https://www.rfc-editor.org/rfc/rfc7677' },
      { document: 'RFC 9266', url: 'https://www.rfc-editor.org/rfc/rfc9266' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'XOAUTH2',
    title: { en: 'OAuth 2.0 bearer token (Google, Microsoft)', 'zh-cn': 'OAuth 2.0 持有者令牌（Google、Microsoft）' },
    meaning: {
      en: 'Sends the user name and an OAuth 2.0 access token. When the token is refused, a 334 carries a JSON error in Base64; the client answers with an empty line and then gets the 535.',
      'zh-cn':
        '发送用户名和 OAuth 2.0 访问令牌。令牌被拒时，334 以 Base64 携带 JSON 错误；客户端回一个空行后才收到 535。',
    },
    usage: 'obsolete',
    safeWithoutTls: false,
    example: `C: AUTH XOAUTH2 dXNlcj1hbGljZUBleGFtcGxlLm9yZwFhdXRoPUJlYXJlciBleGFtcGxlAQE=
S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiQmVhcmVyIn0=
C:
S: 535 5.7.8 Username and Password not accepted`,
    seeAlso: ['OAUTHBEARER', '334', '535'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'Google: XOAUTH2 protocol',
        url: 'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft: Authenticate an IMAP, POP or SMTP connection using OAuth',
        url: 'https://learn.microsoft.com/en-us/exchange/client-developer/legacy-protocols/how-to-authenticate-an-imap-pop-smtp-application-by-using-oauth',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'OAUTHBEARER',
    title: { en: 'OAuth 2.0 bearer token', 'zh-cn': 'OAuth 2.0 持有者令牌' },
    meaning: {
      en: 'The standard form of XOAUTH2: an OAuth 2.0 access token in a GS2 header. An error comes as 334 with JSON, which the client answers with `AQ==`. Only under TLS.',
      'zh-cn':
        'XOAUTH2 的标准形式：在 GS2 头中携带 OAuth 2.0 访问令牌。出错时以 334 返回 JSON，客户端以 `AQ==` 作答。只能在 TLS 下使用。',
    },
    usage: 'common',
    safeWithoutTls: false,
    example: `C: AUTH OAUTHBEARER bixhPWFsaWNlQGV4YW1wbGUub3JnLAFhdXRoPUJlYXJlciBleGFtcGxlAQE=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['XOAUTH2', '334', '535'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 7628', url: 'https://www.rfc-editor.org/rfc/rfc7628' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'NTLM',
    title: { en: 'Windows NTLM', 'zh-cn': 'Windows NTLM' },
    meaning: {
      en: "Microsoft's old challenge and response in three messages. Old versions leave a hash that works like the password and can be relayed, so it needs TLS.",
      'zh-cn': '微软旧式的三步质询应答。旧版本会泄露等同密码的哈希，且可被转发，因此需要 TLS。',
    },
    usage: 'limited',
    safeWithoutTls: false,
    example: `C: AUTH NTLM
S: 334 NTLM supported
C: TlRMTVNTUAABAAAAB4IIAA==
S: 334 TlRMTVNTUAACAAAAZXhhbXBsZQ==
C: TlRMTVNTUAADAAAAZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GSSAPI', 'GSS-SPNEGO', 'X-EXPS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft [MS-SMTPNTLM]: NTLM over SMTP',
        url: 'https://learn.microsoft.com/en-us/openspecs/exchange_server_protocols/ms-smtpntlm/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'GSSAPI',
    title: { en: 'Kerberos V5 over GSS-API', 'zh-cn': '基于 GSS-API 的 Kerberos V5' },
    meaning: {
      en: 'Logs in with a Kerberos ticket in place of a password. Used inside organisations and between Exchange servers.',
      'zh-cn': '用 Kerberos 票据代替密码登录。用于组织内部以及 Exchange 服务器之间。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH GSSAPI YIIFZXhhbXBsZQ==
S: 334 YIGZZXhhbXBsZQ==
C:
S: 334 YD8GZXhhbXBsZQ==
C: YD8GZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GS2-KRB5', 'GSS-SPNEGO', 'NTLM'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4752', url: 'https://www.rfc-editor.org/rfc/rfc4752' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'EXTERNAL',
    title: { en: 'Identity from outside', 'zh-cn': '来自外部的身份' },
    meaning: {
      en: 'Takes the identity from elsewhere, mostly the client certificate of TLS. No secret is sent; `=` means the identity of the certificate.',
      'zh-cn': '身份取自别处，多为 TLS 客户端证书。不发送秘密；`=` 表示采用证书中的身份。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH EXTERNAL =
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['STARTTLS', 'PLAIN'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4422', section: 'A', url: 'https://www.rfc-editor.org/rfc/rfc4422#appendix-A' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'ANONYMOUS',
    title: { en: 'No identity', 'zh-cn': '匿名' },
    meaning: {
      en: 'Gives anonymous access; the client may leave a trace such as its address. On a mail server this would make an open relay.',
      'zh-cn': '提供匿名访问；客户端可留下邮箱地址等痕迹。用于邮件服务器会造成开放中继。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH ANONYMOUS dGVzdA==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['PLAIN'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 4505', url: 'https://www.rfc-editor.org/rfc/rfc4505' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'PLAIN-CLIENTTOKEN',
    title: { en: 'Google client token', 'zh-cn': 'Google 客户端令牌' },
    meaning: {
      en: "Announced by Gmail for Google's own clients: PLAIN with a token. Not registered and not documented.",
      'zh-cn': 'Gmail 为 Google 自家客户端声明的机制：带令牌的 PLAIN。未登记，也没有文档。',
    },
    usage: 'limited',
    safeWithoutTls: false,
    example: `C: EHLO client.example.org
S: 250-smtp.example.com
S: 250 AUTH LOGIN PLAIN XOAUTH2 PLAIN-CLIENTTOKEN OAUTHBEARER`,
    seeAlso: ['PLAIN', 'XOAUTH2'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Google: XOAUTH2 protocol',
        url: 'https://developers.google.com/workspace/gmail/imap/xoauth2-protocol',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'XOAUTH',
    title: { en: 'OAuth 1.0 (Google)', 'zh-cn': 'OAuth 1.0（Google 旧机制）' },
    meaning: {
      en: "Google's first mechanism for OAuth 1.0 tokens. Switched off; Gmail answers 504 that it is no longer supported.",
      'zh-cn': 'Google 最早的 OAuth 1.0 令牌机制。已停用；Gmail 以 504 回复不再支持。',
    },
    usage: 'obsolete',
    safeWithoutTls: false,
    example: `C: AUTH XOAUTH R0VUIGh0dHBzOi8vZXhhbXBsZQ==
S: 504 5.7.4 XOAUTH is no longer supported`,
    seeAlso: ['XOAUTH2', 'OAUTHBEARER', '504'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
