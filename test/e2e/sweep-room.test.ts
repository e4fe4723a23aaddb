/** A sweep in the study room: lines while it runs, and at the end the table, the chart and the findings. */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { findChromium } from '../support/browser.js';
import { ask, newest, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = { timeout: 60_000 };

describe.skipIf(chromium === undefined)('a sweep in the room', { timeout: 240_000 }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterEach(async () => {
    expect(await room.leave()).toEqual([]);
  });
  afterAll(() => room.close());

  it('runs in one message and ends with table, chart, sentences and working buttons', async () => {
    const page = await room.visit();
    const sweep = await ask(page, '/sweep batch:1,10,32,100,1000 epochs:20 seed:1 layers:16');
    await expect.poll(() => sweep.innerText(), runMs).toMatch(/\d\/20 /);
    const chart = sweep.locator('img[alt^="Chart of the training loss"]');
    await chart.waitFor(runMs);
    const text = await sweep.innerText();
    expect(text).toContain('time for 3 seeds each');
    expect(text).toMatch(/ batch updates {3}loss {3}test/);
    expect(text).toMatch(/1000 {5}160 0\.\d{4} 0\.\d{4}/);
    expect(text).toContain('Equal epochs are not equal work: batch 1 made 160,000 weight updates');
    expect(await chart.getAttribute('alt')).toContain('batch 1000: from');
    const compare = sweep.getByRole('button', { name: 'Compare 1 and 1000' });
    await compare.click();
    await expect.poll(() => newest(page).innerText(), runMs).toContain('Side by side');
    await sweep.getByRole('button', { name: /^Run batch \d+ again$/ }).click();
    await expect.poll(() => newest(page).innerText(), runMs).toMatch(/Epoch \d+\/20/);
  });

  it('an impossible request gets one sentence', async () => {
    const page = await room.visit();
    const refused = await ask(page, '/sweep batch:1,2,3,4,5,6,7,8,9');
    await expect.poll(() => refused.innerText(), soon).toContain('takes 2 to 8 of one option');
  });
});
