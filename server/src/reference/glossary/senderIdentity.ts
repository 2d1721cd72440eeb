import type { GlossaryEntry } from '../entry';

/** How a domain proves that a message is its own. */
export const senderIdentityTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'spf-dkim-dmarc',
    title: { en: 'SPF, DKIM, and DMARC', 'zh-cn': 'SPF、DKIM 和 DMARC' },
    meaning: {
      en:
        'SPF, DKIM and DMARC together let a receiver decide whether a message really comes from the domain it ' +
        'shows.',
      'zh-cn': 'SPF、DKIM 和 DMARC 一起，使接收方能够判断邮件是否真的来自它所显示的域。',
    },
    names: [
      'spf, dkim, and dmarc',
      'spf dkim and dmarc',
      'email authentication',
      'sender authentication',
      '邮件身份验证',
      '发件人身份验证',
      'spf、dkim 和 dmarc',
    ],
    text: {
      en:
        'SPF, DKIM and DMARC together let a receiver decide whether a message really comes from the domain it ' +
        'shows. SPF lists the addresses that may send for the envelope domain, DKIM signs the content, and DMARC ' +
        'asks that one of the two passes for the very domain in the From header and says what to do otherwise. A ' +
        'receiver can check SPF from MAIL on, DKIM and DMARC only after the data, which is why such refusals come ' +
        'after the final dot. Read the code: `5.7.23` means SPF, `5.7.20` to `5.7.22` DKIM, `5.7.26` several at ' +
        'once. The results are noted in the `Authentication-Results:` header of the delivered message.',
      'zh-cn':
        'SPF、DKIM 和 DMARC 一起，使接收方能够判断邮件是否真的来自它所显示的域。SPF 列出可以代表信封域发信的地址，' +
        'DKIM 给内容签名，DMARC 要求两者之一对 From 头里的域通过，并说明否则怎么办。接收方在 MAIL 之后就能检查 ' +
        'SPF，而 DKIM 和 DMARC 要等数据之后，所以这类拒绝出现在最后那个点之后。看代码就知道：`5.7.23` 是 SPF，' +
        '`5.7.20` 到 `5.7.22` 是 DKIM，`5.7.26` 是多项同时失败。结果记录在已投递邮件的 `Authentication-Results:` 头' +
        '中。',
    },
    looksLike:
      'Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=example.com; dkim=pass header.d=example.com; dmarc=pass header.from=example.com',
    seeAlso: ['spf', 'dkim', 'dmarc', 'alignment', 'arc', 'envelope-vs-header', '550', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup', 'dmarc-reporting', 'header-analysis'],
    sources: [
      { document: 'RFC 7208', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-2' },
      { document: 'RFC 6376', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc6376.html#section-1' },
      { document: 'RFC 9989', url: 'https://www.rfc-editor.org/rfc/rfc9989.html' },
      { document: 'RFC 7372', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'spf',
    title: { en: 'SPF', 'zh-cn': 'SPF' },
    meaning: {
      en: 'SPF is a TXT record in which a domain names the machines that may use it in MAIL FROM.',
      'zh-cn': 'SPF 是一条 TXT 记录，域在其中写明哪些机器可以在 MAIL FROM 中使用它。',
    },
    names: ['spf', 'sender policy framework', 'spf record', 'v=spf1', 'spf softfail', '发件人策略框架', 'spf 记录'],
    text: {
      en:
        'SPF is a TXT record in which a domain names the machines that may use it in MAIL FROM. The receiver takes ' +
        'the domain of the reverse-path, or the HELO name when the sender is null, and compares the connecting ' +
        'address: `pass`, `fail` (`-all`), `softfail` (`~all`), `neutral`, or an error. `permerror` means a broken ' +
        'record, most often more than ten DNS lookups or two records; `temperror` means DNS trouble and deserves ' +
        '`451`. Forwarding breaks SPF, since the last machine is not in the record of the author. It says nothing ' +
        'about the From header that people see. A refusal reads `550 5.7.23` or mentions the record by name.',
      'zh-cn':
        'SPF 是一条 TXT 记录，域在其中写明哪些机器可以在 MAIL FROM 中使用它。接收方取反向路径的域（发件人为空时取 ' +
        'HELO 名称），与连接地址比较：结果是 `pass`、`fail`（`-all`）、`softfail`（`~all`）、`neutral` 或错误。' +
        '`permerror` 表示记录有误，最常见的是超过十次 DNS 查询或有两条记录；`temperror` 表示 DNS 故障，应回 `451`。' +
        '转发会破坏 SPF，因为最后一台机器不在作者的记录里。它不涉及人们看到的 From 头。拒绝时写 `550 5.7.23`，或者' +
        '直接提到这条记录。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com>
S: 550 5.7.23 SPF validation failed: 192.0.2.99 is not allowed to send mail from example.com`,
    seeAlso: ['spf-dkim-dmarc', 'alignment', 'srs', 'reverse-path', 'helo-ehlo', '451', '550', 'X.7.23', 'X.7.24'],
    guides: ['spf-dkim-dmarc-setup', 'dns-record-types'],
    sources: [
      { document: 'RFC 7208', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-2' },
      { document: 'RFC 7208', section: '4.6.4', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-4.6.4' },
      { document: 'RFC 7372', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.2' },
    ],
  },
  {
    kind: 'term',
    key: 'dkim',
    title: { en: 'DKIM', 'zh-cn': 'DKIM' },
    meaning: {
      en:
        'DKIM is a signature over the body and chosen header fields of a message, made by a domain and verified ' +
        'with a public key in DNS.',
      'zh-cn': 'DKIM 是由某个域对邮件正文和选定的邮件头字段所做的签名，用 DNS 中的公钥验证。',
    },
    names: [
      'dkim',
      'domainkeys identified mail',
      'dkim signature',
      'dkim-signature',
      'dkim selector',
      '域名密钥识别邮件',
      'dkim 签名',
    ],
    text: {
      en:
        'DKIM is a signature over the body and chosen header fields of a message, made by a domain and verified ' +
        'with a public key in DNS. The header `DKIM-Signature:` names the domain (`d=`), the selector (`s=`) and ' +
        'the fields (`h=`); the key is looked up at `selector._domainkey.domain`. It survives forwarding as long ' +
        'as nobody changes the signed parts; footers, subject tags, or conversion by a server without 8BITMIME ' +
        'break it. In Postfix logs the signer shows as `opendkim: … DKIM-Signature field added`. When a refusal ' +
        'says that no signature passed, look for a wrong selector, a key that was rotated, a body that was altered ' +
        'after signing, or an expired `x=`.',
      'zh-cn':
        'DKIM 是由某个域对邮件正文和选定的邮件头字段所做的签名，用 DNS 中的公钥验证。`DKIM-Signature:` 头写明域' +
        '（`d=`）、选择器（`s=`）和字段（`h=`）；密钥在 `selector._domainkey.domain` 查询。只要没有人改动被签名的部' +
        '分，它就能经受转发；页脚、主题标记，或者不支持 8BITMIME 的服务器所做的转换都会破坏它。在 Postfix 日志中，' +
        '签名程序显示为 `opendkim: … DKIM-Signature field added`。拒绝文字说没有签名通过时，要检查选择器是否写错、' +
        '密钥是否已更换、正文是否在签名之后被改动，以及 `x=` 是否过期。',
    },
    looksLike: 'C: DKIM-Signature: v=1; a=rsa-sha256; d=example.com; s=2026a; h=from:to:subject:date; bh=…; b=…',
    seeAlso: [
      'spf-dkim-dmarc',
      'alignment',
      'arc',
      'mailing-list',
      '8bit-mime',
      'milter',
      '550',
      'X.7.20',
      'X.7.21',
      'X.7.22',
    ],
    guides: ['spf-dkim-dmarc-setup', 'header-analysis'],
    sources: [
      { document: 'RFC 6376', section: '3.5', url: 'https://www.rfc-editor.org/rfc/rfc6376.html#section-3.5' },
      { document: 'RFC 6376', section: '3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc6376.html#section-3.6.2' },
      { document: 'RFC 7372', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc7372.html#section-3.1' },
    ],
  },
  {
    kind: 'term',
    key: 'dmarc',
    title: { en: 'DMARC', 'zh-cn': 'DMARC' },
    meaning: {
      en:
        'DMARC ties SPF and DKIM to the domain in the From header and lets its owner publish a wish for messages ' +
        'that fail.',
      'zh-cn': 'DMARC 把 SPF 和 DKIM 与 From 头里的域联系起来，并让域的所有者公布对未通过邮件的处理意愿。',
    },
    names: [
      'dmarc',
      'domain-based message authentication',
      'dmarc policy',
      'dmarc record',
      '_dmarc',
      'dmarc 策略',
      'dmarc 记录',
    ],
    text: {
      en:
        'DMARC ties SPF and DKIM to the domain in the From header and lets its owner publish a wish for messages ' +
        'that fail. A message passes if SPF or DKIM passes and its domain is aligned with From. The record at ' +
        '`_dmarc.example.com` says `p=none` (only watch), `p=quarantine` or `p=reject`, and where reports should ' +
        'go. The receiver decides after the data: a failure under `p=reject` typically ends in `550 5.7.1` or ' +
        '`5.7.26` with the word DMARC. `p=none` never causes a refusal by itself, but large receivers demand that ' +
        'bulk senders have a record. The daily aggregate reports show what a single log cannot: all sources that ' +
        'use your domain.',
      'zh-cn':
        'DMARC 把 SPF 和 DKIM 与 From 头里的域联系起来，并让域的所有者公布对未通过邮件的处理意愿。只要 SPF 或 DKIM ' +
        '通过且其域与 From 对齐，邮件就算通过。`_dmarc.example.com` 处的记录写明 `p=none`（只观察）、' +
        '`p=quarantine` 或 `p=reject`，以及报告发往何处。接收方在数据之后作出决定：在 `p=reject` 下失败，通常得到 ' +
        '`550 5.7.1` 或 `5.7.26`，文字中带 DMARC。`p=none` 本身不会导致拒收，但大型接收方要求群发者必须有记录。每日' +
        '汇总报告能显示单个日志看不到的东西：使用你的域的所有来源。',
    },
    looksLike: `C: .
S: 550 5.7.26 Unauthenticated email from example.com is not accepted due to the domain's DMARC policy`,
    seeAlso: ['spf-dkim-dmarc', 'alignment', 'spf', 'dkim', 'bimi', 'arc', '550', 'X.7.1', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup', 'dmarc-reporting'],
    sources: [
      { document: 'RFC 9989', url: 'https://www.rfc-editor.org/rfc/rfc9989.html' },
      { document: 'RFC 9990', url: 'https://www.rfc-editor.org/rfc/rfc9990.html' },
      { document: 'RFC 7489', section: '6.3', url: 'https://www.rfc-editor.org/rfc/rfc7489.html#section-6.3' },
    ],
  },
  {
    kind: 'term',
    key: 'alignment',
    title: { en: 'Alignment', 'zh-cn': '对齐' },
    meaning: {
      en: 'Alignment is the demand of DMARC that the domain proved by SPF or DKIM be the one in the From header.',
      'zh-cn': '对齐是 DMARC 的要求：由 SPF 或 DKIM 证明的域必须就是 From 头里的域。',
    },
    names: ['alignment', 'identifier alignment', 'dmarc alignment', 'aligned domain', '对齐', '标识符对齐', '域对齐'],
    text: {
      en:
        'Alignment is the demand of DMARC that the domain proved by SPF or DKIM be the one in the From header. ' +
        'Relaxed alignment, the default, is content when both belong to the same organization, as ' +
        '`bounces.example.com` and `example.com` do; strict alignment wants them identical. It explains the ' +
        'puzzling line `spf=pass dkim=pass dmarc=fail`: both checks passed, but for the domain of the mailing ' +
        'provider instead of yours. The cure is a DKIM key of your own domain at the provider, or a custom return ' +
        'path under your domain. In a log compare three names: MAIL FROM, the `d=` of each signature, and From.',
      'zh-cn':
        '对齐是 DMARC 的要求：由 SPF 或 DKIM 证明的域必须就是 From 头里的域。默认的宽松对齐只要求两者属于同一组织，' +
        '例如 `bounces.example.com` 和 `example.com`；严格对齐要求完全相同。它能解释令人困惑的 ' +
        '`spf=pass dkim=pass dmarc=fail`：两项检查都通过了，但证明的是群发服务商的域而不是你的域。办法是在服务商处' +
        '使用自己域的 DKIM 密钥，或者使用自己域下的自定义返回路径。在日志中要比较三个名字：MAIL FROM、每个签名的 ' +
        '`d=`，以及 From。',
    },
    looksLike:
      'Authentication-Results: mx.example.org; spf=pass smtp.mailfrom=mailer.example.net; dkim=pass header.d=mailer.example.net; dmarc=fail header.from=example.com',
    seeAlso: ['dmarc', 'spf', 'dkim', 'envelope-vs-header', 'srs', 'mailing-list', 'X.7.26'],
    guides: ['spf-dkim-dmarc-setup', 'dmarc-reporting'],
    sources: [
      { document: 'RFC 9989', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc9989.html#section-4.4' },
      { document: 'RFC 7489', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc7489.html#section-3.1' },
    ],
  },
  {
    kind: 'term',
    key: 'arc',
    title: { en: 'ARC (Authenticated Received Chain)', 'zh-cn': 'ARC（经认证的接收链）' },
    meaning: {
      en:
        'ARC lets an intermediary such as a mailing list or forwarder record which checks a message had passed ' +
        'before it was changed, and seal that record.',
      'zh-cn': 'ARC 让邮件列表、转发者等中间方在改动邮件之前，记下它已经通过了哪些检查，并把记录封印。',
    },
    names: [
      'arc (authenticated received chain)',
      'authenticated received chain',
      'arc-seal',
      'arc-authentication-results',
      'arc chain',
      '经认证的接收链',
      'arc 链',
      'arc',
    ],
    text: {
      en:
        'ARC lets an intermediary such as a mailing list or forwarder record which checks a message had passed ' +
        'before it was changed, and seal that record. Each hop adds three headers with the same instance number: ' +
        '`ARC-Authentication-Results`, `ARC-Message-Signature` and `ARC-Seal` with `cv=none`, `pass` or `fail`. A ' +
        'final receiver that sees DMARC fail can look at the chain and let the message in, if it trusts the ' +
        'sealers; trust is its own decision, so a valid chain guarantees nothing. In the dialogue ARC is invisible ' +
        'except for refusals with `5.7.29` (validation failed). Read the chain from the highest `i=` down.',
      'zh-cn':
        'ARC 让邮件列表、转发者等中间方在改动邮件之前，记下它已经通过了哪些检查，并把记录封印。每一跳添加三个编号相' +
        '同的邮件头：`ARC-Authentication-Results`、`ARC-Message-Signature` 和带 `cv=none`、`pass` 或 `fail` 的 ' +
        '`ARC-Seal`。最终接收方看到 DMARC 失败时，可以查看这条链并放行，前提是它信任封印者；信任由它自己决定，所以' +
        '有效的链并不保证什么。在对话中 ARC 是看不见的，只有 `5.7.29`（验证失败）的拒绝会提到它。读链时从最大的 ' +
        '`i=` 往下看。',
    },
    looksLike: 'ARC-Seal: i=1; a=rsa-sha256; t=1795531200; cv=none; d=lists.example.net; s=arc1; b=…',
    seeAlso: ['dmarc', 'dkim', 'mailing-list', 'srs', 'received-header', 'X.7.29'],
    guides: ['spf-dkim-dmarc-setup', 'header-analysis'],
    sources: [
      { document: 'RFC 8617', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc8617.html#section-4' },
      { document: 'RFC 8617', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc8617.html#section-5' },
    ],
  },
  {
    kind: 'term',
    key: 'bimi',
    title: { en: 'BIMI (Brand Indicators for Message Identification)', 'zh-cn': 'BIMI（邮件品牌标识）' },
    meaning: {
      en: 'BIMI is a DNS record by which a domain offers its logo to mail programs that show senders with a picture.',
      'zh-cn': 'BIMI 是一条 DNS 记录，域借此向会显示发件人头像的邮件程序提供自己的标志。',
    },
    names: [
      'bimi (brand indicators for message identification)',
      'bimi',
      'brand indicators for message identification',
      'bimi record',
      '邮件品牌标识',
      '品牌标识',
      'bimi 记录',
    ],
    text: {
      en:
        'BIMI is a DNS record by which a domain offers its logo to mail programs that show senders with a picture. ' +
        'It works only for mail that passes DMARC under an enforcing policy (`quarantine` or `reject`), and most ' +
        'large providers also want a certificate for the logo. The record stands at `default._bimi.example.com` ' +
        'and points at an SVG file. It never affects delivery: a missing or wrong record costs the logo and no ' +
        'more, so no SMTP reply mentions it. In a message you may find `BIMI-Selector:` from the sender and ' +
        '`bimi=pass` in `Authentication-Results:`. If the logo does not show, check DMARC first.',
      'zh-cn':
        'BIMI 是一条 DNS 记录，域借此向会显示发件人头像的邮件程序提供自己的标志。它只对在强制策略（`quarantine` 或 ' +
        '`reject`）下通过 DMARC 的邮件有效，多数大型服务商还要求标志有证书。记录位于 `default._bimi.example.com`，' +
        '指向一个 SVG 文件。它不影响投递：记录缺失或有误只会不显示标志，所以没有 SMTP 应答会提到它。邮件里可能有发' +
        '送方的 `BIMI-Selector:`，以及 `Authentication-Results:` 中的 `bimi=pass`。标志不显示时，先检查 DMARC。',
    },
    looksLike:
      'default._bimi.example.com. IN TXT "v=BIMI1; l=https://example.com/logo.svg; a=https://example.com/vmc.pem"',
    seeAlso: ['dmarc', 'spf-dkim-dmarc', 'alignment', 'reputation'],
    guides: ['spf-dkim-dmarc-setup'],
    sources: [
      {
        document: 'draft-brand-indicators-for-message-identification',
        url: 'https://datatracker.ietf.org/doc/draft-brand-indicators-for-message-identification/',
        date: '2026-11-24',
      },
    ],
  },
];
