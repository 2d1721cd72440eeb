import type { Session, Step } from '../transcript/reader';
import { locate, type Said } from '../transcript/transcript';
import type { Problem, Rule, RulePage } from './rule';

export const tlsRewrittenOffer: Rule = {
  category: 'tls',
  code: 'tls.rewritten-offer',
  severity: 'warning',
  title: { en: 'Text overwritten on the way', 'zh-cn': '内容在途中被改写' },
  messages: {
    offer: {
      en: '{text} is what a firewall writes over an offer that it does not like, mostly STARTTLS: mail goes in the clear',
      'zh-cn': '{text} 是防火墙覆盖其不喜欢的扩展（多为 STARTTLS）后留下的：邮件将以明文传输',
    },
    banner: {
      en: 'The greeting is masked: a firewall on the way inspects SMTP and takes out what it does not know',
      'zh-cn': '问候语被遮盖：途中的防火墙在检查 SMTP，并删除其不认识的内容',
    },
    command: {
      en: '{text} is what a firewall writes over a command that it does not know',
      'zh-cn': '{text} 是防火墙覆盖其不认识的命令后留下的',
    },
  },
  sources: [
    { rfc: 3207, section: '6' },
    { rfc: 8461, section: '2' },
  ],
  needs: ['unusual-greeting', 'unusual-command', 'unusual-offer'],
  check,
};

export const tlsRewrittenOfferPage = (): RulePage => ({
  code: 'tls.rewritten-offer',
  explanation: {
    en: '“SMTP inspection” (Cisco `fixup protocol smtp`, `inspect esmtp`) overwrites keywords and commands with X and banners with asterisks, so that both sides talk without TLS and extensions. Switch the inspection off on that firewall, or allow TLS in it (`allow-tls`). An attacker who strips STARTTLS has the same effect; MTA-STS and DANE guard against it.',
    'zh-cn':
      '“SMTP 检查”（Cisco 的 `fixup protocol smtp`、`inspect esmtp`）用 X 覆盖关键字和命令，用星号覆盖横幅，使双方只能不用 TLS 和扩展地通信。请在该防火墙上关闭检查或允许 TLS（`allow-tls`）。剥离 STARTTLS 的攻击者也会造成同样效果；MTA-STS 与 DANE 可以防范。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-SIZE 1000000
S: 250 XXXXXXXA
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-XEXCH50
S: 250 XCLIENT NAME ADDR
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'greeting') {
      const line = exchange.replies[0].lines[0];
      if (BANNER.test(line.text.trim())) yield at(line.said, 4, line.said.text.length, 'banner', step);
    }
    if (exchange.kind !== 'command') continue;
    const { verb, said } = exchange.command;
    // In lower case it is what people write over a log.
    if (OVERWRITTEN.test(said.text.slice(0, verb.length))) yield at(said, 0, verb.length, 'command', step);
    if (verb !== 'EHLO') continue;
    for (const line of exchange.replies.at(-1)?.lines.slice(1) ?? []) {
      const keyword = line.text.split(' ', 1)[0] ?? '';
      if (OVERWRITTEN.test(keyword)) yield at(line.said, 4, 4 + keyword.length, 'offer', step);
    }
  }
}

function at(said: Said, start: number, end: number, variant: string, step: Step): Problem {
  return { variant, values: { text: said.text.slice(start, end) }, span: locate(said, start, end), related: [], step };
}

/** `XXXX` for a verb, `XXXXXXXA` for STARTTLS, with a letter for what was there. */
export const OVERWRITTEN = /^X{4,40}[A-Z]?$/;

/** The PIX leaves only the characters 0 and 2 of a banner, everything else is an asterisk. */
const BANNER = /^[*02 ]{0,400}\*{10,400}[*02 ]{0,400}$/;
