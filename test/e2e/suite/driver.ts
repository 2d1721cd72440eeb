import { workspace } from 'vscode';
import type { DriverRequest, DriverResponse, Part, Target } from './protocol';

/**
 * Real gestures in the real window, and pictures of it. In desktop VS Code nobody holds the window from outside: there
 * `available` is false, `screenshot` does nothing and every gesture fails, so a test that makes one says
 * `(available ? it : it.skip)(…)`.
 */
const address: string | undefined =
  typeof process === 'undefined'
    ? workspace.getConfiguration('smtpE2E').get<string>('driver')
    : process.env.SMTP_E2E_DRIVER;

export const available: boolean = address !== undefined;

/** Saves `.vscode-test/screenshots/<name>.png`; its path, where a window can be photographed. */
export async function screenshot(name: string, part?: Part): Promise<string | undefined> {
  return available ? ask({ type: 'screenshot', name, ...(part && { part }) }) : undefined;
}

/** Presses keys, named as Playwright does; chords apart by spaces: `press('Control+K Control+I')`. */
export async function press(keys: string): Promise<void> {
  await ask({ type: 'press', keys });
}

/** Types the text where the focus is. */
export async function type(text: string): Promise<void> {
  await ask({ type: 'type', text });
}

/** Whether the element comes to be visible within so many milliseconds. */
export async function appears(selector: string, timeout: number): Promise<boolean> {
  return ask({ type: 'waitFor', selector, state: 'visible', timeout }).then(
    () => true,
    () => false,
  );
}

export async function click(target: Target): Promise<void> {
  await ask({ type: 'click', target });
}

/** Moves the mouse there, as a person does who wants the hover. */
export async function hover(target: Target): Promise<void> {
  await ask({ type: 'hover', target });
}

/** Has the hover there that says `words`. Code lenses that come late move the lines: then the mouse follows them. */
export async function hoverSaying(target: Target, words: string): Promise<void> {
  const hovered = `.monaco-hover:not(.hidden) .monaco-hover-content :text("${words}")`;
  for (let tries = 0; tries < 3; tries++) {
    await hover(target);
    if (await appears(hovered, 6000)) return;
    await press('Escape');
  }
  throw new Error(`No hover says ${words}`);
}

/** Waits (20 s at most) until the element is visible, or is no longer. */
export async function waitFor(selector: string, state: 'visible' | 'hidden' = 'visible'): Promise<void> {
  await ask({ type: 'waitFor', selector, state });
}

/** The text that a person reads in the element. */
export async function read(selector: string): Promise<string> {
  return (await ask({ type: 'read', selector })) ?? '';
}

/** A selector for what is inside the webview that is shown: its content sits in two frames. */
export function inWebview(selector: string): string {
  const enter = 'internal:control=enter-frame';
  return `iframe.webview.ready >> ${enter} >> #active-frame >> ${enter} >> ${selector}`;
}

async function ask(request: DriverRequest): Promise<string | undefined> {
  if (address === undefined) throw new Error(`This host has no driver for ${request.type}.`);
  const response = await fetch(address, { method: 'POST', body: JSON.stringify(request) });
  const result = (await response.json()) as DriverResponse;
  if (!result.ok) throw new Error(`${request.type}: ${result.message}`);
  return result.value;
}
