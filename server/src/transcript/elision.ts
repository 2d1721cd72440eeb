/**
 * A line that stands for lines which somebody left out of a log, as people write it in reports: `[...]`, `…`, `--- snip ---`,
 * `<cut>`.
 */
export function isElision(text: string): boolean {
  switch (text.charCodeAt(0)) {
    case SPACE:
    case TAB:
    case BRACKET:
    case PARENTHESIS:
    case LESS:
    case HYPHEN:
    case DOT:
    case ELLIPSIS:
    case BRACE:
      return text.length < LONGEST && ELISION.test(text);
    default:
      return false;
  }
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
const TAB = 9;
const SPACE = 32;
const PARENTHESIS = 40;
const HYPHEN = 45;
const DOT = 46;
const LESS = 60;
const BRACKET = 91;
const BRACE = 123;
const ELLIPSIS = 0x2026;
