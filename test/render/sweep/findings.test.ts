/** What a sweep says about updates and missing runs, how it decides across seeds, and how its curves look. */
import { expect, test } from 'vitest';
import { plain } from '../../../src/content/text.js';
import { translator } from '../../../src/content/translator.js';
import { curveRoles } from '../../../src/render/chart.js';
import { lineLooks } from '../../../src/render/line-looks.js';
import { sweepChart } from '../../../src/render/sweep/chart.js';
import { sweepFindings } from '../../../src/render/sweep/findings.js';
import { sweptValues } from '../../../src/render/sweep/swept.js';
import { sweepTable } from '../../../src/render/sweep/table.js';
import type { SweptOption } from '../../../src/runs/board.js';
import type { FitSettings } from '../../../src/runs/protocol.js';
import { foldEvents, stepsPerEpoch, type RunState } from '../../../src/runs/run.js';
import { decideSeeds, MORE_SEEDS_MS } from '../../../src/runs/sweep-seeds.js';
import { settings, summary } from '../../support/run-samples.js';

type Curve = (epoch: number, seed: number) => number;

/** Runs of that many epochs, one per seed. */
function trained(more: Partial<FitSettings>, loss: Curve, seeds = [1, 2, 3]): RunState[] {
  return seeds.map((seed) => {
    const asked = settings({ ...more, seed });
    const steps = stepsPerEpoch(8000, asked.batchSize);
    const id = `r${asked.batchSize}x${asked.learningRate}x${seed}`;
    return foldEvents({ id, ownerId: 'u', ownerName: 'U', createdAtMs: 0, settings: asked }, [
      { kind: 'started', data: summary(), backend: 'fused', atMs: 0 },
      ...Array.from({ length: asked.epochs }, (_, index) => ({
        ...{ kind: 'epoch-ended' as const, epoch: index + 1, steps },
        ...{ elapsedMs: 100, firstStepMs: 1 },
        logs: { loss: loss(index + 1, seed), metric: 0.8 },
      })),
      { kind: 'evaluated', test: { loss: 0.4, metric: 0.8 + seed / 1000 } },
      { kind: 'completed', atMs: 1 },
    ]);
  });
}

function found(states: readonly RunState[], options: readonly SweptOption[]): string {
  const values = sweptValues(states, options);
  return sweepFindings(values, options, translator('en')).map(plain).join('\n');
}

const wobble = (seed: number): number => (seed - 2) / 1000;
const falling =
  (stepsPerEpoch: number, extra = 0): Curve =>
  (epoch, seed) =>
    1 / (1 + (epoch * stepsPerEpoch) / 100) + extra + wobble(seed);

test('a difference at equal epochs but not at equal updates is attributed to updates', () => {
  const states = [
    ...trained({ batchSize: 10, epochs: 10 }, falling(800)),
    ...trained({ batchSize: 100, epochs: 10 }, falling(80)),
  ];
  const words = found(states, ['batch']);
  expect(words).toMatch(/batch 10 has the lowest training loss after 10 epochs each/);
  expect(words).toContain('batch 10 made 8,000 weight updates, batch 100 only 800');
  expect(words).toContain('may be nothing but the number of updates');
});

test.each([
  [0.3, 'Even there it is behind by more than chance'],
  [-0.06, 'Update for update it is ahead by more than chance'],
])('a gap of %d left at equal updates is reported', (extra, words) => {
  const states = [
    ...trained({ batchSize: 10, epochs: 10 }, falling(800)),
    ...trained({ batchSize: 100, epochs: 10 }, falling(80, extra)),
  ];
  expect(found(states, ['batch'])).toContain(words);
});

test('with one seed nothing is called best, and it says that chance was not measured', () => {
  const states = [0.01, 0.1].flatMap((learningRate) =>
    trained({ learningRate }, (epoch) => learningRate + 1 / epoch, [1]),
  );
  const words = found(states, ['lr']);
  expect(words).toMatch(/^This time, the lowest training loss after 3 epochs each/);
  expect(words).toContain('chance was not measured');
  expect(words).not.toMatch(/not luck|more than chance/);
});

test('a value that overflowed has no mean in the table, and its curve ends with the numbers', () => {
  const states = [
    ...trained({ learningRate: 0.01 }, (epoch, seed) => 1 / epoch + wobble(seed)),
    ...trained({ learningRate: 10 }, (epoch, seed) => (seed === 2 && epoch > 1 ? NaN : 1 / epoch)),
  ];
  const values = sweptValues(states, ['lr']);
  expect(sweepTable(values, ['lr'])).toContain('    10   2,400    nan      -');
  const [panel] = sweepChart(values, ['lr'], translator('en')).panels;
  expect(
    panel?.series.map(({ values }) => values.filter((value) => value !== null).length),
  ).toEqual([3, 1]);
  expect(panel?.note).toContain('From epoch 2 on, loss (lr 10) is nan');
  expect(found(states, ['lr'])).toContain('lr 10: the numbers overflowed with 1 of its 3 seeds');
});

test('further seeds are trained if the first ones were fast, and nothing was stopped', () => {
  const [run] = trained({ epochs: 10 }, () => 0.5, [1]);
  if (!run) throw new Error('there is one');
  expect(decideSeeds([run, run])).toEqual({ kind: 'three', firstMs: 2000, moreMs: 4000 });
  const slow = Array.from({ length: MORE_SEEDS_MS / 2000 + 1 }, () => run);
  expect(decideSeeds(slow)).toMatchObject({ kind: 'slow' });
  expect(decideSeeds(slow.slice(1))).toMatchObject({ kind: 'three' });
  expect(decideSeeds([run, { ...run, phase: 'stopped' }])).toMatchObject({ kind: 'stopped' });
  expect(decideSeeds([run, undefined])).toMatchObject({ kind: 'stopped' });
});

test('nine curves: no two share a colour, nor both their dashes and their mark', () => {
  const looks = curveRoles.map((role) => lineLooks[role]);
  expect(new Set(looks.map(({ colour }) => colour)).size).toBe(9);
  expect(new Set(looks.map(({ onDark }) => onDark)).size).toBe(9);
  expect(new Set(looks.map(({ dashes, mark }) => `${dashes.join()} ${String(mark)}`)).size).toBe(9);
});

test('the table is no wider than a phone, whatever is in it', () => {
  const states = [1, 1000].flatMap((batchSize) =>
    trained({ batchSize, epochs: 100 }, (epoch, seed) => 12_345 / epoch + seed),
  );
  const lines = sweepTable(sweptValues(states, ['batch']), ['batch']).split('\n');
  for (const line of lines) expect(line.length, line).toBeLessThanOrEqual(28);
});
