import { isKnownVerb } from '../transcript/command';
import { speaksOther } from '../transcript/protocols';
import type { Session, Step } from '../transcript/reader';
import { locate } from '../transcript/transcript';
import { opened, QUIT } from './exampleSessions';
import { answersHello, heardIn } from './replies';
import type { Problem, Rule, RulePage } from './rule';

export const replyCode: Rule = {
  category: 'reply',
  code: 'reply.code',
  severity: 'error',
  title: { en: 'Malformed reply code', 'zh-cn': '回复码格式错误' },
  messages: {
    first: {
      en: '{code} is no SMTP reply code: its first digit must be 2, 3, 4 or 5',
      'zh-cn': '{code} 不是 SMTP 回复码：首位数字必须是 2、3、4 或 5',
    },
    second: {
      en: '{code} is outside the reply codes of SMTP: the second digit goes from 0 to 5',
      'zh-cn': '{code} 超出 SMTP 回复码的范围：第二位数字只能是 0 到 5',
    },
    separator: {
      en: 'Only a blank or a hyphen may follow the reply code {code}, not “{found}”',
      'zh-cn': '回复码 {code} 之后只能是空格或连字符，而不是“{found}”',
    },
    none: {
      en: '“{code}” is no reply code: it must have three digits',
      'zh-cn': '“{code}”不是回复码：回复码必须是三位数字',
    },
    greeting: {
      en: 'No SMTP server greets like this; a greeting begins with 220: “{text}”',
      'zh-cn': 'SMTP 服务器不会这样问候；问候以 220 开头：“{text}”',
    },
  },
  sources: [
    { rfc: 5321, section: '4.2' },
    { rfc: 5321, section: '4.2.1' },
    { rfc: 5321, section: '4.3.2' },
  ],
  needs: ['unusual-code', 'unusual-reply'],
  check,
};

export const replyCodePage = (): RulePage => ({
  code: 'reply.code',
  explanation: {
    en: 'A reply begins with three digits, then a blank (last line), a hyphen (more lines follow) or the end of the line. The first digit is 2, 3, 4 or 5, the second 0 to 5. A client goes by the first digit only, so a wrong second one (`571`, `590`) does little harm; a wrong first one leaves the client without an answer.',
    'zh-cn':
      '回复以三位数字开头，其后是空格（最后一行）、连字符（后面还有行）或行尾。首位数字是 2、3、4 或 5，第二位是 0 到 5。客户端只看首位数字，所以第二位不规范（如 `571`、`590`）影响不大；首位错误则客户端等于没有得到回答。',
  },
  examples: {
    bad: `${opened()}C: NOOP\nS: 650 Ok\n${QUIT}`,
    good: `${opened()}C: NOOP\nS: 250 2.0.0 Ok\n${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const { reply, step } of heardIn(session)) {
    const line = reply.lines[0];
    const code = line.said.text.slice(0, 3);
    const first = line.code < 200 || line.code > 599;
    if (!first && Math.floor(line.code / 10) % 10 <= 5) continue;
    yield {
      variant: first ? 'first' : 'second',
      values: { code },
      span: locate(line.said, 0, 3),
      related: [],
      ...(!first && { severity: line.code >= 400 ? ('hint' as const) : ('warning' as const) }),
      step,
    };
  }
  let told = false;
  const unlike = noGreeting(session);
  for (const [index, step] of session.steps.entries()) {
    if (step.exchange.kind !== 'unreadable') continue;
    const { said } = step.exchange;
    const match = /^([2-5][0-5]\d)([^\d\s-])/.exec(said.text);
    if (match !== null) {
      const [, code = '', found = ''] = match;
      yield { variant: 'separator', values: { code, found }, span: locate(said, 0, 4), related: [], step };
    } else if (!told && step === unlike) {
      told = true;
      const text = said.text.slice(0, 80);
      yield { variant: 'greeting', values: { text }, span: locate(said, 0, text.length), related: [], step };
    } else if (session.wire && !told && isAnswer(session.steps, index, said.text)) {
      told = true;
      const code = /^\S*/.exec(said.text)?.[0] ?? '';
      yield { variant: 'none', values: { code }, span: locate(said, 0, code.length), related: [], step };
    }
  }
}

/** A client of that other protocol does not say hello. */
function isHello({ exchange }: Step): boolean {
  return exchange.kind === 'command' && answersHello(exchange.command.verb);
}

/** What is said where the greeting is due, and none comes behind it: by another service, or by no mail server at all. */
export function noGreeting({ steps, after }: Session): Step | undefined {
  const first = steps.find(({ exchange: { kind } }) => kind !== 'event');
  if (first?.exchange.kind !== 'unreadable' || first.exchange.said.speaker !== 'server') return undefined;
  const { before } = first;
  if (!before.whole || before.greeting.kind !== 'awaited' || after.greeting.kind === 'given') return undefined;
  const { text } = first.exchange.said;
  return /^[!-~][ -~]*$/.test(text) && (!speaksOther(text) || steps.some(isHello)) ? first : undefined;
}

/** The line is what the server answered with: the client took it so, and it is neither of another protocol nor cut. */
function isAnswer(steps: readonly Step[], index: number, text: string): boolean {
  const asked = steps[index + 1]?.exchange;
  if (asked?.kind !== 'command' && asked?.kind !== 'message') return false;
  if (asked.lost !== 'unreadable' || !/^[!-~][ -~]*$/.test(text) || speaksOther(text)) return false;
  return asked.kind === 'message' || isKnownVerb(asked.command.verb);
}
