import type { Layout } from '../layout';
import { canonical } from './canonical';
import { exchange } from './exchange';
import { postfix } from './postfix';
import { swaks } from './swaks';

/** By the id of the dialect. */
export const LAYOUTS: ReadonlyMap<string, Layout> = new Map<string, Layout>([
  ['canonical', canonical],
  ['exchange', exchange],
  ['postfix-v', postfix],
  ['swaks', swaks],
]);
