import type { State } from '../../../transcript/dialects/postfix';
import { escaped } from '../../../transcript/escaped';
import { lookUp } from '../../../transcript/persistentMap';
import type { Groups } from '../groups';
import { asItIs, type Layout, type Part, PRINTABLE } from '../layout';
import { minuteDuration } from '../times';

export const postfix: Layout<State> = {
  idle: isChatter,
  sessions: {
    line(text, groups, said) {
      const found = HEAD.exec(text);
      if (found === null) return undefined;
      const [head, minute = '', fraction = '', zone = '', program = '', pid = ''] = found;
      const parts = [
        groups.same('minute', minute, minute.charAt(4) === '-' ? ISO_MINUTE : BSD_MINUTE),
        `\\d\\d${fraction === '' ? '' : `\\.\\d{${fraction.length - 1}}`}${escaped(`${zone} ${program}`)}\\[`,
        groups.same('process', pid, '\\d{1,10}'),
        '\\]: ',
        rest(text, head.length, groups, said),
      ];
      return parts.includes(undefined) ? undefined : parts.join('');
    },
    characters: () => PRINTABLE,
    duration(text, start, end) {
      return minuteDuration(text, start, end, text.charAt(start + 4) === '-' ? ISO_SECONDS : BSD_SECONDS);
    },
    apart: {
      place(text, start, end) {
        const open = text.indexOf('[', start);
        const close = endOfProcess(text, open);
        if (open < 0 || close < 0 || close > end) return undefined;
        const connection = text.slice(open + 1, close);
        const last = text.charCodeAt(open - 1);
        if (last !== LETTER_D || !isSmtp(text, open - 5)) return { connection, bound: 'other' };
        const said = close + 3;
        const first = text.charCodeAt(said);
        if (first === LETTER_C && text.startsWith('connect from ', said)) return { connection, bound: 'first' };
        if (first === LETTER_D && text.startsWith('disconnect from ', said)) return { connection, bound: 'last' };
        return { connection, bound: undefined };
      },
      key: ({ connections }, pid) => (lookUp(connections, pid) === undefined ? '' : undefined),
    },
  },
};

/** Minute, fraction of the second, zone, host and program, process. */
const HEAD =
  /^([A-Z][a-z]{2} [ \d]\d \d\d:\d\d:|\d{4}-\d\d-\d\dT\d\d:\d\d:)\d\d(\.\d{1,6})?(Z|[+-]\d\d:?\d\d|) (\S+ \S*smtpd)\[(\d{1,10})\]: /;
const BSD_MINUTE = '[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:';
const ISO_MINUTE = '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:';
/** Where the seconds stand in a line. */
const BSD_SECONDS = 13;
const ISO_SECONDS = 17;

/** What stands behind the head: a message has another id in each session, and most have another client. */
function rest(text: string, from: number, groups: Groups, said: Part | undefined): string | undefined {
  const found = ABOUT_PEER.exec(text.slice(from));
  if (found === null) return asItIs(text, said, from);
  const [head, id, words = '', peer = ''] = found;
  const before = `${id === undefined ? '' : '[0-9A-Za-z]{6,20}: '}${escaped(words)}`;
  const who = groups.same('peer', peer, CLIENT.test(peer) ? CLIENT.source.slice(1, -1) : escaped(peer));
  return who && `${before}${who}${asItIs(text, said, from + head.length)}`;
}

const ABOUT_PEER =
  /^([0-9A-Za-z]{6,20}: (?=client=))?([<>] |(?:dis)?connect from |client=)(\S{1,80}?\[[^\s\]]{1,64}\])/;
/** Any but this host itself. */
const CLIENT = /^(?!localhost\b)[!-Z\\^-~]{1,60}\[(?!127\.|::1\])[0-9A-Fa-f.:]{2,45}\]$/;

/**
 * What other daemons say, and what smtpd says for itself, by its first letter or word: most of the log, and `read` makes
 * nothing of it. The first bracket of a line of syslog is that of the process.
 */
function isChatter(text: string, start: number, end: number): boolean {
  const open = text.indexOf('[', start);
  if (open < 0 || open > end || !isLetterOrDigit(text.charCodeAt(start))) return false;
  const close = endOfProcess(text, open);
  const said = close + 3;
  if (close < 0 || said >= end) return false;
  const last = text.charCodeAt(open - 1);
  if (last === LETTER_N && text.startsWith('postscreen', open - 10) && SCREEN_SAYS.test(text.charAt(said)))
    return false;
  // smtp and lmtp end so, cleanup does not.
  if (last === LETTER_P && text.charCodeAt(open - 2) === LETTER_T) return false;
  if (last !== LETTER_D) return text.charCodeAt(close + 2) === SPACE;
  if (text.charCodeAt(close + 2) !== SPACE || !isSmtp(text, open - 5)) return false;
  const first = text.charCodeAt(said);
  if (first === GREATER) return text.charCodeAt(said + 1) === GREATER;
  if (first < LETTER_A || first > LETTER_Z) return false;
  const heard = HEARD[first];
  return heard === undefined || !hasLetters(text, said + 1, heard);
}

/** Offset of the `]` of `[digits]:`, which begins at offset `open`; -1 when that is something else. */
function endOfProcess(text: string, open: number): number {
  let close = open + 1;
  while (isDigit(text.charCodeAt(close))) close++;
  return text.charCodeAt(close) === CLOSE && text.charCodeAt(close + 1) === COLON ? close : -1;
}

/** `startsWith` takes three times as long. */
function isSmtp(text: string, at: number): boolean {
  return (
    text.charCodeAt(at) === LETTER_S &&
    text.charCodeAt(at + 1) === LETTER_M &&
    text.charCodeAt(at + 2) === LETTER_T &&
    text.charCodeAt(at + 3) === LETTER_P
  );
}

function hasLetters(text: string, at: number, { second, third }: Word): boolean {
  return text.charCodeAt(at) === second && text.charCodeAt(at + 1) === third;
}

/** Codes of letters. */
interface Word {
  readonly second: number;
  readonly third: number;
}

/** What `read` hears from smtpd, besides the dialogue, begins with one of these or with a capital; by the code of the first letter. */
const HEARD: readonly (Word | undefined)[] = Array.from({ length: 128 }, (_, code) => {
  const word = ['connect', 'disconnect', 'improper', 'lost', 'timeout'].find((each) => each.charCodeAt(0) === code);
  return word === undefined ? undefined : { second: word.charCodeAt(1), third: word.charCodeAt(2) };
});

function isLetterOrDigit(code: number): boolean {
  return isDigit(code) || ((code | 0x20) >= LETTER_A && (code | 0x20) <= LETTER_Z);
}

function isDigit(code: number): boolean {
  return code >= ZERO && code <= NINE;
}

/** How what is heard of postscreen begins. */
const SCREEN_SAYS = /[<>CDHP]/;
const SPACE = 32;
const ZERO = 48;
const NINE = 57;
const COLON = 58;
const GREATER = 62;
const LETTER_A = 97;
const LETTER_C = 99;
const LETTER_D = 100;
const LETTER_M = 109;
const LETTER_N = 110;
const LETTER_P = 112;
const LETTER_S = 115;
const LETTER_T = 116;
const LETTER_Z = 122;
const CLOSE = 93;
