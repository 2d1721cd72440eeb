import { CLIENT, type Clause, DNS, HEADERS, OTHER_HOP, USUAL } from './clause';

/** Section 2: the model and its words. */
export const MODEL: readonly Clause[] = [
  { section: '2.1', level: 'SHOULD', asks: 'a client that keeps no queue uses message submission', whyNot: CLIENT },
  {
    section: '2.2.1',
    level: 'MUST',
    asks: 'a server knows EHLO, even when it offers nothing, and HELO',
    rules: ['reply.command-refused', 'syntax.command'],
  },
  { section: '2.2.1', level: 'SHOULD', asks: 'a client says EHLO rather than HELO', rules: ['extension.unused-ehlo'] },
  { section: '2.2.2', level: 'MUST, MUST NOT', asks: 'EHLO keywords are registered or begin with X', whyNot: USUAL },
  {
    section: '2.2.3',
    level: 'SHOULD',
    asks: 'who waits for a next hop with an extension falls back sooner than it gives up',
    whyNot: OTHER_HOP,
  },
  {
    section: '2.3.4',
    level: 'SHOULD NOT',
    asks: 'hosts are not named by their addresses',
    whyNot: 'a log does not show whether the host has a name',
  },
  {
    section: '2.3.5',
    level: 'MUST NOT',
    asks: 'names are fully qualified (localhost and addresses without a domain are told; a name of one label may be a top-level domain)',
    rules: ['syntax.hello-argument', 'syntax.address'],
  },
  { section: '2.3.5', level: 'stated, MUST', asks: 'names resolve; that in EHLO to an address', whyNot: DNS },
  {
    section: '2.3.5',
    level: 'MUST',
    asks: 'the recipient Postmaster is accepted without a domain',
    rules: ['delivery.recipient-refused'],
  },
  {
    section: '2.3.8',
    level: 'MUST NOT, MUST',
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
    asks: 'no octet over 127 in a message without an extension',
    rules: ['extension.eight-bit-data'],
  },
  {
    section: '2.4',
    level: 'MUST NOT, SHOULD',
    asks: 'commands stay ASCII, under 8BITMIME as well; a server refuses others',
    rules: ['extension.utf8-address', 'syntax.non-ascii'],
  },
  { section: '2.4', level: 'stated', asks: 'replies are ASCII', rules: ['reply.non-ascii'] },
  {
    section: '2.4',
    level: 'SHOULD',
    asks: 'servers offer 8BITMIME (told where 8-bit data met one that does not)',
    rules: ['extension.eight-bit-data'],
  },
  { section: '2.4', level: 'MUST NOT', asks: '8BITMIME is not asked for what is not MIME', whyNot: HEADERS },
  {
    section: '2.4',
    level: 'SHOULD',
    asks: 'relays take the content as valid, and do not look into it',
    whyNot: OTHER_HOP,
  },
];
