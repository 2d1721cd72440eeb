/** Why a server says no, in words: from the text of its reply, its enhanced code and its code, in this order of trust. */
import type { Localized } from '../reference/entry';
import { replyText } from '../transcript/reply';
import type { Reply } from '../transcript/transcript';
import { remembering } from './remembering';

export type CauseKind = keyof typeof CAUSES;

/** Words for a cause, fit for brackets. `blocklist` may be followed by the list's name. */
export const CAUSES = {
  'unknown-user': { en: 'unknown user', 'zh-cn': '用户不存在' },
  'mailbox-full': { en: 'mailbox full', 'zh-cn': '邮箱已满' },
  'mailbox-disabled': { en: 'mailbox disabled', 'zh-cn': '邮箱已停用' },
  moved: { en: 'user moved', 'zh-cn': '用户已迁移' },
  relay: { en: 'relaying denied', 'zh-cn': '拒绝转发' },
  'null-mx': { en: 'the domain takes no mail', 'zh-cn': '该域不接收邮件' },
  greylisted: { en: 'greylisted', 'zh-cn': '灰名单' },
  rate: { en: 'rate limited', 'zh-cn': '速率受限' },
  'too-many-recipients': { en: 'too many recipients', 'zh-cn': '收件人过多' },
  blocklist: { en: 'blocklist', 'zh-cn': '黑名单' },
  spf: { en: 'SPF', 'zh-cn': 'SPF' },
  dkim: { en: 'DKIM', 'zh-cn': 'DKIM' },
  dmarc: { en: 'DMARC', 'zh-cn': 'DMARC' },
  'reverse-dns': { en: 'name of the client’s address', 'zh-cn': '客户端地址的反向解析' },
  sender: { en: 'sender not acceptable', 'zh-cn': '发件人不被接受' },
  'auth-required': { en: 'authentication required', 'zh-cn': '要求认证' },
  'tls-required': { en: 'TLS required', 'zh-cn': '要求 TLS' },
  size: { en: 'too large', 'zh-cn': '邮件过大' },
  virus: { en: 'virus or forbidden attachment', 'zh-cn': '病毒或禁止的附件' },
  spam: { en: 'taken for spam', 'zh-cn': '被判为垃圾邮件' },
  loop: { en: 'mail loop', 'zh-cn': '邮件循环' },
  content: { en: 'content or form of the message', 'zh-cn': '邮件内容或格式' },
  storage: { en: 'no room on the server', 'zh-cn': '服务器空间不足' },
  busy: { en: 'server busy or in trouble', 'zh-cn': '服务器繁忙或故障' },
  policy: { en: 'policy of the server', 'zh-cn': '服务器策略' },
} as const satisfies Record<string, Localized>;

export interface Cause {
  readonly kind: CauseKind;
  /** The blocklist, when the reply names one. */
  readonly list?: string;
}

/** What decides: a reply's code, its enhanced code, its text. */
export interface Refusal {
  readonly code?: number;
  readonly enhanced?: string;
  readonly text: string;
}

/** The cause of a refusal; undefined when nothing in it tells. */
export function causeOf({ code, enhanced, text }: Refusal): Cause | undefined {
  const words = withoutAddresses(text.slice(0, LONGEST).toLowerCase());
  const spoken = spokenIn(words);
  if (spoken !== NOTHING) return spoken;
  const kind = byEnhanced(enhanced) ?? byCode(code, words);
  return kind === undefined ? undefined : { kind };
}

/** Addresses in brackets are not the server's words, whatever they spell. */
export function withoutAddresses(words: string): string {
  return words.replace(ADDRESSES, '<>');
}

const ADDRESSES = /<[^<>\s]{1,320}@[^<>\s]{1,255}>/g;

/** What the words of a refusal, in lower case, tell. */
const spokenIn = remembering((words): Cause | typeof NOTHING => {
  const list = blocklistIn(words);
  if (list !== undefined) return { kind: 'blocklist', list };
  const kind = byWords(words);
  return kind === undefined ? NOTHING : { kind };
});

const NOTHING = Symbol('nothing');

/** The cause of a reply, ready for a message: a blank and the words in brackets, or nothing. */
export function causeNote(reply: Reply): Localized {
  const { code, enhanced } = reply;
  return noteOf(causeOf({ code, text: replyText(reply), ...(enhanced !== undefined && { enhanced }) }));
}

/** A cause in brackets, a blank before it; empty where it is not known. */
export function noteOf(cause: Cause | undefined): Localized {
  if (cause === undefined) return { en: '', 'zh-cn': '' };
  const words = CAUSES[cause.kind];
  const list = cause.list === undefined ? '' : ` ${cause.list}`;
  return { en: ` (${words.en}${list})`, 'zh-cn': `（${words['zh-cn']}${list}）` };
}

const LONGEST = 600;

/** The first that matches wins: special before general. */
const WORDS: readonly (readonly [CauseKind, RegExp])[] = [
  ['greylisted', /gr[ea]y-?list|postgrey|greet pause/],
  ['dmarc', /\bdmarc\b/],
  ['spf', /\bspf\b|sender policy framework/],
  ['dkim', /\bdkim\b/],
  [
    'tls-required',
    /must issue a starttls|starttls (?:is )?(?:required|first)|tls (?:is )?required|encryption (?:is )?(?:required|needed)|requires (?:tls|encryption)/,
  ],
  [
    'relay',
    /relay(?:ing)? (?:access )?(?:is )?(?:denied|not (?:permitted|allowed)|prohibited)|not permitted to relay|unable to relay|no relay|cannot relay|relay not permitted|do(?:es)? not relay|(?:i )?cannot deliver mail for/,
  ],
  ['null-mx', /null ?mx|does not accept (?:any )?(?:mail|email)(?: \(null|\b.{0,20}null)/],
  [
    'auth-required',
    /authentication (?:is )?required|must authenticate|not authenticated|log ?in required|sender address rejected: not logged in/,
  ],
  [
    'rate',
    /rate.?limit|too many (?:messages|mails|emails|connections|concurrent|requests)|thrott|exceeded .{0,40}(?:rate|limit of)|unusual rate|sending limit|quota for sending|4\.7\.28|too fast|try again in \d/,
  ],
  ['too-many-recipients', /too many recipients|too many rcpts|recipient limit/],
  [
    'mailbox-full',
    /(?:mail)?box .{0,20}(?:full|over quota|exceeded)|over ?quota|quota exceeded|out of storage space|exceeded storage allocation|storage .{0,20}exceeded|insufficient .{0,12}quota/,
  ],
  ['mailbox-disabled', /(?:account|mailbox|user|address) .{0,40}(?:disabled|suspended|inactive|locked|deactivated)/],
  [
    'sender',
    /sender .{0,80}(?:rejected|denied|not (?:allowed|accepted|found)|domain)|domain of sender|does not resolve|sender verify|not owned by user|send as/,
  ],
  [
    'unknown-user',
    /user (?:is )?unknown|unknown (?:user|recipient|local|address|mailbox)|no such (?:user|recipient|mailbox|address|person)|(?:user|recipient|mailbox|account|address) .{0,60}(?:not found|does(?: not|n't) exist|unknown|unavailable|not exist|not available)|user doesn't exist|invalid (?:recipient|mailbox)|does not have an? .{0,20}account|unrouteable address|recipient not recognized|address unknown|not our customer|no mailbox here/,
  ],
  [
    'size',
    /(?:message|mail|size|data).{0,30}(?:too (?:big|large)|exceeds)|too (?:big|large)|exceeds .{0,30}(?:maximum|size|limit)|size limit|maximum message size/,
  ],
  ['virus', /virus|malware|infected|attachment|executable|trojan|phish/],
  ['spam', /\bspam\b|junk|unsolicited|\bbulk\b|content (?:rejected|filter)/],
  ['loop', /mail loop|routing loop|\bloop(?:s|ing)?\b|too many hops|hop count|too many received/],
  [
    'reverse-dns',
    /reverse (?:dns|hostname|lookup)|\bptr\b|cannot find your (?:reverse )?hostname|helo command rejected|(?:invalid|bad|fake) (?:helo|ehlo)|client host rejected: cannot/,
  ],
  ['storage', /insufficient (?:system )?storage|disk (?:is )?full|no space|low on/],
  ['content', /bare (?:lf|cr|newline)|invalid header|missing .{0,20}header|rfc ?5322|message content|malformed/],
  [
    'busy',
    /try (?:again )?later|temporar|busy|overload|load too|internal (?:server )?error|local error|service (?:currently )?(?:not available|unavailable)|system not accepting|lookup failure|shutting down|resources/,
  ],
  ['policy', /polic(?:y|ies)|access denied|banned|not welcome|blocked|prohibited|not allowed|reputation/],
];

function byWords(words: string): CauseKind | undefined {
  return WORDS.find(([, pattern]) => pattern.test(words))?.[0];
}

/** Subject and detail as IANA registers them (RFC 3463, RFC 5248, RFC 7372, RFC 7505). */
const DETAILS: Readonly<Record<string, CauseKind>> = {
  '1.1': 'unknown-user',
  '1.2': 'unknown-user',
  '1.6': 'moved',
  '1.7': 'sender',
  '1.8': 'sender',
  '1.10': 'null-mx',
  '2.1': 'mailbox-disabled',
  '2.2': 'mailbox-full',
  '2.3': 'size',
  '3.1': 'storage',
  '3.2': 'busy',
  '3.4': 'size',
  '4.5': 'busy',
  '4.6': 'loop',
  '5.3': 'too-many-recipients',
  '6.0': 'content',
  '6.1': 'content',
  '6.2': 'content',
  '6.3': 'content',
  '7.1': 'policy',
  '7.2': 'policy',
  '7.8': 'auth-required',
  '7.10': 'tls-required',
  '7.11': 'tls-required',
  '7.20': 'dkim',
  '7.21': 'dkim',
  '7.22': 'dkim',
  '7.23': 'spf',
  '7.24': 'spf',
  '7.25': 'reverse-dns',
  '7.26': 'dmarc',
  '7.27': 'sender',
  '7.28': 'rate',
};

function byEnhanced(enhanced: string | undefined): CauseKind | undefined {
  return enhanced === undefined ? undefined : DETAILS[enhanced.slice(2)];
}

/** Codes that say one thing only (RFC 5321 §4.2.2, RFC 4954 §6, RFC 7504). */
function byCode(code: number | undefined, words: string): CauseKind | undefined {
  switch (code) {
    case 421:
      return 'busy';
    case 452:
      return 'storage';
    case 521:
    case 556:
      return 'null-mx';
    case 530:
      return words.includes('tls') ? 'tls-required' : 'auth-required';
    case 551:
      return 'moved';
    case 552:
      return 'mailbox-full';
    default:
      return undefined;
  }
}

/** The name of the blocklist that a refusal rests on, as its text spells it. */
function blocklistIn(words: string): string | undefined {
  const zone =
    /\b(?:[a-z0-9-]{1,30}\.){0,4}(?:spamhaus\.(?:org|net)|spamcop\.net|barracudacentral\.org|sorbs\.net|uceprotect\.net|abuseat\.org|dnswl\.org|psbl\.surriel\.com|mailspike\.(?:net|org)|invaluement\.com|abusix\.(?:com|zone)|spamrats\.com|dnsbl\.im)\b/.exec(
      words,
    );
  const after =
    /(?:blocked (?:using|by)|listed (?:in|at|on|by)|found (?:in|on)|rejected by|blacklisted (?:at|by|in))\s+((?:[a-z0-9_-]{1,40}\.){1,5}[a-z]{2,12})\b/.exec(
      words,
    );
  const named =
    /\b(?:spamhaus|barracuda|spamcop|sorbs|cloudmark|uceprotect|sender ?score|proofpoint|senderbase|invaluement)\b/;
  const blocks = /block|list|reput|reject|denied|refused|banned/.test(words);
  if (zone !== null) return blocks ? zone[0].replace(/^www\./, '') : undefined;
  if (after?.[1] !== undefined) return after[1];
  const name = named.exec(words)?.[0];
  return name !== undefined && blocks ? name : undefined;
}

/** Why no connection came about, in words: what resolvers and TCP stacks say. */
export function connectCause(message: string): Localized | undefined {
  const words = message.slice(0, LONGEST).toLowerCase();
  return CONNECT.find(({ pattern }) => pattern.test(words))?.words;
}

const CONNECT: readonly { readonly pattern: RegExp; readonly words: Localized }[] = [
  {
    pattern: /null mx|no mx|mx .{0,30}not found/,
    words: { en: ' (no MX for the domain)', 'zh-cn': '（该域没有 MX 记录）' },
  },
  {
    pattern:
      /name or service not known|no such host|not known|nxdomain|getaddrinfo|enotfound|could(?:n't| not) resolve|unknown host|name resolution|host not found|cannot resolve/,
    words: { en: ' (the name was not found)', 'zh-cn': '（未找到主机名）' },
  },
  {
    pattern: /refused/,
    words: {
      en: ' (nothing listens on that port, or a firewall rejects it)',
      'zh-cn': '（该端口无服务或被防火墙拒绝）',
    },
  },
  {
    pattern: /timed? ?out|etimedout/,
    words: {
      en: ' (no answer: a firewall, often one that blocks port 25)',
      'zh-cn': '（无应答：常为封锁 25 端口的防火墙）',
    },
  },
  {
    pattern: /unreachable|no route/,
    words: { en: ' (no route to the host)', 'zh-cn': '（没有到主机的路由）' },
  },
];
