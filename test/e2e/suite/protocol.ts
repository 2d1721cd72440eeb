/** What the suite, which runs in the extension host, can ask of the program that holds the workbench's window. */
export type DriverRequest =
  /** A PNG of the window, or of a part of it. */
  | { readonly type: 'screenshot'; readonly name: string; readonly part?: Part }
  /** Keys as Playwright names them, chords apart by spaces: `Control+K Control+I`. */
  | { readonly type: 'press'; readonly keys: string }
  | { readonly type: 'type'; readonly text: string }
  | { readonly type: 'click' | 'hover'; readonly target: Target }
  /** Until the element is there and visible, or is gone. */
  | {
      readonly type: 'waitFor';
      readonly selector: string;
      readonly state: 'visible' | 'hidden';
      /** Milliseconds; as long as any gesture may take when it is absent. */
      readonly timeout?: number;
    }
  /** The text that a person reads in the element. */
  | { readonly type: 'read'; readonly selector: string };

/** A rectangle of the window, CSS pixels from its upper left corner. */
export interface Part {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A place in the window: an element by Playwright's selector, or the nth (from 0) piece of text in the editor. */
export type Target = { readonly selector: string } | { readonly text: string; readonly nth?: number };

/** `value`: the picture's path, or the element's text. */
export type DriverResponse =
  | { readonly ok: true; readonly value?: string }
  | { readonly ok: false; readonly message: string };

/** What a run of the suite came to. */
export interface Summary {
  readonly passed: number;
  readonly failed: number;
  readonly skipped: number;
}

/** Begins the line of the console on which the web suite gives its summary. */
export const summaryMark = '[summary] ';
