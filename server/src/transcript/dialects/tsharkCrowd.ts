/** Connections of two hosts that speak at a time where no port tells them apart, and what was told apart by guess was wrong. */

export interface Crowd {
  /** Connections that have not ended yet, as far as is known. */
  readonly open: number;
  /** The last line ended one. */
  readonly left: boolean;
}

/** The crowd after what the server says; undefined where that begins a connection beside which no other speaks. */
export function crowdAfter({ open, left }: Crowd, text: string): Crowd | undefined {
  if (/^(?:221|421)/.test(text)) return { open: open - 1, left: true };
  if (!isGreeting(text)) return { open, left: false };
  return left ? undefined : { open: open + 1, left: false };
}

/** A 220 without the enhanced code that an answer to STARTTLS has. */
export function isGreeting(text: string): boolean {
  return text.startsWith('220') && !/^220[ -]\d\.\d/.test(text);
}

/** True for a reply that begins with a name or an enhanced code: no further line of the reply to EHLO does. */
export function beginsReply(text: string): boolean {
  return /^[2-5]\d\d[ -](?:[\w-]{1,63}\.){1,10}\w/.test(text);
}
