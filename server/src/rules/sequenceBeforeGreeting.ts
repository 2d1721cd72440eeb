import type { Reply, ReplyLine } from '../transcript/transcript';
import { nameOf, replySpan } from './about';
import { faultRule } from './faultRule';
import type { FixEdit, RulePage } from './rule';

export const sequenceBeforeGreeting = /* @__PURE__ */ faultRule({
  fault: 'before-greeting',
  code: 'sequence.before-greeting',
  severity: 'warning',
  title: { en: 'The client speaks before the greeting', 'zh-cn': '客户端在问候语之前发言' },
  messages: {
    default: {
      en: '{verb} was sent before the greeting: the client should wait for 220',
      'zh-cn': '{verb} 在问候语之前发送：客户端应等待 220',
    },
  },
  sources: [
    { rfc: 5321, section: '3.1' },
    { rfc: 5321, section: '4.3.1' },
  ],
  tell: ({ greeting }) => ({ related: [{ span: replySpan(greeting), note: 'greeting' }] }),
  fixes({ exchange, step: { before } }) {
    const { reply } = before.greeting as { readonly reply: Reply };
    const after = (reply.lines.at(-1) as ReplyLine).said.line;
    const move: FixEdit = { kind: 'move', lines: [exchange.command.said.line], before: after + 1 };
    return [{ title: 'move-after-greeting', values: { verb: nameOf(exchange) }, edits: [move], preferred: true }];
  },
});

export const sequenceBeforeGreetingPage = (): RulePage => ({
  code: 'sequence.before-greeting',
  explanation: {
    en: 'The client waits for the greeting before it says anything. Servers treat an early talker as a spam sender (Postfix postscreen, Exim synchronization checks) and may drop it.',
    'zh-cn':
      '客户端应等到问候语再发言。抢先发言者会被服务器当作垃圾邮件发送者（Postfix postscreen、Exim 同步检查），甚至断开连接。',
  },
  examples: {
    bad: `C: EHLO client.example.com
S: 220 mx.example.org ESMTP
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});
