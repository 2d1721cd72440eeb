import { nameOf, whole } from './about';
import { faultRule } from './faultRule';
import { grantAll, helloLines, insertBefore } from './repairs';
import type { RulePage } from './rule';

export const sequenceNoEhloAfterStarttls = /* @__PURE__ */ faultRule({
  fault: 'no-ehlo-after-starttls',
  code: 'sequence.no-ehlo-after-starttls',
  severity: 'error',
  title: { en: 'No EHLO after STARTTLS', 'zh-cn': 'STARTTLS 之后没有 EHLO' },
  messages: {
    default: {
      en: '{verb} after STARTTLS without a new EHLO: TLS discarded what was said and offered before',
      'zh-cn': 'STARTTLS 之后未重新发送 EHLO 就发送 {verb}：TLS 建立后此前的问候与扩展全部作废',
    },
  },
  sources: [{ rfc: 3207, section: '4.2' }],
  tell: ({ cause }) => (cause === undefined ? {} : { related: [{ span: whole(cause.command.said), note: 'cause' }] }),
  fixes({ exchange: command, step, session }) {
    const edits = [insertBefore(command, helloLines(session, step)), ...grantAll(command, session)];
    return [{ title: 'insert-ehlo-after-tls', values: { verb: nameOf(command) }, edits, preferred: true }];
  },
});

export const sequenceNoEhloAfterStarttlsPage = (): RulePage => ({
  code: 'sequence.no-ehlo-after-starttls',
  explanation: {
    en: 'When TLS is up both sides forget everything that went before, the EHLO and its offers included. The client should send EHLO again; AUTH and many extensions are only offered then. Some servers accept mail without it, others answer 503.',
    'zh-cn':
      'TLS 建立后双方都要忘记此前的一切，包括 EHLO 和它提供的扩展。客户端应重新发送 EHLO；AUTH 和许多扩展只有这时才会提供。有的服务器不发 EHLO 也放行，有的回复 503。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: MAIL FROM:<alice@example.com>
S: 503 5.5.1 Error: send HELO/EHLO first
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250-mx.example.org
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
