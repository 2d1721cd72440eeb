/**
 * The model: what a log says, free of the log's format. Every type here is a plain immutable value.
 *
 * Positions are a line and a column. Lines are 0-based and end at LF only, so they equal what `grep -n` counts less one;
 * columns are UTF-16 code units from the start of the line. A position therefore never depends on the text above it
 * except through its line number, which is what lets a stream be read without keeping the text and an edit be joined
 * to what was read before.
 */

/** Columns `start` (inclusive) to `end` (exclusive) of one line. */
export interface Span {
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** One line of the file. `text` has no line end; `eol` is what ended it: any number of CRs, then LF, or '' at the end. */
export interface Line {
  readonly number: number;
  readonly text: string;
  readonly eol: string;
  /** Of a line that was broken and is read as one: where it stands. A blank that a break took away is a part without width. */
  readonly parts?: readonly Piece[];
}

/** A line without the prefix that a log collector put before it. `text` is the rest, which begins at column `from`. */
export interface PeeledLine {
  readonly line: Line;
  readonly text: string;
  readonly from: number;
  /** Milliseconds; since the epoch where the log gives a date and a zone, else since an arbitrary moment of its own. */
  readonly time?: number | undefined;
  readonly host?: string | undefined;
  /** Program name without its process id: `postfix/smtpd`. */
  readonly process?: string | undefined;
  readonly pid?: string | undefined;
  /** Which of several programs, whose logs stand line among line, has written it. */
  readonly source?: string | undefined;
  /** A line of what stands around the log, and none of it. */
  readonly around?: true;
  /** Where the text stands, when taking off the prefix undid escapes or a terminal's control codes, too. */
  readonly pieces?: readonly Piece[];
}

/** Part of a text that stands verbatim in the file: `length` code units of the text, from offset `at` on. */
export interface Piece {
  readonly at: number;
  readonly line: number;
  readonly column: number;
  /** Code units that the piece takes in the file; differs from its length in the text where an escape was undone. */
  readonly width: number;
}

/** Where a text stands in the file: `start` to `end` of `line`, unless `pieces` say it more exactly. */
export interface Located extends Span {
  readonly pieces?: readonly Piece[];
}

/** What a log leaves out on purpose, in place of the text. Counts are absent where the log does not tell them. */
export interface Elided {
  readonly what: 'data' | 'secret' | 'lines';
  readonly lines?: number;
  readonly octets?: number;
}

/** Why a dialect knows what a line is, when its format says so. Absent: the conversation decides. */
export type SaidKind = 'command' | 'data' | 'end-of-data' | 'reply' | 'secret';

/** One line that a client or a server put on the wire, escapes undone, without its line end. */
export interface Said extends Located {
  readonly session: string;
  readonly speaker: 'client' | 'server';
  readonly text: string;
  readonly kind?: SaidKind;
  readonly elided?: Elided;
  readonly time?: number;
  /** The line end on the wire, where the format shows it and it is not CRLF: '\n', '\r', '\r\r\n', '' … */
  readonly wireEol?: string;
  /** True when the format marks the line as sent inside TLS. */
  readonly secure?: boolean;
  /** Its place in the order of the wire, where the lines of the file may be in another one. */
  readonly order?: number;
  /** The log shows only some replies: this one is about what the client said last, the others went unseen. */
  readonly answers?: 'last';
}

export type ToolEvent =
  /**
   * A connection begins. `whole`: the log shows it from its first octet, so what is missing did not happen. `tls`: the
   * tool would not say so if TLS was up before that.
   */
  | {
      readonly type: 'connect';
      readonly whole: boolean;
      readonly host?: string;
      readonly port?: number;
      readonly tls?: 'unknown';
    }
  /** TLS is up. `implicit`: from the first octet; `helloDone`: the tool itself said EHLO and STARTTLS unseen. */
  | { readonly type: 'tls'; readonly protocol?: string; readonly cipher?: string; readonly unseenStart?: boolean }
  | { readonly type: 'close'; readonly by: 'client' | 'server' | 'unknown' }
  | { readonly type: 'error'; readonly about: ToolErrorKind; readonly message: string }
  /**
   * Something is missing here: the log was cut or lines were left out. What follows may be anything. `tls`: it may even be
   * another connection's.
   */
  | { readonly type: 'gap'; readonly tls?: 'unknown' }
  /** A log of events tells what became of a message. */
  | { readonly type: 'delivery'; readonly delivery: Delivery };

/** One event of a log that shows no dialogue. Events of one message share its queue id, which is their session key. */
export interface Delivery {
  readonly action:
    | 'received'
    | 'sent'
    | 'deferred'
    | 'bounced'
    | 'rejected'
    | 'expired'
    | 'removed'
    | 'lost'
    | 'warning';
  readonly queueId?: string;
  readonly messageId?: string;
  readonly from?: string;
  readonly to?: string;
  /** The next host, as the log names it. */
  readonly relay?: string;
  /** The host that brought the message. */
  readonly client?: string;
  /** Code, enhanced code and text of the reply that decided it, where the log quotes one. */
  readonly code?: number;
  readonly enhanced?: string;
  readonly reason?: string;
  /** Seconds since the message came in. */
  readonly delay?: number;
  /** What the client got wrong, when the event is a server's complaint about the protocol. */
  readonly fault?: DeliveryFault;
}

export type DeliveryFault =
  | 'early-talker'
  | 'pipelining'
  | 'order'
  | 'bare-newline'
  | 'other-protocol'
  | 'unknown-command'
  | 'syntax'
  | 'tls'
  | 'auth';

export type ToolErrorKind =
  | 'connect'
  | 'lost'
  | 'tls'
  | 'starttls-missing'
  | 'renegotiation'
  | 'timeout'
  | 'auth'
  | 'pipelining'
  | 'other';

/** Where something stands in the order of the wire: by its line, unless the lines are in another one. */
export interface Ordered {
  readonly line: number;
  readonly order?: number | undefined;
}

/** Whether `a` was on the wire before `b`. */
export function isBefore(a: Ordered, b: Ordered): boolean {
  if (a.order !== undefined && b.order !== undefined && a.order !== b.order) return a.order < b.order;
  return a.line < b.line;
}

/** A line in which the tool speaks about the connection. */
export interface Told extends Located {
  readonly session: string;
  readonly speaker: 'tool';
  readonly event: ToolEvent;
  readonly text: string;
  readonly time?: number;
}

/** What a dialect makes of the file: a line that somebody said, or an event. */
export type Utterance = Said | Told;

/** A client line that was read as a command. Spans are in `said.text`: use `locate` to find them in the file. */
export interface Command {
  readonly said: Said;
  /** Upper case: `EHLO`. `MAIL` and `RCPT` without their FROM/TO. Empty for a line without a word. */
  readonly verb: string;
  /** Everything after the verb and one space, as sent. */
  readonly argument: string;
}

export interface ReplyLine {
  readonly said: Said;
  /** The three digits as sent. */
  readonly code: number;
  /** Text after the code and its separator, enhanced code included. */
  readonly text: string;
  readonly last: boolean;
}

/** A reply of one or more lines. `code` is that of its last line. */
export interface Reply {
  /** At least one. */
  readonly lines: readonly [ReplyLine, ...ReplyLine[]];
  readonly code: number;
  /** `5.1.1`, when the first line has one. */
  readonly enhanced?: string;
  /** False when the last line never came. */
  readonly complete: boolean;
}

/** Mail data as far as the log shows it. Lines are in the file; a session of an interleaved log may not own them all. */
export interface MailData {
  readonly firstLine: number;
  readonly lastLine: number;
  /** Lines of data, the final dot not counted; undefined where the log does not tell. */
  readonly lineCount: number | undefined;
  /** Octets as sent, line ends included, the final dot not; undefined where the log does not tell. */
  readonly octets: number | undefined;
  /** How it ended: by its dot or octet count, by something else in its place, or not in this log. */
  readonly end: 'complete' | 'interrupted' | 'open';
  /** True when some of the content is not shown. */
  readonly elided: boolean;
  /** The first line in it that reads as a command, and the dots that were not doubled. Capped, see conversation. */
  readonly commandLike: readonly Said[];
  /** Lines that are not as mail data has to be on the wire, so many of each kind, see conversation. */
  readonly oddities: readonly Oddity[];
  /** The first line shown with a character outside ASCII. */
  readonly firstEightBit: Said | undefined;
  /** The first and the last of the lines shown, to point at. */
  readonly first: Said | undefined;
  readonly last: Said | undefined;
  /** With its angle brackets. */
  readonly messageId: string | undefined;
}

/** A line of mail data against RFC 5321 §2.3.8 (line ends), §4.5.2 (dots) or §4.5.3.1.6 (length). */
export interface Oddity {
  readonly kind: /** NUL, CR or another control character than TAB inside the line. */
    | 'control'
    /** Longer than 1000 octets with its line end. */
    | 'long'
    /** Its end is shown, and is not CRLF. */
    | 'line-end'
    /** Begins with one dot that is not alone: doubled, unless the log shows the data before that. */
    | 'dot'
    /** A dot alone that ends the data only for a server that takes other line ends than CRLF. */
    | 'end';
  readonly said: Said;
  /** The line before it, where there is one. */
  readonly before: Said | undefined;
}

/** True for a line end that the log shows and that is not CRLF. */
export function isOddLineEnd({ wireEol }: Said): boolean {
  return wireEol !== undefined && wireEol !== '' && wireEol !== '\r\n';
}

/** One step of a session: something asked and everything answered, or something said unasked. */
export type Exchange =
  /** The reply that opens a session. */
  | { readonly kind: 'greeting'; readonly replies: readonly [Reply, ...Reply[]] }
  | CommandExchange
  | MessageExchange
  /** A reply that answers nothing. */
  | { readonly kind: 'unasked'; readonly replies: readonly [Reply, ...Reply[]] }
  /** A server line that is no reply, since it has no code; or octets of TLS. */
  | { readonly kind: 'unreadable'; readonly said: Said }
  /** An event of the tool. */
  | { readonly kind: 'event'; readonly told: Told };

/** The mail data after DATA and what answered it: one reply in SMTP, one per accepted recipient in LMTP. */
export interface MessageExchange {
  readonly kind: 'message';
  /** The DATA that it follows; undefined when the log does not show it. */
  readonly command: Command | undefined;
  readonly data: MailData;
  readonly replies: readonly Reply[];
  /** How many replies the protocol asks for: 1, in LMTP the number of accepted recipients. */
  readonly expected: number;
  /** As of a command. */
  readonly lost?: CommandExchange['lost'];
}

export interface CommandExchange {
  readonly kind: 'command';
  readonly command: Command;
  /** In order of arrival: 334s of an AUTH, then the final one; the 354 of DATA; the one of a BDAT chunk. */
  readonly replies: readonly Reply[];
  /** Lines the client sent after 334. */
  readonly responses: readonly Said[];
  /** A BDAT chunk's octets. */
  readonly data?: MailData | undefined;
  /** The earlier client line (a command, or the last line of a message) that had no reply yet when this was sent. */
  readonly sentBeforeReplyTo?: Said | undefined;
  /** True when it was sent before the server's greeting was complete. */
  readonly sentBeforeGreeting?: boolean | undefined;
  /** The line came where a refused DATA had been answered, and reads as mail data, not as a command. */
  readonly afterRefusedData?: boolean | undefined;
  /**
   * That no reply came says nothing: the log does not show it (`unseen`), it came without a code (`unreadable`), or the
   * command never took effect, because the tool kept it from the wire or the server threw it away (`dropped`).
   */
  readonly lost?: 'unseen' | 'unreadable' | 'dropped' | undefined;
  /** It was answered, and the log says that it hides the answer. */
  readonly answerHidden?: boolean | undefined;
}

/** The code of the reply that settled an exchange, or undefined when none is in the log. */
export function finalReply(exchange: Exchange): Reply | undefined {
  return 'replies' in exchange ? exchange.replies.at(-1) : undefined;
}

/** 2yz or 3yz: the command took effect. No recorded reply counts as accepted (DESIGN: a state follows what was said). */
export function accepted(exchange: CommandExchange): boolean {
  const reply = exchange.replies.at(-1);
  return reply === undefined || (reply.code >= 200 && reply.code < 400);
}

/** The command was answered, and the answer was 4yz or 5yz. */
export function refused(exchange: CommandExchange): boolean {
  return !accepted(exchange);
}

/** Where `start`–`end` of a located text stands in the file. A range over several lines is cut at the first one's end. */
export function locate(located: Located & { readonly text?: string }, start: number, end: number): Span {
  const { pieces } = located;
  if (pieces === undefined) {
    const from = Math.min(located.start + start, located.end);
    return { line: located.line, start: from, end: Math.max(from, Math.min(located.start + end, located.end)) };
  }
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, Math.max(start, end - 1));
  if (first === undefined || last === undefined) return { line: located.line, start: located.start, end: located.end };
  const from = columnIn(first, start);
  const to =
    end <= start
      ? from
      : last.line === first.line
        ? columnAfter(pieces, last, end, located.text?.length)
        : first.column + first.width;
  return { line: first.line, start: from, end: Math.max(from, to) };
}

function pieceAt(pieces: readonly Piece[], offset: number): Piece | undefined {
  let low = 0;
  let high = pieces.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((pieces[middle] as Piece).at <= offset) low = middle;
    else high = middle - 1;
  }
  return pieces[low];
}

function columnIn(piece: Piece, offset: number): number {
  return piece.column + Math.min(offset - piece.at, piece.width);
}

/** An escape is wider than what it stands for: a range that reaches the piece's end takes all of it. */
function columnAfter(pieces: readonly Piece[], piece: Piece, end: number, length: number | undefined): number {
  const after = pieces[pieces.indexOf(piece) + 1]?.at ?? length;
  return after !== undefined && end >= after ? piece.column + piece.width : columnIn(piece, end);
}
