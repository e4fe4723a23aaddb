/** The room for who cannot see it, or not well, or uses no mouse: axe-core finds nothing, in any state. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.js';
import { findChromium } from '../support/browser.js';
import { ask, newest, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

/** Light on a desktop, dark on a phone: all that colours and widths decide. */
const looks = [
  { colorScheme: 'light', viewport: { width: 1280, height: 900 } },
  { colorScheme: 'dark', viewport: { width: 390, height: 844 } },
] as const;

/** Colours are as they will be, not on their way there. */
const reducedMotion = 'reduce';
const languages: readonly (readonly [string, BrowserContextOptions])[] = [
  ['English', { locale: 'en-US', reducedMotion }],
  ['Korean', { locale: 'ko-KR', reducedMotion }],
];

describe.skipIf(chromium === undefined).each(languages)(
  'in %s',
  { timeout: 120_000 },
  (_name, options) => {
    let room: RoomVisits;
    let page: Page;
    /** Entries that were examined in a state before: as selectors. */
    let known: readonly string[] = [];
    beforeAll(async () => {
      room = await RoomVisits.open(chromium ?? '');
      page = await room.visit(options);
    });
    afterAll(() => room.close());

    async function expectNone(shown = page, except = known): Promise<void> {
      for (const { colorScheme, viewport } of looks) {
        await shown.emulateMedia({ colorScheme });
        await shown.setViewportSize(viewport);
        // What lasts: between an edit and its frame, what just grew wider than its place is not yet reachable.
        await expect
          .poll(() => violations(shown, except), {
            message: `${colorScheme}, ${viewport.width} wide`,
          })
          .toEqual([]);
      }
    }

    // Each entry is examined as the state brings it; all of them together at the end.
    afterEach(async () => {
      const ids = await page
        .locator('article[data-id]')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id') ?? ''));
      known = ids.map((id) => `article[data-id="${id}"]`);
    });

    it('an empty room', async () => {
      await page.locator('#greeting .example').first().waitFor();
      await expectNone();
    });

    it('a run that trains', { timeout: 2 * runMs }, async () => {
      const run = await ask(page, '/fit data:penguins epochs:400 validation_split:0.2');
      await run.locator('.curves').waitFor({ timeout: runMs });
      await expectNone();
      const [, pause = run] = await run.locator('.press').all();
      await pause.click();
      await run.locator('.press.primary').waitFor({ timeout: runMs });
      await expectNone();
      await run.locator('.press.danger').click();
      await run.locator('.outcome').waitFor({ timeout: runMs });
    });

    it('a run that is over', { timeout: 2 * runMs }, async () => {
      const run = await ask(page, '/fit epochs:8 batch:100');
      await run.locator('.outcome').waitFor({ timeout: runMs });
      await run.getByRole('link', { name: /history\.csv/ }).waitFor({ timeout: runMs });
      await expectNone();
    });

    it('a run with two inputs, and its film', { timeout: 2 * runMs }, async () => {
      const run = await ask(page, '/fit data:circles epochs:3 pace:fast');
      await run.locator('img.chart').waitFor({ timeout: runMs });
      await expectNone();
      const film = await ask(page, '/film');
      await film.locator('img.chart').waitFor({ timeout: runMs });
      await expectNone();
    });

    it('where it is wrong', async () => {
      const mistakes = await ask(page, '/mistakes');
      await mistakes.locator('img.chart').waitFor(soon);
      await expectNone();
    });

    it('a training in slow motion', async () => {
      const motion = await ask(page, '/step batch:10');
      await motion.locator('.press.primary').click(soon);
      await motion.getByText('1/800').waitFor(soon);
      await expectNone();
    });

    it.each([
      ['a card', '/explain epoch'],
      ['a question of the quiz', '/quiz'],
      ['a mistake', '/fit epochs:many'],
      ['a table', '/data penguins'],
      ['Keras code', '/code'],
      ['help', '/help'],
    ])('%s', async (_what, line) => {
      await ask(page, line);
      await expectNone();
    });

    it('the ways to go on with a line', async () => {
      await page.locator('#line').pressSequentially('/fit op');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expectNone();
      await page.keyboard.press('Escape');
      await page.locator('#line').fill('');
    });

    it('the form for one’s name', async () => {
      await page.locator('.own-name').click();
      await page.locator('#name').waitFor();
      await expectNone();
      await page.locator('#rename-cancel').click();
    });

    it('a newcomer where others are at work', async () => {
      const newcomer = await room.visit(options);
      await newcomer.locator('#welcome .welcome-example').first().waitFor();
      await newest(newcomer).waitFor();
      await expectNone(newcomer, []);
    });

    it('all that was said, together', async () => {
      await expectNone(page, []);
    });
  },
);
