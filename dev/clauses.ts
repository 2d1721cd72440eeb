/** What RFC 5321 asks with MUST, MUST NOT, SHOULD or SHOULD NOT, and which rule sees it, or why none can. */
export interface Clause {
  readonly section: string;
  /** In our own words. */
  readonly asks: string;
  readonly rules?: readonly string[];
  readonly whyNot?: string;
}

const OTHER_HOP = 'it is about what a host does before or after this session';
const DNS = 'a log does not show what the DNS held';
const HEADERS = 'it is about header fields; mail data is not judged but for its framing';

export const CLAUSES: readonly Clause[] = [
  {
    section: '2.2.1',
    asks: 'a server knows EHLO, even when it offers nothing',
    rules: ['reply.command-refused', 'sequence.hello-refused'],
  },
  { section: '2.2.2', asks: 'nothing is used that the EHLO reply does not offer', rules: ['extension.not-offered'] },
  {
    section: '2.3.5',
    asks: 'names are fully qualified, no local aliases',
    rules: ['syntax.hello-argument', 'syntax.address'],
  },
  { section: '2.3.5', asks: 'names resolve', whyNot: DNS },
  {
    section: '2.3.8',
    asks: 'lines end with CR LF, and neither stands alone',
    rules: ['framing.bare-cr', 'framing.bare-lf'],
  },
  { section: '2.3.11', asks: 'only its own host looks into a local part', whyNot: OTHER_HOP },
  { section: '2.4', asks: 'verbs are known in any case', rules: ['reply.command-refused'] },
  { section: '2.4', asks: 'the case of a local part is kept', whyNot: OTHER_HOP },
  {
    section: '2.4',
    asks: 'no octet over 127 without an extension',
    rules: ['extension.eight-bit-data', 'extension.utf8-address', 'syntax.non-ascii', 'reply.non-ascii'],
  },
  { section: '3.1', asks: 'after a refusing greeting only QUIT is of use', rules: ['sequence.after-refused-greeting'] },
  {
    section: '3.2',
    asks: 'a client says EHLO, and HELO only to old servers',
    rules: ['extension.unused-ehlo', 'sequence.hello-refused'],
  },
  {
    section: '3.3',
    asks: 'MAIL, RCPT, DATA in this order; 503 otherwise',
    rules: ['sequence.nested-mail', 'sequence.rcpt-before-mail', 'sequence.data-before-mail', 'reply.bad-sequence'],
  },
  { section: '3.3', asks: 'no DATA without an accepted recipient', rules: ['sequence.data-without-recipients'] },
  {
    section: '3.3',
    asks: 'mail data only after 354',
    rules: ['framing.early-data', 'sequence.data-after-refusal', 'sequence.command-in-data'],
  },
  { section: '3.3', asks: 'no source routes', rules: ['syntax.source-route'] },
  { section: '3.4', asks: 'addresses are not corrected in secret: 251, 551', whyNot: OTHER_HOP },
  {
    section: '3.5.3',
    asks: 'VRFY and EXPN are answered 250 only when the address was verified',
    rules: ['security.address-disclosed'],
  },
  { section: '3.6.2', asks: 'no relaying for everybody', rules: ['security.open-relay'] },
  { section: '3.7', asks: 'gateways keep envelope and trace', whyNot: OTHER_HOP },
  { section: '3.8', asks: 'a client ends with QUIT', rules: ['sequence.no-quit'] },
  {
    section: '3.8',
    asks: 'a server does not close but after QUIT, or with 421',
    rules: ['delivery.connection-lost', 'sequence.unanswered-command', 'delivery.service-closing'],
  },
  { section: '3.9', asks: 'lists and aliases rewrite the envelope rightly', whyNot: OTHER_HOP },
  { section: '4.1.1', asks: 'white space before CR LF is tolerated', rules: ['syntax.trailing-space'] },
  { section: '4.1.1.1', asks: 'EHLO names a domain or an address literal', rules: ['syntax.hello-argument'] },
  { section: '4.1.1.1', asks: 'EHLO is answered with well-formed keywords', rules: ['reply.ehlo-keyword'] },
  {
    section: '4.1.1.2',
    asks: 'MAIL has FROM:, a path in brackets, known parameters',
    rules: ['syntax.path', 'extension.parameter'],
  },
  { section: '4.1.1.3', asks: 'RCPT has TO: and a mailbox', rules: ['syntax.path', 'syntax.empty-recipient'] },
  {
    section: '4.1.1.4',
    asks: 'only CR LF . CR LF ends mail data',
    rules: ['framing.smuggling', 'framing.no-end-of-data'],
  },
  {
    section: '4.1.1.4',
    asks: 'end of data clears the transaction',
    rules: ['sequence.data-before-mail', 'sequence.rcpt-before-mail'],
  },
  {
    section: '4.1.1.5',
    asks: 'RSET has no argument and is answered 250',
    rules: ['syntax.unexpected-argument', 'reply.command-refused', 'reply.unlisted-code'],
  },
  {
    section: '4.1.1.10',
    asks: 'QUIT has no argument, is answered 221 and ends the session',
    rules: ['syntax.unexpected-argument', 'sequence.after-quit', 'reply.after-closing'],
  },
  { section: '4.1.2', asks: 'paths, domains and quoted strings keep to the grammar', rules: ['syntax.address'] },
  {
    section: '4.1.3',
    asks: 'address literals keep to the grammar',
    rules: ['syntax.address', 'syntax.hello-argument'],
  },
  { section: '4.1.4', asks: 'EHLO or HELO before a mail transaction', rules: ['sequence.before-hello'] },
  { section: '4.1.4', asks: 'EHLO is not refused because its name does not verify', rules: ['reply.command-refused'] },
  { section: '4.1.5', asks: 'verbs that are not agreed on begin with X', rules: ['syntax.unknown-verb'] },
  {
    section: '4.2',
    asks: 'a reply is a code of three digits, in the ranges that exist, and text',
    rules: ['reply.code', 'reply.no-text'],
  },
  { section: '4.2', asks: 'a client goes by the code, not by the text', rules: ['reply.contradiction'] },
  { section: '4.2.1', asks: 'every line of a reply has the same code, the last a space', rules: ['reply.multiline'] },
  { section: '4.3.1', asks: 'the client waits for the greeting', rules: ['sequence.before-greeting'] },
  {
    section: '4.3.1',
    asks: 'one reply to each command, in turn',
    rules: [
      'sequence.unanswered-command',
      'sequence.unasked-reply',
      'sequence.pipelining-not-offered',
      'sequence.pipelining-past-sync',
    ],
  },
  {
    section: '4.3.1',
    asks: 'greeting and EHLO reply name the host',
    rules: ['reply.greeting-domain', 'reply.hostname-changes'],
  },
  { section: '4.3.2', asks: 'each command has its codes', rules: ['reply.unlisted-code', 'reply.out-of-place'] },
  { section: '4.4', asks: 'Received and Return-Path are added and kept', whyNot: HEADERS },
  {
    section: '4.5.1',
    asks: 'every server knows the basic verbs, and Postmaster',
    rules: ['reply.command-refused', 'delivery.recipient-refused'],
  },
  { section: '4.5.2', asks: 'a dot that begins a line is doubled', rules: ['framing.dot-stuffing'] },
  {
    section: '4.5.3.1.1–3',
    asks: 'local parts up to 64, domains up to 255, paths up to 256 octets',
    rules: ['syntax.address-length'],
  },
  {
    section: '4.5.3.1.4',
    asks: 'command lines up to 512 octets and what extensions add',
    rules: ['syntax.line-too-long'],
  },
  { section: '4.5.3.1.5', asks: 'reply lines up to 512 octets', rules: ['reply.line-too-long'] },
  { section: '4.5.3.1.6', asks: 'text lines up to 1000 octets', rules: ['framing.long-line'] },
  {
    section: '4.5.3.1.7',
    asks: 'messages of 64K octets are taken',
    rules: ['extension.size-exceeded', 'delivery.message-refused'],
  },
  {
    section: '4.5.3.1.8–10',
    asks: 'a hundred recipients are taken; 452 for more',
    rules: ['extension.limits', 'delivery.recipient-refused'],
  },
  { section: '4.5.3.2', asks: 'how long each side waits', rules: ['timing.slow-reply', 'timing.slow-client'] },
  { section: '4.5.4', asks: 'when to try again, and for how long', rules: ['delivery.repeated-attempt'] },
  {
    section: '4.5.5',
    asks: 'bounces have the empty reverse-path',
    whyNot: 'the envelope does not say whether a message is a bounce',
  },
  { section: '5', asks: 'MX records are looked up and tried in order', whyNot: DNS },
  { section: '6.1', asks: 'who answers 250 to mail data delivers it or says so', whyNot: OTHER_HOP },
  {
    section: '6.1',
    asks: 'what to do when the answer to mail data is lost',
    rules: ['delivery.connection-lost', 'delivery.repeated-attempt'],
  },
  { section: '6.3', asks: 'loops are found', rules: ['delivery.message-refused'] },
  { section: '6.4', asks: 'servers do not mend what they relay', whyNot: OTHER_HOP },
  { section: '7.2', asks: 'blind copies stay blind', whyNot: HEADERS },
  {
    section: '7.3',
    asks: 'VRFY and EXPN may be closed, RCPT is then probed',
    rules: ['security.address-disclosed', 'security.address-harvesting'],
  },
  { section: '7.5', asks: 'what a greeting gives away', rules: ['security.version-banner'] },
  {
    section: 'F',
    asks: 'TURN, SEND, SOML, SAML and source routes are gone',
    rules: ['syntax.obsolete-verb', 'syntax.source-route'],
  },
];
