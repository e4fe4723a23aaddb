/** A planted difference below the noise is never called a win, one above it is; and chance alone seldom makes one. */
import { expect, test } from 'vitest';
import { noiseBetween, spreadOf } from '../../../src/render/sweep/noise.js';
import { rank, trendOf, type Measured } from '../../../src/render/sweep/verdict.js';

/** Numbers that look like chance, the same in every run of the tests. */
function chance(seed: number): () => number {
  let state = seed;
  const uniform = (): number => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  return () => Math.sqrt(-2 * Math.log(1 - uniform())) * Math.cos(2 * Math.PI * uniform());
}

const measured = (label: string, numbers: readonly number[]): Measured => ({
  label,
  spread: spreadOf(numbers),
});

/** Three numbers with exactly this mean, and a spread of their own. */
function three(mean: number, deviation: number, normal: () => number): readonly number[] {
  const raw = [normal(), normal(), normal()];
  const { mean: middle, deviation: own } = spreadOf(raw);
  return raw.map((number) => mean + ((number - middle) / (own ?? 1)) * deviation);
}

test.each([2, 3, 5, 8, 9])(
  'of %i values, one is called best exactly where its lead is more than the noise',
  (count) => {
    const normal = chance(count);
    for (let round = 0; round < 200; round += 1) {
      const deviations = Array.from({ length: count }, () => 0.001 + Math.abs(normal()) * 0.01);
      const others = deviations.map((deviation, index) =>
        measured(`v${index}`, three(0.5, deviation, normal)),
      );
      const [first, ...rest] = others;
      if (!first) throw new Error('there are at least two');
      const noises = rest.map((other) => noiseBetween(first.spread, other.spread, count) ?? NaN);
      const ahead = (lead: number): readonly Measured[] => [
        { label: 'planted', spread: { ...first.spread, mean: 0.5 - lead } },
        ...rest,
      ];
      const below = rank(ahead(Math.max(...noises) * 0.99), 'lower');
      expect([below?.kind, below?.first.label]).toEqual(['tied', 'planted']);
      expect(below?.rivals.length).toBeGreaterThan(0);
      const above = rank(ahead(Math.max(...noises) * 1.01), 'lower');
      expect([above?.kind, above?.first.label]).toEqual(['best', 'planted']);
      expect(above?.rivals).toEqual([]);
    }
  },
);

test.each([
  ['alike', [1, 1, 1, 1, 1]],
  ['some ten times as noisy', [1, 1, 10, 10, 1]],
  ['one noisy', [20, 1, 1, 1, 1, 1, 1, 1, 1]],
])('where only chance differs (%s), a best value or a trend is seldom seen', (_, noises) => {
  const normal = chance(7);
  const rounds = 3000;
  let wins = 0;
  let trends = 0;
  for (let round = 0; round < rounds; round += 1) {
    const values = noises.map((noise, index) =>
      measured(String(index), [normal() * noise, normal() * noise, normal() * noise]),
    );
    if (rank(values, 'lower')?.kind === 'best') wins += 1;
    if (['rises', 'falls'].includes(trendOf(values) ?? '')) trends += 1;
  }
  expect(wins / rounds).toBeLessThan(0.05);
  expect(trends / rounds).toBeLessThan(0.01);
});

test('a lead of many times the noise is seen whatever chance does', () => {
  const normal = chance(11);
  for (let round = 0; round < 200; round += 1) {
    const values = [0, 100, 200, 300, 400].map((mean) =>
      measured(String(mean), [mean + normal(), mean + normal(), mean + normal()]),
    );
    expect(rank(values, 'lower')).toMatchObject({ kind: 'best', first: { label: '0' } });
    expect(rank(values, 'higher')).toMatchObject({ kind: 'best', first: { label: '400' } });
    expect(trendOf(values)).toBe('rises');
    expect(trendOf(values.toReversed())).toBe('falls');
  }
});

test('with one seed each nothing is called best and no trend is seen, however far apart they are', () => {
  const values = [1, 50, 900].map((number) => measured(String(number), [number]));
  expect(rank(values, 'lower')).toMatchObject({ kind: 'unmeasured', first: { label: '1' } });
  expect(trendOf(values)).toBeUndefined();
});

test('one that was measured once among others measured thrice keeps everybody from winning', () => {
  const values = [measured('a', [1, 1.1, 0.9]), measured('b', [50]), measured('c', [90, 91, 92])];
  expect(rank(values, 'lower')?.kind).toBe('unmeasured');
});

test('steps within the noise are no trend, even where the two ends differ', () => {
  const normal = chance(3);
  const at = (mean: number): Measured => measured(String(mean), three(mean, 1, normal));
  expect(trendOf([at(0), at(0.5), at(40)])).toBe('ends');
  expect(trendOf([at(0), at(40), at(20)])).toBe('ends');
  expect(trendOf([at(0), at(0.5), at(0.7)])).toBe('none');
  expect(trendOf([at(0), at(40)]), 'two are a difference').toBeUndefined();
});

/** P(range / s < q), by its definition as a double integral. */
function studentizedRangeBelow(q: number, count: number, freedom: number): number {
  const normal = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI);
  const step = 0.05;
  const grid = Array.from({ length: 321 }, (_, index) => -8 + index * step);
  const below = [0];
  for (const z of grid.slice(1)) {
    below.push((below.at(-1) ?? 0) + ((normal(z - step) + normal(z)) / 2) * step);
  }
  const cumulated = (z: number): number => {
    const at = (Math.min(8, Math.max(-8, z)) + 8) / step;
    const index = Math.min(319, Math.floor(at));
    const [low = 0, high = 0] = [below[index], below[index + 1]];
    return low + (at - index) * (high - low);
  };
  const range = (width: number): number =>
    grid.reduce(
      (sum, z) => sum + normal(z) * (cumulated(z) - cumulated(z - width)) ** (count - 1) * step,
      0,
    ) * count;
  // The density of s, for a variance of 1, up to its constant.
  const density = (s: number): number => s ** (freedom - 1) * Math.exp((-freedom * s * s) / 2);
  const sizes = Array.from({ length: 300 }, (_, index) => (index + 0.5) * 0.02);
  const whole = sizes.reduce((sum, s) => sum + density(s), 0);
  return sizes.reduce((sum, s) => sum + density(s) * range(q * s), 0) / whole;
}

test('the quantiles are those of the studentized range', () => {
  // Equal spreads of three numbers each have four degrees of freedom, of two each have two.
  const ofThree = { count: 3, mean: 0, deviation: Math.sqrt(3) };
  const ofTwo = { count: 2, mean: 0, deviation: Math.sqrt(2) };
  // Where one spread is far larger than the other, its own degrees count: two, and one.
  const none = { count: 3, mean: 0, deviation: 1e-9 };
  for (const count of [2, 3, 4, 5, 6, 7, 8, 9]) {
    const four = noiseBetween(ofThree, ofThree, count) ?? NaN;
    expect(studentizedRangeBelow(four, count, 4)).toBeCloseTo(0.95, 3);
    const two = noiseBetween(ofTwo, ofTwo, count) ?? NaN;
    expect(studentizedRangeBelow(two, count, 2)).toBeCloseTo(0.95, 3);
    const single = (noiseBetween(ofTwo, none, count) ?? NaN) * Math.SQRT2;
    expect(studentizedRangeBelow(single, count, 1)).toBeCloseTo(0.95, 2);
    // Of three each, of which one is less spread: 3.3 degrees.
    const less = { ...ofThree, deviation: 0.6 };
    const three = noiseBetween({ ...ofThree, deviation: 1 }, less, count) ?? NaN;
    const spread = Math.sqrt((1 / 3 + 0.36 / 3) / 2);
    expect(studentizedRangeBelow(three / spread, count, 3)).toBeCloseTo(0.95, 3);
    // Three of one and two of the other, alike: 2.88 degrees, rounded down.
    const mixed = noiseBetween({ ...ofThree, deviation: 1 }, { ...ofTwo, deviation: 0.3 }, count);
    const width = Math.sqrt((1 / 3 + 0.09 / 2) / 2);
    expect(studentizedRangeBelow((mixed ?? NaN) / width, count, 2)).toBeCloseTo(0.95, 3);
  }
});
