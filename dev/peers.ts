/** Which packet analysers report the same thing as a rule, under the names that they give it. */
export interface Peers {
  readonly Wireshark?: string;
  readonly Zeek?: string;
  readonly Suricata?: string;
}

/** By rule. Wireshark 4.0 `packet-smtp.c`, Zeek's SMTP analyzer and weirds, Suricata's `smtp.*` events. */
export const PEERS: Readonly<Record<string, Peers>> = {
  'auth.malformed-response': { Wireshark: 'smtp.base64_decode' },
  'auth.malformed-challenge': { Wireshark: 'smtp.base64_decode' },
  'framing.bare-cr': { Zeek: 'bare CR, bdat_line_cr_only' },
  'framing.bare-lf': { Zeek: 'bare LF, bdat_line_lf_only' },
  'framing.bdat-no-last': { Zeek: 'missing_bdat_last_chunk' },
  'framing.bdat-octets': { Zeek: 'bdat_chunk_overflow', Suricata: 'bdat_chunk_len_exceeded' },
  'framing.bdat-size': { Zeek: 'invalid_bdat_command, bdat_negative_len', Suricata: 'invalid_bdat' },
  'framing.long-line': { Zeek: 'bdat_line_too_long', Suricata: 'mime_long_line' },
  'reply.code': { Zeek: 'reply code out of range', Suricata: 'invalid_reply' },
  'reply.multiline': { Wireshark: 'smtp.response.code.unexpected', Zeek: 'reply code does not match' },
  'reply.line-too-long': { Suricata: 'max_reply_line_len_exceeded' },
  'reply.out-of-place': { Zeek: 'unexpected reply' },
  'reply.unlisted-code': { Zeek: 'unexpected reply' },
  'sequence.before-greeting': { Suricata: 'no_server_welcome_message' },
  'sequence.data-without-recipients': { Zeek: 'mail_transaction_invalid', Suricata: 'data_command_rejected' },
  'sequence.nested-mail': { Zeek: 'nested_mail_transaction' },
  'sequence.pipelining-not-offered': { Suricata: 'invalid_pipelined_sequence' },
  'sequence.pipelining-past-sync': { Suricata: 'invalid_pipelined_sequence' },
  'sequence.rcpt-before-mail': { Zeek: 'mail_transaction_invalid' },
  'sequence.unanswered-command': { Zeek: 'excessive_pending_cmds' },
  'sequence.unasked-reply': { Zeek: 'unexpected reply', Suricata: 'unable_to_match_reply_with_request' },
  'syntax.address-length': { Zeek: 'max_path_length_exceeded' },
  'syntax.line-too-long': { Suricata: 'max_command_line_len_exceeded' },
  'syntax.unknown-verb': { Zeek: 'unknown command' },
  'tls.failed': { Suricata: 'failed_protocol_change' },
  'tls.starttls-refused': { Suricata: 'tls_rejected' },
};
