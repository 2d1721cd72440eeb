/** Words of the features that no rule and no entry has. Headings in Chinese are those of the page that began it all. */
import type { Locale, Localized } from '../reference/entry';

const WORDS = {
  whyHere: { en: 'Why here', 'zh-cn': '为何在此' },
  whenYouSeeIt: { en: 'When you see it', 'zh-cn': '当您看到此代码时' },
  howToFix: { en: 'How to fix', 'zh-cn': '如何修复' },
  compareWith: { en: 'Compare with', 'zh-cn': '与之对比' },
  guides: { en: 'Guides', 'zh-cn': '指南' },
  scenarios: { en: 'Debugging scenarios', 'zh-cn': '调试场景' },
  specification: { en: 'Specification', 'zh-cn': '规范' },
  glossary: { en: 'Glossary', 'zh-cn': '术语表' },
  seeAlso: { en: 'See also', 'zh-cn': '另请参阅' },
  syntax: { en: 'Syntax', 'zh-cn': '语法' },
  whenAllowed: { en: 'When it is allowed', 'zh-cn': '何时允许' },
  replies: { en: 'Replies', 'zh-cn': '回复' },
  example: { en: 'Example', 'zh-cn': '示例' },
  effect: { en: 'What it changes', 'zh-cn': '作用' },
  thresholds: { en: 'Thresholds', 'zh-cn': '阈值' },
  limits: { en: 'Limits', 'zh-cn': '限制' },
  action: { en: 'What to do', 'zh-cn': '怎么做' },
  looksLike: { en: 'In a transcript it looks like', 'zh-cn': '在会话记录中的样子' },
  basicCodes: { en: 'Basic codes', 'zh-cn': '基本代码' },
  answersTo: { en: 'Answers', 'zh-cn': '用于应答' },
  anyCommand: { en: 'any command', 'zh-cn': '任何命令' },
  providers: { en: 'What providers say with it', 'zh-cn': '各服务商的用法' },
  usedBy: { en: 'Used by', 'zh-cn': '使用者' },
  safeWithoutTls: {
    en: 'A listener without TLS does not learn the secret.',
    'zh-cn': '即使没有 TLS，窃听者也得不到密码。',
  },
  unsafeWithoutTls: {
    en: 'Only inside TLS: a listener could read the secret.',
    'zh-cn': '只能在 TLS 内使用：否则窃听者可读取密码。',
  },
  openReference: { en: 'Open reference', 'zh-cn': '打开参考' },
  success: { en: 'success', 'zh-cn': '成功' },
  intermediate: { en: 'intermediate', 'zh-cn': '中间' },
  failure: { en: 'failure', 'zh-cn': '失败' },
  after: { en: 'After the fix', 'zh-cn': '修复之后' },
  line: { en: 'line', 'zh-cn': '行' },
  answers: { en: 'It answers {command} on line {line}.', 'zh-cn': '它回复的是第 {line} 行的 {command}。' },
  session: { en: 'Session {key}', 'zh-cn': '会话 {key}' },
  transaction: { en: 'Message from <{from}>', 'zh-cn': '来自 <{from}> 的邮件' },
  mailData: { en: 'Mail data', 'zh-cn': '邮件数据' },
  greeting: { en: 'Greeting', 'zh-cn': '问候语' },
  findings: { en: '{count} findings', 'zh-cn': '{count} 个问题' },
  oneFinding: { en: '1 finding', 'zh-cn': '1 个问题' },
  lines: { en: '{count} lines', 'zh-cn': '{count} 行' },
  recipientsTaken: { en: '{taken} of {all} recipients', 'zh-cn': '{all} 个收件人中的 {taken} 个' },
  onlySession: { en: 'only this session', 'zh-cn': '仅此会话' },
  copySession: { en: 'copy as Markdown', 'zh-cn': '复制为 Markdown' },
  answersLine: { en: 'answers line {line}', 'zh-cn': '回复第 {line} 行' },
  recipientCount: { en: '{accepted} accepted, {refused} refused', 'zh-cn': '接受 {accepted}，拒绝 {refused}' },
  legalNow: { en: 'allowed now', 'zh-cn': '现在允许' },
  notLegalNow: { en: 'out of order here: {reason}', 'zh-cn': '此处顺序不对：{reason}' },
  seenHere: { en: 'seen in this file', 'zh-cn': '此文件中出现过' },
  offered: { en: 'offered by the server', 'zh-cn': '服务器提供' },
  header: { en: 'header field', 'zh-cn': '邮件头字段' },
  delivered: { en: 'delivered', 'zh-cn': '已投递' },
  'partly-delivered': { en: 'partly delivered', 'zh-cn': '部分投递' },
  refused: { en: 'refused', 'zh-cn': '被拒绝' },
  deferred: { en: 'deferred', 'zh-cn': '被推迟' },
  reset: { en: 'given up', 'zh-cn': '已放弃' },
  unfinished: { en: 'unfinished', 'zh-cn': '未完成' },
  unknown: { en: 'outcome not shown', 'zh-cn': '结果未显示' },
} as const satisfies Record<string, Localized>;

export type Word = keyof typeof WORDS;

/** A word or sentence in the reader's language; `{name}` is filled from `values`. */
export function word(key: Word, locale: Locale, values: Readonly<Record<string, string | number>> = {}): string {
  const template: Localized = WORDS[key];
  return template[locale].replace(/\{(\w+)\}/g, (whole, name: string) => String(values[name] ?? whole));
}
