/** The largest charts are still small files, and look right. */
import { decode } from 'fast-png';
import { expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { chartOf } from '../../src/render/chart.js';
import { comparisonChart } from '../../src/render/comparison/chart.js';
import { comparedRun } from '../../src/render/comparison/compared-run.js';
import { differences } from '../../src/render/comparison/differences.js';
import type { RunState } from '../../src/runs/run.js';
import drawChart from '../../workers/draw-chart.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const MOST_BYTES = 40_000;
const languages = [translator('en'), translator('ko')];

/** Numbers from 0 to 1. */
function evenly(seed: number): () => number {
  return () => (seed = (seed * 48_271) % 2_147_483_647) / 2_147_483_647;
}

/**
 * A run with validation in which every epoch jumps, val_loss by up to this much. From our own training: cars,
 * batch_size 8, rmsprop, learning rate 0.05: over 500 epochs val_loss was between 0.20 and 0.72 and jumped by
 * 0.049 an epoch on average, loss by 0.013; uniformly distributed values jump by a third of their range. With
 * adam, learning rate 0.1 and batch_size 1 it was between 0.2 and 1.6.
 */
function jumping(epochs: number, updatesAnEpoch = 1, by = 0.15): RunState {
  const state = recordedState('overfitted');
  const [first] = state.finished;
  if (!first) throw new Error('it has epochs');
  const jump = evenly(updatesAnEpoch);
  const finished = Array.from({ length: epochs }, (_, index) => {
    const level = 0.6 * Math.exp(-index / 80);
    const logs = {
      loss: level + 0.1 + 0.3 * by * jump(),
      metric: 0.95 - level / 2 - 0.3 * by * jump(),
      valLoss: level + 0.2 + by * jump(),
      valMetric: 0.9 - level / 2 - by * jump(),
    };
    return { ...first, epoch: index + 1, steps: updatesAnEpoch, logs };
  });
  const { record } = state;
  return { ...state, record: { ...record, settings: { ...record.settings, epochs } }, finished };
}

function compared(...states: readonly RunState[]) {
  return states.map((state, index) => {
    const run = comparedRun(state);
    if (!run) throw new Error('it can be compared');
    const updates = state.finished.reduce((sum, { steps }) => sum + steps, 0);
    return { ...run, id: `run${index}`, updates, steps: updates / state.finished.length };
  });
}

test.each([...recordedNames, 20, 40, 500])('the chart of %s is a small file', (run) => {
  const state = typeof run === 'number' ? jumping(run) : recordedState(run);
  for (const t of languages) {
    const png = drawChart(chartOf(state, t));
    expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
    const { width, height, depth, palette } = decode(png);
    expect({ width, height, depth }).toEqual({ width: 1000, height: 880, depth: 4 });
    expect(palette?.length).toBeLessThanOrEqual(16);
  }
});

test.each([
  [20, 20],
  [500, 500],
])('so is a comparison of three runs, by epoch and by update, %i epochs and more', (one, other) => {
  const runs = compared(jumping(one), jumping(other, 3), jumping(one, 40));
  for (const t of languages) {
    const description = comparisonChart(runs, differences(runs), t);
    expect(description.panels).toHaveLength(2);
    const png = drawChart(description);
    expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
    expect(decode(png).width).toBe(1000);
  }
});

test.each([0.2, 0.4])('500 epochs that jump by %f are no larger, with harder edges', (by) => {
  const description = chartOf(jumping(500, 1, by), translator('ko'));
  const png = drawChart(description);
  expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
  const { palette = [], width } = decode(png);
  expect(width).toBe(1000);
  expect(palette.length, 'shades').toBeLessThan(16);
  for (const colour of [
    [0xff, 0xff, 0xff],
    [0x1f, 0x23, 0x28],
    [0x00, 0x72, 0xb2],
    [0xd5, 0x5e, 0x00],
    [0x55, 0x55, 0x55],
  ]) {
    expect(palette).toContainEqual(colour);
  }
});

test('noise over the whole panel is no larger, in dots: of a run with validation, and of three', () => {
  const noise = (seed: number): RunState => {
    const any = evenly(seed);
    const state = jumping(500, seed);
    const finished = state.finished.map((epoch) => {
      return { ...epoch, logs: { loss: any(), metric: any(), valLoss: any(), valMetric: any() } };
    });
    return { ...state, finished };
  };
  const t = translator('ko');
  const runs = compared(noise(1), noise(3), noise(7));
  for (const description of [chartOf(noise(1), t), comparisonChart(runs, differences(runs), t)]) {
    const png = drawChart(description);
    expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
    const { width, palette } = decode(png);
    expect(width).toBe(1000);
    expect(palette).toContainEqual([0x1f, 0x23, 0x28]);
  }
});

test('letters keep soft edges: shades of ink between black and paper, from dark to light', () => {
  for (const t of languages) {
    const { palette = [], data } = decode(drawChart(chartOf(recordedState('overfitted'), t)));
    const used = new Set([...data].flatMap((pair) => [pair >> 4, pair & 15]));
    const greys = palette.filter(
      ([red = 0, , blue = 0], index) => used.has(index) && Math.abs(red - blue) < 14,
    );
    expect(greys.length, 'paper, grid, and shades of ink').toBeGreaterThanOrEqual(6);
  }
});

test('the same chart is the same file', () => {
  const description = chartOf(jumping(40), translator('ko'));
  expect(drawChart(description)).toEqual(drawChart(description));
});
