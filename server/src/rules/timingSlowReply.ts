import type { Session } from '../transcript/reader';
import { whole } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';
import type { Thresholds } from './thresholds';
import { medianOf, replyLimit, serverDurations, slownessOf, spell } from './timings';

export const timingSlowReply: Rule = {
  category: 'delivery',
  code: 'timing.slow-reply',
  severity: 'information',
  title: { en: 'Slow server', 'zh-cn': '服务器缓慢' },
  messages: {
    limit: {
      en: 'The server took {time} for {what}: a client may give up after {limit}',
      'zh-cn': '服务器处理 {what} 用了 {time}：客户端在 {limit} 之后可以放弃',
    },
    slower: {
      en: 'The server took {time} for {what}, far longer than for the rest of the session (median {median})',
      'zh-cn': '服务器处理 {what} 用了 {time}，远长于本会话其余步骤（中位数 {median}）',
    },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.2' },
    { document: 'RFC 1047', url: 'https://www.rfc-editor.org/rfc/rfc1047.html' },
  ],
  thresholds: ['slowReply', 'slowTimes', 'slowNeighbours'],
  needs: ['long'],
  check,
};

export const timingSlowReplyPage = (): RulePage => ({
  code: 'timing.slow-reply',
  explanation: {
    en: 'The time from what the client sent to the first line of the answer. A slow greeting: a reverse lookup that times out, greet delay, blocklists. A slow RCPT: greylisting by delay, a lookup in another system. A slow answer to the message: content filters, a queue that is written to disk; a client that gives up here sends the message again and the recipient gets it twice (RFC 1047). RFC 5321 tells clients to wait 5 minutes for the greeting, MAIL and RCPT, 2 for DATA, 10 for the message.',
    'zh-cn':
      '指从客户端发送到回复首行的时间。问候语慢：反向解析超时、故意延迟、黑名单查询。RCPT 慢：以延迟实现的灰名单、查询其他系统。对邮件的回复慢：内容过滤、队列写盘；若客户端此时放弃，会重发邮件，收件人将收到两份（RFC 1047）。RFC 5321 要求客户端为问候语、MAIL、RCPT 等待 5 分钟，DATA 2 分钟，邮件 10 分钟。',
  },
  examples: {
    bad: `10:00:00 S: 220 mx.example.org ESMTP
10:00:00 C: EHLO client.example.com
10:00:00 S: 250 mx.example.org
10:00:00 C: MAIL FROM:<alice@example.com>
10:05:30 S: 250 Ok
10:05:30 C: QUIT
10:05:30 S: 221 Bye
`,
    good: `10:00:00 S: 220 mx.example.org ESMTP
10:00:00 C: EHLO client.example.com
10:00:09 S: 250 mx.example.org
10:00:09 C: MAIL FROM:<alice@example.com>
10:00:09 S: 250 Ok
10:00:09 C: RSET
10:00:09 S: 250 Ok
10:00:09 C: NOOP
10:00:09 S: 250 Ok
10:00:09 C: QUIT
10:00:09 S: 221 Bye
`,
  },
});

function* check(session: Session, thresholds: Thresholds): Generator<Problem> {
  const durations = [...serverDurations(session)];
  let known: number | undefined;
  const median = () => (known ??= medianOf(durations));
  const shared = { least: thresholds.slowReply * 1000, neighbours: durations.length - 1, median };
  for (const duration of durations) {
    const { since, until, step, milliseconds, what } = duration;
    const variant = slownessOf(milliseconds, { ...shared, limit: replyLimit(what) }, thresholds);
    if (variant === undefined) continue;
    const related: Related[] = since === undefined ? [] : [{ span: whole(since), note: 'said-here' }];
    yield {
      variant,
      values: {
        time: spell(milliseconds),
        what: WORDS[what] ?? what,
        limit: spell(replyLimit(what)),
        median: spell(known ?? 0),
      },
      span: whole(until),
      related,
      step,
    };
  }
}

const WORDS: Readonly<Record<string, { readonly en: string; readonly 'zh-cn': string }>> = {
  greeting: { en: 'the greeting', 'zh-cn': '问候语' },
  message: { en: 'the message', 'zh-cn': '邮件' },
};
