/** Offset of the first character that is not ASCII; -1 when there is none. Marks of masking and cutting do not count. */
export function firstNonAscii(text: string): number {
  return text.search(/[^\u0000-\u007f…•●█]/);
}
