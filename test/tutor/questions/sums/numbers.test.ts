/** Words and signs beside a number that are taken for a part of it, or are none. */
import { describe, expect, test } from 'vitest';
import { normalText } from '../../../../src/tutor/questions/normal-text.js';
import { markNumbers } from '../../../../src/tutor/questions/sums/numbers.js';
import { readSum } from '../../../../src/tutor/questions/sums/reading.js';

const valuesOf = (text: string): readonly number[] =>
  markNumbers(normalText(text)).numbers.map(({ value }) => value);

const minute = 60_000;

describe.each<[kind: string, cases: readonly (readonly [text: string, values: number[]])[]]>([
  [
    'what only begins like money is none',
    [
      ['배치 10, 원래 데이터 800개', [10, 800]],
      ['기울기 12. 원래 가중치 3', [12, 3]],
      ['배치 10 원핫 인코딩', [10]],
      ['책값 3만원, 배치 10', [10]],
      ['50만 원으로 산 그래픽카드, 배치 10', [10]],
      ['15,000원짜리 책, 배치 10', [10]],
    ],
  ],
  [
    'what only begins like a time is none',
    [
      ['배치 64 초당 몇 장', [64]],
      ['0.5초당 한 스텝', [500]],
      ['배치 10 초과', [10]],
      ['스텝당 5초', [5000]],
      ['손님 800분', [800]],
      ['손님 30명이 5분 기다림', [30, 5 * minute]],
      ['학생 30분 동안', [30 * minute]],
      ['8 min-max 정규화, min 4, max 20', [8, 4, 20]],
      ['took 5 min, 20 epochs', [5 * minute, 20]],
    ],
  ],
  [
    'what only begins like a scale is none',
    [
      ['배치 10 만들기', [10]],
      ['배치 64 만약 쓰면', [64]],
      ['배치 10 천천히', [10]],
      ['2 만 개', [20_000]],
      ['5 천 행', [5000]],
    ],
  ],
  [
    '만 that means “only” is no ten thousand',
    [
      ['에폭 2만 돌렸고', [2]],
      ['배치 16만 쓰고', [16]],
      ['epochs=30만 줬거든', [30]],
      ['0.02만 뗌', [0.02]],
      ['0.1만큼 줄임', [0.1]],
      ['8만큼 빗나감', [8]],
      ['20만 남음', [20]],
      ['2만 행', [20_000]],
      ['데이터 2만', [20_000]],
      ['데이터 2만 썼고', [20_000]],
      ['10만 개 중 2만 쓰고', [100_000, 20_000]],
      ['스텝 2만 돌렸고', [20_000]],
      ['에폭 2만 번', [20_000]],
      ['2만개', [20_000]],
    ],
  ],
  [
    'Korean words for parts of a number, shares and times',
    [
      ['파라미터 5천만 개', [50_000_000]],
      ['5백만 행', [5_000_000]],
      ['1만 행 중 3할', [10_000, 0.3]],
      ['배치 3할 때', [3]],
      ['1200개를 8:2로 훈련 테스트 나누고', [1200, 0.2]],
      ['배치 서른둘로 하면', [32]],
      ['서른다섯살인데 배치 10', [10]],
      ['두 시간 안에', [120 * minute]],
      ['1시간 15분 걸림', [75 * minute]],
      ['3 hours and 20 min, 40 epochs', [200 * minute, 40]],
    ],
  ],
  [
    'a sign between two counts makes none of them a factor',
    [
      ['8000 rows x 20 epochs at 4000 rows/s', [8000, 20, 4000]],
      ['augmented images x4, batch 10', [10]],
    ],
  ],
  [
    'tasks are counted, or have a number in a book',
    [
      ['300문제 풀었다', [300]],
      ['1500문제에 120개 틀림', [1500, 120]],
      ['3번 문제는 배치 10', [10]],
      ['문제 3 배치 10', [10]],
      ['question 3: batch 10', [10]],
      ['sec. 2.4, batch 10', [10]],
      ['Dumb question. 8000 rows, batch 10', [8000, 10]],
      ['60 rows/sec. 8000 rows', [60, 8000]],
    ],
  ],
  [
    'signs of places, ages and ratios are read as such only',
    [
      ['픽셀 64를 255로 나누면', [64, 255]],
      ['셀 64에서 배치 10', [10]],
      ['배치 10과 배치 20', [10, 20]],
      ['학습 테스트 8대2로', [0.2]],
      ['그래픽카드 8대 2시간', [8, 120 * minute]],
      ['95점은 평균 75', [95, 75]],
      ['5점짜리, 배치 10', [10]],
    ],
  ],
  [
    'who waits corrects nothing',
    [
      ['takes 2 s, there are 20 epochs. so i wait 40 s', [2000, 20, 40_000]],
      ['i have 64 rows, wait, no: 128 rows', [128]],
      ['8,010 rows in batches of 10... wait, 8,013 rows', [10, 8013]],
    ],
  ],
  [
    'so many seconds are no batches, and batches no seconds',
    [
      ['8000 rows in 4s, rows per second?', [8000, 4000]],
      ['my run finished in 45s', [45_000]],
      ['45 epochs of 40s', [45, 40_000]],
      ['6000 rows in 24s, steps?', [6000, 24]],
      ['samples are cut into 100s', [100]],
      ['batches of 20s', [20]],
    ],
  ],
])('%s', (_kind, cases) => {
  test.each(cases)('%s', (text, values) => {
    expect(valuesOf(text)).toEqual(values);
  });
});

test.each([
  ['no bias 400 weights 25 inputs, how many neurons', true],
  ['use_bias is False, 3,000 weights', true],
  ['a neuron with bias 0.5 and weight 2', false],
])('a layer has no bias where that is said: %s', (text, isWithoutBias) => {
  expect(readSum(normalText(text)).isWithoutBias).toBe(isWithoutBias);
});
