import { expect, test } from 'vitest';
import { looksLikeCode } from '../../../../src/adapters/web/page/looks-like-code.js';

test.each([
  '/fit epochs:20',
  'fit epochs=20 batch_size=10',
  'epochs=20',
  'model.fit(X, y, epochs=5)',
  'history = model.fit(X, y)',
  'import keras',
])('%s is set like code', (line) => {
  expect(looksLikeCode(line)).toBe(true);
});

test.each([
  'What is a batch?',
  'why does epochs=20 matter?',
  'loss (training) goes up',
  '손실(loss)이 왜 올라가요',
  'epochs=20이면 뭐가 달라져요',
  'import the data and tell me about it, what is it?',
])('%s is not', (line) => {
  expect(looksLikeCode(line)).toBe(false);
});
