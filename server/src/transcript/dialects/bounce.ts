/**
 * The mail that says that a mail did not arrive: the fields of its report (RFC 3464), and before them, or alone, the
 * words of a program: Postfix, Exim, qmail, Sendmail, Courier, OpenSMTPD, Exchange, Gmail.
 */
import { looksLikeReply } from '../reply';
import type { Delivery, PeeledLine } from '../transcript';
import { deliverSaid, known, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { appendSource, appendWire, NO_TEXT, verbatim, verbatimPart, type WireText } from './wireText';

type FieldName = 'final-recipient' | 'original-recipient' | 'action' | 'status' | 'remote-mta' | 'diagnostic-code';

/** The fields about one recipient. */
type Group = { readonly [name in FieldName]?: WireText };

interface State {
  /** Reports so far. */
  readonly count: number;
  readonly group: Group;
  /** A line that begins with a blank goes on with it. */
  readonly field: string | undefined;
  /** The paragraph of words that is being read, its lines joined by blanks. */
  readonly words: WireText;
  /** The last address that stood at the beginning of a paragraph. */
  readonly about: string | undefined;
  /** The paragraph before ended by announcing the reply. */
  readonly announced: boolean;
  /** Whom this report has told of already. */
  readonly told: readonly string[];
  /** Its fields were read: words begin another report. */
  readonly fielded: boolean;
}

const NEW: State = {
  count: 0,
  group: {},
  field: undefined,
  words: NO_TEXT,
  about: undefined,
  announced: false,
  told: [],
  fielded: false,
};

export const bounce: Dialect<State> = {
  id: 'bounce',
  name: 'Bounce message (RFC 3464)',
  events: true,
  sparse: true,
  evidence: (sample) => Math.min(MOST_EVIDENCE, weigh(sample, weight)),
  start: () => NEW,
  read,
  finish: (state, context) => {
    settle(state, context);
  },
  write: (_speaker, text) => text,
};

/** A bounce is a mail: in a dialogue that shows one, it is mail data. */
const MOST_EVIDENCE = 11;

const FIELD =
  /^(Reporting-MTA|Original-Recipient|Final-Recipient|Action|Status|Remote-MTA|Diagnostic-Code|Last-Attempt-Date|Arrival-Date|Received-From-MTA|Will-Retry-Until|Final-Log-Id|Original-Envelope-Id|DSN-Gateway): {0,9}/i;
/** A field that a program made up. */
const OTHER = '';
const OWN_FIELD =
  /^(?:(?:Final|Original)-Recipient: {0,9}(?:rfc822|utf-8) {0,9};|Reporting-MTA: {0,9}\w+ {0,9};|Diagnostic-Code: {0,9}[\w-]+ {0,9};)/i;
const OWN_WORDS: readonly RegExp[] = [
  /^<[^<>\s@]{1,64}@[^<>\s]{1,255}>: host \S{1,255}\[[\da-fA-F.:]+\] (?:said|refused to talk to me): [45]\d\d/,
  /^Remote host said: [45]\d\d[ -]/,
  /^Giving up on [\d.:a-fA-F]{3,45}\.$/,
  /^Hi\. This is the .{0,60}(?:qmail|bounce)/,
  /^ {0,8}SMTP error from remote (?:mail )?(?:server|mailer) after /,
  /^(?:Technical details of permanent failure: |The error that the other server returned was:|The response (?:from the remote server )?was:)/,
  /^Remote [Ss]erver (?:at \S{1,255} (?:\([^)]{1,60}\) )?)?returned '[45]\d\d /,
  /^Diagnostic information for administrators:/,
  /^This is the mail system at host /,
  /^ {4}\(reason: [45]\d\d /,
  /^#(?:< )?#?[45]\.\d{1,3}\.\d{1,3} .*smtp; ?[45]\d\d/,
];

function weight({ text }: PeeledLine): number {
  if (OWN_FIELD.test(text)) return 5;
  return OWN_WORDS.some((pattern) => pattern.test(text)) ? 5 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  if (text.trim() === '') return settle(state, context);
  const field = FIELD.exec(text);
  if (field !== null) {
    const name = (field[1] as string).toLowerCase();
    const before = isBegun(name, state) ? settle(state, context) : state;
    const now = name === 'reporting-mta' && before.fielded ? another(before) : before;
    return withField(now, name, verbatim(line, field[0].length));
  }
  if (state.field !== undefined && /^[ \t]/.test(text)) return folded(line, state.field, state);
  if (state.field !== undefined && /^[A-Za-z][\w-]{0,60}: /.test(text)) return { ...state, field: OTHER };
  return worded(line, state.field === undefined ? state : settle(state, context), context);
}

function isBegun(name: string, { words, group }: State): boolean {
  return words !== NO_TEXT || (name === 'final-recipient' && group['final-recipient'] !== undefined);
}

function another({ count }: State): State {
  return { ...NEW, count: count + 1 };
}

// --- fields -------------------------------------------------------------------------------------------------------

function withField(state: State, name: string, value: WireText): State {
  return { ...state, field: name, group: { ...state.group, [name]: value }, fielded: true };
}

function folded(line: PeeledLine, name: string, state: State): State {
  if (name === OTHER) return state;
  const before = state.group[name as FieldName] ?? NO_TEXT;
  return withField(state, name, joined(before, line));
}

/** `line` without its indentation behind `before`, a blank between. */
function joined(before: WireText, line: PeeledLine): WireText {
  const indent = line.text.length - line.text.trimStart().length;
  if (before.text === '') return verbatim(line, indent);
  const blank = appendSource(before, ' ', line, Math.max(0, indent - 1), indent);
  return appendWire(blank, verbatim(line, indent));
}

const ACTIONS: Readonly<Record<string, Delivery['action']>> = {
  failed: 'bounced',
  delayed: 'deferred',
  delivered: 'sent',
  relayed: 'sent',
  expanded: 'sent',
  failure: 'bounced',
  error: 'bounced',
};

/** What the fields say of one recipient; the text is that of the reply, or of the status where there is none. */
function aboutGroup(group: Group): { readonly delivery: Delivery; readonly said: WireText } | undefined {
  const action = ACTIONS[/\w+/.exec(group.action?.text ?? '')?.[0].toLowerCase() ?? ''];
  const said = group['diagnostic-code'] ?? group.status ?? group.action;
  if (action === undefined || said === undefined) return undefined;
  const reason = said.text.replace(/^[\w-]{1,30} {0,9}; {0,9}/, '').trim();
  const { code, enhanced = /^[245]\.\d{1,3}\.\d{1,3}/.exec(group.status?.text ?? '')?.[0] } = readCodes(reason);
  const address = group['final-recipient'] ?? group['original-recipient'];
  const delivery: Delivery = {
    action,
    ...known('to', address && addressIn(address)),
    ...known('relay', group['remote-mta'] && addressIn(group['remote-mta'])),
    ...known('code', code),
    ...known('enhanced', enhanced),
    ...(reason !== '' && { reason }),
  };
  return { delivery, said };
}

/** `rfc822; bob@example.org`: what stands behind the kind. */
function addressIn({ text }: WireText): string {
  return text
    .replace(/^[^;]{0,30}; {0,9}/, '')
    .replace(/^<|>$/g, '')
    .trim();
}

// --- words --------------------------------------------------------------------------------------------------------

/** The address that a paragraph begins with: `<bob@example.org>: host …`, `  bob@example.org`. */
const ADDRESS =
  /^\s{0,9}<?([^\s<>@:"']{1,64}@[^\s<>:"']{1,255})>?(?:<mailto:[^>]{1,300}>|\([^)]{1,300}\))?(?=(:?)(?:\s|$))/;
/** In a sentence of Gmail's or Exchange's. */
const ADDRESSED = /\bdelivered to <?([^\s<>@]{1,64}@[^\s<>]{1,255}?)>?[.,:]? /;
/** What announces a reply, and where it begins. */
const REPLY =
  /(?:\b(?:said|replied|returned): ?|\brefused to talk to me: ?|\breturned '|\(reason: |<<< |smtp; ?| #|\b(?:response|error|reason|reply)\b[^:]{0,80}: |SMTP error from remote (?:mail )?(?:server|mailer) after .{1,400}?: |^<?[^\s<>@:]{1,64}@[^\s<>:]{1,255}>?: (?:host \S{1,255} \[[^\]]{1,45}\]: )?)(?=[45]\d\d[ -])/i;
const ANNOUNCED = /\b(?:response|error|reason|returned|reply)\b[^:]{0,80}:$/i;
/** A status that qmail puts behind its own words. */
const NUMBERED = /\(#([45]\.\d{1,3}\.\d{1,3})\)$/;
/** The paragraph is the header of the mail or of a part of it. */
const HEADER = /^(?:From \S|[\w-]{1,60}: ?\S)/;
/** Behind the reply, in the program's words. */
const BEHIND = / (?:Giving up on \S{1,60}|I'm not going to try again; .{1,200})\.$|'$| ##$/;

function worded(line: PeeledLine, state: State, context: ReadContext): State {
  const address = ADDRESS.exec(line.text);
  const alone = address !== null && address[0].length + (address[2] as string).length >= line.text.trimEnd().length;
  const before = alone ? settle(state, context) : state;
  const now = before.fielded ? another(before) : before;
  const starts = alone || now.words === NO_TEXT ? address?.[1] : undefined;
  return { ...now, about: starts ?? now.about, field: undefined, words: joined(now.words, line) };
}

/** Tells what the fields or the paragraph said. */
function settle(state: State, context: ReadContext): State {
  const now = toldGroup(toldWords(state, context), context);
  return { ...now, group: {}, field: undefined, words: NO_TEXT };
}

function toldGroup(state: State, context: ReadContext): State {
  const found = aboutGroup(state.group);
  return found === undefined ? state : tell(found.delivery, found.said, state, context);
}

function toldWords(state: State, context: ReadContext): State {
  const { words } = state;
  if (words === NO_TEXT || HEADER.test(words.text)) return state;
  const about = ADDRESSED.exec(words.text)?.[1] ?? state.about;
  const now = { ...state, about, announced: ANNOUNCED.test(words.text) };
  const said = replyIn(words, state.announced);
  if (said === undefined) return now;
  const codes = { ...readCodes(said.text), ...known('enhanced', NUMBERED.exec(said.text)?.[1]) };
  const triesOn =
    String(codes.code ?? codes.enhanced).startsWith('4') && !/Giving up|not going to try/.test(words.text);
  const action = triesOn ? 'deferred' : 'bounced';
  return tell({ action, ...known('to', about), ...codes, reason: said.text }, said, now, context);
}

/** The reply that a paragraph quotes, or what the program says in place of one. */
function replyIn(words: WireText, announced: boolean): WireText | undefined {
  const reply = REPLY.exec(words.text);
  const isReply = reply !== null || (announced && looksLikeReply(words.text));
  if (!isReply && !NUMBERED.test(words.text)) return undefined;
  const from =
    reply === null ? (/^<[^\s<>]{1,320}>: /.exec(words.text)?.[0].length ?? 0) : reply.index + reply[0].length;
  const behind = (reply?.[0].startsWith('(') ? /\)$/ : BEHIND).exec(words.text)?.[0].length ?? 0;
  return verbatimPart(words, from, words.text.length - behind);
}

function tell(delivery: Delivery, said: WireText, state: State, context: ReadContext): State {
  const to = delivery.to?.toLowerCase() ?? '';
  const again = state.told.includes(to);
  // The same of a bounce is no news, and both are explained; a delivery may well be put off twice.
  if (said.pieces.length === 0 || (again && delivery.action !== 'bounced')) return state;
  deliverSaid(said, String(state.count + 1), delivery, context);
  return again ? state : { ...state, told: [...state.told, to] };
}
