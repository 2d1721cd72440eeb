import { isBase64 } from '../transcript/base64';
import type { Session } from '../transcript/reader';
import { whole } from './about';
import { authentications, isRedacted, mechanismOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';

export const authMalformedChallenge: Rule = {
  category: 'auth',
  code: 'auth.malformed-challenge',
  severity: 'warning',
  title: { en: '334 challenge is no base64', 'zh-cn': '334 质询不是 base64' },
  messages: {
    default: {
      en: 'The challenge after 334 is not base64: strict clients give up here',
      'zh-cn': '334 之后的质询不是 base64：严格的客户端会在此放弃',
    },
    supported: {
      en: 'The server acknowledges {mechanism} in words where base64 belongs, as Microsoft servers do',
      'zh-cn': '服务器用文字确认 {mechanism}，而此处应为 base64；微软服务器如此',
    },
  },
  sources: [{ rfc: 4954, section: '4' }],
  needs: ['auth'],
  check,
};

export const authMalformedChallengePage = (): RulePage => ({
  code: 'auth.malformed-challenge',
  explanation: {
    en: 'The text of 334 is the challenge in base64 and nothing else; an empty challenge is `334 ` with nothing behind it. `VXNlcm5hbWU6` is “Username:” and `UGFzc3dvcmQ6` is “Password:”. A log that shows the words instead may have decoded them.',
    'zh-cn':
      '334 的文本只能是 base64 编码的质询；空质询是 `334 ` 后面没有内容。`VXNlcm5hbWU6` 即“Username:”，`UGFzc3dvcmQ6` 即“Password:”。若日志直接显示文字，也可能是日志作了解码。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 Username:
C: ****
S: 334 Password:
C: ****
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH LOGIN
C: AUTH LOGIN
S: 334 VXNlcm5hbWU6
C: ****
S: 334 <authentication response>
C: ****
S: 235 2.7.0 Authentication successful
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    for (const reply of exchange.replies) {
      const line = reply.lines[0];
      if (reply.code !== 334) continue;
      const text = line.text.trim();
      if (isBase64(text) || isRedacted(text)) continue;
      const supported = /^(?:NTLM|GSSAPI|Negotiate|GSS-SPNEGO) supported\.?$/i.test(text);
      yield {
        variant: supported ? 'supported' : 'default',
        values: { mechanism: mechanismOf(exchange) },
        span: whole(line.said),
        related: [],
        ...(supported && { severity: 'information' as const }),
        step,
      };
      break;
    }
  }
}
