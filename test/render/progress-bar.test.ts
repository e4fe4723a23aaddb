import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { etaText, metricValue, perStepText } from '../../src/render/keras-numbers.js';
import { cells, progressBar } from '../../src/render/progress-bar.js';
import { fixed } from '../../src/render/rounding.js';

interface Recorded {
  readonly target: number;
  readonly updates: readonly {
    readonly now_s: number;
    readonly current: number;
    readonly values: readonly (readonly [string, number | 'nan' | 'inf'])[];
    readonly final: boolean;
    readonly line: string | null;
  }[];
}

const recorded = readFileSync(new URL('../fixtures/keras-progbar.jsonl', import.meta.url), 'utf8')
  .trim()
  .split('\n')
  .map((line) => JSON.parse(line) as Recorded);

const number = (value: number | 'nan' | 'inf'): number =>
  value === 'nan' ? NaN : value === 'inf' ? Infinity : value;

describe('the progress bar', () => {
  it.each(recorded.map((bar, index) => ({ index, ...bar })))(
    'prints what Keras 2.15 printed, bar $index of $target steps',
    ({ target, updates }) => {
      const sinceStart = (now: number): number => (now - 1000) * 1000;
      const firstStepMs = sinceStart(updates[0]?.now_s ?? NaN);
      const drawn = updates.filter((update) => update.line !== null);
      const ours = drawn.map((update) =>
        progressBar({
          step: update.current,
          target,
          elapsedMs: sinceStart(update.now_s),
          firstStepMs,
          final: update.final,
          metrics: update.values.map(([name, value]) => [name, number(value)] as const),
        }),
      );
      expect(ours).toEqual(drawn.map((update) => update.line));
    },
  );

  it('covers every recorded bar', () => {
    expect(recorded).toHaveLength(60);
  });

  it('pads the counter and puts the head on the last filled cell', () => {
    const bar = { elapsedMs: 37_850, firstStepMs: 350, target: 100, metrics: [], final: false };
    expect(progressBar({ ...bar, step: 50 })).toBe(
      ' 50/100 [==============>...............] - ETA: 38s',
    );
    expect(cells({ step: 26, target: 800 }, 30)).toBe('.'.repeat(30));
    expect(cells({ step: 27, target: 800 }, 30)).toBe(`>${'.'.repeat(29)}`);
    expect(cells({ step: 799, target: 800 }, 30)).toBe(`${'='.repeat(28)}>.`);
    expect(cells({ step: 800, target: 800 }, 30)).toBe('='.repeat(30));
  });
});

describe("Keras' numbers", () => {
  it.each([
    [25 / 32, '0.7812'],
    [27 / 32, '0.8438'],
    [-25 / 32, '-0.7812'],
    [0.5123, '0.5123'],
    [0.00100001, '0.0010'],
    [0.001, '1.0000e-03'],
    [0, '0.0000e+00'],
    [-0.25, '-0.2500'],
    [12345.678, '12345.6780'],
    [1e21, '1000000000000000000000.0000'],
    [1e-12, '1.0000e-12'],
    [NaN, 'nan'],
    [Infinity, 'inf'],
    [-Infinity, '-inf'],
  ])('%d is printed as %s', (value, text) => {
    expect(metricValue(value)).toBe(text);
  });

  it.each([
    [0.5, '0'],
    [1.5, '2'],
    [2.5, '2'],
    [-2.5, '-2'],
    [9.5, '10'],
    [10.5, '10'],
  ])('rounds the tie %d to even: %s', (value, text) => {
    expect(fixed(value, 0)).toBe(text);
  });

  it.each([
    [3600.5, '1:00:00'],
    [90_061, '25:01:01'],
    [60.01, '1:00'],
    [125.7, '2:05'],
    [3600, '60:00'],
    [59.9, '59s'],
    [60, '60s'],
    [0.9, '0s'],
  ])('an ETA of %d s reads %s', (seconds, text) => {
    expect(etaText(seconds)).toBe(text);
  });

  it.each([
    [1.5, '2s/step'],
    [2.5, '2s/step'],
    [0, '0s/step'],
    [0.001, '1ms/step'],
    [0.9996, '1000ms/step'],
    [0.00062, '620us/step'],
    [0.0009996, '1000us/step'],
  ])('%d s per step reads %s', (seconds, text) => {
    expect(perStepText(seconds)).toBe(text);
  });
});
