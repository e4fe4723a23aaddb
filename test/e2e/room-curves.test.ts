/** The chart that the room draws while a run trains. */
import type { Locator } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.js';
import { ask, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

interface DrawnPanel {
  /** Values read off the drawing as a person would: from the axis labels. */
  readonly lines: readonly (readonly number[])[];
  /** The value of a hundredth of a pixel. */
  readonly grain: number;
}

/** Each panel's lines with marks, topmost panel first. */
function readOff(run: Locator): Promise<DrawnPanel[]> {
  return run.locator('.curves-plot').evaluateAll((plots) =>
    plots.map((plot) => {
      const ticks = [...plot.querySelectorAll('.curves-up')].map((text) => ({
        y: Number(text.getAttribute('y')) - 4,
        value: Number(text.textContent),
      }));
      const first = ticks[0] ?? { y: 0, value: 0 };
      const last = ticks.at(-1) ?? { y: 1, value: 1 };
      const perUnit = (last.value - first.value) / (last.y - first.y);
      const valueAt = (y: number): number => first.value + (y - first.y) * perUnit;
      const lines = [...plot.querySelectorAll('.curves-line')].map((line) =>
        [...line.querySelectorAll('circle, .curves-mark')].map((mark) => {
          const y =
            mark.getAttribute('cy') ?? /^M\S+ ([\d.]+)/.exec(mark.getAttribute('d') ?? '')?.[1];
          return valueAt(Number(y));
        }),
      );
      const marked = lines.filter((values) => values.length > 0).reverse();
      return { lines: marked, grain: Math.abs(perUnit) / 100 };
    }),
  );
}

describe.skipIf(chromium === undefined)('the curves of a run', { timeout: 240_000 }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterEach(async () => {
    expect(await room.leave()).toEqual([]);
  });
  afterAll(() => room.close());

  it('are its history, number by number, even for a person who joins midway', async () => {
    const page = await room.visit();
    const run = await ask(page, '/fit epochs:20 batch:40 validation_split:0.2 seed:1');
    const curves = run.locator('.curves');
    await curves.waitFor({ timeout: runMs });
    // Pauses it midway until somebody has joined.
    await run.getByRole('button', { name: 'Pause', exact: true }).dispatchEvent('click');
    const goOn = run.getByRole('button', { name: 'Resume', exact: true });
    await goOn.waitFor({ timeout: runMs });
    const other = await room.visit({ locale: 'ko-KR', viewport: { width: 390, height: 844 } });
    const theirs = other.locator('article.answer').first();
    await theirs.locator('.curves').waitFor();
    expect(await theirs.locator('.outcome').count()).toBe(0);
    await goOn.click();

    for (const one of [run, theirs]) await one.locator('.outcome').waitFor({ timeout: runMs });
    const link = run.getByRole('link', { name: /history\.csv/ });
    await link.waitFor({ timeout: runMs });
    const href = (await link.getAttribute('href')) ?? '';
    const csv = await page.evaluate(async (url) => (await fetch(url)).text(), href);
    const [header = '', ...rows] = csv.trim().split(/\r?\n/);
    expect(header).toContain('epoch,loss,accuracy,val_loss,val_accuracy');
    const column = (at: number): number[] => rows.map((row) => Number(row.split(',')[at]));
    expect(rows).toHaveLength(20);

    for (const drawn of [run, theirs]) {
      const [loss, accuracy] = await readOff(drawn);
      const expected = [
        [loss, [column(1), column(3)]],
        [accuracy, [column(2), column(4)]],
      ] as const;
      for (const [panel, columns] of expected) {
        expect(panel?.lines.map((values) => values.length)).toEqual([20, 20]);
        columns.forEach((values, line) => {
          values.forEach((value, epoch) => {
            const off = Math.abs((panel?.lines[line]?.[epoch] ?? NaN) - value);
            expect(off).toBeLessThan((panel?.grain ?? 0) + 2e-6);
          });
        });
      }
    }
    // The drawing stays; the picture is shown beside it, as it also has a confusion matrix.
    await run.locator('img.chart').waitFor();
    const name = await run.locator('.curves').getAttribute('aria-label');
    expect(name).toContain('without learning');
  });

  it('have the picture’s colours, and lighter ones on a dark background', async () => {
    const page = await room.visit();
    const run = await ask(page, '/fit epochs:2 batch:1000');
    const line = run.locator('.curves-line').last();
    await line.waitFor({ state: 'attached', timeout: runMs });
    const colour = (): Promise<string> => line.evaluate((node) => getComputedStyle(node).stroke);
    await page.emulateMedia({ colorScheme: 'light' });
    await expect.poll(colour, soon).toBe('rgb(0, 114, 178)');
    await page.emulateMedia({ colorScheme: 'dark' });
    await expect.poll(colour, soon).toBe('rgb(86, 180, 233)');
  });

  it('continue after the server was killed', async () => {
    const page = await room.visit();
    const run = await ask(page, '/fit epochs:8 batch:20');
    await run.locator('.curves').waitFor({ timeout: runMs });
    await room.restart();
    await run.locator('.outcome').waitFor({ timeout: runMs });
    const drawn = async (): Promise<readonly number[][]> =>
      (await readOff(run)).map(({ lines }) => lines.map((values) => values.length));
    await expect.poll(drawn, soon).toEqual([[8], [8]]);
  });
});
