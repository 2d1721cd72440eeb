import { bare } from './bare';
import { canonical } from './canonical';
import { curl } from './curl';
import type { Dialect } from './dialect';
import { postfix } from './postfix';
import { swaks } from './swaks';

/** Every dialect, the more particular before the more general: of two with equal evidence the first wins. */
export const DIALECTS: readonly Dialect[] = [canonical, swaks, curl, postfix, bare];

/** The dialect with this id. */
export function dialectById(id: string): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.id === id);
}
