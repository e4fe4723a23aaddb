/** A class in browsers: a teacher, three learners, a latecomer and one who leaves. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.js';
import { findChromium } from '../support/browser.js';
import { ask, RoomVisits, say, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;
const LINK = '/#klasse';
const QUESTION = 'Which batch size wins?';

/** The display settings in use: both colour schemes, wide and narrow. */
const desk: BrowserContextOptions = { reducedMotion: 'reduce', colorScheme: 'light' };
const phone: BrowserContextOptions = {
  ...{ reducedMotion: 'reduce', colorScheme: 'dark' },
  viewport: { width: 390, height: 844 },
};

const boardOf = (page: Page): Locator =>
  page.locator('article.answer').filter({ has: page.locator('h2, h3', { hasText: /Class lab/ }) });
/** Without what screen readers announce. */
const log = (page: Page): Locator => page.getByRole('log');
const button = (within: Page | Locator, name: string | RegExp): Locator =>
  within.getByRole('button', { name, exact: true }).last();
/** The text of the board's table. */
const tableOf = (page: Page): Promise<string> => boardOf(page).locator('pre').first().innerText();

/** Joins with the board's button. @returns the answer only they see */
async function join(page: Page): Promise<Locator> {
  await button(boardOf(page), 'Join').click();
  const dealt = page.getByRole('article').filter({ hasText: /You were dealt|받은 값/ });
  await dealt.first().waitFor(soon);
  return dealt.first();
}

describe.skipIf(chromium === undefined)('a class in the room', { timeout: 3 * runMs }, () => {
  let visits: RoomVisits;
  beforeAll(async () => {
    visits = await RoomVisits.open(chromium ?? '');
  });
  afterAll(() => visits.close());

  it('from start to end, everyone sees what is theirs and all see the board', async () => {
    const teacher = await visits.visit(desk, LINK);
    await ask(
      teacher,
      `/class start batch:10,100,1000 epochs:30 minutes:60 question:"${QUESTION}"`,
    );
    const ada = await visits.visit(desk, LINK);
    const bo = await visits.visit({ ...phone, locale: 'ko-KR' }, LINK);
    const cy = await visits.visit(phone, LINK);
    for (const page of [ada, bo, cy]) await boardOf(page).getByText(QUESTION).waitFor(soon);

    const hers = await join(ada);
    const his = await join(bo);
    const theirs = await join(cy);
    expect(await hers.innerText()).toContain('Only you see this');
    expect(await log(ada).getByText('You were dealt').count(), 'each sees one').toBe(1);
    expect(
      await log(teacher)
        .getByText(/You were dealt|받은 값/)
        .count(),
    ).toBe(0);
    await button(hers, 'batch_size 10').click();
    await log(ada)
      .getByText(/^You expect: batch_size 10/)
      .waitFor(soon);
    await button(his, 'batch_size 1000').click();
    await log(bo).getByText('고른 답:').waitFor(soon);

    await expect.poll(() => tableOf(teacher), { timeout: runMs }).toMatch(/ [1-9]\d*\/30 /);
    await expect.poll(async () => (await tableOf(ada)).split('\n').length, soon).toBe(4);
    await button(theirs, 'Leave').click();
    await log(cy).getByText('You have left').waitFor(soon);
    await expect.poll(async () => (await tableOf(ada)).split('\n').length, soon).toBe(3);

    const late = await visits.visit({ ...desk, colorScheme: 'dark', locale: 'ko-KR' }, LINK);
    await boardOf(late).getByText(QUESTION).waitFor(soon);
    expect(await (await join(late)).innerText()).toContain('batch_size 1000');
    await expect.poll(async () => (await tableOf(ada)).split('\n').length, soon).toBe(4);
    // While it runs: light and wide in English, dark and narrow in Korean. At the end, everybody's.
    for (const page of [ada, bo]) expect(await violations(page)).toEqual([]);

    await button(boardOf(ada), 'End joining (teacher)').click();
    await log(ada).getByText('who opened this class, or a moderator can do that').waitFor(soon);
    await button(boardOf(teacher), 'End joining (teacher)').click();
    await boardOf(cy).getByText('Joining is over').waitFor(soon);
    expect(await button(boardOf(cy), 'Join').count(), 'nobody joins any more').toBe(0);

    const all = [teacher, ada, bo, cy, late];
    for (const page of all) {
      await boardOf(page).getByText('Runs that count, by value').waitFor({ timeout: runMs });
      await boardOf(page).getByRole('img').first().waitFor({ timeout: runMs });
      expect(await tableOf(page)).toBe(await tableOf(teacher));
    }
    const lines = (await tableOf(teacher)).split('\n').slice(1);
    expect(lines.map((line) => line.includes('30/30'))).toEqual([true, true, true]);
    expect(lines.filter((line) => line.startsWith('▲'))).toHaveLength(1);
    await boardOf(ada).getByText('2 people said what they expected').waitFor(soon);

    await button(boardOf(ada), 'How did I do?').click();
    await log(ada)
      .getByText(/^Your run \w+ with batch_size 10: loss/)
      .waitFor(soon);
    await button(boardOf(cy), 'How did I do?').click();
    await log(cy).getByText('You have no run in this round.').waitFor(soon);
    await button(boardOf(bo), 'Table (teacher)').click();
    await log(bo).getByText('님만 받을 수 있어요').waitFor(soon);
    await button(boardOf(teacher), 'Table (teacher)').click();
    const table = teacher.getByRole('article').filter({ hasText: 'Everyone who joined round 1' });
    await table.getByRole('link').first().waitFor(soon);
    expect(await log(ada).getByText('Everyone who joined round 1').count()).toBe(0);
    for (const page of all) expect(await violations(page)).toEqual([]);

    await say(teacher, '/class end');
    await log(ada).getByText('This class has ended').waitFor(soon);
    await say(late, '/class next');
    await log(late).getByText('지금 열린 수업이 없어요').waitFor(soon);
    expect(await visits.leave()).toEqual([]);
  });
});
