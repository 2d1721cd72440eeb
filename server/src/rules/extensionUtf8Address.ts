import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, nameOf, whole } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { hasUndeclaredUtf8 } from './explained';
import { fixesAt, type Mending } from './fixing';
import { isOffered } from './notOffered';
import { firstNonAscii } from './octets';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Related, Rule, RulePage } from './rule';

export const extensionUtf8Address: Rule = {
  category: 'extension',
  code: 'extension.utf8-address',
  severity: 'error',
  title: { en: 'Address outside ASCII without SMTPUTF8', 'zh-cn': '未用 SMTPUTF8 的非 ASCII 地址' },
  messages: {
    undeclared: {
      en: '<{address}> is not ASCII: MAIL FROM must say SMTPUTF8',
      'zh-cn': '<{address}> 不是 ASCII：MAIL FROM 必须声明 SMTPUTF8',
    },
    'not-offered': {
      en: '<{address}> is not ASCII, and the server does not offer SMTPUTF8',
      'zh-cn': '<{address}> 不是 ASCII，而服务器未提供 SMTPUTF8',
    },
  },
  sources: [
    { rfc: 6531, section: '3.1' },
    { rfc: 6531, section: '3.4' },
    { rfc: 5321, section: '2.4' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const extensionUtf8AddressPage = (): RulePage => ({
  code: 'extension.utf8-address',
  explanation: {
    en: 'Addresses in other scripts need a server that offers SMTPUTF8 and a MAIL FROM that says SMTPUTF8; it holds for all recipients of the transaction. Without the offer only an ASCII address helps; a domain can always be written in its `xn--` form.',
    'zh-cn':
      '其他文字的地址需要服务器提供 SMTPUTF8，且 MAIL FROM 声明 SMTPUTF8；该声明对事务中的所有收件人有效。没有提供时只能使用 ASCII 地址；域名总可以写成 `xn--` 形式。',
  },
  examples: {
    bad: `${opened('SMTPUTF8')}C: MAIL FROM:<rené@example.com>
S: 553 5.6.7 Address requires SMTPUTF8
${QUIT}`,
    good: `${opened('SMTPUTF8')}${delivered('MAIL FROM:<rené@example.com> SMTPUTF8', 'RCPT TO:<渡辺@example.org>')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command' || step.faults.length > 0 || !hasUndeclaredUtf8(exchange, before)) continue;
    const { command } = exchange;
    const { address, start, end } = readPath(command);
    const { offers, transaction } = before;
    const mail: Related[] =
      command.verb === 'RCPT' && transaction.kind === 'open'
        ? [{ span: whole(transaction.mail.command.said), note: 'began-here' }]
        : [];
    yield {
      variant: offers === undefined || isOffered(offers, 'SMTPUTF8') ? 'undeclared' : 'not-offered',
      values: { address, verb: nameOf(exchange) },
      span: locate(command.said, start + firstNonAscii(address), end),
      related: [...answer(exchange), ...mail],
      step,
    };
  }
}

/** The parameter belongs to MAIL, and only where it is offered. */
function fixes(at: Mending): Fix[] {
  const { command } = at.exchange;
  if (at.problem.variant !== 'undeclared' || command.verb !== 'MAIL') return [];
  const values = { parameter: 'SMTPUTF8' };
  return rewriteCommand(at, `${command.said.text.trimEnd()} SMTPUTF8`, { title: 'add-parameter', values });
}
