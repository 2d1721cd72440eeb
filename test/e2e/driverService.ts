import { randomBytes } from 'node:crypto';
import { mkdir } from 'node:fs/promises';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { screenshots } from './paths';
import type { DriverRequest, DriverResponse, Part, Target } from './suite/protocol';

/** Does on the page what the suite asks for, over HTTP on this machine: both kinds of extension host can speak it. */
export interface DriverService {
  readonly address: string;
  close(): void;
}

/** How long one request may wait for what it is about to appear. */
const actionTimeoutMs = 20_000;
/** The whole workbench on a busy machine. */
const loadTimeoutMs = 90_000;

/** Serves the page; the address holds a secret, so no other page in any browser can reach it. */
export async function serveDriver(page: Page): Promise<DriverService> {
  const secret = `/${randomBytes(16).toString('hex')}`;
  page.setDefaultTimeout(actionTimeoutMs);
  page.setDefaultNavigationTimeout(loadTimeoutMs);
  const server = createServer((request, response) => {
    if (request.method !== 'POST' || request.url !== secret) {
      response.writeHead(404).end();
      return;
    }
    // It never rejects: what goes wrong is part of the answer.
    void answer(page, request).then((result) => {
      // The web extension host has another origin.
      response.writeHead(200, { 'content-type': 'application/json', 'access-control-allow-origin': '*' });
      response.end(JSON.stringify(result));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return { address: `http://127.0.0.1:${port}${secret}`, close: () => server.close() };
}

async function answer(page: Page, request: IncomingMessage): Promise<DriverResponse> {
  try {
    let body = '';
    for await (const part of request.setEncoding('utf8')) body += part;
    const value = await perform(page, JSON.parse(body) as DriverRequest);
    return value === undefined ? { ok: true } : { ok: true, value };
  } catch (error) {
    return { ok: false, message: error instanceof Error ? error.message : String(error) };
  }
}

async function perform(page: Page, request: DriverRequest): Promise<string | undefined> {
  switch (request.type) {
    case 'screenshot':
      return screenshot(page, request.name, request.part);
    case 'press':
      for (const keys of request.keys.split(' ')) await page.keyboard.press(keys);
      return undefined;
    case 'type':
      await page.keyboard.type(request.text);
      return undefined;
    case 'click':
      await point(page, request.target, (x, y) => page.mouse.click(x, y));
      return undefined;
    case 'hover':
      await point(page, request.target, (x, y) => page.mouse.move(x, y, { steps: 4 }));
      return undefined;
    case 'waitFor': {
      const wait = () =>
        page
          .locator(request.selector)
          .first()
          .waitFor({
            state: request.state,
            ...(request.timeout !== undefined && { timeout: request.timeout }),
          });
      // A webview that shows another page may get a new frame: the one that was looked into is gone, the page is not.
      await wait().catch((error: unknown) => {
        if (page.isClosed() || !/has been closed|detached/.test(String(error))) throw error;
        return wait();
      });
      return undefined;
    }
    case 'read':
      // biome-ignore lint/performance/useDomNodeTextContent: what a person reads, not what is in the tree
      return page.locator(request.selector).first().innerText();
    default:
      throw new Error(`The driver does not know ${JSON.stringify(request satisfies never)}`);
  }
}

/** Saves what the window, or a part of it, shows, for people to look at. */
export async function screenshot(page: Page, name: string, part?: Part): Promise<string> {
  await mkdir(screenshots, { recursive: true });
  const path = join(screenshots, `${name.replace(/[^\w.-]+/g, '-')}.png`);
  // What fades in is shown as it will be; what turns for ever (a spinner) is not waited for.
  await page.evaluate(async () => {
    const finite = document
      .getAnimations()
      .filter(({ effect }) => Number.isFinite(effect?.getComputedTiming().endTime));
    await Promise.allSettled(finite.map(({ finished }) => finished));
  });
  await page.screenshot({ path, ...(part && { clip: part }) });
  return path;
}

async function point(page: Page, target: Target, act: (x: number, y: number) => Promise<void>): Promise<void> {
  if ('selector' in target) {
    const box = await boxOf(page, target.selector);
    return act(box.x + box.width / 2, box.y + box.height / 2);
  }
  const wanted = { text: target.text, nth: target.nth ?? 0 };
  const found = await page.waitForFunction(placeInEditor, wanted);
  const place = await found.jsonValue();
  if (place === undefined) throw new Error(`The editor does not show ${target.text}`);
  return act(place.x, place.y);
}

/** Where an element is; looked for anew when the window draws itself in between. */
async function boxOf(page: Page, selector: string) {
  for (let attempt = 0; attempt < 5; attempt++) {
    const element = page.locator(selector).first();
    await element.waitFor();
    const isThere = await element.scrollIntoViewIfNeeded().then(
      () => true,
      () => false,
    );
    const box = isThere ? await element.boundingBox() : null;
    if (box !== null) return box;
  }
  throw new Error(`${selector} does not stay in its place`);
}

/** Runs in the page. The editor cuts its lines into spans as the colours fall, so words are found by their characters. */
function placeInEditor({ text, nth }: { text: string; nth: number }): { x: number; y: number } | undefined {
  let seen = 0;
  const lines = [...document.querySelectorAll<HTMLElement>('.editor-instance .view-line')];
  lines.sort((one, other) => one.getBoundingClientRect().top - other.getBoundingClientRect().top);
  for (const line of lines) {
    const shown = (line.textContent ?? '').replaceAll('\u00a0', ' ');
    for (let at = shown.indexOf(text); at >= 0; at = shown.indexOf(text, at + 1), seen++) {
      if (seen !== nth) continue;
      const characters = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
      const range = document.createRange();
      let before = 0;
      let started = false;
      for (let node = characters.nextNode(); node !== null; node = characters.nextNode()) {
        const length = node.nodeValue?.length ?? 0;
        if (!started && at < before + length) {
          range.setStart(node, at - before);
          started = true;
        }
        if (at + text.length <= before + length) {
          range.setEnd(node, at + text.length - before);
          break;
        }
        before += length;
      }
      const box = range.getBoundingClientRect();
      return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
    }
  }
  return undefined;
}
