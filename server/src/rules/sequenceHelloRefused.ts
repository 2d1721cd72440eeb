import { answer, nameOf, whole } from './about';
import { faultRule } from './faultRule';
import { grantAll, helloLines, insertBefore } from './repairs';
import type { RulePage } from './rule';

export const sequenceHelloRefused = /* @__PURE__ */ faultRule({
  fault: 'hello-refused',
  code: 'sequence.hello-refused',
  severity: 'error',
  title: { en: 'EHLO was refused and no HELO followed', 'zh-cn': 'EHLO 被拒绝后没有改用 HELO' },
  messages: {
    default: {
      en: '{verb} although the EHLO before it was refused: fall back to HELO first',
      'zh-cn': '此前的 EHLO 已被拒绝，却发送了 {verb}：应先改用 HELO',
    },
  },
  sources: [
    { rfc: 5321, section: '3.2' },
    { rfc: 5321, section: '4.1.4' },
  ],
  tell: ({ cause }) => ({ related: [{ span: whole(cause.command.said), note: 'cause' }, ...answer(cause)] }),
  fixes({ exchange: command, step, session }) {
    const edits = [insertBefore(command, helloLines(session, step, 'HELO')), ...grantAll(command, session)];
    return [{ title: 'insert-helo', values: { verb: nameOf(command) }, edits, preferred: true }];
  },
});

export const sequenceHelloRefusedPage = (): RulePage => ({
  code: 'sequence.hello-refused',
  explanation: {
    en: 'A refused EHLO leaves the session unopened. Correct the argument when the reply is 501, fall back to HELO when the server does not know EHLO (500, 502), give up when it refuses service (550, 554).',
    'zh-cn':
      'EHLO 被拒绝后会话仍未打开。回复 501 时应改正参数；服务器不认识 EHLO（500、502）时改用 HELO；若拒绝服务（550、554）则应放弃。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 502 Command not implemented
C: MAIL FROM:<alice@example.com>
S: 503 Say HELO first
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org SMTP
C: EHLO client.example.com
S: 502 Command not implemented
C: HELO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});
