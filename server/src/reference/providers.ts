import type { ProviderReplyEntry } from './entry';
import { eximReplies } from './providers/exim';
import { filterReplies } from './providers/filters';
import { gmailReplies } from './providers/gmail';
import { mailboxProviderReplies } from './providers/mailboxProviders';
import { microsoftReplies } from './providers/microsoft';
import { postfixReplies } from './providers/postfix';
import { sendingServiceReplies } from './providers/sendingServices';
import { serverReplies } from './providers/servers';

/**
 * Replies that can be recognised by their text. The first entry that matches is the one to show: special before general.
 */
export const providerReplies: readonly ProviderReplyEntry[] = [
  ...gmailReplies,
  ...microsoftReplies,
  ...mailboxProviderReplies,
  ...filterReplies,
  ...sendingServiceReplies,
  ...postfixReplies,
  ...eximReplies,
  ...serverReplies,
];
