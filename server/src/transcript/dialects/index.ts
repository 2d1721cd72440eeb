import { aiosmtpd } from './aiosmtpd';
import { alpine } from './alpine';
import { amavis } from './amavis';
import { appleMail } from './appleMail';
import { axigen } from './axigen';
import { bare } from './bare';
import { bounce } from './bounce';
import { camel } from './camel';
import { canonical } from './canonical';
import { chamuyero } from './chamuyero';
import { chasquid } from './chasquid';
import { checkSmtp } from './checkSmtp';
import { codeIgniter } from './codeIgniter';
import { communigate } from './communigate';
import { courier } from './courier';
import { cppSmtpClient } from './cppSmtpClient';
import { curl } from './curl';
import { curlTrace } from './curlTrace';
import { cyrus } from './cyrus';
import type { Dialect } from './dialect';
import { dma } from './dma';
import { domino } from './domino';
import { dovecotRawlog } from './dovecotRawlog';
import { emailjs } from './emailjs';
import { emailValidator } from './emailValidator';
import { esmtp } from './esmtp';
import { exception } from './exception';
import { exchange } from './exchange';
import { exim } from './exim';
import { eximMainlog } from './eximMainlog';
import { eximTest } from './eximTest';
import { eximVerbose } from './eximVerbose';
import { fdm } from './fdm';
import { fetchmail } from './fetchmail';
import { firstclass } from './firstclass';
import { geary } from './geary';
import { gnutlsCli } from './gnutlsCli';
import { goMail } from './goMail';
import { haraka } from './haraka';
import { hexPackets } from './hexPackets';
import { hmailserver } from './hmailserver';
import { horde } from './horde';
import { icewarp } from './icewarp';
import { iisNative, iisNcsa, iisW3c } from './iisSmtp';
import { indy } from './indy';

import { inetsim } from './inetsim';
import { ironport } from './ironport';

import { javamail } from './javamail';
import { javamailLogging } from './javamailLogging';
import { kerio } from './kerio';
import { kumomta } from './kumomta';
import { labelled } from './labelled';
import { lettre } from './lettre';
import { libetpan } from './libetpan';
import { maildev } from './maildev';
import { mailenable } from './mailenable';
import { mailhog } from './mailhog';
import { mailkit } from './mailkit';
import { marked } from './marked';
import { mdaemon } from './mdaemon';
import { medusa } from './medusa';
import { msmtp } from './msmtp';
import { mutt } from './mutt';
import { netcatHex } from './netcatHex';
import { netSmtp } from './netSmtp';
import { ngrep } from './ngrep';
import { nmh } from './nmh';
import { nodemailer } from './nodemailer';
import { nodemailerPretty } from './nodemailerPretty';
import { nodemailerTwo } from './nodemailerTwo';
import { nullmailer } from './nullmailer';
import { opensmtpd } from './opensmtpd';
import { opensmtpdLog } from './opensmtpdLog';
import { opensmtpdReport } from './opensmtpdReport';
import { pearNetSmtp } from './pearNetSmtp';
import { phpmailer } from './phpmailer';
import { postfix } from './postfix';
import { postfixMaillog } from './postfixMaillog';
import { postfixNotice } from './postfixNotice';
import { postfixPeers } from './postfixPeers';
import { posttlsFinger } from './posttlsFinger';
import { qmailSend } from './qmailSend';
import { qpsmtpd } from './qpsmtpd';
import { recordio } from './recordio';
import { roundcube } from './roundcube';
import { rubySmtp } from './rubySmtp';
import { sendEmail } from './sendEmail';
import { sendmailMaillog } from './sendmailMaillog';
import { sendmailSyslog } from './sendmailSyslog';
import { sendmailTraffic } from './sendmailTraffic';
import { sendmailVerbose } from './sendmailVerbose';
import { simplesmtp } from './simplesmtp';
import { sinksmtp } from './sinksmtp';
import { smartermail } from './smartermail';
import { smtpCli } from './smtpCli';
import { smtplib } from './smtplib';
import { smtpmail } from './smtpmail';
import { smtpProxy } from './smtpProxy';
import { smtpServer } from './smtpServer';
import { smtpSink } from './smtpSink';
import { snail } from './snail';
import { socat } from './socat';
import { spamdyke } from './spamdyke';
import { stalwart } from './stalwart';
import { stampedArrows } from './stampedArrows';
import { strace } from './strace';
import { straceCalls } from './straceCalls';
import { swaks } from './swaks';
import { swiftMailer } from './swiftMailer';
import { symfony } from './symfony';
import { syslogNg } from './syslogNg';
import { systemNet } from './systemNet';
import { tclSmtp } from './tclSmtp';
import { tcpdump } from './tcpdump';
import { tcpflow } from './tcpflow';
import { tcpflowText } from './tcpflowText';
import { testssl } from './testssl';
import { thunderbird } from './thunderbird';
import { tsharkDetails } from './tsharkDetails';
import { tsharkFields } from './tsharkFields';
import { tsharkFollow } from './tsharkFollow';
import { tsharkOctets } from './tsharkOctets';
import { tsharkSummary } from './tsharkSummary';
import { zoneMta } from './zoneMta';

/** Every dialect, the more particular before the more general: of two with equal evidence the first wins. */
export const DIALECTS: readonly Dialect[] = [
  mailkit,
  libetpan,
  horde,
  testssl,
  thunderbird,
  canonical,
  systemNet,
  swaks,
  symfony,
  curl,
  curlTrace,
  postfix,
  postfixPeers,
  posttlsFinger,
  smtpSink,
  goMail,
  javamail,
  javamailLogging,
  tclSmtp,
  msmtp,
  mutt,
  alpine,
  netSmtp,
  nmh,
  sendEmail,
  nodemailer,
  nodemailerPretty,
  nodemailerTwo,
  simplesmtp,
  emailjs,
  emailValidator,
  pearNetSmtp,
  phpmailer,
  rubySmtp,
  smtplib,
  postfixMaillog,
  eximMainlog,
  qmailSend,
  ironport,
  zoneMta,
  sendmailMaillog,
  opensmtpdLog,
  bounce,
  dma,
  nullmailer,
  courier,
  exim,
  eximTest,
  eximVerbose,
  camel,
  geary,
  cppSmtpClient,
  inetsim,
  firstclass,
  labelled,
  tsharkFollow,
  tsharkOctets,
  tsharkFields,
  tsharkDetails,
  tsharkSummary,
  spamdyke,
  tcpflow,
  tcpflowText,
  medusa,
  lettre,
  mailhog,
  appleMail,
  codeIgniter,
  smtpCli,
  indy,
  syslogNg,
  netcatHex,
  hexPackets,
  strace,
  straceCalls,
  socat,
  ngrep,
  tcpdump,
  exchange,
  domino,
  sinksmtp,
  icewarp,
  kumomta,
  stalwart,
  hmailserver,
  mdaemon,
  mailenable,
  smartermail,
  axigen,
  communigate,
  iisW3c,
  iisNcsa,
  iisNative,
  sendmailTraffic,
  snail,
  sendmailVerbose,
  recordio,
  opensmtpd,
  haraka,
  smtpServer,
  aiosmtpd,
  qpsmtpd,
  cyrus,
  amavis,
  smtpProxy,
  fdm,
  fetchmail,
  kerio,
  stampedArrows,
  sendmailSyslog,
  roundcube,
  dovecotRawlog,
  postfixNotice,
  chasquid,
  chamuyero,
  maildev,
  opensmtpdReport,
  checkSmtp,
  gnutlsCli,
  esmtp,
  swiftMailer,
  smtpmail,
  marked,
  bare,
  exception,
];

// The bundle of the formats has what is written in our own: whoever writes it imports it from here.
export { readEvent, writeElided, writeEvent, writeTime } from './canonicalEvents';
export { canonical };

/** The dialect with this id. */
export function dialectById(id: string): Dialect | undefined {
  return DIALECTS.find((dialect) => dialect.id === id);
}
