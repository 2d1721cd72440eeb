import type { Scenario } from '../entry';

/** Worked examples of the replies to AUTH. The secrets in them are invented. */
export const scenario235: Scenario = {
  title: { en: 'AUTH PLAIN inside TLS', 'zh-cn': '在 TLS 内使用 AUTH PLAIN' },
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
  findings: [],
  explanation: {
    en: 'TLS first, then a new `EHLO`, then the login: the password is never readable on the wire.',
    'zh-cn': '先 TLS，再重新 `EHLO`，然后登录：密码在线路上始终不可读。',
  },
};

export const scenario432: Scenario = {
  title: {
    en: 'CRAM-MD5 after a move of the accounts, then PLAIN once',
    'zh-cn': '账户迁移后使用 CRAM-MD5，再用一次 PLAIN',
  },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-AUTH CRAM-MD5 PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH CRAM-MD5
S: 334 PDEyMzQ1LjE3MDAwMDAwMDBAc210cC5leGFtcGxlLm5ldD4=
C: YWxpY2UgNGJmNTIxZDJjMGYyYzQ3ZDA3YmJkNDk0MGUwZWU1ZTg=
S: 432 4.7.12 A password transition is needed
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [],
  explanation: {
    en: 'The server keeps no form of the password that CRAM-MD5 could use. One login with PLAIN lets it make one; afterwards CRAM-MD5 works.',
    'zh-cn': '服务器没有 CRAM-MD5 可用的密码形式。用 PLAIN 登录一次即可生成，此后 CRAM-MD5 便可使用。',
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
S: 250-AUTH CRAM-MD5 PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario523: Scenario = {
  title: { en: 'AUTH PLAIN without TLS', 'zh-cn': '未启用 TLS 就 AUTH PLAIN' },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN
S: 523 5.7.10 Encryption needed
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 8, rule: 'auth.failed' }],
  explanation: {
    en: 'The client asked without sending the password along, so nothing leaked. After `STARTTLS` the same command goes on.',
    'zh-cn': '客户端没有随命令发送密码，因此没有泄露。`STARTTLS` 之后同一命令可继续。',
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
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario524: Scenario = {
  title: { en: 'AUTH LOGIN without TLS', 'zh-cn': '未启用 TLS 就 AUTH LOGIN' },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250-AUTH LOGIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH LOGIN
S: 524 5.7.11 Encryption required for requested authentication mechanism
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 8, rule: 'auth.failed' }],
  explanation: {
    en: 'The same as 538. After `STARTTLS` and a new `EHLO` the mechanism is allowed.',
    'zh-cn': '与 538 相同。`STARTTLS` 并重新 `EHLO` 之后即可使用该机制。',
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
S: 250-AUTH LOGIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: YWxpY2U=
S: 334 UGFzc3dvcmQ6
C: c2VjcmV0
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario525: Scenario = {
  title: { en: 'An account that was blocked', 'zh-cn': '被停用的账户' },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250 ENHANCEDSTATUSCODES
C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 525 5.7.13 User account disabled
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 13, rule: 'auth.failed' }],
  explanation: {
    en: 'No change of the client helps. The account’s administrator has to open it again.',
    'zh-cn': '更改客户端无济于事，须由账户管理员重新启用。',
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
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario534: Scenario = {
  title: { en: 'The password is right, but an app password is asked for', 'zh-cn': '密码正确，但要求应用专用密码' },
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
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 534 5.7.9 Application-specific password required
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [{ line: 13, rule: 'auth.failed' }],
  explanation: {
    en: 'The account has two-step login. The user makes an app password in the account settings, and the client logs in with that.',
    'zh-cn': '该账户启用了两步验证。用户在账户设置中生成应用专用密码，客户端用它登录。',
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
C: AUTH PLAIN AGFsaWNlAGFwcC1wYXNzd29yZA==
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
};

export const scenario538: Scenario = {
  title: { en: 'A password before TLS is refused', 'zh-cn': 'TLS 之前发送密码被拒' },
  before: `S: 220 smtp.example.net ESMTP
C: EHLO laptop.example.com
S: 250-smtp.example.net
S: 250-STARTTLS
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 538 5.7.11 Encryption required for requested authentication mechanism
C: QUIT
S: 221 2.0.0 Bye`,
  findings: [
    { line: 7, rule: 'security.cleartext-credentials' },
    { line: 8, rule: 'auth.failed' },
  ],
  explanation: {
    en: 'The refusal comes too late, the password has been on the wire. `STARTTLS` first, then a new `EHLO`, then `AUTH`; and a new password.',
    'zh-cn': '拒绝来得太晚，密码已在线路上出现过。应先 `STARTTLS`，再重新 `EHLO`，然后 `AUTH`；并更换密码。',
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
S: 250-AUTH PLAIN
S: 250 ENHANCEDSTATUSCODES
C: AUTH PLAIN AGFsaWNlAHNlY3JldA==
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 2.0.0 Bye`,
};
