/** Octets that a text takes on the wire in UTF-8. */
export function octetsOf(text: string): number {
  let octets = text.length;
  for (let at = 0; at < text.length; at++) {
    const code = text.charCodeAt(at);
    // Each half of a surrogate pair stands for two of the four octets.
    if (code >= 0x80) octets += code < 0x800 || (code >= 0xd800 && code < 0xe000) ? 1 : 2;
  }
  return octets;
}
