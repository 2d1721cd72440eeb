import type { ExtensionEntry } from './entry';
import { exchangeExtensions } from './extensions/exchange';
import { historicExtensions } from './extensions/historic';
import { registeredExtensions } from './extensions/registered';
import { unregisteredExtensions } from './extensions/unregistered';

/**
 * Every EHLO keyword that we explain.
 */
export const extensions: readonly ExtensionEntry[] = [
  ...registeredExtensions,
  ...historicExtensions,
  ...exchangeExtensions,
  ...unregisteredExtensions,
];
