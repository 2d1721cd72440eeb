import { type Clause, DNS, HEADERS, INSIDE, OTHER_HOP } from './clause';

/** Sections 5 to 7 and the appendices: addresses, problems, security. */
export const HANDLING: readonly Clause[] = [
  {
    section: '5.1',
    level: 'MUST, MUST NOT, SHOULD, SHOULD NOT',
    asks: 'MX records are looked up and tried in order',
    whyNot: DNS,
  },
  {
    section: '6.1',
    level: 'MUST, MUST NOT',
    asks: 'who answers 250 to mail data delivers it or says so, with the empty reverse-path',
    whyNot: OTHER_HOP,
  },
  {
    section: '6.1',
    level: 'MUST',
    asks: 'the end of mail data is answered soon, lest mail come twice',
    rules: ['timing.slow-reply'],
  },
  {
    section: '6.2',
    level: 'SHOULD, SHOULD NOT',
    asks: 'mail is dropped, and hostile mail bounced, only by those who are sure',
    whyNot: OTHER_HOP,
  },
  {
    section: '6.3',
    level: 'MUST, SHOULD',
    asks: 'loops are found, yet a hundred hops allowed',
    rules: ['delivery.message-refused'],
  },
  {
    section: '6.4',
    level: 'MUST NOT, SHOULD',
    asks: 'servers do not mend what they relay, and say what else they mended',
    whyNot: OTHER_HOP,
  },
  { section: '7.2', level: 'SHOULD NOT', asks: 'blind copies stay blind', whyNot: HEADERS },
  {
    section: '7.3',
    level: 'MUST',
    asks: 'a server where VRFY or EXPN is switched off answers 252',
    rules: ['reply.command-refused'],
  },
  { section: '7.3', level: 'MUST NOT', asks: 'it does not look as if it had verified what it has not', whyNot: INSIDE },
  {
    section: '7.3',
    level: 'SHOULD',
    asks: 'EXPN is supported; sites weigh what it gives away',
    rules: ['reply.command-refused', 'security.address-disclosed'],
  },
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
    section: '7.9',
    level: 'SHOULD',
    asks: '550 when mail is refused by policy',
    rules: ['reply.command-refused', 'delivery.sender-refused', 'delivery.recipient-refused'],
  },
  { section: '8', level: 'MUST', asks: 'new trace fields are registered', whyNot: HEADERS },
  {
    section: 'B',
    level: 'SHOULD, MUST NOT',
    asks: 'an envelope that has to be made from header fields has all their recipients',
    whyNot: HEADERS,
  },
  {
    section: 'C',
    level: 'MUST, MUST NOT, SHOULD NOT',
    asks: 'who relays along a source route takes out its own name, and adds none to the reverse-path',
    whyNot: OTHER_HOP,
  },
  { section: 'E', level: 'SHOULD', asks: 'gateways keep envelope and content apart', whyNot: OTHER_HOP },
  {
    section: 'F.1',
    level: 'SHOULD NOT',
    asks: 'nobody uses TURN without authentication',
    rules: ['syntax.obsolete-verb'],
  },
  { section: 'F.2', level: 'SHOULD NOT', asks: 'clients no longer use source routes', rules: ['syntax.source-route'] },
  {
    section: 'F.3',
    level: 'SHOULD, MUST',
    asks: 'EHLO rather than HELO, which servers still take',
    rules: ['extension.unused-ehlo', 'reply.command-refused'],
  },
  { section: 'F.4', level: 'MUST NOT', asks: 'no host numbers with #', rules: ['syntax.address'] },
  { section: 'F.5', level: 'MUST', asks: 'years have four digits', whyNot: HEADERS },
  {
    section: 'F.6',
    level: 'SHOULD NOT',
    asks: 'clients no longer use SEND, SOML and SAML',
    rules: ['syntax.obsolete-verb'],
  },
  {
    section: 'F.6',
    level: 'MUST',
    asks: 'servers that still have them offer them',
    rules: ['extension.not-announced'],
  },
];
