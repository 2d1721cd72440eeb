import type { ReplyCodeEntry } from '../entry';
import {
  scenario420,
  scenario431,
  scenario441,
  scenario442,
  scenario446,
  scenario447,
  scenario449,
  scenario471,
} from '../scenarios/bounceLists';
import { scenario353 } from '../scenarios/queue';
import { scenario200 } from '../scenarios/session';

/** Codes 2yz to 4yz that no standard defines. */
export const vendorTransientReplies: readonly ReplyCodeEntry[] = [
  {
    kind: 'reply-code',
    key: '200',
    code: 200,
    title: { en: 'Non-standard success', 'zh-cn': '非标准的成功应答' },
    meaning: {
      en:
        'No SMTP standard defines 200; by its first digit it is a success. It appears in old lists and in private ' +
        'servers.',
      'zh-cn': '没有 SMTP 标准定义 200；按首位数字理解为成功。见于旧的代码表和私有服务器。',
    },
    answers: ['ANY'],
    vendor: 'Legacy and private servers',
    whenYouSeeIt: {
      en: '- A home-made server or a proxy that borrowed the number from FTP or HTTP.',
      'zh-cn': '- 自制服务器或代理，从 FTP 或 HTTP 借用了该数字。',
    },
    howToFix: {
      en: '- Client: read the first digit and go on. Server: answer 250.',
      'zh-cn': '- 客户端：按首位数字继续。服务器：应回 250。',
    },
    compareWith: [
      {
        key: '250',
        difference: {
          en: '250 is the standard code for a completed command.',
          'zh-cn': '250 才是命令完成的标准代码。',
        },
      },
    ],
    scenarios: [scenario200],
    seeAlso: ['250'],
    guides: ['smtp-reply-codes'],
    glossary: ['status-code'],
    sources: [
      { document: 'RFC 5321', section: '4.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.2.1' },
      {
        document: 'R. Kettlewell: SMTP reply codes',
        url: 'https://www.chiark.greenend.org.uk/greenend.org.uk/rjk/tech/smtpreplies.html',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '353',
    code: 353,
    title: { en: 'PRDR: per-recipient replies follow', 'zh-cn': 'PRDR：随后逐个收件人应答' },
    meaning: {
      en:
        'Extension PRDR (an expired draft, in Exim): the message has arrived, and one reply for each accepted ' +
        'recipient follows, then a final one.',
      'zh-cn':
        'PRDR 扩展（已过期的草案，Exim 实现）：邮件已收到，接着为每个被接受的收件人各给一个应答，最后再给总应答。',
    },
    answers: ['MESSAGE'],
    vendor: 'Exim (PRDR)',
    whenYouSeeIt: {
      en: '- After the dot, when the client said `MAIL … PRDR` to a server that offered it.',
      'zh-cn': '- 服务器提供 PRDR 且客户端使用了 `MAIL … PRDR`，在句点之后出现。',
    },
    howToFix: {
      en: 'Nothing to fix: read as many replies as there were accepted recipients, plus the last one.',
      'zh-cn': '无需处理：按被接受的收件人数读取应答，再读最后一个。',
    },
    compareWith: [
      {
        key: '354',
        difference: { en: '354 comes before the message, 353 after it.', 'zh-cn': '354 在邮件之前，353 在邮件之后。' },
      },
    ],
    scenarios: [scenario353],
    seeAlso: ['354', '250', 'MAIL'],
    guides: ['smtp-reply-codes'],
    glossary: ['end-of-data'],
    sources: [
      { document: 'draft-hall-prdr', url: 'https://datatracker.ietf.org/doc/draft-hall-prdr', date: '2026-11-24' },
    ],
  },
  {
    kind: 'reply-code',
    key: '420',
    code: 420,
    title: { en: 'Connection time-out (bounce lists)', 'zh-cn': '连接超时（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: bounce reports use 420 for a connection that timed out or broke.',
      'zh-cn': '不是标准 SMTP 代码：退信报告用 420 表示连接超时或中断。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- In bounces and bulk-mail reports; seldom in a live session.',
      'zh-cn': '- 见于退信和群发报告；实时会话中很少见。',
    },
    howToFix: {
      en: "- Sender: retry later; check firewall, routing and the recipient's MX if it stays.",
      'zh-cn': '- 发件方：稍后重试；若持续出现，检查防火墙、路由和收件方 MX。',
    },
    compareWith: [
      {
        key: '421',
        difference: {
          en: '421 is what a server says when it closes the connection.',
          'zh-cn': '服务器关闭连接时说的是 421。',
        },
      },
    ],
    scenarios: [scenario420],
    seeAlso: ['421', '442', 'X.4.2'],
    guides: ['tcp-handshake', 'bounces-soft-hard'],
    glossary: ['firewall'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '431',
    code: 431,
    title: { en: 'Out of disk space or memory (bounce lists)', 'zh-cn': '磁盘或内存不足（退信代码表）' },
    meaning: {
      en:
        'Not a standard SMTP code: it stands for a receiving server, often Exchange, that has run out of disk ' +
        'space or memory.',
      'zh-cn': '不是标准 SMTP 代码：表示收件服务器（常为 Exchange）磁盘或内存不足。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- In bounces, for a server under resource pressure, perhaps from too many messages at once.',
      'zh-cn': '- 见于退信，表示服务器资源紧张，可能同时涌入太多邮件。',
    },
    howToFix: {
      en: '- Sender: wait and retry. Server operator: free disk space and memory.',
      'zh-cn': '- 发件方：等待后重试。服务器管理员：释放磁盘和内存。',
    },
    compareWith: [
      {
        key: '452',
        difference: { en: '452 is the standard code for insufficient storage.', 'zh-cn': '452 是存储不足的标准代码。' },
      },
    ],
    scenarios: [scenario431],
    seeAlso: ['452', '421', 'X.3.1'],
    guides: ['bounces-soft-hard'],
    glossary: ['email-queue', 'deferred'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '441',
    code: 441,
    title: { en: "Recipient's server does not respond (bounce lists)", 'zh-cn': '收件方服务器无响应（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: the sending system reports that the next server did not answer its connection.',
      'zh-cn': '不是标准 SMTP 代码：发送系统报告下一跳服务器没有响应连接。',
    },
    answers: ['ANY'],
    vendor: 'Exchange and bounce-code lists',
    whenYouSeeIt: {
      en: '- In queue views and bounces of Exchange (`441 4.4.1 …`): no TCP connection to the next hop.',
      'zh-cn': '- 见于 Exchange 的队列视图和退信（`441 4.4.1 …`）：无法与下一跳建立 TCP 连接。',
    },
    howToFix: {
      en: '- Sender: check that port 25 outbound is open, and that the MX host answers from elsewhere.',
      'zh-cn': '- 发件方：检查出站 25 端口是否开放，并从其他地方测试 MX 主机。',
    },
    compareWith: [
      {
        key: '421',
        difference: { en: '421 is said by a server that did answer.', 'zh-cn': '421 来自有应答的服务器。' },
      },
    ],
    scenarios: [scenario441],
    seeAlso: ['421', '442', 'X.4.1'],
    guides: ['tcp-handshake', 'dns-record-types'],
    glossary: ['firewall', 'mx-record', 'three-way-handshake'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '442',
    code: 442,
    title: { en: 'Connection dropped during transmission (bounce lists)', 'zh-cn': '传输中连接断开（退信代码表）' },
    meaning: {
      en:
        'Not a standard SMTP code: the sending system reports that the connection broke while the message was ' +
        'under way.',
      'zh-cn': '不是标准 SMTP 代码：发送系统报告邮件传输过程中连接断开。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en:
        '- In bounces, after network trouble, a firewall that cuts long sessions, or an MTU problem with large ' +
        'messages.',
      'zh-cn': '- 见于退信：网络故障、防火墙切断长会话，或大邮件遇到 MTU 问题。',
    },
    howToFix: {
      en: '- Sender: retry; if only large mail fails, test path MTU and firewall inspection of SMTP.',
      'zh-cn': '- 发件方：重试；若仅大邮件失败，检查路径 MTU 和防火墙的 SMTP 检测。',
    },
    compareWith: [
      {
        key: '421',
        difference: {
          en: '421 is a server that says goodbye; 442 a connection that just vanished.',
          'zh-cn': '421 是服务器告别；442 是连接突然消失。',
        },
      },
    ],
    scenarios: [scenario442],
    seeAlso: ['421', '441', 'X.4.2'],
    guides: ['tcp-handshake'],
    glossary: ['firewall'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '446',
    code: 446,
    title: { en: 'Maximum hop count exceeded (bounce lists)', 'zh-cn': '超过最大跳数（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: the message passed through too many servers, most often in a loop.',
      'zh-cn': '不是标准 SMTP 代码：邮件经过的服务器过多，多半是循环。',
    },
    answers: ['ANY'],
    vendor: 'Exchange and bounce-code lists',
    whenYouSeeIt: {
      en: '- Two servers that each forward to the other; an alias that points back to itself.',
      'zh-cn': '- 两台服务器互相转发；别名指回自身。',
    },
    howToFix: {
      en: '- Administrator: read the `Received` header fields for the repeating pair, then mend the route or alias.',
      'zh-cn': '- 管理员：在 `Received` 标头中找出反复出现的主机，再修正路由或别名。',
    },
    compareWith: [
      {
        key: '554',
        difference: {
          en: 'Standard servers answer a loop with `554 5.4.6`.',
          'zh-cn': '标准服务器对循环回 `554 5.4.6`。',
        },
      },
    ],
    scenarios: [scenario446],
    seeAlso: ['554', 'X.4.6'],
    guides: ['header-analysis'],
    glossary: ['mail-loop', 'received-header'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '447',
    code: 447,
    title: { en: 'Message timed out (bounce lists)', 'zh-cn': '邮件超时（退信代码表）' },
    meaning: {
      en:
        'Not a standard SMTP code: the message waited too long in the queue because the receiving server did not ' +
        'take it.',
      'zh-cn': '不是标准 SMTP 代码：收件服务器一直没有接收，邮件在队列中等待过久。',
    },
    answers: ['ANY'],
    vendor: 'Exchange and bounce-code lists',
    whenYouSeeIt: {
      en: '- In bounces when the queue lifetime ends; the real cause is in the earlier deferrals.',
      'zh-cn': '- 队列期限到期时的退信；真正原因在之前的推迟记录里。',
    },
    howToFix: {
      en: '- Sender: look up the earlier attempts in the log, mend their cause and send again.',
      'zh-cn': '- 发件方：在日志中查找先前的尝试，解决其原因后重发。',
    },
    compareWith: [
      {
        key: '451',
        difference: {
          en: '451 is one failed attempt; 447 the end of all attempts.',
          'zh-cn': '451 是一次尝试失败；447 是所有尝试的终结。',
        },
      },
    ],
    scenarios: [scenario447],
    seeAlso: ['451', 'X.4.7'],
    guides: ['bounces-soft-hard'],
    glossary: ['email-queue'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '449',
    code: 449,
    title: { en: 'Routing error (bounce lists)', 'zh-cn': '路由错误（退信代码表）' },
    meaning: {
      en: 'Not a standard SMTP code: the sending system found no usable route to the recipient.',
      'zh-cn': '不是标准 SMTP 代码：发送系统找不到可用的路由。',
    },
    answers: ['ANY'],
    vendor: 'Exchange and bounce-code lists',
    whenYouSeeIt: {
      en: '- In bounces from Exchange with a wrong or missing send connector, or a broken DNS answer.',
      'zh-cn': '- 见于 Exchange 退信：发送连接器错误或缺失，或 DNS 应答异常。',
    },
    howToFix: {
      en: '- Administrator: check send connectors, smart host and MX lookups of the server.',
      'zh-cn': '- 管理员：检查发送连接器、智能主机和服务器的 MX 查询。',
    },
    compareWith: [
      {
        key: '451',
        difference: { en: '`451 4.4.4` is the usual standard form.', 'zh-cn': '标准写法通常是 `451 4.4.4`。' },
      },
    ],
    scenarios: [scenario449],
    seeAlso: ['451', 'X.4.4'],
    guides: ['dns-record-types'],
    glossary: ['mx-record'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
  {
    kind: 'reply-code',
    key: '471',
    code: 471,
    title: { en: 'Local anti-spam filter error (bounce lists)', 'zh-cn': '本地反垃圾过滤器出错（退信代码表）' },
    meaning: {
      en: "Not a standard SMTP code: a filter on the sender's own server or computer stopped the message.",
      'zh-cn': '不是标准 SMTP 代码：发件方自己的服务器或计算机上的过滤器拦下了邮件。',
    },
    answers: ['ANY'],
    vendor: 'Bounce-code lists of mail services',
    whenYouSeeIt: {
      en: '- A spam or virus filter between program and server rewrites or stops the session.',
      'zh-cn': '- 程序与服务器之间的反垃圾或杀毒软件改写或中断了会话。',
    },
    howToFix: {
      en: '- Sender: look in the log of the filter; switch SMTP scanning off for a test.',
      'zh-cn': '- 发件方：查看过滤器日志；可临时关闭 SMTP 扫描以作测试。',
    },
    compareWith: [
      {
        key: '451',
        difference: {
          en: '`451 4.7.1` is what a receiving server says when its own filter fails.',
          'zh-cn': '收件服务器自己的过滤器故障时回 `451 4.7.1`。',
        },
      },
    ],
    scenarios: [scenario471],
    seeAlso: ['451', '554', 'X.7.1'],
    guides: ['bounces-soft-hard'],
    glossary: ['firewall'],
    sources: [
      {
        document: 'Vtiger: traditional bounce codes',
        url: 'https://help.vtiger.com/faq/149251430-What-are-the-different-traditional-bounce-codes',
        date: '2026-11-24',
      },
    ],
  },
];
