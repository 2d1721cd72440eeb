/** What RFC 5321 asks with MUST, MUST NOT, SHOULD or SHOULD NOT, and which rule sees it, or why none can. */
export interface Clause {
  readonly section: string;
  /** Its words for how much it asks; `grammar` where the ABNF does, `stated` where it says how things are. */
  readonly level: string;
  /** In our own words. */
  readonly asks: string;
  readonly rules?: readonly string[];
  readonly whyNot?: string;
}

const OTHER_HOP = 'it is about what a host does before or after this session';
const DNS = 'a log does not show what the DNS held';
const INSIDE = 'a log does not show what the server looked up';
const HEADERS = 'it is about header fields; mail data is not judged but for its framing';

export const CLAUSES: readonly Clause[] = [
  {
    section: '2.2.1',
    level: 'MUST',
    asks: 'a server knows EHLO, even when it offers nothing, and HELO',
    rules: ['reply.command-refused', 'syntax.command'],
  },
  { section: '2.2.1', level: 'SHOULD', asks: 'a client says EHLO rather than HELO', rules: ['extension.unused-ehlo'] },
  {
    section: '2.3.5',
    level: 'MUST',
    asks: 'names are fully qualified, no local aliases',
    rules: ['syntax.hello-argument', 'syntax.address'],
  },
  { section: '2.3.5', level: 'MUST', asks: 'names resolve', whyNot: DNS },
  {
    section: '2.3.8',
    level: 'MUST NOT',
    asks: 'lines end with CR LF, and neither stands alone',
    rules: ['framing.bare-cr', 'framing.bare-lf'],
  },
  { section: '2.3.11', level: 'MUST', asks: 'only its own host looks into a local part', whyNot: OTHER_HOP },
  {
    section: '2.4',
    level: 'stated',
    asks: 'verbs are known in any case',
    rules: ['reply.command-refused', 'syntax.command'],
  },
  { section: '2.4', level: 'MUST', asks: 'the case of a local part is kept', whyNot: OTHER_HOP },
  {
    section: '2.4',
    level: 'MUST NOT',
    asks: 'no octet over 127 without an extension',
    rules: ['extension.eight-bit-data', 'extension.utf8-address', 'syntax.non-ascii', 'reply.non-ascii'],
  },
  {
    section: '3.1',
    level: 'MUST, SHOULD',
    asks: 'a server that greets with 554 waits for QUIT and answers 503 to all else',
    rules: ['sequence.after-refused-greeting'],
  },
  {
    section: '3.2',
    level: 'SHOULD',
    asks: 'a client falls back to HELO when EHLO is unknown',
    rules: ['sequence.hello-refused'],
  },
  {
    section: '3.3',
    level: 'MUST',
    asks: 'MAIL, RCPT, DATA in this order; 503 to RCPT without MAIL',
    rules: ['sequence.rcpt-before-mail', 'sequence.data-before-mail'],
  },
  {
    section: '3.3',
    level: 'MUST',
    asks: 'no DATA without an accepted recipient',
    rules: ['sequence.data-without-recipients'],
  },
  {
    section: '3.3',
    level: 'MUST NOT',
    asks: 'mail data only after 354',
    rules: ['framing.early-data', 'sequence.data-after-refusal', 'sequence.command-in-data'],
  },
  { section: '3.3', level: 'SHOULD NOT', asks: 'clients send no source routes', rules: ['syntax.source-route'] },
  {
    section: '3.4',
    level: 'MUST NOT, SHOULD',
    asks: 'who answers 251 or 551 does not count on the client to note the address, and can switch these codes off',
    whyNot: OTHER_HOP,
  },
  {
    section: '3.5.3',
    level: 'MUST NOT',
    asks: 'VRFY and EXPN are answered 250 only when the address was verified',
    whyNot: INSIDE,
  },
  { section: '3.7', level: 'MUST, MUST NOT', asks: 'gateways keep envelope and trace', whyNot: OTHER_HOP },
  {
    section: '3.8',
    level: 'MUST NOT',
    asks: 'a server does not close but after QUIT, with 421, or after a timeout',
    rules: ['delivery.connection-lost', 'sequence.unanswered-command', 'delivery.service-closing'],
  },
  {
    section: '3.8',
    level: 'SHOULD',
    asks: 'a client whose connection is lost acts as after 451',
    rules: ['delivery.connection-lost', 'delivery.repeated-attempt'],
  },
  { section: '3.9', level: 'MUST', asks: 'lists and aliases rewrite the envelope rightly', whyNot: OTHER_HOP },
  {
    section: '4.1.1',
    level: 'SHOULD',
    asks: 'white space before CR LF is tolerated',
    rules: ['syntax.trailing-space'],
  },
  {
    section: '4.1.1',
    level: 'MUST NOT, SHOULD',
    asks: 'DATA, RSET and QUIT have no argument; a server refuses one',
    rules: ['syntax.unexpected-argument'],
  },
  {
    section: '4.1.1.1',
    level: 'MUST, SHOULD',
    asks: 'EHLO names a domain or an address literal',
    rules: ['syntax.hello-argument'],
  },
  {
    section: '4.1.1.1',
    level: 'grammar',
    asks: 'EHLO is answered with well-formed keywords',
    rules: ['reply.ehlo-keyword'],
  },
  {
    section: '4.1.1.2',
    level: 'grammar',
    asks: 'MAIL has FROM: and a path in brackets, which may be empty',
    rules: ['syntax.path'],
  },
  {
    section: '4.1.1.3',
    level: 'grammar',
    asks: 'RCPT has TO: and a mailbox in brackets',
    rules: ['syntax.path', 'syntax.empty-recipient'],
  },
  {
    section: '4.1.1.3',
    level: 'MUST NOT',
    asks: 'no parameters but of extensions that the EHLO reply offers',
    rules: ['extension.not-offered'],
  },
  {
    section: '4.1.1.4',
    level: 'MUST NOT',
    asks: 'only CR LF . CR LF ends mail data',
    rules: ['framing.smuggling', 'framing.no-end-of-data'],
  },
  {
    section: '4.1.1.4',
    level: 'stated',
    asks: 'end of data clears the transaction',
    rules: ['sequence.data-before-mail', 'sequence.rcpt-before-mail'],
  },
  {
    section: '4.1.1.4',
    level: 'SHOULD',
    asks: 'no control characters in mail data (only NUL is looked for)',
    rules: ['framing.nul'],
  },
  {
    section: '4.1.1.5',
    level: 'MUST',
    asks: 'RSET is answered 250',
    rules: ['reply.command-refused', 'reply.unlisted-code'],
  },
  {
    section: '4.1.1.10',
    level: 'MUST',
    asks: 'QUIT is answered 221 and ends the session',
    rules: ['sequence.after-quit', 'reply.after-closing', 'reply.unlisted-code'],
  },
  {
    section: '4.1.1.10',
    level: 'MUST NOT',
    asks: 'a client does not close before it has said QUIT',
    rules: ['sequence.no-quit'],
  },
  {
    section: '4.1.2',
    level: 'grammar',
    asks: 'paths, domains, quoted strings and parameters keep to the grammar',
    rules: ['syntax.address', 'extension.parameter'],
  },
  {
    section: '4.1.3',
    level: 'grammar',
    asks: 'address literals keep to the grammar',
    rules: ['syntax.address', 'syntax.hello-argument'],
  },
  { section: '4.1.4', level: 'MUST', asks: 'EHLO or HELO before a mail transaction', rules: ['sequence.before-hello'] },
  {
    section: '4.1.4',
    level: 'MUST NOT',
    asks: 'mail is not refused because the EHLO name does not fit the address of the client',
    rules: ['reply.command-refused', 'delivery.recipient-refused'],
  },
  {
    section: '4.1.4',
    level: 'MUST NOT, MUST',
    asks: 'no MAIL within a transaction; 503 to what is out of order',
    rules: ['sequence.nested-mail', 'reply.bad-sequence'],
  },
  {
    section: '4.1.5',
    level: 'MUST',
    asks: 'verbs that are not registered begin with X',
    rules: ['syntax.unknown-verb'],
  },
  {
    section: '4.2',
    level: 'MUST NOT, SHOULD NOT',
    asks: 'a reply is a code of three digits, in the ranges that exist, and text',
    rules: ['reply.code', 'reply.no-text'],
  },
  {
    section: '4.2',
    level: 'MUST',
    asks: 'one reply to each command',
    rules: ['sequence.unanswered-command', 'sequence.unasked-reply'],
  },
  { section: '4.2', level: 'MUST', asks: 'a client goes by the code, not by the text', rules: ['reply.contradiction'] },
  {
    section: '4.2.1',
    level: 'MUST',
    asks: 'every line of a reply has the same code, the last a space',
    rules: ['reply.multiline'],
  },
  { section: '4.3.1', level: 'SHOULD', asks: 'the client waits for the greeting', rules: ['sequence.before-greeting'] },
  {
    section: '4.3.1',
    level: 'MUST',
    asks: 'the client waits for each reply, if no extension lets it go on',
    rules: ['sequence.pipelining-not-offered', 'sequence.pipelining-past-sync'],
  },
  {
    section: '4.3.1',
    level: 'stated',
    asks: 'greeting and EHLO reply name the host',
    rules: ['reply.greeting-domain', 'reply.hostname-changes'],
  },
  {
    section: '4.3.2',
    level: 'SHOULD',
    asks: 'each command has its codes',
    rules: ['reply.unlisted-code', 'reply.out-of-place'],
  },
  { section: '4.4', level: 'MUST', asks: 'Received and Return-Path are added and kept', whyNot: HEADERS },
  {
    section: '4.5.1',
    level: 'MUST',
    asks: 'every server knows the basic verbs, and Postmaster',
    rules: ['reply.command-refused', 'syntax.command', 'delivery.recipient-refused'],
  },
  { section: '4.5.2', level: 'stated', asks: 'a dot that begins a line is doubled', rules: ['framing.dot-stuffing'] },
  {
    section: '4.5.3.1.1–3',
    level: 'SHOULD',
    asks: 'local parts up to 64, domains up to 255, paths up to 256 octets',
    rules: ['syntax.address-length'],
  },
  {
    section: '4.5.3.1.4',
    level: 'SHOULD',
    asks: 'command lines up to 512 octets and what extensions add',
    rules: ['syntax.line-too-long'],
  },
  { section: '4.5.3.1.5', level: 'SHOULD', asks: 'reply lines up to 512 octets', rules: ['reply.line-too-long'] },
  { section: '4.5.3.1.6', level: 'SHOULD', asks: 'text lines up to 1000 octets', rules: ['framing.long-line'] },
  {
    section: '4.5.3.1.7',
    level: 'MUST, SHOULD',
    asks: 'messages of 64K octets are taken; who has a limit offers SIZE',
    rules: ['extension.size-exceeded', 'delivery.message-refused'],
  },
  {
    section: '4.5.3.1.8–10',
    level: 'MUST',
    asks: 'a hundred recipients are taken; 452 for more',
    rules: ['extension.limits', 'delivery.recipient-refused'],
  },
  {
    section: '4.5.3.2',
    level: 'MUST, SHOULD',
    asks: 'how long each side waits at least',
    rules: ['timing.slow-reply', 'timing.slow-client'],
  },
  {
    section: '4.5.4.1',
    level: 'MUST, SHOULD',
    asks: 'when to try again, and for how long',
    rules: ['delivery.repeated-attempt'],
  },
  {
    section: '4.5.5',
    level: 'MUST, SHOULD',
    asks: 'bounces have the empty reverse-path, other mail has not',
    whyNot: 'the envelope does not say whether a message is a bounce',
  },
  { section: '5.1', level: 'MUST', asks: 'MX records are looked up and tried in order', whyNot: DNS },
  { section: '6.1', level: 'MUST', asks: 'who answers 250 to mail data delivers it or says so', whyNot: OTHER_HOP },
  {
    section: '6.1',
    level: 'MUST',
    asks: 'the end of mail data is answered soon, lest mail come twice',
    rules: ['timing.slow-reply'],
  },
  { section: '6.3', level: 'MUST', asks: 'loops are found', rules: ['delivery.message-refused'] },
  { section: '6.4', level: 'MUST NOT', asks: 'servers do not mend what they relay', whyNot: OTHER_HOP },
  { section: '7.2', level: 'SHOULD NOT', asks: 'blind copies stay blind', whyNot: HEADERS },
  {
    section: '7.3',
    level: 'MUST',
    asks: 'a server where VRFY or EXPN is switched off answers 252',
    rules: ['reply.command-refused'],
  },
  { section: '7.3', level: 'SHOULD', asks: 'sites weigh what EXPN gives away', rules: ['security.address-disclosed'] },
  {
    section: '7.5',
    level: 'SHOULD',
    asks: 'a server can tell its version; sites weigh it',
    rules: ['security.version-banner'],
  },
  {
    section: '7.9',
    level: 'SHOULD',
    asks: 'a server can keep strangers from relaying',
    rules: ['security.open-relay'],
  },
  {
    section: 'F',
    level: 'SHOULD NOT',
    asks: 'clients no longer use TURN, SEND, SOML, SAML and source routes',
    rules: ['syntax.obsolete-verb', 'syntax.source-route'],
  },
];
