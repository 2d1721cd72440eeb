/**
 * A reference client and server (RFC 5321, RFC 2033 and the extensions): what they say to each other is right in every
 * word. The server turns things away now and then, for the time being.
 */
import type { Random } from './random';
import {
  BEGINNING,
  type Hello,
  type ModelLine,
  type ModelSession,
  offered,
  parametersOf,
  type Role,
  type State,
} from './session';

/** A session that nobody could find fault with. */
export function validSession(random: Random): ModelSession {
  return new Talk(random).hold();
}

const CLIENT = 'client.example.com';
const SERVER = 'mx.example.org';
const SENDERS = [
  'alice@example.com',
  'bounces+42@lists.example.com',
  "o'neil@example.com",
  '"Alice B"@example.com',
] as const;
const RECIPIENTS = [
  'bob@example.org',
  'carol@example.org',
  'dave.e@mail.example.org',
  'postmaster@example.org',
] as const;

class Talk {
  readonly #random: Random;
  readonly #lines: ModelLine[] = [];
  readonly #timed: boolean;
  readonly #hello: Hello;
  #state: State = BEGINNING;
  #time = 0;
  #outstanding = 0;

  constructor(random: Random) {
    this.#random = random;
    this.#timed = random.chance(0.3);
    this.#hello = random.chance(0.15) ? 'LHLO' : random.chance(0.1) ? 'HELO' : 'EHLO';
  }

  hold(): ModelSession {
    const random = this.#random;
    this.#greet();
    this.#sayHello();
    if (offered(this.#state, 'STARTTLS') && random.chance(0.6)) this.#startTls();
    if (offered(this.#state, 'AUTH') && random.chance(0.6)) this.#authenticate();
    for (let count = random.between(0, 3); count > 0; count--) {
      if (random.chance(0.2)) this.#aside();
      this.#transact();
    }
    if (random.chance(0.2)) this.#aside();
    this.#part();
    return { lines: this.#lines, lmtp: this.#hello === 'LHLO', timed: this.#timed };
  }

  // --- lines ------------------------------------------------------------------------------------------------------

  #add(role: Role, text: string): void {
    this.#time += this.#random.between(1, 300);
    const quiet = this.#outstanding === 0;
    this.#lines.push({ text, role, state: this.#state, quiet, ...(this.#timed && { time: this.#time }) });
  }

  /** Sends a command; its answer is due. */
  #send(role: Role, text: string): void {
    this.#add(role, `C: ${text}`);
    this.#outstanding++;
  }

  /** A client line that nothing answers by itself. */
  #payload(role: Role, text: string): void {
    this.#add(role, `C: ${text}`);
  }

  /** Lines of an answer; the state changes when it is complete. */
  #answer(role: Role, code: number, texts: readonly string[], change: Partial<State> = {}): void {
    for (const [index, text] of texts.entries()) {
      this.#add(role, `S: ${code}${index < texts.length - 1 ? '-' : ' '}${text}`);
    }
    this.#outstanding = Math.max(0, this.#outstanding - 1);
    this.#state = { ...this.#state, ...change };
  }

  /** An answer with its enhanced code, where those are spoken (RFC 2034); now and then over two lines. */
  #reply(role: Role, code: number, enhanced: string, text: string, change: Partial<State> = {}): void {
    const first = offered(this.#state, 'ENHANCEDSTATUSCODES') ? `${enhanced} ` : '';
    const texts = this.#random.chance(0.1)
      ? [`${first}${text}`, `${first}see our pages for more`]
      : [`${first}${text}`];
    this.#answer(role, code, texts, change);
  }

  // --- before mail ------------------------------------------------------------------------------------------------

  #greet(): void {
    const kind = this.#hello === 'LHLO' ? 'LMTP' : this.#hello === 'EHLO' ? 'ESMTP' : 'SMTP';
    const texts = [`${SERVER} ${kind} ready`];
    if (this.#random.chance(0.1)) texts.push('no unsolicited mail, please');
    this.#answer('greeting', 220, texts, { greeted: true });
  }

  #sayHello(): void {
    const random = this.#random;
    if (this.#hello === 'HELO' && random.chance(0.5)) {
      this.#send('hello', `EHLO ${CLIENT}`);
      this.#answer('hello-reply', random.of([500, 502]), ['Command not recognised']);
    }
    const name = random.of([CLIENT, '[192.0.2.1]', '[IPv6:2001:db8::1]']);
    this.#send('hello', `${random.chance(0.1) ? this.#hello.toLowerCase() : this.#hello} ${name}`);
    const offers = this.#hello === 'HELO' ? [] : this.#offers();
    this.#answer('hello-reply', 250, [`${SERVER} greets ${CLIENT}`, ...offers], { hello: this.#hello, offers });
  }

  #offers(): string[] {
    const random = this.#random;
    const offers = random.some(['PIPELINING', '8BITMIME', 'DSN', 'ENHANCEDSTATUSCODES', 'VRFY', 'HELP', 'ETRN'], 0.6);
    if (random.chance(0.6)) offers.push(random.of(['SIZE', 'SIZE 0', 'SIZE 10240000']));
    if (offers.includes('8BITMIME') && random.chance(0.4)) offers.push('SMTPUTF8');
    if (random.chance(0.4)) offers.push('CHUNKING', ...random.some(['BINARYMIME'], 0.5));
    if (random.chance(0.2)) offers.push('DELIVERBY 240');
    if (random.chance(0.2)) offers.push('FUTURERELEASE 86400 2027-01-01T00:00:00Z');
    if (random.chance(0.2)) offers.push(random.of(['MT-PRIORITY', 'MT-PRIORITY MIXER']));
    if (random.chance(0.2)) offers.push('RRVS');
    if (random.chance(0.2)) offers.push('LIMITS RCPTMAX=100 MAILMAX=50');
    if (this.#state.tls && random.chance(0.3)) offers.push('REQUIRETLS');
    if (!this.#state.tls && random.chance(0.6)) offers.push('STARTTLS');
    if (random.chance(0.6))
      offers.push(this.#state.tls ? 'AUTH PLAIN LOGIN CRAM-MD5 XOAUTH2 SCRAM-SHA-256' : 'AUTH SCRAM-SHA-256');
    return offers;
  }

  #startTls(): void {
    const random = this.#random;
    this.#send('starttls', 'STARTTLS');
    this.#reply('starttls-reply', 220, '2.0.0', 'Ready to start TLS');
    this.#add(
      'tls',
      random.of(['* tls TLSv1.3 TLS_AES_256_GCM_SHA384', '* tls TLSv1.2 ECDHE-RSA-AES256-GCM-SHA384', '* tls']),
    );
    this.#state = { ...this.#state, tls: true, hello: undefined, offers: [] };
    this.#sayHello();
  }

  #authenticate(): void {
    const mechanism = this.#random.from(parametersOf(this.#state, 'AUTH')) ?? 'PLAIN';
    const steps = EXCHANGES[mechanism] ?? [];
    const [initial = '', ...others] = steps;
    this.#send('auth', `AUTH ${mechanism}${initial === '' ? '' : ` ${initial}`}`);
    for (let at = 0; at + 1 < others.length; at += 2) {
      this.#add('auth-reply', `S: 334 ${others[at]}`);
      this.#payload('auth', others[at + 1] ?? '');
    }
    this.#reply('auth-reply', 235, '2.7.0', 'Authentication successful', { authenticated: true });
  }

  /** Something that leaves all as it is. */
  #aside(): void {
    const command = this.#random.of(['NOOP', 'RSET', 'VRFY bob', 'HELP', 'NOOP are you there']);
    this.#send('other', command);
    if (command.startsWith('VRFY')) this.#reply('other-reply', 252, '2.5.0', 'Try RCPT to attempt delivery');
    else if (command === 'HELP') this.#reply('other-reply', 214, '2.0.0', 'See RFC 5321');
    else this.#reply('other-reply', 250, '2.0.0', 'Ok');
  }

  // --- mail -------------------------------------------------------------------------------------------------------

  #transact(): void {
    const random = this.#random;
    const pipelined = offered(this.#state, 'PIPELINING') && random.chance(0.6);
    const body = this.#body();
    const mail = this.#mail(body);
    const recipients = Array.from({ length: random.between(1, 4) }, (_, index) => ({
      path: RECIPIENTS[index] ?? RECIPIENTS[0],
      refused: random.chance(0.15),
    }));
    if (random.chance(0.05)) return this.#senderRefused(mail);
    const chunked = body === 'BINARYMIME' || (offered(this.#state, 'CHUNKING') && random.chance(0.4));
    const pending: (() => void)[] = [];
    const ask = (role: Role, text: string, answer: () => void) => {
      this.#send(role, text);
      if (pipelined) pending.push(answer);
      else answer();
    };
    const settle = () => {
      for (const answer of pending.splice(0)) answer();
    };
    ask('mail', mail, () => this.#reply('mail-reply', 250, '2.1.0', 'Ok', { transaction: 'mail', accepted: 0 }));
    for (const { path, refused } of recipients) {
      ask('rcpt', `RCPT TO:<${path}>${this.#rcptParameters()}`, () => this.#answerRecipient(refused));
    }
    // A client that sends DATA before it knows may find that nobody is left: ours waits then.
    if (recipients.every(({ refused }) => refused) || chunked) settle();
    if (recipients.every(({ refused }) => refused)) return this.#reset();
    if (random.chance(0.05)) {
      settle();
      return this.#reset();
    }
    if (chunked) this.#sendChunks(body);
    else this.#sendData(body, ask, settle);
  }

  #body(): 'none' | '7BIT' | '8BITMIME' | 'BINARYMIME' {
    const kinds: ('none' | '7BIT' | '8BITMIME' | 'BINARYMIME')[] = ['none'];
    if (offered(this.#state, '8BITMIME')) kinds.push('7BIT', '8BITMIME');
    if (offered(this.#state, 'BINARYMIME')) kinds.push('BINARYMIME');
    return this.#random.from(kinds) ?? 'none';
  }

  #mail(body: string): string {
    const random = this.#random;
    const can = (keyword: string) => offered(this.#state, keyword) && random.chance(0.3);
    const utf8 = can('SMTPUTF8');
    const sender = random.chance(0.1) ? '' : utf8 && random.chance(0.5) ? 'grüße@example.com' : random.of(SENDERS);
    const parameters = [
      ...(body === 'none' ? [] : [`BODY=${body}`]),
      ...(utf8 ? ['SMTPUTF8'] : []),
      ...(can('DSN') ? [random.of(['RET=HDRS', 'RET=FULL']), 'ENVID=QQ314159'] : []),
      ...(can('DELIVERBY') ? ['BY=600;R'] : []),
      ...(can('FUTURERELEASE') ? ['HOLDFOR=3600'] : []),
      ...(can('MT-PRIORITY') ? ['MT-PRIORITY=3'] : []),
      ...(can('REQUIRETLS') ? ['REQUIRETLS'] : []),
      ...(offered(this.#state, 'AUTH') && this.#state.authenticated && random.chance(0.2) ? ['AUTH=<>'] : []),
    ];
    return ['MAIL', `FROM:<${sender}>`, ...parameters].join(' ');
  }

  #rcptParameters(): string {
    const random = this.#random;
    if (!offered(this.#state, 'DSN') || !random.chance(0.3)) return '';
    return random.of([' NOTIFY=NEVER', ' NOTIFY=SUCCESS,FAILURE', ' NOTIFY=DELAY ORCPT=rfc822;bob+2Bx@example.org']);
  }

  #answerRecipient(refused: boolean): void {
    const accepted = this.#state.accepted;
    if (!refused)
      return this.#reply('rcpt-reply', 250, '2.1.5', 'Ok', { transaction: 'recipients', accepted: accepted + 1 });
    const [code, enhanced, text] = this.#random.of([
      [450, '4.2.0', 'Greylisted, try again in 5 minutes'],
      [451, '4.3.0', 'Lookup failure'],
      [452, '4.2.2', 'Mailbox full'],
    ]);
    this.#reply('rcpt-reply', code, enhanced, text);
  }

  #senderRefused(mail: string): void {
    this.#send('mail', mail);
    const [code, enhanced, text] = this.#random.of([
      [450, '4.1.8', 'Domain of sender address not found'],
      [451, '4.3.0', 'Local error in processing'],
      [452, '4.3.1', 'Insufficient system storage'],
    ]);
    this.#reply('mail-reply', code, enhanced, text);
  }

  #reset(): void {
    this.#send('other', 'RSET');
    this.#reply('other-reply', 250, '2.0.0', 'Ok', { transaction: 'none', accepted: 0 });
  }

  #sendData(body: string, ask: (role: Role, text: string, answer: () => void) => void, settle: () => void): void {
    const random = this.#random;
    const refused = random.chance(0.05);
    ask('data', 'DATA', () => {
      if (refused) this.#reply('data-reply', 451, '4.3.0', 'Local error in processing');
      else this.#answer('data-reply', 354, ['End data with <CR><LF>.<CR><LF>']);
    });
    settle();
    if (refused) return this.#reset();
    for (const line of this.#message(body)) this.#payload('message', line.startsWith('.') ? `.${line}` : line);
    this.#payload('dot', '.');
    this.#outstanding = 1;
    this.#answerMessage('message-reply');
  }

  /** One answer, in LMTP one for each recipient (RFC 2033 §4.2). */
  #answerMessage(role: Role): void {
    const random = this.#random;
    const count = this.#hello === 'LHLO' ? this.#state.accepted : 1;
    for (let at = 0; at < count; at++) {
      const last = at === count - 1;
      this.#outstanding = count - at;
      const change: Partial<State> = last ? { transaction: 'none', accepted: 0 } : {};
      if (random.chance(0.1)) this.#reply(role, random.of([451, 452]), '4.3.0', 'Requested action aborted', change);
      else this.#reply(role, 250, '2.0.0', 'Ok: queued as 4Bx7c9Q', change);
    }
  }

  #sendChunks(body: string): void {
    const lines = this.#message(body);
    const cut = this.#random.between(0, lines.length);
    const first = lines.slice(0, cut);
    const rest = lines.slice(cut);
    if (first.length > 0) {
      this.#chunk(first, '');
      this.#reply('bdat-reply', 250, '2.0.0', `${octetsOf(first)} octets received`, { transaction: 'chunks' });
    }
    this.#chunk(rest, ' LAST');
    this.#answerMessage('bdat-reply');
  }

  #chunk(lines: readonly string[], last: string): void {
    this.#send('bdat', `BDAT ${octetsOf(lines)}${last}`);
    for (const line of lines) this.#payload('chunk', line);
  }

  #message(body: string): string[] {
    const random = this.#random;
    const texts = [
      'Hello,',
      '',
      '.profile',
      '..',
      '-- ',
      'Data was lost, we quit.',
      'x'.repeat(990),
      'From here on: nothing',
      '250 units were sold',
    ];
    if (body === '8BITMIME' || body === 'BINARYMIME') texts.push('Grüße, 世界');
    if (random.chance(0.05)) return [];
    return ['Subject: weekly report', 'From: Alice <alice@example.com>', '', ...random.some(texts, 0.4)];
  }

  // --- the end ----------------------------------------------------------------------------------------------------

  #part(): void {
    const random = this.#random;
    if (random.chance(0.05)) {
      this.#add(
        'other-reply',
        `S: 421 ${offered(this.#state, 'ENHANCEDSTATUSCODES') ? '4.4.2 ' : ''}${SERVER} idle for too long`,
      );
      this.#state = { ...this.#state, over: true };
      return;
    }
    this.#send('quit', 'QUIT');
    this.#reply('quit-reply', 221, '2.0.0', 'Bye', { over: true });
    if (random.chance(0.2)) this.#add('other', '* closed by server');
  }
}

/** Octets of lines with their ends, as BDAT counts them. */
export function octetsOf(lines: readonly string[]): number {
  return lines.reduce((sum, line) => sum + Buffer.byteLength(line) + 2, 0);
}

const base64 = (text: string) => Buffer.from(text, 'latin1').toString('base64');

/** What is said in an AUTH: the initial response, empty where there is none, then challenges and responses in turn. */
const EXCHANGES: Readonly<Record<string, readonly string[]>> = {
  PLAIN: [base64('\0alice\0wonderland')],
  LOGIN: ['', base64('Username:'), base64('alice'), base64('Password:'), '****'],
  'CRAM-MD5': ['', base64('<1896.697170952@mx.example.org>'), base64('alice b913a602c7eda7a495b4e6e7334d3890')],
  XOAUTH2: [base64('user=alice@example.com\u0001auth=Bearer ya29.token\u0001\u0001')],
  'SCRAM-SHA-256': [
    base64('n,,n=alice,r=fyko+d2lbbFgONRv9qkxdawL'),
    base64('r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,s=QSXCR+Q6sek8bf92,i=4096'),
    base64('c=biws,r=fyko+d2lbbFgONRv9qkxdawL3rfcNHYJY1ZVvWVs7j,p=v0X8v3Bz2T0CJGbJQyF0X+HI4Ts='),
    base64('v=rmF9pqV8S7suAoZWja4dJRkFsKQ='),
    '=',
  ],
};
