/** BDAT and its octets (RFC 3030 §2). */
import type { CommandExchange } from '../transcript/transcript';

/** Octets and end marker of a BDAT; undefined when its argument is not `octets` or `octets LAST`. */
export function readChunk({
  command,
}: CommandExchange): { readonly octets: number; readonly last: boolean } | undefined {
  const match = /^ *(\d{1,15})( +LAST)? *$/i.exec(command.argument);
  return match === null ? undefined : { octets: Number(match[1]), last: match[2] !== undefined };
}

/** A BDAT whose argument is wrong, so that a refusal for syntax needs no other words. */
export function isMalformedChunk(exchange: CommandExchange): boolean {
  return exchange.command.verb === 'BDAT' && readChunk(exchange) === undefined;
}
