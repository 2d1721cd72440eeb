import type { AuthMechanismEntry } from '../entry';

/**
 * SASL mechanisms of Kerberos and of directory services other than the common GSSAPI and NTLM.
 */
export const directoryMechanisms: readonly AuthMechanismEntry[] = [
  {
    kind: 'auth-mechanism',
    key: 'GS2-KRB5',
    title: { en: 'Kerberos V5 over GS2', 'zh-cn': '基于 GS2 的 Kerberos V5' },
    meaning: {
      en: 'Kerberos V5 in the newer GS2 form, with fewer round trips than GSSAPI. Hardly seen in SMTP.',
      'zh-cn': '以较新的 GS2 形式使用 Kerberos V5，往返少于 GSSAPI。在 SMTP 中罕见。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH GS2-KRB5 ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GSSAPI'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5801', url: 'https://www.rfc-editor.org/rfc/rfc5801' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'GS2-KRB5-PLUS',
    title: { en: 'Kerberos V5 over GS2, bound to TLS', 'zh-cn': '基于 GS2 的 Kerberos V5（绑定 TLS）' },
    meaning: {
      en: 'GS2-KRB5 bound to the TLS connection. Hardly seen in SMTP.',
      'zh-cn': '与 TLS 连接绑定的 GS2-KRB5。在 SMTP 中罕见。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH GS2-KRB5-PLUS ZXhhbXBsZQ==
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GS2-KRB5'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5801', url: 'https://www.rfc-editor.org/rfc/rfc5801' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'GSS-SPNEGO',
    title: { en: 'Negotiated Windows authentication', 'zh-cn': '协商式 Windows 验证' },
    meaning: {
      en: 'Lets Windows choose between Kerberos and NTLM. With NTLM inside it is no safer than NTLM.',
      'zh-cn': '由 Windows 在 Kerberos 与 NTLM 之间协商。若内部是 NTLM，安全性与 NTLM 相同。',
    },
    usage: 'limited',
    safeWithoutTls: false,
    example: `C: AUTH GSS-SPNEGO
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GSSAPI', 'NTLM'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      {
        document: 'Microsoft [MS-SPNG]: SPNEGO Extension',
        url: 'https://learn.microsoft.com/en-us/openspecs/windows_protocols/ms-spng/',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SPNEGO',
    title: { en: 'GS2 name that must not be used', 'zh-cn': '不得使用的 GS2 名称' },
    meaning: {
      en: 'The name that GS2 would give to SPNEGO. RFC 5801 forbids its use.',
      'zh-cn': 'GS2 规则下 SPNEGO 的名称。RFC 5801 禁止使用。',
    },
    usage: 'obsolete',
    safeWithoutTls: false,
    example: `C: AUTH SPNEGO
S: 504 5.5.4 Unrecognized authentication type`,
    seeAlso: ['GSS-SPNEGO', '504'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5801', url: 'https://www.rfc-editor.org/rfc/rfc5801' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'SPNEGO-PLUS',
    title: { en: 'GS2 name that must not be used', 'zh-cn': '不得使用的 GS2 名称' },
    meaning: {
      en: 'The name that GS2 would give to SPNEGO with channel binding. RFC 5801 forbids its use.',
      'zh-cn': 'GS2 规则下带通道绑定的 SPNEGO 的名称。RFC 5801 禁止使用。',
    },
    usage: 'obsolete',
    safeWithoutTls: false,
    example: `C: AUTH SPNEGO-PLUS
S: 504 5.5.4 Unrecognized authentication type`,
    seeAlso: ['GSS-SPNEGO', '504'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 5801', url: 'https://www.rfc-editor.org/rfc/rfc5801' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'KERBEROS_V4',
    title: { en: 'Kerberos version 4', 'zh-cn': 'Kerberos 第 4 版' },
    meaning: {
      en: 'Kerberos 4 with single DES, which can be broken. Obsolete.',
      'zh-cn': '使用单 DES 的 Kerberos 4，可被破解。已废弃。',
    },
    usage: 'obsolete',
    safeWithoutTls: false,
    example: `C: AUTH KERBEROS_V4
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GSSAPI'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'IANA SASL Mechanisms',
        url: 'https://www.iana.org/assignments/sasl-mechanisms/sasl-mechanisms.xhtml',
        date: '2026-11-24',
      },
      { document: 'RFC 2222', section: '7.1', url: 'https://www.rfc-editor.org/rfc/rfc2222#section-7.1' },
    ],
  },
  {
    kind: 'auth-mechanism',
    key: 'KERBEROS_V5',
    title: { en: 'Kerberos version 5 (private)', 'zh-cn': 'Kerberos 第 5 版（私有）' },
    meaning: {
      en: 'A registered name for Kerberos 5 without a public specification; GSSAPI is used in its place.',
      'zh-cn': '已登记但没有公开规范的 Kerberos 5 名称；实际使用 GSSAPI。',
    },
    usage: 'common',
    safeWithoutTls: true,
    example: `C: AUTH KERBEROS_V5
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GSSAPI'],
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
    key: 'SXOVER-PLUS',
    title: { en: 'SASL through to the home realm', 'zh-cn': 'SASL 转交原属域' },
    meaning: {
      en: "Carries an encrypted SASL exchange on to the user's own domain, bound to TLS. Registered, but not met in SMTP.",
      'zh-cn': '把加密的 SASL 交换转交用户所属域，并与 TLS 绑定。已登记，但在 SMTP 中未见使用。',
    },
    usage: 'limited',
    safeWithoutTls: true,
    example: `C: AUTH SXOVER-PLUS
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['GS2-KRB5-PLUS'],
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
    key: 'NMAS_LOGIN',
    title: { en: 'Novell NMAS', 'zh-cn': 'Novell NMAS' },
    meaning: {
      en: "A private mechanism of Novell's directory. Registered without a public specification.",
      'zh-cn': 'Novell 目录的私有机制。已登记但没有公开规范。',
    },
    usage: 'limited',
    safeWithoutTls: false,
    example: `C: AUTH NMAS_LOGIN
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['NTLM'],
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
    key: 'NMAS_AUTHEN',
    title: { en: 'Novell NMAS', 'zh-cn': 'Novell NMAS' },
    meaning: {
      en: "A private mechanism of Novell's directory. Registered without a public specification.",
      'zh-cn': 'Novell 目录的私有机制。已登记但没有公开规范。',
    },
    usage: 'limited',
    safeWithoutTls: false,
    example: `C: AUTH NMAS_AUTHEN
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['NTLM'],
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
    key: 'NMAS-SAMBA-AUTH',
    title: { en: 'Novell NMAS', 'zh-cn': 'Novell NMAS' },
    meaning: {
      en: "A private mechanism of Novell's directory. Registered without a public specification.",
      'zh-cn': 'Novell 目录的私有机制。已登记但没有公开规范。',
    },
    usage: 'limited',
    safeWithoutTls: false,
    example: `C: AUTH NMAS-SAMBA-AUTH
S: 334 Y2hhbGxlbmdl
C: cmVzcG9uc2U=
S: 235 2.7.0 Authentication successful`,
    seeAlso: ['NTLM'],
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
