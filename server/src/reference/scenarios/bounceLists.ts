import type { Scenario } from '../entry';

/** Worked examples of codes that only queue logs and bounce lists show: events, no dialogue. */
export const scenario420: Scenario = {
  title: { en: 'A connection that timed out, later delivered', 'zh-cn': '连接超时，之后送达' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=420 enhanced=4.4.2 reason="420 4.4.2 Connection timed out"`,
  findings: [],
  explanation: {
    en: 'The queue keeps the message; the next attempt is answered.',
    'zh-cn': '邮件留在队列中，下一次尝试得到应答。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario422: Scenario = {
  title: { en: 'The mailbox is full until its owner makes room', 'zh-cn': '邮箱已满，待其主人清理' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=422 enhanced=4.2.2 reason="422 4.2.2 The recipient has exceeded the mailbox limit"`,
  findings: [],
  explanation: {
    en: 'Bob deletes old messages, and the next attempt is taken.',
    'zh-cn': 'Bob 删除旧邮件后，下一次尝试即被接收。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario431: Scenario = {
  title: { en: 'The receiving server has no disk space', 'zh-cn': '接收服务器磁盘空间不足' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=431 enhanced=4.3.1 reason="431 4.3.1 Not enough disk space"`,
  findings: [],
  explanation: {
    en: 'Its administrator frees space; the sending queue retries by itself.',
    'zh-cn': '由对方管理员释放空间；发送队列会自行重试。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario441: Scenario = {
  title: { en: 'No connection to the next server', 'zh-cn': '无法连接下一台服务器' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=441 enhanced=4.4.1 reason="441 4.4.1 No answer from host"`,
  findings: [],
  explanation: {
    en: 'A firewall closed port 25. With the port open the queue delivers.',
    'zh-cn': '防火墙关闭了 25 端口。开放端口后队列即可投递。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario442: Scenario = {
  title: { en: 'The connection broke in the middle of the message', 'zh-cn': '邮件传输途中连接中断' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=442 enhanced=4.4.2 reason="442 4.4.2 Connection dropped during transmission"`,
  findings: [],
  explanation: {
    en: 'Without the 250 after the dot the message counts as not delivered and is sent again.',
    'zh-cn': '没有收到结束点之后的 250，邮件视为未投递，会再次发送。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario446: Scenario = {
  title: { en: 'A forward that leads back', 'zh-cn': '转发又回到原处' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=446 enhanced=5.4.6 reason="446 5.4.6 Too many hops"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'Two aliases pointed at each other. With the loop cut the message arrives.',
    'zh-cn': '两个别名互相指向对方。消除循环后邮件即可送达。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario447: Scenario = {
  title: { en: 'The message got too old in the queue', 'zh-cn': '邮件在队列中超时' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=447 enhanced=4.4.7 reason="447 4.4.7 Delivery time expired"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'The cause is in the deferrals before it. When that is mended, the sender sends the message anew.',
    'zh-cn': '原因在此前的各次延迟中。解决之后由发件人重新发送。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario449: Scenario = {
  title: { en: 'No route to the domain', 'zh-cn': '没有到该域名的路由' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> code=449 enhanced=4.4.4 reason="449 4.4.4 Routing error"`,
  findings: [],
  explanation: {
    en: 'The connector on the sending side named a host that does not exist. With the right host the queue delivers.',
    'zh-cn': '发送方的连接器指向不存在的主机。改正主机名后队列即可投递。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario471: Scenario = {
  title: { en: 'A filter on the sender’s own side', 'zh-cn': '发送方自己的过滤器' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery deferred queue=4A1B2C to=<bob@example.org> relay=proxy.example.com[192.0.2.9]:25 code=471 enhanced=4.7.1 reason="471 4.7.1 Local filter error"`,
  findings: [],
  explanation: {
    en: 'The scanner on the sender’s own gateway had failed. After its restart the message goes out.',
    'zh-cn': '发送方网关上的扫描程序出现故障。重启后邮件即可发出。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario510: Scenario = {
  title: { en: 'An address that does not exist', 'zh-cn': '不存在的地址' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bbo@example.org> relay=mx.example.org[192.0.2.1]:25 code=510 enhanced=5.1.0 reason="510 5.1.0 Bad email address"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'The address was misspelt; take it off the list or correct it.',
    'zh-cn': '地址拼写有误；应从列表中移除或改正。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario511: Scenario = {
  title: { en: 'A recipient that the server does not know', 'zh-cn': '服务器不认识的收件人' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bbo@example.org> relay=mx.example.org[192.0.2.1]:25 code=511 enhanced=5.1.1 reason="511 5.1.1 Bad destination mailbox address"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'The same as 510: correct the address or stop sending to it.',
    'zh-cn': '与 510 相同：改正地址或停止发送。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario512: Scenario = {
  title: { en: 'A domain that is not in DNS', 'zh-cn': 'DNS 中没有的域名' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bob@exmaple.org> code=512 enhanced=5.1.2 reason="512 5.1.2 Host unknown"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'The domain was misspelt; the right one has an MX record.',
    'zh-cn': '域名拼写有误；正确的域名有 MX 记录。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario513: Scenario = {
  title: { en: 'An address in a form the server does not take', 'zh-cn': '服务器不接受其写法的地址' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bob@@example.org> relay=mx.example.org[192.0.2.1]:25 code=513 enhanced=5.1.3 reason="513 5.1.3 Bad destination mailbox address syntax"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: { en: 'One @ too many. The corrected address is delivered.', 'zh-cn': '多了一个 @。改正后即可投递。' },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario541: Scenario = {
  title: { en: 'Taken for spam', 'zh-cn': '被当作垃圾邮件' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=541 enhanced=5.7.1 reason="541 5.7.1 Message rejected by the recipient"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'SPF and DKIM were missing for the sending domain. With both in place the filter lets the message through.',
    'zh-cn': '发送域名缺少 SPF 和 DKIM。两者就绪后过滤器放行。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};

export const scenario571: Scenario = {
  title: { en: 'Refused by policy', 'zh-cn': '因策略被拒' },
  before: `--- session 4A1B2C ---
* delivery received queue=4A1B2C from=<alice@example.com>
* delivery bounced queue=4A1B2C to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=571 enhanced=5.7.1 reason="571 5.7.1 Delivery not authorized, message refused"`,
  findings: [{ line: 3, rule: 'delivery.bounced' }],
  explanation: {
    en: 'The sending address was on a block list. After delisting the message is taken.',
    'zh-cn': '发送地址在黑名单上。移除之后邮件被接收。',
  },
  after: `--- session 5B2C3D ---
* delivery received queue=5B2C3D from=<alice@example.com>
* delivery sent queue=5B2C3D to=<bob@example.org> relay=mx.example.org[192.0.2.1]:25 code=250 enhanced=2.0.0 reason="250 2.0.0 Queued"
* delivery removed queue=5B2C3D`,
};
