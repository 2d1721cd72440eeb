/** The LIMITS that a server offers (RFC 9422 §4), and the SIZE it takes (RFC 1870 §4). */
import { readPath } from '../transcript/command';
import type { Offers } from '../transcript/offers';
import type { Step } from '../transcript/reader';
import type { Command } from '../transcript/transcript';

/** The value of `RCPTMAX`, `MAILMAX` or `RCPTDOMAINMAX`; undefined when it is not offered or malformed. */
export function limitOf(offers: Offers | undefined, name: string): number | undefined {
  for (const parameter of offers?.get('LIMITS')?.parameters ?? []) {
    const [key, value] = parameter.split('=', 2);
    if (key?.toUpperCase() === name && /^[1-9]\d{0,5}$/.test(value ?? '')) return Number(value);
  }
  return undefined;
}

/** The RCPT at this step comes when the transaction already has as many recipients as the server takes. */
export function isBeyondRecipients({ exchange, before }: Step): boolean {
  if (exchange.kind !== 'command' || exchange.command.verb !== 'RCPT') return false;
  const most = limitOf(before.offers, 'RCPTMAX');
  if (most === undefined || before.transaction.kind !== 'open') return false;
  return (before.transaction.recipients?.length ?? 0) >= most;
}

/** The size that a MAIL declares, with the place of the parameter. */
export interface DeclaredSize {
  readonly octets: number;
  readonly start: number;
  readonly end: number;
}

export function declaredSize(command: Command): DeclaredSize | undefined {
  if (command.verb !== 'MAIL') return undefined;
  const usual = SIZE_FIRST.exec(command.said.text);
  if (usual !== null) {
    const [{ length }, digits = ''] = usual;
    return { octets: Number(digits), start: length - digits.length - 'SIZE='.length, end: length };
  }
  const parameter = readPath(command).parameters.find(({ key }) => key === 'SIZE');
  if (parameter?.value === undefined || !/^\d{1,15}$/.test(parameter.value)) return undefined;
  return { octets: Number(parameter.value), start: parameter.start, end: parameter.end };
}

/** As nearly all clients write it: the first parameter, behind a path without quotes. */
const SIZE_FIRST = /^[^">]*> SIZE=(\d{1,15})(?![^ ])/i;

/** The largest message that the server takes; undefined when it does not say so, or says 0: no limit. */
function largestMessage(offers: Offers | undefined): number | undefined {
  const value = offers?.get('SIZE')?.parameters[0] ?? '';
  return /^[1-9]\d{0,14}$/.test(value) ? Number(value) : undefined;
}

/** A declared size over the offered limit. */
export function oversize({ exchange, before }: Step): (DeclaredSize & { readonly limit: number }) | undefined {
  if (exchange.kind !== 'command') return undefined;
  const limit = largestMessage(before.offers);
  const declared = limit === undefined ? undefined : declaredSize(exchange.command);
  return limit !== undefined && declared !== undefined && declared.octets > limit ? { limit, ...declared } : undefined;
}
