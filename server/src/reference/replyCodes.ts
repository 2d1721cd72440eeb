import type { ReplyCodeEntry } from './entry';
import { authenticationReplies } from './replyCodes/authentication';
import { badSequenceReplies } from './replyCodes/badSequence';
import { intermediateReplies } from './replyCodes/intermediate';
import { refusalReplies } from './replyCodes/refusal';
import { registryOnlyReplies } from './replyCodes/registryOnly';
import { successReplies } from './replyCodes/success';
import { syntaxReplies } from './replyCodes/syntax';
import { transactionReplies } from './replyCodes/transaction';
import { transientReplies } from './replyCodes/transient';
import { transientExtensionReplies } from './replyCodes/transientExtensions';
import { vendorPermanentReplies } from './replyCodes/vendorPermanent';
import { vendorTransientReplies } from './replyCodes/vendorTransient';

/** Every reply code that the reference explains. `answers` feeds the rule on unexpected replies. */
export const replyCodes: readonly ReplyCodeEntry[] = [
  ...successReplies,
  ...intermediateReplies,
  ...transientReplies,
  ...transientExtensionReplies,
  ...badSequenceReplies,
  ...syntaxReplies,
  ...authenticationReplies,
  ...refusalReplies,
  ...transactionReplies,
  ...registryOnlyReplies,
  ...vendorTransientReplies,
  ...vendorPermanentReplies,
];
