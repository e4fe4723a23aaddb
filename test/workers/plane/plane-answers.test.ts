/**
 * A network's answers everywhere in the plane of its inputs: exactly those /try gives, and a picture of them.
 */
import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decode } from 'fast-png';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { translator } from '../../../src/content/translator.js';
import { csvOf } from '../../../src/datasets/builtin/as-csv.js';
import { readCsv } from '../../../src/datasets/csv/read.js';
import { describeDataset } from '../../../src/datasets/describe.js';
import { planePicture } from '../../../src/render/plane/picture.js';
import { planeAlt } from '../../../src/render/plane/words.js';
import type { DatasetRef } from '../../../src/runs/dataset.js';
import { isPlane } from '../../../src/runs/plane.js';
import { WorkerPool } from '../../../src/runs/pool.js';
import type { FitSettings } from '../../../src/runs/protocol.js';
import { amountBand, SURENESS_BANDS, surenessBand } from '../../../workers/plane/colours.js';
import { recordedState } from '../../support/recorded-runs.js';

const dataDir = mkdtempSync(join(tmpdir(), 'plane-'));
let pool: WorkerPool;

const cars = csvOf('cars');
const sha256 = createHash('sha256').update(cars).digest('hex');
const ownTable = (use: readonly string[]): DatasetRef => ({
  ...{ kind: 'csv', sha256, fileName: 'cars.csv', target: 'economy (mpg)', use },
});
const twoColumns = ownTable(['weight (lb)', 'power (hp)']);

beforeAll(() => {
  mkdirSync(join(dataDir, 'uploads'));
  writeFileSync(join(dataDir, 'uploads', `${sha256}.csv`), cars);
  const workers = new URL('../../../dist/workers/', import.meta.url);
  pool = new WorkerPool({ workers, dataDir, threads: 1 });
});
afterAll(async () => {
  await pool.close();
  rmSync(dataDir, { recursive: true });
});

const settingsOf = (dataset: DatasetRef, more: Partial<FitSettings> = {}): FitSettings => ({
  ...{ dataset, epochs: 20, batchSize: 32, validationSplit: 0.2, layers: [8], activation: 'relu' },
  ...{ optimizer: 'adam', learningRate: 0.02, seed: 42, pace: 'fast', ...more },
});

async function trained(settings: FitSettings): Promise<Float32Array> {
  const { checkpoint } = await pool.train(
    { settings, backend: 'fused', checkpoint: null, valLosses: [], forMs: 60_000 },
    () => undefined,
    new AbortController().signal,
  );
  if (!checkpoint) throw new Error('it was trained');
  return checkpoint.weights;
}

const builtin = (name: string): DatasetRef => ({ kind: 'builtin', name });

test.each<[string, DatasetRef, readonly [string, string]]>([
  ['two classes', builtin('moons'), ['x', 'y']],
  ['three classes', builtin('spiral'), ['x', 'y']],
  ['amounts', twoColumns, ['"power (hp)"', '"weight (lb)"']],
])('%s: each point of the grid has the answer /try gives', async (_, dataset, names) => {
  const settings = settingsOf(dataset);
  const weights = await trained(settings);
  const side = 41;
  const { plane, answers } = await pool.planeAnswers({
    ...{ run: 'ab12', settings, weights: [weights], side },
  });
  const [asked] = answers;
  expect(asked?.side).toBe(side);
  const values = asked?.values ?? new Float32Array();
  const outputs = values.length / side ** 2;
  for (const point of [0, side - 1, 17 * side + 23, side ** 2 - 1]) {
    const places = [point % side, Math.floor(point / side)];
    const row = plane.axes.map(({ least, most }, axis) => {
      const at = least + ((most - least) * (places[axis] ?? 0)) / (side - 1);
      return `${names[axis] ?? ''}:${at.toFixed(9)}`;
    });
    const { answer } = await pool.tryRow({
      ...{ run: 'ab12', settings, weights, asked: row.join(' ') },
    });
    const there = [...values.subarray(point * outputs, (point + 1) * outputs)];
    if (answer.kind === 'amount') expect(there[0]).toBeCloseTo(answer.value, 3);
    else if (outputs === 1) expect(there[0]).toBeCloseTo(answer.probabilities[1] ?? NaN, 5);
    else {
      there.forEach((one, at) => {
        expect(one).toBeCloseTo(answer.probabilities[at] ?? NaN, 5);
      });
    }
  }
});

test('the points are rows of the table, without the validation rows', async () => {
  const settings = settingsOf(twoColumns);
  const weights = await trained(settings);
  const { plane } = await pool.planeAnswers({
    ...{ run: 'ab12', settings, weights: [weights], side: 21 },
  });
  const { rows } = describeDataset(twoColumns, dataDir, settings.validationSplit);
  expect(plane.rows).toEqual({ training: rows.training, test: rows.test });
  expect(plane.points.filter(({ part }) => part === 'test')).toHaveLength(rows.test);
  const known = readCsv(cars).rows.map((cells) => cells.map(Number));
  for (const { x, y, goal } of plane.points) {
    // Gaps in an input were filled: then only the other value is in the table.
    const isThere = known.some(
      (cells) =>
        cells.includes(goal) &&
        [x, y].some((value) => cells.some((cell) => Math.abs(cell - value) < 0.01)),
    );
    expect(isThere, `${x}, ${y}, ${goal}`).toBe(true);
  }
});

describe('which runs have such a picture', () => {
  test.each([
    ['moons', builtin('moons'), true],
    ['spiral', builtin('spiral'), true],
    ['circles', builtin('circles'), true],
    ['churn', builtin('churn'), false],
    ['cars with two number columns', twoColumns, true],
    ['cars with three', ownTable(['weight (lb)', 'power (hp)', 'year']), false],
    [
      'penguins with a number and a category',
      { ...builtin('penguins'), use: ['sex', 'body_mass_g'] },
      false,
    ],
    [
      'penguins with two numbers',
      { ...builtin('penguins'), use: ['flipper_length_mm', 'body_mass_g'] },
      true,
    ],
  ] as const)('%s: %o %s', (_, dataset, is) => {
    expect(isPlane(describeDataset(dataset, dataDir, 0))).toBe(is);
  });

  test('a thread refuses other runs', async () => {
    const settings = settingsOf(builtin('churn'));
    const asked = pool.planeAnswers({
      ...{ run: 'ab12', settings, weights: [new Float32Array(3)], side: 21 },
    });
    await expect(asked).rejects.toMatchObject({ key: 'error.otherInputs' });
  });
});

test.each([
  [
    'moons',
    { layers: [] },
    /^The plane of x and y.* puts \d+ of 400 test points on the right side of its boundary\. The boundary is a straight line, to within 0\.0 %/,
  ],
  ['circles', {}, /The boundary bends: it strays up to 2\d % .* An area of inner is closed/],
  ['spiral', { layers: [32], epochs: 60 }, /its boundaries\. The boundaries bend: they stray/],
] as const)('%s %o: its description was measured', async (name, more, said) => {
  const dataset = builtin(name);
  const settings = settingsOf(dataset, { validationSplit: 0, epochs: 30, ...more });
  const weights = await trained(settings);
  const checkpoint = { epoch: 1, step: 1, weights, slots: [], shuffle: [] };
  const { plane, answers } = await pool.planeAnswers({
    ...{ run: 'ab12', settings, weights: [weights], side: 101 },
  });
  const [asked] = answers;
  if (!asked) throw new Error('it was asked');
  const data = describeDataset(dataset, dataDir, 0);
  const state = {
    ...recordedState('lesson'),
    ...{ data, test: await pool.evaluate({ settings, backend: 'fused', checkpoint }) },
  };
  expect(planeAlt(state, plane, asked, translator('en'))).toMatch(said);
  const picture = planePicture(plane, [{ title: name, answers: asked }], translator('ko'));
  const png = await pool.drawPlane(picture);
  expect(png.length).toBeLessThan(120_000);
  const { width, height, palette } = decode(png);
  expect([width, height]).toEqual([1000, 960]);
  // Okabe and Ito's blue and vermillion.
  expect(palette).toEqual(
    expect.arrayContaining([
      [0, 114, 178],
      [213, 94, 0],
    ]),
  );
});

test('a diverged network has no shape, so nothing is drawn or said about it', async () => {
  const settings = settingsOf(builtin('moons'), { layers: [] });
  const weights = Float32Array.of(NaN, 1, 1);
  const { answers } = await pool.planeAnswers({
    ...{ run: 'ab12', settings, weights: [weights], side: 21 },
  });
  expect(answers[0]?.shape).toBeUndefined();
});

test('the largest network is asked on a coarser grid', async () => {
  const settings = settingsOf(builtin('moons'), { layers: [512, 512, 512, 512] });
  const size = 2 * 512 + 3 * 512 * 512 + 512 + 4 * 512 + 1;
  const { answers } = await pool.planeAnswers({
    ...{ run: 'ab12', settings, weights: [new Float32Array(size)], side: 101 },
  });
  expect(answers[0]?.side).toBeLessThan(60);
});

describe('as cells for a page that draws them itself', () => {
  const side = 40;
  const bytes = (base64: string): readonly number[] => [...Buffer.from(base64, 'base64')];

  test.each([
    ['two classes', builtin('moons')],
    ['three classes', builtin('spiral')],
    ['amounts', twoColumns],
  ])('%s: the colour of each cell is its answer’s, the upper row first', async (_, dataset) => {
    const settings = settingsOf(dataset);
    const task = { run: 'ab12', settings, weights: [await trained(settings)], side };
    const field = await pool.planeField(task);
    const { plane, answers } = await pool.planeAnswers(task);
    const values = answers[0]?.values ?? new Float32Array();
    const outputs = values.length / side ** 2;
    const { least, most } = plane.amounts ?? { least: 0, most: 0 };
    const colourOf = (at: number): number => {
      const own = [...values.subarray(at * outputs, (at + 1) * outputs)];
      if (plane.amounts) return amountBand(own[0] ?? NaN, least, most);
      const all = outputs === 1 ? [1 - (own[0] ?? NaN), own[0] ?? NaN] : own;
      const likeliest = Math.max(...all);
      return all.indexOf(likeliest) * SURENESS_BANDS + surenessBand(likeliest, all.length);
    };
    const expected = Array.from({ length: side ** 2 }, (_, cell) =>
      colourOf((side - 1 - Math.floor(cell / side)) * side + (cell % side)),
    );
    expect(bytes(field?.cells ?? '')).toEqual(expected);
    expect(new Set(expected).size).toBeGreaterThan(2);
  });

  test('at most 150 test rows are shown on them, each with its class’s mark', async () => {
    const settings = settingsOf(builtin('moons'));
    const weights = await trained(settings);
    const task = { run: 'ab12', settings, weights: [weights], side };
    const [field, { plane }] = await Promise.all([pool.planeField(task), pool.planeAnswers(task)]);
    const tested = plane.points.filter(({ part }) => part === 'test').slice(0, 150);
    expect(field?.drawn).toBe(150);
    const points = bytes(field?.points ?? '');
    tested.forEach(({ x, y, goal }, index) => {
      const [across = NaN, up = NaN, mark] = points.slice(3 * index, 3 * index + 3);
      [x, y].forEach((place, axis) => {
        const { least = 0, most = 0 } = plane.axes[axis] ?? {};
        const drawn = least + ((most - least) * (axis === 0 ? across : up)) / 255;
        expect(Math.abs(drawn - place)).toBeLessThan((most - least) / 500);
      });
      expect(mark).toBe(goal);
    });
  });

  test('nothing is drawn for answers that are not numbers', async () => {
    const settings = settingsOf(builtin('moons'));
    const weights = (await trained(settings)).fill(NaN);
    const task = { run: 'ab12', settings, weights: [weights], side };
    expect(await pool.planeField(task)).toBe(undefined);
  });
});
