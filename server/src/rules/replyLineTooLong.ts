import { octetsOf } from '../transcript/octets';
import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { answersHello, heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

/** Octets of a reply line with its CRLF (RFC 5321 §4.5.3.1.5). */
const LONGEST = 512;

export const replyLineTooLong: Rule = {
  category: 'reply',
  code: 'reply.line-too-long',
  severity: 'warning',
  title: { en: 'Reply line over 512 octets', 'zh-cn': '回复行超过 512 个八位字节' },
  messages: {
    default: {
      en: 'This reply line has {octets} octets with its CRLF; 512 is the limit',
      'zh-cn': '该回复行连同 CRLF 共 {octets} 个八位字节；上限是 512',
    },
  },
  sources: [{ rfc: 5321, section: '4.5.3.1.5' }],
  needs: ['unusual-reply'],
  check,
};

export const replyLineTooLongPage = (): RulePage => ({
  code: 'reply.line-too-long',
  explanation: {
    en: 'A reply line may have 512 octets, its code and CRLF counted. Clients may cut the rest off or take it for another reply. Longer texts go over several lines of one reply.',
    'zh-cn':
      '一行回复最多 512 个八位字节，代码和 CRLF 都计算在内。客户端可能截掉多余部分，或把它当作另一个回复。更长的文本应分成同一回复的多行。',
  },
  examples: {
    bad: `${opened()}C: NOOP\nS: 250 2.0.0 ${'Ok '.repeat(180)}\n${QUIT}`,
    good: `${opened()}C: NOOP\nS: 250 2.0.0 ${'Ok '.repeat(160)}\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, place, step } of heardIn(session)) {
    // Logs that keep a reply on one line run it together (Exchange); it was several lines on the wire.
    if (answersHello(place) && reply.lines.length === 1) continue;
    for (const { said } of reply.lines) {
      if (said.text.length * 3 < LONGEST) continue;
      const octets = octetsOf(said.text) + (said.wireEol?.length ?? 2);
      if (octets <= LONGEST) continue;
      yield { variant: 'default', values: { octets }, span: locate(said, 0, said.text.length), related: [], step };
    }
  }
}
