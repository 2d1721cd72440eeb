/** Logs of sessions that differ in little, and in what they differ, in the formats in which sessions are compared as a whole. */
import type { Random } from '../model/random';

export const FORMATS = ['canonical', 'swaks', 'exchange', 'postfix-v'] as const;
export type Format = (typeof FORMATS)[number];

/** `data`: a line of mail, which servers do not log. */
export interface Turn {
  readonly by: 'client' | 'server' | 'data';
  readonly text: string;
}

/** Kinds of sessions: each number is one of its own. */
export const KINDS = 120;

const CHARACTERS = [...'abcxyz0123456789'];

function below(random: Random, end: number): number {
  return random.between(0, end - 1);
}

function pick<T>(random: Random, choices: readonly T[]): T {
  return choices[below(random, choices.length)] as T;
}

function word(random: Random, longest: number): string {
  return Array.from({ length: 1 + below(random, longest) }, () => pick(random, CHARACTERS)).join('');
}

/** A healthy session of a kind, or one of which something was refused. */
export function turnsOf(kind: number, random: Random, refuses = false): Turn[] {
  const turns: Turn[] = [];
  const client = (text: string) => turns.push({ by: 'client', text });
  const server = (text: string) => turns.push({ by: 'server', text });
  const data = (text: string) => turns.push({ by: 'data', text });
  const enhanced = kind % 2 === 0;
  const esmtp = kind % 7 !== 5;
  const answer = (code: number, detail: string, words: string) =>
    server(`${code} ${enhanced ? `${detail} ` : ''}${words}`);
  server(kind % 7 === 6 ? '220 mx.example.org ESMTP Exim 4.96' : '220 mx.example.org ESMTP Postfix');
  client(esmtp ? 'EHLO client.example.com' : 'HELO client.example.com');
  const offers = enhanced
    ? ['PIPELINING', 'SIZE 10240000', 'STARTTLS', 'ENHANCEDSTATUSCODES']
    : ['SIZE 10240000', '8BITMIME'];
  if (!esmtp) server('250 mx.example.org');
  else
    for (const [at, offer] of ['mx.example.org', ...offers].entries())
      server(`250${at < offers.length ? '-' : ' '}${offer}`);
  if (kind % 6 === 2) {
    client('AUTH PLAIN AGEAYg==');
    server('235 2.7.0 Ok');
  }
  const from =
    kind % 5 === 4
      ? ''
      : `${word(random, 8)}.${word(random, 3)}@${pick(random, ['example.com', 'a-b.test', 'example.org'])}`;
  const size =
    kind % 3 === 0 && esmtp ? ` SIZE=${pick(random, refuses ? [100, 600, 40_000] : [100, 600, 900, 1200])}` : '';
  const domain = kind % 4 === 3 ? pick(random, ['one.test', 'two.test', 'example.org']) : 'example.org';
  for (let left = kind % 5 === 1 ? 2 : 1; left > 0; left--) {
    client(`MAIL FROM:<${from}>${size}`);
    answer(250, '2.1.0', pick(random, ['Ok', `<${from}> ok`]));
    for (let rcpt = kind % 3 === 1 ? 2 : 1; rcpt > 0; rcpt--) {
      const to = `${word(random, 8)}@${domain}`;
      client(`RCPT TO:<${to}>`);
      if (refuses && below(random, 3) === 0)
        answer(pick(random, [550, 450]), pick(random, ['5.1.1', '4.2.1']), `<${to}> unknown`);
      else answer(250, '2.1.5', pick(random, ['Ok', `<${to}> recipient ok`]));
    }
    client('DATA');
    server('354 Go ahead');
    data(`Subject: ${word(random, 9)}`);
    data(`Message-ID: <${word(random, 3)}@x>`);
    data('');
    for (let line = below(random, 20); line >= 0; line--) data(`${word(random, 30)} text ${word(random, 9)}`);
    data('.');
    if (refuses && below(random, 4) === 0) answer(451, '4.3.0', 'Try again later');
    else answer(250, '2.0.0', `Ok: queued as ${word(random, 12)}`);
    if (left > 1 && enhanced) {
      client('RSET');
      answer(250, '2.0.0', 'Ok');
    }
  }
  if (kind % 11 !== 10) {
    client('QUIT');
    answer(221, '2.0.0', 'Bye');
  }
  const [pattern, text] = ODDITIES[kind % (2 * ODDITIES.length)] ?? [];
  return pattern === undefined || text === undefined
    ? turns
    : turns.map((turn) => (turn.by === 'server' ? { ...turn, text: turn.text.replace(pattern, text) } : turn));
}

/** What servers do not say, of which something is found in each session of some kinds. */
const ODDITIES: readonly (readonly [RegExp, string] | readonly [])[] = [
  [],
  [/^220 mx\.example\.org/, '220 localhost'],
  [/^220 mx\.example\.org /, '220 2.0.0 mx.example.org '],
  [/^250([- ])mx\.example\.org/, '250$1other.example.net'],
  [/SIZE 10240000/, 'SIZE 5000'],
  [/^250-PIPELINING/, '250-PIPE_LINING'],
  [/^250 2\.1\.0 /, '250 '],
  [/^250 2\.1\.5 (Ok|<)/, '250 2.9.77 $1'],
  [/^250 2\.0\.0 (Ok: queued)/, '250 5.0.0 $1'],
  [/^221 2\.0\.0 /, '221 '],
];

/** Writes sessions down, one after the other: a clock goes on. */
export class Scribe {
  readonly #random: Random;
  readonly #format: Format;
  readonly #calm: boolean;
  #clock = Date.UTC(2026, 10, 24);
  #sessions = 0;

  /** `calm`: nobody waits, and there is one client. */
  constructor(format: Format, random: Random, calm = false) {
    this.#calm = calm;
    this.#format = format;
    this.#random = random;
  }

  /** Lines that stand before all others. */
  get head(): readonly string[] {
    return this.#format === 'exchange' ? ['#Log-type: SMTP Receive Protocol Log'] : [];
  }

  /** The lines of a session. */
  lines(turns: readonly Turn[]): string[] {
    const number = ++this.#sessions;
    switch (this.#format) {
      case 'canonical':
        return [`--- session ${number} ---`, ...turns.map(({ by, text }) => `${by === 'server' ? 'S' : 'C'}: ${text}`)];
      case 'swaks':
        return [
          '=== Trying 192.0.2.25:25...',
          '=== Connected to 192.0.2.25.',
          ...turns.map(({ by, text }) =>
            by === 'server' ? `${/^[45]/.test(text) ? '<**' : '<- '} ${text}` : ` -> ${text}`,
          ),
          '=== Connection closed with remote host.',
        ];
      case 'exchange':
        return this.#exchange(turns, number);
      case 'postfix-v':
        return this.#postfix(turns, 20_000 + (number % 300));
      default:
        return this.#format satisfies never;
    }
  }

  #exchange(turns: readonly Turn[], number: number): string[] {
    const id = (0x08d6_75e5_0000_0000n + BigInt(number)).toString(16).toUpperCase().padStart(16, '0');
    const peer = `${this.#peer()}:${1024 + below(this.#random, 5000)}`;
    let row = 0;
    const line = (event: string, text: string, context = '') =>
      `${this.#time()},MX\\Default,${id},${row++},192.0.2.25:25,${peer},${event},${/[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text},${context}`;
    return [
      line('+', ''),
      line('*', `SMTPAccept${below(this.#random, 99)}`, 'Set Session Permissions'),
      ...shown(turns).map(({ by, text }) => line(by === 'server' ? '>' : '<', text)),
      line('-', '', 'Remote'),
    ];
  }

  #postfix(turns: readonly Turn[], pid: number): string[] {
    const line = (text: string, process = `smtpd[${pid}]`) =>
      `Nov 24 ${this.#time().slice(11, 19)} mx postfix/${process}: ${text}`;
    const name = `${pick(this.#random, ['unknown', 'client.example.com'])}[${this.#peer()}]`;
    return [
      line(`connect from ${name}`),
      ...shown(turns).flatMap(({ by, text }) => [
        line(`${by === 'server' ? '>' : '<'} ${name}: ${text}`),
        ...(below(this.#random, 3) === 0 ? [line('send attr request = rewrite')] : []),
        ...(text.startsWith('RCPT') && below(this.#random, 2) === 0
          ? [line(`${below(this.#random, 9999)}ABCDE1: client=${name}`)]
          : []),
      ]),
      line(`disconnect from ${name} ehlo=1 quit=1 commands=2`),
      line('4F1A2B3C: removed', 'qmgr[9]'),
    ];
  }

  #peer(): string {
    return this.#calm ? '192.0.2.7' : pick(this.#random, ['192.0.2.7', '192.0.2.7', '198.51.100.9', '127.0.0.1']);
  }

  #time(): string {
    this.#clock += pick(this.#random, this.#calm ? [1, 3, 30] : [1, 3, 30, 3, 3, 500, 3, 3, 3]);
    if (!this.#calm && below(this.#random, 300) === 0) this.#clock += 15_000;
    return new Date(this.#clock).toISOString();
  }
}

function shown(turns: readonly Turn[]): readonly Turn[] {
  return turns.filter(({ by }) => by !== 'data');
}

/** The lines of sessions of which up to three are open at a time. */
export function mixed(sessions: readonly (readonly string[])[], random: Random): string[] {
  const waiting = sessions.map((lines) => [...lines]);
  const lines: string[] = [];
  for (let open = waiting.splice(0, 3); open.length > 0; ) {
    const speaker = pick(random, open);
    lines.push(...speaker.splice(0, 1 + below(random, 4)));
    open = [...open.filter((each) => each.length > 0), ...(speaker.length === 0 ? waiting.splice(0, 1) : [])];
  }
  return lines;
}

const PIECES = [
  ...[
    '',
    ' ',
    '\t',
    '<',
    '>',
    '@',
    '.',
    ':',
    '-',
    '_',
    'ü',
    '"',
    '\\',
    'x'.repeat(70),
    '2',
    '4',
    '5',
    '9',
    '0',
    '=',
    '%',
    '!',
    ',',
  ],
  ...[' SIZE=9', ' BODY=8BITMIME', 'refused', ' refused ', 'QUIT', '5.1.1 ', '#', '# smtp-disable', '\r'],
];

/** The lines with up to five of them changed, doubled, in another order or left out. */
export function spoiled(lines: readonly string[], random: Random): string[] {
  const spoilt = [...lines];
  for (let changes = below(random, 6); changes > 0; changes--) {
    const at = below(random, spoilt.length - 1);
    const line = spoilt[at] ?? '';
    const cut = below(random, line.length + 1);
    const ways: readonly (() => readonly string[])[] = [
      () => [],
      () => [pick(random, spoilt), line],
      () => spoilt.splice(at + 1, 1).concat(line),
      () => [line.slice(0, cut) + pick(random, PIECES) + line.slice(cut + below(random, 3))],
    ];
    spoilt.splice(at, 1, ...pick(random, ways)());
  }
  return spoilt;
}
