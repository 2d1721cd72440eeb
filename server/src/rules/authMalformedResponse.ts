import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer } from './about';
import { authentications, malformedResponse, mechanismOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';

export const authMalformedResponse: Rule = {
  category: 'auth',
  code: 'auth.malformed-response',
  severity: 'error',
  title: { en: 'AUTH response is no base64', 'zh-cn': 'AUTH 响应不是 base64' },
  messages: {
    default: {
      en: 'What the client sent for {mechanism} is not base64, and the server could not decode it: {code}',
      'zh-cn': '客户端为 {mechanism} 发送的内容不是 base64，服务器无法解码：{code}',
    },
  },
  sources: [
    { rfc: 4954, section: '4' },
    { rfc: 4616, section: '2' },
  ],
  needs: ['auth'],
  check,
};

export const authMalformedResponsePage = (): RulePage => ({
  code: 'auth.malformed-response',
  explanation: {
    en: "Everything that goes back and forth in AUTH is base64, padding included, on one line. User name and password in the clear, line breaks from a `base64` program that wraps at 76 characters, or a missing `=` get 501. For PLAIN encode NUL, user, NUL, password in one go: `printf '\\0user\\0password' | base64`; an empty initial response is a single `=`.",
    'zh-cn':
      "AUTH 中来往的一切都是 base64，包括填充，并且在同一行。明文的用户名和密码、`base64` 程序在 76 个字符处的换行或缺少 `=`，都会得到 501。PLAIN 请一次编码 NUL、用户、NUL、密码：`printf '\\0user\\0password' | base64`；空的初始响应写作一个 `=`。",
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: alice@example.com
S: 501 5.5.2 Cannot decode response
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN LOGIN
C: AUTH PLAIN <redacted>
S: 501 5.5.2 Cannot decode response
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    const response = malformedResponse(exchange);
    if (response === undefined) continue;
    yield {
      variant: 'default',
      values: { mechanism: mechanismOf(exchange), code: exchange.replies.at(-1)?.code ?? '' },
      span: locate(response.said, response.start, response.end),
      related: answer(exchange),
      step,
    };
  }
}
