import { nameOf } from './about';
import { faultRule } from './faultRule';
import { grantAll, helloLines, insertBefore, remove } from './repairs';
import type { RulePage } from './rule';

export const sequenceBeforeHello = /* @__PURE__ */ faultRule({
  fault: 'before-hello',
  code: 'sequence.before-hello',
  severity: 'error',
  title: { en: 'Mail command before EHLO or HELO', 'zh-cn': 'EHLO 或 HELO 之前的邮件命令' },
  messages: {
    default: {
      en: '{verb} before EHLO or HELO: the session has not been opened yet',
      'zh-cn': '{verb} 出现在 EHLO 或 HELO 之前：会话尚未建立',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.4' },
    { rfc: 5321, section: '3.1' },
  ],
  fixes({ exchange: command, step, session }) {
    const values = { verb: nameOf(command) };
    const edits = [insertBefore(command, helloLines(session, step)), ...grantAll(command, session)];
    return [{ title: 'insert-ehlo', values, edits, preferred: true }, remove(command, session, values.verb, false)];
  },
});

export const sequenceBeforeHelloPage = (): RulePage => ({
  code: 'sequence.before-hello',
  explanation: {
    en: 'A session that carries mail must first be opened with EHLO, or HELO as the fallback. A server that insists answers 503; one that accepts it has no name for the client and has offered no extensions. Send EHLO right after the greeting.',
    'zh-cn':
      '携带邮件的会话必须先用 EHLO（或退而用 HELO）打开。严格的服务器会回复 503；放行的服务器则不知道客户端的名字，也没有提供任何扩展。请在问候语之后立即发送 EHLO。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: MAIL FROM:<alice@example.com>
S: 503 5.5.1 Error: send HELO/EHLO first
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});
