/** Ends of a connection as capturing programs write them, and what their ports tell. */
/** The ends of a connection, of which one is the client, in the order in which `speaker` sends. */
export function ends(
  speaker: 'client' | 'server',
  [from, to]: readonly [from: string, to: string],
): readonly [from: string, to: string] {
  const fromServer = isMailPort(portOf(from)) && !isMailPort(portOf(to));
  return (speaker === 'server') === fromServer ? [from, to] : [to, from];
}

/** The number after the last `.` or `:`; tcpdump may write a service's name in its place. */
export function portOf(end: string): number {
  const port = /[.:]([\w-]{1,20})$/.exec(end)?.[1] ?? '';
  return /^\d+$/.test(port) ? Number(port) : (SERVICES.get(port) ?? 0);
}

/** SMTP, submission, LMTP, and where such servers are tried. */
export function isMailPort(port: number): boolean {
  return MAIL_PORTS.has(port);
}

const MAIL_PORTS: ReadonlySet<number> = new Set([24, 25, 465, 587, 1025, 2525, 2587, 10024, 10025]);

/** FTP, POP3, NNTP, IMAP, HTTP: some of them greet with three digits, too. */
export const FOREIGN_PORTS: ReadonlySet<number> = new Set([21, 80, 110, 119, 143, 443, 8080]);

const SERVICES: ReadonlyMap<string, number> = new Map([
  ['smtp', 25],
  ['submission', 587],
  ['submissions', 465],
  ['smtps', 465],
  ['ftp', 21],
  ['http', 80],
  ['pop3', 110],
  ['nntp', 119],
  ['imap', 143],
  ['imap2', 143],
  ['https', 443],
]);
