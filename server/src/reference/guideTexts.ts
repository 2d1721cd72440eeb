/** The guides' texts: one Markdown file per guide and language. */
import type { Localized } from './entry';
import bouncesSoftHardEn from './guides/bounces-soft-hard.md';
import bouncesSoftHardZh from './guides/bounces-soft-hard.zh-cn.md';
import bulkEmailEn from './guides/bulk-email.md';
import bulkEmailZh from './guides/bulk-email.zh-cn.md';
import dmarcReportingEn from './guides/dmarc-reporting.md';
import dmarcReportingZh from './guides/dmarc-reporting.zh-cn.md';
import dnsRecordTypesEn from './guides/dns-record-types.md';
import dnsRecordTypesZh from './guides/dns-record-types.zh-cn.md';
import feedbackLoopsEn from './guides/feedback-loops.md';
import feedbackLoopsZh from './guides/feedback-loops.zh-cn.md';
import headerAnalysisEn from './guides/header-analysis.md';
import headerAnalysisZh from './guides/header-analysis.zh-cn.md';
import ipWarmingEn from './guides/ip-warming.md';
import ipWarmingZh from './guides/ip-warming.zh-cn.md';
import rfc959FtpDeepDiveEn from './guides/rfc-959-ftp-deep-dive.md';
import rfc959FtpDeepDiveZh from './guides/rfc-959-ftp-deep-dive.zh-cn.md';
import rfc5321DeepDiveEn from './guides/rfc-5321-deep-dive.md';
import rfc5321DeepDiveZh from './guides/rfc-5321-deep-dive.zh-cn.md';
import smtpAuthenticationMethodsEn from './guides/smtp-authentication-methods.md';
import smtpAuthenticationMethodsZh from './guides/smtp-authentication-methods.zh-cn.md';
import smtpDeliveryFailuresEn from './guides/smtp-delivery-failures.md';
import smtpDeliveryFailuresZh from './guides/smtp-delivery-failures.zh-cn.md';
import smtpReplyCodesEn from './guides/smtp-reply-codes.md';
import smtpReplyCodesZh from './guides/smtp-reply-codes.zh-cn.md';
import spfDkimDmarcSetupEn from './guides/spf-dkim-dmarc-setup.md';
import spfDkimDmarcSetupZh from './guides/spf-dkim-dmarc-setup.zh-cn.md';
import tcpHandshakeEn from './guides/tcp-handshake.md';
import tcpHandshakeZh from './guides/tcp-handshake.zh-cn.md';
import tls13En from './guides/tls-1-3.md';
import tls13Zh from './guides/tls-1-3.zh-cn.md';
import transactionalEmailEn from './guides/transactional-email.md';
import transactionalEmailZh from './guides/transactional-email.zh-cn.md';

export const guideTexts: Readonly<Record<string, Localized>> = {
  'smtp-delivery-failures': { en: smtpDeliveryFailuresEn, 'zh-cn': smtpDeliveryFailuresZh },
  'smtp-reply-codes': { en: smtpReplyCodesEn, 'zh-cn': smtpReplyCodesZh },
  'spf-dkim-dmarc-setup': { en: spfDkimDmarcSetupEn, 'zh-cn': spfDkimDmarcSetupZh },
  'bounces-soft-hard': { en: bouncesSoftHardEn, 'zh-cn': bouncesSoftHardZh },
  'smtp-authentication-methods': { en: smtpAuthenticationMethodsEn, 'zh-cn': smtpAuthenticationMethodsZh },
  'header-analysis': { en: headerAnalysisEn, 'zh-cn': headerAnalysisZh },
  'bulk-email': { en: bulkEmailEn, 'zh-cn': bulkEmailZh },
  'dmarc-reporting': { en: dmarcReportingEn, 'zh-cn': dmarcReportingZh },
  'ip-warming': { en: ipWarmingEn, 'zh-cn': ipWarmingZh },
  'feedback-loops': { en: feedbackLoopsEn, 'zh-cn': feedbackLoopsZh },
  'transactional-email': { en: transactionalEmailEn, 'zh-cn': transactionalEmailZh },
  'dns-record-types': { en: dnsRecordTypesEn, 'zh-cn': dnsRecordTypesZh },
  'tcp-handshake': { en: tcpHandshakeEn, 'zh-cn': tcpHandshakeZh },
  'rfc-5321-deep-dive': { en: rfc5321DeepDiveEn, 'zh-cn': rfc5321DeepDiveZh },
  'rfc-959-ftp-deep-dive': { en: rfc959FtpDeepDiveEn, 'zh-cn': rfc959FtpDeepDiveZh },
  'tls-1-3': { en: tls13En, 'zh-cn': tls13Zh },
};
