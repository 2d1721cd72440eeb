/** Logs of the usual dialects, made up: healthy sessions, one in ten with a refused recipient, as a quiet day has them. */

/** One kind of file. */
export interface Shape {
  readonly id: string;
  readonly name: string;
  /** Text in pieces, about `octets` together. */
  readonly text: (octets: number) => Iterable<string>;
}

export const CANONICAL: Shape = { id: 'canonical', name: 'canonical transcript', text: repeated(canonicalSession) };
export const SWAKS: Shape = { id: 'swaks', name: 'swaks log', text: repeated(swaksSession) };
export const POSTFIX: Shape = { id: 'postfix', name: 'Postfix -v log', text: repeated(postfixPair) };
export const EXCHANGE: Shape = {
  id: 'exchange',
  name: 'Exchange CSV',
  text: repeated(exchangeSession, exchangeHeader),
};

export const DIALECT_SHAPES: readonly Shape[] = [POSTFIX, SWAKS, CANONICAL, EXCHANGE];

/** A whole text in memory. */
export function textOf(shape: Shape, octets: number): string {
  return [...shape.text(octets)].join('');
}

/** `of(0)`, `of(1)`, … until the size is reached. */
export function repeated(of: (n: number) => string, head: () => string = () => '') {
  return function* (octets: number): Generator<string> {
    let size = head().length;
    if (size > 0) yield head();
    for (let n = 0; size < octets; n++) {
      const piece = of(n);
      size += piece.length;
      yield piece;
    }
  };
}

// --- one session, whoever writes it down ----------------------------------------------------------------------------

interface Turn {
  readonly by: 'client' | 'server';
  readonly text: string;
  /** Mail data: some tools do not log it. */
  readonly data?: true;
}

const KEYWORDS = ['PIPELINING', 'SIZE 10240000', 'VRFY', 'ETRN', 'ENHANCEDSTATUSCODES', '8BITMIME', 'DSN', 'SMTPUTF8'];

function refused(n: number): boolean {
  return n % 10 === 9;
}

function queueId(n: number): string {
  return (0x10000000 + n).toString(16).toUpperCase();
}

export function turns(n: number): readonly Turn[] {
  const client = (text: string): Turn => ({ by: 'client', text });
  const server = (text: string): Turn => ({ by: 'server', text });
  const data = (text: string): Turn => ({ by: 'client', text, data: true });
  return [
    server('220 mx.example.org ESMTP Postfix'),
    client('EHLO client.example.com'),
    server('250-mx.example.org'),
    ...KEYWORDS.map((keyword) => server(`250-${keyword}`)),
    server('250 CHUNKING'),
    client(`MAIL FROM:<alice${n}@example.com> SIZE=1200`),
    server('250 2.1.0 Ok'),
    ...(refused(n)
      ? [
          client(`RCPT TO:<ghost${n}@example.org>`),
          server(
            `550 5.1.1 <ghost${n}@example.org>: Recipient address rejected: User unknown in local recipient table`,
          ),
        ]
      : []),
    client(`RCPT TO:<bob${n}@example.org>`),
    server('250 2.1.5 Ok'),
    client('DATA'),
    server('354 End data with <CR><LF>.<CR><LF>'),
    data('Date: Tue, 24 Nov 2026 18:55:02 +0000'),
    data(`From: alice${n}@example.com`),
    data(`To: bob${n}@example.org`),
    data(`Subject: report ${n}`),
    data(`Message-Id: <20261124185502.${n}@client.example.com>`),
    data(''),
    ...Array.from({ length: 10 }, (_, line) =>
      data(`Line ${line} of a message that says what messages say, at length.`),
    ),
    data('.'),
    server(`250 2.0.0 Ok: queued as ${queueId(n)}`),
    client('QUIT'),
    server('221 2.0.0 Bye'),
  ];
}

// --- who writes it down ---------------------------------------------------------------------------------------------

function canonicalSession(n: number): string {
  const lines = turns(n).map(({ by, text }) => `${by === 'client' ? 'C' : 'S'}: ${text}`);
  return `--- session ${n} ---\n${lines.join('\n')}\n`;
}

function swaksSession(n: number): string {
  const lines = turns(n).map(({ by, text }) => {
    if (by === 'client') return ` -> ${text}`;
    return `${/^[45]/.test(text) ? '<**' : '<- '} ${text}`;
  });
  return `=== Trying 192.0.2.25:25...\n=== Connected to 192.0.2.25.\n${lines.join('\n')}\n=== Connection closed with remote host.\n`;
}

/** What smtpd -v says for itself after a command: most of such a log. */
const CHATTER: readonly string[] = [
  'smtp_stream_setup: maxtime=300 enable_deadline=0 min_data_rate=0',
  'match_list_match: unknown: no match',
  'match_list_match: 192.0.2.7: no match',
  'send attr request = rewrite',
  'private/rewrite socket: wanted attribute: flags',
  'input attribute name: flags',
  'input attribute value: 0',
  'private/rewrite socket: wanted attribute: (list terminator)',
  'input attribute name: (end)',
  '>>> START Recipient address RESTRICTIONS <<<',
  'generic_checks: name=permit_mynetworks status=0',
  'ctable_locate: leave existing entry key alice@example.com?bob@example.org',
];

/** Two sessions at a time, of two processes, their lines in turn. */
function postfixPair(n: number): string {
  const one = postfixLines(2 * n);
  const other = postfixLines(2 * n + 1);
  const lines: string[] = [];
  for (let at = 0; at < Math.max(one.length, other.length); at++) {
    lines.push(...one.slice(at, at + 1), ...other.slice(at, at + 1));
  }
  return `${lines.join('\n')}\n`;
}

function postfixLines(n: number): string[] {
  const second = Math.floor(n / 8) % 86_400;
  const two = (value: number) => String(value).padStart(2, '0');
  const time = `Nov 24 ${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)} mx`;
  const log = (text: string, process = `smtpd[${20_000 + (n % 10_000)}]`) => `${time} postfix/${process}: ${text}`;
  const lines = [log('connection established'), log('connect from unknown[192.0.2.7]')];
  for (const { by, text, data } of turns(n)) {
    if (data) continue;
    lines.push(log(`${by === 'client' ? '<' : '>'} unknown[192.0.2.7]: ${text}`));
    if (by === 'client') lines.push(...CHATTER.map((each) => log(each)));
  }
  const id = queueId(n);
  return [
    ...lines,
    log('disconnect from unknown[192.0.2.7] ehlo=1 mail=1 rcpt=1 data=1 quit=1 commands=5'),
    log(`${id}: client=unknown[192.0.2.7]`),
    log(`${id}: message-id=<20261124185502.${n}@client.example.com>`, 'cleanup[30001]'),
    log(`${id}: from=<alice${n}@example.com>, size=1200, nrcpt=1 (queue active)`, 'qmgr[30002]'),
    log(
      `${id}: to=<bob${n}@example.org>, relay=local, delay=0.13, delays=0.02/0.01/0.04/0.06, dsn=2.0.0, status=sent (delivered to mailbox)`,
      'local[30003]',
    ),
    log(`${id}: removed`, 'qmgr[30002]'),
  ];
}

function exchangeHeader(): string {
  return [
    '#Software: Microsoft Exchange Server',
    '#Version: 15.0.0.0',
    '#Log-type: SMTP Receive Protocol Log',
    '#Date: 2026-11-24T00:00:00.000Z',
    '#Fields: date-time,connector-id,session-id,sequence-number,local-endpoint,remote-endpoint,event,data,context\n',
  ].join('\n');
}

function exchangeSession(n: number): string {
  const session = (0x08d6_75e5_0000_0000n + BigInt(n)).toString(16).toUpperCase().padStart(16, '0');
  const began = Date.UTC(2026, 10, 24) + n * 120;
  let row = 0;
  const line = (event: string, data: string) => {
    const time = new Date(began + row * 3).toISOString();
    return `${time},MX\\Default Frontend MX,${session},${row++},192.0.2.25:25,192.0.2.7:${1024 + (n % 60_000)},${event},${data},`;
  };
  const said = turns(n).filter(({ data }) => data !== true);
  return `${[line('+', ''), ...said.map(({ by, text }) => line(by === 'client' ? '<' : '>', text)), line('-', '')].join('\n')}\n`;
}
