/** Numbers as people write them, and the quantity each one stands for. */
import { describe, expect, test } from 'vitest';
import { normalText } from '../../../../src/tutor/questions/normal-text.js';
import { markRoles } from '../../../../src/tutor/questions/sums/mark-roles.js';
import { readSum } from '../../../../src/tutor/questions/sums/reading.js';

describe('numbers and what they count', () => {
  test.each([
    ['60000개, batch 128, 5에포크', { rows: 60_000, batch: 128, epochs: 5 }],
    ['6만 장, 배치 100', { rows: 60_000, batch: 100 }],
    ['1만 2천 개를 64개씩', { rows: 12_000, batch: 64 }],
    ['육만 오천 개, 배치 백이면', { rows: 65_000, batch: 100 }],
    ['4천8백 행, 배치 16', { rows: 4800, batch: 16 }],
    ['2만3천5백 장을 배치 50으로', { rows: 23_500, batch: 50 }],
    ['삼천육백 개, 배치 스물넷', { rows: 3600, batch: 24 }],
    ['three quarters of 8,000 rows go to training', { rows: 8000, validationSplit: 0.25 }],
    ['i batch 700 rows by 30', { rows: 700, batch: 30 }],
    ['전체 9000개에서 배치 20, 검증용 1000개는 따로', { rows: 8000, batch: 20 }],
    ['5 epochs and then 7 more epochs, in total, on 600 rows', { epochs: 12, rows: 600 }],
    ['640 cats and 360 dogs', { rows: 1000 }],
    ['60k images with a batch size of 1,024', { rows: 60_000, batch: 1024 }],
    ['데이터 천 개, 배치 크기는 10', { rows: 1000, batch: 10 }],
    ['８０００행 배치 １０', { rows: 8000, batch: 10 }],
    ['epochs=20, batch_size=10', { epochs: 20, batch: 10 }],
    ['배치 100 에포크 10 데이터 1000개', { batch: 100, epochs: 10, rows: 1000 }],
    ['batch=32 epochs=5 n=1_000', { batch: 32, epochs: 5, rows: 1000 }],
    ['5 epochs, 100 samples per batch, 2000 rows', { epochs: 5, batch: 100, rows: 2000 }],
    ['how many iterations per epoch for 1000 rows, batch 32', { rows: 1000, batch: 32 }],
    ['calculate steps per epoch with 50000 data points', { rows: 50_000 }],
    ['10,000 rows with 20% validation', { rows: 10_000, validationSplit: 0.2 }],
    ['validation_split=.25 of 400 rows', { rows: 400, validationSplit: 0.25 }],
    ['10000개 중 20%를 테스트로', { rows: 10_000, testShare: 0.2 }],
    ['an 80/20 split of 5000 rows', { rows: 5000, testShare: 0.2 }],
    ['mnist, batch 128', { rows: 60_000, batch: 128 }],
    ['800 steps at 2ms', { steps: 800, msPerStep: 2 }],
    ['635us/step', { msPerStep: 0.635 }],
    ['에폭 하나에 1분 30초', { msPerEpoch: 90_000 }],
    ['8005 / 10', { rows: 8005, batch: 10 }],
    ['데이터 12000개 배치 64면 3에포크에 몇 스텝', { rows: 12_000, batch: 64, epochs: 3 }],
    ['one epoch is 70 steps, how many updates after 15 epochs', { steps: 70, epochs: 15 }],
    ['에폭당 딱 625번, 배치 8', { steps: 625, batch: 8 }],
    ['one epoch = 45 s, 80 epochs', { msPerEpoch: 45_000, epochs: 80 }],
    ['stopped early after epoch 17, 500 steps each', { epochs: 17, steps: 500 }],
    ['len(train_loader) is 75, epochs 6', { steps: 75, epochs: 6 }],
    ['에폭 6, train_loader 길이 75', { epochs: 6, steps: 75 }],
    ['8000 rows with batch 10. i changed it to 64', { rows: 8000, batch: 10, otherBatch: 64 }],
    ['8000개 배치 10이었는데 64로 바꿨어요', { rows: 8000, batch: 10, otherBatch: 64 }],
    ['input shape (30,), dense 16, dense 8, dense 1', { layers: [30, 16, 8, 1] }],
    ['100,000 images 64x64, batch 32', { rows: 100_000, batch: 32 }],
    ['two gpus, batch 64', { gpus: 2, batch: 64 }],
    ['총 16,000번 업데이트', { updates: 16_000 }],
    ['1,200 cat photos and 1,300 dog photos, batch 32', { rows: 2500, batch: 32 }],
    ['7 classes with 150 pics each, batch 20', { rows: 1050, batch: 20 }],
    ['a 11-6-6-1 network', { layers: [11, 6, 6, 1] }],
    ['conv2d, keras 2.15, f1, resnet50', {}],
    ['<@1234567890> epochs=3', { epochs: 3 }],
    ['loss 0.3502, accuracy 0.8564, lr 0.001', { accuracy: 0.8564 }],
  ])('%s', (text, expected) => {
    const { amounts, others, bars } = readSum(normalText(text));
    expect(amounts).toEqual(expected);
    expect(others).toEqual([]);
    expect(bars).toEqual([]);
  });

  test('a bar is not a division, and two bars are two', () => {
    expect(readSum(normalText('55000/55000 but mine is 27/1719')).bars).toEqual([
      { done: 55_000, total: 55_000 },
      { done: 27, total: 1719 },
    ]);
  });

  test('alternative numbers stay separate', () => {
    expect(readSum(normalText('768개에 배치 10이면 76번? 77번?')).others).toEqual([76, 77]);
  });
});

test.each([
  ['1000 rows, batch 32, 5 epochs', '<rows> rows, batch <batch>, <epochs> epochs'],
  ['800/800 at 2ms, 3/20', 'a/a at <time>, a/b'],
  ['lr 1e-4, acc 0.79, 20% validation', 'lr <tiny>, acc <acc>, <share> validation'],
  ['7 layers', '<n> layers'],
])('roles for the chooser: %s', (text, marked) => {
  expect(markRoles(normalText(text))).toBe(marked);
});

test('numbers of other things are not added to the rows', () => {
  const { amounts, others } = readSum(normalText('2000 rows and 45 countries'));
  expect(amounts).toEqual({ rows: 2000 });
  expect(others).toEqual([45]);
});
