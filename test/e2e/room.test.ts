import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch } from '../support/browser.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';

const chromium = findChromium();
if (chromium === undefined) {
  console.warn('test/e2e: skipped, no Chromium in PATH and no CHROMIUM_PATH');
}

/** For anything that needs a training run; everything else is fast. */
const runMs = 60_000;

describe.skipIf(chromium === undefined)('the study room in a browser', { timeout: 240_000 }, () => {
  let dataDir: string;
  let program: BuiltProgram;
  let browser: Browser;
  const pages: Page[] = [];
  /** Errors browsers reported, and requests to other hosts. */
  const faults: string[] = [];

  beforeAll(async () => {
    dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
    [program, browser] = await Promise.all([startBuilt(dataDir), launch(chromium ?? '')]);
  });
  afterEach(async () => {
    await Promise.all(pages.splice(0).map((page) => page.context().close()));
    expect(faults.splice(0)).toEqual([]);
  });
  afterAll(async () => {
    await browser.close();
    await program.end();
    rmSync(dataDir, { recursive: true });
  });

  /** A newcomer. */
  async function visit(options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({
      locale: 'en-US',
      viewport: { width: 1280, height: 900 },
      ...options,
    });
    const page = await context.newPage();
    pages.push(page);
    page.setDefaultTimeout(60_000);
    page.on('pageerror', (error) => faults.push(error.message));
    page.on('console', (message) => {
      if (message.type() === 'error') faults.push(message.text());
    });
    page.on('request', (request) => {
      if (!request.url().startsWith(program.address)) faults.push(`asked for ${request.url()}`);
    });
    await page.goto(program.address);
    await page.getByRole('textbox').waitFor();
    // Earlier messages are loaded, so whatever arrives now is new.
    await page.locator('#messages[aria-busy="false"]').waitFor();
    return page;
  }

  async function type(page: Page, line: string): Promise<void> {
    const input = page.getByRole('textbox');
    await input.fill(line);
    await input.press('Enter');
  }

  const answers = (page: Page): Locator => page.locator('article.answer');
  const newest = (page: Page): Locator => answers(page).last();

  /** The answer that is newest now, even if newer ones arrive. */
  async function pinned(page: Page): Promise<Locator> {
    const id = await newest(page).getAttribute('data-id');
    return page.locator(`article[data-id="${id ?? ''}"]`);
  }

  it('greets a newcomer with an example that, pressed, trains to the end and shows the chart', async () => {
    const page = await visit();
    await page.getByRole('button', { name: '/fit epochs:20 batch:10' }).click();
    const run = answers(page).first();
    await run.getByText('Epoch 20/20').waitFor({ timeout: runMs });
    await run.getByText('800/800').last().waitFor({ timeout: runMs });
    await run.getByText(/16,000 weight updates/).waitFor({ timeout: runMs });
    expect(await answers(page).count()).toBe(1);

    await run
      .getByRole('img', { name: /over 20 epochs/ })
      .first()
      .waitFor({ timeout: runMs });
    // As a download, or shown if it also has a confusion matrix.
    const chart = run.locator('a[download$="chart.png"], img.chart').first();
    await chart.waitFor({ timeout: runMs });
    await run.getByRole('link', { name: 'history.csv' }).waitFor();

    const meanings = run.getByRole('group', { name: 'What does … mean?' });
    await meanings.getByRole('button', { name: '800/800' }).waitFor();
    await meanings.getByRole('button', { name: 'iteration' }).click();
    await newest(page).getByText('800 iterations').first().waitFor();
    await newest(page).getByText('Only you see this').waitFor();

    // A reload restores everything, with the run in its place.
    await page.reload();
    await answers(page).first().getByText('Epoch 20/20').waitFor();
    await newest(page).getByText('Only you see this').waitFor();
  });

  it('stops a run midway, for its owner alone', async () => {
    const ada = await visit();
    await type(ada, '/fit epochs:500 batch:10');
    await newest(ada)
      .getByText(/Epoch \d+\/500/)
      .first()
      .waitFor({ timeout: runMs });
    const run = await pinned(ada);
    const epoch = async (): Promise<number> =>
      Number([...(await run.innerText()).matchAll(/Epoch (\d+)\/500/g)].at(-1)?.[1] ?? 0);

    const eve = await visit();
    await newest(eve).getByRole('button', { name: 'Stop' }).click();
    await newest(eve).getByText('Only you see this').waitFor();
    const refusedAt = await epoch();
    await expect.poll(epoch, { timeout: runMs }).toBeGreaterThan(refusedAt);

    await run.getByRole('button', { name: 'Stop' }).click();
    await run.getByText('Stopped', { exact: true }).waitFor({ timeout: runMs });
    await run.getByRole('button', { name: 'Run again' }).waitFor();
  });

  it('shows what is in a CSV dropped on the page, then trains on it', async () => {
    const page = await visit();
    const rows = Array.from({ length: 200 }, (_, i) => `${i % 17},${(i * 7) % 23},${i % 2}`);
    const csv = `height,<img src=x onerror=alert(1)>,won\n${rows.join('\n')}\n`;
    const transfer = await page.evaluateHandle((text) => {
      const data = new DataTransfer();
      data.items.add(new File([text], 'games.csv', { type: 'text/csv' }));
      return data;
    }, csv);
    await page.dispatchEvent('body', 'drop', { dataTransfer: transfer });
    await newest(page).getByRole('heading', { name: 'games.csv: 200 rows, 3 columns' }).waitFor();
    await newest(page).getByText('Only you see this').waitFor();
    await newest(page).getByText('<img src=x onerror=alert(1)>').first().waitFor();
    await newest(page).getByRole('button', { name: 'Predict height' }).click();
    await newest(page).getByText('To predict: height').first().waitFor();
    await newest(page).getByRole('button', { name: 'Train on it' }).click();
    await newest(page).getByText('learning to predict height').first().waitFor();
    await newest(page)
      .getByText(/Epoch ([2-9]|1\d|20)\/20/)
      .first()
      .waitFor({ timeout: runMs });
  });

  it('reports a wrong option to the asker only, and keeps others’ text as text', async () => {
    const page = await visit();
    const other = await visit();
    await type(page, '/fit epochs:many <img src=x onerror=alert(1)>');
    await newest(page).getByText('epochs').first().waitFor();
    await newest(page).getByText('Only you see this').waitFor();
    const line = other.locator('article.line-entry').last();
    await line.getByText('<img src=x onerror=alert(1)>').waitFor();
    expect(await other.locator('img[src=x]').count()).toBe(0);
    expect(await other.getByText('Only you see this').count()).toBe(0);
  });

  it('completes commands and options by keyboard alone', async () => {
    const page = await visit();
    const input = page.getByRole('textbox');
    expect(await input.evaluate((node) => node === document.activeElement)).toBe(true);
    await page.keyboard.type('/f');
    await page.getByRole('option', { name: '/fit' }).waitFor();
    await page.keyboard.press('Tab');
    expect(await input.inputValue()).toBe('/fit ');
    await page.keyboard.type('opt');
    await page.keyboard.press('Tab');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    const chosen = page.getByRole('option', { selected: true });
    expect(await input.getAttribute('aria-activedescendant')).toBe(await chosen.getAttribute('id'));
    await page.keyboard.press('Enter');
    expect(await input.inputValue()).toBe('/fit optimizer:sgd ');
    await page.keyboard.press('Escape');
    expect(await page.getByRole('listbox').count()).toBe(0);
    expect(await input.getAttribute('aria-activedescendant')).toBeNull();
  });

  it('speaks Korean to a Korean browser, on a phone, without scrolling sideways', async () => {
    const page = await visit({ locale: 'ko-KR', viewport: { width: 360, height: 740 } });
    await page.getByRole('heading', { name: '스터디룸' }).waitFor();
    await type(page, '/fit epochs:3 batch:100');
    await newest(page).getByText('Epoch 3/3').waitFor({ timeout: runMs });
    await newest(page).getByRole('button', { name: '에포크', exact: true }).waitFor();
    const widths = await page.evaluate(() => {
      const scroller = document.querySelector('main');
      return [document.documentElement.scrollWidth, scroller?.scrollWidth];
    });
    expect(widths).toEqual([360, 360]);
    await page.getByRole('button', { name: 'EN', exact: true }).click();
    await page.getByRole('heading', { name: 'Study room' }).waitFor();
  });

  it('tells screen readers one sentence at a time, apart from the code', async () => {
    const page = await visit();
    await type(page, '/fit epochs:1 batch:1000');
    const spoken = page.locator('[aria-live=polite]');
    await spoken
      .getByText(/1 epoch/)
      .first()
      .waitFor({ timeout: runMs });
    expect(await spoken.textContent()).not.toContain('[==');
    expect(await page.getByRole('log').getAttribute('aria-live')).toBe('off');
  });
});
