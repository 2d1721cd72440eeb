import type { EnhancedCodeEntry } from '../entry';

/** X.2.z and X.3.z: the mailbox and the mail system. */
export const mailboxAndSystemStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.2.0',
    title: { en: 'Other or undefined mailbox status', 'zh-cn': '其他或未定义的邮箱状态' },
    meaning: {
      en: 'The mailbox exists, but something about it caused the reply, without details.',
      'zh-cn': '邮箱存在，但出于与其有关的某种原因，未给出细节。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en:
        '- Greylisting in Postfix (`450 4.2.0`); LMTP delivery success (`250 2.2.0`, `2.1.5`).\n' +
        '- `5.2.0`: delivery into the store failed.',
      'zh-cn':
        '- Postfix 的灰名单（`450 4.2.0`）；LMTP 投递成功（`250 2.2.0`、`2.1.5`）。\n' +
        '- `5.2.0`：写入邮箱存储失败。',
    },
    howToFix: {
      en: "- Client: retry 4.2.0. Operator: look at the delivery agent's log.",
      'zh-cn': '- 客户端：4.2.0 应重试。管理员：查看投递代理的日志。',
    },
    compareWith: [
      {
        key: 'X.2.1',
        difference: { en: 'X.2.1: the mailbox is disabled.', 'zh-cn': 'X.2.1：邮箱已停用。' },
      },
    ],
    seeAlso: ['450', '550'],
    guides: ['bounces-soft-hard'],
    glossary: ['greylisting'],
    sources: [
      { document: 'RFC 3463', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.2.1',
    title: { en: 'Mailbox disabled, not accepting messages', 'zh-cn': '邮箱已停用，不接收邮件' },
    meaning: {
      en: 'The mailbox exists but takes no mail, for a while (`4.2.1`) or for good (`5.2.1`).',
      'zh-cn': '邮箱存在但不收信，可能是暂时（`4.2.1`）或永久（`5.2.1`）。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en:
        '- Account suspended, closed or unused for long.\n' +
        '- Gmail: `450 4.2.1` the user gets mail too fast; `550 5.2.1` the account is disabled.',
      'zh-cn':
        '- 账户被暂停、关闭或长期未用。\n' + '- Gmail：`450 4.2.1` 表示该用户收信过快；`550 5.2.1` 表示账户已停用。',
    },
    howToFix: {
      en: '- `4.2.1`: slow down and retry. `5.2.1`: treat as a dead address.',
      'zh-cn': '- `4.2.1`：放慢并重试。`5.2.1`：视为失效地址。',
    },
    compareWith: [
      {
        key: 'X.1.1',
        difference: { en: 'X.1.1: no such mailbox.', 'zh-cn': 'X.1.1：邮箱不存在。' },
      },
      {
        key: 'X.7.13',
        difference: { en: 'X.7.13: the account that logs in is disabled.', 'zh-cn': 'X.7.13：登录所用账户已停用。' },
      },
    ],
    seeAlso: ['450', '550'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-message'],
    sources: [
      { document: 'RFC 3463', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.2.2',
    title: { en: 'Mailbox full', 'zh-cn': '邮箱已满' },
    meaning: {
      en: "The recipient's mailbox is over its quota; the recipient can mend it by deleting mail.",
      'zh-cn': '收件人邮箱超出配额；收件人删除邮件即可解决。',
    },
    basicCodes: [552],
    whenYouSeeIt: {
      en: '- `452 4.2.2` while hope remains, `552 5.2.2` when the server gives up.',
      'zh-cn': '- 尚有希望时为 `452 4.2.2`，服务器放弃时为 `552 5.2.2`。',
    },
    howToFix: {
      en: '- Recipient: free space. Sender: retry for some days; long-full mailboxes are abandoned.',
      'zh-cn': '- 收件人：清理空间。发件方：可重试数日；长期占满的多为弃用邮箱。',
    },
    compareWith: [
      {
        key: 'X.3.1',
        difference: {
          en: 'X.3.1: the whole system is full; the recipient cannot help.',
          'zh-cn': 'X.3.1：整个系统已满，收件人无能为力。',
        },
      },
      {
        key: 'X.2.3',
        difference: {
          en: 'X.2.3: this message is too long for the mailbox.',
          'zh-cn': 'X.2.3：这封邮件对该邮箱来说过长。',
        },
      },
    ],
    seeAlso: ['452', '552', '422'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-message'],
    sources: [
      { document: 'RFC 3463', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.2.3',
    title: { en: "Message exceeds the mailbox's size limit", 'zh-cn': '超过该邮箱的邮件大小限制' },
    meaning: {
      en: 'This mailbox takes only smaller messages, although the system as a whole takes larger ones.',
      'zh-cn': '该邮箱只接收较小的邮件，尽管系统整体允许更大的邮件。',
    },
    basicCodes: [552],
    whenYouSeeIt: {
      en: '- A per-user receive limit (Exchange, list servers).',
      'zh-cn': '- 按用户设置的接收上限（Exchange、列表服务器）。',
    },
    howToFix: {
      en: "- Sender: shrink the message or share a link. Recipient's administrator: raise the limit.",
      'zh-cn': '- 发件方：缩小邮件或改发链接。收件方管理员：提高上限。',
    },
    compareWith: [
      {
        key: 'X.3.4',
        difference: { en: 'X.3.4: too big for the whole system.', 'zh-cn': 'X.3.4：超过整个系统的上限。' },
      },
    ],
    seeAlso: ['552', 'SIZE'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-message'],
    sources: [
      { document: 'RFC 3463', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.2.4',
    title: { en: 'Mailing list expansion problem', 'zh-cn': '邮件列表展开失败' },
    meaning: {
      en: 'The address is a list, and its members could not be worked out.',
      'zh-cn': '该地址是邮件列表，但无法展开其成员。',
    },
    basicCodes: [450, 452],
    whenYouSeeIt: {
      en: '- Broken alias file or directory, a loop among lists, a list without members.',
      'zh-cn': '- 别名文件或目录损坏、列表相互嵌套成环、列表没有成员。',
    },
    howToFix: {
      en: '- List owner: repair alias or directory entry. Sender: retry on 4.2.4.',
      'zh-cn': '- 列表管理员：修复别名或目录项。发件方：4.2.4 应重试。',
    },
    compareWith: [
      {
        key: 'X.7.2',
        difference: { en: 'X.7.2: you may not write to this list.', 'zh-cn': 'X.7.2：你无权向该列表发信。' },
      },
    ],
    seeAlso: ['450', '452', 'EXPN'],
    guides: ['bounces-soft-hard'],
    glossary: ['mailing-list'],
    sources: [
      { document: 'RFC 3463', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.0',
    title: { en: 'Other or undefined mail system status', 'zh-cn': '其他或未定义的邮件系统状态' },
    meaning: {
      en: 'The receiving system, not the mailbox, has a problem that no other code describes.',
      'zh-cn': '问题出在收件系统而非邮箱，且没有其他代码可以描述。',
    },
    basicCodes: [221, 250, 421, 451, 550, 554],
    whenYouSeeIt: {
      en: '- Postfix: `451 4.3.0` queue file or lookup table error; milter failures.',
      'zh-cn': '- Postfix：`451 4.3.0` 队列文件或查找表出错；milter 故障。',
    },
    howToFix: {
      en: '- Sender: retry. Operator: search the log for warnings at that minute.',
      'zh-cn': '- 发件方：重试。管理员：在日志中查找该时刻的警告。',
    },
    compareWith: [
      {
        key: 'X.3.5',
        difference: { en: 'X.3.5 says that it is a misconfiguration.', 'zh-cn': 'X.3.5 指明是配置错误。' },
      },
    ],
    seeAlso: ['451', '421', '554'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mta'],
    sources: [
      { document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.1',
    title: { en: 'Mail system full', 'zh-cn': '邮件系统已满' },
    meaning: {
      en: 'The system has run out of storage; the single recipient cannot help.',
      'zh-cn': '系统存储耗尽；单个收件人无能为力。',
    },
    basicCodes: [452],
    whenYouSeeIt: {
      en: '- `452 4.3.1 Insufficient system storage` or "resources": disk below the minimum, Exchange back pressure.',
      'zh-cn': '- `452 4.3.1 Insufficient system storage`（或 resources）：磁盘低于下限，Exchange 背压。',
    },
    howToFix: {
      en: '- Operator: free disk space and memory. Sender: retry.',
      'zh-cn': '- 管理员：释放磁盘和内存。发件方：重试。',
    },
    compareWith: [
      {
        key: 'X.2.2',
        difference: { en: 'X.2.2: one mailbox is full.', 'zh-cn': 'X.2.2：单个邮箱已满。' },
      },
    ],
    seeAlso: ['452', '431'],
    guides: ['smtp-delivery-failures'],
    glossary: ['email-queue', 'deferred'],
    sources: [
      { document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.2',
    title: { en: 'System not accepting network messages', 'zh-cn': '系统当前不接收邮件' },
    meaning: {
      en: 'The host takes no mail: maintenance, shutdown, overload (4.3.2), or never (5.3.2).',
      'zh-cn': '该主机不收信：维护、关闭、过载（4.3.2），或从不收信（5.3.2）。',
    },
    basicCodes: [453, 521],
    whenYouSeeIt: {
      en: '- `421 4.3.2` at connection, Exchange services being restarted; `521 5.3.2` from a dummy server.',
      'zh-cn': '- 连接时的 `421 4.3.2`、Exchange 服务重启；占位服务器的 `521 5.3.2`。',
    },
    howToFix: {
      en: "- 4.3.2: retry later. 5.3.2: check the MX record of the recipient's domain.",
      'zh-cn': '- 4.3.2：稍后重试。5.3.2：检查收件域的 MX 记录。',
    },
    compareWith: [
      {
        key: 'X.4.5',
        difference: { en: 'X.4.5: too busy with traffic.', 'zh-cn': 'X.4.5：流量拥塞。' },
      },
    ],
    seeAlso: ['421', '453', '521'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mta'],
    sources: [
      { document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' },
      { document: 'RFC 7504', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7504.html#section-3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.3',
    title: { en: 'System not capable of selected features', 'zh-cn': '系统不具备所需功能' },
    meaning: {
      en: 'The message asks for something that the destination cannot do.',
      'zh-cn': '邮件要求的功能目的系统无法实现。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Gateways to other systems; a required extension missing at the next hop.',
      'zh-cn': '- 通往其他系统的网关；下一跳缺少必需的扩展。',
    },
    howToFix: {
      en: '- Sender: send again without the feature (deadline, priority, special content).',
      'zh-cn': '- 发件方：去掉该功能（期限、优先级、特殊内容）后重发。',
    },
    compareWith: [
      {
        key: 'X.6.3',
        difference: { en: 'X.6.3 is about converting content.', 'zh-cn': 'X.6.3 针对内容转换。' },
      },
    ],
    seeAlso: ['554', '555'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mta'],
    sources: [
      { document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.4',
    title: { en: 'Message too big for system', 'zh-cn': '邮件超过系统上限' },
    meaning: { en: 'The message is larger than this system takes at all.', 'zh-cn': '邮件大于该系统允许的最大值。' },
    basicCodes: [552, 554],
    whenYouSeeIt: {
      en: '- `552 5.3.4` to `MAIL … SIZE=` or after the data.',
      'zh-cn': '- 对 `MAIL … SIZE=` 或数据之后的 `552 5.3.4`。',
    },
    howToFix: {
      en: '- Client: obey the number after `SIZE` in the `EHLO` reply. User: share a link.',
      'zh-cn': '- 客户端：遵守 `EHLO` 应答中 `SIZE` 后的数字。用户：改发链接。',
    },
    compareWith: [
      {
        key: 'X.2.3',
        difference: { en: 'X.2.3: limit of one mailbox.', 'zh-cn': 'X.2.3：单个邮箱的上限。' },
      },
      {
        key: 'X.7.16',
        difference: { en: 'X.7.16: too big for the chosen priority.', 'zh-cn': 'X.7.16：对所选优先级来说过大。' },
      },
    ],
    seeAlso: ['552', 'SIZE'],
    guides: ['smtp-delivery-failures'],
    glossary: ['octet', 'service-extension'],
    sources: [
      { document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.5',
    title: { en: 'System incorrectly configured', 'zh-cn': '系统配置错误' },
    meaning: {
      en: 'The receiving system recognises that its own settings keep it from taking the message.',
      'zh-cn': '收件系统发现自身配置使其无法接收该邮件。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Mail loops back to the same host, a missing transport or certificate (`451 4.3.5`, `554 5.3.5`).',
      'zh-cn': '- 邮件绕回本机、缺少传输配置或证书（`451 4.3.5`、`554 5.3.5`）。',
    },
    howToFix: {
      en:
        '- Operator of the server: correct host names, transport and virtual domain tables. Sender: tell the ' +
        'postmaster.',
      'zh-cn': '- 服务器管理员：修正主机名、传输表和虚拟域表。发件方：通知 postmaster。',
    },
    compareWith: [
      {
        key: 'X.4.6',
        difference: { en: 'X.4.6: a loop between several servers.', 'zh-cn': 'X.4.6：多台服务器之间的循环。' },
      },
    ],
    seeAlso: ['451', '554'],
    guides: ['smtp-delivery-failures'],
    glossary: ['mta'],
    sources: [
      { document: 'RFC 3463', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc3463.html#section-3.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.3.6',
    title: { en: 'Requested priority was changed', 'zh-cn': '请求的优先级已更改' },
    meaning: {
      en: 'The message was accepted, but with another priority than asked for; the text begins with the new one.',
      'zh-cn': '邮件已接受，但优先级与请求不同；文字以新的优先级开头。',
    },
    basicCodes: [250, 251],
    whenYouSeeIt: {
      en: '- `250 2.3.6` after `MAIL … MT-PRIORITY=`.',
      'zh-cn': '- `MAIL … MT-PRIORITY=` 之后的 `250 2.3.6`。',
    },
    howToFix: {
      en: '- Nothing failed. Ask the operator for the right to use higher priorities.',
      'zh-cn': '- 没有失败。如需更高优先级，请向管理员申请权限。',
    },
    compareWith: [
      {
        key: 'X.7.15',
        difference: { en: 'X.7.15 refuses the message because of its priority.', 'zh-cn': 'X.7.15 因优先级拒绝邮件。' },
      },
    ],
    seeAlso: ['250', 'MAIL'],
    guides: ['smtp-delivery-failures'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 6710', url: 'https://www.rfc-editor.org/rfc/rfc6710.html' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
