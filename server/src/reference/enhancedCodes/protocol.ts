import type { EnhancedCodeEntry } from '../entry';

/** X.5.z: the mail delivery protocol. */
export const protocolStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.5.0',
    title: { en: 'Other or undefined protocol status', 'zh-cn': '其他或未定义的协议状态' },
    meaning: {
      en: 'Something about the SMTP dialogue caused the reply, without a better code.',
      'zh-cn': 'SMTP 对话中的某种情况，没有更合适的代码。',
    },
    basicCodes: [220, 250, 251, 252, 253, 451, 452, 454, 458, 459, 501, 502, 503, 554],
    whenYouSeeIt: {
      en: '- `503 5.5.0` improper pipelining; `250 2.5.0` to `NOOP` or `BURL`.',
      'zh-cn': '- `503 5.5.0` 不当的流水线；对 `NOOP` 或 `BURL` 的 `250 2.5.0`。',
    },
    howToFix: {
      en: '- Client: compare the order and form of the commands above with RFC 5321.',
      'zh-cn': '- 客户端：将上方命令的顺序和写法与 RFC 5321 对照。',
    },
    compareWith: [
      {
        key: 'X.5.1',
        difference: { en: 'X.5.1: this command, at this moment, is invalid.', 'zh-cn': 'X.5.1：该命令在此刻无效。' },
      },
    ],
    seeAlso: ['503', '554'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    glossary: ['smtp-pipelining'],
    sources: [
      { document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.5.1',
    title: { en: 'Invalid command', 'zh-cn': '无效命令' },
    meaning: { en: 'The command is out of sequence or not supported.', 'zh-cn': '命令顺序不对或不受支持。' },
    basicCodes: [430, 500, 501, 503, 530, 550, 554, 555],
    whenYouSeeIt: {
      en:
        '- `503 5.5.1`: no `EHLO`, nested `MAIL`, `DATA` without recipients; `554 5.5.1 no valid recipients`.\n' +
        '- `530 5.5.1`, `502 5.5.1`: login needed, command switched off.',
      'zh-cn':
        '- `503 5.5.1`：没有 `EHLO`、嵌套 `MAIL`、无收件人的 `DATA`；`554 5.5.1 no valid recipients`。\n' +
        '- `530 5.5.1`、`502 5.5.1`：需要登录、命令已关闭。',
    },
    howToFix: {
      en: '- Client: find the first refused command above it and mend that; keep to the order of RFC 5321.',
      'zh-cn': '- 客户端：找到上方第一条被拒的命令并修正；遵守 RFC 5321 的顺序。',
    },
    compareWith: [
      {
        key: 'X.5.2',
        difference: {
          en: 'X.5.2: it cannot be read. X.5.1: it can, but not now or not here.',
          'zh-cn': 'X.5.2：无法解读。X.5.1：能解读，但此时此地不行。',
        },
      },
    ],
    seeAlso: ['503', '554', '502', '530'],
    guides: ['rfc-5321-deep-dive'],
    glossary: ['mail-transaction'],
    sources: [
      { document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.5.2',
    title: { en: 'Syntax error', 'zh-cn': '语法错误' },
    meaning: {
      en: 'The command could not be understood: unknown word, or malformed line.',
      'zh-cn': '命令无法理解：未知的命令字或格式错误的行。',
    },
    basicCodes: [500, 501, 502, 550, 555],
    whenYouSeeIt: {
      en: '- `500 5.5.2` unknown verb; `555 5.5.2` at Gmail; `504 5.5.2` for a HELO name without a dot at Postfix.',
      'zh-cn': '- `500 5.5.2` 未知命令；Gmail 的 `555 5.5.2`；Postfix 对不含点的 HELO 名回 `504 5.5.2`。',
    },
    howToFix: {
      en: '- Client: check spelling, angle brackets, line ends, and that mail data was not sent as commands.',
      'zh-cn': '- 客户端：检查拼写、尖括号、换行，并确认没有把邮件数据当命令发送。',
    },
    compareWith: [
      {
        key: 'X.5.4',
        difference: { en: 'X.5.4: the verb is fine, an argument is not.', 'zh-cn': 'X.5.4：命令没问题，参数有误。' },
      },
    ],
    seeAlso: ['500', '501', '555'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    glossary: ['request-response-model'],
    sources: [
      { document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.5.3',
    title: { en: 'Too many recipients', 'zh-cn': '收件人过多' },
    meaning: {
      en: 'More recipients than this server takes in one transaction.',
      'zh-cn': '收件人数超过服务器单个事务的上限。',
    },
    basicCodes: [451],
    whenYouSeeIt: {
      en: '- `452 4.5.3` to a later `RCPT`; `550 5.5.3` against list abuse.',
      'zh-cn': '- 对后面的 `RCPT` 回 `452 4.5.3`；为防滥用的 `550 5.5.3`。',
    },
    howToFix: {
      en: '- Client: send to those accepted, the rest in another transaction.',
      'zh-cn': '- 客户端：先发给已接受者，其余放入另一事务。',
    },
    compareWith: [
      {
        key: 'X.2.2',
        difference: {
          en: 'With 452 it is easy to take one for the other: X.2.2 is a full mailbox.',
          'zh-cn': '同为 452 容易混淆：X.2.2 是邮箱已满。',
        },
      },
    ],
    seeAlso: ['452', 'RCPT'],
    guides: ['bulk-email'],
    glossary: ['envelope'],
    sources: [
      { document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.5.4',
    title: { en: 'Invalid command arguments', 'zh-cn': '命令参数无效' },
    meaning: {
      en: 'The command is valid, but an argument is out of range or not supported.',
      'zh-cn': '命令有效，但参数超出范围或不受支持。',
    },
    basicCodes: [451, 501, 502, 503, 504, 550, 555],
    whenYouSeeIt: {
      en:
        '- Unknown `MAIL` or `RCPT` parameter (`555 5.5.4`), unknown `AUTH` mechanism (`504 5.5.4`), bad `EHLO` ' +
        'name (`501 5.5.4`).',
      'zh-cn':
        '- 未知的 `MAIL`、`RCPT` 参数（`555 5.5.4`），未知的 `AUTH` 机制（`504 5.5.4`），`EHLO` 名称无效（' +
        '`501 5.5.4`）。',
    },
    howToFix: {
      en: '- Client: use only what the last `EHLO` reply offered, with values in range.',
      'zh-cn': '- 客户端：只用最近一次 `EHLO` 应答提供的功能，取值在范围内。',
    },
    compareWith: [
      {
        key: 'X.5.2',
        difference: { en: 'X.5.2: the line as a whole cannot be read.', 'zh-cn': 'X.5.2：整行无法解读。' },
      },
    ],
    seeAlso: ['501', '504', '555'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    glossary: ['request-response-model'],
    sources: [
      { document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.5.5',
    title: { en: 'Wrong protocol version', 'zh-cn': '协议版本错误' },
    meaning: {
      en: 'Client and server speak versions that do not fit and cannot agree.',
      'zh-cn': '客户端与服务器的协议版本不符且无法协商。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Hardly ever: SMTP has no version numbers; gateways may use it.',
      'zh-cn': '- 极少见：SMTP 没有版本号；网关可能使用。',
    },
    howToFix: {
      en: '- Check that port and program are meant for SMTP, not LMTP or another protocol.',
      'zh-cn': '- 确认端口和程序对应 SMTP，而非 LMTP 或其他协议。',
    },
    compareWith: [
      {
        key: 'X.5.1',
        difference: { en: 'X.5.1: a single command is not supported.', 'zh-cn': 'X.5.1：某条命令不受支持。' },
      },
    ],
    seeAlso: ['500', 'LHLO'],
    guides: ['smtp-reply-codes', 'rfc-5321-deep-dive'],
    glossary: ['esmtp'],
    sources: [
      { document: 'RFC 3463', section: '3.6', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.5.6',
    title: { en: 'Authentication exchange line too long', 'zh-cn': '验证交互行过长' },
    meaning: {
      en: "A Base64 line of the `AUTH` exchange is longer than the server's buffer.",
      'zh-cn': '`AUTH` 交互中的 Base64 行超过服务器缓冲区。',
    },
    basicCodes: [500],
    whenYouSeeIt: {
      en: '- Large Kerberos tickets or OAuth tokens (`500 5.5.6`).',
      'zh-cn': '- 较大的 Kerberos 票据或 OAuth 令牌（`500 5.5.6`）。',
    },
    howToFix: {
      en:
        '- Client: send the token in a 334 answer instead of an initial response; get a smaller token. Server: ' +
        'accept 12288 octets, as RFC 4954 asks.',
      'zh-cn':
        '- 客户端：不用初始响应，改在 334 之后发送令牌；申请更小的令牌。服务器：按 RFC 4954 接受 12288 个八位字节。',
    },
    compareWith: [
      {
        key: 'X.7.8',
        difference: {
          en: 'X.7.8: the line was read, the credentials were wrong.',
          'zh-cn': 'X.7.8：已读取，但凭据错误。',
        },
      },
    ],
    seeAlso: ['500', 'AUTH', '334'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      { document: 'RFC 4954', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-4' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
