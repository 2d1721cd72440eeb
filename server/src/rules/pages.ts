/**
 * What the pages of the rules say beyond the rules themselves. Only who reads a page needs it: it is a bundle of its own,
 * and in the one of the rules nothing of it is left.
 */
import { authCancelledPage } from './authCancelled';
import { authFailedPage } from './authFailed';
import { authMalformedChallengePage } from './authMalformedChallenge';
import { authMalformedResponsePage } from './authMalformedResponse';
import { authOauthErrorPage } from './authOauthError';
import { authObsoleteMechanismPage } from './authObsoleteMechanism';
import { authReadableSecretPage } from './authReadableSecret';
import { authReadableUserPage } from './authReadableUser';
import { authRepeatedPage } from './authRepeated';
import { deliveryBouncedPage } from './deliveryBounced';
import { deliveryConnectionLostPage } from './deliveryConnectionLost';
import { deliveryDeferredPage } from './deliveryDeferred';
import { deliveryDroppedPage } from './deliveryDropped';
import { deliveryMessageRefusedPage } from './deliveryMessageRefused';
import { deliveryPartlyDeliveredPage } from './deliveryPartlyDelivered';
import { deliveryRecipientRefusedPage } from './deliveryRecipientRefused';
import { deliveryRefusalPage } from './deliveryRefusal';
import { deliveryRejectedPage } from './deliveryRejected';
import { deliveryRepeatedAttemptPage } from './deliveryRepeatedAttempt';
import { deliveryRepeatedCommandPage } from './deliveryRepeatedCommand';
import { deliverySenderRefusedPage } from './deliverySenderRefused';
import { deliveryServerWarningPage } from './deliveryServerWarning';
import { deliveryServiceClosingPage } from './deliveryServiceClosing';
import { deliveryServiceRefusedPage } from './deliveryServiceRefused';
import { extensionBinaryWithDataPage } from './extensionBinaryWithData';
import { extensionEightBitDataPage } from './extensionEightBitData';
import { extensionLimitsPage } from './extensionLimits';
import { extensionNotAnnouncedPage } from './extensionNotAnnounced';
import { extensionNotOfferedPage } from './extensionNotOffered';
import { extensionParameterPage } from './extensionParameter';
import { extensionSizeExceededPage } from './extensionSizeExceeded';
import { extensionSizeMismatchPage } from './extensionSizeMismatch';
import { extensionSmallSizePage } from './extensionSmallSize';
import { extensionUnusedEhloPage } from './extensionUnusedEhlo';
import { extensionUnusedStarttlsPage } from './extensionUnusedStarttls';
import { extensionUtf8AddressPage } from './extensionUtf8Address';
import { framingBareCrPage } from './framingBareCr';
import { framingBareLfPage } from './framingBareLf';
import { framingBdatNoLastPage } from './framingBdatNoLast';
import { framingBdatOctetsPage } from './framingBdatOctets';
import { framingBdatSizePage } from './framingBdatSize';
import { framingDotStuffingPage } from './framingDotStuffing';
import { framingEarlyDataPage } from './framingEarlyData';
import { framingLongLinePage } from './framingLongLine';
import { framingNoEndOfDataPage } from './framingNoEndOfData';
import { framingNulPage } from './framingNul';
import { framingSmugglingPage } from './framingSmuggling';
import { replyAfterClosingPage } from './replyAfterClosing';
import { replyBadSequencePage } from './replyBadSequence';
import { replyCodePage } from './replyCode';
import { replyCommandRefusedPage } from './replyCommandRefused';
import { replyContradictionPage } from './replyContradiction';
import { replyEhloKeywordPage } from './replyEhloKeyword';
import { replyEnhancedClassPage } from './replyEnhancedClass';
import { replyEnhancedInHelloPage } from './replyEnhancedInHello';
import { replyEnhancedMissingPage } from './replyEnhancedMissing';
import { replyEnhancedUnregisteredPage } from './replyEnhancedUnregistered';
import { replyGreetingDomainPage } from './replyGreetingDomain';
import { replyHostnameChangesPage } from './replyHostnameChanges';
import { replyLineTooLongPage } from './replyLineTooLong';
import { replyMultilinePage } from './replyMultiline';
import { replyNoMailboxPage } from './replyNoMailbox';
import { replyNonAsciiPage } from './replyNonAscii';
import { replyNoTextPage } from './replyNoText';
import { replyOffersAfterHeloPage } from './replyOffersAfterHelo';
import { replyOutOfPlacePage } from './replyOutOfPlace';
import { replyUnlistedCodePage } from './replyUnlistedCode';
import {
  authReportedPage,
  framingReportedPage,
  sequenceReportedPage,
  syntaxReportedPage,
  tlsReportedPage,
} from './reported';
import type { RulePage } from './rule';
import { securityAddressDisclosedPage } from './securityAddressDisclosed';
import { securityAddressHarvestingPage } from './securityAddressHarvesting';
import { securityCleartextCredentialsPage } from './securityCleartextCredentials';
import { securityLineBreakInjectionPage } from './securityLineBreakInjection';
import { securityOpenRelayPage } from './securityOpenRelay';
import { securityPasswordGuessingPage } from './securityPasswordGuessing';
import { securityVersionBannerPage } from './securityVersionBanner';
import { sequenceAfterClosingPage } from './sequenceAfterClosing';
import { sequenceAfterQuitPage } from './sequenceAfterQuit';
import { sequenceAfterRefusedGreetingPage } from './sequenceAfterRefusedGreeting';
import { sequenceAuthBeforeHelloPage } from './sequenceAuthBeforeHello';
import { sequenceAuthInTransactionPage } from './sequenceAuthInTransaction';
import { sequenceAuthTwicePage } from './sequenceAuthTwice';
import { sequenceBdatAfterLastPage } from './sequenceBdatAfterLast';
import { sequenceBdatMixedPage } from './sequenceBdatMixed';
import { sequenceBeforeGreetingPage } from './sequenceBeforeGreeting';
import { sequenceBeforeHelloPage } from './sequenceBeforeHello';
import { sequenceCommandInDataPage } from './sequenceCommandInData';
import { sequenceDataAfterRefusalPage } from './sequenceDataAfterRefusal';
import { sequenceDataBeforeMailPage } from './sequenceDataBeforeMail';
import { sequenceDataWithoutRecipientsPage } from './sequenceDataWithoutRecipients';
import { sequenceEhloInLmtpPage } from './sequenceEhloInLmtp';
import { sequenceHelloRefusedPage } from './sequenceHelloRefused';
import { sequenceLhloInSmtpPage } from './sequenceLhloInSmtp';
import { sequenceLmtpRepliesPage } from './sequenceLmtpReplies';
import { sequenceMingledPage } from './sequenceMingled';
import { sequenceNestedMailPage } from './sequenceNestedMail';
import { sequenceNoEhloAfterStarttlsPage } from './sequenceNoEhloAfterStarttls';
import { sequenceNoQuitPage } from './sequenceNoQuit';
import { sequencePipeliningNotOfferedPage } from './sequencePipeliningNotOffered';
import { sequencePipeliningPastSyncPage } from './sequencePipeliningPastSync';
import { sequenceRcptBeforeMailPage } from './sequenceRcptBeforeMail';
import { sequenceStarttlsInTlsPage } from './sequenceStarttlsInTls';
import { sequenceStarttlsInTransactionPage } from './sequenceStarttlsInTransaction';
import { sequenceUnansweredCommandPage } from './sequenceUnansweredCommand';
import { sequenceUnaskedReplyPage } from './sequenceUnaskedReply';
import { syntaxAddressPage } from './syntaxAddress';
import { syntaxAddressLengthPage } from './syntaxAddressLength';
import { syntaxCommandPage } from './syntaxCommand';
import { syntaxEmptyRecipientPage } from './syntaxEmptyRecipient';
import { syntaxHelloArgumentPage } from './syntaxHelloArgument';
import { syntaxLineTooLongPage } from './syntaxLineTooLong';
import { syntaxNonAsciiPage } from './syntaxNonAscii';
import { syntaxObsoleteVerbPage } from './syntaxObsoleteVerb';
import { syntaxOtherProtocolPage } from './syntaxOtherProtocol';
import { syntaxPathPage } from './syntaxPath';
import { syntaxSourceRoutePage } from './syntaxSourceRoute';
import { syntaxTrailingSpacePage } from './syntaxTrailingSpace';
import { syntaxUnexpectedArgumentPage } from './syntaxUnexpectedArgument';
import { syntaxUnknownVerbPage } from './syntaxUnknownVerb';
import { timingSlowClientPage } from './timingSlowClient';
import { timingSlowReplyPage } from './timingSlowReply';
import { tlsFailedPage } from './tlsFailed';
import { tlsFallbackPage } from './tlsFallback';
import { tlsInjectionPage } from './tlsInjection';
import { tlsOfferedInTlsPage } from './tlsOfferedInTls';
import { tlsOfferVanishedPage } from './tlsOfferVanished';
import { tlsOldVersionPage } from './tlsOldVersion';
import { tlsRequiredPage } from './tlsRequired';
import { tlsRewrittenOfferPage } from './tlsRewrittenOffer';
import { tlsStarttlsArgumentPage } from './tlsStarttlsArgument';
import { tlsStarttlsRefusedPage } from './tlsStarttlsRefused';
import { tlsUnverifiedPage } from './tlsUnverified';
import { tlsWeakCipherPage } from './tlsWeakCipher';

const PAGES: readonly (() => RulePage)[] = [
  authCancelledPage,
  authFailedPage,
  authMalformedChallengePage,
  authMalformedResponsePage,
  authOauthErrorPage,
  authObsoleteMechanismPage,
  authReadableSecretPage,
  authReadableUserPage,
  authRepeatedPage,
  authReportedPage,
  deliveryBouncedPage,
  deliveryConnectionLostPage,
  deliveryDeferredPage,
  deliveryDroppedPage,
  deliveryMessageRefusedPage,
  deliveryPartlyDeliveredPage,
  deliveryRecipientRefusedPage,
  deliveryRefusalPage,
  deliveryRejectedPage,
  deliveryRepeatedAttemptPage,
  deliveryRepeatedCommandPage,
  deliverySenderRefusedPage,
  deliveryServerWarningPage,
  deliveryServiceClosingPage,
  deliveryServiceRefusedPage,
  extensionBinaryWithDataPage,
  extensionEightBitDataPage,
  extensionLimitsPage,
  extensionNotAnnouncedPage,
  extensionNotOfferedPage,
  extensionParameterPage,
  extensionSizeExceededPage,
  extensionSizeMismatchPage,
  extensionSmallSizePage,
  extensionUnusedEhloPage,
  extensionUnusedStarttlsPage,
  extensionUtf8AddressPage,
  framingBareCrPage,
  framingBareLfPage,
  framingBdatNoLastPage,
  framingBdatOctetsPage,
  framingBdatSizePage,
  framingDotStuffingPage,
  framingEarlyDataPage,
  framingLongLinePage,
  framingNoEndOfDataPage,
  framingNulPage,
  framingReportedPage,
  framingSmugglingPage,
  replyAfterClosingPage,
  replyBadSequencePage,
  replyCodePage,
  replyCommandRefusedPage,
  replyContradictionPage,
  replyEhloKeywordPage,
  replyEnhancedClassPage,
  replyEnhancedInHelloPage,
  replyEnhancedMissingPage,
  replyEnhancedUnregisteredPage,
  replyGreetingDomainPage,
  replyHostnameChangesPage,
  replyLineTooLongPage,
  replyMultilinePage,
  replyNoTextPage,
  replyNoMailboxPage,
  replyNonAsciiPage,
  replyOffersAfterHeloPage,
  replyOutOfPlacePage,
  replyUnlistedCodePage,
  securityAddressDisclosedPage,
  securityAddressHarvestingPage,
  securityCleartextCredentialsPage,
  securityLineBreakInjectionPage,
  securityOpenRelayPage,
  securityPasswordGuessingPage,
  securityVersionBannerPage,
  sequenceAfterClosingPage,
  sequenceAfterQuitPage,
  sequenceAfterRefusedGreetingPage,
  sequenceAuthBeforeHelloPage,
  sequenceAuthInTransactionPage,
  sequenceAuthTwicePage,
  sequenceBdatAfterLastPage,
  sequenceBdatMixedPage,
  sequenceBeforeGreetingPage,
  sequenceBeforeHelloPage,
  sequenceCommandInDataPage,
  sequenceDataAfterRefusalPage,
  sequenceDataBeforeMailPage,
  sequenceDataWithoutRecipientsPage,
  sequenceEhloInLmtpPage,
  sequenceHelloRefusedPage,
  sequenceLhloInSmtpPage,
  sequenceLmtpRepliesPage,
  sequenceMingledPage,
  sequenceNestedMailPage,
  sequenceNoEhloAfterStarttlsPage,
  sequenceNoQuitPage,
  sequencePipeliningNotOfferedPage,
  sequencePipeliningPastSyncPage,
  sequenceRcptBeforeMailPage,
  sequenceReportedPage,
  sequenceStarttlsInTlsPage,
  sequenceStarttlsInTransactionPage,
  sequenceUnansweredCommandPage,
  sequenceUnaskedReplyPage,
  syntaxAddressPage,
  syntaxAddressLengthPage,
  syntaxCommandPage,
  syntaxEmptyRecipientPage,
  syntaxHelloArgumentPage,
  syntaxLineTooLongPage,
  syntaxNonAsciiPage,
  syntaxObsoleteVerbPage,
  syntaxOtherProtocolPage,
  syntaxPathPage,
  syntaxReportedPage,
  syntaxSourceRoutePage,
  syntaxTrailingSpacePage,
  syntaxUnexpectedArgumentPage,
  syntaxUnknownVerbPage,
  timingSlowClientPage,
  timingSlowReplyPage,
  tlsFailedPage,
  tlsFallbackPage,
  tlsInjectionPage,
  tlsOfferVanishedPage,
  tlsOfferedInTlsPage,
  tlsOldVersionPage,
  tlsReportedPage,
  tlsRequiredPage,
  tlsRewrittenOfferPage,
  tlsStarttlsArgumentPage,
  tlsStarttlsRefusedPage,
  tlsUnverifiedPage,
  tlsWeakCipherPage,
];

/** By the code of the rule. */
export const rulePages: ReadonlyMap<string, RulePage> = new Map(
  PAGES.map((page) => page()).map((page) => [page.code, page]),
);
