/** What a server says after 334 when it refuses an OAuth token: JSON in base64 (RFC 7628 §3.2.2, Google and Microsoft XOAUTH2). */
import { decodeBase64 } from '../../transcript/base64';
import type { CommandExchange, Reply } from '../../transcript/transcript';
import { code } from '../markdown';
import type { HoverOptions } from './layout';
import { type Phrase, phrase, sentences } from './phrases';

export interface OauthError {
  /** An HTTP status or an error word: `401`, `invalid_token`. */
  readonly status: string;
  readonly scope: string | undefined;
}

/**
 * The error in a 334 of AUTH XOAUTH2 or OAUTHBEARER; undefined for every other challenge. Only what the *server* sent is
 * decoded, and of it only two fields.
 */
export function oauthErrorOf({ command }: CommandExchange, reply: Reply): OauthError | undefined {
  if (command.verb !== 'AUTH' || reply.code !== 334) return undefined;
  if (!/^(?:XOAUTH2|OAUTHBEARER)(?:\s|$)/i.test(command.argument)) return undefined;
  const text = decodeBase64(reply.lines[0].text.trim());
  return text === undefined ? undefined : fieldsOf(text);
}

function fieldsOf(text: string): OauthError | undefined {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  if (typeof value !== 'object' || value === null) return undefined;
  const { status, scope } = value as { readonly status?: unknown; readonly scope?: unknown };
  if (typeof status !== 'string' && typeof status !== 'number') return undefined;
  return {
    status: String(status).slice(0, LONGEST_STATUS),
    scope: typeof scope === 'string' && scope !== '' ? scope.slice(0, LONGEST_SCOPE) : undefined,
  };
}

const LONGEST_STATUS = 40;
const LONGEST_SCOPE = 160;

/** The error in words. */
export function tokenRefused({ status, scope }: OauthError, { locale }: HoverOptions): string {
  const meaning = TOKEN_STATUS[status];
  const what =
    meaning === undefined
      ? code(status, 40)
      : phrase('tokenStatus', locale, { status: code(status, 40), meaning: phrase(meaning, locale) });
  const refused =
    locale === 'en' ? `${phrase('tokenRefused', locale)} (${what}).` : `${phrase('tokenRefused', locale)}（${what}）。`;
  const wants = scope === undefined ? '' : phrase('tokenScope', locale, { scope: code(scope, 120) });
  return sentences([refused, wants, phrase('tokenDecoded', locale)], locale);
}

/** RFC 7628 §3.2.2 and the HTTP status codes that Google and Microsoft send. */
const TOKEN_STATUS: Readonly<Record<string, Phrase>> = {
  '400': 'tokenMalformed',
  '401': 'tokenExpired',
  '403': 'tokenForbidden',
  invalid_token: 'tokenExpired',
  invalid_request: 'tokenMalformed',
  insufficient_scope: 'tokenForbidden',
};
