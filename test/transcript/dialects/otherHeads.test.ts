/** Logs whose packets stand below heads that nothing reads: they are not taken for a terminal's, nor for another tool's. */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { readTranscript } from '../../../server/src/transcript/readTranscript';

const DIALOGUE = [
  ['<', '220 mx.example.org ESMTP'],
  ['>', 'EHLO client.example.com'],
  ['<', '250 mx.example.org'],
  ['>', 'MAIL FROM:<a@example.com>'],
  ['<', '250 2.1.0 Ok'],
  ['>', 'QUIT'],
  ['<', '221 2.0.0 Bye'],
] as const;
type Arrow = (typeof DIALOGUE)[number][0];

const log = (write: (arrow: Arrow, text: string) => string) =>
  DIALOGUE.map(([arrow, text]) => write(arrow, text)).join('');
const [A, B] = ['127.0.0.1:37598', '127.0.0.1:25'];
const both = (arrow: Arrow, between: string) => (arrow === '>' ? `${A}${between}${B}` : `${B}${between}${A}`);
const dialectOf = (text: string) => readTranscript(text).detection.dialect?.id;

const LOGS: Readonly<Record<string, string>> = {
  sslsplit: log(
    (arrow, text) =>
      `2026-11-30 08:30:49 UTC ${both(arrow, ' -> ').replace(/(127\.0\.0\.1)/g, '[$1]')} (${text.length}):\n${text}\r\n`,
  ),
  tcpick: log((arrow, text) => `${both(arrow, ' AP > ')} (${text.length})\n${text}\r\n`),
  'tcpick, coloured': log((arrow, text) => `\x1b[1;32m${both(arrow, ' \x1b[0;0mAP > ')} (9)\n${text}\r\n`),
  ettercap: log((arrow, text) => `TCP  ${both(arrow, ' --> ')} | AP (${text.length})\n${text}.\n`),
  simpleproxy: log(
    (arrow, text) =>
      `\n---------------- Read from: localhost:${arrow === '>' ? 37598 : 25} ---------------\n${text}\r\n`,
  ),
  Mew: log((arrow, text) => (arrow === '>' ? `<=SEND=>\n${text}\n\n` : `<STATE>\n${text}\n\n\n`)).repeat(2),
  nmap: log((arrow, text) => `NSE: TCP ${A} ${arrow} ${B} | ${text}\n`),
  libnsock: log((_, text) => `libnsock nsock_trace_handler_callback(): READ SUCCESS for EID 18 [${B}]: ${text}.\n`),
  stunnel: log((arrow, text) =>
    arrow === '<' && text.startsWith('220')
      ? `LOG7[0]:  <- ${text}\nLOG7[0]:  -> ${text}\n`
      : `LOG7[0]:  ${arrow === '>' ? '->' : '<-'} ${text}\n`,
  ),
  exporter: log((arrow, text) => {
    const value = text.includes(' ') ? `"${text}"` : text;
    return `level=debug msg="${arrow === '>' ? 'Sending line' : 'Read line'}" line=${value}\n`;
  }),
};

for (const [name, text] of Object.entries(LOGS))
  test(`${name}: not for us`, () => assert.equal(dialectOf(text), undefined));

describe('the dialogue alone', () => {
  test('is a terminal’s', () => assert.equal(dialectOf(log((_, text) => `${text}\r\n`)), 'bare'));
  test('is so below a line about each of two connections', () => {
    const two = `connecting ${A} -> ${B}\nconnecting ${A} -> ${B}\n`;
    assert.equal(dialectOf(two + log((_, text) => `${text}\n`)), 'bare');
  });
});
