/** Logs that were exported: the message is a field of a row, or a string in a list. */
import { type Peeler, type PeelerFamily, SHARE, taken, timeIn } from '../peeler';
import { escapeQuoted, quotedText, unquoted } from '../quotedText';

/** `  "…",`: the lines of a log as the strings of a JSON list. */
export const listed: Peeler = {
  id: 'json-list',
  escape: escapeQuoted,
  peel(line) {
    const start = line.text.indexOf('"') + 1;
    if (start === 0 || line.text.slice(0, start - 1).trim() !== '') return undefined;
    const message = quotedText(line, start, 'backslash');
    if (message === undefined || !/^,?\s{0,9}$/.test(line.text.slice(message.end))) return undefined;
    return unquoted(line, start, message);
  },
};

/** A field of a row: where its text begins and ends, without quotes. */
interface Field {
  readonly start: number;
  readonly end: number;
  readonly quoted: boolean;
}

/** The fields of a row of comma-separated values (RFC 4180); none where it is not one. */
function fieldsOf(text: string): readonly Field[] {
  const fields: Field[] = [];
  if (!text.includes('"')) return fields;
  for (let at = 0; at <= text.length; ) {
    const quoted = text.charCodeAt(at) === QUOTE;
    const end = quoted ? closing(text, at + 1) : endOf(text, at);
    if (end === undefined) return [];
    fields.push({ start: quoted ? at + 1 : at, end, quoted });
    const behind = quoted ? end + 1 : end;
    if (behind < text.length && text.charCodeAt(behind) !== COMMA) return [];
    if (fields.length > MOST_FIELDS) return [];
    at = behind + 1;
  }
  return fields;
}

const MOST_FIELDS = 100;

function closing(text: string, from: number): number | undefined {
  for (let at = text.indexOf('"', from); at >= 0; at = text.indexOf('"', at + 2))
    if (text.charCodeAt(at + 1) !== QUOTE) return at;
  return undefined;
}

function endOf(text: string, from: number): number {
  const comma = text.indexOf(',', from);
  return comma < 0 ? text.length : comma;
}

/** The export of a log service: the message is the last field that stands in quotes in most rows and is not always the same. */
export const csv: PeelerFamily = {
  id: 'csv',
  fit(sample) {
    const rows = sample.map(({ text }) => ({ text, fields: fieldsOf(text) })).filter(({ fields }) => fields.length > 1);
    if (rows.length < 2 || rows.length < sample.length * SHARE) return undefined;
    const most = Math.max(...rows.map(({ fields }) => fields.length));
    for (let column = most - 1; column >= 1; column--) {
      const quoted = rows.filter(({ fields }) => fields[column]?.quoted);
      if (quoted.length < rows.length * SHARE) continue;
      const texts = new Set(quoted.map(({ text, fields }) => text.slice(fields[column]?.start, fields[column]?.end)));
      if (texts.size > 1) return csvOf(column);
    }
    return undefined;
  },
};

function csvOf(column: number): Peeler {
  return {
    id: `csv-${column}`,
    escape: (text) => text.replaceAll('"', '""'),
    peel(line) {
      const fields = fieldsOf(line.text);
      const field = fields[column];
      if (field === undefined) return undefined;
      const told = fields[0] === undefined ? {} : timeIn(line.text.slice(fields[0].start, fields[0].end));
      if (!field.quoted) return taken(line, field.start, told, field.end);
      const message = quotedText(line, field.start, 'doubled');
      return message && unquoted(line, field.start, message, told);
    },
  };
}

const QUOTE = 34;
const COMMA = 44;
