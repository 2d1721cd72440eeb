/**
 * What a program says of the error that a mail library gave it, without the dialogue: the exceptions of Node, Python, Java,
 * .NET, PHP, Ruby, Rust and Elixir, and `mail …: 550 5.1.1 …` in any log. Each quotes the reply that decided; where an
 * error is printed more than once, with its cause or its fields, it is told once.
 */
import type { DeliveryFault, PeeledLine, ToolErrorKind } from '../transcript';
import { deliverSaid, known, readCodes } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';
import { appendSource, appendWire, verbatim, type WireText } from './wireText';

interface State {
  /** Errors so far. */
  readonly count: number;
  /** Codes and first words of the last one, and where it was told. */
  readonly last: { readonly what: string; readonly line: number } | undefined;
}

export const exception: Dialect<State> = {
  id: 'exception',
  name: 'error of a mail library',
  events: true,
  sparse: true,
  evidence: (sample) => Math.min(MOST_EVIDENCE, weigh(sample, weight)),
  start: () => ({ count: 0, last: undefined }),
  read,
  write: (_speaker, text) => text,
};

/** A dialogue that ends in an exception is the better witness. */
const MOST_EVIDENCE = 11;

/** Of a line that is longer the rest is not looked at. */
const LONGEST = 4000;

const REPLY = '(?<text>[45]\\d\\d[ -].{0,1000}?)';
const PYTHON = 'b?(?<quote>[\'"])(?<text>(?:\\\\.|(?!\\k<quote>).){0,1000})';

/** Errors that quote a reply: its text, and where that stands apart its code, and who was refused. */
const QUOTES: readonly RegExp[] = [
  // Nodemailer: the message, then the fields of the error.
  `Error: (?:Invalid login|Can't send mail - all recipients were rejected|(?:Message|Mail command|Recipient command|Data command|STARTTLS) failed|Invalid greeting|Error upgrading connection with STARTTLS): ${REPLY}$`,
  `(?:^\\s{0,40}|[{,] ?)"?response"?: ?(['"\`])${REPLY}(?:\\\\n|\\\\r|\\1)`,
  // Jakarta Mail and what wraps it.
  `\\b(?:SMTP(?:SendFailed|AddressFailed|SenderFailed)Exception|AuthenticationFailedException|MessagingException|SendFailedException|MailSendException|MailAuthenticationException): ${REPLY}$`,
  // Ruby's net/smtp.
  `\\bNet::SMTP(?:AuthenticationError|FatalError|ServerBusy|SyntaxError|UnknownError|UnsupportedCommand)(?:: | \\()${REPLY}(?:\\)\\s{0,9}:?)?$`,
  `': ${REPLY} \\(Net::SMTP\\w{1,30}\\)$`,
  // Symfony Mailer and Swift Mailer; mail() of PHP on Windows; PHPMailer.
  `but got code "?\\d{3}"?, with message "${REPLY}"?[.)]?$`,
  `\\bmail\\(\\): SMTP server response: ${REPLY}(?: in .{1,300} on line \\d{1,9})?$`,
  'SMTP Error: The following recipients failed: (?<to>[^\\s:]{1,320}): (?<text>.{1,1000})$',
  'SMTP server error: .{1,100}? Detail: (?<text>.{1,500}?) SMTP code: (?<code>[45]\\d\\d)',
  ',(?<code>[45]\\d\\d),[\\d.]{0,9}SMTP server error: .{1,100}? Detail: (?<text>.{1,500})$',
  'SMTP Error: (?<text>Could not authenticate\\.)',
  'SMTP Error: (?<text>data not accepted\\.)(?! ?SMTP server error: .{1,100}? Detail: )',
  // Python's smtplib and aiosmtplib.
  `\\bSMTP(?:(?:Authentication|Data|Helo|Connect|Response)(?:Error|Exception)|SenderRefused): \\((?<code>[45]\\d\\d), ${PYTHON}`,
  // lettre, and gen_smtp.
  '\\b(?:permanent|transient) error \\((?<code>[45]\\d\\d)\\): (?<text>.{1,1000})$',
  `\\b(?:permanent|temporary)_failure\\b.{0,100}?"${REPLY}"`,
  // .NET tells the text alone, of which the enhanced code is a part.
  '\\b(?:SmtpException|SmtpFailedRecipients?Exception|SmtpCommandException|Send-MailMessage ?): (?:.{0,200}The server response was: )?(?<text>[45](?:\\d\\d[ -]|\\.\\d{1,3}\\.\\d{1,3} ).{1,1000})$',
  // s-nail, msmtp and curl.
  `^msmtp: server message: ${REPLY}$`,
  `: SMTP server: ${REPLY}$`,
  '^curl: \\(\\d{1,3}\\) .{1,80}(?:failed|denied): (?<text>[45]\\d\\d)$',
].map((pattern) => new RegExp(pattern, 'd'));

/** Whatever else tells in one line that a mail failed. */
const IN_WORDS =
  /\b(?:e?mails?|smtp|gomail|mailer)\b[^"]{0,100}?: (?<text>[45]\d\d[ -][45]\.\d{1,3}\.\d{1,3} .{1,1000})$/di;
const QUOTES_AND_WORDS = [...QUOTES, IN_WORDS];

/** `{'a@example.org': (550, b'…'), …}`: Python tells of all recipients at once. */
const RECIPIENTS = /\bSMTPRecipientsRefused: \{/;
const RECIPIENT = new RegExp(`(['"])(?<to>[^'"\\s]{1,320})\\1: \\((?<code>[45]\\d\\d), ${PYTHON}`, 'dg');

/** Without a reply: how the library calls what happened. */
const BROKEN: readonly (readonly [RegExp, ToolErrorKind])[] = [
  [/\bSMTPServerDisconnected: .{1,300}$/, 'lost'],
  [/\bSmtpProtocolException: .{1,300}disconnected.{0,60}$/, 'lost'],
  [/\bSMTP(?:Connect|Read|)Timeout(?:Error)?: .{1,300}$/, 'timeout'],
  [/\bError: Greeting never received$/, 'timeout'],
  [/\bError: (?:Unexpected socket close|Connection closed unexpectedly)$/, 'lost'],
  [/\bMessagingException: (?:Can't send command to SMTP host|Exception reading response|\[EOF\]).{0,300}$/, 'lost'],
  [/\bSmtpException: .{1,200}: Connection closed$/, 'lost'],
  [/\bUnexpected EOF on SMTP connection$/, 'lost'],
  [/\b(?:mail|smtp)\b.{0,60}: EOF$/, 'lost'],
  [/\bCould not connect to SMTP host: .{1,300}$/, 'connect'],
  [/\bSMTP Error: Could not connect to SMTP host\b.{0,300}$/, 'connect'],
];

/** Each pattern needs one of these. */
const MAY_TELL = /smtp|mail|response|permanent|transient|_failure|Error: |with message|^curl: /i;

function weight({ text }: PeeledLine): number {
  if (!MAY_TELL.test(text)) return 0;
  if (quotesIn(text, QUOTES).length > 0 || BROKEN.some(([pattern]) => pattern.test(text))) return 6;
  return IN_WORDS.test(text) ? 4 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.slice(0, LONGEST);
  if (!MAY_TELL.test(text)) return state;
  const quotes = quotesIn(text, QUOTES_AND_WORDS);
  if (quotes.length > 0) return quotes.reduce((before, quote) => toldQuote(line, quote, before, context), state);
  for (const [pattern, about] of BROKEN) {
    const found = pattern.exec(text);
    if (found === null) continue;
    const [message] = found;
    return once(line, message, state, (session) => {
      tell(line, found.index, session, { type: 'gap', tls: 'unknown' }, context);
      tell(line, found.index, session, { type: 'error', about, message }, context);
    });
  }
  return state;
}

/** A code, or PHPMailer, which may have none. */
const MAY_QUOTE = /[45]\d\d(?!\d)|[45]\.\d{1,3}\.\d|SMTP Error: /;
const NONE: readonly RegExpExecArray[] = [];

function quotesIn(text: string, patterns: readonly RegExp[]): readonly RegExpExecArray[] {
  if (!MAY_QUOTE.test(text)) return NONE;
  if (RECIPIENTS.test(text)) return [...text.matchAll(RECIPIENT)];
  for (const pattern of patterns) {
    const found = pattern.exec(text);
    if (found !== null) return [found];
  }
  return NONE;
}

function toldQuote(line: PeeledLine, quote: RegExpExecArray, state: State, context: ReadContext): State {
  const { to, text = '' } = quote.groups ?? {};
  const cut = text.search(/\\[rn]/);
  const words = part(line, quote, 'text', cut < 0 ? text.length : cut);
  const code = part(line, quote, 'code');
  const gap = quote.indices?.groups?.code?.[1] ?? 0;
  const said = code.text === '' ? words : appendWire(appendSource(code, ' ', line, gap, gap + 1), words);
  const codes = readCodes(said.text);
  return once(line, `${to ?? ''} ${said.text}`, state, (session) => {
    const fault = text === NO_LOGIN ? 'auth' : faultOf(codes.code);
    const delivery = { reason: said.text, ...known('to', to), ...codes, ...known('fault', fault) };
    deliverSaid(said, session, { action: 'rejected', ...delivery }, context);
  });
}

/** What a named group found, at most its first `most` characters. */
function part(line: PeeledLine, { indices }: RegExpExecArray, name: string, most = LONGEST): WireText {
  const [from, end] = indices?.groups?.[name] ?? [0, 0];
  return verbatim(line, from, Math.min(end, from + most));
}

/** PHPMailer does not say what the server answered. */
const NO_LOGIN = 'Could not authenticate.';

/** An error is printed again as its own cause or field so many lines below, at most. */
const NEAR = 200;

/** Tells an error as the next session, unless it is the last one again. */
function once(line: PeeledLine, error: string, state: State, telling: (session: string) => void): State {
  const { last, count } = state;
  const { number } = line.line;
  const what = error.replace(/[\s-]+/g, ' ').slice(0, 40);
  const now = { what, line: number };
  if (last !== undefined && last.what === what && number - last.line < NEAR) return { count, last: now };
  telling(String(count + 1));
  return { count: count + 1, last: now };
}

function faultOf(code: number | undefined): DeliveryFault | undefined {
  return code === 535 || code === 534 ? 'auth' : code === 503 ? 'order' : undefined;
}
