import type { EnhancedCodeEntry } from '../entry';

/** X.4.z: network and routing. */
export const networkStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.4.0',
    title: { en: 'Other or undefined network or routing status', 'zh-cn': '其他或未定义的网络或路由状态' },
    meaning: {
      en: 'Something went wrong between the servers, and no other code fits.',
      'zh-cn': '服务器之间出了问题，没有更合适的代码。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Exchange: `451 4.4.0 Primary target IP address responded with …`: read the inner reply.',
      'zh-cn': '- Exchange：`451 4.4.0 Primary target IP address responded with …`，应看其中内嵌的应答。',
    },
    howToFix: {
      en: '- Administrator: check DNS, firewall and send connector; act on the inner reply.',
      'zh-cn': '- 管理员：检查 DNS、防火墙、发送连接器；按内嵌应答处理。',
    },
    compareWith: [
      {
        key: 'X.3.0',
        difference: {
          en: 'X.3.0 blames the system, X.4.0 the way to it.',
          'zh-cn': 'X.3.0 归因于系统，X.4.0 归因于通往它的路径。',
        },
      },
    ],
    seeAlso: ['451', '421'],
    guides: ['smtp-delivery-failures'],
    glossary: ['firewall'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.1',
    title: { en: 'No answer from host', 'zh-cn': '主机无应答' },
    meaning: { en: 'The connection to the next server was not answered.', 'zh-cn': '与下一台服务器的连接没有应答。' },
    basicCodes: [451],
    whenYouSeeIt: {
      en:
        '- `4.4.1` in queues and bounces: "Connection timed out" or "refused"; port 25 blocked by a provider.\n' +
        '- Microsoft 365: `550 5.4.1 Recipient address rejected: Access denied` means an unknown recipient or ' +
        'domain.',
      'zh-cn':
        '- 队列和退信中的 `4.4.1`：连接超时或被拒；运营商封锁 25 端口。\n' +
        '- Microsoft 365：`550 5.4.1 Recipient address rejected: Access denied` 表示收件人或域未知。',
    },
    howToFix: {
      en: '- Sender: test port 25 to the MX host; use a smart host if your provider blocks it.',
      'zh-cn': '- 发件方：测试到 MX 主机 25 端口的连通性；若被封锁，改用智能主机。',
    },
    compareWith: [
      {
        key: 'X.4.2',
        difference: { en: 'X.4.2: connected, then broken off.', 'zh-cn': 'X.4.2：已连上，后中断。' },
      },
    ],
    seeAlso: ['441', '451'],
    guides: ['tcp-handshake'],
    glossary: ['firewall', 'three-way-handshake', 'mx-record'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.2',
    title: { en: 'Bad connection', 'zh-cn': '连接中断' },
    meaning: {
      en: 'The connection was made but broke or timed out before the work was done.',
      'zh-cn': '连接已建立，但在完成之前中断或超时。',
    },
    basicCodes: [421],
    whenYouSeeIt: {
      en:
        '- `421 4.4.2 … timeout exceeded`: the client was silent too long.\n' +
        '- "lost connection while sending end of data": MTU, firewall or filter time-out.',
      'zh-cn':
        '- `421 4.4.2 … timeout exceeded`：客户端沉默过久。\n' +
        '- “lost connection while sending end of data”：MTU、防火墙或过滤器超时。',
    },
    howToFix: {
      en: '- Client: send without long pauses, retry later. Administrator: check MTU and SMTP inspection of firewalls.',
      'zh-cn': '- 客户端：避免长时间停顿，稍后重试。管理员：检查 MTU 和防火墙的 SMTP 检测。',
    },
    compareWith: [
      {
        key: 'X.4.1',
        difference: { en: 'X.4.1: no connection at all.', 'zh-cn': 'X.4.1：根本没有连上。' },
      },
    ],
    seeAlso: ['421', '442'],
    guides: ['smtp-delivery-failures'],
    glossary: ['firewall'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.3',
    title: { en: 'Directory server failure', 'zh-cn': '目录服务器故障' },
    meaning: {
      en: 'A directory that the server needs, such as DNS or LDAP, could not be asked.',
      'zh-cn': '服务器依赖的目录（如 DNS 或 LDAP）无法查询。',
    },
    basicCodes: [451, 550],
    whenYouSeeIt: {
      en: '- `451 4.4.3 Temporary lookup failure`; SPF check hit a DNS time-out.',
      'zh-cn': '- `451 4.4.3 Temporary lookup failure`；SPF 检查遇到 DNS 超时。',
    },
    howToFix: {
      en: "- Sender: retry; test that your domain's name servers answer. Operator: check resolver and LDAP.",
      'zh-cn': '- 发件方：重试，并确认本域名服务器可应答。管理员：检查解析器和 LDAP。',
    },
    compareWith: [
      {
        key: 'X.4.4',
        difference: {
          en: 'X.4.4: the directory answered, but gave no route.',
          'zh-cn': 'X.4.4：目录有应答，但没有路由。',
        },
      },
      {
        key: 'X.7.24',
        difference: {
          en: 'X.7.24 names SPF as the check that failed to run.',
          'zh-cn': 'X.7.24 指明无法执行的是 SPF 检查。',
        },
      },
    ],
    seeAlso: ['451', 'X.7.24'],
    guides: ['dns-record-types'],
    glossary: ['mta', 'email-queue'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.4',
    title: { en: 'Unable to route', 'zh-cn': '无法路由' },
    meaning: { en: 'No next hop could be worked out for the message.', 'zh-cn': '无法确定邮件的下一跳。' },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- "Host or domain name not found", MX that points to a name without address, missing connector.',
      'zh-cn': '- “Host or domain name not found”、MX 指向没有地址的名称、缺少连接器。',
    },
    howToFix: {
      en: "- Domain owner: repair MX and A/AAAA records. Sender: check the domain's spelling and your DNS resolver.",
      'zh-cn': '- 域名所有者：修复 MX 和 A/AAAA 记录。发件方：检查域名拼写和解析器。',
    },
    compareWith: [
      {
        key: 'X.1.2',
        difference: { en: 'X.1.2: the domain is wrong, for good.', 'zh-cn': 'X.1.2：域本身无效，属永久性。' },
      },
      {
        key: 'X.4.3',
        difference: { en: 'X.4.3: the lookup itself failed.', 'zh-cn': 'X.4.3：查询本身失败。' },
      },
    ],
    seeAlso: ['451', '550', '449'],
    guides: ['dns-record-types'],
    glossary: ['mx-record'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.5',
    title: { en: 'Mail system congestion', 'zh-cn': '邮件系统拥塞' },
    meaning: { en: 'The system is too busy to take the message now.', 'zh-cn': '系统过于繁忙，暂时无法接收。' },
    basicCodes: [451],
    whenYouSeeIt: {
      en: '- `421 4.4.5` or `451 4.4.5`: connection or rate limits of large providers.',
      'zh-cn': '- `421 4.4.5` 或 `451 4.4.5`：大型服务商的连接数或速率限制。',
    },
    howToFix: {
      en: '- Sender: fewer connections, growing delays, spread the volume.',
      'zh-cn': '- 发件方：减少连接，递增间隔，分散发送量。',
    },
    compareWith: [
      {
        key: 'X.7.28',
        difference: {
          en: 'X.7.28: your mail in particular looks like a flood.',
          'zh-cn': 'X.7.28：特指你的邮件像洪水。',
        },
      },
    ],
    seeAlso: ['421', '451'],
    guides: ['bulk-email'],
    glossary: ['exponential-backoff'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.6',
    title: { en: 'Routing loop detected', 'zh-cn': '检测到路由循环' },
    meaning: {
      en: 'The message has passed through too many servers or the same one again.',
      'zh-cn': '邮件经过的服务器过多，或再次回到同一台。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- `554 5.4.6 Too many hops`; forwarding that points back; wrong MX or relay tables.',
      'zh-cn': '- `554 5.4.6 Too many hops`；转发指回原处；MX 或中继表错误。',
    },
    howToFix: {
      en: '- Administrator: find the repeating hosts in the `Received` fields and break the circle.',
      'zh-cn': '- 管理员：在 `Received` 字段中找出重复主机并打破循环。',
    },
    compareWith: [
      {
        key: 'X.3.5',
        difference: {
          en: 'X.3.5: the server sees its own misconfiguration.',
          'zh-cn': 'X.3.5：服务器发现自身配置错误。',
        },
      },
    ],
    seeAlso: ['554', '446'],
    guides: ['header-analysis'],
    glossary: ['mail-loop'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.4.7',
    title: { en: 'Delivery time expired', 'zh-cn': '投递期限已过' },
    meaning: { en: 'The message grew too old before it could be delivered.', 'zh-cn': '邮件在送达之前已超过期限。' },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Bounce after four or five days in the queue; a `DELIVERBY` deadline passed.',
      'zh-cn': '- 在队列中四五天后的退信；超过 `DELIVERBY` 期限。',
    },
    howToFix: {
      en: '- Sender: look up the last deferral for the true cause; it is not this code.',
      'zh-cn': '- 发件方：查看最后一次推迟的记录，真正原因在那里，而非此代码。',
    },
    compareWith: [
      {
        key: 'X.4.1',
        difference: { en: 'X.4.1 is often that true cause.', 'zh-cn': 'X.4.1 往往就是真正原因。' },
      },
    ],
    seeAlso: ['451', '447'],
    guides: ['bounces-soft-hard'],
    glossary: ['email-queue', 'dsn'],
    sources: [
      { document: 'RFC 3463', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.5' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
