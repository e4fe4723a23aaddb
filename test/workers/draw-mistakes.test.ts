/** A network's mistakes as drawn: whole numbers, colours everyone can distinguish, a small file. */
import { createHash } from 'node:crypto';
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { chartOf } from '../../src/render/chart.js';
import { mistakesChart } from '../../src/render/mistakes/chart.js';
import type { ClassMistakes, Mistakes } from '../../src/runs/mistakes.js';
import type { Confusion } from '../../src/runs/protocol.js';
import drawChart from '../../workers/draw-chart.js';
import { recordedState } from '../support/recorded-runs.js';
import { summary } from '../support/run-samples.js';

const MOST_BYTES = 40_000;
const en = translator('en');

const named = (classes: number): readonly string[] =>
  Array.from({ length: classes }, (_, index) => `class ${index}`);

function drawn(mistakes: Mistakes, classes: readonly string[], t = en): Uint8Array {
  return drawChart(mistakesChart('ab12', { ...summary(), classes }, mistakes, t));
}

function mixedUp(classes: number, right = 1234): ClassMistakes {
  const confusion = Array.from({ length: classes }, (_, answer) =>
    Array.from({ length: classes }, (__, said) =>
      said === answer ? right : said === (answer + 1) % classes ? 9 + answer : 0,
    ),
  );
  return { kind: 'classes', confusion, worst: [] };
}

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

test.each([2, 3, 10, 30, 50])(
  '%i classes: a small file, as wide as all charts',
  async (classes) => {
    for (const locale of locales) {
      const long = named(classes).map((name) => `아주 긴 이름의 클래스입니다 ${name} 정말로`);
      for (const names of [named(classes), long]) {
        const png = drawn(mixedUp(classes), names, translator(locale));
        expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
        expect((await loadImage(png)).width).toBe(1000);
      }
    }
  },
);

test('right is blue and wrong is orange, darker for a larger share of its row', async () => {
  const of = async (confusion: Confusion) =>
    pixelsOf(drawn({ kind: 'classes', confusion, worst: [] }, ['a', 'b']));
  const good = await of([
    [99, 1],
    [2, 98],
  ]);
  expect([good('#0072b2') > 20_000, good('#fbe2d0') > 20_000]).toEqual([true, true]);
  expect(good('#d55e00')).toBe(0);
  const poor = await of([
    [20, 80],
    [50, 50],
  ]);
  expect([poor('#d55e00') > 20_000, poor('#d3e7f3') > 20_000]).toEqual([true, true]);
  const never = await of([
    [0, 10],
    [0, 10],
  ]);
  // Antialiased letter edges use the nearest available shades.
  const tinted = never('#d3e7f3') + never('#fbe2d0') + never('#f0a673');
  expect(tinted, 'no cell of 0 is coloured').toBeLessThan(1000);
});

test('large numbers are written in full: one that differs in its last digit is another picture', () => {
  const hash = (right: number): string => {
    const png = drawn(mixedUp(10, right), named(10));
    return createHash('sha256').update(png).digest('hex');
  };
  expect(hash(19_991)).not.toBe(hash(19_992));
});

test('misread digits are drawn below, dark where they are dark', async () => {
  const picture = { width: 2, pixels: [1, 1, 1, 1] };
  const row = { row: 1, cells: [], answer: 1, said: 0, probability: 0.9 };
  const bare = drawn({ ...mixedUp(2), worst: [row] }, ['0', '1']);
  const with6 = drawn({ ...mixedUp(2), worst: Array(6).fill({ ...row, picture }) }, ['0', '1']);
  const [before, after] = [await pixelsOf(bare), await pixelsOf(with6)];
  expect(after('#1f2328') - before('#1f2328')).toBeGreaterThan(6 * 150 * 150);
  const heights = await Promise.all([bare, with6].map((png) => loadImage(png)));
  // Five in a row, so two rows.
  expect((heights[1]?.height ?? 0) - (heights[0]?.height ?? 0)).toBeGreaterThan(2 * 200);
});

test('amounts: dots, and outliers at the edge in their own colour and shape', async () => {
  const pairs = Array.from({ length: 60 }, (_, index) => ({ answer: index, said: index + 3 }));
  const of = (some: typeof pairs): Uint8Array =>
    drawn(
      {
        ...{ kind: 'amount', rows: some.length, pairs: some, meanOff: 3 },
        ...{ tooHigh: 60, tooLow: 0, worst: [] },
      },
      [],
    );
  const near = await pixelsOf(of(pairs));
  expect(near('#0072b2')).toBeGreaterThan(1000);
  expect(near('#d55e00')).toBe(0);
  const far = await pixelsOf(of([...pairs, { answer: 5e6, said: 30 }]));
  expect(far('#0072b2')).toBeGreaterThan(1000);
  expect(far('#d55e00')).toBeGreaterThan(50);
});

test('below the curves at the end, the file stays small', async () => {
  const state = recordedState('overfitted');
  if (!state.data) throw new Error('it has data');
  const { confusion } = mixedUp(10);
  const ten = { ...state.data, classes: named(10) };
  const png = drawChart(
    chartOf({ ...state, data: ten, test: { loss: 0, metric: 0.9, confusion } }, translator('ko')),
  );
  expect(png.length).toBeLessThanOrEqual(MOST_BYTES);
  expect((await loadImage(png)).height).toBeGreaterThan(880 + 600);
});
