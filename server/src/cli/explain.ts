import type { Locale } from '../reference/entry';
import { UsageError } from './input';

export async function explain(keys: readonly string[], _locale: Locale): Promise<number> {
  throw new UsageError(`nothing is known about ${JSON.stringify(keys[0])}`);
}
export async function listReference(_format: 'text' | 'json', _locale: Locale): Promise<number> {
  return 0;
}
