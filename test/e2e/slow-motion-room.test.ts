/** Stepping through a training run in a real browser, comparing its numbers with the engine's. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { metricValue } from '../../src/render/keras-numbers.js';
import type { FitSettings } from '../../src/runs/protocol.js';
import type { ShownIteration, SlowState } from '../../src/runs/slow-motion.js';
import { findChromium, launch } from '../support/browser.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { realPool } from '../support/slow-motion.js';

const chromium = findChromium();
if (chromium === undefined) {
  console.warn('test/e2e: skipped, no Chromium in PATH and no CHROMIUM_PATH');
}

const settings: FitSettings = {
  dataset: { kind: 'builtin', name: 'churn' },
  ...{ epochs: 2, batchSize: 10, validationSplit: 0, layers: [6, 6], activation: 'relu' },
  ...{ optimizer: 'adam', learningRate: 0.001, seed: 42, pace: 'watch' },
};

/** The engine's results for these presses. */
async function iterations(presses: readonly number[]): Promise<readonly ShownIteration[]> {
  const pool = realPool();
  try {
    const shown: ShownIteration[] = [];
    let state: SlowState | null = null;
    for (const steps of presses) {
      const task = { settings, backend: 'fused', state, steps, forMs: Infinity } as const;
      const made = await pool.stepThrough(task);
      shown.push(made.shown);
      ({ state } = made);
    }
    return shown;
  } finally {
    await pool.close();
  }
}

describe.skipIf(chromium === undefined)('slow motion in a browser', { timeout: 240_000 }, () => {
  let dataDir: string;
  let program: BuiltProgram;
  let browser: Browser;
  const faults: string[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
    [program, browser] = await Promise.all([startBuilt(dataDir), launch(chromium ?? '')]);
  });
  afterAll(async () => {
    await browser.close();
    await program.end();
    rmSync(dataDir, { recursive: true });
    expect(faults).toEqual([]);
  });

  async function begin(options: BrowserContextOptions): Promise<Page> {
    const page = await (await browser.newContext(options)).newPage();
    page.on('pageerror', (error) => faults.push(error.message));
    await page.goto(program.address);
    const input = page.locator('#line');
    await input.fill('/step epochs:2 batch:10 seed:42');
    await input.press('Enter');
    return page;
  }

  const phone: BrowserContextOptions = {
    ...{ locale: 'ko-KR', viewport: { width: 390, height: 844 } },
    ...{ colorScheme: 'dark', isMobile: true, hasTouch: true },
  };
  const screens = [
    {
      name: 'in English, at a desk',
      options: { locale: 'en-US', viewport: { width: 1280, height: 900 } },
      words: { next: 'Next', end: 'To the end of the epoch', loss: 'Loss', stop: 'Stop' },
      step: (step: number) => `Iteration ${step} of 800`,
    },
    {
      name: 'in Korean, on a dark phone',
      options: phone,
      words: { next: '다음', end: '에포크 끝까지', loss: '손실', stop: '그만 보기' },
      step: (step: number) => `이터레이션 800번 중 ${step}번째`,
    },
  ] as const;

  it.each(screens)('three iterations $name, and the end of the epoch', async (screen) => {
    const [first, second, third, last] = await iterations([1, 1, 1, Infinity]);
    const page = await begin(screen.options);
    const answer = page.locator('article.answer').last();
    const press = (name: string) => answer.getByRole('button', { name, exact: true }).click();
    for (const [index, shown] of [first, second, third].entries()) {
      if (!shown) throw new Error('it was made');
      await press(screen.words.next);
      await answer.getByText(screen.step(index + 1)).waitFor();
      const text = await answer.innerText();
      const mean = metricValue(shown.sums.loss / shown.sums.rows);
      expect(text).toMatch(
        new RegExp(` ${index + 1}/800 \\[\\.{30}\\] - ETA: \\d+s - loss: ${mean}`),
      );
      expect(text).toContain(metricValue(shown.batch.loss));
      expect(text).toContain(
        `${shown.weight.before.toFixed(6)} → ${shown.weight.after.toFixed(6)}`,
      );
      for (const { row } of shown.batch.examples) expect(text).toContain(row.toLocaleString('en'));
    }
    await press(screen.words.end);
    const loss = metricValue(last?.ended?.logs.loss ?? NaN);
    await answer.getByText(new RegExp(`800/800 \\[={30}\\] - .* - loss: ${loss} `)).waitFor();
    const next = last?.ended?.next.map((row) => row.toLocaleString('en')).join(' · ');
    expect(await answer.innerText()).toContain(next);
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow, 'nothing is wider than the screen').toBeLessThanOrEqual(0);
    await press(screen.words.stop);
    await answer.getByRole('button', { name: screen.words.next, exact: true }).waitFor({
      state: 'detached',
    });
    await page.context().close();
  });
});
