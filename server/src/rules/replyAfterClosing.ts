import type { Session, Step } from '../transcript/reader';
import type { Ended } from '../transcript/session';
import { isBefore, type Reply } from '../transcript/transcript';
import { replySpan } from './about';
import { opened, QUIT } from './exampleSessions';
import { fixesAt, type Mending } from './fixing';
import { heardIn } from './replies';
import { type Fix, linesOfExchange, type Problem, type Rule, type RulePage } from './rule';

export const replyAfterClosing: Rule = {
  category: 'reply',
  code: 'reply.after-closing',
  severity: 'warning',
  title: { en: 'The server talks on after 221 or 421', 'zh-cn': '服务器在 221 或 421 之后继续发言' },
  messages: {
    default: {
      en: '{code} comes after {closing}, with which the server had taken its leave',
      'zh-cn': '{code} 出现在 {closing} 之后，而服务器此前已用它告别',
    },
    answered: {
      en: 'The server said {closing} and still answers: it did not close the connection',
      'zh-cn': '服务器已说 {closing} 却仍在回复：它没有关闭连接',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.10' },
    { rfc: 5321, section: '3.8' },
  ],
  needs: ['unasked', 'refusal'],
  check,
  fixes: /* @__PURE__ */ fixesAt('unasked', fixes),
};

export const replyAfterClosingPage = (): RulePage => ({
  code: 'reply.after-closing',
  explanation: {
    en: 'After 221 to QUIT, and after 421, the server closes the connection and says nothing more. What still comes is a reply too many, or a server that keeps connections it has given up.',
    'zh-cn':
      '对 QUIT 回复 221 之后，以及 421 之后，服务器应关闭连接，不再发言。此后仍然到来的，是多余的回复，或服务器保留了已放弃的连接。',
  },
  examples: {
    bad: `${opened()}${QUIT}S: 250 2.0.0 Ok\n`,
    good: `${opened()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  if (!session.clientSeen) return;
  if (session.steps.every(({ before }) => before.ended === undefined)) return;
  for (const { reply, place, step, command } of heardIn(session)) {
    const { ended } = step.before;
    const closing = ended === undefined ? undefined : closingOf(ended);
    if (closing === undefined) continue;
    const related = [{ span: replySpan(closing), note: 'said-here' } as const];
    const values = { code: reply.code, closing: closing.code };
    if (place === 'UNASKED') yield { variant: 'default', values, span: replySpan(reply), related, step };
    else if (ended?.by === 'server' && reply.code !== 421 && command !== undefined && sentAfter(step, closing)) {
      yield { variant: 'answered', values, span: replySpan(reply), related, severity: 'information', step };
      return;
    }
  }
}

function closingOf(ended: Ended) {
  return ended.by === 'quit' ? ended.exchange.replies.at(-1) : ended.reply;
}

/** Commands sent before the 421 may be answered before the connection goes; QUIT is the proper answer to 421. */
function sentAfter({ exchange }: Step, closing: Parameters<typeof replySpan>[0]): boolean {
  if (exchange.kind !== 'command' || exchange.command.verb === 'QUIT') return false;
  return isBefore((closing.lines[0] as Reply['lines'][number]).said, exchange.command.said);
}

function fixes({ exchange }: Mending<'unasked'>): Fix[] {
  const lines = linesOfExchange(exchange);
  return [{ title: 'remove-reply', values: {}, edits: [{ kind: 'delete', lines }], preferred: false }];
}
