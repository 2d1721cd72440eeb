/** Which traits a session has: the one look at each session that spares it the looks of the rules. */
import { mingledAt } from '../transcript/mingled';
import { offersAt } from '../transcript/offers';
import type { Session, Step } from '../transcript/reader';
import { enhancedCodeOf } from '../transcript/reply';
import type { SessionState } from '../transcript/session';
import {
  type CommandExchange,
  isBefore,
  isOddLineEnd,
  type MessageExchange,
  type Reply,
  type ReplyLine,
  type Said,
  type Told,
} from '../transcript/transcript';
import { CONTROL } from './lineEnds';
import { answersHello } from './replies';
import { contradictionIn, isDecision } from './replyContradiction';
import { type Greeting, greetingOf } from './serverName';
import { TRAITS, type Trait } from './traits';
import { isUsualCommand } from './usualCommand';
import { isUsualCode, isUsualEnhanced, isUsualOffer, isUsualText } from './usualReply';

/** The traits of a session, each the bit that `TRAITS` has for it; none where several connections have said it. */
export function traitsOf(session: Session): number {
  if (mingledAt(session) !== undefined) return 0;
  const look = new Look();
  for (const step of session.steps) look.at(step);
  return look.end(session);
}

class Look {
  #traits = 0;
  #greeting: Greeting | undefined;
  /** What the server calls itself, up to the first blank. */
  #name: string | undefined;
  /** The line of the reply to the last DATA. */
  #goAhead: Said | undefined;
  #earliest = Number.POSITIVE_INFINITY;
  #latest = Number.NEGATIVE_INFINITY;

  at(step: Step): void {
    const { exchange, before } = step;
    if (step.faults.length > 0) this.#add('fault');
    switch (exchange.kind) {
      case 'command':
        this.#command(step, exchange);
        break;
      case 'message':
        this.#message(exchange, before);
        break;
      case 'greeting':
        this.#replies(exchange.replies, 'GREETING', before);
        break;
      case 'unasked':
        this.#add('unasked');
        this.#replies(exchange.replies, 'UNASKED', before);
        break;
      case 'unreadable':
        this.#add('unusual-code');
        break;
      case 'event':
        this.#event(exchange.told);
        break;
      default:
        exchange satisfies never;
    }
  }

  end({ after, clientSeen, serverSeen }: Session): number {
    if (after.ended === undefined && after.whole && clientSeen && serverSeen) this.#add('no-quit');
    if (this.#latest - this.#earliest >= A_SECOND) this.#add('long');
    return this.#traits;
  }

  #add(trait: Trait): void {
    this.#traits |= TRAITS[trait];
  }

  #command(step: Step, exchange: CommandExchange): void {
    const { command, replies } = exchange;
    const { said, verb } = command;
    const { before } = step;
    this.#time(said.time);
    if (exchange.sentBeforeReplyTo !== undefined) this.#add('pipelined');
    if (exchange.data?.firstEightBit !== undefined) this.#add('eight-bit-data');
    if (isOddLineEnd(said)) this.#add('odd-line');
    if (!isUsualCommand(step, exchange)) {
      this.#add('unusual-command');
      if (CONTROL.test(said.text)) this.#add('odd-line');
    }
    this.#verb(verb, exchange, before);
    if (replies.length === 0) this.#add('unanswered');
    else this.#replies(replies, verb, before);
  }

  #verb(verb: string, exchange: CommandExchange, { auth, tls }: SessionState): void {
    switch (verb) {
      case 'RCPT':
        if (auth.kind === 'none' && !this.#isLocal(exchange)) this.#add('foreign-recipient');
        break;
      case 'DATA':
        this.#goAhead = exchange.replies.at(-1)?.lines[0].said;
        break;
      case 'EHLO':
      case 'LHLO':
        if (tls === 'active') this.#add('hello-in-tls');
        break;
      case 'HELO':
        this.#add('helo');
        break;
      case 'AUTH':
        this.#add('auth');
        break;
      case 'BDAT':
        this.#add('chunks');
        break;
      case 'STARTTLS':
        this.#add('starttls');
        break;
    }
  }

  /** The address ends in the domain of the server, or the server has not said who it is. */
  #isLocal({ command, replies }: CommandExchange): boolean {
    if (this.#greeting === undefined) return false;
    const { domain } = this.#greeting;
    const { text } = command.said;
    const start = text.indexOf('>') - domain.length;
    const char = text.charAt(start - 1);
    return domain === '' || replies.length === 0 || ((char === '@' || char === '.') && text.startsWith(domain, start));
  }

  #message({ data, replies }: MessageExchange, before: SessionState): void {
    const { first, last, octets, end, oddities, firstEightBit } = data;
    if (last !== undefined) this.#time(last.time);
    if (end !== 'complete') this.#add('unfinished-data');
    else if (replies.length === 0) this.#add('unanswered');
    if (oddities.length > 0) this.#add('odd-line');
    if (firstEightBit !== undefined) this.#add('eight-bit-data');
    if (first !== undefined && this.#goAhead !== undefined && isBefore(first, this.#goAhead)) this.#add('early-data');
    if (octets !== undefined && isSized(before)) this.#add('sized-data');
    if (replies.length > 1 || before.protocol === 'lmtp') this.#add('lmtp');
    this.#replies(replies, 'MESSAGE', before);
  }

  #event({ event, time }: Told): void {
    switch (event.type) {
      case 'connect':
        this.#time(time);
        break;
      case 'error':
        this.#add('tool-error');
        break;
      case 'tls':
        this.#add('tool-tls');
        break;
      case 'delivery':
        this.#add('delivery');
        break;
    }
  }

  #replies(replies: readonly Reply[], place: string, before: SessionState): void {
    for (const reply of replies) this.#reply(reply, place, before);
    this.#time(replies[0]?.lines[0].said.time);
    this.#time(replies.at(-1)?.lines.at(-1)?.said.time);
  }

  #reply(reply: Reply, place: string, before: SessionState): void {
    const { lines, code, complete } = reply;
    if (code < 200 || code >= 400)
      this.#add(place === 'RCPT' && !ABOUT_DIALOGUE.has(code) ? 'refused-recipient' : 'refusal');
    if (!complete) this.#add('unusual-reply');
    if (!isUsualCode(place, code)) this.#add('unusual-code');
    if (isDecision(place) && contradictionIn(reply) !== undefined) this.#add('contradiction');
    const hello = answersHello(place);
    if (hello || place === 'GREETING') this.#opening(reply, hello);
    else if (!isUsualEnhanced(reply, place, before)) this.#add('unusual-enhanced');
    for (let index = 0; index < lines.length; index++) {
      const line = lines[index] as ReplyLine;
      if (isOddLineEnd(line.said)) this.#add('odd-line');
      if (line.code !== code) this.#add('unusual-reply');
      if (hello && offersAt(lines, index, 'STARTTLS')) this.#add('starttls-offered');
      if (hello && index > 0 && isUsualOffer(line.text)) continue;
      if (hello && index > 0) this.#add('unusual-offer');
      if (isUsualText(line.text)) continue;
      this.#add('unusual-reply');
      if (CONTROL.test(line.text)) this.#add('odd-line');
    }
  }

  /** The greeting, or the answer to a hello. */
  #opening({ lines, code, enhanced }: Reply, hello: boolean): void {
    const text = lines[0]?.text ?? '';
    if (enhanced !== undefined) this.#add('unusual-enhanced');
    if (!hello) {
      const greeting = greetingOf(text);
      this.#greeting ??= greeting;
      if (!greeting.usual) this.#add('unusual-greeting');
      if (lines.some((line) => enhancedCodeOf(line.text) !== undefined)) this.#add('unusual-enhanced');
    }
    if (code !== 220 && code !== 250) return;
    if (this.#name === undefined) {
      const blank = text.indexOf(' ');
      this.#name = blank < 0 ? text : text.slice(0, blank);
    } else if (!beginsWith(text, this.#name)) this.#add('several-names');
  }

  /** Notes a moment of the log, in milliseconds. */
  #time(time: number | undefined): void {
    if (time === undefined) return;
    if (time < this.#earliest) this.#earliest = time;
    if (time > this.#latest) this.#latest = time;
  }
}

/** The text is the word, or goes on behind it with a blank. */
function beginsWith(text: string, word: string): boolean {
  return text.startsWith(word) && (text.length === word.length || text.charAt(word.length) === ' ');
}

/** The transaction in force began with a MAIL that declares a size. */
function isSized({ transaction }: SessionState): boolean {
  return transaction.kind === 'open' && /SIZE=/i.test(transaction.mail.command.said.text);
}

const ABOUT_DIALOGUE: ReadonlySet<number> = new Set([421, 500, 501, 502, 503, 504, 530, 555]);

const A_SECOND = 1000;
