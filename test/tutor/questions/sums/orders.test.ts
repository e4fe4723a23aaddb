/** The same facts in any order and many wordings have one answer. */
import { expect, test } from 'vitest';
import { dice, type Dice } from '../../../../src/datasets/random.js';
import { summed } from '../../../support/summed.js';

interface Wordings {
  readonly rows: readonly string[];
  readonly batch: readonly string[];
  readonly epochs: readonly string[];
  readonly steps: readonly string[];
  readonly updates: readonly string[];
  readonly joined: readonly string[];
}

const english: Wordings = {
  rows: [
    ...['# rows', '# samples', '# training images', 'a dataset of # examples', 'rows=#', 'n=#'],
    ...['# data points', 'my data has # records', 'samples: #', '# pictures in total', '#'],
  ],
  batch: [
    ...[
      'batch #',
      'batch size #',
      'batch_size=#',
      'batches of #',
      'a batch size of #',
      '# per batch',
    ],
    ...['bs #', 'mini-batch size: #', '# rows at a time', '# samples per step'],
  ],
  epochs: [
    ...['# epochs', 'epochs=#', 'epochs: #', '# training epochs', 'trained for # epochs'],
    ...['# full passes over the data', 'nb_epoch=#'],
  ],
  steps: [
    ...['how many iterations per epoch', 'steps per epoch', 'number of batches in each epoch'],
    ...['how many steps in one epoch', 'calculate the iterations per epoch'],
    ...['how many weight updates per epoch', 'what is steps_per_epoch'],
  ],
  updates: [
    ...['how many weight updates in total', 'total number of updates', 'how many updates'],
    ...['total iterations', 'how often are the weights updated', 'how many iterations altogether'],
  ],
  joined: [', ', ' and ', ' with ', '; ', ' - ', ', then '],
};

const korean: Wordings = {
  rows: [
    ...['데이터 #개', '#행', '이미지 #장', '샘플이 #개', '학습 데이터 #건', '데이터가 #개고'],
    ...['전체 #개', '고객 #명', 'rows=#', '사진 #장을'],
  ],
  batch: [
    ...['배치 #', '배치 크기 #', '배치 사이즈는 #', 'batch_size=#', '#개씩', '한 배치에 #개'],
    ...['배치 #짜리', '미니배치 #', '배치당 #개', '한 번에 #개'],
  ],
  epochs: [
    ...['에포크 #', '#에폭', '에폭 #번', 'epochs=#', '에포크는 #번', '# 에포크', '#번 반복'],
  ],
  steps: [
    ...['에포크당 몇 번', '한 에폭에 몇 스텝', '스텝 수는', '에폭당 이터레이션 몇 번'],
    ...['한 에포크에 이터레이션이 몇 번', 'steps per epoch 몇'],
  ],
  updates: [
    ...['총 몇 번 업데이트', '가중치를 모두 몇 번 고쳐요', '업데이트 횟수는', '총 스텝 수는'],
    ...['전체 이터레이션은 몇 번', '다 합쳐서 몇 번 갱신'],
  ],
  joined: [', ', ' ', ' 그리고 ', ' / '],
};

/** Written once everything above was answered correctly. */
const moreEnglish: Wordings = {
  rows: [
    ...[
      'there are # rows',
      'train on # images',
      'my csv has # lines',
      'dataset size #',
      '# customers',
    ],
    ...['a training set with # entries', '# labeled images', 'len(x) = #', 'num_samples: #'],
  ],
  batch: [
    ...[
      'batchsize #',
      'minibatches of #',
      'each batch holds #',
      '# samples in each batch',
      'a #-row batch',
    ],
    ...[
      'using # as batch size',
      'batch of #',
      'batch size is set to #',
      '# examples per mini-batch',
    ],
  ],
  epochs: [
    ...['# ep', 'for # epochs', 'epochs set to #', 'number of epochs: #', 'over # epochs'],
    ...['running it for # epochs', '# passes through the data'],
  ],
  steps: [
    ...[
      'how many steps does one epoch take',
      'iterations in an epoch',
      'what are the steps per epoch',
    ],
    ...['how many batches make an epoch', 'how many gradient updates each epoch'],
    ...['tell me the number of iterations per epoch'],
  ],
  updates: [
    ...[
      'how many steps will it take altogether',
      'overall number of weight updates',
      'total steps',
    ],
    ...['how many times do the weights change', 'how many gradient steps in all'],
    ...['the total count of iterations'],
  ],
  joined: [', ', ' / ', ' plus ', '. ', ' | ', ' using '],
};

const moreKorean: Wordings = {
  rows: [
    ...[
      '행이 #개',
      '훈련 데이터는 #개',
      '데이터셋 크기 #',
      '리뷰 #건',
      '문장이 #개',
      '데이터 총 #개',
    ],
    ...['#개의 데이터', '학습용 이미지가 #장', 'samples=#'],
  ],
  batch: [
    ...['배치를 #으로', '배치사이즈=#', '배치가 #이고', '미니배치 크기 #', '#장씩 묶어서', 'bs #'],
    ...['배치 하나에 #개', '#개 단위 배치', 'batch #'],
  ],
  epochs: [...['에폭을 #번', '총 #에포크', 'epoch #', '에포크 수는 #', '#에폭 동안', '#회 에포크']],
  steps: [
    ...['1에폭당 스텝이 몇 개', '에폭 하나에 업데이트 몇 번', '한 에포크가 몇 이터레이션'],
    ...['에포크마다 배치가 몇 개', '한 에폭 도는 데 몇 번', '에폭당 스텝 개수 알려줘'],
  ],
  updates: [
    ...[
      '전부 몇 번 업데이트돼요',
      '가중치 갱신 횟수는 총 얼마',
      '총 이터레이션 수',
      '모두 몇 스텝',
    ],
    ...['파라미터를 몇 번 고치게 되나요', '전체 업데이트 수를 구해줘'],
  ],
  joined: [', ', ' ', '. ', ' + ', ', 그리고 '],
};

const pick = <T>(roll: Dice, from: readonly T[]): T => {
  const picked = from[roll.integer(0, from.length - 1)];
  if (picked === undefined) throw new RangeError('nothing to pick from');
  return picked;
};

function shuffled(roll: Dice, items: readonly string[]): readonly string[] {
  return items
    .map((item) => [roll.integer(0, 1e6), item] as const)
    .toSorted(([one], [other]) => one - other)
    .map(([, item]) => item);
}

interface Case {
  readonly question: string;
  readonly right: string;
}

function anyCase(roll: Dice, words: Wordings): Case {
  const rows = pick(roll, [100, 768, 1000, 1500, 4500, 8000, 12_000, 50_000, 60_000]);
  const batch = pick(roll, [5, 10, 16, 20, 32, 50, 64, 100, 128]);
  const epochs = pick(roll, [3, 5, 7, 12, 15, 25, 30, 40]);
  const hasEpochs = roll.chance(0.6);
  const say = (wording: string, value: number): string =>
    wording.replace('#', roll.chance(0.3) ? value.toLocaleString('en') : String(value));
  const facts = shuffled(roll, [
    say(pick(roll, words.rows), rows),
    say(pick(roll, words.batch), batch),
    ...(hasEpochs ? [say(pick(roll, words.epochs), epochs)] : []),
  ]);
  // A bare number comes with the others, not first among unknown ones.
  const asked = pick(roll, hasEpochs ? words.updates : words.steps);
  const list = facts.join(pick(roll, words.joined));
  const question = roll.chance(0.5)
    ? `${list}${pick(roll, [': ', ', ', '. ', ' '])}${asked}?`
    : `${asked}${pick(roll, [' for ', ': ', ' with ', ', ', '? '])}${list}`;
  const steps = Math.ceil(rows / batch);
  return { question, right: (hasEpochs ? steps * epochs : steps).toLocaleString('en') };
}

const says = (words: string, number: string): boolean =>
  new RegExp(String.raw`(?<![\d,.])${number}(?!\d|[,.]\d)`).test(words);

test.each([
  ['English', english],
  ['Korean', korean],
  ['more English', moreEnglish],
  ['more Korean', moreKorean],
])('%s, in random orders', (_language, words) => {
  const roll = dice(77);
  const cases = Array.from({ length: 1500 }, () => anyCase(roll, words));
  const wrong = cases.filter(({ question, right }) => !says(summed(question).words, right));
  // Some orders mean nothing to a person either: “5, then batch 100 epochs 1000 rows”.
  expect(
    wrong.length / cases.length,
    wrong
      .slice(0, 25)
      .map(({ question }) => question)
      .join('\n'),
  ).toBeLessThan(0.03);
});
