/** What a dialect writes, put in the place of a line that it reads. */
import { detect } from '../../server/src/transcript/detect';
import { linesOf } from '../../server/src/transcript/lines';
import { lineLike, peel } from '../../server/src/transcript/peel';

/** `text` with its line `number` (1-based) written anew, so that `speaker` says `said` there. */
export function rewrite(text: string, number: number, speaker: 'client' | 'server', said: string): string {
  const lines = linesOf(text);
  const { dialect, peelers } = detect(lines);
  const line = lines[number - 1];
  if (dialect === undefined || line === undefined) throw new Error('not recognised, or no such line');
  const like = peel(line, peelers);
  const written = lineLike(like, peelers, dialect.write(speaker, said, like));
  return lines.map((each) => (each === line ? written : each.text) + each.eol).join('');
}
