/**
 * A sweep in the whole program, killed as by a power cut, twice: it continues, trains nothing twice, bit for
 * bit.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import type { WireAnswer } from '../../src/adapters/web/wire.js';
import { startBuilt } from '../support/built-program.js';
import { computed, keptRuns, type KeptRun } from '../support/kept-runs.js';
import { blockText } from '../support/message-text.js';
import { Visitor } from '../support/scripted-room.js';

const dataDir = mkdtempSync(join(tmpdir(), 'tutor-e2e-sweep-'));
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

const words = ({ blocks }: WireAnswer): string => blocks.map(blockText).join('\n');
const setting = ({ state: { record } }: KeptRun): string =>
  `${record.settings.batchSize} ${record.settings.seed}`;

it('continues after kill -9 among the first seeds and among the further ones', async () => {
  const line = '/sweep batch:10,32,100,1000 epochs:30 seed:5 layers:64,64';
  const first = await start();
  await first.ada.type(line);
  await first.until((answer) => /[1-9]\d*\/30 /.test(words(answer)));
  await first.program.end('SIGKILL');
  first.hangUp();

  const second = await start(first.ada.cookie);
  await second.until((answer) => words(answer).includes('/90 '));
  await second.program.end('SIGKILL');
  second.hangUp();

  const third = await start(first.ada.cookie);
  const ended = await third.until(({ files }) => files.length > 0);
  await third.ada.type(line);
  const again = await third.until(
    (answer) => answer.files.length > 0 && words(answer) !== words(ended),
  );
  third.hangUp();
  await third.program.end();

  const runs = await keptRuns(dataDir);
  const wanted = [5, 6, 7].flatMap((seed) =>
    [10, 32, 100, 1000].map((batch) => `${batch} ${seed}`),
  );
  const [disturbed, undisturbed] = [runs.slice(0, 12), runs.slice(12)];
  expect(disturbed.map(setting).toSorted()).toEqual(wanted.toSorted());
  expect(undisturbed.map(setting).toSorted()).toEqual(wanted.toSorted());
  for (const run of disturbed) {
    const same = undisturbed.find((other) => setting(other) === setting(run));
    expect(computed(run), setting(run)).toEqual(computed(same));
  }
  // The table and its sentences are the same too.
  const table = (answer: WireAnswer): string | undefined =>
    answer.blocks.flatMap((block) => (block.kind === 'code' ? [blockText(block)] : []))[0];
  expect(table(ended)).toMatch(/^ batch updates {3}loss {3}test\n {4}10 {2}24,000 0\.\d{4} /);
  expect(table(again)).toBe(table(ended));
  expect(ended.files.map(({ name }) => name.replace(/[a-z0-9]{6}/, 'id'))).toEqual([
    expect.stringMatching(/^sweep-.*\.png$/),
    expect.stringMatching(/\.csv$/),
  ]);
}, 240_000);
