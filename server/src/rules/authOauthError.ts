import { decodeOctets } from '../transcript/base64';
import type { Session } from '../transcript/reader';
import { whole } from './about';
import { authentications, mechanismOf } from './credentials';
import type { Problem, Rule, RulePage } from './rule';

export const authOauthError: Rule = {
  category: 'auth',
  code: 'auth.oauth-error',
  severity: 'information',
  title: { en: 'OAuth token refused', 'zh-cn': 'OAuth 令牌被拒绝' },
  messages: {
    default: {
      en: '{mechanism}: the server refuses the token with status {status}{scope}; the client answers with an empty line, then comes the 535',
      'zh-cn': '{mechanism}：服务器以状态 {status}{scope} 拒绝令牌；客户端以空行应答，随后收到 535',
    },
  },
  sources: [
    { rfc: 7628, section: '3.2.2' },
    {
      document: 'Google: OAuth 2.0 mechanism',
      url: 'https://developers.google.com/gmail/imap/xoauth2-protocol',
      date: '2026-11-24',
    },
  ],
  needs: ['auth'],
  check,
};

export const authOauthErrorPage = (): RulePage => ({
  code: 'auth.oauth-error',
  explanation: {
    en: 'When a token is no good the server first sends a 334 whose base64 holds a little JSON: `status` and the scope that it wants. `401` or `invalid_token`: expired or revoked, fetch a new one. `400` or `invalid_request`: malformed, often a user name that does not belong to the token, or the wrong scope (Gmail wants `https://mail.google.com/`, Microsoft `https://outlook.office.com/SMTP.Send`).',
    'zh-cn':
      '令牌无效时，服务器先发送一个 334，其 base64 中是一小段 JSON：`status` 以及要求的 scope。`401` 或 `invalid_token`：过期或已撤销，请重新获取。`400` 或 `invalid_request`：格式错误，常因用户名与令牌不符或 scope 不对（Gmail 要求 `https://mail.google.com/`，微软要求 `https://outlook.office.com/SMTP.Send`）。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH XOAUTH2
C: AUTH XOAUTH2 ****
S: 334 eyJzdGF0dXMiOiI0MDEiLCJzY2hlbWVzIjoiYmVhcmVyIiwic2NvcGUiOiJodHRwczovL21haWwuZXhhbXBsZS5vcmcvIn0=
C: 
S: 535 5.7.8 Username and Password not accepted
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 AUTH XOAUTH2
C: AUTH XOAUTH2
S: 334 
C: ****
S: 235 2.7.0 Accepted
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { step, exchange } of authentications(session)) {
    const mechanism = mechanismOf(exchange);
    if (mechanism !== 'XOAUTH2' && mechanism !== 'OAUTHBEARER') continue;
    for (const reply of exchange.replies) {
      const line = reply.lines[0];
      const error = reply.code === 334 && line !== undefined ? readError(line.text.trim()) : undefined;
      if (error === undefined) continue;
      yield { variant: 'default', values: { mechanism, ...error }, span: whole(line.said), related: [], step };
    }
  }
}

/** Status and scope of the error that a challenge holds; no secret is in it (RFC 7628 §3.2.2). */
function readError(challenge: string): { readonly status: string; readonly scope: string } | undefined {
  const json = decodeOctets(challenge.slice(0, LONGEST));
  if (json === undefined || !json.startsWith('{')) return undefined;
  const status = valueIn(json, 'status');
  const scope = valueIn(json, 'scope');
  return status === undefined ? undefined : { status, scope: scope === undefined ? '' : `, scope ${scope}` };
}

function valueIn(json: string, name: string): string | undefined {
  const value = new RegExp(`"${name}"\\s{0,5}:\\s{0,5}"([^"\\u0000-\\u001f]{1,200})"`).exec(json)?.[1];
  return value?.replaceAll('\\/', '/');
}

const LONGEST = 4000;
