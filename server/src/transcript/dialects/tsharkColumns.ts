import type { PeeledLine } from '../transcript';

/**
 * True for tshark's packet list in columns that do not tell the connection, or in XML: which of its lines answers which
 * cannot be known, and ` | ` joins what looks like one line.
 */
export function isColumnsOfTshark(sample: readonly PeeledLine[]): boolean {
  return sample.some(
    ({ text }) => JOINED.test(text.slice(0, LONGEST)) || text.startsWith('<psml ') || NAMED.test(text),
  );
}

/** A reply of several lines, of which only the first has its code. */
const JOINED = /(?:^|[\s",;|>])S: ([2-5]\d\d)-[^|]{1,300} \| (?![2-5]\d\d[ -])/;
const LONGEST = 500;
/** The names of fields, which `-E header=y` puts first. */
const NAMED = /^\S{0,200}\b_ws\.col\.\S{0,200}$/;
