import { isAlphanumeric } from './gaps';

/**
 * A line that stands for lines which somebody left out of a log, as people write it in reports: `[...]`, `…`, `--- snip ---`,
 * `<cut>`.
 */
export function isElision(text: string): boolean {
  // Most lines of logs begin with a letter or a digit, and of the others hardly one is so short and ends so.
  if (text.length === 0 || text.length > LONGEST || isAlphanumeric(text.charCodeAt(0))) return false;
  const last = text.charCodeAt(text.length - 1);
  return !isAlphanumeric(last) && ELISION.test(text);
}

const WORDS =
  '(?:(?:\\d{1,9}|more|some|many|other) ){0,2}(?:lines? )?(?:snip(?:ped)?|cut|omitted|elided|skipped|truncated|removed|redacted)';
const DOTS = '(?:\\.{2,20}|…)';
const ELISION = new RegExp(
  [
    String.raw`^\s{0,40}(?:\.{3,20}|…`,
    String.raw`[[(<{] {0,3}(?![\])>}])${DOTS}? {0,3}(?:${WORDS}(?: [\w ]{1,40})?)? {0,3}${DOTS}? {0,3}[\])>}]`,
    String.raw`-{2,20} {0,3}(?:snip(?:ped)?|cut(?: here)?|8<|>8) {0,3}-{2,20})\s{0,40}$`,
  ].join('|'),
  'i',
);

const LONGEST = 120;
