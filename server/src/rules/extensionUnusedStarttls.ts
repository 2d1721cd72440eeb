import type { Session } from '../transcript/reader';
import { accepted, type Exchange } from '../transcript/transcript';
import { nameOf, whole } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import type { Problem, Rule, RulePage } from './rule';

export const extensionUnusedStarttls: Rule = {
  category: 'extension',
  code: 'extension.unused-starttls',
  severity: 'hint',
  title: { en: 'Mail in the clear although STARTTLS is offered', 'zh-cn': '服务器提供 STARTTLS 却以明文发送邮件' },
  messages: {
    default: {
      en: '{verb} goes in the clear, though the server offers STARTTLS: anyone on the path can read the mail',
      'zh-cn': '服务器提供 STARTTLS，{verb} 却以明文发送：路径上的任何人都能读取邮件',
    },
  },
  sources: [
    { rfc: 3207, section: '1' },
    { rfc: 7435, section: '3' },
  ],
  needs: ['clear-mail'],
  check,
};

export const extensionUnusedStarttlsPage = (): RulePage => ({
  code: 'extension.unused-starttls',
  explanation: {
    en: 'TLS costs a round trip or two and hides envelope and message from everybody between the two hosts; even a certificate that cannot be verified keeps out those who only listen. Most sending programs have a setting for it (“opportunistic TLS”, “STARTTLS if available”) that is off here. On the loopback interface there is nothing to hide, and nothing is said.',
    'zh-cn':
      'TLS 只需一两次往返，就能让两台主机之间的任何人都看不到信封和邮件；即使证书无法验证，也能挡住只是窃听的人。多数发信程序有相应的设置（“机会性 TLS”“可用时使用 STARTTLS”），此处没有打开。在环回接口上没有什么需要隐藏，因此不提示。',
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

function* check(session: Session): Generator<Problem> {
  let found: Problem | undefined;
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (isLoopback(exchange)) return;
    if (exchange.kind !== 'command') continue;
    const { said, verb } = exchange.command;
    // A STARTTLS that failed or came too late, and a password in the clear, have findings of their own.
    if (verb === 'STARTTLS' || verb === 'AUTH') return;
    if (verb !== 'MAIL' || found !== undefined || before.tls !== 'none' || before.protocol === 'lmtp') continue;
    const offer = before.offers?.get('STARTTLS');
    if (offer === undefined || !accepted(exchange) || step.faults.length > 0) continue;
    const related = [{ span: whole(offer.line.said), note: 'offered-here' } as const];
    found = { variant: 'default', values: { verb: nameOf(exchange) }, span: whole(said), related, step };
  }
  if (found !== undefined) yield found;
}

function isLoopback(exchange: Exchange): boolean {
  if (exchange.kind !== 'event' || exchange.told.event.type !== 'connect') return false;
  return LOOPBACK.test(exchange.told.event.host ?? '');
}

const LOOPBACK = /^(?:localhost\b|\[?127\.|\[?::1\b|\/)|\[(?:127\.|::1\b)/;
