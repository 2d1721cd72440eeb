import type { GlossaryEntry } from '../entry';

/** Encryption of the connection: the handshake, its parts and its certificates. */
export const tlsTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'tls-handshake',
    title: { en: 'TLS Handshake', 'zh-cn': 'TLS 握手' },
    meaning: {
      en:
        'The TLS handshake is the exchange at the start of an encrypted connection in which both sides agree on ' +
        'version, cipher and keys, and the server shows its certificate.',
      'zh-cn': 'TLS 握手是加密连接开始时的交换，双方商定版本、密码套件和密钥，服务器出示证书。',
    },
    names: [
      'tls handshake',
      'ssl handshake',
      'tls negotiation',
      'handshake failure',
      'tls 握手',
      'ssl 握手',
      '握手失败',
    ],
    text: {
      en:
        'The TLS handshake is the exchange at the start of an encrypted connection in which both sides agree on ' +
        'version, cipher and keys, and the server shows its certificate. In SMTP it starts right after ' +
        '`220 Ready to start TLS`, or at once on port 465. A transcript shows none of it, only what tools report: ' +
        'a line with version and cipher, or an error. If it fails there is no SMTP reply any more, because nobody ' +
        'can be sure what the other side still reads; the connection ends. Typical messages are ' +
        '`wrong version number` (the other side speaks plain text), `no shared cipher`, ' +
        '`certificate verify failed` and `unexpected eof`. After success the client sends EHLO again.',
      'zh-cn':
        'TLS 握手是加密连接开始时的交换，双方商定版本、密码套件和密钥，服务器出示证书。在 SMTP 中，它紧接在 ' +
        '`220 Ready to start TLS` 之后，在 465 端口则一开始就进行。对话记录里看不到握手本身，只有工具的报告：一行版' +
        '本和密码套件，或者一条错误。握手失败后不会再有 SMTP 应答，因为谁也无法确定对方还能读什么；连接就此结束。典' +
        '型的消息有 `wrong version number`（对方说的是明文）、`no shared cipher`、`certificate verify failed` 和 ' +
        '`unexpected eof`。成功之后客户端重新发送 EHLO。',
    },
    looksLike:
      'postfix/smtp[2451]: Trusted TLS connection established to mx.example.org[192.0.2.25]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
    seeAlso: [
      'starttls',
      'tls-certificate',
      'tls-versions',
      'cipher-suite',
      'key-exchange',
      'implicit-tls',
      '220',
      '454',
      'STARTTLS',
    ],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 8446', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-2' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2' },
    ],
  },
  {
    kind: 'term',
    key: 'tls-certificate',
    title: { en: 'TLS Certificate (SSL Certificate)', 'zh-cn': 'TLS 证书（SSL 证书）' },
    meaning: {
      en:
        'A TLS certificate is a signed statement that a public key belongs to a name, and a mail server shows its ' +
        'own in the handshake.',
      'zh-cn': 'TLS 证书是一份经过签名的声明，证明某个公钥属于某个名称；邮件服务器在握手时出示自己的证书。',
    },
    names: [
      'tls certificate',
      'ssl certificate',
      'tls certificate (ssl certificate)',
      'x.509 certificate',
      'certificate expired',
      'server certificate',
      'tls 证书',
      'ssl 证书',
      '服务器证书',
      '证书过期',
    ],
    text: {
      en:
        'A TLS certificate is a signed statement that a public key belongs to a name, and a mail server shows its ' +
        'own in the handshake. Between servers on port 25 it is usually not checked at all: encryption with any ' +
        'certificate beats plain text, so a wrong one goes unnoticed until the sender uses DANE or MTA-STS. Mail ' +
        'programs on 587 and 465 do check, and complain when it is expired, self-signed, or issued for another ' +
        'name. The name that counts is the one the client was told to connect to: the MX host, not the mail ' +
        'domain. In Postfix `Untrusted`, `Trusted` and `Verified` grade the result.',
      'zh-cn':
        'TLS 证书是一份经过签名的声明，证明某个公钥属于某个名称；邮件服务器在握手时出示自己的证书。服务器之间的 25 ' +
        '端口通常根本不检查：用任何证书加密都好过明文，所以证书有误往往无人察觉，直到发送方使用 DANE 或 MTA-STS。' +
        '587 和 465 端口上的邮件程序会检查，如果证书过期、自签名或签给了别的名称就会报错。要核对的名称是客户端所连' +
        '接的那个：MX 主机名，而不是邮件域。Postfix 用 `Untrusted`、`Trusted` 和 `Verified` 表示检查结果的等级。',
    },
    looksLike:
      'postfix/smtp[2451]: 4XyZ1t0kqBz9: to=<bob@example.org>, relay=mx.example.org[192.0.2.25]:25, dsn=4.7.5, status=deferred (Server certificate not verified)',
    seeAlso: ['certificate-authority', 'pki', 'tls-handshake', 'sni', 'dane', 'mta-sts', 'X.7.5'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 5280', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc5280.html#section-4' },
      { document: 'RFC 9525', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc9525.html#section-2' },
      { document: 'RFC 3207', section: '4.1', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.1' },
    ],
  },
  {
    kind: 'term',
    key: 'cipher-suite',
    title: { en: 'Cipher Suite', 'zh-cn': '密码套件' },
    meaning: {
      en:
        'A cipher suite is the set of algorithms that protects a TLS connection, named in the log line that ' +
        'reports the handshake.',
      'zh-cn': '密码套件是保护 TLS 连接的一组算法，其名称出现在报告握手的日志行里。',
    },
    names: ['cipher suite', 'cipher suites', 'cipher', 'no shared cipher', '密码套件', '加密套件'],
    text: {
      en:
        'A cipher suite is the set of algorithms that protects a TLS connection, named in the log line that ' +
        'reports the handshake. A TLS 1.3 name such as `TLS_AES_256_GCM_SHA384` says encryption and hash; an older ' +
        'one such as `ECDHE-RSA-AES128-GCM-SHA256` adds the key exchange and the kind of certificate. The client ' +
        'offers a list and the server picks. When no entry is common the handshake fails with `no shared cipher`, ' +
        'usually between a very old program and a strict server. Names differ between OpenSSL and the IANA ' +
        'registry although they mean the same suite. In `Received:` headers the suite is often noted in ' +
        'parentheses.',
      'zh-cn':
        '密码套件是保护 TLS 连接的一组算法，其名称出现在报告握手的日志行里。TLS 1.3 的名称如 ' +
        '`TLS_AES_256_GCM_SHA384`，写明加密和散列算法；较旧的名称如 `ECDHE-RSA-AES128-GCM-SHA256`，还写明密钥交换和' +
        '证书种类。客户端提供列表，由服务器挑选。没有共同项时，握手以 `no shared cipher` 失败，通常发生在很旧的程序' +
        '和要求严格的服务器之间。同一套件在 OpenSSL 和 IANA 注册表里的写法不同。`Received:` 头常在括号里注明所用套' +
        '件。',
    },
    looksLike:
      'postfix/smtpd[2430]: Anonymous TLS connection established from mail.example.com[192.0.2.10]: TLSv1.2 with cipher ECDHE-RSA-AES128-GCM-SHA256 (128/128 bits)',
    seeAlso: ['tls-handshake', 'tls-versions', 'key-exchange', 'forward-secrecy', 'tls-1-3'],
    guides: ['tls-1-3'],
    sources: [
      {
        document: 'RFC 8446',
        section: 'Appendix B.4',
        url: 'https://www.rfc-editor.org/rfc/rfc8446.html#appendix-B.4',
      },
      {
        document: 'IANA TLS Parameters',
        url: 'https://www.iana.org/assignments/tls-parameters/tls-parameters.xhtml',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'starttls',
    title: { en: 'STARTTLS', 'zh-cn': 'STARTTLS' },
    meaning: {
      en: 'STARTTLS is the command that turns a plain SMTP connection into an encrypted one.',
      'zh-cn': 'STARTTLS 是把明文 SMTP 连接变成加密连接的命令。',
    },
    names: ['starttls', 'start tls', 'opportunistic tls', 'starttls upgrade', '机会性 tls', '机会性加密'],
    text: {
      en:
        'STARTTLS is the command that turns a plain SMTP connection into an encrypted one. The server offers it in ' +
        'the EHLO reply; the client sends it without arguments, gets `220`, and the next bytes are the TLS ' +
        'handshake. Afterwards everything learned before is void: the client must say EHLO again, and the new list ' +
        'may contain more, AUTH above all. `454` means that TLS is not available at the moment, `501` that an ' +
        'argument was given, `530 5.7.0 Must issue a STARTTLS command first` that the server insists. Between ' +
        'servers it is opportunistic, used if offered and skipped if not, which protects against listeners but not ' +
        'against an active attacker.',
      'zh-cn':
        'STARTTLS 是把明文 SMTP 连接变成加密连接的命令。服务器在 EHLO 应答中提供它；客户端不带参数发送，得到 ' +
        '`220`，接下来的字节就是 TLS 握手。此后之前得知的一切作废：客户端必须重新发送 EHLO，新列表可能更长，特别是' +
        '多了 AUTH。`454` 表示 TLS 暂时不可用，`501` 表示带了参数，`530 5.7.0 Must issue a STARTTLS command first` ' +
        '表示服务器强制要求。在服务器之间它是机会性的：提供就用，不提供就跳过，这能防窃听，但防不了主动攻击者。',
    },
    looksLike: `C: STARTTLS
S: 220 2.0.0 Ready to start TLS
C: EHLO mail.example.com
S: 250-mx.example.org
S: 250 AUTH PLAIN`,
    seeAlso: [
      'tls-handshake',
      'implicit-tls',
      'starttls-stripping',
      'capability',
      'command-injection',
      'mta-sts',
      '220',
      '454',
      '501',
      '530',
      'STARTTLS',
    ],
    guides: ['tls-1-3', 'smtp-authentication-methods'],
    sources: [
      { document: 'RFC 3207', section: '4', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4' },
      { document: 'RFC 3207', section: '4.2', url: 'https://www.rfc-editor.org/rfc/rfc3207.html#section-4.2' },
    ],
  },
  {
    kind: 'term',
    key: 'tls-versions',
    title: { en: 'TLS Versions', 'zh-cn': 'TLS 版本' },
    meaning: {
      en:
        'TLS versions run from the forbidden SSL 2 and 3 over the deprecated TLS 1.0 and 1.1 to TLS 1.2 and 1.3, ' +
        'the two in use today.',
      'zh-cn': 'TLS 的版本从被禁止的 SSL 2、SSL 3，到已弃用的 TLS 1.0、1.1，再到如今使用的 TLS 1.2 和 1.3。',
    },
    names: [
      'tls versions',
      'tls version',
      'tls 1.2',
      'tls 1.1',
      'tls 1.0',
      'sslv3',
      'unsupported protocol',
      'tls 版本',
      'ssl 版本',
    ],
    text: {
      en:
        'TLS versions run from the forbidden SSL 2 and 3 over the deprecated TLS 1.0 and 1.1 to TLS 1.2 and 1.3, ' +
        'the two in use today. Both sides choose the highest they share, and the log names it: `TLSv1.2`, ' +
        '`TLSv1.3`. If there is none, you find `unsupported protocol`, `protocol version` or ' +
        '`no protocols available` instead of a session. The usual victims are old printers, scanners and ' +
        'applications that only speak 1.0, after a provider has switched it off. `wrong version number` is not ' +
        'about versions at all: it means that one side got plain text where TLS was expected, for instance port ' +
        '587 opened as if it were 465.',
      'zh-cn':
        'TLS 的版本从被禁止的 SSL 2、SSL 3，到已弃用的 TLS 1.0、1.1，再到如今使用的 TLS 1.2 和 1.3。双方选择共同支' +
        '持的最高版本，日志会写明：`TLSv1.2`、`TLSv1.3`。如果没有共同版本，看到的就不是会话，而是 ' +
        '`unsupported protocol`、`protocol version` 或 `no protocols available`。受影响的通常是只会 1.0 的旧打印' +
        '机、扫描仪和应用，在服务商停用它之后就发不出信。`wrong version number` 与版本无关：它表示一方在应为 TLS 的' +
        '地方收到了明文，例如把 587 端口当成 465 来连接。',
    },
    looksLike: 'postfix/smtpd[2430]: warning: TLS library problem: error:0A000102:SSL routines::unsupported protocol',
    seeAlso: ['tls-1-3', 'tls-handshake', 'cipher-suite', 'implicit-tls', 'starttls'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 8996', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc8996.html#section-1' },
      { document: 'RFC 8446', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-4.2.1' },
      { document: 'RFC 7568', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc7568.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'tls-1-3',
    title: { en: 'TLS 1.3', 'zh-cn': 'TLS 1.3' },
    meaning: {
      en: 'TLS 1.3 is the current version of the protocol that encrypts SMTP after STARTTLS or on port 465.',
      'zh-cn': 'TLS 1.3 是目前的协议版本，用于 STARTTLS 之后或 465 端口上的 SMTP 加密。',
    },
    names: ['tls 1.3', 'tlsv1.3', 'tls1.3', 'tls 1.3 协议'],
    text: {
      en:
        'TLS 1.3 is the current version of the protocol that encrypts SMTP after STARTTLS or on port 465. It needs ' +
        'one round trip fewer than TLS 1.2, always has forward secrecy, hides the certificate from listeners, and ' +
        'has only a handful of cipher suites, with names that begin `TLS_AES_` or `TLS_CHACHA20_`. For the reader ' +
        'of logs little changes: `TLSv1.3` in the line of the handshake, and a key exchange such as X25519 noted ' +
        'separately. One trap: an error about the client certificate may come only after the handshake seemed ' +
        'complete, at the first read. Packet captures show less than with 1.2, because the certificate is ' +
        'encrypted.',
      'zh-cn':
        'TLS 1.3 是目前的协议版本，用于 STARTTLS 之后或 465 端口上的 SMTP 加密。它比 TLS 1.2 少一个往返，始终具有前' +
        '向保密，对窃听者隐藏证书，并且只有少数几个密码套件，名称以 `TLS_AES_` 或 `TLS_CHACHA20_` 开头。对读日志的' +
        '人来说变化不大：握手那一行写 `TLSv1.3`，密钥交换（如 X25519）另行注明。有一个陷阱：关于客户端证书的错误，' +
        '可能在握手看似完成之后、第一次读取时才出现。抓包能看到的比 1.2 少，因为证书是加密的。',
    },
    looksLike:
      '(using TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature RSA-PSS (2048 bits))',
    seeAlso: ['tls-versions', 'tls-handshake', 'forward-secrecy', 'key-exchange', 'tls-session-resumption'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 8446', section: '1.2', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-1.2' },
      { document: 'RFC 8446', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'certificate-authority',
    title: { en: 'Certificate Authority (CA)', 'zh-cn': '证书颁发机构（CA）' },
    meaning: {
      en:
        'A certificate authority is an organization that signs certificates after checking that the applicant ' +
        'controls the name.',
      'zh-cn': '证书颁发机构是在核实申请者控制某个名称之后签发证书的组织。',
    },
    names: [
      'certificate authority',
      'certificate authority (ca)',
      'root certificate',
      'ca bundle',
      'intermediate certificate',
      'self-signed certificate',
      'unable to get local issuer certificate',
      '证书颁发机构',
      '根证书',
      '中间证书',
      '自签名证书',
      'ca',
    ],
    text: {
      en:
        'A certificate authority is an organization that signs certificates after checking that the applicant ' +
        'controls the name. Clients carry a list of authorities they trust and accept a certificate when a chain ' +
        'of signatures leads to one of them. `unable to get local issuer certificate` means that the chain is ' +
        'broken: most often the server forgot to send the intermediate certificate, or the client has no list of ' +
        'roots, as in a bare container. `self-signed certificate` means that nobody vouches for it. The cure is on ' +
        'the server (install the full chain) or on the client (install the roots), never switching verification ' +
        'off. With DANE a domain can do without public authorities.',
      'zh-cn':
        '证书颁发机构是在核实申请者控制某个名称之后签发证书的组织。客户端带有一份受信任机构的列表，当签名链能通到其' +
        '中之一时就接受证书。`unable to get local issuer certificate` 表示链断了：多半是服务器忘了发送中间证书，或' +
        '者客户端没有根证书列表，例如精简的容器。`self-signed certificate` 表示没有人为它担保。办法是在服务器上安装' +
        '完整的证书链，或者在客户端安装根证书，绝不是关闭验证。使用 DANE 的域可以不依赖公共机构。',
    },
    looksLike:
      'postfix/smtp[2451]: certificate verification failed for mx.example.org[192.0.2.25]:25: unable to get local issuer certificate',
    seeAlso: ['tls-certificate', 'pki', 'dane', 'tls-handshake'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 5280', section: '3.2', url: 'https://www.rfc-editor.org/rfc/rfc5280.html#section-3.2' },
      { document: 'RFC 5280', section: '6', url: 'https://www.rfc-editor.org/rfc/rfc5280.html#section-6' },
    ],
  },
  {
    kind: 'term',
    key: 'forward-secrecy',
    title: { en: 'Forward Secrecy (PFS)', 'zh-cn': '前向保密（PFS）' },
    meaning: {
      en:
        'Forward secrecy means that recorded connections stay secret even if the private key of the server is ' +
        'stolen later, because each connection uses its own temporary keys.',
      'zh-cn': '前向保密是指即使服务器的私钥日后被盗，已被录下的连接仍然保密，因为每条连接都使用自己的临时密钥。',
    },
    names: [
      'forward secrecy (pfs)',
      'forward secrecy',
      'perfect forward secrecy',
      'pfs',
      'ecdhe',
      'dhe',
      '前向保密',
      '完美前向保密',
      '前向安全',
    ],
    text: {
      en:
        'Forward secrecy means that recorded connections stay secret even if the private key of the server is ' +
        'stolen later, because each connection uses its own temporary keys. TLS 1.3 always has it; in TLS 1.2 it ' +
        'depends on the cipher suite, and `ECDHE` or `DHE` in the name is the sign. A name without them, such as ' +
        '`AES256-SHA`, stands for the old RSA key exchange: whoever keeps the traffic and gets the key can read ' +
        'all mail and passwords in it. Nothing in the SMTP dialogue depends on it, but security audits ask, and ' +
        'the log line of the handshake is where the answer stands.',
      'zh-cn':
        '前向保密是指即使服务器的私钥日后被盗，已被录下的连接仍然保密，因为每条连接都使用自己的临时密钥。TLS 1.3 始' +
        '终具有它；TLS 1.2 则取决于密码套件，名称中的 `ECDHE` 或 `DHE` 就是标志。没有这些字样的名称（如 ' +
        '`AES256-SHA`）表示旧的 RSA 密钥交换：谁保存了流量又得到私钥，就能读出其中所有邮件和密码。SMTP 对话本身与它' +
        '无关，但安全审计会问到，而答案就在握手那一行日志里。',
    },
    looksLike: 'TLSv1.2 with cipher ECDHE-RSA-AES256-GCM-SHA384 (256/256 bits)',
    seeAlso: ['key-exchange', 'cipher-suite', 'tls-1-3', 'tls-session-resumption'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 8446', section: '1.2', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-1.2' },
      {
        document: 'Postfix Forward Secrecy',
        url: 'https://www.postfix.org/FORWARD_SECRECY_README.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'sni',
    title: { en: 'SNI (Server Name Indication)', 'zh-cn': 'SNI（服务器名称指示）' },
    meaning: {
      en:
        'SNI is the part of the TLS handshake in which the client tells the server which name it wants to reach, ' +
        'so that one machine can hold certificates for many names.',
      'zh-cn': 'SNI 是 TLS 握手的一部分，客户端借此告诉服务器想连接哪个名称，使一台机器可以持有多个名称的证书。',
    },
    names: ['sni (server name indication)', 'sni', 'server name indication', '服务器名称指示'],
    text: {
      en:
        'SNI is the part of the TLS handshake in which the client tells the server which name it wants to reach, ' +
        'so that one machine can hold certificates for many names. In mail it matters less than on the web, ' +
        'because the MX host name is often the same for all domains; but hosting servers with many names depend on ' +
        'it, and senders using DANE or MTA-STS send it. Without SNI such a server shows its default certificate, ' +
        'and the client reports a name mismatch. When you test by hand, ' +
        '`openssl s_client -starttls smtp -servername mx.example.org` sends it. It travels unencrypted, so a ' +
        'capture shows it.',
      'zh-cn':
        'SNI 是 TLS 握手的一部分，客户端借此告诉服务器想连接哪个名称，使一台机器可以持有多个名称的证书。它在邮件中' +
        '不如在网页中重要，因为 MX 主机名往往对所有域相同；但拥有许多名称的托管服务器依赖它，使用 DANE 或 MTA-STS ' +
        '的发送方也会发送它。没有 SNI 时，这样的服务器会出示默认证书，客户端则报告名称不匹配。手工测试时，' +
        '`openssl s_client -starttls smtp -servername mx.example.org` 会发送它。它不加密，所以抓包能看到。',
    },
    looksLike: 'openssl s_client -connect mx.example.org:25 -starttls smtp -servername mx.example.org',
    seeAlso: ['tls-certificate', 'tls-handshake', 'dane', 'mta-sts'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 6066', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc6066.html#section-3' },
      { document: 'RFC 7672', section: '8.1', url: 'https://www.rfc-editor.org/rfc/rfc7672.html#section-8.1' },
    ],
  },
  {
    kind: 'term',
    key: 'tls-session-resumption',
    title: { en: 'TLS Session Resumption', 'zh-cn': 'TLS 会话恢复' },
    meaning: {
      en:
        'TLS session resumption lets a client that was connected before skip most of the handshake, using a ticket ' +
        'or key from the earlier connection.',
      'zh-cn': 'TLS 会话恢复让以前连接过的客户端利用先前连接的票据或密钥，跳过大部分握手。',
    },
    names: [
      'tls session resumption',
      'session resumption',
      'tls session cache',
      'session ticket',
      'tls 会话恢复',
      '会话恢复',
      '会话票据',
    ],
    text: {
      en:
        'TLS session resumption lets a client that was connected before skip most of the handshake, using a ticket ' +
        'or key from the earlier connection. Servers that exchange much mail save time and CPU by it. A TLS ' +
        'session is not an SMTP session: resuming brings back keys, never a login, an EHLO or a half-sent message, ' +
        'so the dialogue begins anew with the greeting. In logs you may find `Reusing old session` or `Reused` in ' +
        'place of `New`. Trouble arises when several machines behind one name do not share the ticket keys; then ' +
        'the handshake simply runs in full. Postfix `TLS connection reused` is again different: the whole ' +
        'connection was kept open.',
      'zh-cn':
        'TLS 会话恢复让以前连接过的客户端利用先前连接的票据或密钥，跳过大部分握手。邮件往来多的服务器借此节省时间' +
        '和 CPU。TLS 会话不是 SMTP 会话：恢复的只是密钥，绝不会恢复登录、EHLO 或发了一半的邮件，所以对话仍从欢迎语' +
        '重新开始。日志中可能看到 `Reusing old session`，或者用 `Reused` 代替 `New`。如果同一名称后面的几台机器没有' +
        '共享票据密钥，就会出现问题，这时握手只是完整地进行一遍。Postfix 的 `TLS connection reused` 又是另一回事：' +
        '整条连接一直保持着。',
    },
    looksLike: 'Reused, TLSv1.3, Cipher is TLS_AES_256_GCM_SHA384',
    seeAlso: ['tls-handshake', 'forward-secrecy', 'tls-1-3', 'session'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 8446', section: '2.2', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-2.2' },
      { document: 'Postfix TLS Support', url: 'https://www.postfix.org/TLS_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'key-exchange',
    title: { en: 'Key Exchange', 'zh-cn': '密钥交换' },
    meaning: {
      en:
        'Key exchange is the step of the handshake in which both sides arrive at a common secret that a listener ' +
        'cannot work out.',
      'zh-cn': '密钥交换是握手中的一步，双方得出一个窃听者无法推算的共同秘密。',
    },
    names: ['key exchange', 'key agreement', 'diffie-hellman', 'x25519', 'dh key too small', '密钥交换', '密钥协商'],
    text: {
      en:
        'Key exchange is the step of the handshake in which both sides arrive at a common secret that a listener ' +
        'cannot work out. Today that is Diffie-Hellman on elliptic curves: `X25519` or `P-256`, more and more ' +
        'joined with a post-quantum method as in `X25519MLKEM768`. Postfix notes it as `key-exchange X25519`. ' +
        'Failures are rare and have recognisable texts: `dh key too small` when an old server offers weak ' +
        'parameters to a strict client, `no suitable key share` or a plain handshake failure when no group is ' +
        'common. A large post-quantum first packet can also stumble over old firewalls, which shows as a timeout ' +
        'right after STARTTLS.',
      'zh-cn':
        '密钥交换是握手中的一步，双方得出一个窃听者无法推算的共同秘密。如今用的是椭圆曲线上的 Diffie-Hellman：' +
        '`X25519` 或 `P-256`，并越来越多地结合后量子方法，如 `X25519MLKEM768`。Postfix 记为 `key-exchange X25519`。' +
        '失败很少见，文字也好认：旧服务器向严格的客户端提供弱参数时是 `dh key too small`；没有共同的组时是 ' +
        '`no suitable key share` 或笼统的握手失败。后量子的首个数据包较大，也可能被旧防火墙绊住，表现为 STARTTLS 之' +
        '后立即超时。',
    },
    looksLike:
      'TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits) key-exchange X25519 server-signature ECDSA (prime256v1)',
    seeAlso: ['forward-secrecy', 'cipher-suite', 'tls-handshake', 'tls-1-3', 'firewall'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 8446', section: '4.2.8', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-4.2.8' },
      { document: 'RFC 8446', section: '7.4', url: 'https://www.rfc-editor.org/rfc/rfc8446.html#section-7.4' },
    ],
  },
  {
    kind: 'term',
    key: 'pki',
    title: { en: 'PKI (Public Key Infrastructure)', 'zh-cn': 'PKI（公钥基础设施）' },
    meaning: {
      en:
        'PKI is the whole arrangement that makes certificates trustworthy: authorities, the roots installed in ' +
        'systems, rules for issuing, expiry and revocation.',
      'zh-cn': 'PKI 是使证书可信的整套安排：颁发机构、系统中安装的根证书、签发规则、有效期和吊销。',
    },
    names: [
      'pki (public key infrastructure)',
      'pki',
      'public key infrastructure',
      'chain of trust',
      'certificate chain',
      'pkix',
      '公钥基础设施',
      '信任链',
      '证书链',
    ],
    text: {
      en:
        'PKI is the whole arrangement that makes certificates trustworthy: authorities, the roots installed in ' +
        'systems, rules for issuing, expiry and revocation. For mail it comes in two kinds. Submission and MTA-STS ' +
        'rely on the public PKI of the web; DANE replaces it with keys published in DNS and signed with DNSSEC. ' +
        'S/MIME uses it once more to sign the messages themselves. In a log all of this boils down to whether a ' +
        'chain could be built and whether the name matched. When verification fails for one peer only, suspect its ' +
        'chain; when it fails for all, suspect your own root store or your clock.',
      'zh-cn':
        'PKI 是使证书可信的整套安排：颁发机构、系统中安装的根证书、签发规则、有效期和吊销。在邮件中有两类。提交和 ' +
        'MTA-STS 依赖网页所用的公共 PKI；DANE 则改用发布在 DNS 中、由 DNSSEC 签名的密钥。S/MIME 还用它来给邮件本身' +
        '签名。在日志中，这一切归结为：能否建立证书链，名称是否匹配。如果只对某一个对端验证失败，应怀疑对方的证书' +
        '链；如果对所有对端都失败，应怀疑自己的根证书库或时钟。',
    },
    looksLike:
      'postfix/smtp[2451]: Verified TLS connection established to mx.example.org[192.0.2.25]:25: TLSv1.3 with cipher TLS_AES_256_GCM_SHA384 (256/256 bits)',
    seeAlso: ['certificate-authority', 'tls-certificate', 'dane', 'mta-sts'],
    guides: ['tls-1-3'],
    sources: [
      { document: 'RFC 5280', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc5280.html#section-3' },
      { document: 'RFC 7672', section: '1.3', url: 'https://www.rfc-editor.org/rfc/rfc7672.html#section-1.3' },
    ],
  },
];
