import assert from 'node:assert/strict';
import { test } from 'node:test';
import { productSizes } from '../helpers/sizes';

/** Kilobytes, minified. The server is what a hundred and twenty formats, two kilobytes each, and a hundred rules take. */
const BUDGETS = { client: 250, server: 953, serverCompressed: 322, package: 2000 } as const;

test('the product keeps its budget of size', () => {
  const sizes = productSizes();
  for (const [part, budget] of Object.entries(BUDGETS)) {
    const kilobytes = sizes[part as keyof typeof BUDGETS] / 1000;
    assert.ok(kilobytes <= budget, `${part}: ${kilobytes} kB, ${budget} are allowed`);
  }
});
