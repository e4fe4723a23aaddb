/** What is calculated for a question, and what is not. */
import { describe, expect, test } from 'vitest';
import { sums } from '../../../../src/content/en/sums.js';
import { lessonFacts, type Facts } from '../../../../src/tutor/facts.js';
import { normalText } from '../../../../src/tutor/questions/normal-text.js';
import { sumBids } from '../../../../src/tutor/questions/sums/sum-bids.js';
import { summed, summedInTurn } from '../../../support/summed.js';

const runFacts: Facts = { ...lessonFacts, run: { id: 'ab12', seed: 1 } };

describe('asked', () => {
  test.each([
    ['how many iterations per epoch for 1000 rows, batch size 32?', '32 iterations per epoch'],
    ['20 epochs over 4500 rows, 64 rows a batch', '1,420 weight updates'],
    ['샘플 3300개 배치 크기는 128 steps per epoch 몇', '에포크당 이터레이션 26번'],
    ['50 images, batch 8: how many are in the last batch?', 'The last batch has 2 rows'],
    [
      '10000 rows and validation_split=0.2, how many validate?',
      '8,000 rows train and 2,000 validate',
    ],
    [
      'train_test_split 0.2, then validation_split 0.2 of 5000 rows: how many train?',
      '3,200 rows train, 800 validate and 1,000',
    ],
    [
      'validation_split 0.3 of 2000 rows, batch 50: how many validation steps?',
      '12 validation steps',
    ],
    ['fit ran with batch 10, evaluate got no batch_size: 640 test rows, how many steps', '20 '],
    ['6000 rows in 40 steps with a full last batch: which batch_size?', '150'],
    ['batch from 20 to 80 with 4000 rows: how many fewer steps?', '150 iterations fewer'],
    ['배치를 25에서 10으로 줄이면 5천 행은 스텝이 몇 개 늘어요?', '300번 늘어요'],
    [
      'initial_epoch=10, epochs=25, 3000 rows, batch 30: how many updates are made?',
      '1,500 weight updates',
    ],
    ['에폭당 120스텝, 60에폭 중 14에폭까지 하고 멈췄어요. 업데이트 총 몇 번?', '1,680번'],
    ['global_step is 6300 and an epoch has 450 steps, how many epochs?', '14 epochs'],
    ['drop_remainder=True, 1050 rows, batch 100, how many steps', '10 iterations per epoch'],
    [
      'steps_per_epoch=100 with batch 32 and 60000 rows: how many rows are seen in an epoch?',
      '3,200 rows',
    ],
    [
      '8000 rows at batch 10; 40 epochs were planned, stopped after epoch 17: how many updates',
      '13,600',
    ],
    ['10에폭까지 하려 했는데 6에폭에서 끝남. 에폭당 240스텝이면 업데이트 몇번?', '1,440번'],
    [
      'accumulate over 4, 1600 batches an epoch: how many updates per epoch',
      '400 updates per epoch',
    ],
    ['accuracy 0.9312, 10000 test images: 9312 right, correct?', '9,312'],
    ['데이터 12000개 배치 64면 3에포크에 몇 스텝이에요?', '564번'],
    ['if one epoch is 70 steps, how many updates after 15 epochs?', '1,050'],
    ['I planned 30 epochs and epoch 12 just ended. How many epochs remain?', '18 epochs'],
    ['30에포크 계획했고 방금 12에포크 끝났어요. 몇 에포크 남았죠?', '18번'],
    ['an epoch takes 50 s and I have half an hour. how many epochs can I do?', '36 epochs'],
    ['에포크 하나에 40초 걸리면 20분이면 몇 에포크 돌릴 수 있어요', '30번'],
    ['24 filters of 5x5 on rgb pictures: how many parameters?', '1,824 parameters'],
    ['흑백 28x28 이미지에 3x3 커널 10개면 파라미터 몇 개?', '파라미터 100개'],
    ['an embedding of 3,000 words and 8 dimensions has how many parameters?', '24,000 parameters'],
    ['accuracy rose from 0.7 to 0.76 on 500 test rows: how many more are right?', '30 rows more'],
    ['2,000행인데 지금까지 26,000행을 봤어요. 몇 에포크 끝났나요?', '에포크 13번'],
    ['batch 60 gave 50 steps, how many steps does batch 40 give?', '75 iterations per epoch'],
    ['batch sizes 10, 20 and 50 with 3,000 rows: steps per epoch?', 'batch_size 50 makes 60'],
    ['20% of 4,000 rows is the test set; steps of evaluate?', '25 batches'],
    ['an epoch of 9,000 images takes 3 minutes: how many images per second?', '50 rows per second'],
    ['6,000 rows, 10 epochs took 30 seconds in all: how many rows per second?', '2,000 rows per'],
    ['5,000행을 4에포크 도는 데 40초 걸렸으면 초당 몇 행이에요?', '500행'],
    ['epoch 7 of 9, 40 steps done of 200. updates so far?', '1,240 weight updates'],
    ['배치 16에서 64로 바꾸면 3,200행은 5에포크 동안 업데이트가 얼마나 줄어요?', '750번 적어요'],
    ['how many rows in 3 epochs all together with 40 batches of 25 rows per epoch?', '3,000 rows'],
    ['which validation_split puts 300 of 2,000 rows aside for validation?', '0.15'],
    ['2000행 중 300행을 검증에 쓰려면 validation_split을 얼마로 해요', '0.15'],
    ['3 folds, 10 epochs, 25 steps each: total updates?', '750 in all 3'],
    ['batch size 32 and the bar stops at 90: how big is my dataset?', '2,880'],
    ['300 images go through five times in batches of 15: how many updates?', '100 weight updates'],
    ['2,000 rows grew to 3,000 rows, batch 20: steps per epoch?', '150 iterations'],
    ['4 features, one hidden layer of 10 and 3 classes: how many parameters?', '83 parameters'],
    ['Dense(8) right after Dense(20): parameters of the second layer?', '168 parameters'],
    ['each epoch runs 30 seconds; 5 of 20 epochs are done. how long until finished?', '7 min 30 s'],
    ['8000개 배치 10일 때 16000스텝이면 에포크 몇 번', '에포크 20번'],
    ['which batch size gives 1000 steps for 60000 rows?', 'Only batch_size 60'],
    ['800 iterations per epoch at batch 10. how many rows is that', '7,991 to 8,000 rows'],
    ['16000 iterations at batch 10 on 8000 rows = ? epochs', '20 epochs'],
    ['in which epoch is iteration 1,234 if an epoch has 100 iterations', 'In epoch 13'],
    ['epochs=20, batch=10, how many times is each row used?', '20 times'],
    ['10 epochs over 2,000 samples: how many samples processed in total', '20,000 rows'],
    ['accuracy 0.85 on 2000 rows, how many are wrong?', '300 of 2,000 rows are wrong'],
    ['432 of 480 right, what is the accuracy', '0.9, that is 90 %'],
    ['800 steps at 2ms, 20 epochs: how long in total?', 'About 32 s in all'],
    ['45 s for an epoch of 900 steps: time per step?', 'About 50 ms per step'],
    ['at 50ms/step with batch size 10, how many rows per second', 'About 200 rows per second'],
    ['what is 635us/step', '0.635 ms per step'],
    ['Dense(8) on 7 inputs then 3: how many parameters?', '91 parameters'],
    ['16 units and 144 params in my Dense layer, how many inputs?', '8 inputs'],
    ['evaluate on 2000 test rows: how many batches?', '63 batches'],
    ['batch 10 vs 100 on 8000 rows: how many steps', '800 iterations per epoch, batch_size 100 80'],
    ['accumulate over 4 batches of 8: effective batch size?', '32 rows per update'],
    ['batch_size 96 on 3 GPUs: how many rows does each GPU get', '32 rows per GPU'],
    ['16 per gpu on 2 gpus: which batch size?', 'batch_size 32'],
  ])('%s', (question, begin) => {
    const { bid, words } = summed(question);
    expect(words).toContain(begin);
    expect(bid?.score).toBeGreaterThanOrEqual(0.75);
  });
});

describe('with a run', () => {
  test.each([
    ['Epoch 4/20 has just begun, how many updates so far (800 a epoch)?', '2,400 weight updates'],
    ['epoch 7 of 10 just finished, 63 steps each. updates so far?', '441 weight updates'],
    ['Epoch 3/10, 200/500. How many updates were done until here?', '1,200 weight updates'],
    ['in the second epoch at batch 44 of 90: how many updates altogether', '134 weight updates'],
    ['at epoch 7 of 20 with 63 steps each, updates so far?', 'From 378 to 441 weight updates'],
    ['350/800 shown: how many rows has it seen so far? batch is 10', '3,500 rows of this epoch'],
    ['배치 25인데 지금 18/64예요. 이번 에포크에 여태 몇 개 처리했어요?', '450행'],
    ['10ms/step, bar at 300/800, how much longer does this epoch take?', 'About 5 s more'],
    ['Epoch 3/10 just ended and every epoch takes 40 seconds. time left?', 'About 280 s'],
    ['1200스텝 중 300 왔고 20ms/step이에요. 이 에포크 몇 초 더 걸려요?', '18초'],
    ['350/800, how many steps are left in this epoch?', '450 iterations left'],
  ])('%s', (question, words) => {
    expect(summed(question).words).toContain(words);
  });
});

describe('multiplications', () => {
  test.each([
    ['I have 800 steps per epoch. If I double the batch how many will there be?', '400 iterations'],
    ['지금 에포크당 240스텝인데 배치를 반으로 줄이면 몇 스텝 되나요', '480번이 돼요'],
    ['a batch three times as large instead of 500 steps each epoch: how many?', '167 iterations'],
    ['8000 rows, batch 10. if I make the batch twice as big, how many steps?', '400 iterations'],
    ['20 epochs of 800 steps; how many updates if I double the epochs?', '32,000 weight updates'],
    ['batch 10 -> 20 and epochs 5 -> 10 on 8000 rows: how many updates?', '4,000 weight updates'],
    ['업데이트가 16000번인데 에포크를 절반으로 줄이면 몇 번이 되죠?', '8,000번이 돼요'],
  ])('%s', (question, words) => {
    expect(summed(question).words).toContain(words);
  });
});

describe('numbers in few questions', () => {
  test.each([
    ['Param # is 330 for a Dense layer with 10 inputs, so how many neurons?', '30 units'],
    ['10 inputs, 1 output, 97 parameters in total. how many hidden units?', '8 hidden units'],
    ['how many units has a Dense layer with 11 inputs and 70 parameters?', 'No number of units'],
    ['11 inputs, two hidden layers of 6, one output. total params?', '121 parameters'],
    ['11 inputs, then 6, 6 and 1: how many parameters?', '121 parameters'],
    ['Conv2D(32, (3, 3)) on grey 28x28 pictures: how many parameters?', '320 parameters'],
    ['patience=4, best val_loss in epoch 11. after which epoch does it stop?', 'After epoch 15'],
    ['stopped at epoch 25 with patience 5, which epoch was best?', 'Epoch 20'],
    ['fit with epochs=30, initial_epoch=12: how many epochs will it run', '18 epochs'],
    ['Dropout(0.3) on 50 units: how many are off?', 'About 15 of 50 units'],
    ['5-fold cross val, 1000 rows, 10 epochs, batch 32: how many updates?', '1,250 in all 5'],
    ['8000 rows, 11 columns, float32: how many bytes?', '352,000 bytes'],
    ['8000명 중에 안 떠난 사람이 6370명이면 베이스라인 정확도는 얼마예요?', '79.6%'],
    ['the bar ends at 120/120, batch 50, the last batch has only 20. how many rows?', '5,970 rows'],
    ['validation_split=0.2 and it shows 640/640 instead of 800/800, why?', '800 × (1 − 0.2)'],
    ['전체 1,200개를 한 배치로 넣고 30에포크 돌리면 업데이트는 몇 번?', '30번'],
  ])('%s', (question, words) => {
    expect(summed(question).words).toContain(words);
  });
});

describe('a visible equation of the question’s own numbers is the answer', () => {
  test.each([
    ['why does my progress bar show 1875 and not 60000?', '60,000 rows ÷ batch_size 32 = 1,875'],
    ['진행 표시줄에 왜 60000이 아니라 1875가 나와?', '60,000행 ÷ batch_size 32 = 1,875'],
    ['val went from 800 to 640 after validation_split', '800 × (1 − 0.2) = 640'],
    ['63/63 with 2,000 test rows', '2,000 rows ÷ 32 = 62.5'],
    ['fashion mnist, validation_split=0.1, i see 1688. why', '54,000 rows ÷ batch_size 32'],
    ['8000/8000 vs 250/250, same data?', 'Both are the same epoch'],
    ['mine shows 1875/1875 and my friend has 469/469', 'batch_size 128 makes 469'],
    [
      '15174/15174 [==============================] - 312s - loss: 0.4410 - acc: 0.7989',
      '475 batches of 32',
    ],
    ['12 epochs x 94 steps = 1128 updates, is that so?', '1,128 weight updates'],
  ])('%s', (question, words) => {
    const found = summed(question);
    expect(found.words).toContain(words);
    expect(found.bid?.intent).toBe('seen');
    expect(found.bid?.score).toBeGreaterThanOrEqual(0.85);
  });
});

describe('offers are checked first', () => {
  test.each([
    ['768개에 배치 10이면 76번? 77번?', /^77: 76 쪽은 더 작은 마지막 배치를 빠뜨린/],
    ['1874번 맞죠? mnist 기본 배치로 한 에폭 스텝 수요', /^아니요, 1,875: 1,874/],
    ['so 8000 rows with batch 10 is 800 updates per epoch, correct?', /^Yes, 800\./],
    [
      '8000 rows, 20 epochs, batch 10 gives 160000 updates, right?',
      /^No, 16,000: 160,000 would be one update per row/,
    ],
    ['10 -> 16 -> 2 dense model, I count 192 parameters, right?', /^No, 210: 192/],
  ])('%s', (question, begin) => {
    expect(summed(question).words).toMatch(begin);
  });
});

describe('a number that is mere background makes no sum', () => {
  test.each([
    'my friend uses 100 epochs and i use 10, who is right',
    'should i just use 1000 epochs lol',
    'I have 32 classes and batch size 16, are these the same thing',
    'can i go from 10 epochs to 20 without starting over',
    '99% accuracy, is that good?',
    '배치 32랑 64 중에 뭐가 나아요',
    'is batch size 32 better than 256?',
    'what batch size should i use for 50000 images',
    'how many epochs should I use for 10000 rows?',
    'Why are powers of 2 like 32, 64, 128 used for batch size?',
    'early stopping with patience 5 stopped at epoch 23, why',
    'ValueError: Data cardinality is ambiguous: x sizes: 8000 y sizes: 7999',
    'Epoch 1/20 800/800 [==============================] - 2s 2ms/step - loss: 0.5123',
    'so 1 iteration = 1 batch right?',
    '왜 굳이 20번이나 해?',
    '에포크 100번이면 너무 많나요?',
    '10에폭 배치 100이랑 100에폭 배치 10이랑 뭐가 달라요',
    '데이터 500개인데 에포크 몇 번이 적당해요?',
    'how many updates did my run make',
    '한 에폭에 몇 번 돌아요?',
    "I trained 20 epochs with batch 32 on 8000 rows and the loss is 0.69, what's wrong",
    'does a batch of 10 see the same 10 rows in every epoch',
    '학습은 99%인데 테스트는 51% 나와요 데이터 1000개',
    '에포크를 20으로 했는데 왜 15에서 멈췄어요? patience는 3이에요',
    'gender is 1/2 instead of 0/1 in my table, is that bad?',
    '성별이 0/1이 아니라 1/2로 되어 있는데 괜찮아요?',
  ])('%s', (question) => {
    expect(summed(question).words).toBe('');
  });
});

describe('a short follow-up changes one number', () => {
  test.each([
    [
      ['1000 rows, batch 100, 20 epochs: how many updates?', '200 w'],
      ['ok and with batch 10?', '2,000 w'],
      ['and 50 epochs?', '5,000 w'],
      ['and per epoch?', '100 i'],
    ],
    [
      ['데이터 1000개 배치 10 에포크 20이면 총 몇 번 고쳐요?', '2,000번'],
      ['그럼 배치 100이면?', '200번'],
      ['2000개면요?', '400번'],
      ['마지막 배치는 몇 개예요?', '100행'],
    ],
    [
      ['how many steps for 60000 rows with batch 32', '1,875 i'],
      ['and with 64?', '938 i'],
      ['in total for 5 epochs?', '4,690 w'],
    ],
    [
      ['network 11-6-6-1: how many parameters', '121 p'],
      ['and 7-8-3?', '91 p'],
    ],
    [
      ['800 steps at 2ms, how long?', '1.6 s'],
      ['and with 5ms?', '4 s'],
    ],
  ])('%j', (...turns) => {
    const said = summedInTurn(...turns.map(([question = '']) => question));
    turns.forEach(([, words], index) => {
      expect(said[index]).toContain(words);
    });
  });

  test('a request for something else does not count', () => {
    const said = summedInTurn(
      '1000 rows, batch 100, 20 epochs: how many updates?',
      'why?',
      'is 5 enough?',
      'thanks',
    );
    expect(said.slice(1)).toEqual(['', '', '']);
  });
});

describe('a current run', () => {
  test.each([
    [
      'how many updates did my run make',
      '16,000 weight updates',
      'the 8,000 rows, batch_size 10 and 20 epochs of your run ab12',
    ],
    ['한 에폭에 몇 번 돌아요?', '800번', '내 학습 ab12'],
    [
      'with batch 100, how many iterations per epoch?',
      '80 iterations',
      'the 8,000 rows of your run ab12',
    ],
    ['how many weights does my network have', '121 parameters', 'your run ab12'],
    ['why does the bar say 800/800', '8,000 rows ÷ batch_size 10', 'your run ab12'],
  ])('%s', (question, result, whose) => {
    const { words } = summed(question, runFacts);
    expect(words).toContain(result);
    expect(words).toContain(whose);
  });

  test.each([
    ['Epoch 5/20 is done, how many updates so far?', '4,000 weight updates'],
    ['how many rows has it seen at 350/800?', '3,500 rows'],
    ['what if I double the batch: how many steps?', '400 iterations per epoch'],
  ])('is used as far as the question says: %s', (question, result) => {
    const { words } = summed(question, runFacts);
    expect(words).toContain(result);
    expect(words).toContain('your run ab12');
  });

  test.each([
    "why 800/800 in my friend's run",
    'Epoch 5/30 is done, how many updates so far?',
    'how many updates would 50 be?',
    '친구는 800/800인데 왜 그래요?',
  ])('is not used for other things: %s', (question) => {
    expect(summed(question, runFacts).words).not.toContain('ab12');
  });

  test.each(['what is 635us/step', '1000 rows, batch 32: steps?', 'mnist with batch 64: steps?'])(
    'is not named if the numbers are the asker’s: %s',
    (question) => {
      const { words } = summed(question, runFacts);
      expect(words).not.toBe('');
      expect(words).not.toContain('ab12');
    },
  );
});

test('Keras’ default is used, and mentioned', () => {
  expect(summed('60000 rows and 5 epochs, how many updates in total?').words).toMatch(
    /^9,375 .*I took Keras’ default, 32\.$/,
  );
});

test('amounts are plain JSON', () => {
  for (const bid of sumBids(
    normalText('1000 rows, batch 100, 20 epochs: how many updates?'),
    runFacts,
  )) {
    expect(JSON.parse(JSON.stringify(bid.amounts))).toEqual(bid.amounts);
  }
});

test('a result opens in bold', () => {
  const inside = Object.entries(sums).filter(
    ([key]) =>
      !/unit|default|ofRun|setAside|again|plain|mnist|\.steps$|\.updates$|guess|last/.test(key),
  );
  for (const [, sentence] of inside) expect(sentence).toContain('<b>');
});

describe('Keras’ batch_size', () => {
  const kindsOf = (question: string): readonly string[] =>
    sumBids(normalText(question), lessonFacts).map(({ kind }) => kind);

  test('is assumed if rows come alone', () => {
    expect(kindsOf('2000 rows, how many steps per epoch?')).toContain('steps');
  });

  test('is not assumed if an unexplained number may be another one', () => {
    expect(kindsOf('5,555 rows, something with 60, how many steps per epoch?')).not.toContain(
      'steps',
    );
  });
});
