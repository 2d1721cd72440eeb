import type { Session } from '../transcript/reader';
import { accepted, locate } from '../transcript/transcript';
import { answer, nameOf } from './about';
import { delivered, opened, QUIT } from './exampleSessions';
import { fixesAt, type Mending } from './fixing';
import { parameterFaults } from './parameterFaults';
import { rewriteCommand } from './rewrite';
import type { Fix, Problem, Rule, RulePage } from './rule';

export const extensionParameter: Rule = {
  category: 'extension',
  code: 'extension.parameter',
  severity: 'error',
  title: { en: 'Malformed parameter', 'zh-cn': '参数格式错误' },
  messages: {
    value: {
      en: '{parameter} is malformed; right would be {expected}',
      'zh-cn': '{parameter} 格式错误；正确写法如 {expected}',
    },
    verb: {
      en: '{parameter} belongs to {expected}, not to {verb}',
      'zh-cn': '{parameter} 属于 {expected}，不属于 {verb}',
    },
    duplicate: { en: '{key} is given twice', 'zh-cn': '{key} 出现了两次' },
    length: {
      en: 'The value of {key} has {length} characters; {expected} is the limit',
      'zh-cn': '{key} 的值有 {length} 个字符；上限是 {expected}',
    },
  },
  sources: [
    { rfc: 5321, section: '4.1.2' },
    { rfc: 1870, section: '3' },
    { rfc: 3461, section: '4' },
    { rfc: 4954, section: '5' },
    { rfc: 6152, section: '2' },
  ],
  needs: ['unusual-command'],
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const extensionParameterPage = (): RulePage => ({
  code: 'extension.parameter',
  explanation: {
    en: 'Each parameter of MAIL and RCPT has a grammar of its own and may be given once. In ENVID, ORCPT and AUTH, `+`, `=` and everything outside printable ASCII are written as `+` and two upper-case hexadecimal digits (xtext). A server answers 501 to what it cannot read; some ignore it, and what was asked for does not happen.',
    'zh-cn':
      'MAIL 和 RCPT 的每个参数有各自的语法，且只能出现一次。在 ENVID、ORCPT 和 AUTH 中，`+`、`=` 以及可打印 ASCII 以外的字符要写成 `+` 加两位大写十六进制数字（xtext）。服务器对无法读取的参数回复 501；有的会忽略，于是所请求的事情不会发生。',
  },
  examples: {
    bad: `${opened('SIZE 100000')}C: MAIL FROM:<alice@example.com> SIZE=10k
S: 501 5.5.4 Syntax error in parameters
${QUIT}`,
    good: `${opened('SIZE 100000', 'DSN')}${delivered(
      'MAIL FROM:<alice@example.com> SIZE=40 RET=HDRS ENVID=a+2Bb',
      'RCPT TO:<bob@example.org> NOTIFY=SUCCESS,FAILURE ORCPT=rfc822;bob@example.org',
    )}${QUIT}`,
  },
});

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind !== 'command' || exchange.lost || exchange.afterRefusedData) continue;
    const { said } = exchange.command;
    for (const { kind, parameter, expected } of parameterFaults(exchange.command)) {
      const { key, value, start, end } = parameter;
      const values = {
        parameter: said.text.slice(start, end),
        key,
        expected,
        verb: nameOf(exchange),
        length: value?.length ?? 0,
      };
      const span = locate(said, start, end);
      const mild = accepted(exchange) && kind !== 'duplicate' ? { severity: 'warning' as const } : {};
      yield { variant: kind, values, span, related: answer(exchange), ...mild, step };
    }
  }
}

/** Without its value the parameter says nothing; without its second copy nothing is lost when both are alike. */
function fixes(at: Mending): Fix[] {
  const { command } = at.exchange;
  const { values, variant } = at.problem;
  const parameter = String(values.parameter);
  if (variant === 'length') return [];
  const { text } = command.said;
  const start = text.lastIndexOf(` ${parameter}`);
  const rest = `${text.slice(0, start)}${text.slice(start + parameter.length + 1)}`;
  const more = parameterFaults({ ...command, said: { ...command.said, text: rest } }).length > 0;
  if (more) return [];
  return rewriteCommand(at, rest, { title: 'remove-parameter', values: { parameter }, preferred: false });
}
