/**
 * What OpenSMTPD tells its filters, as a filter that writes it down shows it: fields apart by `|`, the dialogue as
 * `protocol-client` and `protocol-server` for `smtp-in` and, seen from this server as the client, `smtp-out`.
 */
import { looksLikeReply } from '../reply';
import type { PeeledLine } from '../transcript';
import { type Dialect, type ReadContext, weigh } from './dialect';
import { atTime, say, tell } from './utter';

export const opensmtpdReport: Dialect<undefined> = {
  id: 'opensmtpd-report',
  name: 'OpenSMTPD filter report',
  evidence: (sample) => weigh(sample, weight),
  start: () => undefined,
  read,
  write(speaker, text, like) {
    const match = like === undefined ? null : REPORT.exec(like.text);
    const [, before = 'report|0.7|0.000000|smtp-in|', , , session = '0000000000000000'] = match ?? [];
    return `${before}protocol-${speaker}|${session}|${text}`;
  },
};

/** `report|0.7|1795547303.456374|smtp-in|protocol-client|7641df9771b4ed00|EHLO client`. */
const REPORT =
  /^((?:report|filter)\|\d\.\d{1,2}\|(\d{1,12}(?:\.\d{1,9})?)\|smtp-(?:in|out)\|)([a-z-]{1,40})\|([0-9a-f]{16})(?:\||$)/;

function weight({ text }: PeeledLine): number {
  const kind = REPORT.exec(text)?.[3];
  return kind === undefined ? 0 : kind.startsWith('protocol-') ? 12 : 5;
}

function read(line: PeeledLine, state: undefined, context: ReadContext): undefined {
  const match = REPORT.exec(line.text);
  if (match === null) return state;
  const [head, , seconds = '', kind = '', session = ''] = match;
  const timed = atTime(line, Number(seconds) * 1000);
  const from = head.length;
  const rest = line.text.slice(from);
  switch (kind) {
    case 'link-connect': {
      const host = rest.split('|')[0] ?? '';
      tell(timed, 0, session, { type: 'connect', whole: true, ...(host !== '' && { host }) }, context);
      break;
    }
    case 'link-tls': {
      const [, protocol, cipher] = /^(?:version=)?(TLSv[\d.]{1,4})[:,](?: ?cipher=)?([\w-]{1,80})/.exec(rest) ?? [];
      const more = { ...(protocol !== undefined && { protocol }), ...(cipher !== undefined && { cipher }) };
      tell(timed, from, session, { type: 'tls', ...more }, context);
      break;
    }
    case 'timeout':
      tell(timed, 0, session, { type: 'error', about: 'timeout', message: 'timeout' }, context);
      break;
    case 'link-disconnect':
      tell(timed, 0, session, { type: 'close', by: 'unknown' }, context);
      break;
    case 'protocol-server':
      if (looksLikeReply(rest)) say(timed, from, session, 'server', context);
      break;
    case 'protocol-client': {
      const mode = context.modeOf(session);
      const masked = /^\*{3,}$/.test(rest) ? { elided: { what: 'secret' } as const } : {};
      say(timed, from, session, 'client', context, mode === 'data' ? { kind: 'command' } : masked);
      break;
    }
    case 'data-line': {
      // A filter's line has a token before the text.
      const at = from + rest.indexOf('|') + 1;
      const end = line.text.slice(at) === '.';
      say(timed, at, session, 'client', context, { kind: end ? 'end-of-data' : 'data' });
      break;
    }
    default:
      break;
  }
  return state;
}
