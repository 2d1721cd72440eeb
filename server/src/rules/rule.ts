import type { Locale, Localized, Source } from '../reference/entry';
import type { Session, Step } from '../transcript/reader';
import type { Exchange, Said, Span } from '../transcript/transcript';
import type { ThresholdName, Thresholds } from './thresholds';
import type { Trait } from './traits';

export type Severity = 'error' | 'warning' | 'information' | 'hint';

export type Category =
  | 'sequence'
  | 'reply'
  | 'extension'
  | 'syntax'
  | 'framing'
  | 'tls'
  | 'auth'
  | 'security'
  | 'delivery';

/** What a message's placeholders are filled with. */
export type Values = Readonly<Record<string, string | number | Localized>>;

/** One thing that can be wrong. Its file holds everything about it; `index.ts` only lists it. */
export interface Rule {
  /** Setting key, diagnostic code, name of the documentation page. */
  readonly code: string;
  readonly category: Category;
  readonly severity: Severity;
  /** How an editor may show the place besides: struck through, or faded. */
  readonly tag?: 'obsolete' | 'superfluous';
  readonly title: Localized;
  /** By variant; `{name}` is replaced by the problem's value of that name. */
  readonly messages: Readonly<Record<string, Localized>>;
  readonly sources: readonly RuleSource[];
  /** The settings that its `check` looks at, for its page. */
  readonly thresholds?: readonly ThresholdName[];
  /** What must be in a session for `check` to find anything: it is not asked about one that has none of it. */
  readonly needs: readonly Trait[];
  /**
   * What it finds depends on nothing that sessions of a kind have not in common (`cli/bulk/kind.ts`), but for the names of
   * recipients, in angle brackets.
   */
  readonly alike?: true;
  /** It speaks about sessions that several connections have said, of which no other rule does. */
  readonly ofMingled?: true;
  check(session: Session, thresholds: Thresholds): Iterable<Problem>;
  /** A look across sessions: begins anew for each file. */
  across?(): Watch;
  /**
   * What `across` has to know of a session, undefined for nothing. Plain data, no text, since the session may have been read by
   * another thread; asked at most once for each, however often the file is judged.
   */
  concerns?(session: Session): unknown;
  /**
   * A session without any of these is an echo: it concerns `across` only if something is remembered that an earlier one has
   * shown. Undefined: there is no telling.
   */
  readonly tells?: readonly Trait[];
  /** What concerns `across` in a session, concerns it only once, however many sessions say the same in other lines. */
  readonly once?: true;
  /** True of a session that is an echo though it has one of them. */
  echoes?(session: Session): boolean;
  /** Ways to mend it, the most likely first. */
  fixes?(problem: Problem, session: Session): readonly Fix[];
}

/** Sees what concerns it of each session as they end. What it remembers is bounded. */
export interface Watch<Concern = unknown> {
  /** `session`: undefined when another thread has read it. */
  see(concern: Concern, session: Session | undefined): Iterable<Problem>;
  /** Nothing is remembered that could concern an echo, or one with these deliveries; without this, nothing ever is. */
  isIdle?(deliveries?: Deliveries): boolean;
}

/** What a session asks to be delivered. */
export interface Deliveries {
  /** Each sender with each recipient. */
  readonly envelopes: readonly { readonly from: string; readonly to: string }[];
  /** Of messages that are shown, in angle brackets. */
  readonly messageIds: readonly string[];
}

/** A section or an appendix of an RFC, or a source that has to be written out. */
export type RuleSource = { readonly rfc: number; readonly section: string } | Source;

/** What the page of a rule says beyond the rule; a function in the rule's file gives it, so that it can be bundled apart. */
export interface RulePage {
  readonly code: string;
  /** Why it matters and what to do. Markdown. */
  readonly explanation: Localized;
  /** The violation, a near miss that is none, both in the canonical format: documentation and test alike. */
  readonly examples: { readonly bad: string; readonly good: string };
}

/** A finding as data; words are put on where it is shown. */
export interface Problem {
  readonly variant: string;
  readonly values: Values;
  readonly span: Span;
  readonly related: readonly Related[];
  /** Where it differs from the rule's own. */
  readonly severity?: Severity;
  /** What it is about, for the rule's fixes. */
  readonly step?: Step;
}

export interface Related {
  readonly span: Span;
  readonly note: RelatedNote;
  readonly values?: Values;
}

/** A change of the transcript that mends a problem. Lines are written in the file's own dialect. */
export interface Fix {
  readonly title: FixTitle;
  readonly values: Values;
  readonly edits: readonly FixEdit[];
  /** Certain enough to be applied with all others at once. */
  readonly preferred: boolean;
}

export type FixEdit =
  /** New lines before `before`, written like the line that `like` was read from. */
  | {
      readonly kind: 'insert';
      readonly before: number;
      readonly like: Said;
      readonly lines: readonly FixLine[];
    }
  | { readonly kind: 'replace'; readonly said: Said; readonly lines: readonly FixLine[] }
  /** Part of one line. */
  | { readonly kind: 'text'; readonly span: Span; readonly text: string }
  /** Whole lines of the file, 0-based. */
  | { readonly kind: 'delete'; readonly lines: readonly number[] }
  /** Whole lines of the file go, in their order, before line `before`. */
  | { readonly kind: 'move'; readonly lines: readonly number[]; readonly before: number };

export interface FixLine {
  readonly speaker: 'client' | 'server';
  readonly text: string;
}

/** Notes beside related lines; the words are in `words.ts`. */
export type RelatedNote = keyof typeof RELATED_NOTES;
export type FixTitle = keyof typeof FIX_TITLES;

export const RELATED_NOTES = {
  reply: { en: 'the server answered {code}', 'zh-cn': '服务器回复了 {code}' },
  refusal: { en: 'refused here: {code}', 'zh-cn': '在此被拒绝：{code}' },
  cause: { en: 'because of this', 'zh-cn': '原因在这里' },
  'began-here': { en: 'the transaction began here', 'zh-cn': '邮件事务从这里开始' },
  'said-here': { en: 'said here', 'zh-cn': '在这里发出' },
  'offers-here': { en: 'what the server offers', 'zh-cn': '服务器提供的扩展' },
  'offered-here': { en: 'offered here', 'zh-cn': '在此提供' },
  'declared-here': { en: 'declared here', 'zh-cn': '在此声明' },
  'first-here': { en: 'first here', 'zh-cn': '首次出现在此' },
  consequence: { en: 'fails as a consequence', 'zh-cn': '因此也失败' },
  again: { en: 'the same again', 'zh-cn': '同样的问题' },
  unanswered: { en: 'not answered when the next command was sent', 'zh-cn': '发送下一条命令时尚未得到回复' },
  greeting: { en: 'the greeting', 'zh-cn': '问候语' },
  close: { en: 'the connection ended here', 'zh-cn': '连接在此结束' },
  tool: { en: 'what the tool said about it', 'zh-cn': '工具对此的说明' },
  'received-here': { en: 'the message came in here', 'zh-cn': '邮件从这里进入' },
  smuggled: { en: 'a command inside the mail data', 'zh-cn': '邮件数据中的命令' },
  'asked-for-tls': { en: 'the server asks for STARTTLS here', 'zh-cn': '服务器在此要求 STARTTLS' },
  'offered-before': { en: 'offered in this earlier session', 'zh-cn': '在较早的会话中曾提供' },
  'put-off-before': { en: 'put off here before: {code}', 'zh-cn': '此前在此被推迟：{code}' },
  'put-off-soon': {
    en: 'put off here {time} before, where a client should wait 30 min: {code}',
    'zh-cn': '{time} 前在此被推迟，而客户端应等待 30 min：{code}',
  },
  'waited-little': {
    en: 'waited {time} from here, where RFC 5321 asks for {limit} at least',
    'zh-cn': '从此处起只等待了 {time}，而 RFC 5321 要求至少 {limit}',
  },
  'lost-before': { en: 'lost here before its answer came', 'zh-cn': '此前在得到回复之前于此中断' },
} as const satisfies Record<string, Localized>;

export const FIX_TITLES = {
  'insert-ehlo': { en: 'Insert EHLO before {verb}', 'zh-cn': '在 {verb} 之前插入 EHLO' },
  'insert-helo': { en: 'Insert HELO before {verb}', 'zh-cn': '在 {verb} 之前插入 HELO' },
  'insert-ehlo-after-tls': { en: 'Insert EHLO after STARTTLS', 'zh-cn': '在 STARTTLS 之后插入 EHLO' },
  'insert-mail': { en: 'Insert MAIL FROM before {verb}', 'zh-cn': '在 {verb} 之前插入 MAIL FROM' },
  'insert-rcpt': { en: 'Insert RCPT TO before {verb}', 'zh-cn': '在 {verb} 之前插入 RCPT TO' },
  'insert-rset': { en: 'Insert RSET before {verb}', 'zh-cn': '在 {verb} 之前插入 RSET' },
  'insert-quit': { en: 'Insert QUIT at the end', 'zh-cn': '在末尾插入 QUIT' },
  'insert-dot': { en: 'End the mail data with a dot', 'zh-cn': '用单独的点结束邮件数据' },
  move: { en: 'Move {moved} before {verb}', 'zh-cn': '将 {moved} 移到 {verb} 之前' },
  'move-after-reply': {
    en: 'Move {verb} after the reply it has to wait for',
    'zh-cn': '将 {verb} 移到必须等待的回复之后',
  },
  'move-after-greeting': { en: 'Move {verb} after the greeting', 'zh-cn': '将 {verb} 移到问候语之后' },
  'replace-verb': { en: 'Replace {verb} by {with}', 'zh-cn': '用 {with} 替换 {verb}' },
  'remove-command': { en: 'Remove this {verb}', 'zh-cn': '删除这条 {verb}' },
  'insert-reply': { en: 'Insert the missing reply to {verb}', 'zh-cn': '补上 {verb} 缺失的回复' },
  'remove-data': { en: 'Remove the stray mail data', 'zh-cn': '删除多余的邮件数据' },
  'remove-reply': { en: 'Remove this reply', 'zh-cn': '删除这条回复' },
  'remove-parameter': { en: 'Remove {parameter}', 'zh-cn': '删除 {parameter}' },
  'remove-argument': { en: 'Remove the argument of {verb}', 'zh-cn': '删除 {verb} 的参数' },
  'remove-blanks': { en: 'Remove the trailing blanks', 'zh-cn': '删除行尾空白' },
  'write-as': { en: 'Write {with}', 'zh-cn': '改写为 {with}' },
  'add-parameter': { en: 'Add {parameter} to MAIL FROM', 'zh-cn': '为 MAIL FROM 添加 {parameter}' },
  'double-dot': { en: 'Double the dot', 'zh-cn': '将点加倍' },
  redact: { en: 'Redact the secret', 'zh-cn': '遮盖该秘密' },
  'remove-offer': { en: 'Remove this offer', 'zh-cn': '删除这项扩展' },
  'add-brackets': { en: 'Put the address in angle brackets', 'zh-cn': '为地址加上尖括号' },
} as const satisfies Record<string, Localized>;

/** Replaces `{name}` in a template. */
export function fill(template: string, values: Values, locale: Locale): string {
  const parts = PARTS.get(template) ?? template.split(/\{(\w+)\}/);
  PARTS.set(template, parts);
  let text = parts[0] ?? '';
  for (let at = 1; at < parts.length; at += 2) {
    const name = parts[at] ?? '';
    const value = values[name] ?? `{${name}}`;
    text += typeof value === 'object' ? value[locale] : readable(String(value));
    text += parts[at + 1] ?? '';
  }
  return text;
}

/** The templates of the rules, there are so many and no more: text, name, text, name … */
const PARTS = new Map<string, readonly string[]>();

/** Text of the file as it may stand in a message: cut to a readable length, nothing in it that moves a cursor. */
function readable(value: string): string {
  const cut = value.length <= LONGEST_VALUE ? value : `${value.slice(0, LONGEST_VALUE - 1)}…`;
  return cut.replace(/[\u0000-\u001f\u007f-\u009f]/g, '\ufffd');
}

const LONGEST_VALUE = 300;

/** Lines of the file that an exchange stands on, payload and replies included, ascending. */
export function linesOfExchange(exchange: Exchange): number[] {
  const lines = new Set<number>();
  const add = (said: Said | undefined) => {
    if (said !== undefined) lines.add(said.line);
  };
  if (exchange.kind === 'command') {
    add(exchange.command.said);
    exchange.responses.forEach(add);
    addData(lines, exchange.data);
  }
  if (exchange.kind === 'message') addData(lines, exchange.data);
  if ('replies' in exchange) for (const reply of exchange.replies) for (const line of reply.lines) add(line.said);
  return [...lines].sort((a, b) => a - b);
}

function addData(
  lines: Set<number>,
  data: { readonly firstLine: number; readonly lastLine: number } | undefined,
): void {
  if (data === undefined) return;
  for (let line = Math.max(0, data.firstLine < 0 ? data.lastLine : data.firstLine); line <= data.lastLine; line++)
    lines.add(line);
}
