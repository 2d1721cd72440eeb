import type { State } from '../../../transcript/dialects/swaks';
import { asItIs, begunBy, type Layout, PRINTABLE } from '../layout';
import { PlainData } from '../plainData';
import { PlainReplies } from '../plainReplies';

export const swaks: Layout<State> = {
  data: new PlainData(' [-~*]> ', 4, '\\d+ lines sent'),
  speaking: ({ begun, marked, session }) => (begun && marked.client ? String(session) : undefined),
  replies: new PlainReplies('<-  '),
  hearing: ({ begun, marked, session }) => (begun && marked.server ? String(session) : undefined),
  sessions: {
    line: (text, _groups, said) => asItIs(text, said),
    characters: () => PRINTABLE,
    together: {
      ...begunBy('=== Trying '),
      key: ({ begun, marked }) => (begun && marked.client && marked.server ? '' : undefined),
      behind: ({ session, begun, marked }, sessions) => ({ session: session + sessions, begun, secure: false, marked }),
    },
  },
};
