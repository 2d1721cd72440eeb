/**
 * Exim with `-bh` (a rehearsal, as if a host had connected) or `-bs`, in a terminal: typed commands and the replies stand
 * bare, and Exim's remarks come in between.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { bare } from './bare';
import type { Dialect } from './dialect';

/** What a terminal session with any server would be read with. */
type State = ReturnType<typeof bare.start>;

export const eximTest: Dialect<State> = {
  id: 'exim-bh',
  unmarked: true,
  name: 'Exim -bh or -bs',
  evidence,
  owns: (line, state) => REMARK.test(line.text) || bare.owns?.(line, state) === true,
  start: bare.start,
  read: (line, state, context) => (REMARK.test(line.text) ? state : bare.read(line, state, context)),
  write: bare.write,
};

/** `>>> ` says what an ACL did, `LOG: ` what would be logged; a date begins a line of the log when it goes to stderr. */
const REMARK = /^(?:>>> |LOG: |\*\*\*\* |\d{4}-\d\d-\d\d \d\d:\d\d:\d\d )/;

/** Bare dialogue counts only next to something that Exim alone prints: every terminal session has such lines. */
function evidence(sample: readonly PeeledLine[]): number {
  let own = 0;
  let dialogue = 0;
  for (const { text } of sample) {
    own += ownWeight(text);
    if (looksLikeReply(text) || readsAsCommand(text.trimEnd())) dialogue += 2;
  }
  return own === 0 ? 0 : own + dialogue;
}

function ownWeight(text: string): number {
  if (text.startsWith('**** SMTP testing session as if from host ')) return 20;
  if (/^>>> (?:host in |check |processing |using ACL |\S+ in "|accept: |deny: |end of ACL )/.test(text)) return 3;
  if (/^LOG: (?:SMTP connection from |[0-9A-Za-z]{6}-\S{6,15}-\S{2,4} |H=)/.test(text)) return 3;
  // A client on standard input has a user, not an address.
  return /^250[- ]\S{1,255} Hello \S{1,64} at \S{1,255}(?: \[[^\]]{1,64}\])?\s*$/.test(text) ? 8 : 0;
}
