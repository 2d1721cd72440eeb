import type { Session } from '../transcript/reader';
import { whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const tlsOldVersion: Rule = {
  category: 'tls',
  code: 'tls.old-version',
  severity: 'error',
  tag: 'obsolete',
  title: { en: 'Obsolete TLS version', 'zh-cn': '过时的 TLS 版本' },
  messages: {
    default: {
      en: '{protocol} was agreed on: versions before TLS 1.2 must not be used',
      'zh-cn': '协商结果为 {protocol}：不得使用早于 TLS 1.2 的版本',
    },
  },
  sources: [
    { rfc: 8996, section: '4' },
    { rfc: 8314, section: '4.1' },
    { rfc: 7568, section: '3' },
  ],
  needs: ['tool-tls'],
  alike: true,
  check,
};

export const tlsOldVersionPage = (): RulePage => ({
  code: 'tls.old-version',
  explanation: {
    en: 'SSL 2 and 3, TLS 1.0 and 1.1 have known attacks and are forbidden. One side knows nothing newer, or its settings allow no better. Between mail servers an old version is still better than none; between a mail client and its server there is no excuse.',
    'zh-cn':
      'SSL 2 和 3、TLS 1.0 和 1.1 存在已知攻击，已被禁止。原因是一方不支持更新的版本，或其设置不允许。在邮件服务器之间，旧版本仍好过没有；在邮件客户端与其服务器之间则没有理由。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.1 ECDHE-RSA-AES256-SHA
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 STARTTLS
C: STARTTLS
S: 220 Go ahead
* tls TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'event' || exchange.told.event.type !== 'tls') continue;
    const { protocol } = exchange.told.event;
    if (protocol === undefined || !OLD.test(protocol)) continue;
    yield { variant: 'default', values: { protocol }, span: whole(exchange.told), related: [], step };
  }
}

/** As OpenSSL, GnuTLS (`TLS1.0`), Exim (`TLS1.1`) and Schannel (`SP_PROT_TLS1_1_SERVER`) write them. */
const OLD = /^(?:SSL ?v?[23](?:\.0)?|TLS ?v?1(?:[._][01])?|SP_PROT_(?:SSL[23]|TLS1(?:_[01])?)_(?:SERVER|CLIENT))$/i;
