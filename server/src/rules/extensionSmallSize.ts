import type { Session } from '../transcript/reader';
import { whole } from './about';
import { opened, QUIT } from './exampleSessions';
import type { Problem, Rule, RulePage } from './rule';

/** Octets that every server has to take. */
const LEAST = 65_536;

export const extensionSmallSize: Rule = {
  category: 'extension',
  code: 'extension.small-size',
  severity: 'hint',
  title: { en: 'Takes less than 64 KB', 'zh-cn': '可接受的邮件不足 64 KB' },
  messages: {
    default: {
      en: 'The server takes messages of {limit} octets at most; RFC 5321 asks for 65536 at least',
      'zh-cn': '服务器最多接受 {limit} 个八位字节的邮件；RFC 5321 要求至少 65536',
    },
  },
  sources: [
    { rfc: 5321, section: '4.5.3.1.7' },
    { rfc: 1870, section: '4' },
  ],
  needs: ['unusual-offer'],
  alike: true,
  check,
};

export const extensionSmallSizePage = (): RulePage => ({
  code: 'extension.small-size',
  explanation: {
    en: 'Every server has to take messages of 64K octets. A smaller SIZE is mostly a limit in another unit, kilobytes or megabytes, written as octets. `SIZE 0` and `SIZE` without a number set no limit.',
    'zh-cn':
      '每台服务器都必须接受 64K 八位字节的邮件。更小的 SIZE 多半是把千字节或兆字节为单位的上限误写成了八位字节。`SIZE 0` 和不带数字的 `SIZE` 不设上限。',
  },
  examples: {
    bad: `${opened('SIZE 10240')}${QUIT}`,
    good: `${opened('SIZE 65536')}${QUIT}`,
  },
});

/** Told once, where something was said behind the offer: the end of a log may cut a number. */
function* check(session: Session): Generator<Problem> {
  for (const { exchange, before } of session.steps) {
    if (exchange.kind !== 'command' || before.hello.kind !== 'ehlo') continue;
    const offer = before.offers?.get('SIZE');
    const digits = offer?.parameters[0] ?? '';
    if (offer === undefined || !/^\d{1,15}$/.test(digits)) continue;
    const limit = Number(digits);
    if (limit === 0 || limit >= LEAST) continue;
    yield { variant: 'default', values: { limit }, span: whole(offer.line.said), related: [] };
    return;
  }
}
