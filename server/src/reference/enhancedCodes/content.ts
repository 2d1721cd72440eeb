import type { EnhancedCodeEntry } from '../entry';

/** X.6.z: message content and media. */
export const contentStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.6.0',
    title: { en: 'Other or undefined media error', 'zh-cn': '其他或未定义的内容错误' },
    meaning: {
      en: 'The content of the message was unacceptable for a reason without its own code.',
      'zh-cn': '邮件内容不可接受，原因没有专门代码。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- `554 5.6.0`: malformed header or MIME, bare LF, two `From` fields, infected attachment.',
      'zh-cn': '- `554 5.6.0`：标头或 MIME 格式错误、单独的 LF、两个 `From`、附件带毒。',
    },
    howToFix: {
      en: '- Client: build the message with a MIME library; end lines with CRLF; one `From`, one `Date`.',
      'zh-cn': '- 客户端：用 MIME 库生成邮件；以 CRLF 换行；`From`、`Date` 各一个。',
    },
    compareWith: [
      {
        key: 'X.7.1',
        difference: {
          en: 'X.7.1: the content is forbidden; X.6.0: it is broken.',
          'zh-cn': 'X.7.1：内容被禁止；X.6.0：内容有缺陷。',
        },
      },
    ],
    seeAlso: ['554', '550'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mime-type'],
    sources: [
      { document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.1',
    title: { en: 'Media not supported', 'zh-cn': '不支持的内容类型' },
    meaning: { en: 'The next system cannot take this kind of content.', 'zh-cn': '下一系统无法接收此类内容。' },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Gateways to SMS or fax; servers that forbid a MIME type.',
      'zh-cn': '- 通往短信或传真的网关；禁止某种 MIME 类型的服务器。',
    },
    howToFix: { en: '- Sender: use another format, plain text at best.', 'zh-cn': '- 发件方：换格式，最好用纯文本。' },
    compareWith: [
      {
        key: 'X.6.3',
        difference: {
          en: 'X.6.3: it could be converted in theory, but not here.',
          'zh-cn': 'X.6.3：理论上可转换，但此处不能。',
        },
      },
    ],
    seeAlso: ['554'],
    guides: ['smtp-delivery-failures'],
    glossary: ['media-type'],
    sources: [
      { document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.2',
    title: { en: 'Conversion required and prohibited', 'zh-cn': '需要转换但被禁止' },
    meaning: {
      en: 'The content would have to be converted, and sender or policy forbids that.',
      'zh-cn': '内容必须转换，但发件人或策略禁止转换。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Signed or encrypted mail on a path that needs 7-bit text, where conversion is forbidden.',
      'zh-cn': '- 已签名或加密的邮件经过只支持 7 位的路径，且转换被禁止。',
    },
    howToFix: {
      en: '- Sender: encode the message as 7-bit (quoted-printable, Base64) before signing.',
      'zh-cn': '- 发件方：签名之前先编码为 7 位（quoted-printable、Base64）。',
    },
    compareWith: [
      {
        key: 'X.6.3',
        difference: { en: 'X.6.3: allowed, but not possible.', 'zh-cn': 'X.6.3：允许但做不到。' },
      },
    ],
    seeAlso: ['554'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mime-type'],
    sources: [
      { document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.3',
    title: { en: 'Conversion required but not supported', 'zh-cn': '需要转换但不支持' },
    meaning: {
      en: 'The content must be converted for the next hop, and this server cannot do it.',
      'zh-cn': '内容须为下一跳转换，而该服务器做不到。',
    },
    basicCodes: [554],
    whenYouSeeIt: {
      en: '- 8-bit message, next hop without `8BITMIME`; binary message, next hop without `BINARYMIME` (`554 5.6.3`).',
      'zh-cn': '- 8 位邮件而下一跳没有 `8BITMIME`；二进制邮件而下一跳没有 `BINARYMIME`（`554 5.6.3`）。',
    },
    howToFix: {
      en: '- Sender: send 7-bit content. Operator: update the next hop.',
      'zh-cn': '- 发件方：发送 7 位内容。管理员：升级下一跳。',
    },
    compareWith: [
      {
        key: 'X.6.2',
        difference: { en: 'X.6.2: forbidden rather than impossible.', 'zh-cn': 'X.6.2：被禁止，而非不可能。' },
      },
    ],
    seeAlso: ['554', '8BITMIME'],
    guides: ['smtp-delivery-failures'],
    glossary: ['8bit-mime'],
    sources: [
      { document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.4',
    title: { en: 'Conversion with loss performed', 'zh-cn': '已转换，有损失' },
    meaning: {
      en: 'Delivered, but something was lost in conversion; as 5.6.4 the loss was not acceptable.',
      'zh-cn': '已投递，但转换造成了损失；若为 5.6.4，则损失不可接受。',
    },
    basicCodes: [250],
    whenYouSeeIt: {
      en: '- `250 2.6.4` from a gateway or `BURL` server.',
      'zh-cn': '- 网关或 `BURL` 服务器的 `250 2.6.4`。',
    },
    howToFix: {
      en: '- Check what arrived; send again in a simpler format if it matters.',
      'zh-cn': '- 检查收到的内容；若有影响，用更简单的格式重发。',
    },
    compareWith: [
      {
        key: 'X.6.5',
        difference: { en: 'X.6.5: the conversion failed.', 'zh-cn': 'X.6.5：转换失败。' },
      },
    ],
    seeAlso: ['250', 'BURL'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mime-type'],
    sources: [
      { document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.5',
    title: { en: 'Conversion failed', 'zh-cn': '转换失败' },
    meaning: { en: 'A conversion was needed, was tried, and did not work.', 'zh-cn': '需要转换，已尝试但失败。' },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Broken MIME structure or an unknown character set at a converting server.',
      'zh-cn': '- 执行转换的服务器遇到损坏的 MIME 结构或未知字符集。',
    },
    howToFix: {
      en: '- Sender: check MIME structure and charset labels, then send again.',
      'zh-cn': '- 发件方：检查 MIME 结构和字符集标注后重发。',
    },
    compareWith: [
      {
        key: 'X.6.3',
        difference: { en: 'X.6.3: not even tried.', 'zh-cn': 'X.6.3：根本没有尝试。' },
      },
    ],
    seeAlso: ['554'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mime-type'],
    sources: [
      { document: 'RFC 3463', section: '3.7', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.6',
    title: { en: 'Message content not available', 'zh-cn': '无法取得邮件内容' },
    meaning: {
      en: '`BURL`: the server could not fetch the referenced content.',
      'zh-cn': '`BURL`：服务器无法取得所引用的内容。',
    },
    basicCodes: [554],
    whenYouSeeIt: {
      en: '- `554 5.6.6 IMAP URL resolution failed`: expired URLAUTH, deleted message, wrong part number.',
      'zh-cn': '- `554 5.6.6 IMAP URL resolution failed`：URLAUTH 过期、邮件已删除、部分编号错误。',
    },
    howToFix: {
      en: '- Client: make a new URLAUTH, or upload the content with `DATA` or `BDAT`.',
      'zh-cn': '- 客户端：重新生成 URLAUTH，或用 `DATA`、`BDAT` 上传内容。',
    },
    compareWith: [
      {
        key: 'X.7.14',
        difference: {
          en: 'X.7.14: the two servers do not trust each other.',
          'zh-cn': 'X.7.14：两台服务器之间没有信任关系。',
        },
      },
    ],
    seeAlso: ['554', 'BURL'],
    guides: ['smtp-delivery-failures'],
    glossary: ['bdat-chunking'],
    sources: [
      { document: 'RFC 4468', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc4468.html#section-5' },
      { document: 'RFC 4468', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4468.html#section-6' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.7',
    title: { en: 'Non-ASCII addresses not permitted', 'zh-cn': '不允许非 ASCII 地址' },
    meaning: {
      en: 'An internationalised address was used where this sender or recipient may not use one.',
      'zh-cn': '在不允许的情况下对该发件人或收件人使用了国际化地址。',
    },
    basicCodes: [553, 550],
    whenYouSeeIt: {
      en: '- `MAIL` or `RCPT` with non-ASCII letters and no `SMTPUTF8`, or a next hop without it.',
      'zh-cn': '- `MAIL` 或 `RCPT` 含非 ASCII 字符却未用 `SMTPUTF8`，或下一跳不支持。',
    },
    howToFix: {
      en: '- Client: add `SMTPUTF8` if offered, else use an ASCII address.',
      'zh-cn': '- 客户端：若提供则加 `SMTPUTF8`，否则用 ASCII 地址。',
    },
    compareWith: [
      {
        key: 'X.6.9',
        difference: {
          en: 'X.6.9 comes after the data, about the header.',
          'zh-cn': 'X.6.9 出现在数据之后，针对标头。',
        },
      },
    ],
    seeAlso: ['550', '553', 'SMTPUTF8'],
    guides: ['smtp-delivery-failures'],
    glossary: ['internationalized-email'],
    sources: [
      { document: 'RFC 6531', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-3.5' },
      { document: 'RFC 6531', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-4.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.8',
    title: { en: 'UTF-8 reply required, but not permitted', 'zh-cn': '需要 UTF-8 应答但客户端不允许' },
    meaning: {
      en: 'The server would need UTF-8 to name the mailbox in its reply, and the client did not allow that.',
      'zh-cn': '服务器须用 UTF-8 才能在应答中写出邮箱名，但客户端不允许。',
    },
    basicCodes: [252, 553, 550],
    whenYouSeeIt: {
      en: '- `VRFY` or `EXPN` without the `SMTPUTF8` parameter for a non-ASCII mailbox.',
      'zh-cn': '- 对非 ASCII 邮箱执行 `VRFY` 或 `EXPN` 而未带 `SMTPUTF8` 参数。',
    },
    howToFix: {
      en: '- Client: repeat with `SMTPUTF8` if the server offers it.',
      'zh-cn': '- 客户端：若服务器提供，则带 `SMTPUTF8` 重发。',
    },
    compareWith: [
      {
        key: 'X.6.7',
        difference: { en: 'X.6.7 refuses the address in the command.', 'zh-cn': 'X.6.7 拒绝命令中的地址。' },
      },
    ],
    seeAlso: ['VRFY', 'EXPN', 'SMTPUTF8'],
    guides: ['smtp-delivery-failures'],
    glossary: ['internationalized-email'],
    sources: [
      { document: 'RFC 6531', section: '3.7.4.2', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-3.7.4.2' },
      { document: 'RFC 6531', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-4.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.9',
    title: { en: 'UTF-8 header cannot be transferred', 'zh-cn': 'UTF-8 标头无法传送' },
    meaning: {
      en:
        'The message has an internationalised header that cannot reach one or more recipients, so it is refused ' +
        'after the data.',
      'zh-cn': '邮件含国际化标头，无法送达一个或多个收件人，因此在数据之后被拒。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- A next hop without `SMTPUTF8`, found out only at delivery time.',
      'zh-cn': '- 投递时才发现下一跳不支持 `SMTPUTF8`。',
    },
    howToFix: {
      en: '- Sender: send to an ASCII address with an encoded (RFC 2047) header.',
      'zh-cn': '- 发件方：改用 ASCII 地址和编码标头（RFC 2047）。',
    },
    compareWith: [
      {
        key: 'X.6.7',
        difference: {
          en: 'X.6.7 comes earlier, to `MAIL` or `RCPT`.',
          'zh-cn': 'X.6.7 更早出现，针对 `MAIL` 或 `RCPT`。',
        },
      },
    ],
    seeAlso: ['550', 'SMTPUTF8'],
    guides: ['smtp-delivery-failures'],
    glossary: ['internationalized-email'],
    sources: [
      { document: 'RFC 6531', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-3.5' },
      { document: 'RFC 6531', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc6531.html#section-4.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.6.10',
    title: { en: 'Deprecated duplicate of X.6.8', 'zh-cn': 'X.6.8 的重复项，已弃用' },
    meaning: {
      en: 'Same meaning as X.6.8; the registry keeps the number only to say that it must not be used.',
      'zh-cn': '与 X.6.8 含义相同；注册表保留该编号仅为说明不应使用。',
    },
    basicCodes: [],
    whenYouSeeIt: { en: '- Only from old software.', 'zh-cn': '- 仅见于旧软件。' },
    howToFix: { en: '- Read it as X.6.8. Server: answer X.6.8.', 'zh-cn': '- 按 X.6.8 理解。服务器：应使用 X.6.8。' },
    compareWith: [
      {
        key: 'X.6.8',
        difference: { en: 'The code to use instead.', 'zh-cn': '应改用的代码。' },
      },
    ],
    seeAlso: ['X.6.8'],
    guides: ['smtp-delivery-failures'],
    glossary: ['smtp-enhanced-status-codes'],
    sources: [
      { document: 'RFC 6531', url: 'https://www.rfc-editor.org/rfc/rfc6531.html' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
