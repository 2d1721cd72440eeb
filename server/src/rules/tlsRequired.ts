import type { Session, Step } from '../transcript/reader';
import { accepted, type CommandExchange, type Reply } from '../transcript/transcript';
import { answer, nameOf, replySpan, whole } from './about';
import { quote } from './quote';
import type { Problem, Related, Rule, RulePage } from './rule';
import { demandsTls } from './tlsDemand';

export const tlsRequired: Rule = {
  category: 'tls',
  code: 'tls.required',
  severity: 'warning',
  title: { en: 'The server demands STARTTLS', 'zh-cn': '服务器要求 STARTTLS' },
  messages: {
    default: {
      en: '{verb} without TLS: the server demands STARTTLS first ({code} {text})',
      'zh-cn': '{verb} 未使用 TLS：服务器要求先 STARTTLS（{code} {text}）',
    },
    again: {
      en: '{verb} again without TLS, though the server has asked for STARTTLS first',
      'zh-cn': '服务器已要求先 STARTTLS，却仍不使用 TLS 再次发送 {verb}',
    },
  },
  sources: [{ rfc: 3207, section: '4' }],
  needs: ['refusal'],
  check,
};

export const tlsRequiredPage = (): RulePage => ({
  code: 'tls.required',
  explanation: {
    en: '530 “Must issue a STARTTLS command first” is answered to everything but EHLO, NOOP, STARTTLS and QUIT until TLS is up. Send STARTTLS, make the handshake, say EHLO again and then go on.',
    'zh-cn':
      '在 TLS 建立之前，除 EHLO、NOOP、STARTTLS 和 QUIT 之外的命令都会得到 530 “Must issue a STARTTLS command first”。请发送 STARTTLS，完成握手，再次 EHLO，然后继续。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: MAIL FROM:<alice@example.com>
S: 530 5.7.0 Must issue a STARTTLS command first
C: MAIL FROM:<alice@example.com>
S: 530 5.7.0 Must issue a STARTTLS command first
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 530 5.7.0 Authentication required
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let demand: Reply | undefined;
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command' || exchange.lost) continue;
    if (exchange.command.verb === 'STARTTLS' && accepted(exchange)) demand = undefined;
    const demands = demandsTls(exchange);
    // AUTH in the clear is security.cleartext-credentials, and its refusal auth.failed.
    if (exchange.command.verb !== 'AUTH' && step.faults.length === 0) {
      const inClear = before.tls === 'none' && exchange.sentBeforeReplyTo === undefined;
      const ignores = demand !== undefined && inClear && NEED_TLS.has(exchange.command.verb);
      if (demands || ignores) yield problem(step, exchange, demand);
    }
    if (demands) demand ??= exchange.replies.at(-1);
  }
}

function problem(step: Step, exchange: CommandExchange, demand: Reply | undefined): Problem {
  const reply = exchange.replies.at(-1);
  const related: Related[] = answer(exchange);
  if (demand !== undefined) related.push({ span: replySpan(demand), note: 'asked-for-tls' });
  return {
    variant: demand === undefined ? 'default' : 'again',
    values: { verb: nameOf(exchange), ...(reply === undefined ? { code: '', text: '' } : quote(reply)) },
    span: whole(exchange.command.said),
    related,
    step,
  };
}

const NEED_TLS: ReadonlySet<string> = new Set(['MAIL', 'VRFY', 'EXPN', 'ETRN']);
