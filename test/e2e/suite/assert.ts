/** What the tests use of `node:assert/strict`, for the extension host that is a web worker. */

export function ok(value: unknown, message = `${JSON.stringify(value)} is not true`): asserts value {
  if (!value) throw new Error(message);
}

export function equal<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  ok(Object.is(actual, expected), message ?? `${shown(actual)} is not ${shown(expected)}`);
}

/** Of what JSON can say; the order of keys counts. */
export function deepEqual<T>(actual: unknown, expected: T, message?: string): asserts actual is T {
  ok(shown(actual) === shown(expected), message ?? `${shown(actual)} is not ${shown(expected)}`);
}

export function match(value: string, pattern: RegExp, message?: string): void {
  ok(pattern.test(value), message ?? `${shown(value)} does not match ${pattern}`);
}

export function doesNotMatch(value: string, pattern: RegExp, message?: string): void {
  ok(!pattern.test(value), message ?? `${shown(value)} matches ${pattern}`);
}

function shown(value: unknown): string {
  return JSON.stringify(value) ?? String(value);
}
