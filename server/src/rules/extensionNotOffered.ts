import { readPath } from '../transcript/command';
import { type Offer, readOffers } from '../transcript/offers';
import type { Session, Step } from '../transcript/reader';
import { accepted, type CommandExchange, locate } from '../transcript/transcript';
import { answer, nameOf, refusalOf, whole } from './about';
import { fixesAt, type Mending } from './fixing';
import { mechanismsOf, notOffered, type Use } from './notOffered';
import { grant } from './repairs';
import type { Fix, FixEdit, FixLine, Problem, Related, Rule, RulePage } from './rule';

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
    earlier: {
      en: '{parameter} needs {extension}, which only an earlier EHLO reply offered: the newest one counts',
      'zh-cn': '{parameter} 需要 {extension}，只有更早的 EHLO 回复提供过它：以最新的回复为准',
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
  sources: [
    { rfc: 5321, section: '4.1.1.3' },
    { rfc: 5321, section: '4.1.1.11' },
  ],
  needs: ['unusual-command', 'refusal', 'auth', 'chunks', 'starttls'],
  alike: true,
  check,
  fixes: /* @__PURE__ */ fixesAt('command', fixes),
};

export const extensionNotOfferedPage = (): RulePage => ({
  code: 'extension.not-offered',
  explanation: {
    en: 'A client may use an extension only when the EHLO reply in force offers it: after a new EHLO, and after STARTTLS, only the newest reply counts. A server that does not know a parameter answers 555 (504 for a value); some ignore it, and the message goes wrong later.',
    'zh-cn':
      '客户端只能使用当前有效的 EHLO 回复所提供的扩展：重新 EHLO 之后以及 STARTTLS 之后，只以最新的回复为准。服务器不认识参数时回复 555（值不支持时 504）；有的会忽略，邮件随后才出问题。',
  },
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
});

function* check(session: Session): Generator<Problem> {
  // What each EHLO of this session offered so far, before STARTTLS mostly, and that may not hold any more.
  const offered = new Map<string, Offer>();
  const hellos: CommandExchange[] = [];
  for (const step of session.steps) {
    const { exchange, before } = step;
    if (exchange.kind !== 'command') continue;
    if (exchange.command.verb === 'EHLO') hellos.push(exchange);
    const uses = notOffered(step);
    if (uses.length > 0) for (const hello of hellos.splice(0)) remember(hello, offered);
    for (const use of uses) {
      const { command } = exchange;
      const earlier = offered.get(use.extension);
      const variant = earlier !== undefined ? 'earlier' : variantOf(use, before.hello.kind === 'helo');
      const mechanisms = before.offers === undefined ? '' : mechanismsOf(before.offers).join(', ');
      yield {
        variant,
        values: {
          parameter: use.name,
          extension: use.extension,
          ...(variant === 'mechanism' && { offered: mechanisms }),
        },
        span: locate(command.said, use.start, use.end),
        related: [
          ...answer(exchange),
          ...helloOf(step),
          ...(earlier === undefined ? [] : [{ span: whole(earlier.line.said), note: 'offered-here' } as const]),
        ],
        ...(variant === 'helo' && isEtrnTaken(exchange) && { severity: 'information' as const }),
        step,
      };
    }
    if (uses.length === 0 && refusalOf(step) === 'extension') yield refusedParameter(exchange, step);
  }
}

function variantOf({ kind }: Use, helo: boolean): string {
  return helo && (kind === 'verb' || kind === 'parameter') ? 'helo' : kind;
}

/** Servers whose clients send HELO take ETRN all the same: what they answer is about the queue that is asked for. */
function isEtrnTaken({ command, replies }: CommandExchange): boolean {
  return command.verb === 'ETRN' && (replies.at(-1)?.code ?? 500) < 500;
}

/** The server refuses a parameter, and we cannot tell which or why. */
function refusedParameter(exchange: CommandExchange, step: Step): Problem {
  return {
    variant: 'refused',
    values: { parameter: nameOf(exchange), code: exchange.replies.at(-1)?.code ?? 0 },
    span: whole(exchange.command.said),
    related: answer(exchange),
    severity: 'warning',
    step,
  };
}

/** Notes the first offer of each extension; STARTTLS and AUTH come and go with TLS. */
function remember(hello: CommandExchange, offered: Map<string, Offer>): void {
  if (!accepted(hello)) return;
  const offers = readOffers(hello);
  for (const keyword of offers.keywords()) {
    if (keyword === 'STARTTLS' || keyword === 'AUTH' || offered.has(keyword)) continue;
    const offer = offers.get(keyword);
    if (offer !== undefined) offered.set(keyword, offer);
  }
}

function helloOf({ before }: Step): Related[] {
  const hello = 'exchange' in before.hello ? before.hello.exchange : undefined;
  const reply = hello?.replies.at(-1)?.lines[0];
  return reply === undefined ? [] : [{ span: whole(reply.said), note: 'offers-here' }];
}

function fixes({ exchange, step, problem }: Mending): Fix[] {
  if (!['parameter', 'helo', 'unknown', 'earlier'].includes(problem.variant)) return [];
  const { said } = exchange.command;
  const parameter = String(problem.values.parameter);
  if (!said.text.includes(` ${parameter}`)) return [];
  const text = said.text.replace(` ${parameter}`, '');
  const lines: FixLine[] = [{ speaker: 'client', text }];
  const more = readPath({ ...exchange.command, said: { ...said, text } }).parameters.length > 0;
  const edits: FixEdit[] = [{ kind: 'replace', said, lines }, ...(more ? [] : grant(exchange, step.before))];
  return [{ title: 'remove-parameter', values: { parameter }, edits, preferred: true }];
}
