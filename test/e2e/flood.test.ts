/** One person floods the real program's room under many identities while another's run is in progress. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keptEntries } from '../../src/room/room-log.js';
import type { WireEntry } from '../../src/adapters/web/wire.js';
import { findChromium, launch } from '../support/browser.js';
import { startBuilt, type BuiltProgram } from '../support/built-program.js';
import { Visitor, type EventStream } from '../support/scripted-room.js';

let dataDir: string;
let program: BuiltProgram;
beforeAll(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-'));
  program = await startBuilt(dataDir);
});
afterAll(async () => {
  await program.end();
  rmSync(dataDir, { recursive: true });
});

/** Each is shown and answered: twice as many entries, more than the log keeps. */
const lines = 280;
const identities = 14;

/** The state of an entry once it matches. */
async function until(
  events: EventStream,
  wanted: (entry: WireEntry) => boolean,
): Promise<WireEntry> {
  for (;;) {
    const entry = await events.entry();
    if (wanted(entry)) return entry;
  }
}

/** @returns how many lines were accepted */
async function flood(): Promise<number> {
  const many = await Promise.all(
    Array.from({ length: identities }, () => Visitor.at(program.address)),
  );
  const statuses = await Promise.all(
    many.map(async (eve) => {
      const taken: number[] = [];
      for (let line = 0; line < lines / identities; line += 1) {
        taken.push((await eve.type(`/explain epoch ${line}`)).status);
      }
      return taken;
    }),
  );
  return statuses.flat().filter((status) => status === 202).length;
}

/** A page opened before the flood, if there is a browser. */
async function openPage(): Promise<Page | undefined> {
  const chromium = findChromium();
  if (chromium === undefined) return undefined;
  const page = await (await launch(chromium)).newPage({ locale: 'en-US' });
  await page.goto(program.address);
  await page.getByRole('textbox').waitFor();
  return page;
}

it('the run’s message stays in place, and shows the run to its end, with its files', async () => {
  const page = await openPage();
  const ada = await Visitor.at(program.address);
  const adas = await ada.listen();
  await ada.type('/fit epochs:30 batch:10');
  const live = await until(
    adas,
    ({ body }) => body.kind === 'answer' && body.spoken.includes('epoch 1'),
  );

  expect(await flood()).toBe(lines);
  expect(2 * lines).toBeGreaterThan(keptEntries);

  const end = await until(
    adas,
    ({ id, body }) => id === live.id && body.kind === 'answer' && body.files.length > 0,
  );
  expect(end.body).toMatchObject({ spoken: expect.stringMatching(/is done: 30 epochs/) as string });
  adas.close();

  const late = await (await Visitor.at(program.address)).listen();
  const told = (await late.untilCaughtUp()).filter(({ event }) => event === 'entry');
  const ids = told.map(({ data }) => (data as WireEntry).id);
  expect(ids).toContain(live.id);
  // Ada's own line is there too: she has fewer entries in the log than any of Eve's identities.
  expect(ids).toContain(live.id - 1);
  late.close();

  if (!page) return;
  await page.locator(`article[data-id="${live.id}"]`).getByText('Epoch 30/30').waitFor();
  // The page has dropped the same entries as the room.
  await expect.poll(() => page.locator('article').count()).toBe(ids.length);
  await page.context().browser()?.close();
}, 180_000);
