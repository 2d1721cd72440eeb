import type { GlossaryEntry } from '../entry';

/** Who a message is from and for: the envelope and the addresses in it. */
export const envelopeTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'envelope',
    title: { en: 'Envelope', 'zh-cn': '信封' },
    meaning: {
      en:
        'The envelope is what SMTP itself needs for delivery: the reverse-path from MAIL and the forward-paths ' +
        'from RCPT, together with their parameters.',
      'zh-cn': '信封是 SMTP 投递本身所需的信息：来自 MAIL 的反向路径、来自 RCPT 的前向路径，以及它们的参数。',
    },
    names: ['envelope', 'smtp envelope', 'mail envelope', '信封', '邮件信封'],
    text: {
      en:
        'The envelope is what SMTP itself needs for delivery: the reverse-path from MAIL and the forward-paths ' +
        'from RCPT, together with their parameters. Like a paper envelope it travels around the letter, not in it, ' +
        'and every server decides by the envelope alone where a message goes. Bcc recipients exist only here. At ' +
        'final delivery it is thrown away, except that the reverse-path is saved as `Return-Path:`. A log line of ' +
        'a queue shows the envelope: `from=<…>` and `to=<…>` in Postfix are envelope addresses, never the From and ' +
        'To header fields. When you look for a recipient, search the RCPT commands, not the message.',
      'zh-cn':
        '信封是 SMTP 投递本身所需的信息：来自 MAIL 的反向路径、来自 RCPT 的前向路径，以及它们的参数。它像纸信封一样' +
        '包在信的外面，而不在信里；每台服务器只按信封决定邮件去向。密送收件人只存在于信封中。最终投递时信封会被丢' +
        '弃，只有反向路径会存为 `Return-Path:`。队列日志中显示的就是信封：Postfix 的 `from=<…>` 和 `to=<…>` 都是信' +
        '封地址，而不是邮件头的 From 和 To。查找某个收件人时，应搜索 RCPT 命令，而不是邮件内容。',
    },
    looksLike: `C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok`,
    seeAlso: ['envelope-vs-header', 'reverse-path', 'forward-path', 'mail-transaction', 'MAIL', 'RCPT'],
    guides: ['header-analysis', 'rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '2.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.1' },
      { document: 'RFC 5321', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.4' },
    ],
  },
  {
    kind: 'term',
    key: 'envelope-vs-header',
    title: { en: 'Envelope vs Header', 'zh-cn': '信封与邮件头' },
    meaning: {
      en:
        'Envelope and header are two separate sets of addresses: servers obey the envelope (MAIL and RCPT), people ' +
        'read the header (From, To, Cc).',
      'zh-cn': '信封和邮件头是两套互相独立的地址：服务器服从信封（MAIL 和 RCPT），人看到的是邮件头（From、To、Cc）。',
    },
    names: [
      'envelope vs header',
      'envelope and header',
      'envelope sender',
      'header from',
      '信封与邮件头',
      '信封发件人',
      '邮件头发件人',
    ],
    text: {
      en:
        'Envelope and header are two separate sets of addresses: servers obey the envelope (MAIL and RCPT), people ' +
        'read the header (From, To, Cc). They differ legitimately in mailing lists, Bcc, forwarding and ' +
        'newsletters, and deceitfully in phishing. Which one a check looks at explains many refusals: SPF looks at ' +
        'the envelope sender, DKIM at a signature in the header, and DMARC demands that one of them matches the ' +
        'From header. In a log the envelope stands in the commands, the header in the mail data after `354`. A ' +
        'bounce goes to the envelope sender, so if bounces reach the wrong place, MAIL was wrong, however correct ' +
        'From looks.',
      'zh-cn':
        '信封和邮件头是两套互相独立的地址：服务器服从信封（MAIL 和 RCPT），人看到的是邮件头（From、To、Cc）。在邮件' +
        '列表、密送、转发和简报中，两者不同是正常的；在钓鱼邮件中则是欺骗。某项检查看的是哪一个，能解释许多拒收：' +
        'SPF 看信封发件人，DKIM 看邮件头里的签名，DMARC 要求其中之一与 From 头匹配。在日志中，信封在命令里，邮件头' +
        '在 `354` 之后的邮件数据里。退信发给信封发件人，所以退信去错了地方，就是 MAIL 写错了，不管 From 看起来多正' +
        '确。',
    },
    looksLike: `C: MAIL FROM:<bounces@news.example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: From: Example Shop <shop@example.com>
C: To: customers@example.com`,
    seeAlso: ['envelope', 'reverse-path', 'alignment', 'mail-data', 'spf-dkim-dmarc', 'bounce-message'],
    guides: ['header-analysis', 'spf-dkim-dmarc-setup'],
    sources: [
      { document: 'RFC 5321', section: '2.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.3.1' },
      { document: 'RFC 5322', section: '3.6.2', url: 'https://www.rfc-editor.org/rfc/rfc5322.html#section-3.6.2' },
      { document: 'RFC 9989', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc9989.html#section-4.4' },
    ],
  },
  {
    kind: 'term',
    key: 'reverse-path',
    title: { en: 'Reverse-path', 'zh-cn': '反向路径' },
    meaning: {
      en: 'The reverse-path is the address in `MAIL FROM:<…>`, the place to which delivery problems are reported.',
      'zh-cn': '反向路径是 `MAIL FROM:<…>` 中的地址，投递问题会报告到那里。',
    },
    names: [
      'reverse-path',
      'reverse path',
      'return-path',
      'return path',
      'mail from',
      '反向路径',
      '返回路径',
      '退信地址',
    ],
    text: {
      en:
        'The reverse-path is the address in `MAIL FROM:<…>`, the place to which delivery problems are reported. It ' +
        'is also called envelope sender, bounce address or, once stored in the message by the last server, ' +
        'Return-Path. It need not be the author: lists and bulk senders put a bounce-handling address here. An ' +
        'empty reverse-path, `<>`, is legal and marks messages that must not be answered with a bounce. Refusals ' +
        'at MAIL concern this address, mostly its domain: it does not exist in DNS, has no mail server, or fails ' +
        'SPF for the connecting address. The angle brackets are required, and there is no blank after the colon.',
      'zh-cn':
        '反向路径是 `MAIL FROM:<…>` 中的地址，投递问题会报告到那里。它也叫信封发件人、退信地址；最后一台服务器把它' +
        '存进邮件后就叫 Return-Path。它不一定是作者：邮件列表和群发者会在此填处理退信的地址。空的反向路径 `<>` 是合' +
        '法的，表示这封邮件不得引发退信。在 MAIL 处的拒收针对的就是这个地址，多半是它的域：DNS 中不存在、没有邮件服' +
        '务器，或者连接地址未通过 SPF。尖括号必不可少，冒号后面没有空格。',
    },
    looksLike: `C: MAIL FROM:<bounces@news.example.com> SIZE=2048
S: 250 2.1.0 Sender ok`,
    seeAlso: [
      'null-sender',
      'forward-path',
      'envelope-vs-header',
      'bounce-message',
      'verp',
      'spf',
      '501',
      '553',
      'X.1.8',
      'MAIL',
    ],
    guides: ['header-analysis', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.2' },
      { document: 'RFC 5321', section: '4.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.4' },
      { document: 'RFC 5321', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.3' },
    ],
  },
  {
    kind: 'term',
    key: 'forward-path',
    title: { en: 'Forward-path', 'zh-cn': '前向路径' },
    meaning: {
      en:
        'The forward-path is the address in `RCPT TO:<…>`: one recipient to whom this copy of the message has to ' +
        'go.',
      'zh-cn': '前向路径是 `RCPT TO:<…>` 中的地址：这份邮件要送达的一个收件人。',
    },
    names: ['forward-path', 'forward path', 'rcpt to', 'envelope recipient', '前向路径', '转发路径', '信封收件人'],
    text: {
      en:
        'The forward-path is the address in `RCPT TO:<…>`: one recipient to whom this copy of the message has to ' +
        'go. There is one command, and one reply, for each recipient. `250` means that the server takes ' +
        'responsibility for this address, although it may still bounce later; `251` that it will forward; `550` ' +
        'that the mailbox does not exist or is not for you; `450` that you should come back. A transaction ' +
        'continues as long as one recipient was accepted. Servers must accept at least a hundred recipients in a ' +
        'transaction and answer `452` beyond their limit, after which the client sends the rest in another one. ' +
        'The local part before the at sign belongs to the receiving server and may be case-sensitive.',
      'zh-cn':
        '前向路径是 `RCPT TO:<…>` 中的地址：这份邮件要送达的一个收件人。每个收件人一条命令，也各有一个应答。`250` ' +
        '表示服务器对该地址负责（以后仍可能退信）；`251` 表示会转发；`550` 表示邮箱不存在或不接受你；`450` 表示请稍' +
        '后再来。只要有一个收件人被接受，事务就能继续。服务器在一个事务中至少要接受一百个收件人，超出其上限时答 ' +
        '`452`，客户端随后在另一个事务中发送其余的。@ 之前的本地部分归接收服务器解释，可能区分大小写。',
    },
    looksLike: `C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 User unknown`,
    seeAlso: ['reverse-path', 'envelope', 'source-route', 'catch-all', '251', '450', '452', '550', 'X.1.1', 'RCPT'],
    guides: ['smtp-delivery-failures', 'rfc-5321-deep-dive'],
    sources: [
      { document: 'RFC 5321', section: '4.1.1.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.3' },
      { document: 'RFC 5321', section: '3.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.3' },
      {
        document: 'RFC 5321',
        section: '4.5.3.1.8',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.1.8',
      },
    ],
  },
  {
    kind: 'term',
    key: 'null-sender',
    title: { en: 'Null sender', 'zh-cn': '空发件人' },
    meaning: {
      en:
        'A null sender is the empty reverse-path, written `MAIL FROM:<>`, and it says: never send a bounce for ' +
        'this message.',
      'zh-cn': '空发件人就是空的反向路径，写作 `MAIL FROM:<>`，意思是：这封邮件绝不要产生退信。',
    },
    names: [
      'null sender',
      'null reverse-path',
      'empty sender',
      'null return path',
      'empty reverse-path',
      '空发件人',
      '空反向路径',
      '空发送者',
    ],
    text: {
      en:
        'A null sender is the empty reverse-path, written `MAIL FROM:<>`, and it says: never send a bounce for ' +
        'this message. Delivery notifications, read receipts and many automatic replies use it, so that a failing ' +
        'notification does not cause another one. Servers must accept it; refusing `<>` breaks bounces for your ' +
        'own users and is itself a reason to land on blocklists. A message from `<>` that cannot be delivered is ' +
        'dropped or goes to the local postmaster as a double bounce. In a queue log it shows as `from=<>`. Many of ' +
        'them at once point to backscatter, or to a bulk mailing whose bounces are coming home. SPF then falls ' +
        'back on the HELO name.',
      'zh-cn':
        '空发件人就是空的反向路径，写作 `MAIL FROM:<>`，意思是：这封邮件绝不要产生退信。投递通知、阅读回执和许多自' +
        '动回复都用它，以免失败的通知又引发新的通知。服务器必须接受它；拒绝 `<>` 会使自己的用户收不到退信，本身也是' +
        '被列入黑名单的理由。来自 `<>` 又无法投递的邮件会被丢弃，或者作为双重退信交给本地 postmaster。队列日志中显' +
        '示为 `from=<>`。一下子出现很多，说明有反向散射，或者是群发的退信正在返回。此时 SPF 改为检查 HELO 名称。',
    },
    looksLike: `C: MAIL FROM:<>
S: 250 2.1.0 Ok`,
    seeAlso: ['reverse-path', 'bounce-message', 'double-bounce', 'backscatter', 'dsn', 'spf', 'auto-reply', 'MAIL'],
    guides: ['bounces-soft-hard'],
    sources: [
      { document: 'RFC 5321', section: '4.5.5', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.5' },
      { document: 'RFC 5321', section: '6.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-6.1' },
      { document: 'RFC 7208', section: '2.4', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#section-2.4' },
    ],
  },
  {
    kind: 'term',
    key: 'address-literal',
    title: { en: 'Address literal', 'zh-cn': '地址字面量' },
    meaning: {
      en:
        'An address literal is an IP address in square brackets used where a domain name would stand, as in ' +
        '`EHLO [192.0.2.10]` or `RCPT TO:<postmaster@[192.0.2.25]>`.',
      'zh-cn':
        '地址字面量是写在方括号里、放在域名位置上的 IP 地址，例如 `EHLO [192.0.2.10]` 或 ' +
        '`RCPT TO:<postmaster@[192.0.2.25]>`。',
    },
    names: [
      'address literal',
      'domain literal',
      'ip literal',
      'address-literal',
      '地址字面量',
      '域字面量',
      'ip 字面量',
    ],
    text: {
      en:
        'An address literal is an IP address in square brackets used where a domain name would stand, as in ' +
        '`EHLO [192.0.2.10]` or `RCPT TO:<postmaster@[192.0.2.25]>`. For IPv6 a tag comes first: ' +
        '`[IPv6:2001:db8::25]`. Clients without a real name, such as a laptop behind NAT, are meant to use it in ' +
        'EHLO. The brackets are the point: an address without them is not valid syntax, and a server may answer ' +
        '`501` or, more often, treat it as a sign of malware. Literals as recipient domains are almost extinct and ' +
        'commonly refused. On port 25 a literal in EHLO is legal but earns distrust; on a submission port nobody ' +
        'minds.',
      'zh-cn':
        '地址字面量是写在方括号里、放在域名位置上的 IP 地址，例如 `EHLO [192.0.2.10]` 或 ' +
        '`RCPT TO:<postmaster@[192.0.2.25]>`。IPv6 前面要加标记：`[IPv6:2001:db8::25]`。没有真正主机名的客户端（例' +
        '如 NAT 后面的笔记本）应在 EHLO 中使用它。关键是方括号：没有方括号的地址不合语法，服务器可能答 `501`，更常' +
        '见的是把它看作恶意软件的迹象。用作收件人域的字面量几乎绝迹，通常会被拒绝。在 25 端口，EHLO 中的字面量合法' +
        '但不受信任；在提交端口则没人在意。',
    },
    looksLike: `C: EHLO [IPv6:2001:db8::10]
S: 250 mx.example.org`,
    seeAlso: ['helo-ehlo', 'ipv6', 'ptr-record', '501', '550', 'EHLO'],
    sources: [
      { document: 'RFC 5321', section: '4.1.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.3' },
      { document: 'RFC 5321', section: '4.1.4', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.4' },
    ],
  },
  {
    kind: 'term',
    key: 'source-route',
    title: { en: 'Source route', 'zh-cn': '源路由' },
    meaning: {
      en:
        'A source route is the obsolete way of writing a list of hosts before the address, such as ' +
        '`RCPT TO:<@relay.example.net:bob@example.org>`, by which the sender chose the path of the message.',
      'zh-cn':
        '源路由是一种已废弃的写法，在地址前列出一串主机，例如 `RCPT TO:<@relay.example.net:bob@example.org>`，由发' +
        '送方决定邮件的路径。',
    },
    names: ['source route', 'source routing', 'source-route', 'percent hack', '源路由', '源路由地址'],
    text: {
      en:
        'A source route is the obsolete way of writing a list of hosts before the address, such as ' +
        '`RCPT TO:<@relay.example.net:bob@example.org>`, by which the sender chose the path of the message. Today ' +
        'MX records decide. Servers must still accept the syntax, should ignore the hosts and use only the final ' +
        'address; clients should not produce it. In a current log it is either a museum piece or a probe: relay ' +
        'testers try it together with relatives such as `bob%example.org@relay.example.net` and `example.org!bob`, ' +
        'hoping that an open relay sees a local address. A refusal with `550 5.7.1` is the healthy answer.',
      'zh-cn':
        '源路由是一种已废弃的写法，在地址前列出一串主机，例如 `RCPT TO:<@relay.example.net:bob@example.org>`，由发' +
        '送方决定邮件的路径。如今由 MX 记录决定。服务器仍须接受这种语法，但应忽略其中的主机而只用最后的地址；客户端' +
        '不应再生成它。在现在的日志里，它要么是老古董，要么是探测：测试中继的人会用它以及类似的 ' +
        '`bob%example.org@relay.example.net`、`example.org!bob`，指望开放中继把它看成本地地址。以 `550 5.7.1` 拒绝' +
        '是正常反应。',
    },
    looksLike: `C: RCPT TO:<@relay.example.net:bob@example.org>
S: 550 5.7.1 Relaying denied`,
    seeAlso: ['forward-path', 'open-relay', 'mx-record', '550', 'X.7.1', 'RCPT'],
    sources: [
      { document: 'RFC 5321', section: 'Appendix C', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#appendix-C' },
      { document: 'RFC 5321', section: '3.6.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.6.1' },
    ],
  },
  {
    kind: 'term',
    key: 'verp',
    title: { en: 'VERP', 'zh-cn': 'VERP' },
    meaning: {
      en:
        'VERP gives every recipient of a mailing an individual reverse-path, with the recipient written into it, ' +
        'so that a bounce tells by its own address who failed.',
      'zh-cn':
        'VERP 让群发邮件的每个收件人都有单独的反向路径，并把收件人写进其中，这样退信凭自己的地址就能说明是谁失败' +
        '了。',
    },
    names: ['verp', 'variable envelope return path', 'xverp', '可变信封返回路径'],
    text: {
      en:
        'VERP gives every recipient of a mailing an individual reverse-path, with the recipient written into it, ' +
        'so that a bounce tells by its own address who failed. `bob@example.org` on a list becomes ' +
        '`MAIL FROM:<list-bounces+bob=example.org@lists.example.com>`. Bounces are notoriously hard to read by ' +
        'machine; the address they come back to is not. In a log you recognise VERP by long senders with `=` in ' +
        'place of the at sign, and by one transaction for each recipient even at the same domain. Greylisting that ' +
        'remembers the full sender sees each of them as new, and a long address can exceed the 64 octets of a ' +
        'local part.',
      'zh-cn':
        'VERP 让群发邮件的每个收件人都有单独的反向路径，并把收件人写进其中，这样退信凭自己的地址就能说明是谁失败' +
        '了。列表中的 `bob@example.org` 变成 `MAIL FROM:<list-bounces+bob=example.org@lists.example.com>`。退信内容' +
        '很难用程序解析，而它返回的地址却不难。在日志中，VERP 的特征是很长的发件人，用 `=` 代替 @，并且即使是同一个' +
        '域，每个收件人也各用一个事务。记住完整发件人的灰名单会把每一个都看成新的；地址太长还可能超过本地部分 64 个' +
        '八位组的限制。',
    },
    looksLike: `C: MAIL FROM:<list-bounces+bob=example.org@lists.example.com>
S: 250 2.1.0 Ok`,
    seeAlso: ['reverse-path', 'mailing-list', 'bounce-message', 'srs', 'batv', 'greylisting', 'MAIL'],
    guides: ['bounces-soft-hard', 'bulk-email'],
    sources: [
      {
        document: 'Bernstein: Variable Envelope Return Paths',
        url: 'https://cr.yp.to/proto/verp.txt',
        date: '2026-11-24',
      },
      { document: 'Postfix VERP Howto', url: 'https://www.postfix.org/VERP_README.html', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'srs',
    title: { en: 'SRS', 'zh-cn': 'SRS' },
    meaning: {
      en:
        'SRS rewrites the reverse-path of forwarded mail to an address of the forwarder, so that SPF passes at the ' +
        'next server.',
      'zh-cn': 'SRS 把转发邮件的反向路径改写成转发者自己的地址，使下一台服务器的 SPF 检查能够通过。',
    },
    names: ['srs', 'sender rewriting scheme', 'srs0', 'srs1', '发件人重写方案'],
    text: {
      en:
        'SRS rewrites the reverse-path of forwarded mail to an address of the forwarder, so that SPF passes at the ' +
        'next server. A forwarder that kept the original sender would fail, since its own address is not in the ' +
        'SPF record of that domain. The rewritten form packs hash, timestamp, domain and user together: ' +
        '`SRS0=hash=tt=example.com=alice@forward.example.net`; a second forwarder makes `SRS1=`. Bounces come back ' +
        'to the forwarder, which checks hash and age and passes them on. In a log, read the original sender out of ' +
        'it from right to left. SRS mends SPF but not alignment: for DMARC the DKIM signature must survive.',
      'zh-cn':
        'SRS 把转发邮件的反向路径改写成转发者自己的地址，使下一台服务器的 SPF 检查能够通过。如果转发者保留原发件' +
        '人，检查就会失败，因为它的地址不在那个域的 SPF 记录里。改写后的形式把散列、时间戳、域和用户名拼在一起：' +
        '`SRS0=hash=tt=example.com=alice@forward.example.net`；第二个转发者会生成 `SRS1=`。退信回到转发者那里，检查' +
        '散列和时效之后再传回去。在日志中，可以从右往左读出原发件人。SRS 修复了 SPF，却修复不了对齐：要通过 DMARC，' +
        'DKIM 签名必须完好。',
    },
    looksLike: `C: MAIL FROM:<SRS0=b7Xq=4T=example.com=alice@forward.example.net>
S: 250 2.1.0 Ok`,
    seeAlso: ['spf', 'alignment', 'reverse-path', 'verp', 'batv', 'arc', 'MAIL'],
    guides: ['spf-dkim-dmarc-setup'],
    sources: [
      {
        document: 'SRS: Sender Rewriting Scheme (libsrs2)',
        url: 'https://www.libsrs2.org/srs/srs.pdf',
        date: '2026-11-24',
      },
      { document: 'RFC 7208', section: 'Appendix D', url: 'https://www.rfc-editor.org/rfc/rfc7208.html#appendix-D' },
    ],
  },
  {
    kind: 'term',
    key: 'batv',
    title: { en: 'BATV', 'zh-cn': 'BATV' },
    meaning: {
      en:
        'BATV signs the reverse-path of outgoing mail, so that a server can tell real bounces from those caused by ' +
        'forged senders.',
      'zh-cn': 'BATV 给外发邮件的反向路径加上签名，使服务器能区分真正的退信和伪造发件人引来的退信。',
    },
    names: ['batv', 'bounce address tag validation', 'prvs', '退信地址标签验证'],
    text: {
      en:
        'BATV signs the reverse-path of outgoing mail, so that a server can tell real bounces from those caused by ' +
        'forged senders. `alice@example.com` goes out as `prvs=0123abcdef=alice@example.com`, with a key number, a ' +
        'day and a keyed hash. When a message with null sender arrives for plain `alice@example.com`, or with a ' +
        'tag that is wrong or some days old, it is backscatter and can be refused at RCPT. In logs the `prvs=` ' +
        'prefix explains why sender addresses change daily, why a whitelist by sender stopped matching, and why ' +
        'greylisting starts again. Strip the tag before you compare addresses.',
      'zh-cn':
        'BATV 给外发邮件的反向路径加上签名，使服务器能区分真正的退信和伪造发件人引来的退信。`alice@example.com` 发' +
        '出时变成 `prvs=0123abcdef=alice@example.com`，其中含密钥编号、日期和带密钥的散列。如果有空发件人的邮件寄给' +
        '不带标签的 `alice@example.com`，或者标签不对、已过期几天，那就是反向散射，可以在 RCPT 时拒绝。日志中的 ' +
        '`prvs=` 前缀能解释为什么发件人地址每天都变、按发件人设置的白名单为什么失效、灰名单为什么重新开始。比较地址' +
        '之前要先去掉标签。',
    },
    looksLike: `C: MAIL FROM:<prvs=0123abcdef=alice@example.com>
S: 250 2.1.0 Ok`,
    seeAlso: ['reverse-path', 'backscatter', 'null-sender', 'verp', 'srs', 'greylisting', '550', 'MAIL'],
    guides: ['bounces-soft-hard'],
    sources: [
      {
        document: 'draft-levine-smtp-batv',
        url: 'https://datatracker.ietf.org/doc/html/draft-levine-smtp-batv-01',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'catch-all',
    title: { en: 'Catch-all', 'zh-cn': '全收地址' },
    meaning: {
      en:
        'A catch-all is a setting by which a domain accepts mail for every local part, whether a mailbox of that ' +
        'name exists or not.',
      'zh-cn': '全收地址是一种设置：域接受任何本地部分的邮件，无论是否存在同名邮箱。',
    },
    names: [
      'catch-all',
      'catchall',
      'catch all',
      'wildcard address',
      'accept-all domain',
      '全收地址',
      '通配地址',
      '兜底邮箱',
    ],
    text: {
      en:
        'A catch-all is a setting by which a domain accepts mail for every local part, whether a mailbox of that ' +
        'name exists or not. For the sender every RCPT succeeds, so a `250` says nothing about the address, and ' +
        'address checkers call such a domain unverifiable. For the owner it means plenty of spam to guessed names ' +
        'and, if the mail is only forwarded elsewhere, later bounces and backscatter. In a log you notice it when ' +
        'nonsense recipients get `250 2.1.5` and when `orig_to=` in Postfix differs from `to=`. Cutting a ' +
        'catch-all back to real addresses makes typing errors visible to senders again, as `550 5.1.1`.',
      'zh-cn':
        '全收地址是一种设置：域接受任何本地部分的邮件，无论是否存在同名邮箱。对发送方来说所有 RCPT 都会成功，所以 ' +
        '`250` 并不能说明地址有效，地址检测工具会说这样的域无法验证。对所有者来说，它意味着大量寄给猜测名字的垃圾邮' +
        '件；如果只是再转发出去，还会产生后来的退信和反向散射。在日志中，胡乱的收件人也得到 `250 2.1.5`，或者 ' +
        'Postfix 的 `orig_to=` 与 `to=` 不同，就是这种情况。改回只收真实地址之后，发送方的拼写错误又会以 ' +
        '`550 5.1.1` 显现出来。',
    },
    looksLike: `C: RCPT TO:<qwxzjk@example.org>
S: 250 2.1.5 Ok`,
    seeAlso: ['forward-path', 'role-address', 'backscatter', 'spam-trap', '250', '550', 'X.1.1', 'RCPT'],
    sources: [
      { document: 'Postfix virtual(5)', url: 'https://www.postfix.org/virtual.5.html', date: '2026-11-24' },
      { document: 'RFC 5321', section: '4.1.1.3', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.3' },
    ],
  },
  {
    kind: 'term',
    key: 'role-address',
    title: { en: 'Role address (postmaster)', 'zh-cn': '角色地址（postmaster）' },
    meaning: {
      en: 'A role address belongs to a function instead of a person: `postmaster`, `abuse`, `hostmaster`, `info`.',
      'zh-cn': '角色地址属于某个职能而不是某个人：`postmaster`、`abuse`、`hostmaster`、`info`。',
    },
    names: ['role address', 'role account', 'postmaster', 'abuse address', '角色地址', '职能邮箱', '邮件管理员'],
    text: {
      en:
        'A role address belongs to a function instead of a person: `postmaster`, `abuse`, `hostmaster`, `info`. ' +
        'Two of them matter to whoever runs mail. Every server that accepts mail must take messages for ' +
        '`postmaster`, in any case of letters and even without a domain (`RCPT TO:<postmaster>`), and should ' +
        'exempt it from most filters, since it is where other operators report trouble. `abuse` receives ' +
        'complaints and is often where feedback reports go. A `550` for postmaster in a log is therefore a fault ' +
        'of the server. Bulk senders leave role addresses out, because nobody signed them up and complaints are ' +
        'likely.',
      'zh-cn':
        '角色地址属于某个职能而不是某个人：`postmaster`、`abuse`、`hostmaster`、`info`。其中两个与邮件管理者有关。' +
        '凡是接收邮件的服务器都必须接受寄给 `postmaster` 的邮件，不分大小写，甚至可以不带域' +
        '（`RCPT TO:<postmaster>`），并且应免除大部分过滤，因为其他管理者会向它报告问题。`abuse` 接收投诉，反馈报告' +
        '往往也发到那里。因此日志中 postmaster 得到 `550` 是服务器的错。群发者会剔除角色地址，因为没有人用它们订阅' +
        '过，容易招来投诉。',
    },
    looksLike: `C: RCPT TO:<postmaster>
S: 250 2.1.5 Ok`,
    seeAlso: ['forward-path', 'catch-all', 'feedback-loop', 'double-bounce', 'mailing-list', '550', 'RCPT'],
    sources: [
      { document: 'RFC 5321', section: '4.5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.1' },
      { document: 'RFC 2142', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc2142.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'mailing-list',
    title: { en: 'Mailing list', 'zh-cn': '邮件列表' },
    meaning: {
      en: 'A mailing list takes one message and sends it again to all its members, with a reverse-path of its own.',
      'zh-cn': '邮件列表收到一封邮件后，用自己的反向路径重新发给所有成员。',
    },
    names: ['mailing list', 'mailing lists', 'list server', 'listserv', 'distribution list', '邮件列表', '邮件群组'],
    text: {
      en:
        'A mailing list takes one message and sends it again to all its members, with a reverse-path of its own. ' +
        'That last point is the difference from an alias: bounces go to the list, not to the author. The message ' +
        'keeps the From header of the author but gains `List-Id:` and `List-Unsubscribe:`, often a subject prefix ' +
        'and a footer. The changes break the DKIM signature of the author and SPF covers only the list, so a ' +
        'strict DMARC policy leads to `550 5.7.26` and similar refusals at the members. Lists therefore rewrite ' +
        'From or add ARC. In a log you see one message in and many recipients out, often with VERP senders.',
      'zh-cn':
        '邮件列表收到一封邮件后，用自己的反向路径重新发给所有成员。这最后一点正是它与别名的区别：退信回到列表，而不' +
        '是作者。邮件保留作者的 From 头，但会加上 `List-Id:` 和 `List-Unsubscribe:`，往往还有主题前缀和页脚。这些改' +
        '动会破坏作者的 DKIM 签名，SPF 又只覆盖列表本身，因此严格的 DMARC 策略会让成员的服务器以 `550 5.7.26` 之类' +
        '的应答拒收。所以列表会改写 From 或添加 ARC。在日志中可以看到一封进、许多收件人出，发件人常用 VERP。',
    },
    looksLike: `C: MAIL FROM:<list-bounces@lists.example.com>
S: 250 2.1.0 Ok`,
    seeAlso: ['verp', 'arc', 'dmarc', 'reverse-path', 'auto-reply', 'mail-loop', 'X.7.26'],
    guides: ['bulk-email', 'spf-dkim-dmarc-setup'],
    sources: [
      { document: 'RFC 5321', section: '3.9.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-3.9.2' },
      { document: 'RFC 2919', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc2919.html#section-1' },
      { document: 'RFC 2369', section: '3', url: 'https://www.rfc-editor.org/rfc/rfc2369.html#section-3' },
    ],
  },
  {
    kind: 'term',
    key: 'auto-reply',
    title: { en: 'Auto-reply', 'zh-cn': '自动回复' },
    meaning: {
      en:
        'An auto-reply is a message that a program sends in answer to another one, such as a vacation notice or a ' +
        'ticket confirmation.',
      'zh-cn': '自动回复是程序为答复另一封邮件而发出的邮件，例如休假通知或工单确认。',
    },
    names: [
      'auto-reply',
      'autoreply',
      'vacation message',
      'out of office',
      'auto-responder',
      'autoresponder',
      '自动回复',
      '自动答复',
      '休假回复',
    ],
    text: {
      en:
        'An auto-reply is a message that a program sends in answer to another one, such as a vacation notice or a ' +
        'ticket confirmation. Two such programs can keep answering each other for ever, so there are rules: reply ' +
        'to the reverse-path, not to From; never answer a null sender, a list or another automatic message; answer ' +
        'each person once in some days; mark the reply with `Auto-Submitted: auto-replied`. Well-behaved ones use ' +
        'a null or special sender of their own. In a log a pair of addresses exchanging mail every few seconds is ' +
        'a broken auto-reply. Do not mistake one for a bounce: it does not mean that delivery failed.',
      'zh-cn':
        '自动回复是程序为答复另一封邮件而发出的邮件，例如休假通知或工单确认。两个这样的程序可能无休止地互相回复，因' +
        '此有一些规则：回复给反向路径而不是 From；绝不回复空发件人、邮件列表或其他自动邮件；对同一个人几天内只回复' +
        '一次；用 `Auto-Submitted: auto-replied` 标明。守规矩的程序使用空发件人或自己专用的发件人。日志中两个地址每' +
        '隔几秒互发邮件，就是自动回复出了毛病。不要把它误当成退信：它并不表示投递失败。',
    },
    looksLike: `C: MAIL FROM:<>
S: 250 2.1.0 Ok
C: RCPT TO:<alice@example.com>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Auto-Submitted: auto-replied
C: Subject: Out of office`,
    seeAlso: ['null-sender', 'mail-loop', 'mailing-list', 'mdn', 'bounce-message'],
    sources: [
      { document: 'RFC 3834', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc3834.html#section-2' },
      { document: 'RFC 3834', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc3834.html#section-5' },
    ],
  },
];
