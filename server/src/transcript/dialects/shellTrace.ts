/**
 * True for what a shell prints of each command that it runs (`set -x`): it quotes what a script is about to say or has
 * read, and nobody says it there.
 */
export function isShellTrace(text: string): boolean {
  return text.charCodeAt(0) === PLUS && TRACE.test(text);
}

/** True where such a line begins behind what somebody put before each line. */
export function quotesShellTrace(text: string): boolean {
  return text.includes('+ ') && QUOTED.test(text);
}

const QUOTED = /(?:^|[^\w+]|\x1b\[[\d;]{0,12}m)\+{1,9} (?:[a-z_][\w./-]{0,60} |\[\[ )/;

/** A command in lower case with its arguments, a test, or an assignment. */
const TRACE = /^\+{1,9} (?:[a-z_][\w./-]{0,60}(?: |$)|\[\[? |\(\(|[A-Za-z_]\w{0,60}=)/;
const PLUS = 43;
