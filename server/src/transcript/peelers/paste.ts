/** What people put before lines when they quote them: Markdown and mail quoting, line numbers, indentation. */
import type { PeeledLine } from '../transcript';
import { common, isCommon, type Peeler, type PeelerFamily, taken } from './peeler';

/** `> `, also nested `> > `. An empty quoted line is `>`. */
const quote: Peeler = {
  id: 'quote',
  peel(line) {
    const { text } = line;
    if (!text.startsWith('>')) return undefined;
    return taken(line, text.charAt(1) === ' ' ? 2 : 1);
  },
};

/** `+`, of a log that a change to a file adds. */
const added: PeelerFamily = {
  id: 'diff',
  fit: (sample) => (sample.length > 5 && isCommon(sample, addition, 0.95) ? addition : undefined),
};

const addition: Peeler = {
  id: 'diff',
  peel: (line) => (line.text.startsWith('+') ? taken(line, 1) : undefined),
};

/**
 * `  12: `, `12\t`, `12 | `, `12) `, `12  `: numbers that count the lines. `grep -n` leaves some out, so they must rise,
 * and mostly by one.
 */
const lineNumbers: PeelerFamily = {
  id: 'line-numbers',
  fit(sample) {
    // A blank behind the colon is the format's own unless each line has one.
    const blank = !sample.some(({ text }) => /^ {0,8}\d{1,7}:[^ ]/.test(text));
    for (const [index, peeler] of NUMBERED.entries()) {
      if ((index > 0 || blank) && isCommon(sample, peeler) && counts(sample)) return peeler;
    }
    return undefined;
  },
};

const NUMBERED: readonly Peeler[] = [
  /^ {0,8}\d{1,7}: ?/,
  /^ {0,8}\d{1,7}[:\t]/,
  /^ {0,8}\d{1,7} ?[|│](?: |$)/,
  /^ {0,8}\d{1,7}[.)] /,
  /^ {0,8}\d{1,7}(?: {2}|$)/,
  /^ {2,8}\d{1,7}(?: |$)/,
].map((pattern) => ({
  id: 'line-numbers',
  peel(line) {
    const number = pattern.exec(line.text);
    return number === null ? undefined : taken(line, number[0].length);
  },
}));

function counts(sample: readonly PeeledLine[]): boolean {
  const numbers = sample.flatMap(({ text }) => /^ {0,8}(\d{1,7})\D?/.exec(text)?.[1] ?? []).map(Number);
  let rises = 0;
  for (const [index, number] of numbers.entries()) {
    const before = numbers[index - 1];
    if (before === undefined) continue;
    if (number <= before) return false;
    if (number === before + 1) rises++;
  }
  return numbers.length > 1 && rises * 2 >= numbers.length - 1;
}

/** The blanks or TABs that every line begins with. */
const indentation: PeelerFamily = {
  id: 'indentation',
  fit(sample) {
    const widths = sample.map(({ text }) => /^[ \t]*/.exec(text)?.[0].length ?? 0);
    const least = Math.min(...widths);
    if (!Number.isFinite(least) || least === 0) return undefined;
    return {
      id: 'indentation',
      peel: (line) =>
        line.text.slice(0, least).trim() === '' ? taken(line, Math.min(least, line.text.length)) : undefined,
    };
  },
};

/** The blanks before the lines of a block, where words that are not indented stand around it. */
export const BLOCK: PeelerFamily = {
  id: 'indented-block',
  fit(sample) {
    const all = sample.map(({ text }) => /^[ \t]*/.exec(text)?.[0].length ?? 0);
    const widths = all.filter((width) => width > 0);
    if (widths.length < 2 || widths.length * 2 < sample.length || widths.length === sample.length) return undefined;
    const least = Math.min(...widths);
    const whole = all.findLastIndex((width) => width > 0) - all.findIndex((width) => width > 0) + 1 === widths.length;
    const code = whole && (least >= 4 || sample.every(({ text }) => !text.startsWith(' ')));
    return {
      id: code ? 'code-block' : 'indented-block',
      // What is indented may be what the format says itself, but where it is indented as Markdown wants it, with words only
      // before and behind.
      share: code ? 1.01 : 0.5,
      peel: (line) =>
        line.text.slice(0, least).trim() === '' ? taken(line, Math.min(least, line.text.length)) : undefined,
    };
  },
};

/** `mail.log:12:`, as `grep -n` prints it; in `mail.log:20:40:06` the number is an hour. */
const found: Peeler = {
  id: 'grep',
  peel(line) {
    const place = /^(?=[^\s:]{0,99}[A-Za-z])[^\s:]{1,100}:\d{1,7}:(?!\d\d:\d\d(?!:\d\d))/.exec(line.text);
    return place === null ? undefined : taken(line, place[0].length);
  },
};

/** `mail.log:`, as `grep` prints it of several files. */
const searched: Peeler = {
  id: 'grep-name',
  peel(line) {
    const name = /^[\w./@+-]{1,100}\.(?:log|txt|out|err|trace|\d{1,4})(?:\.\d{1,4})?:/.exec(line.text);
    return name === null ? undefined : taken(line, name[0].length);
  },
};

/** The same word before every line: `mail.log:`. */
const constant: PeelerFamily = {
  id: 'constant',
  fit(sample) {
    const [first, ...others] = sample.map(({ text }) => text);
    if (first === undefined || others.length < 5) return undefined;
    let length = Math.min(first.length, 100);
    for (const text of others) while (!text.startsWith(first.slice(0, length))) length--;
    const prefix = /^(?:\d{1,3}\|)?[^\s:|>\])]*[\s:|>\])]+/.exec(first.slice(0, length))?.[0] ?? '';
    if (prefix.trim() === '' || /^\W?\d[\d/.:-]*[^\w|]/.test(prefix)) return undefined;
    return {
      id: 'constant',
      peel: (line) => (line.text.startsWith(prefix) ? taken(line, prefix.length) : undefined),
    };
  },
};

export const PASTE: readonly PeelerFamily[] = [common(quote), added, lineNumbers, indentation];

/** Also what may be the format's own. */
export const PASTE_WITH_NAME: readonly PeelerFamily[] = [...PASTE, common(found), common(searched), constant];
