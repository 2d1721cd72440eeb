import type { Session } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { answer, whole } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { oversize } from './limits';
import type { Problem, Related, Rule, RulePage } from './rule';

export const extensionSizeExceeded: Rule = {
  category: 'extension',
  code: 'extension.size-exceeded',
  severity: 'warning',
  title: { en: 'Declared size over the server’s limit', 'zh-cn': '声明的大小超过服务器上限' },
  messages: {
    default: {
      en: 'The message has {size} octets, and the server takes {limit} at most (SIZE {limit})',
      'zh-cn': '邮件有 {size} 个八位字节，而服务器最多接受 {limit}（SIZE {limit}）',
    },
    refused: {
      en: 'Refused for its size: the message has {size} octets, and the server takes {limit} at most (SIZE {limit})',
      'zh-cn': '因大小被拒绝：邮件有 {size} 个八位字节，而服务器最多接受 {limit}（SIZE {limit}）',
    },
  },
  sources: [
    { rfc: 1870, section: '4' },
    { rfc: 1870, section: '6.1' },
  ],
  needs: ['unusual-command'],
  check,
};

export const extensionSizeExceededPage = (): RulePage => ({
  code: 'extension.size-exceeded',
  explanation: {
    en: 'The server said in its EHLO reply how large a message it takes. A client that knows its message to be larger need not try: it can tell the sender at once. The limit counts the message as sent; base64 makes attachments a third larger than their files.',
    'zh-cn':
      '服务器在 EHLO 回复中说明了可接受的邮件大小。客户端若知道邮件更大，就不必尝试，可立即告知发件人。上限按实际发送的邮件计算；base64 会使附件比原文件大三分之一。',
  },
  examples: {
    bad: `${opened('SIZE 100000')}C: MAIL FROM:<alice@example.com> SIZE=520000
S: 552 5.3.4 Message size exceeds fixed limit
${QUIT}`,
    good: `${opened('SIZE 100000')}${delivered('MAIL FROM:<alice@example.com> SIZE=30')}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command' || exchange.lost || step.faults.length > 0) continue;
    const over = oversize(step);
    if (over === undefined) continue;
    const offer = before.offers?.get('SIZE');
    const offered: Related[] = offer === undefined ? [] : [{ span: whole(offer.line.said), note: 'offered-here' }];
    yield {
      variant: (exchange.replies.at(-1)?.code ?? 0) >= 400 ? 'refused' : 'default',
      values: { size: over.octets, limit: over.limit },
      span: locate(exchange.command.said, over.start, over.end),
      related: [...answer(exchange), ...offered],
      step,
    };
  }
}
