import type { State } from '../../../transcript/dialects/canonical';
import { asItIs, begunBy, type Layout, PRINTABLE } from '../layout';
import { PlainData } from '../plainData';
import { PlainReplies } from '../plainReplies';

export const canonical: Layout<State> = {
  // What stands for a secret begins with one of these.
  data: new PlainData('C: ', 3, '[*<\\[]'),
  speaking: ({ begun, name }) => (begun ? name : undefined),
  replies: new PlainReplies('S: '),
  hearing: ({ begun, name, time, skips }) => (begun && time === undefined && !skips ? name : undefined),
  sessions: {
    line(text, _groups, said) {
      if (text.startsWith('#')) return undefined;
      return /^--- session \d{1,9} ---$/.test(text) ? '--- session \\d{1,9} ---' : asItIs(text, said);
    },
    characters: () => PRINTABLE,
    together: {
      ...begunBy('--- session '),
      key: () => '',
      behind: ({ session, name, begun }, sessions) => ({
        session: session + sessions - (begun ? 0 : 1),
        name,
        begun: true,
        time: undefined,
      }),
    },
  },
};
