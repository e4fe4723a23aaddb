/** Somebody clicks through a quiz round in the room, up to its summary. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { violations } from '../support/axe.js';
import { findChromium } from '../support/browser.js';
import { ask, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();

/** Final colours, without transitions. */
const reducedMotion = 'reduce';
const visits: readonly (readonly ['en' | 'ko', BrowserContextOptions])[] = [
  [
    'en',
    {
      locale: 'en-US',
      colorScheme: 'light',
      viewport: { width: 1280, height: 900 },
      reducedMotion,
    },
  ],
  [
    'ko',
    { locale: 'ko-KR', colorScheme: 'dark', viewport: { width: 390, height: 844 }, reducedMotion },
  ],
];

async function pressed(page: Page, button: Locator): Promise<Locator> {
  const before = await page.locator('article.answer').count();
  // Like a key press: wherever the view is.
  await button.evaluate((node) => {
    (node as HTMLElement).click();
  });
  await expect.poll(() => page.locator('article.answer').count(), soon).toBe(before + 1);
  return page.locator('article.answer').last();
}

describe.skipIf(chromium === undefined)('a round of the quiz', { timeout: 240_000 }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterAll(() => room.close());

  it.each(visits)(
    'in %s, the first answer ten times: the summary matches the individual grades',
    async (locale, how) => {
      const t = translator(locale, 'web');
      const page = await room.visit(how, `/#${locale}`);
      let question = await ask(page, '/quiz');
      let right = 0;
      for (let done = 1; ; done += 1) {
        const verdict = await pressed(page, question.locator('.press').first());
        const words = await verdict.innerText();
        if (words.includes(t.plain('quiz.isRight'))) right += 1;
        if (done === 10) {
          expect(words).toContain(t.plain('quiz.round.over', { right, of: 10, level: 1 }));
          break;
        }
        expect(words).toContain(`${done}/10`);
        question = await pressed(page, verdict.getByRole('button', { name: t.plain('quiz.next') }));
      }
      expect(await violations(page)).toEqual([]);
      const summary = page.locator('article.answer').last();
      const tooWide = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(tooWide).toBe(0);
      const next = summary.getByRole('button', { name: t.plain('quiz.round.next') });
      await pressed(page, next);
      expect(await room.leave()).toEqual([]);
    },
  );
});
