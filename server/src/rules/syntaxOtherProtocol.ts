import type { Session } from '../transcript/reader';
import { answer, whole } from './about';
import { otherProtocolOf, restOfOther } from './otherProtocol';
import type { Problem, Related, Rule, RulePage } from './rule';

export const syntaxOtherProtocol: Rule = {
  category: 'syntax',
  code: 'syntax.other-protocol',
  severity: 'warning',
  title: { en: 'Another protocol on the SMTP port', 'zh-cn': 'SMTP 端口上的其他协议' },
  messages: {
    http: { en: 'This is an HTTP request, not SMTP', 'zh-cn': '这是 HTTP 请求，不是 SMTP' },
    tls: {
      en: 'This is a TLS handshake: the client expects implicit TLS (port 465) where the server speaks SMTP first',
      'zh-cn': '这是 TLS 握手：客户端期望隐式 TLS（465 端口），而此处服务器先说 SMTP',
    },
    ssh: { en: 'This is SSH, not SMTP', 'zh-cn': '这是 SSH，不是 SMTP' },
    sip: { en: 'This is SIP or RTSP, not SMTP', 'zh-cn': '这是 SIP 或 RTSP，不是 SMTP' },
    proxy: {
      en: 'This is the line of the PROXY protocol: a load balancer sends it, and the server does not expect it',
      'zh-cn': '这是 PROXY 协议的行：由负载均衡器发送，而服务器并未预期',
    },
    rdp: { en: 'This is a remote desktop client (RDP), not SMTP', 'zh-cn': '这是远程桌面客户端（RDP），不是 SMTP' },
    imap: { en: 'This is IMAP, not SMTP', 'zh-cn': '这是 IMAP，不是 SMTP' },
    pop3: { en: 'This is POP3, not SMTP', 'zh-cn': '这是 POP3，不是 SMTP' },
  },
  sources: [
    { rfc: 5321, section: '4.1.1' },
    { rfc: 8314, section: '3.3' },
  ],
  needs: ['unusual-command', 'auth'],
  check,
};

export const syntaxOtherProtocolPage = (): RulePage => ({
  code: 'syntax.other-protocol',
  explanation: {
    en: 'A client of another protocol connected to the mail port: a web scanner, a browser, a health check, or a mail client set to SSL/TLS on a STARTTLS port. Attackers also use browsers to make SMTP servers obey HTTP bodies; a good server closes at once.',
    'zh-cn':
      '其他协议的客户端连接到了邮件端口：网络扫描器、浏览器、健康检查，或在 STARTTLS 端口上设置为 SSL/TLS 的邮件客户端。攻击者也会利用浏览器让 SMTP 服务器执行 HTTP 正文；好的服务器会立即断开。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: GET / HTTP/1.1
S: 221 2.7.0 Error: I can break rules, too. Goodbye.
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    const variant = exchange.kind === 'command' ? otherProtocolOf(exchange.command.said.text) : undefined;
    if (variant === undefined || exchange.kind !== 'command') continue;
    // TLS from the first octet, where the server has not spoken SMTP.
    if (variant === 'tls' && exchange.replies.length === 0 && step.before.greeting.kind === 'awaited') continue;
    // A server that takes the PROXY line from its load balancer answers it with nothing.
    if (variant === 'proxy' && (exchange.replies.at(-1)?.code ?? 0) < 400) continue;
    const related = [...answer(exchange), ...headers(session)];
    yield { variant, values: {}, span: whole(exchange.command.said), related, step };
    return;
  }
}

/** The lines behind the opening that SMTP cannot read either. */
function headers(session: Session): Related[] {
  const related: Related[] = [];
  for (const { exchange } of restOfOther(session)) {
    if (exchange.kind === 'command') related.push({ span: whole(exchange.command.said), note: 'consequence' });
  }
  return related.slice(0, MOST_RELATED);
}

const MOST_RELATED = 20;
