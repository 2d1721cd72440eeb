import type { Locale } from '../reference/entry';

/** What a file may be that holds no text. */
export type BinaryKind = 'capture' | 'gzip' | 'bzip2' | 'xz' | 'zstd' | 'zip';

/** Each file of the kind begins so, in hexadecimal. */
const BEGINNINGS: readonly (readonly [RegExp, BinaryKind])[] = [
  // libpcap, with microseconds or nanoseconds, in either order of octets; pcapng with its mark of that order.
  [/^(?:a1b2c3d4|d4c3b2a1|a1b23c4d|4d3cb2a1)|^0a0d0d0a.{8}(?:1a2b3c4d|4d3c2b1a)/, 'capture'],
  [/^1f8b08/, 'gzip'],
  [/^425a683[1-9](?:314159265359|177245385090)/, 'bzip2'],
  [/^fd377a585a00/, 'xz'],
  [/^28b52ffd/, 'zstd'],
  [/^504b(?:0304|0506)/, 'zip'],
];
const LONGEST = 12;

/** Undefined for text, and for what we do not know. `first`: the first octets of a file. */
export function binaryKindOf(first: Uint8Array): BinaryKind | undefined {
  const octets = Array.from(first.subarray(0, LONGEST), (octet) => octet.toString(16).padStart(2, '0')).join('');
  return BEGINNINGS.find(([beginning]) => beginning.test(octets))?.[1];
}

/** What a file of the kind is, and what to do to get at its text. */
export function adviceOf(kind: BinaryKind): Readonly<Record<Locale, string>> {
  switch (kind) {
    case 'capture':
      return {
        en: 'A packet capture, not text: write out its conversations (tshark -r FILE -q -z follow,tcp,ascii,0, for each stream) or its packets (tcpdump -A -r FILE), and check that',
        'zh-cn':
          '这是抓包文件，不是文本：请导出其中的会话（tshark -r FILE -q -z follow,tcp,ascii,0，每个流一次）或数据包（tcpdump -A -r FILE），再检查导出的文本',
      };
    case 'zip':
      return {
        en: 'A zip archive, not text: unpack it (unzip FILE) and check what is in it',
        'zh-cn': '这是 zip 压缩包，不是文本：请先解压（unzip FILE），再检查其中的文件',
      };
    default: {
      const reader = { gzip: 'zcat', bzip2: 'bzcat', xz: 'xzcat', zstd: 'zstdcat' }[kind];
      return {
        en: `Compressed with ${kind}, not text: unpack it (${reader} FILE | smtp-transcripts check -)`,
        'zh-cn': `这是 ${kind} 压缩文件，不是文本：请先解压（${reader} FILE | smtp-transcripts check -）`,
      };
    }
  }
}
