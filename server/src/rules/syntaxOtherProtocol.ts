import type { Session } from '../transcript/reader';
import { answer, isForeign, whole } from './about';
import type { Problem, Rule } from './rule';

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
  },
  explanation: {
    en: 'A client of another protocol connected to the mail port: a web scanner, a browser, a health check, or a mail client set to SSL/TLS on a STARTTLS port. Attackers also use browsers to make SMTP servers obey HTTP bodies; a good server closes at once.',
    'zh-cn':
      '其他协议的客户端连接到了邮件端口：网络扫描器、浏览器、健康检查，或在 STARTTLS 端口上设置为 SSL/TLS 的邮件客户端。攻击者也会利用浏览器让 SMTP 服务器执行 HTTP 正文；好的服务器会立即断开。',
  },
  sources: [
    { document: 'RFC 5321', section: '4.1.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1' },
    { document: 'RFC 8314', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc8314.html#section-3.3' },
  ],
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
  check,
};

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || !isForeign(exchange)) continue;
    const { text } = exchange.command.said;
    const variant = text.startsWith('SSH-') ? 'ssh' : /^(?:\\x16|\u0016)/.test(text) ? 'tls' : 'http';
    yield { variant, values: {}, span: whole(exchange.command.said), related: answer(exchange), step };
    return;
  }
}
