/** What a learner is told about a log. Every number is in the log or recomputed here. */
import { describe, expect, it, test } from 'vitest';
import { concepts } from '../../../src/content/concepts.js';
import { locales } from '../../../src/content/locale.js';
import { translator } from '../../../src/content/translator.js';
import { explainLog } from '../../../src/tutor/logs/explain-log.js';
import { fitIn, keras2Log, loggedText, logIn, saidAbout } from '../../support/logs.js';
import { messageText } from '../../support/message-text.js';

const recorded = [
  ...['lesson', 'verbose2', 'overfit', 'early', 'nan', 'diverge', 'guess', 'labels'].map(
    (name) => `keras3-${name}`,
  ),
  ...['keras3-regression', 'keras3-plateau', 'keras3-unknown-steps', 'keras3-one-epoch'],
  ...['keras28-verbose2', 'keras26-verbose2', 'keras22-verbose2'],
  ...['tf21-samples', 'keras23-rows', 'keras20-rows'],
];

describe('the two opening sentences', () => {
  test.each([
    [
      'keras3-overfit',
      'From epoch 1 to epoch 30 the loss went from 0.6062 to 0.0207, and accuracy from 0.6900 to 1.0000. It overfits: val_loss was lowest in epoch 11 (0.4501) and ended at 0.6802, while the training loss went on falling.',
    ],
    [
      'keras3-diverge',
      'From epoch 1 to epoch 6 the loss went from 2.8860e+9 to inf, and accuracy from 0.0000e+00 to 0.0000e+00. It diverged: the loss grew until it overflowed, to inf in epoch 5, so the steps of the weights are too big.',
    ],
    [
      'keras3-guess',
      'From epoch 1 to epoch 4 the loss went from 2.3026 to 2.3026, and accuracy from 0.1030 to 0.1575. That is guessing: chance among 10 equally frequent classes has loss ln 10 = 2.3026 and accuracy 0.10.',
    ],
    [
      'keras3-nan',
      'None of the 4 epochs has a usable loss. The loss is nan from the start: most often the data has gaps or is not scaled, and more epochs cannot fix that.',
    ],
    [
      'keras3-one-epoch',
      'This is one finished epoch: loss 0.7006, accuracy 0.7960. One epoch is one trip through the rows, so there is nothing yet to compare it with.',
    ],
  ])('%s', (name, words) => {
    expect(saidAbout(loggedText(name)).split('\n')[0]).toBe(words);
    expect(explainLog(logIn(loggedText(name)), translator('en')).spoken).toBe(words);
  });

  it('in Korean', () => {
    expect(saidAbout(loggedText('keras3-overfit'), 'ko').split('\n')[0]).toBe(
      '에포크 1부터 30까지, loss는 0.6062에서 시작해 0.0207에서 끝났고 accuracy 값은 0.6900에서 1.0000까지 갔어요. 과적합이에요. val_loss가 에포크 11에서 가장 낮았고(0.4501) 끝에는 0.6802까지 올랐는데, 학습 loss는 계속 내려갔어요.',
    );
  });

  it('about a training loss that falls alone: more epochs are not promised to help', () => {
    const log = keras2Log({ loss: [0.4012, 0.1812], val_loss: [0.2103, 0.2203] });
    const said = saidAbout(log);
    expect(said).toContain(
      'The training loss was still falling, but val_loss was lowest in epoch 1 (0.2103): too little yet to say whether it overfits.',
    );
    expect(said).not.toContain('more epochs may help');
  });

  it('about an epoch still in progress', () => {
    const said = saidAbout(
      'Epoch 1/20\n400/800 [=====>....] - ETA: 1s - loss: 0.6012 - accuracy: 0.7',
    );
    expect(said.split('\n')[0]).toBe(
      'Epoch 1 is still going: its loss so far is 0.6012, the mean since it began. Judge it when the epoch is over.',
    );
  });
});

describe('what the counter counts', () => {
  test.each([
    ['keras3-lesson', 'Keras 3 prints like this. 800/800 counts batches (iterations), not rows'],
    [
      'keras28-verbose2',
      'Keras 2 (TensorFlow 2.2 to 2.15) prints like this. 800/800 counts batches',
    ],
    [
      'tf21-samples',
      'TensorFlow 2.1 or older prints like this. 60000/60000 counts rows; newer versions count batches instead. 82us/sample is the mean time for one row.',
    ],
    [
      'keras23-rows',
      'Keras 2.3 or older prints like this. 60000/60000 counts rows; newer versions count batches instead. 48us/step is the mean time for one row.',
    ],
    ['keras22-verbose2', 'An old Keras with verbose=2 prints like this, without a counter.'],
  ])('%s', (name, words) => {
    expect(saidAbout(loggedText(name))).toContain(words);
  });
});

describe('rows, batches and updates', () => {
  const line = (end: number): string =>
    `Epoch 5/5\n${end}/${end} [=====] - 3s 2ms/step - loss: 0.3 - accuracy: 0.9`;

  it('gives the range that a stated batch_size allows', () => {
    const said = saidAbout(`model.fit(X, y, batch_size=10, epochs=20)\n${line(800)}`);
    expect(said).toContain('800 batches of batch_size 10 → 7,991 to 8,000 training rows');
    expect(said).toContain('800 batches × 5 epochs = 4,000 weight updates.');
  });

  it('says when the batch size is assumed', () => {
    const said = saidAbout(line(1875));
    expect(said).toContain(
      'batch_size is not in the text. If it is Keras’ default 32: 59,969 to 60,000 training rows.',
    );
  });

  it('divides rows that were counted', () => {
    expect(saidAbout(loggedText('keras23-rows'))).toContain(
      '60,000 training rows ÷ batch_size 128 → 469 batches per epoch.',
    );
    const assumed = saidAbout(loggedText('tf21-samples'));
    expect(assumed).toContain('If it is Keras’ default 32: 60,000 rows → 1,875 batches per epoch.');
    expect(assumed).toContain('That would be 1,875 batches × 3 epochs = 5,625 weight updates.');
  });

  test.each([1, 2, 9, 19, 800, 1875])('adds up for %d batches of any size', (steps) => {
    for (const batch of [1, 2, 10, 32, 128]) {
      const said = saidAbout(`batch_size=${batch}\n${line(steps)}`);
      const [, least = '', most = ''] =
        /→ ([\d,]+) to ([\d,]+) training rows/.exec(said) ??
        /^- (([\d,]+)) training rows/m.exec(said) ??
        [];
      for (const rows of [least, most]) {
        expect(Math.ceil(Number(rows.replaceAll(',', '')) / batch)).toBe(steps);
      }
      const fewer = (Number(least.replaceAll(',', '')) - 1) / batch;
      const more = (Number(most.replaceAll(',', '')) + 1) / batch;
      expect([Math.ceil(fewer), Math.ceil(more)]).toEqual([steps - 1, steps + 1]);
      expect(said).toContain(`= ${(steps * 5).toLocaleString('en')} weight update`);
    }
  });

  it('counts rows if a bar shows no time per step', () => {
    const said = saidAbout('15174/15174 [====] - 312s - loss: 0.4410 - acc: 0.7989');
    expect(said).toContain('A Keras of 2017 or older prints like this');
    expect(said).toContain('15,174 rows → 475 batches per epoch.');
  });

  it('works out the time', () => {
    const said = saidAbout(line(1500));
    expect(said).toContain('Time of the last epoch: 1,500 batches × 2ms ≈ 3 s, shown as 3 s.');
  });
});

describe('the story', () => {
  it('in two stretches, with their numbers', () => {
    const said = saidAbout(loggedText('keras3-overfit'));
    expect(said).toContain('- Epochs 1–11: loss 0.6062 → 0.2096, val_loss 0.6141 → 0.4501;');
    expect(said).toContain('- Epochs 11–30: loss 0.2096 → 0.0207, but val_loss 0.4501 → 0.6802;');
    const early = saidAbout(keras2Log({ loss: [1, 0.6, 0.5, 0.46, 0.44, 0.42, 0.4, 0.38] }));
    // (1 − 0.5) ÷ (1 − 0.38) = 81 %.
    expect(early).toContain('- Epochs 1–3: loss 1.0000 → 0.5000; 81 % of the whole fall.');
  });

  it('tells where it stopped, and which weights remain', () => {
    const said = saidAbout(loggedText('keras3-early'));
    expect(said).toContain('EarlyStopping ended it after epoch 15 of 50');
    expect(said).toContain('The weights kept are those of epoch 11');
    expect(said).toContain('Try: a larger patience only if');
    const cut = keras2Log({ loss: [0.5, 0.4] }).replaceAll('/2\n', '/20\n');
    expect(saidAbout(cut)).toContain('The log ends after epoch 2 of 20');
  });

  it('explains validation that is better than training, and validation that swings', () => {
    const better = saidAbout(loggedText('tf21-samples'));
    expect(better).toContain('The validation numbers are better than the training ones.');
    const loss = [1, 0.9, 0.8, 0.7, 0.6, 0.5];
    const swings = saidAbout(keras2Log({ loss, val_loss: [0.9, 0.6, 0.95, 0.58, 0.97, 0.61] }));
    expect(swings).toContain('val_loss swings a lot');
    const lost = saidAbout(keras2Log({ loss, val_loss: [0.9, NaN, NaN, NaN, NaN, NaN] }));
    expect(lost).toContain('val_loss became nan in epoch 2 while the loss stayed finite');
  });

  it('says that it is about the last of several fits', () => {
    const said = saidAbout(
      `${keras2Log({ loss: [0.5, 0.4] })}\n${keras2Log({ loss: [0.4, 0.3] })}`,
    );
    expect(said).toContain('The text holds 2 trainings; this is about the last.');
    expect(said).toContain('the loss went from 0.4000 to 0.3000');
  });
});

describe('mistakes a log reveals', () => {
  const loss = [0.6, 0.5, 0.45];
  test.each<[string, Readonly<Record<string, readonly number[]>>, number, string, string]>([
    [
      'accuracy of a number',
      { loss, accuracy: [0, 0, 0] },
      100,
      'accuracy never gets above 0.0000: if the target is a number',
      'metrics=["mae"]',
    ],
    [
      'one answer for all',
      { loss, accuracy: [0.7963, 0.7963, 0.7963] },
      100,
      'accuracy is 0.7963 in every epoch',
      'np.unique(y, return_counts=True)',
    ],
    [
      'pixels as they are',
      { loss: [57.5797, 1.8909, 1.4385], accuracy: [0.16, 0.34, 0.5] },
      100,
      'The loss begins at 57.5797',
      'pixels ÷ 255',
    ],
    ['one batch', { loss }, 1, '1/1: one batch holds all rows', 'batch_size=32'],
    [
      'a target among the inputs',
      { loss, accuracy: [1, 1, 1] },
      100,
      'Every answer right from the first epoch',
      'without the column',
    ],
  ])('%s', (_name, metrics, steps, named, tried) => {
    const said = saidAbout(keras2Log(metrics, steps));
    expect(said).toContain(named);
    expect(said.split('\n').at(-1)).toContain(tried);
  });

  it('names none in an ordinary log', () => {
    const said = saidAbout(loggedText('keras28-verbose2'));
    expect(said).toContain(
      'Is accuracy 0.8004 good? Compare it with the share of the largest class',
    );
  });
});

describe.each(locales)('every recorded log in %s', (locale) => {
  test.each(recorded)('%s', (name) => {
    const message = explainLog(logIn(loggedText(name)), translator(locale));
    const said = messageText(message);
    expect(said.length).toBeLessThan(1200);
    expect(said).not.toMatch(/undefined|NaN|\[object/);
    for (const { label, command } of message.buttons ?? []) {
      expect(label.length).toBeLessThanOrEqual(80);
      expect(concepts.map((concept) => `/explain concept:${concept}`)).toContain(command);
    }
    expect(new Set(message.buttons?.map(({ command }) => command)).size).toBe(
      message.buttons?.length,
    );
    expect(printedNumbers(said).filter((text) => !known(name).includes(text))).toEqual([]);
  });
});

/** Numbers with four decimals come from the log itself. */
function printedNumbers(said: string): readonly string[] {
  return said.match(/-?\d+\.\d{4}(?!\d)(e[+-]\d+)?/g) ?? [];
}

function known(name: string): readonly string[] {
  const { epochs, evaluated } = fitIn(loggedText(name));
  const readings = [...epochs.map((epoch) => epoch.readings), ...(evaluated ? [evaluated] : [])];
  return readings.flatMap((one) =>
    [...one.values()].flatMap(({ text, value }) => [
      text,
      value.toExponential(4),
      ...(text === '2.3026' ? [Math.log(10).toFixed(4)] : []),
    ]),
  );
}
