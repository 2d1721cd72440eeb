/** True for what people write over an address or a name before they show a log to others: it says nothing. */
export function isMasked(text: string): boolean {
  return /\*\*|\.\.\.|…|•|●|█|redact|[[<{(](?:e-?mail|hidden|removed|masked|censored|user|domain|host)/i.test(text);
}
