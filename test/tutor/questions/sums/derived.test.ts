/**
 * Sums without a rule of their own: recognized from labelled questions, derived with the table of equations.
 */
import { describe, expect, test } from 'vitest';
import { asked } from '../../../support/asked.js';
import { summed, summedInTurn } from '../../../support/summed.js';

describe('a sum in its own words', () => {
  test.each([
    ['8 ms a step. Convert to steps per second.', '125 steps per second'],
    ['out of 1,797 digits i put 360 away as a test. that leaves what for training?', '1,437'],
    ['80 of my 400 rows are validation, so thats what percent', '20%'],
    ['정확도 0.92, 테스트 2,500장. 맞힌 건 몇 장?', '2,300'],
    ['유닛 64인 층 파라미터가 1,408로 나와. 실제 feature 개수 얼마', '21'],
    ['맞힌 거 188개 전체 200개, 나머지 오답은 몇 개야', '12'],
  ])('%s', (question, result) => {
    expect(asked(question).words).toContain(result);
  });
});

test.each([
  ['I have 6000 train rows and 2000 test rows, batch 50. steps per epoch?', '120'],
  ['60000 train 10000 test mnist batch 100, steps per epoch while training?', '600'],
  ['train 5,600 test 1,400. So the test portion is?', '20%'],
  ['out of 1,797 digits i put 360 away as a test. what is left for training?', '1,437'],
])(
  'test rows beside others are subtracted only if the question says so: %s',
  (question, result) => {
    expect(asked(question).words).toContain(result);
  },
);

test.each([
  ['a Dense layer with use_bias=False has 240 parameters and 10 units. how many inputs?', '24'],
  ['a Dense layer has 240 parameters and 10 units. how many inputs?', '23'],
  ['a layer w/o bias, 40 inputs, 10 units: parameters?', '400'],
])('biases are counted unless there are none: %s', (question, result) => {
  expect(asked(question).words).toContain(result);
});

test('updates so far say which epoch it is, whatever epochs there are to be', () => {
  const question = 'iteration 4,100, batch 10, 8000 rows, 20 epochs. which epoch am i in?';
  expect(asked(question).words).toContain('epoch 6');
});

test.each([
  ['1,500 customers, 75 portions. how many customers in one portion?', '20'],
  ['250 leaves, 20 mis-sorted, accuracy in percent?', '92%'],
  ['20,500 rows, 128 each. how many steps per epoch?', '161'],
  ['4 cards with 16 each, 3200 rows, steps per epoch?', '50'],
])('numbers of different things stay apart: %s', (question, result) => {
  expect(asked(question).words).toContain(result);
});

test('bytes follow the named number type; otherwise the type is stated', () => {
  expect(summed('a model with 50,000 params in float16, bytes of the weights?').words).toContain(
    '100,000 bytes',
  );
  const { words } = summed('25,000 parameters, how many bytes do the weights take?');
  expect(words).toContain('100,000 bytes');
  expect(words).toContain('as in float32');
});

test('a known data set is asked about its test rows if the question mentions the test', () => {
  const { words } = summed('mnist test: 200 errors, accuracy in percent?');
  expect(words).toContain('98%');
});

test('an ambiguous reading is stated along with the sum', () => {
  const doubtful = asked('2000 32 20 and then updates how many are they');
  expect(doubtful.words).toMatch(/I read your numbers as|I took|2,000/);
});

test.each([
  'is batch 64 better than 32 for 8000 rows?',
  '배치 32 주면 32개만 배우고 끝?',
  'my loss is 0.69 after 20 epochs, is it broken?',
])('a question that wants words gets no sum: %s', (question) => {
  expect(asked(question).target).not.toBe('sum');
});

test('a follow-up asks the same again with other numbers', () => {
  const [, again] = summedInTurn('8 ms a step. Convert to steps per second.', 'and with 4 ms?');
  expect(again).toContain('250 steps per second');
});
