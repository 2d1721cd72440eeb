import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import type { CommandExchange } from '../transcript/transcript';
import { locate } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { firstNonAscii } from './octets';
import { type Heard, heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyNonAscii: Rule = {
  category: 'reply',
  code: 'reply.non-ascii',
  severity: 'warning',
  title: { en: 'Reply text outside ASCII', 'zh-cn': '回复文本含非 ASCII 字符' },
  messages: {
    default: {
      en: 'This reply has characters outside ASCII, and the client did not say SMTPUTF8',
      'zh-cn': '该回复含有 ASCII 以外的字符，而客户端没有声明 SMTPUTF8',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2' },
    { rfc: 6531, section: '3.7.4' },
  ],
  needs: ['unusual-reply'],
  check,
};

export const replyNonAsciiPage = (): RulePage => ({
  code: 'reply.non-ascii',
  explanation: {
    en: 'Reply texts are ASCII. UTF-8 may appear only where the client said SMTPUTF8 with MAIL, VRFY or EXPN. Elsewhere each client guesses the encoding, and log files fill with garbage; write the text in English, or transliterate it.',
    'zh-cn':
      '回复文本只能是 ASCII。只有客户端在 MAIL、VRFY 或 EXPN 中声明了 SMTPUTF8，才可以出现 UTF-8。否则每个客户端都只能猜测编码，日志会变成乱码；请使用英文，或改用音译。',
  },
  examples: {
    bad: `${opened()}C: NOOP\nS: 250 2.0.0 Très bien\n${QUIT}`,
    good: `${opened('SMTPUTF8')}C: MAIL FROM:<rené@example.com> SMTPUTF8\nS: 250 2.1.0 René, très bien\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const heard of heardIn(session)) {
    for (const { said } of heard.reply.lines) {
      const at = firstNonAscii(said.text);
      if (at < 0) continue;
      if (mayUseUtf8(heard)) break;
      const span = locate(said, at, said.text.length);
      yield { variant: 'default', values: {}, span, related: [], step: heard.step };
      break;
    }
  }
}

function mayUseUtf8({ step, command }: Heard): boolean {
  if (command !== undefined && SAYS_UTF8.test(command.command.argument)) return true;
  return transactionSaysUtf8(step);
}

const SAYS_UTF8 = /(?:^|\s)(?:SMTPUTF8|UTF8SMTP)(?:\s|$)/i;

/** Unknown counts as said: what the log does not show is no fault. */
function transactionSaysUtf8({ before: { transaction } }: Step): boolean {
  if (transaction.kind === 'unknown') return true;
  const mail: CommandExchange | undefined = transaction.kind === 'open' ? transaction.mail : undefined;
  return mail !== undefined && readPath(mail.command).parameters.some(({ key }) => key === 'SMTPUTF8');
}
