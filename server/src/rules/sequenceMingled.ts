import { mingledAt } from '../transcript/mingled';
import type { Session } from '../transcript/reader';
import { finalReply } from '../transcript/transcript';
import { replySpan, whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const sequenceMingled: Rule = {
  category: 'sequence',
  code: 'sequence.mingled',
  severity: 'information',
  title: { en: 'Several connections in one dialogue', 'zh-cn': '一段对话中混有多个连接' },
  messages: {
    default: {
      en: 'Several connections speak at a time here, and the log does not say which: their order is not judged',
      'zh-cn': '此处有多个连接同时发言，而日志没有说明各是哪一个：不判断其顺序',
    },
  },
  sources: [{ rfc: 5321, section: '3.1' }],
  needs: [],
  ofMingled: true,
  check,
};

export const sequenceMingledPage = (): RulePage => ({
  code: 'sequence.mingled',
  explanation: {
    en: 'A server greets once, says EHLO’s answer once before STARTTLS, and nothing after 221. Where it does so again, a program wrote what several connections said into one log, without a name for each. Which command belongs to which reply cannot be told then. Let one connection run at a time, or have the program write the name of the connection before each line.',
    'zh-cn':
      '服务器只问候一次，在 STARTTLS 之前只回答一次 EHLO，并且在 221 之后不再发言。如果这些再次出现，说明程序把多个连接的内容写进了同一个日志，而没有标明各行属于哪个连接。此时无法判断哪个回复对应哪条命令。请一次只运行一个连接，或让程序在每行前写出连接的名称。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
S: 220 mx.example.org ESMTP
C: EHLO one.example.com
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
C: EHLO two.example.com
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
C: MAIL FROM:<carol@example.com>
S: 250 2.1.0 Ok
S: 250 2.1.0 Ok
C: QUIT
S: 221 2.0.0 Bye
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO one.example.com
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 Bye
S: 220 mx.example.org ESMTP
C: EHLO two.example.com
S: 250-mx.example.org
S: 250 ENHANCEDSTATUSCODES
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  const step = mingledAt(session);
  if (step === undefined) return;
  const { exchange } = step;
  const reply = finalReply(exchange);
  const span = exchange.kind === 'command' ? whole(exchange.command.said) : reply && replySpan(reply);
  if (span !== undefined) yield { variant: 'default', values: {}, span, related: [], step };
}
