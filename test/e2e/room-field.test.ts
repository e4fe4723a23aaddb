/** A network's answers across the plane of its two inputs, as the room draws them during training. */
import type { Locator, Page } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { SURENESS_BANDS, tint } from '../../workers/plane/colours.js';
import { violations } from '../support/axe.js';
import { findChromium } from '../support/browser.js';
import { ask, RoomVisits, soon } from '../support/room-visits.js';

const chromium = findChromium();
const runMs = 60_000;
const side = 40;

/** The colour at the centre of a cell that neither a point nor the boundary covers. */
function colourAt(run: Locator, column: number, row: number): Promise<string> {
  return run.locator('canvas').evaluate(
    (node, at) => {
      const canvas = node as HTMLCanvasElement;
      const x = Math.floor(((at.column + 0.5) * canvas.width) / at.side);
      const y = Math.floor(((at.row + 0.5) * canvas.height) / at.side);
      const [red = 0, green = 0, blue = 0] =
        canvas.getContext('2d')?.getImageData(x, y, 1, 1).data ?? [];
      const hex = [red, green, blue].map((value) => value.toString(16).padStart(2, '0'));
      return `#${hex.join('')}`;
    },
    { column, row, side },
  );
}

/** The range of both inputs, from the drawing's axis labels. */
async function extents(run: Locator): Promise<readonly (readonly [number, number])[]> {
  const read = async (axis: Locator): Promise<readonly [number, number]> => {
    const [least = '', , most = ''] = await axis.locator('span').allTextContents();
    return [Number(least), Number(most)];
  };
  return [
    await read(run.locator('.field-axis:not(.field-up)')),
    await read(run.locator('.field-up')),
  ];
}

async function pressed(run: Locator, name: string): Promise<void> {
  await run.getByRole('button', { name, exact: true }).click();
}

/** The network's class for the centre of a cell, and whether the cell has its colour. */
async function checkCell(page: Page, run: Locator, column: number, row: number): Promise<string> {
  const [across = [0, 0], up = [0, 0]] = await extents(run);
  const at = ([least, most]: readonly [number, number], cell: number): string =>
    (least + ((most - least) * cell) / (side - 1)).toFixed(4);
  const trial = await ask(page, `/try x:${at(across, column)} y:${at(up, side - 1 - row)}`);
  const said = /says [^:]+: (\S+), with/.exec(await trial.innerText())?.[1] ?? '';
  const entry = run.locator('.field-legend span', { hasText: said });
  const colour = (await entry.locator('path').getAttribute('fill')) ?? '';
  const tints = Array.from({ length: SURENESS_BANDS }, (_, band) => tint(colour, band));
  expect(tints).toContain(await colourAt(run, column, row));
  return said;
}

describe.skipIf(chromium === undefined)('the boundary as it bends', { timeout: 240_000 }, () => {
  let room: RoomVisits;
  beforeAll(async () => {
    room = await RoomVisits.open(chromium ?? '');
  });
  afterEach(async () => {
    expect(await room.leave()).toEqual([]);
  });
  afterAll(() => room.close());

  it('matches /try, even for a person who joins later, and gives way to the picture', async () => {
    const page = await room.visit();
    const run = await ask(page, '/fit data:moons epochs:20 batch:10 lr:0.02 seed:3');
    await run.locator('canvas').waitFor({ timeout: runMs });
    // Like a key press, which is instant: before the run is over.
    await run.getByRole('button', { name: 'Pause', exact: true }).dispatchEvent('click');
    await run.getByRole('button', { name: 'Resume' }).waitFor({ timeout: runMs });
    // What is asked again after the power is back is the network's newest state.
    await room.restart();
    const spoken = (await run.getAttribute('aria-label')) ?? '';
    const epoch = /after epoch (\d+) of 20/.exec(spoken)?.[1] ?? '';
    const title = run.locator('.field-title');
    await expect.poll(() => title.textContent(), soon).toBe(`moons: epoch ${epoch} of 20`);

    const said = new Set<string>();
    for (const [column, row] of [
      ...([
        [0, 0],
        [39, 0],
        [0, 39],
        [39, 39],
      ] as const),
      ...([
        [20, 0],
        [20, 39],
      ] as const),
    ]) {
      said.add(await checkCell(page, run, column, row));
    }
    expect(said.size).toBe(2);

    const phone = { width: 390, height: 844 };
    const joiner = await room.visit({ locale: 'ko-KR', viewport: phone, colorScheme: 'dark' });
    const theirs = joiner.locator('article.answer', { has: joiner.locator('canvas') });
    await theirs.locator('canvas').waitFor();
    const theirTitle = theirs.locator('.field-title');
    await expect.poll(() => theirTitle.textContent(), soon).toContain(`epoch ${epoch} of 20`);
    await expect.poll(() => colourAt(theirs, 0, 0), soon).toBe(await colourAt(run, 0, 0));
    const figure = run.locator('.field-figure');
    expect(await figure.getAttribute('aria-label')).toMatch(
      /^moons: epoch \d+ of 20\. The plane of x/,
    );
    const sketched = await figure.boundingBox();
    expect(await violations(page)).toEqual([]);
    expect(await violations(joiner)).toEqual([]);

    await pressed(run, 'Resume');
    const picture = run.locator('img.chart');
    await picture.waitFor({ timeout: runMs });
    await expect.poll(() => run.locator('canvas').count(), soon).toBe(0);
    const box = await picture.boundingBox();
    expect(box?.width).toBeCloseTo(sketched?.width ?? 0, 0);
    expect(box?.height).toBeCloseTo(sketched?.height ?? 0, 0);
    expect(await violations(page)).toEqual([]);
  });

  it('is not shown for other data', async () => {
    const page = await room.visit();
    const run = await ask(page, '/fit epochs:4 batch:100 pace:fast');
    await run.locator('.outcome').waitFor({ timeout: runMs });
    expect(await run.locator('.field-figure').count()).toBe(0);
  });
});
