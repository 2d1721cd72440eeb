import { replySpan } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceAfterClosing = /* @__PURE__ */ faultRule({
  fault: 'after-closing',
  code: 'sequence.after-closing',
  severity: 'warning',
  title: { en: 'Command after the server closed', 'zh-cn': '服务器关闭之后的命令' },
  messages: {
    default: {
      en: '{verb} after the server closed the session with {code}',
      'zh-cn': '服务器已以 {code} 结束会话，仍发送 {verb}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.8' },
    { rfc: 5321, section: '4.2.1' },
  ],
  tell: ({ reply }) => ({ values: { code: reply.code }, related: [{ span: replySpan(reply), note: 'cause' }] }),
  fixes: removal,
});

export const sequenceAfterClosingPage = (): RulePage => ({
  code: 'sequence.after-closing',
  explanation: {
    en: '421 announces that the server closes the connection. The client should stop, keep the message queued and try again later. RSET and QUIT do no harm: they may be under way before the end of the connection is seen.',
    'zh-cn':
      '421 表示服务器即将关闭连接。客户端应停止，把邮件留在队列中稍后重试。RSET 和 QUIT 无妨：它们可能在看到连接结束之前就已发出。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
S: 421 4.4.2 mx.example.org Error: timeout exceeded
C: MAIL FROM:<alice@example.com>
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
S: 421 4.4.2 mx.example.org Error: timeout exceeded
`,
  },
});
