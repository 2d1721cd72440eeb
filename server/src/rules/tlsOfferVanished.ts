import { type Offers, readOffers } from '../transcript/offers';
import type { Session } from '../transcript/reader';
import type { SessionState } from '../transcript/session';
import { accepted, type CommandExchange, type Span } from '../transcript/transcript';
import { stepOf, whole } from './about';
import type { Problem, Rule, RulePage } from './rule';
import { OVERWRITTEN } from './tlsRewrittenOffer';

/** So many hosts are remembered across the sessions of a file. */
export const MOST_HOSTS = 10_000;

export const tlsOfferVanished: Rule = {
  category: 'tls',
  code: 'tls.offer-vanished',
  severity: 'information',
  title: { en: 'STARTTLS no longer offered', 'zh-cn': '不再提供 STARTTLS' },
  messages: {
    default: {
      en: '{host} does not offer STARTTLS here, though it did in an earlier session of this file',
      'zh-cn': '{host} 在此没有提供 STARTTLS，而在本文件较早的会话中曾提供',
    },
  },
  sources: [
    { rfc: 3207, section: '6' },
    { rfc: 7672, section: '1.3.1' },
  ],
  needs: [],
  check: () => [],
  concerns: hellosOf,
  once: true,
  tells: ['starttls-offered'],
  across() {
    const offered = new Map<string, Span>();
    return {
      see: (hellos: Hellos, session) => compare(hellos, session, offered),
      isIdle: () => offered.size === 0,
    };
  },
};

export const tlsOfferVanishedPage = (): RulePage => ({
  code: 'tls.offer-vanished',
  explanation: {
    en: 'The same server offered STARTTLS before. Its settings may have changed, its certificate may be gone, it may be another port or another machine behind the same name — or somebody on the path takes the offer out so that the mail goes in the clear (STRIPTLS). MTA-STS and DANE make such a removal an error.',
    'zh-cn':
      '同一服务器之前提供过 STARTTLS。可能是设置变了、证书没有了、端口不同、同名之后是另一台机器——也可能是路径上有人去掉了它，使邮件以明文传输（STRIPTLS）。有了 MTA-STS 和 DANE，这种剥离就会成为错误。',
  },
  examples: {
    bad: `--- session one ---
* connected to mx.example.org [192.0.2.1]:25
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-STARTTLS
S: 250 SIZE 1000000
C: QUIT
S: 221 Bye
--- session two ---
* connected to mx.example.org [192.0.2.1]:25
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 SIZE 1000000
C: QUIT
S: 221 Bye
`,
    good: `--- session one ---
* connected to mx.example.org [192.0.2.1]:587
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: QUIT
S: 221 Bye
--- session two ---
* connected to mx.example.org [192.0.2.1]:25
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 SIZE 1000000
C: QUIT
S: 221 Bye
`,
  },
});

function* compare(
  { host, hellos }: Hellos,
  session: Session | undefined,
  offered: Map<string, Span>,
): Generator<Problem> {
  for (const { span, offer, step } of hellos) {
    const earlier = offered.get(host.key);
    if (offer !== undefined) {
      if (earlier === undefined && offered.size < MOST_HOSTS) offered.set(host.key, offer);
    } else if (earlier !== undefined) {
      const related = [{ span: earlier, note: 'offered-before' } as const];
      yield { variant: 'default', values: { host: host.name }, span, related, ...stepOf(session, step) };
      return;
    }
  }
}

interface Hellos {
  readonly host: Host;
  readonly hellos: readonly Hello[];
}

/** An accepted EHLO before TLS. */
interface Hello {
  readonly span: Span;
  /** Where STARTTLS is offered. */
  readonly offer: Span | undefined;
  /** Number of the session's step. */
  readonly step: number;
}

function hellosOf(session: Session): Hellos | undefined {
  const host = hostOf(session);
  if (host === undefined) return undefined;
  const hellos: Hello[] = [];
  for (const [step, { exchange, before }] of session.steps.entries()) {
    if (exchange.kind !== 'command' || exchange.command.verb !== 'EHLO' || before.tls !== 'none') continue;
    if (!accepted(exchange) || !exchange.replies.at(-1)?.complete) continue;
    const offers = offersIn(exchange, session.steps[step + 1]?.before ?? session.after);
    const offer = offers.get('STARTTLS')?.line.said;
    if (offer === undefined && isRewritten(offers)) continue;
    hellos.push({ span: whole(exchange.command.said), offer: offer && whole(offer), step });
  }
  return hellos.length === 0 ? undefined : { host, hellos };
}

/** What the answer to a hello offers; the state after it knows, which spares every session a second reading of it. */
function offersIn(exchange: CommandExchange, { hello, offers }: SessionState): Offers {
  const known = 'exchange' in hello && hello.exchange === exchange ? offers : undefined;
  return known ?? readOffers(exchange);
}

/** tls.rewritten-offer says it better. */
function isRewritten(offers: Offers): boolean {
  return offers.keywords().some((keyword) => OVERWRITTEN.test(keyword));
}

interface Host {
  readonly key: string;
  readonly name: string;
}

/** The server that the client connected to, with its port: 25 and 587 may well differ. Undefined where the log does not tell. */
function hostOf(session: Session): Host | undefined {
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'event' || exchange.told.event.type !== 'connect') continue;
    const { host, port } = exchange.told.event;
    // A server tells the client's port.
    if (session.after.asRead && (port ?? 0) >= FIRST_USER_PORT) return undefined;
    if (host !== undefined && port !== undefined) return { key: `${host.toLowerCase()}:${port}`, name: host };
  }
  return undefined;
}

/** Ports that any program may use (RFC 6335 §6). */
const FIRST_USER_PORT = 1024;
