/** The room follows a person's own actions, and does not disturb people reading elsewhere. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.js';
import {
  ask,
  field,
  fromEnd,
  isInView,
  newest,
  RoomVisits,
  setHidden,
  soon,
} from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

const desktop: BrowserContextOptions = { viewport: { width: 1280, height: 900 } };
const phone: BrowserContextOptions = { locale: 'ko-KR', viewport: { width: 390, height: 700 } };
const screens = [
  ['a desktop', desktop],
  ['a Korean phone', phone],
] as const;

async function scrollUp(page: Page): Promise<void> {
  await page.locator('#scroller').hover();
  await page.mouse.wheel(0, -700);
  // Waits for the end of the smooth scroll.
  await expect.poll(() => fromEnd(page), soon).toBeGreaterThan(695);
}

/** The vertical position of something in the window, in CSS pixels. */
const heightOf = (shown: Locator): Promise<number> =>
  shown.evaluate((node) => Math.round(node.getBoundingClientRect().top));

describe.skipIf(chromium === undefined)('the view', { timeout: 240_000 }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterEach(async () => {
    expect(await room.leave()).toEqual([]);
  });
  afterAll(() => room.close());

  /** With enough messages to overflow the view. */
  async function filled(options: BrowserContextOptions): Promise<Page> {
    const page = await room.visit(options);
    for (const line of ['/explain epoch', '/data', '/explain batch']) await ask(page, line);
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    return page;
  }

  it.each(screens)('follows my line, and my press: %s', async (_name, options) => {
    const page = await filled(options);
    await scrollUp(page);
    await ask(page, '/explain iteration');
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);

    const button = newest(page).locator('.press').first();
    await scrollUp(page);
    const before = await page.locator('article').count();
    // Like a key press: without moving the view first.
    await button.evaluate((node) => {
      (node as HTMLElement).click();
    });
    await expect.poll(() => page.locator('article').count(), soon).toBe(before + 1);
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
  });

  it.each(screens)('leaves me where I scrolled to: %s', async (_name, options) => {
    const page = await filled(options);
    const id = (await newest(page).getAttribute('data-id')) ?? '';
    const message = page.locator(`article[data-id="${id}"] .entry-content`);
    await scrollUp(page);
    const stayed = await heightOf(message);
    await (await room.guest()).type('hello everyone');
    const newer = page.getByRole('button', { name: /\(\d+\)/ });
    await newer.waitFor();
    for (const height of ['2500px', '1500px', '3000px']) {
      await message.evaluate((node, minHeight) => {
        (node as HTMLElement).style.minHeight = minHeight;
      }, height);
      await expect.poll(() => fromEnd(page), soon).toBeGreaterThan(1000);
      const strayed = async (): Promise<number> => Math.abs((await heightOf(message)) - stayed);
      await expect.poll(strayed, soon).toBeLessThan(3);
    }
    await newer.click();
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    await page.locator('#to-newest').waitFor({ state: 'hidden' });
  });

  it.each(screens)('is not stopped by a message that shrinks: %s', async (_name, options) => {
    const page = await filled(options);
    const message = newest(page).locator('.entry-content');
    for (const heights of [['2000px'], ['300px'], ['2000px'], ['100px', '1500px'], ['']]) {
      await message.evaluate((node, each) => {
        for (const minHeight of each) {
          (node as HTMLElement).style.minHeight = minHeight;
          // Forces a layout in between, as reading a size does.
          node.getBoundingClientRect();
        }
      }, heights);
      await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    }
    // A phone's keyboard takes half of the screen, then gives it back.
    const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
    for (const half of [height / 2, height]) {
      await page.setViewportSize({ width, height: half });
      await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    }
  });

  it.each(screens)('keeps the end’s words in view: %s', async (_name, options) => {
    const page = await room.visit(options);
    const run = await ask(page, '/fit epochs:12 batch:1000');
    const outcome = run.locator('.outcome > li').first();
    await outcome.waitFor({ timeout: runMs });
    expect(await outcome.textContent()).toMatch(/12.* × .*8.* = .*96/);
    await run.getByRole('link', { name: /history\.csv/ }).waitFor({ timeout: runMs });
    await expect.poll(() => isInView(outcome), soon).toBe(true);

    // After scrolling to the end myself, I stay there.
    await page.locator('#scroller').hover();
    await page.mouse.wheel(0, 5000);
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
  });

  it.each(screens)('shows returning people what is new: %s', async (_name, options) => {
    const page = await filled(options);
    const other = await room.guest();
    await setHidden(page, true);
    await other.type('one');
    await other.type('two');
    await page.locator('.line-entry', { hasText: 'two' }).last().waitFor();
    await setHidden(page, false);
    await page.getByText(/(?:away|새 메시지): \d/).waitFor();
    const first = page.locator('[data-new-from-here]');
    expect(await first.count()).toBe(1);
    expect(await first.textContent()).toContain('one');
    await expect.poll(() => isInView(first.locator('.line-text')), soon).toBe(true);
  });

  it('leaves room for others’ work when it greets a newcomer, and greets them once', async () => {
    await (await room.guest()).type('/data');
    const page = await room.visit(phone);
    const greeting = page.locator('#welcome');
    await greeting.getByText('평소 말로').waitFor();
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    const height = await greeting.evaluate((node) => node.getBoundingClientRect().height);
    expect(height).toBeLessThan(200);
    await greeting.getByRole('button', { name: '배치가 뭐예요?' }).click();
    const mine = page.locator('.mine .line-text');
    await mine.getByText('배치가 뭐예요?').waitFor();
    await greeting.waitFor({ state: 'hidden' });
    await page.reload();
    await mine.waitFor();
    await greeting.waitFor({ state: 'hidden' });
  });

  it('shrinks for a field that grows with pasted text; code alone is displayed as code', async () => {
    const page = await room.visit();
    const font = (): Promise<string> =>
      field(page).evaluate((node) => getComputedStyle(node).fontFamily);
    const height = (): Promise<number> => field(page).evaluate((node) => node.clientHeight);
    const oneRow = await height();
    await field(page).fill('What is a batch, and why does epochs=20 matter?');
    await expect.poll(font, soon).not.toContain('monospace');
    await field(page).fill('/fit epochs:2');
    expect(await font()).toContain('monospace');
    await field(page).fill('Epoch 1/20\n'.repeat(200));
    expect(await height()).toBeLessThan(330);
    expect(await field(page).evaluate((node) => node.scrollHeight)).toBeGreaterThan(3000);
    const call = 'model.fit(X_train, y_train,  # 8,000 rows\n  epochs=2,\n  batch_size=1000)';
    await field(page).fill(call);
    expect(await font()).toContain('monospace');
    expect(await height()).toBeGreaterThan(oneRow + 40);
    await field(page).press('Enter');
    await newest(page).getByText('Epoch 2/2').waitFor({ timeout: runMs });
    await expect.poll(height, soon).toBe(oneRow);

    await ask(page, 'what is a batch?');
    const said = page.locator('.mine .line-text');
    const fonts = await said.evaluateAll((nodes) =>
      nodes.map((node) => getComputedStyle(node).fontFamily.includes('monospace')),
    );
    expect(fonts).toEqual([true, false]);
  });

  it('reconnects when a connection is silent too long, as after a sleep', async () => {
    const page = await room.visit();
    await ask(page, '/data');
    const count = await page.locator('article').count();
    const again = page.waitForRequest(/\/api\/events\?after=/);
    // The wall clock continues while a computer sleeps.
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 120_000;
    });
    await again;
    await page.getByText('Connected again.').waitFor();
    expect(await page.locator('article').count()).toBe(count);
  });

  it('loses and duplicates nothing when the server is killed and started again', async () => {
    const page = await room.visit();
    const before = await page.locator('article').count();
    const run = await ask(page, '/fit epochs:20 batch:10');
    await run
      .getByText(/Epoch ([2-9]|1\d)\/20/)
      .first()
      .waitFor({ timeout: runMs });
    await room.restart(() => page.getByText('The connection is lost.').waitFor());
    await page.getByText('Connected again.').waitFor({ timeout: runMs });
    await run.locator('.outcome').waitFor({ timeout: runMs });
    await run.getByText('Epoch 20/20').waitFor();
    await run.getByText(/restarted/).waitFor();
    expect(await page.locator('article').count()).toBe(before + 2);
  });
});
