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

test('what is multiplied is no guess of the product', () => {
  const { words } = summed('is 800*20 = 16000 the number of updates?');
  expect(words).toContain('Yes, 16,000');
  expect(words).not.toContain('No,');
});

test('the time of a step is not explained by rows that nobody named', () => {
  expect(summed('800 steps of 2 ms, why 2 s?').words).not.toContain('batch_size');
});

test('a follow-up asks the same again with other numbers', () => {
  const [, again] = summedInTurn('8 ms a step. Convert to steps per second.', 'and with 4 ms?');
  expect(again).toContain('250 steps per second');
});

describe('two things asked at once are both answered', () => {
  test.each([
    [
      '1,300 poems, 48 at a time: how many iterations per epoch, and how many in the last?',
      '28',
      '4',
    ],
    [
      'if 640 steps take 8 seconds per epoch, whats ms per step and how long do 15 epochs take?',
      '12.5',
      '120',
    ],
    ['confusion matrix: tp 150 tn 700 fp 50 fn 100. accuracy, and then recall?', '85%', '0.6'],
    [
      '시 1300편을 48편씩 넣으면 에폭당 이터레이션이 몇이고 마지막 배치엔 몇 편 들어가요?',
      '28',
      '4',
    ],
    ['5500행 중에 12%를 검증으로 떼면 검증이랑 학습이 각각 몇 행이에요', '660', '4,840'],
  ])('%s', (question, one, other) => {
    const { words } = asked(question);
    expect(words).toContain(one);
    expect(words).toContain(other);
  });

  test('one thing asked is answered once, though an “and” joins the numbers', () => {
    const { words } = summed('3000 rows and a batch of 50, and relu: steps per epoch?');
    expect(words).toContain('60 iterations per epoch');
    expect(words).not.toContain('batches to go through');
  });
});

describe('a table divided in three', () => {
  test.each([
    ['split 10000 rows 70/15/15, how many in each?', ['7,000', '1,500']],
    ['train/val/test = 80:10:10, 4,500 reviews. counts?', ['3,600', '450']],
    ['10000 rows split 70/15/15, batch 32. steps per epoch?', ['219']],
    ['만 개를 6:2:2로 나누고 배치 20이면 한 에폭 몇 스텝', ['300']],
    ['만 개를 6:2:2로 나누고 배치 20이면 검증은 몇 스텝이에요', ['100']],
  ])('only the rows of its part count: %s', (question, results) => {
    const { words } = asked(question);
    for (const result of results) expect(words).toContain(result);
  });
});
