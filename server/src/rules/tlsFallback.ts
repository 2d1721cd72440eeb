import type { Session, Step } from '../transcript/reader';
import { accepted, type Exchange } from '../transcript/transcript';
import { answer, nameOf, whole } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';

export const tlsFallback: Rule = {
  category: 'tls',
  code: 'tls.fallback',
  severity: 'information',
  title: { en: 'Mail in the clear after STARTTLS failed', 'zh-cn': 'STARTTLS 失败后以明文发送邮件' },
  messages: {
    default: {
      en: '{verb} goes in the clear: TLS was asked for and did not come about',
      'zh-cn': '{verb} 以明文发送：曾要求 TLS 但未成功',
    },
  },
  sources: [
    { rfc: 3207, section: '4.1' },
    { rfc: 7435, section: '3' },
  ],
  needs: ['tool-error', 'starttls'],
  check,
};

export const tlsFallbackPage = (): RulePage => ({
  code: 'tls.fallback',
  explanation: {
    en: 'Between mail servers it is usual to go on without TLS when TLS fails (opportunistic security): better in the clear than not at all. Who wants more sets the destination to require TLS, or publishes MTA-STS or DANE records; a mail program that sends for a user should give up.',
    'zh-cn':
      '邮件服务器之间，TLS 失败后继续明文发送是常例（机会性安全）：明文总好过发不出。若要求更高，请将目标设为必须 TLS，或发布 MTA-STS、DANE 记录；代表用户发送的邮件程序则应放弃。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 454 4.7.0 TLS not available due to local problem
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 454 4.7.0 TLS not available due to local problem
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let failure: Step | undefined;
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (failsTls(exchange)) failure ??= step;
    if (failure === undefined || exchange.kind !== 'command' || exchange.lost) continue;
    // Who sends a password has a finding of his own.
    if (exchange.command.verb === 'AUTH') return;
    if (exchange.command.verb !== 'MAIL' || !accepted(exchange) || step.faults.length > 0) continue;
    if (before.tls !== 'none') return;
    const related = pointAt(failure.exchange);
    yield { variant: 'default', values: { verb: nameOf(exchange) }, span: whole(exchange.command.said), related, step };
    return;
  }
}

function failsTls(exchange: Exchange): boolean {
  if (exchange.kind === 'command') return exchange.command.verb === 'STARTTLS' && !accepted(exchange);
  return exchange.kind === 'event' && exchange.told.event.type === 'error' && exchange.told.event.about === 'tls';
}

function pointAt(exchange: Exchange): Related[] {
  if (exchange.kind === 'event') return [{ span: whole(exchange.told), note: 'cause' }];
  return answer(exchange);
}
