import type { PeeledLine } from '../transcript';

/**
 * True for a log whose packets stand below heads that nothing here reads (sslsplit, tcpick, ettercap, simpleproxy, Emacs's Mew):
 * what stands between them looks like a terminal's, but whose it is only the heads tell.
 */
export function hasOtherHeads(sample: readonly PeeledLine[]): boolean {
  let heads = 0;
  for (const { text } of sample) if (HEAD.test(text.replace(COLOUR, '')) && ++heads >= LEAST) return true;
  return false;
}

/** A log that tells of two connections is none yet. */
const LEAST = 4;

const COLOUR = /\x1b\[[\d;]{0,12}m/g;

/** One endpoint to another, or words of the program's own. */
const HEAD =
  /^(?:.{0,40}\[?[\w.:]{2,60}\]?:\d{1,5} (?:[SAFRPU]{1,6} )?(?:-{0,2}>|<) \[?[\w.:]{2,60}\]?:\d{1,5}(?: |$)|-{8,20} Read from: \S{1,255}:\d{1,5} -{8,20}$|<=SEND=>$)/;
