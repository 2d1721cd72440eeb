import { classOf, deliveryRule } from './deliveryRule';
import type { RulePage } from './rule';

export const deliveryRejected = /* @__PURE__ */ deliveryRule({
  category: 'delivery',
  code: 'delivery.rejected',
  severity: 'warning',
  title: { en: 'The server turned mail away', 'zh-cn': '服务器拒收邮件' },
  messages: {
    recipient: { en: 'Mail for <{to}> was turned away: {reason}', 'zh-cn': '发给 <{to}> 的邮件被拒收：{reason}' },
    default: { en: 'The client was turned away: {reason}', 'zh-cn': '客户端被拒绝：{reason}' },
    temporary: { en: 'Turned away for now: {reason}', 'zh-cn': '暂时被拒绝：{reason}' },
  },
  sources: [
    { rfc: 5321, section: '4.2.1' },
    { rfc: 5321, section: '3.6.2' },
  ],
  tell(delivery) {
    if (delivery.action !== 'rejected' || delivery.fault !== undefined) return undefined;
    if (classOf(delivery) === 4) return { variant: 'temporary', severity: 'information' };
    return { variant: delivery.to === undefined ? 'default' : 'recipient' };
  },
});

export const deliveryRejectedPage = (): RulePage => ({
  code: 'delivery.rejected',
  explanation: {
    en: 'The log tells of a refusal; what client and server said is not shown. 5yz is final: an unknown user, no right to relay, a block list, a content filter. 4yz asks the client to come again: greylisting, a lookup that failed. The sender of the mail is told by the client’s own bounce message.',
    'zh-cn':
      '日志记录了一次拒绝，但没有显示客户端与服务器的对话。5yz 是最终结果：用户不存在、无权转发、黑名单、内容过滤。4yz 要求客户端稍后再试：灰名单、查询失败。邮件的发件人会从客户端的退信中得知。',
  },
  examples: {
    bad: `* delivery rejected client=mail.example.net[192.0.2.7] from=<a@example.net> to=<ghost@example.org> code=550 enhanced=5.1.1 reason="550 5.1.1 User unknown"
`,
    good: `--- session 4bXyZ1 ---
* delivery received queue=4bXyZ1 client=mail.example.net[192.0.2.7]
* delivery sent queue=4bXyZ1 to=<bob@example.org> code=250
`,
  },
});
