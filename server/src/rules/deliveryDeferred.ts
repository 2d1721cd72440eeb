import { deliveryRule } from './deliveryRule';
import type { RulePage } from './rule';

export const deliveryDeferred = /* @__PURE__ */ deliveryRule({
  category: 'delivery',
  code: 'delivery.deferred',
  severity: 'information',
  title: { en: 'Delivery put off', 'zh-cn': '投递被推迟' },
  messages: {
    recipient: {
      en: 'Mail for <{to}> waits for another attempt: {reason}',
      'zh-cn': '发给 <{to}> 的邮件等待重试：{reason}',
    },
    default: { en: 'Put off: {reason}', 'zh-cn': '被推迟：{reason}' },
  },
  sources: [{ rfc: 5321, section: '4.5.4.1' }],
  tell: ({ action, to }) =>
    action === 'deferred' ? { variant: to === undefined ? 'default' : 'recipient' } : undefined,
});

export const deliveryDeferredPage = (): RulePage => ({
  code: 'delivery.deferred',
  explanation: {
    en: 'A temporary failure: the next host answered 4yz, could not be reached, or its name could not be looked up. The mail stays in the queue and is tried again at growing intervals, for up to five days.',
    'zh-cn': '暂时失败：下一跳回复 4yz、无法连接或域名查询失败。邮件留在队列中，以逐渐延长的间隔重试，最长约五天。',
  },
  examples: {
    bad: `--- session 4bXyZ1 ---
* delivery received queue=4bXyZ1 from=<alice@example.com>
* delivery deferred queue=4bXyZ1 to=<grey@example.org> relay=mx.example.org[192.0.2.1]:25 code=451 enhanced=4.7.1 reason="451 4.7.1 Greylisted"
`,
    good: `--- session 4bXyZ1 ---
* delivery received queue=4bXyZ1 from=<alice@example.com>
* delivery sent queue=4bXyZ1 to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 reason="250 Ok"
`,
  },
});
