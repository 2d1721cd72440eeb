import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceEhloInLmtp = /* @__PURE__ */ faultRule({
  fault: 'ehlo-in-lmtp',
  code: 'sequence.ehlo-in-lmtp',
  severity: 'error',
  title: { en: 'EHLO in LMTP', 'zh-cn': 'LMTP 中的 EHLO' },
  messages: {
    default: {
      en: '{verb} in an LMTP session: LMTP knows only LHLO',
      'zh-cn': 'LMTP 会话中发送 {verb}：LMTP 只认 LHLO',
    },
  },
  sources: [{ rfc: 2033, section: '4.1' }],
  fixes: removal,
});

export const sequenceEhloInLmtpPage = (): RulePage => ({
  code: 'sequence.ehlo-in-lmtp',
  explanation: {
    en: 'LMTP replaces HELO and EHLO by LHLO, so that nobody mistakes it for SMTP: it answers the message once per recipient.',
    'zh-cn': 'LMTP 以 LHLO 取代 HELO 和 EHLO，以免与 SMTP 混淆：它对每个收件人各回复一次。',
  },
  examples: {
    bad: `S: 220 lmtp.example.org LMTP
C: LHLO client.example.com
S: 250 lmtp.example.org
C: EHLO client.example.com
S: 500 5.5.1 Unknown command
C: QUIT
S: 221 Bye
`,
    good: `S: 220 lmtp.example.org LMTP
C: LHLO client.example.com
S: 250 lmtp.example.org
C: LHLO client.example.com
S: 250 lmtp.example.org
C: QUIT
S: 221 Bye
`,
  },
});
