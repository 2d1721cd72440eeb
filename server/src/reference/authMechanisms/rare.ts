import type { AuthMechanismEntry } from '../entry';

/**
 * SASL mechanisms that are registered or drafted and hardly ever met in SMTP.
 */
export const rareMechanisms: readonly AuthMechanismEntry[] = [
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA-512',
    title: { en: 'Salted challenge and response', 'zh-cn': '加盐质询应答' },
    meaning: {
      en: 'SCRAM with SHA-512. Not registered at IANA (expired draft), but offered by some servers.',
      'zh-cn': '使用 SHA-512 的 SCRAM。未在 IANA 登记（草案已过期），但有服务器提供。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA-512 biwsbj1hbGljZSxyPWZ5a28=
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
        document: 'draft-melnikov-scram-sha-512',
        url: 'https://datatracker.ietf.org/doc/html/draft-melnikov-scram-sha-512',
      },
      { document: 'RFC 5802', url: 'https://www.rfc-editor.org/rfc/rfc5802' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA-512-PLUS',
    title: { en: 'Salted challenge and response bound to TLS', 'zh-cn': '加盐质询应答（绑定 TLS 通道）' },
    meaning: {
      en: 'SCRAM-SHA-512 bound to the TLS connection. Not registered at IANA (expired draft).',
      'zh-cn': '与 TLS 连接绑定的 SCRAM-SHA-512。未在 IANA 登记（草案已过期）。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA-512-PLUS cD10bHMtZXhwb3J0ZXIsLG49YWxpY2Uscj1meWtv
S: 334 cj1meWtvM3JmYyxzPWMyRnNkQT09LGk9NDA5Ng==
C: Yz1iaXdzLHI9ZnlrbzNyZmMscD1aWGhoYlhCc1pRPT0=
S: 334 dj1aWGhoYlhCc1pRPT0=
C:
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-512'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'draft-melnikov-scram-sha-512',
        url: 'https://datatracker.ietf.org/doc/html/draft-melnikov-scram-sha-512',
      },
      { document: 'RFC 5802', url: 'https://www.rfc-editor.org/rfc/rfc5802' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SCRAM-SHA3-512',
    title: { en: 'Salted challenge and response', 'zh-cn': '加盐质询应答' },
    meaning: { en: 'SCRAM with SHA3-512. Only a draft.', 'zh-cn': '使用 SHA3-512 的 SCRAM。仅为草案。' },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH SCRAM-SHA3-512 biwsbj1hbGljZSxyPWZ5a28=
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
        document: 'draft-melnikov-scram-sha3-512',
        url: 'https://datatracker.ietf.org/doc/html/draft-melnikov-scram-sha3-512',
      },
      { document: 'RFC 5802', url: 'https://www.rfc-editor.org/rfc/rfc5802' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'OTP',
    title: { en: 'One-time password', 'zh-cn': '一次性密码' },
    meaning: {
      en: 'Answers a counter with a password that works once, from a hash chain. A heard password is useless afterwards.',
      'zh-cn': '用哈希链上只能使用一次的密码应答计数器。被窃听的密码此后无用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH OTP
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SKEY', 'SECURID'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2444', url: 'https://www.rfc-editor.org/rfc/rfc2444' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SKEY',
    title: { en: 'S/Key one-time password', 'zh-cn': 'S/Key 一次性密码' },
    meaning: { en: 'The forerunner of OTP, with MD4. Obsolete.', 'zh-cn': 'OTP 的前身，使用 MD4。已废弃。' },
    usage: 'obsolete',
    safeWithoutTls: true,
    example: `C: AUTH SKEY
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['OTP'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2222', section: '7.3', url: 'https://www.rfc-editor.org/rfc/rfc2222#section-7.3' },
      { document: 'RFC 2444', url: 'https://www.rfc-editor.org/rfc/rfc2444' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SECURID',
    title: { en: 'SecurID token code', 'zh-cn': 'SecurID 令牌码' },
    meaning: {
      en: 'Sends the code of a SecurID token, with the PIN. The code works once, but a listener reads the PIN: use TLS.',
      'zh-cn': '发送 SecurID 令牌码及 PIN。令牌码只能用一次，但窃听者能读到 PIN，应使用 TLS。',
    },
    usage: 'common',
    safeWithoutTls: false,
    example: `C: AUTH SECURID ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['OTP'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2808', url: 'https://www.rfc-editor.org/rfc/rfc2808' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: '9798-U-RSA-SHA1-ENC',
    title: { en: 'ISO 9798-3 signature (RSA, client only)', 'zh-cn': 'ISO 9798-3 签名（RSA，仅验证客户端）' },
    meaning: {
      en: 'Proves a private key by signing a challenge, after ISO/IEC 9798-3. Registered, but not met in SMTP.',
      'zh-cn': '按 ISO/IEC 9798-3 对质询签名以证明私钥。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH 9798-U-RSA-SHA1-ENC
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3163', url: 'https://www.rfc-editor.org/rfc/rfc3163' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: '9798-M-RSA-SHA1-ENC',
    title: { en: 'ISO 9798-3 signature (RSA, both sides)', 'zh-cn': 'ISO 9798-3 签名（RSA，双向验证）' },
    meaning: {
      en: 'Proves a private key by signing a challenge, after ISO/IEC 9798-3. Registered, but not met in SMTP.',
      'zh-cn': '按 ISO/IEC 9798-3 对质询签名以证明私钥。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH 9798-M-RSA-SHA1-ENC
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3163', url: 'https://www.rfc-editor.org/rfc/rfc3163' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: '9798-U-DSA-SHA1',
    title: { en: 'ISO 9798-3 signature (DSA, client only)', 'zh-cn': 'ISO 9798-3 签名（DSA，仅验证客户端）' },
    meaning: {
      en: 'Proves a private key by signing a challenge, after ISO/IEC 9798-3. Registered, but not met in SMTP.',
      'zh-cn': '按 ISO/IEC 9798-3 对质询签名以证明私钥。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH 9798-U-DSA-SHA1
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3163', url: 'https://www.rfc-editor.org/rfc/rfc3163' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: '9798-M-DSA-SHA1',
    title: { en: 'ISO 9798-3 signature (DSA, both sides)', 'zh-cn': 'ISO 9798-3 签名（DSA，双向验证）' },
    meaning: {
      en: 'Proves a private key by signing a challenge, after ISO/IEC 9798-3. Registered, but not met in SMTP.',
      'zh-cn': '按 ISO/IEC 9798-3 对质询签名以证明私钥。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH 9798-M-DSA-SHA1
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3163', url: 'https://www.rfc-editor.org/rfc/rfc3163' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: '9798-U-ECDSA-SHA1',
    title: { en: 'ISO 9798-3 signature (ECDSA, client only)', 'zh-cn': 'ISO 9798-3 签名（ECDSA，仅验证客户端）' },
    meaning: {
      en: 'Proves a private key by signing a challenge, after ISO/IEC 9798-3. Registered, but not met in SMTP.',
      'zh-cn': '按 ISO/IEC 9798-3 对质询签名以证明私钥。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH 9798-U-ECDSA-SHA1
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3163', url: 'https://www.rfc-editor.org/rfc/rfc3163' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: '9798-M-ECDSA-SHA1',
    title: { en: 'ISO 9798-3 signature (ECDSA, both sides)', 'zh-cn': 'ISO 9798-3 签名（ECDSA，双向验证）' },
    meaning: {
      en: 'Proves a private key by signing a challenge, after ISO/IEC 9798-3. Registered, but not met in SMTP.',
      'zh-cn': '按 ISO/IEC 9798-3 对质询签名以证明私钥。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH 9798-M-ECDSA-SHA1
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 3163', url: 'https://www.rfc-editor.org/rfc/rfc3163' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'EAP-AES128',
    title: { en: 'Extensible Authentication Protocol', 'zh-cn': '可扩展身份验证协议' },
    meaning: {
      en: 'Carries EAP, as wireless networks use it, inside SASL. Registered, but not met in SMTP.',
      'zh-cn': '在 SASL 中承载无线网络所用的 EAP。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH EAP-AES128
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EAP-AES128-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 7055', url: 'https://www.rfc-editor.org/rfc/rfc7055' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'EAP-AES128-PLUS',
    title: { en: 'EAP bound to TLS', 'zh-cn': '绑定 TLS 的 EAP' },
    meaning: {
      en: 'EAP-AES128 bound to the TLS connection. Registered, but not met in SMTP.',
      'zh-cn': '与 TLS 连接绑定的 EAP-AES128。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH EAP-AES128-PLUS
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EAP-AES128'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 7055', url: 'https://www.rfc-editor.org/rfc/rfc7055' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'OAUTH10A',
    title: { en: 'OAuth 1.0a', 'zh-cn': 'OAuth 1.0a' },
    meaning: {
      en: 'A signed OAuth 1.0a request in the form of OAUTHBEARER. RFC 7628 demands TLS; not met in SMTP.',
      'zh-cn': '以 OAUTHBEARER 的形式携带签名的 OAuth 1.0a 请求。RFC 7628 要求 TLS；在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: false,
    example: `C: AUTH OAUTH10A ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['OAUTHBEARER'],
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
    key: 'OPENID20',
    title: { en: 'OpenID 2.0', 'zh-cn': 'OpenID 2.0' },
    meaning: {
      en: 'Sends the user to an OpenID 2.0 provider in the browser. Needs TLS; not met in SMTP.',
      'zh-cn': '通过浏览器转到 OpenID 2.0 提供方登录。需要 TLS；在 SMTP 中未见使用。',
    },
    usage: 'common',
    safeWithoutTls: false,
    example: `C: AUTH OPENID20
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SAML20', 'OAUTHBEARER'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 6616', url: 'https://www.rfc-editor.org/rfc/rfc6616' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SAML20',
    title: { en: 'SAML 2.0', 'zh-cn': 'SAML 2.0' },
    meaning: {
      en: 'Sends the user to a SAML 2.0 identity provider in the browser. Needs TLS; has nothing to do with the SMTP command SAML.',
      'zh-cn': '通过浏览器转到 SAML 2.0 身份提供方登录。需要 TLS；与 SMTP 命令 SAML 无关。',
    },
    usage: 'common',
    safeWithoutTls: false,
    example: `C: AUTH SAML20
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['OPENID20', 'OAUTHBEARER'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 6595', url: 'https://www.rfc-editor.org/rfc/rfc6595' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'ECDH-X25519-CHALLENGE',
    title: { en: 'X25519 challenge', 'zh-cn': 'X25519 质询' },
    meaning: {
      en: 'Proves an X25519 key by answering a challenge. From IRC services, not met in SMTP.',
      'zh-cn': '通过应答质询证明 X25519 密钥。源自 IRC 服务，在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH ECDH-X25519-CHALLENGE
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
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
  {
    kind: 'auth-mechanism',
    key: 'ECDSA-NIST256P-CHALLENGE',
    title: { en: 'ECDSA challenge', 'zh-cn': 'ECDSA 质询' },
    meaning: {
      en: 'Proves an ECDSA P-256 key by signing a challenge. From IRC services, not met in SMTP.',
      'zh-cn': '通过对质询签名证明 ECDSA P-256 密钥。源自 IRC 服务，在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH ECDSA-NIST256P-CHALLENGE
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['EXTERNAL'],
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
  {
    kind: 'auth-mechanism',
    key: 'HT-SHA-256-NONE',
    title: { en: 'Hashed token', 'zh-cn': '哈希令牌' },
    meaning: {
      en: 'Logs in again with a hash over a token from an earlier login; the last word names the channel binding. A draft made for XMPP, not met in SMTP.',
      'zh-cn': '用先前登录所得令牌的哈希再次登录；最后一词表示通道绑定方式。为 XMPP 制定的草案，在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH HT-SHA-256-NONE ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'draft-schmaus-kitten-sasl-ht',
        url: 'https://datatracker.ietf.org/doc/html/draft-schmaus-kitten-sasl-ht-09',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'HT-SHA-256-ENDP',
    title: { en: 'Hashed token', 'zh-cn': '哈希令牌' },
    meaning: {
      en: 'Logs in again with a hash over a token from an earlier login; the last word names the channel binding. A draft made for XMPP, not met in SMTP.',
      'zh-cn': '用先前登录所得令牌的哈希再次登录；最后一词表示通道绑定方式。为 XMPP 制定的草案，在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH HT-SHA-256-ENDP ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'draft-schmaus-kitten-sasl-ht',
        url: 'https://datatracker.ietf.org/doc/html/draft-schmaus-kitten-sasl-ht-09',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'HT-SHA-256-UNIQ',
    title: { en: 'Hashed token', 'zh-cn': '哈希令牌' },
    meaning: {
      en: 'Logs in again with a hash over a token from an earlier login; the last word names the channel binding. A draft made for XMPP, not met in SMTP.',
      'zh-cn': '用先前登录所得令牌的哈希再次登录；最后一词表示通道绑定方式。为 XMPP 制定的草案，在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH HT-SHA-256-UNIQ ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'draft-schmaus-kitten-sasl-ht',
        url: 'https://datatracker.ietf.org/doc/html/draft-schmaus-kitten-sasl-ht-09',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'HT-SHA-256-EXPR',
    title: { en: 'Hashed token', 'zh-cn': '哈希令牌' },
    meaning: {
      en: 'Logs in again with a hash over a token from an earlier login; the last word names the channel binding. A draft made for XMPP, not met in SMTP.',
      'zh-cn': '用先前登录所得令牌的哈希再次登录；最后一词表示通道绑定方式。为 XMPP 制定的草案，在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH HT-SHA-256-EXPR ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['SCRAM-SHA-256-PLUS'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'draft-schmaus-kitten-sasl-ht',
        url: 'https://datatracker.ietf.org/doc/html/draft-schmaus-kitten-sasl-ht-09',
      },
    ],
  },
];
