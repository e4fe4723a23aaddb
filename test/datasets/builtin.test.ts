import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { hasMessage } from '../../src/content/translator.js';
import { builtinDatasets, builtinNames } from '../../src/datasets/builtin.js';
import { churn } from '../../src/datasets/builtin/churn.js';
import { circles } from '../../src/datasets/builtin/circles.js';
import { digitPicture, digits } from '../../src/datasets/builtin/digits.js';
import { loadDataset } from '../../src/datasets/load.js';

/** SHA-256 of inputs and targets, unchanged across all versions. */
const golden: Readonly<Record<string, readonly [string, string]>> = {
  churn: ['74b67b20a6b1', '9407a1992eb4'],
  penguins: ['938ca27585f6', 'df86469b59c8'],
  cars: ['f7823a56693e', '25ab5fd7e294'],
  digits: ['efead5989d22', 'b03ef70c139b'],
  moons: ['2cae94d1bce3', '727a74d989d5'],
  circles: ['b02a5680448d', '727a74d989d5'],
  spiral: ['08560e415a37', 'bb5c2e0c352d'],
};

const hashOf = (values: Float32Array): string =>
  createHash('sha256').update(new Uint8Array(values.buffer)).digest('hex').slice(0, 12);

describe.each(builtinNames)('%s', (name) => {
  const data = loadDataset({ kind: 'builtin', name }, '/nowhere');

  test('matches its entry', () => {
    const { target, task, rows } = builtinDatasets[name];
    expect(data.summary).toMatchObject({ name, target, task });
    expect(data.summary.rows.read).toBe(rows);
  });

  test('is the same, bit for bit, however file reading changes', () => {
    expect([hashOf(data.x), hashOf(data.y)]).toEqual(golden[name]);
  });

  test('can be trained on: finite inputs, every output in training and test', () => {
    expect(data.x).toHaveLength(data.rows * data.inputs);
    expect(data.x.every(Number.isFinite) && data.y.every(Number.isFinite)).toBe(true);
    const { classes } = data.summary;
    expect(new Set(data.y.slice(0, data.trainRows)).size).toBeGreaterThanOrEqual(classes.length);
    expect(new Set(data.y.slice(data.trainRows)).size).toBeGreaterThanOrEqual(classes.length);
  });

  test('is introduced, with its provenance', () => {
    expect(hasMessage(`data.${name}.about`) && hasMessage(`data.${name}.source`)).toBe(true);
  });
});

describe('digits', () => {
  test('are the 1,797 pictures of scikit-learn, each digit about equally often', () => {
    const { summary } = loadDataset({ kind: 'builtin', name: 'digits' }, '');
    // As counted by `numpy.bincount(load_digits().target)`.
    expect(summary.classRows).toEqual([178, 182, 177, 183, 181, 182, 181, 179, 174, 180]);
    expect(summary.classes).toEqual(['0', '1', '2', '3', '4', '5', '6', '7', '8', '9']);
    // Corners nobody wrote into carry no information; 64 columns are far below the maximum.
    expect(summary.leftOut).toEqual(
      ['pixel_0_0', 'pixel_4_0', 'pixel_4_7'].map((column) => ({ column, reason: 'constant' })),
    );
    expect(summary.baseline).toBeCloseTo(0.1, 2);
  });

  test('every pixel is as dark as its picture says, and the first is the well-known 0', () => {
    const { columns, rows } = digits();
    const { width, height, darkest } = digitPicture;
    expect(columns).toHaveLength(width * height + 1);
    const pixels = rows.flatMap((row) => row.slice(0, -1)).map(Number);
    expect([Math.min(...pixels.slice(0, 64)), pixels.length]).toEqual([0, 1_797 * 64]);
    expect(pixels.every((pixel) => Number.isInteger(pixel) && pixel >= 0)).toBe(true);
    expect(pixels.reduce((a, b) => Math.max(a, b))).toBe(darkest);
    expect(rows[0]?.slice(0, 8)).toEqual(['0', '0', '5', '13', '9', '1', '0', '0']);
    expect(rows.slice(0, 5).map((row) => row.at(-1))).toEqual(['0', '1', '2', '3', '4']);
  });
});

describe('churn', () => {
  test('makes 8,000 training rows of 11 inputs, as the lesson has them', () => {
    const { rows, trainRows, inputs, summary } = loadDataset(
      { kind: 'builtin', name: 'churn' },
      '',
    );
    expect({ rows, trainRows, inputs }).toEqual({ rows: 10_000, trainRows: 8_000, inputs: 11 });
    expect(summary.leftOut.map(({ column }) => column)).toEqual([
      'RowNumber',
      'CustomerId',
      'Surname',
    ]);
    expect(summary.baseline).toBeCloseTo(0.796, 2);
  });

  // Mean, standard deviation and correlation with Exited in the original table.
  test.each([
    ['CreditScore', 650.5, 96.6, -0.03],
    ['Age', 38.9, 10.5, 0.29],
    ['Tenure', 5.0, 2.9, -0.01],
    ['Balance', 76_486, 62_394, 0.12],
    ['NumOfProducts', 1.53, 0.58, -0.05],
    ['HasCrCard', 0.71, 0.46, -0.01],
    ['IsActiveMember', 0.515, 0.5, -0.16],
    ['EstimatedSalary', 100_090, 57_508, 0.01],
    ['Exited', 0.2037, 0.4028, 1],
  ])('%s is distributed as in the bank-churn table', (name, mean, deviation, correlation) => {
    const { columns, rows } = churn();
    const values = (column: string): number[] =>
      rows.map((row) => Number(row[columns.indexOf(column)]));
    const average = (numbers: readonly number[]): number =>
      numbers.reduce((sum, value) => sum + value, 0) / numbers.length;
    const centred = (numbers: readonly number[]): number[] => {
      const middle = average(numbers);
      return numbers.map((value) => value - middle);
    };
    const spread = (numbers: readonly number[]): number =>
      Math.sqrt(average(centred(numbers).map((value) => value ** 2)));
    const mine = values(name);
    const exited = centred(values('Exited'));
    const covariance = average(centred(mine).map((value, row) => value * (exited[row] ?? 0)));
    expect(Math.abs(average(mine) - mean)).toBeLessThan(0.03 * deviation);
    expect(spread(mine) / deviation).toBeCloseTo(1, 1);
    expect(Math.abs(covariance / spread(mine) / spread(exited) - correlation)).toBeLessThan(0.06);
  });
});

test.each([
  ['outer', 1],
  ['inner', 0.5],
])('the %s circle has the radius %d, with noise of 0.1 in x and y', (name, radius) => {
  const points = circles()
    .rows.filter((row) => row[2] === name)
    .map(([x, y]) => [Number(x), Number(y)] as const);
  expect(points).toHaveLength(1_000);
  // Noise across the circle as well as along it: E r² = radius² + 2 · 0.1².
  const square = points.reduce((sum, [x, y]) => sum + x ** 2 + y ** 2, 0) / points.length;
  expect(square).toBeCloseTo(radius ** 2 + 0.02, 1);
  const spread = points.reduce((sum, [x, y]) => sum + (Math.hypot(x, y) - radius) ** 2, 0);
  expect(Math.sqrt(spread / points.length)).toBeCloseTo(0.1, 1);
});
