import type { Session } from '../transcript/reader';
import type { SessionState } from '../transcript/session';
import type { Said } from '../transcript/transcript';
import { answer, whole } from './about';
import { opened, QUIT } from './exampleSessions';
import type { Problem, Rule, RulePage } from './rule';

export const extensionNotAnnounced: Rule = {
  category: 'extension',
  code: 'extension.not-announced',
  severity: 'hint',
  title: { en: 'Served, but not offered', 'zh-cn': '提供服务却未声明' },
  messages: {
    default: {
      en: 'The server serves {verb}, which its EHLO reply must offer then',
      'zh-cn': '服务器支持 {verb}，因此 EHLO 回复中必须声明它',
    },
  },
  sources: [
    { rfc: 5321, section: '3.5.2' },
    { rfc: 5321, section: 'F.6' },
  ],
  needs: ['unusual-command'],
  check,
};

export const extensionNotAnnouncedPage = (): RulePage => ({
  code: 'extension.not-announced',
  explanation: {
    en: 'A server that supports EXPN, or still has SEND, SOML or SAML, offers them by these keywords. Clients do not try what is not offered.',
    'zh-cn': '支持 EXPN，或仍保留 SEND、SOML、SAML 的服务器应以这些关键字声明。客户端不会尝试未声明的命令。',
  },
  examples: {
    bad: `${opened()}C: EXPN staff\nS: 250 2.1.5 <alice@example.org>\n${QUIT}`,
    good: `${opened('EXPN')}C: EXPN staff\nS: 250 2.1.5 <alice@example.org>\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  const told = new Set<string>();
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command' || exchange.replies.at(-1)?.code !== 250) continue;
    const { verb, said } = exchange.command;
    const offered = OFFERED.has(verb) && !told.has(verb) ? helloLine(before) : undefined;
    if (offered === undefined || before.offers === undefined || before.offers.has(verb)) continue;
    told.add(verb);
    const related = [...answer(exchange), { span: whole(offered), note: 'offers-here' } as const];
    yield { variant: 'default', values: { verb }, span: whole(said), related, step };
  }
}

const OFFERED: ReadonlySet<string> = new Set(['EXPN', 'SEND', 'SOML', 'SAML']);

/** Where the reply to EHLO begins that is in force. */
function helloLine({ hello }: SessionState): Said | undefined {
  return hello.kind === 'ehlo' ? hello.exchange.replies.at(-1)?.lines[0].said : undefined;
}
