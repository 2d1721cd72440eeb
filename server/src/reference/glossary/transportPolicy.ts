import type { GlossaryEntry } from '../entry';

/** When encryption is demanded rather than tried: implicit TLS, DANE, MTA-STS, and the attack they answer. */
export const transportPolicyTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'implicit-tls',
    title: { en: 'Implicit TLS', 'zh-cn': '隐式 TLS' },
    meaning: {
      en:
        'Implicit TLS means that the handshake starts as soon as the connection is open, before any SMTP is ' +
        'spoken; for submission that is port 465.',
      'zh-cn': '隐式 TLS 是指连接一打开就开始握手，之前不说任何 SMTP；对提交来说就是 465 端口。',
    },
    names: ['implicit tls', 'smtps', 'tls wrapper', 'wrapper mode', 'tls-on-connect', '隐式 tls', '隐式加密'],
    text: {
      en:
        'Implicit TLS means that the handshake starts as soon as the connection is open, before any SMTP is ' +
        'spoken; for submission that is port 465. RFC 8314 prefers it to STARTTLS, because there is no plain phase ' +
        'that an attacker could tamper with. The dialogue inside is the usual one, beginning with the encrypted ' +
        'greeting, and STARTTLS is neither offered nor allowed. Two mistakes are common: a client that waits for a ' +
        'greeting in plain text on 465 hangs until the timeout, and one that opens TLS on 587 or 25 gets ' +
        '`wrong version number`. Postfix calls the setting `smtpd_tls_wrappermode`, many programs just SSL, in ' +
        'contrast to TLS for STARTTLS.',
      'zh-cn':
        '隐式 TLS 是指连接一打开就开始握手，之前不说任何 SMTP；对提交来说就是 465 端口。RFC 8314 认为它优于 ' +
        'STARTTLS，因为没有可供攻击者篡改的明文阶段。里面的对话与平常一样，从加密的欢迎语开始；STARTTLS 既不提供也' +
        '不允许。有两种常见错误：在 465 端口等待明文欢迎语的客户端会一直挂到超时；在 587 或 25 端口直接开始 TLS 的' +
        '客户端会得到 `wrong version number`。Postfix 把这个设置叫 `smtpd_tls_wrappermode`，许多程序干脆叫 SSL，与' +
        '表示 STARTTLS 的 TLS 相对。',
    },
    looksLike: 'openssl s_client -connect smtp.example.com:465',
    seeAlso: ['starttls', 'submission', 'tls-handshake', 'starttls-stripping', 'port-number'],
    guides: ['tls-1-3', 'smtp-authentication-methods'],
    sources: [{ document: 'RFC 8314', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc8314.html#section-3.3' }],
  },
  {
    kind: 'term',
    key: 'starttls-stripping',
    title: { en: 'STARTTLS stripping', 'zh-cn': 'STARTTLS 剥离' },
    meaning: {
      en:
        'STARTTLS stripping is an attack, or the side effect of a firewall, in which somebody on the path removes ' +
        'the offer of STARTTLS from the EHLO reply.',
      'zh-cn': 'STARTTLS 剥离是一种攻击，也可能是防火墙的副作用：路径上的某一方把 STARTTLS 从 EHLO 应答中去掉。',
    },
    names: [
      'starttls stripping',
      'stripping attack',
      'tls downgrade',
      'downgrade attack',
      'striptls',
      'starttls 剥离',
      '降级攻击',
      '剥离攻击',
    ],
    text: {
      en:
        'STARTTLS stripping is an attack, or the side effect of a firewall, in which somebody on the path removes ' +
        'the offer of STARTTLS from the EHLO reply. An opportunistic sender then sends in plain text without ' +
        'complaint. The traces are subtle: a server known to support TLS shows an EHLO reply without the keyword, ' +
        'or with something like `250-XXXXXXXA` in its place, or it answers STARTTLS with `500`. Compare with a ' +
        'test from another network. Defences are a client that insists on TLS, implicit TLS for submission, and ' +
        'DANE or MTA-STS between servers; TLS-RPT reports tell the domain owner that it happens.',
      'zh-cn':
        'STARTTLS 剥离是一种攻击，也可能是防火墙的副作用：路径上的某一方把 STARTTLS 从 EHLO 应答中去掉。机会性加密' +
        '的发送方于是毫无怨言地用明文发送。痕迹很隐蔽：明知支持 TLS 的服务器，其 EHLO 应答里没有这个关键字，或者原' +
        '处变成 `250-XXXXXXXA` 之类，或者对 STARTTLS 答 `500`。可以从另一个网络测试来比较。防御办法有：客户端坚持使' +
        '用 TLS，提交时用隐式 TLS，服务器之间用 DANE 或 MTA-STS；TLS-RPT 报告会告诉域的所有者发生了这种事。',
    },
    looksLike: `S: 250-mx.example.org
S: 250-XXXXXXXA
S: 250 8BITMIME`,
    seeAlso: ['starttls', 'capability', 'firewall', 'dane', 'mta-sts', 'tls-rpt', 'implicit-tls', '500', 'STARTTLS'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 3207', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-6' },
      { document: 'RFC 8461', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc8461.html#section-1' },
      { document: 'RFC 7672', section: '1.3', url: 'https://www.rfc-editor.org/rfc/rfc7672.html#section-1.3' },
    ],
  },
  {
    kind: 'term',
    key: 'dane',
    title: { en: 'DANE', 'zh-cn': 'DANE' },
    meaning: {
      en:
        'DANE publishes, in a DNS record of type TLSA signed with DNSSEC, which certificate or key a mail server ' +
        'must show.',
      'zh-cn': 'DANE 在经 DNSSEC 签名的 TLSA 类型 DNS 记录中，公布邮件服务器必须出示哪个证书或密钥。',
    },
    names: ['dane', 'tlsa', 'tlsa record', 'dns-based authentication of named entities', 'dnssec', 'tlsa 记录'],
    text: {
      en:
        'DANE publishes, in a DNS record of type TLSA signed with DNSSEC, which certificate or key a mail server ' +
        'must show. A sender that finds `_25._tcp.mx.example.org` has to use TLS and to check it, so neither ' +
        'stripping nor a false certificate works. Postfix then logs `Verified TLS connection`, and when the check ' +
        'fails `Server certificate not trusted` with `status=deferred`: the message waits rather than going out in ' +
        'plain text. The classic accident is a renewed certificate with an old TLSA record; mail from DANE senders ' +
        'then queues up while everybody else delivers. Unsigned TLSA records are ignored. The MX lookup has to be ' +
        'signed as well.',
      'zh-cn':
        'DANE 在经 DNSSEC 签名的 TLSA 类型 DNS 记录中，公布邮件服务器必须出示哪个证书或密钥。发送方找到 ' +
        '`_25._tcp.mx.example.org` 后，必须使用 TLS 并加以验证，因此剥离和假证书都行不通。此时 Postfix 记录 ' +
        '`Verified TLS connection`；验证失败则是 `Server certificate not trusted`，`status=deferred`：邮件宁可等' +
        '待，也不以明文发出。典型的事故是证书更新了而 TLSA 记录还是旧的；这时使用 DANE 的发送方的邮件会积压，其他人' +
        '照常投递。没有签名的 TLSA 记录会被忽略。MX 查询也必须有签名。',
    },
    looksLike:
      '_25._tcp.mx.example.org. IN TLSA 3 1 1 2bb183af273adfe3a35a2a0f5d5a4f1d6d5b1b9a5ab0e3f0c3b0d7e6c1b2a3f4',
    seeAlso: ['mta-sts', 'tls-rpt', 'tls-certificate', 'starttls-stripping', 'pki', 'mx-record', 'X.7.5'],
    guides: ['dns-record-types', 'tls-1-3'],
    sources: [
      { document: 'RFC 7672', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc7672.html#section-2.2' },
      { document: 'RFC 7672', section: '3.1', url: 'https://www.rfc-editor.org/rfc/rfc7672.html#section-3.1' },
      { document: 'RFC 6698', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc6698.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'mta-sts',
    title: { en: 'MTA-STS', 'zh-cn': 'MTA-STS' },
    meaning: {
      en:
        'MTA-STS lets a domain say, without DNSSEC, that its mail servers support TLS with a valid public ' +
        'certificate.',
      'zh-cn': 'MTA-STS 让域在没有 DNSSEC 的情况下声明：自己的邮件服务器支持 TLS，并有有效的公共证书。',
    },
    names: [
      'mta-sts',
      'mta sts',
      'smtp mta strict transport security',
      'mta-sts policy',
      'mta-sts 策略',
      '邮件传输严格安全',
    ],
    text: {
      en:
        'MTA-STS lets a domain say, without DNSSEC, that its mail servers support TLS with a valid public ' +
        'certificate. A TXT record at `_mta-sts.example.org` announces the policy, and the policy itself is ' +
        'fetched from `https://mta-sts.example.org/.well-known/mta-sts.txt`: it names the MX hosts, a mode and how ' +
        'long to remember it. Under `mode: enforce` a sender that supports it must not deliver when the host is ' +
        'not listed or the certificate is not valid; it defers and tries again. Under `testing` it delivers and ' +
        'reports. In a sender log such failures are deferrals about the certificate or policy although the ' +
        'connection itself works. Remember to extend the policy before you change MX hosts.',
      'zh-cn':
        'MTA-STS 让域在没有 DNSSEC 的情况下声明：自己的邮件服务器支持 TLS，并有有效的公共证书。' +
        '`_mta-sts.example.org` 处的 TXT 记录宣告策略，策略本身从 ' +
        '`https://mta-sts.example.org/.well-known/mta-sts.txt` 获取，写明 MX 主机、模式和有效时间。在 ' +
        '`mode: enforce` 下，如果主机不在列表中或证书无效，支持它的发送方不得投递，只能延迟并重试；在 `testing` 下' +
        '则照常投递并报告。在发送方日志中，这类失败表现为关于证书或策略的延迟，虽然连接本身没有问题。更换 MX 主机之' +
        '前，记得先扩充策略。',
    },
    looksLike: '_mta-sts.example.org. IN TXT "v=STSv1; id=20261124T000000"',
    seeAlso: ['dane', 'tls-rpt', 'tls-certificate', 'starttls-stripping', 'mx-record', 'X.7.5'],
    guides: ['dns-record-types', 'tls-1-3'],
    sources: [
      { document: 'RFC 8461', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc8461.html#section-3.2' },
      { document: 'RFC 8461', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc8461.html#section-5' },
    ],
  },
  {
    kind: 'term',
    key: 'tls-rpt',
    title: { en: 'TLS-RPT', 'zh-cn': 'TLS-RPT' },
    meaning: {
      en: 'TLS-RPT is the way in which senders tell a domain about trouble with encryption toward its mail servers.',
      'zh-cn': 'TLS-RPT 让发送方能够把与某个域的邮件服务器之间的加密问题告知该域。',
    },
    names: ['tls-rpt', 'tlsrpt', 'smtp tls reporting', 'tls reporting', 'tls report', 'tls 报告'],
    text: {
      en:
        'TLS-RPT is the way in which senders tell a domain about trouble with encryption toward its mail servers. ' +
        'The domain publishes where reports should go, `v=TLSRPTv1; rua=mailto:tlsrpt@example.org` at ' +
        '`_smtp._tls.example.org`, and receives a JSON file a day from each sender that takes part. A report ' +
        'counts successful and failed sessions and names the kind of failure: `starttls-not-supported`, ' +
        '`certificate-expired`, `certificate-host-mismatch`, `tlsa-invalid`, `sts-policy-fetch-error`. That is the ' +
        'view your own log cannot give, since a sender that refuses to deliver leaves hardly a trace with you. The ' +
        'report itself arrives as ordinary mail of type `multipart/report`.',
      'zh-cn':
        'TLS-RPT 让发送方能够把与某个域的邮件服务器之间的加密问题告知该域。域公布报告的去处，即 ' +
        '`_smtp._tls.example.org` 处的 `v=TLSRPTv1; rua=mailto:tlsrpt@example.org`，然后每天从每个参与的发送方收到' +
        '一份 JSON 文件。报告统计成功和失败的会话数，并写明失败类型：`starttls-not-supported`、' +
        '`certificate-expired`、`certificate-host-mismatch`、`tlsa-invalid`、`sts-policy-fetch-error`。这是你自己的' +
        '日志给不了的视角，因为拒绝投递的发送方在你这里几乎不留痕迹。报告本身是一封类型为 `multipart/report` 的普通' +
        '邮件。',
    },
    looksLike: '_smtp._tls.example.org. IN TXT "v=TLSRPTv1; rua=mailto:tlsrpt@example.org"',
    seeAlso: ['mta-sts', 'dane', 'starttls-stripping', 'tls-certificate', 'dmarc'],
    guides: ['dns-record-types', 'tls-1-3'],
    sources: [
      { document: 'RFC 8460', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc8460.html#section-3' },
      { document: 'RFC 8460', section: '4.3', url: 'https://www.rfc-editor.org/rfc/rfc8460.html#section-4.3' },
    ],
  },
];
