import { whole } from './about';
import { faultRule } from './faultRule';
import { removal } from './fixing';
import type { RulePage } from './rule';

export const sequenceAfterQuit = /* @__PURE__ */ faultRule({
  fault: 'after-quit',
  code: 'sequence.after-quit',
  severity: 'error',
  title: { en: 'Command after QUIT', 'zh-cn': 'QUIT 之后的命令' },
  messages: {
    default: { en: '{verb} after QUIT: the session is over', 'zh-cn': 'QUIT 之后发送 {verb}：会话已经结束' },
  },
  sources: [{ rfc: 5321, section: '4.1.1.10' }],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'cause' }] }),
  fixes: removal,
});

export const sequenceAfterQuitPage = (): RulePage => ({
  code: 'sequence.after-quit',
  explanation: {
    en: 'QUIT is the last command of a session: the server answers 221 and closes. What comes after it is lost.',
    'zh-cn': 'QUIT 是会话的最后一条命令：服务器回复 221 并关闭连接。其后的内容都会丢失。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 Bye
C: NOOP
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: NOOP
S: 250 2.0.0 Ok
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});
