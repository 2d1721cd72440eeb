import { faultRule } from './faultRule';
import { helloLines, insertBefore } from './repairs';
import { type FixEdit, linesOfExchange, type RulePage } from './rule';

export const sequenceLhloInSmtp = /* @__PURE__ */ faultRule({
  fault: 'lhlo-in-smtp',
  code: 'sequence.lhlo-in-smtp',
  severity: 'error',
  title: { en: 'LHLO in SMTP', 'zh-cn': 'SMTP 中的 LHLO' },
  messages: {
    default: {
      en: 'LHLO to an SMTP server: LHLO belongs to LMTP, say EHLO',
      'zh-cn': '向 SMTP 服务器发送 LHLO：LHLO 属于 LMTP，应使用 EHLO',
    },
  },
  sources: [{ rfc: 2033, section: '4.1' }],
  fixes({ exchange: command, step, session }) {
    const insert = insertBefore(command, helloLines(session, step));
    const removal: FixEdit = { kind: 'delete', lines: linesOfExchange(command) };
    return [
      { title: 'replace-verb', values: { verb: 'LHLO', with: 'EHLO' }, edits: [insert, removal], preferred: true },
    ];
  },
});

export const sequenceLhloInSmtpPage = (): RulePage => ({
  code: 'sequence.lhlo-in-smtp',
  explanation: {
    en: 'LHLO opens an LMTP session, as between a mail server and its delivery agent. On port 25 or 587 the hello is EHLO.',
    'zh-cn': 'LHLO 用于打开 LMTP 会话（邮件服务器与投递代理之间）。在 25 或 587 端口上应使用 EHLO。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: LHLO client.example.com
S: 500 5.5.1 Unrecognized command
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 lmtp.example.org LMTP
C: LHLO client.example.com
S: 250 lmtp.example.org
C: QUIT
S: 221 Bye
`,
  },
});
