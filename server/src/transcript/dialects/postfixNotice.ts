/**
 * The notice that Postfix mails to the postmaster about a session (`notify_classes`): ` In:  ` what it read, ` Out: ` what
 * it wrote, so that in a notice of its SMTP client ` Out: ` is the client. Long lines are wrapped with five blanks; message
 * text is not in it.
 */
import { readsAsCommand } from '../command';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { tell } from './utter';
import { append, NO_TEXT, placeOf, type WireText } from './wireText';

interface State {
  readonly session: number;
  /** The line that may go on, held back until the next one tells. */
  readonly last: { readonly speaker: Said['speaker']; readonly line: PeeledLine; readonly said: WireText } | undefined;
  readonly host: string | undefined;
  /** Postfix is the client. */
  readonly sends: boolean;
}

export const postfixNotice: Dialect<State> = {
  id: 'postfix-notice',
  name: 'Postfix notice to the postmaster',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => ({ session: 0, last: undefined, host: undefined, sends: false }),
  read,
  finish: (state, context) => {
    flush(state, context);
  },
  write(speaker, text, like) {
    const [, mark = '', said = ''] = (like === undefined ? null : WHOLE.exec(like.text)) ?? [];
    const sends = mark !== '' && looksLikeReply(said) === mark.startsWith('In');
    return (speaker === 'client') === sends ? ` Out: ${text}` : ` In:  ${text}`;
  },
};

/** A paste may have lost the leading blank; an empty line has lost those behind the mark. */
const SAID = /^ ?(In: {1,2}|Out: |(?:In|Out):$)/;
const WHOLE = /^ ?(In: {1,2}|Out: )(.*)$/s;
const TITLE = 'Transcript of session follows.';

function weight({ text }: PeeledLine): number {
  const mark = SAID.exec(text);
  if (mark !== null) {
    const said = text.slice(mark[0].length);
    if (mark[1]?.startsWith('Out')) return looksLikeReply(said) || readsAsCommand(said) ? 8 : 0;
    return readsAsCommand(said) || looksLikeReply(said) ? 8 : 1;
  }
  return text === TITLE || /^Subject: \S{1,40} SMTP (?:server|client): .{1,80} from /.test(text) ? 10 : 0;
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text, from } = line;
  const mark = SAID.exec(text);
  if (mark !== null) {
    const now = flush(state, context);
    const head = mark[0].length;
    const said = append(NO_TEXT, text.slice(head), line.line.number, from + head);
    const read = mark[1]?.startsWith('In') === true;
    const fresh = state.last === undefined && !now.sends && read && looksLikeReply(said.text);
    const sends = now.sends || fresh;
    return { ...now, sends, last: { speaker: read === sends ? 'server' : 'client', line, said } };
  }
  if (state.last !== undefined && /^ {4,5}\S/.test(text)) {
    // The blank at which the line was folded is not shown.
    const indent = text.length - text.trimStart().length;
    const { said } = state.last;
    const number = line.line.number;
    const joined = append(append(said, ' ', number, from + indent - 1), text.slice(indent), number, from + indent);
    return { ...state, last: { ...state.last, said: joined } };
  }
  const now = flush(state, context);
  if (text === TITLE) return begin(line, now, context);
  const host = /^Subject: .{1,80} from (\S{1,255}\[[^\]]{1,64}\])/.exec(text)?.[1];
  if (host !== undefined) return { ...now, host };
  const broken = /^Session aborted, reason: (.{1,500})$/.exec(text)?.[1];
  if (broken === undefined || now.session === 0) return now;
  const about = broken.includes('timeout') ? 'timeout' : broken.includes('lost') ? 'lost' : 'other';
  tell(line, 0, String(now.session), { type: 'error', about, message: broken }, context);
  return now;
}

function begin(line: PeeledLine, state: State, context: ReadContext): State {
  const session = state.session + 1;
  const { host } = state;
  const event = { type: 'connect', whole: true, ...(host !== undefined && { host }) } as const;
  tell(line, 0, String(session), event, context);
  return { session, last: undefined, host: undefined, sends: false };
}

function flush(state: State, context: ReadContext): State {
  const { last } = state;
  if (last === undefined) return state;
  const session = String(Math.max(1, state.session));
  const { line, said, speaker } = last;
  const mode = context.modeOf(session);
  const at = line.from + line.text.length;
  const place = said.pieces.length === 0 ? { line: line.line.number, start: at, end: at } : placeOf(said.pieces);
  const unshown = speaker === 'client' && (mode === 'data' || mode === 'bdat');
  if (unshown && said.text === '.') {
    context.emit({ session, speaker, text: '', elided: { what: 'data' }, ...place });
    context.emit({ session, speaker, text: '.', kind: 'end-of-data', ...place });
  } else context.emit({ session, speaker, text: said.text, ...place, ...(unshown && { kind: 'command' }) });
  return { ...state, session: Math.max(1, state.session), last: undefined };
}
