/** Logs not printed by Keras: PyTorch loops, tqdm bars, Hugging Face's Trainer. */
import { describe, expect, it, test } from 'vitest';
import { curvesOf } from '../../../src/tutor/logs/curves.js';
import { looksLikeLog } from '../../../src/tutor/logs/read-log.js';
import { verdictOf } from '../../../src/tutor/logs/verdict.js';
import { column, fitIn, loggedText, logIn, saidAbout } from '../../support/logs.js';

const steps = [1, 2, 3]
  .flatMap((epoch) => [
    `Epoch [${epoch}/3], Step [300/600], Loss: ${(1.2 / epoch).toFixed(4)}`,
    `Epoch [${epoch}/3], Step [600/600], Loss: ${(0.8 / epoch).toFixed(4)}`,
  ])
  .join('\n');
const quickstart = loggedText('torch-quickstart');
const summaries = loggedText('torch-summaries');
const transfer = loggedText('torch-transfer');
const bar = ' 45%|████▌     | 845/1875 [00:04<00:05, 190.10it/s, loss=0.231]';
const trainer = loggedText('trainer');

describe('a single line tells where it is, and no more', () => {
  test.each([
    [
      'Epoch [1/5], Step [100/600], Loss: 0.3521',
      'Epoch 1 of 5: 100 of 600 iterations (batches), 17 % of the epoch. The loss printed there is 0.3521; one line alone does not show whether it learns.',
      [
        '100/600 counts iterations (batches): 600 of them make one epoch.',
        'If it were 100, 600 batches would be up to 60,000 rows.',
        '600 batches × 5 epochs = 3,000 weight updates.',
      ],
    ],
    [
      'Train Epoch: 1 [640/60000 (1%)]\tLoss: 2.3',
      'Epoch 1: 640 of 60,000 rows seen, 1 % of the epoch. The loss printed there is 2.3;',
      [
        '640/60000 counts rows: 60,000 of them make one epoch.',
        'If it were 64, 60,000 rows would be 938 batches per epoch.',
      ],
    ],
    [
      bar,
      'The bar is at 845 of 1,875, 45 %. The loss printed there is 0.231;',
      ['around a DataLoader these are iterations (batches), 1,875 for one epoch.'],
    ],
    [
      "{'loss': 0.52, 'learning_rate': 4.5e-05, 'epoch': 0.53}",
      'It is at epoch 0.53: 53 % of epoch 1 is done. The loss printed there is 0.52;',
      ['each loss is the mean since the line before.'],
    ],
    [
      'Epoch: [0][ 10/391]\tTime 0.300 (0.500)\tLoss 6.9012 (6.9500)\tAcc@1 0.10 (0.2)',
      'Epoch 1: 10 of 391 iterations (batches), 3 % of the epoch. The loss printed there is 6.9012;',
      ['The log counts its epochs from 0'],
    ],
  ])('%s', (text, first, others) => {
    const said = saidAbout(text);
    expect(said.slice(0, first.length)).toBe(first);
    for (const words of others) expect(said).toContain(words);
    expect(said).not.toMatch(/Keras|Try:/);
    expect(looksLikeLog(text)).toBe(true);
  });

  it('a one-line epoch with its validation is an epoch', () => {
    const fit = fitIn('epoch 3 | train loss 0.41 | val loss 0.52 | acc 0.86');
    expect(fit.epochs).toHaveLength(1);
    expect(column(fit, 'val_loss')).toEqual(['0.52']);
    expect(column(fit, 'accuracy')).toEqual(['0.86']);
  });
});

describe('whole logs', () => {
  test.each<[string, string, object, string]>([
    [
      'lines within epochs',
      steps,
      { style: 'torch', counts: 'batches', planned: 3, other: { averaged: true } },
      'learning',
    ],
    [
      "PyTorch's quickstart",
      quickstart,
      { style: 'torch', counts: 'rows', batchSize: 64 },
      'learning',
    ],
    ['one block an epoch', summaries, { style: 'torch' }, 'overfitting'],
    [
      'epochs counted from 0',
      transfer,
      { style: 'torch', planned: 2, other: { fromZero: true } },
      'learning',
    ],
    [
      'bars',
      [0.6, 0.4, 0.3]
        .map(
          (loss, index) => `Epoch ${index + 1}: 100%|██| 90/90 [00:01<00:00, 90it/s, loss=${loss}]`,
        )
        .join('\n'),
      { style: 'tqdm', counts: 'batches' },
      'learning',
    ],
    ['a Trainer', trainer, { style: 'trainer', planned: 2 }, 'learning'],
    [
      'plain lines',
      'Epoch 1, Loss: 0.6931\nEpoch 2, Loss: 0.6931\nEpoch 3, Loss: 0.6930',
      { style: 'torch' },
      'still',
    ],
    ['nan', 'Epoch 1, Loss: 0.6931\nEpoch 2, Loss: nan', { style: 'torch' }, 'notFinite'],
  ])('%s', (_name, text, expected, verdict) => {
    const fit = fitIn(text);
    expect(fit).toMatchObject(expected);
    expect(fit.unfinished).toBeUndefined();
    const curves = curvesOf(fit);
    expect(curves && verdictOf(curves).kind).toBe(verdict);
  });

  it("an epoch's loss is the mean of the lines in it", () => {
    expect(column(fitIn(steps), 'loss')).toEqual(['1.0000', '0.5000', '0.3334']);
    expect(saidAbout(steps)).toContain(
      'Here an epoch’s loss is the mean of the lines printed in it',
    );
    expect(column(fitIn(trainer), 'loss')).toEqual(['0.5956', '0.32']);
  });

  it('a number belongs to training, validation or a test as labelled', () => {
    const fit = fitIn(transfer);
    expect(column(fit, 'accuracy')).toEqual(['0.7582', '0.8582']);
    expect(column(fit, 'val_accuracy')).toEqual(['0.8954', '0.9054']);
    expect(column(fitIn(quickstart), 'test_accuracy')).toEqual(['44.7%', '54.7%']);
    const example =
      'Train Epoch: 1 [59520/60000 (99%)]\tLoss: 0.305460\n\nTest set: Average loss: 0.0501, Accuracy: 9830/10000 (98%)';
    expect(column(fitIn(example), 'test_accuracy')).toEqual(['98%']);
    expect(column(fitIn(example), 'test_loss')).toEqual(['0.0501']);
  });

  it("fastai's table counts from 0 and measures on the validation rows", () => {
    const fit = fitIn(
      [
        'epoch     train_loss  valid_loss  accuracy  time    ',
        '0         0.712345    0.650000    0.710000  00:04',
        '1         0.520000    0.540000    0.780000  00:04',
        '2         0.401000    0.480000    0.810000  01:05',
      ].join('\n'),
    );
    expect(fit).toMatchObject({ style: 'torch', other: { fromZero: true } });
    expect(fit.unfinished).toBeUndefined();
    expect(fit.epochs.map(({ epoch, seconds }) => [epoch, seconds])).toEqual([
      [1, 4],
      [2, 4],
      [3, 65],
    ]);
    expect(column(fit, 'loss')).toEqual(['0.712345', '0.520000', '0.401000']);
    expect(column(fit, 'val_loss')).toEqual(['0.650000', '0.540000', '0.480000']);
    expect(column(fit, 'val_accuracy')).toEqual(['0.710000', '0.780000', '0.810000']);
  });

  it('Acc@1 is in percent, and test batches do not count as training', () => {
    const fit = fitIn(
      [0, 1]
        .flatMap((epoch) => [
          `Epoch: [${epoch}][  1/391]\tTime 0.3 (0.5)\tLoss 6.90${epoch}e+00 (6.9)\tAcc@1 0.10 (0.2)\tAcc@5 1.2 (1.1)`,
          `Epoch: [${epoch}][391/391]\tTime 0.3 (0.5)\tLoss 5.0e+00 (6.0)\tAcc@1 4.50 (2.2)\tAcc@5 9.2 (7.1)`,
          'Test: [ 1/98]\tTime 0.2 (0.2)\tLoss 4.0e+00 (4.0e+00)\tAcc@1 11.0 (11.0)\tAcc@5 20.0 (20.0)',
          ` *   Acc@1 ${12 + epoch}.500 Acc@5 24.000`,
        ])
        .join('\n'),
    );
    expect(column(fit, 'test_accuracy')).toEqual(['12.500%', '13.500%']);
    expect(column(fit, 'accuracy')).toEqual(['2.30%', '2.30%']);
    expect(fit.epochs[0]?.counter).toEqual({ current: 391, end: 391 });
  });

  it('a redrawn bar is one epoch', () => {
    const fit = fitIn(loggedText('tqdm'));
    expect(fit).toMatchObject({ style: 'tqdm', planned: 2, epochs: [{ epoch: 1 }, { epoch: 2 }] });
    expect(column(fit, 'loss')).toEqual(['0.6', '0.4']);
  });

  it('an epoch in progress is not judged', () => {
    const fit = fitIn(`${steps.replaceAll('/3]', '/5]')}\nEpoch [4/5], Step [300/600], Loss: 9.0`);
    expect(fit.epochs).toHaveLength(3);
    expect(fit.unfinished).toMatchObject({ epoch: 4, counter: { current: 300, end: 600 } });
  });

  it('a training run that starts over is another one', () => {
    expect(logIn(`${steps}\n${steps}`).fits).toHaveLength(2);
  });

  it("works out what a Trainer's last line contains", () => {
    // 184.5 s × 92.466 rows = 17,060 rows, ÷ 2 epochs = 8,530; 184.5 s × 5.789 = 1,068 updates.
    expect(saidAbout(trainer)).toContain(
      '1,068 weight updates in 2 epochs: about 8,530 rows each, so about 16 rows per update.',
    );
  });

  it('suggests nothing that only Keras has', () => {
    for (const text of [steps, quickstart, summaries, transfer, trainer]) {
      expect(saidAbout(text)).not.toMatch(/Keras|EarlyStopping\(|validation_split|callbacks/);
      expect(saidAbout(text, 'ko')).not.toMatch(
        /케라스|EarlyStopping\(|validation_split|callbacks/,
      );
    }
    expect(saidAbout(quickstart)).toContain('stop when the test numbers get worse');
  });

  test.each([
    ['line ends', '\n'],
    ['Windows', '\r\n'],
    ['none, as Discord sends an option', ' '],
  ])('reads the same with %s', (_name, end) => {
    for (const text of [steps, quickstart, summaries, transfer, trainer]) {
      expect(logIn(text.replaceAll('\n', end))).toEqual(logIn(text));
    }
  });
});

describe('is no log', () => {
  test.each([
    'at epoch 3, loss: 0.4 why',
    'Epoch 10/20, loss: 0.5 is that bad?',
    'Epoch [1/5] 이게 뭐예요',
    'what does [100/600] count',
    'in epoch 3 my loss is 0.41 and in epoch 4 it is 0.39',
    'with step 3/4 done my loss is 0.5',
    '100%|██████████| 9912422/9912422 [00:00<00:00, 17708291.12it/s]',
    '100%|██████████| 9.91M/9.91M [00:00<00:00, 17.7MB/s]',
    "{'epoch': 3, 'batch_size': 32}",
    'RuntimeError: mat1 and mat2 shapes cannot be multiplied (32x784 and 100x10)',
    'Received a label value of 10 which is outside the valid range of [0, 10). Epoch 1/5',
    'ValueError: Shapes (None, 1) and (None, 10) are incompatible, Step [1/2] loss: 0.5',
    'Epoch 1/20\n 12/800 [....] - ETA: 1s - loss: 0.7\nTraceback (most recent call last):\nValueError: no',
  ])('%s', (text) => {
    expect(looksLikeLog(text)).toBe(false);
  });

  it('unless epochs finished before it failed', () => {
    expect(looksLikeLog(`${steps}\nMemoryError: none left`)).toBe(true);
  });

  it('a failure is distinguished from text that only sounds like one', () => {
    expect(looksLikeLog(quickstart)).toBe(true);
  });
});
