import type { Session } from '../transcript/reader';
import { locate, type Span } from '../transcript/transcript';
import { stepOf } from './about';
import { remembering } from './remembering';
import type { Problem, Rule, RulePage } from './rule';

export const securityVersionBanner: Rule = {
  category: 'security',
  code: 'security.version-banner',
  severity: 'hint',
  title: { en: 'Version in the greeting', 'zh-cn': '问候语中含有版本' },
  messages: {
    default: {
      en: 'The greeting tells the world which version runs here: {version}',
      'zh-cn': '问候语向所有人透露了运行的版本：{version}',
    },
  },
  sources: [{ rfc: 5321, section: '7.5' }],
  needs: [],
  check: () => [],
  concerns: versionIn,
  once: true,
  // Every session of a server says the same: once is enough.
  across() {
    const told = new Set<string>();
    return { see: (version: Version, session) => tell(version, session, told) };
  },
};

export const securityVersionBannerPage = (): RulePage => ({
  code: 'security.version-banner',
  explanation: {
    en: 'RFC 5321 lets the greeting name the software; its version helps those who look for servers with a known hole more than anyone else. Leave it out (`smtpd_banner`, `smtp_banner`, `SmtpGreetingMessage`).',
    'zh-cn':
      'RFC 5321 允许问候语写明软件；但版本号主要方便了寻找有已知漏洞的服务器的人。可以去掉（`smtpd_banner`、`smtp_banner`、`SmtpGreetingMessage`）。',
  },
  examples: {
    bad: `S: 220 mx.example.org ESMTP Exim 4.96 Tue, 24 Nov 2026 19:02:08 +0000
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
    good: `S: 220 mx4.96.example.org ESMTP Postfix [192.0.2.1] 10.11 ready
C: EHLO client.example.com
S: 250 mx.example.org
C: QUIT
S: 221 Bye
`,
  },
});

function* tell({ version, span, step }: Version, session: Session | undefined, told: Set<string>): Generator<Problem> {
  if (told.has(version) || told.size >= MOST_VERSIONS) return;
  told.add(version);
  yield { variant: 'default', values: { version }, span, related: [], ...stepOf(session, step) };
}

interface Version {
  readonly version: string;
  readonly span: Span;
  /** Number of the session's step. */
  readonly step: number;
}

/** The first greeting of a session that names a version. */
function versionIn(session: Session): Version | undefined {
  for (const [step, { exchange }] of session.steps.entries()) {
    if (exchange.kind !== 'greeting') continue;
    const line = exchange.replies[0].lines[0];
    const found = search(line.text);
    if (found === null) continue;
    const start = line.said.text.length - line.text.length + found.index;
    return { version: found[0], span: locate(line.said, start, start + found[0].length), step };
  }
  return undefined;
}

const search = remembering((text) => VERSION.exec(text.slice(0, 500)));

/** So many versions are remembered across the sessions of a file. */
const MOST_VERSIONS = 1000;

/** A server that we know by name, and a number with a dot behind it. */
const VERSION =
  /\b(?:Exim|Sendmail|Postfix|Haraka|OpenSMTPD|qmail|Courier|hMailServer|MailEnable|MDaemon|SmarterMail|IceWarp|Kerio Connect|CommuniGate Pro|Zimbra|Axigen|Stalwart|ArGoSoft|James SMTP Server|Python SMTP(?: proxy)?|Microsoft ESMTP MAIL Service, Version:|Lotus Domino|GroupWise|PowerMTA)[ /(]{0,2}(?:Release |version |v)?\d{1,4}(?:\.\d{1,6}){1,4}/i;
