import type { EnhancedCodeEntry } from '../entry';

/** X.7.15 to X.7.30: priority, RRVS, SPF, DKIM, reverse DNS, floods, ARC, REQUIRETLS. */
export const policyStatuses: readonly EnhancedCodeEntry[] = [
  {
    kind: 'enhanced-code',
    key: 'X.7.15',
    title: { en: 'Priority level is too low', 'zh-cn': '优先级过低' },
    meaning: {
      en: 'The server takes only mail of a higher priority, for now or always.',
      'zh-cn': '服务器只接收更高优先级的邮件，可能是暂时或一直如此。',
    },
    basicCodes: [450, 550],
    whenYouSeeIt: {
      en: '- `MAIL … MT-PRIORITY=` on a network in emergency mode.',
      'zh-cn': '- 网络处于应急模式时使用 `MAIL … MT-PRIORITY=`。',
    },
    howToFix: {
      en: '- Sender: wait, or use a higher priority if entitled.',
      'zh-cn': '- 发件方：等待，或在有权时提高优先级。',
    },
    compareWith: [
      {
        key: 'X.7.16',
        difference: { en: 'X.7.16: the size is the obstacle.', 'zh-cn': 'X.7.16：障碍在于大小。' },
      },
    ],
    seeAlso: ['450', '550', 'X.3.6'],
    guides: ['smtp-reply-codes'],
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
  {
    kind: 'enhanced-code',
    key: 'X.7.16',
    title: { en: 'Message too big for the specified priority', 'zh-cn': '对所选优先级来说邮件过大' },
    meaning: {
      en: 'At this priority the server takes only smaller messages.',
      'zh-cn': '在该优先级下，服务器只接收较小的邮件。',
    },
    basicCodes: [552],
    whenYouSeeIt: {
      en: '- `552 5.7.16` or a 4yz to `MAIL … MT-PRIORITY= SIZE=`.',
      'zh-cn': '- `MAIL … MT-PRIORITY= SIZE=` 得到 `552 5.7.16` 或 4yz。',
    },
    howToFix: {
      en: '- Sender: shrink the message, change the priority or wait.',
      'zh-cn': '- 发件方：缩小邮件、更改优先级或等待。',
    },
    compareWith: [
      {
        key: 'X.3.4',
        difference: { en: 'X.3.4: too big at any priority.', 'zh-cn': 'X.3.4：任何优先级都过大。' },
      },
    ],
    seeAlso: ['552', 'X.7.15'],
    guides: ['smtp-reply-codes'],
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
  {
    kind: 'enhanced-code',
    key: 'X.7.17',
    title: { en: 'Mailbox owner has changed', 'zh-cn': '邮箱所有者已变更' },
    meaning: {
      en: 'RRVS: the mailbox has not belonged to the same person since the date that the sender gave.',
      'zh-cn': 'RRVS：自发件人给定的日期以来，该邮箱并非一直属于同一人。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- 5yz with `5.7.17` to mail with `RCPT … RRVS=` or `Require-Recipient-Valid-Since`; reassigned addresses.',
      'zh-cn': '- 带 `RCPT … RRVS=` 或 `Require-Recipient-Valid-Since` 的邮件得到 `5.7.17`；地址已重新分配。',
    },
    howToFix: {
      en: '- Sender: the old customer no longer reads this address; do not send account mail to it.',
      'zh-cn': '- 发件方：原用户已不再使用该地址；不要再向其发送账户邮件。',
    },
    compareWith: [
      {
        key: 'X.7.18',
        difference: { en: 'X.7.18: the whole domain changed hands.', 'zh-cn': 'X.7.18：整个域易主。' },
      },
    ],
    seeAlso: ['550', 'RRVS'],
    guides: ['transactional-email'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 7293', url: 'https://www.rfc-editor.org/rfc/rfc7293.html' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.18',
    title: { en: 'Domain owner has changed', 'zh-cn': '域名所有者已变更' },
    meaning: {
      en: "RRVS: the recipient's domain has changed hands since the date that the sender gave.",
      'zh-cn': 'RRVS：自给定日期以来，收件域已易主。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- 5yz with `5.7.18` where the server discloses the change of domain owner.',
      'zh-cn': '- 服务器愿意披露域名易主时回 `5.7.18`。',
    },
    howToFix: {
      en: '- Sender: treat the address as lost; reach the customer in another way.',
      'zh-cn': '- 发件方：视该地址已失效，用其他方式联系用户。',
    },
    compareWith: [
      {
        key: 'X.7.17',
        difference: { en: 'X.7.17: only this mailbox.', 'zh-cn': 'X.7.17：仅该邮箱。' },
      },
    ],
    seeAlso: ['550', 'RRVS'],
    guides: ['smtp-reply-codes'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 7293', url: 'https://www.rfc-editor.org/rfc/rfc7293.html' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.19',
    title: { en: 'RRVS test cannot be completed', 'zh-cn': '无法完成 RRVS 检查' },
    meaning: {
      en: 'The server supports RRVS but has no record of the date, so it refuses rather than guess.',
      'zh-cn': '服务器支持 RRVS，但没有日期记录，因此宁可拒绝。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- 5yz with `5.7.19` for old mailboxes without a creation date.',
      'zh-cn': '- 没有创建日期的旧邮箱得到 `5.7.19`。',
    },
    howToFix: {
      en: '- Sender: decide whether to send again without RRVS.',
      'zh-cn': '- 发件方：决定是否去掉 RRVS 重发。',
    },
    compareWith: [
      {
        key: 'X.7.17',
        difference: { en: 'X.7.17: the test ran and failed.', 'zh-cn': 'X.7.17：检查已执行且未通过。' },
      },
    ],
    seeAlso: ['550', 'RRVS'],
    guides: ['smtp-reply-codes'],
    glossary: ['service-extension'],
    sources: [
      { document: 'RFC 7293', url: 'https://www.rfc-editor.org/rfc/rfc7293.html' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.20',
    title: { en: 'No passing DKIM signature found', 'zh-cn': '没有通过的 DKIM 签名' },
    meaning: {
      en: "No DKIM signature on the message verified, and the receiver's policy wants one.",
      'zh-cn': '邮件没有任何通过校验的 DKIM 签名，而收件方策略要求有。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- Unsigned mail, a missing DNS key, or a body changed after signing.',
      'zh-cn': '- 未签名、DNS 中缺少公钥，或签名后正文被改动。',
    },
    howToFix: {
      en: '- Sender: sign mail, publish the key at `selector._domainkey`, sign last.',
      'zh-cn': '- 发件方：启用签名，在 `selector._domainkey` 发布公钥，最后签名。',
    },
    compareWith: [
      {
        key: 'X.7.21',
        difference: { en: 'X.7.21: one passes, but is not acceptable.', 'zh-cn': 'X.7.21：有通过的签名，但不可接受。' },
      },
    ],
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'RFC 7372', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.1' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.21',
    title: { en: 'No acceptable DKIM signature found', 'zh-cn': '没有可接受的 DKIM 签名' },
    meaning: {
      en: "Signatures verified, but none meets the receiver's requirements.",
      'zh-cn': '签名通过校验，但都不符合收件方要求。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- Key too short, weak algorithm, or a signing domain that policy does not accept.',
      'zh-cn': '- 密钥过短、算法过弱，或策略不接受的签名域。',
    },
    howToFix: {
      en: '- Sender: sign with your own domain and a key of 1024 bits or more, better 2048.',
      'zh-cn': '- 发件方：用自己的域签名，密钥至少 1024 位，最好 2048 位。',
    },
    compareWith: [
      {
        key: 'X.7.22',
        difference: { en: "X.7.22: it does not match the author's domain.", 'zh-cn': 'X.7.22：与作者域不匹配。' },
      },
    ],
    seeAlso: ['550', 'X.7.20'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'RFC 7372', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.1' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.22',
    title: { en: 'No author-matched DKIM signature found', 'zh-cn': '没有与作者匹配的 DKIM 签名' },
    meaning: {
      en: 'Signatures verified, but none belongs to the domain in the `From` header field.',
      'zh-cn': '签名通过校验，但都不属于 `From` 标头中的域。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- A mailing service signs with its own domain only.',
      'zh-cn': '- 邮件服务商只用自己的域签名。',
    },
    howToFix: {
      en: '- Sender: set up DKIM for your own domain at the service (alignment).',
      'zh-cn': '- 发件方：在服务商处为自己的域配置 DKIM（对齐）。',
    },
    compareWith: [
      {
        key: 'X.7.21',
        difference: { en: 'X.7.21 is the general case.', 'zh-cn': 'X.7.21 是一般情形。' },
      },
    ],
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc', 'envelope-vs-header'],
    sources: [
      { document: 'RFC 7372', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.1' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.23',
    title: { en: 'SPF validation failed', 'zh-cn': 'SPF 校验失败' },
    meaning: {
      en: 'SPF gave "fail": the sender\'s domain does not allow this IP address.',
      'zh-cn': 'SPF 结果为“fail”：发件域不允许该 IP 地址。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- A new mail server or service missing from the SPF record; forwarding; forged sender.',
      'zh-cn': '- SPF 记录遗漏了新的服务器或服务商；转发；伪造发件人。',
    },
    howToFix: {
      en: '- Domain owner: add the server or `include:` to SPF. Forwarder: rewrite the sender (SRS).',
      'zh-cn': '- 域名所有者：把服务器或 `include:` 加入 SPF。转发方：改写发件人（SRS）。',
    },
    compareWith: [
      {
        key: 'X.7.24',
        difference: { en: 'X.7.24: SPF could not be evaluated.', 'zh-cn': 'X.7.24：SPF 无法求值。' },
      },
    ],
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc', 'reverse-path'],
    sources: [
      { document: 'RFC 7372', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.2' },
      { document: 'RFC 7208', section: '8.4', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-8.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.24',
    title: { en: 'SPF validation error', 'zh-cn': 'SPF 求值出错' },
    meaning: {
      en: 'SPF could not be evaluated: DNS trouble (temporary) or a broken record (permanent).',
      'zh-cn': 'SPF 无法求值：DNS 故障（临时）或记录有误（永久）。',
    },
    basicCodes: [451, 550],
    whenYouSeeIt: {
      en: '- `451 4.7.24` time-out; `550 5.7.24` two SPF records, a syntax error, or more than 10 lookups.',
      'zh-cn': '- `451 4.7.24` 超时；`550 5.7.24` 有两条 SPF 记录、语法错误或查询超过 10 次。',
    },
    howToFix: {
      en: '- Domain owner: keep one valid record with at most 10 lookups. Sender: retry on 4yz.',
      'zh-cn': '- 域名所有者：只保留一条有效记录，查询不超过 10 次。发件方：4yz 时重试。',
    },
    compareWith: [
      {
        key: 'X.7.23',
        difference: { en: 'X.7.23: evaluated, and the answer is no.', 'zh-cn': 'X.7.23：已求值，结果为否。' },
      },
    ],
    seeAlso: ['451', '550'],
    guides: ['spf-dkim-dmarc-setup', 'dns-record-types'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'RFC 7372', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.2' },
      { document: 'RFC 7208', section: '8.6', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-8.6' },
      { document: 'RFC 7208', section: '8.7', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-8.7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.25',
    title: { en: 'Reverse DNS validation failed', 'zh-cn': '反向 DNS 校验失败' },
    meaning: {
      en: "The client's IP address has no PTR record, or the name does not lead back to it.",
      'zh-cn': '客户端 IP 没有 PTR 记录，或名称不能反查回该 IP。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- `550 5.7.25` at Gmail for IPv6 in particular; `450 4.7.25` in Postfix; servers at home or in a cloud.',
      'zh-cn': '- Gmail 的 `550 5.7.25`，IPv6 尤甚；Postfix 的 `450 4.7.25`；家用或云服务器。',
    },
    howToFix: {
      en: '- Sender: have your provider set a PTR whose name resolves to the same address; check IPv6 too.',
      'zh-cn': '- 发件方：请运营商设置 PTR，且其名称解析回同一地址；IPv6 也要检查。',
    },
    compareWith: [
      {
        key: 'X.7.1',
        difference: { en: 'Older servers say X.7.1 for it.', 'zh-cn': '旧服务器用 X.7.1 表示。' },
      },
    ],
    seeAlso: ['550', '450'],
    guides: ['dns-record-types'],
    glossary: ['ptr-record'],
    sources: [
      { document: 'RFC 7372', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.3' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.26',
    title: { en: 'Multiple authentication checks failed', 'zh-cn': '多项邮件验证未通过' },
    meaning: {
      en: 'More than one of SPF, DKIM and the like failed; which ones is not said.',
      'zh-cn': 'SPF、DKIM 等多项验证未通过；未说明是哪几项。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: "- Gmail: `550 5.7.26` unauthenticated mail, or a DMARC policy of the sender's domain.",
      'zh-cn': '- Gmail：`550 5.7.26`，邮件未经验证，或触发发件域的 DMARC 策略。',
    },
    howToFix: {
      en: '- Domain owner: publish SPF for your servers, sign with DKIM under the `From` domain, then DMARC.',
      'zh-cn': '- 域名所有者：为服务器发布 SPF，以 `From` 域做 DKIM 签名，再配置 DMARC。',
    },
    compareWith: [
      {
        key: 'X.7.23',
        difference: { en: 'X.7.23: SPF alone.', 'zh-cn': 'X.7.23：仅 SPF。' },
      },
      {
        key: 'X.7.20',
        difference: { en: 'X.7.20: DKIM alone.', 'zh-cn': 'X.7.20：仅 DKIM。' },
      },
    ],
    seeAlso: ['550', 'X.7.1'],
    guides: ['spf-dkim-dmarc-setup', 'dmarc-reporting'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'RFC 7372', section: '3.4', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.4' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.27',
    title: { en: 'Sender address has null MX', 'zh-cn': '发件域声明空 MX' },
    meaning: {
      en: "The sender's domain says that it takes no mail, so it could not get a bounce; this receiver refuses it.",
      'zh-cn': '发件域声明不收信，无法接收退信；收件方因此拒绝。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- `550 5.7.27` to `MAIL` or `RCPT`: newsletters sent from a no-mail domain.',
      'zh-cn': '- 对 `MAIL` 或 `RCPT` 的 `550 5.7.27`：用不收信的域发送通讯。',
    },
    howToFix: {
      en: '- Sender: use a reverse-path in a domain that receives mail.',
      'zh-cn': '- 发件方：反向路径改用能收信的域。',
    },
    compareWith: [
      {
        key: 'X.1.10',
        difference: { en: "X.1.10: the recipient's domain.", 'zh-cn': 'X.1.10：收件域。' },
      },
    ],
    seeAlso: ['550', 'MAIL'],
    guides: ['dns-record-types'],
    glossary: ['mx-record', 'reverse-path'],
    sources: [
      { document: 'RFC 7505', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc7505.html#section-4.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.28',
    title: { en: 'Mail flood detected', 'zh-cn': '检测到邮件洪水' },
    meaning: {
      en: 'The message looks like part of a flood of similar abusive mail.',
      'zh-cn': '该邮件看似一批类似滥用邮件的一部分。',
    },
    basicCodes: [],
    whenYouSeeIt: {
      en: '- Gmail: `421 4.7.28` unusual rate of mail from an IP address, domain or link.',
      'zh-cn': '- Gmail：`421 4.7.28`，来自某 IP、域或链接的邮件速率异常。',
    },
    howToFix: {
      en: '- Sender: slow down, warm up gradually, stop list bombing (confirm subscriptions).',
      'zh-cn': '- 发件方：放慢、逐步预热，防止被用于订阅轰炸（确认订阅）。',
    },
    compareWith: [
      {
        key: 'X.4.5',
        difference: { en: 'X.4.5: the server is busy, whoever sends.', 'zh-cn': 'X.4.5：服务器繁忙，与发件方无关。' },
      },
    ],
    seeAlso: ['421'],
    guides: ['bulk-email', 'ip-warming'],
    glossary: ['exponential-backoff'],
    sources: [
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.29',
    title: { en: 'ARC validation failure', 'zh-cn': 'ARC 校验失败' },
    meaning: {
      en: 'The chain of ARC seals that forwarders added does not verify.',
      'zh-cn': '转发方添加的 ARC 封印链未通过校验。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- `550 5.7.29`: a list or forwarder changed a message that already carried ARC.',
      'zh-cn': '- `550 5.7.29`：列表或转发方改动了已带 ARC 的邮件。',
    },
    howToFix: {
      en:
        "- Forwarder: seal after the last change; repair the broken hop's signing.\n" +
        '- Receiver: RFC 8617 wants a failed chain treated like a missing one; do not refuse for it alone.',
      'zh-cn':
        '- 转发方：在最后一次改动之后再封印；修复出错环节的签名。\n' +
        '- 收件方：RFC 8617 要求把失败的链视同没有；不要仅因此拒收。',
    },
    compareWith: [
      {
        key: 'X.7.20',
        difference: {
          en: 'X.7.20 is about DKIM of the author, not of forwarders.',
          'zh-cn': 'X.7.20 针对作者的 DKIM，而非转发方。',
        },
      },
    ],
    seeAlso: ['550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      { document: 'RFC 8617', section: '5.2.2', url: 'https://www.rfc-editor.org/rfc/rfc8617.html#section-5.2.2' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'enhanced-code',
    key: 'X.7.30',
    title: { en: 'REQUIRETLS support required', 'zh-cn': '需要支持 REQUIRETLS' },
    meaning: {
      en: 'The message may travel only to servers that offer REQUIRETLS, and the next one does not.',
      'zh-cn': '该邮件只能传给支持 REQUIRETLS 的服务器，而下一跳不支持。',
    },
    basicCodes: [550],
    whenYouSeeIt: {
      en: '- In the bounce (`5.7.30`) of a message sent with `MAIL … REQUIRETLS`.',
      'zh-cn': '- 以 `MAIL … REQUIRETLS` 发送的邮件的退信（`5.7.30`）。',
    },
    howToFix: {
      en: "- Sender: send without REQUIRETLS if that is acceptable. Recipient's side: offer it inside TLS.",
      'zh-cn': '- 发件方：若可接受，去掉 REQUIRETLS 重发。收件方：在 TLS 内提供该扩展。',
    },
    compareWith: [
      {
        key: 'X.7.10',
        difference: { en: 'X.7.10: not even TLS could be set up.', 'zh-cn': 'X.7.10：连 TLS 都无法建立。' },
      },
    ],
    seeAlso: ['550', 'REQUIRETLS', 'STARTTLS'],
    guides: ['tls-1-3'],
    glossary: ['starttls'],
    sources: [
      { document: 'RFC 8689', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc8689.html#section-4.2.1' },
      { document: 'RFC 8689', section: '7', url: 'https://www.rfc-editor.org/rfc/rfc8689.html#section-7' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
