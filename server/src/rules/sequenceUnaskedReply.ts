import type { Session, Step } from '../transcript/reader';
import { replySpan } from './about';
import { fixesAt, type Mending } from './fixing';
import { answersSmuggled } from './framingSmuggling';
import { restOfOther } from './otherProtocol';
import type { Fix, Problem, Rule, RulePage } from './rule';
import { linesOfExchange } from './rule';

export const sequenceUnaskedReply: Rule = {
  category: 'sequence',
  code: 'sequence.unasked-reply',
  severity: 'warning',
  title: { en: 'Reply that nobody asked for', 'zh-cn': '无人询问的回复' },
  messages: {
    default: {
      en: '{code} answers no command: every command before it has its reply',
      'zh-cn': '{code} 没有对应的命令：此前每条命令都已得到回复',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2' },
    { rfc: 5321, section: '3.8' },
  ],
  needs: ['unasked'],
  check,
  fixes: /* @__PURE__ */ fixesAt('unasked', fixes),
};

export const sequenceUnaskedReplyPage = (): RulePage => ({
  code: 'sequence.unasked-reply',
  explanation: {
    en: 'One command has one reply. A reply too many puts client and server out of step: each following answer is taken for the answer to the next command. Only 421 may come unasked. Look for a reply that was split, a proxy that answers too, or a command missing from the log.',
    'zh-cn':
      '一条命令对应一个回复。多出的回复会使客户端与服务器错位：此后每个回复都会被当作下一条命令的回复。只有 421 可以主动发出。请检查是否有被拆开的回复、同时应答的代理，或日志中缺失的命令。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: NOOP
S: 250 2.0.0 Ok
S: 250 2.0.0 Ok
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: NOOP
S: 250 2.0.0 Ok
S: 421 4.3.2 mx.example.org shutting down
`,
  },
});

function* check(session: Session): Generator<Problem> {
  // framing.smuggling says what they answer.
  if (!session.clientSeen || !session.serverSeen || answersSmuggled(session)) return;
  let asked = false;
  const foreign = restOfOther(session);
  let previous: Step | undefined;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'event' && exchange.told.event.type === 'gap') asked = false;
    if (exchange.kind === 'command') asked = true;
    // Where the log does not show whether it is LMTP, it may be.
    const lmtp = previous?.exchange.kind === 'message' && step.before.protocol !== 'smtp';
    if (exchange.kind !== 'unasked') previous = step;
    if (exchange.kind !== 'unasked' || !asked || lmtp) continue;
    const reply = exchange.replies[0];
    if (reply.code >= 500 && foreign.has(step)) continue;
    // Many a log hides an AUTH: what goes on behind its challenge answers what is hidden.
    if (reply.code === 334) {
      asked = false;
      continue;
    }
    if (reply.code === 421 || step.before.ended !== undefined || (step.before.tls !== 'active' && reply.code === 220))
      continue;
    yield { variant: 'default', values: { code: reply.code }, span: replySpan(reply), related: [], step };
  }
}

function fixes({ exchange }: Mending<'unasked'>): Fix[] {
  const lines = linesOfExchange(exchange);
  return [{ title: 'remove-reply', values: {}, edits: [{ kind: 'delete', lines }], preferred: false }];
}
