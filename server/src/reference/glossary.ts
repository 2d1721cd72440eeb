import type { GlossaryEntry } from './entry';
import { authenticationTerms } from './glossary/authentication';
import { bounceTerms } from './glossary/bounces';
import { deliveryTerms } from './glossary/delivery';
import { dnsNetworkTerms } from './glossary/dnsNetwork';
import { envelopeTerms } from './glossary/envelope';
import { filteringTerms } from './glossary/filtering';
import { framingTerms } from './glossary/framing';
import { messageTerms } from './glossary/message';
import { protocolTerms } from './glossary/protocol';
import { senderIdentityTerms } from './glossary/senderIdentity';
import { tlsTerms } from './glossary/tls';
import { transportPolicyTerms } from './glossary/transportPolicy';

/** Every term that the reference explains, grouped by subject in `glossary/`. Keys and names are unique. */
export const glossary: readonly GlossaryEntry[] = [
  ...protocolTerms,
  ...framingTerms,
  ...envelopeTerms,
  ...deliveryTerms,
  ...bounceTerms,
  ...authenticationTerms,
  ...senderIdentityTerms,
  ...filteringTerms,
  ...tlsTerms,
  ...transportPolicyTerms,
  ...dnsNetworkTerms,
  ...messageTerms,
];
