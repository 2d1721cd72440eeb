import type { Offer } from '../transcript/offers';
import type { Session, Step } from '../transcript/reader';
import type { Reply } from '../transcript/transcript';
import { nameOf, refusalOf, replySpan, whole } from './about';
import { quote } from './quote';
import type { Problem, Related, Rule, RulePage } from './rule';

export const replyCommandRefused: Rule = {
  category: 'reply',
  code: 'reply.command-refused',
  severity: 'warning',
  title: { en: 'Command refused', 'zh-cn': '命令被拒绝' },
  messages: {
    permanent: { en: '{verb} was refused: {code} {text}', 'zh-cn': '{verb} 被拒绝：{code} {text}' },
    offered: {
      en: '{verb} was refused, though the server offers it: {code} {text}',
      'zh-cn': '服务器声明了 {verb}，却拒绝该命令：{code} {text}',
    },
    temporary: { en: '{verb} was put off: {code} {text}', 'zh-cn': '{verb} 被暂时拒绝：{code} {text}' },
  },
  sources: [
    { rfc: 5321, section: '4.2.2' },
    { rfc: 5321, section: '4.2.4' },
    { rfc: 5321, section: '7.3' },
  ],
  needs: ['refusal'],
  check,
};

export const replyCommandRefusedPage = (): RulePage => ({
  code: 'reply.command-refused',
  explanation: {
    en: 'The server does not carry out the command: it is disabled here (502), not allowed to this client (550), or not possible now (4yz). VRFY and EXPN are often disabled so that nobody can probe for addresses.',
    'zh-cn':
      '服务器没有执行该命令：此处已禁用（502）、不允许该客户端使用（550），或暂时无法执行（4yz）。VRFY 和 EXPN 常被禁用，以防他人探测地址。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: VRFY alice
S: 502 5.5.1 VRFY command is disabled
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: VRFY alice
S: 252 2.1.5 Cannot VRFY user
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'other') continue;
    const reply = exchange.replies.at(-1) as Reply;
    // An old server that knows no EHLO is no fault: the client falls back to HELO, or another rule speaks.
    const isHello = exchange.command.verb === 'EHLO' && (reply.code === 502 || reply.code === 504);
    const offer = reply.code === 502 ? offered(step, exchange.command.verb) : undefined;
    const related: Related[] = [{ span: whole(exchange.command.said), note: 'said-here' }];
    if (offer !== undefined) related.push({ span: whole(offer.line.said), note: 'offered-here' });
    yield {
      variant: offer !== undefined ? 'offered' : reply.code >= 500 ? 'permanent' : 'temporary',
      ...((reply.code < 500 || isHello) && { severity: 'information' as const }),
      values: { verb: nameOf(exchange), ...quote(reply) },
      span: replySpan(reply),
      related,
      step,
    };
  }
}

/** The offer of a command that is its own keyword. */
function offered({ before: { offers } }: Step, verb: string): Offer | undefined {
  return OWN.has(verb) ? offers?.get(verb) : undefined;
}

const OWN: ReadonlySet<string> = new Set(['VRFY', 'EXPN', 'HELP']);
