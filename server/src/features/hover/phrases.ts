/** What hovers say about this place in this session. */
import type { Locale, Localized } from '../../reference/entry';

const PHRASES = {
  // Which command, and where.
  answers: { en: 'Answers {command} on line {line}.', 'zh-cn': '回复第 {line} 行的 {command}。' },
  answersMessage: {
    en: 'Answers the message that ends on line {line}, from {from}.',
    'zh-cn': '回复在第 {line} 行结束、来自 {from} 的邮件。',
  },
  answersUnknownMessage: {
    en: 'Answers the message that ends on line {line}.',
    'zh-cn': '回复在第 {line} 行结束的邮件。',
  },
  answersRecipient: { en: 'It is the answer for {to}.', 'zh-cn': '这是针对 {to} 的回复。' },
  answersGreeting: { en: 'The greeting: the first thing a server says.', 'zh-cn': '问候语：服务器说的第一句话。' },
  answersNothing: {
    en: 'The server said it by itself: no command asked for it.',
    'zh-cn': '服务器主动发出：没有命令请求它。',
  },
  answeredBy: { en: 'Answered with {reply} on line {line}.', 'zh-cn': '第 {line} 行的回复是 {reply}。' },
  notAnswered: { en: 'The log shows no answer to it.', 'zh-cn': '日志中没有对它的回复。' },
  endedWith: { en: 'The exchange ended with {code} on line {line}.', 'zh-cn': '此交换在第 {line} 行以 {code} 结束。' },
  // What led to it.
  causedBy: { en: 'Line {line}, {note}: {text}', 'zh-cn': '第 {line} 行，{note}：{text}' },
  followsFrom: {
    en: 'It fails only because of line {line}: {command}',
    'zh-cn': '它失败只是因为第 {line} 行：{command}',
  },
  transaction: {
    en: 'Transaction from {from} (line {line}); recipients accepted: {accepted}, refused: {refused}.',
    'zh-cn': '来自 {from} 的事务（第 {line} 行）；收件人：接受 {accepted} 个，拒绝 {refused} 个。',
  },
  transactionLost: {
    en: 'The transaction from {from} (line {line}) is lost with it: the message was not taken and must be sent again.',
    'zh-cn': '来自 {from} 的事务（第 {line} 行）随之丢失：邮件未被接收，须重新发送。',
  },
  recipients: {
    en: 'Recipients accepted: {accepted}, refused: {refused}.',
    'zh-cn': '收件人：接受 {accepted} 个，拒绝 {refused} 个。',
  },
  session: { en: 'At this point: {facts}.', 'zh-cn': '此时：{facts}。' },
  noHello: { en: 'no EHLO or HELO yet', 'zh-cn': '尚未 EHLO 或 HELO' },
  tls: { en: 'inside TLS', 'zh-cn': '在 TLS 之内' },
  noTls: { en: 'no TLS', 'zh-cn': '没有 TLS' },
  loggedIn: { en: 'logged in (line {line})', 'zh-cn': '已登录（第 {line} 行）' },
  notLoggedIn: { en: 'not logged in', 'zh-cn': '未登录' },
  // The answer.
  takenOver: {
    en: 'The server has the message: from here on it must deliver it or report the failure.',
    'zh-cn': '服务器已接管邮件：从此由它负责投递，或报告失败。',
  },
  queueId: {
    en: 'Its queue id there is {id}: with it the server’s operator finds the message in the log.',
    'zh-cn': '它在那里的队列 ID 是 {id}：服务器管理员可凭它在日志中找到邮件。',
  },
  tokenRefused: { en: 'The server does not accept the access token', 'zh-cn': '服务器不接受该访问令牌' },
  tokenStatus: { en: 'status {status}: {meaning}', 'zh-cn': '状态 {status}：{meaning}' },
  tokenExpired: { en: 'expired, revoked, or for another account', 'zh-cn': '已过期、已撤销，或属于其他账户' },
  tokenMalformed: { en: 'malformed request', 'zh-cn': '请求格式错误' },
  tokenForbidden: { en: 'valid, but not allowed to send mail', 'zh-cn': '有效，但无权发送邮件' },
  tokenScope: { en: 'It wants one for the scope {scope}.', 'zh-cn': '它要求作用域 {scope} 的令牌。' },
  tokenDecoded: {
    en: 'The text after 334 is its error, decoded here; the client’s token is not.',
    'zh-cn': '334 之后的文本是服务器的错误信息，在此已解码；客户端的令牌不会被解码。',
  },
  tokenAction: {
    en: 'Client: send the empty line that is due now, get a fresh token for this scope, log in again. `user=` must be the account that the token was made for.',
    'zh-cn': '客户端：先发送此时应发的空行，再为该作用域获取新令牌并重新登录。`user=` 必须是该令牌所属的账户。',
  },
  mendFirst: { en: 'Mend line {line} first: {what}.', 'zh-cn': '先处理第 {line} 行：{what}。' },
  // What the server offers, and what became of it.
  offeredOn: { en: 'Offered in answer to {verb} on line {line}.', 'zh-cn': '在回复第 {line} 行的 {verb} 时提供。' },
  usedOn: { en: 'Used on line {lines}.', 'zh-cn': '用于第 {lines} 行。' },
  notUsed: { en: 'Not used in this session.', 'zh-cn': '此会话未使用。' },
  sizeLimit: {
    en: 'The largest message it takes: {octets} octets ({mebibytes} MiB).',
    'zh-cn': '接受的最大邮件：{octets} 字节（{mebibytes} MiB）。',
  },
  sizeOpen: { en: 'No limit is stated.', 'zh-cn': '未声明上限。' },
  readableWithoutTls: {
    en: 'Without TLS anyone on the path can read the secret: {mechanisms}.',
    'zh-cn': '没有 TLS 时，途中任何人都能读取密码：{mechanisms}。',
  },
  parameterOffered: { en: '{extension} was offered on line {line}.', 'zh-cn': '第 {line} 行提供了 {extension}。' },
  parameterNotOffered: {
    en: '{extension} is not among the offers of this session.',
    'zh-cn': '此会话的扩展中没有 {extension}。',
  },
  sizeDeclared: { en: 'Declared: {octets} octets.', 'zh-cn': '声明：{octets} 字节。' },
  safeInTls: {
    en: 'Inside TLS here: the secret is not readable on the way.',
    'zh-cn': '此处在 TLS 之内：密码在途中不可读。',
  },
  notSafeHere: {
    en: 'No TLS here: anyone on the path can read the secret.',
    'zh-cn': '此处没有 TLS：途中任何人都能读取密码。',
  },
  allScenarios: { en: '{count} debugging scenarios', 'zh-cn': '{count} 个调试场景' },
} as const satisfies Record<string, Localized>;

export type Phrase = keyof typeof PHRASES;

/** A phrase in the reader's language; `{name}` is filled from `values`. */
export function phrase(key: Phrase, locale: Locale, values: Readonly<Record<string, string | number>> = {}): string {
  return PHRASES[key][locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}

/** Whole sentences in a row: a blank between them in English, none in Chinese. */
export function sentences(parts: readonly string[], locale: Locale): string {
  return parts.filter((part) => part !== '').join(locale === 'en' ? ' ' : '');
}
