import type { Localized } from '../reference/entry';
import type { Session, Step } from '../transcript/reader';
import { nameOf, whole } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';

export const tlsFailed: Rule = {
  category: 'tls',
  code: 'tls.failed',
  severity: 'warning',
  title: { en: 'TLS did not come about', 'zh-cn': 'TLS 未能建立' },
  messages: {
    'starttls-missing': {
      en: 'TLS was required, but the server does not offer STARTTLS',
      'zh-cn': '要求 TLS，但服务器没有提供 STARTTLS',
    },
    tls: { en: 'The TLS handshake failed: {message}', 'zh-cn': 'TLS 握手失败：{message}' },
    certificate: {
      en: 'The certificate was not accepted{why}: {message}',
      'zh-cn': '证书未被接受{why}：{message}',
    },
    'own-key': {
      en: 'The program could not load its own certificate or key: {message}',
      'zh-cn': '程序无法加载自己的证书或密钥：{message}',
    },
    renegotiation: {
      en: 'openssl s_client took this line for its own command R (renegotiate): {verb} never reached the server; start it with -quiet or -ign_eof, or type rcpt in lower case',
      'zh-cn':
        'openssl s_client 把这一行当作自己的命令 R（重新协商）：{verb} 没有到达服务器；请加 -quiet 或 -ign_eof，或用小写 rcpt',
    },
  },
  sources: [{ rfc: 3207, section: '4.1' }],
  needs: ['tool-error'],
  check,
};

export const tlsFailedPage = (): RulePage => ({
  code: 'tls.failed',
  explanation: {
    en: 'The tool reports trouble with TLS: no STARTTLS offer where the user asked for it, a certificate that does not verify, no common protocol version, a handshake that broke off, or a server that cannot read its own key.',
    'zh-cn':
      '工具报告了 TLS 问题：用户要求 TLS 但服务器未提供 STARTTLS、证书无法验证、没有共同的协议版本、握手中断，或服务器无法读取自己的密钥。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
* error starttls-missing: STARTTLS not supported.
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const [index, step] of session.steps.entries()) {
    if (step.exchange.kind !== 'event') continue;
    const { told } = step.exchange;
    if (told.event.type !== 'error') continue;
    const { about, message } = told.event;
    if (about !== 'tls' && about !== 'starttls-missing' && about !== 'renegotiation') continue;
    if (isSaidAgain(session, index, about)) continue;
    if (about === 'starttls-missing' && goesOn(session, index)) continue;
    const kept = session.steps[index - 1]?.exchange;
    const lost = about === 'renegotiation' && kept?.kind === 'command' && kept.lost ? kept : undefined;
    yield {
      variant: about === 'tls' ? handshakeTrouble(message) : about,
      values: {
        why: certificateTrouble(message),
        message: message.slice(0, 160),
        verb: lost === undefined ? { en: 'what was typed', 'zh-cn': '输入的内容' } : nameOf(lost),
      },
      span: whole(told),
      related: lost === undefined ? offerLines(step) : [{ span: whole(lost.command.said), note: 'said-here' }],
      step,
    };
  }
}

/** Nothing was said since the tool told of the same trouble. */
function isSaidAgain({ steps }: Session, index: number, about: string): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const { exchange } = steps[at] as Step;
    if (exchange.kind !== 'event') return false;
    const { event } = exchange.told;
    if (event.type === 'error' && event.about === about) return true;
  }
  return false;
}

/** The client sends mail or credentials all the same: it would have had TLS, and does not require it. */
function goesOn({ steps }: Session, index: number): boolean {
  return steps.slice(index + 1).some(({ exchange }) => exchange.kind === 'command' && SENDS.has(exchange.command.verb));
}

const SENDS: ReadonlySet<string> = new Set(['MAIL', 'AUTH']);

function handshakeTrouble(message: string): 'own-key' | 'certificate' | 'tls' {
  const words = message.slice(0, 300);
  // Exim, with GnuTLS or OpenSSL.
  if (/\(cert\/key setup: |SSL_CTX_use_(?:certificate|PrivateKey)/.test(words)) return 'own-key';
  const certificate = /certificate|\bcert\b|issuer|self[- ]signed|verif(?:y|ication) (?:failed|error)/i.test(words);
  return certificate ? 'certificate' : 'tls';
}

/** What is wrong with the certificate, in brackets; empty when the tool does not say. */
function certificateTrouble(message: string): Localized {
  const words = message.slice(0, 300).toLowerCase();
  return CERTIFICATE_TROUBLE.find(({ pattern }) => pattern.test(words))?.words ?? { en: '', 'zh-cn': '' };
}

const CERTIFICATE_TROUBLE: readonly { readonly pattern: RegExp; readonly words: Localized }[] = [
  { pattern: /expired|not yet valid|activation/, words: { en: ' (out of its time)', 'zh-cn': '（不在有效期内）' } },
  {
    pattern: /host ?name|name mismatch|does not match|doesn't match|wrong name|subject name|no alternative/,
    words: { en: ' (another name)', 'zh-cn': '（名称不符）' },
  },
  { pattern: /self[- ]signed/, words: { en: ' (self-signed)', 'zh-cn': '（自签名）' } },
  { pattern: /revoked/, words: { en: ' (revoked)', 'zh-cn': '（已吊销）' } },
  {
    pattern: /issuer|unknown ca|unable to (?:get|verify)|not trusted|untrusted|chain/,
    words: { en: ' (issuer not known)', 'zh-cn': '（签发者未知）' },
  },
];

/** The reply to EHLO, for the reader to see what it offers instead. */
function offerLines({ before }: Step): Related[] {
  const hello = 'exchange' in before.hello ? before.hello.exchange : undefined;
  const last = hello?.replies.at(-1)?.lines.at(-1);
  return last === undefined ? [] : [{ span: whole(last.said), note: 'offers-here' }];
}
