import { readOffers } from '../transcript/offers';
import type { Session } from '../transcript/reader';
import { accepted } from '../transcript/transcript';
import { whole } from './about';
import { fixesAt, type Mending } from './fixing';
import { answersHello } from './replies';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const tlsOfferedInTls: Rule = {
  category: 'tls',
  code: 'tls.offered-in-tls',
  severity: 'error',
  title: { en: 'STARTTLS offered inside TLS', 'zh-cn': '在 TLS 之内提供 STARTTLS' },
  messages: {
    default: {
      en: 'The server offers STARTTLS although TLS is already in use',
      'zh-cn': '已在使用 TLS，服务器仍提供 STARTTLS',
    },
  },
  sources: [{ rfc: 3207, section: '4.2' }],
  needs: ['hello-in-tls'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const tlsOfferedInTlsPage = (): RulePage => ({
  code: 'tls.offered-in-tls',
  explanation: {
    en: 'After the handshake the server must not list STARTTLS any more. A client that takes the offer would begin TLS inside TLS; most answer such a server with an error.',
    'zh-cn': '握手之后服务器不得再列出 STARTTLS。若客户端接受，就会在 TLS 内再开始 TLS；多数实现会报错。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-STARTTLS
S: 250 SIZE 1000000
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 454 4.7.0 TLS not available
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || !answersHello(exchange.command.verb) || !accepted(exchange)) continue;
    if (step.before.tls !== 'active') continue;
    const offer = readOffers(exchange).get('STARTTLS');
    if (offer === undefined) continue;
    const related = [{ span: whole(exchange.command.said), note: 'said-here' } as const];
    yield { variant: 'default', values: {}, span: whole(offer.line.said), related, step };
  }
}

function fixes({ exchange, problem }: Mending): Fix[] {
  const { line } = problem.span;
  // The last line of a reply has to stay its last.
  if (exchange.replies.at(-1)?.lines.at(-1)?.said.line === line) return [];
  const edits = [{ kind: 'delete', lines: [line] } as const];
  return [{ title: 'remove-offer', values: {}, edits, preferred: true }];
}
