/** The rules of the group `framing`: what they must find, and what is so near to it that they must not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { QUIT } from '../../server/src/rules/exampleSessions';
import { greeted, near, summary } from '../helpers/near';

const HEAD = 'C: MAIL FROM:<a@example.com>\nS: 250 2.1.0 Ok\nC: RCPT TO:<b@example.org>\nS: 250 2.1.5 Ok\n';
const OK = 'S: 250 2.0.0 Ok: queued\n';
/** A session whose message has these lines, as the client sent them. */
const data = (...lines: readonly string[]) =>
  greeted(`${HEAD}C: DATA\nS: 354 Go ahead\n${lines.map((line) => `C: ${line}\n`).join('')}${OK}${QUIT}`);
const smuggled = ['C: MAIL FROM:<x@example.com>', 'C: RCPT TO:<b@example.org>', 'C: DATA', 'C: forged', 'C: .', ''];
const smuggle = (end: string, replies: string) =>
  greeted(`${HEAD}C: DATA\nS: 354 Go ahead\nC: hello\n${end}${smuggled.join('\n')}${replies}${QUIT}`);
const bdat = (lines: string) => greeted(`${HEAD}${lines}${QUIT}`, 'CHUNKING');

near('framing.smuggling', {
  speaks: {
    'LF . CRLF before commands': { text: smuggle('C: x␊\nC: .\n', OK), says: 'LF . CR LF', severity: 'error' },
    'LF . LF': { text: smuggle('C: x␊\nC: .␊\n', OK), says: 'LF . LF' },
    'CRLF . LF': { text: smuggle('C: .␊\n', OK), says: 'CR LF . LF' },
    'CRLF . CR': { text: smuggle('C: .␍\n', OK), says: 'CR LF . CR' },
    'CR . CR inside a line': { text: smuggle('C: x␍.␍y\n', OK), says: 'CR . CR' },
    'CR . CRLF': { text: smuggle('C: x␍.\n', OK), says: 'CR . CR LF' },
    'CRLF . CR CR LF': { text: smuggle('C: .␍␍␊\n', OK), says: 'CR LF . CR CR LF' },
    'the server fell for it': {
      text: smuggle('C: .␊\n', `${OK}S: 250 Ok\nS: 250 Ok\nS: 354 Go\n${OK}`),
      says: 'worked',
    },
    'the server takes it for the end, nothing behind it': { text: data('hello', '.␊'), says: 'took a dot' },
    'a dot, no command behind it': { text: data('hello', '.␊', 'more', '.'), severity: 'warning' },
  },
  keepsQuiet: {
    'a client that ends every line with LF': greeted(
      `${HEAD}C: DATA␊\nS: 354 Go ahead\nC: hello␊\nC: .␊\n${OK}C: QUIT␊\nS: 221 Bye\n`,
    ),
    'a dot among text': data('a . b␊', '.x␊', '..␊', 'end', '.'),
    'commands quoted in a message': data('MAIL FROM:<a@example.com>', 'DATA', '.'),
    'CRLF spelled out': data('hello␍␊', '.␍␊'),
  },
});

test('what a smuggled message is answered with is no finding of its own', () => {
  const found = summary(smuggle('C: .␊\n', `${OK}S: 250 Ok\nS: 250 Ok\nS: 354 Go\n${OK}`));
  assert.deepEqual(
    found.filter((each) => / (?:error|warning) /.test(each)),
    ['14 error framing.smuggling'],
  );
});

near('framing.bare-lf', {
  speaks: {
    'a command': { text: greeted('C: NOOP␊\nS: 250 Ok\nC: QUIT\nS: 221 Bye'), says: 'command' },
    'a reply': { text: greeted('C: NOOP\nS: 250 Ok␊\nC: QUIT\nS: 221 Bye'), says: 'reply' },
    'three lines, one finding': { text: data('a␊', 'b␊', 'c␊', 'd', '.'), says: '3 such lines' },
  },
  keepsQuiet: {
    'CRLF spelled out': data('a␍␊', '.␍␊'),
    'the dot of a smuggled message': smuggle('C: .␊\n', OK),
    'octets of a chunk': bdat('C: BDAT 2 LAST\nC: a␊\nS: 250 Ok\n'),
  },
});

near('framing.bare-cr', {
  speaks: {
    inside: { text: data('a␍b', '.'), says: 'inside' },
    'CR CR LF': { text: data('a␍␍␊', 'b', '.'), says: 'CR CR LF' },
    'CR alone at the end': { text: data('a␍', 'b', '.'), says: 'CR alone' },
  },
  keepsQuiet: {
    'the picture of a CR': data('a␦␍b', '.'),
    'in a command': greeted('C: NOOP␍x\nS: 250 Ok\nC: QUIT\nS: 221 Bye'),
  },
});

near('framing.nul', {
  speaks: { 'in data': { text: data('a␀b', '.'), severity: 'warning' } },
  keepsQuiet: { TAB: data('a␉b', '.'), 'other control characters': data('a␛b', '.') },
});

near('framing.long-line', {
  speaks: {
    '999 characters': { text: data('x'.repeat(999), '.'), says: '1001 octets' },
    'characters of three octets': { text: data('文'.repeat(333), '.'), says: '1001 octets' },
  },
  keepsQuiet: {
    '998 characters': data('x'.repeat(998), '.'),
    'a whole message in one line of the log': data(`${'x\\r\\n'.repeat(300)}`, '.'),
    'a chunk': bdat(`C: BDAT 2002 LAST\nC: ${'x'.repeat(2000)}\nS: 250 Ok\n`),
  },
});

near('framing.dot-stuffing', {
  speaks: { 'a dot before text': { text: data('.profile', '..ok', '.', ''), says: '1 such lines' } },
  keepsQuiet: {
    'a doubled dot': data('..profile', '...', '.'),
    'a log that shows lines before doubling': ` -> DATA
<-  354 Go ahead
 -> Subject: x
 -> 
 -> .profile
 -> .
<-  250 Ok
`,
  },
});

near('framing.early-data', {
  speaks: {
    'before the 354': {
      text: greeted(`${HEAD}C: DATA\nC: hello\nC: .\nS: 354 Go ahead\n${OK}${QUIT}`),
      severity: 'error',
    },
  },
  keepsQuiet: {
    'after the 354': data('hello', '.'),
    'DATA refused': greeted(`${HEAD}C: DATA\nS: 451 4.3.0 Later\n${QUIT}`),
    'data not shown': greeted(`${HEAD}C: DATA\n* elided data\nS: 354 Go ahead\n${OK}${QUIT}`),
  },
});

near('framing.no-end-of-data', {
  speaks: {
    'the client hangs up': { text: greeted(`${HEAD}C: DATA\nS: 354 Go ahead\nC: hello\n* closed by client\n`) },
  },
  keepsQuiet: {
    'the log ends': greeted(`${HEAD}C: DATA\nS: 354 Go ahead\nC: hello\n`),
    'the server hangs up': greeted(`${HEAD}C: DATA\nS: 354 Go ahead\nC: hello\n* closed by server\n`),
    'the connection broke': greeted(
      `${HEAD}C: DATA\nS: 354 Go ahead\nC: hello\n* error lost: reset\n* closed by client\n`,
    ),
    'data not shown': greeted(`${HEAD}C: DATA\nS: 354 Go ahead\n* elided data\n* closed by client\n`),
  },
});

near('framing.bdat-size', {
  speaks: {
    'no number': { text: bdat('C: BDAT\nS: 501 5.5.4 Syntax\n'), says: 'needs' },
    negative: { text: bdat('C: BDAT -1\nS: 501 5.5.4 Syntax\n'), says: '-1' },
    'another word': { text: bdat('C: BDAT 0 FIRST\nS: 501 5.5.4 Syntax\n'), says: 'FIRST' },
  },
  keepsQuiet: { 'BDAT 0 LAST': bdat('C: BDAT 0 LAST\nS: 250 Ok\n'), 'lower case': bdat('C: bdat 0 last\nS: 250 Ok\n') },
});

test('a refused BDAT without a number has one finding', () => {
  const bad = summary(bdat('C: BDAT\nS: 501 5.5.4 Syntax\n')).filter((each) => / (?:error|warning) /.test(each));
  assert.equal(bad.length, 1, bad.join(', '));
});

near('framing.bdat-octets', {
  speaks: {
    'less than announced': { text: bdat('C: BDAT 99 LAST\nC: x\nS: 421 4.4.2 Timeout\n'), says: '99' },
    'less, of data that counts something else': {
      text: bdat('C: BDAT 99 LAST\nC: You have 12 bytes left\nS: 421 4.4.2 Timeout\n'),
    },
    'more than announced': { text: bdat('C: BDAT 3 LAST\nC: Hello world\nS: 250 Ok\n'), says: '13' },
  },
  keepsQuiet: {
    'the chunk ends inside a line': bdat('C: BDAT 11 LAST\nC: Hello world\nS: 250 Ok\n'),
    'several chunks': bdat('C: BDAT 7\nC: Hello\nS: 250 Ok\nC: BDAT 0 LAST\nS: 250 Ok\n'),
    'several chunks pipelined with the next MAIL': bdat(
      'C: BDAT 7\nC: Hello\nC: BDAT 7 LAST\nC: world\nC: MAIL FROM:<a@example.com>\nS: 250 Ok\nS: 250 Ok\nS: 250 Ok\nC: RSET\nS: 250 Ok\n',
    ),
    'words that stand for data': bdat(
      'C: BDAT 10000\nC: ....followed by 10000 bytes...\nS: 250 Ok\nC: BDAT 0 LAST\nS: 250 Ok\n',
    ),
    'no more words than dots': bdat('C: BDAT 99\nC: ... data ...\nS: 250 Ok\nC: BDAT 0 LAST\nS: 250 Ok\n'),
    'data not shown': bdat('C: BDAT 99 LAST\n* elided data 3 lines\nS: 250 Ok\n'),
  },
});

near('framing.bdat-no-last', {
  speaks: {
    QUIT: { text: bdat('C: BDAT 7\nC: Hello\nS: 250 Ok\n') },
    'the client hangs up': { text: greeted(`${HEAD}C: BDAT 7\nC: Hello\nS: 250 Ok\n* closed by client\n`, 'CHUNKING') },
  },
  keepsQuiet: {
    RSET: bdat('C: BDAT 7\nC: Hello\nS: 250 Ok\nC: RSET\nS: 250 Ok\n'),
    'the chunk was refused': bdat('C: BDAT 7\nC: Hello\nS: 552 5.3.4 Too big\n'),
    'the log ends': greeted(`${HEAD}C: BDAT 7\nC: Hello\nS: 250 Ok\n`, 'CHUNKING'),
  },
});

near('syntax.other-protocol', {
  speaks: {
    HTTP: {
      text: 'S: 220 mx.example.org ESMTP\nC: GET / HTTP/1.1\nS: 500 What\nC: Host: x\nS: 500 What\n',
      says: 'HTTP',
    },
    TLS: { text: 'S: 220 mx.example.org ESMTP\nC: ␖␃␁␀\nS: 500 What\n', says: 'TLS' },
    'TLS before the greeting': { text: 'C: ␖␃␁␀\nS: 220 mx.example.org ESMTP\nS: 500 What\n', says: 'TLS' },
    'TLS as Postfix writes it': {
      text: 'S: 220 mx.example.org ESMTP\nC: ????x?\nS: 500 What\nC: ???\nS: 500 What\n',
      says: 'TLS',
    },
    'the PROXY line, refused': {
      text: 'S: 220 mx.example.org ESMTP\nC: PROXY TCP4 192.0.2.1 192.0.2.2 1 25\nS: 500 What\n',
      says: 'PROXY',
    },
    IMAP: { text: 'S: 220 mx.example.org ESMTP\nC: a1 LOGIN bob secret\nS: 500 What\n', says: 'IMAP' },
    SIP: { text: 'S: 220 mx.example.org ESMTP\nC: OPTIONS sip:nm SIP/2.0\nS: 500 What\n', says: 'SIP' },
  },
  keepsQuiet: {
    'TLS, answered in TLS': 'C: ␖␃␁␀\nS: ␖␃␃␀z␂\nC: ␔␃␃␀␁␁\n',
    'a question mark': 'S: 220 mx.example.org\nC: ?\nS: 500 What\nC: QUIT\nS: 221 Bye\n',
    'a misspelled verb': 'S: 220 mx.example.org\nC: GETS\nS: 500 What\nC: QUIT\nS: 221 Bye\n',
    'the PROXY line, taken': 'C: PROXY TCP4 192.0.2.1 192.0.2.2 1 25\nS: 220 mx.example.org\nC: QUIT\nS: 221 Bye\n',
    'HTTP in a message': data('GET / HTTP/1.1', '.'),
  },
});

test('what a server says to another protocol may quote its octets', () => {
  const text = 'S: 220 mx.example.org ESMTP\nC: ␖␃␁␀\nS: 500 What\nC: a␍b\nS: 500 not known: "a␍b␀"\n';
  assert.deepEqual(summary(text), ['2 warning syntax.other-protocol']);
});

test('the headers of HTTP are no findings of their own', () => {
  const text =
    'S: 220 mx.example.org ESMTP\nC: GET / HTTP/1.1\nS: 500 What\nC: Host: x\nS: 500 What\nC: \nS: 500 What\nC: QUIT\nS: 221 Bye\n';
  assert.deepEqual(summary(text), ['2 warning syntax.other-protocol']);
});

test('octets of TLS say nothing, whether STARTTLS announced them or not', () => {
  const octets = 'C: ␖␃␁␂␀␁␀X␍abc\nC: k\nS: ␖␃␃␀z␂\nC: ␔␃␃␀␁␁\n';
  assert.deepEqual(summary(greeted(`C: STARTTLS\nS: 220 Go ahead\n${octets}`, 'STARTTLS')), []);
  assert.deepEqual(summary(octets), []);
});
