import { authCancelled } from './authCancelled';
import { authFailed } from './authFailed';
import { authMalformedChallenge } from './authMalformedChallenge';
import { authMalformedResponse } from './authMalformedResponse';
import { authOauthError } from './authOauthError';
import { authObsoleteMechanism } from './authObsoleteMechanism';
import { authReadableSecret } from './authReadableSecret';
import { authReadableUser } from './authReadableUser';
import { authRepeated } from './authRepeated';
import { deliveryBounced } from './deliveryBounced';
import { deliveryConnectionLost } from './deliveryConnectionLost';
import { deliveryDeferred } from './deliveryDeferred';
import { deliveryDropped } from './deliveryDropped';
import { deliveryMessageRefused } from './deliveryMessageRefused';
import { deliveryPartlyDelivered } from './deliveryPartlyDelivered';
import { deliveryRecipientRefused } from './deliveryRecipientRefused';
import { deliveryRefusal } from './deliveryRefusal';
import { deliveryRejected } from './deliveryRejected';
import { deliveryRepeatedAttempt } from './deliveryRepeatedAttempt';
import { deliveryRepeatedCommand } from './deliveryRepeatedCommand';
import { deliverySenderRefused } from './deliverySenderRefused';
import { deliveryServerWarning } from './deliveryServerWarning';
import { deliveryServiceClosing } from './deliveryServiceClosing';
import { deliveryServiceRefused } from './deliveryServiceRefused';
import { extensionBinaryWithData } from './extensionBinaryWithData';
import { extensionEightBitData } from './extensionEightBitData';
import { extensionLimits } from './extensionLimits';
import { extensionNotAnnounced } from './extensionNotAnnounced';
import { extensionNotOffered } from './extensionNotOffered';
import { extensionParameter } from './extensionParameter';
import { extensionSizeExceeded } from './extensionSizeExceeded';
import { extensionSizeMismatch } from './extensionSizeMismatch';
import { extensionSmallSize } from './extensionSmallSize';
import { extensionUnusedEhlo } from './extensionUnusedEhlo';
import { extensionUnusedStarttls } from './extensionUnusedStarttls';
import { extensionUtf8Address } from './extensionUtf8Address';
import { framingBareCr } from './framingBareCr';
import { framingBareLf } from './framingBareLf';
import { framingBdatNoLast } from './framingBdatNoLast';
import { framingBdatOctets } from './framingBdatOctets';
import { framingBdatSize } from './framingBdatSize';
import { framingDotStuffing } from './framingDotStuffing';
import { framingEarlyData } from './framingEarlyData';
import { framingLongLine } from './framingLongLine';
import { framingNoEndOfData } from './framingNoEndOfData';
import { framingNul } from './framingNul';
import { framingSmuggling } from './framingSmuggling';
import { replyAfterClosing } from './replyAfterClosing';
import { replyBadSequence } from './replyBadSequence';
import { replyCode } from './replyCode';
import { replyCommandRefused } from './replyCommandRefused';
import { replyContradiction } from './replyContradiction';
import { replyEhloKeyword } from './replyEhloKeyword';
import { replyEnhancedClass } from './replyEnhancedClass';
import { replyEnhancedInHello } from './replyEnhancedInHello';
import { replyEnhancedMissing } from './replyEnhancedMissing';
import { replyEnhancedUnregistered } from './replyEnhancedUnregistered';
import { replyGreetingDomain } from './replyGreetingDomain';
import { replyHostnameChanges } from './replyHostnameChanges';
import { replyLineTooLong } from './replyLineTooLong';
import { replyMultiline } from './replyMultiline';
import { replyNoMailbox } from './replyNoMailbox';
import { replyNonAscii } from './replyNonAscii';
import { replyNoText } from './replyNoText';
import { replyOffersAfterHelo } from './replyOffersAfterHelo';
import { replyOutOfPlace } from './replyOutOfPlace';
import { replyUnlistedCode } from './replyUnlistedCode';
import { authReported, framingReported, sequenceReported, syntaxReported, tlsReported } from './reported';
import type { Rule } from './rule';
import { securityAddressDisclosed } from './securityAddressDisclosed';
import { securityAddressHarvesting } from './securityAddressHarvesting';
import { securityCleartextCredentials } from './securityCleartextCredentials';
import { securityLineBreakInjection } from './securityLineBreakInjection';
import { securityOpenRelay } from './securityOpenRelay';
import { securityPasswordGuessing } from './securityPasswordGuessing';
import { securityVersionBanner } from './securityVersionBanner';
import { sequenceAfterClosing } from './sequenceAfterClosing';
import { sequenceAfterQuit } from './sequenceAfterQuit';
import { sequenceAfterRefusedGreeting } from './sequenceAfterRefusedGreeting';
import { sequenceAuthBeforeHello } from './sequenceAuthBeforeHello';
import { sequenceAuthInTransaction } from './sequenceAuthInTransaction';
import { sequenceAuthTwice } from './sequenceAuthTwice';
import { sequenceBdatAfterLast } from './sequenceBdatAfterLast';
import { sequenceBdatMixed } from './sequenceBdatMixed';
import { sequenceBeforeGreeting } from './sequenceBeforeGreeting';
import { sequenceBeforeHello } from './sequenceBeforeHello';
import { sequenceCommandInData } from './sequenceCommandInData';
import { sequenceDataAfterRefusal } from './sequenceDataAfterRefusal';
import { sequenceDataBeforeMail } from './sequenceDataBeforeMail';
import { sequenceDataWithoutRecipients } from './sequenceDataWithoutRecipients';
import { sequenceEhloInLmtp } from './sequenceEhloInLmtp';
import { sequenceHelloRefused } from './sequenceHelloRefused';
import { sequenceLhloInSmtp } from './sequenceLhloInSmtp';
import { sequenceLmtpReplies } from './sequenceLmtpReplies';
import { sequenceMingled } from './sequenceMingled';
import { sequenceNestedMail } from './sequenceNestedMail';
import { sequenceNoEhloAfterStarttls } from './sequenceNoEhloAfterStarttls';
import { sequenceNoQuit } from './sequenceNoQuit';
import { sequencePipeliningNotOffered } from './sequencePipeliningNotOffered';
import { sequencePipeliningPastSync } from './sequencePipeliningPastSync';
import { sequenceRcptBeforeMail } from './sequenceRcptBeforeMail';
import { sequenceStarttlsInTls } from './sequenceStarttlsInTls';
import { sequenceStarttlsInTransaction } from './sequenceStarttlsInTransaction';
import { sequenceUnansweredCommand } from './sequenceUnansweredCommand';
import { sequenceUnaskedReply } from './sequenceUnaskedReply';
import { syntaxAddress } from './syntaxAddress';
import { syntaxAddressLength } from './syntaxAddressLength';
import { syntaxCommand } from './syntaxCommand';
import { syntaxEmptyRecipient } from './syntaxEmptyRecipient';
import { syntaxHelloArgument } from './syntaxHelloArgument';
import { syntaxLineTooLong } from './syntaxLineTooLong';
import { syntaxNonAscii } from './syntaxNonAscii';
import { syntaxObsoleteVerb } from './syntaxObsoleteVerb';
import { syntaxOtherProtocol } from './syntaxOtherProtocol';
import { syntaxPath } from './syntaxPath';
import { syntaxSourceRoute } from './syntaxSourceRoute';
import { syntaxTrailingSpace } from './syntaxTrailingSpace';
import { syntaxUnexpectedArgument } from './syntaxUnexpectedArgument';
import { syntaxUnknownVerb } from './syntaxUnknownVerb';
import { timingSlowClient } from './timingSlowClient';
import { timingSlowReply } from './timingSlowReply';
import { tlsFailed } from './tlsFailed';
import { tlsFallback } from './tlsFallback';
import { tlsInjection } from './tlsInjection';
import { tlsOfferedInTls } from './tlsOfferedInTls';
import { tlsOfferVanished } from './tlsOfferVanished';
import { tlsOldVersion } from './tlsOldVersion';
import { tlsRequired } from './tlsRequired';
import { tlsRewrittenOffer } from './tlsRewrittenOffer';
import { tlsStarttlsArgument } from './tlsStarttlsArgument';
import { tlsStarttlsRefused } from './tlsStarttlsRefused';
import { tlsUnverified } from './tlsUnverified';
import { tlsWeakCipher } from './tlsWeakCipher';

/** Every rule; the order is that of the documentation. */
export const RULES: readonly Rule[] = [
  authCancelled,
  authFailed,
  authMalformedChallenge,
  authMalformedResponse,
  authOauthError,
  authObsoleteMechanism,
  authReadableSecret,
  authReadableUser,
  authRepeated,
  authReported,
  deliveryBounced,
  deliveryConnectionLost,
  deliveryDeferred,
  deliveryDropped,
  deliveryMessageRefused,
  deliveryPartlyDelivered,
  deliveryRecipientRefused,
  deliveryRepeatedAttempt,
  deliveryRepeatedCommand,
  deliverySenderRefused,
  deliveryRefusal,
  deliveryRejected,
  deliveryServerWarning,
  deliveryServiceClosing,
  deliveryServiceRefused,
  extensionBinaryWithData,
  extensionEightBitData,
  extensionLimits,
  extensionNotAnnounced,
  extensionNotOffered,
  extensionParameter,
  extensionSizeExceeded,
  extensionSizeMismatch,
  extensionSmallSize,
  extensionUnusedEhlo,
  extensionUnusedStarttls,
  extensionUtf8Address,
  framingBareCr,
  framingBareLf,
  framingBdatNoLast,
  framingBdatOctets,
  framingBdatSize,
  framingDotStuffing,
  framingEarlyData,
  framingLongLine,
  framingNoEndOfData,
  framingNul,
  framingReported,
  framingSmuggling,
  replyAfterClosing,
  replyBadSequence,
  replyCode,
  replyCommandRefused,
  replyContradiction,
  replyEhloKeyword,
  replyEnhancedClass,
  replyEnhancedInHello,
  replyEnhancedMissing,
  replyEnhancedUnregistered,
  replyGreetingDomain,
  replyHostnameChanges,
  replyLineTooLong,
  replyMultiline,
  replyNoText,
  replyNoMailbox,
  replyNonAscii,
  replyOffersAfterHelo,
  replyOutOfPlace,
  replyUnlistedCode,
  securityAddressDisclosed,
  securityAddressHarvesting,
  securityCleartextCredentials,
  securityLineBreakInjection,
  securityOpenRelay,
  securityPasswordGuessing,
  securityVersionBanner,
  sequenceAfterClosing,
  sequenceAfterQuit,
  sequenceAfterRefusedGreeting,
  sequenceAuthBeforeHello,
  sequenceAuthInTransaction,
  sequenceAuthTwice,
  sequenceBdatAfterLast,
  sequenceBdatMixed,
  sequenceBeforeGreeting,
  sequenceBeforeHello,
  sequenceCommandInData,
  sequenceDataAfterRefusal,
  sequenceDataBeforeMail,
  sequenceDataWithoutRecipients,
  sequenceEhloInLmtp,
  sequenceHelloRefused,
  sequenceLhloInSmtp,
  sequenceLmtpReplies,
  sequenceMingled,
  sequenceNestedMail,
  sequenceNoEhloAfterStarttls,
  sequenceNoQuit,
  sequencePipeliningNotOffered,
  sequencePipeliningPastSync,
  sequenceRcptBeforeMail,
  sequenceReported,
  sequenceStarttlsInTls,
  sequenceStarttlsInTransaction,
  sequenceUnansweredCommand,
  sequenceUnaskedReply,
  syntaxAddress,
  syntaxAddressLength,
  syntaxCommand,
  syntaxEmptyRecipient,
  syntaxHelloArgument,
  syntaxLineTooLong,
  syntaxNonAscii,
  syntaxObsoleteVerb,
  syntaxOtherProtocol,
  syntaxPath,
  syntaxReported,
  syntaxSourceRoute,
  syntaxTrailingSpace,
  syntaxUnexpectedArgument,
  syntaxUnknownVerb,
  timingSlowClient,
  timingSlowReply,
  tlsFailed,
  tlsFallback,
  tlsInjection,
  tlsOfferedInTls,
  tlsOfferVanished,
  tlsOldVersion,
  tlsReported,
  tlsRequired,
  tlsRewrittenOffer,
  tlsStarttlsArgument,
  tlsStarttlsRefused,
  tlsUnverified,
  tlsWeakCipher,
];

/** The rule with this code. */
export function ruleByCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
