/** What other protocols look like on an SMTP port. */
import { isKnownVerb } from '../transcript/command';
import type { Session, Step } from '../transcript/reader';
import type { CommandExchange } from '../transcript/transcript';

export type OtherProtocol = 'http' | 'tls' | 'ssh' | 'sip' | 'proxy' | 'rdp' | 'imap' | 'pop3';

/** Raw octets, and as logs write them: `\x16\x03`, `\026\003`. */
const OPENINGS: readonly (readonly [OtherProtocol, RegExp])[] = [
  ['http', /^(?:GET|POST|HEAD|PUT|OPTIONS|CONNECT|TRACE|DELETE|PATCH) \S{1,2000}(?: HTTP\/\d|$)/i],
  ['http', /^PRI \* HTTP\/2/],
  ['tls', /^(?:\u0016\u0003[\u0000-\u0004]|\\x16\\x03|\\026\\003)/i],
  // Postfix writes so what cannot be printed, up to the first NUL: type, version and length of the record.
  ['tls', /^\?{3}(?:\?.\?)?$/],
  ['ssh', /^SSH-\d/],
  ['sip', /^[A-Z]{3,12} \S{1,500} (?:SIP|RTSP)\/\d/],
  ['proxy', /^PROXY (?:TCP[46]|UNKNOWN)\b/],
  ['rdp', /^(?:\u0003\u0000\u0000|\\x03\\x00\\x00)/i],
  ['imap', /^[a-z]{0,3}\d{1,5} (?:CAPABILITY|LOGIN \S{1,200} \S{1,200}|LOGOUT|STARTTLS|ID \()/i],
  ['pop3', /^(?:CAPA|STAT|APOP \S{1,200} [0-9a-f]{32}|USER [^\s:]{1,200})$/],
];

/** What begins with one of these verbs may only be SIP or RTSP, and is none of those without a slash. */
const USUAL = /^(?:EHLO|HELO|MAIL|RCPT|DATA|RSET|NOOP|QUIT|AUTH|STARTTLS)(?:$| [^/]*$)/i;

/** The protocol that a client line opens; undefined when it may be SMTP. */
export function otherProtocolOf(text: string): OtherProtocol | undefined {
  if (USUAL.test(text)) return undefined;
  return OPENINGS.find(([, pattern]) => pattern.test(text))?.[0];
}

/**
 * What comes behind it is no SMTP either, and a server reads each line of it as a command: it opens another protocol, or a
 * chunk for a server that does not know BDAT.
 */
function opensForeign({ command, replies }: CommandExchange): boolean {
  const code = command.verb === 'BDAT' ? replies.at(-1)?.code : undefined;
  return code === 500 || code === 502 || otherProtocolOf(command.said.text) !== undefined;
}

/**
 * The lines without an SMTP verb right behind what opens another protocol or a chunk: its headers and payload, and the replies
 * to such lines that the log does not show.
 */
export function restOfOther(session: Session): ReadonlySet<Step> {
  const rest = new Set<Step>();
  let foreign = false;
  for (const step of session.steps) {
    const { exchange } = step;
    if (exchange.kind === 'unasked' && foreign) rest.add(step);
    if (exchange.kind !== 'command') continue;
    if (opensForeign(exchange)) foreign = true;
    else if (isKnownVerb(exchange.command.verb)) foreign = false;
    else if (foreign) rest.add(step);
  }
  return rest;
}
