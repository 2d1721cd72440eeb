/**
 * Which protocol a line is in. FTP, NNTP, POP3 and IMAP have greetings, three digits, QUIT, NOOP and STARTTLS as SMTP
 * has them, and people paste their dialogues the same way. Where each is defined: RFC 959, 3977, 1939, 9051, 9112.
 */

/** How much `text` speaks for SMTP: 0 where it may be another protocol's, 3 where it can hardly be. */
export function speaksSmtp(text: string): 0 | 1 | 3 {
  if (text.length > 1000) return 0;
  if (SMTP.test(text)) return 3;
  return /^(?:[245]\d\d[ -][245]\.\d{1,3}\.\d{1,3} |AUTH [A-Z]|STARTTLS$)/i.test(text) ? 1 : 0;
}

const SMTP =
  /^(?:(?:EHLO|HELO|LHLO) \S|MAIL FROM:|RCPT TO:|BDAT \d|(?:220|554)[ -].{0,300}\b(?:E?SMTP|LMTP)\b|354[ -](?=\S).{0,80}(?:<CR|\b(?:data|mail|message|input|go ahead|end|enter|send)\b)|250[ -](?:2\.[01]\.\d|8BITMIME|PIPELINING|STARTTLS)|334 (?:$|(?:[A-Za-z0-9+/]{4}){2,200}[A-Za-z0-9+/=]{0,4}\s*$))/i;

/** True when the lines of a dialogue are another protocol's: one is, and none can only be SMTP. */
export function isOtherProtocol(lines: Iterable<string>): boolean {
  let other = false;
  for (const text of lines) {
    if (speaksSmtp(text) === 3) return false;
    other ||= speaksOther(text);
  }
  return other;
}

/** True for a line of FTP, NNTP, POP3, IMAP or HTTP that SMTP does not have. */
export function speaksOther(text: string): boolean {
  return OTHER_REPLY.test(text) || OTHER_COMMAND.test(text) || IMAP.test(text);
}

const OTHER_REPLY =
  /^(?:HTTP\/\d|\+OK\b|-ERR\b|(?:1\d\d|20[1-6]|22[2-9]|23[0-4]|240|257|281|33[1259]|340|350|381|42[56]|43[0135-7]|48\d)[ -]|22[01][ -].{0,80}\b(?:FTP|vsFTPd|ProFTPD|Pure-FTPd)\b)/i;
const OTHER_COMMAND =
  /^(?:(?:GET|HEAD|POST|PUT|OPTIONS|CONNECT) \S+ HTTP\/\d|(?:USER|PASS|ACCT|CWD|RETR|STOR|DELE|MDTM|APOP|GROUP|ARTICLE|PORT) \S|(?:PASV|EPSV|NLST|SYST|FEAT|PWD|CAPA|STLS|UIDL|CAPABILITIES|MODE READER|POST)$|TYPE [AIEL]\b|(?:PBSZ|PROT) \S)/i;
/** A tag of three digits is not taken for one: `250 OK` and `250 STARTTLS` are SMTP. */
const IMAP =
  /^(?:\* (?:OK|BYE|PREAUTH|CAPABILITY|\d{1,9} (?:EXISTS|RECENT|FETCH))\b|(?![2-5]\d\d )[A-Za-z]{0,4}\d{1,6} (?:OK|NO|BAD|LOGIN|SELECT|EXAMINE|NOOP|LOGOUT|CAPABILITY|STARTTLS|AUTHENTICATE|FETCH|UID|LIST)\b)/;
