import { readPath } from '../transcript/command';
import { owned } from '../transcript/lines';
import type { Session, Step } from '../transcript/reader';
import {
  finalReply,
  isBefore,
  type MessageExchange,
  type Ordered,
  type Reply,
  type Said,
  type Span,
  type Told,
} from '../transcript/transcript';
import { whole } from './about';
import type { Deliveries, Problem, Related, Rule, RulePage } from './rule';
import { firstWord } from './serverName';
import { spell } from './timings';

/** So many recipients that were put off are remembered across the sessions of a file; the oldest go first. */
export const MOST_PUT_OFF = 10_000;

export const deliveryRepeatedAttempt: Rule = {
  category: 'delivery',
  code: 'delivery.repeated-attempt',
  severity: 'information',
  title: { en: 'Another attempt at the same delivery', 'zh-cn': '同一投递的再次尝试' },
  messages: {
    accepted: {
      en: '<{to}> from <{from}> was put off in an earlier session and is accepted now: attempt {attempt}',
      'zh-cn': '<{from}> 发往 <{to}> 的邮件此前曾被推迟，现在被接受：第 {attempt} 次尝试',
    },
    again: {
      en: '<{to}> from <{from}> is turned down again: attempt {attempt}',
      'zh-cn': '<{from}> 发往 <{to}> 的邮件再次未被接受：第 {attempt} 次尝试',
    },
    duplicate: {
      en: 'Another message from <{from}> to <{to}>: the earlier session broke off before its answer, so that this may be a duplicate',
      'zh-cn': '<{from}> 再次向 <{to}> 发送邮件：之前的会话在得到回复之前中断，因此可能重复',
    },
    refused: {
      en: 'The message {id} for <{to}> is sent again after it was refused for good: {code}',
      'zh-cn': '发往 <{to}> 的邮件 {id} 被永久拒绝后再次发送：{code}',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2.5' },
    { rfc: 5321, section: '4.5.4.1' },
    { document: 'RFC 1047', url: 'https://www.rfc-editor.org/rfc/rfc1047.html' },
  ],
  needs: [],
  check: () => [],
  concerns: recipientsOf,
  tells: ['refusal', 'refused-recipient', 'tool-error'],
  echoes: (session) => !session.steps.some(putsOff),
  across() {
    const memory: Memory = { putOff: new Map(), refused: new Map(), refusedIds: new Map() };
    return {
      see: (asked: readonly (Asked | Sent)[]) => compare(asked, memory),
      isIdle: (deliveries) => isIdle(memory, deliveries),
    };
  },
};

export const deliveryRepeatedAttemptPage = (): RulePage => ({
  code: 'delivery.repeated-attempt',
  explanation: {
    en: 'Sender and recipient are those of a delivery that an earlier session of this file did not bring to an end: the server put it off (greylisting, a full mailbox, a limit), or the connection was lost after the final dot. The log does not prove that it is the same message; of one that was refused for good, the Message-ID does, and it should not be sent again. A client should wait at least 30 minutes between attempts and go on for four to five days.',
    'zh-cn':
      '发件人和收件人与本文件较早会话中未完成的投递相同：服务器推迟了它（灰名单、邮箱已满、限制），或在结束点之后连接丢失。日志不能证明是同一封邮件；被永久拒绝的邮件则由 Message-ID 证明，不应再次发送。客户端两次尝试之间应至少间隔 30 分钟，并持续四到五天。',
  },
  examples: {
    bad: `--- session one ---
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 450 Greylisted
C: QUIT
S: 221 Bye
--- session two ---
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
    good: `--- session one ---
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 450 Greylisted
C: QUIT
S: 221 Bye
--- session two ---
S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<carol@example.org>
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});

/** A recipient may have to be asked for again: nothing else is remembered. */
function putsOff({ exchange }: Step): boolean {
  if (exchange.kind === 'event') return isLoss(exchange.told);
  const code = finalReply(exchange)?.code;
  return code !== undefined && code >= 400 && (code < 500 || exchange.kind === 'message');
}

/** A line of the file, with what tells what came before what. */
interface Place extends Span, Ordered {
  readonly time: number | undefined;
}

function placeOf(said: Said): Place {
  return { order: said.order, time: said.time, ...whole(said) };
}

interface Attempt {
  readonly at: Place;
  /** The answer that put it off. */
  readonly settled: Place;
  /** Code that put it off; undefined when the connection was lost before the answer. */
  readonly code: number | undefined;
  readonly attempts: number;
  readonly server: string;
}

interface Memory {
  /** By sender and recipient. */
  readonly putOff: Map<string, Attempt>;
  /** By message and recipients. */
  readonly refused: Map<string, Attempt>;
  /** Their messages; none of those that are in `refused` is missing. */
  readonly refusedIds: Map<string, true>;
}

function isIdle({ putOff, refused, refusedIds }: Memory, deliveries: Deliveries | undefined): boolean {
  if (putOff.size + refused.size === 0) return true;
  if (deliveries === undefined) return false;
  const { envelopes, messageIds } = deliveries;
  return !messageIds.some((id) => refusedIds.has(id)) && !envelopes.some(({ from, to }) => putOff.has(keyOf(from, to)));
}

function* compare(asked: readonly (Asked | Sent)[], memory: Memory): Generator<Problem> {
  const { putOff } = memory;
  for (const each of asked) {
    if ('id' in each) {
      yield* compareSent(each, memory);
      continue;
    }
    const { said, reply, code, from, to } = each;
    const key = keyOf(from, to);
    const earlier = putOff.get(key);
    putOff.delete(key);
    // What was asked before the other one was put off is no new attempt: the log shows both sides of a proxy.
    const atOnce = earlier !== undefined && isBefore(said, earlier.settled);
    const attempts = (earlier?.attempts ?? 0) + (atOnce ? 0 : 1);
    if (earlier !== undefined && !atOnce) {
      const variant =
        code !== undefined && code >= 400 ? 'again' : earlier.code === undefined ? 'duplicate' : 'accepted';
      const values = { from, to, attempt: attempts };
      yield { variant, values, span: said, related: [before(earlier, each), answered(reply)] };
    }
    const open = code === undefined || (code >= 400 && code < 500);
    if (!open) continue;
    remember(putOff, key, { at: said, settled: each.settled, code, attempts, server: owned(each.server) });
  }
}

/** As the latest: the oldest go first. */
function remember<T>(known: Map<string, T>, key: string, what: T): void {
  known.delete(key);
  known.set(key, what);
  const oldest = known.size > MOST_PUT_OFF ? known.keys().next().value : undefined;
  if (oldest !== undefined) known.delete(oldest);
}

/** A message that was refused for good, and one with its Message-ID for the same recipients. */
function* compareSent({ id, to, said, reply }: Sent, { refused, refusedIds }: Memory): Generator<Problem> {
  const key = `${id}\n${to.join('\n')}`;
  const earlier = refused.get(key);
  if (earlier?.code !== undefined && !isBefore(said, earlier.settled)) {
    const { at, code } = earlier;
    const related = [{ span: at, note: 'refusal', values: { code } } as const];
    yield { variant: 'refused', values: { id, to: to.join('>, <'), code }, span: said, related };
  }
  if (reply === undefined || reply.code < 500) return;
  remember(refused, key, { at: reply.said, settled: reply.said, code: reply.code, attempts: 1, server: '' });
  remember(refusedIds, owned(id), true);
}

function before({ at, code, server }: Attempt, now: Asked): Related {
  if (code === undefined) return { span: at, note: 'lost-before' };
  const passed = server !== '' && server === now.server ? passedBetween(at, now.said) : undefined;
  if (passed !== undefined && passed < HALF_AN_HOUR)
    return { span: at, note: 'put-off-soon', values: { code, time: spell(passed) } };
  return { span: at, note: 'put-off-before', values: { code } };
}

/** Milliseconds between two sessions, where the log shows the day. */
function passedBetween({ time: start }: Place, { time: end }: Place): number | undefined {
  return start !== undefined && end !== undefined && start >= A_DAY && end >= start ? end - start : undefined;
}

const HALF_AN_HOUR = 1_800_000;
const A_DAY = 86_400_000;

function answered({ said, code }: Asked['reply']): Related {
  return { span: said, note: code >= 400 ? 'refusal' : 'reply', values: { code } };
}

interface Asked {
  readonly said: Place;
  /** The first line of the answer to RCPT, and its code. */
  readonly reply: { readonly said: Place; readonly code: number };
  /** The answer that decided what became of it. */
  readonly settled: Place;
  readonly from: string;
  readonly to: string;
  /** What became of it: 250 for a message taken or not known to be lost, undefined when its answer was lost. */
  readonly code: number | undefined;
  /** How the server greets: another one may be tried at once. */
  readonly server: string;
}

/** A message whose Message-ID is shown. */
interface Sent {
  readonly id: string;
  /** Recipients, lower case. */
  readonly to: readonly string[];
  /** Its first line. */
  readonly said: Place;
  readonly reply: Asked['reply'] | undefined;
}

function sentOf({ data }: MessageExchange, to: readonly Asked[], reply: Reply | undefined): Sent[] {
  const { messageId, first } = data;
  if (messageId === undefined || first === undefined || to.length === 0 || to.length > MOST_RECIPIENTS) return [];
  const addresses = to.map((each) => each.to.toLowerCase()).sort();
  const answer = reply === undefined ? undefined : { said: placeOf(reply.lines[0].said), code: reply.code };
  return [{ id: messageId, to: addresses, said: placeOf(first), reply: answer }];
}

/** Messages for more are not compared. */
const MOST_RECIPIENTS = 100;

function keyOf(from: string, to: string): string {
  return `${from}\n${to}`.toLowerCase();
}

/** Recipients of a session with what became of them. Each pair of sender and recipient once: the first. */
function recipientsOf(session: Session): (Asked | Sent)[] | undefined {
  const sent: Sent[] = [];
  const asked = new Map<string, Asked>();
  let current: Asked[] = [];
  let server = '';
  const isLost = session.steps.some(({ exchange }) => exchange.kind === 'event' && isLoss(exchange.told));
  for (const { exchange, before: state } of session.steps) {
    if (exchange.kind === 'greeting' && exchange.replies[0] !== undefined) server = firstWord(exchange.replies[0]);
    if (exchange.kind === 'message') {
      const reply = finalReply(exchange);
      const lost = reply === undefined && exchange.data.end === 'complete' && isLost;
      const putOff = reply !== undefined && reply.code >= 400 && state.protocol !== 'lmtp';
      for (const each of current) {
        if ((each.code ?? 0) >= 400) continue;
        if (lost) asked.set(keyOf(each.from, each.to), { ...each, code: undefined });
        else if (putOff)
          asked.set(keyOf(each.from, each.to), { ...each, code: reply.code, settled: placeOf(reply.lines[0].said) });
      }
      const taken = current.filter(({ code }) => (code ?? 0) < 400);
      if (state.protocol !== 'lmtp') sent.push(...sentOf(exchange, taken, reply));
      current = [];
    }
    if (exchange.kind !== 'command' || exchange.command.verb !== 'RCPT' || state.transaction.kind !== 'open') continue;
    const reply = finalReply(exchange);
    const first = reply?.lines[0].said;
    const to = readPath(exchange.command).address;
    if (reply === undefined || first === undefined || to === '') continue;
    const { code } = reply;
    const from = readPath(state.transaction.mail.command).address;
    const said = placeOf(exchange.command.said);
    const settled = placeOf(first);
    const each: Asked = { said, reply: { said: settled, code }, settled, from, to, code, server };
    current.push(each);
    const key = keyOf(from, to);
    if (!asked.has(key)) asked.set(key, each);
  }
  return asked.size === 0 ? undefined : [...asked.values(), ...sent];
}

function isLoss({ event }: Told): boolean {
  return event.type === 'error' && event.about === 'lost';
}
