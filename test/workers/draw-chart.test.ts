import { createHash } from 'node:crypto';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { chartAlt, chartOf, type ChartDescription } from '../../src/render/chart.js';
import { epochTicks } from '../../workers/chart/epoch-ticks.js';
import drawChart from '../../workers/draw-chart.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const en = translator('en');
const ko = translator('ko');

const empty: ChartDescription = { title: '', epochLabel: '', panels: [] };
const hash = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');

test.each(recordedNames)('%s is a PNG of the promised size, in both languages', async (name) => {
  const state = recordedState(name);
  for (const t of [en, ko]) {
    const image = await loadImage(drawChart(chartOf(state, t)));
    expect([image.width, image.height]).toEqual([1000, 880]);
  }
});

test('Hangul is drawn, not the box for a missing glyph', () => {
  const drawn = ['에포크', '가나다', '한글로'].map((title) => hash(drawChart({ ...empty, title })));
  expect(new Set(drawn).size).toBe(3);
  const missing = ['\u{10ff00}', '\u{10ff01}'].map((title) => hash(drawChart({ ...empty, title })));
  expect(new Set(missing).size, 'a font without the glyph draws the same box').toBe(1);
});

/** How many pixels of a picture have exactly this colour, written #rrggbb. */
async function pixelsOf(png: Uint8Array): Promise<(colour: string) => number> {
  const image = await loadImage(png);
  const context = createCanvas(image.width, image.height).getContext('2d');
  context.drawImage(image, 0, 0);
  const { data } = context.getImageData(0, 0, image.width, image.height);
  const view = new DataView(data.buffer);
  const seen = new Map<number, number>();
  for (let at = 0; at < data.length; at += 4) {
    const colour = view.getUint32(at) >>> 8;
    seen.set(colour, (seen.get(colour) ?? 0) + 1);
  }
  return (colour) => seen.get(Number.parseInt(colour.slice(1), 16)) ?? 0;
}

test('the lines are there, in their colours', async () => {
  const pixels = await pixelsOf(drawChart(chartOf(recordedState('stopped'), ko)));
  expect(pixels('#0072b2'), 'training').toBeGreaterThan(2000);
  expect(pixels('#d55e00'), 'validation').toBeGreaterThan(2000);
  expect(pixels('#555555'), 'baseline').toBeGreaterThan(200);
});

test('epochs without a number are a gap in the line, and a single epoch between gaps is marked', async () => {
  const drawn = async (values: (number | null)[]): Promise<number> => {
    const panel = { title: 'loss', series: [{ role: 'training' as const, label: '', values }] };
    return (await pixelsOf(drawChart({ ...empty, panels: [panel] })))('#0072b2');
  };
  const line = Array.from({ length: 60 }, () => 1);
  const half = await drawn(line.map((value, index) => (index < 30 ? value : null)));
  const lone = await drawn(line.map((value, index) => (index === 30 ? value : null)));
  const none = await drawn(line.map(() => null));
  expect(await drawn(line)).toBeGreaterThan(half);
  expect(half).toBeGreaterThan(lone);
  expect(lone).toBeGreaterThan(none);
});

test('a note is written beside the lines, never over them', async () => {
  const values = Array.from({ length: 60 }, (_, index) => (index < 50 ? 1 - index / 50 : null));
  const panel = { title: 'loss', series: [{ role: 'training' as const, label: '', values }] };
  const note = '에포크 51부터 loss 값: nan.';
  const bare = await pixelsOf(drawChart({ ...empty, panels: [panel] }));
  const noted = await pixelsOf(drawChart({ ...empty, panels: [{ ...panel, note }] }));
  expect(noted('#1f2328'), 'its letters').toBeGreaterThan(bare('#1f2328'));
  expect(noted('#0072b2') / bare('#0072b2'), 'the line').toBeGreaterThan(0.9);
});

test.each([
  [1, [1]],
  [12, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]],
  [20, [1, 5, 10, 15, 20]],
  [37, [1, 5, 10, 15, 20, 25, 30, 37]],
  [137, [1, 20, 40, 60, 80, 100, 120, 137]],
  [500, [1, 50, 100, 150, 200, 250, 300, 350, 400, 450, 500]],
])('%i epochs are numbered at the first, the last and round ones', (epochs, numbered) => {
  expect(epochTicks(epochs)).toEqual(numbered);
});

test('500 epochs and a single one can be drawn', () => {
  for (const epochs of [1, 500]) {
    const values = Array.from({ length: epochs }, (_, index) => 1 / (index + 1));
    const panel = { title: 'loss', series: [{ role: 'training' as const, label: 'loss', values }] };
    expect(drawChart({ ...empty, panels: [panel] }).length).toBeGreaterThan(1000);
  }
});

test('the lesson: loss, accuracy, and the baseline', () => {
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

test('a stopped run is not described as having trained all its epochs', () => {
  const { title } = chartOf(recordedState('stopped'), en);
  expect(title).toBe('churn: 3 of 30 epochs, batch_size 7');
});

test('a loss that is not a number leaves a gap, and the panel says why', () => {
  const { panels } = chartOf(recordedState('overflow'), en);
  expect(panels[0]?.series[0]?.values).toContain(null);
  expect(panels[0]?.note).toBe('From epoch 1 on, loss is nan: nothing to draw.');
  expect(chartAlt(recordedState('overflow'), en)).toContain('From epoch 1 on, mae is nan');
});

test('the text alternative has the chart’s numbers', () => {
  expect(chartAlt(recordedState('lesson'), en)).toBe(
    'Chart over 20 epochs: loss from 0.5528 to 0.3401, accuracy from 0.7305 to 0.8615; without learning, accuracy would be 0.7965.',
  );
  expect(chartAlt(recordedState('one-epoch'), en)).toBe(
    'Chart over 1 epoch: loss 0.6194, accuracy 0.7300; without learning, accuracy would be 0.5000.',
  );
  expect(chartAlt(recordedState('overfitted'), ko)).toContain('마지막 val_loss 0.0059');
});
