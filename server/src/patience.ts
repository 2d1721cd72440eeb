/** Work that may take long: others get their turn in between, people see that it goes on and can give it up. */
import type { CancellationToken } from 'vscode-languageserver';

/** Thrown out of work that somebody gave up. */
export class GivenUp extends Error {}

/** The bar that a person sees. */
export interface Progress {
  /** True when the person gave up. */
  readonly cancelled: () => boolean;
  readonly report: (message: string) => void;
  readonly done: () => void;
}

export interface Patience {
  /** Shows a bar with a title; undefined where the client cannot. */
  readonly show: (title: string) => Promise<Progress | undefined>;
  readonly later: (work: () => void, milliseconds: number) => () => void;
}

/** Work that takes longer, milliseconds, is shown. */
const SHOWN_AFTER = 500;

/** Others wait at most so long, milliseconds. */
const TURN = 50;

/**
 * Runs `work`, which calls `pause` between its steps. `pause` lets others in when they have waited, and throws when the
 * request was cancelled or the person gave up.
 */
export async function patiently<T>(
  title: string,
  token: CancellationToken | undefined,
  { show, later }: Patience,
  work: (pause: (message?: string) => Promise<void>) => Promise<T>,
): Promise<T> {
  let progress: Promise<Progress | undefined> | undefined;
  let shown: Progress | undefined;
  const waiting = later(() => {
    progress = show(title);
    progress.then(
      (bar) => {
        shown = bar;
      },
      () => undefined,
    );
  }, SHOWN_AFTER);
  let turn = performance.now();
  const pause = async (message?: string) => {
    if (performance.now() - turn > TURN) {
      await new Promise<void>((resolve) => later(resolve, 0));
      turn = performance.now();
      if (message !== undefined) shown?.report(message);
    }
    if (token?.isCancellationRequested || shown?.cancelled()) throw new GivenUp(title);
  };
  try {
    return await work(pause);
  } finally {
    waiting();
    await progress?.then(
      (bar) => bar?.done(),
      () => undefined,
    );
  }
}
