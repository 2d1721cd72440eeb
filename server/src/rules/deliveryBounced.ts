import { deliveryRule } from './deliveryRule';
import type { RulePage } from './rule';

export const deliveryBounced = /* @__PURE__ */ deliveryRule({
  category: 'delivery',
  code: 'delivery.bounced',
  severity: 'warning',
  title: { en: 'Mail came back', 'zh-cn': '邮件被退回' },
  messages: {
    default: { en: 'Mail for <{to}> cannot be delivered: {reason}', 'zh-cn': '无法投递给 <{to}>：{reason}' },
    unnamed: { en: 'Mail cannot be delivered: {reason}', 'zh-cn': '邮件无法投递：{reason}' },
    expired: {
      en: 'Given up after too many attempts, the mail goes back to <{from}>: {reason}',
      'zh-cn': '多次尝试后放弃，邮件退回 <{from}>：{reason}',
    },
  },
  oncePerRecipient: true,
  sources: [
    { rfc: 5321, section: '4.5.4.1' },
    { document: 'RFC 3464', url: 'https://www.rfc-editor.org/rfc/rfc3464.html' },
  ],
  tell({ action, to }) {
    if (action === 'expired') return { variant: to === undefined ? 'expired' : 'default' };
    if (action !== 'bounced') return undefined;
    return to === undefined ? { variant: 'unnamed' } : {};
  },
});

export const deliveryBouncedPage = (): RulePage => ({
  code: 'delivery.bounced',
  explanation: {
    en: 'The queue gave up on a recipient: the next host refused for good (5yz), the domain does not exist or takes no mail, or the time in the queue ran out. The sender gets a bounce message, unless the mail was itself one (empty sender).',
    'zh-cn':
      '队列放弃了某个收件人：下一跳永久拒绝（5yz）、域名不存在或不收邮件，或在队列中的时间已到。发件人会收到退信，除非该邮件本身就是退信（空发件人）。',
  },
  examples: {
    bad: `--- session 4bXyZ1 ---
* delivery received queue=4bXyZ1 from=<alice@example.com>
* delivery bounced queue=4bXyZ1 to=<ghost@example.org> relay=mx.example.org[192.0.2.1]:25 code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"
`,
    good: `--- session 4bXyZ1 ---
* delivery received queue=4bXyZ1 from=<alice@example.com>
* delivery sent queue=4bXyZ1 to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 reason="250 Ok"
* delivery removed queue=4bXyZ1
`,
  },
});
