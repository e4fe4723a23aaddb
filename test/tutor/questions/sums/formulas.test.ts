/** Every formula must match numbers worked out by hand, and be explained in both languages. */
import { describe, expect, test } from 'vitest';
import { locales, type Locale } from '../../../../src/content/locale.js';
import { plain } from '../../../../src/content/text.js';
import { translator } from '../../../../src/content/translator.js';
import {
  formulaLines,
  givenLists,
} from '../../../../src/tutor/questions/sums/solve/formula-lines.js';
import type { Given, Worked } from '../../../../src/tutor/questions/sums/solve/formula.js';
import { formulas, workOut } from '../../../../src/tutor/questions/sums/solve/formulas.js';
import { markNumbers } from '../../../../src/tutor/questions/sums/numbers.js';
import { asked } from '../../../support/asked.js';

type Asked = Parameters<typeof workOut>[1];
type Case = readonly [asked: Asked, given: Given, results: readonly number[]];

const counts: Given = {
  truePositives: [120],
  falsePositives: [40],
  falseNegatives: [80],
  trueNegatives: [760],
};
const pairs: Given = { truth: [3, 5, 7], prediction: [2.5, 5.5, 8] };

const cases: readonly Case[] = [
  ['newWeight', { weight: [0.8], gradient: [0.5], learningRate: [0.1] }, [0.75]],
  ['newWeight', { weight: [1, -2], gradient: [-0.5, 1], learningRate: [0.1] }, [1.05, -2.1]],
  ['crossEntropy', { truth: [1], prediction: [0.8] }, [0.22314]],
  ['crossEntropy', { truth: [0], prediction: [0.3] }, [0.35667]],
  ['crossEntropy', { prediction: [0.7] }, [0.35667]],
  ['crossEntropy', { truth: [1, 0], prediction: [0.9, 0.2] }, [0.16425]],
  ['crossEntropy', { truth: [0, 1, 0], prediction: [0.2, 0.5, 0.3] }, [0.69315]],
  ['sigmoid', { value: [0, 2, -2] }, [0.5, 0.8808, 0.1192]],
  ['softmax', { value: [2, 1, 0] }, [0.66524, 0.24473, 0.09003]],
  ['softmax', { value: [1000, 1000] }, [0.5, 0.5]],
  ['neuron', { input: [2, 3], weight: [0.4, -0.2], bias: [0.1], activation: 'relu' }, [0.3]],
  ['neuron', { input: [1], weight: [-1], bias: [0.5], activation: 'relu' }, [0]],
  ['neuron', { input: [3], weight: [0.5], bias: [-1.5], activation: 'sigmoid' }, [0.5]],
  ['neuron', { input: [2], weight: [0.5], activation: 'tanh' }, [0.76159]],
  ['neuron', { input: [4, 3], weight: [0.5, -1] }, [-1]],
  ['mse', { error: [2, -4, 6] }, [18.66667]],
  ['mse', pairs, [0.5]],
  ['mae', { error: [2, -4, 6] }, [4]],
  ['mae', pairs, [0.66667]],
  ['rmse', { error: [3, -4] }, [3.53553]],
  ['rmse', pairs, [0.70711]],
  ['mean', { value: [0.84, 0.86, 0.83, 0.85, 0.87] }, [0.85]],
  ['mean', { value: [0.6, 0.4], count: [32, 8] }, [0.56]],
  ['change', { before: [0.6], after: [0.45] }, [0.25]],
  ['change', { before: [0.8], after: [0.88] }, [0.1]],
  ['standardised', { value: [55], mean: [40], deviation: [10] }, [1.5]],
  ['scaledValue', { value: [20, 30], least: [10], most: [50] }, [0.25, 0.5]],
  ['scaledValue', { value: [51], most: [255] }, [0.2]],
  ['precision', counts, [0.75]],
  ['recall', counts, [0.6]],
  ['f1', counts, [0.66667]],
  ['f1', { precision: [0.75], recall: [0.6] }, [0.66667]],
  ['accuracy', counts, [0.88]],
  ['specificity', counts, [0.95]],
  ['percentOf', { part: [1632], whole: [8000] }, [0.204]],
  ['partOf', { whole: [10_000], ofWhole: [20.37] }, [2037]],
  ['partOf', { whole: [8000], ofWhole: [0.2] }, [1600]],
  ['partOf', { whole: [10_000], ofWhole: [70, 15, 15] }, [7000, 1500, 1500]],
  ['wholeOf', { part: [6400], ofWhole: [0.8] }, [8000]],
  ['gain', { before: [0.81], after: [0.86], whole: [2000] }, [100]],
  ['gain', { before: [86], after: [84], whole: [2000] }, [40]],
  ['timeAtRate', { amount: [8000], rate: [4000], epochs: [20] }, [40]],
  ['timeAtRate', { amount: [160_000], rate: [4000] }, [40]],
  ['recall', { truePositives: [208], positives: [405] }, [0.51358]],
  ['precision', { truePositives: [190], flagged: [250] }, [0.76]],
  ['learningRate', { learningRate: [0.08], factor: [0.5], interval: [10], epochNow: [35] }, [0.01]],
  ['learningRate', { learningRate: [0.01], factor: [0.9], epochNow: [4] }, [0.00729]],
  ['learningRate', { learningRate: [0.1], factor: [10], interval: [30], epochs: [60] }, [0.001]],
];

function worked(wanted: Asked, given: Given): Worked {
  const found = workOut(given, wanted);
  if (!found) throw new Error(`${wanted} does not follow from ${JSON.stringify(given)}`);
  return found;
}

const told = (wanted: Asked, given: Given, locale: Locale): string =>
  formulaLines(worked(wanted, given), translator(locale)).map(plain).join('\n');

test.each(cases)('%s of %j is %j', (wanted, given, results) => {
  const found = worked(wanted, given).results;
  expect(found).toHaveLength(results.length);
  results.forEach((result, at) => {
    expect(found[at]).toBeCloseTo(result, 4);
  });
});

test('every formula is tested, and its numbers can be explained', () => {
  const found = cases.map(([wanted, given]) => worked(wanted, given));
  expect(formulas.filter((one) => !found.some(({ formula }) => formula === one))).toEqual([]);
  for (const locale of locales) {
    const t = translator(locale);
    for (const one of found) expect(givenLists(one, t).join()).toMatch(/\d/);
  }
});

test.each<[Asked, Given]>([
  ['newWeight', { weight: [0.8, 0.2], gradient: [0.5], learningRate: [0.1] }],
  ['newWeight', { weight: [0.8], gradient: [0.5] }],
  ['crossEntropy', { truth: [3], prediction: [0.5] }],
  ['crossEntropy', { prediction: [80] }],
  ['softmax', { value: [2] }],
  ['neuron', { input: [1, 2], weight: [0.5] }],
  ['mse', { truth: [1, 2], prediction: [1] }],
  ['mean', { value: [0.5] }],
  ['change', { before: [0], after: [1] }],
  ['standardised', { value: [1], mean: [0], deviation: [0] }],
  ['scaledValue', { value: [1], least: [5], most: [5] }],
  ['precision', { truePositives: [0], falsePositives: [0] }],
  ['recall', { truePositives: [-1], falseNegatives: [2] }],
  ['percentOf', { part: [9000], whole: [8000] }],
  ['partOf', { whole: [8000], ofWhole: [250] }],
  ['partOf', { whole: [8000], ofWhole: [0.8, 0.3] }],
  ['wholeOf', { part: [6400], ofWhole: [0] }],
  ['gain', { before: [0.8], after: [0.9] }],
  ['timeAtRate', { amount: [8000], rate: [0] }],
  ['recall', { truePositives: [406], positives: [405] }],
  ['learningRate', { learningRate: [0.1], factor: [0.5], interval: [10], epochNow: [3] }],
])('%s does not follow from %j', (wanted, given) => {
  expect(workOut(given, wanted)).toBeUndefined();
});

describe('explained with the numbers put in, the result first', () => {
  test.each<[Asked, Given, string, string]>([
    [
      'newWeight',
      { weight: [0.8], gradient: [-0.5], learningRate: [0.1] },
      'New weight: 0.85. Plain gradient descent takes learning rate × gradient off the weight: 0.8 − 0.1 × (-0.5).',
      '새 가중치: 0.85. 기본 경사 하강법에서는 가중치에서 학습률 × 기울기를 빼요: 0.8 − 0.1 × (-0.5).',
    ],
    [
      'learningRate',
      { learningRate: [0.01], factor: [0.9], epochNow: [4] },
      'Learning rate 0.00729: 0.01 × 0.9^3, as by then it has been lowered 3 times.',
      '학습률: 0.00729. 그때까지 3번 낮아져요: 0.01 × 0.9^3.',
    ],
    [
      'crossEntropy',
      { truth: [1, 0], prediction: [0.9, 0.2] },
      'Loss 0.164: −(ln 0.9 + ln (1 − 0.2)) ÷ 2.',
      '손실: 0.164. 크로스 엔트로피는 정답에 준 확률의 자연로그(ln)에 마이너스를 붙인 값이에요: −(ln 0.9',
    ],
    [
      'sigmoid',
      { value: [2] },
      '0.881 (88.08%): sigmoid is 1 ÷ (1 + e^−x), here 1 ÷ (1 + e^(-2)).',
      '0.881 (88.08%). 시그모이드 식 1 ÷ (1 + e^−x)에 넣으면 이래요: 1 ÷ (1 + e^(-2)).',
    ],
    [
      'softmax',
      { value: [2, 1, 0] },
      '0.665, 0.245, 0.09 (66.52%, 24.47%, 9%)',
      '합: e^2 + e^1 + e^0.',
    ],
    [
      'neuron',
      { input: [2, 3], weight: [0.4, -0.2], bias: [0.1], activation: 'relu' },
      'Output 0.3: each input times its weight, all added up, with the bias if there is one: relu(2 × 0.4 + 3 × (-0.2) + 0.1) = relu(0.3).',
      '출력: 0.3.',
    ],
    [
      'mse',
      { error: [2, -4, 6] },
      'MSE 18.667, the mean of the squared errors: (2² + (-4)² + 6²) ÷ 3.\nFrom the same numbers: MAE 4, RMSE 4.32.',
      'MSE: 18.667. 오차를 제곱해서 평균을 내요: (2² + (-4)² + 6²) ÷ 3.\n같은 숫자로 구한 다른 값: MAE 4, RMSE 4.32.',
    ],
    [
      'mae',
      { truth: [3, -1], prediction: [2, 1] },
      '(|2 − 3| + |1 − (-1)|) ÷ 2',
      '|1 − (-1)|) ÷ 2',
    ],
    ['rmse', { truth: [3], prediction: [2] }, '√((2 − 3)²)', '√((2 − 3)²)'],
    [
      'mean',
      { value: [0.6, 0.4], count: [32, 8] },
      'Mean 0.56: each value counts as often as it has rows, (0.6 × 32 + 0.4 × 8) ÷ 40.',
      '평균: 0.56. 값마다 데이터 개수만큼 쳐서 평균을 내요: (0.6 × 32 + 0.4 × 8) ÷ 40.',
    ],
    [
      'mean',
      { value: [0.71, 0.75], isPercent: true },
      'Mean 73%: ',
      '평균: 73%. 모두 더해서 개수로 나눠요: (71% + 75%) ÷ 2.',
    ],
    [
      'change',
      { before: [0.6], after: [0.45] },
      '25% less: ',
      '25% 감소. 차이를 원래 값으로 나눠요: (0.45 − 0.6) ÷ 0.6.',
    ],
    ['change', { before: [0.8], after: [0.88] }, '10% more: ', '10% 증가.'],
    [
      'standardised',
      { value: [55], mean: [40], deviation: [10] },
      '1.5: (value − mean) ÷ standard deviation, here (55 − 40) ÷ 10.',
      '(55 − 40) ÷ 10.',
    ],
    ['scaledValue', { value: [51], most: [255] }, 'here 51 ÷ 255.', '0.2. '],
    [
      'precision',
      counts,
      'Precision 0.75 (75%), the share of what was called positive that really is: 120 ÷ (120 + 40).\nFrom the same numbers: recall 0.6, F1 0.667, accuracy 0.88, specificity 0.95.',
      '정밀도(precision): 0.75 (75%).',
    ],
    ['recall', counts, 'Recall 0.6 (60%)', '재현율(recall): 0.6 (60%).'],
    ['f1', counts, '2 × 0.75 × 0.6 ÷ (0.75 + 0.6)', 'F1: 0.667 (66.67%).'],
    ['accuracy', counts, '(120 + 760) ÷ (120 + 760 + 40 + 80)', 'accuracy: 0.88 (88%).'],
    ['specificity', counts, 'Specificity 0.95 (95%)', '특이도(specificity): 0.95 (95%).'],
    [
      'partOf',
      { whole: [8000], ofWhole: [0.2] },
      '1,600, and 6,400 are left: the whole times the share, 8,000 × 0.2.',
      '1,600(나머지 6,400).',
    ],
    [
      'partOf',
      { whole: [8000], ofWhole: [0.5, 0.5] },
      '4,000, 4,000: the whole times the share, 8,000 × 0.5, 8,000 × 0.5.',
      '4,000, 4,000. 전체에 비율을 곱해요',
    ],
    [
      'timeAtRate',
      { amount: [8000], rate: [4000], epochs: [20] },
      '40 seconds: the number in all, divided by the number per second, 8,000 × 20 ÷ 4,000.',
      '40초.',
    ],
    [
      'gain',
      { before: [0.81], after: [0.86], whole: [2000] },
      'A difference of 100: the gap between the two shares, times the whole, (0.86 − 0.81) × 2,000.',
      '차이: 100.',
    ],
  ])('%s of %j', (wanted, given, en, ko) => {
    expect(told(wanted, given, 'en')).toContain(en);
    expect(told(wanted, given, 'ko')).toContain(ko);
  });
});

test.each([
  ['errors 2, -4 and 6', [false, true, false]],
  ['(-4, 3)', [true, false]],
  ['w=-0.2', [true]],
  ['마이너스 3이랑 minus 4', [true, true]],
  ['10-4 and 10 minus 4', [false, false, false, false]],
  ['11-6-1', [false, false, false]],
])('a minus sign is one only if it stands alone: %s', (text, signs) => {
  expect(markNumbers(text).numbers.map(({ isNegative = false }) => isNegative)).toEqual(signs);
});

describe('asked in other words', () => {
  test.each<[Locale, string, readonly string[]]>([
    [
      'en',
      'Weight is 0.8, gradient 0.5, learning rate 0.1, plain SGD. Where is the weight after this update?',
      ['0.75'],
    ],
    ['ko', '정답이 1인데 모델이 0.8이라고 하면 크로스엔트로피 손실값이 얼마?', ['0.223']],
    ['en', 'errors were 2, -4 and 6: mse and mae?', ['18.667', '4']],
    ['ko', '실제 3, 5, 7 예측 2.5, 5.5, 8: mse?', ['0.5']],
    ['en', 'three outputs before softmax: 2, 1, 0', ['0.665', '0.245']],
    ['ko', '세 출력이 2, 1, 0이면 softmax 하면 얼마씩이에요', ['0.665', '0.245', '0.09']],
    ['ko', '시그모이드에 2 넣으면 몇 퍼센트', ['88.08']],
    ['en', 'folds gave 0.84, 0.86, 0.83, 0.85, 0.87: the mean?', ['0.85']],
    ['ko', '두 배치 loss 0.6(32개), 0.4(8개) 전체 평균', ['0.56']],
    ['en', 'TP 120 FP 40 FN 80 TN 760: precision, recall?', ['0.75', '0.6']],
    ['ko', '평균 40, 표준편차 10인 열에서 55는 표준화하면?', ['1.5']],
    ['en', 'inputs 2 and 3, weights 0.4, -0.2, bias 0.1, relu', ['0.3']],
    [
      'en',
      'halving the learning rate every 10 epochs from 0.08: what is it in epoch 35?',
      ['0.01'],
    ],
    ['ko', '매 에폭 0.9를 곱하면 0.01에서 네 번째 에폭 학습률은?', ['0.00729']],
    ['en', 'loss fell from 0.60 to 0.45: by how many percent?', ['25%']],
  ])('%s: %s', (locale, question, results) => {
    const { choice, words } = asked(question, { locale });
    expect(choice).not.toBe('unsure');
    for (const result of results) expect(words).toContain(result);
  });

  test.each([
    'is a loss of 0.6 bad?',
    'what does precision 0.75 mean',
    '정밀도 0.75는 무슨 뜻이에요',
    '로스 0.6이면 나쁜 건가요?',
  ])('a question that wants words gets no sum: %s', (question) => {
    expect(asked(question).target).not.toBe('sum');
  });
});
