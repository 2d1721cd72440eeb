/**
 * What the registries and RFCs list, copied from them by hand and not from our data: the yardstick for completeness.
 */

/** Reply codes by the document that defines them or says when they are used. */
export const REPLY_CODES: Readonly<Record<string, readonly number[]>> = {
  // §4.2.3, the codes in numerical order, and §4.2.2
  'RFC 5321': [
    211, 214, 220, 221, 250, 251, 252, 354, 421, 450, 451, 452, 455, 500, 501, 502, 503, 504, 550, 551, 552, 553, 554,
    555,
  ],
  // §4 and §6
  'RFC 4954': [235, 334, 432, 454, 500, 530, 534, 535, 538],
  'RFC 3207': [220, 454, 501, 530, 554],
  'RFC 3030': [250, 354, 452, 503, 554],
  'RFC 1870': [452, 552],
  'RFC 1985': [250, 251, 252, 253, 458, 459, 500, 501],
  'RFC 2645': [250, 450, 451, 453, 502, 530],
  'RFC 4468': [250, 354, 550, 554],
  'RFC 7504': [521, 556],
  'RFC 8689': [250, 550],
  'RFC 1845': [355],
  // The column "Associated Basic Status Code" of the registry of enhanced codes
  'IANA SMTP Enhanced Status Codes': [
    ...[220, 235, 250, 251, 252, 253, 421, 422, 430, 432, 450, 451, 452, 453, 454, 455, 458, 459],
    ...[500, 501, 502, 503, 504, 521, 523, 524, 525, 530, 533, 534, 535, 538, 550, 551, 552, 553, 554, 555, 556],
  ],
};

/** IANA "SMTP Enhanced Status Codes": for each subject the number of the last detail; they count from 0 without a gap. */
export const LAST_DETAIL: Readonly<Record<number, number>> = { 0: 0, 1: 10, 2: 4, 3: 6, 4: 7, 5: 6, 6: 10, 7: 30 };

/** How many codes that makes: 1 + 11 + 5 + 7 + 8 + 7 + 11 + 31. */
export const ENHANCED_CODE_COUNT = 81;

/** IANA "SMTP Service Extensions": the EHLO keywords, in the registry's order. */
export const SERVICE_EXTENSIONS: readonly string[] = [
  ...['SEND', 'SOML', 'SAML', 'EXPN', 'HELP', 'TURN', '8BITMIME', 'SIZE', 'VERB', 'ONEX', 'CHUNKING', 'BINARYMIME'],
  ...['CHECKPOINT', 'DELIVERBY', 'PIPELINING', 'DSN', 'ETRN', 'ENHANCEDSTATUSCODES', 'STARTTLS', 'NO-SOLICITING'],
  ...['MTRK', 'SUBMITTER', 'ATRN', 'AUTH', 'FUTURERELEASE', 'CONPERM', 'CONNEG', 'UTF8SMTP', 'SMTPUTF8', 'MT-PRIORITY'],
  ...['RRVS', 'REQUIRETLS', 'BURL', 'LIMITS'],
];

/** Keywords that no registry has and that real servers offer. */
export const UNREGISTERED_EXTENSIONS: readonly string[] = [
  'XCLIENT',
  'XFORWARD',
  'X-EXPS',
  'X-ANONYMOUSTLS',
  'XLOOP',
  'XVERP',
  'PRDR',
  'VRFY',
];

/** IANA "SASL Mechanisms". The families that the registry writes with an asterisk stand by their members. */
export const SASL_MECHANISMS: readonly string[] = [
  ...['9798-M-DSA-SHA1', '9798-M-ECDSA-SHA1', '9798-M-RSA-SHA1-ENC'],
  ...['9798-U-DSA-SHA1', '9798-U-ECDSA-SHA1', '9798-U-RSA-SHA1-ENC'],
  ...['ANONYMOUS', 'CRAM-MD5', 'DIGEST-MD5', 'EAP-AES128', 'EAP-AES128-PLUS', 'ECDH-X25519-CHALLENGE'],
  ...['ECDSA-NIST256P-CHALLENGE', 'EXTERNAL', 'GS2-KRB5', 'GS2-KRB5-PLUS', 'GSS-SPNEGO', 'GSSAPI', 'KERBEROS_V4'],
  ...['KERBEROS_V5', 'LOGIN', 'NMAS-SAMBA-AUTH', 'NMAS_AUTHEN', 'NMAS_LOGIN', 'NTLM', 'OAUTH10A', 'OAUTHBEARER'],
  ...['OPENID20', 'OTP', 'PLAIN', 'SAML20', 'SCRAM-SHA-1', 'SCRAM-SHA-1-PLUS', 'SCRAM-SHA-256', 'SCRAM-SHA-256-PLUS'],
  ...['SECURID', 'SKEY', 'SPNEGO', 'SPNEGO-PLUS', 'SXOVER-PLUS', 'XOAUTH', 'XOAUTH2'],
];

/** Verbs of RFC 5321 §4.1.1, the extensions, RFC 821, LMTP, and the private ones that logs show. */
export const VERBS: readonly string[] = [
  ...['EHLO', 'HELO', 'MAIL', 'RCPT', 'DATA', 'RSET', 'VRFY', 'EXPN', 'HELP', 'NOOP', 'QUIT'],
  ...['AUTH', 'STARTTLS', 'BDAT', 'ETRN', 'ATRN', 'BURL', 'LHLO', 'SEND', 'SOML', 'SAML', 'TURN', 'VERB', 'ONEX'],
  ...['XCLIENT', 'XFORWARD', 'X-EXPS', 'X-ANONYMOUSTLS', 'XEXCH50', 'X-LINK2STATE'],
];

/** Who has a text of its own that we recognise. */
export const PROVIDERS: readonly string[] = [
  ...['Gmail', 'Microsoft 365', 'Outlook.com', 'Yahoo', 'iCloud', 'Proofpoint', 'Mimecast', 'Barracuda'],
  ...['Postfix', 'Exim', 'Sendmail', 'Amazon SES', 'SendGrid'],
];

/** The 51 terms of the page that began it all, as it writes them. */
export const SEED_TERMS: readonly string[] = [
  'Status Code',
  'Media Type (MIME Type)',
  'TLS Handshake',
  'TLS Certificate (SSL Certificate)',
  'Cipher Suite',
  'Authentication',
  'TCP/IP',
  'Three-Way Handshake',
  'Port Number',
  'Firewall',
  'IPv6',
  'Exponential Backoff',
  'Error Code Mapping',
  'Poison Message',
  'Request-Response Model',
  'RFC (Request for Comments)',
  'IANA (Internet Assigned Numbers Authority)',
  'Message Framing',
  'Connection-Oriented',
  'Text vs Binary Protocol',
  'MX Record',
  'PTR Record',
  'SMTP Relay',
  'SPF, DKIM, and DMARC',
  'Bounce Rate (Email)',
  'Email Deliverability',
  'MTA (Mail Transfer Agent)',
  'SMTP Pipelining',
  'Greylisting',
  'Backscatter',
  'Envelope vs Header',
  'STARTTLS',
  'SMTP Authentication (SMTP AUTH)',
  'Open Relay',
  'Email Queue',
  'MIME Multipart',
  'ARC (Authenticated Received Chain)',
  'BIMI (Brand Indicators for Message Identification)',
  'DSN (Delivery Status Notification)',
  'Email Header Injection',
  'SMTP Enhanced Status Codes',
  'MDN (Message Disposition Notification)',
  'MIME Type',
  'TLS Versions',
  'TLS 1.3',
  'Certificate Authority (CA)',
  'Forward Secrecy (PFS)',
  'SNI (Server Name Indication)',
  'TLS Session Resumption',
  'Key Exchange',
  'PKI (Public Key Infrastructure)',
];

/** Terms that our own texts use. */
export const OWN_TERMS: readonly string[] = [
  ...[
    'reverse-path',
    'forward-path',
    'null sender',
    'mail transaction',
    'smtp smuggling',
    'dane',
    'mta-sts',
    'tls-rpt',
  ],
  ...['verp', 'srs', 'submission', 'ehlo', 'queue id'],
];

/** The 16 guides of the same page, with its categories. */
export const SEED_GUIDES: Readonly<Record<string, string>> = {
  'Debugging SMTP Delivery Failures: 4xx Temporary vs 5xx Permanent': 'Debugging & Troubleshooting',
  'SMTP Reply Codes: What Your Email Server Is Telling You': 'Email Delivery',
  'Improving Email Deliverability: SPF, DKIM, and DMARC Setup': 'Email Delivery',
  'Diagnosing Email Bounces: Soft (4xx) vs Hard (5xx)': 'Email Delivery',
  'SMTP Authentication Methods Explained': 'Email Delivery',
  'Email Header Analysis: Tracing Delivery Path': 'Email Delivery',
  'Bulk Email Delivery: Avoiding the Spam Folder': 'Email Delivery',
  'DMARC Reporting: Analyzing Aggregate and Forensic Reports': 'Email Delivery',
  'IP Warming for Email: Building Sender Reputation from Scratch': 'Email Delivery',
  'Email Feedback Loops (FBL): Processing Spam Complaints': 'Email Delivery',
  'Transactional Email Best Practices: Receipts, Alerts, and Password Resets': 'Email Delivery',
  'DNS Record Types Explained: A, AAAA, CNAME, MX, TXT, and Beyond': 'DNS & Networking',
  'TCP Three-Way Handshake and Connection Lifecycle': 'DNS & Networking',
  'RFC 5321: SMTP Protocol Deep Dive': 'Protocol Deep Dives',
  'RFC 959: FTP Protocol Deep Dive': 'Protocol Deep Dives',
  'TLS 1.3: Faster, Simpler, More Secure': 'Protocol Deep Dives',
};

/**
 * RFC 5321 §4.3.2, "Command-Reply Sequences": which reply may follow which command. `MESSAGE` is the end of mail data,
 * `GREETING` the opening of the connection; 500, 501 and 421 may follow any command.
 */
export const COMMAND_REPLIES: Readonly<Record<string, readonly number[]>> = {
  GREETING: [220, 554],
  EHLO: [250, 502, 504, 550],
  HELO: [250, 502, 504, 550],
  MAIL: [250, 451, 452, 455, 503, 550, 552, 553, 555],
  RCPT: [250, 251, 450, 451, 452, 455, 503, 550, 551, 552, 553, 555],
  DATA: [354, 503, 554],
  MESSAGE: [250, 450, 451, 452, 550, 552, 554],
  RSET: [250],
  VRFY: [250, 251, 252, 502, 504, 550, 551, 553],
  EXPN: [250, 252, 500, 502, 504, 550],
  HELP: [211, 214, 502, 504],
  NOOP: [250],
  QUIT: [221],
};
