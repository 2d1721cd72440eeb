/** Lines of strace: `11560 14:48:29.96 write(4, "EHLO a.example\r\n", 16) = 16`, with `-xx` all of it in hexadecimal. */

export interface SystemCall {
  /** Where the string that is sent or received begins, behind its quote. */
  readonly from: number;
  /** What is the same in each such call of a connection's side: all but process, time and addresses. */
  readonly shape: string;
  /** The start of the string, escapes in hexadecimal undone. */
  readonly said: string;
}

const CALL = /\b(?:read|recv|recvfrom|write|send|sendto)\(\d{1,5}(?:<[^"]{0,160}>)?, "/;
const ANY_CALL = /^.{0,60}?\b(?:read|recv|recvfrom|write|send|sendto)\(\d{1,5}[<,]/;

/** The call that a line shows; undefined when there is none, or none that shows a string. */
export function systemCall(text: string): SystemCall | undefined {
  const head = text.slice(0, LONGEST);
  const call = CALL.exec(head);
  if (call === null) return undefined;
  const from = call.index + call[0].length;
  const said = text.slice(from, from + LONGEST).replace(/\\x([0-9a-f]{2})/g, (_, pair: string) => {
    if (pair === '0d') return '\\r';
    return pair === '0a' ? '\\n' : String.fromCharCode(Number.parseInt(pair, 16));
  });
  return { from, shape: head.slice(0, call.index).replace(/\d+/g, '0') + call[0], said };
}

/** True for a call, whatever it shows. */
export function isSystemCall(text: string): boolean {
  return ANY_CALL.test(text);
}

/** True when strace shows only the start of the string whose closing quote is before offset `end`. */
export function isCutCall(text: string, end: number): boolean {
  return text.startsWith('...', end) && isSystemCall(text);
}

const LONGEST = 480;
