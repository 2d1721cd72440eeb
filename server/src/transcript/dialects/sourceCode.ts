import type { PeeledLine } from '../transcript';

/** True for the source of a program: it has what both sides say, each in its quotes, but in the order of its cases. */
export function isSourceCode(sample: readonly PeeledLine[]): boolean {
  let lines = 0;
  let code = 0;
  for (const { text } of sample) {
    if (text === '' || COMMENT.test(text.slice(0, LONGEST))) continue;
    lines++;
    if (CODE.test(text.slice(-LONGEST))) code++;
  }
  return code >= LEAST && code >= lines * SHARE;
}

const COMMENT = /^\s{0,80}(?:#|\/\/)/;
/** The end of a block or a statement, or the start of a block. */
const CODE = /(?:^\s{0,80}[}\])]{1,4}[;,]?|[{;])\s{0,8}$/;
const LONGEST = 100;
const LEAST = 8;
const SHARE = 0.3;
