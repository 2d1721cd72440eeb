import type { Session, Step } from '../transcript/reader';
import { isBefore, type MailData, type Reply } from '../transcript/transcript';
import { replySpan, whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const framingEarlyData: Rule = {
  category: 'framing',
  code: 'framing.early-data',
  severity: 'error',
  title: { en: 'Mail data before the 354', 'zh-cn': '在 354 之前发送邮件数据' },
  messages: {
    default: {
      en: 'The message was sent before the server’s {code} to DATA',
      'zh-cn': '在服务器对 DATA 回复 {code} 之前就发送了邮件',
    },
  },
  sources: [
    { rfc: 2920, section: '3.1' },
    { rfc: 5321, section: '4.1.1.4' },
  ],
  needs: ['early-data'],
  check,
};

export const framingEarlyDataPage = (): RulePage => ({
  code: 'framing.early-data',
  explanation: {
    en: 'After DATA the client waits for 354: the server may refuse, and then every line of the message is a command to it. DATA is the last of a pipelined group for that reason. Servers log such clients as `improper command pipelining after DATA` and many refuse them; scripts that pour a whole session into `nc` are the usual cause. Only CHUNKING (BDAT) sends a message without waiting.',
    'zh-cn':
      '发送 DATA 之后，客户端要等待 354：服务器可能拒绝，那样邮件的每一行都会被当作命令。因此 DATA 必须是流水线一组中的最后一条。服务器会把这种客户端记为 `improper command pipelining after DATA`，许多会拒绝；常见原因是脚本把整个会话一次灌入 `nc`。只有 CHUNKING（BDAT）可以不等待就发送邮件。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
C: Subject: hello
C: 
C: no patience
C: .
S: 354 Go ahead
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 PIPELINING
C: MAIL FROM:<alice@example.com>
C: RCPT TO:<bob@example.org>
C: DATA
S: 250 Ok
S: 250 Ok
S: 354 Go ahead
C: Subject: hello
C: 
C: patience
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let go: { readonly reply: Reply; readonly command: unknown } | undefined;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'command' && exchange.command.verb === 'DATA') {
      const reply = exchange.replies.at(-1);
      go = reply?.code === 354 ? { reply, command: exchange.command } : undefined;
    }
    if (exchange.kind !== 'message' || exchange.command !== go?.command || go === undefined) continue;
    if (startsBefore(exchange.data, go.reply)) yield problem(exchange.data, go.reply, step);
  }
}

function startsBefore({ first, elided }: MailData, reply: Reply): boolean {
  const answered = reply.lines[0].said;
  return !elided && first !== undefined && answered !== undefined && isBefore(first, answered);
}

function problem({ first }: MailData, reply: Reply, step: Step): Problem {
  return {
    variant: 'default',
    values: { code: reply.code },
    span: first === undefined ? replySpan(reply) : whole(first),
    related: [{ span: replySpan(reply), note: 'reply', values: { code: reply.code } }],
    step,
  };
}
