/**
 * A planted difference below the noise is never called a win, one above it is; and chance alone rarely makes
 * one.
 */
import { expect, test } from 'vitest';
import { noiseBetween, spreadOf } from '../../../src/render/sweep/noise.js';
import { rank, trendOf, type Measured } from '../../../src/render/sweep/verdict.js';

/** Pseudo-random numbers, the same in every test run. */
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

const scale = 'differences';

/** Three numbers with exactly this mean, and their own spread. */
function three(mean: number, deviation: number, normal: () => number): readonly number[] {
  const raw = [normal(), normal(), normal()];
  const { mean: middle, deviation: own } = spreadOf(raw);
  return raw.map((number) => mean + ((number - middle) / (own ?? 1)) * deviation);
}

test.each([2, 3, 5, 8, 9])(
  'of %i values, one is called best exactly if its lead exceeds the noise',
  (count) => {
    const normal = chance(count);
    for (let round = 0; round < 200; round += 1) {
      const deviations = Array.from({ length: count }, () => 0.001 + Math.abs(normal()) * 0.01);
      const others = deviations.map((deviation, index) =>
        measured(`v${index}`, three(0.5, deviation, normal)),
      );
      const [first, ...rest] = others;
      if (!first) throw new Error('there are at least two');
      const noises = rest.map(
        (other) => noiseBetween(first.spread, other.spread, 'differences') ?? NaN,
      );
      const ahead = (lead: number): readonly Measured[] => [
        { label: 'planted', spread: { ...first.spread, mean: 0.5 - lead } },
        ...rest,
      ];
      const below = rank(ahead(Math.max(...noises) * 0.99), 'lower', 'differences');
      expect([below?.kind, below?.first.label]).toEqual(['tied', 'planted']);
      expect(below?.rivals.length).toBeGreaterThan(0);
      const above = rank(ahead(Math.max(...noises) * 1.01), 'lower', 'differences');
      expect([above?.kind, above?.first.label]).toEqual(['best', 'planted']);
      expect(above?.rivals).toEqual([]);
    }
  },
);

test.each([
  ['alike', [1, 1, 1, 1, 1]],
  ['some ten times as noisy', [1, 1, 10, 10, 1]],
  ['one noisy', [20, 1, 1, 1, 1, 1, 1, 1, 1]],
])('if only chance differs (%s), a best value or a trend is rarely reported', (_, noises) => {
  const normal = chance(7);
  const rounds = 3000;
  let wins = 0;
  let trends = 0;
  for (let round = 0; round < rounds; round += 1) {
    const values = noises.map((noise, index) =>
      measured(String(index), [normal() * noise, normal() * noise, normal() * noise]),
    );
    if (rank(values, 'lower', scale)?.kind === 'best') wins += 1;
    if (['rises', 'falls'].includes(trendOf(values, scale) ?? '')) trends += 1;
  }
  expect(wins / rounds).toBeLessThan(0.05);
  expect(trends / rounds).toBeLessThan(0.01);
});

test('a lead of many times the noise is found whatever chance does', () => {
  const normal = chance(11);
  for (let round = 0; round < 200; round += 1) {
    const values = [0, 100, 200, 300, 400].map((mean) =>
      measured(String(mean), [mean + normal(), mean + normal(), mean + normal()]),
    );
    expect(rank(values, 'lower', scale)).toMatchObject({ kind: 'best', first: { label: '0' } });
    expect(rank(values, 'higher', scale)).toMatchObject({ kind: 'best', first: { label: '400' } });
    expect(trendOf(values, scale)).toBe('rises');
    expect(trendOf(values.toReversed(), scale)).toBe('falls');
  }
});

test('with one seed each nothing is called best and no trend is seen, however far apart they are', () => {
  const values = [1, 50, 900].map((number) => measured(String(number), [number]));
  expect(rank(values, 'lower', scale)).toMatchObject({ kind: 'unmeasured', first: { label: '1' } });
  expect(trendOf(values, scale)).toBeUndefined();
});

test('one value measured once among others measured three times prevents any winner', () => {
  const values = [measured('a', [1, 1.1, 0.9]), measured('b', [50]), measured('c', [90, 91, 92])];
  expect(rank(values, 'lower', scale)?.kind).toBe('unmeasured');
});

test('steps within the noise are no trend, even if the two ends differ', () => {
  const normal = chance(3);
  const at = (mean: number): Measured => measured(String(mean), three(mean, 1, normal));
  expect(trendOf([at(0), at(0.5), at(40)], scale)).toBe('ends');
  expect(trendOf([at(0), at(40), at(20)], scale)).toBe('ends');
  expect(trendOf([at(0), at(0.5), at(0.7)], scale)).toBe('none');
  expect(trendOf([at(0), at(40)], scale), 'two are a difference').toBeUndefined();
});

/** P(|t| > value), by integrating the density. */
function beyond(value: number, freedom: number): number {
  const density = (t: number): number => (1 + t ** 2 / freedom) ** (-(freedom + 1) / 2);
  // Maps 0 to infinity onto 0 to 1.
  const steps = Array.from({ length: 100_000 }, (_, index) => (index + 0.5) / 100_000);
  const area = (from: number): number =>
    steps.reduce((sum, u) => sum + density(from + u / (1 - u)) / (1 - u) ** 2, 0);
  return area(value) / area(0);
}

test.each([
  ['three each, alike', [3, 1], [3, 1], 4],
  ['three each, one less spread: 3.3 degrees', [3, 1], [3, 0.6], 3],
  ['two each', [2, 1], [2, 1], 2],
  ['two, beside three with hardly any spread', [2, 1], [3, 1e-9], 1],
] as const)('the noise is Welch’s at 5 %% (%s)', (_, [n1, s1], [n2, s2], freedom) => {
  const spread = (count: number, deviation: number) => ({ count, mean: 0, deviation });
  const noise = noiseBetween(spread(n1, s1), spread(n2, s2), 'differences') ?? NaN;
  const error = Math.sqrt(s1 ** 2 / n1 + s2 ** 2 / n2);
  expect(beyond(noise / error, freedom)).toBeCloseTo(0.05, 4);
});

test('by ratios, ten times the numbers have ten times the noise, and none is missed because of its size', () => {
  const low = { count: 3, mean: 0.33, deviation: 0.002 };
  const high = { count: 3, mean: 0.52, deviation: 0.08 };
  const tenfold = (spread: typeof low) => ({
    ...{ count: 3, mean: spread.mean * 10, deviation: spread.deviation * 10 },
  });
  const noise = noiseBetween(low, high, 'ratios') ?? NaN;
  expect(noiseBetween(tenfold(low), tenfold(high), 'ratios')).toBeCloseTo(10 * noise, 10);
  expect(noise).toBeLessThan(0.19);
  expect(noise).toBeGreaterThan(0.1);
});

test('losses that differ by chance alone rarely have a best one, by ratios either', () => {
  const normal = chance(5);
  let wins = 0;
  for (let round = 0; round < 3000; round += 1) {
    const loss = (noise: number): number => 0.4 * Math.exp(noise * normal());
    const values = [0.01, 0.01, 0.03, 0.2].map((noise, index) =>
      measured(String(index), [loss(noise), loss(noise), loss(noise)]),
    );
    if (rank(values, 'lower', 'ratios')?.kind === 'best') wins += 1;
  }
  expect(wins / 3000).toBeLessThan(0.05);
});
