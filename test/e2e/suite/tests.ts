/** Loads every test file. Called when mocha's globals are in place, so the files are imported inside. */
export async function loadTests(): Promise<void> {
  await import('./smoke.test');
  await import('./transcript.test');
  await import('./hovers.test');
  await import('./features.test');
  await import('./gestures.test');
}
