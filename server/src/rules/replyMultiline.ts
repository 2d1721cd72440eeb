import { firstAt } from '../transcript/ordered';
import type { Session, Step } from '../transcript/reader';
import type { Reply, ReplyLine, Told } from '../transcript/transcript';
import { whole } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { replyAt } from './fixing';
import { heardIn } from './replies';
import { rewriteReply } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const replyMultiline: Rule = {
  category: 'reply',
  code: 'reply.multiline',
  severity: 'error',
  title: { en: 'Broken multi-line reply', 'zh-cn': '多行回复有误' },
  messages: {
    changes: {
      en: 'The lines of one reply have different codes: {first}, then {code}',
      'zh-cn': '同一回复各行的代码不同：先是 {first}，后是 {code}',
    },
    unfinished: {
      en: 'The last line of this {code} reply never came: a hyphen after the code announces another line',
      'zh-cn': '这个 {code} 回复的最后一行始终没有到来：代码后的连字符表示后面还有一行',
    },
  },
  sources: [{ rfc: 5321, section: '4.2.1' }],
  needs: ['unusual-reply'],
  check,
  fixes,
};

export const replyMultilinePage = (): RulePage => ({
  code: 'reply.multiline',
  explanation: {
    en: 'Every line of a reply has the same code; a hyphen after it says that another line follows, a blank that this is the last. Clients look at the last line’s code, or at the first’s, so a change makes them disagree. A reply whose last line has a hyphen leaves the client waiting until it gives up.',
    'zh-cn':
      '一个回复的每一行代码都相同；代码后的连字符表示后面还有行，空格表示这是最后一行。有的客户端看最后一行的代码，有的看第一行，代码改变会导致理解不一致。最后一行若带连字符，客户端会一直等到超时。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250-2.1.0 Sender noted
S: 251 2.1.0 Ok
${QUIT}`,
    good: `${opened()}${delivered().replace('S: 250 2.1.0 Ok\n', 'S: 250-2.1.0 Sender noted\nS: 250 2.1.0 Ok\n')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const { steps } = session;
  const commands = commandLines(session);
  const last = steps.findLastIndex(({ exchange }) => exchange.kind !== 'event');
  for (const { reply, step } of heardIn(session)) {
    const first = reply.lines[0];
    const changed = reply.lines.find(({ code }) => code !== first.code);
    // A command between the lines: they may be two replies of a log that shows only some lines of each.
    if (changed !== undefined && !isInterrupted(reply, commands)) {
      const values = { first: first.code, code: changed.code };
      const related = [{ span: whole(first.said), note: 'first-here' } as const];
      yield { variant: 'changes', values, span: whole(changed.said), related, step };
    }
    const end = reply.complete || step !== steps[last] ? undefined : endAround(steps, last);
    if (end === undefined) continue;
    const line = reply.lines.at(-1) as ReplyLine;
    const related = [{ span: whole(end), note: 'close' } as const];
    yield {
      variant: 'unfinished',
      values: { code: line.code },
      span: whole(line.said),
      related,
      severity: 'warning',
      step,
    };
  }
}

/**
 * The server fell silent after the last thing said: the next thing that the log shows is a timeout or the loss of the
 * connection. A log that goes on may leave lines of replies out, and one that just stops may be cut.
 */
function endAround(steps: readonly Step[], last: number): Told | undefined {
  const ends = [...steps.slice(last + 1), ...steps.slice(Math.max(0, last - 1), last)].flatMap(({ exchange }) =>
    exchange.kind === 'event' ? [exchange.told] : [],
  );
  return ends.find(({ event }) => event.type === 'error' && (event.about === 'timeout' || event.about === 'lost'));
}

/** `commands`: the lines on which commands stand, ascending. */
function isInterrupted(reply: Reply, commands: readonly number[]): boolean {
  const from = reply.lines[0].said.line;
  const to = (reply.lines.at(-1) as ReplyLine).said.line;
  const next = commands[firstAt(commands, from + 1, (line) => line)];
  return next !== undefined && next < to;
}

function commandLines({ steps }: Session): readonly number[] {
  const lines: number[] = [];
  for (const { exchange } of steps) if (exchange.kind === 'command') lines.push(exchange.command.said.line);
  return lines.sort((a, b) => a - b);
}

function fixes(problem: Problem): Fix[] {
  const reply = problem.variant === 'changes' ? replyAt(problem) : undefined;
  if (reply === undefined) return [];
  const code = reply.lines[0].said.text.slice(0, 3);
  const values = { with: code };
  return rewriteReply(reply, ({ said }) => `${code}${said.text.slice(3)}`, { title: 'write-as', values });
}
