/**
 * Delphi's Indy with a TIdLogFile: `Stat Connected.`, `Sent 30.11.2026 10:00:02: EHLO …<EOL>`, `Recv 30.11.2026 10:00:03: 250 …<EOL>`. An
 * entry is what was read or written at a time, one line or several, and may end anywhere. Words and times are in the
 * language of the program; in a server's log `Sent` is the server.
 */
import { readsAsCommand } from '../command';
import { isOtherProtocol, speaksSmtp } from '../protocols';
import { looksLikeReply } from '../reply';
import type { PeeledLine, Said } from '../transcript';
import { type Dialect, type ReadContext, weigh, within } from './dialect';
import { tell } from './utter';
import { appendWire, NO_TEXT, placeOf, verbatim, verbatimPart, type WireText } from './wireText';

type Side = Said['speaker'];

interface State {
  readonly count: number;
  readonly open: boolean;
  /** The server is the one that `Sent` is about; undefined until somebody speaks. */
  readonly serves: boolean | undefined;
  /** What of a line came whose end is in a later entry. */
  readonly rests: Readonly<Record<Side, WireText>>;
  /** The client's last line, in upper case. */
  readonly asked: string;
}

export const indy: Dialect<State> = {
  id: 'indy',
  name: 'Delphi Indy TIdLogFile',
  evidence,
  start: () => ({ count: 0, open: false, ...SILENT }),
  read,
  write(speaker, text, like) {
    const head = like === undefined ? null : ENTRY.exec(like.text);
    if (head === null) return `${speaker === 'server' ? 'Recv' : 'Sent'} 01.01.1970 00:00:00: ${text}${LINE_END}`;
    const [{ length }, word = '', stamp = ''] = head;
    const same = (speaker === 'server') === looksLikeReply(like?.text.slice(length) ?? '');
    return `${same ? word : otherOf(word)} ${stamp}: ${text}${LINE_END}`;
  },
};

const SILENT = { serves: undefined, rests: { client: NO_TEXT, server: NO_TEXT }, asked: '' } as const;
const LINE_END = '<EOL>';
const RECEIVED = ['Recv', 'Erh', 'Reçu'];
const SENT = ['Sent', 'Ges', 'Envoyé'];
const ENTRY = /^(Recv|Erh|Reçu|Sent|Ges|Envoyé) ((?:\d[\d./ -]{5,11} \d{1,2}[:.]\d\d[:.]\d\d(?: [AP]M)?)?): /;
const CONNECTED = /^Stat (?:Connected|Verbunden|Connecté)\.$/;
const DISCONNECTED = /^Stat (?:Disconnected|Verbindung getrennt|Déconnecté)\.$/;

function otherOf(word: string): string {
  const received = RECEIVED.indexOf(word);
  return (received < 0 ? RECEIVED[SENT.indexOf(word)] : SENT[received]) ?? word;
}

/** Indy speaks other protocols, too. */
function evidence(sample: readonly PeeledLine[]): number {
  const said = sample.flatMap(({ text }) => {
    const head = ENTRY.exec(text);
    return head === null ? [] : text.slice(head[0].length).split(LINE_END);
  });
  if (isOtherProtocol(said) || !said.some((text) => speaksSmtp(text) > 0)) return 0;
  return weigh(sample, ({ text }) => {
    const head = ENTRY.exec(text);
    if (head === null) return CONNECTED.test(text) || DISCONNECTED.test(text) ? 6 : 0;
    const first = text.slice(head[0].length).split(LINE_END, 1)[0] ?? '';
    return looksLikeReply(first) || readsAsCommand(first) ? 12 : 3;
  });
}

function read(line: PeeledLine, state: State, context: ReadContext): State {
  const { text } = line;
  const head = ENTRY.exec(text);
  if (head !== null) return said(line, head, state, context);
  if (CONNECTED.test(text)) return begin(line, true, flush(line, state, context), context);
  if (!state.open || !DISCONNECTED.test(text)) return state;
  const now = flush(line, state, context);
  tell(line, 0, String(now.count), { type: 'close', by: 'unknown' }, context);
  return { ...now, open: false };
}

function said(line: PeeledLine, head: RegExpExecArray, before: State, context: ReadContext): State {
  const [{ length }, word = ''] = head;
  const replies = looksLikeReply(line.text.slice(length));
  const sent = SENT.includes(word);
  const greets = line.text.startsWith('220', length);
  const over = before.asked !== '' && before.asked !== 'STARTTLS' && context.modeOf(String(before.count)) !== 'data';
  const another = greets && over && sent === before.serves;
  const state = before.open && !another ? before : begin(line, greets, flush(line, before, context), context);
  const serves = state.serves ?? sent === replies;
  const side = sent === serves ? 'server' : 'client';
  const whole = appendWire(state.rests[side], verbatim(line, length));
  let { asked } = state;
  let from = 0;
  for (let end = whole.text.indexOf(LINE_END); end >= 0; end = whole.text.indexOf(LINE_END, from)) {
    const part = verbatimPart(whole, from, end);
    utter(line, part, side, state, context);
    if (side === 'client') asked = part.text.toUpperCase();
    from = end + LINE_END.length;
  }
  const rest = from === whole.text.length ? NO_TEXT : verbatimPart(whole, from, whole.text.length);
  return { ...state, serves, asked, rests: { ...state.rests, [side]: rest } };
}

function utter(line: PeeledLine, wire: WireText, side: Side, { count }: State, context: ReadContext): void {
  const { text, pieces } = wire;
  const place = pieces.length > 0 ? placeOf(pieces) : within(line, line.text.length);
  const time = line.time === undefined ? {} : { time: line.time };
  context.emit({ session: String(count), speaker: side, text, ...place, ...time });
}

/** What broke off inside a line is told as far as it came. */
function flush(line: PeeledLine, state: State, context: ReadContext): State {
  for (const side of ['client', 'server'] as const)
    if (state.rests[side].text !== '') utter(line, state.rests[side], side, state, context);
  return { ...state, rests: SILENT.rests };
}

function begin(line: PeeledLine, whole: boolean, state: State, context: ReadContext): State {
  const count = state.count + 1;
  tell(line, 0, String(count), { type: 'connect', whole, tls: 'unknown' }, context);
  return { count, open: true, ...SILENT };
}
