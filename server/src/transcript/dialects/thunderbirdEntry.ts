/** One message of Thunderbird's log, in each of the forms that it is seen in, and what it says there. */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { readQuoted } from './quoted';
import { timeOfStamp } from './utter';
import { verbatim, verbatimPart, type WireText } from './wireText';

/** Copied from the error console; a string in the terminal; a string of MOZ_LOG; what versions before 91 wrote. */
export type Form = 'console' | 'terminal' | 'log' | 'old';

export interface Entry {
  readonly form: Form;
  /** Absent where it speaks for itself. */
  readonly speaker?: 'client' | 'server';
  readonly said: WireText;
  /** The error console shows further lines of it below. */
  readonly goesOn: boolean;
  readonly time: number | undefined;
}

const LEVEL = '(?:debug|log|info|warn|error|trace)';
const STAMP = String.raw`(?:(\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{6}) UTC - )?`;
const THREAD = String.raw`\[[^\]]{1,60}\]: `;
const HEADS: readonly (readonly [Form, RegExp])[] = [
  ['terminal', new RegExp(String.raw`^console\.${LEVEL}: mailnews\.smtp[\w.-]{0,40}: (?=")`)],
  ['console', /^(?:(\d\d:\d\d:\d\d[.,]\d{3}) )?mailnews\.smtp[\w.-]{0,40}: /],
  ['log', new RegExp(String.raw`^${STAMP}${THREAD}[A-Z]/mailnews\.smtp[\w.-]{0,40} ${LEVEL}: (?=")`)],
  [
    'old',
    new RegExp(
      String.raw`^${STAMP}(?:-?\d{1,10}\[[\da-fx]{1,18}\]: |${THREAD}[A-Z]/SMTP )(?=SMTP |Logging suppressed )`,
    ),
  ],
];

/** Where in the program a message came from, as the console shows it: behind it, or in a line of its own. */
const PLACE = /(?:^| )[\w.-]{1,60}\.(?:js|jsm|mjs):\d{1,6}(?::\d{1,6})?$/;

export function entryOf(line: PeeledLine): Entry | undefined {
  const { text } = line;
  if (!text.includes('SMTP') && !text.includes('mailnews.smtp') && !text.includes('Logging suppressed'))
    return undefined;
  const begin = headOf(text);
  if (begin === undefined) return undefined;
  const { form, head, stamp } = begin;
  const from = head.length;
  const time = timeOf(stamp) ?? line.time;
  if (form === 'terminal' || form === 'log') {
    const quoted = readQuoted(line, from);
    return quoted === undefined ? undefined : { form, time, goesOn: false, ...markedIn(quoted) };
  }
  const end = endOf(text);
  const told = form === 'old' ? oldIn(line, from, end) : markedIn(verbatim(line, from, end));
  const goesOn = form === 'console' && told.speaker === 'server' && end === text.trimEnd().length;
  return { form, time, goesOn, ...told };
}

interface Head {
  readonly form: Form;
  readonly head: string;
  readonly stamp: string | undefined;
}

/** What stands before a message in a line like `text`, with its time. */
export function headOf(text: string): Head | undefined {
  for (const [form, pattern] of HEADS) {
    const [head, stamp] = pattern.exec(text) ?? [];
    if (head !== undefined) return { form, head, stamp };
  }
  return undefined;
}

/** Where what a line of the console says ends. */
export function endOf(text: string): number {
  const shown = text.trimEnd();
  return PLACE.exec(shown)?.index ?? shown.length;
}

function markedIn(whole: WireText): Pick<Entry, 'speaker' | 'said'> {
  const mark = /^([CS]):(?: |$)/.exec(whole.text);
  if (mark === null) return { said: whole };
  const said = verbatimPart(whole, mark[0].length, whole.text.length);
  return { speaker: mark[1] === 'C' ? 'client' : 'server', said };
}

function oldIn(line: PeeledLine, from: number, end: number): Pick<Entry, 'speaker' | 'said'> {
  const mark = /^SMTP (Send|Response): /.exec(line.text.slice(from, from + 20));
  const hidden = isHidden(line.text.slice(from));
  const said = verbatim(line, from + (mark?.[0].length ?? 0), end);
  if (mark === null) return hidden ? { speaker: 'client', said } : { said };
  return { speaker: mark[1] === 'Send' ? 'client' : 'server', said };
}

/** It does not show a command of a login, nor what goes on with it; which of the two, its words do not tell. */
export function isHidden(text: string): boolean {
  return /^Logging suppressed (?:for this command )?\(it probably contained auth/.test(text);
}

/** How much an entry looks like Thunderbird's, and not like another protocol's in its log. */
export function weightOf({ speaker, said, form }: Entry): number {
  const { text } = said;
  if (speaker === 'server') return looksLikeReply(text) ? 12 : 3;
  if (speaker === 'client') return readsAsCommand(text) || isHidden(text) ? 12 : 3;
  return form === 'old' ? 10 : 8;
}

function timeOf(stamp: string | undefined): number | undefined {
  if (stamp === undefined) return undefined;
  return timeOfStamp(stamp.includes('-') ? stamp : `1970-01-01 ${stamp}`);
}
