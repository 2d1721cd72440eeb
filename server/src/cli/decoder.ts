import { endsInCr } from '../transcript/lines';

/** Turns the octets of a file into text, piece by piece. */
export interface Decoder {
  /** The text of these octets, in pieces; a character that they cut off waits for the next ones. */
  decode(octets: Uint8Array): Iterable<string>;
  /** What is left when the file has ended. */
  end(): string;
}

/**
 * What decodes a file, by its byte order mark; where nothing shows UTF-16 it is read as UTF-8, in which a broken byte becomes U+FFFD.
 * `first`: the first octets of the file.
 */
export function decoderOf(first: Uint8Array): Decoder {
  const encoding = utf16Of(first);
  return encoding === undefined ? new Utf8Decoder(true) : new Utf16Decoder(encoding);
}

/** As `decoderOf`, for who reads lines: those that end in CR alone end in LF. Throws at a line of more than LONGEST_TEXT. */
export function lineDecoderOf(first: Uint8Array): Decoder {
  const decoder = decoderOf(first);
  let cr: boolean | undefined;
  /** Characters since the last line end. */
  let begun = 0;
  const withLf = (piece: string): string => {
    if (piece !== '') cr ??= endsInCr(piece);
    const text = cr === true ? piece.replaceAll('\r', '\n') : piece;
    const lf = text.lastIndexOf('\n');
    begun = lf < 0 ? begun + text.length : text.length - lf - 1;
    if (begun > LONGEST_TEXT) throw new Error(`has a line of more than ${LONGEST_TEXT / 1e6} million characters`);
    return text;
  };
  return {
    *decode(octets) {
      for (const piece of decoder.decode(octets)) yield withLf(piece);
    },
    end: () => withLf(decoder.end()),
  };
}

/** Characters. The engine has no strings that are much longer. */
export const LONGEST_TEXT = 500_000_000;

/**
 * Octets of a piece. The engine keeps strings that are not much longer among the short-lived objects, where their memory is
 * used again at once; for a longer one it is fetched from the system each time, which costs five times as much as decoding.
 */
const PIECE = 120 * 1024;

/** Two octets make a character: such a file has no line ends that could be looked for in octets. */
export function isUtf16(first: Uint8Array): boolean {
  return utf16Of(first) !== undefined;
}

/** Told by the byte order mark, or by the half of the first character that is zero: no log begins with U+0000. */
function utf16Of([first, second]: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  if (first === undefined || second === undefined) return undefined;
  if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
  return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : undefined;
}

class Utf16Decoder implements Decoder {
  readonly #decoder: TextDecoder;

  constructor(encoding: string) {
    this.#decoder = new TextDecoder(encoding);
  }

  *decode(octets: Uint8Array): Generator<string> {
    yield this.#decoder.decode(octets, { stream: true });
  }

  end(): string {
    return this.#decoder.decode();
  }
}

/**
 * Decodes whole characters at a time: told that more is to come, Node's own decoder takes twice as long and makes strings of
 * two octets a character, with which everything after it takes longer, too.
 */
export class Utf8Decoder implements Decoder {
  /** Only the first characters of a file may be a byte order mark, which is left out. */
  #decoder: TextDecoder;
  /** The beginning of a character. */
  #begun: Uint8Array = NONE;

  /** `atStart`: the octets are those of a file from its start. */
  constructor(atStart: boolean) {
    this.#decoder = atStart ? new TextDecoder() : BEHIND_START;
  }

  *decode(octets: Uint8Array): Generator<string> {
    for (let at = 0; at < octets.length; at += PIECE) yield this.#decodePiece(octets.subarray(at, at + PIECE));
  }

  #decodePiece(octets: Uint8Array): string {
    const all = this.#begun.length === 0 ? octets : Buffer.concat([this.#begun, octets]);
    const whole = endOfWhole(all);
    this.#begun = whole === all.length ? NONE : Buffer.from(all.subarray(whole));
    return whole === 0 ? '' : this.#textOf(all.subarray(0, whole));
  }

  end(): string {
    const left = this.#begun;
    this.#begun = NONE;
    return this.#textOf(left);
  }

  #textOf(octets: Uint8Array): string {
    const text = this.#decoder.decode(octets);
    this.#decoder = BEHIND_START;
    return text;
  }
}

const NONE = new Uint8Array(0);
const BEHIND_START = new TextDecoder('utf-8', { ignoreBOM: true });

/** Where a character begins that goes on behind the end of `octets`; their length when there is none. */
function endOfWhole(octets: Uint8Array): number {
  const { length } = octets;
  for (let at = length - 1; at >= Math.max(0, length - 3); at--) {
    const octet = octets[at] as number;
    if (octet < 0x80) return length;
    if (octet >= 0xc0) return at + (octet >= 0xf0 ? 4 : octet >= 0xe0 ? 3 : 2) > length ? at : length;
  }
  return length;
}
