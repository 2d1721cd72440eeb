import type { Session, Step } from '../transcript/reader';
import type { MailData, Oddity, Said } from '../transcript/transcript';
import { replySpan, whole } from './about';
import { nameLineEnd } from './framingBareCr';
import { smugglingOf } from './lineEnds';
import type { Problem, Related, Rule, RulePage } from './rule';

export const framingSmuggling: Rule = {
  category: 'framing',
  code: 'framing.smuggling',
  severity: 'error',
  title: { en: 'End of data in a smuggling form', 'zh-cn': '走私形式的数据结束标记' },
  messages: {
    dot: {
      en: 'A dot alone between other line ends ({form}): not an end of data by RFC 5321, but one for a careless server',
      'zh-cn': '单独的点两侧不是 CRLF（{form}）：按 RFC 5321 不是数据结束，但粗心的服务器会当作结束',
    },
    hidden: {
      en: 'SMTP smuggling: behind this dot ({form}) {verb} and more stand inside the mail data; a careless server takes them for a second message',
      'zh-cn': 'SMTP 走私：该点（{form}）之后，邮件数据中还有 {verb} 等命令；粗心的服务器会把它们当作第二封邮件',
    },
    taken: {
      en: 'SMTP smuggling worked: the server took this dot ({form}) for the end of the data and answered what stands behind it',
      'zh-cn': 'SMTP 走私成功：服务器把该点（{form}）当作数据结束，并回复了其后的内容',
    },
    accepted: {
      en: 'The server took a dot between other line ends ({form}) for the end of the data: messages can be smuggled through it',
      'zh-cn': '服务器把两侧不是 CRLF 的点（{form}）当作数据结束：可以借此走私邮件',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.1.4' },
    { rfc: 5321, section: '2.3.8' },
    { document: 'CVE-2023-51764 (Postfix)', url: 'https://www.cve.org/CVERecord?id=CVE-2023-51764' },
    { document: 'CVE-2023-51765 (Sendmail)', url: 'https://www.cve.org/CVERecord?id=CVE-2023-51765' },
    { document: 'CVE-2023-51766 (Exim)', url: 'https://www.cve.org/CVERecord?id=CVE-2023-51766' },
  ],
  needs: ['odd-line'],
  check,
};

export const framingSmugglingPage = (): RulePage => ({
  code: 'framing.smuggling',
  explanation: {
    en: 'Only CR LF . CR LF ends the data. A server that also takes LF . LF, LF . CR LF, CR . CR or CR LF . LF for the end sees two messages where the server before it saw one, so that a sender can forge a mail that seems to come from that server’s own domain (December 2023). Refuse bare LF and CR (`smtpd_forbid_bare_newline` in Postfix), update, and never pass such a dot on.',
    'zh-cn':
      '只有 CR LF . CR LF 才结束数据。若服务器把 LF . LF、LF . CR LF、CR . CR 或 CR LF . LF 也当作结束，就会在前一台服务器看到一封邮件之处看到两封，发件人因此能伪造看似来自该服务器自身域名的邮件（2023 年 12 月公布）。请拒绝单独的 LF 与 CR（Postfix 的 `smtpd_forbid_bare_newline`）、更新软件，并且绝不转发这样的点。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>
S: 250 Ok
C: RCPT TO:<bob@example.org>
S: 250 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: nothing to see␊
C: .
C: MAIL FROM:<admin@example.com>
C: RCPT TO:<bob@example.org>
C: DATA
C: Subject: forged
C: 
C: pay at once
C: .
S: 250 Ok: queued
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com␍␊
S: 250 mx.example.org
C: MAIL FROM:<alice@example.com>␍␊
S: 250 Ok
C: RCPT TO:<bob@example.org>␍␊
S: 250 Ok
C: DATA␍␊
S: 354 Go ahead
C: Subject: hello␍␊
C: ␍␊
C: ..␍␊
C: a dot in the line.␍␊
C: .␍␊
S: 250 Ok: queued
C: QUIT␍␊
S: 221 Bye
`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const [index, step] of session.steps.entries()) {
    const { exchange } = step;
    if (exchange.kind !== 'message') continue;
    const [end] = smugglingOf(exchange.data);
    if (end === undefined) continue;
    const behind = exchange.data.commandLike.find(({ line }) => line > end.said.line);
    const extra = session.steps[index + 1]?.exchange;
    const taken = behind !== undefined && extra?.kind === 'unasked' ? extra.replies : [];
    const related: Related[] = [
      ...commandsBehind(exchange.data, end).map((said) => ({ span: whole(said), note: 'smuggled' }) as const),
      ...taken.map((reply) => ({ span: replySpan(reply), note: 'reply', values: { code: reply.code } }) as const),
    ];
    yield {
      variant: variantOf(step, end, behind, taken.length > 0),
      values: { form: formOf(end), verb: behind?.text.split(' ', 1)[0]?.toUpperCase() ?? '' },
      span: whole(end.said),
      related,
      ...(behind === undefined && exchange.data.last !== end.said && { severity: 'warning' as const }),
      step,
    };
  }
}

function variantOf({ exchange }: Step, end: Oddity, behind: Said | undefined, taken: boolean): string {
  if (behind !== undefined) return taken ? 'taken' : 'hidden';
  const answered = exchange.kind === 'message' && (exchange.replies[0]?.code ?? 0) < 300 && exchange.replies.length > 0;
  return answered && exchange.data.last === end.said ? 'accepted' : 'dot';
}

function commandsBehind({ commandLike }: MailData, { said }: Oddity): Said[] {
  return commandLike.filter(({ line }) => line > said.line);
}

/** `LF . CRLF`: the line end before the dot and the one after it. */
function formOf({ said, before }: Oddity): string {
  const { text } = said;
  const at = text.search(/(?:^|\r)\.(?:\r|$)/);
  const inside = text.charAt(at) === '\r';
  const own = nameLineEnd(said.wireEol);
  const left = inside ? 'CR' : before === undefined ? 'CR LF' : nameLineEnd(before.wireEol);
  const rest = text.slice(at + (inside ? 2 : 1));
  return `${left} . ${rest.startsWith('\r') ? 'CR' : own}`;
}

/** True when the replies that nothing in this session asked for are what a smuggled message got. */
export function answersSmuggled(session: Session): boolean {
  return session.steps.some(({ exchange }) => exchange.kind === 'message' && smugglingOf(exchange.data).length > 0);
}
