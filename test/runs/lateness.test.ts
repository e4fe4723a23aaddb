import { describe, expect, it } from 'vitest';
import { Lateness } from '../../src/runs/lateness.js';

interface Turn {
  readonly waited: number;
  readonly trained: number;
  /** Time for showing and saving, before the next turn is requested. */
  readonly shown?: number;
  readonly epochs?: number;
}

/** An epoch's duration after these turns (times in ms), as a run's own clock measures it. */
function epochMsAfter(...turns: readonly Turn[]): number | undefined {
  let nowMs = 1_000_000;
  const lateness = new Lateness(() => nowMs);
  for (const { waited, trained, shown = 0, epochs = 1 } of turns) {
    lateness.asks();
    nowMs += waited;
    lateness.begins();
    nowMs += trained;
    lateness.ends(epochs);
    nowMs += shown;
  }
  return lateness.epochMs;
}

const times = (count: number, turn: Turn): readonly Turn[] =>
  Array.from({ length: count }, () => turn);

describe('a run is late', () => {
  it('never before an epoch has ended', () => {
    expect(epochMsAfter()).toBeUndefined();
  });

  it('from a second of waiting per turn', () => {
    expect(epochMsAfter({ waited: 999, trained: 2 })).toBeUndefined();
    expect(epochMsAfter({ waited: 1_000, trained: 2 })).toBe(1_002);
  });

  it('only when it waits longer than it trains', () => {
    expect(epochMsAfter({ waited: 3_000, trained: 3_000 })).toBeUndefined();
    expect(epochMsAfter({ waited: 3_001, trained: 3_000 })).toBe(6_001);
  });

  it('by its wait for threads, not for its message; but the message takes time, too', () => {
    expect(epochMsAfter(...times(3, { waited: 0, trained: 5, shown: 9_000 }))).toBeUndefined();
    expect(epochMsAfter(...times(3, { waited: 1_990, trained: 10, shown: 300 }))).toBe(2_200);
  });

  it('per turn, which may bring several epochs', () => {
    expect(epochMsAfter(...times(2, { waited: 1_900, trained: 100, epochs: 10 }))).toBe(200);
  });

  it('judged by its last five turns', () => {
    const late = { waited: 5_000, trained: 100 };
    const quick = { waited: 0, trained: 100 };
    expect(epochMsAfter(...times(9, late), ...times(4, quick))).toBe(1_100);
    expect(epochMsAfter(...times(9, late), ...times(5, quick))).toBeUndefined();
    expect(epochMsAfter(...times(9, quick), ...times(5, late))).toBe(5_100);
  });
});
