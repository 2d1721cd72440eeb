import { readPath } from '../transcript/command';
import type { Session } from '../transcript/reader';
import { accepted, locate } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { isJudgeable } from './explained';
import { mailboxParts } from './mailbox';
import { octetsOf } from './octets';
import type { Problem, Rule, RulePage } from './rule';

/** Octets (RFC 5321 §4.5.3.1.1–§4.5.3.1.3); the path counts its angle brackets. */
const LOCAL_PART = 64;
const DOMAIN = 255;
const PATH = 256;

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
    // Most addresses are shorter than the least of the limits, whatever they are made of.
    if (address.length * 4 <= LOCAL_PART) continue;
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

function overLength(address: string) {
  const { start, at } = mailboxParts(address);
  const end = at < 0 ? address.length : at;
  const local = octetsOf(address.slice(start, end));
  if (local > LOCAL_PART) return { kind: 'local-part', octets: local, limit: LOCAL_PART, from: start, to: end };
  const domain = octetsOf(address.slice(end + 1));
  if (domain > DOMAIN) return { kind: 'domain', octets: domain, limit: DOMAIN, from: end + 1, to: address.length };
  const path = octetsOf(address) + 2;
  return path > PATH ? { kind: 'path', octets: path, limit: PATH, from: 0, to: address.length } : undefined;
}
