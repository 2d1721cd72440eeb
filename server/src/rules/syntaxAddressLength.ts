import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { accepted, locate } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { overLength } from './addressLength';
import { delivered, opened, QUIT } from './exampleSessions';
import { isJudgeable } from './explained';
import type { Problem, Rule, RulePage } from './rule';

export const syntaxAddressLength: Rule = {
  category: 'syntax',
  code: 'syntax.address-length',
  severity: 'warning',
  title: { en: 'Address longer than every server must take', 'zh-cn': '地址超过服务器必须接受的长度' },
  messages: {
    'local-part': {
      en: 'The local part has {octets} octets; servers must take {limit} only',
      'zh-cn': '本地部分有 {octets} 个八位字节；服务器只须接受 {limit} 个',
    },
    domain: {
      en: 'The domain has {octets} octets; {limit} is the limit',
      'zh-cn': '域名有 {octets} 个八位字节；上限是 {limit}',
    },
    path: {
      en: 'The path has {octets} octets with its brackets; servers must take {limit} only',
      'zh-cn': '路径连同尖括号有 {octets} 个八位字节；服务器只须接受 {limit} 个',
    },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.1.1' },
    { rfc: 5321, section: '4.5.3.1.2' },
    { rfc: 5321, section: '4.5.3.1.3' },
  ],
  needs: ['unusual-command'],
  check,
};

export const syntaxAddressLengthPage = (): RulePage => ({
  code: 'syntax.address-length',
  explanation: {
    en: 'Every server takes local parts of 64 octets, domains of 255 and paths of 256 with their brackets; longer ones should be avoided where possible. Return addresses with an encoded recipient in them (VERP, SRS, BATV) are often longer, and some servers refuse them.',
    'zh-cn':
      '每个服务器都接受 64 个八位字节的本地部分、255 的域名和连同尖括号 256 的路径；更长的应尽量避免。其中编码了收件人的退回地址（VERP、SRS、BATV）往往更长，有些服务器会拒绝。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<${'a'.repeat(65)}@example.com>
S: 501 5.1.7 Bad sender address syntax
${QUIT}`,
    good: `${opened()}${delivered(`MAIL FROM:<${'a'.repeat(64)}@example.com>`)}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || !isJudgeable(exchange)) continue;
    const { address, start } = readPath(exchange.command);
    const over = overLength(address);
    if (over === undefined) continue;
    const { kind, octets, limit, from, to } = over;
    yield {
      variant: kind,
      values: { octets, limit, verb: nameOf(exchange) },
      span: locate(exchange.command.said, start + from, start + to),
      related: answer(exchange),
      ...(accepted(exchange) && { severity: 'information' as const }),
      step,
    };
  }
}
