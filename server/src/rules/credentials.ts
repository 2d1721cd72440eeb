/** Where a log shows credentials, and what stands in their place where it hides them. */

import { decodeBase64, decodeOctets, isBase64 } from '../transcript/base64';
import type { Session, Step } from '../transcript/reader';
import { replyText } from '../transcript/reply';
import type { CommandExchange, Said } from '../transcript/transcript';

/** Part of a client line: what a mechanism sends in base64. Offsets are in the line's text. */
export interface Response {
  readonly said: Said;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The mechanism of an AUTH, upper case; empty when there is none. */
export function mechanismOf({ command }: CommandExchange): string {
  return command.argument.trim().split(/\s/, 1)[0]?.toUpperCase() ?? '';
}

/** What the client sent in an AUTH: the initial response, then the answers to the challenges. */
export function responsesOf({ command, responses }: CommandExchange): Response[] {
  const { text } = command.said;
  const initial = /^\s*\S+\s+\S+\s+(\S.*)$/.exec(text)?.[1]?.trimEnd();
  const all: Response[] = [];
  if (initial !== undefined) {
    const start = text.lastIndexOf(initial);
    all.push({ said: command.said, text: initial, start, end: start + initial.length });
  }
  for (const said of responses) {
    if (said.elided === undefined)
      all.push({ said, text: said.text.trim(), start: 0, end: said.text.trimEnd().length });
  }
  return all;
}

/** True for what tools write in place of a secret: `****`, `<redacted>`, `xxxx`, `[hidden]`, `/* secured *\/` … */
export function isRedacted(text: string): boolean {
  return /[<>[\]{}()•…#]|\*\*|\/\*|^\*|^[x.]+$/i.test(text) || MASKS.test(text);
}

const MASKS = /redact|secret|hidden|suppress|remov|omitted|secured|masked|credential|censor|elided|stripped|not shown/i;

/** A secret that anyone who has the file can read: a password, or a token that works like one. */
export interface Secret extends Response {
  readonly what: 'password' | 'token';
}

/** The secrets of an AUTH that stand readable in the file. */
export function secretsOf(exchange: CommandExchange): Secret[] {
  const responses = responsesOf(exchange);
  switch (mechanismOf(exchange)) {
    case 'PLAIN':
      return responses.filter(({ text }) => isReadable(decodeOctets(text)?.split('\0')[2])).map(password);
    case 'LOGIN': {
      const second = responses[1];
      return second !== undefined && isReadable(decodeOctets(second.text)) ? [password(second)] : [];
    }
    case 'XOAUTH2':
    case 'OAUTHBEARER':
      return responses
        .filter(({ text }) => isReadable(/\u0001auth=Bearer ([^\u0001]{8,})/i.exec(decodeOctets(text) ?? '')?.[1]))
        .map((response) => ({ what: 'token' as const, ...response }));
    default:
      return [];
  }
}

/** The name of the user that an AUTH was about, and the line that says it; undefined where the log hides it. */
export function userNameOf(exchange: CommandExchange): { readonly said: Said; readonly name: string } | undefined {
  const first = responsesOf(exchange)[0];
  const plain = first === undefined ? undefined : decodeBase64(first.text);
  const name = plain === undefined ? undefined : userNameIn(mechanismOf(exchange), plain)?.trim();
  if (first === undefined || name === undefined || name === '' || /[\u0000-\u001f\u007f]/.test(name)) return undefined;
  return isRedacted(name) ? undefined : { said: first.said, name };
}

/** RFC 4616 §2, RFC 2195 §2, RFC 5802 §7, RFC 7628 §3.1; LOGIN and XOAUTH2 as they are used. */
function userNameIn(mechanism: string, plain: string): string | undefined {
  switch (mechanism) {
    case 'PLAIN': {
      const [authorization, authentication] = plain.split('\0');
      return authentication === undefined || authentication === '' ? authorization : authentication;
    }
    case 'LOGIN':
      return plain;
    case 'CRAM-MD5':
      return /^(.{1,250}) [0-9a-f]{32}$/i.exec(plain)?.[1];
    case 'XOAUTH2':
      return /^user=([^\u0001]{1,250})\u0001/.exec(plain)?.[1];
    case 'OAUTHBEARER':
      return /^n,a=([^,]{1,250}),/.exec(plain)?.[1];
    default:
      return mechanism.startsWith('SCRAM-') ? /(?:^|,)n=([^,]{1,250})(?:,|$)/.exec(plain)?.[1] : undefined;
  }
}

function password(response: Response): Secret {
  return { what: 'password', ...response };
}

function isReadable(secret: string | undefined): boolean {
  return secret !== undefined && secret !== '' && !isRedacted(secret);
}

/** A response that the server could not decode (501) and that indeed is no base64: the reason of the refusal. */
export function malformedResponse(exchange: CommandExchange): Response | undefined {
  const code = exchange.replies.at(-1)?.code;
  if (exchange.command.verb !== 'AUTH' || (code !== 501 && code !== 500)) return undefined;
  return responsesOf(exchange).find(({ text }) => text !== '=' && text !== '*' && !isBase64(text) && !isRedacted(text));
}

/**
 * The line `*` with which the client gave up an AUTH (RFC 4954 §4), where the server answered it as it has to: 501. Where a
 * log hides the line as a secret, the server's words tell.
 */
export function cancellation(exchange: CommandExchange): Said | undefined {
  const reply = exchange.replies.at(-1);
  if (exchange.command.verb !== 'AUTH' || reply?.code !== 501) return undefined;
  const last = exchange.responses.at(-1);
  if (last === undefined) return undefined;
  if (last.elided !== undefined) return CANCELLED.test(replyText(reply).slice(0, 100)) ? last : undefined;
  return last.text.trim() === '*' ? last : undefined;
}

const CANCELLED = /\b(?:abort|cancell?)ed\b/i;

/** The AUTH commands of a session with their steps. */
export function* authentications(session: Session): Generator<{ step: Step; exchange: CommandExchange }> {
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'command' && exchange.command.verb === 'AUTH' && !exchange.lost) yield { step, exchange };
  }
}
