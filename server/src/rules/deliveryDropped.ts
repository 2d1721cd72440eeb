import { deliveryRule } from './deliveryRule';
import type { RulePage } from './rule';

export const deliveryDropped = /* @__PURE__ */ deliveryRule({
  category: 'delivery',
  code: 'delivery.dropped',
  severity: 'information',
  title: { en: 'A connection broke off', 'zh-cn': '连接中断' },
  messages: {
    default: { en: 'The connection broke off: {reason}', 'zh-cn': '连接中断：{reason}' },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.2' },
    { rfc: 5321, section: '3.8' },
  ],
  tell: ({ action }) => (action === 'lost' ? {} : undefined),
});

export const deliveryDroppedPage = (): RulePage => ({
  code: 'delivery.dropped',
  explanation: {
    en: 'The log says that a connection ended before its time or never came about: the other side hung up, fell silent, or made too many mistakes. Right after the connect it is mostly a scanner or a health check; inside the message the mail was not taken, and the client tries again.',
    'zh-cn':
      '日志表明连接提前结束或未能建立：对方挂断、没有响应或错误过多。刚连接就断开，多半是扫描或健康检查；在邮件传输中断开，则邮件未被接收，客户端会重试。',
  },
  examples: {
    bad: `* delivery lost client=unknown[192.0.2.7] reason="lost connection after DATA (20 bytes) from unknown[192.0.2.7]"
`,
    good: `* delivery received queue=4bXyZ1 client=mail.example.net[192.0.2.7]
`,
  },
});
