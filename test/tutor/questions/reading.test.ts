/** Numbers, words and languages as people write them. */
import { describe, expect, test } from 'vitest';
import { languageOf } from '../../../src/tutor/questions/language-of.js';
import { normalText } from '../../../src/tutor/questions/normal-text.js';
import { readQuantities } from '../../../src/tutor/questions/quantities.js';
import { readTerms } from '../../../src/tutor/questions/terms.js';

describe('numbers and what they count', () => {
  test.each([
    ['60000개, batch 128, 5에포크', { rows: 60_000, batch: 128, epochs: 5 }],
    ['6만 장, 배치 100', { rows: 60_000, batch: 100 }],
    ['1만 2천 개를 64개씩', { rows: 12_000, batch: 64 }],
    ['60k images with a batch size of 1,024', { rows: 60_000, batch: 1024 }],
    ['데이터 천 개, 배치 크기는 10', { rows: 1000, batch: 10 }],
    ['８０００행 배치 １０', { rows: 8000, batch: 10 }],
    ['epochs=20, batch_size=10', { epochs: 20, batch: 10 }],
    ['배치 100 에포크 10 데이터 1000개', { batch: 100, epochs: 10, rows: 1000 }],
    ['5 epochs, 100 samples per batch, 2000 rows', { epochs: 5, batch: 100, rows: 2000 }],
    ['10,000 rows with 20% validation', { rows: 10_000, validationSplit: 0.2 }],
    ['validation_split=.25 of 400 rows', { rows: 400, validationSplit: 0.25 }],
    ['10000개 중 20%를 테스트로', { rows: 8000 }],
    ['mnist, batch 128', { rows: 60_000, batch: 128 }],
    ['800 steps at 2ms', { steps: 800, msPerStep: 2 }],
    ['8005 / 10', { rows: 8005, batch: 10 }],
    ['ETA: 4:39', { etaSeconds: 279 }],
    ['two gpus, batch 64', { gpus: 2, batch: 64 }],
    ['총 16,000번 업데이트', { updates: 16_000 }],
    ['conv2d, keras 2.15, f1, resnet50', {}],
    ['<@1234567890> epochs=3', { epochs: 3 }],
    ['loss 0.3502, accuracy 0.8564, lr 0.001', { accuracy: 0.8564 }],
  ])('%s', (text, expected) => {
    const { bars, others, ...named } = readQuantities(normalText(text));
    expect(named).toEqual(expected);
    expect(bars).toEqual([]);
    expect(others).toEqual([]);
  });

  test('a bar is no division, and two bars are two', () => {
    const { bars, rows } = readQuantities(normalText('55000/55000 but mine is 27/1719'));
    expect(rows).toBeUndefined();
    expect(bars).toEqual([
      { done: 55_000, total: 55_000 },
      { done: 27, total: 1719 },
    ]);
  });

  test('numbers to choose from stay apart', () => {
    expect(readQuantities(normalText('768개에 배치 10이면 76번? 77번?')).others).toEqual([76, 77]);
  });
});

describe('words, whatever their spelling', () => {
  test.each([
    ['에포크', '에폭', '에퐄', '에포크는', '에폭이랑', 'epoch', 'Epochs', 'epcoh', 'ＥＰＯＣＨ'],
    ['이터레이션', '이터레이숀', '이터래이션이', 'iteration', 'itertion', 'iterations'],
    ['배치사이즈', '배치 크기가', '배치사이즈가요', 'batch_size', 'batch size', 'batchsize'],
    ['정확도', '정확도가', '어큐러시', 'accuracy', 'acuracy', 'accuarcy'],
    ['과적합', '과적합이', '오버피팅', 'overfitting', 'overfiting'],
    ['학습률', '학습률을', '러닝레이트', 'learning rate', 'lr'],
  ])('%s', (...spelled) => {
    const [first, ...others] = spelled.map((word) => readTerms(normalText(word)).known);
    expect(first).toHaveLength(1);
    for (const other of others) expect(other).toEqual(first);
  });

  test('Hangul as macOS may hand it over, letter by letter', () => {
    const text = '에포크가 뭐예요';
    expect(readTerms(normalText(text.normalize('NFD')))).toEqual(readTerms(normalText(text)));
  });

  test.each(['patch', 'boss', 'watch', 'stage', 'spoon'])('%s is another word', (word) => {
    expect(readTerms(word).known).toEqual([]);
  });
});

describe('the language of a question', () => {
  test.each([
    ['what is an epoch', 'en'],
    ['why 1875', 'en'],
    ['loss가 nan 떠요', 'ko'],
    ['batch_size 키우니까 같은 epoch인데 loss가 덜 떨어져요', 'ko'],
    ['what does 에포크 mean in the lesson', 'en'],
    ['ㅠㅠ nan', 'ko'],
  ] as const)('%s', (question, locale) => {
    expect(languageOf(question, 'en')).toBe(locale);
    expect(languageOf(question, 'ko')).toBe(locale);
  });

  test.each(['epoch', 'val_loss?', '800/800', ''])('%j says nothing about it', (question) => {
    expect(languageOf(question, 'en')).toBe('en');
    expect(languageOf(question, 'ko')).toBe('ko');
  });
});
