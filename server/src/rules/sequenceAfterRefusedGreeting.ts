import { replySpan } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceAfterRefusedGreeting = /* @__PURE__ */ faultRule({
  fault: 'after-refused-greeting',
  code: 'sequence.after-refused-greeting',
  severity: 'warning',
  title: { en: 'Command after a refusing greeting', 'zh-cn': '拒绝式问候语之后的命令' },
  messages: {
    default: {
      en: '{verb} after the server refused service with {code}: QUIT is all that is left to say',
      'zh-cn': '服务器已以 {code} 拒绝服务，此后只应发送 QUIT，却发送了 {verb}',
    },
  },
  sources: [
    { rfc: 5321, section: '3.1' },
    { rfc: 5321, section: '4.3.2' },
  ],
  tell: ({ greeting }) => ({
    values: { code: greeting.code },
    related: [{ span: replySpan(greeting), note: 'greeting' }],
  }),
  fixes: removal,
});

export const sequenceAfterRefusedGreetingPage = (): RulePage => ({
  code: 'sequence.after-refused-greeting',
  explanation: {
    en: 'A greeting of 554 (or another 5yz or 4yz) means that no mail is accepted here. RFC 5321 §3.1 asks the server to wait for QUIT and to answer 503 to anything else; it forbids the client nothing, but going on gains it nothing. Try the next MX, or later when the code is 4yz.',
    'zh-cn':
      '以 554（或其他 5yz、4yz）问候表示此处不接收邮件。RFC 5321 §3.1 要求服务器等待 QUIT，并对其他命令回复 503；它并未禁止客户端继续发送，只是徒劳无益。请尝试下一个 MX；若为 4yz 则稍后再试。',
  },
  examples: {
    bad: `S: 554 mx.example.org No SMTP service here
C: EHLO client.example.com
S: 503 5.5.1 Only QUIT is allowed
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 554 mx.example.org No SMTP service here
C: QUIT
S: 221 Bye
`,
  },
});
