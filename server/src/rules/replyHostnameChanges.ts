import type { Session } from '../transcript/reader';
import { locate, type Reply, type Span } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { answersHello, heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';
import { firstWord } from './serverName';

export const replyHostnameChanges: Rule = {
  category: 'reply',
  code: 'reply.hostname-changes',
  severity: 'information',
  title: { en: 'The server’s name changes', 'zh-cn': '服务器名称前后不一' },
  messages: {
    default: {
      en: 'The server calls itself {name} here, {before} before',
      'zh-cn': '服务器在此自称 {name}，此前自称 {before}',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.1' },
    { rfc: 5321, section: '4.3.1' },
  ],
  needs: ['several-names'],
  alike: true,
  check,
};

export const replyHostnameChangesPage = (): RulePage => ({
  code: 'reply.hostname-changes',
  explanation: {
    en: 'The greeting and the answers to EHLO of one connection name the same server. Another name tells of a proxy that greets for the server behind it, of a half-done configuration, or of somebody in the middle who took over after STARTTLS.',
    'zh-cn':
      '同一连接的问候语与 EHLO 回复应给出同一个服务器名称。名称改变，可能是代理替后面的服务器问候、配置未完成，或有人在 STARTTLS 之后介入。',
  },
  examples: {
    bad: `${opened().replace('250-mx.example.org', '250-backend7.example.net')}${QUIT}`,
    good: `${opened()}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  let known: { readonly name: string; readonly span: Span } | undefined;
  for (const { reply, place, step, command } of heardIn(session)) {
    if (reply.code !== 220 && reply.code !== 250) continue;
    if (place !== 'GREETING' && !answersHello(place)) continue;
    const name = firstWord(reply);
    // Some servers answer with the client's name, or with a sentence.
    if (!isFullName(name) || sameName(name, command?.command.argument.trim() ?? '')) continue;
    const span = spanOf(reply, name);
    if (known !== undefined && !sameName(known.name, name)) {
      const related = [{ span: known.span, note: 'first-here' } as const];
      yield { variant: 'default', values: { name, before: known.name }, span, related, step };
    }
    known = { name, span };
  }
}

function isFullName(word: string): boolean {
  return /^[A-Za-z0-9](?:[A-Za-z0-9_-]*\.)+[A-Za-z]{2,}$/.test(word);
}

function sameName(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}

function spanOf(reply: Reply, name: string): Span {
  const { said } = reply.lines[0] as Reply['lines'][number];
  const start = said.text.indexOf(name);
  return locate(said, start, start + name.length);
}
