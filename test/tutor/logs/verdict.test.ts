/** How a curve is described; short and noisy logs get no description they do not deserve. */
import { describe, expect, it, test } from 'vitest';
import { curvesOf } from '../../../src/tutor/logs/curves.js';
import { verdictOf } from '../../../src/tutor/logs/verdict.js';
import { fitIn, keras2Log, loggedText } from '../../support/logs.js';

function verdict(text: string): unknown {
  const curves = curvesOf(fitIn(text));
  if (!curves) throw new Error('no epoch is finished');
  return verdictOf(curves);
}

test.each([
  ['keras3-lesson', { kind: 'learning' }],
  ['keras3-overfit', { kind: 'overfitting', lowest: { epoch: 11, text: '0.4501' } }],
  ['keras3-early', { kind: 'overfitting', lowest: { epoch: 11 } }],
  ['keras3-plateau', { kind: 'plateau', epoch: 3 }],
  ['keras3-nan', { kind: 'notFinite', since: { epoch: 1 } }],
  ['keras3-diverge', { kind: 'overflowed', since: { epoch: 5, text: 'inf' } }],
  ['keras3-guess', { kind: 'guessing', classes: 10 }],
  ['keras3-labels', { kind: 'impossible' }],
  ['keras3-regression', { kind: 'still' }],
  ['keras3-one-epoch', { kind: 'oneEpoch' }],
  ['tf21-samples', { kind: 'learning' }],
])('recorded: %s', (name, expected) => {
  expect(verdict(loggedText(name))).toMatchObject(expected);
});

describe('generated curves', () => {
  test.each<[string, Readonly<Record<string, readonly number[]>>, object]>([
    ['one fall', { loss: [0.5, 0.4] }, { kind: 'learning' }],
    ['one standstill', { loss: [0.5, 0.499] }, { kind: 'settled', epochs: 1 }],
    ['one jump', { loss: [0.5, 0.9] }, { kind: 'diverged', lowest: { epoch: 1 } }],
    ['nan after two', { loss: [0.5, 0.4, NaN, NaN] }, { kind: 'notFinite', since: { epoch: 3 } }],
    ['up for good', { loss: [2, 1, 0.9, 1.5, 2.5] }, { kind: 'diverged', lowest: { epoch: 3 } }],
    [
      'a small swing at the end of a long fall',
      { loss: [0.7, 0.1, 0.01, 0.001, 0.002] },
      { kind: 'settled' },
    ],
    ['three that stand', { loss: [0.6935, 0.6932, 0.6931] }, { kind: 'still' }],
    [
      'two classes, guessed',
      { loss: [0.6935, 0.6932, 0.6931], accuracy: [0.49, 0.51, 0.5] },
      { kind: 'guessing', classes: 2 },
    ],
    [
      'the loss of guessing but most rows right is not guessing',
      { loss: [0.6935, 0.6932, 0.6931], accuracy: [0.8, 0.8, 0.8] },
      { kind: 'still' },
    ],
    [
      'val_loss up in the second epoch only',
      { loss: [0.5, 0.4], val_loss: [0.45, 0.5] },
      { kind: 'learning' },
    ],
    [
      'val_loss up for two epochs',
      { loss: [0.5, 0.4, 0.3], val_loss: [0.45, 0.5, 0.55] },
      { kind: 'overfitting', lowest: { epoch: 1 } },
    ],
    [
      'val_loss up by a hair',
      { loss: [0.5, 0.4, 0.3, 0.2], val_loss: [0.45, 0.44, 0.442, 0.443] },
      { kind: 'learning' },
    ],
    [
      'val_loss that only swings',
      { loss: [1, 0.9, 0.8, 0.7, 0.6, 0.5], val_loss: [0.9, 0.6, 0.95, 0.58, 0.97, 0.61] },
      { kind: 'learning' },
    ],
    [
      'no validation row right, though most training rows are',
      { loss: [0.5], accuracy: [0.99], val_loss: [6], val_accuracy: [0] },
      { kind: 'sorted', training: { value: 0.99 }, validation: { value: 0 } },
    ],
    [
      'no row right at all: numbers, not classes',
      { loss: [0.5], accuracy: [0], val_loss: [6], val_accuracy: [0] },
      { kind: 'oneEpoch' },
    ],
    [
      'some validation rows right',
      { loss: [0.5], accuracy: [0.99], val_loss: [6], val_accuracy: [0.1] },
      { kind: 'oneEpoch' },
    ],
    [
      'known rows only',
      {
        loss: [0.5, 0.3, 0.2],
        accuracy: [0.7, 0.9, 0.97],
        val_loss: [0.6, 0.55, 0.54],
        val_accuracy: [0.6, 0.7, 0.75],
      },
      { kind: 'gap' },
    ],
  ])('%s', (_name, metrics, expected) => {
    expect(verdict(keras2Log(metrics))).toMatchObject(expected);
  });

  it('calls no falling loss a plateau, however slow', () => {
    const slow = Array.from({ length: 40 }, (_, index) => 1 - index * 0.01);
    expect(verdict(keras2Log({ loss: slow }))).toEqual({ kind: 'learning' });
  });
});
