import type { GlossaryEntry } from '../entry';

/** How receivers keep unwanted mail away, and what a sender sees of it. */
export const filteringTerms: readonly GlossaryEntry[] = [
  {
    kind: 'term',
    key: 'greylisting',
    title: { en: 'Greylisting', 'zh-cn': '灰名单' },
    meaning: {
      en:
        'Greylisting answers the first attempt of an unknown sender with a temporary refusal and accepts it when ' +
        'it comes back later.',
      'zh-cn': '灰名单对陌生发件人的第一次尝试给出临时拒绝，等它稍后再来时才接受。',
    },
    names: ['greylisting', 'graylisting', 'greylisted', 'graylisted', 'greylist', '灰名单', '灰名单机制'],
    text: {
      en:
        'Greylisting answers the first attempt of an unknown sender with a temporary refusal and accepts it when ' +
        'it comes back later. Spam software often does not return, real servers do. The receiver remembers client ' +
        'network, sender and recipient; the reply is usually `450` or `451 4.7.1` at RCPT, often with the word ' +
        'greylisted and a time. It is no error and needs no action: the retry a few minutes later succeeds, and ' +
        'after that mail from this sender passes at once. It becomes a problem when a program treats 4yz as final, ' +
        'when a provider retries from a different address each time, or when VERP and BATV change the sender.',
      'zh-cn':
        '灰名单对陌生发件人的第一次尝试给出临时拒绝，等它稍后再来时才接受。垃圾邮件软件往往不再回来，真正的服务器' +
        '会。接收方记住客户端网段、发件人和收件人；应答通常是 RCPT 时的 `450` 或 `451 4.7.1`，文字里常有 ' +
        'greylisted 和等待时间。这不是错误，也不需要处理：几分钟后的重试就会成功，此后这个发件人的邮件立即通过。只' +
        '有在以下情况才成为问题：程序把 4yz 当成最终结果，服务商每次从不同地址重试，或者 VERP、BATV 使发件人不断变' +
        '化。',
    },
    looksLike: `C: RCPT TO:<bob@example.org>
S: 451 4.7.1 Greylisted, please try again in 300 seconds`,
    seeAlso: ['deferred', 'soft-bounce', 'retry-schedule', 'verp', 'nolisting', 'early-talker', '450', '451', 'X.7.1'],
    guides: ['smtp-delivery-failures', 'bounces-soft-hard'],
    sources: [
      { document: 'RFC 6647', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc6647.html#section-2' },
      { document: 'RFC 6647', section: '5', url: 'https://www.rfc-editor.org/rfc/rfc6647.html#section-5' },
    ],
  },
  {
    kind: 'term',
    key: 'blocklist',
    title: { en: 'Blocklist (DNSBL)', 'zh-cn': '黑名单（DNSBL）' },
    meaning: {
      en:
        'A blocklist is a list of addresses or domains from which mail is not wanted, and a DNSBL is one that ' +
        'servers query through DNS.',
      'zh-cn': '黑名单是不希望接收其邮件的地址或域的列表，DNSBL 是服务器通过 DNS 查询的那种。',
    },
    names: [
      'blocklist (dnsbl)',
      'blocklist',
      'blacklist',
      'dnsbl',
      'rbl',
      'block list',
      'denylist',
      '黑名单',
      '阻止列表',
      '实时黑名单',
    ],
    text: {
      en:
        'A blocklist is a list of addresses or domains from which mail is not wanted, and a DNSBL is one that ' +
        'servers query through DNS. To test 192.0.2.10 the server asks for `10.2.0.192.list.example`; an answer in ' +
        '127.0.0.0/8 means listed, and a TXT record gives the reason. The refusal comes at connect or RCPT, as ' +
        '`554 5.7.1` or `550 5.7.1`, and normally carries a link: follow it, mend the cause (hacked account, ' +
        'dynamic range, bad list of recipients) and only then ask for removal. Check that the address is really ' +
        'yours. An answer such as 127.255.255.254 is an error for queries through a public resolver, not a listing.',
      'zh-cn':
        '黑名单是不希望接收其邮件的地址或域的列表，DNSBL 是服务器通过 DNS 查询的那种。要检查 192.0.2.10，服务器查' +
        '询 `10.2.0.192.list.example`；得到 127.0.0.0/8 内的答案表示在列，TXT 记录给出原因。拒绝发生在连接时或 ' +
        'RCPT 时，为 `554 5.7.1` 或 `550 5.7.1`，通常带有链接：先看链接，解决原因（账户被盗、动态地址段、收件人名单' +
        '质量差），然后再申请移除。要确认该地址确实是你的。127.255.255.254 之类的答案是经公共解析器查询时的错误，不' +
        '是在列。',
    },
    looksLike: `C: RCPT TO:<bob@example.org>
S: 554 5.7.1 Service unavailable; Client host [192.0.2.10] blocked using list.example`,
    seeAlso: ['reputation', 'ptr-record', 'open-relay', 'spam-trap', 'early-talker', '550', '554', 'X.7.1'],
    guides: ['bulk-email', 'ip-warming', 'smtp-delivery-failures'],
    sources: [
      { document: 'RFC 5782', section: '2.1', url: 'https://www.rfc-editor.org/rfc/rfc5782.html#section-2.1' },
      { document: 'RFC 6471', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc6471.html#section-2' },
    ],
  },
  {
    kind: 'term',
    key: 'rate-limiting',
    title: { en: 'Rate limiting', 'zh-cn': '速率限制' },
    meaning: {
      en:
        'Rate limiting means that a server takes only so many connections, messages or recipients from one client ' +
        'in a given time and puts off the rest.',
      'zh-cn': '速率限制是指服务器在一定时间内只接受一个客户端的若干连接、邮件或收件人，其余推后。',
    },
    names: [
      'rate limiting',
      'rate limit',
      'rate-limiting',
      'throttling',
      'throttled',
      'too many connections',
      '速率限制',
      '限速',
      '限流',
      '节流',
    ],
    text: {
      en:
        'Rate limiting means that a server takes only so many connections, messages or recipients from one client ' +
        'in a given time and puts off the rest. The answer is temporary: `421 4.7.0` with the connection closed, ' +
        '`450` or `451 4.7.1`, `452 4.5.3` for too many recipients, or `4.7.28` from Gmail. Nothing is wrong with ' +
        'the single message. Senders should open fewer connections at once, spread large mailings over hours and ' +
        'back off when told to; new addresses start with low limits and are warmed up. Limits of a submission ' +
        'server on an account often read `550 5.4.5` or mention a daily quota. Count the replies per minute to see ' +
        'where the ceiling lies.',
      'zh-cn':
        '速率限制是指服务器在一定时间内只接受一个客户端的若干连接、邮件或收件人，其余推后。应答是临时的：带断开连接' +
        '的 `421 4.7.0`，`450` 或 `451 4.7.1`，收件人过多时的 `452 4.5.3`，或 Gmail 的 `4.7.28`。单封邮件本身没有问' +
        '题。发送方应减少并发连接，把大批邮件分散到几个小时，并在被要求时退避；新地址的限额较低，需要预热。提交服务' +
        '器对账户的限制常写作 `550 5.4.5`，或提到每日配额。统计每分钟的应答数，就能看出上限在哪里。',
    },
    looksLike: 'S: 421 4.7.0 mx.example.org Error: too many connections from 192.0.2.10',
    seeAlso: [
      'exponential-backoff',
      'deferred',
      'reputation',
      'tarpitting',
      '421',
      '450',
      '451',
      '452',
      'X.7.28',
      'X.5.3',
    ],
    guides: ['bulk-email', 'ip-warming'],
    sources: [
      {
        document: 'Postfix Tuning: measures against excess clients',
        url: 'https://www.postfix.org/TUNING_README.html',
        date: '2026-11-24',
      },
      {
        document: 'RFC 5321',
        section: '4.5.3.1.10',
        url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.1.10',
      },
    ],
  },
  {
    kind: 'term',
    key: 'tarpitting',
    title: { en: 'Tarpitting', 'zh-cn': '焦油坑' },
    meaning: {
      en:
        'Tarpitting is the deliberate delay of replies to a client that behaves badly, so that guessing addresses ' +
        'or passwords becomes too slow to pay.',
      'zh-cn': '焦油坑是对行为不良的客户端故意拖延应答，使猜测地址或密码慢得得不偿失。',
    },
    names: ['tarpitting', 'tarpit', 'teergrube', 'tar pit', '焦油坑', '拖延应答', '延迟应答'],
    text: {
      en:
        'Tarpitting is the deliberate delay of replies to a client that behaves badly, so that guessing addresses ' +
        'or passwords becomes too slow to pay. It shows only in time stamps: `550 5.1.1` after exactly five ' +
        'seconds, each further error a little later. Exchange delays refusals by five seconds as a default, and ' +
        'Postfix waits after a client has made several errors. Do not confuse it with a slow server: there good ' +
        'and bad commands are slow alike, and the wait varies. A sender needs patience, since RFC 5321 asks ' +
        'clients to wait five minutes for most replies; shorter timeouts cut the session and lead to duplicates or ' +
        'endless retries.',
      'zh-cn':
        '焦油坑是对行为不良的客户端故意拖延应答，使猜测地址或密码慢得得不偿失。它只体现在时间戳上：正好五秒之后才出' +
        '现 `550 5.1.1`，之后的每个错误更慢一点。Exchange 默认把拒绝延迟五秒；Postfix 在客户端出错数次之后开始等' +
        '待。不要与慢服务器混淆：后者无论命令对错都慢，而且等待时间不固定。发送方需要耐心，因为 RFC 5321 要求客户端' +
        '对大多数应答等待五分钟；更短的超时会切断会话，导致重复邮件或无休止的重试。',
    },
    looksLike: `C: RCPT TO:<guess17@example.org>
S: 550 5.1.1 User unknown`,
    seeAlso: ['rate-limiting', 'greylisting', 'early-talker', '421', '550', 'X.1.1'],
    sources: [
      {
        document: 'Microsoft: Receive connectors',
        url: 'https://learn.microsoft.com/en-us/exchange/mail-flow/connectors/receive-connectors',
        date: '2026-11-24',
      },
      {
        document: 'Postfix smtpd_error_sleep_time',
        url: 'https://www.postfix.org/postconf.5.html#smtpd_error_sleep_time',
        date: '2026-11-24',
      },
      { document: 'RFC 5321', section: '4.5.3.2', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.5.3.2' },
    ],
  },
  {
    kind: 'term',
    key: 'nolisting',
    title: { en: 'Nolisting', 'zh-cn': '无应答首选 MX' },
    meaning: {
      en:
        'Nolisting is an old trick against spam: the MX record with the best preference points at an address where ' +
        'nothing listens on port 25, and the real server comes second.',
      'zh-cn':
        '无应答首选 MX（nolisting）是一种对付垃圾邮件的老办法：优先级最高的 MX 记录指向一个 25 端口无人监听的地址，' +
        '真正的服务器排在第二。',
    },
    names: ['nolisting', 'no-listing', 'unresponsive mx', '无应答首选 mx', '虚设 mx'],
    text: {
      en:
        'Nolisting is an old trick against spam: the MX record with the best preference points at an address where ' +
        'nothing listens on port 25, and the real server comes second. Proper clients try the first, fail within ' +
        'seconds, and go on to the next; crude spam software gives up. In the log of a sender you see ' +
        '`Connection refused` for one host followed by success with another of the same domain, every time. ' +
        'Harmless, but easily mistaken for a broken server. If the first address times out instead of refusing, ' +
        'each message is delayed; devices that try one MX only, such as printers, never get through.',
      'zh-cn':
        '无应答首选 MX（nolisting）是一种对付垃圾邮件的老办法：优先级最高的 MX 记录指向一个 25 端口无人监听的地址，' +
        '真正的服务器排在第二。正规的客户端先试第一个，几秒内失败后转向下一个；粗糙的垃圾邮件软件则放弃。在发送方日' +
        '志中，每次都先看到一台主机 `Connection refused`，随后在同一域的另一台成功。这没有害处，但容易被误认为服务' +
        '器坏了。如果第一个地址是超时而不是拒绝，每封邮件都会被耽搁；只会尝试一个 MX 的设备（如打印机）则永远投不出' +
        '去。',
    },
    looksLike: 'postfix/smtp[2451]: connect to mx1.example.org[192.0.2.24]:25: Connection refused',
    seeAlso: ['mx-record', 'backup-mx', 'greylisting', 'early-talker'],
    guides: ['dns-record-types'],
    sources: [
      { document: 'RFC 5321', section: '5.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-5.1' },
      { document: 'Wikipedia: Nolisting', url: 'https://en.wikipedia.org/wiki/Nolisting', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'early-talker',
    title: { en: 'Postscreen/pregreet (early talker)', 'zh-cn': '抢先发言（postscreen/pregreet）' },
    meaning: {
      en:
        'An early talker is a client that sends commands before the server has greeted it, which real mail servers ' +
        'do not do.',
      'zh-cn': '抢先发言者是服务器还没发出欢迎语就开始发命令的客户端，真正的邮件服务器不会这样做。',
    },
    names: [
      'postscreen/pregreet (early talker)',
      'early talker',
      'early-talker',
      'pregreet',
      'postscreen',
      'greet pause',
      'greet_pause',
      '抢先发言',
      '抢话',
      '问候前发送',
    ],
    text: {
      en:
        'An early talker is a client that sends commands before the server has greeted it, which real mail servers ' +
        'do not do. Postfix tests for it with postscreen, a program in front of the server that sends one half of ' +
        'a two-line greeting and waits some seconds; Sendmail has greet_pause. Who speaks in this time is logged ' +
        'as `PREGREET` and refused with `550 5.5.1` or `521`, or dropped. Postscreen also queries blocklists and ' +
        'notes clients that have passed, so `PASS NEW` and a first `450 4.3.2` are normal. An honest client can ' +
        'fail too: monitoring scripts, load balancers with the PROXY header, or TLS spoken to a plain port.',
      'zh-cn':
        '抢先发言者是服务器还没发出欢迎语就开始发命令的客户端，真正的邮件服务器不会这样做。Postfix 用 postscreen 检' +
        '查这一点：它是服务器前面的程序，先发两行欢迎语的前一行，然后等几秒；Sendmail 则有 greet_pause。在此期间发' +
        '言的会被记为 `PREGREET`，以 `550 5.5.1` 或 `521` 拒绝，或者直接断开。postscreen 还会查询黑名单并记住已通过' +
        '的客户端，所以 `PASS NEW` 和第一次的 `450 4.3.2` 都是正常的。诚实的客户端也可能中招：监控脚本、带 PROXY 头' +
        '的负载均衡器，或者对明文端口说 TLS。',
    },
    looksLike: 'postfix/postscreen[2431]: PREGREET 23 after 0.05 from [192.0.2.10]:59256: EHLO mail.example.com\\r\\n',
    seeAlso: ['greeting', 'pipelining-sync-point', 'blocklist', 'proxy-protocol', 'greylisting', '450', '521', '550'],
    sources: [
      {
        document: 'Postfix Postscreen Howto',
        url: 'https://www.postfix.org/POSTSCREEN_README.html',
        date: '2026-11-24',
      },
      { document: 'RFC 5321', section: '4.3.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.3.1' },
    ],
  },
  {
    kind: 'term',
    key: 'spam-trap',
    title: { en: 'Spam trap', 'zh-cn': '垃圾邮件陷阱' },
    meaning: {
      en:
        'A spam trap is an address that nobody uses for real mail and that exists only to catch senders with bad ' +
        'lists.',
      'zh-cn': '垃圾邮件陷阱是没有人真正使用的地址，存在的目的就是抓住名单质量差的发件人。',
    },
    names: ['spam trap', 'spamtrap', 'spam-trap', 'honeypot address', 'pristine trap', '垃圾邮件陷阱', '蜜罐地址'],
    text: {
      en:
        'A spam trap is an address that nobody uses for real mail and that exists only to catch senders with bad ' +
        'lists. Some were never given to anybody and can only come from scraped or guessed lists; others are ' +
        'former mailboxes, closed for a year or more and then opened again as traps. A trap accepts with `250` ' +
        'like any other address, so no log line shows that you have hit one. You learn of it from what follows: a ' +
        'blocklist entry, a falling reputation. Prevention is the only cure: confirmed sign-up, removal after hard ' +
        'bounces, dropping people who never react. A trap is not a catch-all, though a catch-all can feed one.',
      'zh-cn':
        '垃圾邮件陷阱是没有人真正使用的地址，存在的目的就是抓住名单质量差的发件人。有些从未给过任何人，只可能来自抓' +
        '取或猜测的名单；另一些是以前的邮箱，关闭一年以上之后重新启用作陷阱。陷阱与其他地址一样以 `250` 接受，所以' +
        '没有哪一行日志会显示你踩中了它。只能从后果得知：被列入黑名单、信誉下降。预防是唯一的办法：确认订阅、硬退信' +
        '后移除、放弃从不响应的人。陷阱不等于全收地址，虽然全收地址可以为它提供来源。',
    },
    looksLike: '',
    seeAlso: ['blocklist', 'reputation', 'catch-all', 'bounce-rate', 'hard-bounce', 'email-deliverability'],
    guides: ['bulk-email', 'ip-warming'],
    sources: [
      {
        document: 'Microsoft SNDS: FAQ (trap hits)',
        url: 'https://sendersupport.olc.protection.outlook.com/snds/FAQ.aspx',
        date: '2026-11-24',
      },
      { document: 'Wikipedia: Spamtrap', url: 'https://en.wikipedia.org/wiki/Spamtrap', date: '2026-11-24' },
    ],
  },
  {
    kind: 'term',
    key: 'reputation',
    title: { en: 'Sender score/reputation', 'zh-cn': '发件人评分/信誉' },
    meaning: {
      en:
        'Reputation is what a receiver remembers about an address and a domain: how much they send, how many ' +
        'recipients complain, how many addresses do not exist, whether authentication passes.',
      'zh-cn': '信誉是接收方对某个地址和域的记忆：发送量多大、多少收件人投诉、多少地址不存在、身份验证是否通过。',
    },
    names: [
      'sender score/reputation',
      'sender reputation',
      'ip reputation',
      'domain reputation',
      'sender score',
      '发件人信誉',
      'ip 信誉',
      '域信誉',
      '发件人评分',
    ],
    text: {
      en:
        'Reputation is what a receiver remembers about an address and a domain: how much they send, how many ' +
        'recipients complain, how many addresses do not exist, whether authentication passes. It decides how fast ' +
        'you may send and whether mail lands in the inbox; some companies publish it as a score. In a log it ' +
        'speaks through throttling: `421 4.7.0`, `451 4.7.1` or `550 5.7.1` with words such as reputation, policy ' +
        'or unusual rate, and usually from one provider only. There is no switch to flip. Reduce volume, send ' +
        'first to people who react, mend authentication and clean the list; it takes days to weeks. A new address ' +
        'has none and must be warmed up.',
      'zh-cn':
        '信誉是接收方对某个地址和域的记忆：发送量多大、多少收件人投诉、多少地址不存在、身份验证是否通过。它决定你能' +
        '发多快，以及邮件是否进收件箱；有些公司把它公布为评分。在日志中，它通过限流说话：`421 4.7.0`、`451 4.7.1` ' +
        '或 `550 5.7.1`，文字里有 reputation、policy、unusual rate 之类的词，并且通常只来自某一家服务商。没有开关可' +
        '以拨。应降低发送量，先发给会响应的人，修好身份验证并清理名单；恢复需要几天到几周。新地址没有信誉，必须预' +
        '热。',
    },
    looksLike:
      'S: 421 4.7.28 Our system has detected an unusual rate of unsolicited mail originating from your IP address',
    seeAlso: [
      'email-deliverability',
      'blocklist',
      'rate-limiting',
      'feedback-loop',
      'bounce-rate',
      'spam-trap',
      '421',
      '550',
      'X.7.1',
    ],
    guides: ['ip-warming', 'bulk-email'],
    sources: [
      { document: 'RFC 7070', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc7070.html#section-1' },
      {
        document: 'Google: Email sender guidelines',
        url: 'https://support.google.com/a/answer/81126',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'term',
    key: 'feedback-loop',
    title: { en: 'Feedback loop', 'zh-cn': '反馈环路' },
    meaning: {
      en:
        'A feedback loop is an arrangement by which a mailbox provider tells a sender each time a recipient ' +
        'presses the spam button.',
      'zh-cn': '反馈环路是邮箱服务商与发件人之间的安排：每当收件人点击“垃圾邮件”按钮，服务商就告知发件人。',
    },
    names: [
      'feedback loop',
      'fbl',
      'abuse reporting format',
      'complaint feedback loop',
      'spam complaint',
      '反馈环路',
      '反馈循环',
      '投诉反馈',
      '垃圾邮件投诉',
    ],
    text: {
      en:
        'A feedback loop is an arrangement by which a mailbox provider tells a sender each time a recipient ' +
        'presses the spam button. The report arrives as a message of its own, `multipart/report` with ' +
        '`report-type=feedback-report`, and contains the original or its header, so that the sender can remove ' +
        'this recipient. Senders sign up by address or by DKIM domain; some providers, Gmail among them, give only ' +
        'totals. A complaint never shows in the SMTP dialogue of the message it is about: that one ended with ' +
        '`250`. In the log of a bulk sender the reports appear as incoming mail, often to an `abuse` or `fbl` ' +
        'address.',
      'zh-cn':
        '反馈环路是邮箱服务商与发件人之间的安排：每当收件人点击“垃圾邮件”按钮，服务商就告知发件人。报告是一封单独的' +
        '邮件，类型为 `multipart/report`，带 `report-type=feedback-report`，含有原邮件或其邮件头，便于发件人移除该' +
        '收件人。发件人按地址或 DKIM 域登记；有些服务商（包括 Gmail）只提供总数。投诉不会出现在被投诉邮件的 SMTP 对' +
        '话里：那次对话以 `250` 结束。在群发者的日志中，报告表现为收到的邮件，常寄到 `abuse` 或 `fbl` 地址。',
    },
    looksLike: 'C: Content-Type: multipart/report; report-type=feedback-report; boundary="b1"',
    seeAlso: ['reputation', 'role-address', 'email-deliverability', 'dkim', 'mime-multipart'],
    guides: ['feedback-loops', 'bulk-email'],
    sources: [
      { document: 'RFC 5965', section: '2', url: 'https://www.rfc-editor.org/rfc/rfc5965.html#section-2' },
      { document: 'RFC 6449', section: '1', url: 'https://www.rfc-editor.org/rfc/rfc6449.html#section-1' },
    ],
  },
];
