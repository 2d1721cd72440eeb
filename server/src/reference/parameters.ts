import type { ParameterEntry } from './entry';
import { privateParameters } from './parameters/private';
import { registeredParameters } from './parameters/registered';

/**
 * Every parameter of MAIL, RCPT and other verbs that we explain.
 */
export const parameters: readonly ParameterEntry[] = [...registeredParameters, ...privateParameters];
