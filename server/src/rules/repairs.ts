/** Lines that fixes write: commands with the reply a server gives when all is well, and what to take away. */
import { readPath } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import type { SessionState } from '../transcript/session';
import type { Command, CommandExchange, Exchange } from '../transcript/transcript';
import { type Fix, type FixEdit, type FixLine, linesOfExchange } from './rule';

/** The customary success reply; with an enhanced code where the server offered them. */
export function successReply(verb: string, state: SessionState): string {
  const enhanced = state.offers?.has('ENHANCEDSTATUSCODES') ?? false;
  switch (verb) {
    case 'MAIL':
      return enhanced ? '250 2.1.0 Ok' : '250 Ok';
    case 'RCPT':
      return enhanced ? '250 2.1.5 Ok' : '250 Ok';
    case 'DATA':
      return '354 End data with <CR><LF>.<CR><LF>';
    case 'QUIT':
      return enhanced ? '221 2.0.0 Bye' : '221 Bye';
    case 'STARTTLS':
      return enhanced ? '220 2.0.0 Ready to start TLS' : '220 Ready to start TLS';
    case 'AUTH':
      return enhanced ? '235 2.7.0 Authentication successful' : '235 Authentication successful';
    case 'VRFY':
      return '252 Cannot VRFY user';
    default:
      return enhanced ? '250 2.0.0 Ok' : '250 Ok';
  }
}

/** EHLO and an answer that offers what the rest of the session uses. */
export function helloLines(session: Session, from: Step, verb: 'EHLO' | 'HELO' | 'LHLO' = 'EHLO'): FixLine[] {
  const client = clientName(session);
  const server = serverName(session);
  const offers = verb === 'HELO' ? [] : neededOffers(session, from);
  const lines: FixLine[] = [{ speaker: 'client', text: `${verb} ${client}` }];
  if (offers.length === 0) lines.push({ speaker: 'server', text: `250 ${server}` });
  else {
    lines.push({ speaker: 'server', text: `250-${server}` });
    offers.forEach((offer, index) => {
      lines.push({ speaker: 'server', text: `250${index < offers.length - 1 ? '-' : ' '}${offer}` });
    });
  }
  return lines;
}

/** Offers of the last EHLO before `from`, STARTTLS taken out; where there is none, what the later commands need. */
function neededOffers(session: Session, from: Step): string[] {
  const index = placeOf(from, session);
  const last = session.steps
    .slice(0, index)
    .findLast(({ exchange }) => exchange.kind === 'command' && exchange.command.verb === 'EHLO');
  const reply = last !== undefined && 'replies' in last.exchange ? last.exchange.replies.at(-1) : undefined;
  if (reply !== undefined && reply.code === 250) {
    return reply.lines
      .slice(1)
      .map((line) => line.text)
      .filter((text) => !/^STARTTLS\b/i.test(text));
  }
  const needed = new Set<string>();
  for (const { exchange } of session.steps.slice(index)) {
    if (exchange.kind !== 'command') continue;
    if (exchange.command.verb === 'EHLO' || exchange.command.verb === 'HELO') break;
    for (const offer of offersUsedBy(exchange)) needed.add(offer);
  }
  return [...needed];
}

function offersUsedBy(exchange: CommandExchange): string[] {
  const { verb, argument } = exchange.command;
  const used = exchange.sentBeforeReplyTo === undefined ? [] : ['PIPELINING'];
  if (verb === 'BDAT') return [...used, 'CHUNKING'];
  if (verb === 'STARTTLS' || verb === 'ETRN' || verb === 'XCLIENT') return [...used, verb];
  if (verb === 'AUTH') return [...used, `AUTH ${argument.split(' ')[0] ?? ''}`.trim()];
  if (verb !== 'MAIL' && verb !== 'RCPT') return used;
  for (const { key, value } of readPath(exchange.command).parameters) {
    const extension = extensionOfParameter(key, value);
    if (extension !== undefined) used.push(extension === 'AUTH' ? 'AUTH PLAIN' : extension);
  }
  return used;
}

/** EHLO keyword that a MAIL or RCPT parameter needs (IANA SMTP Service Extensions); undefined for unknown ones. */
export function extensionOfParameter(key: string, value: string | undefined): string | undefined {
  if (key === 'BODY') return value?.toUpperCase() === 'BINARYMIME' ? 'BINARYMIME' : '8BITMIME';
  return PARAMETERS.get(key);
}

const PARAMETERS: ReadonlyMap<string, string> = new Map([
  ['SIZE', 'SIZE'],
  ['SMTPUTF8', 'SMTPUTF8'],
  ['RET', 'DSN'],
  ['ENVID', 'DSN'],
  ['NOTIFY', 'DSN'],
  ['ORCPT', 'DSN'],
  ['AUTH', 'AUTH'],
  ['BY', 'DELIVERBY'],
  ['MT-PRIORITY', 'MT-PRIORITY'],
  ['HOLDFOR', 'FUTURERELEASE'],
  ['HOLDUNTIL', 'FUTURERELEASE'],
  ['REQUIRETLS', 'REQUIRETLS'],
  ['RRVS', 'RRVS'],
  ['SOLICIT', 'NO-SOLICITING'],
  ['MTRK', 'MTRK'],
  ['SUBMITTER', 'SUBMITTER'],
  ['CONPERM', 'CONPERM'],
  ['CONNEG', 'CONNEG'],
  ['TRANSID', 'CHECKPOINT'],
  ['XVERP', 'XVERP'],
]);

/** What the client called itself, or a name from the documentation range. */
function clientName(session: Session): string {
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command') continue;
    const { verb, argument } = exchange.command;
    if ((verb === 'EHLO' || verb === 'HELO' || verb === 'LHLO') && argument.trim() !== '') return argument.trim();
  }
  return 'client.example.com';
}

function serverName(session: Session): string {
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'greeting') continue;
    const name = exchange.replies[0]?.lines[0].text.split(' ')[0];
    if (name?.includes('.')) return name;
  }
  return 'mx.example.org';
}

/** New lines before a command. */
export function insertBefore(exchange: CommandExchange, lines: readonly FixLine[]): FixEdit {
  const like = exchange.command.said;
  return { kind: 'insert', before: like.line, like, lines };
}

/**
 * What makes a refused command succeed: its reply becomes the customary one; DATA gets a message and its answer, too.
 * Nothing for a command that was accepted or not answered.
 */
export function grant(exchange: CommandExchange, state: SessionState): FixEdit[] {
  const reply = exchange.replies.at(-1);
  if (reply === undefined || reply.code < 400) return [];
  const { verb } = exchange.command;
  const lines: FixLine[] = [{ speaker: 'server', text: successReply(verb, state) }];
  if (verb === 'DATA') {
    lines.push(
      { speaker: 'client', text: 'Subject: test' },
      { speaker: 'client', text: '' },
      { speaker: 'client', text: '.' },
      { speaker: 'server', text: successReply('', state) },
    );
  }
  const said = reply.lines[0].said;
  const rest = reply.lines.slice(1).map((line) => line.said.line);
  return [{ kind: 'replace', said, lines }, ...(rest.length > 0 ? [{ kind: 'delete', lines: rest } as const] : [])];
}

/** Takes a command out of the transcript, with its replies and payload and with all that failed because of it. */
export function remove(exchange: Exchange, session: Session, verb: string, preferred: boolean): Fix {
  const lines = new Set<number>();
  for (const { exchange: each } of stepsWith(exchange, session))
    for (const line of linesOfExchange(each)) lines.add(line);
  const data = exchange.kind === 'command' && exchange.command.verb === 'DATA' ? exchange.command : undefined;
  const message = data && placesIn(session).messages.get(data);
  if (message !== undefined) for (const line of linesOfExchange(message)) lines.add(line);
  return { title: 'remove-command', values: { verb }, edits: [{ kind: 'delete', lines: [...lines] }], preferred };
}

/** An address that stands in the session, for commands that a fix has to invent. */
export function knownAddress(session: Session, verb: 'MAIL' | 'RCPT'): string {
  for (const { exchange } of session.steps) {
    if (exchange.kind !== 'command' || exchange.command.verb !== verb) continue;
    const { address } = readPath(exchange.command);
    if (address !== '' && (verb === 'MAIL' || (exchange.replies.at(-1)?.code ?? 0) < 400)) return address;
  }
  return verb === 'MAIL' ? 'sender@example.com' : 'recipient@example.org';
}

/** `grant` for a command and for everything that failed because of it. */
export function grantAll(exchange: CommandExchange, session: Session): FixEdit[] {
  return stepsWith(exchange, session).flatMap(({ exchange: each, before }) =>
    each.kind === 'command' ? grant(each, before) : [],
  );
}

/** The first step after `step` that satisfies `wanted`, unless one that satisfies `until` comes before it. */
export function laterStep(
  session: Session,
  step: Step,
  wanted: (exchange: CommandExchange) => boolean,
  until: (exchange: CommandExchange) => boolean = () => false,
): Step | undefined {
  for (let at = placeOf(step, session) + 1; at < session.steps.length; at++) {
    const each = session.steps[at] as Step;
    if (each.exchange.kind !== 'command') continue;
    if (wanted(each.exchange)) return each;
    if (until(each.exchange)) return undefined;
  }
  return undefined;
}

/** The step of an exchange and those that failed because of it, in order. */
function stepsWith(exchange: Exchange, session: Session): readonly Step[] {
  const { own, consequences } = placesIn(session);
  const at = own.get(exchange);
  return [...(at === undefined ? [] : [session.steps[at] as Step]), ...(consequences.get(exchange) ?? [])];
}

function placeOf({ exchange }: Step, session: Session): number {
  return placesIn(session).own.get(exchange) ?? -1;
}

/** Where each exchange stands among the steps, and what failed because of it: a session may need as many fixes as it has steps. */
interface Places {
  readonly own: ReadonlyMap<Exchange, number>;
  readonly consequences: ReadonlyMap<Exchange, readonly Step[]>;
  /** The mail data that each DATA was followed by. */
  readonly messages: ReadonlyMap<Command, Exchange>;
}

const PLACES = new WeakMap<Session, Places>();

function placesIn(session: Session): Places {
  const known = PLACES.get(session);
  if (known !== undefined) return known;
  const own = new Map<Exchange, number>();
  const consequences = new Map<Exchange, Step[]>();
  const messages = new Map<Command, Exchange>();
  for (const [at, step] of session.steps.entries()) {
    const { exchange } = step;
    own.set(exchange, at);
    if (exchange.kind === 'message' && exchange.command !== undefined && !messages.has(exchange.command))
      messages.set(exchange.command, exchange);
    for (const fault of step.faults) {
      if (fault.type !== 'consequence') continue;
      const before = consequences.get(fault.cause);
      if (before === undefined) consequences.set(fault.cause, [step]);
      else if (before.at(-1) !== step) before.push(step);
    }
  }
  const places = { own, consequences, messages };
  PLACES.set(session, places);
  return places;
}
