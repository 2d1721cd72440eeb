/** The parameters of MAIL and RCPT against the grammar of the RFC that defines each. */
import { type Parameter, readPath } from '../transcript/command';
import type { Command } from '../transcript/transcript';
import { isMasked } from './masked';

export interface ParameterFault {
  readonly kind: 'value' | 'verb' | 'duplicate' | 'length';
  readonly parameter: Parameter;
  /** What would be right: an example of the value, the verb, the earlier one, or the limit in characters. */
  readonly expected: string;
}

interface Definition {
  readonly verb: 'MAIL' | 'RCPT';
  /** `undefined` stands for a parameter without a value. */
  readonly good: (value: string | undefined) => boolean;
  readonly expected: string;
  /** The most characters that a value may have. */
  readonly longest?: number;
}

/** What is wrong with the parameters of a MAIL or RCPT. */
export function parameterFaults(command: Command): ParameterFault[] {
  const { verb } = command;
  if (verb !== 'MAIL' && verb !== 'RCPT') return [];
  const faults: ParameterFault[] = [];
  const seen = new Set<string>();
  for (const parameter of readPath(command).parameters) {
    const { key, value } = parameter;
    const definition = DEFINITIONS.get(key);
    if (seen.has(key)) faults.push({ kind: 'duplicate', parameter, expected: key });
    seen.add(key);
    if (definition === undefined || isMasked(value ?? '')) continue;
    const { expected, good, longest } = definition;
    if (definition.verb !== verb) faults.push({ kind: 'verb', parameter, expected: definition.verb });
    else if (!good(value)) faults.push({ kind: 'value', parameter, expected });
    else if (longest !== undefined && value !== undefined && value.length > longest)
      faults.push({ kind: 'length', parameter, expected: String(longest) });
  }
  return faults;
}

const matches = (pattern: RegExp) => (value: string | undefined) => value !== undefined && pattern.test(value);
const absent = (value: string | undefined) => value === undefined;

/** xtext (RFC 3461 §4): `+` and two upper-case hexadecimal digits stand for what may not appear itself. */
const XTEXT = /^(?:[!-*,-<>-~]|\+[0-9A-F]{2})+$/;
const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,9})?(?:Z|[+-]\d\d:\d\d)$/i;

/** RFC 1870 §3, 6152 §2, 3030 §3, 3461 §4, 4954 §5, 2852 §4, 6710 §3, 4865 §3, 6531 §3.4, 8689 §3, 7293 §4. */
const DEFINITIONS: ReadonlyMap<string, Definition> = new Map<string, Definition>([
  ['SIZE', { verb: 'MAIL', good: matches(/^\d{1,20}$/), expected: 'SIZE=10240' }],
  ['BODY', { verb: 'MAIL', good: matches(/^(?:7BIT|8BITMIME|BINARYMIME)$/i), expected: 'BODY=8BITMIME' }],
  ['RET', { verb: 'MAIL', good: matches(/^(?:FULL|HDRS)$/i), expected: 'RET=FULL, RET=HDRS' }],
  ['ENVID', { verb: 'MAIL', good: matches(XTEXT), expected: 'ENVID=QQ314159', longest: 100 }],
  ['AUTH', { verb: 'MAIL', good: matches(/^(?:<>|(?:[!-*,-<>-~]|\+[0-9A-F]{2})+)$/), expected: 'AUTH=<>' }],
  ['BY', { verb: 'MAIL', good: matches(/^[+-]?\d{1,9};[NR]T?$/i), expected: 'BY=120;R' }],
  ['MT-PRIORITY', { verb: 'MAIL', good: matches(/^(?:0|-?[1-9])$/), expected: 'MT-PRIORITY=3' }],
  ['HOLDFOR', { verb: 'MAIL', good: matches(/^[1-9]\d{0,8}$/), expected: 'HOLDFOR=3600' }],
  [
    'HOLDUNTIL',
    {
      verb: 'MAIL',
      good: (value) => isDate(value) && /z$/i.test(value ?? ''),
      expected: 'HOLDUNTIL=2030-01-02T03:04:05Z',
    },
  ],
  ['SMTPUTF8', { verb: 'MAIL', good: absent, expected: 'SMTPUTF8' }],
  ['REQUIRETLS', { verb: 'MAIL', good: absent, expected: 'REQUIRETLS' }],
  ['NOTIFY', { verb: 'RCPT', good: isNotify, expected: 'NOTIFY=NEVER, NOTIFY=SUCCESS,FAILURE,DELAY' }],
  ['ORCPT', { verb: 'RCPT', good: isOriginalRecipient, expected: 'ORCPT=rfc822;bob@example.org', longest: 500 }],
  ['RRVS', { verb: 'RCPT', good: isRrvs, expected: 'RRVS=2030-01-02T03:04:05Z' }],
]);

function isDate(value: string | undefined): boolean {
  return value !== undefined && DATE_TIME.test(value);
}

function isRrvs(value: string | undefined): boolean {
  return isDate(value?.replace(/;[CR]$/i, ''));
}

/** NEVER stands alone; the others may be combined, each once (RFC 3461 §4.1). */
function isNotify(value: string | undefined): boolean {
  if (value === undefined || value.length > 60) return false;
  const items = value.toUpperCase().split(',');
  if (items.length === 1 && items[0] === 'NEVER') return true;
  return new Set(items).size === items.length && items.every((item) => NOTIFY_ITEMS.has(item));
}

const NOTIFY_ITEMS: ReadonlySet<string> = new Set(['SUCCESS', 'FAILURE', 'DELAY']);

/** An address type and xtext; the type `utf-8` has an encoding of its own (RFC 6533 §3). */
function isOriginalRecipient(value: string | undefined): boolean {
  const semicolon = value?.indexOf(';') ?? -1;
  if (value === undefined || semicolon < 1) return false;
  const type = value.slice(0, semicolon);
  if (!/^[A-Za-z0-9!#$%&'*+\-/=?^_`{|}~.]+$/.test(type)) return false;
  return /^utf-8$/i.test(type) ? value.length > semicolon + 1 : XTEXT.test(value.slice(semicolon + 1));
}
