import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { dialectById } from '../../../server/src/transcript/dialects';
import { readTranscript } from '../../../server/src/transcript/readTranscript';
import { dump } from '../../helpers/dump';

const lines = (...calls: string[]) => calls.map((call) => `${call}\n`).join('');
const call = (name: string, fd: string, text: string) =>
  `${name}(${fd}, ${JSON.stringify(text).replace(/\\u00(..)/g, '\\x$1')}, 4096) = ${text.length}`;
const read = (fd: string, text: string) => call('read', fd, text);
const write = (fd: string, text: string) => call('write', fd, text);
const verbs = (log: string) =>
  readTranscript(log).sessions.map(({ steps }) =>
    steps.flatMap(({ exchange }) => (exchange.kind === 'command' ? exchange.command.verb : [])).join(' '),
  );

describe('one connection', () => {
  const calls = (...each: string[]) => each.map((line, number) => `77 10:00:0${number % 10}.5 ${line}\n`).join('');

  test('process and time are no part of it, and an address in it is none of the text', () => {
    const log = calls(
      'recvfrom(5<TCP:[192.0.2.2:40000->192.0.2.1:25]>, "220 mx ESMTP\\r\\n", 4096, 0, NULL, NULL) = 14',
      'sendto(5<TCP:[192.0.2.2:40000->192.0.2.1:25]>, "EHLO a.example\\r\\n", 16, 0, NULL, 0) = 16',
      'recvfrom(5<TCP:[192.0.2.2:40000->192.0.2.1:25]>, "250-mx\\r\\n250 SIZE\\r\\n", 4096, 0, NULL, NULL) = 18',
      'sendto(5<TCP:[192.0.2.2:40000->192.0.2.1:25]>, "QUIT\\r\\n", 6, 0, NULL, 0) = 6',
    );
    assert.equal(readTranscript(log).detection.dialect?.id, 'strace-calls');
    assert.deepEqual(dump(log).slice(1), ['1 S 220', '2 C EHLO a.example', '3 S 250 ×2', '4 C QUIT']);
    assert.equal(readTranscript(log).utterances[1]?.time, (10 * 3600 + 0.5) * 1000);
  });

  test('of a string that is cut nothing is judged but what is whole', () => {
    const log = calls(
      'read(5, "220 mx ESMTP\\r\\n", 4096) = 14',
      'write(5, "EHLO a.example\\r\\n", 16) = 16',
      'read(5, "250-mx.example.test\\r\\n250-PIPELI"..., 4096) = 180',
      'write(5, "MAIL FROM:<somebody@sub.doma"..., 47) = 47',
      'read(5, "250 Ok\\r\\n", 4096) = 8',
      'write(5, "QUIT\\r\\n", 6) = 6',
      'read(5, "221 Bye\\r\\n", 4096) = 9',
    );
    const said = readTranscript(log).utterances.flatMap(({ speaker, text }) => (speaker === 'tool' ? [] : text));
    assert.deepEqual(said, ['220 mx ESMTP', 'EHLO a.example', '250 mx.example.test', '250 Ok', 'QUIT', '221 Bye']);
  });

  test('a message may be cut, and a chunk is counted all the same', () => {
    const log = lines(
      read('5', '220 mx ESMTP\r\n'),
      write('5', 'DATA\r\n'),
      read('5', '354 Go\r\n'),
      'write(5, "Subject: x\\r\\n\\r\\nlong te"..., 400) = 400',
      read('5', '250 Ok\r\n'),
      write('5', 'BDAT 40 LAST\r\n'),
      'write(5, "Subject: y\\r\\n\\r\\nlong te"..., 40) = 40',
      read('5', '250 Ok\r\n'),
      write('5', 'QUIT\r\n'),
    );
    assert.deepEqual(dump(log).slice(1), [
      '1 S 220',
      '2 C DATA',
      '3 S 354',
      '4 data ? lines',
      '5 S 250',
      '6 C BDAT 40 LAST',
      '7 data ? lines',
      '8 S 250',
      '9 C QUIT',
    ]);
  });

  test('lines end where they end, not where calls do, in buffers or octets', () => {
    const log = lines(
      'recvmsg(5, {msg_name=NULL, msg_iov=[{iov_base="220 mx ES", iov_len=9}], msg_iovlen=1}, 0) = 9',
      read('5', 'MTP\r\n'),
      'read(5, 0xc00012e000, 4096) = -1 EAGAIN (Resource temporarily unavailable)',
      'writev(5, [{iov_base="EHLO ", iov_len=5}, {iov_base="\\303\\244.example\\15\\12", iov_len=12}], 2) = 17',
      'write(5, "QUIT\\r\\n", 6) = -1 EAGAIN (Resource temporarily unavailable)',
      'recv(5, "250 mx\\r\\n", 4096, MSG_PEEK) = 8',
      read('5', '250 mx\r\n'),
      'write(5, "QUIT\\r\\nrest", 10) = 6',
      'read(5, "", 4096) = 0',
      'close(5) = 0',
    );
    assert.deepEqual(dump(log), [
      '1 connect 5',
      '1 S 220',
      '4 C EHLO ä.example',
      '7 S 250',
      '10 close by server',
      '8 C QUIT',
    ]);
  });

  test('some programs read octet by octet', () => {
    const greeting = [...'220 mx ESMTP\r\n'].map((octet) => read('3', octet));
    const log = lines(read('3', '2\n'), ...greeting, write('3', 'EHLO a.test\r\n'), write('3', 'QUIT\r\n'));
    assert.deepEqual(dump(log).slice(1), ['2 S 220', '16 C EHLO a.test', '17 C QUIT']);
  });

  test('files have descriptors, too', () => {
    const log = lines(
      write('3', 'MAIL FROM: in a log\n'),
      read('3</etc/motd>', '220 is no greeting\r\n'),
      read('3', '220 mx ESMTP\r\n'),
      write('3', 'QUIT\r\n'),
      read('3', '221 Bye\r\n'),
      read('3', '127.0.0.1 localhost\n'),
      write('2', 'EHLO on the terminal\r\n'),
    );
    assert.deepEqual(dump(log), ['3 connect 3', '3 S 220', '4 C QUIT', '5 S 221', '6 close by client']);
  });

  test('a line that is written reads as one of the connection at hand', () => {
    const strace = dialectById('strace-calls');
    const log = lines(read('3', '220 mx ESMTP\r\n'), strace?.write('client', 'EHLO ä.test', undefined) ?? '');
    assert.equal(dump(log).at(-1), '2 C EHLO ä.test');
  });
});

describe('several processes', () => {
  test('a call that another one interrupts goes on', () => {
    const log = lines(
      '[pid 7] read(4,  <unfinished ...>',
      `[pid 8] ${write('4', '220 other ESMTP\r\n')}`,
      '[pid 7] <... read resumed>"220 mx ESMTP\\r\\n", 4096) = 14',
      '[pid 7] write(4, "EHLO a\\r\\n", 8 <unfinished ...>',
      `[pid 8] ${read('4', 'NOOP\r\n')}`,
      '[pid 7] <... write resumed>)            = 8',
      `[pid 7] ${read('4', '250 mx\r\n')}`,
    );
    assert.deepEqual(verbs(log), ['NOOP', 'EHLO']);
  });

  test('threads share what they have, and what they have anew', () => {
    const log = lines(
      `[pid 7] ${read('4', '220 mx ESMTP\r\n')}`,
      `[pid 8] ${write('4', 'EHLO a\r\n')}`,
      `[pid 8] ${read('4', '250 mx\r\n')}`,
      `[pid 7] ${write('4', 'QUIT\r\n')}`,
      `[pid 8] ${read('4', '220 mx ESMTP\r\n')}`,
      `[pid 7] ${write('4', 'HELO b\r\n')}`,
      `[pid 9] ${read('6', '220 mx ESMTP\r\n')}`,
      `[pid 8] ${write('6', 'NOOP\r\n')}`,
      '[pid 8] socket(AF_INET, SOCK_STREAM, IPPROTO_IP) = 6',
      `[pid 9] ${write('6', 'RSET\r\n')}`,
    );
    assert.deepEqual(verbs(log), ['EHLO QUIT', 'HELO', 'NOOP', 'RSET']);
  });
});
