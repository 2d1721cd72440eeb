/**
 * Axigen: `SMTP-IN:00000022: << EHLO …`. `>>` is what Axigen sends, so the server for SMTP-IN and the client for SMTP-OUT.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine, ToolEvent } from '../transcript';
import { tellClose } from './delivery';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, say, tell, timeOfStamp } from './utter';

export const axigen: Dialect<undefined> = {
  id: 'axigen',
  name: 'Axigen log',
  asRead: true,
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write(speaker, text, like) {
    const head = like === undefined ? undefined : headOf(like.text);
    const prefix = head === undefined ? 'SMTP-IN:00000000: ' : like?.text.slice(0, head.from);
    return `${prefix}${(speaker === 'server') === (head?.service !== 'SMTP-OUT') ? '>>' : '<<'} ${text}`;
  },
};

interface Head {
  readonly service: string;
  readonly session: string;
  /** Offset behind the session: date, level and host come before it. */
  readonly from: number;
}

function headOf(text: string): Head | undefined {
  const match = /(?:^|\s)(SMTP-(?:IN|OUT)): ?([0-9A-F]{6,10}) ?: /.exec(text.slice(0, 200));
  if (match === null) return undefined;
  return {
    service: match[1] as string,
    session: `${match[1]}:${match[2]}`,
    from: match.index + match[0].length,
  };
}

function weight({ text }: PeeledLine): number {
  const head = headOf(text);
  return head === undefined ? 0 : /^(?:>>|<<) /.test(text.slice(head.from)) ? 12 : 1;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const head = headOf(line.text);
  if (head === undefined) return state;
  const { service, session, from } = head;
  const stamp = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?: [+-]\d{4})?/.exec(line.text)?.[0].replace(/ (?=[+-])/, '');
  const time = stamp === undefined ? undefined : timeOfStamp(stamp);
  const timed = atTime(line, time);
  const rest = line.text.slice(from);
  const arrow = rest.slice(0, 3);
  if (arrow !== '>> ' && arrow !== '<< ') {
    const event = eventOf(rest);
    if (event?.type === 'close') tellClose(timed, from, session, context);
    else if (event !== undefined) tell(timed, from, session, event, context);
    return state;
  }
  const text = rest.slice(3);
  const speaker = (arrow === '>> ') === (service === 'SMTP-IN') ? 'server' : 'client';
  const octets = /^(\d{1,15}) bytes(?: and final dot)? (?:read|written|sent)/.exec(text)?.[1];
  if (octets !== undefined && !looksLikeReply(text)) {
    say(timed, from + 3, session, 'client', context, { text: '', elided: { what: 'data', octets: Number(octets) } });
    if (text.includes('final dot'))
      say(timed, from + 3, session, 'client', context, { text: '.', kind: 'end-of-data' });
    return state;
  }
  say(timed, from + 3, session, speaker, context);
  return state;
}

function eventOf(text: string): ToolEvent | undefined {
  const accepted =
    /^(?:\[[^\]]{1,60}?(?::(\d{1,5}))?\] )?connection accepted from \[([^\]]{1,60}?)(?::\d{1,5})?\]/.exec(text);
  if (accepted !== null) {
    const clear = accepted[1] === '25' || accepted[1] === '587';
    return { type: 'connect', whole: true, host: accepted[2] as string, ...(!clear && { tls: 'unknown' as const }) };
  }
  if (/^(?:\[[^\]]{1,60}\] )?(?:connection established|connected) /i.test(text))
    return { type: 'connect', whole: true };
  if (/^(?:SSL|TLS) (?:handshake|negotiation) (?:failed|error)/i.test(text)) {
    return { type: 'error', about: 'tls', message: text };
  }
  if (/^(?:SSL|TLS) (?:connection established|handshake (?:completed|successful|done))/i.test(text))
    return { type: 'tls' };
  return /^(?:\[[^\]]{1,60}\] )?(?:connection closed|closing (?:session|connection)|session closed)/i.test(text)
    ? { type: 'close', by: 'unknown' }
    : undefined;
}
