import type { Session, Step } from '../transcript/reader';
import type { Exchange, Said, Told, ToolEvent } from '../transcript/transcript';
import { closeBehind, nameOf, whole } from './about';
import { connectCause } from './cause';
import { noGreeting } from './replyCode';
import type { Problem, Related, Rule, RulePage } from './rule';
import { replyLimit, waitedLittle } from './timings';

export const deliveryConnectionLost: Rule = {
  category: 'delivery',
  code: 'delivery.connection-lost',
  severity: 'warning',
  title: { en: 'Connection lost', 'zh-cn': '连接丢失' },
  messages: {
    greeting: { en: 'The connection ended before the server’s greeting', 'zh-cn': '连接在服务器问候之前就结束了' },
    command: { en: 'The connection ended before {verb} was answered', 'zh-cn': '连接在 {verb} 得到回复之前结束' },
    data: {
      en: 'The connection ended inside the mail data: the message was not delivered',
      'zh-cn': '连接在邮件数据传输中结束：邮件未投递',
    },
    'final-dot': {
      en: 'The connection ended after the final dot and before its answer: the message may have been delivered, sending it again may duplicate it',
      'zh-cn': '连接在结束点之后、回复之前结束：邮件可能已投递，重发可能造成重复',
    },
    default: { en: 'The connection was lost: {message}', 'zh-cn': '连接丢失：{message}' },
    connect: { en: 'No connection{cause}: {message}', 'zh-cn': '未能建立连接{cause}：{message}' },
    timeout: { en: 'The connection timed out: {message}', 'zh-cn': '连接超时：{message}' },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.2' },
    { document: 'RFC 1047', url: 'https://www.rfc-editor.org/rfc/rfc1047.html' },
  ],
  needs: ['tool-error', 'unanswered'],
  check,
};

export const deliveryConnectionLostPage = (): RulePage => ({
  code: 'delivery.connection-lost',
  explanation: {
    en: 'TCP ended before SMTP did. Before the greeting: a firewall, a crashed or overloaded server, a wrong port (TLS expected). Inside the data: a size limit, a content filter, a timeout, a path MTU problem. After the final dot nobody knows whether the message was taken (RFC 1047).',
    'zh-cn':
      'TCP 先于 SMTP 结束。问候之前：防火墙、服务器崩溃或过载、端口不对（需要 TLS）。数据传输中：大小限制、内容过滤、超时、路径 MTU 问题。结束点之后则无人知道邮件是否已被接收（RFC 1047）。',
  },
  examples: {
    bad: `* connected to mx.example.org [192.0.2.1]:25
* error lost: Connection reset by peer
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 Bye
* closed by server
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const step = session.steps.find(({ exchange }) => exchange.kind === 'event' && isLoss(exchange.told.event));
  if (step === undefined) yield* closedUnanswered(session);
  if (step?.exchange.kind !== 'event') return;
  const { told } = step.exchange;
  const open = session.steps.find(({ exchange }) => isOpen(exchange));
  const awaited = open !== undefined && isAwaited(session, open);
  if (step.before.ended !== undefined && !awaited) return;
  const { ended } = session.after;
  // Nobody has to wait for the answer to QUIT; one that was sent into a lost connection ended nothing.
  if (ended?.by === 'server' || (ended?.by === 'quit' && ended.exchange.command.said.line < told.line && !awaited))
    return;
  if (isOfHandshake(session, session.steps.indexOf(step))) return;
  // No mail server at all, as reply.code tells.
  if (noGreeting(session) !== undefined) return;
  const event = told.event as Extract<ToolEvent, { type: 'error' }>;
  if (open === undefined && event.about !== 'connect' && isIdle(session, session.steps.indexOf(step))) return;
  const values = {
    message: event.message.slice(0, 160),
    cause: connectCause(event.message) ?? '',
    verb: open?.exchange.kind === 'command' ? nameOf(open.exchange) : '',
  };
  yield { variant: variantOf(session, event, open), values, span: whole(told), related: pointAt(open, told), step };
}

function isLoss(event: ToolEvent): boolean {
  return event.type === 'error' && (event.about === 'lost' || event.about === 'timeout' || event.about === 'connect');
}

/** A command that the server answered by closing, or a message, all of it shown, behind which one of both closed. */
function* closedUnanswered(session: Session): Generator<Problem> {
  const { steps, serverSeen, after } = session;
  if ((after.ended && !isQuitInGroup(session)) || !serverSeen) return;
  const answered = steps.findLastIndex(({ exchange }) => 'replies' in exchange && exchange.replies.length > 0);
  const open = steps.slice(answered + 1).find(({ exchange: { kind } }) => kind !== 'event');
  if (open === undefined) return;
  const { exchange } = open;
  if (exchange.kind === 'command') {
    const { said } = exchange.command;
    const hidden = said.elided !== undefined || exchange.answerHidden;
    const close = isOpen(exchange) && !hidden && open.faults.length === 0 ? closeBehind(steps, said) : undefined;
    if (close?.by === 'server') yield ofClose('command', close, said, nameOf(exchange));
    return;
  }
  if (exchange.kind !== 'message' || exchange.replies.length > 0 || exchange.lost || after.ended) return;
  const { end, elided, last } = exchange.data;
  if (end !== 'complete' || elided || last === undefined) return;
  const close = closeBehind(steps, last);
  if (close !== undefined && close.by !== 'unknown') yield ofClose('final-dot', close, last, '');
}

function ofClose(
  variant: string,
  { told, step }: NonNullable<ReturnType<typeof closeBehind>>,
  said: Said,
  verb: string,
) {
  const related = [{ span: whole(said), note: 'said-here' } as const];
  return { variant, values: { verb }, span: whole(told), related, step };
}

/** Nothing was going on: somebody only looked whether the port answers, or left after the mail without QUIT. */
function isIdle(session: Session, index: number): boolean {
  if ((session.steps[index] as Step).before.transaction.kind !== 'none') return false;
  const mailed = session.steps
    .slice(0, index)
    .some(
      ({ exchange }) =>
        exchange.kind === 'message' || (exchange.kind === 'command' && exchange.command.verb === 'MAIL'),
    );
  return mailed || (!session.clientSeen && session.after.greeting.kind === 'given');
}

/** A handshake that failed ends the connection, and is told as `tls.failed`: nothing was said since. */
function isOfHandshake(session: Session, index: number): boolean {
  for (let at = index - 1; at >= 0; at--) {
    const { exchange } = session.steps[at] as Step;
    if (exchange.kind !== 'event') return false;
    if (exchange.told.event.type === 'error' && exchange.told.event.about === 'tls') return true;
  }
  return false;
}

function isOpen(exchange: Exchange): boolean {
  if (exchange.kind === 'command')
    return exchange.replies.length === 0 && !NOT_WAITED_FOR.has(exchange.command.verb) && !exchange.lost;
  return exchange.kind === 'message' && exchange.replies.length === 0;
}

/** QUIT was sent right behind the final dot, of which the answer is still due: the server did say to go on with the data. */
function isAwaited(session: Session, open: Step): boolean {
  if (open.exchange.kind === 'command') return session.serverSeen && isQuitInGroup(session);
  if (open.exchange.kind !== 'message' || open.exchange.data.end !== 'complete') return false;
  const asked = session.steps.findLast(
    ({ exchange }) => exchange.kind === 'command' && exchange.command.verb === 'DATA',
  );
  return asked?.exchange.kind === 'command' && asked.exchange.replies.length > 0;
}

/** QUIT, never answered, was sent in one group with what came before it: the client waited for all of those answers. */
function isQuitInGroup({ after: { ended } }: Session): boolean {
  if (ended?.by !== 'quit') return false;
  const { replies, sentBeforeReplyTo, lost } = ended.exchange;
  return replies.length === 0 && sentBeforeReplyTo !== undefined && !lost;
}

/** An empty line asks nothing. */
const NOT_WAITED_FOR: ReadonlySet<string> = new Set(['QUIT', '']);

function variantOf(session: Session, event: { readonly about: string }, open: Step | undefined): string {
  if (event.about === 'connect') return 'connect';
  if (open?.exchange.kind === 'command') return 'command';
  if (open?.exchange.kind === 'message') return open.exchange.data.end === 'complete' ? 'final-dot' : 'data';
  const silent = !session.steps.some(({ exchange }) => 'replies' in exchange && exchange.replies.length > 0);
  const isCut = session.steps.some(({ exchange }) => exchange.kind === 'event' && exchange.told.event.type === 'gap');
  if (silent && !session.clientSeen && !isCut) return 'greeting';
  return event.about === 'timeout' ? 'timeout' : 'default';
}

function pointAt(open: Step | undefined, { event, time }: Told): Related[] {
  const { said, what } = waitingFor(open?.exchange);
  if (said === undefined) return [];
  const isTimeout = event.type === 'error' && event.about === 'timeout';
  const early = isTimeout && TIMED.has(what) ? waitedLittle(said, time, replyLimit(what)) : [];
  return early.length > 0 ? early : [{ span: whole(said), note: 'said-here' }];
}

/** What the client said last of that for which it waits, and what that is. */
function waitingFor(open: Exchange | undefined): { readonly said?: Said | undefined; readonly what: string } {
  if (open?.kind === 'command') return { said: open.command.said, what: open.command.verb };
  if (open?.kind !== 'message') return { what: '' };
  return { said: open.data.last, what: open.data.end === 'complete' ? 'message' : '' };
}

/** For their answers RFC 5321 says how long a client waits. */
const TIMED: ReadonlySet<string> = new Set(['MAIL', 'RCPT', 'DATA', 'message']);
