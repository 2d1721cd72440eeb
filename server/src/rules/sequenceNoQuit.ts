import type { Session } from '../transcript/reader';
import type { Exchange } from '../transcript/transcript';
import { isForeign, whole } from './about';
import { replyAt } from './fixing';
import { successReply } from './repairs';
import type { Fix, FixLine, Problem, Rule, RulePage } from './rule';

export const sequenceNoQuit: Rule = {
  category: 'sequence',
  code: 'sequence.no-quit',
  severity: 'hint',
  title: { en: 'The session ends without QUIT', 'zh-cn': '会话未以 QUIT 结束' },
  messages: {
    default: { en: 'The session ends without QUIT', 'zh-cn': '会话未发送 QUIT 就结束' },
  },
  sources: [{ rfc: 5321, section: '4.1.1.10' }],
  needs: ['no-quit'],
  alike: true,
  check,
  fixes,
};

export const sequenceNoQuitPage = (): RulePage => ({
  code: 'sequence.no-quit',
  explanation: {
    en: 'A client should end a session with QUIT and wait for 221. Most servers do not mind; some log it as a lost connection, and a message accepted just before may be sent again by a client that never saw the answer.',
    'zh-cn':
      '客户端应以 QUIT 结束会话并等待 221。多数服务器并不介意；有的会记为连接丢失，而没有看到回复的客户端可能会把刚被接受的邮件再发一次。',
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
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
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
  const { after, steps } = session;
  if (session.goesOn) return;
  if (after.ended !== undefined || !after.whole || !session.clientSeen || !session.serverSeen) return;
  const last = steps.findLast(({ exchange }) => exchange.kind !== 'event');
  // A cut log, a broken connection or a refusing server is another matter.
  if (last === undefined || !('replies' in last.exchange) || last.exchange.kind === 'greeting') return;
  // What comes after STARTTLS is inside TLS, and not in this log.
  if (last.exchange.kind === 'command' && last.exchange.command.verb === 'STARTTLS') return;
  if (last.exchange.replies.length === 0 || after.greeting.kind === 'refused') return;
  if (steps.some(({ exchange }) => endsOtherwise(exchange))) return;
  const said = last.exchange.replies.at(-1)?.lines.at(-1)?.said;
  if (said !== undefined) yield { variant: 'default', values: {}, span: whole(said), related: [], step: last };
}

/** The log is cut, the connection broke, or the client speaks another protocol. */
function endsOtherwise(exchange: Exchange): boolean {
  if (exchange.kind === 'command') return isForeign(exchange);
  return exchange.kind === 'event' && (exchange.told.event.type === 'error' || exchange.told.event.type === 'gap');
}

function fixes(problem: Problem): Fix[] {
  const { step, span } = problem;
  const said = replyAt(problem)?.lines.find((line) => line.said.line === span.line)?.said;
  if (said === undefined || step === undefined) return [];
  const lines: FixLine[] = [
    { speaker: 'client', text: 'QUIT' },
    { speaker: 'server', text: successReply('QUIT', step.before) },
  ];
  const edits = [{ kind: 'insert', before: said.line + 1, like: said, lines } as const];
  return [{ title: 'insert-quit', values: {}, edits, preferred: true }];
}
