import type { Session } from '../transcript/reader';
import { answer, whole } from './about';
import { opened, QUIT } from './exampleSessions';
import { isDataForBinary } from './explained';
import type { Problem, Rule, RulePage } from './rule';

export const extensionBinaryWithData: Rule = {
  category: 'extension',
  code: 'extension.binary-with-data',
  severity: 'error',
  title: { en: 'BINARYMIME sent with DATA', 'zh-cn': '用 DATA 发送 BINARYMIME' },
  messages: {
    default: {
      en: 'DATA cannot carry BODY=BINARYMIME: only BDAT counts octets in place of lines',
      'zh-cn': 'DATA 不能传送 BODY=BINARYMIME：只有 BDAT 按八位字节而不是按行计数',
    },
  },
  sources: [{ rfc: 3030, section: '3' }],
  needs: ['unusual-command'],
  check,
};

export const extensionBinaryWithDataPage = (): RulePage => ({
  code: 'extension.binary-with-data',
  explanation: {
    en: 'Binary content may hold any octet in any order, CRLF.CRLF too. DATA ends at that, so a server refuses DATA after BODY=BINARYMIME with 503. Send the message with BDAT, or encode it and declare 8BITMIME or nothing.',
    'zh-cn':
      '二进制内容可以含任意次序的任意字节，包括 CRLF.CRLF，而 DATA 会在那里结束，因此服务器在 BODY=BINARYMIME 之后以 503 拒绝 DATA。请用 BDAT 发送，或编码后声明 8BITMIME，或不作声明。',
  },
  examples: {
    bad: `${opened('CHUNKING', 'BINARYMIME')}C: MAIL FROM:<alice@example.com> BODY=BINARYMIME
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 503 5.5.1 BODY=BINARYMIME requires BDAT
C: RSET
S: 250 2.0.0 Ok
${QUIT}`,
    good: `${opened('CHUNKING', 'BINARYMIME')}C: MAIL FROM:<alice@example.com> BODY=BINARYMIME
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: BDAT 16 LAST
C: Subject: hello
S: 250 2.0.0 Ok: queued
${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange, before, faults } = step;
    if (exchange.kind !== 'command' || faults.length > 0 || !isDataForBinary(exchange, before)) continue;
    if (before.transaction.kind !== 'open') continue;
    const mail = { span: whole(before.transaction.mail.command.said), note: 'declared-here' } as const;
    yield {
      variant: 'default',
      values: {},
      span: whole(exchange.command.said),
      related: [mail, ...answer(exchange)],
      step,
    };
  }
}
