/** The room for people with low or no vision, or without a mouse: axe-core finds nothing, in any state. */
import type { BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.js';
import { findChromium } from '../support/browser.js';
import { ask, newest, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

/** Light on a desktop, dark on a phone: together they cover every colour and width. */
const light = { colorScheme: 'light', viewport: { width: 1280, height: 900 } } as const;
const dark = { colorScheme: 'dark', viewport: { width: 390, height: 844 } } as const;
const looks = [light, dark] as const;
type Look = (typeof looks)[number];

/** Final colours, without transitions. */
const reducedMotion = 'reduce';
interface Language {
  readonly options: BrowserContextOptions;
  /** Each has its own room. */
  readonly link: string;
  /** The looks in which transient content is checked: in Korean where its words have the least room. */
  readonly passing: readonly Look[];
}
const english: Language = {
  options: { locale: 'en-US', reducedMotion },
  link: '/',
  passing: looks,
};
const korean: Language = {
  options: { locale: 'ko-KR', reducedMotion },
  link: '/#ko',
  passing: [dark],
};

describe.skipIf(chromium === undefined)('the room', { timeout: 2 * runMs }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterAll(() => room.close());

  describe.each([
    ['English', english],
    ['Korean', korean],
  ])('in %s', (_name, { options, link, passing }) => {
    let page: Page;
    beforeAll(async () => {
      page = await room.visit(options, link);
    });

    /**
     * Lasting content is examined only once, then excluded by selectors: checking a long page takes seconds.
     */
    async function known(): Promise<readonly string[]> {
      const ids = await page
        .locator('article[data-id]')
        .evaluateAll((nodes) => nodes.map((node) => node.getAttribute('data-id') ?? ''));
      return ids.map((id) => `article[data-id="${id}"]`);
    }

    async function expectNone(
      shown: Page,
      as: readonly Look[],
      except: readonly string[] = [],
    ): Promise<void> {
      for (const { colorScheme, viewport } of as) {
        await shown.emulateMedia({ colorScheme });
        await shown.setViewportSize(viewport);
        const found = await violations(shown, except);
        expect(found, `${colorScheme}, ${viewport.width} wide`).toEqual([]);
      }
    }

    it('an empty room', async () => {
      await page.locator('#greeting .example').first().waitFor();
      await expectNone(page, passing);
    });

    it('a run in training', async () => {
      const run = await ask(page, '/fit data:penguins epochs:400 validation_split:0.2');
      await run.locator('.curves').waitFor({ timeout: runMs });
      await expectNone(page, passing);
      const [, pause = run] = await run.locator('.press').all();
      await pause.click();
      await run.locator('.press.primary').waitFor({ timeout: runMs });
      await expectNone(page, passing);
      await run.locator('.press.danger').click();
      await run.locator('.outcome').waitFor({ timeout: runMs });
    });

    it('all lasting content, together', { timeout: 3 * runMs }, async () => {
      const run = await ask(page, '/fit epochs:8 batch:100 pace:fast');
      await run.locator('.outcome').waitFor({ timeout: runMs });
      await run.getByRole('link', { name: /history\.csv/ }).waitFor({ timeout: runMs });
      // Two inputs: they are drawn and filmed.
      const drawn = await ask(page, '/fit data:circles epochs:3 pace:fast');
      await drawn.locator('img.chart').waitFor({ timeout: runMs });
      const film = await ask(page, '/film');
      await film.locator('img.chart').waitFor({ timeout: runMs });
      const mistakes = await ask(page, '/mistakes');
      await mistakes.locator('img.chart').waitFor({ timeout: runMs });
      const motion = await ask(page, '/step batch:10');
      await motion.locator('.press.primary').click(soon);
      await motion.getByText('1/800').waitFor({ timeout: runMs });
      // A card, a quiz question, a mistake, a table, Keras code and help.
      const others = [
        '/explain epoch',
        '/quiz',
        '/fit epochs:many',
        '/data penguins',
        '/code',
        '/help',
      ];
      for (const line of others) await ask(page, line);
      await expectNone(page, looks);
    });

    it('the suggestions for completing a line', async () => {
      await page.locator('#line').pressSequentially('/fit op');
      await page.getByRole('option').first().waitFor();
      await page.keyboard.press('ArrowDown');
      await expectNone(page, passing, await known());
      await page.keyboard.press('Escape');
      await page.locator('#line').fill('');
    });

    it('the form for one’s name', async () => {
      await page.locator('.own-name').click();
      await page.locator('#name').waitFor();
      await expectNone(page, passing, await known());
      await page.locator('#rename-cancel').click();
    });

    it('a newcomer where others are at work', async () => {
      const newcomer = await room.visit(options, link);
      await newcomer.locator('#welcome .welcome-example').first().waitFor();
      await newest(newcomer).waitFor();
      await expectNone(newcomer, passing);
    });
  });
});
