import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import { accepted, type CommandExchange, locate } from '../transcript/transcript';
import { answer, whole } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';
import { greetingOf, lastLabels } from './serverName';
import type { Thresholds } from './thresholds';

export const securityOpenRelay: Rule = {
  category: 'security',
  code: 'security.open-relay',
  severity: 'information',
  title: { en: 'Relay without authentication', 'zh-cn': '未经认证的转发' },
  messages: {
    domains: {
      en: 'The server takes mail from {from} to several foreign domains ({domains}) without AUTH: whether it knows this client by its address or is open to all does not show here',
      'zh-cn':
        '服务器未经 AUTH 就接受 {from} 发往多个外部域（{domains}）的邮件：它是认识该客户端的地址，还是对所有人开放，此处看不出来',
    },
    routed: {
      en: 'The server takes <{address}>, an address that asks to be passed on, without AUTH: whether it knows this client by its address does not show here',
      'zh-cn': '服务器未经 AUTH 就接受要求转送的地址 <{address}>：它是否认识该客户端的地址，此处看不出来',
    },
  },
  sources: [
    { rfc: 5321, section: '7.9' },
    { rfc: 2505, section: '2.1' },
  ],
  thresholds: ['foreignDomains'],
  needs: ['foreign-recipient', 'unusual-command'],
  check,
};

export const securityOpenRelayPage = (): RulePage => ({
  code: 'security.open-relay',
  explanation: {
    en: 'A server passes mail to other domains only for those whom it knows: by AUTH, by a client certificate, or by their address. One that does it for everybody is an open relay and on every blocklist within hours. This log shows no AUTH; it does not show whether the client’s address is on a list of trusted ones, or whether the server is the MX of all these domains. Addresses like `user%example.net@example.org` are how open relays are tested.',
    'zh-cn':
      '服务器只为认识的对象向其他域转发邮件：凭 AUTH、客户端证书或其地址。对所有人转发的就是开放转发服务器，数小时内就会上黑名单。此日志中没有 AUTH；但看不出该客户端地址是否受信任，或服务器是否正是这些域的 MX。`user%example.net@example.org` 之类的地址是测试开放转发的手法。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@one.test>
S: 250 Ok
C: RCPT TO:<carol@two.test>
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@one.test>
S: 250 Ok
C: RCPT TO:<carol@example.org>
S: 250 Ok
C: RCPT TO:<dave@two.test>
S: 554 5.7.1 Relay access denied
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session, { foreignDomains }: Thresholds): Generator<Problem> {
  const server = serverDomain(session);
  if (server === undefined || session.after.protocol === 'lmtp') return;
  const foreign = new Map<string, { readonly exchange: CommandExchange; readonly step: Step }>();
  let from = '';
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command' || exchange.command.verb !== 'RCPT' || exchange.replies.length === 0) continue;
    // What was said before this log began is not known; XCLIENT speaks for somebody else.
    if (before.auth.kind !== 'none' || before.transaction.kind !== 'open' || !accepted(exchange)) continue;
    const sender = domainOf(readPath(before.transaction.mail.command).address);
    const { address, start, end } = readPath(exchange.command);
    const domain = domainOf(address);
    if (sender === undefined || domain === undefined || isOf(sender, server)) continue;
    if (isRouted(address)) {
      const span = locate(exchange.command.said, start, end);
      yield { variant: 'routed', values: { address }, span, related: answer(exchange), step };
      return;
    }
    if (isOf(domain, server) || domain === sender) continue;
    from = sender;
    if (!foreign.has(domain)) foreign.set(domain, { exchange, step });
  }
  const [first, ...more] = [...foreign.values()];
  if (first === undefined || foreign.size < foreignDomains) return;
  const related: Related[] = more
    .slice(0, 5)
    .map(({ exchange }) => ({ span: whole(exchange.command.said), note: 'again' }));
  yield {
    variant: 'domains',
    values: { from, domains: [...foreign.keys()].slice(0, 3).join(', ') },
    span: whole(first.exchange.command.said),
    related: [...answer(first.exchange), ...related],
    step: first.step,
  };
}

/** `user%host@relay` and `host!user@relay`: a host to pass it on to stands in the local part. */
function isRouted(address: string): boolean {
  return /^[^\s"@]{1,64}(?:%[a-z0-9-]{1,63}\.[a-z0-9.-]{2,200}|![^\s"@]{1,64})@/i.test(address);
}

/** Who the server is, by its greeting. */
function serverDomain(session: Session): string | undefined {
  const greeting = session.steps.find(({ exchange }) => exchange.kind === 'greeting')?.exchange;
  return greeting?.kind === 'greeting' ? greetingOf(greeting.replies[0].lines[0].text).domain || undefined : undefined;
}

function domainOf(address: string): string | undefined {
  const at = address.lastIndexOf('@');
  const domain = address.slice(at + 1).toLowerCase();
  return at < 1 || !domain.includes('.') || domain.startsWith('[') ? undefined : domain;
}

function isOf(domain: string, server: string): boolean {
  return lastLabels(domain) === server;
}
