import type { Session } from '../transcript/reader';
import type { Said } from '../transcript/transcript';
import { answer, whole } from './about';
import { fixesAt, type Mending } from './fixing';
import { successReply } from './repairs';
import type { Fix, FixEdit, FixLine, Problem, Rule, RulePage } from './rule';

export const sequenceCommandInData: Rule = {
  category: 'sequence',
  code: 'sequence.command-in-data',
  severity: 'error',
  title: { en: 'Command inside mail data', 'zh-cn': '邮件数据中的命令' },
  messages: {
    default: {
      en: '{verb} is mail data here: DATA was accepted and no line with a single dot ended the message',
      'zh-cn': '此处的 {verb} 属于邮件数据：DATA 已被接受，而邮件尚未以单独一个点的行结束',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.4' },
    { rfc: 5321, section: '4.5.2' },
  ],
  needs: ['unfinished-data'],
  check,
  fixes: /* @__PURE__ */ fixesAt('message', fixes),
};

export const sequenceCommandInDataPage = (): RulePage => ({
  code: 'sequence.command-in-data',
  explanation: {
    en: 'After 354 everything is mail data until a line with a single dot. A command sent before that dot becomes part of the message and the server keeps waiting, until it times out with 421 or the client gives up.',
    'zh-cn':
      '收到 354 之后，直到单独一个点的行为止，一切都是邮件数据。在此之前发送的命令会成为邮件的一部分，服务器则一直等待，直到以 421 超时或客户端放弃。',
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
C: QUIT
S: 421 4.4.2 mx.example.org Error: timeout exceeded
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
C: QUIT
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'message') continue;
    const { data } = exchange;
    const stray = data.commandLike.at(-1);
    // A message may quote a session: only a command where the data breaks off is one that somebody meant.
    if (data.end === 'complete' || stray === undefined || stray !== data.last) continue;
    const said = runOf(data.commandLike)[0] as Said;
    const cause =
      exchange.command === undefined ? [] : [{ span: whole(exchange.command.said), note: 'cause' } as const];
    yield {
      variant: 'default',
      values: { verb: verbOf(said) },
      span: whole(said),
      related: [...cause, ...answer(exchange)],
      step,
    };
  }
}

/** The command-like lines that stand directly one after the other at the end. */
function runOf(lines: readonly Said[]): readonly Said[] {
  const before = lines.findLastIndex(
    (said, index) => said.line + 1 !== lines[index + 1]?.line && index < lines.length - 1,
  );
  return lines.slice(before + 1);
}

function verbOf({ text }: Said): string {
  return (text.split(' ', 1)[0] as string).toUpperCase();
}

/** The message gets its end; and where its answer was the last that the server said, the commands get theirs. */
function fixes({ exchange, step, session }: Mending<'message'>): Fix[] {
  const run = runOf(exchange.data.commandLike);
  const first = run[0] as Said;
  const dot: FixLine[] = [
    { speaker: 'client', text: '.' },
    { speaker: 'server', text: successReply('', step.before) },
  ];
  const edits: FixEdit[] = [{ kind: 'insert', before: first.line, like: first, lines: dot }];
  const refusal = exchange.replies[0]?.lines[0].said;
  if (refusal !== undefined && session.steps.at(-1)?.exchange === exchange) {
    const lines = run.map((said) => ({ speaker: 'server', text: successReply(verbOf(said), step.before) }) as const);
    edits.push({ kind: 'replace', said: refusal, lines });
  }
  return [{ title: 'insert-dot', values: {}, edits, preferred: true }];
}
