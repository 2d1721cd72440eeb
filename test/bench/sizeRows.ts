/** How large the bundles are that people download. */
import { existsSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { transform } from 'esbuild';
import { atMost, notMeasured, type Row } from './row';

const BUDGETS: readonly { readonly what: string; readonly file: string; readonly kilobytes: number }[] = [
  { what: 'client', file: 'client.cjs', kilobytes: 250 },
  { what: 'server, without the reference texts', file: 'server.cjs', kilobytes: 300 },
];

/** Of the product in dist/, minified as for the package. */
export async function* sizeRows(): AsyncGenerator<Row> {
  for (const { what, file, kilobytes } of BUDGETS) {
    const path = join(resolve('dist'), file);
    if (!existsSync(path)) {
      yield notMeasured(`bundle: ${what}`, '', `≤ ${kilobytes} kB`, 'not built');
      continue;
    }
    const { code } = await transform(readFileSync(path, 'utf8'), {
      minify: true,
      platform: 'node',
      format: 'cjs',
      target: 'node20',
    });
    yield atMost({ what: `bundle: ${what}` }, Buffer.byteLength(code) / 1000, kilobytes, { unit: 'kB' });
  }
  yield notMeasured('activation', 'an empty extension', '≤ 40 ms', 'left out: needs an editor');
}
