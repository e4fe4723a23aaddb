/**
 * By pressing buttons in a browser: a run stays paused across a kill and resumes, and one with two inputs is
 * filmed.
 */
import type { BrowserContextOptions } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.js';
import { ask, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;

interface Look {
  readonly options: BrowserContextOptions;
  readonly pause: string;
  readonly goOn: string;
  readonly paused: RegExp;
  readonly film: string;
  readonly filmed: RegExp;
}
const desktop: Look = {
  options: { locale: 'en-US', colorScheme: 'light' },
  ...{ pause: 'Pause', goOn: 'Resume', paused: /Paused.*after epoch (\d+)/ },
  ...{ film: 'Film', filmed: /^A film .*Epoch 1: .*Epoch 6: / },
};
const phone: Look = {
  options: { locale: 'ko-KR', colorScheme: 'dark', viewport: { width: 390, height: 844 } },
  ...{ pause: '잠깐 멈추기', goOn: '이어서 하기', paused: /에포크 (\d+)까지 하고/ },
  ...{ film: '영상으로 보기', filmed: /에포크 1: .*에포크 6: / },
};

describe.skipIf(chromium === undefined)('seen', { timeout: 3 * runMs }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterAll(() => room.close());

  const looks = [
    ['on a desktop, in English', desktop],
    ['on a phone in the dark, in Korean', phone],
  ] as const;

  it.each(looks)(
    'a run is paused, outlives a kill, and continues to its end, %s',
    async (_where, look) => {
      const page = await room.visit(look.options);
      const run = await ask(page, '/fit epochs:12 batch:100');
      // Like a key press, which is instant: before the run is over.
      const pause = run.getByRole('button', { name: look.pause, exact: true });
      await pause.dispatchEvent('click', undefined, { timeout: runMs });
      await run.getByText(look.paused).first().waitFor({ timeout: runMs });
      const goOn = run.getByRole('button', { name: look.goOn, exact: true });
      const [, before] = look.paused.exec(await run.innerText()) ?? [];
      await room.restart();
      await expect.poll(() => goOn.isEnabled(), { timeout: runMs }).toBe(true);
      expect(look.paused.exec(await run.innerText())?.[1]).toBe(before);
      await goOn.click();
      await run.locator('.outcome').waitFor({ timeout: runMs });
      await expect.poll(() => run.innerText(), soon).toContain('Epoch 12/12');
      expect(await room.leave()).toEqual([]);
    },
  );

  it.each(looks)(
    'a run with two number inputs is filmed from its first epoch to its last, %s',
    async (_where, look) => {
      const page = await room.visit(look.options);
      const run = await ask(page, '/fit data:circles epochs:6 pace:fast');
      await run.getByRole('button', { name: look.film, exact: true }).click({ timeout: runMs });
      const film = page.getByAltText(look.filmed);
      await film.waitFor({ timeout: runMs });
      await expect
        .poll(() => film.evaluate((node) => (node as HTMLImageElement).naturalWidth), soon)
        .toBe(640);
      expect(await room.leave()).toEqual([]);
    },
  );
});
