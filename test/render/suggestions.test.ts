import { describe, expect, it } from 'vitest';
import { suggestions } from '../../src/render/suggestions.js';
import type { EpochLogs, FitSettings } from '../../src/runs/protocol.js';
import type { RunState } from '../../src/runs/run.js';
import { recordedNames, recordedState } from '../support/recorded-runs.js';
import { stoppingOver } from '../support/stopping-runs.js';

function commandsOf(state: RunState): readonly string[] {
  if (!state.data) throw new Error('recorded without data');
  return suggestions(state, state.data).map(({ command }) => command);
}

/** The lesson's run with other settings and another history. */
function lesson(settings: Partial<FitSettings>, history: readonly EpochLogs[]): RunState {
  const state = recordedState('lesson');
  const finished = history.map((logs, index) => ({
    ...{ epoch: index + 1, logs, steps: 800 },
    ...{ elapsedMs: 900, firstStepMs: 9 },
  }));
  const all = { ...state.record.settings, epochs: history.length, ...settings };
  return { ...state, record: { ...state.record, settings: all }, finished };
}

const falling = [0.7, 0.6, 0.5, 0.45, 0.41].map((loss) => ({ loss, metric: 0.8 }));
const settled = [0.7, 0.5, 0.4, 0.4, 0.4].map((loss) => ({ loss, metric: 0.8 }));
const stuck = [0.7, 0.7, 0.699, 0.699, 0.699].map((loss) => ({ loss, metric: 0.5 }));

describe('what to try next', () => {
  it('is two different commands of at most 100 characters for every run', () => {
    for (const name of recordedNames) {
      const commands = commandsOf(recordedState(name));
      expect(new Set(commands).size).toBe(2);
      for (const command of commands) expect(command.length).toBeLessThanOrEqual(100);
    }
  });

  it('is more epochs while the loss still falls, and a larger batch', () => {
    expect(commandsOf(lesson({}, falling))).toEqual([
      '/fit like:k3f9qd epochs:10 seed:42',
      '/fit like:k3f9qd batch:100 seed:42',
    ]);
  });

  it('is more epochs after a single one', () => {
    expect(commandsOf(recordedState('one-epoch'))[0]).toBe('/fit like:e1p0ch epochs:10 seed:2');
  });

  it('is never more epochs than /fit takes', () => {
    const many = Array.from({ length: 300 }, (_, index) => ({ loss: 1 / (index + 1), metric: 1 }));
    expect(commandsOf(lesson({}, many))[0]).toBe('/fit like:k3f9qd epochs:500 seed:42');
  });

  it('is validation if there is none and nothing else stands out', () => {
    expect(commandsOf(lesson({}, settled))).toContain('/fit like:k3f9qd validation:0.2 seed:42');
  });

  it('is fewer epochs, up to the best one, if val_loss rose', () => {
    const state = recordedState('overfitted');
    const losses = state.finished.map(({ logs }) => logs.valLoss ?? NaN);
    const best = losses.indexOf(Math.min(...losses)) + 1;
    expect(commandsOf(state)).toEqual([
      `/fit like:v4lr1s epochs:${best} seed:4`,
      '/fit like:v4lr1s patience:5 seed:4',
    ]);
  });

  it('is neither fewer nor more epochs if early stopping kept the best ones', () => {
    for (const state of [stoppingOver(14), stoppingOver(14, { epochs: 14 })]) {
      for (const command of commandsOf(state)) expect(command).not.toMatch(/epochs:|patience:/);
    }
  });

  it('is a larger learning_rate if the loss hardly moved', () => {
    expect(commandsOf(lesson({}, stuck))[0]).toBe('/fit like:k3f9qd lr:0.01 seed:42');
  });

  it('is a smaller batch if no larger one has enough rows', () => {
    const commands = commandsOf(lesson({ batchSize: 1000, validationSplit: 0.2 }, settled));
    expect(commands[0]).toBe('/fit like:k3f9qd batch:100 seed:42');
  });
});
