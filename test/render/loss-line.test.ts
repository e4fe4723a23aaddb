import { describe, expect, it } from 'vitest';
import { locales } from '../../src/content/locale.js';
import { plain } from '../../src/content/text.js';
import { translator } from '../../src/content/translator.js';
import { lossLine } from '../../src/render/loss-line.js';
import { renderRun } from '../../src/render/run-message.js';
import { foldEvents, isOver } from '../../src/runs/run.js';
import { codeLines, messageText } from '../support/message-text.js';
import { recordedRun, recordedState } from '../support/recorded-runs.js';

const en = translator('en');

function said(losses: readonly number[], t = en): string | undefined {
  const state = recordedState('lesson');
  const finished = losses.map((loss, index) => ({
    ...{ epoch: index + 1, steps: 800, elapsedMs: 1, firstStepMs: 1 },
    logs: { loss, metric: 0.8 },
  }));
  const line = lossLine({ ...state, finished }, t);
  return line && plain(line);
}

describe('the loss as text', () => {
  it.each([
    ['between the lowest and the highest', [0.61, 0.5, 0.4, 0.34], '0.6100 █▅▃▁ 0.3400'],
    ['also where it rises again', [1, 0, 1], '1.0000 █▁█ 1.0000'],
    ['level where it does not move', [0.5, 0.5, 0.5], '0.5000 ▄▄▄ 0.5000'],
    ['a cross where it is no number', [2, 1, NaN, Infinity], '2.0000 █▁×× inf'],
  ])('%s', (_what, losses, line) => {
    expect(said(losses)).toBe(`loss per epoch: ${line}`);
  });

  it.each([
    ['no epoch', []],
    ['one', [0.5]],
    ['none that is a number', [NaN, NaN]],
    ['one that is a number', [0.5, Infinity]],
  ])('there is nothing to draw for %s', (_what, losses) => {
    expect(said(losses)).toBeUndefined();
  });

  it('is thinned to twenty measured losses, including the first and the last', () => {
    const losses = Array.from({ length: 500 }, (_, index) => 500 - index);
    expect(said(losses)).toBe('loss over 500 epochs: 500.0000 ██▇▇▇▆▆▅▅▅▄▄▄▃▃▂▂▂▁▁ 1.0000');
    for (const locale of locales) {
      expect((said(losses, translator(locale)) ?? '').length).toBeLessThanOrEqual(60);
    }
  });

  it('stays short when losses are huge', () => {
    expect(said([1e38, 5e37, 1])).toBe('loss per epoch: 1.0000e+38 █▅▁ 1.0000');
  });
});

describe('in a message', () => {
  const { record, events } = recordedRun('lesson');
  const under = foldEvents(record, events.slice(0, Math.floor(events.length / 2)));
  const shown = (state: typeof under, lossLineToo: boolean) =>
    renderRun(state, { t: en, view: 'keras', fits: () => true, lossLine: lossLineToo });

  it('appears only while there is no picture yet, and is not read out', () => {
    expect(isOver(under)).toBe(false);
    const message = shown(under, true);
    expect(messageText(message)).toMatch(/loss per epoch: 0\.\d{4} [▁-█]+ 0\.\d{4}/);
    expect(message.spoken).not.toMatch(/[▁-█]/);
    expect(codeLines(message)).toEqual(codeLines(shown(under, false)));
    for (const without of [shown(under, false), shown(recordedState('lesson'), true)]) {
      expect(messageText(without)).not.toMatch(/[▁-█]/);
    }
  });

  it('begins and ends with the bars’ numbers', () => {
    const [, first, last] = /: (\S+) [▁-█]+ (\S+)/.exec(messageText(shown(under, true))) ?? [];
    const losses = codeLines(shown(under, true)).flatMap(
      (line) => /loss: (\S+)/.exec(line)?.[1] ?? [],
    );
    expect(losses[0]).toBe(first);
    expect(losses).toContain(last);
  });
});
