/** The buttons under a run, as they stand there while it trains and after it. */
import { describe, expect, it } from 'vitest';
import { locales } from '../../src/content/locale.js';
import { translator } from '../../src/content/translator.js';
import { renderRun } from '../../src/render/run-message.js';
import type { RunState } from '../../src/runs/run.js';
import { runningState } from '../support/facts-samples.js';
import { codeLines } from '../support/message-text.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';

const en = translator('en');

function messageOf(state: RunState) {
  return renderRun(state, { t: en, view: 'keras', fits: () => true });
}

/** Label and command, without the run's name. */
function buttonsOf(state: RunState): readonly (readonly [string, string])[] {
  return (messageOf(state).buttons ?? []).map(
    ({ label, command }) => [label, command.replace(` run:${state.record.id}`, '')] as const,
  );
}

const questions = [
  ['What is an epoch?', '/explain concept:epoch'],
  ['What is an iteration?', '/explain concept:iteration'],
  ['What is batch_size?', '/explain concept:batch_size'],
] as const;
const narrow = ['Narrow, for phones', '/runs show:k3f9qd view:compact'] as const;

describe('a run under way', () => {
  const state = runningState('lesson', 3);
  const bar = codeLines(messageOf(state)).at(-1) ?? '';

  it("asks the lesson's questions, then what the numbers of its bar are", () => {
    const [, counter, eta, loss, accuracy] =
      /^ *(\d+\/800) .* - ETA: (\w+) - loss: (\S+) - accuracy: (\S+)$/.exec(bar) ?? [];
    expect(buttonsOf(state)).toEqual([
      ['Stop', '/stop'],
      ...questions,
      narrow,
      [counter, '/explain concept:steps_per_epoch'],
      [`loss ${loss}`, '/explain concept:loss'],
      [`accuracy ${accuracy}`, '/explain concept:accuracy'],
      ['baseline 0.7965', '/explain concept:baseline'],
      [`ETA ${eta}`, '/explain concept:progress_bar'],
    ]);
  });

  it('asks no more to stop once that was asked', () => {
    expect(buttonsOf({ ...state, phase: 'stopping' }).slice(0, 3)).toEqual(questions);
  });

  it('has no numbers to ask about before the first report', () => {
    const started = recordedState('lesson', ({ kind }) => kind === 'started');
    expect(buttonsOf(started)).toEqual([['Stop', '/stop'], ...questions, narrow]);
  });

  it('keeps the numbers of the last epoch until the next reports', () => {
    const between = recordedState(
      'lesson',
      (event) => event.kind === 'epoch-started' && event.epoch === 3,
    );
    const labels = buttonsOf(between).map(([label]) => label);
    expect(labels).toContain('800/800');
    expect(labels.at(-1)).toMatch(/^\d+[mu]?s\/step$/);
  });
});

describe('a run that is over', () => {
  const state = recordedState('lesson');

  it('offers to run again and two changes that keep the seed, before the numbers', () => {
    const [time, loss, accuracy] =
      / - \ds (\S+) - loss: (\S+) - accuracy: (\S+)$/
        .exec(codeLines(messageOf(state)).at(-1) ?? '')
        ?.slice(1) ?? [];
    const all = buttonsOf(state);
    expect(all.slice(0, 4)).toEqual([...questions, ['Run again', '/fit like:k3f9qd']]);
    for (const [, command] of all.slice(4, 6)) {
      expect(command).toMatch(/^\/fit like:k3f9qd .* seed:42$/);
    }
    expect(all.slice(6)).toEqual([
      ['Where is it wrong?', '/mistakes'],
      narrow,
      ['800/800', '/explain concept:steps_per_epoch'],
      [`loss ${loss}`, '/explain concept:loss'],
      [`accuracy ${accuracy}`, '/explain concept:accuracy'],
      ['baseline 0.7965', '/explain concept:baseline'],
      [time, '/explain concept:training_time'],
    ]);
  });

  it('says where it was stopped, and estimates nothing any more', () => {
    const labels = buttonsOf(recordedState('stopped')).map(([label]) => label);
    expect(labels.find((label) => label.endsWith('/915'))).toMatch(/^\d+\/915$/);
    expect(labels.some((label) => label.startsWith('ETA'))).toBe(false);
  });

  it("names a regression's own metric", () => {
    const labels = buttonsOf(recordedState('cars')).map(([label]) => label);
    expect(labels.some((label) => /^mae \d/.test(label))).toBe(true);
  });
});

it('stays short, unique and inside five rows of five for every run', () => {
  for (const name of recordedNames) {
    for (const locale of locales) {
      const options = { t: translator(locale), view: 'keras', fits: () => true } as const;
      const buttons = renderRun(recordedState(name), options).buttons ?? [];
      expect(buttons.length).toBeLessThanOrEqual(15);
      expect(new Set(buttons.map(({ command }) => command)).size).toBe(buttons.length);
      const numbers = buttons.filter(({ label }) => /\d/.test(label));
      for (const { label } of numbers) expect(label.length, label).toBeLessThanOrEqual(20);
    }
  }
});
