/** Several runs in one picture. */
import { createCanvas, loadImage } from '@napi-rs/canvas';
import { expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { comparisonChart } from '../../src/render/comparison/chart.js';
import { comparedRun, type ComparedRun } from '../../src/render/comparison/compared-run.js';
import { differences } from '../../src/render/comparison/differences.js';
import { logarithmicTicks } from '../../workers/chart/logarithmic-ticks.js';
import drawChart from '../../workers/draw-chart.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const runs = recordedNames
  .map((name) => comparedRun(recordedState(name)))
  .filter((run) => run !== undefined);
const [lesson] = runs.filter(({ id }) => id === 'k3f9qd');
if (!lesson) throw new Error('the lesson is recorded');

function chart(...compared: ComparedRun[]) {
  return comparisonChart(compared, differences(compared), translator('ko'));
}

test.each(runs)('the lesson beside $id is drawn', async (run) => {
  const description = chart(lesson, run);
  const image = await loadImage(drawChart(description));
  expect([image.width, image.height]).toEqual([1000, 60 + 410 * description.panels.length]);
});

test('each run has its own colour in each panel, whatever it is compared with', async () => {
  const higher = (by: number): ComparedRun => ({
    ...lesson,
    steps: lesson.steps * by,
    updates: lesson.updates * by,
    finished: lesson.finished.map((epoch) => ({
      ...epoch,
      steps: epoch.steps * by,
      logs: { ...epoch.logs, loss: epoch.logs.loss + by },
    })),
  });
  const picture = await loadImage(drawChart(chart(lesson, higher(2), higher(30))));
  const context = createCanvas(1000, 880).getContext('2d');
  context.drawImage(picture, 0, 0);
  for (const top of [60, 470]) {
    const { data } = context.getImageData(0, top, 1000, 410);
    const view = new DataView(data.buffer);
    for (const colour of [0x0072b2, 0xd55e00, 0x009e73]) {
      let pixels = 0;
      for (let at = 0; at < data.length; at += 4) {
        if (view.getUint32(at) >>> 8 === colour) pixels += 1;
      }
      expect(pixels, `${colour.toString(16)} below ${top}`).toBeGreaterThan(300);
    }
  }
});

test('losses of different tasks never share an axis', () => {
  const other = runs.find(({ data }) => data.task === 'regression');
  if (!other) throw new Error('a regression is recorded');
  expect(chart(lesson, other).panels.map(({ series }) => series.length)).toEqual([1, 1]);
});

test.each([
  [80, 16_000, [100, 1000, 10_000]],
  [80, 800, [100, 200, 500]],
  [8, 100_000, [10, 100, 1000, 10_000, 100_000]],
])('from %i to %i updates, the axis has round numbers', (from, to, ticks) => {
  expect(logarithmicTicks(from, to)).toEqual(ticks);
});
