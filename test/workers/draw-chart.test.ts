import { createHash } from 'node:crypto';
import { loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { chartAlt, chartOf, type ChartDescription } from '../../src/render/chart.js';
import drawChart from '../../workers/draw-chart.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const en = translator('en');
const ko = translator('ko');

const empty: ChartDescription = { title: '', epochLabel: '', firstEpoch: 1, panels: [] };
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test.each(recordedNames)('%s is a PNG of the promised size, in both languages', async (name) => {
  const state = recordedState(name);
  for (const t of [en, ko]) {
    const image = await loadImage(drawChart(chartOf(state, t)));
    expect([image.width, image.height]).toEqual([1000, 880]);
  }
});

test('Hangul is drawn, not the box that stands for a missing glyph', () => {
  const drawn = ['에포크', '가나다', '한글로'].map((title) => hash(drawChart({ ...empty, title })));
  expect(new Set(drawn).size).toBe(3);
  const missing = ['\u{10ff00}', '\u{10ff01}'].map((title) => hash(drawChart({ ...empty, title })));
  expect(new Set(missing).size, 'a font without the glyph draws the same box').toBe(1);
});

test('500 epochs and a single one can be drawn', () => {
  for (const epochs of [1, 500]) {
    const values = Array.from({ length: epochs }, (_, index) => 1 / (index + 1));
    const panel = { title: 'loss', series: [{ role: 'training' as const, label: 'loss', values }] };
    expect(drawChart({ ...empty, panels: [panel] }).length).toBeGreaterThan(1000);
  }
});

test('the lesson: loss, accuracy, and what no learning would score', () => {
  const { panels, title } = chartOf(recordedState('lesson'), en);
  expect(title).toBe('Churn_Modelling.csv: 20 epochs, batch_size 10');
  expect(
    panels.map((panel) => panel.series.map(({ role, values }) => [role, values.length])),
  ).toEqual([
    [['training', 20]],
    [
      ['training', 20],
      ['baseline', 20],
    ],
  ]);
});

test('validation gets its own line', () => {
  const { panels } = chartOf(recordedState('overfitted'), ko);
  expect(panels[0]?.series.map(({ label }) => label)).toEqual(['loss (학습)', 'val_loss (검증)']);
});

test('a loss that is no number leaves a gap', () => {
  const { panels } = chartOf(recordedState('overflow'), en);
  expect(panels[0]?.series[0]?.values).toContain(null);
});

test('who cannot see the chart hears its numbers', () => {
  expect(chartAlt(recordedState('lesson'), en)).toBe(
    'Chart over 20 epochs: loss from 0.5528 to 0.3401, accuracy from 0.7305 to 0.8615; without learning it would be 0.7965.',
  );
  expect(chartAlt(recordedState('overfitted'), ko)).toContain('마지막 val_loss 0.0059');
});
