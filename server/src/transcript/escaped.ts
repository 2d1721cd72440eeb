/** A text as a part of an expression, with the flag `u` or without, outside of a class. */
export function escaped(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
}
