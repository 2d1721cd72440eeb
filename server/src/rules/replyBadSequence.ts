import type { Session, Step } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import type { Reply } from '../transcript/transcript';
import { nameOf, refusalOf, replySpan, whole } from './about';
import type { Problem, Rule, RulePage } from './rule';

export const replyBadSequence: Rule = {
  category: 'sequence',
  code: 'reply.bad-sequence',
  severity: 'warning',
  title: { en: '503 although the order was right', 'zh-cn': '顺序正确却得到 503' },
  messages: {
    default: {
      en: '503 to {verb} although by RFC 5321 the order is right: the server has a rule of its own',
      'zh-cn': '按 RFC 5321 顺序正确，{verb} 却得到 503：服务器另有自己的规则',
    },
    hello: {
      en: '503 to {verb}: the server wants EHLO or HELO first, and this log does not show one',
      'zh-cn': '{verb} 得到 503：服务器要求先发送 EHLO 或 HELO，而此日志中没有',
    },
    auth: {
      en: '503 to {verb} although the order is right: the server wants AUTH first',
      'zh-cn': '顺序正确，{verb} 却得到 503：服务器要求先 AUTH',
    },
    tls: {
      en: '503 to {verb} although the order is right: the server wants STARTTLS first',
      'zh-cn': '顺序正确，{verb} 却得到 503：服务器要求先 STARTTLS',
    },
    early: {
      en: '503 to {verb} although the order is right: the server says that the client spoke too early',
      'zh-cn': '顺序正确，{verb} 却得到 503：服务器认为客户端抢先发言',
    },
    disabled: {
      en: '503 to {verb} although the order is right: the server does not allow it here',
      'zh-cn': '顺序正确，{verb} 却得到 503：服务器在此不允许它',
    },
    unknown: {
      en: '503 to {verb}: what was said before is not in this log',
      'zh-cn': '{verb} 得到 503：此日志中没有此前的内容',
    },
    unseen: {
      en: '503: the server calls the order of commands wrong; the command is not in this log',
      'zh-cn': '503：服务器认为命令顺序错误；此日志中没有对应的命令',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2.2' },
    { rfc: 5321, section: '4.1.4' },
  ],
  needs: ['refusal'],
  check,
};

export const replyBadSequencePage = (): RulePage => ({
  code: 'reply.bad-sequence',
  explanation: {
    en: '503 means “bad sequence of commands”, but servers also use it for rules of their own: authentication or TLS required first, a client that spoke before the greeting (pregreet), the first MX of a nolisting set-up, AUTH that is not available here. When no earlier line breaks the order, look at the text of the reply and at the server’s policy.',
    'zh-cn':
      '503 的意思是“命令顺序错误”，但服务器也用它表示自己的规则：必须先认证或先启用 TLS、客户端在问候语之前发言（pregreet）、nolisting 的首个 MX、此处不提供 AUTH 等。如果没有任何前面的行打乱顺序，请查看回复文本和服务器策略。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 503 5.5.4 Authentication required
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'unasked' && exchange.replies[0].code === 503 && !session.clientSeen) {
      yield { variant: 'unseen', values: {}, span: replySpan(exchange.replies[0]), related: [], step };
    }
    if (exchange.kind !== 'command' || refusalOf(step) !== 'policy') continue;
    const reply = exchange.replies.at(-1) as Reply;
    yield {
      variant: reasonOf(replyText(reply).toLowerCase(), step),
      values: { verb: nameOf(exchange) },
      span: replySpan(reply),
      related: [{ span: whole(exchange.command.said), note: 'said-here' }],
      step,
    };
  }
}

/** Why a server says 503 to a command that comes in order: its own words tell. */
function reasonOf(text: string, { before }: Step): string {
  if (/\b(?:helo|ehlo)\b/.test(text) && (before.hello.kind === 'none' || before.hello.kind === 'unknown'))
    return 'hello';
  if (
    /\bauth|credential|log ?in\b|not authenticated/.test(text) &&
    !/not (?:available|allowed|enabled|supported)/.test(text)
  )
    return 'auth';
  if (/\btls\b|encrypt|secure connection/.test(text)) return 'tls';
  if (/too early|premature|before (?:the )?greeting|pregreet|synchroni[sz]ation|wait for/.test(text)) return 'early';
  if (/not (?:available|allowed|enabled|supported|permitted)|disabled/.test(text)) return 'disabled';
  return before.whole ? 'default' : 'unknown';
}
