/** Events of a session as the canonical format writes them (docs/format.md). Reading them is in canonical.ts. */
import type { Elided, ToolEvent } from '../transcript';
import { writeDelivery } from './delivery';

/** The line of an event, `* ` included; undefined for one that the format takes for granted. */
export function writeEvent(event: ToolEvent): string | undefined {
  switch (event.type) {
    case 'connect':
      if (event.host === undefined) return undefined;
      return `* connected to ${event.host}${event.port === undefined ? '' : `:${event.port}`}`;
    case 'tls':
      return ['* tls', event.protocol, event.cipher].filter((part) => part !== undefined && part !== '').join(' ');
    case 'close':
      return event.by === 'unknown' ? '* closed' : `* closed by ${event.by}`;
    case 'error':
      return `* error ${event.about}: ${event.message}`;
    case 'gap':
      return '* elided';
    case 'delivery':
      return `* ${writeDelivery(event.delivery)}`;
    default:
      return event satisfies never;
  }
}

/** What stands for content that is not shown, without the `* `. */
export function writeElided({ what, lines, octets }: Elided): string {
  const counts = [lines === undefined ? '' : ` ${lines} lines`, octets === undefined ? '' : ` ${octets} octets`];
  return `elided ${what}${counts.join('')}`;
}

/** A moment as a timestamp; before 2001 the log told no date, and only the time of day is written. */
export function writeTime(time: number): string {
  const iso = new Date(time).toISOString();
  return time < FIRST_DATED ? iso.slice(11, 23) : iso;
}

const FIRST_DATED = Date.UTC(2001, 0, 1);
