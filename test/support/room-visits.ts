/** The built program's room visited by real browsers, and the errors they reported. */
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { launch } from './browser.js';
import { KeptProgram } from './kept-program.js';
import { Visitor } from './scripted-room.js';

/** For quick operations on a possibly busy machine. */
export const soon = { timeout: 20_000 };

export class RoomVisits {
  readonly #pages: Page[] = [];
  readonly #faults: string[] = [];

  private constructor(
    private readonly browser: Browser,
    private readonly program: KeptProgram,
  ) {}

  static async open(chromium: string): Promise<RoomVisits> {
    const [program, browser] = await Promise.all([KeptProgram.start(), launch(chromium)]);
    return new RoomVisits(browser, program);
  }

  /**
   * A newcomer.
   * @param link the part of the room's link after its address
   */
  async visit(options: BrowserContextOptions = {}, link = '/'): Promise<Page> {
    const viewport = { width: 1280, height: 900 };
    const context = await this.browser.newContext({ locale: 'en-US', viewport, ...options });
    const page = await context.newPage();
    this.#pages.push(page);
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => this.#faults.push(error.message));
    await page.goto(`${this.program.address}${link}`);
    await field(page).waitFor();
    // Earlier messages are loaded, so whatever arrives now is new.
    await page.locator('#messages[aria-busy="false"]').waitFor();
    return page;
  }

  /** Another person in the room, for what only others see: this needs no browser. */
  guest(): Promise<Visitor> {
    return Visitor.at(this.program.address);
  }

  /** @see KeptProgram.restart */
  restart(whileGone?: () => Promise<void>): Promise<void> {
    return this.program.restart(whileGone);
  }

  /** Closes all pages; returns the errors their scripts threw. */
  async leave(): Promise<readonly string[]> {
    await Promise.all(this.#pages.splice(0).map((page) => page.context().close()));
    return this.#faults.splice(0);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.program.end();
  }
}

export const field = (page: Page): Locator => page.locator('#line');

export async function say(page: Page, line: string): Promise<void> {
  await field(page).fill(line);
  await field(page).press('Enter');
}

const answers = (page: Page): Locator => page.locator('article.answer');
export const newest = (page: Page): Locator => answers(page).last();

/** Says a line and returns its answer, even if newer ones arrive. */
export async function ask(page: Page, line: string): Promise<Locator> {
  const before = new Set(await idsOf(page));
  await say(page, line);
  const isNew = async (): Promise<string | undefined> =>
    (await idsOf(page)).find((id) => !before.has(id));
  await expect.poll(isNew, soon).toBeDefined();
  return page.locator(`article[data-id="${(await isNew()) ?? ''}"]`);
}

function idsOf(page: Page): Promise<string[]> {
  return answers(page).evaluateAll((nodes) =>
    nodes.map((node) => node.getAttribute('data-id') ?? ''),
  );
}

/** The distance of the view from the end of the conversation, in CSS pixels. */
export function fromEnd(page: Page): Promise<number> {
  return page
    .locator('#scroller')
    .evaluate((node) => node.scrollHeight - node.scrollTop - node.clientHeight);
}

/** Tells the page that its tab is hidden or shown again, as a browser does. */
export async function setHidden(page: Page, isHidden: boolean): Promise<void> {
  await page.evaluate((hidden) => {
    Object.defineProperty(document, 'hidden', { configurable: true, get: () => hidden });
    document.dispatchEvent(new Event('visibilitychange'));
  }, isHidden);
}

/** Whether all of it is inside the view. */
export function isInView(target: Locator): Promise<boolean> {
  return target.evaluate((node) => {
    const box = node.getBoundingClientRect();
    const view = document.querySelector('#scroller')?.getBoundingClientRect();
    return view !== undefined && box.top >= view.top - 1 && box.bottom <= view.bottom + 1;
  });
}
