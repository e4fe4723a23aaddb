/** The room follows what somebody does, and leaves alone who reads elsewhere. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Page } from 'playwright-core';
import { findChromium } from '../support/browser.js';
import {
  answers,
  ask,
  field,
  fromEnd,
  newest,
  RoomVisits,
  say,
  setHidden,
  soon,
} from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

const desktop = { viewport: { width: 1280, height: 900 } };
const koreanPhone = { locale: 'ko-KR', viewport: { width: 390, height: 700 } };

describe.skipIf(chromium === undefined)('the view', { timeout: 90_000 }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterEach(async () => {
    expect(await room.leave()).toEqual([]);
  });
  afterAll(() => room.close());

  const top = (page: Page): Promise<number> =>
    page.locator('#scroller').evaluate((node) => Math.round(node.scrollTop));

  /** Enough said that it does not fit, all of it answered. */
  async function filled(options: object): Promise<Page> {
    const page = await room.visit(options);
    for (const line of ['/explain epoch', '/data', '/explain batch']) await ask(page, line);
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    return page;
  }

  /** Where it came to rest. */
  async function scrolledUp(page: Page): Promise<number> {
    const rest = page.locator('#scroller').evaluate(
      (node) =>
        new Promise<void>((resolve) => {
          node.addEventListener('scrollend', () => {
            resolve();
          });
        }),
    );
    await page.locator('#scroller').hover();
    await page.mouse.wheel(0, -700);
    await rest;
    expect(await fromEnd(page)).toBeGreaterThan(300);
    return top(page);
  }

  describe.each([
    ['a desktop', desktop],
    ['a Korean phone', koreanPhone],
  ])('on %s', (_name, options) => {
    it('goes along with my line, also when I read above', async () => {
      const page = await filled(options);
      await scrolledUp(page);
      const before = await answers(page).count();
      await say(page, '/explain iteration');
      await expect.poll(() => answers(page).count(), soon).toBe(before + 1);
      await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    });

    it('goes to the answer of my press, and stays at a message that the press changes', async () => {
      const page = await filled(options);
      await scrolledUp(page);
      const before = await answers(page).count();
      await newest(page)
        .locator('.press')
        .first()
        .evaluate((button) => {
          (button as HTMLElement).click();
        });
      await expect.poll(() => answers(page).count(), soon).toBe(before + 1);
      await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);

      await say(page, '/fit epochs:500 batch:10');
      const run = await pinned(page);
      await run.getByText('Epoch 2/500').waitFor({ timeout: runMs });
      await say(page, '/data');
      await say(page, '/explain batch');
      await expect.poll(() => answers(page).count(), soon).toBe(before + 4);
      const stop = run.locator('.press.danger');
      await stop.scrollIntoViewIfNeeded();
      await stop.click();
      await run.locator('.outcome').waitFor({ timeout: runMs });
      await run
        .locator('.outcome')
        .getByText(/Stopped|멈췄어요|중단/)
        .first()
        .waitFor();
      expect(await run.locator('.outcome').isVisible()).toBe(true);
      expect(await fromEnd(page)).toBeGreaterThan(100);
    });

    it('leaves me alone where I scrolled to, whatever others say and however messages change', async () => {
      const page = await filled(options);
      const message = newest(page).locator('.entry-content');
      const other = await room.visit();
      const stayed = await scrolledUp(page);
      await say(other, 'hello everyone');
      await page.getByRole('button', { name: /\(\d+\)/ }).waitFor();
      for (const height of ['2500px', '1500px', '3000px']) {
        await message.evaluate((node, minHeight) => {
          (node as HTMLElement).style.minHeight = minHeight;
        }, height);
        await expect.poll(() => fromEnd(page), soon).toBeGreaterThan(300);
        expect(await top(page)).toBe(stayed);
      }
      await page.getByRole('button', { name: /\(\d+\)/ }).click();
      await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
      expect(await page.locator('#to-newest').isHidden()).toBe(true);
    });

    it('is not stopped by a message that shrinks, nor by one that shrinks and grows at once', async () => {
      const page = await filled(options);
      const message = newest(page).locator('.entry-content');
      const resize = (...heights: readonly string[]): Promise<void> =>
        message.evaluate((node, each) => {
          for (const minHeight of each) {
            (node as HTMLElement).style.minHeight = minHeight;
            // Laid out in between, as reading a size does.
            node.getBoundingClientRect();
          }
        }, heights);
      for (const heights of [['2000px'], ['300px'], ['2000px'], ['100px', '1500px'], ['']]) {
        await resize(...heights);
        await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
      }
      // A phone's keyboard takes half of the screen, and gives it back.
      const { width, height } = page.viewportSize() ?? { width: 0, height: 0 };
      for (const half of [height / 2, height]) {
        await page.setViewportSize({ width, height: half });
        await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
      }
    });

    it('has the words of the end in sight when a run of mine is over', async () => {
      const page = await room.visit(options);
      await say(page, '/fit epochs:20 batch:1000');
      const run = await pinned(page);
      const outcome = run.locator('.outcome > li').first();
      await outcome.getByText(/20 × 8/).waitFor({ timeout: runMs });
      await run.getByRole('link', { name: /history\.csv/ }).waitFor({ timeout: runMs });
      const isInView = (): Promise<boolean> =>
        outcome.evaluate((node) => {
          const box = node.getBoundingClientRect();
          const view = document.querySelector('#scroller')?.getBoundingClientRect();
          return view !== undefined && box.top >= view.top && box.bottom <= view.bottom;
        });
      await expect.poll(isInView, soon).toBe(true);

      // Scrolled on to the end, I am left there.
      await page.locator('#scroller').hover();
      await page.mouse.wheel(0, 5000);
      await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    });

    it('says how much is new to who comes back to a hidden tab, and where it begins', async () => {
      const page = await filled(options);
      const other = await room.visit();
      await setHidden(page, true);
      await say(other, 'one');
      await say(other, 'two');
      await page.locator('.line-entry', { hasText: 'two' }).last().waitFor();
      const count = (await page.locator('article').count()) - 1;
      await setHidden(page, false);
      await page.getByText(/(?:away|새 메시지): [234]/).waitFor();
      const first = page.locator('[data-new-from-here]');
      expect(await first.count()).toBe(1);
      expect(await first.textContent()).toContain('one');
      expect(await page.locator('article').count()).toBeGreaterThanOrEqual(count);
      await expect
        .poll(() => first.evaluate((node) => node.getBoundingClientRect().top))
        .toBeGreaterThan(0);
    });
  });

  it('opens the connection anew when the server has been silent too long, as after a sleep', async () => {
    const page = await room.visit();
    await say(page, '/data');
    await newest(page).locator('.press').first().waitFor();
    const count = await page.locator('article').count();
    const again = page.waitForRequest(/\/api\/events\?after=/, { timeout: 20_000 });
    // The wall clock goes on while a computer sleeps.
    await page.evaluate(() => {
      const now = Date.now.bind(Date);
      Date.now = () => now() + 120_000;
    });
    await again;
    await page.getByText('Connected again.').waitFor();
    expect(await page.locator('article').count()).toBe(count);
  });

  it('greets a newcomer where others are at work, in a few lines that go away by themselves', async () => {
    const ada = await room.visit();
    await say(ada, '/data');
    await newest(ada).locator('.press').first().waitFor();
    const page = await room.visit({ ...koreanPhone });
    const greeting = page.getByRole('region', { name: '예시' });
    await greeting.getByText('평소 말로').waitFor();
    await expect.poll(() => fromEnd(page), soon).toBeLessThan(2);
    const height = await greeting.evaluate((node) => node.getBoundingClientRect().height);
    expect(height).toBeLessThan(200);
    await greeting.getByRole('button', { name: '배치가 뭐예요?' }).click();
    await page.locator('.mine .line-text', { hasText: '배치가 뭐예요?' }).waitFor();
    await greeting.waitFor({ state: 'hidden' });
    await page.reload();
    await page.locator('.mine .line-text').waitFor();
    expect(await greeting.isHidden()).toBe(true);
  });

  it('has a field that grows with what is pasted, sets only code like code, and keeps line breaks', async () => {
    const page = await room.visit();
    const font = (): Promise<string> =>
      field(page).evaluate((node) => getComputedStyle(node).fontFamily);
    const height = (): Promise<number> => field(page).evaluate((node) => node.clientHeight);
    const oneRow = await height();
    await field(page).fill('What is a batch, and why does epochs=20 matter?');
    expect(await font()).not.toContain('monospace');
    await field(page).fill('/fit epochs:2');
    expect(await font()).toContain('monospace');
    await field(page).fill(
      'model.fit(X_train, y_train,  # 8,000 rows\n  epochs=2,\n  batch_size=1000)',
    );
    expect(await font()).toContain('monospace');
    expect(await height()).toBeGreaterThan(2 * oneRow - 20);
    await field(page).fill('Epoch 1/20\n'.repeat(200));
    expect(await height()).toBeLessThan(330);
    expect(await field(page).evaluate((node) => node.scrollHeight)).toBeGreaterThan(3000);

    await field(page).fill(
      'model.fit(X_train, y_train,  # 8,000 rows\n  epochs=2,\n  batch_size=1000)',
    );
    await field(page).press('Enter');
    await newest(page).getByText('Epoch 2/2').waitFor({ timeout: runMs });
    await expect.poll(height, soon).toBe(oneRow);
  });
});

describe.skipIf(chromium === undefined)(
  'a server that dies while the page is open',
  { timeout: 90_000 },
  () => {
    it('loses and doubles nothing, and says how much is new', async () => {
      const room = await RoomVisits.open(chromium ?? '');
      const page = await room.visit();
      await say(page, '/fit epochs:40 batch:10');
      const run = await pinned(page);
      await run.getByText('Epoch 3/40').waitFor({ timeout: runMs });
      await room.restart(() => page.getByText('The connection is lost.').waitFor());
      await page.getByText('Connected again.').waitFor({ timeout: runMs });
      await run.getByText('Epoch 40/40').waitFor({ timeout: runMs });
      expect(await page.locator('article').count()).toBe(2);
      await run.locator('.outcome').waitFor({ timeout: runMs });
      expect(await room.leave()).toEqual([]);
      await room.close();
    });
  },
);
