import { type CancellationToken, LSPErrorCodes, ResponseError } from 'vscode-languageserver';
import { GivenUp } from './patience';

/**
 * Runs a handler so that one failing request leaves the server alive: a cancelled one says so, an error is logged and
 * answered with `fallback`.
 */
export async function guarded<T>(
  name: string,
  token: CancellationToken | undefined,
  fallback: T,
  log: (message: string) => void,
  run: () => T | Promise<T>,
): Promise<T | ResponseError<void>> {
  if (token?.isCancellationRequested) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, name);
  try {
    return await run();
  } catch (error) {
    if (error instanceof GivenUp) return new ResponseError<void>(LSPErrorCodes.RequestCancelled, name);
    log(`${name}: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    return fallback;
  }
}
