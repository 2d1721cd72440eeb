import type { Session } from '../transcript/reader';
import { answer, nameOf, refusalOf, refusedBefore, whole } from './about';
import { opened, QUIT } from './exampleSessions';
import type { Problem, Rule, RulePage } from './rule';

export const deliveryRepeatedCommand: Rule = {
  category: 'delivery',
  code: 'delivery.repeated-command',
  severity: 'information',
  title: { en: 'Repeated after a refusal for good', 'zh-cn': '被永久拒绝后重复' },
  messages: {
    default: {
      en: 'The same {verb} again after it was refused for good: {code}',
      'zh-cn': '{verb} 被永久拒绝后原样重复：{code}',
    },
  },
  sources: [{ rfc: 5321, section: '4.2.1' }],
  needs: ['refused-recipient', 'refusal'],
  check,
};

export const deliveryRepeatedCommandPage = (): RulePage => ({
  code: 'delivery.repeated-command',
  explanation: {
    en: 'A 5yz says that the same command will be refused again: something has to change first, the address, the sender, the authentication. Servers count such errors, and slow a client down or close the connection.',
    'zh-cn':
      '5yz 表示同样的命令还会被拒绝：必须先有所改变，如地址、发件人或认证。服务器会统计此类错误，并放慢客户端或关闭连接。',
  },
  examples: {
    bad: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 User unknown
C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 User unknown
C: RSET
S: 250 2.0.0 Ok
${QUIT}`,
    good: `${opened()}C: MAIL FROM:<alice@example.com>
S: 250 2.1.0 Ok
C: RCPT TO:<nobody@example.org>
S: 550 5.1.1 User unknown
C: RCPT TO:<nobody2@example.org>
S: 550 5.1.1 User unknown
C: RSET
S: 250 2.0.0 Ok
${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || refusalOf(step) !== 'repeated') continue;
    const earlier = refusedBefore(step);
    if (earlier === undefined) continue;
    const values = { verb: nameOf(exchange), code: earlier.replies.at(-1)?.code ?? 0 };
    const related = [...answer(earlier), ...answer(exchange)];
    yield { variant: 'default', values, span: whole(exchange.command.said), related, step };
  }
}
