import type { ReplyCodeEntry } from '../entry';
import { scenario510, scenario511, scenario512, scenario513, scenario541, scenario571 } from '../scenarios/bounceLists';

/** Codes 5yz that no standard defines. */
export const vendorPermanentReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '510',
    code: 510,
    title: { en: 'Bad email address (bounce lists)', 'zh-cn': '邮箱地址无效（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: bounce reports use 510 for an address that does not exist or is misspelt.',
      'zh-cn': '不是标准 SMTP 代码：退信报告用 510 表示地址不存在或拼写错误。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- In bulk-mail reports, as a short form of `5.1.0`.',
      'zh-cn': '- 见于群发报告，是 `5.1.0` 的简写。',
    },
    howToFix: {
      en: '- Sender: correct the address or take it off the list.',
      'zh-cn': '- 发件方：改正地址或从名单移除。',
    },
    compareWith: [
      {
        key: '550',
        difference: { en: '550 is what a server says in the session.', 'zh-cn': '会话中服务器说的是 550。' },
      },
    ],
    scenarios: [scenario510],
    seeAlso: ['550', '511', 'X.1.0'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-rate'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '511',
    code: 511,
    title: { en: 'Bad destination address (bounce lists)', 'zh-cn': '收件地址无效（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: the same as 510, for a recipient address that the server does not know.',
      'zh-cn': '不是标准 SMTP 代码：与 510 相同，表示服务器不认识的收件地址。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- In bulk-mail reports, as a short form of `5.1.1`.',
      'zh-cn': '- 见于群发报告，是 `5.1.1` 的简写。',
    },
    howToFix: {
      en: '- Sender: correct the address or take it off the list.',
      'zh-cn': '- 发件方：改正地址或从名单移除。',
    },
    compareWith: [
      {
        key: '550',
        difference: { en: '550 with 5.1.1 is the standard form.', 'zh-cn': '标准写法是 550 配 5.1.1。' },
      },
    ],
    scenarios: [scenario511],
    seeAlso: ['550', '510', 'X.1.1'],
    guides: ['bounces-soft-hard'],
    glossary: ['bounce-rate'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '512',
    code: 512,
    title: { en: "Recipient's domain not found in DNS (bounce lists)", 'zh-cn': 'DNS 中找不到收件域（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: no host could be found in DNS for the domain after the `@`.',
      'zh-cn': '不是标准 SMTP 代码：DNS 中找不到 `@` 之后的域对应的主机。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- A misspelt or expired domain; broken name servers.',
      'zh-cn': '- 域名拼写错误或已过期；域名服务器故障。',
    },
    howToFix: {
      en: '- Sender: check the domain and its MX and A records.',
      'zh-cn': '- 发件方：检查域名及其 MX、A 记录。',
    },
    compareWith: [
      {
        key: '550',
        difference: { en: '550 with 5.1.2 is the standard form.', 'zh-cn': '标准写法是 550 配 5.1.2。' },
      },
    ],
    scenarios: [scenario512],
    seeAlso: ['550', '556', 'X.1.2', 'X.4.4'],
    guides: ['dns-record-types'],
    glossary: ['mx-record'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '513',
    code: 513,
    title: { en: 'Address type incorrect (bounce lists)', 'zh-cn': '地址类型不正确（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: the address is malformed, or in a few systems the sender must log in.',
      'zh-cn': '不是标准 SMTP 代码：地址格式有误，少数系统中表示发件人须登录。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- In bulk-mail reports, as a short form of `5.1.3`.',
      'zh-cn': '- 见于群发报告，是 `5.1.3` 的简写。',
    },
    howToFix: {
      en: '- Sender: check the spelling; if the text speaks of authentication, log in before sending.',
      'zh-cn': '- 发件方：检查拼写；若文字提到验证，请先登录再发送。',
    },
    compareWith: [
      {
        key: '501',
        difference: {
          en: '501 is the standard code for a malformed address.',
          'zh-cn': '地址格式有误的标准代码是 501。',
        },
      },
    ],
    scenarios: [scenario513],
    seeAlso: ['501', '553', '530', 'X.1.3'],
    guides: ['bounces-soft-hard'],
    glossary: ['forward-path'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '541',
    code: 541,
    title: { en: "Rejected by the recipient's filter (bounce lists)", 'zh-cn': '被收件方过滤器拒绝（退信代码表）' },
    meaning: {
      en: "Not a standard SMTP code: the recipient's side rejected the message, mostly by a spam filter.",
      'zh-cn': '不是标准 SMTP 代码：收件方拒绝了邮件，多半出自反垃圾过滤器。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- In bounces for mail that was taken for spam or comes from a sender with poor reputation.',
      'zh-cn': '- 见于退信：邮件被当作垃圾邮件，或发件方信誉较差。',
    },
    howToFix: {
      en: '- Sender: check SPF, DKIM, DMARC and block lists; ask the recipient to allow you.',
      'zh-cn': '- 发件方：检查 SPF、DKIM、DMARC 和黑名单；请收件人将你加入允许名单。',
    },
    compareWith: [
      {
        key: '550',
        difference: { en: '550 or 554 with 5.7.1 is the standard form.', 'zh-cn': '标准写法是 550 或 554 配 5.7.1。' },
      },
    ],
    scenarios: [scenario541],
    seeAlso: ['550', '554', 'X.7.1'],
    guides: ['spf-dkim-dmarc-setup', 'bulk-email'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Malcolm: smtp_result_codes.yaml',
        url: 'https://git.trinitor.de/trinitor/DetectionLab/raw/branch/master/Vagrant/resources/malcolm/logstash/maps/smtp_result_codes.yaml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '571',
    code: 571,
    title: { en: 'Delivery not authorised (non-standard)', 'zh-cn': '投递未获授权（非标准）' },
    meaning: {
      en:
        'Not a standard SMTP code: filters use it as a short form of 5.7.1, for mail that policy, block list or ' +
        'reputation refuses.',
      'zh-cn': '不是标准 SMTP 代码：一些过滤产品把它当作 5.7.1 的简写，表示因策略、黑名单或信誉被拒。',
    },
    answers: ['ANY'],
    vendor: 'Spam filters and hosted gateways',
    whenYouSeeIt: {
      en: '- `571 … Delivery not authorized, message refused`, or with your IP address and a block list in the text.',
      'zh-cn': '- `571 … Delivery not authorized, message refused`，或文字中带有你的 IP 和黑名单名称。',
    },
    howToFix: {
      en: '- Sender: follow the hint in the text, ask for delisting, check SPF, DKIM and reverse DNS.',
      'zh-cn': '- 发件方：按文字提示处理，申请解除封锁，检查 SPF、DKIM 和反向 DNS。',
    },
    compareWith: [
      {
        key: '550',
        difference: { en: '550 with 5.7.1 is the standard form.', 'zh-cn': '标准写法是 550 配 5.7.1。' },
      },
    ],
    scenarios: [scenario571],
    seeAlso: ['550', '554', 'X.7.1'],
    guides: ['spf-dkim-dmarc-setup', 'smtp-delivery-failures'],
    glossary: ['spf-dkim-dmarc', 'ptr-record'],
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
      {
        document: 'IANA SMTP Enhanced Status Codes',
        url: 'https://www.iana.org/assignments/smtp-enhanced-status-codes/smtp-enhanced-status-codes.xhtml',
        date: '2026-11-24',
      },
    ],
  },
];
