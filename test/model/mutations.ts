/** One violation for each rule that a dialogue can break: what is changed in a valid session, and where that shows. */
import { AUTH } from './mutations/auth';
import { DELIVERY } from './mutations/delivery';
import { EXTENSION } from './mutations/extension';
import { FRAMING } from './mutations/framing';
import type { Mutation } from './mutations/mutation';
import { REPLY } from './mutations/reply';
import { SECURITY } from './mutations/security';
import { SEQUENCE } from './mutations/sequence';
import { SYNTAX } from './mutations/syntax';
import { TIMING } from './mutations/timing';
import { TLS } from './mutations/tls';

export const MUTATIONS: readonly Mutation[] = [
  ...AUTH,
  ...DELIVERY,
  ...EXTENSION,
  ...FRAMING,
  ...REPLY,
  ...SECURITY,
  ...SEQUENCE,
  ...SYNTAX,
  ...TIMING,
  ...TLS,
];
