import type { Session, Step } from '../transcript/reader';
import { type CommandExchange, locate, type MailData } from '../transcript/transcript';
import { delivered, opened, QUIT } from './exampleSessions';
import { declaredSize } from './limits';
import type { Problem, Rule, RulePage } from './rule';
import type { Thresholds } from './thresholds';

export const extensionSizeMismatch: Rule = {
  category: 'extension',
  code: 'extension.size-mismatch',
  severity: 'information',
  title: { en: 'Declared size far from the message’s', 'zh-cn': '声明的大小与邮件相差很大' },
  messages: {
    more: {
      en: 'SIZE={size} was declared, and {sent} octets were sent: the server could not check its limit',
      'zh-cn': '声明为 SIZE={size}，却发送了 {sent} 个八位字节：服务器无法检查其上限',
    },
    less: {
      en: 'SIZE={size} was declared, and only {sent} octets were sent',
      'zh-cn': '声明为 SIZE={size}，却只发送了 {sent} 个八位字节',
    },
  },
  sources: [
    { rfc: 1870, section: '5' },
    { rfc: 1870, section: '6.3' },
  ],
  thresholds: ['sizeMoreTimes', 'sizeMoreOctets', 'sizeLessTimes', 'sizeLessOctets'],
  needs: ['sized-data', 'chunks'],
  check,
};

export const extensionSizeMismatchPage = (): RulePage => ({
  code: 'extension.size-mismatch',
  explanation: {
    en: 'SIZE is an estimate; the server refuses by it before the message is sent. A value far too small lets a message through that is refused after all its octets have travelled; one far too large gets small messages refused. Reported is what differs by the ratio and by the number of octets that the settings name.',
    'zh-cn':
      'SIZE 是估计值，服务器据此在发送邮件之前就可拒绝。值过小，邮件会在全部发送之后才被拒绝；值过大，小邮件也会被拒绝。仅当倍数和八位字节数都超过设置所定的值时才报告。',
  },
  examples: {
    bad: `${opened('SIZE 100000')}${delivered('MAIL FROM:<alice@example.com> SIZE=50000')}${QUIT}`,
    good: `${opened('SIZE 100000')}${delivered('MAIL FROM:<alice@example.com> SIZE=500')}${QUIT}`,
  },
});

function* check(session: Session, thresholds: Thresholds): Generator<Problem> {
  // Octets of the chunks before this one, by their MAIL.
  let chunks: { readonly mail: CommandExchange; readonly octets: number } | undefined;
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (before.transaction.kind !== 'open') continue;
    const { mail } = before.transaction;
    if (exchange.kind === 'message') {
      const sent = wholeMessage(exchange.data);
      const problem = sent === undefined ? undefined : compare(mail, sent, step, thresholds);
      if (problem !== undefined) yield problem;
    }
    if (exchange.kind !== 'command' || exchange.command.verb !== 'BDAT') continue;
    const [, count, last] = /^\s*(\d{1,15})(\s+LAST)?\s*$/i.exec(exchange.command.argument) ?? [];
    if (count === undefined) continue;
    chunks = { mail, octets: Number(count) + (chunks?.mail === mail ? chunks.octets : 0) };
    const problem = last === undefined ? undefined : compare(mail, chunks.octets, step, thresholds);
    if (problem !== undefined) yield problem;
  }
}

/** Octets of a message that the log shows to its end. */
function wholeMessage({ end, elided, octets, first }: MailData): number | undefined {
  return end === 'complete' && !elided && first !== undefined ? octets : undefined;
}

function compare(mail: CommandExchange, sent: number, step: Step, thresholds: Thresholds): Problem | undefined {
  const declared = declaredSize(mail.command);
  if (declared === undefined) return undefined;
  const size = declared.octets;
  if (!isFarFrom(size, sent, thresholds)) return undefined;
  const span = locate(mail.command.said, declared.start, declared.end);
  return { variant: sent > size ? 'more' : 'less', values: { size, sent }, span, related: [], step };
}

/** A message of `sent` octets is far larger or smaller than the `size` that was declared; 0 declares nothing. */
export function isFarFrom(size: number, sent: number, thresholds: Thresholds): boolean {
  if (size === 0) return false;
  const more = sent > size * thresholds.sizeMoreTimes && sent - size > thresholds.sizeMoreOctets;
  const less = sent * thresholds.sizeLessTimes < size && size - sent > thresholds.sizeLessOctets;
  return more || less;
}
