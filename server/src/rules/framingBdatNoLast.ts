import type { Session } from '../transcript/reader';
import { accepted, type Exchange, type Said, type Told } from '../transcript/transcript';
import { answer, whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const framingBdatNoLast: Rule = {
  category: 'framing',
  code: 'framing.bdat-no-last',
  severity: 'warning',
  title: { en: 'BDAT chunks without LAST', 'zh-cn': 'BDAT 分块没有 LAST' },
  messages: {
    default: {
      en: 'The session ends after BDAT without LAST: the message is not complete and was not delivered',
      'zh-cn': '会话在没有 LAST 的 BDAT 之后结束：邮件不完整，未投递',
    },
  },
  sources: [{ rfc: 3030, section: '2' }],
  needs: ['chunks'],
  check,
};

export const framingBdatNoLastPage = (): RulePage => ({
  code: 'framing.bdat-no-last',
  explanation: {
    en: 'Only BDAT with LAST (`BDAT 0 LAST` will do) ends a message sent in chunks; until then the server keeps it and throws it away when the session ends.',
    'zh-cn':
      '只有带 LAST 的 BDAT（`BDAT 0 LAST` 也可以）才结束分块发送的邮件；在此之前服务器只是暂存，会话结束时即丢弃。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: BDAT 7
C: Hello
S: 250 Ok
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250 CHUNKING
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: BDAT 7
C: Hello
S: 250 Ok
C: RSET
S: 250 Ok
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange, before } = step;
    const end = endSaid(exchange);
    if (end === undefined) continue;
    const { transaction } = before;
    const chunk = transaction.kind === 'open' ? transaction.chunk : undefined;
    if (chunk === undefined || chunk.replies.length === 0 || !accepted(chunk)) return;
    const related = [{ span: whole(chunk.command.said), note: 'cause' } as const, ...answer(chunk)];
    yield { variant: 'default', values: {}, span: whole(end), related, step };
    return;
  }
}

/** QUIT, or the word that the client closed the connection. */
function endSaid(exchange: Exchange): Said | Told | undefined {
  if (exchange.kind === 'command') {
    return exchange.command.verb === 'QUIT' && !exchange.lost ? exchange.command.said : undefined;
  }
  if (exchange.kind !== 'event') return undefined;
  const { event } = exchange.told;
  return event.type === 'close' && event.by === 'client' ? exchange.told : undefined;
}
