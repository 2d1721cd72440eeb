/** Everything the reference knows, in one bundle of its own: it is loaded when something is first looked up. */
import { authMechanisms } from './authMechanisms';
import { enhancedClasses, enhancedCodes, enhancedSubjects } from './enhancedCodes';
import { extensions } from './extensions';
import { glossary } from './glossary';
import { guides } from './guides';
import { guideTexts } from './guideTexts';
import { parameters } from './parameters';
import { providerReplies } from './providers';
import { Reference } from './reference';
import { replyCodes } from './replyCodes';
import { firstDigits, secondDigits } from './replyTheory';
import { verbs } from './verbs';

export const reference = new Reference({
  entries: [
    ...replyCodes,
    ...enhancedCodes,
    ...verbs,
    ...extensions,
    ...parameters,
    ...authMechanisms,
    ...glossary,
    ...guides,
    ...providerReplies,
  ],
  firstDigits,
  secondDigits,
  enhancedClasses,
  enhancedSubjects,
  guideTexts,
});
