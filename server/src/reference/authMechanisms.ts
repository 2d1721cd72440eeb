import { directoryMechanisms } from './authMechanisms/directory';
import { metMechanisms } from './authMechanisms/met';
import { rareMechanisms } from './authMechanisms/rare';
import type { AuthMechanismEntry } from './entry';

/**
 * Every SASL mechanism that we explain.
 */
export const authMechanisms: readonly AuthMechanismEntry[] = [
  ...metMechanisms,
  ...directoryMechanisms,
  ...rareMechanisms,
];
