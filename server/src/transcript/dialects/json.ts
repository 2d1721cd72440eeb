/** Log lines that are one JSON object each (bunyan, pino, slog, winston): where the values of its fields stand. */
import type { PeeledLine } from '../transcript';
import { quoteText, readQuoted } from './quoted';
import type { WireText } from './wireText';

/** Offsets in the line where values begin, by name; those of an object in it as `object.name`. */
export type JsonFields = ReadonlyMap<string, number>;

/**
 * The fields of the JSON object that the line is, as far as it is one: a line that was cut gives those before the cut.
 * Undefined when the line is no object.
 */
export function jsonFields(text: string): JsonFields | undefined {
  const open = text.search(/\S/);
  if (open < 0 || text.charCodeAt(open) !== BRACE) return undefined;
  const fields = new Map<string, number>();
  const path: string[] = [];
  let at = open + 1;
  let name: string | undefined;
  while (at < text.length) {
    switch (text.charAt(at)) {
      case '"': {
        const end = stringEnd(text, at);
        if (name === undefined) {
          const colon = /^\s*:\s*/.exec(text.slice(end, end + 20))?.[0].length;
          if (colon === undefined) return fields;
          name = text.slice(at + 1, end - 1);
          at = end + colon;
          if (path.length < 2) fields.set([...path, name].join('.'), at);
          if (text.charCodeAt(at) !== BRACE) at = valueEnd(text, at);
        } else at = end;
        break;
      }
      case '{':
        path.push(name ?? '');
        at++;
        break;
      case '}':
        path.pop();
        at++;
        break;
      default:
        at++;
    }
    name = text.charCodeAt(at) === BRACE ? name : undefined;
  }
  return fields;
}

/** The string at a field, with the places of its characters. */
export function jsonString(line: PeeledLine, fields: JsonFields, name: string): WireText | undefined {
  const at = fields.get(name);
  return at === undefined || line.text.charCodeAt(at) !== QUOTE ? undefined : readQuoted(line, at);
}

/** The object `text` with other strings in some of its fields. */
export function withStrings(text: string, fields: JsonFields, strings: { readonly [name: string]: string }): string {
  const places = Object.entries(strings).flatMap(([name, value]) => {
    const at = fields.get(name);
    return at === undefined ? [] : [{ at, value }];
  });
  let written = '';
  let from = 0;
  for (const { at, value } of places.sort((a, b) => a.at - b.at)) {
    written += text.slice(from, at) + quoteText(value, '"');
    from = at + (/^"(?:[^"\\]|\\.)*"/.exec(text.slice(at))?.[0].length ?? 0);
  }
  return written + text.slice(from);
}

/** Milliseconds since the epoch of a time field: a number, or a string in ISO 8601. */
export function jsonTime(text: string, fields: JsonFields): number | undefined {
  const at = fields.get('time') ?? fields.get('timestamp') ?? fields.get('ts');
  if (at === undefined) return undefined;
  const value = /^(?:"([^"\\]{1,40})"|(\d{1,16}(?:\.\d{1,9})?))/.exec(text.slice(at, at + 60));
  if (value === null) return undefined;
  if (value[2] !== undefined) return Number(value[2]) < 1e11 ? Number(value[2]) * 1000 : Number(value[2]);
  const time = Date.parse(value[1] as string);
  return Number.isNaN(time) ? undefined : time;
}

/** Offset after the value at `at`, which is no object: those inside an array are passed over. */
function valueEnd(text: string, at: number): number {
  if (text.charCodeAt(at) === QUOTE) return stringEnd(text, at);
  let depth = 0;
  let here = at;
  while (here < text.length) {
    const char = text.charAt(here);
    if (char === '"') {
      here = stringEnd(text, here);
      continue;
    }
    if (char === '[' || (char === '{' && depth > 0)) depth++;
    else if (depth > 0 && (char === ']' || char === '}')) depth--;
    else if (depth === 0 && (char === ',' || char === '}')) return here;
    here++;
  }
  return here;
}

function stringEnd(text: string, at: number): number {
  let here = at + 1;
  while (here < text.length && text.charCodeAt(here) !== QUOTE) here += text.charCodeAt(here) === BACKSLASH ? 2 : 1;
  return Math.min(here + 1, text.length);
}

const BRACE = 123;
const QUOTE = 34;
const BACKSLASH = 92;
