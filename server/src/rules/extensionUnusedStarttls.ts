import type { Session, Step } from '../transcript/reader';
import { accepted, type Exchange, type Span } from '../transcript/transcript';
import { stepOf, whole } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import type { Problem, Rule, RulePage } from './rule';

export const extensionUnusedStarttls: Rule = {
  category: 'extension',
  code: 'extension.unused-starttls',
  severity: 'hint',
  title: { en: 'Mail in the clear although STARTTLS is offered', 'zh-cn': '服务器提供 STARTTLS 却以明文发送邮件' },
  messages: {
    default: {
      en: 'MAIL FROM goes in the clear, though the server offers STARTTLS: anyone on the path can read the mail',
      'zh-cn': '服务器提供 STARTTLS，MAIL FROM 却以明文发送：路径上的任何人都能读取邮件',
    },
  },
  sources: [
    { rfc: 3207, section: '1' },
    { rfc: 7435, section: '3' },
  ],
  needs: [],
  check: () => [],
  concerns: clearMailIn,
  once: true,
  tells: ['starttls-offered'],
  // A client that does so does it with each mail: once is enough.
  across() {
    const told = new Set<string>();
    return { see: (mail: ClearMail, session) => tell(mail, session, told) };
  },
};

export const extensionUnusedStarttlsPage = (): RulePage => ({
  code: 'extension.unused-starttls',
  explanation: {
    en: 'TLS costs a round trip or two and hides envelope and message from everybody between the two hosts; even a certificate that cannot be verified keeps out those who only listen. Most sending programs have a setting for it (“opportunistic TLS”, “STARTTLS if available”) that is off here. Each client is told of once; on the loopback interface there is nothing to hide.',
    'zh-cn':
      'TLS 只需一两次往返，就能让两台主机之间的任何人都看不到信封和邮件；即使证书无法验证，也能挡住只是窃听的人。多数发信程序有相应的设置（“机会性 TLS”“可用时使用 STARTTLS”），此处没有打开。每个客户端只提示一次；在环回接口上没有什么需要隐藏。',
  },
  examples: {
    bad: `${opened('STARTTLS')}${delivered()}${QUIT}`,
    good: `${opened('STARTTLS')}C: STARTTLS
S: 220 2.0.0 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
${delivered()}${QUIT}`,
  },
});

function* tell(
  { who, span, offer, step }: ClearMail,
  session: Session | undefined,
  told: Set<string>,
): Generator<Problem> {
  if (told.has(who) || told.size >= MOST_CLIENTS) return;
  told.add(who);
  const related = [{ span: offer, note: 'offered-here' } as const];
  yield { variant: 'default', values: {}, span, related, ...stepOf(session, step) };
}

/** A MAIL that went past an offer of STARTTLS. */
interface ClearMail {
  /** What client and server call themselves. */
  readonly who: string;
  readonly span: Span;
  readonly offer: Span;
  /** Number of the session's step. */
  readonly step: number;
}

/** The first one of a session. */
function clearMailIn({ steps }: Session): ClearMail | undefined {
  const step = steps.findIndex(isClearMail);
  const first = steps[step];
  const offer = first?.before.offers?.get('STARTTLS');
  if (first?.exchange.kind !== 'command' || offer === undefined || steps.some(tellsOtherwise)) return undefined;
  const { hello } = first.before;
  const names = 'exchange' in hello ? hello.exchange : undefined;
  const who = `${names?.command.argument} ${names?.replies[0]?.lines[0].text}`;
  return { who, span: whole(first.exchange.command.said), offer: whole(offer.line.said), step };
}

function isClearMail({ exchange, before, faults }: Step): boolean {
  if (exchange.kind !== 'command' || exchange.command.verb !== 'MAIL' || before.tls !== 'none') return false;
  return (
    before.offers?.has('STARTTLS') === true && before.protocol !== 'lmtp' && accepted(exchange) && faults.length === 0
  );
}

/** A STARTTLS that failed or came too late, and a password in the clear, have findings of their own. */
function tellsOtherwise({ exchange }: Step): boolean {
  if (exchange.kind !== 'command') return isLoopback(exchange);
  return exchange.command.verb === 'STARTTLS' || exchange.command.verb === 'AUTH';
}

function isLoopback(exchange: Exchange): boolean {
  if (exchange.kind !== 'event' || exchange.told.event.type !== 'connect') return false;
  return LOOPBACK.test(exchange.told.event.host ?? '');
}

/** So many clients are remembered across the sessions of a file. */
const MOST_CLIENTS = 1000;

const LOOPBACK = /^(?:localhost\b|\[?127\.|\[?::1\b|\/)|\[(?:127\.|::1\b)/;
