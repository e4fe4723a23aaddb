/** Every log format Keras versions print, as it arrives: from terminals, notebooks and chats. */
import { describe, expect, it, test } from 'vitest';
import { readFileSync } from 'node:fs';
import { translator } from '../../../src/content/translator.js';
import { renderRun } from '../../../src/render/run-message.js';
import { looksLikeLog, readLog } from '../../../src/tutor/logs/read-log.js';
import { column, fitIn, loggedText, logIn } from '../../support/logs.js';
import { messageText } from '../../support/message-text.js';
import { recordedState } from '../../support/recorded-runs.js';

const lesson = `Epoch 1/20
800/800 [==============================] - 2s 2ms/step - loss: 0.5123 - accuracy: 0.7931
Epoch 2/20
800/800 [==============================] - 1s 2ms/step - loss: 0.4310 - accuracy: 0.8056`;

describe('versions', () => {
  test.each([
    ['keras3-lesson', 'keras3', 'batches', 800, 3],
    ['keras3-verbose2', 'keras3', 'batches', 800, 5],
    ['keras3-early', 'keras3', 'batches', 19, 15],
    ['keras3-unknown-steps', 'keras3', 'batches', 4, 1],
    ['keras28-verbose2', 'keras2', 'batches', 800, 2],
    ['keras26-verbose2', 'keras2', 'batches', 24, 3],
    ['tf21-samples', 'samples', 'rows', 60000, 3],
    ['keras23-rows', 'rows', 'rows', 60000, 2],
    ['keras20-rows', 'barRows', 'rows', 60000, 2],
    ['keras22-verbose2', 'bare', 'batches', undefined, 3],
  ])('%s was printed by %s and counts %s', (name, style, counts, end, epochs) => {
    const fit = fitIn(loggedText(name));
    expect(fit).toMatchObject({ style, counts });
    expect(fit.epochs).toHaveLength(epochs);
    expect(fit.epochs.at(-1)?.counter?.end).toBe(end);
    expect(fit.unfinished).toBeUndefined();
  });

  test.each([
    ['800/800 - 2s 2ms/step - loss: 0.5 - accuracy: 0.8', 'keras2', 'batches'],
    ['800/800 [????????] - 2s 2ms/step - loss: 0.5 - accuracy: 0.8', 'keras2', 'batches'],
    ['800/800 ???????? 2s 2ms/step - accuracy: 0.8 - loss: 0.5', 'keras3', 'batches'],
    ['800/800 - 2s - 2ms/step - loss: 0.5', 'keras3', 'batches'],
    ['60000/60000 - 3s - loss: 0.5', 'rows', 'rows'],
    ['15174/15174 [====] - 312s - loss: 0.4410 - acc: 0.7989', 'barRows', 'rows'],
    ['800/800 [====] - loss: 0.5', 'keras2', 'batches'],
    ['126/126 [====] - 0s 3ms/sample - loss: 2.5973 - acc: 0.0476', 'samples', 'rows'],
    ['96/96 [====] - 0s 914us/step - loss: 0.0990', 'keras2', 'batches'],
    [
      'Train for 1875 steps\nEpoch 1/5\n1875/1875 [====] - 5s 3ms/step - loss: 0.5',
      'keras2',
      'batches',
    ],
  ])('%s: %s, %s', (text, style, counts) => {
    expect(fitIn(text)).toMatchObject({ style, counts });
  });

  it('keeps the last redraw of each epoch, with its validation', () => {
    const fit = fitIn(loggedText('keras3-lesson'));
    expect(column(fit, 'loss')).toEqual(['0.5495', '0.4552', '0.4280']);
    expect(column(fit, 'accuracy')).toEqual(['0.7960', '0.7960', '0.7961']);
    const rows = fitIn(loggedText('keras23-rows'));
    expect(column(rows, 'val_acc')).toEqual(['0.9584', '0.9694']);
  });

  it('infers batch_size from the first updates if rows are counted', () => {
    expect(fitIn(loggedText('keras23-rows'))).toMatchObject({
      batchSize: 128,
      validationRows: 10000,
    });
    expect(fitIn(loggedText('tf21-samples')).batchSize).toBeUndefined();
  });

  it("reads every line drawn by Keras 2.15's own bar", () => {
    const bars = readFileSync(
      new URL('../../fixtures/keras-progbar.jsonl', import.meta.url),
      'utf8',
    )
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as Bar);
    for (const { target, updates } of bars) {
      const drawn = updates.flatMap(({ line }) => line ?? []);
      const { values } = updates.at(-1) ?? { values: [] };
      const [epoch] = fitIn(drawn.join('\r')).epochs;
      expect(epoch?.counter).toEqual({ current: target, end: target });
      expect([...(epoch?.readings.keys() ?? [])]).toEqual(values.map(([name]) => name));
      for (const [name, { text }] of epoch?.readings ?? [])
        expect(drawn.at(-1)).toContain(`${name}: ${text}`);
    }
  });

  it.each(['keras', 'compact'] as const)("reads the tutor's own message in the %s view", (view) => {
    const state = recordedState('lesson');
    const message = renderRun(state, { t: translator('en'), view, fits: () => true });
    const fit = fitIn(messageText(message));
    expect(fit.epochs.map(({ epoch }) => epoch)).toEqual(state.finished.map(({ epoch }) => epoch));
    expect(fit.epochs.map(({ readings }) => readings.get('loss')?.value)).toEqual(
      state.finished.map(({ logs }) => Number(logs.loss.toFixed(4))),
    );
    expect(fit).toMatchObject({ counts: 'batches', batchSize: 10, rows: 8000, planned: 20 });
  });
});

describe('on the way to us', () => {
  const expected = logIn(lesson);

  test.each([
    ['Windows line ends', lesson.replaceAll('\n', '\r\n')],
    ['no line ends at all', lesson.replaceAll('\n', ' ')],
    ['a code fence', `\`\`\`\n${lesson}\n\`\`\``],
    [
      'a Jupyter prompt and its output',
      `In [7]: history\nOut[7]:\n${lesson}\n<keras.callbacks.History at 0x7f34b6a8c7f0>`,
    ],
    ['comment signs', lesson.replace(/^/gm, '# ')],
    ['Korean around it', `선생님 이거 왜 이래요?\n${lesson}\n정확도가 안 올라요 ㅠㅠ`],
    ['HTML line breaks', lesson.replaceAll('\n', '\n<br />')],
    ['Slack’s escapes', lesson.replaceAll('>', '&gt;')],
  ])('%s change nothing', (_name, text) => {
    expect(readLog(text)).toEqual(expected);
  });

  it('reads colour codes that lost their escape character', () => {
    const text = loggedText('keras3-overfit');
    expect(readLog(text.replaceAll('\u001b', ''))).toEqual(readLog(text));
    expect(readLog(text.replaceAll('\b', '').replaceAll('\r', ''))).toEqual(readLog(text));
  });

  it('separates redrawn lines that were copied without their separators', () => {
    const glued =
      'Epoch 1/2 100/800 [==>....] - ETA: 1s - loss: 0.6937 - accuracy: 0.5004200/800 [======>....] - ETA: 1s - loss: 0.6876 - accuracy: 0.5194';
    const { unfinished } = fitIn(glued);
    expect(unfinished?.counter).toEqual({ current: 200, end: 800 });
    expect(unfinished?.readings.get('accuracy')?.text).toBe('0.5194');
  });
});

describe('what a log contains beside its epochs', () => {
  it('takes batch_size from the call above or below', () => {
    const call = 'model.fit(X_train, y_train, batch_size=10, epochs=20)';
    expect(fitIn(`${call}\n${lesson}`).batchSize).toBe(10);
    expect(fitIn(`${lesson}\n${call}`).batchSize).toBe(10);
    expect(fitIn(lesson).batchSize).toBeUndefined();
  });

  it('recognizes early stopping, restored weights and changed rates', () => {
    const { notes, planned } = fitIn(loggedText('keras3-early'));
    expect(planned).toBe(50);
    expect(notes).toEqual({
      stoppedAfter: 15,
      restored: { epoch: 11 },
      rates: [
        { epoch: 13, rate: 0.0005 },
        { epoch: 15, rate: 0.00025 },
      ],
    });
    const old = `${lesson}\nRestoring model weights from the end of the best epoch.\nEpoch 00002: early stopping`;
    expect(fitIn(old).notes).toEqual({ stoppedAfter: 2, restored: {}, rates: [] });
  });

  it('keeps an evaluation separate', () => {
    const fit = fitIn(loggedText('keras3-verbose2'));
    expect(fit.epochs).toHaveLength(5);
    expect(fit.evaluated?.get('accuracy')?.text).toBe('0.8190');
    expect(fitIn(loggedText('keras26-verbose2')).evaluated?.get('loss')?.text).toBe('0.9301');
  });

  it('leaves an unfinished epoch out of the finished ones', () => {
    const fit = fitIn(
      `${lesson}\nEpoch 3/20\n400/800 [==============>...............] - ETA: 1s - loss: 0.4000 - accuracy: 0.8100`,
    );
    expect(fit.epochs).toHaveLength(2);
    expect(fit.unfinished).toMatchObject({ epoch: 3, counter: { current: 400, end: 800 } });
    const full = `${lesson}\nEpoch 3/20\n800/800 [==============================] - ETA: 0s - loss: 0.4`;
    expect(fitIn(full).unfinished?.epoch).toBe(3);
    const unknown = 'Epoch 1/3\n      7/Unknown - 1s 20ms/step - loss: 0.5000';
    expect(fitIn(unknown).unfinished).toMatchObject({ epoch: 1, counter: { current: 7 } });
    expect(
      fitIn(`${unknown}\nEpoch 2/3\n7/7 [====] - 1s 20ms/step - loss: 0.4000`).epochs,
    ).toHaveLength(2);
  });

  it('counts lines if there are no headers, and skips missing epochs', () => {
    const lines = lesson.replaceAll(/Epoch.*\n/g, '');
    expect(fitIn(lines)).toMatchObject({ numbered: false, epochs: [{ epoch: 1 }, { epoch: 2 }] });
    const cut = `${lesson}\n...\nEpoch 20/20\n800/800 [====] - 1s 2ms/step - loss: 0.3502 - accuracy: 0.8564`;
    expect(fitIn(cut).epochs.map(({ epoch }) => epoch)).toEqual([1, 2, 20]);
  });

  it('separates several fits', () => {
    expect(logIn(`${lesson}\n${lesson}`).fits).toHaveLength(2);
    const goneOn = lesson.replace('1/20', '21/40').replace('2/20', '22/40');
    expect(logIn(`${lesson}\n${goneOn}`).fits.map(({ planned }) => planned)).toEqual([20, 40]);
  });

  it('reads nan, inf, exponents and any metric', () => {
    const { epochs } = fitIn(
      '63/63 [====] - 1s 5ms/step - loss: nan - mae: inf - my_metric@3: -1.0000e-03 - val_loss: -inf - lr: 1.0000e-04',
    );
    const values = [...(epochs[0]?.readings ?? [])].map(([name, { value }]) => [name, value]);
    expect(values).toEqual([
      ['loss', NaN],
      ['mae', Infinity],
      ['my_metric@3', -0.001],
      ['val_loss', -Infinity],
      ['lr', 0.0001],
    ]);
  });
});

describe('what is no log', () => {
  test.each([
    '',
    'why 1875?',
    'Epoch 1/20',
    'rows // batch + 1?',
    '60000/128 = 468.75',
    'model.fit(X_train, y_train, batch_size=10, epochs=20)',
    'my loss: 0.5 after 3/4 of the rows',
    '2s 2ms/step 이건 무슨 뜻이에요',
    '책에는 Train on 60000 samples 라고 나오는데 저는 1875/1875 나와요 버전 문제인가요',
    '250/250 [==============================] - 0s 1ms/step',
  ])('%s', (text) => {
    expect(looksLikeLog(text)).toBe(false);
  });

  it('one pasted line is a log', () => {
    expect(
      looksLikeLog('800/800 [====] - 2s 2ms/step - loss: 0.5123 - accuracy: 0.7931 뭐예요?'),
    ).toBe(true);
  });
});

interface Bar {
  readonly target: number;
  readonly updates: readonly {
    readonly line: string | null;
    readonly values: readonly (readonly [name: string, value: number | string])[];
  }[];
}
