import type { Localized, Source } from './entry';

/** What one digit of a code says by its place alone. */
export interface DigitMeaning {
  readonly title: Localized;
  readonly meaning: Localized;
  readonly sources: readonly Source[];
}

/** The first digit of a reply code: good, bad or incomplete (RFC 5321, section 4.2.1). */
export const firstDigits: Readonly<Record<string, DigitMeaning>> = {
  1: {
    title: { en: 'Preliminary reply', 'zh-cn': '预备应答' },
    meaning: {
      en: 'RFC 5321 defines no reply that begins with 1; a line with it is an error of the server or not SMTP at all.',
      'zh-cn': 'RFC 5321 没有定义以 1 开头的应答；出现这样的行，说明服务器有误，或根本不是 SMTP。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  2: {
    title: { en: 'Positive completion', 'zh-cn': '肯定的完成应答' },
    meaning: {
      en: 'Done: the command was carried out, and the client may send the next one.',
      'zh-cn': '已完成：命令已执行，客户端可以发送下一条。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  3: {
    title: { en: 'Positive intermediate', 'zh-cn': '肯定的中间应答' },
    meaning: {
      en:
        'Go on: the command was accepted, but the server waits for what belongs to it, such as mail data or the ' +
        'next part of a login.',
      'zh-cn': '请继续：命令已接受，服务器等待后续内容，例如邮件数据或登录的下一部分。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  4: {
    title: { en: 'Transient negative completion', 'zh-cn': '临时的否定应答' },
    meaning: {
      en:
        'Not now: nothing was done, but the same command may succeed later without a change. The client keeps the ' +
        'message and retries.',
      'zh-cn': '现在不行：未执行任何操作，但稍后原样重试可能成功。客户端应保留邮件并重试。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  5: {
    title: { en: 'Permanent negative completion', 'zh-cn': '永久的否定应答' },
    meaning: {
      en: 'No: nothing was done, and repeating the same command will not help. Something must be changed first.',
      'zh-cn': '不行：未执行任何操作，原样重复也无济于事，必须先做出更改。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
};

/** The second digit of a reply code: what the reply is about. 6 to 9 have no meaning anywhere. */
export const secondDigits: Readonly<Record<string, DigitMeaning>> = {
  0: {
    title: { en: 'Syntax', 'zh-cn': '语法' },
    meaning: {
      en: 'About the form of the command: unknown, malformed, not implemented, or out of place.',
      'zh-cn': '与命令形式有关：未知、格式错误、未实现或时机不对。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  1: {
    title: { en: 'Information', 'zh-cn': '信息' },
    meaning: {
      en: 'An answer to a request for information, such as status or help.',
      'zh-cn': '对信息请求的回答，例如状态或帮助。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  2: {
    title: { en: 'Connection', 'zh-cn': '连接' },
    meaning: {
      en: 'About the connection between client and server as a whole.',
      'zh-cn': '与客户端和服务器之间的连接本身有关。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  3: {
    title: { en: 'Authentication and encryption (by use)', 'zh-cn': '身份验证与加密（按惯例）' },
    meaning: {
      en: 'RFC 5321 leaves this digit unspecified; the replies of AUTH (235, 334, 432, 530 to 538) use it.',
      'zh-cn': 'RFC 5321 未规定该数字；AUTH 的应答（235、334、432、530 至 538）使用它。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
      { document: 'RFC 4954', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc4954.html#section-6' },
    ],
  },
  4: {
    title: { en: 'Unspecified', 'zh-cn': '未规定' },
    meaning: {
      en: 'RFC 5321 leaves this digit unspecified; only vendors use it.',
      'zh-cn': 'RFC 5321 未规定该数字；只有厂商使用。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
  5: {
    title: { en: 'Mail system', 'zh-cn': '邮件系统' },
    meaning: {
      en: 'About the receiving mail system and what was asked of it: mailbox, storage, transaction.',
      'zh-cn': '与收件系统及所请求的操作有关：邮箱、存储、事务。',
    },
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
    ],
  },
};
