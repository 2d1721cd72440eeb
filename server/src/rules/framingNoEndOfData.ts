import type { Session } from '../transcript/reader';
import { whole } from './about';
import { fixesAt, type Mending } from './fixing';
import type { Fix, FixLine, Problem, Rule, RulePage } from './rule';

export const framingNoEndOfData: Rule = {
  category: 'framing',
  code: 'framing.no-end-of-data',
  severity: 'warning',
  title: { en: 'Mail data without its end', 'zh-cn': '邮件数据没有结束' },
  messages: {
    default: {
      en: 'The client closed the connection without the dot that ends the data: the message was not delivered',
      'zh-cn': '客户端没有发送结束数据的点就关闭了连接：邮件未投递',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.4' },
    { rfc: 5321, section: '4.1.1.10' },
  ],
  needs: ['unfinished-data'],
  check,
  fixes: /* @__PURE__ */ fixesAt('message', fixes),
};

export const framingNoEndOfDataPage = (): RulePage => ({
  code: 'framing.no-end-of-data',
  explanation: {
    en: 'Mail data ends with a dot alone on its line. A server that sees the connection end before it throws the message away. Usual causes: a script that forgets the dot, a dot that stands behind other text on its line, a client that died.',
    'zh-cn':
      '邮件数据以单独一个点的行结束。若连接在此之前结束，服务器会丢弃邮件。常见原因：脚本漏掉了点、点前还有其他文字、客户端程序崩溃。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: that is all
* closed by client
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: that is all
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const closed = session.steps.find(
    ({ exchange }) =>
      exchange.kind === 'event' && exchange.told.event.type === 'close' && exchange.told.event.by === 'client',
  );
  if (closed?.exchange.kind !== 'event') return;
  // A loss has its own words.
  if (session.steps.some(({ exchange }) => exchange.kind === 'event' && exchange.told.event.type === 'error')) return;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'message' || exchange.data.end !== 'open' || exchange.data.elided) continue;
    const { last, commandLike } = exchange.data;
    // A command where the data breaks off is sequence.command-in-data.
    if (last === undefined || commandLike.at(-1) === last) continue;
    yield {
      variant: 'default',
      values: {},
      span: whole(last),
      related: [{ span: whole(closed.exchange.told), note: 'close' }],
      step,
    };
  }
}

function fixes({ exchange }: Mending<'message'>): Fix[] {
  const { last } = exchange.data;
  if (last === undefined) return [];
  const lines: FixLine[] = [
    { speaker: 'client', text: '.' },
    { speaker: 'server', text: '250 Ok' },
  ];
  const edits = [{ kind: 'insert', before: last.line + 1, like: last, lines } as const];
  return [{ title: 'insert-dot', values: {}, edits, preferred: false }];
}
