/**
 * Milliseconds from the earliest to the latest line. In each of them the seconds stand at offset `at`, as two digits, with a
 * decimal point and milliseconds behind them or without; date, hour and minute are the same in all.
 */
export function minuteDuration(text: string, start: number, end: number, at: number): number {
  let earliest = 60_000;
  let latest = 0;
  for (let line = start; line < end; line = text.indexOf('\n', line) + 1) {
    const time = millisecondsAt(text, line + at);
    if (time < earliest) earliest = time;
    if (time > latest) latest = time;
  }
  return latest - earliest;
}

function millisecondsAt(text: string, at: number): number {
  const seconds = digit(text, at) * 10 + digit(text, at + 1);
  if (text.charCodeAt(at + 2) !== POINT) return seconds * 1000;
  return seconds * 1000 + digit(text, at + 3) * 100 + digit(text, at + 4) * 10 + digit(text, at + 5);
}

function digit(text: string, at: number): number {
  return text.charCodeAt(at) - ZERO;
}

const POINT = 46;
const ZERO = 48;
