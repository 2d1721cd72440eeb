import type { State } from '../../../transcript/dialects/exchange';
import { USUAL } from '../../../transcript/dialects/exchangeRow';
import { equal } from '../../../transcript/equal';
import { escaped } from '../../../transcript/escaped';
import type { Groups } from '../groups';
import { asItIs, type Layout } from '../layout';
import { minuteDuration } from '../times';

/** Minute, connector, session, number, endpoints. */
const HEAD = /^(\d{4}-\d\d-\d\dT\d\d:\d\d:)\d\d\.\d{3}Z,([^,"]*),([0-9A-Fa-f]{16}),(\d{1,6}),([^,"]*),([^,"]*),/;

export const exchange: Layout<State> = {
  sessions: {
    line(text, groups, said) {
      const head = headOf(text, groups);
      if (head === undefined) return undefined;
      const { source, length } = head;
      // Of what it says for itself the last cell is read.
      const own = /^\*,[^,"]*(?=,)/.exec(text.slice(length))?.[0].length;
      return `${source}${own === undefined ? '' : '\\*,[^,"\\r\\n]*'}${asItIs(text, said, length + (own ?? 0))}`;
    },
    characters: (text, start) => (text.charAt(start - 1) === '"' ? '[ !#-~]' : '[ !#-+\\--~]'),
    duration: (text, start, end) => minuteDuration(text, start, end, SECONDS),
    together: {
      opens(text, start) {
        FIRST_ROW.lastIndex = start;
        return FIRST_ROW.test(text);
      },
      next(text, start) {
        const lf = text.indexOf('\n', start);
        const at = lf < 0 ? -1 : text.indexOf(',+,', lf);
        return at < 0 ? -1 : text.lastIndexOf('\n', at) + 1;
      },
      key: keyOf,
      behind: (state) => state,
    },
    apart: {
      place(text, start, end) {
        const first = text.indexOf(',', start);
        const second = first === start + TIME ? text.indexOf(',', first + 1) : -1;
        const third = second + SESSION + 1;
        if (second < 0 || text.charCodeAt(third) !== COMMA || third > end) return undefined;
        const connection = text.slice(second + 1, third);
        const event = text.charCodeAt(text.indexOf(',', text.indexOf(',', text.indexOf(',', third + 1) + 1) + 1) + 1);
        if (event === HYPHEN) return { connection, bound: 'last' };
        FIRST_ROW.lastIndex = start;
        return { connection, bound: event === PLUS && FIRST_ROW.test(text) ? 'first' : undefined };
      },
      key: keyOf,
    },
  },
};

function keyOf({ server, columns }: State): string | undefined {
  return equal(columns, USUAL) ? server : undefined;
}

function headOf(text: string, groups: Groups): { readonly source: string; readonly length: number } | undefined {
  const found = HEAD.exec(text);
  if (found === null) return undefined;
  const [head, minute = '', connector = '', session = '', number = '', local = '', remote = ''] = found;
  const parts = [
    groups.same('minute', minute, '\\d{4}-\\d\\d-\\d\\dT\\d\\d:\\d\\d:'),
    `\\d\\d\\.\\d{3}Z,${escaped(connector)},`,
    groups.same('session', session, '[0-9A-Fa-f]{16}'),
    `,${number},${escaped(local)},`,
    groups.same('remote', remote, remoteOf(remote)),
    ',',
  ];
  return parts.includes(undefined) ? undefined : { source: parts.join(''), length: head.length };
}

/** Any other client is one, but for this host itself; a port below 1024 is a server's. */
function remoteOf(remote: string): string {
  return CLIENT.test(remote) ? CLIENT.source.slice(1, -1) : escaped(remote);
}

const CLIENT = /^(?!127\.)\d{1,3}\.\d{1,3}\.\d{1,3}\.\d{1,3}:(?:10(?:2[4-9]|[3-9]\d)|1[1-9]\d\d|[2-9]\d{3}|\d{5})$/;

const FIRST_ROW = /\d{4}-\d\d-\d\dT[^,\n]{9,16},[^,"\n]*,[0-9A-Fa-f]{16},0,[^,\n]*,[^,\n]*,\+,/y;

/** Characters of a time, and of the name of a session. */
const TIME = 24;
const SESSION = 16;
/** Where the seconds stand in a row. */
const SECONDS = 17;
const PLUS = 43;
const COMMA = 44;
const HYPHEN = 45;
