/** What a server says after 334 when it refuses an OAuth token: JSON in base64 (RFC 7628 §3.2.2, Google and Microsoft XOAUTH2). */
import { decodeBase64 } from '../../transcript/base64';
import type { CommandExchange, Reply } from '../../transcript/transcript';

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
  const text = decodeBase64((reply.lines[0]?.text ?? '').trim());
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
