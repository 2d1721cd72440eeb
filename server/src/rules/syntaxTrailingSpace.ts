import { isKnownVerb } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { fixesAt, type Mending } from './fixing';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const syntaxTrailingSpace: Rule = {
  category: 'syntax',
  code: 'syntax.trailing-space',
  severity: 'hint',
  tag: 'superfluous',
  title: { en: 'Blanks at the end of a command', 'zh-cn': '命令末尾的空白' },
  messages: {
    default: {
      en: 'Blanks before the end of the line: servers should tolerate them, not all do',
      'zh-cn': '行尾前有空白：服务器应当容忍，但并非都如此',
    },
  },
  sources: [{ rfc: 5321, section: '4.1.1' }],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const syntaxTrailingSpacePage = (): RulePage => ({
  code: 'syntax.trailing-space',
  explanation: {
    en: 'A command ends with its last argument. Servers should tolerate blanks before the CRLF; some take them for part of the argument.',
    'zh-cn': '命令以最后一个参数结束。服务器应当容忍 CRLF 之前的空白，但有的会把它当作参数的一部分。',
  },
  examples: {
    bad: `${opened()}C: NOOP \nS: 250 2.0.0 Ok\n${QUIT}`,
    good: `${opened()}C: NOOP\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.afterRefusedData || exchange.lost) continue;
    const { verb, said } = exchange.command;
    // Where a log takes the secret out of an AUTH, the blank before it stays.
    if (!isKnownVerb(verb) || verb === 'AUTH' || said.elided !== undefined) continue;
    const end = said.text.trimEnd().length;
    if (end === said.text.length) continue;
    yield { variant: 'default', values: {}, span: locate(said, end, said.text.length), related: [], step };
  }
}

function fixes(at: Mending): Fix[] {
  return rewriteCommand(at, at.exchange.command.said.text.trimEnd(), { title: 'remove-blanks' });
}
