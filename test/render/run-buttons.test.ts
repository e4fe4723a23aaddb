/** The buttons under a run, while it trains and afterwards. */
import { describe, expect, it } from 'vitest';
import type { Button } from '../../src/chat/message.js';
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

type Labelled = readonly (readonly [label: string, command: string])[];

/** Label and command, without the run's name. */
function told(buttons: readonly Button[], { record }: RunState): Labelled {
  return buttons.map(({ label, command }) => [label, command.replace(` run:${record.id}`, '')]);
}

function buttonsOf(state: RunState): Labelled {
  return told(messageOf(state).buttons ?? [], state);
}

function explanationsOf(state: RunState): Labelled {
  return told(messageOf(state).explanations?.buttons ?? [], state);
}

const words = [
  ['epoch', '/explain concept:epoch'],
  ['iteration', '/explain concept:iteration'],
  ['batch_size', '/explain concept:batch_size'],
] as const;
const slow = ['In slow motion', '/step like:k3f9qd'] as const;
const narrow = ['Narrow, for phones', '/runs show:k3f9qd view:compact'] as const;

describe('a run in progress', () => {
  const state = runningState('lesson', 3);
  const bar = codeLines(messageOf(state)).at(-1) ?? '';

  it("explains the lesson's words and its bar’s numbers apart from its actions", () => {
    const [, counter, eta, loss, accuracy] =
      /^ *(\d+\/800) .* - ETA: (\w+) - loss: (\S+) - accuracy: (\S+)$/.exec(bar) ?? [];
    expect(buttonsOf(state)).toEqual([['Stop', '/stop'], ['Pause', '/pause'], slow, narrow]);
    expect(messageOf(state).explanations?.asks).toBe('What does … mean?');
    expect(explanationsOf(state)).toEqual([
      ...words,
      [counter, '/explain concept:steps_per_epoch'],
      [`loss ${loss}`, '/explain concept:loss'],
      [`accuracy ${accuracy}`, '/explain concept:accuracy'],
      ['baseline 0.7965', '/explain concept:baseline'],
      [`ETA ${eta}`, '/explain concept:progress_bar'],
    ]);
  });

  it('offers to resume while it is paused, until it is stopped', () => {
    const paused = { ...state, pausedAtMs: 1 };
    expect(buttonsOf(paused)).toEqual([['Stop', '/stop'], ['Resume', '/resume'], slow, narrow]);
    const { buttons } = renderRun(paused, {
      t: en,
      view: 'keras',
      fits: () => true,
      editsEnd: true,
    });
    expect(told(buttons ?? [], state)).toEqual([slow, narrow]);
  });

  it('does not offer Stop once it was pressed', () => {
    expect(buttonsOf({ ...state, phase: 'stopping' })).toEqual([slow, narrow]);
  });

  it('has no numbers to ask about before the first report', () => {
    const started = recordedState('lesson', ({ kind }) => kind === 'started');
    expect(buttonsOf(started)).toEqual([['Stop', '/stop'], ['Pause', '/pause'], slow, narrow]);
    expect(explanationsOf(started)).toEqual(words);
  });

  it('keeps the last epoch’s numbers until the next reports', () => {
    const between = recordedState(
      'lesson',
      (event) => event.kind === 'epoch-started' && event.epoch === 3,
    );
    const labels = explanationsOf(between).map(([label]) => label);
    expect(labels).toContain('800/800');
    expect(labels.at(-1)).toMatch(/^\d+[mu]?s\/step$/);
  });
});

describe('a finished run', () => {
  const state = recordedState('lesson');

  it('offers to run again and two changes that keep the seed', () => {
    const [time, loss, accuracy] =
      / - \ds (\S+) - loss: (\S+) - accuracy: (\S+)$/
        .exec(codeLines(messageOf(state)).at(-1) ?? '')
        ?.slice(1) ?? [];
    const all = buttonsOf(state);
    expect(all[0]).toEqual(['Run again', '/fit like:k3f9qd']);
    for (const [, command] of all.slice(1, 3)) {
      expect(command).toMatch(/^\/fit like:k3f9qd .* seed:42$/);
    }
    expect(all.slice(3)).toEqual([
      ['Where is it wrong?', '/mistakes'],
      slow,
      ['Share', '/share'],
      narrow,
    ]);
    expect(explanationsOf(state)).toEqual([
      ...words,
      ['800/800', '/explain concept:steps_per_epoch'],
      [`loss ${loss}`, '/explain concept:loss'],
      [`accuracy ${accuracy}`, '/explain concept:accuracy'],
      ['baseline 0.7965', '/explain concept:baseline'],
      [time, '/explain concept:training_time'],
    ]);
  });

  it('says where it was stopped, and gives no estimates any more', () => {
    const labels = explanationsOf(recordedState('stopped')).map(([label]) => label);
    expect(labels.find((label) => label.endsWith('/915'))).toMatch(/^\d+\/915$/);
    expect(labels.some((label) => label.startsWith('ETA'))).toBe(false);
  });

  it("names a regression's own metric", () => {
    const labels = explanationsOf(recordedState('cars')).map(([label]) => label);
    expect(labels.some((label) => /^mae \d/.test(label))).toBe(true);
  });
});

it('stays short and unique for every run: two rows of five, and the explanations', () => {
  for (const name of recordedNames) {
    for (const locale of locales) {
      const options = { t: translator(locale), view: 'keras', fits: () => true } as const;
      const { buttons = [], explanations } = renderRun(recordedState(name), options);
      const explaining = explanations?.buttons ?? [];
      expect(buttons.length).toBeLessThanOrEqual(10);
      expect(explaining.length).toBeLessThanOrEqual(10);
      const all = [...buttons, ...explaining];
      expect(new Set(all.map(({ command }) => command)).size).toBe(all.length);
      const numbers = all.filter(({ label }) => /\d/.test(label));
      for (const { label } of numbers) expect(label.length, label).toBeLessThanOrEqual(20);
    }
  }
});
