import { describe, expect, test } from 'vitest';
import { readVaried, variedSettings } from '../../commands/varied-settings.js';
import { splitWords } from '../../src/dispatch/words.js';
import { UserError } from '../../src/errors.js';

/** As it really arrives: through the line grammar. */
function varied(line: string): ReturnType<typeof readVaried> {
  const { options } = splitWords(line);
  return readVaried(Object.fromEntries(options.map(({ name, value }) => [name, value])));
}

describe('one option, several values', () => {
  test.each([
    ['batch:10,100', 'batch', [10, 100]],
    ['batch:10, 100', 'batch', [10, 100]],
    ['batch:10|1_000', 'batch', [10, 1000]],
    ['lr:0.1/1e-2', 'lr', [0.1, 0.01]],
    ['optimizer:Adam,SGD', 'optimizer', ['adam', 'sgd']],
    ['activation:relu,tanh,sigmoid', 'activation', ['relu', 'tanh', 'sigmoid']],
    ['dropout:0,0.3', 'dropout', [0, 0.3]],
    ['layers:6,6|32', 'layers', ['6,6', '32']],
    ['layers:6-6,32', 'layers', ['6,6', '32']],
    ['layers:[6, 6], [32]', 'layers', ['6,6', '32']],
    ['layers:"6,6 vs 32"', 'layers', ['6,6', '32']],
    ['layers:none|6-6|0', undefined, 'error.variedTwice'],
    ['layers:none|6,6', 'layers', ['none', '6,6']],
    ['batch:10,10', undefined, 'error.variedTwice'],
    ['lr:0.001,1e-3', undefined, 'error.variedTwice'],
    // No thousands separator in a list: the second value is 0.
    ['batch:1,000', undefined, 'error.integer'],
    ['optimizer:adam,adagrad', undefined, 'error.choice'],
    ['layers:6,6|9999', undefined, 'error.layers'],
    ['batch:","', undefined, 'error.empty'],
  ])('%s', (line, option, values) => {
    if (option === undefined) {
      let refused: unknown;
      try {
        varied(line);
      } catch (error) {
        refused = error;
      }
      expect(refused).toBeInstanceOf(UserError);
      expect(refused).toMatchObject({ key: values });
      return;
    }
    expect(varied(line).variations).toEqual([{ option, values }]);
  });

  test('one value does not count as several', () => {
    expect(varied('batch:10 layers:6,32')).toEqual({
      variations: [],
      fixed: { batch: 10, layers: '6,32' },
    });
  });
});

test('all combinations, with one seed, each as /fit would have it', () => {
  const all = variedSettings(varied('batch:10,100 optimizer:adam,sgd layers:8'), {}, undefined);
  expect(all.map(({ values }) => values)).toEqual([
    [10, 'adam'],
    [10, 'sgd'],
    [100, 'adam'],
    [100, 'sgd'],
  ]);
  expect(all.map(({ settings }) => settings.learningRate)).toEqual([0.001, 0.01, 0.001, 0.01]);
  expect(all.every(({ settings }) => settings.layers.join() === '8')).toBe(true);
  expect(new Set(all.map(({ settings }) => settings.seed)).size).toBe(1);
});

test('what /fit refuses is refused in the same words', () => {
  expect(() => variedSettings(varied('optimizer:sgd,adam'), { momentum: 0.9 }, undefined)).toThrow(
    expect.objectContaining({ key: 'error.momentumNeedsSgd' }) as Error,
  );
});
