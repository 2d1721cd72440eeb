/**
 * One JSON object per line, as docker's json-file driver and structured loggers write it. The message is one string in
 * it: `log`, `msg`, `message`, GELF's `short_message`, Splunk's `_raw`, structlog's `event`, Serilog's `@m`, or journalctl's `MESSAGE`, of which the program and its process are told in fields of their own. Its escapes are undone with
 * their places kept.
 */
import type { PeeledLine } from '../transcript';
import { common, type Peeler, type PeelerFamily, type Told, timeIn } from './peeler';
import { escapeQuoted, quotedText, unquoted } from './quotedText';

export const JSON_LINE: Peeler = { id: 'json', peel, escape: escapeQuoted };

export const JSON_LINES: PeelerFamily = common(JSON_LINE);

const MESSAGE = /"(?:log|msg|message|MESSAGE|textPayload|short_message|@message|@m|event|_raw)" ?: ?"/;
const TIME = /"(?:time|timestamp|@timestamp|ts)" ?: ?"([^"\\]{10,40})"/;

function peel(line: PeeledLine): PeeledLine | undefined {
  const { text } = line;
  if (text.charCodeAt(0) !== BRACE) return undefined;
  const key = MESSAGE.exec(text);
  if (key === null) return undefined;
  const start = key.index + key[0].length;
  const message = quotedText(line, start, 'backslash');
  if (message === undefined) return undefined;
  const told = key[0].startsWith('"MESSAGE"') ? journal(text) : stamp(text);
  return unquoted(line, start, message, told);
}

function stamp(text: string): Told {
  const time = TIME.exec(text)?.[1];
  return time === undefined ? {} : timeIn(time);
}

/** What `journalctl -o json` and gateways of the journal tell of the program; the microseconds are those of the clock. */
function journal(text: string): Told {
  const microseconds = /"__REALTIME_TIMESTAMP" ?: ?"(\d{14,17})"/.exec(text)?.[1];
  const host = /"_HOSTNAME" ?: ?"([^"\\]{1,255})"/.exec(text)?.[1];
  const process = /"SYSLOG_IDENTIFIER" ?: ?"([^"\\]{1,255})"/.exec(text)?.[1];
  const pid = (/"SYSLOG_PID" ?: ?"(\d{1,10})"/.exec(text) ?? /"_PID" ?: ?"(\d{1,10})"/.exec(text))?.[1];
  return {
    process,
    pid,
    ...(microseconds === undefined ? stamp(text) : { time: Math.floor(Number(microseconds) / 1000) }),
    ...(host !== undefined && { host }),
  };
}

const BRACE = 123;
