/** A paused run in the whole program, killed as by a power cut: it stays paused, then resumes bit for bit. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { startBuilt } from '../support/built-program.js';
import { computed, keptRuns } from '../support/kept-runs.js';
import { Visitor } from '../support/scripted-room.js';

const dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-pause-'));
const stop: (() => Promise<void>)[] = [];

afterEach(async () => {
  for (const one of stop.splice(0)) await one();
  rmSync(dataDir, { recursive: true });
});

async function start(cookie?: string) {
  const program = await startBuilt(dataDir);
  stop.push(() => program.end());
  const ada =
    cookie === undefined ? await Visitor.at(program.address) : new Visitor(program.address, cookie);
  const events = await ada.listen();
  const until = async (isIt: (answer: WireAnswer) => boolean): Promise<WireAnswer> => {
    for (;;) {
      const { body } = await events.entry();
      if (body.kind === 'answer' && isIt(body)) return body;
    }
  };
  return { program, ada, until, hangUp: events.close.bind(events) };
}

const buttonIn = ({ buttons }: WireAnswer, label: string): string =>
  buttons.find((button) => button.label === label)?.command ?? '';

it('is still paused after kill -9, and has the numbers of an undisturbed run', async () => {
  const fit = '/fit epochs:6 batch:10 seed:7 dropout:0.2 validation:0.2 layers:32,16';
  const first = await start();
  await first.ada.type(fit);
  const going = await first.until((answer) => buttonIn(answer, 'Pause') !== '');
  await first.ada.type(buttonIn(going, 'Pause'), { pressed: true });
  await first.until(({ spoken }) => / is paused after epoch [1-5] of 6/.test(spoken));
  await first.program.end('SIGKILL');
  first.hangUp();

  const second = await start(first.ada.cookie);
  const paused = await second.until(({ spoken }) => spoken.includes('is paused after epoch'));
  await second.ada.type(buttonIn(paused, 'Resume'), { pressed: true });
  await second.until(({ files }) => files.length > 0);
  await second.ada.type(fit);
  await second.until(
    ({ files, spoken }) => files.length > 0 && !spoken.includes(paused.spoken.slice(4, 10)),
  );
  second.hangUp();
  await second.program.end();

  const [disturbed, undisturbed] = await keptRuns(dataDir);
  expect(disturbed?.state.phase).toBe('completed');
  expect(computed(disturbed)).toEqual(computed(undisturbed));
}, 240_000);
