/**
 * Jakarta Mail (JavaMail, Angus Mail) through java.util.logging: what `mail.debug` prints without a mark is told apart by
 * the logger. `com.sun.mail.smtp.protocol` is the wire, `com.sun.mail.smtp` what the program says of itself, and whatever
 * another logger writes nobody said. A format of one line names the logger; the default, of two lines, names the class in
 * the first (LogOutputStream writes the wire) and has the message in the second.
 */
import { readsAsCommand } from '../command';
import { cutPieces } from '../pieces';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import type { Dialect, ReadContext } from './dialect';
import { javamail, readException, readWords } from './javamail';
import { timeOfStamp } from './utter';

type Source = 'wire' | 'words' | 'other';

interface State {
  readonly mail: ReturnType<typeof javamail.start>;
  /** Whose message the next line is, where the last one was the first of two. */
  readonly next: Source | undefined;
  /** Every message so far had a blank behind it: the place of an exception in the format. */
  readonly padded: boolean;
}

export const javamailLogging: Dialect<State> = {
  id: 'javamail-logging',
  name: 'Jakarta Mail (JavaMail) java.util.logging',
  evidence,
  opening: [
    '2026-01-01 12:00:00.000 FINE [com.sun.mail.smtp] trying to connect to host "localhost", port 25, isSSL false',
  ],
  start: () => ({ mail: javamail.start(), next: undefined, padded: true }),
  read,
  finish: ({ mail }, context) => {
    javamail.finish?.(mail, context);
  },
  write(_speaker, text, like) {
    const head = like === undefined ? undefined : recordIn(like.text);
    const wire = head?.source === 'wire' ? like?.text.slice(0, head.from) : undefined;
    const padding = wire !== undefined && like?.text.endsWith(' ') ? ' ' : '';
    return `${wire ?? '2026-01-01 12:00:00.000 FINEST [com.sun.mail.smtp.protocol] '}${text}${padding}`;
  },
};

/** `2026-11-30 10:28:34.663 FINEST  [com.sun.mail.smtp.protocol] `, `10:28:34 [main] TRACE com.sun.mail.smtp.protocol - `. */
const RECORD =
  /^.{0,160}?\b(?:com\.sun|org\.eclipse\.angus)\.mail\.(smtp|smtp\.protocol|[a-z]{1,20}(?:\.[a-z]{1,20}){0,2})(?:\]:?| {0,30} [-:|]|:)(?: |$)/;

/** `Nov 30, 2026 10:28:33 AM com.sun.mail.util.LogOutputStream log`, the date in the words of any language. */
const HEAD =
  /^\S.{8,50} (?:com\.sun|org\.eclipse\.angus)\.mail\.([a-z]{1,20}(?:\.[a-z]{1,20}){0,2}\.[A-Z][\w$]{0,60}) [a-z<]\w{0,60}>?$/;
const MESSAGE = /^[^:]{2,30}: /;
/** A stack trace stands where any other program would have its name as well. */
const STACK = /^\s{0,8}at /;

interface Place {
  readonly source: Source;
  /** Where the message begins. */
  readonly from: number;
}

function recordIn(text: string): Place | undefined {
  const found = STACK.test(text) ? null : RECORD.exec(text.slice(0, 300));
  if (found === null) return undefined;
  const logger = found[1];
  return {
    source: logger === 'smtp.protocol' ? 'wire' : logger === 'smtp' ? 'words' : 'other',
    from: found[0].length,
  };
}

/** Whose message the second line is when `text` is the first of two. */
function headIn(text: string): Source | undefined {
  const name = HEAD.exec(text.slice(0, 200))?.[1];
  if (name === undefined) return undefined;
  if (name === 'util.LogOutputStream') return 'wire';
  return name.startsWith('smtp.') ? 'words' : 'other';
}

/** The wire of any protocol has the same class: without the words of SMTP's it may be another. */
function evidence(sample: readonly PeeledLine[]): number {
  let sum = 0;
  let smtp = false;
  let next: Source | undefined;
  for (const { text } of sample) {
    const message = next === undefined ? undefined : MESSAGE.exec(text);
    const place = message ? { source: next as Source, from: message[0].length } : recordIn(text);
    next = headIn(text);
    if (place === undefined) continue;
    smtp ||= place.source === 'words' || !message;
    const said = text.slice(place.from).trimEnd();
    if (place.source === 'wire') sum += looksLikeReply(said) || readsAsCommand(said) ? 10 : 0;
    else if (place.source === 'words') sum += 3;
  }
  return smtp ? sum : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const text = line.text.endsWith('\r') ? line.text.slice(0, -1) : line.text;
  const message = state.next === undefined ? undefined : MESSAGE.exec(text);
  const place = message ? { source: state.next as Source, from: message[0].length } : recordIn(text);
  if (place === undefined) {
    const mail = readException(line, text, state.mail, context);
    return { ...state, mail, next: headIn(text) };
  }
  const padded = state.padded && text.endsWith(' ');
  const told = cut(line, place.from, text.length - (padded ? 1 : 0));
  return { mail: readMessage(told, place.source, state.mail, context), next: undefined, padded };
}

function readMessage(line: PeeledLine, source: Source, mail: State['mail'], context: ReadContext): State['mail'] {
  switch (source) {
    case 'wire':
      return javamail.read(line, { ...mail, exception: 'no' }, context);
    case 'words':
      return readWords(line, line.text, mail, context);
    case 'other':
      return mail;
    default:
      return source satisfies never;
  }
}

/** The message alone, with the time of its record. */
function cut(line: PeeledLine, from: number, to: number): PeeledLine {
  const stamp = line.time === undefined ? STAMP.exec(line.text)?.[0] : undefined;
  const time = stamp === undefined ? line.time : timeOfStamp(stamp);
  const pieces = line.pieces && cutPieces(line.pieces, line.text.length, from, to);
  return {
    ...line,
    text: line.text.slice(from, to),
    from: pieces === undefined ? line.from + from : line.from,
    ...(pieces && { pieces }),
    ...(time !== undefined && { time }),
  };
}

const STAMP = /^\d{4}-\d\d-\d\d[ T]\d\d:\d\d:\d\d(?:[.,]\d{1,9})?(?:Z|[+-]\d\d:?\d\d)?(?= )/;
