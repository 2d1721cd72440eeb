import { nameOf } from './about';
import { commandOf, faultRule } from './faultRule';
import { remove } from './repairs';

export const sequenceEhloInLmtp = faultRule({
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
  explanation: {
    en: 'LMTP replaces HELO and EHLO by LHLO, so that nobody mistakes it for SMTP: it answers the message once per recipient.',
    'zh-cn': 'LMTP 以 LHLO 取代 HELO 和 EHLO，以免与 SMTP 混淆：它对每个收件人各回复一次。',
  },
  sources: [{ document: 'RFC 2033', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc2033.html#section-4.1' }],
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
  fixes(problem, session) {
    const command = commandOf(problem);
    return command === undefined ? [] : [remove(command, session, nameOf(command), true)];
  },
});
