import { describe, expect, it } from 'vitest';
import type { ChatMessage } from '../../src/chat/message.js';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { renderRun } from '../../src/render/run-message.js';
import { views } from '../../src/render/view.js';
import { foldMiddle, mostVisible } from '../../src/render/visible-epochs.js';
import { foldEvents } from '../../src/runs/run.js';
import { blockText, codeLines, messageLength, messageText } from '../support/message-text.js';
import { recordedNames, recordedRun, recordedState } from '../support/recorded-runs.js';

const within =
  (limit: number) =>
  (message: ChatMessage): boolean =>
    messageLength(message) <= limit;

const combinations = recordedNames.flatMap((name) =>
  views.flatMap((view) => locales.map((locale) => ({ name, view, locale }))),
);

describe('the largest number of visible epochs', () => {
  it('is what trying them all would find, in few tries', () => {
    for (const total of [0, 1, 2, 7, 20, 500]) {
      for (const limit of [-1, 0, 1, 5, 19, 20, 499, 500]) {
        let asked = 0;
        const answer = mostVisible(total, (visible) => {
          asked += 1;
          return visible <= limit;
        });
        const most = limit >= total ? total : Math.min(limit, total - 2);
        expect(answer).toBe(most < 0 ? undefined : most);
        expect(asked).toBeLessThanOrEqual(2 + Math.ceil(Math.log2(total + 1)));
      }
    }
  });

  it('never relies on one that did not fit', () => {
    const only = new Set([0, 3, 9]);
    expect([0, 3, 9]).toContain(mostVisible(12, (visible) => only.has(visible)));
  });

  it('keeps the first and the latest, and every epoch once', () => {
    const epochs = Array.from({ length: 20 }, (_, index) => index + 1);
    for (let visible = 0; visible <= 20; visible += 1) {
      const { first, hidden, latest } = foldMiddle(epochs, visible);
      expect([...first, ...hidden, ...latest]).toEqual(epochs);
      expect(hidden).toHaveLength(20 - visible);
    }
    expect(foldMiddle(epochs, 5)).toMatchObject({ first: [1, 2], latest: [18, 19, 20] });
    expect(foldMiddle(epochs, 1)).toMatchObject({ first: [], latest: [20] });
  });
});

describe('a message with little space', () => {
  it.each(combinations)('$name, $view, $locale: fits whatever the limit', (combination) => {
    const { record, events } = recordedRun(combination.name);
    const options = { t: translator(combination.locale), view: combination.view };
    const moments = [1, 2, 3, 7, 20, 50, events.length].filter((n) => n <= events.length);
    for (const moment of moments) {
      const state = foldEvents(record, events.slice(0, moment));
      const sentence = renderRun(state, { ...options, fits: () => false });
      for (let limit = 100; limit <= 3000; limit += 145) {
        const message = renderRun(state, { ...options, fits: within(limit) });
        if (within(limit)(sentence)) expect(messageLength(message)).toBeLessThanOrEqual(limit);
      }
    }
  });

  it('falls back to the plain sentence when nothing fits', () => {
    const message = renderRun(recordedState('lesson'), {
      t: translator('en'),
      view: 'keras',
      fits: () => false,
    });
    expect(message.blocks.map(blockText)).toEqual([message.spoken]);
    expect(message.buttons).toBeUndefined();
  });

  it('hides no more than it must and says what it hides', () => {
    const state = recordedState('lesson');
    const options = { t: translator('en'), view: 'keras' } as const;
    const epochLines = (limit: number): readonly string[] =>
      codeLines(renderRun(state, { ...options, fits: within(limit) })).filter((line) =>
        /^Epoch \d/.test(line),
      );
    const all = messageLength(renderRun(state, { ...options, fits: () => true }));
    expect(epochLines(all)).toHaveLength(20);
    // A single epoch is never hidden: the line saying so would be as long.
    expect(epochLines(all - 1)).toHaveLength(18);
    expect(epochLines(all - 120)).toHaveLength(18);

    const folded = messageText(renderRun(state, { ...options, fits: within(all - 400) }));
    const loss = (epoch: number): string => state.finished[epoch - 1]?.logs.loss.toFixed(4) ?? '';
    const [, from, to] = /… epochs (\d+)–(\d+) hidden/.exec(folded) ?? [];
    expect(folded).toContain(`hidden: loss ${loss(Number(from))} → ${loss(Number(to))}, accuracy`);
    expect(Number(from)).toBe(3);
  });

  it('drops words before it drops the first and the latest epoch', () => {
    const state = recordedState('lesson');
    const message = renderRun(state, { t: translator('en'), view: 'keras', fits: within(900) });
    const lines = codeLines(message);
    expect(lines).toContain('Epoch 1/20');
    expect(lines).toContain('Epoch 20/20');
    expect(messageText(message)).not.toContain('What to try next');
    expect(messageText(message)).toContain('Done.');
  });
});

describe('the compact view', () => {
  it.each(combinations.filter(({ view }) => view === 'compact'))(
    '$name, $locale: no line of code is wider than 28 columns, none has Hangul',
    ({ name, locale }) => {
      const { record, events } = recordedRun(name);
      for (let moment = 0; moment <= events.length; moment += 3) {
        const state = foldEvents(record, events.slice(0, moment));
        for (const limit of [900, 1500, 100_000]) {
          const options = { t: translator(locale), view: 'compact' } as const;
          const lines = codeLines(renderRun(state, { ...options, fits: within(limit) }));
          for (const line of lines) expect(line).toMatch(/^[\x20-\x7e]{1,28}$/);
        }
      }
    },
  );

  it('holds 28 columns with the largest counts and wildest values', () => {
    const state = recordedState('penguins', (event) => event.kind === 'epoch-ended');
    const { data } = state;
    if (!data) throw new Error('recorded without data');
    const wild = { loss: 1.5e30, metric: 1e-9, valLoss: -12_345_678.9, valMetric: NaN };
    const epoch = { epoch: 500, steps: 1_000_000, elapsedMs: 1e9, firstStepMs: 3 };
    const settings = { ...state.record.settings, epochs: 500 };
    const lines = codeLines(
      renderRun(
        { ...state, record: { ...state.record, settings }, finished: [{ ...epoch, logs: wild }] },
        { t: translator('ko'), view: 'compact', fits: () => true },
      ),
    );
    expect(lines).toEqual([
      'Epoch 500/500',
      '1000000s 1s/step',
      '1000000/1000000 [==========]',
      'loss 1.5000e+30',
      'accuracy 1.0000e-09',
      'val_loss -1.2346e+07',
      'val_accuracy nan',
    ]);
  });

  it('has everything the Keras line has', () => {
    const state = recordedState('penguins');
    const options = { t: translator('en'), fits: () => true };
    const keras = codeLines(renderRun(state, { ...options, view: 'keras' })).at(-1) ?? '';
    const compact = codeLines(renderRun(state, { ...options, view: 'compact' })).slice(-6);
    const numbers = keras.replace(/\[.*\] - /, '').split(/ - | /);
    for (const part of numbers) expect(compact.join(' ')).toContain(part.replace(':', ''));
  });
});
