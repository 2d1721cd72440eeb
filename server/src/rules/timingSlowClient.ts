import type { Session } from '../transcript/reader';
import { whole } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';
import type { Thresholds } from './thresholds';
import { clientDurations, medianOf, SERVER_TIMEOUT, slownessOf, spell } from './timings';

export const timingSlowClient: Rule = {
  category: 'delivery',
  code: 'timing.slow-client',
  severity: 'information',
  title: { en: 'Slow client', 'zh-cn': '客户端缓慢' },
  messages: {
    limit: {
      en: 'The client took {time} to send {what}: a server may close the session after {limit}',
      'zh-cn': '客户端用了 {time} 才发送 {what}：服务器在 {limit} 之后可以关闭会话',
    },
    slower: {
      en: 'The client took {time} to send {what}, far longer than for the rest of the session (median {median})',
      'zh-cn': '客户端用了 {time} 才发送 {what}，远长于本会话其余步骤（中位数 {median}）',
    },
  },
  sources: [{ rfc: 5321, section: '4.5.3.2.7' }],
  thresholds: ['slowCommand', 'slowTimes', 'slowNeighbours'],
  needs: ['long'],
  check,
};

export const timingSlowClientPage = (): RulePage => ({
  code: 'timing.slow-client',
  explanation: {
    en: 'The time from the server’s reply to the client’s next command. A person who types, a connection kept open for the next message, a client that looks something up or is overloaded. Servers close a session that is silent for five minutes, many sooner, with 421.',
    'zh-cn':
      '指从服务器回复到客户端下一条命令的时间。可能是有人手动输入、连接保留给下一封邮件、客户端在查询或过载。会话静默五分钟（许多更短）后，服务器会以 421 关闭。',
  },
  examples: {
    bad: `10:00:00 S: 220 mx.example.org ESMTP
10:00:00 C: EHLO client.example.com
10:00:00 S: 250 mx.example.org
10:06:00 C: MAIL FROM:<alice@example.com>
10:06:00 S: 250 Ok
10:06:00 C: QUIT
10:06:00 S: 221 Bye
`,
    good: `10:00:00 S: 220 mx.example.org ESMTP
10:00:20 C: EHLO client.example.com
10:00:20 S: 250 mx.example.org
10:00:50 C: MAIL FROM:<alice@example.com>
10:00:50 S: 250 Ok
10:01:20 C: QUIT
10:01:20 S: 221 Bye
`,
  },
});

function* check(session: Session, thresholds: Thresholds): Generator<Problem> {
  const durations = [...clientDurations(session)];
  let known: number | undefined;
  const median = () => (known ??= medianOf(durations));
  const least = thresholds.slowCommand * 1000;
  const measure = { limit: SERVER_TIMEOUT, least, neighbours: durations.length - 1, median };
  for (const duration of durations) {
    const { since, until, step, milliseconds, what } = duration;
    const variant = slownessOf(milliseconds, measure, thresholds);
    if (variant === undefined) continue;
    const related: Related[] = since === undefined ? [] : [{ span: whole(since), note: 'said-here' }];
    const values = {
      time: spell(milliseconds),
      what,
      limit: spell(SERVER_TIMEOUT),
      median: spell(known ?? 0),
    };
    yield { variant, values, span: whole(until), related, step };
  }
}
