import type { Session, Step } from '../transcript/reader';
import type { MessageExchange, Said, Told } from '../transcript/transcript';
import { closeBehind, nameOf, whole } from './about';
import { fixesAt, type Mending } from './fixing';
import { restOfOther } from './otherProtocol';
import { successReply } from './repairs';
import type { Fix, FixLine, Problem, Rule, RulePage } from './rule';

export const sequenceUnansweredCommand: Rule = {
  category: 'sequence',
  code: 'sequence.unanswered-command',
  severity: 'warning',
  title: { en: 'Command never answered', 'zh-cn': '没有得到回复的命令' },
  messages: {
    default: {
      en: '{verb} was never answered, although later commands were',
      'zh-cn': '{verb} 始终没有得到回复，而之后的命令都得到了',
    },
    message: {
      en: 'The message was never answered, although later commands were: it may have been taken or not',
      'zh-cn': '邮件始终没有得到回复，而之后的命令都得到了：它可能已被接收，也可能没有',
    },
    quit: {
      en: 'The server closed the connection without an answer to QUIT',
      'zh-cn': '服务器没有回复 QUIT 就关闭了连接',
    },
    end: { en: '{verb} was not answered before the log ends', 'zh-cn': '日志结束时 {verb} 仍未得到回复' },
  },
  sources: [
    { rfc: 5321, section: '4.2' },
    { rfc: 5321, section: '4.3.1' },
    { rfc: 5321, section: '4.1.1.4' },
    { rfc: 5321, section: '4.1.1.10' },
  ],
  needs: ['unanswered'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const sequenceUnansweredCommandPage = (): RulePage => ({
  code: 'sequence.unanswered-command',
  explanation: {
    en: 'Each command and each message is answered. Where a reply is missing in the middle, the log is incomplete or the two sides are out of step; at the end the connection broke or the log was cut.',
    'zh-cn':
      '每条命令和每封邮件都应得到回复。若中间缺少回复，则日志不完整或双方已经错位；若在末尾缺少，则连接中断或日志被截断。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
C: DATA
S: 354 Go ahead
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  if (!session.serverSeen) return;
  const last = session.steps.findLastIndex(({ exchange }) => 'replies' in exchange && exchange.replies.length > 0);
  const broken = session.steps.some(
    ({ exchange }) => exchange.kind === 'event' && exchange.told.event.type === 'error',
  );
  const timeouts = broken ? timeoutsIn(session) : [];
  // Of another protocol's lines the server answers what it takes for a line.
  const foreign = restOfOther(session);
  for (const [index, step] of session.steps.entries()) {
    const { exchange } = step;
    if (exchange.kind === 'message' && index < last && isUnanswered(exchange)) yield ofMessage(step, exchange);
    if (exchange.kind !== 'command' || exchange.replies.length > 0 || exchange.lost || step.faults.length > 0) continue;
    if (foreign.has(step)) continue;
    const { verb } = exchange.command;
    if (verb === 'QUIT' && !broken && isClosedByServer(session, index, exchange.command.said)) {
      yield {
        variant: 'quit',
        values: {},
        span: whole(exchange.command.said),
        related: [],
        severity: 'information',
        step,
      };
    }
    if (verb === 'QUIT' || verb === '' || step.before.ended !== undefined) continue;
    // Where the log hides what was sent, it hides the answer, too.
    if (exchange.command.said.elided !== undefined || exchange.answerHidden) continue;
    const tail = index > last;
    // A connection that breaks under a command is told by delivery.connection-lost.
    if (isTimedOut(session, exchange.command.said, timeouts)) continue;
    if (tail && (broken || closeBehind(session.steps, exchange.command.said)?.by === 'server')) continue;
    yield {
      variant: tail ? 'end' : 'default',
      values: { verb: nameOf(exchange) },
      span: whole(exchange.command.said),
      related: [],
      ...(tail && { severity: 'information' as const }),
      step,
    };
    if (tail) return;
  }
}

function timeoutsIn({ steps }: Session): readonly Told[] {
  return steps.flatMap(({ exchange }) =>
    exchange.kind === 'event' && isTimeout(exchange.told) ? [exchange.told] : [],
  );
}

function isTimeout({ event }: Told): boolean {
  return event.type === 'error' && event.about === 'timeout';
}

/** The client gave up waiting before it said anything else: delivery.connection-lost tells that. */
function isTimedOut({ steps }: Session, said: Said, timeouts: readonly Told[]): boolean {
  const gaveUp = timeouts.find(({ line }) => line > said.line);
  if (gaveUp === undefined) return false;
  return !steps.some(({ exchange }) => exchange.kind === 'command' && isWithin(exchange.command.said, said, gaveUp));
}

function isWithin({ line }: Said, from: Said, to: Told): boolean {
  return line > from.line && line < to.line;
}

/** All of the message is shown, and that there was no answer to it. */
function isUnanswered({ data, replies, lost }: MessageExchange): boolean {
  return replies.length === 0 && !lost && data.end === 'complete' && !data.elided && data.first !== undefined;
}

function ofMessage(step: Step, { data }: MessageExchange): Problem {
  const span = whole(data.last as Said);
  return { variant: 'message', values: {}, span, related: [], step };
}

/** Nothing was said behind the last line of the client, and the log shows that the server ended the connection. */
function isClosedByServer({ steps, after }: Session, index: number, said: Said): boolean {
  if (after.ended?.by === 'server' || steps.slice(index + 1).some(({ exchange }) => exchange.kind !== 'event'))
    return false;
  return closeBehind(steps, said)?.by === 'server';
}

function fixes({ exchange, step, problem }: Mending): Fix[] {
  if (problem.variant !== 'default') return [];
  const { said, verb } = exchange.command;
  const lines: FixLine[] = [{ speaker: 'server', text: successReply(verb, step.before) }];
  const edits = [{ kind: 'insert', before: said.line + 1, like: said, lines } as const];
  return [{ title: 'insert-reply', values: { verb: nameOf(exchange) }, edits, preferred: false }];
}
