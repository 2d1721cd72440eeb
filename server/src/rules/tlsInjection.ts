import type { Session, Step } from '../transcript/reader';
import { accepted, isBefore, type Said } from '../transcript/transcript';
import { answer, nameOf, whole } from './about';
import type { Problem, Related, Rule, RulePage } from './rule';

export const tlsInjection: Rule = {
  category: 'tls',
  code: 'tls.injection',
  severity: 'error',
  title: { en: 'Command sent in the clear behind STARTTLS', 'zh-cn': 'STARTTLS 之后以明文发送的命令' },
  messages: {
    default: {
      en: '{verb} was sent behind STARTTLS before TLS began: anyone on the path can put it there',
      'zh-cn': '{verb} 在 TLS 开始之前紧跟 STARTTLS 发送：路径上的任何人都能插入它',
    },
    answered: {
      en: 'The server carried out {verb}, sent in the clear behind STARTTLS, as if it had come inside TLS: command injection',
      'zh-cn': '服务器执行了在 STARTTLS 之后以明文发送的 {verb}，如同来自 TLS 之内：命令注入',
    },
  },
  sources: [
    { rfc: 3207, section: '4.2' },
    { rfc: 2920, section: '3.1' },
    { document: 'CVE-2011-0411', url: 'https://www.cve.org/CVERecord?id=CVE-2011-0411' },
  ],
  needs: ['pipelined'],
  check,
};

export const tlsInjectionPage = (): RulePage => ({
  code: 'tls.injection',
  explanation: {
    en: 'STARTTLS must be the last of a group: the client waits for 220 before anything else, and the server throws away what came before the handshake. A server that keeps it carries out commands which an attacker added in the clear, inside the protected session and with its rights (CVE-2011-0411 and its many relatives). If a client of yours sends so, mend the client; if your server answers, update it.',
    'zh-cn':
      'STARTTLS 必须是一组命令中的最后一条：客户端要先等到 220，服务器则要丢弃握手之前收到的内容。若服务器保留这些内容，就会在受保护的会话中、以其权限执行攻击者用明文添加的命令（CVE-2011-0411 及其众多同类）。如果是您的客户端这样发送，请修正客户端；如果您的服务器作了回复，请更新它。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 STARTTLS
C: STARTTLS
C: RSET
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
S: 250 Ok
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 STARTTLS
C: RSET
C: STARTTLS
S: 250 Ok
S: 220 Go ahead
* tls TLSv1.3 TLS_AES_256_GCM_SHA384
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  let goAhead: { readonly starttls: Said; readonly reply: Said } | undefined;
  let behind: Step[] = [];
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command') continue;
    if (exchange.command.verb === 'STARTTLS' && accepted(exchange)) {
      yield* tell(goAhead?.starttls, behind);
      const reply = exchange.replies.at(-1)?.lines[0].said;
      goAhead = reply === undefined ? undefined : { starttls: exchange.command.said, reply };
      behind = [];
    } else if (
      goAhead !== undefined &&
      exchange.sentBeforeReplyTo !== undefined &&
      isBefore(exchange.command.said, goAhead.reply)
    ) {
      behind.push(step);
    }
  }
  yield* tell(goAhead?.starttls, behind);
}

/** One finding for all commands behind a STARTTLS, on the first one that was answered, else on the first. */
function* tell(starttls: Said | undefined, behind: readonly Step[]): Generator<Problem> {
  const step = behind.find(({ exchange }) => 'replies' in exchange && exchange.replies.length > 0) ?? behind[0];
  if (step?.exchange.kind !== 'command' || starttls === undefined) return;
  const { exchange } = step;
  const related: Related[] = [{ span: whole(starttls), note: 'unanswered' }, ...answer(exchange)];
  for (const { exchange: other } of behind) {
    if (other !== exchange && other.kind === 'command')
      related.push({ span: whole(other.command.said), note: 'again' });
  }
  yield {
    variant: exchange.replies.length > 0 ? 'answered' : 'default',
    values: { verb: nameOf(exchange) },
    span: whole(exchange.command.said),
    related,
    step,
  };
}
