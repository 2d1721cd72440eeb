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
    const said = firstOfRun(data.commandLike);
    const cause =
      exchange.command === undefined ? [] : [{ span: whole(exchange.command.said), note: 'cause' } as const];
    yield {
      variant: 'default',
      values: { verb: said.text.split(' ')[0]?.toUpperCase() ?? '' },
      span: whole(said),
      related: [...cause, ...answer(exchange)],
      step,
    };
  }
}

/** The first of the command-like lines that stand directly one after the other at the end. */
function firstOfRun(lines: readonly Said[]): Said {
  let first = lines.length - 1;
  while (first > 0 && (lines[first] as Said).line - (lines[first - 1] as Said).line === 1) first--;
  return lines[first] as Said;
}

function fixes({ exchange, step, session, problem }: Mending<'message'>): Fix[] {
  const said = firstOfRun(exchange.data.commandLike);
  const refusal = exchange.replies[0]?.lines[0]?.said;
  const ok = successReply('', step.before);
  const lines: FixLine[] = [
    { speaker: 'client', text: '.' },
    { speaker: 'server', text: ok },
  ];
  const insert: FixEdit = { kind: 'insert', before: said.line, like: said, lines };
  const verb = String(problem.values.verb);
  const isLast = refusal !== undefined && session.steps.at(-1)?.exchange === exchange;
  const answered: FixEdit[] = isLast
    ? [{ kind: 'replace', said: refusal, lines: [{ speaker: 'server', text: successReply(verb, step.before) }] }]
    : [];
  return [{ title: 'insert-dot', values: {}, edits: [insert, ...answered], preferred: true }];
}
