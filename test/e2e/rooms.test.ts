/** In browsers: rooms by link, their teachers, what they show, and keeping one's own run in reach. */
import type { BrowserContextOptions, Locator, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { violations } from '../support/axe.js';
import { findChromium } from '../support/browser.js';
import { ask, isInView, RoomVisits, say, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

/** Final colours, without transitions. */
const english: BrowserContextOptions = { locale: 'en-US', reducedMotion: 'reduce' };
const korean: BrowserContextOptions = { locale: 'ko-KR', reducedMotion: 'reduce' };

const line = (page: Page, words: string): Locator =>
  page.locator('article.line-entry').filter({ hasText: words });
const head = (page: Page, words: string): Locator => line(page, words).locator('.entry-head');
const notice = (page: Page): Locator => page.locator('#notice');

async function isCaughtUp(page: Page): Promise<void> {
  await page.locator('#messages[aria-busy="false"]').waitFor(soon);
}

async function expectReachable(...pages: readonly Page[]): Promise<void> {
  for (const page of pages) {
    const isKorean = await page.evaluate(() => navigator.language === 'ko-KR');
    // In Korean where its words have the least room: colours are the same in both languages.
    const looks = [...(isKorean ? [] : [['light', 1280] as const]), ['dark', 390] as const];
    for (const [colorScheme, width] of looks) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize({ width, height: 900 });
      expect(await violations(page), `${colorScheme}, ${width} wide`).toEqual([]);
    }
    await page.setViewportSize({ width: 1280, height: 900 });
  }
}

describe.skipIf(chromium === undefined)('rooms by link', { timeout: 3 * runMs }, () => {
  let visits: RoomVisits;
  beforeAll(async () => {
    visits = await RoomVisits.open(chromium ?? '');
  });
  afterAll(() => visits.close());

  it('two people in two rooms see nothing of each other', async () => {
    const ada = await visits.visit(english, '/#Ada-s');
    const eve = await visits.visit(english, '/#eves');
    expect(new URL(ada.url()).hash).toBe('#ada-s');
    await expect.poll(() => ada.locator('#where').innerText(), soon).toContain('ada-s');
    await ada.locator('#greeting .example').first().waitFor();
    const run = await ask(ada, '/fit epochs:2 batch:100 pace:fast');
    await run.locator('.outcome').waitFor({ timeout: runMs });
    await ask(eve, '/explain epoch');
    for (const [page, own, others] of [
      [ada, '/fit epochs:2', '/explain'],
      [eve, '/explain', '/fit epochs:2'],
    ] as const) {
      await page.reload();
      await line(page, own).waitFor(soon);
      await isCaughtUp(page);
      expect(await line(page, others).count()).toBe(0);
      expect(await page.locator('.others li').count()).toBe(0);
    }
    const bobs = await (await visits.guest()).listen();
    expect(await bobs.untilCaughtUp()).not.toContainEqual(
      expect.objectContaining({ event: 'entry' }),
    );
    bobs.close();

    // Anyone given the link can join.
    const friend = await visits.visit(english, '/#ada-s');
    await line(friend, '/fit epochs:2').waitFor(soon);
    await expect.poll(() => ada.locator('.others li').count(), soon).toBe(1);
    expect(await visits.leave()).toEqual([]);
  });

  it('somebody switches rooms, opens one and copies its link, by keyboard alone', async () => {
    const page = await visits.visit({
      ...english,
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    await page.locator('#where').focus();
    await page.keyboard.press('Enter');
    await page.locator('#go-name').focus();
    await page.keyboard.type('no/name');
    await page.keyboard.press('Enter');
    await page.getByText(/A room’s name can have letters.*"no\/name" was given/).waitFor(soon);
    await page.locator('#go-name').fill('Klasse 3');
    await page.keyboard.press('Enter');
    await page.waitForURL(/#klasse-3$/);
    await page.getByText('The room is open. Share its link to let others in.').waitFor(soon);
    await page.locator('#where').click();
    await page.locator('#copy-link').click();
    await page.getByText('The link is copied.').waitFor(soon);
    const copied = await page.evaluate(() => navigator.clipboard.readText());
    expect(copied).toBe(page.url());
    await page.getByRole('link', { name: 'Study room' }).click();
    await expect.poll(() => page.locator('#where').innerText(), soon).toContain('Rooms');
    expect(new URL(page.url()).hash).toBe('');
    expect(await visits.leave()).toEqual([]);
  });

  it('the teacher pins and mutes, across a reload and a kill; the link is theirs alone', async () => {
    const ada = await visits.visit(
      { ...english, permissions: ['clipboard-read', 'clipboard-write'] },
      '/#lab',
    );
    const eve = await visits.visit(english, '/#lab');
    await ask(ada, '/explain batch');
    await say(eve, 'noise noise noise');
    await head(ada, 'noise noise').getByRole('button', { name: 'Mute' }).waitFor(soon);
    expect(await eve.locator('.entry-head button').count()).toBe(0);
    await expectReachable(ada);
    await head(ada, '/explain batch').getByRole('button', { name: 'Pin', exact: true }).click();
    await head(ada, 'noise noise').getByRole('button', { name: 'Mute' }).click();
    const pinned = eve.locator('#pinned');
    await pinned.getByText('/explain batch').waitFor(soon);
    await eve.locator('#muted').getByText('The teacher has muted you').waitFor(soon);

    await visits.restart();
    for (const page of [ada, eve]) {
      await page.reload();
      await isCaughtUp(page);
      await page.locator('#pinned').getByText('/explain batch').waitFor(soon);
    }
    await eve.locator('#muted').getByText('The teacher has muted you').waitFor(soon);
    await say(eve, '/fit');
    await notice(eve).getByText('you can read along, but not write or press').waitFor(soon);
    await expectReachable(ada, eve);

    await ada.locator('#where').click();
    const teaching = ada.locator('#teaching');
    await teaching.getByRole('button', { name: 'Unmute' }).waitFor(soon);
    await expectReachable(ada);
    await teaching.getByRole('button', { name: /^Copy/ }).click();
    await ada.getByText('The link is copied.').waitFor(soon);
    const link = await ada.evaluate(() => navigator.clipboard.readText());
    await teaching.getByRole('button', { name: 'Unmute' }).click();
    await expect.poll(() => eve.locator('#muted').innerText(), soon).toBe('');
    await say(eve, 'sorry');
    await line(eve, 'sorry').waitFor(soon);

    const atHome = await visits.visit(english, link.slice(link.indexOf('/#')));
    expect(new URL(atHome.url()).hash).toBe('#lab');
    await atHome.locator('#pinned').getByRole('button', { name: 'Unpin' }).click();
    await pinned.waitFor({ state: 'hidden' });
    expect(await visits.leave()).toEqual([]);
  });

  it('a teacher’s link is kept while the room asks to wait', async () => {
    const ada = await visits.visit(english, '/#kept');
    const key = await ada.evaluate(async () => {
      const headers = { 'Content-Type': 'application/json' };
      const body = JSON.stringify({ room: 'kept' });
      const response = await fetch('/api/rooms', { method: 'POST', headers, body });
      return ((await response.json()) as { readonly key: string }).key;
    });
    const atHome = await visits.visit(english);
    await atHome.route('**/api/rooms', (route) =>
      route.fulfill({
        ...{ status: 429, headers: { 'Retry-After': '1' } },
        json: { problem: 'tooMuch', message: 'Please wait' },
      }),
    );
    const link = `#kept/teach/${key}`;
    await atHome.evaluate((hash) => {
      location.hash = hash;
    }, link);
    await atHome.locator('#door').getByText('Please wait').waitFor(soon);
    expect(new URL(atHome.url()).hash).toBe(link);
    await atHome.unroute('**/api/rooms');
    await isCaughtUp(atHome);
    expect(new URL(atHome.url()).hash).toBe('#kept');
    await atHome.locator('#where').click();
    await atHome.locator('#teaching').getByRole('button', { name: /^Copy/ }).waitFor(soon);
    expect(await visits.leave()).toEqual([]);
  });

  it('a filter chooses what is shown, counts what it hides and stays with the tab', async () => {
    const ada = await visits.visit(english, '/#filtered');
    const eve = await visits.visit(english, '/#filtered');
    const filters = eve.locator('#filters');
    await ask(ada, '/explain epoch');
    expect(await filters.isVisible(), 'there is nothing to part').toBe(false);
    await ask(eve, '/explain batch');
    await filters.getByRole('button', { name: 'Mine' }).focus();
    await eve.keyboard.press('Enter');
    await line(eve, '/explain epoch').waitFor({ state: 'hidden' });
    expect(await line(eve, '/explain batch').isVisible()).toBe(true);
    await ask(ada, '/explain loss');
    await filters.getByText('2 more, hidden by your filter').waitFor(soon);
    await expectReachable(eve);

    await eve.reload();
    await isCaughtUp(eve);
    expect(await line(eve, '/explain loss').isVisible()).toBe(false);
    await filters.getByRole('button', { name: 'Teacher’s' }).click();
    await line(eve, '/explain loss').waitFor(soon);
    expect(await line(eve, '/explain batch').isVisible()).toBe(false);
    await filters.getByRole('button', { name: 'All' }).click();
    await line(eve, '/explain batch').waitFor(soon);
    expect(await visits.leave()).toEqual([]);
  });

  it.each([
    ['English', english, /^Your run .*epoch (\d+)\/400/s, 'Epoch 1/400'],
    ['Korean', korean, /^내 학습 .*epoch (\d+)\/400/s, 'Epoch 1/400'],
  ])('one’s live run stays in reach, in %s', async (_language, options, words, first) => {
    const page = await visits.visit(options);
    const bar = page.locator('#run-bar');
    const run = await ask(page, '/fit epochs:400 batch:100');
    await run.getByText(first).first().waitFor({ timeout: runMs });
    await expect.poll(() => bar.isVisible(), { ...soon, message: 'it is in sight' }).toBe(false);
    for (let card = 0; card < 3; card += 1) await ask(page, '/explain epoch');
    await bar.waitFor(soon);
    const epoch = async (): Promise<number> => Number(words.exec(await bar.innerText())?.[1]);
    await expect.poll(epoch, { timeout: runMs }).toBeGreaterThan(0);
    const before = await epoch();
    await expect.poll(epoch, { timeout: runMs }).toBeGreaterThan(before);
    await expectReachable(page);
    await bar.click();
    await bar.waitFor({ state: 'hidden' });
    await expect.poll(() => isInView(run.locator('.entry-head')), soon).toBe(true);

    // It is over: there is nothing to jump to.
    await page.keyboard.press('End');
    await bar.waitFor(soon);
    await say(page, '/stop');
    await bar.waitFor({ state: 'hidden', timeout: runMs });
    expect(await visits.leave()).toEqual([]);
  });

  it('so does one’s run among others on a class’s board, for its owner alone; it counts as mine', async () => {
    const teacher = await visits.visit(english, '/#boards');
    const board = await ask(teacher, '/class start batch:100,1000 epochs:400 minutes:60');
    const learner = await visits.visit(korean, '/#boards');
    const onlooker = await visits.visit(english, '/#boards');
    const theirs = learner.locator('article.answer').first();
    await theirs.getByRole('button', { name: 'Join', exact: true }).click();
    await board.getByText(/ [1-9]\d*\/400/).waitFor({ timeout: runMs });
    for (let card = 0; card < 3; card += 1) await ask(learner, '/explain epoch');
    const bar = learner.locator('#run-bar');
    await bar.waitFor({ timeout: runMs });
    await expect.poll(() => bar.innerText(), soon).toMatch(/^내 학습 .*epoch \d+\/400/s);
    await expectReachable(learner);
    for (const page of [teacher, onlooker]) {
      await page.keyboard.press('End');
      expect(await page.locator('#run-bar').isVisible()).toBe(false);
    }

    await learner.locator('#filters').getByRole('button', { name: '내 것' }).click();
    expect(await theirs.isVisible()).toBe(true);
    await bar.click();
    await bar.waitFor({ state: 'hidden' });
    await expect.poll(() => isInView(theirs.locator('.entry-head')), soon).toBe(true);
    await learner.keyboard.press('End');
    await say(learner, '/class leave');
    await bar.waitFor({ state: 'hidden', timeout: runMs });
    expect(await visits.leave()).toEqual([]);
  });
});
