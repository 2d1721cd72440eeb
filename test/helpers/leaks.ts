/** Looks in a redacted log for what it said before: as text, and in octets however a program shows them. */
import { sentSecrets } from '../../server/src/output/secrets';
import { isRedacted } from '../../server/src/rules/credentials';
import { decodeBase64, decodeOctets, encodeBase64 } from '../../server/src/transcript/base64';
import { encodeUtf8 } from '../../server/src/transcript/dialects/wireText';
import type { Transcript } from '../../server/src/transcript/readTranscript';

/** What was said that nobody may see: secrets as sent and decoded, addresses. */
export function valuesIn(transcript: Transcript): Set<string> {
  const values = new Set<string>();
  for (const session of transcript.sessions) {
    for (const { said, start, end } of sentSecrets(session)) {
      const sent = said.text.slice(start, end);
      const parts = decodeBase64(sent)?.split(/[\u0000\u0001 ]/) ?? [];
      for (const part of [sent, ...parts.map((each) => each.replace(/^(?:user=|auth=)/, ''))]) {
        if (part.length >= 5 && !isRedacted(part)) values.add(part);
      }
    }
  }
  for (const { text, speaker } of transcript.utterances) {
    if (speaker === 'tool') continue;
    for (const [address] of text.matchAll(
      /[A-Za-z0-9][\w.+-]{0,63}@(?=[\d.-]*[A-Za-z])[A-Za-z0-9][A-Za-z0-9.-]*[A-Za-z0-9]/g,
    )) {
      values.add(address);
    }
    for (const [ip] of text.matchAll(/(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g)) {
      if (ip.split('.').every((octet) => Number(octet) < 256)) values.add(ip);
    }
  }
  return values;
}

/** The values that a search would find, each with how. */
export function leaks(text: string, values: ReadonlySet<string>): string[] {
  const views = viewsOf(text);
  return [...values].flatMap((value) => {
    const shown = encodeUtf8(value);
    const ways = [...views].filter(([, view]) => view.includes(shown) || view.includes(value)).map(([way]) => way);
    if (encodedIn(text, shown)) ways.push('base64');
    return ways.map((way) => `${value} (${way})`);
  });
}

/** Octets in hexadecimal, one or two to a group or all in one, also as the elements of an array. */
const OCTETS = /(?:(?:0x)?[0-9a-f]{2}(?:[0-9a-f]{2})?(?:$|[ ,-]{1,3}|(?=[0-9a-f]))){2,}/gi;

/** A log as text, and what its octets say: those of each line, and of lines that follow each other. */
function viewsOf(text: string): ReadonlyMap<string, string> {
  const lines = text.split('\n');
  const octets = lines.map(
    (line) =>
      [...line.matchAll(OCTETS)]
        .map(([run]) => fromHex(run.replace(/0x/g, '').replace(/[^0-9a-f]/gi, '')))
        .sort((a, b) => b.length - a.length)
        .at(0) ?? '',
  );
  const characters = lines.map((line) => /(?:[0-9a-f]{2,4}[ -]{1,2}){4,16} {0,60}(.{1,17})$/i.exec(line)?.[1] ?? '');
  return new Map([
    ['text', text],
    ['octets', octets.join('')],
    ['characters', characters.join('').replaceAll(' ', '')],
    ['escapes', text.replace(/\\x([0-9a-f]{2})/gi, (_, pair: string) => fromHex(pair))],
    ['base64', [...text.matchAll(/[A-Za-z0-9+/]{8,}={0,2}/g)].map(([run]) => decodeOctets(run) ?? '').join('\n')],
    [
      'wrapped base64',
      decodeOctets([...text.matchAll(/^ +([A-Za-z0-9+/]{4,}={0,2})$/gm)].map(([, run]) => run).join('')) ?? '',
    ],
  ]);
}

function fromHex(digits: string): string {
  return digits.replace(/../g, (pair) => String.fromCharCode(Number.parseInt(pair, 16))).replace(/[0-9a-f]$/i, '');
}

/** In base64 a value looks different by where in three octets it begins; what is next to it changes the ends. */
function encodedIn(text: string, value: string): boolean {
  if (value.length < 6) return false;
  return [0, 1, 2].some((before) => {
    const encoded = encodeBase64(`${'\0'.repeat(before)}${value}`).replace(/=+$/, '');
    const sure = encoded.slice(before === 0 ? 0 : before + 1, -1);
    return text.includes(sure);
  });
}
