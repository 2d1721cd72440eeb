import type { ProviderReplyEntry } from '../entry';

/**
 * Replies of services that one sends through.
 */
export const sendingServiceReplies: readonly ProviderReplyEntry[] = [
  {
    kind: 'provider-reply',
    key: 'ses-not-verified',
    title: { en: 'Identity not verified', 'zh-cn': '身份未验证' },
    provider: 'Amazon SES',
    match: { codes: [554], text: ['email address is not verified', 'following identities failed the check'] },
    meaning: {
      en: 'The sender is not a verified identity in this region; in the sandbox recipients must be verified too.',
      'zh-cn': '发件人在该区域不是已验证的身份；处于沙盒时收件人也须验证。',
    },
    action: {
      en: 'Sender: verify the address or domain in the region in use, or ask to leave the sandbox.',
      'zh-cn': '发件方：在所用区域验证地址或域名，或申请移出沙盒。',
    },
    seeAlso: ['554'],
    guides: ['transactional-email'],
    sources: [
      {
        document: 'Amazon SES: Troubleshooting SMTP',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        date: '2026-11-24',
      },
      {
        document: 'Amazon SES: Email sending errors',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'ses-throttling',
    title: { en: 'Sending limit reached', 'zh-cn': '达到发送限额' },
    provider: 'Amazon SES',
    match: { codes: [454], text: ['throttling failure'] },
    meaning: {
      en: 'Either the rate per second or the quota of 24 hours is used up; the text says which.',
      'zh-cn': '每秒速率或 24 小时配额已用尽，文本会说明是哪一种。',
    },
    action: {
      en: 'Client: wait and retry with growing pauses; for the quota, wait or ask for more.',
      'zh-cn': '客户端：以递增的间隔重试；若为配额用尽，则等待或申请提高。',
    },
    seeAlso: ['454', 'X.7.1'],
    guides: ['bulk-email'],
    sources: [
      {
        document: 'Amazon SES: Troubleshooting SMTP',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'ses-paused',
    title: { en: 'Sending paused', 'zh-cn': '发送已暂停' },
    provider: 'Amazon SES',
    match: { codes: [554], text: ['sending paused for this account'] },
    meaning: {
      en: "AWS has stopped the account's sending, mostly for bounces or complaints.",
      'zh-cn': 'AWS 已暂停该账号发信，多因退信或投诉过多。',
    },
    action: {
      en: 'Account owner: read the notice from AWS and answer it in the console.',
      'zh-cn': '账号所有者：阅读 AWS 的通知并在控制台处理。',
    },
    seeAlso: ['554'],
    guides: ['feedback-loops', 'bounces-soft-hard'],
    sources: [
      {
        document: 'Amazon SES: Email sending errors',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-error-messages.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'ses-not-authorized',
    title: { en: 'IAM policy does not allow sending', 'zh-cn': 'IAM 策略不允许发送' },
    provider: 'Amazon SES',
    match: { codes: [554], text: ['ses:sendrawemail'] },
    meaning: {
      en: "The SMTP user's IAM policy lacks `ses:SendRawEmail` for this sender.",
      'zh-cn': 'SMTP 用户的 IAM 策略对该发件人缺少 `ses:SendRawEmail` 权限。',
    },
    action: {
      en: 'Administrator: allow it in the IAM or sending policy.',
      'zh-cn': '管理员：在 IAM 或发送策略中授权。',
    },
    seeAlso: ['554'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Amazon SES: Troubleshooting SMTP',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'ses-credentials-invalid',
    title: { en: 'SMTP credentials invalid', 'zh-cn': 'SMTP 凭据无效' },
    provider: 'Amazon SES',
    match: { codes: [535], text: ['authentication credentials invalid'] },
    meaning: {
      en: 'Amazon SES did not accept the SMTP user name and password. They are not the AWS access keys and differ by region; a few other servers use the same words.',
      'zh-cn':
        'Amazon SES 不接受该 SMTP 用户名和密码。它们不是 AWS 访问密钥，且各区域不同；少数其他服务器也使用同样的措辞。',
    },
    action: { en: 'User: create SMTP credentials for the region in use.', 'zh-cn': '用户：为所用区域创建 SMTP 凭据。' },
    seeAlso: ['535', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Amazon SES: Troubleshooting SMTP',
        url: 'https://docs.aws.amazon.com/ses/latest/dg/troubleshoot-smtp.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendgrid-credits-exceeded',
    title: { en: 'Credits used up', 'zh-cn': '额度用尽' },
    provider: 'SendGrid',
    match: { codes: [451, 550], text: ['maximum credits exceeded'] },
    meaning: {
      en: 'The plan allows no more mail in this period. SendGrid already answers AUTH with it.',
      'zh-cn': '当前套餐在此周期内不能再发信。SendGrid 在 AUTH 时就会如此回复。',
    },
    action: {
      en: 'Account owner: wait for the next period or change the plan.',
      'zh-cn': '账号所有者：等待下一周期或更换套餐。',
    },
    seeAlso: ['451'],
    guides: ['transactional-email'],
    sources: [
      {
        document: 'Twilio SendGrid: SMTP errors and troubleshooting',
        url: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendgrid-sender-identity',
    title: { en: 'Sender identity not verified', 'zh-cn': '发件人身份未验证' },
    provider: 'SendGrid',
    match: {
      codes: [550, 403],
      text: ['does not match a verified sender identity', 'not authorized to send from that email address'],
    },
    meaning: {
      en: 'The From address is neither a verified single sender nor in an authenticated domain.',
      'zh-cn': 'From 地址既不是已验证的单一发件人，也不属于已验证的域名。',
    },
    action: { en: 'Sender: verify the address, or authenticate the domain.', 'zh-cn': '发件方：验证该地址或域名。' },
    seeAlso: ['550'],
    guides: ['spf-dkim-dmarc-setup'],
    glossary: ['spf-dkim-dmarc'],
    sources: [
      {
        document: 'Twilio SendGrid: SMTP errors and troubleshooting',
        url: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendgrid-grant-invalid',
    title: { en: 'API key invalid', 'zh-cn': 'API 密钥无效' },
    provider: 'SendGrid',
    match: { codes: [535], text: ['authorization grant is invalid, expired, or revoked'] },
    meaning: {
      en: 'The password is not a valid API key. The user name must be the word `apikey`.',
      'zh-cn': '密码不是有效的 API 密钥。用户名必须是 `apikey`。',
    },
    action: {
      en: 'User: create an API key with the right to send mail and use it as the password.',
      'zh-cn': '用户：创建具有发信权限的 API 密钥并作为密码使用。',
    },
    seeAlso: ['535', 'X.7.8'],
    guides: ['smtp-authentication-methods'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Twilio SendGrid: SMTP errors and troubleshooting',
        url: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'provider-reply',
    key: 'sendgrid-not-authorized',
    title: { en: 'Account may not send', 'zh-cn': '账号无权发送' },
    provider: 'SendGrid',
    match: { codes: [535, 550], text: ['authenticated user is not authorized to send mail'] },
    meaning: {
      en: 'The login is right, but the account or key may not send: it is suspended or lacks the scope.',
      'zh-cn': '登录正确，但账号或密钥无权发送：已被暂停或缺少权限范围。',
    },
    action: {
      en: 'Account owner: look at the state of the account and the scopes of the key.',
      'zh-cn': '账号所有者：检查账号状态和密钥权限。',
    },
    seeAlso: ['535', '550'],
    glossary: ['smtp-authentication'],
    sources: [
      {
        document: 'Twilio SendGrid: SMTP errors and troubleshooting',
        url: 'https://www.twilio.com/docs/sendgrid/for-developers/sending-email/smtp-errors-and-troubleshooting',
        date: '2026-11-24',
      },
    ],
  },
];
