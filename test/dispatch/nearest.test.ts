import { expect, test } from 'vitest';
import { nearest } from '../../src/dispatch/nearest.js';

const options = ['epochs', 'batch', 'batch_size', 'lr', 'learning_rate', 'y', 'csv'];

test.each([
  ['epoch', 'epochs'],
  ['EPOHCS', 'epochs'],
  ['bacth', 'batch'],
  ['batchsize', 'batch_size'],
  ['learning-rat', 'learning_rate'],
  ['rl', 'lr'],
  ['l', 'lr'],
])('%s most likely means %s', (given, meant) => {
  expect(nearest(given, options)).toBe(meant);
});

test.each(['x', 'xy', 'cat', 'momentum', '🙂', ''])('%s means none of them', (given) => {
  expect(nearest(given, options)).toBeUndefined();
});
