import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import { accepted, type CommandExchange } from '../transcript/transcript';
import { answer, whole } from './about';
import { opened, QUIT } from './exampleSessions';
import { isBeyondRecipients, limitOf } from './limits';
import { mailboxParts } from './mailbox';
import type { Problem, Related, Rule, RulePage } from './rule';

export const extensionLimits: Rule = {
  category: 'extension',
  code: 'extension.limits',
  severity: 'warning',
  title: { en: 'More than the server’s LIMITS', 'zh-cn': '超过服务器的 LIMITS' },
  messages: {
    RCPTMAX: {
      en: 'Recipient {count} of this transaction: the server takes {limit} (RCPTMAX={limit})',
      'zh-cn': '本事务的第 {count} 个收件人：服务器只接受 {limit} 个（RCPTMAX={limit}）',
    },
    MAILMAX: {
      en: 'Transaction {count} of this session: the server takes {limit} (MAILMAX={limit})',
      'zh-cn': '本会话的第 {count} 个事务：服务器只接受 {limit} 个（MAILMAX={limit}）',
    },
    RCPTDOMAINMAX: {
      en: 'Recipient domain {count} of this session: the server takes {limit} (RCPTDOMAINMAX={limit})',
      'zh-cn': '本会话的第 {count} 个收件人域：服务器只接受 {limit} 个（RCPTDOMAINMAX={limit}）',
    },
  },
  sources: [
    { rfc: 9422, section: '3' },
    { rfc: 9422, section: '4' },
  ],
  needs: ['unusual-offer'],
  check,
};

export const extensionLimitsPage = (): RulePage => ({
  code: 'extension.limits',
  explanation: {
    en: 'The EHLO reply said how many recipients in a transaction, transactions in a session, or recipient domains in a session the server takes. A client that knows the limits splits its message or opens another session; what goes beyond is refused and has to be tried again.',
    'zh-cn':
      'EHLO 回复说明了每个事务的收件人数、每个会话的事务数或收件人域数的上限。了解上限的客户端会拆分邮件或另开会话；超出的部分会被拒绝，只能重试。',
  },
  examples: {
    bad: `${opened('LIMITS RCPTMAX=1')}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: RCPT TO:<carol@example.org>
S: 452 4.5.3 Too many recipients
C: RSET
S: 250 2.0.0 Ok
${QUIT}`,
    good: `${opened('LIMITS RCPTMAX=2')}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: RCPT TO:<carol@example.org>
S: 250 2.1.5 Ok
C: RSET
S: 250 2.0.0 Ok
${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const domains = new Set<string>();
  const overfull = new Map<CommandExchange, Step[]>();
  let transactions = 0;
  for (const step of session.steps) {
    const { exchange, before, faults } = step;
    if (exchange.kind !== 'command' || faults.length > 0 || exchange.lost) continue;
    const { verb } = exchange.command;
    if (verb === 'MAIL') {
      const limit = limitOf(before.offers, 'MAILMAX');
      if (limit !== undefined && transactions === limit) yield problem('MAILMAX', limit, limit + 1, [step]);
      if (accepted(exchange)) transactions++;
    }
    if (verb !== 'RCPT') continue;
    if (isBeyondRecipients(step) && before.transaction.kind === 'open') {
      const { mail } = before.transaction;
      const same = overfull.get(mail);
      if (same === undefined) overfull.set(mail, [step]);
      else same.push(step);
    }
    const limit = limitOf(before.offers, 'RCPTDOMAINMAX');
    const domain = domainOf(exchange);
    if (limit === undefined || domain === undefined || domains.has(domain)) continue;
    if (domains.size === limit) yield problem('RCPTDOMAINMAX', limit, limit + 1, [step]);
    if (accepted(exchange)) domains.add(domain);
  }
  for (const steps of overfull.values()) {
    const limit = limitOf(steps[0]?.before.offers, 'RCPTMAX') ?? 0;
    yield problem('RCPTMAX', limit, limit + 1, steps);
  }
}

/** One finding for all recipients over the limit; the first of `steps` is where it sits. */
function problem(variant: string, limit: number, count: number, steps: readonly Step[]): Problem {
  const [first, ...rest] = steps as readonly [Step, ...Step[]];
  const offer = first.before.offers?.get('LIMITS');
  const offered: Related[] = offer === undefined ? [] : [{ span: whole(offer.line.said), note: 'offered-here' }];
  const again = rest.flatMap(({ exchange }): Related[] =>
    exchange.kind === 'command' ? [{ span: whole(exchange.command.said), note: 'again' }] : [],
  );
  const span = whole((first.exchange as CommandExchange).command.said);
  return {
    variant,
    values: { limit, count },
    span,
    related: [...answer(first.exchange), ...offered, ...again],
    step: first,
  };
}

function domainOf({ command }: CommandExchange): string | undefined {
  const { address } = readPath(command);
  const { at } = mailboxParts(address);
  return at < 0 ? undefined : address.slice(at + 1).toLowerCase();
}
