import { describe, expect, test } from 'vitest';
import { translator } from '../../src/content/translator.js';
import { curvesOf } from '../../src/render/curves.js';
import { recordedState } from '../support/recorded-runs.js';

const t = translator('en');

describe('curves', () => {
  test('are there from the first epoch, with room for later ones', () => {
    expect(
      curvesOf(
        recordedState('overfitted', ({ kind }) => kind === 'started'),
        t,
      ),
    ).toBe(undefined);
    const state = recordedState('overfitted', ({ kind }) => kind === 'epoch-ended');
    const curves = curvesOf({ ...state, finished: state.finished.slice(0, 1) }, t);
    expect(curves?.epochs).toBe(state.record.settings.epochs);
    expect(curves?.panels[0]?.lines.map(({ values }) => values.length)).toEqual([1, 1]);
  });

  test('contain every epoch’s numbers, to six digits, and the baseline once', () => {
    const state = recordedState('overfitted');
    const [loss, metric] = curvesOf(state, t)?.panels ?? [];
    const values = (key: 'loss' | 'valLoss' | 'metric' | 'valMetric'): number[] =>
      state.finished.map(({ logs }) => Number(logs[key]?.toPrecision(6)));
    expect(loss?.lines.map((line) => line.values)).toEqual([values('loss'), values('valLoss')]);
    expect(metric?.lines.map((line) => line.values)).toEqual([
      values('metric'),
      values('valMetric'),
      [Number(state.data?.baseline.toPrecision(6))],
    ]);
  });

  test('replace the picture at the end, unless it has a table below them', () => {
    const state = recordedState('lesson');
    expect(curvesOf(state, t)?.picture).toBe(`${state.record.id}-chart.png`);
    const rare = { class: 1, rows: 100, found: 40 };
    const confusion = [
      [300, 8],
      [60, 40],
    ];
    const tested = { ...state, test: { loss: 0.3, metric: 0.85, rare, confusion } };
    expect(curvesOf(tested, t)?.picture).toBeUndefined();
  });
});
