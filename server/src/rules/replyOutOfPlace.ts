import { isKnownVerb } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import type { Command, CommandExchange, Exchange, Reply } from '../transcript/transcript';
import { replySpan, whole } from './about';
import { mayAnswer } from './allowedReplies';
import { delivered, opened, QUIT } from './exampleSessions';
import { type Heard, heardIn, placeName } from './replies';
import type { Problem, Related, Rule, RulePage } from './rule';

export const replyOutOfPlace: Rule = {
  category: 'reply',
  code: 'reply.out-of-place',
  severity: 'error',
  title: { en: 'Reply that makes no sense here', 'zh-cn': '此处没有意义的回复' },
  messages: {
    data: {
      en: '354 answers {verb}: it invites mail data, and only DATA asks for that',
      'zh-cn': '{verb} 得到 354：它邀请发送邮件数据，而只有 DATA 才会这样请求',
    },
    auth: {
      en: '334 answers {verb}: it asks for a SASL response, and only AUTH begins that',
      'zh-cn': '{verb} 得到 334：它要求 SASL 响应，而只有 AUTH 才会开始这一过程',
    },
    intermediate: {
      en: '{code} answers {verb}, which has no second part: 3yz leaves the client waiting for what to send',
      'zh-cn': '{verb} 得到 {code}，但它没有第二步：3yz 让客户端不知该继续发送什么',
    },
    greeting: {
      en: 'A greeting of {code}: it must be 220, 421, 521 or 554',
      'zh-cn': '问候语代码为 {code}：应为 220、421、521 或 554',
    },
    message: {
      en: '{code} answers the message: its end has no second part',
      'zh-cn': '邮件得到 {code}：邮件结束之后没有第二步',
    },
    completed: {
      en: '{code} answers DATA, which 354 must answer before mail data may follow',
      'zh-cn': 'DATA 得到 {code}；必须先回复 354，之后才能发送邮件数据',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2.1' },
    { rfc: 5321, section: '4.3.2' },
    { rfc: 4954, section: '4' },
  ],
  needs: ['unusual-code'],
  check,
};

export const replyOutOfPlacePage = (): RulePage => ({
  code: 'reply.out-of-place',
  explanation: {
    en: '3yz means “go on”: 354 after DATA, 334 within AUTH, nowhere else in the standard. A client that meets it elsewhere has nothing to send; one that gets 2yz to DATA does not know whether its message is awaited. The server, or something between, is out of step by a reply.',
    'zh-cn':
      '3yz 的意思是“请继续”：DATA 之后的 354、AUTH 过程中的 334，标准中再无其他用处。客户端在别处遇到它时无可发送；DATA 得到 2yz 时则不知道对方是否在等邮件。这说明服务器或中间设备的回复错了位。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 354 Go ahead
${QUIT}`,
    good: `${opened()}${delivered()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const heard = heardIn(session);
  const lines = dataLines(heard);
  const behind = walkOf(session);
  for (const { reply, place, step, command } of heard) {
    if (command?.lost || reply.code < 200 || reply.code > 399) continue;
    const variant =
      reply.code >= 300
        ? intermediate(place, reply.code, step)
        : place === 'DATA' &&
            command !== undefined &&
            (isCompletedData(command, reply, lines) || givesUp(session, behind(step)))
          ? 'completed'
          : undefined;
    if (variant === undefined) continue;
    const related: Related[] = command === undefined ? [] : [{ span: whole(command.command.said), note: 'said-here' }];
    const values = { verb: placeName(place), code: reply.code };
    yield { variant, values, span: replySpan(reply), related, step };
  }
}

/** Every 3yz may answer DATA: clients take them all for 354. */
function intermediate(place: string, code: number, { before }: Step): string | undefined {
  // A 3yz is not read as a greeting: where one is due it answers nothing.
  if (place === 'UNASKED') return before.greeting.kind === 'awaited' ? 'greeting' : undefined;
  if (place === 'DATA' || mayAnswer(place, code) !== false) return undefined;
  if (place === 'MESSAGE') return 'message';
  if (!isKnownVerb(place)) return undefined;
  return code === 354 ? 'data' : code === 334 ? 'auth' : 'intermediate';
}

/** The lines on which mail data begins, by its DATA; only of messages that were answered. */
function dataLines(heard: readonly Heard[]): ReadonlyMap<Command, number> {
  const lines = new Map<Command, number>();
  for (const { place, step } of heard) {
    if (place !== 'MESSAGE' || step.exchange.kind !== 'message') continue;
    const { command, data } = step.exchange;
    if (command !== undefined && data.first !== undefined && data.first.elided === undefined)
      lines.set(command, data.first.line);
  }
  return lines;
}

/** What is said behind a step; the steps are asked about in their order. */
function walkOf({ steps }: Session): (step: Step) => Exchange | undefined {
  let at = 0;
  return (step) => {
    while (at < steps.length && steps[at] !== step) at++;
    return steps[at + 1]?.exchange;
  };
}

/** 2yz to DATA, and the client goes away without a message, which this log would show. */
function givesUp({ wire }: Session, next: Exchange | undefined): boolean {
  if (wire !== true || next?.kind !== 'command') return false;
  return next.command.verb === 'QUIT' || next.command.verb === 'RSET';
}

/** 2yz to DATA, and mail data came after it: a log that leaves the 354 out shows the reply to the message there. */
function isCompletedData(exchange: CommandExchange, reply: Reply, lines: ReadonlyMap<Command, number>): boolean {
  const first = lines.get(exchange.command);
  return first !== undefined && first > replySpan(reply).line;
}
