import { authFailed } from './authFailed';
import { deliveryBounced } from './deliveryBounced';
import { deliveryConnectionLost } from './deliveryConnectionLost';
import { deliveryDeferred } from './deliveryDeferred';
import { deliveryDropped } from './deliveryDropped';
import { deliveryMessageRefused } from './deliveryMessageRefused';
import { deliveryRecipientRefused } from './deliveryRecipientRefused';
import { deliveryRefusal } from './deliveryRefusal';
import { deliveryRejected } from './deliveryRejected';
import { deliverySenderRefused } from './deliverySenderRefused';
import { deliveryServerWarning } from './deliveryServerWarning';
import { deliveryServiceClosing } from './deliveryServiceClosing';
import { deliveryServiceRefused } from './deliveryServiceRefused';
import { extensionNotOffered } from './extensionNotOffered';
import { replyBadSequence } from './replyBadSequence';
import { replyCommandRefused } from './replyCommandRefused';
import { authReported, framingReported, sequenceReported, syntaxReported, tlsReported } from './reported';
import type { Rule } from './rule';
import { securityCleartextCredentials } from './securityCleartextCredentials';
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
import { syntaxCommand } from './syntaxCommand';
import { syntaxOtherProtocol } from './syntaxOtherProtocol';
import { syntaxPath } from './syntaxPath';
import { syntaxUnknownVerb } from './syntaxUnknownVerb';
import { tlsFailed } from './tlsFailed';
import { tlsStarttlsRefused } from './tlsStarttlsRefused';

/** Every rule; the order is that of the documentation. */
export const RULES: readonly Rule[] = [
  authFailed,
  authReported,
  deliveryBounced,
  deliveryConnectionLost,
  deliveryDeferred,
  deliveryDropped,
  deliveryMessageRefused,
  deliveryRecipientRefused,
  deliverySenderRefused,
  deliveryRefusal,
  deliveryRejected,
  deliveryServerWarning,
  deliveryServiceClosing,
  deliveryServiceRefused,
  extensionNotOffered,
  framingReported,
  replyBadSequence,
  replyCommandRefused,
  securityCleartextCredentials,
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
  syntaxCommand,
  syntaxOtherProtocol,
  syntaxPath,
  syntaxReported,
  syntaxUnknownVerb,
  tlsFailed,
  tlsReported,
  tlsStarttlsRefused,
];

/** The rule with this code. */
export function ruleByCode(code: string): Rule | undefined {
  return RULES.find((rule) => rule.code === code);
}
