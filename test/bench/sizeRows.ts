/** How large the bundles are that people download. */
import { productSizes } from '../helpers/sizes';
import { atMost, type Row } from './row';

export async function* sizeRows(): AsyncGenerator<Row> {
  const { client, server, serverCompressed, package: vsix } = productSizes();
  const unit = { unit: 'kB' };
  yield atMost({ what: 'client, minified' }, client / 1000, 250, unit);
  const detail = `${Math.round(serverCompressed / 1000)} kB compressed`;
  yield atMost({ what: 'server without the reference texts, minified' }, server / 1000, 300, { unit: 'kB', detail });
  yield atMost({ what: 'VSIX' }, vsix / 1000, 2000, unit);
}
