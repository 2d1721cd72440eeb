import { readPath } from '../transcript/command';
import type { Offers } from '../transcript/offers';
import type { Session, Step } from '../transcript/reader';
import { type CommandExchange, locate } from '../transcript/transcript';
import { answer, nameOf, refusalOf, whole } from './about';
import { commandOf } from './faultRule';
import { extensionOfParameter, grant } from './repairs';
import type { Fix, FixEdit, FixLine, Problem, Related, Rule } from './rule';

export const extensionNotOffered: Rule = {
  category: 'extension',
  code: 'extension.not-offered',
  severity: 'error',
  title: { en: 'Extension used that was not offered', 'zh-cn': '使用了未提供的扩展' },
  messages: {
    parameter: {
      en: '{parameter} needs {extension}, which this EHLO reply does not offer',
      'zh-cn': '{parameter} 需要 {extension}，而该 EHLO 回复并未提供',
    },
    helo: {
      en: '{parameter} needs {extension}, but after HELO no extension is in force',
      'zh-cn': '{parameter} 需要 {extension}，但 HELO 之后没有任何扩展可用',
    },
    unknown: {
      en: '{parameter} belongs to no extension that the server offers',
      'zh-cn': '{parameter} 不属于服务器提供的任何扩展',
    },
    verb: {
      en: '{parameter} needs {extension}, which this EHLO reply does not offer',
      'zh-cn': '{parameter} 需要 {extension}，而该 EHLO 回复并未提供',
    },
    mechanism: {
      en: 'AUTH {parameter} is not among the mechanisms offered: {offered}',
      'zh-cn': 'AUTH {parameter} 不在提供的机制之中：{offered}',
    },
    refused: {
      en: 'The server does not take a parameter of {parameter}: {code}',
      'zh-cn': '服务器不接受 {parameter} 的参数：{code}',
    },
  },
  explanation: {
    en: 'A client may use an extension only when the EHLO reply in force offers it: after a new EHLO, and after STARTTLS, only the newest reply counts. A server that does not know a parameter answers 555 (504 for a value); some ignore it, and the message goes wrong later.',
    'zh-cn':
      '客户端只能使用当前有效的 EHLO 回复所提供的扩展：重新 EHLO 之后以及 STARTTLS 之后，只以最新的回复为准。服务器不认识参数时回复 555（值不支持时 504）；有的会忽略，邮件随后才出问题。',
  },
  sources: [
    { document: 'RFC 5321', section: '2.2.1', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-2.2.1' },
    { document: 'RFC 5321', section: '4.1.1.11', url: 'https://www.rfc-editor.org/rfc/rfc5321.html#section-4.1.1.11' },
  ],
  examples: {
    bad: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> BODY=8BITMIME
S: 555 5.5.4 Unsupported option: BODY=8BITMIME
C: QUIT
S: 221 2.0.0 Bye
`,
    good: `S: 220 mx.example.org ESMTP
C: EHLO client.example.com
S: 250-mx.example.org
S: 250-PIPELINING
S: 250-8BITMIME
S: 250 ENHANCEDSTATUSCODES
C: MAIL FROM:<alice@example.com> BODY=8BITMIME
S: 250 2.1.0 Ok
C: RCPT TO:<bob@example.org>
S: 250 2.1.5 Ok
C: DATA
S: 354 Go ahead
C: Subject: hello
C: 
C: Hello.
C: .
S: 250 2.0.0 Ok: queued
C: QUIT
S: 221 2.0.0 Bye
`,
  },
  check,
  fixes,
};

function* check(session: Session): Generator<Problem> {
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command' || exchange.lost) continue;
    // Out of order says more than not offered: after STARTTLS or before EHLO nothing is.
    if (step.faults.length > 0) continue;
    const { offers } = before;
    const uses = offers === undefined ? [] : [...usesOf(exchange, offers, before.hello.kind === 'helo')];
    for (const use of uses) {
      yield { ...use, related: [...answer(exchange), ...helloOf(step)], step };
    }
    if (uses.length === 0 && refusalOf(step) === 'extension') {
      const code = exchange.replies.at(-1)?.code ?? 0;
      const said = exchange.command.said;
      yield {
        variant: 'refused',
        values: { parameter: nameOf(exchange), code },
        span: whole(said),
        related: answer(exchange),
        severity: 'warning',
        step,
      };
    }
  }
}

type Use = Pick<Problem, 'variant' | 'values' | 'span'>;

function* usesOf(exchange: CommandExchange, offers: Offers, helo: boolean): Generator<Use> {
  const { verb, said, argument } = exchange.command;
  const needed = VERBS.get(verb);
  if (needed !== undefined && !offers.has(needed)) {
    const values = { parameter: verb, extension: needed };
    yield { variant: helo ? 'helo' : 'verb', values, span: locate(said, 0, verb.length) };
    return;
  }
  if (verb === 'AUTH') yield* mechanismUse(exchange, offers, argument);
  if (verb !== 'MAIL' && verb !== 'RCPT') return;
  for (const { key, value, start, end } of readPath(exchange.command).parameters) {
    const extension = extensionOfParameter(key, value);
    const parameter = said.text.slice(start, end);
    if (
      extension !== undefined &&
      (offers.has(extension) || ALIASES.get(extension)?.some((alias) => offers.has(alias)))
    )
      continue;
    // A parameter that we do not know may belong to a private offer that we do not know either.
    if (extension === undefined && !(exchange.replies.at(-1)?.code === 555 || offers.size === 0)) continue;
    const values = { parameter, extension: extension ?? '' };
    yield {
      variant: extension === undefined ? 'unknown' : helo ? 'helo' : 'parameter',
      values,
      span: locate(said, start, end),
    };
  }
}

function* mechanismUse(exchange: CommandExchange, offers: Offers, argument: string): Generator<Use> {
  const offered = offers.get('AUTH')?.parameters ?? [];
  const mechanism = argument.split(' ')[0] ?? '';
  if (
    mechanism === '' ||
    offered.length === 0 ||
    offered.some((each) => each.toUpperCase() === mechanism.toUpperCase())
  )
    return;
  const start = exchange.command.verb.length + 1;
  const values = { parameter: mechanism.toUpperCase(), offered: offered.join(', ') };
  yield { variant: 'mechanism', values, span: locate(exchange.command.said, start, start + mechanism.length) };
}

function helloOf({ before }: Step): Related[] {
  const hello = 'exchange' in before.hello ? before.hello.exchange : undefined;
  const reply = hello?.replies.at(-1)?.lines[0];
  return reply === undefined ? [] : [{ span: whole(reply.said), note: 'offers-here' }];
}

/** Verbs that exist only when offered. */
const VERBS: ReadonlyMap<string, string> = new Map([
  ['STARTTLS', 'STARTTLS'],
  ['AUTH', 'AUTH'],
  ['BDAT', 'CHUNKING'],
  ['BURL', 'BURL'],
  ['ETRN', 'ETRN'],
  ['ATRN', 'ATRN'],
  ['XCLIENT', 'XCLIENT'],
  ['XFORWARD', 'XFORWARD'],
]);

/** Offers that bring another one's parameters along. */
const ALIASES: ReadonlyMap<string, readonly string[]> = new Map([
  ['8BITMIME', ['BINARYMIME']],
  ['SMTPUTF8', ['UTF8SMTP']],
]);

function fixes(problem: Problem): Fix[] {
  const command = commandOf(problem);
  if (command === undefined || problem.step === undefined) return [];
  if (problem.variant !== 'parameter' && problem.variant !== 'helo' && problem.variant !== 'unknown') return [];
  const { said } = command.command;
  const parameter = String(problem.values.parameter);
  if (!said.text.includes(` ${parameter}`)) return [];
  const text = said.text.replace(` ${parameter}`, '');
  const lines: FixLine[] = [{ speaker: 'client', text }];
  const more = readPath({ ...command.command, said: { ...said, text } }).parameters.length > 0;
  const edits: FixEdit[] = [{ kind: 'replace', said, lines }, ...(more ? [] : grant(command, problem.step.before))];
  return [{ title: 'remove-parameter', values: { parameter }, edits, preferred: true }];
}
