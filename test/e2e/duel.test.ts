/** A duel in real browsers, with the whole program killed midway as by a power cut. */
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium, launch } from '../support/browser.js';
import { KeptProgram } from '../support/kept-program.js';

const chromium = findChromium();
if (chromium === undefined) {
  console.warn('test/e2e: skipped, no Chromium in PATH and no CHROMIUM_PATH');
}

describe.skipIf(chromium === undefined)('a duel in the room', { timeout: 240_000 }, () => {
  let program: KeptProgram;
  let browser: Browser;

  beforeAll(async () => {
    [program, browser] = await Promise.all([KeptProgram.start(), launch(chromium ?? '')]);
  });
  afterAll(async () => {
    await browser.close();
    await program.end();
  });

  async function enter(width = 1280): Promise<Page> {
    const context = await browser.newContext({ viewport: { width, height: 900 }, locale: 'en-US' });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(program.address);
    return page;
  }

  /** Without what screen readers announce. */
  const log = (page: Page) => page.getByRole('log');

  async function say(page: Page, line: string): Promise<void> {
    const field = page.getByRole('textbox').first();
    await field.fill(line);
    await field.press('Enter');
  }

  it('is proposed, accepted, bet on, continues after kill -9, and ends with the chart', async () => {
    const [mina, jun, kim] = [await enter(), await enter(390), await enter()];
    await say(mina, '/duel batch:10 epochs:20 seed:3 with:Jun');
    await jun.getByRole('button', { name: 'Accept' }).click();
    await jun.getByRole('button', { name: 'batch 100', exact: true }).click();
    // Before betting is over.
    await kim.getByRole('button', { name: 'batch_size 10', exact: true }).dispatchEvent('click');
    await log(kim).getByText('Your bet:').waitFor();
    // Midway: any epoch but the first and the last, as a busy browser does not show them all.
    await log(kim)
      .getByText(/\b([2-9]|1\d)\/20/)
      .first()
      .waitFor();
    await program.restart();
    const end = log(kim).getByText('At equal epochs');
    await end.waitFor({ timeout: 90_000 });
    await log(kim).getByText('One person bet').waitFor();
    const board = kim.getByRole('article').filter({ hasText: 'At equal epochs' });
    await board.getByRole('img').first().waitFor();
    await kim.getByRole('button', { name: 'How did I bet?' }).click();
    await log(kim)
      .getByText(/You were right|You guessed/)
      .waitFor();
    expect(await log(jun).getByText('Your bet:').count()).toBe(0);
    expect(
      await log(kim)
        .getByText(/20\/20/)
        .count(),
    ).toBeGreaterThan(0);
  });
});
